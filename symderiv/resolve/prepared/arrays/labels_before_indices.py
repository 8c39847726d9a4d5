r"""Labels of arrays that a sentence makes of their entries, made of letters that are values elsewhere: the hh of
`W_{hh} = (w_{hh,i,j})`, the o of `z_t^{(o)} = (z_{k,t}^{(o)})` beside `o_{k,t} = ..`.

Such a letter counts nothing: no range, sum or condition has it, and it carries indices itself. So what stands in the
same place of the array and of its entries is a label, and is set upright; one letter in all names, since `b_{o,k}` has
the same label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from ...stated import is_told_by_letter, whole_and_entry

UPRIGHT = "mathrm"


def _has_any(s: Statement) -> bool:
    return any(_labels(s.chain))


@where(_has_any)
def with_labels_before_indices(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with such labels set upright.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$W_{hh} = (w_{hh,i,j})$, $h_j = \sum_i w_{hh,i,j} x_i$"))
    >>> [x.scripts[0].entries[0].base for _, f in with_labels_before_indices(page, {})
    ...  for x in t.of_kind(f, Name) if x.base in "wW"]
    ['hh', 'hh', 'hh']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    counting = {*_counting(statements), *ranges}
    values = {x.base for s in statements for x in _values(s)}
    computed = {x.base for s in statements if (x := _defined(s.chain)) is not None}
    found = {run for s in statements for run in _labels(s.chain) if counting.isdisjoint(run)}
    runs = {x for x in found if len(x) > 1 and values.issuperset(x)}
    single = {x for x in found if len(x) == 1 and computed.issuperset(x)}
    if not runs and not single:
        return list(located)

    def entry(x: Node) -> Node:
        letters = _run(x)
        upright = letters in runs if len(letters) > 1 else letters in single
        return Name("".join(letters), font=UPRIGHT, span=getattr(x, "span", (0, 0))) if upright else x

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not x.scripts:
            return None
        return replace(x, scripts=tuple(_upright(rebuilt(s, change), runs, entry) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _upright(s: Script, runs: set[tuple[str, ...]], entry: Any) -> Script:
    """A script with its labels upright: of what stands above only those in brackets, which are no powers."""
    if s.above and not s.bracket:
        return s
    letters = tuple(map(letter_of, s.entries))
    if len(letters) > 1 and not s.commas and letters in runs:
        whole = Name("".join(map(str, letters)), font=UPRIGHT, span=s.span)
        return replace(s, entries=(whole,))
    return replace(s, entries=tuple(map(entry, s.entries)))


def _labels(c: Chain) -> Iterator[tuple[str, ...]]:
    """The letters of the labels of such a sentence."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or not is_told_by_letter(whole, entry):
        return
    below, indices = [s for s in whole.scripts if not s.above], entries_below(entry)
    commas = any(s.commas for s in entry.scripts if not s.above)
    if len(below) == 1 and not below[0].commas and len(below[0].entries) > 1 and commas:
        run = tuple(map(letter_of, below[0].entries))
        if None not in run and run == _run(indices[0]):
            yield tuple(map(str, run))
    above = [[s for s in x.scripts if s.above and s.bracket] for x in (whole, entry)]
    if indices and all(len(x) == 1 == len(x[0].entries) for x in above):
        one, two = (_run(x[0].entries[0]) for x in above)
        if one == two and len(one) == 1:
            yield one


def _run(x: Node) -> tuple[str, ...]:
    """The letters of a letter, or of a product of some."""
    parts = [f.body for f in x.factors if not f.operator] if isinstance(x, Product) else [x]
    letters = tuple(map(letter_of, parts))
    whole = not isinstance(x, Product) or len(parts) == len(x.factors)
    return tuple(map(str, letters)) if whole and None not in letters else ()


def _counting(statements: Sequence[Statement]) -> Iterator[str]:
    """The letters that sums bind, and that conditions are about."""
    for s in statements:
        for c in s.conditions:
            yield from (x.base for x in t.of_kind(c, Name))
        for total in t.of_kind(s, t.BigSum):
            yield from letters_under(total)


def _values(s: Statement) -> Iterator[Name]:
    """The names that carry something below."""
    return (x for x in t.of_kind(s, Name) if entries_below(x))


def _defined(c: Chain) -> Name | None:
    """The name with indices that an equation defines."""
    left = c.members[0]
    defines = bool(c.relations) and c.relations[0] in EQUALITIES and whole_and_entry(c) is None
    return left if defines and isinstance(left, Name) and entries_below(left) else None
