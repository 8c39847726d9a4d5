r"""Two dots between arrays, `G : \mathrm{d}W`: the sum of the products of their entries, as `\langle G, W \rangle`.

A colon parts many other things: a label from what it names, a letter from its range, the parts of a set or of an event,
a function from its sets. It is a product between two factors of an equation of which one is a capital, in bold or in
brackets; on the left, `A : B = \operatorname{tr}(A^T B)`, only if the right shows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import BOLD_FONTS, EQUALITIES
from .lexer import Token
from .tokens import BEGINNING, CLOSING, OPENERS

PARTING = frozenset(["row", "quad", "comma", "text", "stop", "again"])
NO_PRODUCT = frozenset(["forall", "arrow", "mid", "set"])
ENDING = frozenset(["name", ")", "}", "prime", "sym", "num"])


def is_double_dot(tokens: Sequence[Token], partner: Sequence[int], at: int) -> bool:
    """Does the colon at a position multiply?"""
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].kind not in ENDING or tokens[at + 1].kind not in BEGINNING:
        return False
    around = _around(tokens, at)
    if around is None:
        return False
    start, stop = _row(tokens, at)
    row = tokens[start:stop]
    signs = [n for n in range(start, stop) if tokens[n].kind == "rel"]
    if not signs or any(x.kind in NO_PRODUCT for x in row) or any(tokens[n].text not in EQUALITIES for n in signs):
        return False
    if not (_is_array(tokens[max(start, at - 4) : at]) or _is_array(tokens[at + 1 : min(stop, at + 5)])):
        return False
    return around or at > signs[0] or _is_explained(tokens[signs[0] : stop])


def _around(tokens: Sequence[Token], at: int) -> bool | None:
    """Does it stand in parentheses? None where it stands in a script, in braces of a set, or in brackets of indices."""
    depth, found = 0, False
    for n in range(at - 1, -1, -1):
        depth += (tokens[n].kind in CLOSING) - (tokens[n].kind in OPENERS)
        if depth < 0:
            depth = 0
            before = tokens[n - 1] if n else None
            if before is not None and before.kind == "script":
                return None
            indices = tokens[n].text == "[" and before is not None and before.kind in ("name", "}", "func")
            if indices or tokens[n].text not in ("(", "[", "{", r"\left("):
                return None
            found = True
    return found


def _row(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """From where to where the equation goes in which a token stands."""
    start = stop = at
    while start > 0 and tokens[start - 1].kind not in PARTING:
        start -= 1
    while stop < len(tokens) and tokens[stop].kind not in PARTING:
        stop += 1
    return start, stop


def _is_array(beside: Sequence[Token]) -> bool:
    """Is there a capital, something in bold, or a bracket?"""
    return any(x.text[:1].isupper() or x.text in BOLD_FONTS or x.kind in ("(", ")") for x in beside)


def _is_explained(behind: Sequence[Token]) -> bool:
    """Does what a left side with two dots equals say what they are: a trace, a sum, a norm, an inner product?"""
    kinds = {x.kind for x in behind}
    return not kinds.isdisjoint(("colon", "big")) or any(x.text in ("tr", r"\langle", r"\|") for x in behind)
