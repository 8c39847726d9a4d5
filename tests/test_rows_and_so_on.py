"""Rows that words list with others left off, `and so on`, and rows at a step before or behind."""

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"t" = "1..T"\n"i" = "1..D"\n"j" = "1..n"\n+++'
NET = (
    FRONT,
    r"$$ z_{t,j} = \sum_{i=1}^{D} x_{t,i} U_{ij} $$",
    r"$$ L = \sum_{t=1}^{T} \sum_{j=1}^n z_{t,j}^3 $$",
    r"$$ \delta_{1,t,j} = \frac{\partial L}{\partial z_{t,j}} $$",
    r"$$ \delta_{2,t,i} = \frac{\partial L}{\partial x_{t,i}} $$",
)
REST = r"$x_t = (x_{t,i})$, $z_t = (z_{t,j})$ are row vectors, and $U = (U_{ij})$."


@pytest.mark.parametrize("so_on", [" and so on, ", ", etc., ", " und so weiter, "])
def test_others_are_rows_as_well(so_on: str) -> None:
    page = (*NET, rf"Here $\delta_{{1,t}} = (\delta_{{1,t,j}})${so_on}{REST}")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \delta_{2,t} = \delta_{1,t} U^T $$",
            r"$$ \delta_{2,t} = 2 \delta_{1,t} U^T $$",
            r"$$ \frac{\partial L}{\partial U} = \sum_{t=1}^T x_t^T \delta_{1,t} $$",
            r"$$ \frac{\partial L}{\partial U} = \sum_{t=2}^T x_t^T \delta_{1,t} $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_others_are_not_known_where_words_speak_of_one() -> None:
    page = (*NET, rf"Here $\delta_{{1,t}} = (\delta_{{1,t,j}})$, {REST}")
    assert verdict(*page, r"$$ \delta_{2,t} = \delta_{1,t} U^T $$") == "unreadable"


def test_a_row_one_step_before() -> None:
    page = (
        FRONT,
        r"$$ z_{t,j} = \sum_{m=1}^{n} h_{t-1,m} U_{mj} + x_{t,j} $$",
        r"$$ h_{t,j} = \tanh(z_{t,j}) $$",
        r"$$ h_{0,j} = 0 $$",
        r"$$ L = \sum_{t=1}^{T} \sum_{j=1}^n h_{t,j}^3 $$",
        r"$$ \delta_{t,j} = \frac{\partial L}{\partial z_{t,j}} $$",
        r"Here $h_t = (h_{t,j})$, $x_t = (x_{t,j})$, $z_t = (z_{t,j})$, $\delta_t = (\delta_{t,j})$ are row vectors, "
        r"and $U = (U_{mj})$.",
    )
    found = each_verdict(
        *page,
        lines=[
            r"$$ z_t - x_t = h_{t-1} U $$",
            r"$$ z_t + x_t = h_{t-1} U $$",
            r"$$ \frac{\partial L}{\partial h_{t-1}} = \delta_t U^T + 3 h_{t-1} \odot h_{t-1} $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "wrong"
