r"""Words between a condition and a display that say what depends on what: which terms of a product rule stay.

By hand: with `s_k = \sum_i w_{ki} o_i` and `o_i` a function of `w_{ji}`, too, the derivative of `w_{ki} o_i` by it
has both terms for k = j, and only the second one for another k.
"""

from __future__ import annotations

import pytest

from symderiv.latex.what_depends import says_what_depends

from .judging import verdict

NET = (
    r"$$o_i = f(\sum_{k=1}^{K} w_{ki} x_k) \quad (i = 1, \dots, I)$$",
    r"$$s_k = \sum_{i=1}^{I} w_{ki} o_i \quad (k = 1, \dots, K)$$",
    r"$$E = \sum_{k=1}^{K} s_k^2$$",
)
BOTH = r"$$\frac{\partial (w_{ki} o_i)}{\partial w_{ji}} = o_i + w_{ki} \frac{\partial o_i}{\partial w_{ji}}$$"
ONE = r"$$\frac{\partial (w_{ki} o_i)}{\partial w_{ji}} = w_{ki} \frac{\partial o_i}{\partial w_{ji}}$$"
SAME = (
    "For $k = j$, both $w_{ki}$ and $o_i$ depend on $w_{ji}$",
    "For $k = j$, both $w_{ki}$ and $o_i$ depend on $w_{ji}$:",
    "$k = j$ のとき $w_{ki}$ も $o_i$ も $w_{ji}$ に依存",
    "$k = j$ のとき $o_i$ も依存",
    "当 $k = j$ 时，$w_{ki}$ 和 $o_i$ 都依赖于 $w_{ji}$：",
)
OTHER = (
    r"For $k \neq j$, only $o_i$ depends on $w_{ji}$",
    r"If $k \neq j$, $w_{ki}$ does not depend on $w_{ji}$:",
    r"$k \neq j$ のとき $o_i$ のみが $w_{ji}$ に依存",
)


@pytest.mark.parametrize("said", SAME)
def test_both_terms_stay(said: str) -> None:
    assert verdict(*NET, said, BOTH) == "right"
    assert verdict(*NET, said, ONE) == "wrong"


@pytest.mark.parametrize("said", OTHER)
def test_one_term_stays(said: str) -> None:
    assert verdict(*NET, said, ONE) == "right"
    assert verdict(*NET, said, BOTH) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "For $k = j$, both $w_{ki}$ and $o_i$ depend on $w_{ji}$. In all other cases:",
        "For $k = j$, both $w_{ki}$ and $o_i$ depend on $w_{ji}$, which was the easy case. In general",
        "That both $w_{ki}$ and $o_i$ depend on $w_{ji}$ for $k = j$ is of no interest here:",
    ],
)
def test_a_case_that_is_finished(said: str) -> None:
    assert verdict(*NET, said, BOTH) != "right"
    assert verdict(*NET, said, ONE) != "right"


@pytest.mark.parametrize("until", ["", " we get", ", only $ depends", " $ $", ", both $ and $ depend on it"])
def test_other_words(until: str) -> None:
    assert not says_what_depends("For ", until)
