r"""Entries of a transpose: `$x^T_{jn}$ and $w^T_{kj}$ are the elements of $X^T$ and $W^T$`, so `w^T_{kj}` is `w_{jk}`.

A T above a name with two indices may also transpose a vector that has two numbers, or be the last step. So a sentence
has to say it of the letter, or `W^T = (w^T_{kj})` does, all of whose names have two indices and at most that mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, letter_of, stem_of

SAID = lazily(
    r"\b(?:elements?|entry|entries|components?|coefficients?|Elemente?|Einträge?|Komponenten?|éléments?|elementos?)\s+"
    r"(?:of|von|der|de|del)\s+(?P<of>\$[^$]*\$(?:\s*(?:,|and|und|et|y|e)?\s*\$[^$]*\$)*)"
    r"|\A[^。]*?(?P<of_>\$[^$]*\$(?:\s*[,、と和]?\s*\$[^$]*\$)*)\s*(?:の|的)(?:要素|成分|元素)"
)
"""Behind such a name: of what it is an entry."""
TRANSPOSED = lazily(r"([A-Z])\s*\^\s*\{?\s*(?:T|\\top|\\intercal)")
PAIR = 2


@some(Name)
def _has_any(x: Name) -> bool:
    return _mark(x) is not None


@where(_has_any)
def with_entries_of_transposes(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such entries as those of the matrix.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$w^T_{kj}$ are the entries of $W^T$: $$v = w_{ik} w^T_{kj}$$"))
    >>> [[e.base for s in x.scripts for e in s.entries] for _, f in with_entries_of_transposes(page)[2:]
    ...  for x in t.of_kind(f, Name) if x.base == "w"]
    [['i', 'k'], ['j', 'k']]
    """
    told = {*_in_words(located), *_in_parentheses(located)}
    if not told:
        return list(located)
    every = [x for f in read_of(located) for x in t.of_kind(f, Name) if stem_of(x) in told]
    meant = told - {stem_of(x) for x in every if not _is_entry(x)}

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant or (mark := _mark(x)) is None:
            return None
        scripts = (replace(s, entries=s.entries[::-1]) for s in x.scripts if s is not mark)
        return replace(x, scripts=tuple(scripts))

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _in_words(located: Sequence[Located]) -> Iterator[Stem]:
    """The letters of which a sentence says it."""
    for display, formula in located:
        if not display.inline or isinstance(formula, ReadError) or len(formula.statements) != 1:
            continue
        name = formula.statements[0].chain.members[0]
        if not isinstance(name, Name) or formula.statements[0].chain.relations or _mark(name) is None:
            continue
        said = SAID.search(display.after)
        if said is not None and name.base.upper() in TRANSPOSED.findall(said["of"] or said["of_"]):
            yield stem_of(name)


def _in_parentheses(located: Sequence[Located]) -> Iterator[Stem]:
    """The letter of `W^T = (w^T_{kj})`."""
    for chain in (s.chain for f in read_of(located) for s in f.statements):
        inner = _inside(chain)
        if inner is not None and _mark(inner) is not None:
            yield stem_of(inner)


def _inside(chain: Chain) -> Name | None:
    whole, group = chain.members if chain.relations == ("=",) else (None, None)
    inner = group.items[0] if isinstance(group, Group) and len(group.items) == 1 else None
    if not isinstance(whole, Name) or not isinstance(inner, Name) or whole.base != inner.base.upper():
        return None
    return inner if any(s.above and any(map(is_mark, s.entries)) for s in whole.scripts) else None


def _is_entry(x: Name) -> bool:
    """Is it a name with two indices, or a transposed one?"""
    return len(x.scripts) == 1 and _is_pair(x.scripts[0]) if _mark(x) is None else True


def _is_pair(s: Script) -> bool:
    return not s.above and len(s.entries) == PAIR


def _mark(x: Name) -> Script | None:
    """The mark of a transpose above a small letter that has two letters below."""
    if len(x.scripts) != PAIR or x.font or not x.base.islower() or len(x.base) > 1:
        return None
    above = [s for s in x.scripts if s.above and len(s.entries) == 1 and is_mark(s.entries[0])]
    pair = [s for s in x.scripts if _is_pair(s) and None not in map(letter_of, s.entries)]
    return above[0] if above and pair else None
