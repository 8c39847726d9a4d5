r"""Layers that a page writes out one by one: `z_j^L = ..` of `a_k^{L-1}` and `z_k^{L-1} = ..` of `a_l^{L-2}`.

The letter is then a fixed number, although both are one recurrence for whoever knows how wide each layer is: the author
numbers the units of each layer by a letter of its own. What lies below the lowest of them is given. So that no line is
judged otherwise than by the network of all layers, nothing on the page may reach beyond the layers written out, and
all that they are made of has its layer: a weight that all layers share would be told by two of them only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Name, Node, Statement
from ..spelled.shape import Shape, letter_of, shape_of, shifted

Definitions: TypeAlias = Sequence[tuple[Shape, Statement]]
Steps: TypeAlias = dict[str, set[int]]
"""The letter of a name, and how far from the letter of the layer it is: 0 at `L`, -1 at `L-1`."""


def is_written_out(letter: str, defining: Definitions, statements: Sequence[Statement]) -> bool:
    r"""Is it the number of the last of several layers that a page defines one by one?

    `defining` are the statements with a name on the left, `statements` all of the page.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.located import read_of
    >>> def asked(text):
    ...     page = [s for f in read_of(read_formulas(parse_document(text))) for s in f.statements]
    ...     return is_written_out("L", [(shape_of(s.chain.members[0]), s) for s in page], page)
    >>> last = r"$h_i^L = \sum_j w_{ij}^L h_j^{L-1}$"
    >>> asked(last), asked(last + r" $h_j^{L-1} = \sum_k w_{jk}^{L-1} h_k^{L-2}$")
    (False, True)
    """
    recurring = [(left, s) for left, s in defining if _reaches_below(left, s, letter)]
    apart = {left.base for left, _ in recurring if _has_units_of_its_own(left, recurring, letter)}
    if not apart or any(_is_number(letter, s) for s in statements):
        return False

    own = _made_of(apart, defining, letter)
    lefts, used = _steps((left for left, _ in own), letter), _steps((x for _, s in own for x in _bodies(s)), letter)
    lowest = min(min(lefts[base]) for base in apart)
    if any(step >= lowest for base, steps in lefts.items() for step in used.get(base, set()) - steps):
        return False  # a layer above the lowest has no definition of its own
    if any(True for _, s in own for _ in _without(letter, s)):
        return False
    known = lefts.keys() | used.keys() - {x.base for _, s in own for m in s.chain.members for x in _in_ends(m)}
    named = (shape for s in statements for x in t.of_kind(s, Name) if (shape := shape_of(x)) and shape.pieces)
    return all(_step(x, letter) in lefts.get(x.base, set()) | used.get(x.base, set()) for x in named if x.base in known)


def _step(shape: Shape, letter: str) -> int | None:
    """How far from the letter the layer of a name is; None if it has none."""
    found = [step for own, step in map(shifted, shape.pieces) if own == letter]
    return found[0] if len(found) == 1 else None


def _bodies(s: Statement) -> Iterator[Shape]:
    """The names of which a statement makes its left side."""
    names = (shape_of(x) for m in s.chain.members[1:] for x in t.of_kind(m, Name))
    return (x for x in names if x is not None)


def _steps(shapes: Iterator[Shape], letter: str) -> Steps:
    found: Steps = {}
    for x in shapes:
        if (step := _step(x, letter)) is not None:
            found.setdefault(x.base, set()).add(step)
    return found


def _reaches_below(left: Shape, s: Statement, letter: str) -> bool:
    """Is a layer made of the one below it, by a sum over its units?"""
    own = _step(left, letter)
    sums = (x for m in s.chain.members[1:] for x in t.of_kind(m, t.BigSum))
    below = (_step(shape, letter) for x in sums for y in t.of_kind(x.body, Name) if (shape := shape_of(y)))
    return own is not None and own - 1 in below


def _has_units_of_its_own(left: Shape, others: Definitions, letter: str) -> bool:
    """Is the layer below defined as well, with another index for its units?"""
    step, units = _step(left, letter), _units(left, letter)
    return any(
        other.base == left.base and step is not None and _step(other, letter) == step - 1
        for other, _ in others
        if units and _units(other, letter) and units.isdisjoint(_units(other, letter))
    )


def _units(shape: Shape, letter: str) -> set[str]:
    return {x for p in shape.pieces if (x := letter_of(p)) is not None and x != letter}


def _is_number(letter: str, s: Statement) -> bool:
    """Does an equation use the letter other than in a script, as the number of layers?"""
    return bool(s.chain.relations) and any(letter in _plain(m) for m in s.chain.members)


def _plain(x: t.Tree) -> Iterator[str]:
    if isinstance(x, Name):
        yield x.base
        return
    for part in t.parts(x):
        yield from _plain(part)


def _made_of(bases: set[str], defining: Definitions, letter: str) -> list[tuple[Shape, Statement]]:
    """The definitions of names with a layer, of these names and of what they are made of."""
    layered = [(left, s) for left, s in defining if _step(left, letter) is not None]
    met, waiting = set(bases), list(bases)
    while waiting:
        base = waiting.pop()
        new = {x.base for left, s in layered if left.base == base for x in _bodies(s)} - met
        met |= new
        waiting += new
    return [(left, s) for left, s in layered if left.base in met]


def _without(letter: str, s: Statement) -> Iterator[Name]:
    """The names in a definition that have no layer, but for functions that are applied, the e of a power, indices and
    ends of sums. What is in the exponent of an e is no index."""
    for m in s.chain.members[1:]:
        ends = set(map(id, _in_ends(m)))
        powers = {id(y) for y in t.of_kind(m, Name) if _is_power_of_e(y, letter)}
        scripted = (y for y in t.of_kind(m, Name) if id(y) not in powers)
        inside = {id(z) for y in scripted for e in y.scripts for z in t.of_kind(e, Name)}
        heads = {id(a.body) for p in t.of_kind(m, t.Product) for a, b in pairwise(p.factors) if b.joined}
        for x in t.of_kind(m, Name):
            shape = shape_of(x)
            known = id(x) in ends | inside | heads | powers
            if not known and (shape is None or _step(shape, letter) is None):
                yield x


def _is_power_of_e(x: Name, letter: str) -> bool:
    """Is it `e^{-z}`, and no e of a layer?"""
    shape = shape_of(x)
    above = bool(x.scripts) and all(s.above and not s.bracket for s in x.scripts)
    return x.base == "e" and above and (shape is None or _step(shape, letter) is None)


def _in_ends(x: Node) -> Iterator[Name]:
    """The names at the ends of sums: letters, and sizes of layers."""
    return (y for s in t.of_kind(x, t.BigSum) for end in (*s.below, s.above) for y in t.of_kind(end, Name))
