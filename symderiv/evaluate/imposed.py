"""What a network assumes, imposed on random values: `p_{ii} = 0`, `h_{ji} = -h_{ij}`, `\\sum_k y_{nk} = 1`.

One given entry is changed for each instance of an assumption, or all of its entries in proportion, so that it holds.
Where an assumption stands (`Instance`) depends on the sizes alone, and is found once for all the values drawn at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from ..affine import IntFn, Sym, affine
from ..expr import Add, Bracket, Div, Expr, Mul, Num, Sum, Var, neg, of_kind, walk
from ..system import Assumption, System
from .failures import Contradicted, Declined, NoRange, Redraw, Undefined
from .jets import Jet, Number, base, part
from .lookup import Key
from .loops import Loops
from .numbers import Numbers
from .program import Closed, Program
from .tables import Tables
from .world import World

WORK = 300_000

FEW = 3
"""So many different numbers are drawn for what is only compared with one another."""
NOT_IMPOSED = "an assumption could not be imposed on random values"
"""What is said where an assumption keeps numbers from speaking."""


@dataclass(frozen=True, slots=True)
class Instance:
    """The difference of the two sides of an assumption and a point of its letters; does it say the `value` of an entry,
    and is it `linear` in the given entries?"""

    closed: Closed
    point: tuple[int, ...]
    value: bool
    linear: bool


def world_of(
    program: Program,
    sizes: dict[Sym, int],
    tables: Tables,
    numbers: Numbers,
    work: int = WORK,
    known: list[Instance] | None = None,
) -> World:
    """A world with the assumptions of the network imposed on its values; `known` remembers their instances at these
    sizes.

    Raises `Redraw` where the random values do not allow it, `Declined` where nobody could, `Contradicted` where no
    values could, since `p_{ii} = 0` and others like it leave none.
    """
    world = World(program, sizes, tables, numbers, work)
    _lookups(world)
    if not (instances := known or list(_instances(world))):
        return world
    if known is not None:
        known[:] = instances
    taken: set[Key] = set()
    fixed: set[Key] = set()
    held: list[Instance] = []
    for instance in instances:
        touched = _impose(world, instance, taken, held, fixed)
        taken |= touched
        fixed |= touched if instance.value else set()
        held.append(instance)
    return world


def _is_value(a: Assumption) -> bool:
    """Does it say the value of an entry, as `p_{ii} = 0`?"""
    return isinstance(a.left, Var) and isinstance(a.right, Num)


def _lookups(world: World) -> None:
    """The range of each lookup: that of the index positions where it stands, or of what it is compared with."""
    system = world.program.system
    wanted = system.lookups - world.tables.ranges.keys()
    if not wanted:
        return
    for body in (p.body for p in system.pieces if p.body is not None):
        for entry in of_kind(body, Var):
            for position, form in enumerate(entry.indices):
                for atom, k in form.terms:
                    if isinstance(atom, IntFn) and atom.name in wanted and k == 1:
                        rest = form - affine(atom)
                        span = position_range(world, world.program.numbers[entry.variable], position)
                        if rest.is_constant and span is not None:
                            low, high = span[0] - rest.const, span[1] - rest.const
                            old = world.tables.ranges.get(atom.name, (low, high))
                            world.tables.ranges[atom.name] = (max(low, old[0]), min(high, old[1]))
    for name in wanted - world.tables.ranges.keys():
        compared = {s for p in system.pieces if p.body is not None for s in _compared(p.body, name)}
        spans = [x for p in system.pieces if p.body is not None for x in _spans(world, p.body, compared)]
        if spans:
            world.tables.ranges[name] = max(low for low, _ in spans), min(high for _, high in spans)
        elif asked := {n for p in system.pieces if p.body is not None for n in _asked(p.body, name)}:
            world.tables.ranges[name] = min(asked) - 1, max(asked)  # each of the numbers, and one that none is
        elif any(_alike(p.body, name) for p in system.pieces if p.body is not None):
            # how many values there are is all that counts
            numbers = next((v.numbers for v in system.values if v.variable.name == name), ())
            world.tables.ranges[name] = 1, len(numbers) or FEW


def _compared(body: Expr, name: str) -> Iterator[Sym]:
    r"""The letters that a body asks to be equal to looked-up values of that name: the k of `1\{y_i = k\}`."""
    for e in walk(body):
        for c in e.where if isinstance(e, (Bracket, Sum)) else ():
            lookups = [k for a, k in c.form.terms if isinstance(a, IntFn) and a.name == name]
            letters = [(a, k) for a, k in c.form.terms if isinstance(a, Sym)]
            if c.rel == "==" and not c.form.const and len(lookups) == len(letters) == 1:
                ((letter, k),) = letters
                if k == -lookups[0] and len(c.form.terms) == 2:
                    yield letter


def _alike(body: Expr, name: str) -> bool:
    r"""Does a body compare looked-up values of that name with one another, `[y_i = y_j]`?"""
    conditions = (c for e in walk(body) if isinstance(e, (Bracket, Sum)) for c in e.where)
    atoms = ([a for a, _ in c.form.terms if isinstance(a, IntFn) and a.name == name] for c in conditions)
    return any(len(own) == 2 for own in atoms)


def _asked(body: Expr, name: str) -> Iterator[int]:
    r"""The numbers that a body asks looked-up values of that name to be: the 1 of `1\{\delta_i = 1\}`."""
    for e in walk(body):
        for c in e.where if isinstance(e, (Bracket, Sum)) else ():
            if c.rel in ("==", "!=") and len(c.form.terms) == 1:
                ((atom, k),) = c.form.terms
                if isinstance(atom, IntFn) and atom.name == name and abs(k) == 1:
                    yield -c.form.const * k


def _spans(world: World, body: Expr, letters: set[Sym]) -> Iterator[tuple[int, int]]:
    """The ranges of the positions that some letters fill."""
    for entry in of_kind(body, Var):
        for position, form in enumerate(entry.indices):
            if form.letter in letters:
                span = position_range(world, world.program.numbers[entry.variable], position)
                if span is not None:
                    yield span


def position_range(world: World, variable: int, position: int) -> tuple[int, int] | None:
    """The smallest and the largest index of a variable in one position, None if that cannot be enumerated."""
    program = world.program
    found: set[int] = set()
    for piece in program.system.of(program.names[variable]):
        try:
            scope = program.scope(*piece.letters)
            loops = Loops(program.maker, piece.domain, piece.letters, scope)
            form = program.maker.form(piece.indices[position], scope)
            env = loops.environment(world)
            found.update(form(world, env) for _ in loops.points(world, env))
        except (NoRange, Declined):
            return None
    return (min(found), max(found)) if found else None


def _instances(world: World) -> Iterator[Instance]:
    """The assumptions at every point of their free letters, those that say a value first."""
    program = world.program
    for assumption in sorted(program.system.assumptions, key=lambda a: not _is_value(a)):
        difference = Add((assumption.left, neg(assumption.right)))
        letters = tuple(sorted(program.free_letters(difference), key=lambda s: s.name))
        closed = program.expression(difference, letters)
        value, linear = _is_value(assumption), _is_linear(difference, program.system)
        for point in product(*(_letter_range(world, s, difference) for s in letters)):
            yield Instance(closed, point, value, linear)


def _is_linear(e: Expr, system: System) -> bool:
    """Is it a sum of given entries, each times a number?"""
    if isinstance(e, Add):
        return all(_is_linear(x, system) for x in e.terms)
    if isinstance(e, Sum):
        return _is_linear(e.body, system)
    if isinstance(e, Mul):
        others = [x for x in e.factors if not isinstance(x, Num)]
        return len(others) <= 1 and all(_is_linear(x, system) for x in others)
    if isinstance(e, Div):
        return isinstance(e.denominator, Num) and _is_linear(e.numerator, system)
    return isinstance(e, Num) or (isinstance(e, Var) and all(p.body is None for p in system.of(e.variable)))


def _letter_range(world: World, letter: Sym, e: Expr) -> range:
    """The values of a free letter: those of every index position that it fills."""
    spans = []
    for entry in of_kind(e, Var):
        for position, form in enumerate(entry.indices):
            if form.letter == letter:
                span = position_range(world, world.program.number(entry.variable), position)
                if span is not None:
                    spans.append(span)
    spans = spans or [*_looked_up_with(world, letter, e)]
    if not spans:
        raise Declined(f"the letter {letter.name} of an assumption has no range")
    return range(max(low for low, _ in spans), min(high for _, high in spans) + 1)


def _looked_up_with(world: World, letter: Sym, e: Expr) -> Iterator[tuple[int, int]]:
    r"""What the letters run over with which definitions look up what it looks up, the i of `h_{c_i,k}`: one span."""
    wanted = {(a.name, n) for a in _atoms(e) for n, x in enumerate(a.args) if x.letter == letter}
    found: list[tuple[int, int]] = []
    for p in world.program.system.pieces if wanted else ():
        for atom in _atoms(p.body) if p.body is not None else ():
            own = {s for n, x in enumerate(atom.args) if (atom.name, n) in wanted and (s := x.letter) is not None}
            found += _spans(world, p.body, own) if p.body is not None and own else ()
            for n in (n for n, form in enumerate(p.indices) if form.letter in own):
                span = position_range(world, world.program.number(p.variable), n)
                found += [span] if span is not None else []
    if found:
        yield min(low for low, _ in found), max(high for _, high in found)


def _atoms(e: Expr) -> Iterator[IntFn]:
    """What an expression looks up by an index."""
    forms = (form for x in of_kind(e, Var) for form in x.indices)
    return (a for form in forms for a in form.atoms() if isinstance(a, IntFn))


def _impose(world: World, instance: Instance, taken: set[Key], held: Sequence[Instance], fixed: Set[Key]) -> set[Key]:
    """Changes one given entry, or all in proportion, so that an assumption holds at a point; the entries it then
    depends on. What is `held` goes on to hold; entries that are `fixed` have the only value that they can have."""
    closed, point = instance.closed, instance.point
    world.forget()
    world.touched = {}
    try:
        error = world.value(closed, point)
    except Undefined:
        return set()  # of an entry that does not exist nothing is assumed
    finally:
        touched, world.touched = [*world.touched], None
    if world.agree(error, 0):
        return set(touched)
    if fixed >= set(touched):
        raise Contradicted("an assumption cannot hold at these sizes")
    if instance.linear and not taken & set(touched) and _stays_positive(world, instance, touched):
        return set(touched)
    for key in reversed(touched):
        if key in taken:
            continue
        if (instance.linear and _is_moved(world, instance, key, error)) or _is_solved_for(world, closed, point, key):
            return set(touched)
    if _is_scaled(world, closed, point, touched, held):
        return set(touched)
    raise Declined(NOT_IMPOSED)


def _stays_positive(world: World, instance: Instance, keys: Sequence[Key]) -> bool:
    r"""Multiplies entries that are positive, the p of `\sum_k p_k = 1` beside `\log p_k`, by a number that is, too.

    One of them alone would have to make up for all others. Asked only where values were refused before.
    """
    numbers = world.numbers
    before, pinned = {key: world.given(*key) for key in keys}, dict(world.pinned)
    if len(keys) < 2 or not numbers.tame or not all(map(numbers.positive, before.values())):
        return False

    def at(scale: Number) -> Number:
        world.pinned.update((key, numbers.reduced(scale * value)) for key, value in before.items())
        world.forget()
        return world.value(instance.closed, instance.point)

    none, one = at(0), at(1)
    if not world.agree(none, 0) and not world.agree(one, none):
        scale = none * numbers.inverse(none - one)
        if numbers.positive(scale) and world.agree(at(scale), 0):
            return True
    world.pinned.clear()
    world.pinned.update(pinned)
    world.forget()
    return False


def _is_moved(world: World, instance: Instance, key: Key, error: Number) -> bool:
    """Is the entry the one that makes a linear assumption hold? Its slope is what one more makes of the error."""
    numbers, before, pinned = world.numbers, world.given(*key), key in world.pinned

    def at(value: Number) -> Number:
        world.pinned[key] = numbers.reduced(value)
        world.forget()
        return world.value(instance.closed, instance.point)

    slope = at(before + 1) - error
    if not world.agree(slope, 0) and world.agree(at(before - error * numbers.inverse(slope)), 0):
        return True
    if pinned:
        world.pinned[key] = before
    else:
        del world.pinned[key]
    world.forget()
    return False


def _is_solved_for(world: World, closed: Closed, point: tuple[int, ...], key: Key) -> bool:
    before = world.given(*key)
    try:
        return _solve_for(world, closed, point, key)
    except Redraw:  # no root: another entry may do
        world.pinned[key] = before
        world.forget()
        return False


def _is_scaled(
    world: World,
    closed: Closed,
    point: tuple[int, ...],
    keys: Sequence[Key],
    held: Sequence[Instance],
) -> bool:
    """Multiplies entries by one number, by which what is quadratic in them is solved: the norm of a vector, say."""
    numbers, before = world.numbers, {key: world.given(*key) for key in keys}

    def at(scale: Number) -> Number:
        for key, value in before.items():
            world.pinned[key] = numbers.reduced(scale * value)
        world.forget()
        return world.value(closed, point)

    none, one, turned = at(0), at(1), at(-1)
    half = numbers.rational(Fraction(1, 2))
    bend, slope = (one + turned) * half - none, (one - turned) * half
    if world.agree(bend, 0):
        solved = not world.agree(slope, 0)
        scale = -none * numbers.inverse(slope) if solved else 1
    else:
        root = numbers.power(slope * slope - 4 * bend * none, Fraction(1, 2))
        solved, scale = True, (root - slope) * half * numbers.inverse(bend)
    if solved and all(world.agree(x, 0) for x in (at(scale), *(world.value(x.closed, x.point) for x in held))):
        return True
    at(1)
    return False


def _solve_for(world: World, closed: Closed, point: tuple[int, ...], key: Key) -> bool:
    """Newton's method in one entry: exact in one step for what is linear, by the square root for what is quadratic."""
    before = world.given(*key)
    x = before
    numbers = world.numbers
    for _ in range(1 if numbers.exact else 60):
        world.pinned[key] = x
        world.forget()
        value, slope, bend = _taylor(world, closed, point, key)
        if world.agree(bend, 0):
            if world.agree(slope, 0):
                break
            step = -value * numbers.inverse(slope)
        elif numbers.exact:
            root = numbers.power(slope * slope - 2 * value * bend, Fraction(1, 2))
            step = (root - slope) * numbers.inverse(bend)
        else:
            step = -value * numbers.inverse(slope)
        x = numbers.reduced(x + step)
        if not numbers.exact and numbers.tiny(numbers.plain(step)):
            break
    world.pinned[key] = x
    world.forget()
    if world.agree(world.value(closed, point), 0):
        return True
    world.pinned[key] = before
    world.forget()
    return False


def _taylor(world: World, closed: Closed, point: tuple[int, ...], key: Key) -> tuple[Number, Number, Number]:
    """Value, first and second derivative by an entry."""
    once = world.nudged(key)
    twice = once.nudged(key)
    jet = world.value(closed, point, twice)
    first, second = part(jet, twice.level), 0
    if first.__class__ is Jet:
        first, second = first.v, first.d
    return base(jet), first, second
