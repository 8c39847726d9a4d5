r"""The range of a letter from the index positions that it fills.

In `\sum_i w_{j,i} o_i` the letter i fills the second position of w and the only one of o; whatever is known of either
says over what i runs. Where two positions say different things, that is an error and not a choice, unless one has only
given entries by number besides.
"""

from __future__ import annotations

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Domain, bounds, eq, is_empty, simplify, subset, subtract
from ..errors import Place, RangeClash
from ..expr import Expr, Var, Variable, of_kind
from ..latex import scripts
from .entries import Entry, coordinates
from .images import at_other_steps, pinned, union
from .inference import State
from .squared import mirrored
from .uses import uses

Scope = frozenset[Sym]
AXES = 2
NEAR = (0, -1)
"""The layers whose sizes tell how large a matrix of weights is: its own and the one before."""


def letter_range(
    state: State, letter: Sym, body: Expr, scope: Scope, place: Place | None, *, deep: bool = False
) -> Domain | None:
    """What the positions that the letter fills in `body` say about it, in terms of the letters in `scope`.

    With `deep`, the positions of variables whose own ranges are still unknown are looked up in their definitions.
    Raises `RangeClash` where two positions differ.
    """
    return _range(state, letter, body, scope, place, frozenset() if deep else None)


def beside(state: State, letter: Sym, body: Expr, scope: Scope) -> Domain:
    r"""Where the given entries of a difference exist: beside `\sum_{i=1}^{N} x_i` the i of `x_{i+1} - x_i` is no N."""
    found = Domain.of()
    entries = [use.entry for use in uses(body, scope | {letter})]
    places = [(x, p, form) for x in entries if not state.of.get(x.variable) for p, form in enumerate(x.indices)]
    alone = {(x.variable, p) for x, p, form in places if form.letter == letter}
    for x, p, form in places:
        if (x.variable, p) in alone and form.letter != letter and (form - letter).is_constant:
            found &= _position(state, x, p, letter, None) or Domain.of()
    return found


def settled(state: State, letter: Sym, body: Expr, scope: Scope) -> bool:
    """Does every position that the letter fills by itself say something about it?"""
    places = [
        _position(state, use.entry, p, letter, None)
        for use in uses(body, scope | {letter})
        for p, form in enumerate(use.entry.indices)
        if form.letter == letter
    ]
    return bool(places) and None not in places


def _range(
    state: State, letter: Sym, body: Expr, scope: Scope, place: Place | None, seen: frozenset[Variable] | None
) -> Domain | None:
    best: tuple[Domain, Var] | None = None
    found = uses(body, scope | {letter})
    steps = _steps_before(state, letter, [use.entry for use in found])
    for use in found:
        entry = use.entry
        for p, form in enumerate(entry.indices):
            if form.letter != letter:
                continue
            said = _position(state, entry, p, letter, seen)
            if said is None or not said.letters() <= scope | {letter} | state.letters.sizes:
                continue
            if pinned(said, letter, state.letters) is not None:
                continue  # that `z_3` stands somewhere does not say that a sum over j of `z_j` is `z_3`
            if steps and _is_of_first_step(state, entry, said, steps):
                continue  # how many inputs there are says nothing of the layers above
            if best is None:
                best = said, entry
            elif not _same(state, best[0], said):
                less = _less_numbered(state, letter, best, (said, entry)) or _less_numbered(
                    state, letter, (said, entry), best
                )
                if less is None:
                    raise _clash(state, letter, best, (said, entry), place)
                best = less
    return None if best is None else best[0]


def _steps_before(state: State, letter: Sym, entries: list[Var]) -> set[Sym]:
    r"""The steps of which the letter numbers what the one before made: the l of `w^l_{ij} a^{l-1}_j`, by j."""
    made = (x for x in entries if state.of.get(x.variable) and affine(letter) in x.indices)
    numbers = (form for x in made for form in x.indices if form.const and len(form.terms) == 1)
    return {s for form in numbers for s in form.letters() - state.letters.sizes}


def _is_of_first_step(state: State, entry: Var, said: Domain, steps: set[Sym]) -> bool:
    r"""Is it said of weights of which the first are used, as long as what is given? What is made may be as it likes."""
    if state.of.get(entry.variable) or any(isinstance(a, IntFn) for c in said.constraints for a in c.form.atoms()):
        return False
    at = [c for c, form in zip(coordinates(len(entry.indices)), entry.indices, strict=True) if form.letter in steps]
    numbers = [pinned(d, c, state.letters) for c in at for d in state.reached(entry.variable)]
    return bool(numbers) and all(number is not None and number.is_constant for number in numbers)


def _less_numbered(
    state: State, letter: Sym, one: tuple[Domain, Var], two: tuple[Domain, Var]
) -> tuple[Domain, Var] | None:
    r"""The first range, if the second has but given entries by number besides, the `\beta_0` of `\beta_j`; or None."""
    (less, _), (more, entry) = one, two
    known = state.letters.known
    if state.of.get(entry.variable) or not subset(less, [more], known):
        return None
    entries = [x for d in state.draft.definitions for x in of_kind(d.body, Var)]
    places = [p for p, form in enumerate(entry.indices) if form.letter == letter]
    numbers = {x.indices[p] for x in entries if x.variable == entry.variable for p in places}
    alone = [Domain.of(eq(letter, n)) for n in numbers if not n.letters()]
    left = subtract(more, less, known)
    return one if left and all(subset(d, alone, known) for d in left) else None


def _same(state: State, a: Domain, b: Domain) -> bool:
    known = state.letters.known
    return a == b or (subset(a, [b], known) and subset(b, [a], known))


def _clash(
    state: State, letter: Sym, one: tuple[Domain, Var], two: tuple[Domain, Var], place: Place | None
) -> RangeClash:
    (a, x), (b, y) = one, two
    ends = [bounds(d, letter, state.letters.known).uppers for d in (a, b)]
    said = [scripts.domain(d, [letter]) for d in (a, b)]
    return RangeClash(
        f"`{letter.name}` runs over `{said[0]}` in `{scripts.var(x)}`, but over `{said[1]}` in `{scripts.var(y)}`",
        place,
        rf"write the bounds of the sum, or the range beside the definition: `\quad ({said[0]})`",
        tuple(e[0] for e in ends) if [len(e) for e in ends] == [1, 1] else (),
    )


def _position(state: State, entry: Var, p: int, letter: Sym, seen: frozenset[Variable] | None) -> Domain | None:
    """What one position of an entry says about the letter in it."""
    variable = entry.variable
    numbers = state.of.get(variable, [])
    general = [n for n in numbers if p not in state.entries[n].fixed]
    special = [n for n in numbers if n not in general]
    if not general:
        reached = state.reached(variable, lettered=coordinates(variable.arity)[p])
        if not reached:
            return None  # `d_0` beside `\sum_i d_i x_i` says nothing of i
        reached = mirrored(state, variable, [_of_any_layer(_rectangular(d), state) for d in reached])
        pieces = [*reached, *(d for n in special for d in state.found.get(n, ()))]
        return _about(state, pieces, entry, letter)
    if all(n in state.found for n in numbers):
        return _about(state, [d for n in numbers for d in state.found[n]], entry, letter)
    known = [state.entries[n].in_coordinates(state.stated(n)) for n in general if not _unknown_at(state, n, p)]
    if len(known) == len(general):
        return _about(state, [*known, *(_filled(state, n, known) for n in special)], entry, letter)
    if seen is None or variable in seen:
        return None
    for n in general:
        found = _through(state, state.entries[n], entry, p, letter, seen | {variable})
        if found is not None:
            return found
    return None


def _rectangular(reached: Domain) -> Domain:
    r"""What is used of a given variable, its diagonal included: `j \ne i` in one sum says nothing of another, and the
    diagonal `A_{ii}` alone is as long one way as the other."""
    found = [c for c in reached.constraints if c.rel != "!="]
    for same in (c for c in reached.constraints if c.rel == "=="):
        pair = sorted(same.letters(), key=lambda s: s.name)
        if (
            len(pair) == AXES
            and not same.form.const
            and same.form.coefficient(pair[0]) == -same.form.coefficient(pair[1])
        ):
            found.remove(same)
            for one, two in (pair, pair[::-1]):
                found += [c.substitute({one: affine(two)}) for c in found if one in c.letters()]
    return Domain(tuple(dict.fromkeys(found)))


def _of_any_layer(reached: Domain, state: State) -> Domain:
    r"""What is used of a given layer by number with the sizes of any: what ends at `n_1` at 1 ends at `n_l` at l."""
    sizes = [a for c in reached.constraints for a in c.form.atoms() if isinstance(a, IntFn)]
    if not any(form.is_constant for size in sizes for form in size.args):
        return reached
    places = sorted(reached.letters() - state.letters.sizes, key=lambda s: s.key)
    numbered = {s: number for s in places if (number := pinned(reached, s, state.letters)) and number.is_constant}
    told = [(number + k, affine(s) + k) for s, number in numbered.items() for k in NEAR]
    steps = {number: form for number, form in told if [n for n, _ in told].count(number) == 1}
    return at_other_steps(reached, steps) if steps else reached


def _filled(state: State, n: int, general: list[Domain]) -> Domain:
    """A special definition whose other indices run, as far as is not known, over what the general one says of them."""
    entry = state.entries[n]
    stated = entry.in_coordinates(state.stated(n))
    at = coordinates(entry.variable.arity)
    fixed = {at[p] for p in entry.fixed}
    free = {c for c, i in zip(at, entry.indices, strict=True) if i.letter in state.unknown(n)}
    said = [c for d in general for c in d.constraints if c.letters() & free and not c.letters() & fixed]
    return stated & Domain(tuple(said))


def _unknown_at(state: State, n: int, p: int) -> bool:
    return state.entries[n].indices[p].letter in state.unknown(n)


def _about(state: State, pieces: list[Domain], entry: Var, letter: Sym) -> Domain | None:
    """What the pieces (in coordinates) say together about the letter, once the entry's indices are put in."""
    at = dict(zip(coordinates(len(entry.indices)), entry.indices, strict=True))
    known = state.letters.known
    placed = union([d.substitute(at) for d in pieces], known)
    if len(placed) != 1:
        return None
    # that a definition holds for `i \ne j` says nothing of how far i goes
    about = (c for c in placed[0].constraints if c.rel != "!=" or c.letters() <= {letter} | state.letters.sizes)
    said = simplify(state.not_looked_up(Domain(tuple(c for c in about if c.mentions(letter)))), known)
    return said if said.constraints else None


def _through(state: State, general: Entry, entry: Var, p: int, letter: Sym, seen: frozenset[Variable]) -> Domain | None:
    """What the definition of a variable says about the letter that it has in a position."""
    own = general.indices[p].letter
    if own is None:
        return None
    scope = frozenset(general.letters)
    found = _range(state, own, general.body, scope - {own}, general.place, seen)
    if found is None:
        return None
    values = {s: form for i, form in zip(general.indices, entry.indices, strict=True) if (s := i.letter) is not None}
    return found.substitute(values)


def sibling_range(state: State, n: int, letter: Sym) -> Domain | None:
    """What the other definitions of the same variable say about a letter of a special one."""
    entry = state.entries[n]
    (p, *_) = [q for q, i in enumerate(entry.indices) if i.letter == letter]
    at = coordinates(len(entry.indices))
    values: dict[Sym, Affine] = dict(zip(at, entry.indices, strict=True))
    pieces = [
        _at_own_step(d, state.entries[m], entry)
        for m in state.of[entry.variable]
        if m != n
        for d in state.found.get(m, ())
    ]
    # of the diagonal `q_{ii}` another says how far its two indices go, not how they compare
    twin = frozenset(at) - {at[p]} if entry.diagonal else frozenset()
    said = [_mentioning(d, at[p], twin).substitute(values) for d in pieces]
    left = union((d for d in said if not is_empty(d, state.letters.known)), state.letters.known)
    scope = state.letters.sizes | set(entry.letters)
    return left[0] if len(left) == 1 and left[0].letters() <= scope else None


def _at_own_step(domain: Domain, other: Entry, own: Entry) -> Domain:
    r"""The domain with sizes of the own step for those of another: what ends at `n_0` at 0 ends at `n_L` at L."""
    steps = {other.indices[p]: own.indices[p] for p in other.fixed & own.fixed if other.indices[p] != own.indices[p]}
    return at_other_steps(domain, steps) if steps else domain


def _mentioning(domain: Domain, c: Sym, but: frozenset[Sym] = frozenset()) -> Domain:
    return Domain(tuple(x for x in domain.constraints if x.mentions(c) and not x.letters() & but))
