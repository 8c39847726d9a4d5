r"""Lines about data with a given value: `when $y = 1$`, `$\lambda = 0$ のとき`, `if $x_J = 1$`.

A number takes its value. Of the entries of an array, a line about entry j is judged for all data whose entry j has the
value, whatever the others are: with `x_m = v h_m + u_m (1 - h_m)`, u any data and h 0 or 1, both sides times h_j.
A letter of a condition that the line does not leave free stands for all of its range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count

from ...affine import Sym, affine
from ...domain.constraint import Constraint, Domain
from ...evaluate import refuted
from ...expr import ONE, ZERO, Expr, Num, Partial, Sum, Var, Variable, add, mul, neg, of_kind, variables
from ...resolve.comparisons.compared import Fixed
from ...system import Piece, Role, System, Values
from ..known.few_values import differentiated_by
from ..known.vanishing import denominators
from ..link import Link
from .held import reached, rough


def with_fixed(link: Link, fixed: Sequence[Fixed]) -> Iterator[Link]:
    """The link under all of the conditions: about the entries that it names, then about all entries alike.

    What is right in the first reading is right, what is wrong in the last is wrong. Nothing where they cannot be used.
    """
    if not all(_is_usable(link, f) for f in fixed):
        return
    named, everywhere = link, link
    for f in fixed:
        everywhere = _everywhere(everywhere, f)
        named = _at_entry(named, f, places) if (places := _places(link, f)) else _everywhere(named, f)
    yield named
    if named != everywhere and all(_is_of_letters(link, f.entry) for f in fixed):
        yield everywhere


def _is_usable(link: Link, f: Fixed) -> bool:
    """Is it about data of which nothing else is known, and is there a derivative where the line takes one by them?"""
    system, name = link.system, f.entry.variable
    pieces = system.of(name)
    if not pieces or any(p.body is not None for p in pieces) or (name in system.positive and f.number <= 0):
        return False
    if any(name in variables(side) for a in system.assumptions for side in (a.left, a.right)):
        return False
    if name in differentiated_by(system, (link.left, link.right)) and not is_smooth_there(link, f):
        return False
    places, letters = _places(link, f), [i.letter for i in f.entry.indices]
    if any(s is None and n not in places for n, s in enumerate(letters)) or len({*letters}) < len(letters):
        return False
    return all(_own_domain(p, places) is not None for p in pieces) and not _is_of_another_letter(link, f)


def _is_of_another_letter(link: Link, f: Fixed) -> bool:
    r"""Does a condition in the display of a line name its entries by a letter that the line does not have, while one of
    the same range is free there: the i of `y_j - 1 \quad (t_i = 1)`? Then j may be meant, or all of them."""
    if f.line is None:
        return False
    mine = {i.letter for i in f.entry.indices}
    inside = link.full.letters() | {x.letter for e in (link.left, link.right) for x in of_kind(e, Sum)}
    lacking = [(n, i.letter) for n, i in enumerate(f.entry.indices) if i.letter not in inside | link.system.sizes]
    others = link.full.letters() - mine - link.system.sizes
    ends = {_ends(link.full, x, x) for x in others}
    return any(
        x is not None and (own := p.indices[n].letter) is not None and _ends(p.domain, own, o) in ends
        for n, x in lacking
        for p in link.system.of(f.entry.variable)
        for o in others
    )


def _ends(domain: Domain, letter: Sym, spelled: Sym) -> frozenset[Constraint]:
    """What a domain says of a letter, spelled as another one."""
    about = (c for c in domain.constraints if c.mentions(letter))
    return frozenset(c.substitute({letter: affine(spelled)}) for c in about)


def is_smooth_there(link: Link, f: Fixed) -> bool:
    """Is everything differentiable where an entry has the value: no root or kink rests on it, no denominator is 0?"""
    name, sides = f.entry.variable, (link.left, link.right)
    if any(name in reached(link.system, [x]) for x in rough(link.system, sides)):
        return False
    there = _everywhere(link, f).system
    pieces = (p for v in reached(link.system, sides) for p in link.system.of(v))
    whole = [*((e, link.full) for e in sides), *((p.body, p.domain) for p in pieces if p.body is not None)]
    whole += [(d.of, where) for e, where in whole for d in of_kind(e, Partial)]
    below = ((d, where) for e, where in whole for d, where in denominators(e, where))
    return all(refuted(there, d, ZERO, where) for d, where in below if name in reached(link.system, [d]))


def _places(link: Link, f: Fixed) -> list[int]:
    """The positions of its indices that the line leaves free, or that say which entry is meant: `x_J`, `x_1`."""
    known = link.full.letters() | link.system.sizes
    indices = enumerate(f.entry.indices)
    return [n for n, i in indices if i.letter in known or (i.letter is None and i.letters() <= link.system.sizes)]


def _is_of_letters(link: Link, entry: Var) -> bool:
    """Are its indices letters, none of them a size?"""
    return not {i.letter for i in entry.indices} & {None, *link.system.sizes}


def _everywhere(link: Link, f: Fixed) -> Link:
    return replace(link, system=with_data_computed(link.system, f.entry.variable, lambda p: Num(f.number), Role.NODE))


def _at_entry(link: Link, f: Fixed, places: Sequence[int]) -> Link:
    name = f.entry.variable
    marks, others = _new(link.system, "h", len(places)), _new(link.system, "u", name.arity)
    pieces = link.system.of(name)

    def mixed(p: Piece) -> Expr:
        mark, other = Var(marks, tuple(p.indices[n] for n in places)), Var(others, p.indices)
        return add(mul(Num(f.number), mark), mul(other, add(ONE, neg(mark))))

    system = with_data_computed(link.system, name, mixed, Role.NODE)
    data = [replace(p, variable=others, role=Role.INPUT) for p in pieces]
    for p in pieces:
        own = _own_domain(p, places)
        assert own is not None
        kept, letters = tuple(p.indices[n] for n in places), tuple(x for x in p.letters if x in _letters(p, places))
        data.append(Piece(marks, kept, letters, own, None, Role.INPUT))
    values = (*system.values, Values(marks, (Fraction(0), Fraction(1))))
    positive = (*system.positive, others) if name in link.system.positive else system.positive
    system = replace(system, pieces=(*system.pieces, *data), values=values, positive=positive)
    mark = Var(marks, tuple(f.entry.indices[n] for n in places))
    return replace(link, left=mul(mark, link.left), right=mul(mark, link.right), system=system)


def _letters(p: Piece, places: Sequence[int]) -> frozenset[Sym]:
    return frozenset(s for n in places for s in p.indices[n].letters() if s in p.letters)


def _own_domain(p: Piece, places: Sequence[int]) -> Domain | None:
    """What the range of a piece says of some of its letters; None if that depends on the others."""
    kept, others = _letters(p, places), frozenset(p.letters)
    about = [c for c in p.domain.constraints if c.letters() & kept]
    return None if any(c.letters() & (others - kept) for c in about) else Domain(tuple(about))


def with_data_computed(system: System, name: Variable, body: Callable[[Piece], Expr], role: Role) -> System:
    """The network in which data are computed."""
    pieces = (replace(p, body=body(p), role=role) if p.variable == name else p for p in system.pieces)
    values = tuple(v for v in system.values if v.variable != name)
    return replace(system, pieces=tuple(pieces), values=values, positive=tuple(v for v in system.positive if v != name))


def _new(system: System, letter: str, arity: int) -> Variable:
    """A name of which the network knows nothing."""
    holes = ",".join("#" * arity)
    names = (Variable(f"{letter}^{{({n})}}_{{{holes}}}") for n in count())
    return next(v for v in names if not system.of(v))
