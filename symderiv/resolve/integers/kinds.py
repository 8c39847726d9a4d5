r"""Integers and values told apart by where they stand: `i \le I` is about integers, `E \le 0` about values.

What is an integer stands in scripts, bounds and ranges; what is a value stands beside signs, under functions, in
derivatives. Nothing here needs a name to be resolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise

from ...latex import tree as t
from ...latex.statement_forms import is_equation
from ...latex.tree import Chain, Node
from ...memo import of_this_object
from ...notation import EQUALITIES
from ..facts import Facts, Signature
from ..spelled.shape import Shape, letters_in, shape_of, values_in
from ..stated import Stated, is_indexed, left_shape

INTEGER_CALLS = frozenset(["max", "min", "floor", "ceil", "mod"])
"""Functions that stand in bounds."""


class Kind(IntEnum):
    """What a chain is about: integers; values that the page does not define; values that it computes."""

    INTEGERS = 0
    GIVEN = 1
    COMPUTED = 2


def note_values(facts: Facts, stated: Iterable[Stated], known: Iterable[Signature]) -> None:
    """Note which names stand for values, and which of them are defined (those of a network are `known`)."""
    facts.network = frozenset(known)
    facts.defined |= facts.network
    for s in stated:
        chain = s.statement.chain
        if not is_equation(chain) or all(map(integral, chain.members)):
            continue
        left = left_shape(s.statement)
        if left is not None:
            facts.defined.add(name_signature(left))
        if chain.relations[0] in EQUALITIES:
            for member in chain.members:
                facts.values |= _signatures(member)


def integral(x: Node) -> bool:
    """Is it made of plain letters, numbers, signs and products only?"""
    if isinstance(x, t.Number):
        return "." not in x.text
    if isinstance(x, t.Name):
        return not x.scripts
    if isinstance(x, t.Terms):
        return all(integral(term.body) for term in x.terms)
    if isinstance(x, t.Product):
        return all(integral(f.body) and not f.joined for f in x.factors)
    if isinstance(x, t.Group):
        return len(x.items) == 1 and integral(x.items[0])
    return False


def about(chain: Chain, facts: Facts) -> Kind:
    """What a chain is about: the most that one of its members is.

    A bare letter beside an index (`l \\le L`) is a size, whatever else it is used for; so is an index where what it
    stands beside is one (`1 \\le p \\le d^{(l)}`).
    """
    kinds = [_kind(m, facts) for m in chain.members]
    found = max(kinds, default=Kind.INTEGERS)
    others = (m for k, m in zip(kinds, chain.members, strict=True) if k is not Kind.INTEGERS)
    if found is Kind.INTEGERS or not all(integral(m) or isinstance(m, t.Listing) for m in others):
        return found
    if all(not x.pieces or _kind_of(x, facts) is Kind.INTEGERS for x in values_in(chain)):
        letters = set(letters_in(chain))
        if letters & (facts.strong | facts.left | facts.in_scripts):
            return Kind.INTEGERS
    return found


def is_of_data(chain: Chain, facts: Facts) -> bool:
    r"""Does an equation say something of what nothing defines, and derive nothing: `\sum_i y_i = 1`?"""
    names = [name_signature(x) for x in values_in(chain)]
    derives = any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(chain))
    return is_equation(chain) and bool(names) and not derives and facts.defined.isdisjoint(names)


def _kind(x: object, facts: Facts) -> Kind:
    if isinstance(x, (t.Derivative, t.Nabla, t.BigSum, t.Root, t.Cases, t.Indicator)):
        return Kind.COMPUTED
    if isinstance(x, t.Call) and x.function not in INTEGER_CALLS:
        return Kind.COMPUTED
    if isinstance(x, t.Group) and x.open in (r"\|", r"\langle"):
        return Kind.COMPUTED
    if isinstance(x, (t.Name, t.Scripted)) and (shape := shape_of(x)) is not None:
        return _kind_of(shape, facts)
    if isinstance(x, t.Product):
        called = [a.body for a, b in zip(x.factors, x.factors[1:], strict=False) if b.joined and not is_indexed(b.body)]
        if any(isinstance(name, t.Name) and name.base not in facts.size_names for name in called):
            return Kind.COMPUTED
    if isinstance(x, (t.Text, t.Script)):
        return Kind.INTEGERS
    return max((_kind(part, facts) for part in t.parts(x)), default=Kind.INTEGERS)


def _kind_of(shape: Shape, facts: Facts) -> Kind:
    letters = set(shape.letters)
    if shape.base in facts.size_names or (not shape.pieces and shape.base in facts.integers()):
        return Kind.INTEGERS
    if shape.pieces and any((shape.base, x) in facts.size_labels for x in letters):
        return Kind.INTEGERS
    signatures = {name_signature(shape)}
    if shape.bare:
        signatures.add((shape.base, 0, shape.below))  # `o_i^2`
    if not signatures & facts.defined and (doubled := _multiples(shape)):
        signatures.add((shape.base, len(shape.pieces) - shape.below, shape.below - doubled))
    if signatures & facts.defined:
        return Kind.COMPUTED
    return Kind.GIVEN if signatures & facts.values else Kind.INTEGERS


def _multiples(shape: Shape) -> int:
    """How many letters below have a number right before them: the `2m` of `a_{2m}` is one place."""
    below = shape.pieces[len(shape.pieces) - shape.below :]
    return sum(isinstance(a, t.Number) and not isinstance(b, t.Number) for a, b in pairwise(below))


@of_this_object(1 << 12)
def _signatures(member: Node) -> frozenset[Signature]:
    """The letters and numbers of entries of the names in a tree where a value is meant."""
    return frozenset(map(name_signature, values_in(member)))


def name_signature(shape: Shape) -> Signature:
    return shape.base, len(shape.pieces) - shape.below, shape.below
