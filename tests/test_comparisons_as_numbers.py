r"""Comparisons in parentheses that stand where a number does.

By hand: `h = \max(0, u)` has the derivative 1 where `u > 0` and 0 where `u < 0`, with a leak a the latter is a.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""
$$ u_i = \sum_{j=1}^D w_{ij} x_j, \quad h_i = \max(0, u_i), \quad L = \sum_{i=1}^H c_i h_i $$ ( $1 \le i \le H$ )
"""
LEAKY = NETWORK.replace(r"\max(0, u_i)", r"\max(0, u_i) + a \min(0, u_i)")
VECTORS = r"""
$W \in \mathbb{R}^{H \times D}$, $x \in \mathbb{R}^D$, $u, h, c \in \mathbb{R}^H$.

$$ u = W x, \quad h = \max(0, u), \quad L = c^T h $$
"""
WORDS = r"Here $(u > 0)$ is 1 where it holds and 0 where it does not."
RELU = [
    (r"\frac{\partial h_i}{\partial u_i} = (u_i > 0)", "right"),
    (r"\frac{\partial h_i}{\partial u_i} = (u_i < 0)", "wrong"),
    (r"\frac{\partial L}{\partial u_i} = c_i \cdot (u_i > 0)", "right"),
    (r"\frac{\partial L}{\partial u_i} = c_i \cdot (u_i < 0)", "wrong"),
    (r"\frac{\partial L}{\partial u_i} = c_i (1 - (u_i \le 0))", "right"),
    (r"\frac{\partial L}{\partial w_{ij}} = (u_i > 0) c_i x_j", "right"),
    (r"\frac{\partial L}{\partial w_{ij}} = (u_i > 0) c_j x_j", "wrong"),
    (r"\frac{\partial L}{\partial x_j} = \sum_{i=1}^H w_{ij} \cdot (u_i > 0) c_i", "right"),
    (r"\frac{\partial L}{\partial x_j} = \sum_{i=1}^H w_{ij} c_i", "wrong"),
]
WITH_LEAK = [
    (r"\frac{\partial h_i}{\partial u_k} = \delta_{ik} \left( (u_i > 0) + a \cdot (u_i \le 0) \right)", "right"),
    (r"\frac{\partial h_i}{\partial u_k} = \delta_{ik} \left( (u_i > 0) - a \cdot (u_i \le 0) \right)", "wrong"),
    (r"\frac{\partial h_i}{\partial u_k} = (u_i > 0) + a \cdot (u_i \le 0)", "wrong"),
    (r"\frac{\partial L}{\partial u_i} = c_i \left( a + (1 - a) \cdot (u_i > 0) \right)", "right"),
]
ARRAYS = [
    (r"\frac{\partial L}{\partial u} = c \odot (u > 0)", "right"),
    (r"\frac{\partial L}{\partial u} = c \odot (u < 0)", "wrong"),
    (r"\frac{\partial L}{\partial W} = (c \odot (u > 0)) x^T", "right"),
    (r"\frac{\partial L}{\partial x} = W^T (c \odot (u > 0))", "right"),
    (r"\frac{\partial L}{\partial x} = W^T c \odot (x > 0)", "wrong"),
]


@pytest.mark.parametrize("words", ["", WORDS])
def test_comparisons_are_numbers(words: str) -> None:
    for (line, wanted), found in zip(
        RELU, each_verdict(NETWORK, words, lines=[f"$$ {line} $$" for line, _ in RELU]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(("line", "wanted"), WITH_LEAK)
def test_comparisons_are_added(line: str, wanted: str) -> None:
    assert verdict(LEAKY, f"$$ {line} $$") == wanted


@pytest.mark.parametrize("words", ["", WORDS])
def test_comparisons_of_vectors(words: str) -> None:
    for (line, wanted), found in zip(
        ARRAYS, each_verdict(VECTORS, words, lines=[f"$$ {line} $$" for line, _ in ARRAYS]), strict=True
    ):
        assert found == wanted, line


def test_what_stands_behind_a_line_is_a_condition() -> None:
    assert each_verdict(
        NETWORK,
        lines=[
            r"$$ \frac{\partial L}{\partial u_i} = c_i \quad (u_i > 0) $$",
            r"$$ \frac{\partial L}{\partial u_i} = c_i \quad (u_i < 0) $$",
        ],
    ) == ["right", "wrong"]


def test_behind_a_name_it_may_be_anything() -> None:
    cases = [r"\frac{\partial L}{\partial u_i} = c_i (u_i > 0) + 0", r"\frac{\partial h_i}{\partial u_i} = p(u_i > 0)"]
    for line, found in zip(cases, each_verdict(NETWORK, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "unreadable", line


def test_a_sentence_about_one_supposes_nothing() -> None:
    square = NETWORK.replace(r"c_i h_i", r"c_i |u_i|")
    words = r"Let $(x_j > 0)$ denote the indicator, and $(u_i > 0)$ is 1 where it holds, else 0."
    assert each_verdict(
        square,
        words,
        lines=[
            r"$$ \frac{\partial L}{\partial u_i} = c_i $$",
            r"$$ \frac{\partial L}{\partial u_i} = c_i \cdot (u_i > 0) - c_i \cdot (u_i < 0) $$",
        ],
    ) == ["wrong", "right"]
