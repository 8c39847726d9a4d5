r"""A rounded index that runs over the last part of what a name has: the parents of leaves.

By hand: node n has the children 2n and 2n + 1, and leaf i the parent `\lfloor i/2 \rfloor`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

TREE = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"p" = "1..d"
"q" = "1..d"
+++

$$ h_{i,q} = x_{i,q} $$ ( $i = 2K, \dots, 4K-1$ )

$$ a_{i,p} = \sum_{q=1}^d U_{pq} h_{2i,q} + \sum_{q=1}^d U_{pq} h_{2i+1,q} + b_p $$ ( $i = 1, \dots, 2K-1$ )

$$ h_{i,p} = f(a_{i,p}) $$ ( $i = 1, \dots, 2K-1$ )

$$ E = \frac{1}{2} \sum_{i=1}^{2K-1} \sum_{p=1}^d (h_{i,p} - y_{i,p})^2 $$

$$ \delta_{i,p} = \frac{\partial E}{\partial a_{i,p}} $$ ( $i = 1, \dots, 2K-1$ )
"""
LINE = (
    r"$$ \frac{\partial E}{\partial x_{i,q}} = \sum_{p=1}^d U_{pq} \delta_{\lfloor i/2 \rfloor,p} $$"
    r" ( $i = 2K, \dots, 4K-1$ )"
)


def test_the_parents_of_leaves() -> None:
    found = each_verdict(TREE, lines=[LINE, LINE.replace("= \\sum", "= 2 \\sum")])
    assert found[0] in ("right", "unproved")
    assert found[1] == "wrong"
    assert verdict(TREE.replace("U_{pq} h_{2i+1", "V_{pq} h_{2i+1"), LINE) == "wrong"
