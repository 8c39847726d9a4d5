r"""Remarks of words and formulas at the end of a row: `.. \quad \text{(}\frac{..}{..}\text{ is part of } h\text{)}`.

Such a remark becomes one note, its formulas between dollar signs: what equates in it is read, everything else is prose.
Only what wide space, `&` or a parenthesis sets apart from its equation is a remark, and only where words other than
those of conditions and conjunctions speak of a formula that is no condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..notation import CASES_ENVIRONMENTS, CHOICES, CONJUNCTIONS
from ..pattern import lazily
from .joining import makes_a_condition
from .lexer import Token
from .source import Source
from .tokens import BREAKS, CLOSING, CONNECTORS, OPENERS, is_word

INNER = CASES_ENVIRONMENTS | {"array", "matrix"}
WORDS = lazily(r"[^\W\d_]+")


ARROWS = (r"\leftarrow", r"\to")
"""What points from an equation to a remark."""


def remarks(tokens: list[Token], source: Source) -> list[Token]:
    """The tokens with such remarks as notes."""
    if sum(t.kind == "text" for t in tokens) == 0:
        return tokens
    out: list[Token] = []
    related = False
    for row, end in _rows(tokens):
        start = next((n for n in range(row, end) if _begins(tokens, n, row, end)), end)
        related = related or any(t.kind == "rel" for t in tokens[row:start])
        note = _note(tokens[start:end], source) if start < end and related else None
        if note is None:
            out += tokens[row:end]
        else:
            out += tokens[row:start]
            while out and (out[-1].kind in ("quad", "gap") or out[-1].text in ARROWS):
                out.pop()
            out.append(note)
        out += tokens[end : end + 1]
    return out


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the rows outside all groups begin and end."""
    depth, start = 0, 0
    for at, token in enumerate(tokens):
        inner = token.kind in ("begin", "end") and token.text in INNER
        if depth == 0 and not inner and token.kind in ("row", "begin", "end"):
            yield start, at
            start = at + 1
        depth += token.kind in OPENERS or (inner and token.kind == "begin")
        depth -= token.kind in CLOSING or (inner and token.kind == "end")
    yield start, len(tokens)


def _begins(tokens: Sequence[Token], at: int, row: int, end: int) -> bool:
    """May a remark begin here: words set apart, or a parenthesis with words in it?"""
    apart = at > row and (tokens[at - 1].kind in BREAKS or tokens[at - 1].text in ARROWS)
    if tokens[at].kind == "text" and not is_word(tokens[at].text):
        balanced = sum((t.kind in OPENERS) - (t.kind in CLOSING) for t in tokens[row:at]) == 0
        return balanced and (apart or tokens[at].text.strip().startswith("("))
    if tokens[at].text != "(" or not apart:
        return False
    return tokens[end - 1].text == ")" and any(t.kind == "text" and not is_word(t.text) for t in tokens[at:end])


def _note(tokens: list[Token], source: Source) -> Token | None:
    """The note that a remark comes to; None if it is none."""
    if tokens[0].text == "(" and tokens[-1].text == ")":
        tokens = tokens[1:-1]
    pieces = list(_pieces(tokens))
    words = " ".join(p[0].text for p in pieces if p[0].kind == "text")
    formulas = [p for p in pieces if p[0].kind != "text"]
    if not _speaks(words) or not formulas or not any(map(_is_no_condition, formulas)):
        return None
    for piece in formulas:
        depths = [sum((t.kind in OPENERS) - (t.kind in CLOSING) for t in piece[:n]) for n in range(len(piece) + 1)]
        if piece[0].kind in CONNECTORS or piece[-1].kind in CONNECTORS or min(depths) < 0 or depths[-1]:
            return None
        if any(t.kind in ("raw", "again", "begin", "end", "forall") for t in piece):
            return None
    shown = [p[0].text if p[0].kind == "text" else f"${source.text[p[0].start : p[-1].end]}$" for p in pieces]
    return Token("raw", "note:" + "".join(shown), tokens[0].start, tokens[-1].end)


def _is_no_condition(piece: Sequence[Token]) -> bool:
    kinds = {t.kind for t in piece}
    return "rel" not in kinds or bool(kinds & {"frac", "partial", "nabla"})


def _pieces(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Texts one by one, and the formulas between them (white space left out)."""
    piece: list[Token] = []
    for token in tokens:
        if token.kind == "text" and not is_word(token.text):
            if piece:
                yield piece
            piece = []
            yield [token]
        elif token.kind not in BREAKS:
            piece.append(token)
    if piece:
        yield piece


def _speaks(words: str) -> bool:
    """Do words say something, without making a condition of what stands beside them?"""
    said = {w.lower() for w in WORDS.findall(words)}
    if makes_a_condition(words):
        return False
    return bool(said - CONJUNCTIONS - CHOICES)


__all__ = ["remarks"]
