r"""Ranges that are not stated, inferred from use.

The rules, in the order in which they are tried; after each success the search starts again from the top, so that a weak
reason is only ever used where no better one is left:

1. a sum without bounds runs over what the positions that its letter fills say;
2. a definition whose letters all have a range (beside it, or in the whole document) has that domain, and one of a layer
   by number that of the other layers where its size depends on the layer;
3. any other definition has the domain that is used of it, less what special definitions (`o_{I+1} = 1`) say;
4. in a recurrence or a chain of layers, what is used from outside, carried on to where the chain starts;
5. a sum without bounds runs over the range of its letter in the document;
6. a definition that nothing uses runs over what the positions in its body say, looked up through other definitions;
7. what a range beside another definition suggests for the same letter;
8. in a recurrence also what is used by number;
9. what is used where that is known, if nothing tells the range in the definitions that use it elsewhere;
10. the one entry that is used, once all sums have bounds where those may be presumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..affine import Affine, IntFn, Sym
from ..domain import Domain, eq, is_empty, subtract
from ..domain.constraint import Constraint
from ..errors import RangeClash, UnknownRange
from ..expr import Num, Partial, Sum, walk
from ..latex import scripts
from ..system import Span
from .chains import carried_on, shifted
from .entries import coordinates, spell
from .extents import check_extents
from .images import about_indices, at_other_steps, pinned
from .inference import State, is_numbered, within
from .open_sums import close_beside, has_open_sum, is_open, sums_by_letter, sums_by_position
from .positions import beside, letter_range, settled, sibling_range
from .presume import presume
from .shares import freed
from .squared import squared
from .uses import Use

MOST_PRESUMED = 20
"""So many ranges may be left to the reader."""


def infer(state: State, presumed: list[str] | None = None) -> None:
    """Find every domain and the bounds of every sum.

    With `presumed`, an index of which nothing is known runs over a size of its own, and that is noted in the list.
    Raises `UnknownRange` for an index of which nothing is known, `RangeClash` where two things are said of one.
    """
    for n in range(len(state.entries)):
        close_beside(state, n)
    while True:
        if any(rule(state) for rule in RULES):
            continue
        if len(state.found) == len(state.entries) and not any(map(has_open_sum, state.bodies)):
            return
        if presumed is not None and _each_pending(lambda state, n: _by_body(state, n, deep=True))(state):
            continue
        note = presume(state, waiting=_told_by_one_entry(state)) if presumed is not None else None
        if note is None or presumed is None or len(presumed) == MOST_PRESUMED:
            raise _unknown(state)
        presumed += [note] if note else []


def _each_pending(rule: Callable[[State, int], bool], *, special_first: bool = False) -> Callable[[State], bool]:
    r"""The rule tried on every definition without a domain; says whether any of them got one.

    With `special_first` a last layer of its own goes before the others, `a^{(L)}_i = \exp(z^{(L)}_i) / ..`, so that
    what it uses of these is known.
    """

    def tried(state: State) -> bool:
        pending = (n for n in range(len(state.entries)) if n not in state.found)
        ordered = sorted(pending, key=lambda n: not state.entries[n].is_special) if special_first else pending
        return any(rule(state, n) for n in ordered)

    return tried


def by_statement(state: State, n: int) -> bool:
    """Every letter has a range: that is the domain, less what special definitions say."""
    if state.unknown(n):
        return False
    entry = state.entries[n]
    if not state.settle(n, [entry.in_coordinates(state.stated(n))]):
        state.found[n] = (entry.in_coordinates(state.stated(n)),)
    return True


def by_layer(state: State, n: int) -> bool:
    r"""A first layer is as wide as the others say: `a^{(0)}_j` beside `1 \le k \le n_l` of `a^{(l)}_k` goes to n_0.

    What is used of the last layer, `k \le n_L`, says nothing of the first.
    """
    entry = state.entries[n]
    if not entry.is_special or not entry.fixed or not state.unknown(n):
        return False
    said = state.stated(n)
    for letter in sorted(state.unknown(n), key=lambda s: s.key):
        found = sibling_range(state, n, letter)
        sizes = [] if found is None else [a for c in found.constraints for a in c.form.atoms() if isinstance(a, IntFn)]
        if found is None or not any(form.is_constant for size in sizes for form in size.args):
            return False
        said &= found
    return state.settle(n, [entry.in_coordinates(said)])


def by_use(state: State, n: int) -> bool:
    """What is used of the variable, once all its uses are known."""
    return not _steps(state, n) and by_any_use(state, n)


def by_any_use(state: State, n: int, *, single: bool = False) -> bool:
    """The same, with what a recurrence uses of itself; `single`: also where that is one entry, and the body tells
    nothing."""
    users = state.users(state.entries[n].variable)
    if not users or not all(state.is_ready(m, use) for m, use in users):
        return False
    _one_length(state, n, users)
    used = _used(state, n)
    if _singled_out(state, n, used) and (_by_body(state, n, deep=False) or not single):
        return n in state.found
    return state.settle(n, used)


def _open_at(state: State, n: int) -> set[Sym]:
    """The coordinates at which the letters of a definition have no range."""
    entry = state.entries[n]
    at = coordinates(entry.variable.arity)
    return {c for c, i in zip(at, entry.indices, strict=True) if i.letter in state.unknown(n)}


def _singled_out(state: State, n: int, used: Sequence[Domain]) -> bool:
    r"""Do uses name nothing but single entries, `L = -\log p_y` or `p_1`? That says nothing of how many there are."""
    forms = [pinned(d, c, state.letters) for d in used for c in _open_at(state, n)]
    return bool(forms) and None not in forms


def by_one_entry(state: State, n: int) -> bool:
    r"""The one entry that is used. A sum beside it, `p_k = z_k / \sum_j z_j`, tells more once it has bounds."""
    return not _has_open_sums(state) and by_any_use(state, n, single=True)


def _has_open_sums(state: State) -> bool:
    """Are there sums for which bounds may be presumed?"""
    return state.judged and any(map(has_open_sum, state.bodies))


def _told_by_one_entry(state: State) -> frozenset[int]:
    """The definitions without a domain of which single entries are used, while sums have no bounds."""
    if not any(map(has_open_sum, state.bodies)):
        return frozenset()
    pending = [n for n in range(len(state.entries)) if n not in state.found]
    used = {n: state.users(state.entries[n].variable) for n in pending}
    ready = [n for n in pending if used[n] and all(state.is_ready(m, use) for m, use in used[n])]
    return frozenset(n for n in ready if _singled_out(state, n, _used(state, n)))


def _one_length(state: State, n: int, users: list[tuple[int, Use]]) -> None:
    """Raise `RangeClash` where uses go as far as a presumed size here and as another one there: they are one."""
    if not state.presumed or not state.unknown(n):
        return
    reached = [(m, use, about_indices(d)) for m, use in users for d in state.images(m, use)]
    try:
        check_extents(state, state.entries[n].variable, reached)
    except RangeClash as clash:
        if any(isinstance(end, Affine) and end.letter in state.presumed for end in clash.sizes):
            raise


def _steps(state: State, n: int) -> frozenset[Use]:
    """The uses within its own recurrence at another step."""
    return frozenset(use for _, _, use in shifted(state, n))


def _used(state: State, n: int, without: frozenset[Use] = frozenset()) -> list[Domain]:
    """What is used of the definition; letters with a range keep all of it, even where only a part is used.

    So they do up to the last where a size depends on them, `k \\le n_l`, and nothing else says how wide any layer is: a
    range that was said of sizes, from layer 0 on, gives a definition no layer 0.
    """
    entry = state.entries[n]
    stated = entry.in_coordinates(state.stated(n))
    at = coordinates(entry.variable.arity)
    open_at = _open_at(state, n)
    reached = state.reached(entry.variable, without)
    found: list[Domain] = []
    for d in _with_own_sizes(reached, open_at, at):
        said = [c for c in d.constraints if c.letters() & open_at]
        terms = [a for c in said for a in c.form.atoms() if isinstance(a, IntFn)]
        keeps = not terms or (len(reached) == 1 and all(_tells_every(a, at) for a in terms))
        keeps = keeps and not is_empty(d & stated, state.letters.known)
        if terms:
            said += [c for c in d.constraints if c not in said and _begins(c, at)]
        found.append(Domain(tuple(said)) & stated if keeps else _at_own_number(state, n, d) & stated)
    return freed(state, n, squared(state, n, found))


def _at_own_number(state: State, n: int, reached: Domain) -> Domain:
    r"""What is used of a layer by number at L, `j \le n_L` of `z^{(1)}_j` should L be 1, as wide as that layer."""
    entry = state.entries[n]
    at = coordinates(entry.variable.arity)
    ends = {p: pinned(reached, at[p], state.letters) for p in entry.fixed}
    steps = {end: entry.indices[p] for p, end in ends.items() if end is not None and end != entry.indices[p]}
    return at_other_steps(reached, steps) if steps else reached


def _begins(c: Constraint, at: Sequence[Sym]) -> bool:
    """Does it say of a coordinate where it begins?"""
    return c.rel == ">=" and any(c.form.coefficient(x) > 0 for x in at)


def _tells_every(size: IntFn, at: Sequence[Sym]) -> bool:
    """Is a size that of any layer, `n_l`, and none by its number?"""
    return all(form.letter in at for form in size.args)


def _with_own_sizes(reached: Sequence[Domain], open_at: set[Sym], at: Sequence[Sym]) -> Iterator[Domain]:
    r"""The domains; of an entry by number, `a_1^m`, that of its layer where other uses tell its size, `j \le r_k`."""
    for d in reached:
        for c in (c for c in open_at if is_numbered(d, c)):
            own = [x for other in reached for x in other.constraints if c in x.letters() and not is_numbered(other, c)]
            sizes = {a for x in own for a in x.form.atoms() if isinstance(a, IntFn)}
            if sizes and all(form.letter in at for size in sizes for form in size.args):
                d = Domain((*(x for x in d.constraints if x.letters() != {c}), *dict.fromkeys(own)))
        yield d


def by_recurrence(state: State, n: int, *, numbered: bool) -> bool:
    r"""In a recurrence: what positions say if all do, else what is used from outside, carried on to the start.

    What is used by number, the `a_1^m` of `\hat{y} = g(a_1^m)`, says last how far the letter in its place runs.
    """
    entry, steps = state.entries[n], _steps(state, n)
    users = [u for u in state.users(entry.variable) if u[1] not in steps]
    waiting = [state.entries[m].variable for m, use in users if not state.is_ready(m, use)]
    mine = state.component[entry.variable]
    if len(waiting) == len(users) or any(state.component[v] != mine for v in waiting):
        return False
    body, scope = state.bodies[n], frozenset(entry.letters)
    if all(settled(state, s, body, scope - {s}) for s in state.unknown(n)):
        return _by_body(state, n, deep=False)
    used = _used(state, n, steps)
    if _singled_out(state, n, used) and (not steps or _has_open_sums(state)):
        return False
    at = [
        c for c, i in zip(coordinates(entry.variable.arity), entry.indices, strict=True) if i.letter in entry.unstated
    ]
    if waiting and not numbered and any(is_numbered(d, c) for d in used for c in at):
        return False
    return state.settle(n, carried_on(state, n, used))


def by_position(state: State, n: int, *, deep: bool = False) -> bool:
    """A definition that nothing uses, or a special one: what positions say of its letters."""
    users = state.users(state.entries[n].variable)
    return all(state.is_ready(m, use) for m, use in users) and _by_body(state, n, deep=deep)


def _by_body(state: State, n: int, *, deep: bool) -> bool:
    entry = state.entries[n]
    said = [state.stated(n)]
    for letter in sorted(state.unknown(n), key=lambda s: s.key):
        scope = frozenset(entry.letters) - {letter}
        found = sibling_range(state, n, letter) if entry.is_special else None
        if found is None:
            found = letter_range(state, letter, state.bodies[n], scope, entry.place, deep=deep)
        if found is None:
            return False
        said += [found, beside(state, letter, state.bodies[n], scope)]
    found = Domain(tuple(c for d in said for c in d.constraints))
    return state.settle(n, [entry.in_coordinates(d) for d in _varied(state, n, found)])


def _varied(state: State, n: int, found: Domain) -> tuple[Domain, ...]:
    r"""A domain without the entries at which a name for a derivative differentiates by a number, `h_0 = 0`."""
    body = state.bodies[n]
    if not isinstance(body, Partial):
        return (found,)
    values = dict(zip(coordinates(body.wrt.variable.arity), body.wrt.indices, strict=True))
    left: tuple[Domain, ...] = (found,)
    known = state.letters.known
    for m in state.of.get(body.wrt.variable, ()):
        if state.entries[m].fixed and isinstance(state.bodies[m], Num):
            for d in state.found.get(m, ()):
                rest = tuple(x for one in left for x in subtract(one, d.substitute(values), known))
                left = rest if len(rest) < 2 else left
    return left


def by_letter(state: State, n: int, *, unused: bool) -> bool:
    """The ranges that are stated for its letters beside other definitions."""
    entry = state.entries[n]
    if unused and not all(state.is_ready(m, use) for m, use in state.users(entry.variable)):
        return False
    weak = state.applicable(n, state.weak)
    if not state.unknown(n) <= set(weak):
        return False
    return state.settle(n, [entry.in_coordinates(state.stated(n) & within(weak))])


def by_known_uses(state: State, n: int) -> bool:
    """What is used of it where that is known, if whatever else uses it only names its letters."""
    entry = state.entries[n]
    users = state.users(entry.variable)
    ready = [(m, use) for m, use in users if state.is_ready(m, use)]
    at = [(c, p) for p, c in enumerate(coordinates(entry.variable.arity)) if entry.indices[p].letter in entry.unstated]
    if not ready or entry.fixed or _steps(state, n):
        return False
    if not all(use.entry.indices[p].letter for _, use in users for _, p in at):
        return False
    reached = state.reached(entry.variable)
    if any(pinned(d, c, state.letters) is not None for d in reached for c, _ in at):
        return False
    if any(_is_of_another_layer(state, n, use, reached) for m, use in users if not state.is_ready(m, use)):
        return False
    return state.settle(n, _used(state, n))


def _is_of_another_layer(state: State, n: int, use: Use, reached: Sequence[Domain]) -> bool:
    r"""Is it used at a number, `u^{(L)}_j`, that belongs to the definition and that no other use reaches?"""
    at, known = coordinates(state.entries[n].variable.arity), state.letters.known
    pairs = zip(at, use.entry.indices, strict=True)
    step = Domain.of(*(eq(c, form) for c, form in pairs if form.letters() <= state.letters.sizes))
    if step.is_true or is_empty(state.entries[n].in_coordinates(state.stated(n)) & step, known):
        return False
    return all(is_empty(d & step, known) for d in reached)


def by_derivative(state: State, n: int) -> bool:
    """A name for `\\partial E/\\partial a^{(m)}_i` is there for every entry of a, layer by layer."""
    entry, body = state.entries[n], state.bodies[n]
    if not isinstance(body, Partial):
        return False
    wrt = body.wrt
    letters = [i.letter for i in wrt.indices]
    numbers = state.of.get(wrt.variable, [])
    plain = None not in letters and set(letters) == set(entry.letters) and len(letters) == len(entry.letters)
    if not plain or not numbers or any(m not in state.found for m in numbers):
        return False
    values = dict(zip(coordinates(wrt.variable.arity), wrt.indices, strict=True))
    found = [d.substitute(values) & state.stated(n) for m in numbers for d in state.found[m]]
    varied = [x for d in found for x in _varied(state, n, d)]
    return state.settle(n, [entry.in_coordinates(d) for d in varied if not is_empty(d, state.letters.known)])


RULES: tuple[Callable[[State], bool], ...] = (
    sums_by_position,
    _each_pending(by_statement),
    _each_pending(by_layer),
    _each_pending(by_use),
    _each_pending(lambda state, n: by_recurrence(state, n, numbered=False), special_first=True),
    lambda state: sums_by_letter(state, state.strong),
    _each_pending(by_position),
    _each_pending(lambda state, n: by_position(state, n, deep=True)),
    lambda state: sums_by_position(state, deep=True),
    lambda state: sums_by_letter(state, state.weak),
    _each_pending(by_derivative),
    _each_pending(lambda state, n: by_letter(state, n, unused=True)),
    _each_pending(lambda state, n: by_letter(state, n, unused=False)),
    _each_pending(by_any_use),
    _each_pending(lambda state, n: by_recurrence(state, n, numbered=True), special_first=True),
    _each_pending(by_known_uses),
    _each_pending(by_one_entry),
)


def _unknown(state: State) -> UnknownRange:
    """The first index of which nothing is known."""
    pending = [n for n in range(len(state.entries)) if n not in state.found and state.unknown(n)]
    for n in sorted(pending, key=lambda n: not all(state.is_ready(*u) for u in state.users(state.entries[n].variable))):
        entry = state.entries[n]
        letter = min(state.unknown(n), key=lambda s: s.key)
        shown = scripts.var(entry.written)
        example = _example(letter)
        forms = [form for use in state.uses(n) for form in use.entry.indices if form.const and len(form.terms) == 1]
        steps = [s for form in forms for s in entry.letters if s != letter and form.coefficient(s)]
        layered = rf", or `(1 \le {letter.name} \le n_{steps[0].name})` for layers of different widths" if steps else ""
        return UnknownRange(
            f"the range of `{letter.name}` in the definition of `{shown}` is neither stated nor seen from use",
            entry.place,
            rf"write it beside the definition: `\quad ({example})`{layered}",
        )
    for n, entry in enumerate(state.entries):
        for e in walk(state.bodies[n]):
            if isinstance(e, Sum) and is_open(e):
                name = e.letter.name
                return UnknownRange(
                    f"the sum over `{name}` in the definition of `{scripts.var(entry.written)}` states no bounds, and"
                    " none are seen from use",
                    entry.place,
                    rf"write them: `\sum_{{{name}=1}}^{{{name.upper() if name.islower() else 'N'}}}`",
                )
    return UnknownRange("a definition without a range", None, "state the range of each index")


def _example(letter: Sym) -> str:
    upper = letter.name.upper() if letter.name.isalpha() and letter.name.islower() else "N"
    return spell(Span(letter, Affine((), 1), Affine(((Sym(upper), 1),), 0)))
