r"""The derivative of one definition by a weight, as terms: what stands there itself, and what it stands for.

A *site* is an occurrence in the definition that may depend on the weight: directly, as the weight or an alias of it,
or through its own definition, in which case the term holds its derivative as a factor. The lecture's product
`o_h w^{(2)}_{k,h}` has one of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..affine import Sym, affine
from ..domain import Context, Domain, eq, is_empty, simplify
from ..errors import DerivationError
from ..expr import Expr, Partial, Sum, Var, free, num, rebuild, substitute
from ..system import Piece, Role
from . import Occurrence, occurrences
from .contract import Term, contracted
from .depend import Dependence, fixed_value
from .flow import Flow
from .letters import Letters


@dataclass(frozen=True)
class Wrt:
    """What is differentiated by: an entry, what is known of its letters, and what depends on it."""

    entry: Var
    domain: Domain
    known: Context
    dependence: Dependence

    @property
    def letters(self) -> frozenset[Sym]:
        """The letters of the entry."""
        return frozenset().union(*(i.letters() for i in self.entry.indices))


@dataclass(frozen=True)
class Site:
    """An occurrence that may depend on the weight; `inner` is the entry whose own derivative is left, if one is.

    `term` holds where that entry is defined by a node; `shown` is what one writes: where something else gives the entry
    its value (an initial state), its derivative is zero, and nothing need be said.
    """

    place: Occurrence
    term: Term
    inner: Var | None
    shown: Term


def wrt_of(flow: Flow, entry: Var, piece: Piece) -> Wrt:
    """Differentiating by an entry of a piece."""
    domain = simplify(piece.at(entry.indices)[0], flow.known)
    return Wrt(entry, domain, flow.known & domain, Dependence(flow, entry.variable))


def piece_of(flow: Flow, entry: Var) -> Piece:
    """The piece that an entry is taken to lie in: one that holds it for most values of its letters.

    Raises `DerivationError` if there is none.
    """
    pieces = [p for p in flow.pieces.get(entry.variable, ()) if not is_empty(p.at(entry.indices)[0], flow.known)]
    if not pieces:
        raise DerivationError(f"{entry.variable.name} has no entry there")
    # a boundary piece fixes an index; letters stand for the entries of a piece that leaves them free
    return min(pieces, key=lambda p: sum(c.rel == "==" for c in p.at(entry.indices)[0].constraints))


def definition_at(flow: Flow, letters: Letters, piece: Piece, entry: Var, wrt: Wrt) -> Expr:
    """The body of a piece at an entry, its bound letters chosen to differ from all letters around."""
    body = piece.at(entry.indices)[1]
    assert body is not None
    return relettered(body, letters, free(entry) | wrt.letters)


def relettered(e: Expr, letters: Letters, taken: frozenset[Sym]) -> Expr:
    """The expression with each bound letter picked anew, so that none means something else in it or around it."""
    if isinstance(e, Sum):
        others = free(e.body).union(*(c.form.letters() for c in e.where)) - {e.letter}
        new = letters.pick(letters.plain(e.letter), e.uppers[0] if e.uppers else None, taken | others)
        if new != e.letter:
            # a sum inside that binds the new letter makes way, and is given another one in its turn
            inside = {e.letter: affine(new)}
            where = tuple(c.substitute(inside) for c in e.where)
            e = Sum(new, e.lowers, e.uppers, substitute(e.body, inside), where)
        return Sum(e.letter, e.lowers, e.uppers, relettered(e.body, letters, taken | {e.letter}), e.where)
    return rebuild(e, lambda x: relettered(x, letters, taken))


def sites(flow: Flow, e: Expr, wrt: Wrt, domain: Domain, value: Expr | None = None) -> tuple[Site, ...]:
    """Every occurrence in `e` that may depend on the weight, within `domain`, with its terms contracted."""
    found: list[Site] = []
    for place in places(flow, e, wrt, value):
        if wrt.dependence.may(place.entry, wrt.entry, place.domain & domain, wrt.known):
            found.extend(_sites(flow, place, wrt, domain))
    return tuple(found)


def places(flow: Flow, e: Expr, wrt: Wrt, value: Expr | None = None) -> Iterator[Occurrence]:
    """Every occurrence in `e` of a variable within the weight's reach or standing for it."""
    yield from occurrences(e, value=value, declared=flow.declared, taken=wrt.letters, generic=flow.generic)


def _sites(flow: Flow, place: Occurrence, wrt: Wrt, domain: Domain) -> Iterator[Site]:
    for link in flow.links(place.entry):
        if link.entry.variable == wrt.entry.variable:
            same = Domain.of(*(eq(a, b) for a, b in zip(link.entry.indices, wrt.entry.indices, strict=True)))
            term = Term(place.letters, place.domain & link.guard & same, (num(link.sign), *place.factors))
            done = contracted(term, wrt.known & domain)
            if done is not None:
                yield Site(place, done, None, done)
            if link.entry == place.entry:
                return
    nodes = [p for p in flow.pieces.get(place.entry.variable, ()) if p.role is Role.NODE]
    for piece in nodes if place.entry.variable in wrt.dependence.reached else ():
        guard = piece.at(place.entry.indices)[0]
        done = _inner_term(place, wrt, place.domain & guard, domain)
        if done is not None:
            plain = _inner_term(place, wrt, place.domain, domain) if len(nodes) == 1 else None
            shown = plain if plain is not None and _differ_in_guard_only(plain, done) else done
            first = done.factors[0]
            assert isinstance(first, Partial)
            assert isinstance(first.of, Var)
            yield Site(place, done, first.of, shown)


def _differ_in_guard_only(a: Term, b: Term) -> bool:
    own = [tuple(c for c in t.domain.constraints if not c.letters().isdisjoint(t.letters)) for t in (a, b)]
    return a.letters == b.letters and a.factors == b.factors and own[0] == own[1]


def _inner_term(place: Occurrence, wrt: Wrt, here: Domain, domain: Domain) -> Term | None:
    parts = wrt.dependence.of(place.entry, wrt.entry, here & domain, wrt.known)
    for letter in place.letters:
        value = fixed_value(parts, letter, here & domain, wrt.known)
        if value is not None:
            here = here & eq(letter, value)
    inner = Partial(place.entry, wrt.entry)
    return contracted(Term(place.letters, here, (inner, *place.factors)), wrt.known & domain)
