r"""Norms that a page defines without the entry at 0: `\|w\|_2^2 = \sum_{j=1}^D w_j^2` beside `w = (w_j)`, j from 0.

By hand: dR/dw_j = dJ/dw_j + lambda w_j for j >= 1, and dR/dw_0 = dJ/dw_0; as vectors the two sides differ at 0.
"""

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "R"
[ranges]
"n" = "1..N"
"j" = "0..D"
+++
$$ h_n = \sum_{j=0}^{D} w_j x_{nj} $$

$$ J = \frac12 \sum_{n=1}^{N} (h_n - y_n)^2 $$

$$ \|\bm{w}\|_1 = \sum_{j=1}^{D} |w_j| $$

$$ \|\bm{w}\|_2^2 = \sum_{j=1}^{D} w_j^2 $$

$$ R = J + \frac{\lambda}{2} \|\bm{w}\|_2^2 $$

Here $\bm{w} = (w_j)$, $X = (x_{nj})$, $\bm{y} = (y_n)$.
"""
WHOLE = r"$$ \frac{\partial R}{\partial \bm{w}} = \frac{\partial J}{\partial \bm{w}} + \lambda \bm{w} $$"
DATA = r"$$ \frac{\partial J}{\partial \bm{w}} = X^T (X \bm{w} - \bm{y}) $$"
ENTRY = r"$$ \frac{\partial R}{\partial w_j} = \frac{\partial J}{\partial w_j} + \lambda w_j $$ ( $j = 1, \dots, D$ )"
FIRST = r"$$ \frac{\partial R}{\partial w_0} = \frac{\partial J}{\partial w_0} $$"


def test_right() -> None:
    cases = [DATA, ENTRY, FIRST]
    for line, found in zip(cases, each_verdict(PAGE, lines=cases), strict=True):
        assert found == "right", line


def test_slips() -> None:
    cases = [
        WHOLE,
        DATA.replace("J", "R"),
        DATA.replace("- ", "+ "),
        ENTRY.replace(r"\lambda", r"2 \lambda"),
        FIRST.replace("J}{\\partial w_0}", r"J}{\partial w_0} + \lambda w_0"),
    ]
    for line, found in zip(cases, each_verdict(PAGE, lines=cases), strict=True):
        assert found == "wrong", line


def test_power_alone() -> None:
    page = PAGE.replace(r"\|_2^2", r"\|^2")
    assert each_verdict(page, lines=[WHOLE, ENTRY]) == ["wrong", "right"]


def test_every_entry_from_one() -> None:
    """A norm of all entries is one."""
    page = PAGE.replace("0..D", "1..D").replace("j=0", "j=1")
    assert each_verdict(page, lines=[WHOLE, WHOLE.replace(r"\lambda", r"2 \lambda")]) == ["right", "wrong"]


def test_nothing_says_that_w_begins_at_0() -> None:
    """Then w may be what the norm says that it is, the weights without the bias; its entries are what they are."""
    page = PAGE.replace('"j" = "0..D"\n', "").replace(r"$\bm{w} = (w_j)$, ", "")
    assert verdict(page, WHOLE) not in ("right", "wrong")
    assert verdict(page, ENTRY) == "right"


def test_another_norm_of_the_same_name() -> None:
    r"""`\|w\|_3` is a norm of w, and so may be the others."""
    page = PAGE.replace("R = J", r"R = \|\bm{w}\|_3 + J")
    assert verdict(page, ENTRY) != "right"
