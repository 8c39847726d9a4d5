r"""Gradients spelled out, `\operatorname{grad}_W E`, products typed with bullets, and nablas of functions.

By hand: with `u = W x`, `h = s(u)` and `E = \| h - t \|^2`, the gradient by u is
`2 \operatorname{diag}(s'(u)) (h - t)`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""+++
objective = "E"
functions = ["s"]
+++

$W \in \mathbb{R}^{m \times n}$; $x \in \mathbb{R}^n$ and $t \in \mathbb{R}^m$ are column vectors.

$$ u = W x \qquad h = s(u) \qquad E = \| h - t \|^2 $$
"""
SLOPE = r"$$ \nabla s(u) := \operatorname{diag}(s'(u)) $$"
PRODUCT = r"Here $\bullet$ denotes the matrix product."


@pytest.mark.parametrize("font", [r"\operatorname", r"\mathrm"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\operatorname{grad}_h E = 2 (h - t)", "right"),
        (r"\operatorname{grad}_{h} E = h - t", "wrong"),
        (r"\operatorname{grad}_W E = (\operatorname{grad}_u E) x^T", "right"),
        (r"\operatorname{grad}_u E = \nabla s(u) \bullet \operatorname{grad}_h E", "right"),
        (r"\operatorname{grad}_u E = 2 \nabla s(u) \bullet (h - t)", "right"),
        (r"\operatorname{grad}_u E = \nabla s(u) \bullet (h - t)", "wrong"),
        (r"\operatorname{grad}_x E = (\nabla s(u) \bullet W)^T \bullet \operatorname{grad}_h E", "right"),
        (r"\operatorname{grad}_x E = W^T \bullet \operatorname{grad}_h E", "wrong"),
    ],
)
def test_gradients_in_letters(font: str, line: str, expected: str) -> None:
    line = line.replace(r"\operatorname{grad}", font + "{grad}")
    assert verdict(NET, SLOPE, PRODUCT, f"$$ {line} $$") == expected


def test_without_a_line_that_says_so_a_nabla_of_a_function_is_open() -> None:
    line = r"$$ \operatorname{grad}_u E = 2 \nabla s(u) (h - t) $$"
    assert verdict(NET, line) not in ("right", "wrong")
    assert verdict(NET, SLOPE.replace("s'", "s"), line) not in ("right", "wrong")
    assert verdict(NET, SLOPE.replace(r"\nabla s", r"\nabla s'"), line) not in ("right", "wrong")


@pytest.mark.parametrize(
    ("words", "by_entries", "by_rows"),
    [
        ("", "right", "wrong"),
        (r"Here $\bullet$ denotes the Hadamard product.", "right", "wrong"),
        (r"Here $\bullet$ is the elementwise product.", "right", "wrong"),
        (PRODUCT, "wrong", "right"),
        (r"Here $\bullet$ is the usual matrix multiplication.", "wrong", "right"),
        (r"Here $\bullet$ denotes the composition.", "open", "open"),
        (r"Here $\bullet$ denotes the matrix product of Lie.", "open", "open"),
    ],
)
def test_what_a_bullet_is_called(words: str, by_entries: str, by_rows: str) -> None:
    for line, expected in (
        (r"$$ \nabla_u E = 2 s'(u) \bullet (h - t) $$", by_entries),
        (r"$$ \nabla_x E = W^T \bullet \nabla_u E $$", by_rows),
    ):
        found = verdict(NET, words, line)
        assert found == expected or (expected == "open" and found not in ("right", "wrong")), line


def test_a_name_is_no_gradient() -> None:
    page = r"$$ \mathrm{grad}_i = a_i b \qquad E = \sum_{i=1}^N \mathrm{grad}_i^2 $$"
    assert verdict(page, r"$$ \frac{\partial E}{\partial a_i} = 2 b \, \mathrm{grad}_i $$") == "right"
