r"""Derivatives on one line with a plain d: `dC/dy_k`, `\mathrm{d}C / \mathrm{d}y_k`.

A d right before a name, a slash, and a d right before a name again is no product: nobody divides by a d that stands
above, too. Its signs are those of `\partial C / \partial y_k`, which says the same of a network. The names may have an
index in a bracket, `dE[l]/dF[l]_{ij}`. `\partial/\partial w` and `d/dw` with nothing above are operators, and so is one
in parentheses in front of what it differentiates, `(\partial/\partial w) E`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexer import Token
from .tokens import BEGINNING, CLOSING, after_argument, closed_at, left_side, opening, put_in_place

WITHIN = frozenset(["run", "name", "num", "sign", "comma"])
"""What an index is made of."""


def with_slashed_derivatives(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\partial` for the signs of such derivatives.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.names import NO_NAMES, split
    >>> from symderiv.latex.source import Source
    >>> source = Source("dC/dy_k = 2 y_k")
    >>> "".join(x.text for x in with_slashed_derivatives(split(tokenize(source), NO_NAMES, source)))
    '\\partialC/\\partialy_k=2y_k'
    """
    if any(x.kind == "partial" and tokens[n - 1].kind == "{" and _closes(tokens, n + 1) for n, x in enumerate(tokens)):
        tokens = put_in_place(tokens, lambda at, before: _unbraced(tokens, at, before))
    if not any(x.text == "/" for x in tokens):
        return _out_of_parentheses(tokens)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        first = _sign(tokens, at)
        slash = _end(tokens, first) if first and not _follows_sign(tokens, at) else 0
        second = _sign(tokens, slash + 1) if slash and slash < len(tokens) and tokens[slash].text == "/" else 0
        if second and left_side(tokens, second):
            out += [_partial(tokens[at]), *tokens[first : slash + 1], _partial(tokens[slash + 1])]
            at = second
        else:
            out.append(tokens[at])
            at += 1
    return _out_of_parentheses(put_in_place(out, lambda at, before: _operator(out, at, before)))


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "}"


def _unbraced(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[list[Token], int] | None:
    r"""The sign of `{\partial} E` in braces of its own, which are no argument of a fraction; or None."""
    if [x.kind for x in tokens[at : at + 3]] != ["{", "partial", "}"]:
        return None
    argument = bool(before) and before[-1].kind in ("frac", "script", "}")
    behind = tokens[at + 3].text if at + 3 < len(tokens) else "/"
    return None if argument or behind in ("/", "over") else ([tokens[at + 1]], at + 3)


def _operator(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[list[Token], int] | None:
    r"""`{\partial}/{\partial w}` for the `\partial/\partial w` that begins at `at`, and what is behind it; or None."""
    above = _mark(tokens, at)
    if not above or above >= len(tokens) or tokens[above].text != "/":
        return None
    if before and (before[-1].text == "/" or before[-1].kind == "script"):
        return None  # `a / d / dw`: a number d, perhaps; `h_d / \partial a`: an index
    name = _mark(tokens, above + 1)
    end = left_side(tokens, name) if name else 0
    if not end or end >= len(tokens) or tokens[end].kind not in (*BEGINNING, *CLOSING, "big", "cmd", "nabla"):
        return None
    below = _braced([_partial(tokens[above + 1]), *tokens[name:end]])
    return [*_braced([_partial(tokens[at])]), tokens[above], *below], end


def _mark(tokens: Sequence[Token], at: int) -> int:
    """Where what stands behind a sign of differentiation at `at` begins; 0 if there is none."""
    return at + 1 if at < len(tokens) and tokens[at].kind == "partial" else _sign(tokens, at)


def _braced(tokens: Sequence[Token]) -> list[Token]:
    """The tokens in braces, which have no place of their own."""
    start, end = tokens[0].start, tokens[-1].end
    return [Token("{", "{", start, start), *tokens, Token("}", "}", end, end)]


def _out_of_parentheses(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without the parentheses of `(\frac{\partial}{\partial w}) E`."""
    if not any(one.kind == "(" and two.kind in ("frac", "{") for one, two in pairwise(tokens)):
        return [*tokens]

    def without(at: int, _: Sequence[Token]) -> tuple[list[Token], int] | None:
        closed = closed_at(tokens, at) if tokens[at].kind == "(" else at
        inner = tokens[at + 1 : closed]
        follows = tokens[closed + 1].kind if closed + 1 < len(tokens) else ""
        if follows not in (*BEGINNING, "big") or not _is_operator(inner):
            return None
        first, *rest = inner  # it begins where its parenthesis does: what is shown of it has both
        return [first._replace(start=tokens[at].start), *rest], closed + 1

    return put_in_place(tokens, without)


def _is_operator(tokens: Sequence[Token]) -> bool:
    r"""Is it `\frac{\partial}{\partial w}` or `{\partial}/{\partial w}`, and nothing else?"""
    above = 1 if tokens and tokens[0].kind == "frac" else 0
    kinds = [x.kind for x in tokens[above : above + 3]]
    if kinds not in (["{", "partial", "}"], ["{", "name", "}"]) or not _mark(tokens, above + 1):
        return False
    slash = above + 3 < len(tokens) and tokens[above + 3].text == "/"
    below = above + 3 + (slash and not above)
    name = _mark(tokens, below + 1) if below < len(tokens) and tokens[below].kind == "{" else 0
    return name > 0 and left_side(tokens, name) == len(tokens) - 1 == closed_at(tokens, below)


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where a name with its scripts that begins at `at` ends, and an index in a bracket right behind it."""
    end = left_side(tokens, at)
    if not end or end >= len(tokens) or tokens[end].text != "[" or tokens[end].start != tokens[end - 1].end:
        return end
    closed = closed_at(tokens, end)
    if closed == end or any(x.kind not in WITHIN for x in tokens[end + 1 : closed]):
        return end
    end = closed + 1
    while end < len(tokens) and tokens[end].kind == "script":
        end = after_argument(tokens, end + 1)
    return end


def _sign(tokens: Sequence[Token], at: int) -> int:
    r"""Where what stands behind the sign at `at` begins, `d` or `\mathrm{d}`; 0 if there is none."""
    if at < len(tokens) and (tokens[at].kind, tokens[at].text) == ("font", "mathrm"):
        braced = at + 1 < len(tokens) and tokens[at + 1].kind == "{"
        inner = at + 1 + braced
        end = inner + 1 + braced
        closed = end <= len(tokens) and (not braced or tokens[end - 1].kind == "}")
        return end if closed and _is_d(tokens, inner) else 0
    return at + 1 if _is_d(tokens, at) else 0


def _is_d(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "name" and tokens[at].text == "d"


def _follows_sign(tokens: Sequence[Token], at: int) -> bool:
    """Does it stand in a script, or behind another sign? The d of `\\sum_{i=1}^d` and of `\\frac1d` is none."""
    if at == 0 or tokens[at - 1].kind == "script":
        return at > 0
    return tokens[at - 1].text == "/" or (tokens[at - 1].text == "d" and not _is_argument(tokens, at - 1))


def _is_argument(tokens: Sequence[Token], at: int) -> bool:
    """Is it, without braces, a script or an argument of a fraction?"""
    if at == 0 or tokens[at - 1].kind in ("script", "frac"):
        return at > 0
    first = opening(tokens, at - 1) if tokens[at - 1].kind == "}" else at - 1
    return first > 0 and tokens[first - 1].kind == "frac"


def _partial(token: Token) -> Token:
    return Token("partial", r"\partial", token.start, token.end)
