r"""Ranges that a page leaves to its reader: an index of which nothing is known runs from 1 to a size of its own.

A derivation is often typed without a word about how many units a layer has. Whatever is proved for a size that may be
anything holds for the one that the author has in mind. In a chain of layers every weight of which carries the layer,
the size depends on the layer; in a recurrence with shared weights it does not.

A sum over inputs of which number 0 is a constant, `\sum_i w_i x_i` beside `x_0 = 1`, runs from 0 on: the weight of that
one is the bias. Where a bias is added as well, `\sum_i w_i x_i + b`, or `w_0` is said to be one, it runs from 1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..affine import Affine, IntFn, Sym, affine
from ..domain import ge, is_empty, le
from ..domain.constraint import Context, Domain
from ..expr import Add, Expr, Mul, Num, Sum, Var, of_kind, rebuild, walk
from ..latex import scripts
from ..system import Span
from .chains import shifted
from .entries import Entry, coordinates, spell
from .images import looked_up
from .inference import State
from .open_sums import is_open
from .positions import letter_range, sibling_range

FAMILIES = ("n", "m", "s", "d", "p", "q", "r", "u")
"""Names for sizes that depend on a layer."""


def presume(state: State, waiting: Collection[int] = ()) -> str | None:
    """Give one index, or one sum, a range: what was presumed, '' if positions told it, None if all have a range.

    Nothing is presumed of the definitions in `waiting`, by number.
    """
    pending = [n for n in range(len(state.entries)) if n not in state.found and state.unknown(n) and n not in waiting]
    found = [(n, s, _steps(state, n)) for n in pending for s in sorted(state.unknown(n), key=lambda s: s.key)]

    def weak(x: tuple[int, Sym, set[Sym]]) -> tuple[bool, ...]:
        n, letter, steps = x
        entry = state.entries[n]
        told = _is_told(state, n, letter, set())
        return entry.nominal, not steps, told, entry.is_special, letter in steps, _waits(state, n)

    for n, letter, _ in found:
        if (said := _beside_a_lookup(state, n, letter)) is not None:
            return _state(state, n, letter, said, "")
    for n, letter, steps in sorted(found, key=weak):
        return _letter(state, n, letter, steps - {letter})
    sums = [
        (n, e) for n in range(len(state.entries)) for e in walk(state.bodies[n]) if isinstance(e, Sum) and is_open(e)
    ]
    for n, e in sorted(sums, key=lambda x: not _holds_a_constant(state, *x)):
        paired = _of_a_pair(state, state.bodies[n], e.letter)
        lower = 0 if paired is None and _holds_a_constant(state, n, e) else 1
        upper = paired or _size(state, e.letter)
        state.bodies[n] = _closed(state.bodies[n], e, lower, upper)
        return _said(e.letter, upper, state.entries[n], lower)
    return None


def _holds_a_constant(state: State, n: int, e: Sum) -> bool:
    """Does a sum run over given entries of which number 0, and no other, is a constant, and is no bias added to it?"""
    places = [(x, p) for x in of_kind(e.body, Var) for p, form in enumerate(x.indices) if form == affine(e.letter)]
    found = [(state.of[x.variable], p) for x, p in places if x.variable in state.of]
    alone = all(_is_constant_at_zero(state, state.entries[m], p) for numbers, p in found for m in numbers)
    return bool(found) and alone and not _has_bias(state.bodies[n], e)


def _is_constant_at_zero(state: State, entry: Entry, p: int) -> bool:
    r"""Does it define the entry 0 at a place as 1 or -1, `x_{n0} = 1`, perhaps with another one, `x_0 = h_0 = 1`?"""
    if entry.fixed != {p} or entry.indices[p] != affine(0):
        return False
    body = entry.body
    if isinstance(body, Var):
        same = (state.entries[m] for m in state.of.get(body.variable, ()))
        body = next((y.body for y in same if y.indices == body.indices), body)
    return isinstance(body, Num) and abs(body.value) == 1


def _has_bias(body: Expr, e: Sum) -> bool:
    r"""Is a name added to the sum with the same sign, as the b of `\sum_i w_i x_i + b`?"""
    for x in of_kind(body, Add):
        terms = [_signed(y) for y in x.terms]
        own = {negative for negative, y in terms if e in y}
        if any(negative in own and len(y) == 1 and isinstance(y[0], Var) for negative, y in terms):
            return True
    return False


def _signed(x: Expr) -> tuple[bool, tuple[Expr, ...]]:
    """Is a term negative, and its factors without numbers."""
    factors = x.factors if isinstance(x, Mul) else (x,)
    numbers = [y.value for y in factors if isinstance(y, Num)]
    return sum(y < 0 for y in numbers) % 2 == 1, tuple(y for y in factors if not isinstance(y, Num))


def _of_a_pair(state: State, body: Expr, letter: Sym) -> Affine | None:
    r"""The size of the other letter of `\sum_{i<j}`: both run over one set."""
    sums = [x for x in walk(body) if isinstance(x, Sum)]
    compared = (c.letters() for x in sums for c in x.where if c.rel == ">=" and c.mentions(letter))
    others = {s for letters in compared for s in letters - state.letters.sizes - {letter}}
    uppers = [u for x in sums if x.letter in others for u in x.uppers if u.letter in state.presumed]
    return uppers[0] if len(uppers) == 1 else None


def _is_told(state: State, n: int, letter: Sym, seen: set[tuple[int, Sym]]) -> bool:
    """Will the range of a letter follow from use, once the other letters have theirs? Then it is not to be presumed."""
    seen.add((n, letter))
    for p, form in enumerate(state.entries[n].indices):
        if form.letter != letter:
            continue
        for m, use in state.users(state.entries[n].variable, looked_up_too=True):
            own = use.entry.indices[p].letters() - state.letters.sizes
            if len(own) != 1 or p in looked_up(use, state.letters):
                continue
            (s,) = own
            if s not in state.entries[m].letters:
                if any(c.mentions(s) and c.rel != "!=" for c in use.where.constraints):
                    return True
            elif s not in state.unknown(m) or ((m, s) not in seen and _is_told(state, m, s, seen)):
                return True
    return False


def _beside_a_lookup(state: State, n: int, letter: Sym) -> Domain | None:
    """What the n of `p_{n,y_n}` says of the first index of p, where y is looked up; another step says nothing, nor does
    the size `n_l` of the one layer l that is looked at."""
    variable = state.entries[n].variable
    own_step = state.entries[n].in_coordinates(state.stated(n))
    at = coordinates(variable.arity)
    positions = [p for p, form in enumerate(state.entries[n].indices) if form.letter == letter]
    for m, use in state.users(variable, looked_up_too=True):
        looked = looked_up(use, state.letters)
        there = {s for p in looked for s in use.entry.indices[p].letters()}
        for p in positions:
            if p in looked or use.open or use.entry.indices[p].letter is None:
                continue
            own = {at[p]}
            found = [
                Domain(tuple(c for c in d.constraints if c.letters() - state.letters.sizes == own))
                for d in state.images(m, use)
                if not is_empty(d & own_step, state.letters.known)
            ]
            said = {1 if c.form.coefficient(at[p]) > 0 else -1 for d in found for c in d.constraints if c.rel == ">="}
            if len(found) == 1 and len(said) == 2 and not found[0].letters() & there:
                return found[0].substitute({at[p]: affine(letter)})
    return None


def _waits(state: State, n: int) -> bool:
    """Does another definition without a range use it? What is known of that one tells its own."""
    variable = state.entries[n].variable
    mine = state.component.get(variable)
    users = (m for m, _ in state.users(variable) if m not in state.found)
    return any(state.component.get(state.entries[m].variable) != mine for m in users)


def _steps(state: State, n: int) -> set[Sym]:
    """The letters of a definition that count the steps of the recurrence it belongs to."""
    mine = state.component.get(state.entries[n].variable)
    found: set[Sym] = set()
    for m, entry in enumerate(state.entries):
        if not entry.nominal and state.component.get(entry.variable) == mine:
            found |= {s for p, _, use in shifted(state, m) for s in use.entry.indices[p].letters()}
    return found & set(state.entries[n].letters)


def _letter(state: State, n: int, letter: Sym, steps: set[Sym]) -> str:
    entry = state.entries[n]
    scope = frozenset(entry.letters) - {letter}
    said = sibling_range(state, n, letter) if entry.is_special else None
    said = said or letter_range(state, letter, state.bodies[n], scope, entry.place, deep=True)
    if said is not None:
        return _state(state, n, letter, said, "")
    layer = next((s for s in entry.letters if s in steps and is_layer(state, n, s)), None)
    layer = None if _passes_through(state, n, letter) else layer
    paired = _used_in_pairs(state, n, letter) if layer is None else None
    upper = paired or (_size(state, letter) if layer is None else _of_layer(state, n, letter, layer))
    return _state(state, n, letter, Domain.of(ge(letter, 1), le(letter, upper)), _said(letter, upper, entry))


def _used_in_pairs(state: State, n: int, letter: Sym) -> Affine | None:
    r"""The size of another letter of a definition that is only used where the two are compared, `\sum_{i<j} k_{ij}`."""
    entry = state.entries[n]
    places = {s: p for p, i in enumerate(entry.indices) if (s := i.letter) is not None}
    uses = [use for _, use in state.users(entry.variable)]
    for other in entry.ranged & (set(places) - {letter}):
        pairs = [{i for p in (places[letter], places[other]) for i in use.entry.indices[p].letters()} for use in uses]
        compared = [
            any(pair <= c.letters() for c in use.where.constraints) for use, pair in zip(uses, pairs, strict=True)
        ]
        sizes = {s for c in entry.stated.constraints if c.mentions(other) for s in c.letters() & state.presumed}
        if letter in places and compared and all(compared) and all(len(x) == 2 for x in pairs) and len(sizes) == 1:
            return affine(sizes.pop())
    return None


def _of_layer(state: State, n: int, letter: Sym, layer: Sym) -> Affine:
    r"""A size that depends on the layer: the `n_l` up to which all entries are used on the next one, as in
    `\sum_{k=1}^{n_{l-1}} w^l_{jk} a^{l-1}_k`, else a new one."""
    found = set(_ends(state, n, letter, layer, set()))
    size = found.pop() if len(found) == 1 else None
    return affine(replace(size, args=(affine(layer),))) if size is not None else _family(state, layer)


def _ends(state: State, n: int, letter: Sym, layer: Sym, seen: set[tuple[int, Sym]]) -> Iterator[IntFn | None]:
    """The sizes up to which sums use a letter, also through other names of the layer, all at one layer; None for
    another end than the size of the very layer that is used."""
    seen.add((n, letter))
    entry = state.entries[n]
    places = [[p for p, i in enumerate(entry.indices) if i == affine(x)] for x in (letter, layer)]
    if list(map(len, places)) != [1, 1]:
        return
    (p,), (q,) = places
    for m, use in state.users(entry.variable):
        own, at = use.entry.indices[p], use.entry.indices[q]
        if own.letter is None:
            continue
        for c in use.where.constraints:
            if c.rel == ">=" and c.form.coefficient(own.letter) < 0:
                size = next(iter((c.form + own).atoms()), None)
                whole = isinstance(size, IntFn) and c.form == affine(size) - own and size.args == (at,)
                yield replace(size, args=()) if isinstance(size, IntFn) and whole else None
        letters = state.entries[m].letters
        if own.letter in letters and at.letter in letters and (m, own.letter) not in seen:
            yield from _ends(state, m, own.letter, at.letter, seen)


def _passes_through(state: State, n: int, letter: Sym) -> bool:
    r"""Does an index stay what it is from one step to the next, `h^{(l)}_i = h^{(l-1)}_i + ..`? All are as long."""
    uses = (use for _, _, use in shifted(state, n) if letter not in use.bound)
    return any(letter in (i.letter for i in use.entry.indices) for use in uses)


def _state(state: State, n: int, letter: Sym, said: Domain, note: str) -> str:
    """Take a range of a letter of a definition for stated beside it."""
    entry = state.entries[n]
    new = replace(entry, stated=entry.stated & said, ranged=entry.ranged | {letter})
    state.entries = (*state.entries[:n], new, *state.entries[n + 1 :])
    return note


def _said(letter: Sym, upper: Affine, entry: Entry, lower: int = 1) -> str:
    where = scripts.var(entry.written)
    upper = upper.substitute(
        {s: i for own, i in zip(entry.indices, entry.written.indices, strict=True) if (s := own.letter)}
    )
    shown = spell(Span(letter, affine(lower), upper))
    return f"the range of `{letter.name}` in `{where}` is not stated: `{shown}` is taken"


def is_layer(state: State, n: int, step: Sym) -> bool:
    """Does every given variable that the recurrence computes with carry the step? Then steps are layers."""
    mine = state.component[state.entries[n].variable]
    seen = False
    for m, entry in enumerate(state.entries):
        if entry.nominal or state.component.get(entry.variable) != mine or step not in entry.letters:
            continue
        for use in state.uses(m):
            if use.entry.variable in state.of or not use.entry.indices:
                continue
            seen = True
            if not any(step in i.letters() for i in use.entry.indices):
                return False
    return seen


def _size(state: State, letter: Sym) -> Affine:
    """A size that no letter of the page names yet."""
    taken = _taken(state)
    name = letter.name.upper() if len(letter.name) == 1 and letter.name.islower() else ""
    if not name or name in taken:
        name = next(x for k in range(1000) if (x := f"N_{{{letter.name}}}" + "'" * k) not in taken)
    size = Sym(name)
    state.presumed.add(size)
    known = state.letters.known & ge(size, 1)
    state.letters = replace(state.letters, sizes=state.letters.sizes | {size}, known=known)
    return affine(size)


def _family(state: State, layer: Sym) -> Affine:
    """A size that depends on the layer."""
    letters = state.letters
    taken = _taken(state) | letters.size_functions
    name = next(x for x in (*FAMILIES, *(f"n{k}" for k in range(1000))) if x not in taken)
    functions = letters.size_functions | {name}
    state.letters = replace(letters, size_functions=functions, known=Context(letters.known.known, functions))
    return affine(IntFn(name, (affine(layer),), f"{name}_{{#1}}"))


def _taken(state: State) -> set[str]:
    found = {s.name for s in state.letters.sizes} | {v.name for v in state.of}
    for n, entry in enumerate(state.entries):
        found |= {s.name for s in entry.letters}
        for use in state.uses(n):
            found |= {use.entry.variable.name} | {s.name for i in use.entry.indices for s in i.letters()}
    return found


def _closed(e: Expr, target: Sum, lower: int, upper: Affine) -> Expr:
    if e is target:
        return Sum(target.letter, (affine(lower),), (upper,), target.body, target.where)
    return rebuild(e, lambda x: _closed(x, target, lower, upper))
