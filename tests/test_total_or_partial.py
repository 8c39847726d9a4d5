r"""Derivatives of what is shown with several arguments, one of which the page makes of another: total or partial?

By hand, for E(w, a) = 1/2 sum_i (a_i - t_i)^2 + lam/2 sum_ij w_ij^2 with a_i = sum_j w_ij x_j: lam w_ij with a held,
(a_i - t_i) x_j + lam w_ij in total.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$ a_i = \sum_j w_{ij} x_j $$"
BODY = r"\frac12 \sum_i (a_i - t_i)^2 + \frac{\lambda}{2} \sum_{i,j} w_{ij}^2"
BY = r"{\partial w_{ij}}"
HELD, TOTAL = r"\lambda w_{ij}", r"(a_i - t_i) x_j + \lambda w_{ij}"


@pytest.mark.parametrize("shown", ["(w, a)", r"(W, \mathbf{a})", "(w; a)", r"(\theta, a)", r"(w \mid a)"])
def test_an_argument_made_of_another(shown: str) -> None:
    told = f"$$ E{shown} = {BODY} $$"
    for taken in (f"E{shown}", "E"):
        assert not set(
            each_verdict(
                NET,
                told,
                lines=[
                    rf"$$ \frac{{\partial {taken}}}{BY} = {HELD} $$",
                    rf"$$ \frac{{\partial {taken}}}{BY} = {TOTAL} $$",
                ],
            )
        ) & {"right", "wrong"}


def test_what_is_wrong_either_way() -> None:
    told, left = f"$$ E(w, a) = {BODY} $$", rf"\frac{{\partial E(w, a)}}{BY}"
    assert each_verdict(
        NET,
        told,
        lines=[
            f"$$ {left} = (t_i - a_i) x_j + {HELD} $$",
            r"$$ \frac{\partial E(w, a)}{\partial a_i} = a_i - t_i $$",
            r"$$ \frac{\partial E(w, a)}{\partial a_i} = t_i - a_i $$",
        ],
    ) == ["wrong", "right", "wrong"]


@pytest.mark.parametrize("shown", ["", "(w)", "(w, x)", "(w, t, x)"])
def test_arguments_of_which_none_is_made_of_another(shown: str) -> None:
    told, left = f"$$ E{shown} = {BODY} $$", rf"\frac{{\partial E{shown}}}{BY}"
    assert each_verdict(NET, told, lines=[f"$$ {left} = {TOTAL} $$", f"$$ {left} = {HELD} $$"]) == ["right", "wrong"]


def test_a_loss_of_targets_and_outputs() -> None:
    """What stands in the loss only by way of an output is meant in total."""
    told = r"$$ L(t, a) = \frac12 \sum_i (a_i - t_i)^2 $$"
    assert each_verdict(
        NET,
        told,
        lines=[
            r"$$ \frac{\partial L(t, a)}{\partial w_{ij}} = (a_i - t_i) x_j $$",
            r"$$ \frac{\partial L(t, a)}{\partial w_{ij}} = (t_i - a_i) x_j $$",
        ],
    ) == ["right", "wrong"]


def test_responsibilities() -> None:
    told = r"$$ r_{nk} = \frac{e^{-(x_n - m_k)^2}}{\sum_l e^{-(x_n - m_l)^2}} $$"
    body = r"\sum_n \sum_k r_{nk} (x_n - m_k)^2 $$"
    line = r"= -2 \sum_n r_{nk} (x_n - m_k) $$"
    for shown in ("(m, r)", r"(\theta, r)"):
        assert verdict(told, f"$$ Q{shown} = {body}", rf"$$ \frac{{\partial Q{shown}}}{{\partial m_k}} {line}") not in (
            "right",
            "wrong",
        )
    assert verdict(told, f"$$ Q = {body}", rf"$$ \frac{{\partial Q}}{{\partial m_k}} {line}") == "wrong"
