r"""Sizes that are called by two letters, `\sum_{a=0}^{HH-1}`. By hand: `dy_{ij}/dw_{ab} = x_{i+a,j+b}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = (
    r"$$ y_{i,j} = \sum_{a=1}^{HH} \sum_{b=1}^{WW} w_{a,b} x_{i+a,j+b} + c $$",
    r"$$ E = \frac12 \sum_{i=1}^{P} \sum_{j=1}^{Q} y_{i,j}^2 $$",
)
LINES = [
    (r"\frac{\partial E}{\partial w_{a,b}} = \sum_{i=1}^{P} \sum_{j=1}^{Q} y_{i,j} x_{i+a,j+b}", "right"),
    (r"\frac{\partial E}{\partial w_{a,b}} = \sum_{i=1}^{P} \sum_{j=1}^{Q} y_{i,j} x_{i+a,j-b}", "wrong"),
    (r"\frac{\partial y_{i,j}}{\partial c} = \frac{1}{HH} \sum_{a=1}^{HH} 1", "right"),
    (r"\frac{\partial y_{i,j}}{\partial c} = \sum_{a=1}^{HH} \sum_{b=1}^{WW} 1", "wrong"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
@pytest.mark.parametrize("names", [("HH", "WW"), ("KH", "KW"), ("FM", "FN")])
def test_two_capitals_that_stand_nowhere_else(names: tuple[str, str], line: str, expected: str) -> None:
    typed = "\n\n".join((*PAGE, f"$$ {line} $$")).replace("HH", names[0]).replace("WW", names[1])
    assert verdict(typed) == expected


def test_ranges_of_the_front_matter() -> None:
    front = '+++\n[ranges]\n"a" = "0..HH-1"\n"b" = "0..WW-1"\n+++'
    page = tuple(x.replace("a=1}^{HH", "a=0}^{HH-1").replace("b=1}^{WW", "b=0}^{WW-1") for x in PAGE)
    assert each_verdict(front, *page, lines=[f"$$ {LINES[0][0]} $$", f"$$ {LINES[1][0]} $$"]) == ["right", "wrong"]


@pytest.mark.parametrize("more", ["$H$", r"$$ u = H^2 $$", r"$$ u = \sum_{n=1}^{H} v_n $$", "$x_H$"])
def test_a_letter_that_stands_elsewhere_may_be_a_factor(more: str) -> None:
    cases = LINES[2:]
    for (line, _), found in zip(
        cases, each_verdict(*PAGE, more, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found in ("unreadable", "unproved"), line


def test_a_size_of_the_front_matter_may_be_a_factor() -> None:
    front = '+++\nsizes = ["H"]\n+++'
    assert verdict(front, *PAGE, f"$$ {LINES[1][0]} $$") != "wrong"
