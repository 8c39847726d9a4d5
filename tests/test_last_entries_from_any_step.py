r"""An entry of the last step from any step, `x_i^L = x_i^l + ..`: a line about every l, which defines nothing."""

from __future__ import annotations

import pytest

from tests.judging import check, verdict

LAYERS = (
    r"$$ u_j^l = \sum_{k=1}^n W_{jk}^l x_k^l $$",
    r"$$ x_i^{l+1} = x_i^l + \sum_{j=1}^m V_{ij}^l \sigma(u_j^l), \quad l = 0, \dots, L-1 $$",
    r"$$ E = \frac12 \sum_{i=1}^n (x_i^L - t_i)^2 $$",
)
UNROLLED = r"$$ x_i^L = x_i^l + \sum_{s=l}^{L-1} \sum_{j=1}^m V_{ij}^s \sigma(u_j^s) $$"
DEEP = (
    r"$$ \frac{\partial E}{\partial x_k^l} = \frac{\partial E}{\partial x_k^L} + \sum_{s=l}^{L-1} \sum_{i=1}^n"
    r" \sum_{j=1}^m \frac{\partial E}{\partial x_i^{%s}} V_{ij}^s \sigma'(u_j^s) W_{jk}^s, \quad l = 0, \dots, L-1 $$"
)

STEPS = (
    r"$$ a_{t,j} = \sum_{k=1}^d U_{jk} h_{t-1,k} $$",
    r"$$ h_{t,i} = h_{t-1,i} + \sum_{j=1}^m V_{ij} \phi(a_{t,j}) $$ pour $t = 1, \dots, T$",
    r"$$ C = \frac12 \sum_{i=1}^d (h_{T,i} - y_i)^2 $$",
)
ITERATED = r"$$ h_{T,i} = h_{t,i} + \sum_{s=t+1}^{T} \sum_{j=1}^m V_{ij} \phi(a_{s,j}) $$"


def test_the_line_is_judged() -> None:
    assert verdict(*LAYERS, UNROLLED) == "right"
    assert verdict(*STEPS, "En itérant,", ITERATED) == "right"


@pytest.mark.parametrize(("typed", "slip"), [("{s=l}", "{s=l+1}"), ("{L-1}", "{L-2}"), ("= x_i^l", "= x_i^{l+1}")])
def test_a_slip_in_the_line(typed: str, slip: str) -> None:
    assert typed in UNROLLED
    assert verdict(*LAYERS, UNROLLED.replace(typed, slip, 1)) == "wrong"


@pytest.mark.parametrize(("typed", "slip"), [("{s=t+1}", "{s=t}"), ("^{T}", "^{T-1}")])
def test_a_slip_in_a_line_about_steps(typed: str, slip: str) -> None:
    assert typed in ITERATED
    assert verdict(*STEPS, ITERATED.replace(typed, slip, 1)) == "wrong"


def test_no_other_letter_is_bound_by_it() -> None:
    assert verdict(*LAYERS, UNROLLED.replace("= x_i^l", "= x_k^l")) == "unreadable"
    assert verdict(*STEPS, ITERATED.replace("h_{t,i}", "h_{t,k}")) != "right"


def test_what_is_derived_from_it() -> None:
    assert verdict(*LAYERS, UNROLLED, DEEP % "s+1") == "right"
    assert verdict(*LAYERS, UNROLLED, DEEP % "s") == "wrong"
    adjoint = (
        r"$$ \frac{\partial C}{\partial h_{t-1,k}} = %s\sum_{i=1}^d \sum_{j=1}^m"
        r" \frac{\partial C}{\partial h_{t,i}} V_{ij} \phi'(a_{t,j}) U_{jk} $$"
    )
    assert verdict(*STEPS, ITERATED, adjoint % r"\frac{\partial C}{\partial h_{t,k}} + ") == "right"
    assert verdict(*STEPS, ITERATED, adjoint % "") == "wrong"


@pytest.mark.parametrize("last", ["L-1", "L-2"])
def test_a_last_layer_of_its_own_is_no_line_about_any_layer(last: str) -> None:
    page = (
        rf"$$ h_i^l = f(\sum_{{j=1}}^n w_{{ij}}^l h_j^{{l-1}}), \quad l = 1, \dots, {last} $$",
        r"$$ h_i^L = \sum_{j=1}^n w_{ij}^L h_j^l $$",
        r"$$ E = \frac12 \sum_{i=1}^n (h_i^L - t_i)^2 $$",
        r"$$ \frac{\partial E}{\partial w_{ij}^L} = (h_i^L - t_i) h_j^{L-1} $$",
    )
    found = check("\n\n".join(page)).claims
    assert {str(c.judgement) for c in found} <= {"unreadable", "unproved"}
