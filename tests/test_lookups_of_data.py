r"""Data looked up for each example, `\mathbf{p}_{y_i}`, as those of the example; columns of a matrix only named.

By hand: for `E = \sum_i |W^T x_i - p_{y_i}|^2` the gradient by W is `2 \sum_i x_i (W^T x_i - p_{y_i})^T`.
"""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.errors import SymderivError

from .judging import each_verdict, verdict

SHAPES = r"Here $\mathbf{x}_i \in \mathbb{R}^D$, $\mathbf{p}_{y_i} \in \mathbb{R}^K$ is the code of the class $y_i$."
ERROR = r"$$ E = \sum_{i=1}^n \| W^T \mathbf{x}_i - \mathbf{p}_{y_i} \|^2 $$"
COLUMNS = r"The columns are $W = (\mathbf{w}_{c_1}, \mathbf{w}_{c_2}, \dots, \mathbf{w}_{c_K})$."
STACKS = (
    r"$$ X = (\mathbf{x}_1, \mathbf{x}_2, \dots, \mathbf{x}_n)^T, "
    r"\quad P = (\mathbf{p}_{y_1}, \mathbf{p}_{y_2}, \dots, \mathbf{p}_{y_n})^T $$"
)


@pytest.mark.parametrize("columns", ["", COLUMNS])
def test_codes_of_classes(columns: str) -> None:
    cases = [
        (r"2 \sum_{i=1}^n \mathbf{x}_i (W^T \mathbf{x}_i - \mathbf{p}_{y_i})^T", "right"),
        (r"2 (X^T X W - X^T P)", "right"),
        (r"2 X^T (X W - P)", "right"),
        (r"X^T (X W - P)", "wrong"),
        (r"2 X^T (X W + P)", "wrong"),
        (r"2 \sum_{i=1}^n \mathbf{x}_i (W^T \mathbf{x}_i - \mathbf{p}_{y_1})^T", "wrong"),
    ]
    for (line, judged), found in zip(
        cases,
        each_verdict(
            SHAPES,
            columns,
            ERROR,
            STACKS,
            lines=[rf"$$ \frac{{\partial E}}{{\partial W}} = {line} $$" for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == judged, line


GROUPS = r"$$ E = \frac{1}{2} \sum_{i=1}^n (w x_i - b_{g_i})^2 $$"
BY_W = r"$$ \frac{\partial E}{\partial w} = \sum_{i=1}^n (w x_i %s b_{g_i}) x_i $$"


def test_numbers_of_groups() -> None:
    assert each_verdict(GROUPS, lines=[BY_W % "-", BY_W % "+"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "other",
    [
        r"$$ s = \sum_{i=1}^n [g_i = 1] $$",
        r"$$ g_i = \sum_{j=1}^n x_j $$",  # the labels are computed
        r"$$ b_k = 2 w $$",  # and so are these
        r"$$ b = \tanh(w) $$",
        r"$$ \vec{b} = \tanh(w) $$",
        r"$$ B = w A $$",  # a matrix of these, perhaps
        r"$$ b_{g_i} = w^2 $$",
        r"$$ s = b_{g_i}(w) $$",
        r"$$ b_{g_i} = = w $$",  # unread
    ],
)
def test_what_is_left_as_it_is(other: str) -> None:
    cases = "-+"
    for sign, found in zip(cases, each_verdict(GROUPS, other, lines=[BY_W % sign for sign in cases]), strict=True):
        assert found not in ("right", "wrong"), sign


BY_ROW = r"$$ \frac{\partial E}{\partial b_{g_i}} = b_{g_i} %s w x_i $$"


def test_rows_by_which_a_line_differentiates() -> None:
    """Two examples may share a group: what is right of different ones is open, what is wrong of them is wrong."""
    found = each_verdict(GROUPS, lines=[BY_ROW % "-", BY_ROW % "+"])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    assert each_verdict(GROUPS, BY_ROW % "-", lines=[BY_W % "-", BY_W % "+"]) == ["right", "wrong"]


def test_a_name_for_such_a_derivative_is_open_too() -> None:
    named = r"$$ d_i = \frac{\partial E}{\partial b_{g_i}} $$"
    assert verdict(GROUPS, named, r"$$ d_i = b_{g_i} - w x_i $$") not in ("right", "wrong")


@pytest.mark.parametrize("said", ["All groups $g_i$ are the same.", "Here $b_{g_i}$ is one number."])
def test_sentences_about_such_rows(said: str) -> None:
    cases = "-+"
    for sign, found in zip(cases, each_verdict(GROUPS, said, lines=[BY_ROW % sign for sign in cases]), strict=True):
        assert found not in ("right", "wrong"), sign


def test_data_that_are_declared_are_looked_up() -> None:
    front = '+++\ndata = ["b_v"]\n[ranges]\nv = "1..V"\n+++'
    assert each_verdict(front, GROUPS, lines=[BY_W % "-", BY_W % "+"]) == ["right", "wrong"]


def test_bound_letters_with_numbers_are_no_labels() -> None:
    page = r"$$ s = \sum_{i_1=1}^n \sum_{i_2=1}^n a_{i_1} b_{i_2} x_{i_1} x_{i_2} $$"
    line = r"$$ \frac{\partial s}{\partial x_{k}} = \sum_{i=1}^n %s x_i $$"
    assert each_verdict(page, lines=[line % "(a_k b_i + a_i b_k)", line % "a_k b_i"]) == ["right", "wrong"]


def test_columns_that_other_lines_name_are_not_dropped() -> None:
    square = r"$$ R = \sum_{k=1}^K \| \mathbf{w}_{c_k} \|^2 $$"
    line = r"$$ \frac{\partial R}{\partial W} = 0 $$"
    assert verdict(SHAPES, COLUMNS, ERROR, square, line) not in ("right", "wrong")


def test_what_is_derived_or_given_is_looked_up() -> None:
    """By the code of a class nothing is derived as if each example had its own."""
    page = SHAPES + "\n\n" + ERROR
    with pytest.raises(SymderivError, match="looked up"):
        sd.read_network(page)
