r"""Values with the name of a function: beside `\text{softmax}_i = e^{a_i} / s`, `\text{softmax}_i (1 - x)` multiplies.

Nothing else on the page may be the value of that function at an argument: no left side, `\text{softmax}_i(a) = ..`, and
no parenthesis with a name that its definition is made of, unless the value itself stands in there, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Factor, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import FUNCTIONS
from ...asked import where
from ...located import Located, read_of, with_statements


def _names_function(s: Statement) -> bool:
    left = s.chain.members[0]
    return isinstance(left, Name) and left.base in FUNCTIONS and bool(left.scripts) and s.chain.relations[:1] == ("=",)


def _made_of(base: str, statements: Sequence[Statement]) -> set[str]:
    """The names in what such a value is defined as."""
    bodies = (m for s in statements if _names_function(s) for m in s.chain.members[1:])
    return {x.base for m in bodies for x in t.of_kind(m, Name) if x.scripts} - {base}


def _is_of(x: Call, names: set[str]) -> bool:
    """May a call be the value at an argument of such a name?"""
    within = [y for arg in x.args for y in t.walk(arg)]
    if any(
        isinstance(y, (Name, Call)) and x.function in (getattr(y, "base", ""), getattr(y, "function", ""))
        for y in within
    ):
        return False
    return any(isinstance(y, Name) and y.base in names for y in within)


@where(_names_function)
def with_values_named_like_functions(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with products for such calls."""
    statements = [s for f in read_of(located) for s in f.statements]
    named = {
        (x.base, len(x.scripts)) for s in statements if _names_function(s) and isinstance(x := s.chain.members[0], Name)
    }
    called = {x.function for s in statements for x in t.of_kind(s.chain.members[0], Call)}
    calls = [x for s in statements for m in s.chain.members for x in t.of_kind(m, Call)]
    made = {base: _made_of(base, statements) for base, _ in named}
    called |= {x.function for x in calls if _is_of(x, made.get(x.function, set()))}
    named = {(base, scripts) for base, scripts in named if base not in called}

    def change(x: Any) -> Node | None:
        plain = isinstance(x, Call) and len(x.args) == 1 and not x.primes
        if not plain or (x.function, len(x.scripts)) not in named:
            return None
        name = Name(x.function, (), "operatorname", 0, x.scripts, x.span)
        arg = rebuilt(x.args[0], change)
        behind = Group("(", (arg,), ")", (), x.span) if x.closed else arg
        return Product((Factor("", name), Factor("", behind, x.closed)), x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if named else list(located)
