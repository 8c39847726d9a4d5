"""What makes closures: integers and conditions here, the values of expressions by a table of the kinds of nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from ..affine import Affine, IntFn, Sym
from ..domain import Constraint
from ..expr import Expr, Sum, Var, Variable
from .failures import NoRange, Undefined
from .jets import Number
from .lookup import Env, Lookup, Run
from .scope import Scope

IntRun: TypeAlias = Callable[[Lookup, Env], int]
Test: TypeAlias = Callable[[Lookup, Env], bool]
Make: TypeAlias = Callable[["Maker", Any, Scope], Run]


HOLE = Var(Variable("@hole"), ())
"""Stands in an expression for a part that is put in when its value is asked for."""


class Hole:
    """The closure of a hole: that of whatever fills it; `scope` is where it stands."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.run: Run = _empty

    def __call__(self, w: Lookup, env: Env) -> Number:
        return self.run(w, env)


def _empty(w: Lookup, env: Env) -> Number:
    raise Undefined("nothing is in the hole")


class Maker:
    """Makes closures for the expressions of one network.

    `number` gives the place of a variable in its tables, `bodies` are the functions that the page defines, `kinds`
    says for every kind of node what makes its closure.
    """

    def __init__(
        self,
        number: Callable[[Variable], int],
        bodies: Mapping[str, tuple[int, Run] | None],
        kinds: Mapping[type, Make],
    ) -> None:
        self.kinds = kinds
        self.number = number
        self.bodies = bodies
        self.sums: dict[tuple[Sum, Number], int] = {}

    # integers

    def form(self, form: Affine, scope: Scope) -> IntRun:
        """The value of an affine form."""
        const = form.const
        if not form.terms:
            return lambda w, env: const
        if len(form.terms) == 1 and isinstance(form.terms[0][0], Sym) and form.terms[0][1] == 1:
            slot = self.slot(form.terms[0][0], scope)
            if const == 0:
                return lambda w, env: env[slot]
            return lambda w, env: env[slot] + const
        letters = [(self.slot(a, scope), c) for a, c in form.terms if isinstance(a, Sym)]
        terms = [(a.name, [self.form(x, scope) for x in a.args], c) for a, c in form.terms if isinstance(a, IntFn)]

        def run(w: Lookup, env: Env) -> int:
            total = const
            for slot, c in letters:
                total += c * env[slot]
            for name, args, c in terms:
                total += c * w.root.integer(name, tuple([a(w, env) for a in args]))
            return total

        return run

    def slots(self, forms: Sequence[Affine], scope: Scope) -> list[int] | None:
        """The slots of forms that are letters; None if any is another."""
        letters = [f.letter for f in forms]
        return [self.slot(s, scope) for s in letters if s is not None] if None not in letters else None

    def slot(self, letter: Sym, scope: Scope) -> int:
        """The slot of a letter; `NoRange` if it is not in scope."""
        found = scope.slots.get(letter)
        if found is None:
            raise NoRange(f"the letter {letter.name} has no range")
        return found

    def test(self, c: Constraint, scope: Scope) -> Test:
        """Whether a constraint holds."""
        form, m = self.form(c.form, scope), c.modulus
        if c.rel == ">=":
            return lambda w, env: form(w, env) >= 0
        if c.rel == "==":
            return lambda w, env: form(w, env) == 0
        if c.rel == "!=":
            return lambda w, env: form(w, env) != 0
        return lambda w, env: form(w, env) % m == 0

    def tests(self, constraints: Iterable[Constraint], scope: Scope) -> Test | None:
        """Whether all of them hold; None if there are none."""
        made = [self.test(c, scope) for c in constraints]
        if len(made) <= 1:
            return made[0] if made else None
        return lambda w, env: all(t(w, env) for t in made)

    # values

    def run(self, e: Expr, scope: Scope) -> Run:
        """The value of an expression."""
        if scope.kept is None:
            return self.kinds[type(e)](self, e, scope)
        kept = scope.kept.setdefault(scope.bound, {})
        found = kept.get(e)
        if found is None:
            found = kept[e] = self.kinds[type(e)](self, e, scope)
        return found

    def runs(self, es: Iterable[Expr], scope: Scope) -> list[Run]:
        """The values of several."""
        return [self.run(e, scope) for e in es]
