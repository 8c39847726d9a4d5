r"""Costs with a parameter below, `D_{\beta}`, where the parameter stands in exponents, too: it is any number."""

from __future__ import annotations

import pytest

from tests.judging import check, each_verdict, verdict

RANGES = r"Here $f = 1, \dots, F$, $n = 1, \dots, N$, $k = 1, \dots, K$."
MODEL = r"$$ \hat{v}_{fn} = \sum_{k=1}^{K} w_{fk} h_{kn} $$"
OTHER = (
    r"$$ D_{IS} = \sum_{f=1}^{F} \sum_{n=1}^{N} ( \frac{v_{fn}}{\hat{v}_{fn}} - \log v_{fn} + \log \hat{v}_{fn} ) $$"
)
COST = (
    r"$$ D_{\beta} = \sum_{f=1}^{F} \sum_{n=1}^{N} \frac{1}{\beta(\beta-1)} \left( v_{fn}^{\beta} "
    r"+ (\beta-1) \hat{v}_{fn}^{\beta} - \beta v_{fn} \hat{v}_{fn}^{\beta-1} \right) $$"
)
BY_H, BY_W = r"\frac{\partial D_{\beta}}{\partial h_{kn}}", r"\frac{\partial D_{\beta}}{\partial w_{fk}}"
LINES = {
    rf"$$ {left} = {right} $$": expected
    for left, right, expected in (
        (BY_H, r"\sum_{f=1}^{F} w_{fk} \hat{v}_{fn}^{\beta-2} (\hat{v}_{fn} - v_{fn})", "right"),
        (BY_H, r"\sum_{f=1}^{F} w_{fk} \hat{v}_{fn}^{\beta-1} (\hat{v}_{fn} - v_{fn})", "wrong"),
        (BY_H, r"\sum_{f=1}^{F} w_{fk} \hat{v}_{fn}^{\beta-2} (v_{fn} - \hat{v}_{fn})", "wrong"),
        (BY_H, r"\beta \sum_{f=1}^{F} w_{fk} \hat{v}_{fn}^{\beta-2} (\hat{v}_{fn} - v_{fn})", "wrong"),
        (BY_W, r"\sum_{n=1}^{N} (\hat{v}_{fn}^{\beta-1} - v_{fn} \hat{v}_{fn}^{\beta-2}) h_{kn}", "right"),
        (BY_W, r"\sum_{n=1}^{N} (\hat{v}_{fn}^{\beta-1} - v_{fn} \hat{v}_{fn}^{\beta-2})", "wrong"),
    )
}


@pytest.mark.parametrize("other", ["", OTHER])
@pytest.mark.parametrize("letter", [r"\beta", r"\alpha"])
def test_a_divergence(other: str, letter: str) -> None:
    network = [x.replace(r"\beta", letter) for x in (RANGES, MODEL, other, COST)]
    assert each_verdict(*network, lines=[x.replace(r"\beta", letter) for x in LINES]) == list(LINES.values())


RENYI = (
    r"$$ q_i = \frac{u_i^2}{\sum_{j=1}^n u_j^2} $$",
    r"$$ H_\alpha = \frac{1}{1 - \alpha} \log \sum_{i=1}^n q_i^\alpha $$",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\frac{\alpha}{1 - \alpha} \frac{q_i^{\alpha - 1}}{\sum_{j=1}^n q_j^\alpha}", "right"),
        (r"\frac{\alpha}{1 - \alpha} \frac{q_i^{\alpha}}{\sum_{j=1}^n q_j^\alpha}", "wrong"),
        (r"\frac{\alpha}{\alpha - 1} \frac{q_i^{\alpha - 1}}{\sum_{j=1}^n q_j^\alpha}", "wrong"),
    ],
)
def test_an_entropy(value: str, expected: str) -> None:
    assert verdict(*RENYI, rf"$$ \frac{{\partial H_\alpha}}{{\partial q_i}} = {value} $$") == expected


def test_with_a_range_it_is_an_index() -> None:
    page = (r"Here $\beta = 2, \dots, B$.", RANGES, MODEL, COST)
    line, *_ = LINES
    notes = check("\n\n".join((*page, line))).notes
    assert verdict(*page, line) != "wrong"
    assert not any("label" in x for x in notes)


def test_beside_a_number_it_is_an_index() -> None:
    """What `D_2` is would be said by the line about any."""
    line, *_ = LINES
    page = (RANGES, MODEL, COST, line, r"$$ E = D_{2} $$")
    of_two = r"$$ \frac{\partial E}{\partial h_{kn}} = \sum_{f=1}^{F} w_{fk} (\hat{v}_{fn} - v_{fn}) $$"
    assert verdict(*page, of_two) != "wrong"
    assert verdict(*page, of_two.replace("w_{fk} ", "")) != "right"


def test_a_sum_over_it_makes_it_an_index() -> None:
    page = (
        r"Here $\mu = 1, \dots, M$.",
        r"$$ c_\mu = \mu \sum_{i=1}^n x_i^\mu $$",
        r"$$ E = \sum_{\mu=1}^{M} c_\mu $$",
    )
    assert verdict(*page, r"$$ \frac{\partial E}{\partial x_i} = \sum_{\mu=1}^{M} \mu^2 x_i^{\mu-1} $$") != "wrong"
    assert verdict(*page, r"$$ \frac{\partial E}{\partial x_i} = \sum_{\mu=1}^{M} \mu x_i^{\mu-1} $$") != "right"
