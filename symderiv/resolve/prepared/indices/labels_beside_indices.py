r"""Upright labels below a name that also has an index there: `W_m = (1 - c_m) W_\mathrm{L} + c_m W_\mathrm{R}`.

Here `W_\mathrm{L}` is none of the `W_m`, each of which is made of it. The page is read with such labels above the name,
where they tell a name of its own. So it is where the definition of the name with an index has it with a label, and the
label names nothing else on the page: an upright N may be the last of all. Where the name has an index above as well,
`v_j^t`, that place is taken, and the label becomes a part of the letter: a `v_\mathrm{th}` is no `v^{(th)}_j`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Script, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ....notation import WORD_FONTS
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

Kind: TypeAlias = tuple[Stem, int]
"""A letter and its primes."""


@some(Name)
def _has_label(x: Name) -> bool:
    return bool(_label(x))


def _has_any(s: Statement) -> bool:
    return _has_label(s) and _has_meant(s)


def _has_meant(s: Statement) -> bool:
    labelled = any(_label(x) and not any(y.above for y in x.scripts) for x in t.of_kind(s.chain, Name))
    return labelled or any(True for _ in _beside_an_index(s))


@where(_has_any)
def with_labels_beside_indices_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such labels above."""
    formulas = read_of(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    told = {pair for f in formulas for s in f.statements for pair in _beside_an_index(s)}
    defined = {_kind(left) for f in formulas for s in f.statements if (left := _left(s)) and _is_with_two(left)}
    alone = [x for x in names if _kind(x) in defined and _label(x) and not any(s.above for s in x.scripts)]
    told |= {(_kind(x), _label(x)) for x in alone}
    own = {id(e) for x in names if (_kind(x), _label(x)) in told for s in x.scripts for e in s.entries}
    elsewhere = {x.base for x in names if id(x) not in own and (not x.font or x.font in WORD_FONTS)}
    layered = {_kind(x) for x in names if any(s.above and s.bracket for s in x.scripts)}
    found = {(kind, label) for kind, label in told if label not in elsewhere and kind not in layered}
    both = {_kind(x) for x in names if _is_with_two(x)} if found else set()
    return with_statements(located, lambda s: rebuilt(s, partial(_above, found, both))) if found else list(located)


def _is_with_two(x: Name) -> bool:
    """Has a name an index below and one above, which may be a power of others?"""
    above = [e for s in x.scripts if s.above for e in s.entries]
    below = _below(x)
    index = isinstance(below, Name) and not below.font and letter_of(below) is not None
    return index and len(above) == 1 and letter_of(above[0]) not in (None, "T")


def _kind(x: Name) -> Kind:
    return stem_of(x), x.primes


def _below(x: Name) -> Node | None:
    """What stands below a name, where it is one thing."""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return below[0] if len(below) == 1 else None


def _label(x: Name) -> str:
    """The upright label below a name, '' where there is none."""
    below = _below(x)
    if isinstance(below, Text):
        return below.content.strip()
    upright = isinstance(below, Name) and below.font in WORD_FONTS and not (below.scripts or below.accents)
    return below.base if upright and isinstance(below, Name) and not below.primes else ""


def _beside_an_index(s: Statement) -> Iterator[tuple[Kind, str]]:
    """The labels of a name in the definition of the name with an index."""
    left = _left(s)
    index = None if left is None else _below(left)
    if left is not None and isinstance(index, Name) and not index.font and letter_of(index) is not None:
        alike = (x for x in t.of_kind(s.chain, Name) if _kind(x) == _kind(left))
        yield from ((_kind(x), label) for x in alike if (label := _label(x)))


def _left(s: Statement) -> Name | None:
    """The name on the left of an equation."""
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[:1] == ("=",) else None


def _above(found: Collection[tuple[Kind, str]], both: Collection[Kind], x: Any) -> Node | None:
    """A name with its label above, a power outside; it is a part of a letter that has `both` indices elsewhere."""
    if not isinstance(x, Name) or (_kind(x), _label(x)) not in found:
        return None
    if _kind(x) in both:
        above = tuple(s for s in x.scripts if s.above)
        return replace(x, base=f"{x.base}_{{\\mathrm{{{_label(x)}}}}}", scripts=above)
    return with_label_above(x, _label(x))


def with_label_above(x: Name, label: str, *below: Script) -> Node:
    """A name with a label above and this below it, a power or the mark of a transpose outside."""
    above = tuple(s for s in x.scripts if s.above)
    named = replace(x, scripts=(Script(True, (Text(label, span=x.span),), "(", span=x.span), *below))
    return Scripted(Group("{", (named,), "}", (), x.span), above, 0, x.span) if above else named
