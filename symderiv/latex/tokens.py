r"""Kinds of tokens, and small questions about a row of them: where an argument ends, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..notation import ENGLISH, OTHERWISE
from ..pattern import lazily
from .lexer import Token

BREAKS = frozenset(["row", "quad", "amp", "gap"])
LOOSE = frozenset(["amp", "gap"])
"""Breaks that part two equations only, and lay out otherwise."""
OPENERS = frozenset(["(", "{"])
CLOSING = frozenset([")", "}"])
CONNECTORS = frozenset(["rel", "op", "sign"])
ENDING = frozenset(["name", "run", "num", ")", "}", "prime", "sym", "bar", "transpose"])
"""Kinds of tokens with which a factor ends, on which a script may hang."""
BEGINNING = frozenset(["name", "run", "font", "accent", "(", "{", "func", "frac"])
"""Those with which one begins."""
WORD = lazily(r"[^\W_]+(?:[-_][^\W_]+)*")


def is_word(text: str) -> bool:
    r"""Whether a `\text{..}` can be a name: one word without spaces around it that is no word such as `if`."""
    return WORD.fullmatch(text) is not None and text.lower() not in ENGLISH and text.lower() not in OTHERWISE


def is_letter(x: Token) -> bool:
    """Is it one letter, Latin or Greek?"""
    return x.kind == "name" or (x.kind == "run" and len(x.text) == 1)


def opening(tokens: Sequence[Token], at: int) -> int:
    """The position of the bracket that the one at `at` closes, 0 if there is none."""
    depth = 0
    for n in range(at, -1, -1):
        depth += (tokens[n].kind in CLOSING) - (tokens[n].kind in OPENERS)
        if depth == 0:
            return n
    return 0


def closed_at(tokens: Sequence[Token], at: int) -> int:
    """Where the bracket that opens at `at` is closed; `at` where none opens there or it is not."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind in OPENERS) - (tokens[n].kind in CLOSING)
        if depth == 0:
            return n
    return at


def after_argument(tokens: Sequence[Token], at: int) -> int:
    """The position after the argument at `at`."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if depth <= 0:
            return n + 1
    return len(tokens)


def past_scripts(tokens: Sequence[Token], at: int) -> int:
    """The position after the scripts at `at`."""
    while at + 1 < len(tokens) and tokens[at].kind == "script":
        at = after_argument(tokens, at + 1)
    return at


def awaits(out: Sequence[Token]) -> bool:
    r"""Does `out` end with a sum sign and its bounds (or `\nabla_w`), so that its operand is still to come?"""
    at = len(out) - 1
    while at > 0:
        depth = 0
        while at > 0:
            depth += (out[at].kind == "}") - (out[at].kind == "{")
            if depth == 0:
                break
            at -= 1
        if out[at - 1].kind != "script":
            break
        at -= 2
    return at >= 0 and out[at].kind in ("big", "nabla", "partial", "func")


def left_side(tokens: Sequence[Token], at: int) -> int:
    """Where one name with its scripts, or one fraction, that begins at `at` ends; 0 if there is none."""
    if at >= len(tokens):
        return 0
    end = after_argument(tokens, at + 1)
    if tokens[at].kind in ("frac", "accent", "font"):
        end = after_argument(tokens, end) if tokens[at].kind == "frac" else end
    elif tokens[at].kind in ("name", "run"):
        end = at + 1
    else:
        return 0
    while end < len(tokens) and tokens[end].kind in ("script", "prime"):
        end = after_argument(tokens, end + 1) if tokens[end].kind == "script" else end + 1
    return end


def relation_ahead(tokens: Iterable[Token]) -> bool:
    """Does a relation stand before the next break, outside all groups (seen from either side)?"""
    depth = 0
    for token in tokens:
        if token.kind in OPENERS or token.kind in CLOSING:
            depth += 1 if (token.kind in OPENERS) else -1
        elif depth == 0 and token.kind in ("row", "quad"):
            return False
        elif depth == 0 and token.kind == "rel":
            return True
    return False


def put_in_place(
    tokens: Sequence[Token], made: Callable[[int, Sequence[Token]], tuple[list[Token], int] | None]
) -> list[Token]:
    """The tokens with others in the place of some: `made` gives those for what begins at a position, with the position
    behind it, or None; it is told what stands before.

    >>> from symderiv.latex.lexer import Token
    >>> one, two = Token("num", "1", 0, 1), Token("num", "2", 1, 2)
    >>> [x.text for x in put_in_place([one, two, one], lambda at, out: ([two, two], at + 2) if at == 1 else None)]
    ['1', '2', '2']
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        found = made(at, out)
        if found is None:
            out.append(tokens[at])
            at += 1
        else:
            written, at = found
            out += written
    return out
