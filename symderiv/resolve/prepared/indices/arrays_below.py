r"""Names told apart by whole arrays below them: `P_{y^{(i)}}(x_j^{(i)}) = ..` beside `P_{z^{(i)}}(x_j^{(i)}) = ..`.

The y here has entries `y_j^{(i)}`, and an array is no index: it says of which list P is made, and i of which example.
So the array is set upright as a label, and its number above, where what P stands before does not say it. Equations
begin with several names that these tell apart, no letter ever stands in their place, and nothing runs over them:
letters that carry their layer, `i^{l}`, are indices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Product, Script, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import arguments_of, head_of

LEAST = 2
"""How many arrays have to tell left sides apart."""


def _has_any(s: Statement) -> bool:
    head = head_of(s.chain.members[0])
    return head is not None and _array(head) is not None


@where(_has_any)
def with_arrays_below_as_labels(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with labels for such arrays."""
    formulas = read_of(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    below: dict[Stem, list[Name | None]] = {}
    for x in names:
        if any(not s.above for s in x.scripts):
            below.setdefault(stem_of(x), []).append(_array(x))
    begun: dict[Stem, set[str]] = {}
    for s in (s for f in formulas for s in f.statements if s.chain.relations[:1]):
        head = head_of(s.chain.members[0])
        array = _array(head) if head is not None and s.chain.relations[0] in EQUALITIES else None
        if head is not None and array is not None:
            begun.setdefault(stem_of(head), set()).add(array.base)
    entries = {stem_of(x) for x in names if _is_entry(x)}
    counted = {x.base for f in formulas for x in _counted(f)}
    meant = {
        stem
        for stem, labels in begun.items()
        if len(labels) >= LEAST and None not in below[stem] and any(stem_of(x) in entries for x in below[stem] if x)
        if counted.isdisjoint(x.base for x in below[stem] if x) and all(map(_has_room, _of(names, stem)))
    }
    if not meant:
        return list(located)

    def change(x: Any) -> Node | None:
        if isinstance(x, Product):
            factors = []
            for f, behind in pairwise((*x.factors, None)):
                assert f is not None
                group = arguments_of(behind) if behind is not None else None
                told = _labelled(f.body, group) if isinstance(f.body, Name) and stem_of(f.body) in meant else None
                factors.append(replace(f, body=told or rebuilt(f.body, change)))
            return replace(x, factors=tuple(factors))
        return _labelled(x, None) if isinstance(x, Name) and stem_of(x) in meant else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _array(x: Name) -> Name | None:
    """The `y^{(i)}` of `P_{y^{(i)}}`: all that stands below is one name with something above it alone."""
    scripts = [s for s in x.scripts if not s.above]
    entry = scripts[0].entries[0] if len(scripts) == 1 and len(scripts[0].entries) == 1 else None
    if not isinstance(entry, Name) or entry.primes or len(entry.scripts) != 1 or not entry.scripts[0].above:
        return None
    return entry if entry.base.isalpha() and all(map(letter_of, entry.scripts[0].entries)) else None


def _is_entry(x: Name) -> bool:
    """Is it an entry of an array of an example, `y_j^{(i)}`?"""
    return {s.above for s in x.scripts} == {False, True}


def _of(names: Sequence[Name], stem: Stem) -> Iterator[Name]:
    return (x for x in names if stem_of(x) == stem)


def _has_room(x: Name) -> bool:
    """Can the number of the array stand above the name?"""
    return all(not s.above for s in x.scripts) or _array(x) is None


def _counted(x: t.Tree) -> Iterator[Name]:
    """The names under sums, and those that are compared, also in brackets that are 1 or 0."""
    for item in (*(i for s in t.of_kind(x, t.BigSum) for i in s.below), *t.of_kind(x, t.Indicator)):
        yield from t.of_kind(item, Name)
    for c in t.of_kind(x, t.Chain):
        if c.relations and not EQUALITIES.issuperset(c.relations):
            yield from (y for m in c.members for y in t.of_kind(m, Name) if letter_of(y) is None)


def _labelled(x: Name, group: t.Group | None) -> Name | None:
    """The name with the array as a label, the number of which stands above where the arguments do not carry it."""
    array = _array(x)
    if array is None:
        return None
    number = array.scripts[0]
    shown = [e for y in t.of_kind(group, Name) for s in y.scripts for e in s.entries] if group is not None else []
    upright = (Text(array.base, span=array.span),)
    scripts: tuple[Script, ...] = tuple(s if s.above else replace(s, entries=upright) for s in x.scripts)
    return replace(x, scripts=scripts if all(e in shown for e in number.entries) else (*scripts, number))
