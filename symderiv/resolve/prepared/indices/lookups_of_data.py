r"""Data that are looked up for each example: `\mathbf{p}_{y_i}` with the label `y_i` of an example i is `\mathbf{p}_i`.

Which of them two examples share is of no matter where nothing is differentiated by them: what holds for any
`\mathbf{p}_i` holds for those. So it is where the page names such data in no other way, computes none of them, and uses
the labels for nothing else: neither compares them nor numbers anything else by them. Nor may a formula with one of
these letters be unread, or left out because it does not go with the rest.

Only a page that is judged is read so, and defines its network itself: derivatives by `\mathbf{p}_i` are none by what is
looked up. Where a line differentiates by such rows, `\mathbf{v}_{o_i}`, and no sentence is about them, they are
`\check{\check{\mathbf{v}}}_i`: what is wrong of different rows is wrong of any, and what is right of them is open
(`check.rows_may_be_one`).

A matrix that a page only calls the columns of, `W = (\mathbf{w}_{c_1}, \ldots, \mathbf{w}_{c_K})`, where these stand in
no other line, is any matrix; the equation claims nothing and defines nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Group, Name, Node, Product, Scripted, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, ONE_HOT
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import letter_below
from ...spelled.shape import Stem, stem_of
from ..applied import before_parentheses, head_of, is_space, names_taken_by
from .lookups_all_different import index_looked_up, looks_up

ARROWS = frozenset(["vec", "underline", "underbar"])
"""Accents that say that something is an array."""
MARK = ("check", "check")
"""What tells rows by which a page differentiates, and which may be one or different ones: nobody types it."""


@where(looks_up)
def with_lookups_of_data_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the numbers of the examples for the indices of such data."""
    located = _without_columns_named(located)
    unread, lines = typed_unread(located), _lines(located)
    labels = _data(lines)
    data = {x for x, y in labels.items() if not (is_typed_in(x, unread) or is_typed_in(y, unread))}
    taken = {stem_of(x) for s in lines for x in names_taken_by(s)}
    data = {x for x in data if x not in taken or {x, labels[x]}.isdisjoint(_mentioned(located))}

    def change(x: Any) -> Node | None:
        index = index_looked_up(x) if isinstance(x, Name) and stem_of(x) in data else None
        if index is None:
            return None
        scripts = tuple(s if s.above else replace(s, entries=index.scripts[0].entries) for s in x.scripts)
        found: Node = replace(x, scripts=scripts, accents=(*MARK, *x.accents) if stem_of(x) in taken else x.accents)
        return found

    return with_statements(located, lambda s: rebuilt(s, change)) if data else list(located)


def _lines(located: Sequence[Located]) -> list[Statement]:
    return [s for f in read_of(located) for s in f.statements if EQUALITIES & {*s.chain.relations} or s.conditions]


def _mentioned(located: Sequence[Located]) -> Iterator[Stem]:
    """The names that stand in sentences, but for those of which these tell a space."""
    for d, f in located:
        for s in f.statements if d.inline and isinstance(f, t.Formula) else ():
            if s.chain.relations != (r"\in",) or not is_space(s.chain.members[1]):
                yield from map(stem_of, t.of_kind(s, Name))


def _data(lines: Sequence[Statement]) -> Mapping[Stem, Stem]:
    """The names that stand with looked up indices only, all numbered by labels that stand nowhere else."""
    names = [x for s in lines for x in t.of_kind(s, Name)]
    met = Counter(map(stem_of, names))
    pairs = [(x, index) for x in names if (index := index_looked_up(x)) is not None and not x.primes + index.primes]
    uses = Counter((stem_of(x), stem_of(index)) for x, index in pairs)
    numbered = {stem_of(x) for x, index in pairs if letter_below(index) is not None}
    open_ones = {_plain(stem_of(x)) for x in _computed(lines)}
    taken = {stem_of(x) for s in lines for x in names_taken_by(s)}
    open_ones |= {_plain(x) for x in taken if all(x != y for y, _ in uses)}
    found = {x: y for (x, y), n in uses.items() if n == met[x] and x in numbered and _plain(x) not in open_ones}
    found = {x: y for x, y in found.items() if x[0] != ONE_HOT}  # what that is, everybody knows
    while True:
        labels = Counter({y: sum(n for (x, y_), n in uses.items() if y_ == y and x in found) for y in found.values()})
        kept = {x: y for x, y in found.items() if labels[y] == met[y]}
        if kept == found:
            return found
        found = kept


def typed_unread(located: Sequence[Located]) -> str:
    """What is typed in formulas that are not read, or not as a whole.

    >>> from symderiv.document import parse_document, read_formulas
    >>> typed_unread(read_formulas(parse_document("$a = b$ and $c = )$")))
    'c = )'
    """
    open_ones = (d for d, f in located if isinstance(f, ReadError) or any(True for _ in t.of_kind(f, t.Misfit)))
    return " ".join(d.source.text for d in open_ones)


def is_typed_in(stem: Stem, text: str) -> bool:
    """Is a letter typed in a text, in whatever font?

    >>> is_typed_in(("W", (), ""), r"\\mathbf{W} x"), is_typed_in(("c", (), ""), r"\\cos x")
    (True, False)
    """
    bare = text if stem[0].startswith("\\") else re.sub(r"\\[A-Za-z]+", " ", text)
    return (
        re.search(re.escape(stem[0]) + r"(?![a-zA-Z])" if bare is text else re.escape(stem[0]), bare, re.I) is not None
    )


def _computed(lines: Sequence[Statement]) -> Iterator[Name]:
    """What a page defines by anything but a list, or applies to something."""
    for s in lines:
        head = head_of(s.chain.members[0])
        if head is not None and not any(_listed(m) for m in s.chain.members[1:]):
            yield head
        for x in t.of_kind(s, Product):
            yield from (name for name, _ in before_parentheses(x))


def _plain(stem: Stem) -> tuple[str, tuple[str, ...]]:
    r"""The letter of a name, in whatever font: the matrix of vectors has their capital; their mean `\bar{v}` not."""
    return stem[0].lower(), tuple(x for x in stem[1] if x not in ARROWS)


@remembered
def _listed(x: Node) -> tuple[Name, ...]:
    r"""What stands in a list with dots of names with looked up indices, turned or not."""
    group = x.base if isinstance(x, Scripted) else x
    items = group.items if isinstance(group, Group) and group.open in ("(", "[") else ()
    names = tuple(i for i in items if isinstance(i, Name) and index_looked_up(i) is not None)
    dots = [i for i in items if isinstance(i, Symbol) and i.name == r"\dots"]
    return names if len(dots) == 1 and len(names) == len(items) - 1 else ()


def _without_columns_named(located: Sequence[Located]) -> list[Located]:
    """The formulas with a mention of the matrix in the place of equations that only call its columns."""
    met = Counter(
        stem_of(x) for s in _lines(located) for x in t.of_kind(s, Name) if any(not y.above for y in x.scripts)
    )

    def changed(s: Statement) -> Statement:
        names = _listed(s.chain.members[1]) if len(s.chain.members) == 2 else ()
        stems = {stem_of(x) for x in names}
        own = len(stems) == 1 and s.chain.relations[0] in EQUALITIES and met[stem_of(names[0])] == len(names)
        whole = s.chain.members[0]
        if not own or not isinstance(whole, Name) or whole.scripts or whole.base.lower() != names[0].base.lower():
            return s
        return replace_statement(s, chain=replace(s.chain, members=(whole,), relations=(), relation_spans=()))

    return with_statements(located, changed)
