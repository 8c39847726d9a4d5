r"""Names that a page defines for one label and uses with another: `f^{(j)}` beside `f^{(i)} = ..`."""

from __future__ import annotations

import pytest

from .judging import check, each_verdict, verdict

RANKS = (r"$$ s^{(ij)} = \sigma(f^{(i)} - f^{(j)}), \quad f^{(i)} = \sum_k w_k x_k^{(i)}, \quad L = -\log s^{(ij)} $$",)
SIAMESE = (
    r"$$ u^{(p,q)} = g^{(p)} g^{(q)}, \quad g^{(p)} = \tanh(v c^{(p)} + b), \quad E = \frac12 (u^{(p,q)} - d)^2 $$",
    r"$$ \delta_v = \frac{\partial E}{\partial v} $$",
)


def test_what_the_definition_has_may_act_by_both() -> None:
    slip = r"$$ \frac{\partial L}{\partial w_k} = -(1 - s^{(ij)}) x_k^{(i)} $$"
    assert verdict(*RANKS, slip) == "unproved"
    found = check("\n\n".join((*RANKS, slip))).claims[-1].links[0]
    assert found.detail == "nothing says whether `f^{(j)}` is defined as `f^{(i)}` is"
    assert (
        verdict(*RANKS, r"$$ \frac{\partial L}{\partial w_k} = -(1 - s^{(ij)}) (x_k^{(i)} + x_k^{(j)}) $$") != "right"
    )
    assert (
        verdict(*RANKS, r"$$ \frac{\partial L}{\partial w_k} = -(1 - s^{(ij)}) (x_k^{(i)} - x_k^{(j)}) $$") != "wrong"
    )


@pytest.mark.parametrize("left", [r"\frac{\partial E}{\partial v}", r"\delta_v"])
def test_also_below_names_of_derivatives(left: str) -> None:
    slip = rf"$$ {left} = (u^{{(p,q)}} - d) g^{{(q)}} (1 - (g^{{(p)}})^2) c^{{(p)}} $$"
    assert verdict(*SIAMESE, slip) == "unproved"


def test_what_cancels_is_not_wrong() -> None:
    page = ("For documents $i$ and $j$:", RANKS[0].replace(r"\sum_k w_k x_k^{(i)}", "w x^{(i)} + b"))
    assert verdict(*page, r"$$ \frac{\partial L}{\partial b} = 0 $$") == "unproved"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial b} = -(1 - s^{(ij)}) $$") == "unproved"


def test_lines_by_the_name_itself_are_judged() -> None:
    assert each_verdict(
        *RANKS,
        lines=[
            r"$$ \frac{\partial L}{\partial f^{(i)}} = -(1 - s^{(ij)}) $$",
            r"$$ \frac{\partial L}{\partial f^{(i)}} = 1 - s^{(ij)} $$",
            r"$$ \frac{\partial f^{(i)}}{\partial w_k} = x_k^{(i)} $$",
            r"$$ \frac{\partial f^{(i)}}{\partial w_k} = w_k $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_a_chain_is_made_of_the_other_name() -> None:
    assert each_verdict(
        r"$$ h_b = \tanh(w h_a), \quad L = \frac12 (h_b - t)^2 $$",
        lines=[
            r"$$ \frac{\partial L}{\partial w} = (h_b - t) (1 - h_b^2) h_a $$",
            r"$$ \frac{\partial L}{\partial w} = (h_b - t) h_a $$",
        ],
    ) == ["right", "wrong"]
