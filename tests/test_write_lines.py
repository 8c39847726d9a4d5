"""Long lines: how wide a formula prints, where it is broken, and that breaking loses nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from symderiv.latex.lines import chain, rows, terms, width
from symderiv.latex.pieces import flat, pieces

LONG = " + ".join(rf"\frac{{a_{{{n}}}}}{{b + c}} x_{n}" for n in range(12))


def unbroken(latex: str) -> str:
    r"""A broken display on one line again."""
    for old in (r"\begin{aligned} ", r" \end{aligned}", r"&\quad ", r"&\qquad ", "&"):
        latex = latex.replace(old, "")
    return latex.replace(r" \\ ", " ")


TERMS = [
    ("a + b - c", ["a", "+ b", "- c"]),
    ("-a + b", ["-a", "+ b"]),
    ("(a + b) c", ["(a + b) c"]),
    (r"\sum_{k=1}^{J + 1} (a - b) + c", [r"\sum_{k=1}^{J + 1} (a - b)", "+ c"]),
    (r"\begin{cases} a + b & (i = j) \\ c \end{cases} - d", [r"\begin{cases} a + b & (i = j) \\ c \end{cases}", "- d"]),
    (r"\left(a + b\right) - [k = j + 1]", [r"\left(a + b\right)", "- [k = j + 1]"]),
    (r"\lvert a + b \rvert - c", [r"\lvert a + b \rvert", "- c"]),
]


@pytest.mark.parametrize(("latex", "parts"), TERMS, ids=[t for t, _ in TERMS])
def test_terms(latex: str, parts: list[str]) -> None:
    assert list(terms(latex)) == parts


def test_short_chains_stand_on_one_line() -> None:
    assert chain(["a", "b", "c"]) == "a = b = c"
    assert chain(["a", "b"], beside=r"\leftarrow \text{why}") == r"a = b \leftarrow \text{why}"


def test_long_chains_are_aligned_and_long_members_go_on() -> None:
    display = chain(["y", LONG, "z"], r"\leftarrow \text{why}", "i = 1")
    assert display.startswith(r"\begin{aligned} y &= \frac{a_{0}}{b + c}")
    assert display.endswith(r"\\ &= z \quad (i = 1) \leftarrow \text{why} \end{aligned}")
    assert r" \\ &\quad + \frac" in display


def test_breaking_loses_nothing() -> None:
    assert unbroken(chain(["y", LONG, "z"])) == f"y = {LONG} = z"


@pytest.mark.parametrize("limit", [5, 15, 40, 1000])
def test_rows_fill_their_width(limit: float) -> None:
    packed = rows(LONG, limit)
    assert " ".join(packed) == LONG
    assert all(width(r) <= limit or len(terms(r)) == 1 for r in packed)
    assert all(width(f"{p} {terms(q)[0]}") > limit for p, q in pairwise(packed))


def test_a_long_term_is_broken_inside_its_parentheses() -> None:
    display = chain(["y", rf"x \left({LONG}\right) z", "b"])
    assert display.count(r"\Bigl(") == display.count(r"\Bigr)") == 1
    assert r" \\ &\qquad + \frac" in display
    assert unbroken(display) == rf"y = x \Bigl({LONG}\Bigr) z = b"


def test_a_single_long_term_is_left_alone() -> None:
    term = r"\frac{" + " + ".join("abcdefghijklmnopqrstuvwxyz") * 3 + "}{2}"
    assert chain(["y", term]) == f"y = {term}"


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("x_i", "x i"),
        (r"\frac{a + b}{c}", "a + b c"),
        (r"x_j^{(3)}", r"x^{(3)} j"),
        (r"\underbrace{a}_{b + c}", "a b + c"),
        (r"\left(a\right)", r"(a) b"),
        (r"\boxed{a}", "a b"),
    ],
)
def test_width(narrow: str, wide: str) -> None:
    assert 0 < width(narrow) < width(wide)


@pytest.mark.parametrize("text", ["", "{", "}", "a{b", "\\", "{" * 3000, "}" * 50, "a_", "^", r"\frac", r"\sum_"])
def test_any_text_has_pieces_and_a_width(text: str) -> None:
    assert width(text) >= 0
    assert "".join(flat(text)) == text
    assert isinstance(pieces(text), tuple)
