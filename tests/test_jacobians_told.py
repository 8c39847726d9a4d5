"""The layout of a derivative of a vector by a vector, told beside it or beside one of other letters."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["g"]\n[ranges]\n"k" = "1..n"\n"i" = "1..m"\n+++'
NET = [
    r"$$ s_i = \sum_{k=1}^{n} V_{ik} a_k $$",
    r"$$ r_i = g(s_i) $$",
    r"$$ E = \sum_{i=1}^{m} c_i r_i^2 $$",
    r"Here $\mathbf{a} = (a_k)$, $\mathbf{s} = (s_i)$, $\mathbf{r} = (r_i)$ are column vectors, $V = (V_{ik})$.",
]
JACOBIAN = r"$\frac{\partial \mathbf{s}}{\partial \mathbf{a}}$"
ROWS = [
    rf"{JACOBIAN} is the Jacobian with the components of $\mathbf{{s}}$ in the rows.",
    rf"{JACOBIAN} has the components of $\mathbf{{a}}$ in the columns.",
    rf"{JACOBIAN} is the Jacobian matrix whose rows belong to $\mathbf{{s}}$.",
    rf"{JACOBIAN} is the matrix with the entry $\frac{{\partial s_i}}{{\partial a_k}}$ in row $i$ and column $k$.",
    rf"{JACOBIAN} is the matrix whose $(i, k)$ entry is $\frac{{\partial s_i}}{{\partial a_k}}$.",
    r"$\frac{\partial \mathbf{p}}{\partial \mathbf{q}}$ has the element $\frac{\partial p_i}{\partial q_j}$ in row $i$ "
    r"and column $j$.",
    r"ここで、$\frac{\partial \mathbf{s}}{\partial \mathbf{a}}$ は $\mathbf{s}$ の成分を行に並べた行列である。",
]
COLUMNS = [
    rf"{JACOBIAN} is the Jacobian with the components of $\mathbf{{s}}$ in the columns.",
    rf"{JACOBIAN} has the element $\frac{{\partial s_j}}{{\partial a_i}}$ in row $i$ and column $j$.",
    r"$\frac{\partial \mathbf{p}}{\partial \mathbf{q}}$ has the element $\frac{\partial p_j}{\partial q_i}$ in row $i$ "
    r"and column $j$.",
]
LINE = r"$$ \frac{\partial \mathbf{s}}{\partial \mathbf{a}} = %s $$"
ONES = [
    r"Some books say that " + ROWS[0],
    ROWS[0].replace(" is the", " is not the"),
    ROWS[0] + " " + COLUMNS[0],
    rf"The transpose of {ROWS[0]}",
]


@pytest.mark.parametrize("said", ROWS)
def test_rows_of_the_vector_above(said: str) -> None:
    """The transpose is no longer right."""
    found = each_verdict(FRONT, *NET, said, lines=[LINE % "V", LINE % r"V^\top", LINE % "2 V"])
    assert found[0] == "right"
    assert found[1] not in ("right",)
    assert found[2] == "wrong"


@pytest.mark.parametrize("said", COLUMNS)
def test_rows_of_the_vector_below(said: str) -> None:
    """It stands the other way."""
    found = each_verdict(FRONT, *NET, said, lines=[LINE % r"V^\top", LINE % "V", LINE % r"2 V^\top"])
    assert found[0] == "right"
    assert found[1] not in ("right",)
    assert found[2] == "wrong"


@pytest.mark.parametrize("said", ONES)
def test_what_is_not_said_plainly_is_open(said: str) -> None:
    """Neither way is judged wrong."""
    cases = ["V", r"V^\top"]
    for side, found in zip(cases, each_verdict(FRONT, *NET, said, lines=[LINE % side for side in cases]), strict=True):
        assert found != "wrong", side


def test_square_ones() -> None:
    """Where both ways fit, the other one is wrong."""
    front, net = FRONT.replace("..n", "..m"), [x.replace("{n}", "{m}") for x in NET]
    assert verdict(front, *net, ROWS[0], LINE % r"V^\top") == "wrong"
    assert each_verdict(front, *net, COLUMNS[0], lines=[LINE % r"V", LINE % r"V^\top"]) == ["wrong", "right"]
