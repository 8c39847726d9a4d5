r"""Sums to a size that depends on an index, `\sum_{k=1}^{K_m}`: what ends there says nothing of how far m runs."""

import pytest

from .judging import check

NET = r"""
$$ s_{m,k} = \tanh(a s_{m,k-1} + b z_{m,k}) %s $$

$$ J = \sum_{m=1}^M \sum_{k=1}^{K_m} \frac12 (s_{m,k} - r_{m,k})^2 $$

%s

$$ e_{m,k} = \frac{\partial J}{\partial s_{m,k}} $$

$$ %s $$ %s
"""
RANGES = [("", ""), (r"\quad (k = 1, \dots, K_m)", ""), (r"\quad (k = 1, \dots, K_m)", "with $s_{m,0} = 0$.")]
LINES = [
    (r"e_{m,K_m} = s_{m,K_m} - r_{m,K_m}", "", "right"),
    (r"e_{m,K_m} = r_{m,K_m} - s_{m,K_m}", "", "wrong"),
    (r"e_{m,k} = s_{m,k} - r_{m,k} + a (1 - s_{m,k+1}^2) e_{m,k+1}", "for $k < K_m$", "right"),
    (r"e_{m,k} = s_{m,k} - r_{m,k} + a (1 - s_{m,k}^2) e_{m,k+1}", "for $k < K_m$", "wrong"),
]


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(("stated", "start"), RANGES)
@pytest.mark.parametrize(("line", "where", "verdict"), LINES)
def test_recurrences_of_several_lengths(stated: str, start: str, line: str, where: str, verdict: str) -> None:
    assert judged(NET % (stated, start, line, where)) == verdict


TREE = r"""
$u \in \mathbb{R}^d$, $\phi_1^c, \dots, \phi_{%s}^c \in \mathbb{R}^d$

$$ f(x) = \frac{1}{1 + e^{-x}} $$

$$ q(c) = \sum_{i=2}^{n^c} t_i^c \log f(u^T \phi_{i-1}^c) $$

$$ \frac{\partial q(c)}{\partial %s} = %s $$
"""


@pytest.mark.parametrize("end", ["n^c", "n^c-1"])
def test_an_entry_behind_the_last_that_is_used(end: str) -> None:
    assert judged(TREE % (end, r"\phi_{n^c}^c", "0")) not in ("right", "wrong")
    assert judged(TREE % (end, r"\phi_{n^c}^c", "u")) == "wrong"
    assert judged(TREE % (end, r"\phi_{i-1}^c", r"t_i^c (1 - f(u^T \phi_{i-1}^c)) u")) == "right"


PARTS = r"""
$\phi_1^c, \dots, \phi_{n^c-1}^c \in \mathbb{R}^d$

$$ f(x) = \frac{1}{1 + e^{-x}} $$

$$ %(name)s(c,i) = t_i^c \log f(Y_c^T \phi_{i-1}^c) $$

$$ %(name)s = \sum_{c \in D} \sum_{i=2}^{n^c} %(name)s(c,i) $$

$$ \frac{\partial %(name)s(c,i)}{\partial \phi_{i-1}^c} = %(right)s $$
"""
TRUE, SLIP = r"t_i^c [1 - f(Y_c^T \phi_{i-1}^c)] Y_c", r"t_i^c f(Y_c^T \phi_{i-1}^c) Y_c"


@pytest.mark.parametrize("name", [r"\mathcal{L}", r"\mathcal{J}", "L"])
def test_a_total_and_its_parts_of_one_name(name: str) -> None:
    assert judged(PARTS % {"name": name, "right": TRUE}) == "right"
    assert judged(PARTS % {"name": name, "right": SLIP}) == "wrong"


@pytest.mark.parametrize("name", ["R", "A"])
def test_no_line_is_wrong_where_the_name_may_be_that_of_an_array(name: str) -> None:
    assert judged(PARTS % {"name": name, "right": TRUE}) != "wrong"
    assert judged(PARTS % {"name": name, "right": SLIP}) != "right"
