r"""The diagonal of an array told beside what holds away from it: `w_{ij} = w_{ji}` for `i \ne j`, and `w_{ii} = 0`.

By hand: with `E = 1/2 \sum_{ij} w_{ij} s_i s_j` and such a w the derivative by `s_i` is `\sum_{j \ne i} w_{ij} s_j`,
and the second one by `s_i` is 0. With `E = 1/2 \sum_k a_k x_k^2 + \sum_{k<l} A_{kl} x_k x_l` the second derivatives are
`A_{kl}` for two letters that differ, and `a_k` for equal ones.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

COUPLED = r"$$ E = \frac12 \sum_{i=1}^n \sum_{j=1}^n w_{ij} s_i s_j $$"
APART = r"$$ \frac{\partial E}{\partial s_i} = \sum_{j \neq i} w_{ij} s_j $$"
CURVED = r"$$ \frac{\partial^2 E}{\partial s_i^2} = 0 $$"
HALF = r"$$ \frac{\partial E}{\partial s_i} = \frac12 \sum_{j \neq i} w_{ij} s_j $$"

TOLD = [
    r"The weights are symmetric, $w_{ij} = w_{ji}$ for $i \neq j$, and $w_{ii} = 0$.",
    r"Here $w_{ij} = w_{ji}$ for $i < j$ and $w_{ii} = 0$.",
    r"Here $w_{ii} = 0$ and $w_{ij} = w_{ji}$ for $i \ne j$.",
    r"Here $w_{ij} = w_{ji}$ for all $i \ne j$ and $w_{ii} = 0$.",
]


@pytest.mark.parametrize("told", TOLD)
def test_a_diagonal_beside_a_symmetry(told: str) -> None:
    for line in (APART, CURVED):
        assert verdict(told, COUPLED, line) == "right"
        assert verdict(COUPLED, told, line) == "right"
    assert verdict(told, COUPLED, HALF) == "wrong"


def test_a_diagonal_that_is_not_zero() -> None:
    told = r"Here $w_{ij} = w_{ji}$ for $i \ne j$ and $w_{ii} = 1$."
    found = each_verdict(COUPLED, told, lines=[APART, r"$$ \frac{\partial^2 E}{\partial s_i^2} = 1 $$"])
    assert found[0] in ("wrong", "unproved")
    assert found[1] in ("right", "unproved")


@pytest.mark.parametrize(
    "supposed",
    [
        r"If $w_{ij} = w_{ji}$ for $i \ne j$ and $w_{ii} = 0$, then",
        r"If $w_{ii} = 0$ and $w_{ij} = w_{ji}$ for $i \ne j$, then",
        r"If $w_{ij} = w_{ji}$ and $w_{ii} = 0$, then",
    ],
)
def test_what_is_only_supposed(supposed: str) -> None:
    assert verdict(COUPLED, supposed, APART) != "wrong"
    assert verdict(COUPLED, supposed, APART, "In general", APART) != "right"


def test_a_diagonal_that_is_not_understood() -> None:
    told = r"with $w_{ij} = w_{ji}$ if $i \ne j$ and $w_{ii} = 0$ otherwise."
    found = each_verdict(COUPLED, told, lines=[APART, HALF])
    assert found[0] in ("right", "unproved")
    assert found[1] in ("wrong", "unproved")


PAIRS = (
    r"$$ E = \frac12 \sum_{k=1}^n a_k x_k^2 + \sum_{k=1}^n \sum_{l=k+1}^n A_{kl} x_k x_l $$ where $A_{kl} = A_{lk}$."
)
HESSIAN = r"$$ H_{kl} = \frac{\partial^2 E}{\partial x_k \partial x_l} $$"
SECOND = r"\frac{\partial^2 E}{\partial x_k \partial x_l}"


def test_entries_that_are_there_for_different_letters_only() -> None:
    assert each_verdict(
        PAIRS,
        HESSIAN,
        lines=[r"$$ H_{kl} = A_{kl} $$", r"$$ H_{kl} = A_{kl} \quad (k \ne l) $$", r"$$ H_{kl} = 2 A_{kl} $$"],
    ) == ["unproved", "right", "wrong"]
    assert each_verdict(
        PAIRS, lines=[rf"$$ {SECOND} = A_{{kl}} $$", rf"$$ {SECOND} = A_{{kl}} \quad (k \ne l) $$"]
    ) == ["unproved", "right"]


def test_what_is_zero_for_equal_letters_says_nothing_of_them() -> None:
    spins = r"$$ E = -\sum_{i<j} J_{ij} s_i s_j - \sum_i h_i s_i $$ with $J_{ij} = J_{ji}$."
    second = r"\frac{\partial^2 E}{\partial s_i \partial s_j}"
    assert each_verdict(spins, lines=[rf"$$ {second} = -J_{{ij}} $$", rf"$$ {second} = J_{{ij}} $$"]) == [
        "right",
        "wrong",
    ]
