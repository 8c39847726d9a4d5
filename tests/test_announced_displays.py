r"""Conditions of a display that a clause announces, `$p^0 = 0$, and for $t < T$ and an input $m \in I$:`, and of those
that follow it at once; the values of `\delta(k, l)` in words."""

import pytest

from .judging import check

PAGE = r"""
$U = \{{1, \dots, n\}}$ are the units, $I = \{{n+1, \dots, n+q\}}$ the inputs, $k, l \in U$.
$x^t_m$ for $m \in I$ is an input.

$$ y^{{t+1}}_k = f\Big(\sum_{{j \in U}} w_{{kj}} y^t_j + \sum_{{m \in I}} w_{{km}} x^{{t+1}}_m\Big) $$
( $t = 0, \dots, T-1$ )

$$ y^0_k = 0 $$

$$ s^t_k = \sum_{{j \in U}} w_{{kj}} y^{{t-1}}_j + \sum_{{m \in I}} w_{{km}} x^t_m $$ ( $t = 1, \dots, T$ )

$$ E = \sum_{{t=1}}^T \sum_{{k \in U}} (y^t_k - d^t_k)^2 $$

$$ p^t_{{klm}} = \frac{{\partial y^t_k}}{{\partial w_{{lm}}}} $$

{delta}

$p^0_{{klm}} = 0$, and for $t = 0, \dots, T-1$ and {input} $m \in I$:

$$ p^{{t+1}}_{{klm}} = f'(s^{{t+1}}_k) \Big[\sum_{{j \in U}} w_{{kj}} p^t_{{jlm}} + \delta(k, l) x^{{t+1}}_m\Big] $$

and for $t = 0, \dots, T-1$ and {weight} $m \in U$:

$$ p^{{t+1}}_{{klm}} = f'(s^{{t+1}}_k) \Big[\sum_{{j \in U}} w_{{kj}} p^t_{{jlm}} + \delta(k, l) {first}\Big] $$

$$ p^{{t+1}}_{{klm}} = f'(s^{{t+1}}_k) \Big[\sum_{{j \in U}} w_{{kj}} p^t_{{jlm}} + \delta(k, l) {second}\Big] $$
"""
DELTA = r"$\delta(k, l)$ is $1$ for $k = l$ and $0$ otherwise."


def _verdicts(
    first: str = "y^t_m",
    second: str = "y^{t+1}_m",
    input: str = "an input",
    weight: str = "a recurrent weight,",
    delta: str = DELTA,
) -> list[str]:
    report = check(PAGE.format(first=first, second=second, input=input, weight=weight, delta=delta))
    return [str(c.judgement) for c in report.claims[-3:]]


def test_clauses_that_announce_a_display() -> None:
    assert _verdicts() == ["right", "right", "wrong"]
    assert _verdicts("x^{t+1}_m", "y^t_m")[1:] == ["wrong", "right"]


@pytest.mark.parametrize(("input", "weight"), [("each external input", "the weights"), ("any", "all units")])
def test_clauses_in_other_words(input: str, weight: str) -> None:
    *true, slip = _verdicts(input=input, weight=weight)
    assert "wrong" not in true
    assert slip == "wrong"


@pytest.mark.parametrize(
    "delta",
    [
        r"$\delta(k, l)$ equals 1 if $l = k$ and is zero otherwise.",
        r"$\delta(k, l)$ ist $1$ für $k = l$ und sonst $0$.",
        r"$\delta(k, l)$ is the Kronecker delta.",
    ],
)
def test_both_values_of_a_delta(delta: str) -> None:
    assert _verdicts(delta=delta) == ["right", "right", "wrong"]


@pytest.mark.parametrize(
    "delta", ["", r"$\delta(k, l)$ is the distance.", r"$\delta(k, l)$ is $1$ for $k = j$, else $0$."]
)
def test_a_delta_of_another_kind(delta: str) -> None:
    assert "right" not in _verdicts(delta=delta)
