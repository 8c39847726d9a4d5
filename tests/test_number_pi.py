r"""The number `\pi` in angles, where it is not any number."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ALTERNATING = r"$$ y = \sum_{i=1}^n \cos(\pi i) x_i, \quad z = \sum_{i=1}^n \sin(\frac{\pi}{2} i) x_i $$"
WAVES = r"$$ E = \sum_{i=1}^n a_i \sin(2 \pi f t_i + \frac{\pi}{2}) $$"
MIXED = r"$$ E = \sum_{i=1}^n (\pi x_i + (1 - \pi) \sin(x_i)) $$"


def test_values_at_multiples_of_pi() -> None:
    cases = [
        r"\frac{\partial y}{\partial x_i} = (-1)^i",
        r"\frac{\partial y}{\partial x_i} = \cos(\pi (i + 2))",
        r"\frac{\partial z}{\partial x_2} = 0",
        r"\frac{\partial z}{\partial x_3} = -1",
    ]
    for line, found in zip(cases, each_verdict(ALTERNATING, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in ("right", "unproved"), line


@pytest.mark.parametrize(
    ("page", "line", "said"),
    [
        (ALTERNATING, r"\frac{\partial y}{\partial x_i} = (-1)^{i+1}", "wrong"),
        (ALTERNATING, r"\frac{\partial y}{\partial x_i} = 1", "wrong"),
        (ALTERNATING, r"\frac{\partial z}{\partial x_3} = 1", "wrong"),
        (WAVES, r"\frac{\partial E}{\partial a_i} = \cos(2 \pi f t_i)", "right"),
        (WAVES, r"\frac{\partial E}{\partial a_i} = -\cos(2 \pi f t_i)", "wrong"),
        (WAVES, r"\frac{\partial E}{\partial t_i} = a_i \cos(2 \pi f t_i + \frac{\pi}{2})", "wrong"),
        (MIXED, r"\frac{\partial E}{\partial \pi} = \sum_{i=1}^n (x_i - \sin(x_i))", "right"),
        (MIXED, r"\frac{\partial E}{\partial \pi} = \sum_{i=1}^n (x_i + \sin(x_i))", "wrong"),
    ],
)
def test_lines_about_pi(page: str, line: str, said: str) -> None:
    assert verdict(page, f"$$ {line} $$") == said
