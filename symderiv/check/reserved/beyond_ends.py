r"""A name for a derivative that is 0 beyond its end: `\delta_{T+1} = 0` beside `\delta_t = \partial E/\partial h_t`.

There is no `h_{T+1}`, so that this is no claim: it says what `\delta_{T+1}` is to mean, lest a recurrence need a line
of its own at its end. With it `\delta_t = .. + w (1 - h_{t+1}^2) \delta_{t+1}` holds for t = T as well: the product
has a factor that is 0 there, whatever the others are. So such a product counts where the factor is there, and is 0
elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...affine import Affine, Sym
from ...domain import Constraint, Context, Domain, eq, is_empty, ne
from ...errors import DomainTooHard
from ...expr import ZERO, Add, Bracket, Expr, Mul, Partial, Sum, Var, Variable, mul, of_kind
from ...normal.covered import stray
from ...notation import EQUALITIES
from ...read import Reading, Written
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..link import Link

Named: TypeAlias = "Variable | tuple[Variable, Variable]"
"""A name for a derivative, or the derivative of one variable by another."""
Ends: TypeAlias = Mapping[Named, Sequence[tuple[int, Affine]]]
"""For each the positions and forms at which it is set to 0."""


def ends_of(system: System, reading: Reading) -> Ends:
    """The derivatives that a page sets to 0 beyond their range, and where."""
    found: dict[Named, list[tuple[int, Affine]]] = {}
    for e in (e for w in reading.claims if (e := _set_to_zero(w)) is not None):
        entry = e if isinstance(e, Var) else e.wrt
        fixed = [(n, i) for n, i in enumerate(entry.indices) if i.letters() <= system.sizes]
        others = [i.letter for i in entry.indices if not i.letters() <= system.sizes]
        last = len(fixed) == 1 and bool(fixed[0][1].letters())  # `T + 1`, beyond a size
        told = last and (isinstance(e, Var) or _is_reached(reading, e, fixed[0][0]))
        key = _key(e)
        if told and key is not None and None not in others and _is_beyond(system, e, fixed[0]):
            found.setdefault(key, []).append(fixed[0])
    return found


def _is_reached(reading: Reading, e: Partial, place: int) -> bool:
    r"""Does another line go one step on there, `\partial E/\partial h_{t+1}`? Else that it is 0 there is a claim."""
    found = (x.wrt.indices[place] for m in reading.members for x in of_kind(m, Partial) if _key(x) == _key(e))
    return any(f.letter is None and f != e.wrt.indices[place] and f.letters() for f in found)


def _set_to_zero(w: Written) -> Var | Partial | None:
    if len(w.members) != 2 or w.members[1] != ZERO or w.relations[0] not in EQUALITIES or w.where or w.struck:
        return None
    left = w.members[0]
    if isinstance(left, Partial):
        return left if isinstance(left.of, Var) and not left.direct else None
    return left if isinstance(left, Var) else None


def _key(e: Var | Partial) -> Named | None:
    if isinstance(e, Var):
        return e.variable
    return (e.of.variable, e.wrt.variable) if isinstance(e.of, Var) else None


def _is_beyond(system: System, e: Var | Partial, fixed: tuple[int, Affine]) -> bool:
    """Does what is set to 0 exist for other indices in that place, but not there?"""
    if isinstance(e, Partial):
        return _has_none(system, e.wrt, system.of(e.wrt.variable))
    pieces = [p for p in system.of(e.variable) if p.body != ZERO]
    general = [p for p in pieces if all(i.letter in p.letters for i in p.indices)]
    if len(general) != 1 or not all(p.nominal for p in pieces) or not _has_none(system, e, pieces):
        return False
    [piece], (n, form) = general, fixed
    letter = piece.indices[n].letter
    assert letter is not None
    try:
        return stray(system, piece.body or ZERO, piece.domain.without(letter) & eq(letter, form)) is not None
    except DomainTooHard:
        return False


def _has_none(system: System, entry: Var, pieces: Sequence[Piece]) -> bool:
    known = Context(system.context, system.size_functions)
    try:
        return bool(pieces) and all(is_empty(p.at(entry.indices)[0], known) for p in pieces)
    except DomainTooHard:
        return False


def judged_beyond(link: Link, ends: Ends, judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict on a link, with products that hold such a derivative 0 where it is set to 0."""
    found = judge(link)
    if not ends or found.judgement is Judgement.RIGHT or not any(_names_one(x, ends) for x in (link.left, link.right)):
        return found
    return judge(replace(link, left=_guarded(link.left, ends), right=_guarded(link.right, ends)))


def _names_one(e: Expr, ends: Ends) -> bool:
    return any(_key(x) in ends for x in _named(e))


def _named(e: Expr) -> Iterator[Var | Partial]:
    yield from of_kind(e, Var)
    yield from of_kind(e, Partial)


def within_ends(link: Link, ends: Ends, judge: Callable[[Link], Verdict]) -> Link:
    """A wrong link where no such derivative is set to 0, if it is wrong there: else it is wrong beyond."""
    named = (x for side in (link.left, link.right) for x in _named(side)) if ends else ()
    conditions = dict.fromkeys(c for x in named for c in _conditions(x, ends))
    here = tuple(c for c in conditions if c.letters() - link.system.sizes <= link.domain.letters())
    if not here:
        return link
    inner = replace(link, domain=link.domain & Domain(here))
    return inner if judge(inner).judgement is Judgement.WRONG else link


def _guarded(e: Expr, ends: Ends) -> Expr:
    """The expression with each product, as a whole, under the condition that no factor of it is set to 0."""
    if isinstance(e, Add):
        return replace(e, terms=tuple(_guarded(x, ends) for x in e.terms))
    if isinstance(e, Sum):
        conditions = [c for c in _conditions(e.body, ends) if not c.mentions(e.letter)]
        inner: Expr = replace(e, body=_guarded(e.body, ends))
    elif isinstance(e, (Mul, Var, Partial)):
        conditions = list(_conditions(e, ends))
        factors = e.factors if isinstance(e, Mul) else (e,)
        inner = mul(*(_guarded(f, ends) if isinstance(f, (Add, Sum)) else f for f in factors))
    else:
        return e
    return mul(*(Bracket((c,)) for c in dict.fromkeys(conditions)), inner)


def _conditions(e: Expr, ends: Ends, bound: frozenset[Sym] = frozenset()) -> Iterator[Constraint]:
    """Where a product is not 0 for a derivative in it that is set to 0."""
    if isinstance(e, (Var, Partial)):
        entry = e.wrt if isinstance(e, Partial) else e
        key = _key(e)
        for n, form in ends.get(key, ()) if key is not None else ():
            if not entry.indices[n].letters() & bound:
                yield ne(entry.indices[n], form)
    elif isinstance(e, Mul):
        for f in e.factors:
            yield from _conditions(f, ends, bound)
    elif isinstance(e, Sum):
        yield from _conditions(e.body, ends, bound | {e.letter})
    elif isinstance(e, Add):
        each = [dict.fromkeys(_conditions(x, ends, bound)) for x in e.terms]
        yield from (c for c in each[0] if all(c in others for others in each))
