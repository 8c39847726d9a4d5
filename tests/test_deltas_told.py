"""Equations that say what a Kronecker delta is: its letters may run over anything."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"i" = "1..N"\n"k" = "1..N"\n"j" = "1..H"\n"l" = "1..H"\n+++\n'
NET = r"$$m_l = \frac1N \sum_k h_{kl}$$ $$L = \sum_l m_l^2$$" + "\n\n"
DELTA = [
    r"where $\delta_{i,j}=1$ if $i=j$ and $0$ otherwise (also written $\delta_{ij}$).",
    r"where $\delta_{ij} = 1$ if $i=j$ else $0$.",
    r"$$\delta_{ij} = \begin{cases} 1 & i=j \\ 0 & i\ne j\end{cases}$$",
    r"$$\delta_{ij} = \begin{cases} 0 & \text{if } i \ne j \\ 1 & \text{otherwise}\end{cases}$$",
    r"$$\delta_{ij} = [i=j] \quad (1 \le i, j \le N)$$",
    r"$$\delta_{ab} := \mathbb{1}\{b=a\}$$",
]


def _verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(FRONT + NET + page).claims]


@pytest.mark.parametrize("told", DELTA)
def test_a_delta_is_told_of_any_two_letters(told: str) -> None:
    lines = [
        r"$$\frac{d m_l}{d h_{ij}} = \frac1N \delta_{jl}$$",
        r"$$\frac{d m_l}{d h_{ij}} = \frac1N \delta_{il}$$",
        r"$$\frac{d h_{kl}}{d h_{ij}} = \delta_{ik} \delta_{jl}$$",
        r"$$\frac{d h_{kl}}{d h_{ij}} = \delta_{ij} \delta_{kl}$$",
    ]
    assert _verdicts(told + "\n\n" + "\n\n".join(lines)) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize("name", ["e", r"\Delta", r"\mathbb{1}", "I", r"\hat d"])
def test_so_may_another_name_be(name: str) -> None:
    page = (
        rf"$${name}_{{ij}} = [i=j]$$"
        "\n\n"
        rf"$$\frac{{d m_l}}{{d h_{{ij}}}} = \frac1N {name}_{{jl}}$$"
        "\n\n"
        rf"$$\frac{{d m_l}}{{d h_{{ij}}}} = \frac1N {name}_{{il}}$$"
    )
    assert _verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial x_{i,j}} = 2 \sum_{k=1}^n A_{i,k} (A x)_{k,j}", ("unproved", "unreadable")),
        (r"\frac{\partial E}{\partial x_{i,j}} = 0", ("wrong", "unproved", "unreadable")),
    ],
)
def test_what_is_differentiated_is_an_array(line: str, expected: tuple[str, ...]) -> None:
    """Inputs that happen to be the identity matrix are differentiated by as any others."""
    net = r"$$x_{i,j} = [i=j]$$ ( $1 \le i, j \le n$ ) $$E = \sum_{i=1}^n \sum_{j=1}^n x_{i,j}^2$$"
    assert verdict(net, f"$${line}$$") in expected


def test_errors_that_are_defined_too_are_none() -> None:
    r"""With \delta_{ij} = x_i - x_j elsewhere the page has two of them, and no line rests on either."""
    net = r"$$\delta_{ij} = x_i - x_j$$ $$E = \sum_{i=1}^n \sum_{j=1}^n \delta_{ij}^2$$ with $\delta_{ij} = [i=j]$."
    found = each_verdict(
        net,
        lines=[
            r"$$\frac{\partial E}{\partial x_k} = 2 \sum_{j=1}^n \delta_{kj}$$",
            r"$$\frac{\partial E}{\partial x_k} = 4 \sum_{j=1}^n \delta_{kj}$$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"
