r"""Matrices of entries of which it is in doubt what numbers their rows: `$W = (w_{ij})$, $i$ numbers the columns`.

The first letter of the entry numbers the rows, unless a page says otherwise. Words about rows and columns beside such a
matrix may do so; where they are not known to say the usual, lines with the matrix are not read. So it is where the
letters stand the other way round than the page has them: `W = (w_{ji})` beside `z_j = \sum_i w_{ij} x_i`. Where the
size stands right behind, `$X = (x_{ij})$: $m \times n$`, and the letters run as far in this order, words that are not
understood make no doubt of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Number, Statement
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...shapes.rows_told import COLUMNS, ROWS
from ...shapes.said_in_turn import bare, lengths_of
from ...spelled.shape import letter_of
from ...stated import is_told_by_letter, whole_and_entry
from ..said_in_place import gaps_of
from .examples_as_rows import ONE_EXAMPLE, is_row, letter_of_examples

AXES = 2
TOLD = "="
WHOLE = "whole"
OTHER = "other"
MATRIX = "matrix"
"""Another capital alone."""
OF_ANOTHER = lazily(
    rf"«[^«»]*»\s*-?\s*th\s+(?:row|column)(?:\s+vector)?\s+of\s+(?:the\s+)?(?:matrix\s+)?«{MATRIX}»"
    rf"|«{MATRIX}»\s*[の的]?\s*第?\s*«[^«»]*»\s*(?:番目の)?[行列]",
    re.I,
)
"""A row or a column of another matrix, whatever its number."""
HARMLESS = lazily(
    r"\b(?:row|column)[- ](?:vector|array)s?\b|行列|[系数配並排]列|[行列]ベクトル|実行|先行|並行|行動|行[うわいえっき]"
    r"|\bvecteurs?[- ](?:colonnes?|lignes?)\b|\b(?:Spalten|Zeilen)vektor\w*"
    r"|\bve(?:ct|t|tt)or(?:es|[ei])?\s+(?:columnas?|filas?|colunas?|linhas?|colonna|riga)\b"
    r"|\b(?:matriz|matrices?|matrizes)\s+(?:columnas?|filas?|colunas?|linhas?|colonnes?|lignes?)\b"
    r"|\bmises?\s+en\s+colonnes?\b|вектор\w*[- ](?:столб\w+|строк\w+)"
    r"|\bcolumn\s+of\s+(?:(?:the|all)\s+)?(?:features|inputs|values)\b(?!\s+of\s+«whole»)"
    r"|«[^«»=]*»\s+(?:is|denotes|means|indicates)\s+(?:the\s+)?(?:matrix\s+)?transpos(?:e|ition)\b"
    r"|столбец\s+(?:признаков|значений)\b|Spalte\s+der\s+Merkmale\b"
    r"|«whole»\s+(?:is|denotes|means)\s+(?:the|its)\s+transposed?(?:\s+matrix)?(?:\s+of\s+«whole»)?",
    re.I,
)
_ROW = r"rows?(?![- ]?wise)|行|Zeilen?|lignes?|filas?|linhas?|rig(?:a|he)|строк\w*"
_COLUMN = r"columns?(?![- ]?wise)|列|Spalten?|colonn(?:es?|[ae])|columnas?|colunas?|столб(?:ец|цы)"
AXIS = lazily(
    r"\b(?:rows?|columns?|Zeilen?|Spalten?|lignes?|colonnes?|filas?|columnas?|linhas?|colunas?|rig(?:a|he)|colonn[ae])\b"
    r"|строк|столб|[行列]",
    re.I,
)
TURNED = lazily(r"\btranspos|\bswapped\b|\bthe other way|転置", re.I)
"""Of the sentence that tells the matrix alone: others call a mark so."""
INDEX = lazily(
    r"\b(?:first|second|last|leading|trailing|former|latter|left|right)\s+(?:of\s+the\s+)?(?:index|indices|subscripts?"
    r"|letter|number)\b|\b(?:index|subscript)\b.*\bfirst\b|(?:前|後|最初|[1２2１]つ目|第[一二12])の?(?:添え?字|インデックス)",
    re.I,
)
NOT_SAID = lazily(
    r"\b(?:not|no|never|unlike|instead|rather|except|if|when|unless|while|whereas|but)\b|n't|ない|ではなく|場合", re.I
)
APART = "\n\n"
GOES_ON = lazily(r"\s*[a-z,]")
"""Words behind a display that go on with what it says."""
_LETTER = r"«(?P<letter>[^«»]*)»"
_VERB = (
    r"(?:numbers?|counts?|index(?:es)?|labels?|enumerates?|runs?\s+over|denotes?|is|are|for|indicates?|est|ist|es|é|è)"
)
_ARTICLE = r"(?:the|an?|la|le|die|der|das|el|il|o)"
_ROW_WISE = r"(?:(?P<row>row)|(?P<column>column))[- ]?wise\b"
_AS_AXES = r"(?:as|in|by|into|along)\s+(?:its\s+|the\s+)?(?:(?P<row_of>rows)|(?P<column_of>columns))\b"
_COLLECTED = (
    r"(?:(?:collect|stack|gather|arrang|arrange|concatenat|concatenate|assembl|assemble|group)(?:s|ing|ion|ement)?"
    r"|list(?:s|ing)?)"
)
_EACH = r"(?:(?:all|of|the|these|those|weights?|parameters?|row|column)\s+)*(?:(?:vectors?|arrays?)\s+)?"
"""Vectors put one below the other: `a row-wise collection of the arrays $w_k$`, `stacks the $w_k$ as rows`."""
KNOWN = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"\b(?:(?P<row>{_ROW})|(?P<column>{_COLUMN}))(?:\s+(?:index|number))?\s*(?:を|は|が|番号)*\s*{_LETTER}",
        rf"{_LETTER}\s*(?:[-–]?\s*(?:th|te|ème|e|ésima|esima|[яй]|ый)\b)?\s*{_VERB}?\s*{_ARTICLE}?\s*(?:«(?P<of>[^«»]*)»\s*-?\s*(?:th|te|ème|e|ésima|esima|[яй])\s+)?"
        rf"(?:(?P<row>{_ROW})|(?P<column>{_COLUMN}))\b(?:\s+(?:index|number)\b)?",
        rf"(?:第\s*)?{_LETTER}\s*(?:番目の|が|は|を|按)?\s*(?:(?P<row>行)|(?P<column>列))",
        rf"(?:{_ROW_WISE})\s+{_COLLECTED}\s+(?:of\s+)?{_EACH}{_LETTER}",
        rf"\b{_COLLECTED}\s+(?:of\s+)?{_EACH}{_LETTER}\s*,?\s*(?:{_ROW_WISE}|{_AS_AXES})(?!\s+of\b)",
        r"(?:(?P<row>行)|(?P<column>列))(?:番号)?\s*(?:を|は|が)?\s*" + _LETTER,
    )
)
"""What is known of a letter and a row or a column; any other number of them says nothing of the letters."""
_IS = rf"(?:index|subscript)\s+(?:is|{_VERB}|gives)\s+(?:the|an?)?\s*"
BY_INDEX = lazily(rf"\b(?:first\s+{_IS}(?:{_ROW})|second\s+{_IS}(?:{_COLUMN}))\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """A matrix, an entry, and its two letters; `from_words` if no formula equates the two, but `$q_i$ is the $i$-th
    column of $Q$` does, which is `Q^T = (q_{ik})`."""

    whole: Name
    entry: Name
    letters: tuple[str, str]
    from_words: bool = False

    @property
    def numbers(self) -> tuple[str, str]:
        """The letters of the rows and of the columns of the bare letter, as words have said them."""
        return self.letters[::-1] if self.from_words and self.whole.scripts else self.letters


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def without_matrices_doubted(
    located: Sequence[Located], blocks: Sequence[Block], ranges: Mapping[str, object]
) -> list[Located]:
    r"""The formulas of a document, those with such matrices not read.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = "$W = (w_{ij})$, where $i$ numbers the %s and $j$ the %s $$ z = W x $$"
    >>> pages = [parse_document(text % words) for words in (("rows", "columns"), ("columns", "rows"))]
    >>> [type(without_matrices_doubted(read_formulas(p), p.blocks, {})[-1][1]).__name__ for p in pages]
    ['Formula', 'ReadError']
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {x for c in chains if (x := _told(c)) is not None}
    said = {x: _says_otherwise(x, located, blocks, sure=False) for x in told}
    sized = {x for x, otherwise in said.items() if otherwise and _is_sized(x, located, ranges)}
    said |= {x: _says_otherwise(x, located, blocks, sure=True) for x in sized}
    doubted = [x for x in told if _is_turned(x, chains) or said[x]]
    return [(d, _unread(f, doubted)) for d, f in located] if doubted else list(located)


def _told(c: Chain) -> Told | None:
    if len(c.members) == 3 and c.relations[1] == r"\in":  # `X = (x_{ij}) \in \mathbb{R}^{m \times n}`
        c = replace(c, members=c.members[:2], relations=c.relations[:1])
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or not is_told_by_letter(whole, entry):
        return None
    letters = [letter_of(e) for e in below(entry)]
    one, two = letters if len(letters) == AXES else (None, None)
    plain = one is not None and two is not None and one != two and whole.base != entry.base and not whole.primes
    if not (plain and one and two) or {one, two}.intersection(map(letter_of, below(whole))):
        return None  # of a row of it, `x_i = (X_{ij})`, see `vectors_doubted`
    return Told(replace(whole, span=(0, 0)), replace(entry, span=(0, 0)), (one, two), not c.relation_spans)


def below(x: Name) -> list[Node]:
    """What stands below a name; things and digits that are typed in a run one by one."""
    entries = [e for s in x.scripts if not s.above for e in s.entries]
    if len(entries) == 1 and isinstance(entries[0], t.Product) and not any(f.operator for f in entries[0].factors):
        return [f.body for f in entries[0].factors]
    if len(entries) == 1 and isinstance(entries[0], Number) and len(entries[0].text) == AXES:
        return [Number(digit) for digit in entries[0].text]
    return entries


def _is_sized(x: Told, located: Sequence[Located], ranges: Mapping[str, object]) -> bool:
    """Does its size stand right behind a matrix, of two lengths as far as its letters run in this order?"""
    sizes = [
        lengths_of(size)
        for (_, f), (display, other) in pairwise(located)
        if isinstance(f, Formula) and any(_told(s.chain) == x for s in f.statements)
        if display.inline and (size := bare(other)) is not None
    ]
    lengths = [tuple(map(letter_of, size)) for size in sizes]
    ends = tuple(_end(letter, located, ranges) for letter in x.letters)
    return bool(lengths) and None not in ends and ends[0] != ends[1] and all(size == ends for size in lengths)


def _end(letter: str, located: Sequence[Located], ranges: Mapping[str, object]) -> str | None:
    """The size up to which a letter runs, in front matter, sums and lists; None where there are several."""
    found: set[str | None] = {str(ranges[letter]).rpartition("..")[2].strip()} if letter in ranges else set()
    statements = [s for f in read_of(located) for s in f.statements]
    for big in (y for s in statements for y in t.of_kind(s, t.BigSum)):
        heads = [c.members[0] for c in big.below if isinstance(c, Chain)]
        if [letter_of(h) for h in heads] == [letter] and big.above is not None:
            found.add(letter_of(big.above))
    for c in (c for s in statements for c in (s.chain, *s.conditions)):
        if letter_of(c.members[0]) == letter and len(c.members) == 2 and isinstance(c.members[1], t.Listing):
            found.add(letter_of(c.members[1].items[-1]))
    return found.pop() if len(found) == 1 else None


def _is_turned(x: Told, chains: Sequence[Chain]) -> bool:
    """Are the letters against their order in the alphabet, with no equation about a name that has them so?"""
    if x.letters[0] < x.letters[1]:
        return False
    others = [c for c in chains if _told(c) is None]
    about = [c for c in others if isinstance(c.members[0], Name) and c.relations and c.relations[0] in EQUALITIES]
    if any(_letters(y) == [*x.letters] for y in _entries(x, about)):
        return False
    turned = list(x.letters[::-1])
    return any(_letters(y) == turned or all(isinstance(e, Number) for e in below(y)) for y in _entries(x, others))


def _entries(x: Told, chains: Sequence[Chain]) -> Iterator[Name]:
    names = (y for c in chains for y in t.of_kind(c, Name) if y.base == x.entry.base)
    return (y for y in names if len(below(y)) == AXES)


def _letters(x: Name) -> list[str | None]:
    return [letter_of(e) for e in below(x)]


def _says_otherwise(x: Told, located: Sequence[Located], blocks: Sequence[Block], sure: bool) -> bool:
    """Do words about rows and columns say something else of the matrix than is usual, or (if it is not for `sure`) what
    is not known?"""
    text, was_displayed = "", False
    for number, words in gaps_of(located, blocks):
        display, formula = located[number]
        begins = was_displayed and not GOES_ON.match(words)  # a display may begin a clause
        text += (APART if begins else "") + re.sub(r"[*_«»]", "", words)
        text += ("" if display.inline else APART) + (f"«{_mark(x, formula)}»" if number >= 0 else "")
        was_displayed = not display.inline
    clauses = sentences.clauses(text)
    beside = [f"«{TOLD}»" in one or f"«{TOLD}»" in two for one, two in pairwise([clauses[0], *clauses, clauses[-1]])]
    near = [one or two for one, two in pairwise(beside)]
    if any(map(ONE_EXAMPLE.search, clauses)):
        examples = letter_of_examples(x.entry.base, [s.chain for f in read_of(located) for s in f.statements])
        clauses = [ONE_EXAMPLE.sub(lambda m: " " if _is_usual(m, x, examples) else m[0], c) for c in clauses]
    return any(_is_otherwise(x, clause, is_near, sure) for clause, is_near in zip(clauses, near, strict=True))


def _is_usual(m: re.Match[str], x: Told, examples: str | None) -> bool:
    """Do words call an example what it is in a matrix, by the letters of that, or are they about another one?"""
    return m["of"] == MATRIX or (m["of"] in (WHOLE, TOLD) and examples == x.numbers[0 if is_row(m) else 1])


def _mark(x: Told, f: object) -> str:
    """What a formula among words is for a matrix: a letter alone, one below an entry, anything of it, or another."""
    if not isinstance(f, Formula) or not f.statements:
        return OTHER
    chains = [s.chain for s in f.statements]
    if any(_told(c) == x for c in chains):
        return TOLD
    (value, *_) = chains[0].members
    alone = len(chains) == 1 and not chains[0].relations
    letter = letter_of(value) if alone else None
    if letter is not None and letter != x.whole.base and (letter in x.letters or not letter.isupper()):
        return letter
    if alone and isinstance(value, Name) and value.base in (x.entry.base, x.whole.base) and len(below(value)) == 1:
        return letter_of(below(value)[0]) or WHOLE
    names = {y.base for c in chains for y in t.of_kind(c, Name)}
    if names & {x.entry.base, x.whole.base}:
        return WHOLE
    told = [y for c in chains if (y := _told(c)) is not None and y.from_words]
    return MATRIX if told or (letter is not None and letter.isupper()) else OTHER


def _is_otherwise(x: Told, clause: str, is_near: bool, sure: bool) -> bool:
    rest = ROWS.sub(" ", COLUMNS.sub(" ", HARMLESS.sub(" ", OF_ANOTHER.sub(" ", clause))))
    if f"«{TOLD}»" in rest and TURNED.search(rest):
        return True
    places = [found.span() for found in AXIS.finditer(rest)]
    own = any(f"«{mark}»" in rest for mark in (TOLD, WHOLE, *x.letters)) or INDEX.search(rest)
    if not places or not (own or ("«" not in rest and is_near)):
        return False
    known = [found for pattern in KNOWN for found in pattern.finditer(rest)]
    if NOT_SAID.search(rest) or any(_is_against(x, found) for found in known):
        return True
    spans = [*(found.span() for found in known), *(found.span() for found in BY_INDEX.finditer(rest))]
    covered = {at for a, b in spans for at in range(a, b)}
    if sure and not any(m.start() not in covered for m in re.finditer("|".join(f"«{y}»" for y in x.letters), rest)):
        return False
    return not all(any(a <= start and end <= b for a, b in spans) for start, end in places)


def _is_against(x: Told, found: re.Match[str]) -> bool:
    groups = found.groupdict()
    meant, other = x.numbers if groups["row"] or groups.get("row_of") else x.numbers[::-1]
    marks = {groups["letter"], groups.get("of") or groups["letter"]}
    return bool(marks & {other, TOLD, WHOLE}) and meant not in marks


def _unread(f: Formula | ReadError, doubted: Sequence[Told]) -> Formula | ReadError:
    """A formula, or why it is not read; what only tells of such a matrix says nothing then."""
    if isinstance(f, ReadError):
        return f
    for x in doubted:
        kept = tuple(s for s in f.statements if _told(s.chain) != x)
        if any(_is_of(y, x.whole) for s in kept for y in t.of_kind(s, Name)) and any(s.chain.relations for s in kept):
            return ReadError(f"it is not clear what the rows of `{x.whole.base}` are", f.here)
        f = replace(f, statements=kept) if len(kept) < len(f.statements) else f
    return f


def _is_of(x: Name, whole: Name) -> bool:
    return (x.base, x.font, x.accents) == (whole.base, whole.font, whole.accents)
