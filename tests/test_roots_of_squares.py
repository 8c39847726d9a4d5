r"""Roots of squares: `\sqrt{s^2}` is `|s|`, and neither s nor -s."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LETTERS = "acmrstuz"


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    ("root", "value"),
    [
        (r"\sqrt{s^2}", "s"),
        (r"(s^2)^{1/2}", "s"),
        (r"\frac{1}{\sqrt{s^2}}", r"\frac{1}{s}"),
        (r"\sqrt{s^2 + 2 s + 1}", "(s + 1)"),
    ],
)
def test_a_root_of_a_square_is_not_negative(letter: str, root: str, value: str) -> None:
    """Which root a number has where numbers are exact is one bit: floats are asked, too."""
    page = r"$$E = \sum_{i=1}^n @ y_i^2$$".replace("@", root)
    for sign in ("", "-"):
        line = r"$$\frac{\partial E}{\partial y_i} = #2 @ y_i$$".replace("#", sign).replace("@", value)
        other = [x.replace(" s ", f" {letter} ").replace("{s", f"{{{letter}") for x in (page, line)]
        other = [x.replace("(s", f"({letter}") for x in other]
        assert verdict(*(x.replace("2 s y", f"2 {letter} y") for x in other)) != "right"


def test_what_is_positive_is_its_root() -> None:
    page = '+++\nassume = ["s > 0"]\n+++\n\n' + r"$$E = \sum_{i=1}^n \sqrt{s^2} y_i^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial y_i} = 2 s y_i$$",
            r"$$\frac{\partial E}{\partial s} = \sum_{i=1}^n y_i^2$$",
            r"$$\frac{\partial E}{\partial s} = -\sum_{i=1}^n y_i^2$$",
        ],
    ) == ["right", "right", "wrong"]
