"""Whatever is typed, there is an answer, soon: hostile inputs and random ones raise `ReadError` or give a tree."""

from __future__ import annotations

import random
import time

import pytest

from symderiv.errors import LimitExceeded, ReadError
from symderiv.latex.lexer import Limits
from symderiv.latex.parse import parse, parse_all
from symderiv.latex.tree import Formula, Name, Number, Statement, walk
from symderiv.notation import CONTROL

TOO_MUCH = {
    "5,000 parentheses": "(" * 5000 + "x" + ")" * 5000,
    "1,500 fractions": r"\frac{" * 1500 + "x" + "}{y}" * 1500,
    "one megabyte of terms": "a+" * 500_000 + "a",
    "100,000 digits": "9" * 100_000,
    "1,000 digits": "9" * 1000,
    "nested scripts": "x_{" * 400 + "i" + "}" * 400,
    "nested sums": r"\sum_i " * 3000 + "x",
    "nested functions": r"\log " * 5000 + "x",
    "nested bars": "|" * 5000,
    "nested operators": r"\partial " * 4000,
    "nested gradients": r"\nabla " * 4000 + "x",
    "nested derivatives": r"\frac{\partial}{\partial x}" * 1000 + "f",
    "nested fonts": r"\mathbf{" * 2000 + "x" + "}" * 2000,
    "nested accents": r"\hat{" * 3000 + "x" + "}" * 3000,
    "nested cases": r"\begin{cases}" * 2000 + "x" + r"\end{cases}" * 2000,
    "a macro that calls itself": r"\newcommand{\a}{\a\a}\a",
    "macros that double": "".join(
        rf"\def\m{c}{{\m{d}\m{d}\m{d}\m{d}}}" for c, d in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + r"\def\mj{xxxx}\ma",
}

BROKEN = {
    "open braces": "{" * 20_000,
    "open parentheses": "(" * 10_000,
    "unclosed text": r"\text{" * 5000,
    "NUL": "x\x00y",
    "right-to-left": "x\u202ey",
    "right-to-left mark": "x\u200f = y",
    "control character": "x\x07y",
    "replacement character": "x = \ufffd",
    "unknown sign": "x = ☃",
    "lone backslash": "x = \\",
    "nothing": "",
    "only blanks": "  \n ",
    "only decoration": r"\displaystyle \,",
}

FINE = {
    "towers": "10^{10^{10}}",
    "many terms": "a+" * 20_000 + "a",
    "many factors": "x " * 20_000,
    "many equations": r"a=b\\" * 8000,
    "many brackets": "[k=j]" * 8000,
    "many bars": "|x|" * 8000,
    "forty parentheses": "(" * 40 + "x" + ")" * 40,
}


def timed(latex: str) -> Formula | ReadError:
    start = time.process_time()
    [found] = parse_all([latex])
    assert time.process_time() - start < 5  # measured well below 1 s
    return found


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much(name: str) -> None:
    assert isinstance(timed(TOO_MUCH[name]), LimitExceeded)


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    found = timed(BROKEN[name])
    assert isinstance(found, ReadError)
    assert found.place is not None
    assert len(str(found)) < 1000


@pytest.mark.parametrize("name", FINE)
def test_fine(name: str) -> None:
    assert isinstance(timed(FINE[name]), Formula)


def test_limits_are_adjustable() -> None:
    with pytest.raises(LimitExceeded):
        parse("((x))", limits=Limits(depth=1))
    with pytest.raises(LimitExceeded):
        parse("x = 1234", limits=Limits(digits=3))


PIECES = [
    *CONTROL,
    "a",
    "x",
    "net",
    "2",
    "{",
    "}",
    "_",
    "^",
    "(",
    ")",
    "&",
    r"\\",
    r"\begin{cases}",
    r"\end{cases}",
    " ",
    "|",
]
PIECES += [
    r"\frac{a}{b}",
    r"\sum_{i=1}^n",
    r"\partial",
    "w_{ij}",
    r"\text{for }",
    "のとき",
    r"\quad",
    ",",
    "=",
    r"\left(",
    r"\right.",
]


def test_random_pieces_never_crash() -> None:
    rng = random.Random(2)
    read = 0
    for _ in range(4000):
        latex = "".join(rng.choice(PIECES) + rng.choice(["", " "]) for _ in range(rng.randrange(1, 14)))
        [found] = parse_all([latex])
        read += isinstance(found, Formula)
    assert read > 50


def test_random_characters_never_crash() -> None:
    rng = random.Random(3)
    letters = "ab12+-=(){}[]_^\\,.;|&'!$~%# \n" + "∂Σ½のŷ²ｗ＝"
    for _ in range(4000):
        parse_all(["".join(rng.choice(letters) for _ in range(rng.randrange(1, 25)))])


# nothing typed is lost, and every node knows its place


def typed(rng: random.Random, letters: list[str], depth: int) -> str:
    """A random formula in which every letter of `letters` is typed once (they are used up)."""

    def atom() -> str:
        return letters.pop() if letters else "7"

    def part() -> str:
        return typed(rng, letters, depth - 1)

    if depth == 0:
        return atom()
    shapes = [
        lambda: f"{atom()}_{{{atom()}}}^{{({atom()})}}",
        lambda: rf"\frac{{{part()}}}{{{part()}}}",
        lambda: rf"\frac{{\partial {atom()}}}{{\partial {atom()}_{atom()}}} {part()}",
        lambda: rf"\frac{{\partial}}{{\partial {atom()}}} {part()}",
        lambda: rf"\sum_{{{atom()} = 1}}^{{{atom()}}} {part()}",
        lambda: f"({part()} + {part()} - {part()})",
        lambda: rf"{atom()}\left({part()}, {part()}\right)",
        lambda: rf"\log {atom()} \cdot \max({part()}, {part()})",
        lambda: rf"\begin{{cases}} {atom()} & {atom()} = {atom()} \\ {part()} & \text{{otherwise}} \end{{cases}}",
        lambda: rf"\underbrace{{{atom()} {atom()}}}_{{{atom()}}}",
        lambda: rf"\hat{{{atom()}}}'_{{{atom()},{atom()}+1}} [{atom()} = {atom()}] |{atom()}|",
        lambda: rf"\sqrt{{{part()}}} \nabla_{{{atom()}}} {atom()}",
        lambda: rf"{{\partial {atom()} \over \partial {atom()}}} \times ({part()})^{{2}}",
    ]
    return rng.choice(shapes)()


def test_nothing_is_lost_and_every_node_has_its_place() -> None:
    rng = random.Random(4)
    for _ in range(400):
        letters = list("ABCFGHKLMNPQRSTUVWXYZabcfghijklmnopqrsuvwxyz" * 3)
        rng.shuffle(letters)
        before = len(letters)
        start = letters.copy()
        latex = " = ".join(typed(rng, letters, rng.randrange(0, 4)) for _ in range(2))
        used = sorted(start[len(letters) :]) if before > len(letters) else []
        formula = parse(latex)
        names = sorted(c for x in walk(formula) if isinstance(x, Name) for c in x.base)
        assert names == used, latex
        check_places(formula, latex)


def check_places(formula: Formula, latex: str) -> None:
    for x in walk(formula):
        if isinstance(x, (Formula,)) or not hasattr(x, "span"):
            continue
        start, end = x.span
        assert 0 <= start < end <= len(latex), x
        if isinstance(x, Number):
            assert latex[start:end] == x.text
        if isinstance(x, Name) and not x.accents:
            assert latex[start:end].startswith(x.base)
        if isinstance(x, Statement):
            continue
        for part in walk(x):
            inner = getattr(part, "span", None)
            assert inner is None or start <= inner[0] <= inner[1] <= end, (x, part)
