r"""One draw: concrete sizes, random values, and every entry of the network computed when it is asked for.

A `Context` is a way to look entries up. The `World` is the one without nudges; `nudged(x)` gives a context in which
the entry `x` has become `x + eps` and everything downstream of it is recomputed, and contexts nest: that is all there
is to `\partial`, of any order. Entries are remembered per context. What a nudge cannot reach is looked up in the
context below.
"""

from __future__ import annotations

from fractions import Fraction

from ..affine import Sym
from .failures import Declined, Pending, TooMuchWork, Undefined
from .inverted import Inverted, inverted_entry
from .jets import NUDGES, Jet, Number, Slopes, part
from .lookup import Env, Key, Lookup, Run
from .numbers import Numbers
from .program import Closed, Made, Program
from .tables import Tables

MOST_AT_ONCE = 1_500_000
"""So many derivatives one world may remember: beyond, sizes are too large to be looked at in the room there is."""
DEPTH = 25
"""How deep definitions may nest in Python's stack; what lies deeper is computed first."""
FEW = 3
"""So many entries of a variable are nudged one at a time where a few nudges reach much; asked for more, all of them
are nudged at once."""
SPARSE = 20_000
"""With no more slopes than this, all are nudged at once from the first on."""


class _TooManySlopes(Exception):
    """In a context all entries are nudged at once, and that takes too much: they can be nudged one at a time."""


class Context:
    """Looks entries up. `level` is how many nudges are in force."""

    root: World

    def __init__(self, root: World, level: int) -> None:
        if level > NUDGES:
            raise Declined(f"derivatives are nested more than {NUDGES} deep")
        self.root, self.level = root, level
        self.memo: dict[Key, Number] = {}
        self.inverses: dict[tuple[int, ...], Inverted] = {}
        self._nudged: dict[tuple[Key, bool], Context] = {}
        self._all: dict[int, NudgedAll] = {}
        self._counts: dict[int, int] = {}
        self._generic: dict[tuple[int, ...], Number] = {}

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        """The value of an entry, a jet if a nudge reaches it."""
        raise NotImplementedError

    def displaced(self, key: Key, value: Number) -> Number:
        """What an entry's definition gives, plus the nudges of the entry itself that are in force here."""
        raise NotImplementedError

    def compute(self, variable: int, indices: tuple[int, ...]) -> Number:
        """The value of an entry from its definition, in this context."""
        root = self.root
        if variable == root.program.generic:
            return self.generic(())
        inverted = root.program.inverted.get(variable)
        if inverted is not None:
            return inverted_entry(self if inverted.moving else root, inverted, indices)
        located = root.locate(variable, indices)
        if located is None:
            return root.given(variable, indices)
        if root.depth >= DEPTH:
            raise Pending(self, variable, indices)
        root.depth += 1
        try:
            return root.numbers.reduced(located[0](self, located[1]))
        finally:
            root.depth -= 1

    def generic(self, by: tuple[int, ...]) -> Number:
        """The generic objective, or its derivative by some of its arguments."""
        found = self._generic.get(by)
        if found is None:
            args = [self.entry(*key) for key in self.root.arguments]
            found = self._generic[by] = self._taylor(by, args)
        return found

    def _taylor(self, by: tuple[int, ...], args: list[Number]) -> Number:
        level = max((a.level for a in args if a.__class__ is Jet), default=0)
        if not level:
            return self.root.objective(by)
        reached = [(n, a.d) for n, a in enumerate(args) if a.__class__ is Jet and a.level == level]
        values = [a.v if a.__class__ is Jet and a.level == level else a for a in args]
        slope: Number = 0
        for n, d in reached:
            slope = slope + self._taylor(tuple(sorted((*by, n))), values) * d
        return Jet(self._taylor(by, values), self.root.numbers.reduced(slope), level)

    def derivative(self, of: Run, env: Env, by: Key, direct: bool = False) -> Number:
        """The derivative of an expression by an entry; `direct`: by where it stands in the expression alone."""
        if direct:
            nudged = self.direct(by)
            return part(of(nudged, env), nudged.level)
        target, sign = self.root.nudge_of(by)
        everything = self._all.get(target[0])
        if everything is None and (target, False) not in self._nudged:
            count = self._counts[target[0]] = self._counts.get(target[0], 0) + 1
            first = count == 1 and self.root.numbers.exact  # where numbers are long, every slope is
            if first or count > FEW:
                everything = self._all[target[0]] = NudgedAll(self, target[0], SPARSE if first else None)
        if everything is not None:
            try:
                slopes = part(of(everything, env), everything.level)
            except _TooManySlopes as many:
                if many.args[0] is not everything:
                    raise
            else:
                return slopes.get(target[1], 0) * sign if slopes else 0
        nudged = self.nudged(target)
        return part(of(nudged, env), nudged.level) * sign

    def nudged(self, target: Key) -> Context:
        """The context in which that entry is nudged."""
        found = self._nudged.get((target, False))
        if found is None:
            found = self._nudged[target, False] = Nudged(self, target)
        return found

    def direct(self, target: Key) -> Context:
        """The context in which that entry is nudged, but nothing is recomputed."""
        found = self._nudged.get((target, True))
        if found is None:
            self.root.locate(*target)
            found = self._nudged[target, True] = Direct(self, target)
        return found

    def above(self, levels: int) -> Context:
        """The same values, with room for nudges of arguments."""
        return Raised(self, levels)

    def direct_of_entry(self, variable: int, indices: tuple[int, ...], by: Key) -> Number:
        r"""`\partial^{+} x / \partial y`: the effect through the occurrences of `y` in the definition of `x`."""
        root = self.root
        if (variable, indices) == by:
            return 1
        if variable == root.program.generic:
            root.locate(*by)
            places = [n for n, key in enumerate(root.arguments) if key == by]
            return self.generic((places[0],)) if places else 0
        located = root.locate(variable, indices)
        if located is None:
            root.locate(*by)
            return 0
        nudged = self.direct(by)
        return part(located[0](nudged, located[1]), nudged.level)


class Nudged(Context):
    """One entry nudged, everything downstream recomputed."""

    def __init__(self, parent: Context, target: Key) -> None:
        super().__init__(parent.root, parent.level + 1)
        self.parent, self.target = parent, target
        self.affected = parent.root.program.affected(target[0])

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        key = (variable, indices)
        found = self.memo.get(key)
        if found is None:
            if variable not in self.affected:
                found = self.parent.entry(variable, indices)
            elif key == self.target or self.root.is_given(variable, indices):
                # nothing upstream of the nudge has moved
                found = self.parent.entry(variable, indices)
                if key == self.target:
                    found = found + Jet(0, 1, self.level)
            else:
                found = self.parent.displaced(key, self.compute(variable, indices))
            self.memo[key] = found
            self.root.held += 1
        return found

    def displaced(self, key: Key, value: Number) -> Number:
        value = self.parent.displaced(key, value)
        return value + Jet(0, 1, self.level) if key == self.target else value


class NudgedAll(Context):
    """Every entry of a variable nudged, each by an eps of its own, and what is downstream recomputed, they included.

    With more than `most` slopes it is given up.
    """

    def __init__(self, parent: Context, variable: int, most: int | None) -> None:
        super().__init__(parent.root, parent.level + 1)
        self.parent, self.variable, self.most = parent, variable, most
        self.held = 0
        self.affected = parent.root.program.affected(variable)

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        key = (variable, indices)
        found = self.memo.get(key)
        if found is None:
            if variable not in self.affected:
                found = self.parent.entry(variable, indices)
            elif self.root.is_given(variable, indices):
                found = self._own(key, self.parent.entry(variable, indices))
            else:
                found = self.displaced(key, self.compute(variable, indices))
            self.memo[key] = found
            held = len(found.d) if found.__class__ is Jet and found.d.__class__ is Slopes else 1
            self.root.held += held
            self.held += held
            if self.most is not None and self.held > self.most:
                self._give_up()
        return found

    def _give_up(self) -> None:
        """Leaves it to the parent to nudge one entry at a time."""
        if self.parent._all.get(self.variable) is self:
            del self.parent._all[self.variable]
            self.root.held -= self.held
            self.root.sums.clear()
        raise _TooManySlopes(self)

    def displaced(self, key: Key, value: Number) -> Number:
        return self._own(key, self.parent.displaced(key, value))

    def _own(self, key: Key, value: Number) -> Number:
        return value + Jet(0, Slopes({key[1]: 1}), self.level) if key[0] == self.variable else value


class Direct(Context):
    """One entry nudged where it stands, through ties too; what is defined by it stays."""

    def __init__(self, parent: Context, target: Key) -> None:
        super().__init__(parent.root, parent.level + 1)
        self.parent, self.target = parent, target

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        if (variable, indices) == self.target:
            return Jet(self.parent.entry(variable, indices), 1, self.level)
        if self.root.is_alias(variable, indices):
            return self.compute(variable, indices)
        return self.parent.entry(variable, indices)

    def displaced(self, key: Key, value: Number) -> Number:
        return value  # what an entry's definition gives does not move here

    def derivative(self, of: Run, env: Env, by: Key, direct: bool = False) -> Number:
        raise Declined("a derivative inside a direct derivative")


class Raised(Context):
    """The values of another context; the levels in between belong to the arguments of a function."""

    def __init__(self, parent: Context, levels: int) -> None:
        super().__init__(parent.root, parent.level + levels)
        self.parent = parent

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        return self.parent.entry(variable, indices)

    def displaced(self, key: Key, value: Number) -> Number:
        return self.parent.displaced(key, value)


class World(Context):
    """Sizes, number system and seed fixed. `tables` gives the integers that depend on integers (`d_l`, `c_m`); `held`
    counts the derivatives that are remembered."""

    def __init__(self, program: Program, sizes: dict[Sym, int], tables: Tables, numbers: Numbers, work: int) -> None:
        super().__init__(self, 0)
        self.program, self.sizes, self.tables, self.numbers = program, sizes, tables, numbers
        self.row = [sizes[s] for s in program.sizes]
        self.work = work
        self.depth = 0
        self.held = 0
        self.pinned: dict[Key, Number] = {}
        self.sums: dict[tuple[object, ...], Number] = {}
        self.touched: dict[Key, None] | None = None
        self._located: dict[Key, tuple[Run, Env] | None] = {}
        self._pieces: dict[Key, Made] = {}
        self._arguments: list[Key] | None = None

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        key = (variable, indices)
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self.compute(variable, indices)
        return found

    def displaced(self, key: Key, value: Number) -> Number:
        return value

    def forget_nudges(self) -> None:
        """Forget the contexts in which entries are nudged, and the sums that were added up there."""
        self.sums.clear()
        self._nudged.clear()
        self._all.clear()
        self.numbers.forget()
        self.held = 0

    def spend(self, work: int) -> None:
        """Counts loop turns; raises `TooMuchWork` when the budget is spent."""
        if work > 0:
            self.work -= work
            if self.work < 0 or self.held > MOST_AT_ONCE:
                raise TooMuchWork("too much to enumerate at these sizes")

    def integer(self, name: str, args: tuple[int, ...]) -> int:
        """A size or an index that depends on indices."""
        return self.tables.value(name, args)

    def given(self, variable: int, indices: tuple[int, ...]) -> Number:
        """The random value of a given entry, or what an assumption makes it."""
        key = (variable, indices)
        if self.touched is not None:
            self.touched[key] = None
        if key in self.pinned:
            return self.pinned[key]
        states = self.program.states.get(variable)
        if states is not None:
            return self.numbers.rational(states.entry(*indices))
        if variable in self.program.stepped:  # a size that is typed as a value
            return self.numbers.rational(Fraction(self.tables.value(self.program.names[variable].name, indices)))
        few = self.program.values.get(variable)
        if few is not None:
            return self.numbers.choice(few, self.program.names[variable].key, indices)
        positive = variable in self.program.positive
        scale = self.numbers.of_inverted(indices) if variable in self.program.inverted_of else None
        draw = self.numbers.positive_draw if positive or (scale is not None and scale > 1) else self.numbers.draw
        x = draw(self.program.names[variable].key, indices)
        return x if scale is None else x * self.numbers.rational(scale)

    def objective(self, by: tuple[int, ...]) -> Number:
        """The value of the generic objective, or of a derivative of it."""
        return self.numbers.draw("objective", by)

    @property
    def arguments(self) -> list[Key]:
        """The entries of the last nodes."""
        if self._arguments is None:
            found: list[Key] = []
            for variable, forms, loops in self.program.outputs:
                env = loops.environment(self)
                found += [(variable, tuple([f(self, env) for f in forms])) for _ in loops.points(self, env)]
            self._arguments = found
        return self._arguments

    def locate(self, variable: int, indices: tuple[int, ...]) -> tuple[Run, Env] | None:
        """The definition of an entry and its environment; None if nothing defines it.

        Raises `Undefined` outside every piece, unless the network says that there everything is zero.
        """
        key = (variable, indices)
        if key in self._located:
            return self._located[key]
        found: tuple[Run, Env] | None = None
        for piece in self.program.made(variable):
            env = piece.at(self, indices)
            if env is not None:
                self._pieces[key] = piece
                found = None if piece.body is None else (piece.body, env)
                break
        else:
            if not self.program.system.outside_zero and variable != self.program.generic:
                name, shown = self.program.names[variable].name, ", ".join(map(_short, indices))
                raise Undefined(f"{name} has no entry at ({shown})")
            found = (_zero, [])
        self._located[key] = found
        return found

    def is_given(self, variable: int, indices: tuple[int, ...]) -> bool:
        """Does nothing define the entry?"""
        return self.locate(variable, indices) is None

    def is_alias(self, variable: int, indices: tuple[int, ...]) -> bool:
        """Is the entry a copy of another, or minus one?"""
        return self.copied((variable, indices)) is not None

    def copied(self, key: Key) -> tuple[Key, int] | None:
        """The entry that an entry is a copy of, with the sign; None if it is none."""
        located = self.locate(*key)
        piece = self._pieces.get(key)
        if piece is None or piece.alias is None or located is None:
            return None
        sign, variable, forms = piece.alias
        return (variable, tuple([f(self, located[1]) for f in forms])), sign

    def nudge_of(self, key: Key) -> tuple[Key, int]:
        """What a nudge of an entry moves: itself, or the entry that its unrooted tie stands for.

        Raises `Undefined` if there is no such entry.
        """
        self.locate(*key)
        members = self.program.classes.get(key[0])
        if members is None:
            return key, 1
        sign = 1
        while True:
            step = self.copied(key)
            if step is None or step[0][0] not in members:
                return key, sign
            key, sign = step[0], sign * step[1]

    def agree(self, a: Number, b: Number) -> bool:
        """Are two numbers equal, nudges included?"""
        if a.__class__ is Slopes or b.__class__ is Slopes:
            left, right = (x if x.__class__ is Slopes else {} for x in (a, b))
            return all(self.agree(left.get(k, 0), right.get(k, 0)) for k in left.keys() | right.keys())
        if a.__class__ is Jet or b.__class__ is Jet:
            level = max(x.level for x in (a, b) if x.__class__ is Jet)
            (av, ad), (bv, bd) = ((x.v, x.d) if x.__class__ is Jet and x.level == level else (x, 0) for x in (a, b))
            return self.agree(av, bv) and self.agree(ad, bd)
        plain = self.numbers.plain
        return self.numbers.same(plain(a), plain(b))

    def forget(self) -> None:
        """Forgets every value, after an assumption changed one; sizes and definitions stay."""
        self.memo.clear()
        self.inverses.clear()
        self.sums.clear()
        self._generic.clear()
        self._nudged.clear()
        self._all.clear()

    def value(self, e: Closed, point: tuple[int, ...], context: Context | None = None) -> Number:
        """The value of an expression at a point of its free letters, in a context of this world.

        What nests too deeply for Python's stack is computed first, innermost first, and remembered.
        """
        pending: list[Pending] = []
        while True:
            self.depth = 0
            try:
                if not pending:
                    found = self.numbers.reduced(e.run(context or self, e.environment(self.row, point)))
                    return self.numbers.plain(found) if found.__class__ is int else found
                top = pending[-1]
                assert isinstance(top.context, Context)
                top.context.entry(top.variable, top.indices)
                pending.pop()
            except Pending as deeper:
                if any(p.key == deeper.key for p in pending):
                    raise Undefined(f"{self.program.names[deeper.variable].name} is defined by itself") from None
                pending.append(deeper)
            except _TooManySlopes:
                pending.clear()
            except RecursionError:
                raise TooMuchWork("the formula nests too deeply") from None


def _short(n: int) -> str:
    return str(n) if abs(n) < 10**9 else "beyond 10^9"


def _zero(w: Lookup, env: Env) -> Number:
    return 0
