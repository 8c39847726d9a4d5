r"""A bold font around a whole equation, or a whole side of one, that is there for emphasis: a result in bold.

`\boldsymbol{\frac{\partial L}{\partial w_i} = -2 e_i x_i}` says what it says without the font where the page has none
of its letters in bold elsewhere, and each as it stands here, with an index or without; a letter that the page has in
bold alone is meant so here, too. What has both, or stands nowhere else, may be either: then the font stays, and the
formula is refused. Scripts are no letters of these: indices are the same in any font. A name alone (`\mathbf{x}_i`,
`\mathbf{AB}`) is none of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..errors import ReadError
from ..node import node
from ..notation import BARE_FUNCTIONS, BOLD_FONTS, FUNCTIONS
from .lexer import Token
from .tokens import after_argument, closed_at

OPERATING = frozenset(["rel", "sign", "op", "big", "frac", "sqrt", "func", "partial", "nabla"])
"""Kinds of what makes more than a name of what stands in a font."""
BEFORE = frozenset(["rel", "row", "amp", "quad", "text", ""])
BEHIND = frozenset(["rel", "row", "amp", "quad", "text", "comma", "stop", "raw", ""])
"""Kinds of what a whole side stands between."""
LETTERS = frozenset(["run", "name"])
WRAPPING = frozenset(["font", "accent"])
KNOWN = frozenset(["d"])
"""Letters that need not stand elsewhere: those of differentials."""


@node
class Letter:
    """The letters typed at a position outside of scripts: do they carry an index, do they stand in bold, and in a font
    that may be there for emphasis?"""

    at: int
    text: str
    indexed: bool
    bold: bool
    emphasised: bool

    @property
    def several(self) -> Iterator[tuple[str, bool]]:
        """Each of them; the index is that of the last."""
        for n, letter in enumerate([self.text] if self.text[0] == "\\" else self.text, 1):
            yield letter, self.indexed and (n == len(self.text) or self.text[0] == "\\")


def without_fonts_for_emphasis(formulas: Sequence[list[Token] | ReadError]) -> list[list[Token] | ReadError]:
    r"""The formulas of a page without such fonts; those that have none are the same lists as before.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> texts = (r"y_i = \mathbf{w}^T \mathbf{x} + b_i", r"\mathbf{y_i = w^T x + b_i}", r"\mathbf{y = w^T x + b_i}")
    >>> page = [tokenize(Source(x)) for x in texts]
    >>> ["".join(x.text for x in tokens) for tokens in without_fonts_for_emphasis(page)[1:]]
    ['y_i=mathbf{w}^Tmathbf{x}+b_i', 'mathbf{y=w^Tx+b_i}']
    """
    groups = {n: found for n, x in enumerate(formulas) if not isinstance(x, ReadError) and (found := _groups(x))}
    if not groups:
        return list(formulas)
    met = [(x, list(_letters(x, groups.get(n, {})))) for n, x in enumerate(formulas) if not isinstance(x, ReadError)]
    outside = [x for _, letters in met for x in letters if x.bold or not x.emphasised]
    plain = {y for x in outside if not x.bold for y in x.several}
    bold = {letter for x in outside if x.bold for letter, _ in x.several}
    known = {id(x): letters for x, letters in met}
    return [
        _without(x, groups[n], known[id(x)], plain, bold) if n in groups and not isinstance(x, ReadError) else x
        for n, x in enumerate(formulas)
    ]


def _groups(tokens: Sequence[Token]) -> dict[int, int]:
    """Where a bold font stands around a whole side that is more than a name, and where its braces are closed."""
    found: dict[int, int] = {}
    for at, token in enumerate(tokens[:-1]):
        if token.kind != "font" or token.text not in BOLD_FONTS or tokens[at + 1].kind != "{":
            continue
        end = closed_at(tokens, at + 1)
        boxes = _boxes(tokens, at, end)
        first, last = at - boxes, end + boxes
        sides = tokens[first - 1].kind if first else "", tokens[last + 1].kind if last + 1 < len(tokens) else ""
        if sides[0] in BEFORE and sides[1] in BEHIND and any(x.kind in OPERATING for x in tokens[at + 2 : end]):
            found[at] = end
    return found


def _boxes(tokens: Sequence[Token], at: int, end: int) -> int:
    """How many braces hold nothing but what begins at `at` and ends at `end`."""
    boxes, most = 0, min(at, len(tokens) - 1 - end)
    while boxes < most and tokens[at - boxes - 1].kind == "{" and tokens[end + boxes + 1].kind == "}":
        boxes += 1
    return boxes


def _letters(tokens: Sequence[Token], groups: Mapping[int, int]) -> Iterator[Letter]:
    """The letters of a formula outside of scripts."""
    at = emphasised = 0
    bold: list[int] = []  # where the braces of fonts that are open now are closed
    while at < len(tokens):
        token = tokens[at]
        bold = [end for end in bold if end > at]
        if at in groups:
            emphasised = groups[at]
        elif token.kind == "script":
            at = after_argument(tokens, at + 1)
            continue
        elif token.kind in ("font", "fontdecl") and token.text in BOLD_FONTS:
            bold.append(_end_of_font(tokens, at))
        elif token.kind in LETTERS and token.text not in FUNCTIONS and token.text not in BARE_FUNCTIONS:
            yield Letter(at, token.text, _is_indexed(tokens, at), bool(bold), at < emphasised)
        at += 1


def _end_of_font(tokens: Sequence[Token], at: int) -> int:
    """The position behind all that a font at `at` is for: its argument, or the rest of the braces that it stands in."""
    if tokens[at].kind == "font":
        return after_argument(tokens, at + 1)
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if depth < 0:
            return n
    return len(tokens)


def _is_indexed(tokens: Sequence[Token], at: int) -> bool:
    """Does an index belong to the letter there: below it, or in a parenthesis above, also behind fonts and accents?"""
    first, behind = at, at + 1
    while first > 1 and tokens[first - 1].kind == "{" and tokens[first - 2].kind in WRAPPING:
        if behind >= len(tokens) or tokens[behind].kind != "}":
            break
        first, behind = first - 2, behind + 1
    while behind + 1 < len(tokens) and tokens[behind].kind in ("script", "prime"):
        if tokens[behind].text == "_" or [x.kind for x in tokens[behind + 1 : behind + 3]] == ["{", "("]:
            return True
        behind = after_argument(tokens, behind + 1) if tokens[behind].kind == "script" else behind + 1
    return False


def _without(
    tokens: list[Token],
    groups: Mapping[int, int],
    letters: Iterable[Letter],
    plain: set[tuple[str, bool]],
    bold: set[str],
) -> list[Token]:
    """The tokens of a formula without the fonts of these groups, as far as all of their letters are known."""
    changed: dict[int, list[Token]] = {}
    for at, end in groups.items():
        inside = [x for x in letters if at < x.at < end and not x.bold]
        made = [_in_their_font(tokens, tokens[at], x, plain, bold) for x in inside]
        if all(made):
            boxes = range(1, _boxes(tokens, at, end) + 1)
            changed |= {n: [] for n in (at, at + 1, end, *(x for n in boxes for x in (at - n, end + n)))}
            changed |= {x.at: y for x, y in zip(inside, made, strict=True)}
    return [y for n, x in enumerate(tokens) for y in changed.get(n, [x])] if changed else tokens


def _in_their_font(
    tokens: Sequence[Token], font: Token, x: Letter, plain: set[tuple[str, bool]], bold: set[str]
) -> list[Token]:
    """The tokens for some letters in the font that the page has them in; none where it has them in both or neither."""
    token = tokens[x.at]
    several = list(x.several)
    if all(_is_plain(y, plain, bold) for y in several):
        return [token]
    letters = {letter for letter, _ in plain}
    if len(several) > 1 or x.text not in bold or x.text in letters:
        return []
    start, end = token.span
    parts = (("font", font.text), ("{", "{"), (token.kind, token.text), ("}", "}"))
    return [Token(kind, text, start, end) for kind, text in parts]


def _is_plain(x: tuple[str, bool], plain: set[tuple[str, bool]], bold: set[str]) -> bool:
    """Does the page have the letter in no bold font, and as it stands here? Without an index it may be all entries."""
    letter, indexed = x
    alone = indexed or (letter, True) not in plain
    return letter not in bold and (letter in KNOWN or (x in plain and alone))
