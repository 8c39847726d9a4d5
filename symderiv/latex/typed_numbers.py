r"""Numbers of equations typed by hand at the end of a row: `a &= b && (4.83)`, `& (4.84) \\` on a row of its own,
`\quad (1a)`, `\quad (*)`, `\cdots\cdots (6)`, and in a circle (U+2460 and so on).

They become what `\tag{4.83}` is. A number in parentheses might be a factor; so what stands before it has to set it
apart: wide space, dots, or an `&` behind what ends a member. A number in a circle is no value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ..notation import CELL_ENVIRONMENTS
from .lexer import Token
from .source import Source
from .tokens import CLOSING, ENDING, OPENERS

SPACE = frozenset(["amp", "quad", "gap"])
LEADERS = frozenset([r"\cdot", r"\dots"])
"""What leads to a number at the margin, several times."""
ENDED = frozenset([*ENDING, "stop", "comma"])
"""Kinds of what an equation ends with."""
SURE = frozenset(["num", "num num"])
"""Shapes of what stands in parentheses that are numbers behind dots too, where `(2n)` may go on with a product."""
SHAPES = SURE | {"star", "star star", "num letter", "letter num", "letter num num", "num - num", "num prime"}

PARTS = frozenset("abcdefghABCDEFGH")
"""Letters that number parts of an equation, or appendices; `(2n)` is a product."""


def with_typed_numbers(tokens: list[Token], source: Source) -> list[Token]:
    r"""The tokens of a formula with such numbers as tags.

    >>> from symderiv.latex.lexer import tokenize
    >>> def tags(text):
    ...     source = Source(text)
    ...     return [x.text for x in with_typed_numbers(tokenize(source), source) if x.kind == "raw"]
    >>> tags(r"\begin{aligned} a &= b && (4.1) \\ &= c \\ & (4.2) \end{aligned}")
    ['tag:4.1', 'tag:4.2']
    >>> tags(r"a = b \quad (1a)"), tags(r"a = b \cdots\cdots (6)"), tags("a = b \u2026\u2460"), tags("a = b (3)")
    (['tag:1a'], ['tag:6'], ['tag:1'], [])
    """
    if not any(t.text == ")" for t in tokens[-3:]) and not _may_hold(tokens, source):
        return tokens
    out: list[Token] = []
    at = 0
    for start, opens, stop in _numbers(tokens, source):
        out += tokens[at:start]
        if out and out[-1].kind == "row":
            out.pop()  # the number had a row of its own
        first, last = tokens[opens], tokens[stop - 1]
        text = "".join(t.text for t in tokens[opens:stop]).strip("()").replace(r"\ast", "*")
        out.append(Token("raw", f"tag:{text}", first.start, last.end))
        at = stop
    return out + tokens[at:]


def _may_hold(tokens: Sequence[Token], source: Source) -> bool:
    """May a row before the last one hold a number, or one stand in a circle?"""
    return any(t.kind == "row" for t in tokens) or (
        not source.text.isascii() and any(_is_circled(t, source) for t in tokens)
    )


def _is_circled(token: Token, source: Source) -> bool:
    """Is a number typed in a circle?"""
    typed = source.text[token.start : token.end]
    return token.kind == "num" and len(typed) == 1 and unicodedata.decomposition(typed).startswith("<circle>")


def _numbers(tokens: Sequence[Token], source: Source) -> Iterator[tuple[int, int, int]]:
    """Where the space before such a number begins, where the number does, and the position behind it."""
    depth, start, related = 0, 0, False
    for at, token in enumerate([*tokens, Token("end", "", 0, 0)]):
        inner = token.kind in ("begin", "end") and token.text in CELL_ENVIRONMENTS
        if not depth and not inner and token.kind in ("row", "begin", "end"):
            related = related or any(t.kind == "rel" for t in tokens[start:at])
            if related and (found := _number(tokens, source, start, at)) is not None:
                yield found
            start = at + 1
        depth += token.kind in OPENERS or (inner and token.kind == "begin")
        depth -= token.kind in CLOSING or (inner and token.kind == "end")


def _number(tokens: Sequence[Token], source: Source, start: int, end: int) -> tuple[int, int, int] | None:
    """The number at the end of a row; None where it ends otherwise."""
    stop = end
    while stop > start and tokens[stop - 1].kind in (*SPACE, "stop", "comma"):
        stop -= 1
    opens = _opening(tokens, source, start, stop)
    if opens is None:
        return None
    before = opens
    while before > start and (tokens[before - 1].kind in SPACE or tokens[before - 1].text in LEADERS):
        before -= 1
    if before > start and tokens[before - 1].kind not in ENDED:
        return None
    between = [t.text if t.text in LEADERS else t.kind for t in tokens[before:opens]]
    if before == start:
        alone = _has_a_row(tokens, start, end) and "amp" in between and not LEADERS & set(between)
        return (before, opens, stop) if alone else None
    apart = _is_circled(tokens[opens], source) or _is_apart(between)
    sure = tokens[opens].kind == "num" or _shape(tokens[opens + 1 : stop - 1]) in SURE
    dotted = not LEADERS.isdisjoint(between)
    ended = tokens[before - 1].kind == "stop"
    return (before, opens, stop) if (apart and (sure or not dotted)) or (ended and sure) else None


def _opening(tokens: Sequence[Token], source: Source, start: int, stop: int) -> int | None:
    """Where a number that ends at a position begins: in a circle, or between parentheses."""
    if stop - 1 > start and _is_circled(tokens[stop - 1], source):
        return stop - 1
    if stop - 2 <= start or tokens[stop - 1].text != ")":
        return None
    opens = next((n for n in range(stop - 2, max(start, stop - 6) - 1, -1) if tokens[n].text == "("), None)
    return opens if opens is not None and _shape(tokens[opens + 1 : stop - 1]) in SHAPES else None


def _shape(inside: Sequence[Token]) -> str:
    """What stands in parentheses, kind by kind."""
    return " ".join(map(_kind, inside))


def _kind(token: Token) -> str:
    if token.text in (r"\ast", "*"):
        return "star"
    if token.kind in ("run", "name") and len(token.text) == 1 and token.text in PARTS:
        return "letter"
    return "-" if token.text == "-" else token.kind


def _is_apart(between: Sequence[str]) -> bool:
    """Is what follows set apart: by wide space, dots, or an `&`?"""
    return bool({"quad", "amp", r"\dots"} & set(between)) or between.count(r"\cdot") > 1


def _has_a_row(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Does the row above end a member, and what comes below begin with a relation, if anything does?"""
    above = next((t for t in reversed(tokens[:start]) if t.kind not in (*SPACE, "row")), None)
    below = next((t for t in tokens[end:] if t.kind not in (*SPACE, "row")), None)
    return above is not None and above.kind in ENDED and (below is None or below.kind in ("rel", "end"))
