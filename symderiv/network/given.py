r"""What is given from outside: parameters, data, inputs, initial states; and the errors for what should have been.

A variable that nothing defines is given wherever it is used. A variable that something defines is given beyond that
only where people leave it out: beside a boundary definition (`o^{(1)}_{J+1} = 1` says nothing of the inputs), and just
before a recurrence or a chain of layers (`h^{(0)}`, which anything may then use), and where one entry is computed from
the others (`eliminated`). Any other use that no definition covers is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import product

from ..affine import Affine, Sym, affine
from ..domain import bounds, ge, is_empty, simplify, subset, subtract
from ..domain.constraint import Context, Domain
from ..errors import TakenForFree, UncoveredUse, UnknownRange
from ..expr import Num, Var, Variable
from ..latex import scripts
from ..system import Piece, Role, alias_of
from .boxes import boxed
from .chains import shifted
from .eliminated import is_rest_of_eliminated, is_taken_for_free
from .entries import Entry, coordinates
from .extents import check_extents, is_between_sizes
from .first_layers import before_first_layer
from .images import about_indices, apart, hull, looked_up, pinned, strays, union
from .inference import State
from .inputs_end import declared_range, ends_before_zeros, is_plain, ranged
from .reaches import Reach, reaches
from .rows_looked_up import as_looked_up
from .sizes import left_by_sums
from .uses import Use

USUAL = ("i", "j", "k", "m", "n", "p", "q", "r", "l", "h", "a", "b", "c", "d", "e", "g", "s", "t", "u", "v")
"""Letters for the indices of a given variable that is never used with letters of its own."""


def given_pieces(state: State, pieces: tuple[Piece, ...], objective: Variable | None) -> Iterator[Piece]:
    """The given pieces of every variable but a generic objective, in the order in which they are first used.

    Raises `UncoveredUse`, or `UnknownRange` where an index is only ever looked up.
    """
    data = {e.variable for e in state.draft.data}
    for variable, places in reaches(state).items():
        if variable in state.of:
            left = _uncovered(state, variable, places, pieces)
            if not left:
                continue
            role, domains = _beside_definitions(state, variable, left)
        elif variable == objective:
            continue
        else:
            role = Role.INPUT if variable in data else Role.PARAMETER
            domains = _domains_of_given(state, variable, places)
        for domain in domains:
            yield _piece(state, variable, domain, role, places)


# ---------------------------------------- variables never defined


def _domains_of_given(state: State, variable: Variable, places: list[Reach]) -> list[Domain]:
    known = state.letters.known
    seen = [r for r in places if not looked_up(r.use, state.letters)]
    seen = seen or [r for r in places if not looked_up(r.use, state.letters, fixed=False)]
    seen = [r for r in seen if not (r.use.nominal or state.entries[r.number].nominal)] or seen
    others = list(_at_other_steps(state, places, seen))
    if state.draft.outside_zero:
        in_steps = any(looked_up(r.use, state.letters) for r in others)
        ended = ends_before_zeros(state, variable, seen, in_steps=in_steps)
        if ended is not None:
            return ended
    seen += others
    domains = [about_indices(state.not_looked_up(d)) for r in seen for d in r.domains]
    domains = _without_gaps(seen, domains, known) if len(domains) > 1 else domains
    if not seen and variable.arity:
        declared = declared_range(state, variable) or as_looked_up(state, places[0].use, places[0].domains)
        declared = declared or ranged(state, variable, state.draft.by)
        if declared is None:
            raise UnknownRange(
                f"the indices of `{scripts.var(places[0].use.entry)}` are looked up: their range is not seen from use",
                state.entries[places[0].number].place,
                'state the range of a letter and use it once, or declare it: `data = ["u_{v,i}"]` and `v = "1..V"`',
            )
        domains = [declared]
    whole = _but_for_small(union(domains, known), state)
    if len(whole) == 1 and variable in state.draft.wholes:
        return [boxed(whole[0], known)]
    if len(whole) > 1:
        places_of = [r for r in seen for _ in r.domains]
        check_extents(state, variable, [(r.number, r.use, d) for r, d in zip(places_of, domains, strict=True)])
    return apart(whole, known)


def _at_other_steps(state: State, places: list[Reach], seen: list[Reach]) -> Iterator[Reach]:
    """Uses at a fixed index of what is used at other fixed ones only, the `b^{l}` beside `b^{l+1}`."""
    for r in places:
        if r in seen or looked_up(r.use, state.letters, fixed=False):
            continue
        at = [coordinates(len(r.use.entry.indices))[n] for n in looked_up(r.use, state.letters)]
        if seen and all(pinned(d, c, state.letters) is not None for c in at for x in seen for d in x.domains):
            yield r


def _without_gaps(places: Sequence[Reach], domains: Sequence[Domain], known: Context) -> list[Domain]:
    r"""The domains of uses, those of one entry that a definition uses here and there as wide as both together.

    `\sum_{j : |i-j| > m} a_j` says where an a is used, and not that there are none between.
    """
    used = [(r.number, r.use.entry.indices, bool(r.use.nominal)) for r in places for _ in r.domains]
    together: dict[object, list[Domain]] = {}
    for key, d in zip(used, domains, strict=True):
        together.setdefault(key, []).append(d)
    whole = {key: _across(list(dict.fromkeys(ds)), known) for key, ds in together.items()}
    return [whole[key] or d for key, d in zip(used, domains, strict=True)]


def _across(domains: Sequence[Domain], known: Context) -> Domain | None:
    """What reaches from one of several domains to the others; None where nothing says how far that is."""
    if len(domains) < 2:
        return None
    whole = reduce(lambda a, b: hull(a, b, known), domains)
    at = {s for d in domains for s in d.letters() if s.name.startswith("@")}
    ends = [{c.form.coefficient(s) > 0 for c in whole.constraints if c.form.coefficient(s)} for s in at]
    return whole if all(len(found) > 1 for found in ends) else None


def _but_for_small(domains: tuple[Domain, ...], state: State) -> tuple[Domain, ...]:
    r"""Domains that are one but for the smallest sizes as one: `\\sum_{i<j} x_i x_j` uses no x if there is but one."""
    if len(domains) < 2:
        return domains
    known = state.letters.known
    whole = reduce(lambda a, b: hull(a, b, known), domains)
    usual = known & Domain.of(*(ge(s, 3) for s in state.letters.sizes))
    left = [whole]
    for d in domains:
        left = [part for x in left for part in subtract(x, d, usual)]
    return (about_indices(whole),) if all(is_empty(part, usual) for part in left) else domains


# ---------------------------------------- beside the definitions


def _uncovered(state: State, variable: Variable, places: list[Reach], pieces: tuple[Piece, ...]) -> list[Reach]:
    """The uses that no definition covers, with what they reach beyond the definitions."""
    known = state.letters.known
    mine = [p for p in pieces if p.variable == variable]
    found: list[Reach] = []
    for reach in places:
        if _is_covered(state, reach, mine):
            continue
        left = _without(reach.domains, (d for n in state.of[variable] for d in state.found[n]), known)
        if left:
            found.append(Reach(reach.number, reach.use, left))
    return found


def _is_covered(state: State, reach: Reach, mine: list[Piece]) -> bool:
    """Is the use inside the definitions, point by point?"""
    entry, use = state.entries[reach.number], reach.use
    guards = [p.at(use.entry.indices)[0] for p in mine]
    loose = looked_up(use, state.letters)
    if loose:
        guards = [_trusting(g, use, loose) for g in guards]
    outer = [entry.from_coordinates(d) for d in state.found[reach.number]]
    return all(subset(d & use.where, guards, state.letters.known) for d in outer)


def _trusting(guard: Domain, use: Use, loose: frozenset[int]) -> Domain:
    """The guard without conditions on looked-up indices, which are taken to lie in range."""
    atoms = {a for n in loose for a in use.entry.indices[n].atoms()}
    return Domain(tuple(c for c in guard.constraints if not atoms & set(c.form.atoms())))


def _beside_definitions(state: State, variable: Variable, left: list[Reach]) -> tuple[Role, list[Domain]]:
    entries = [state.entries[n] for n in state.of[variable]]
    known = state.letters.known
    whole = apart(union([d for r in left for d in r.domains], known), known)
    if all(e.fixed and _is_boundary(e) for e in entries):
        lone = strays(whole, variable.arity, state.letters)
        if not lone and (any(_is_range(state, d, entries) for d in whole) or _is_run_over(state, left, entries)):
            return (Role.INPUT if any(e.constant for e in entries) else Role.PARAMETER), whole
        raise _error(state, left, lone[0] if lone else None)
    if all(isinstance(e.body, Num) and not e.stated.is_true for e in entries):
        return Role.INPUT, whole  # `x_t = 0` for `t \le 0` says nothing of the data
    if is_rest_of_eliminated(state, variable, whole):
        if is_taken_for_free(state, variable, whole):
            error = _error(state, left, None)
            raise TakenForFree(error.cause, entries[0].place, error.hint)
        check_extents(state, variable, [(r.number, r.use, d) for r in left for d in r.domains])
        return Role.PARAMETER, whole
    only_errors = state.draft.errors_end and not all(e.nominal for e in entries)
    if state.draft.outside_zero and not only_errors:
        layer = [r for r in left if _before_only_layer(state, variable, r)]
        defined = [d for n in state.of[variable] for d in state.found[n]]
        first = apart(union(before_first_layer(state, variable, [(r.use, r.domains) for r in left]), known), known)
        found = _without(_domains_of_given(state, variable, layer), defined, known) if layer else first
        return Role.INPUT, list(found)
    before = [r for r in left if _just_before(state, variable, r)]
    wider = [r for r in before if any(is_between_sizes(d, state) for d in r.domains)]
    if wider:
        raise _error(state, wider, None)
    start = [d for r in before for d in r.domains]
    beyond = [Reach(r.number, r.use, _without(r.domains, start, known)) for r in left if r not in before]
    if all(not r.domains for r in beyond):
        return Role.INPUT, whole
    if only_errors:
        return Role.INPUT, list(union(start, known))  # values keep their first step, and have none beyond
    raise _error(state, [r for r in beyond if r.domains], None)


def _without(domains: Iterable[Domain], away: Iterable[Domain], known: Context) -> tuple[Domain, ...]:
    """What of the domains lies in none of the others."""
    left = list(domains)
    for d in away:
        left = [part for x in left for part in subtract(x, d, known)]
    return union(left, known)


def _is_boundary(entry: Entry) -> bool:
    """A constant, or (minus) an entry of another variable."""
    piece = Piece(entry.variable, entry.indices, entry.letters, entry.stated, entry.body, Role.NODE)
    return isinstance(entry.body, Num) or alias_of(piece) is not None


def _is_range(state: State, domain: Domain, entries: list[Entry]) -> bool:
    """Does the domain leave an index open that a boundary definition fixes?"""
    at = coordinates(entries[0].variable.arity)
    return any(pinned(domain, at[p], state.letters) is None for e in entries for p in e.fixed)


def _is_run_over(state: State, left: list[Reach], entries: list[Entry]) -> bool:
    """Do letters run over an index that a boundary definition fixes, also if but one other value is left to them?"""
    at = {r.use.entry.indices[p].letter for r in left for e in entries for p in e.fixed}
    return bool(at - {None} - set(state.letters.sizes))


def _just_before(state: State, variable: Variable, reach: Reach) -> bool:
    """Is it a step of the recurrence itself that leads out of the definitions, to where no start is defined?"""
    numbers = state.of[variable]
    if state.component.get(state.entries[reach.number].variable) != state.component[variable]:
        return False
    for n in numbers:
        for p, _, use in shifted(state, n):
            if use == reach.use and not any(_may_start(state, m, p, variable) for m in numbers):
                return True
    return _before_unrolled(state, variable, reach) or _before_first(state, variable, reach)


def _may_start(state: State, n: int, p: int, variable: Variable) -> bool:
    """May a definition of one step in a position begin the recurrence, the others not all being before it?

    `a^{(L)}` of a last layer that is another one is no beginning beside `a^{(l)}` for `l < L`.
    """
    entry, c = state.entries[n], coordinates(variable.arity)[p]
    if p not in entry.fixed:
        return False
    others = [d for m in state.of[variable] if m != n for d in state.found[m]]
    return not others or not all(is_empty(d & ge(affine(c), entry.indices[p]), state.letters.known) for d in others)


def _before_first(state: State, variable: Variable, reach: Reach) -> bool:
    r"""`\tilde{y}^{(l-1)} = r^{(l-1)} y^{(l-1)}` in a chain: is it the layer before the first that is defined?"""
    mine, known = state.component[variable], state.letters.known
    members = [n for v, numbers in state.of.items() if state.component[v] == mine for n in numbers]
    if not any(shifted(state, n) for n in members):
        return False
    for p, c in enumerate(coordinates(variable.arity)):
        if any(_may_start(state, n, p, variable) for n in state.of[variable]):
            continue
        reached = {pinned(d, c, state.letters) for d in reach.domains}
        single = next(iter(reached)) if len(reached) == 1 else None
        general = [n for n in state.of[variable] if p not in state.entries[n].fixed]  # a last layer may be another one
        defined = [d for n in general or state.of[variable] for d in state.found[n]]
        if single is not None and all(single + 1 in bounds(d, c, known).lowers for d in defined):
            return True
    return False


def _before_only_layer(state: State, variable: Variable, reach: Reach) -> bool:
    """Is it the layer `x^l` before the only ones defined, `x^{l+1}` and `x^{l+2}`? That lies beyond no range."""
    defined = [d for n in state.of[variable] for d in state.found[n]]
    for c in coordinates(variable.arity):
        layers = {pinned(d, c, state.letters) for d in defined}
        reached = {pinned(d, c, state.letters) for d in reach.domains}
        (other, *others) = reached
        if others or other is None or None in layers or not other.letters() or other in layers:
            continue
        return other + 1 in layers
    return False


def _before_unrolled(state: State, variable: Variable, reach: Reach) -> bool:
    """`h_1 = f(h_0)`, `h_2 = f(h_1)`: is it the step before the first that is written out?"""
    entries = [state.entries[n] for n in state.of[variable]]
    for p in range(variable.arity):
        steps = {e.indices[p] for e in entries if p in e.fixed}
        reached = {pinned(d, coordinates(variable.arity)[p], state.letters) for d in reach.domains}
        single = next(iter(reached)) if len(reached) == 1 else None
        if single is None or not all(p in e.fixed for e in entries):
            continue
        if single + 1 in steps and single - 1 not in steps and not any(_below(s, single) for s in steps):
            return True
    return False


def _below(a: Affine, b: Affine) -> bool:
    difference = a - b
    return difference.is_constant and difference.const < 0


def _error(state: State, left: list[Reach], lone: Domain | None) -> UncoveredUse:
    """The first uncovered use, with what is defined and the way out."""
    reach = left[0]
    variable = reach.use.entry.variable
    entry = state.entries[reach.number]
    shown, when = _instance(state, reach, lone)
    defined = []
    for n in state.of[variable]:
        e = state.entries[n]
        d = e.from_coordinates(state.found[n][0])
        conditions = scripts.domain(simplify(d, state.letters.known), e.letters)
        defined.append(f"`{scripts.var(Var(variable, e.indices))}`" + (f" for `{conditions}`" if conditions else ""))
    return UncoveredUse(
        f"`{shown}`{when} is used in the definition of `{scripts.var(entry.written)}`, but nothing defines it",
        entry.place,
        f"defined: {'; '.join(defined)}. Correct the range, or define `{shown}` as well",
        _ends_apart(state, reach),
    )


def _ends_apart(state: State, reach: Reach) -> tuple[Affine, ...]:
    """The end of what is defined and that of what is used, where an index only goes on from the one to the other.

    Of an entry that a letter singles out, `[k = y] \\log p_k`, that is how far the letter goes.
    """
    single = {affine(letter) for body in state.bodies for _, letter in left_by_sums(body)}
    for d in reach.domains:
        for c in coordinates(len(reach.use.entry.indices)):
            one, known = pinned(d, c, state.letters), state.letters.known
            if one is not None and one.letter is not None and one in single:
                found = bounds(d.substitute({c: one}) & known.known, one.letter)
            else:
                found = bounds(d, c, known)
            for low, up in product(found.lowers, found.uppers):
                if (low - 1).letter in state.letters.sizes and up.letter in state.letters.sizes:
                    return low - 1, up
    return ()


def _instance(state: State, reach: Reach, lone: Domain | None) -> tuple[str, str]:
    """An uncovered entry as it would be written, and for which letters it is meant."""
    at = coordinates(len(reach.use.entry.indices))
    domain = reach.domains[0]
    if lone is not None and any(not is_empty(d & lone, state.letters.known) for d in reach.domains):
        domain = lone
    letters = _letters(state, reach.use.entry.variable, [reach])
    values = {c: pinned(domain, c, state.letters) or affine(s) for c, s in zip(at, letters, strict=True)}
    shown = scripts.var(Var(reach.use.entry.variable, tuple(values[c] for c in at)))
    said = scripts.domain(simplify(domain.substitute(values), state.letters.known), letters)
    return shown, f" (for `{said}`)" if said else ""


# ---------------------------------------- the pieces


def _piece(state: State, variable: Variable, domain: Domain, role: Role, places: list[Reach]) -> Piece:
    at = coordinates(variable.arity)
    letters = _letters(state, variable, places)
    values = {c: pinned(domain, c, state.letters) or affine(s) for c, s in zip(at, letters, strict=True)}
    indices = tuple(values[c] for c in at)
    placed = simplify(domain.substitute(values), state.letters.known)
    own = tuple(s for s, i in zip(letters, indices, strict=True) if i.letter == s)
    return Piece(variable, indices, own, placed, None, role)


def _letters(state: State, variable: Variable, places: list[Reach]) -> tuple[Sym, ...]:
    """Letters for the indices: as it is named, defined, or first used with letters of its own, else one by one."""
    named = [e for e in (*state.draft.wrt, *state.draft.data) if e.variable == variable]
    defined = [Var(variable, state.entries[n].indices) for n in state.of.get(variable, ())]
    used = [r.use.entry for r in places]
    whole = next((e for e in (*named, *defined, *used) if is_plain(e, state)), None)
    found: list[Sym] = []
    taken = set(state.letters.sizes)
    for p in range(variable.arity):
        entries = [*named, whole] if whole is not None else [*named, *defined, *used]
        own = [s for e in entries if (s := e.indices[p].letter) is not None and s not in taken]
        found.append(own[0] if own else next(s for s in map(Sym, USUAL) if s not in taken))
        taken.add(found[-1])
    return tuple(found)
