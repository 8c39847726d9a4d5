"""What a reason says, in the words and the notation that the author used."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import JudgedLink

INDEXED = r"$$a_j = \sum_{i=1}^{n} W_{ji} x_i$$ ($1 \le j \le m$) $$E = \frac12 \sum_{j=1}^m (a_j - t_j)^2$$" + "\n\n"
SQUARE = (
    r"Let $x, t \in \mathbb{R}^n$ and $W \in \mathbb{R}^{n \times n}$. $$a = W x$$ $$E = \frac12 \|a - t\|^2$$" + "\n\n"
)
SHAPED = SQUARE.replace(r"x, t \in \mathbb{R}^n", r"x \in \mathbb{R}^n, t \in \mathbb{R}^m").replace(
    r"{n \times n}", r"{m \times n}"
)
LAYER = (
    r"$$a_i = \sum_{j=1}^{J} w_{ij} x_j + b_i$$ ($1 \le i \le I$) $$y_i = f(a_i)$$ "
    r"$$E = \frac12 \sum_{i=1}^{I} (y_i - t_i)^2$$" + "\n\n"
)


def told(page: str, lang: str = "en") -> JudgedLink:
    """The last link of a page."""
    return check(page, options=Options(lang=lang)).claims[-1].links[-1]


def marked(link: JudgedLink, line: str) -> str:
    """The part of a line that the caret is under."""
    assert link.reason is not None
    assert link.reason.span is not None
    return line[slice(*link.reason.span)]


DX = r"\frac{\partial E}{\partial x}"
DW = r"\frac{\partial E}{\partial W}"
TRANSPOSED = [
    (INDEXED, rf"{DX} = W (a - t)", "W", "W^T", rf"{DX} = W^T (a - t)"),
    (SQUARE, rf"{DX} = W (a - t)", "W", "W^T", rf"{DX} = W^T (a - t)"),
    (INDEXED, rf"{DX} = \mathbf{{W}} (a - t)", r"\mathbf{W}", r"\mathbf{W}^T", rf"{DX} = \mathbf{{W}}^T (a - t)"),
    (SQUARE, r"\nabla_x E = W (a - t)", "W", "W^T", r"\nabla_x E = W^T (a - t)"),
    (SQUARE, rf"{DX} = 2 \cdot \frac12 W (a - t)", "W", "W^T", rf"{DX} = 2 \cdot \frac12 W^T (a - t)"),
    (SQUARE, r"E = \frac12 (W^{\top} x - t)^{\top} (a - t)", r"W^{\top}", "W", r"E = \frac12 (W x - t)^{\top} (a - t)"),
]


@pytest.mark.parametrize(("page", "line", "old", "new", "right"), TRANSPOSED)
def test_a_matrix_that_is_transposed_is_told_as_it_is_typed(
    page: str, line: str, old: str, new: str, right: str
) -> None:
    link = told(f"{page}$${line}$$")
    assert link.reason is not None
    assert (link.reason.kind, link.reason.right) == ("transposed", right)
    assert link.reason.text == f"the matrix is transposed: `{old}` should be `{new}`"
    assert marked(link, line) == old
    assert str(told(f"{page}$${right}$$").judgement) == "right"
    japanese = told(f"{page}$${line}$$", "ja").reason
    assert japanese is not None
    assert japanese.text == f"行列の転置が違います: `{old}` ではなく `{new}` です"


@pytest.mark.parametrize("page", [INDEXED, SQUARE])
def test_the_whole_transposed(page: str) -> None:
    link = told(rf"{page}$${DW} = x (a - t)^T$$")
    assert link.reason is not None
    assert link.reason.text == "`x (a - t)^T` is the transpose of what it should be"
    assert link.reason.right == f"{DW} = (x (a - t)^T)^T"
    assert str(told(f"{page}$${link.reason.right}$$").judgement) == "right"


def test_shapes_that_do_not_fit_are_told_as_such() -> None:
    shaped, japanese = (
        told(rf"{SHAPED}$${DX} = W (a - t)$$").reason,
        told(rf"{SHAPED}$${DX} = W (a - t)$$", "ja").reason,
    )
    assert shaped is not None
    assert japanese is not None
    assert shaped.text.startswith("a matrix of m by n times a column of m")
    assert japanese.text.startswith("m 行 n 列の行列 と 長さ m の列ベクトル の積は作れません")
    other = told(rf"{INDEXED}$${DX} = 3 W (a - t)$$").reason
    assert other is not None
    assert (other.kind, other.text.splitlines()[0]) == ("ill-typed", "the shapes do not fit")


def test_indices_stay_indices() -> None:
    reason = told(rf"{INDEXED}$$\frac{{\partial E}}{{\partial x_i}} = \sum_j W_{{ij}} (a_j - t_j)$$").reason
    assert reason is not None
    assert "matrix" not in reason.text


def test_the_only_path_is_not_told_as_one_more() -> None:
    reason = told(LAYER + r"$$\frac{\partial E}{\partial b_i} = 0$$").reason
    assert reason is not None
    assert reason.text.startswith("`b_i` acts through `y_i`: ")
    japanese = told(LAYER + r"$$\frac{\partial E}{\partial b_i} = 0$$", "ja").reason
    assert japanese is not None
    assert japanese.text.startswith("`b_i` は `y_i` を通して影響します: ")


SOFTMAX = (
    r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$$ ($1 \le k \le K$) $$L = -\sum_{k=1}^K t_k \log p_k$$ "
    r"with $\sum_k t_k = 1$." + "\n\n"
)


def test_the_simplest_of_the_terms_that_may_be_missing() -> None:
    reason = told(SOFTMAX + r"$$\frac{\partial L}{\partial z_k} = p_k$$").reason
    assert reason is not None
    assert (reason.text, reason.right) == (
        "the term `-t_k` is missing: a path is left out",
        r"\frac{\partial L}{\partial z_k} = p_k - t_k",
    )
    open_line = told(SOFTMAX + r"$$\frac{\partial L}{\partial z_k} = \frac{\partial L}{\partial p_k} p_k$$").reason
    assert open_line is not None
    assert r"\partial L" in open_line.right


DEDX = r"\frac{\partial E}{\partial x_j}"
BOUNDS = [
    (rf"{DEDX} = \sum_{{i=1}}^{{J}} (y_i - t_i) f'(a_i) w_{{ij}}", "J"),
    (rf"{DEDX} = \sum_{{i=1}}^J (y_i - t_i) f'(a_i) w_{{ij}}", "J"),
    (rf"{DEDX} = \sum\limits^{{I}}_{{i=2}} (y_i - t_i) f'(a_i) w_{{ij}}", "i=2"),
    (rf"{DEDX} = \sum_{{i=1}}^{{I-1}} (y_i - t_i) f'(a_i) w_{{ij}}", "I-1"),
]


@pytest.mark.parametrize(("line", "bound"), BOUNDS)
def test_the_caret_is_under_the_bound_that_is_wrong(line: str, bound: str) -> None:
    link = told(f"{LAYER}$${line}$$")
    assert link.reason is not None
    assert link.reason.kind == "bound"
    assert marked(link, line) == bound


DADW = r"\frac{\partial a_k}{\partial w_{ij}} = x_j"
COMMAS = LAYER.replace("w_{ij}", "w_{i,j}"), DADW.replace("w_{ij}", "w_{i,j}")
DELTAS = [
    (LAYER, DADW, r"\delta_{ik}"),
    (LAYER + r"$$\frac{\partial a_k}{\partial b_i} = \delta_{ki}$$ ", DADW, r"\delta_{ik}"),
    (LAYER + r"$$\frac{\partial a_k}{\partial b_i} = \delta_{k,i}$$ ", DADW, r"\delta_{i,k}"),
    (LAYER + r"$$\frac{\partial a_k}{\partial b_i} = [k = i]$$ ", DADW, "[i = k]"),
    (*COMMAS, r"\delta_{i,k}"),
]


@pytest.mark.parametrize(("page", "line", "delta"), DELTAS)
def test_a_delta_is_spelled_as_on_the_page(page: str, line: str, delta: str) -> None:
    link = told(f"{page}$${line}$$")
    assert link.reason is not None
    assert f"`{delta}` is missing" in link.reason.text
    assert delta in link.reason.right
    assert str(told(f"{page}$${link.reason.right}$$").judgement) == "right"
