r"""Functions that a page supposes for a while: `$g(s) = \frac{1}{1+e^{-s}}$ のとき`, `for $f(u) = u$`.

Elsewhere on the page such a function is any function; what is right under the supposition alone is so where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import Place, ReadError
from ...expr import Apply, Var, Variable
from ...system import Function
from ..facts import Facts
from ..formulas import Resolver
from ..layout import Layout
from ..meaning import Meaning, function_name
from ..stated import shown
from .calls import defined_function
from .functions import logistic


@dataclass(frozen=True, slots=True)
class Supposed:
    """A function as it is supposed to be, the condition as typed, and where it stands.

    `perhaps`: it is a well-known one, or said of it in passing, so that no line is judged by it.
    """

    function: Function
    typed: str
    place: Place
    perhaps: bool = False


def supposed_functions(facts: Facts, meaning: Meaning, layout: Layout) -> Iterator[Supposed]:
    """Every function of which no equation says what it is, but a condition, or a sentence in passing."""
    passing = {n for n, is_equation in enumerate(layout.is_equation) if not is_equation}
    for number in sorted(layout.supposing | passing):
        s = facts.stated[number]
        left = defined_function(s) if len(s.statement.chain.members) == 2 else None
        name = function_name(left[0]) if left is not None else None
        if left is None or name is None or left[0].primes or name not in meaning.functions:
            continue
        known = meaning.functions[name]
        doubtful = shown((s.formula, s.statement.chain)) in layout.doubtful
        perhaps = number not in layout.supposing or doubtful or known != name
        parameters = tuple(map(Variable, left[1]))
        try:
            resolver = Resolver(s.formula, meaning.names, meaning, number, dummies=frozenset(left[1]))
            body = resolver.expr(s.statement.chain.members[1])
        except ReadError:
            continue  # a condition that cannot be read is not used
        if len(parameters) == 1 and body in logistic(Var(parameters[0])):
            body = Apply("sigma", (Var(parameters[0]),))
        if body == Apply(known, tuple(map(Var, parameters))):
            continue
        place = s.formula.place(s.statement.span)
        function = Function(known, len(parameters), parameters, body)
        yield Supposed(function, shown((s.formula, s.statement.chain)), place, perhaps)
