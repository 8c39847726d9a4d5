r"""Columns of a matrix whose entries a sentence tells: `$w_k$ is column $k$ of $W$` beside `W = (W_{jk})`.

That says `w_k = (W_{jk})_j`. So it is for a row that words call a column besides, `(written as columns)`; how any other
row stands is not told by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....document.blocks import Block, Display
from ....latex import sentences
from ....latex.denials import denies
from ....latex.said_of_names import behind as said_behind
from ....latex.source import Source
from ....latex.tree import Chain, Formula, Group, Name, Script, Scripted, Statement
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, stem_of
from ...stated import is_told_by_letter, whole_and_entry
from ..said_in_place import gaps_of, value_alone

_IS = r"\s*,?\s*(?:is|are|be|denotes?|é|es|est|è|ist|sei|a|und|e|et|y)?\s*(?:the|an?|la|die|der|l')?\s*"
_KIND = (
    r"(?:(?P<column{0}>column|coluna|columna|colonn[ea]|Spalte)|(?P<row{0}>row|linha|fila|ligne|riga|Zeile))"
    r"(?:[- ]vector)?"
)
_OF = r"\s+(?:of|in|de|di|da|do|du|von|der)\s+(?:(?:the|la|der)\s+)?(?:(?:matrix|matriz|matrice)\s+)?"
WESTERN = lazily(rf"{_IS}(?:{_KIND.format(1)}\s*#|#\s*-?\s*(?:th|ésima|ième|ma|esima|te)\s+{_KIND.format(2)}){_OF}\Z")
"""Words around the number, between the column and its matrix."""
EASTERN = lazily(r"\s*(?:是|为|は|が)\s*#\s*(?:的|の)?\s*第?\s*\Z")
"""Words around the matrix, between the column and its number,"""
EASTERN_KIND = lazily(r"\s*(?:番目の)?(?:(?P<column>列)|(?P<row>行))(?:目|向量|ベクトル)?")
"""and behind that."""
NUMBERED = lazily(r"第\s*\Z")
RESPECTIVE = lazily(r"\s*(?:(?P<column>列)|(?P<row>行))\s*分别(?:是|为)[^。；;$]*\Z")
"""Words behind a number, before the columns of several matrices."""
NEXT = lazily(r"\s*(?:[,，、]|和|与)[^。；;$]*\Z")
AS_COLUMN = lazily(
    r"列向量|列ベクトル|縦ベクトル|\b(?:as|is a|are|como) (?:an? )?(?:columns?|colunas?|columnas?)\b|column vectors?"
    r"|vet?ctor(?:es)? coluna|vecteurs? colonnes?|Spaltenvektor"
)
"""Words about it by which a row is a column,"""
AS_ROW = lazily(
    r"行向量|行ベクトル|横ベクトル|\b(?:as|is a|are|como) (?:an? )?(?:rows?|linhas?|filas?)\b|row[ -]vectors?"
    r"|vet?ctor(?:es)? (?:linha|fila)|vecteurs? lignes?|Zeilenvektor"
)
"""and by which a column is a row."""


@dataclass(frozen=True, slots=True)
class Said:
    """That a name is the column, or the row, with this letter of a matrix; the formula in which words say so."""

    vector: Name
    matrix: Name
    number: str
    is_column: bool
    at: int


def with_columns_of_entries(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas of a document, behind such words an equation of the entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document("$W = (W_{jk})$, $w_k$ is column $k$ of $W$.")
    >>> located = read_formulas(page)
    >>> len(located), len(with_columns_of_entries(located, page.blocks))
    (4, 5)
    """
    told = dict(_entries(located)) if any(_mentions(d) for d, _ in located if d.inline) else {}
    if not told:
        return list(located)
    defined = {stem_of(x) for f in read_of(located) for s in f.statements if (x := _left(s)) is not None}
    made: dict[int, list[Located]] = {}
    for said in _said(located, gaps_of(located, blocks), told):
        entry = told.get(stem_of(said.matrix))
        if entry is not None and stem_of(said.vector) not in defined and (f := _equation(said, entry, located)):
            made.setdefault(said.at, []).append(f)
    return [x for n, pair in enumerate(located) for x in (pair, *made.get(n, ()))]


def _mentions(d: Display) -> bool:
    words = f"{d.before}{d.after}".lower()
    return any(x in words for x in ("colum", "colun", "colonn", "spalte", "行", "列", "row"))


def _entries(located: Sequence[Located]) -> Iterator[tuple[Stem, Name]]:
    """The matrices of which a sentence tells the entries, with two letters."""
    for f in read_of(located):
        for s in f.statements:
            whole, entry = whole_and_entry(s.chain) or (None, None)
            if whole is None or whole.scripts or not isinstance(entry, Name):
                continue
            letters = list(map(letter_of, entries_below(entry)))
            alike = is_told_by_letter(whole, entry) and not any(x.above for x in entry.scripts)
            if alike and None not in letters and len(letters) == len({*letters}) == len("ij"):
                yield stem_of(whole), entry


def _left(s: Statement) -> Name | None:
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations and left.scripts else None


def _said(located: Sequence[Located], gaps: Sequence[tuple[int, str]], told: dict[Stem, Name]) -> Iterator[Said]:
    """What words say of columns and rows of such matrices."""
    for at in range(len(gaps) - 3):
        one, two, three = (_name(located, n) for n, _ in gaps[at : at + 3])
        words, behind = "#".join(gap for _, gap in gaps[at + 1 : at + 3]), gaps[at + 3][1]
        if one is None or two is None:
            continue
        rest = sentences.first(behind)
        found = WESTERN.fullmatch(words) if three is not None else None
        if found is not None and three is not None and not _is_open(gaps[at][1], words, rest):
            column, last = bool(found["column1"] or found["column2"]), gaps[at + 2][0]
            yield from _numbered(one, three, two, _stands(located[last][0].after, column), column, last)
        found = EASTERN.fullmatch(words) if three is not None else None
        kind = EASTERN_KIND.match(behind) if found is not None else None
        if kind is not None and three is not None and not _is_open(gaps[at][1], words, rest):
            column, last = bool(kind["column"]), gaps[at + 2][0]
            rest = located[last][0].after[kind.end() :]
            yield from _numbered(one, two, three, _stands(rest, column), column, last)
        found = RESPECTIVE.fullmatch(gaps[at + 1][1]) if NUMBERED.search(gaps[at][1]) else None
        if found is not None and not _is_open(gaps[at][1], words, ""):
            yield from _respective(located, gaps, at, bool(found["column"]), told)


def _respective(
    located: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int, column: bool, told: dict[Stem, Name]
) -> Iterator[Said]:
    """The columns of several matrices, each called by the letter of its own."""
    number = _name(located, gaps[at][0])
    names: list[tuple[int, Name]] = []
    for n in range(at + 1, len(gaps)):
        x = _name(located, gaps[n][0])
        if x is None or (names and not NEXT.fullmatch(gaps[n][1])):
            break
        names.append((gaps[n][0], x))
    if number is None or not names or not _stands(located[names[-1][0]][0].after, column):
        return
    for n, x in names:
        own = [y for y in (Name(stem[0], stem[1], stem[2]) for stem in told) if is_told_by_letter(y, x)]
        if len(own) == 1:
            yield from _numbered(x, own[0], number, True, column, n)


def _numbered(vector: Name, matrix: Name, number: Name, stands: bool, is_column: bool, at: int) -> Iterator[Said]:
    """It, where the vector has the number for its one index, and is a column."""
    letter = letter_of(number)
    below = entries_below(vector)
    fits = letter is not None and [letter_of(e) for e in below] == [letter] and len(vector.scripts) == 1
    if fits and stands and not matrix.scripts and not vector.primes:
        yield Said(vector, matrix, str(letter), is_column, at)


def _stands(words: str, is_column: bool) -> bool:
    """Is a column left one, and a row called one, by the words behind them that are about it?"""
    said = said_behind(words)
    about = f"{said.own} {said.shared}"
    return said.is_understood and (is_column or AS_COLUMN.search(about) is not None) and not AS_ROW.search(about)


def _is_open(before: str, words: str, rest: str) -> bool:
    return denies(sentences.last(before), f"{words} {rest}")


def _name(located: Sequence[Located], n: int) -> Name | None:
    x = value_alone(located[n]) if n >= 0 else None
    return x if isinstance(x, Name) else None


def _equation(said: Said, entry: Name, located: Sequence[Located]) -> Located | None:
    r"""`w_k = (W_{jk})_j`."""
    letters = list(entries_below(entry))
    place = 1 if said.is_column else 0
    running = letters[1 - place]
    if letter_of(running) == said.number:
        return None
    display = located[said.at][0]
    letters[place] = entries_below(said.vector)[0]
    typed = replace(entry, scripts=(Script(False, tuple(letters)),))
    value = Scripted(Group("(", (typed,), ")"), (Script(False, (running,)),))
    source = Source("", display.line, file=display.source.file)
    shown = Display(source, display.line, 1, display.line, True, paragraph=display.paragraph)
    return shown, Formula(source, (Statement(Chain((said.vector, value), ("=",), ((0, 0),))),))
