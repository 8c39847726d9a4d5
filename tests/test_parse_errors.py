"""Messages are part of the product: the place, what was expected, what was open, how to write it."""

from __future__ import annotations

import pytest

from symderiv.errors import AmbiguousError, ReadError
from symderiv.latex.parse import parse
from symderiv.latex.source import Source

MESSAGES = [
    (
        "x = (a + b",
        "expected `)` for the `(` at column 5, found the end of the formula\n"
        "line 1, column 5\n    x = (a + b\n        ^",
    ),
    ("x = (a + b]", "expected `)` for the `(`, found `]`\nline 1, column 11\n    x = (a + b]\n              ^"),
    (
        "x = |a + b",
        "expected `|` for the `|` at column 5, found the end\nline 1, column 10\n    x = |a + b\n             ^",
    ),
    (
        "x_12",
        "`_12` is the script 12, or the script 1 before other digits\nline 1, column 3\n    x_12\n      ^~\n"
        "write `_{12}`, or `_{1,2}`",
    ),
    (
        r"y = \fraq{a}{b}",
        "the command `\\fraq` is not known\nline 1, column 5\n    y = \\fraq{a}{b}\n        ^~~~~\n"
        "did you mean `\\frac` or `\\frak`? "
        "Otherwise define it: `\\newcommand{\\fraq}{..}`, or write what it stands for",
    ),
    (
        r"y = \frac{\partail E}{\partial w}",
        "the command `\\partail` is not known\nline 1, column 11\n    y = \\frac{\\partail E}{\\partial w}\n"
        "              ^~~~~~~~\ndid you mean `\\partial`? "
        "Otherwise define it: `\\newcommand{\\partail}{..}`, or write what it stands for",
    ),
    (
        r"y = a \detla",
        "the command `\\detla` is not known\nline 1, column 7\n    y = a \\detla\n          ^~~~~~\n"
        "did you mean `\\delta`? Otherwise define it: `\\newcommand{\\detla}{..}`, or write what it stands for",
    ),
    (
        r"y = \foo x",
        "the command `\\foo` is not known\nline 1, column 5\n    y = \\foo x\n        ^~~~\n"
        "define it: `\\newcommand{\\foo}{..}`, or write what it stands for",
    ),
    (
        r"E = \frac{\mathrm{d} a + b}{\mathrm{d} x}",
        "expected the end of the numerator, found `+`\nline 1, column 24\n"
        "    E = \\frac{\\mathrm{d} a + b}{\\mathrm{d} x}\n                           ^\n"
        "put what is differentiated in parentheses: `\\frac{\\partial (a + b)}{\\partial x}`",
    ),
    (
        r"E = \frac{2 \partial E}{\partial x}",
        "`\\partial` below the line but not at the beginning of the numerator\nline 1, column 11\n"
        "    E = \\frac{2 \\partial E}{\\partial x}\n              ^~~~~~~~~~~~~~~~~~~~~~~~\n"
        "write the factor before the fraction: `2 \\frac{\\partial E}{\\partial w}`",
    ),
]


@pytest.mark.parametrize(("latex", "message"), MESSAGES, ids=[m[0] for m in MESSAGES])
def test_message(latex: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse(latex)
    assert str(caught.value) == message


BOTH_READINGS = [
    "x_12",
    "x_ij",
    "x2",
    r"\frac{a}{b} 2",
    r"\log 2 x",
    r"\log^{-1}(x)",
    "a = b for i",
    "output",
    "-{a+b}",
    "2e-3",
]


@pytest.mark.parametrize("latex", BOTH_READINGS)
def test_two_readings_are_both_named_with_a_way_to_write_each(latex: str) -> None:
    with pytest.raises(AmbiguousError) as caught:
        parse(latex)
    assert ", or" in caught.value.cause
    assert "write" in caught.value.hint


def test_a_minus_at_the_beginning_of_a_row_needs_a_mark() -> None:
    with pytest.raises(AmbiguousError):
        parse(r"a = b \\ - c = d")
    assert len(parse(r"a = b \\ &- c = d").statements) == 1
    assert len(parse(r"a &= b \\ -c &= d").statements) == 2


def test_places_are_those_of_the_file() -> None:
    source = Source("a = b \\\\\nc = (d", line=7, before="so $$", after="$$ is", file="page.md")
    with pytest.raises(ReadError) as caught:
        parse(source)
    assert str(caught.value.place) == "page.md:8:5\n    c = (d$$ is\n        ^"


def test_a_place_on_a_very_long_line_shows_a_window() -> None:
    with pytest.raises(ReadError) as caught:
        parse("+".join(["a"] * 2000) + " ! " + "+b" * 2000)
    text, caret = str(caught.value.place).split("\n")[1:]
    assert len(text) < 300
    assert text[caret.index("^")] == "!"


def test_the_place_of_something_from_a_macro_is_its_call() -> None:
    with pytest.raises(ReadError) as caught:
        parse(r"\newcommand{\bad}[1]{#1_12} y = \bad{x}")
    place = caught.value.place
    assert place is not None
    assert place.text[place.column - 1 :].startswith(r"\bad")
