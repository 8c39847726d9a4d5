r"""The layout of derivatives of vectors by vectors, told beside one of them: `$\partial \mathbf{y}/\partial \mathbf{h}$
is the Jacobian with the components of $\mathbf{y}$ in the rows`, `$\frac{\partial \mathbf{u}}{\partial \mathbf{v}}$ has
the element $\frac{\partial u_j}{\partial v_i}$ in row $i$ and column $j$`.

Else such a derivative may stand either way. Of letters that no equation of the page has it is told of all vectors, else
of these two. Where words tell it two ways, or in a way that is not understood, nothing is judged that depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....document.blocks import Block
from ....latex import sentences
from ....latex.denials import denies
from ....latex.hedged import is_hedged
from ....latex.tree import Derivative, Group, Name, Node, Product
from ....latex.walking import of_kind, rebuilt
from ....notation import ACROSS, BY_VECTORS, LAID, OBJECTIVES
from ....pattern import lazily
from ...located import Located, chains_of, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone
from .layouts_by_entry import OPEN, layouts_by_entry
from .sizes_said import layout_by_sizes, layout_of_all, of_vectors, sizes_of_jacobians

LEAD = lazily(
    r"[\s,:;()*_、-]*(?:(?:and|where|here|so|thus|then|also|with|that|is|are|i\.?e|the|an?|note|recall|we|write|use|take"
    r"|convention|throughout|Jacobian|matrix|derivative|moreover|furthermore|ここで|また|なお|ただし)(?:\b|(?=、))[\s,:、]*)*",
    re.I,
)
"""Words of its clause before the derivative, by which the page states it."""
_MATRIX = r"(?:(?:an?|the)\s+)?(?:(?:Jacobian|matrix|[\w-]*\s?matrix)\s*)+"
_IS = rf"\s*(?:(?:is|are|denotes|means|be|stands\s+for)\s+{_MATRIX})?\s*,?\s*"
_PARTS = r"(?:components?|entries|elements?|ind(?:ex|ices))"
OF = lazily(rf"{_IS}(?:with|has|having|(?:which|that)\s+has)\s+(?:the\s+)?{_PARTS}\s+of\s*", re.I)
"""Between the derivative and the vector whose components are told to stand"""
IN = lazily(
    r"\s*(?:in|along|down|over|numbering)\s+(?:the|its)\s+(?P<place>rows?|columns?)\s*(?P<rest>[.,;)]|\Z|and\b)", re.I
)
"""in its rows or columns,"""
ROWS = lazily(
    rf"{_IS}(?:(?:with|whose|its)\s+)?(?:the\s+)?(?P<place>rows?|columns?)\s+(?:(?:are|is)\s+)?"
    rf"(?:belong\s+to|correspond\s+to|indexed\s+by|numbered\s+by|run\s+over)\s+(?:the\s+)?(?:{_PARTS}\s+of\s*)?",
    re.I,
)
"""and the same in another order."""
ENTRY = lazily(
    rf"{_IS}(?:with|has|having|contains|(?:which|that)\s+has)\s+(?:the|an?|as)?\s*(?:element|entry|component)s?\s*",
    re.I,
)
"""Between the derivative and that of an entry by an entry,"""
ROW = lazily(r"\s*(?:in|at)\s+(?:the\s+)?row\s*", re.I)
COLUMN = lazily(r"\s*(?:,|and|,\s*and)\s*(?:(?:in|at)\s+)?(?:the\s+)?column\s*", re.I)
"""before the letters of its row and column,"""
AT = lazily(rf"{_IS}(?:whose|with(?:\s+the)?|has(?:\s+the)?)\s*|\s*の\s*(?:第\s*)?", re.I)
IS_ENTRY = lazily(
    r"[ -]*(?:th)?\s*(?:element|entry|component)\s*(?:is|equals|being|:)?\s*|\s*(?:成分|要素)[はがを]\s*",
    re.I,
)
"""or between these letters and it."""
JA_OF, JA_IN = (
    lazily(r"\s*[はを][、,]?\s*"),
    lazily(r"\s*の成分[をが](?P<place>行|列)[にと](?:並べ|もつ|持つ|並ぶ|とっ|する)()"),
)
JA_ROW, JA_COLUMN, JA_IS = (
    lazily(r"\s*の?第\s*"),
    lazily(r"\s*行[、,]?\s*第?\s*"),
    lazily(r"\s*列(?:の)?(?:成分|要素)?[はが]\s*"),
)
MENTIONS = lazily(rf"\b{_PARTS}\b[^.;]*\b(?:rows?|columns?)\b(?![*_]*[ -]?vectors?)|\brow\s*,?[^.;]*\bcolumn\s", re.I)
"""Words by which a sentence may tell a layout in a way that is not understood."""
REACH = 4
"""So many formulas tell a layout at most: the derivative, that of the entry, and its row and column."""
Gaps: TypeAlias = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Told:
    """The letters above and below of a derivative, and its layout."""

    of: Name
    by: Name
    layout: str


def with_jacobians_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with the layout marked at such derivatives.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$\partial y/\partial h$ has the components of $y$ in the rows. $\partial y/\partial h$")
    >>> found = with_jacobians_told(read_formulas(page), page.blocks)
    >>> [sorted(x.layout) for _, f in found for x in of_kind(f, Derivative)]
    [['laid'], ['laid']]
    """
    whole = {n for n, pair in enumerate(located) if of_vectors(value_alone(pair)) is not None}
    gaps = gaps_of(located, blocks)
    told = list(_told(located, gaps)) if whole else []
    sizes = [*sizes_of_jacobians(located, gaps)] if any(map(_may_be_sizes, located)) else []
    if any(x.layout == BY_VECTORS for x in told) and OPEN not in (entries := layouts_by_entry(located, blocks)):
        told = [x for x in told if x.layout != BY_VECTORS or not entries]  # it is understood there
    if not told and not sizes:
        return list(located)
    used = {x.base for c in chains_of(located) if c.relations for x in of_kind(c, Name)}
    general = {x.layout for x in told if {x.of.base, x.by.base}.isdisjoint(used)}
    every = _of_vectors(located) if sizes else []
    of_all = {layout_of_all(every, x, located) for x in sizes if x.of is None} if every else set()
    pairs: dict[tuple[str, str], set[str]] = {}
    for x in told:
        pairs.setdefault((x.of.base, x.by.base), set()).add(x.layout)

    def change(x: Any) -> Node | None:
        whole = of_vectors(x)
        if whole is None or not isinstance(x, Derivative):
            return None
        found = pairs.get((whole[0].base, whole[1].base), set()) | general
        found |= {layout_by_sizes(whole, x, located) for x in sizes if x.of is not None and _are_same(x.of, whole)} - {
            ""
        }
        found |= of_all
        if not found or BY_VECTORS in x.layout:
            return None
        found |= x.layout & {LAID, ACROSS}
        return replace(x, layout=x.layout - {LAID, ACROSS} | (found if len(found) == 1 else {BY_VECTORS}))

    return with_statements(located, lambda s: rebuilt(s, change))


def _may_be_sizes(pair: Located) -> bool:
    display, _ = pair
    return display.inline and (r"\times" in display.source.text or "," in display.source.text)


def _of_vectors(located: Sequence[Located]) -> list[tuple[Name, Name]]:
    """The letters of the derivatives of a page that may be of vectors by vectors."""
    found = (of_vectors(x) for f in read_of(located) for x in of_kind(f, Derivative))
    pairs = {(p[0].base, p[1].base): p for p in found if p is not None and p[0].base not in OBJECTIVES}
    return list(pairs.values())


def _are_same(x: tuple[Name, Name], y: tuple[Name, Name]) -> bool:
    return all(a.base == b.base for a, b in zip(x, y, strict=True))


def _told(located: Sequence[Located], gaps: Gaps) -> Iterator[_Told]:
    """What sentences tell of derivatives."""
    within: set[int] = set()
    for at, (n, lead) in enumerate(gaps[:-1]):
        whole = of_vectors(value_alone(located[n])) if n not in within else None
        if whole is None:
            continue
        layout = _layout(located, gaps[at:], whole)
        before = re.split(r"[,;]\s", sentences.last(lead))[-1]
        stated = LEAD.fullmatch(before) is not None and not denies(lead, "") and not is_hedged(lead, _rest(gaps, at))
        if layout:
            behind = [number for number, _ in gaps[at + 1 : at + REACH] if number >= 0]
            within |= {number for number in behind if _is_entry(of_vectors(value_alone(located[number])), whole)}
            yield _Told(*whole, layout if stated else BY_VECTORS)
        elif MENTIONS.search(_rest(gaps, at)):
            yield _Told(*whole, BY_VECTORS)


def _rest(gaps: Gaps, at: int) -> str:
    """The words behind a formula up to the end of the sentence, or to the next derivative's clause."""
    found = ""
    for _, gap in gaps[at + 1 :]:
        first, *more = sentences.clauses(gap)
        found += f" {first} "
        if more:
            break
    return found


def _layout(located: Sequence[Located], gaps: Gaps, whole: tuple[Name, Name]) -> str:
    """The layout of the derivative that comes first, where the words behind it tell one that is understood."""
    words = [gap for _, gap in gaps[1:6]] + [""] * 4
    values = [value_alone(located[n]) if n >= 0 else None for n, _ in gaps[1:5]] + [None] * 4
    for first, second in ((OF, IN), (ROWS, None), (JA_OF, JA_IN)):
        begun = first.fullmatch(words[0])
        ended = second.match(words[1]) if second is not None else begun
        if begun and ended and isinstance(values[0], Name):
            return _by_vector(values[0], whole, ended["place"].lower()[0] in "r行")
    inner, places = _entry_told(words, values)
    letters = tuple(letter_of(p) for p in places if p is not None)
    return _by_places(inner, whole, letters) if inner is not None and len(letters) == len("ij") else ""


def _entry_told(
    words: Sequence[str], values: Sequence[Node | None]
) -> tuple[tuple[Name, Name] | None, Sequence[Node | None]]:
    """The derivative of an entry by an entry behind another one, and what numbers its row and its column."""
    if ENTRY.fullmatch(words[0]) and ROW.fullmatch(words[1]) and COLUMN.fullmatch(words[2]):
        return of_vectors(values[0]), values[1:3]
    if JA_ROW.fullmatch(words[0]) and JA_COLUMN.fullmatch(words[1]) and JA_IS.fullmatch(words[2]):
        return of_vectors(values[2]), values[:2]
    if AT.fullmatch(words[0]) and IS_ENTRY.fullmatch(words[1]):
        return of_vectors(values[1]), _letters_typed(values[0])
    return None, ()


def _is_entry(x: tuple[Name, Name] | None, whole: tuple[Name, Name]) -> bool:
    """Is it the derivative of an entry by an entry?"""
    same = x is not None and all(a.base == b.base for a, b in zip(x, whole, strict=True))
    return same and x != whole


def _by_vector(x: Name, whole: tuple[Name, Name], rows: bool) -> str:
    """The layout where the components of a vector stand in the rows, or in the columns."""
    above, below = (_is_same(x, y) for y in whole)
    return "" if above is below else LAID if above is rows else ACROSS


def _is_same(x: Name, y: Name) -> bool:
    return (x.base, x.accents, x.primes, x.scripts) == (y.base, y.accents, y.primes, y.scripts)


def _letters_typed(x: Node | None) -> tuple[Node, ...]:
    """The i and j of `(i, j)`, and of `ij`."""
    if isinstance(x, Group) and x.open == "(":
        return x.items
    return tuple(f.body for f in x.factors if not f.operator) if isinstance(x, Product) else ()


def _by_places(entry: tuple[Name, Name], whole: tuple[Name, Name], places: tuple[str | None, ...]) -> str:
    """The layout where the entry above stands in the row and column of these letters."""
    same = all((a.base, a.accents) == (b.base, b.accents) for a, b in zip(entry, whole, strict=True))
    below = [[letter_of(e) for e in entries_below(x)] for x in entry]
    row, column = places
    if not same or row is None or column is None or row == column:
        return ""
    in_row, in_column = ([p in found for found in below] for p in places)
    if in_row == [True, False] and in_column == [False, True]:
        return LAID
    return ACROSS if in_row == [False, True] and in_column == [True, False] else ""
