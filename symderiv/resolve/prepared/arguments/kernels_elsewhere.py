r"""Functions of several arrays at other arrays: `k(x, x_i)` beside `k(x, y) = \exp(-\gamma \|x - y\|^2)`.

The value at the letters of the definition is a number with the name of the function. So at other arrays what the
definition says is written out, `\exp(-\gamma \|x - x_i\|^2)`, with the entries of these, `x_{id}` for `y_d`. A name is
left as it is where its definition is not all of it, or where an index of what is put in is bound there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Scripted, Statement
from ....latex.walking import moved, rebuilt
from ....notation import EQUALITIES
from ...asked import remembered, where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for

NORMS = (r"\|", "|")


@dataclass(frozen=True, slots=True)
class Kernel:
    """A function as defined: its name, the letters of its arguments, its value."""

    name: Name
    letters: tuple[Name, ...]
    value: Node

    @property
    def is_of_arrays(self) -> bool:
        """Does its value take a norm, or the entries of its arguments?"""
        norms = any(g.open in NORMS for g in t.of_kind(self.value, Group))
        stems = set(map(stem_of, self.letters))
        return norms or any(x.scripts and stem_of(x) in stems for x in t.of_kind(self.value, Name))

    def at(self, group: Group) -> Node | None:
        """Its value at other arguments; None where it may mean something else."""
        if len(group.items) != len(self.letters) or group.items == self.letters or not all(map(_is_array, group.items)):
            return None
        put = {stem_of(x): y for x, y in zip(self.letters, group.items, strict=True) if isinstance(y, Name)}
        bound = {y for x in t.of_kind(self.value, t.BigSum) for y in letters_under(x)}
        if bound & {z for y in put.values() for z in letters_in(y)} - {y.base for y in put.values()}:
            return None
        return Group("(", (moved(rebuilt(self.value, lambda x: _put(x, put)), group.span),), ")", (), group.span)


def _put(x: Any, put: Mapping[Stem, Name]) -> Node | None:
    found = put.get(stem_of(x)) if isinstance(x, Name) else None
    if found is None or not x.scripts:
        return found
    below = [s for s in found.scripts if not s.above]
    if not below:
        return replace(found, scripts=(*found.scripts, *x.scripts))
    joined = replace(below[0], entries=(*below[0].entries, *x.scripts[0].entries), commas=True)
    return replace(found, scripts=tuple(joined if s is below[0] else s for s in found.scripts))


def _is_array(x: Node) -> bool:
    """Is it a letter, with one index at most?"""
    if not isinstance(x, Name) or x.primes or len(x.scripts) > 1:
        return False
    return all(len(s.entries) == 1 and letter_of(s.entries[0]) and (s.bracket or not s.above) for s in x.scripts)


@remembered
def _defines(s: Statement) -> bool:
    return _kernel(s) is not None


@where(_defines)
def with_kernels_elsewhere(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such values written out."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = [k for s in statements if (k := _kernel(s)) is not None]
    heads = [n for s in statements if s.chain.relations for n in _defined(s)]
    met = {pair for s in statements if _kernel(s) is None for pair in _applied(s)}
    # where the letters of the definition stand nowhere else they stand for anything, and it is a function of that
    found = [k for k in found if k.is_of_arrays and any(n == k.name and {*g.items} & {*k.letters} for n, g in met)]
    named = {k.name: k for k in found if heads.count(k.name) == 1}
    if not any(k is not None and k.at(g) for s in statements for n, g in _applied(s) for k in (named.get(n),)):
        return list(located)
    if any(_defines_a_norm(s) for s in statements):
        return list(located)

    def value(name: Name, group: Group) -> Node | None:
        kernel = named.get(name)
        return kernel.at(group) if kernel is not None else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _kernel(s: Statement) -> Kernel | None:
    """The function of several letters that an equation defines by their entries, or by them as a whole."""
    c = s.chain
    left = applied_alone(c.members[0])
    if left is None or len(c.members) != 2 or c.relations[0] not in EQUALITIES or s.conditions or s.struck:
        return None
    name, group = left
    letters = tuple(x for x in group.items if isinstance(x, Name) and not x.scripts and not x.primes)
    stems = {stem_of(x) for x in letters}
    if name.scripts or name.primes or len(group.items) < 2 or not len(stems) == len(letters) == len(group.items):
        return None
    names = t.of_kind(c.members[1], Name)
    mine = [x for x in names if stem_of(x) in stems]
    plain = all(not x.scripts or (_is_array(x) and not x.scripts[0].above) for x in mine)
    again = any(stem_of(x) == stem_of(name) for x in names) or any(t.of_kind(c.members[1], t.Derivative))
    return Kernel(name, letters, c.members[1]) if plain and not again and {*map(stem_of, mine)} == stems else None


def _defined(s: Statement) -> Iterator[Name]:
    left = applied_alone(s.chain.members[0])
    first = left[0] if left is not None else s.chain.members[0]
    if isinstance(first, Name):
        yield first


@remembered
def _applied(s: Statement) -> tuple[tuple[Name, Group], ...]:
    return tuple(pair for x in t.of_kind(s, t.Product) for pair in before_parentheses(x))


def _defines_a_norm(s: Statement) -> bool:
    """Does it say what a norm is that is not called the Euclidean one?"""
    left = s.chain.members[0]
    base = left.base if isinstance(left, Scripted) else left
    if not s.chain.relations or not isinstance(base, Group) or base.open not in NORMS:
        return False
    below = [e for y in (left.scripts if isinstance(left, Scripted) else ()) if not y.above for e in y.entries]
    return below != [t.Number("2")]
