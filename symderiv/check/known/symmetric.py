r"""Arrays of which the page says that they are symmetric or have no diagonal, written so that proofs know it.

A symmetric `k` is any array made symmetric, `k_{ij} = (q_{ij} + q_{ji}) / 2`; one of which only the half `i < j` is
used is that half and its mirror image; one with `k_{ii} = 0` is any array away from its diagonal. What holds for every
q holds for every such k, and the other way round, so the assumption is no longer needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from ...affine import Affine, Sym, affine
from ...domain import is_empty, ne, subset
from ...domain.constraint import Constraint, Context, Domain
from ...errors import DomainTooHard
from ...expr import MINUS_ONE, ZERO, Bracket, Expr, Num, Sum, Var, Variable, add, mul, rebuild
from ...network.uses import uses
from ...resolve.told.symmetries import is_symmetry
from ...system import Assumption, Piece, Role, System

HALF = Num(Fraction(1, 2))
FREE = r"\mathring{"
"""How the key of the array begins that such a one is made of."""


def widened(system: System) -> System:
    r"""The network with its given arrays as a claim may name them.

    A sum over `j \ne i` of `k_{ij}` uses no `k_{ii}`, yet a person writes the whole row: they have their diagonal.
    """
    pieces = tuple(p if p.body is not None else replace(p, domain=_with_diagonal(p.domain)) for p in system.pieces)
    wide = system if pieces == system.pieces else replace(system, pieces=pieces)
    for variable in dict.fromkeys(a.left.variable for a in system.assumptions if isinstance(a.left, Var)):
        wide = _restated(wide, variable)
    return wide if wide.assumptions == system.assumptions else _completed(wide)


def of_array(key: str) -> str:
    r"""The key of the array that is made of one, or the key itself.

    >>> of_array(r"\mathring{w_{#,#}}"), of_array("w_{#,#}")
    ('w_{#,#}', 'w_{#,#}')
    """
    return key.removeprefix(FREE).removesuffix("}") if key.startswith(FREE) else key


def _completed(system: System) -> System:
    r"""The network with both halves of what it makes of symmetric data for `i < j`, the `k_{ij}` of `K / d_{ij}^2`."""
    found: list[Piece] = []
    for p in system.pieces:
        found.append(p)
        plain = p.body is not None and len(p.letters) == 2 and tuple(i.letter for i in p.indices) == p.letters
        if plain and len(system.of(p.variable)) == 1 and (other := _other_half(system, p)) is not None:
            found.append(replace(p, domain=other))
    return system if len(found) == len(system.pieces) else replace(system, pieces=tuple(found))


def _other_half(system: System, p: Piece) -> Domain | None:
    """Where the letters of a piece change places, if it is not there, and all that its body names is."""
    known = Context(system.context, system.size_functions)
    mirror = _turned(p)
    try:
        if p.body is None or not is_empty(p.domain & mirror, known):
            return None
        there = all(
            subset(mirror & use.where, [q.at(use.entry.indices)[0] for q in system.of(use.entry.variable)], known)
            for use in uses(p.body, frozenset(p.letters))
        )
    except DomainTooHard:
        return None
    return mirror if there else None


def _turned(p: Piece) -> Domain:
    return _mirror(p, p.domain)


def _mirror(p: Piece, domain: Domain) -> Domain:
    """A domain of a piece where its last two letters change places."""
    a, b = p.letters[-2:]
    return domain.substitute({a: affine("@"), b: affine(a)}).substitute({Sym("@"): affine(b)})


def symmetrised(system: System, variables: Iterable[Variable]) -> System:
    """The network in which some of its given arrays are symmetric."""
    more = mirrored(system, variables)
    return system if more is system else widened(more)


def antisymmetrised(system: System, variable: Variable) -> System:
    """The network in which one of its given arrays changes its sign if it is transposed."""
    made = _mirrored(system, variable)
    if made is None:
        return system
    known = (*system.assumptions, replace(made, right=mul(MINUS_ONE, made.right)))
    return widened(replace(system, assumptions=known))


def mirrored(system: System, variables: Iterable[Variable]) -> System:
    """The network with what is said of given arrays, that they are symmetric, taken for granted."""
    made = [a for v in variables if (a := _mirrored(system, v)) is not None]
    known = tuple(dict.fromkeys((*system.assumptions, *made)))
    return replace(system, assumptions=known) if made else system


def hollowed(system: System, variables: Iterable[Variable]) -> System:
    """The network with what is said of given arrays, that their diagonals are 0, taken for granted."""
    mirrors = (a.left for v in variables if (a := _mirrored(system, v)) is not None)
    zero = [Assumption(Var(x.variable, (*x.indices[:-1], x.indices[-2])), ZERO) for x in mirrors if isinstance(x, Var)]
    return replace(system, assumptions=tuple(dict.fromkeys((*system.assumptions, *zero)))) if zero else system


def _mirrored(system: System, variable: Variable) -> Assumption | None:
    own = [p for p in system.pieces if p.variable == variable]
    whole = (p.indices for p in own if len(p.letters) == variable.arity)
    fixed = (p.indices for p in own if tuple(i.letter for i in p.indices[-2:]) == p.letters[-2:])  # one of several
    found = chain(whole, fixed)
    indices = next(found, None)
    return None if indices is None else Assumption(Var(variable, indices), Var(variable, _swapped(indices)))


def _swapped(indices: tuple[Affine, ...]) -> tuple[Affine, ...]:
    """The last two change places."""
    return (*indices[:-2], indices[-1], indices[-2])


def _with_diagonal(domain: Domain) -> Domain:
    return Domain(tuple(c for c in domain.constraints if c.rel != "!="))


def _restated(system: System, variable: Variable) -> System:
    """The network with what is assumed of an array, of its last two indices, put into definitions of it."""
    own = [p for p in system.pieces if p.variable == variable]
    said = [a for a in system.assumptions if isinstance(a.left, Var) and a.left.variable == variable]
    mirrored = [a for a in said if isinstance(a.left, Var) and is_symmetry(a.left, a.right)]
    zero = [a for a in said if a not in mirrored and a.right == ZERO]
    if len(own) != 1 or own[0].body is not None or tuple(i.letter for i in own[0].indices) != own[0].letters:
        return system
    if len(own[0].letters) not in (2, 3) or len(mirrored) > 1 or len(zero) + len(mirrored) != len(said):
        return system
    if len(own[0].letters) == 3 and (zero or not all(_is_of_the_last(a) for a in mirrored)):
        return system
    sign = 0 if not mirrored else 1 if isinstance(mirrored[0].right, Var) else -1
    made = _pieces(system, own[0], sign, bool(zero))
    if made is None:
        return system
    pieces = tuple(q for p in system.pieces for q in (made if p is own[0] else (p,)))
    rest = tuple(a for a in system.assumptions if a not in said)
    if zero and not mirrored:
        rest = tuple(replace(a, left=_added_up(a.left, variable, made[-1].variable)) for a in rest)
    return replace(system, pieces=pieces, assumptions=rest)


def _is_of_the_last(a: Assumption) -> bool:
    """Does it say that the last two indices of an array may change places?"""
    return isinstance(a.left, Var) and isinstance(a.right, Var) and a.right.indices == _swapped(a.left.indices)


def _added_up(e: Expr, variable: Variable, free: Variable) -> Expr:
    """What sums over an array without a diagonal add up, of the free array: all but its diagonal."""
    if isinstance(e, Sum) and isinstance(e.body, Var) and e.body.variable == variable:
        off = ne(*e.body.indices)
        where = e.where if off in e.where or Constraint("!=", -off.form) in e.where else (*e.where, off)
        return Sum(e.letter, e.lowers, e.uppers, Var(free, e.body.indices), where)
    return rebuild(e, lambda x: _added_up(x, variable, free))


def _pieces(system: System, p: Piece, sign: int, hollow: bool) -> tuple[Piece, ...] | None:
    """The array by definitions from a free one, and that one; None where it is neither whole nor a half."""
    known = Context(system.context, system.size_functions)
    free = Variable(f"{FREE}{p.variable.key}}}", p.variable.spelling)
    here, there = Var(free, p.indices), Var(free, _swapped(p.indices))
    mirror = _turned(p)
    given = replace(p, variable=free)
    try:
        if sign and is_empty(p.domain & mirror, known):
            other = _defined(p, mirror, there if sign == 1 else mul(MINUS_ONE, there), hollow=False)
            diagonal = _diagonal(p) if hollow else ()
            return (_defined(p, p.domain, here, hollow=False), other, *diagonal, given)
        if sign and (strict := _without_diagonal(p)) is not None:
            other = _defined(p, _mirror(p, strict), there if sign == 1 else mul(MINUS_ONE, there), hollow=False)
            return (_defined(p, p.domain, here, hollow or sign == -1), other, given)
        if not sign and is_empty(p.domain & mirror, known):
            return None  # of a half alone; what a diagonal is matters beside the other one
        if sign and not (subset(p.domain, [mirror], known) and subset(mirror, [p.domain], known)):
            return None
    except DomainTooHard:
        return None
    body: Expr = here
    if sign:
        body = mul(HALF, add(here, there if sign == 1 else mul(MINUS_ONE, there)))
    return (_defined(p, p.domain, body, hollow), given)


def _diagonal(p: Piece) -> tuple[Piece, ...]:
    r"""The entries between two halves, which are 0, from where the smaller index begins to where the larger ends."""
    a, b = p.letters[-2:]
    order = _order(p)
    if order is None:
        return ()
    small, large = (a, b) if order.form.coefficient(b) == 1 else (b, a)
    ends = [c for c in p.domain.constraints if c.form.coefficient(small) > 0 and c != order]
    ends += [c for c in p.domain.constraints if c.form.coefficient(large) < 0 and c != order]
    domain = Domain(tuple(dict.fromkeys(c.substitute({b: affine(a)}) for c in ends)))
    indices = (*p.indices[:-1], affine(a))
    return (replace(p, indices=indices, letters=p.letters[:-1], domain=domain, body=ZERO, role=Role.CONSTANT),)


def _order(p: Piece) -> Constraint | None:
    """The comparison of the two letters of a half, if it is all that is said of both."""
    a, b = p.letters[-2:]
    order = [c for c in p.domain.constraints if {a, b} <= c.letters()]
    if len(order) != 1 or order[0].rel != ">=" or {order[0].form.coefficient(x) for x in (a, b)} != {1, -1}:
        return None
    return order[0]


def _without_diagonal(p: Piece) -> Domain | None:
    r"""A half with its diagonal, `i \le j`, less the diagonal; None for anything else."""
    order = _order(p)
    if order is None or order.form.const != 0 or len(order.letters()) > len("ij"):
        return None
    return Domain(tuple(Constraint(">=", c.form - 1) if c is order else c for c in p.domain.constraints))


def _defined(p: Piece, domain: Domain, body: Expr, hollow: bool) -> Piece:
    a, b = p.letters[-2:]
    if hollow:
        body = mul(Bracket((ne(a, b),)), body)
    return replace(p, domain=domain, body=body, role=Role.NODE)
