r"""Functions with the letter of their value: `the cost $C = C(y_N)$, where $C(y)$ is some differentiable function`.

The letter alone is the value and before an argument the function, of which words leave open what it is. So the function
gets a letter of its own, `C = \ell(y_N)`, wherever it is applied, and where its derivative at a point is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Derivative, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ..applied import applied_alone, arguments_of, before_parentheses, head_of
from ..functions_in_words import is_any
from ..said_in_place import value_alone

SPARE = (r"\ell", r"\varphi", r"\Phi", r"\Psi")
"""Letters for functions, one of which the page does not use."""


def _is_its_own(s: Statement) -> bool:
    return _own(s) is not None


def _own(s: Statement) -> str | None:
    """The letter of `C = C(y_N)`."""
    if s.chain.relations != ("=",) or s.conditions or s.struck:
        return None
    left, (name, group) = s.chain.members[0], applied_alone(s.chain.members[1]) or (None, None)
    if not isinstance(left, Name) or left != name or group is None or len(group.items) != 1:
        return None
    return None if left.scripts or left.primes or left.accents or left.font else left.base


@where(_is_its_own)
def with_functions_beside_values(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page, such functions by letters of their own."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in of_kind(s, Name)]
    spare = [x for x in SPARE if all(x != y.base for y in names)]
    told = {x for x in map(_called_any, located) if x is not None}
    renamed: dict[str, str] = {}
    for letter in sorted({x for s in statements if (x := _own(s)) in told and x is not None}):
        if spare and all(_is_a_value(s, letter) for s in statements):
            renamed[letter] = spare.pop(0)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _renamed(x, renamed))) if renamed else list(located)


def _called_any(located: Located) -> str | None:
    """The C of `$C(y)$ is some differentiable function`."""
    name, group = applied_alone(value_alone(located)) or (None, None)
    if name is None or group is None or not all(isinstance(i, Name) and not i.scripts for i in group.items):
        return None
    return name.base if is_any(located[0]) else None


def _is_a_value(s: Statement, letter: str) -> bool:
    """Does a statement say nothing else of what such a name is, and apply it to single names only?"""
    head = head_of(s.chain.members[0]) if s.chain.relations else None
    if isinstance(head, Name) and head.base == letter and _own(s) != letter:
        return False
    applied = ((x, group.items) for x, group in _applied(s) if x.base == letter)
    return all(not x.scripts and len(items) == 1 and isinstance(items[0], Name) for x, items in applied)


def _applied(s: Statement) -> Iterator[tuple[Name, Any]]:
    for x in of_kind(s, Product):
        yield from before_parentheses(x)


def _renamed(x: Any, letters: dict[str, str]) -> Node | None:
    if isinstance(x, Derivative) and x.at is not None and isinstance(x.of, Name) and x.of.base in letters:
        return replace(x, of=_as_function(x.of, letters))
    if not isinstance(x, Product):
        return None
    factors = []
    for f, behind in zip(x.factors, (*x.factors[1:], None), strict=True):
        applied = behind is not None and arguments_of(behind) is not None
        if applied and isinstance(f.body, Name) and f.body.base in letters:
            f = replace(f, body=_as_function(f.body, letters))
        factors.append(replace(f, body=rebuilt(f.body, lambda y: _renamed(y, letters))))
    return None if tuple(factors) == x.factors else replace(x, factors=tuple(factors))


def _as_function(x: Name, letters: dict[str, str]) -> Name:
    """The letter of the function, which stands nowhere in the text."""
    return replace(x, base=letters[x.base], span=(x.span[0], x.span[0]))
