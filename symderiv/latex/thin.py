r"""One thin space between two relations, `f_j = s(a_j) \; i_j = s(b_j)`: two equations, or a product with `i_j`.

Both are typed like this. Where the name behind the space is a factor of what follows (`= d \; x_i = 2 c x_i`), where
the space stands within a chain rule or between p and the derivative of its logarithm, or where other factors before it
or in other members are spaced alike, it is a product. Elsewhere nothing decides, and the formula is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import LOGARITHMS
from ..pattern import lazily
from .lexer import Token, ambiguous
from .source import Source
from .tokens import CLOSING, ENDING, OPENERS, after_argument, awaits, left_side

THIN = lazily(r"(?:[\s~]|\\[ ;]|\\(?:thickspace|space)(?![A-Za-z])|\{\})*(?:~|\\[ ;]|\\(?:thickspace|space))\s*")
r"""A space that may part equations; `\,` and `\:` stand between factors."""
ASIDE = frozenset(["row", "quad", "comma", "again", "text", "arrow", "colon", "raw"])
ALONE = frozenset(["rel", "sign", *ASIDE])
"""Kinds of tokens between which something is a term of its own."""
ARROWS = frozenset([r"\to", r"\mapsto"])
"""Relations that no equation begins with."""


def no_thin_parting(tokens: Sequence[Token], source: Source) -> None:
    """Raise an `AmbiguousError` where a thin space is a product as well as the end of an equation."""
    depth, related, spaced = 0, False, False
    for at, token in enumerate(tokens):
        thin = depth == 0 and related and _is_spaced(tokens, at, source)
        if thin and not spaced and _is_unclear(tokens, at) and not _is_usual(tokens, at, source):
            name = source.text[token.start : tokens[left_side(tokens, at) - 1].end].strip()
            cause = f"a thin space before `{name}`: another equation begins there, or `{name}` is a factor"
            hint = r"write `\quad` between two equations, `\cdot` or `\,` in a product"
            ambiguous(source, token.span, cause, hint)
        spaced = (spaced or thin) and (depth > 0 or token.kind not in ALONE)
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if depth == 0:
            related = token.kind in ("rel", "again") or (related and token.kind not in ASIDE)


def _is_spaced(tokens: Sequence[Token], at: int, source: Source) -> bool:
    """Does a thin space stand between the end of a factor and the token at `at`?"""
    if not at or tokens[at - 1].kind not in ENDING:
        return False
    return THIN.fullmatch(source.text, tokens[at - 1].end, tokens[at].start) is not None


def _is_unclear(tokens: Sequence[Token], at: int) -> bool:
    end = left_side(tokens, at)
    if not end or end >= len(tokens) or tokens[end].kind != "rel" or tokens[end].text in ARROWS:
        return False
    name = [t.text for t in tokens[at:end]]
    linked = _links(tokens, at) or _is_by_logarithm(tokens, at)
    return not awaits(tokens[:at]) and not linked and not _is_factor(name, tokens, end)


def _is_usual(tokens: Sequence[Token], at: int, source: Source) -> bool:
    """Is the same space a product elsewhere in the formula, before a name that no relation follows?"""
    typed, depth = source.text[tokens[at - 1].end : tokens[at].start].strip(), 0
    for n, token in enumerate(tokens):
        if depth == 0 and n != at and (end := left_side(tokens, n)) and _is_spaced(tokens, n, source):
            follows = end < len(tokens) and tokens[end].kind == "rel"
            if not follows and source.text[tokens[n - 1].end : token.start].strip() == typed:
                return True
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
    return False


def _links(tokens: Sequence[Token], at: int) -> bool:
    r"""Does a denominator go on in the numerator at `at`: `\frac{dE}{dy} \; \frac{dy}{dx}`?"""
    if tokens[at].kind != "frac" or tokens[at - 1].kind != "}":
        return False
    over = [t.text for t in tokens[at + 1 : after_argument(tokens, at + 1)]]
    start, depth = at - 1, 0
    while start >= 0:
        depth += (tokens[start].kind == "}") - (tokens[start].kind == "{")
        if depth == 0:
            break
        start -= 1
    return len(over) > 2 and over == [t.text for t in tokens[start:at]]


def _is_by_logarithm(tokens: Sequence[Token], at: int) -> bool:
    r"""Is it `\frac{\partial p}{\partial w} = p \; \frac{\partial \log p}{\partial w}`? No derivative is p itself."""
    if tokens[at].kind != "frac":
        return False
    middle = after_argument(tokens, at + 1)
    over, below = ([t.text for t in tokens[m:n]] for m, n in ((at + 1, middle), (middle, left_side(tokens, at))))
    if len(over) < 5 or over[2].strip("\\") not in LOGARITHMS:
        return False
    of = over[4:-2] if over[3] == "(" and over[-2] == ")" else over[3:-1]
    before = [tokens[at].text, *over[:2], *of, "}", *below, "=", *of]
    return [t.text for t in tokens[max(0, at - len(before)) : at]] == before


def _is_factor(name: list[str], tokens: Sequence[Token], end: int) -> bool:
    """Does the name stand in a product before the next break?"""
    size = len(name)
    for n in range(end + 1, len(tokens) - size + 1):
        if tokens[n].kind in ASIDE:
            return False
        if [t.text for t in tokens[n : n + size]] == name:
            after = tokens[n + size].kind if n + size < len(tokens) else "row"
            if tokens[n - 1].kind not in ALONE or after not in ALONE:
                return after not in ("script", "prime")
    return False
