r"""A font around a list in a parenthesis, `f(\boldsymbol{x; w})`: each name of it is in the font; around a number in
parentheses at the end of a row, `\qquad \rm{(0.1)}`: it is the number of the equation, as without the font.

Only what stands right between parentheses, commas and bars is such a list: below a letter, `w_{\mathbf{i,j}}`, or by
itself it may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lexer import Token

LETTERS = frozenset(["run", "name", "script", "prime", "num"])
"""Kinds of what the names of a list are made of."""
BEFORE = frozenset(["(", "comma", "bar"])
BEHIND = frozenset([")", "comma", "bar"])
ENDED = frozenset(["row", "end", "comma", "stop"])
"""Kinds of what ends a row."""


def with_fonts_in_lists(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with a font around each name of a list, and none around the number of an equation.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in with_fonts_in_lists(tokenize(Source(r"f(\mathbf{x; w}, y) + \mathbf{u, v}"))))
    'f(mathbf{x};mathbf{w},y)+mathbf{u,v}'
    >>> "".join(x.text for x in with_fonts_in_lists(tokenize(Source(r"a \qquad \mathrm{(0.1)}"))))
    'a(0.1)'
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        group = _group(tokens, at + 1) if tokens[at].kind == "font" else ()
        end = at + len(group)
        if (number := _number(tokens, at)) is not None:
            found.extend(tokens[number : number + 3])
            at += 6
        elif group and _kind(tokens, at - 1) in BEFORE and _kind(tokens, end + 1) in BEHIND and _is_list(group):
            found.extend(_each(tokens[at], group))
            at = end + 1
        else:
            found.append(tokens[at])
            at += 1
    return found


def _kind(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def _number(tokens: Sequence[Token], at: int) -> int | None:
    r"""Where the number of an equation opens that ends a row, if it begins with `\rm{(2)}` or `{\rm (2)}` at `at`."""
    if tokens[at].kind not in ("font", "{"):
        return None
    kinds = [x.kind for x in tokens[at : at + 7]]
    if kinds[:2] not in (["font", "{"], ["{", "fontdecl"]) or kinds[2:6] != ["(", "num", ")", "}"]:
        return None
    before = next((x.kind for x in reversed(tokens[:at]) if x.kind != "amp"), "")
    ends = len(kinds) < 7 or not kinds[6] or kinds[6] in ENDED
    return at + 2 if before == "quad" and ends else None


def _group(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens from a brace to the one that closes it, if no other stands between; else none."""
    if _kind(tokens, at) != "{":
        return ()
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("{", "}")), None)
    return tokens[at : end + 1] if end is not None and tokens[end].kind == "}" else ()


def _is_list(group: Sequence[Token]) -> bool:
    """Are there names on either side of a comma?"""
    kinds = [x.kind for x in group[1:-1]]
    if "comma" not in kinds or not LETTERS | {"comma"} >= set(kinds):
        return False
    starts = [kinds[0], *(after for k, after in zip(kinds, [*kinds[1:], ""], strict=True) if k == "comma")]
    return all(k in ("run", "name") for k in starts)


def _each(font: Token, group: Sequence[Token]) -> Iterator[Token]:
    r"""`\mathbf{x}; \mathbf{w}` for `\mathbf{x; w}`."""
    opened = group[0]
    yield from (font, opened)
    for x in group[1:-1]:
        if x.kind == "comma":
            yield Token("}", "}", x.start, x.start)
            yield x
            yield Token(font.kind, font.text, x.end, x.end)
            yield Token("{", "{", x.end, x.end)
        else:
            yield x
    yield group[-1]
