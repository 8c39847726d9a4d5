r"""`$x_u$ は $X$ の u 行目`, the shape of X in parentheses, and diagonal matrices with a letter of their own, `C^u`.

By hand: `L = \sum_{u,i} c_{ui} (p_{ui} - x_u^T y_i)^2` has the gradient `-2 \sum_i c_{ui} (p_{ui} - x_u^T y_i) y_i`
by `x_u`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROWS = (
    r"$X$ はユーザ行列 ($m \times k$)、$x_u$ は $X$ の u 行目を転置した列ベクトル。"
    r"$Y$ は商品の行列 ($n \times k$)、$y_i$ は $Y$ の第 $i$ 行。"
)
LOSS = r"$$L = \sum_{u=1}^m \sum_{i=1}^n c_{ui} (p_{ui} - x_u^T y_i)^2$$ $$p_u = (p_{u1}, \dots, p_{un})^T$$"
DIAGONAL = r"$$C^u_{ii} = c_{ui}$$"
SAID = [
    r"$C^u$ は $n \times n$ の対角行列。",
    r"where $C^u$ is the $n \times n$ diagonal matrix",
    r"with the diagonal matrix $C^u \in \mathbb{R}^{n \times n}$",
]
LINES = [
    (r"\frac{\partial L}{\partial x_u} = -2 Y^T C^u (p_u - Y x_u)", "right"),
    (r"\frac{\partial L}{\partial x_u} = -2 Y^T C^u (p_u + Y x_u)", "wrong"),
    (r"\frac{\partial L}{\partial x_u} = -2 Y^T (p_u - Y x_u)", "wrong"),
    (r"Y^T C^u Y = Y^T Y + Y^T (C^u - I) Y", "right"),
    (r"Y^T C^u Y = Y^T Y + Y^T (C^u + I) Y", "wrong"),
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_rows_and_diagonals_are_read(said: str, line: str, expected: str) -> None:
    assert verdict(f"{ROWS}\n\n{LOSS} {DIAGONAL}\n\n{said}", f"$${line}$$") == expected


@pytest.mark.parametrize(
    "said", ["", r"$C^u$ は $n \times n$ の対角行列ではない。", r"$C^v \in \mathbb{R}^{n \times n}$"]
)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_without_the_word_nothing_is_taken(said: str, line: str, expected: str) -> None:
    found = verdict(f"{ROWS}\n\n{LOSS} {DIAGONAL}\n\n{said}", f"$${line}$$")
    assert found in ("unproved", "unreadable", expected)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS.replace("u 行目", "i 行目"),  # the letter of another
        ROWS.replace("u 行目を転置した列ベクトル", "u 行目の逆数"),
        ROWS.replace("第 $i$ 行", "転置の第 $i$ 行"),
    ],
)
def test_other_words_tell_no_rows(rows: str) -> None:
    for (line, expected), found in zip(
        LINES,
        each_verdict(f"{rows}\n\n{LOSS} {DIAGONAL}\n\n{SAID[2]}", lines=[f"$${line}$$" for line, _ in LINES]),
        strict=True,
    ):
        assert found in (
            "unproved",
            "unreadable",
            expected,
        ), line


D = r"$$D_{ii} = c_i$$ {said} $$L = \sum_{i=1}^n c_i (t_i - v_i)^2$$"


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (r"where $D \in \mathbb{R}^{n \times n}$", "unproved", "unproved"),
        (r"Assume $D \in \mathbb{R}^{n \times n}$ is a diagonal matrix.", "unproved", "unproved"),
        (r"where $D$ is the $n \times n$ diagonal matrix", "right", "wrong"),
        (r"where $D \in \mathbb{R}^{n \times n}$ is a diagonal matrix", "right", "wrong"),
    ],
)
def test_a_diagonal_alone_says_nothing_of_the_rest(said: str, right: str, wrong: str) -> None:
    page = D.replace("{said}", f"\n\n{said}\n\n")
    line = r"$$\frac{\partial L}{\partial \mathbf{v}} = -2 D (\mathbf{t} - \mathbf{v})$$"
    assert each_verdict(page, lines=[line, line.replace("-2", "2")]) == [right, wrong]


def test_the_word_is_about_the_one_that_is_named() -> None:
    """What is said of `D_1` is not said of `D_2`."""
    page = (
        r"$D_1 \in \mathbb{R}^{n \times n}$ is a diagonal matrix and $D_2 \in \mathbb{R}^{n \times n}$ is not "
        r"symmetric. $v, w \in \mathbb{R}^n$ $$E = v^T D_1 w + v^T D_2 w$$"
    )
    line = r"$$\frac{\partial E}{\partial v} = D_1^T w + D_2 w$$"
    found = each_verdict(page, lines=[line, line.replace("D_1^T w + D_2", "D_1 w + D_2^T")])
    assert found[0] in ("right", "unproved", "unreadable")
    assert found[1] in ("wrong", "unproved", "unreadable")


def test_a_shape_stands_in_parentheses() -> None:
    page = r"$A$ is the design matrix ($m \times k$), $w \in \mathbb{R}^k$ $$L = \frac12 \|A w\|^2$$"
    assert each_verdict(
        page, lines=[r"$$\frac{\partial L}{\partial w} = A^T A w$$", r"$$\frac{\partial L}{\partial w} = 2 A^T A w$$"]
    ) == ["right", "wrong"]
