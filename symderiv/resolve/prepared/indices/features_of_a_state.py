r"""Features of something of which nothing is said: the `\phi(s)` of `w^\top \phi(s)`, beside `\phi(s')`.

Where such a name always stands before one letter in parentheses, and no formula uses that letter otherwise, it is a
vector for each letter. It is so called (`\phi_{\text{s}}`) if it stands behind a transposed small letter somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Statement, Text
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark


def _has_features(s: Statement) -> bool:
    return any(_turned(a) and _applied(b, c) is not None for a, b, c in _triples(s))


@where(_has_features)
def with_features_of_a_state(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such vectors under names of their own."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = {b.body.base for s in statements for a, b, c in _triples(s) if _turned(a) and isinstance(b.body, Name)}
    names = [x for s in statements for c in (s.chain, *s.conditions) if c.relations for x in t.of_kind(c, Name)]
    pairs = [p for s in statements for x in t.of_kind(s, Product) for p in zip(x.factors, x.factors[1:], strict=False)]
    applied = [(a.body, arg) for a, b in pairs if (arg := _applied(a, b)) is not None and isinstance(a.body, Name)]
    letters = {id(arg) for name, arg in applied if name.base in found}
    for base in tuple(found):
        own = [(name, arg) for name, arg in applied if name.base == base]
        alone = sum(x.base == base for x in names) != len(own)
        used = {arg.base for _, arg in own} & {x.base for x in names if id(x) not in letters}
        if alone or used or any(name.primes or name.scripts for name, _ in own):
            found.discard(base)

    def change(x: object) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for f in x.factors:
            before = factors[-1] if factors else None
            arg = _applied(before, f) if before is not None else None
            if before is not None and arg is not None and isinstance(before.body, Name) and before.body.base in found:
                label = Script(False, (Text(arg.base + "'" * arg.primes, span=arg.span),), span=arg.span)
                factors[-1] = replace(before, body=replace(before.body, scripts=(label,)))
            else:
                factors.append(replace(f, body=rebuilt(f.body, change)))
        return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _triples(s: Statement) -> Iterator[tuple[Factor, Factor, Factor]]:
    """Three factors side by side."""
    for x in t.of_kind(s, Product):
        yield from zip(x.factors, x.factors[1:], x.factors[2:], strict=False)


def _turned(f: Factor) -> bool:
    """Is it a small letter that is transposed?"""
    x = f.body
    marks = [e for s in x.scripts if s.above and not s.bracket for e in s.entries] if isinstance(x, Name) else []
    return isinstance(x, Name) and any(map(is_mark, marks)) and x.base.lower() == x.base


def _applied(a: Factor, b: Factor) -> Name | None:
    """The letter in the parenthesis right behind a name; None where anything else stands there."""
    inner = b.body.items if isinstance(b.body, Group) and b.body.open == "(" and b.joined else ()
    plain = isinstance(a.body, Name) and len(inner) == 1
    return inner[0] if plain and isinstance(inner[0], Name) and not inner[0].scripts else None
