r"""Names of several letters in one font: `\mathcal{LL}`, `\mathbf{ds}`, `\mathbf{dQ}`, `\mathbf{KV}`.

Such a run is one name where a line defines it, or `\partial` stands before it. Where one name in bold begins with a d,
all are names that do. Capitals in bold mostly are a product; they are a name where one with a d before it is, or where
a page has the name without the font, `\mathbf{EI} = (\mathrm{EI}_j)`, and none of its letters in bold.
"""

from __future__ import annotations

from ..notation import BOLD_FONTS
from ..pattern import lazily
from .left_sides import left_side
from .lexer import Token
from .tokens import OPENERS

CALLIGRAPHIC = frozenset(["mathcal", "mathscr", "mathfrak"])
"""Fonts in which capitals that run together may be one name."""
BY_D = lazily(r"\\(?:" + "|".join(sorted(BOLD_FONTS)) + r")\{d[A-Za-z]+\}")

CAPITALS = lazily(r"(\\(?:" + "|".join(sorted(BOLD_FONTS)) + r")\{)([A-Za-z]*[A-Z][A-Za-z]*)\}")


def drawn(tokens: list[Token], at: int) -> str:
    r"""Several letters in one calligraphic or bold font, as typed: the `\mathcal{LL}` or `\mathbf{ds}` that begins at
    `at`; else nothing."""
    inner = tokens[at + 1 : _last(tokens, at) + 1]
    if tokens[at].text not in CALLIGRAPHIC | BOLD_FONTS or [t.kind for t in inner][-3:] not in FORMS:
        return ""
    text = inner[-2].text
    bold = tokens[at].text in BOLD_FONTS
    return rf"\{tokens[at].text}{{{text}}}" if len(text) > 1 and (bold or text.isupper()) else ""


FORMS = (["{", "run", "}"], ["run", "}"])


def _last(tokens: list[Token], at: int) -> int:
    r"""Where the name ends: `\mathbf{dQ}` has one more brace than `{\bf dQ}` behind the font."""
    return at + (2 if tokens[at].kind == "fontdecl" else 3)


def is_by_d(name: str) -> bool:
    r"""Is it such a name in bold that begins with a d?"""
    return BY_D.fullmatch(name) is not None


def introduces_drawn(tokens: list[Token], at: int, fresh: bool) -> bool:
    r"""Whether such letters are a whole left side, or stand right behind `\partial`, where capitals in bold do not."""
    last = _last(tokens, at)
    before = at - 1
    while before >= 0 and tokens[before].kind in OPENERS:
        before -= 1
    if before >= 0 and tokens[before].kind == "partial":
        return tokens[at].text not in BOLD_FONTS or not tokens[last - 1].text.isupper()
    return fresh and left_side(tokens, last)


def is_drawn(name: str, names: frozenset[str], bold: frozenset[str] = frozenset()) -> bool:
    r"""Is a run in a font one of the names, or one that begins with a d where another does?

    Capitals in bold are a name where that with a d before it is one, `\mathbf{dKV}`, or where they are one in another
    font and none of the letters is `bold` elsewhere; of a word such as `\mathbf{Net}` one small letter is enough.

    >>> names = frozenset([r"\mathbf{EI}", "EI"])
    >>> is_drawn(r"\mathbf{EI}", names), is_drawn(r"\mathbf{EI}", names, frozenset("I"))
    (True, False)
    """
    if is_by_d(name):
        return any(map(is_by_d, names))
    found = CAPITALS.fullmatch(name)
    if name not in names or found is None:
        return name in names
    if f"{found[1]}d{found[2]}}}" in names:
        return True
    other = set(found[2]) - bold
    return found[2] in names and (other == set(found[2]) or any(map(str.islower, other)))
