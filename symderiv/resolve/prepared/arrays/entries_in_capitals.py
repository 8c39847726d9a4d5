r"""Entries with the capital of their matrix: `\frac{\partial C}{\partial W_{11}}` beside `W = (w_{ij})`, `w_{11}`.

A sentence says of which entries the matrix is made, and the page differentiates by one of them in the capital, or an
equation computes them, `P_{ij}` beside `P = (p_{ij})` and `p_{ij} = e^{s_{ij}} / \sum_t e^{s_{it}}`. Such a
capital may be a block or a cofactor as well: where an equation defines it, a sentence names it, or it is transposed, it
is left as it is, and so it is where what stands below it is no number and no letter of the entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of, letters_in
from ...stated import is_told_by_letter, whole_and_entry
from .rows_doubted import AXES, below

COFACTORS = frozenset(["det", "adj", "cof", "adjugate", "logdet"])
"""Of these the capital with two indices may be a part, a cofactor."""
BARS = frozenset(["|", r"\lvert", r"\vert"])


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_entries_in_capitals(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such entries in the letter of the sentence.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$$z = w_{11} x$$ $W = (w_{ij})$ $$\frac{\partial z}{\partial W_{11}} = x$$")
    >>> [w.body.base for _, f in with_entries_in_capitals(read_formulas(page)) for w in t.of_kind(f, t.Wrt)]
    ['w']
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = [pair for c in chains if (pair := _told(c)) is not None]
    meant = {whole: entry for whole, entry in told if _is_meant(whole, entry, chains)}
    if len({whole for whole, _ in told}) < len(told) or not meant:
        return list(located)

    def change(x: Any) -> Node | None:
        whole = _whole_of(x) if isinstance(x, Name) else None
        entry = meant.get(whole) if whole is not None else None
        if entry is None or not isinstance(x, Name):
            return None
        above = tuple(s for s in entry.scripts if s.above)
        return replace(entry, scripts=(*above, *(s for s in x.scripts if not s.above)), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> tuple[Name, Name] | None:
    """A matrix in a capital without anything below it, and an entry of it in the small letter."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or whole.primes or entry.primes:
        return None
    named_by = [letter_of(e) for e in below(entry)]
    above = [e for s in whole.scripts for e in s.entries]
    same = [s for s in entry.scripts if s.above] in ([], [*whole.scripts])
    fits = all(s.above for s in whole.scripts) and not any(map(is_mark, above)) and same
    letters = len(named_by) == AXES == len(set(named_by)) and None not in named_by
    named = whole.base.isupper() and entry.base == whole.base.lower() and is_told_by_letter(whole, entry)
    return (replace(whole, span=(0, 0)), entry) if fits and letters and named else None


def _whole_of(x: Name) -> Name | None:
    """The name without the two indices below it."""
    if x.primes or len(below(x)) != AXES:
        return None
    return replace(x, scripts=tuple(s for s in x.scripts if s.above), span=(0, 0))


def _is_meant(whole: Name, entry: Name, chains: Sequence[Chain]) -> bool:
    """Does the page differentiate by such an entry, and is none of them anything else?"""
    named = [x for c in chains for x in t.of_kind(c, Name) if _scripted(x, whole)]
    letters = {
        y for c in chains for x in t.of_kind(c, Name) if x.base == entry.base for e in below(x) for y in letters_in(e)
    }
    learned = any(_whole_of(x) == whole for c in chains for w in t.of_kind(c, t.Wrt) for x in t.of_kind(w, Name))
    if not learned and _is_computed(whole, entry, chains):
        learned = True
        letters |= {y for c in chains for x in t.of_kind(c, t.BigSum) for y in letters_under(x)}
    lefts = [c.members[0] for c in chains]
    return (
        learned
        and not any(isinstance(x, Name) and _scripted(x, whole) for x in lefts)
        and all(_whole_of(x) == whole and letters.issuperset(_letters(x)) for x in named)
    )


def _is_computed(whole: Name, entry: Name, chains: Sequence[Chain]) -> bool:
    """Does an equation compute the entries, in no line beside what has the capital, on a page without cofactors?"""
    alike = [x for c in chains if (x := c.members[0]) and isinstance(x, Name) and c.relations[:1] == ("=",)]
    computed = any(x.base == entry.base and len(below(x)) == AXES for x in alike)
    return computed and not any(map(_has_cofactors, chains)) and not any(_has_both(c, whole, entry) for c in chains)


def _has_both(c: Chain, whole: Name, entry: Name) -> bool:
    names = list(t.of_kind(c, Name))
    return any(x.base == entry.base and x.scripts for x in names) and any(_scripted(x, whole) for x in names)


def _has_cofactors(c: Chain) -> bool:
    """Does a line hold what is made of cofactors or may be: a determinant, an inverse, bars around a name alone?"""
    named = any(x.base.strip("\\").lower() in COFACTORS for x in t.of_kind(c, Name))
    called = any(x.function.lower() in COFACTORS for x in t.of_kind(c, t.Call))
    inverse = (s.entries[0] for s in t.of_kind(c, t.Script) if s.above and len(s.entries) == 1)
    inverted = any(isinstance(x, t.Terms) and list(map(_is_minus_one, x.terms)) == [True] for x in inverse)
    return named or called or inverted or any(x.open in BARS and len(x.items) == 1 for x in t.of_kind(c, t.Group))


def _is_minus_one(x: t.Term) -> bool:
    return x.sign == "-" and isinstance(x.body, t.Number) and x.body.text == "1"


def _scripted(x: Name, whole: Name) -> bool:
    """Is it the capital with something below it?"""
    return (x.base, x.font, x.accents) == (whole.base, whole.font, whole.accents) and any(
        not s.above for s in x.scripts
    )


def _letters(x: Name) -> Iterator[str]:
    yield from (y for e in below(x) for y in letters_in(e))
