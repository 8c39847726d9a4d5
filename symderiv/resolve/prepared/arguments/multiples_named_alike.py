r"""Multiples with the name of what they are made of: `\hat{b}_j(k) = \frac{\lambda_j}{\lambda_j + k} \hat{b}_j`.

Were the name the same without its argument, such an equation would say that it is 0: so the name before the argument is
one of its own. The factor is made of the argument, which stands behind the name wherever anything stands there, and
nothing differentiates the bare name, which could be meant with its argument there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Derivative, Fraction, Group, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for


def _is_one(s: Statement) -> bool:
    return _defined(s) is not None


def _defined(s: Statement) -> tuple[Name, Group] | None:
    """The name and its arguments where a statement says that it is a multiple of the bare name."""
    if s.struck or s.chain.relations[:1] == () or s.chain.relations[0] not in EQUALITIES:
        return None
    name, group = applied_alone(s.chain.members[0]) or (None, None)
    if name is None or group is None or name.primes:
        return None
    letters = {letter_of(i) for i in group.items}
    own = {x.base for script in name.scripts for e in script.entries for x in of_kind(e, Name)}
    body = s.chain.members[1]
    alike = [x for x in of_kind(body, Name) if stem_of(x) == stem_of(name)]
    if None in letters or letters & own or alike != [name] or not isinstance(body, Product):
        return None
    made_of = {x.base for x in of_kind(body, Name)}
    return (name, group) if letters <= made_of and any(x is alike[0] for x in _factors(body)) else None


def _factors(x: Node) -> Iterator[Node]:
    """What something is a multiple of."""
    if isinstance(x, Product):
        for f in x.factors:
            yield from _factors(f.body) if f.operator != "/" else ()
    elif isinstance(x, Fraction):
        yield from _factors(x.numerator)
    else:
        yield x


@where(_is_one)
def with_multiples_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name of its own for each of them."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {stem_of(name): group.items for name, group in filter(None, map(_defined, statements))}
    for s in statements:
        for x in of_kind(s, Product):
            for name, group in before_parentheses(x):
                if name.primes or told.get(stem_of(name), group.items) != group.items:
                    told.pop(stem_of(name), None)
        for d in of_kind(s, Derivative):
            if isinstance(d.of, Name):
                told.pop(stem_of(d.of), None)
    return _renamed(located, told) if told else list(located)


def _renamed(located: Sequence[Located], told: dict[Stem, tuple[Node, ...]]) -> list[Located]:
    def value(name: Name, group: Group) -> Node | None:
        if stem_of(name) not in told:
            return None
        return replace(name, base=f"{name.base}({','.join(letter_of(i) or '' for i in group.items)})")

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change))
