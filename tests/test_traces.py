r"""Traces of what has one entry, `\operatorname{tr}(y^T W x)`."""

from __future__ import annotations

import pytest

from .judging import check

SHAPES = r"$x \in \mathbb{R}^n$, $y \in \mathbb{R}^m$, $W \in \mathbb{R}^{m \times n}$" + "\n\n"


def verdict(line: str) -> str:
    return str(check(SHAPES + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    "trace", [r"tr(X)", r"\operatorname{Tr}[X]", r"\mathrm{tr}\left(X\right)", r"\mathrm{trace}(X)"]
)
def test_of_numbers(trace: str) -> None:
    by = r"\frac{\partial}{\partial W} " + trace
    assert verdict(by.replace("X", "y^T W x") + " = y x^T") == "right"
    assert verdict(by.replace("X", "y^T W x") + " = x y^T") == "wrong"
    assert verdict(by.replace("X", "x^T W^T W x") + " = 2 W x x^T") == "right"
    assert verdict(by.replace("X", "x^T W^T W x") + " = W x x^T") == "wrong"


def test_of_matrices_and_numbers() -> None:
    assert verdict(r"\operatorname{tr}(y y^T) = \operatorname{tr}(y^T y)") == "right"
    assert verdict(r"\operatorname{tr}(y x^T W^T) = \operatorname{tr}(y^T W x)") == "right"
    assert verdict(r"\operatorname{tr}(y^T W x) = x^T W y") != "right"
