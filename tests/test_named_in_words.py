r"""Names that words give to a value: `I write $Z$ for $\sum_k e^{a_k}$`.

By hand: `s_i = e^{a_i}/Z` has `\partial s_i/\partial a_i = (e^{a_i}/Z) (1 - e^{a_i}/Z)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$s_i = \frac{e^{a_i}}{\sum_{k=1}^q e^{a_k}}, \qquad i = 1, \dots, q$$"
RIGHT = r"$$\frac{\partial s_i}{\partial a_i} = \frac{e^{a_i}}{Z} (1 - \frac{e^{a_i}}{Z})$$"
WRONG = r"$$\frac{\partial s_i}{\partial a_i} = \frac{e^{a_i}}{Z} (1 + \frac{e^{a_i}}{Z})$$"


@pytest.mark.parametrize(
    "told",
    [
        r"I write $Z$ for $\sum_k e^{a_k}$.",
        r"We write $i$ for a unit ($i \le q$), $Z$ for $\sum_k e^{a_k}$, and so on.",
        r"Here $Z$ stands for the sum $\sum_k e^{a_k}$.",
        r"where $Z$ denotes $\sum_k e^{a_k}$.",
        r"$Z$ is short for $\sum_k e^{a_k}$.",
        r"We abbreviate $\sum_k e^{a_k}$ by $Z$.",
        r"$\sum_k e^{a_k}$ を $Z$ と書く。",
        r"$Z$ は $\sum_k e^{a_k}$ を表す。",
    ],
)
def test_a_name_for_a_value(told: str) -> None:
    assert each_verdict(NET, told, lines=[RIGHT, WRONG]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"Some authors write $Z$ for $\sum_k e^{a_k}$.",
        r"We do not write $Z$ for $\sum_k e^{a_k}$.",
        r"One could write $Z$ for $\sum_k e^{a_k}$.",
        r"We write $Z$ for $\sum_k e^{a_k}$ divided by $q$.",
        r"Look up $Z$ for $\sum_k e^{a_k}$.",
        r"We write $Z$ for $e^{a_k}$.",
        r"Elsewhere $Z$ denotes $\sum_k e^{a_k}$.",
        r"$Z$ は $\sum_k e^{a_k}$ を表さない。",
    ],
)
def test_what_names_nothing(told: str) -> None:
    found = each_verdict(NET, told, lines=[RIGHT, WRONG])
    assert found[0] not in ("right", "wrong")
    assert found[1] != "right"


def test_an_equation_says_it_first() -> None:
    told = r"$$Z = 1 + \sum_k e^{a_k}$$ In the text $Z$ denotes $\sum_k e^{a_k}$."
    assert verdict(NET, told, RIGHT) != "right"
