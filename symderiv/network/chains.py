r"""Recurrences and chains of layers: where they start, and how far a use from outside carries.

The loss may use `h_T` only, or `a^{(L)}`; what the recurrence itself then uses, `h_{T-1}`, `h_{T-2}`, ..., goes on to
the initial state where one is defined (`h_0 = 0`), else to 1: steps and layers are counted from 1 unless something else
is stated.
"""

from __future__ import annotations

from ..affine import Affine, Sym, affine
from ..domain import TRUE, Constraint, Domain, bounds, ge, le, subset
from ..errors import UnknownRange
from ..expr import Variable
from ..latex import scripts
from .entries import coordinates
from .images import at_other_steps, hull, image, pinned
from .inference import State
from .uses import Use


def shifted(state: State, n: int) -> list[tuple[int, int, Use]]:
    """The uses of a variable within its own recurrence at another step: the position, the shift, the use."""
    variable = state.entries[n].variable
    found: list[tuple[int, int, Use]] = []
    for m, use in state.users(variable):
        if state.component.get(state.entries[m].variable) != state.component[variable]:
            continue
        for p, form in enumerate(use.entry.indices):
            own = [a for a in form.letters() if a in state.entries[m].letters]
            if form.const and len(form.terms) == 1 and own and form.coefficient(own[0]) == 1:
                found.append((p, form.const, use))
    return found


def carried(state: State, n: int, seen: frozenset[Variable] = frozenset()) -> list[tuple[int, int, Use]]:
    r"""The same, also where another name carries the step: that of z in `a^l = g(z^l)` with `z^l = w a^{l-1}`."""
    found, variable = shifted(state, n), state.entries[n].variable
    for m, use in state.users(variable) if not found else ():
        other = state.entries[m]
        if other.variable in {*seen, variable} or state.component.get(other.variable) != state.component[variable]:
            continue
        moved = {other.indices[q].letter: shift for q, shift, _ in carried(state, m, seen | {variable})}
        found += [(p, moved[x], use) for p, i in enumerate(use.entry.indices) if (x := i.letter) in moved and x]
    return found


def carried_on(state: State, n: int, used: list[Domain]) -> list[Domain]:
    """What is used of a recurrence from outside, carried on to its start."""
    entry = state.entries[n]
    stated = entry.in_coordinates(state.stated(n))
    for p, shift, use in carried(state, n):
        if not used:
            break
        c = coordinates(entry.variable.arity)[p]
        whole = used[0]
        for d in used[1:]:
            whole = hull(whole, d, state.letters.known)
        step = image(use, TRUE, state.letters)
        if entry.indices[p].letter not in state.unknown(n):
            used = [_between(state, n, whole, step, c, stated.constraints)]
            continue
        limit = _limit(state, n, p, shift, whole, c)
        if limit is not None:
            side = 1 if limit.form.coefficient(c) > 0 else -1
            ends = [x for x in _halves_about(whole, c) if x.form.coefficient(c) * side < 0]
            used = [_between(state, n, whole, step, c, (*ends, limit, *stated.constraints))]
    return used


def _limit(state: State, n: int, p: int, shift: int, whole: Domain, c: Sym) -> Constraint | None:
    """Where the chain starts; None if what is used from outside already says so."""
    entry, letters = state.entries[n], state.letters
    starts = [e.indices[p] for m in state.of[entry.variable] if p in (e := state.entries[m]).fixed and m != n]
    forward = shift < 0
    if starts:
        return ge(c, _extreme(starts, 1) + 1) if forward else le(c, _extreme(starts, -1) - 1)
    said = bounds(whole, c, letters.known)
    ends = said.lowers if forward else said.uppers
    single = pinned(whole, c, letters) is not None
    if forward:
        return None if ends and all(e.is_constant for e in ends) and not single else ge(c, 1)
    if ends and not single:
        return None
    raise UnknownRange(
        f"where the recurrence of `{scripts.var(entry.written)}` starts is not stated",
        entry.place,
        r"write the range beside its definition: `\quad (1 \le t \le T)`",
    )


def _extreme(starts: list[Affine], sign: int) -> Affine:
    """The last of several initial steps that are numbers; the only one otherwise."""
    numbers = [s for s in starts if s.is_constant]
    return max(numbers, key=lambda s: sign * s.const) if numbers else starts[0]


def _between(state: State, n: int, whole: Domain, step: Domain, c: Sym, ends: tuple[Constraint, ...]) -> Domain:
    """Within the ends, the other indices as the recurrence itself uses them; what it does not say, as used outside."""
    said = step.letters() | {s for x in ends for s in _own(x) if x.form.coefficient(s)}  # `t <= T_n` says nothing of n
    single = pinned(whole, c, state.letters)
    other = [x for x in whole.constraints if not x.mentions(c) and not _own(x) & said]
    # what goes to `n_l` at each step does so at all of them
    other += [x for x in whole.constraints if _is_of_each(x, c) and not (_own(x) - {c}) & said]
    if single is not None:  # what goes to `n_L` at the last step goes to `n_l` at any
        other = [*at_other_steps(Domain(tuple(other)), {single: affine(c)}).constraints]
    made = Domain((*step.constraints, *ends, *other))
    return made if subset(whole, [made, *state.specials(n)], state.letters.known) else whole


def _is_of_each(x: Constraint, c: Sym) -> bool:
    """Does it compare another index with a size that depends on the step: `k <= n_l`?"""
    return x.mentions(c) and not x.form.coefficient(c) and len(_own(x)) > 1


def _own(x: Constraint) -> frozenset[Sym]:
    return frozenset(s for s in x.letters() if s.name.startswith("@"))


def _halves_about(d: Domain, c: Sym) -> list[Constraint]:
    found: list[Constraint] = []
    for x in d.constraints:
        if x.form.coefficient(c) in (1, -1):
            found += [Constraint(">=", x.form), Constraint(">=", -x.form)] if x.rel == "==" else [x]
    return found
