r"""Sums without a letter of whole vectors.

By hand: `y = \exp(z) / s` with the sum s of all `\exp(z_k)` has the Jacobian `\operatorname{diag}(y) - y y^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHAPES = r"$z, y, t \in \mathbb{R}^K$."
TOLD = r"$z, y, t \in \mathbb{R}^K$, and $\sum$ without an index adds up all the entries."
BELOW = r"$$ y = \frac{\exp(z)}{\sum \exp(z)} $$"
SLASH = r"$$ y = \exp(z) / \sum \exp(z) $$"
LINES = [
    (r"\frac{\partial y}{\partial z} = \operatorname{diag}(y) - y y^T", "right"),
    (r"\frac{\partial y}{\partial z} = \operatorname{diag}(y) + y y^T", "wrong"),
    (r"\frac{\partial y_i}{\partial z_j} = y_i (\delta_{ij} - y_j)", "right"),
    (r"\frac{\partial y_i}{\partial z_j} = y_i (1 - y_j)", "wrong"),
    (
        r"\frac{\partial y}{\partial z} = \frac{1}{\sum\exp(z)} \operatorname{diag}(\exp(z))"
        r" - \frac{1}{(\sum\exp(z))^2} \exp(z) \exp(z)^T",
        "right",
    ),
    (
        r"\frac{\partial y}{\partial z} = \frac{1}{\sum\exp(z)} \operatorname{diag}(\exp(z))"
        r" - \frac{1}{\sum\exp(z)} \exp(z) \exp(z)^T",
        "wrong",
    ),
]
LOSS = r"$$ L = -\sum t \odot z $$"


@pytest.mark.parametrize("words", [SHAPES, TOLD])
@pytest.mark.parametrize("softmax", [BELOW, SLASH])
def test_what_divides_is_the_sum_of_all_entries(words: str, softmax: str) -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(words, softmax, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    ("line", "told"),
    [(r"\frac{\partial L}{\partial z} = -t", "right"), (r"\frac{\partial L}{\partial z} = t", "wrong")],
)
def test_elsewhere_words_have_to_say_it(line: str, told: str) -> None:
    assert verdict(TOLD, LOSS, f"$$ {line} $$") == told
    for words in (SHAPES, TOLD.replace("adds up all the entries", "is over all examples, not all entries")):
        assert verdict(words, LOSS, f"$$ {line} $$") in ("unproved", "unreadable")


def test_a_sum_over_examples_is_none_of_entries() -> None:
    line = r"$$ \frac{\partial L}{\partial w} = 2 \sum x x^T w $$"
    assert verdict(r"$x, w \in \mathbb{R}^D$.", r"$$ L = \sum (w^T x)^2 $$", line) in ("unproved", "unreadable")
