r"""Changes of a weight as names: `\Delta w_{ji} = \eta (t_j - y_j) x_i`.

A page that says several times what such a change is, or says it without a gradient, means a quantity: the first
equation defines it and the others are about it; so it is with `\Delta S_i = \frac{\partial L}{\partial S_i}` where
other equations make use of it. One equation with a gradient, `\Delta w_{ji} = -\eta \frac{\partial
E}{\partial w_{ji}}`, stays the rule of an update.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex.tree import Derivative, Factor, Nabla, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, read_of, with_statements
from ...shape import Stem, stem_of

DELTA = r"\Delta"


def with_changes_named(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with names for such changes."""
    statements = [s for f in read_of(located) for s in f.statements]
    left = [(name, s) for s in statements if (name := changed(s.chain.members[0])) is not None and _is_equation(s)]
    if not left:
        return located
    count = Counter(stem_of(name) for name, _ in left)
    named = {stem_of(name) for name, s in left if count[stem_of(name)] > 1 or not _has_gradient(s.chain.members[1])}
    used = Counter(stem_of(name) for s in statements if _is_equation(s) for name in _changes(s))
    named |= {stem_of(name) for name, s in left if _is_derivative(name, s) and used[stem_of(name)] > 1}

    def change(x: object) -> Node | None:
        if isinstance(x, Nabla) and x.by is not None and len(x.by.entries) > 1 and not x.by.commas:
            typed = Product(tuple(Factor("", e) for e in x.by.entries), x.by.span)  # `\nabla_{\Delta W} L`
            whole = _fused(typed, named)
            return replace(x, by=replace(x.by, entries=(whole,)), of=rebuilt(x.of, change)) if whole else None
        return _fused(x, named) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if named else located


def _is_equation(s: Statement) -> bool:
    return bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES


def _has_gradient(x: Node) -> bool:
    return bool(of_kind(x, Derivative) or of_kind(x, Nabla))


def _changes(s: Statement) -> Iterator[Name]:
    r"""All that stands behind a `\Delta`."""
    for x in of_kind(s.chain, Product):
        yield from (name for n in range(len(x.factors) - 1) if (name := _at(x, n)) is not None)


def _is_derivative(name: Name, s: Statement) -> bool:
    r"""Is it `\Delta S_i = \frac{\partial L}{\partial S_i}`, without a rate? That changes nothing."""
    right = s.chain.members[1]
    return isinstance(right, Derivative) and len(right.wrt) == 1 and right.wrt[0].body == name


def changed(x: Node) -> Name | None:
    r"""The name behind a bare `\Delta` that is all of a formula, if it is an entry: the w of `\Delta w_{ji}`."""
    if not isinstance(x, Product) or len(x.factors) != 2:
        return None
    return _at(x, 0)


def _at(x: Product, n: int) -> Name | None:
    r"""The name behind a `\Delta`, the p of `\Delta_p w_{ji}` before its own indices."""
    first, second = x.factors[n].body, x.factors[n + 1].body
    if not isinstance(first, Name) or not isinstance(second, Name) or x.factors[n + 1].operator:
        return None
    below = first.scripts[0] if len(first.scripts) == 1 and not first.scripts[0].above else None
    if replace(first, scripts=()) != Name(DELTA) or (first.scripts and below is None):
        return None
    if below is None:
        return second
    own = second.scripts[0] if second.scripts and not second.scripts[0].above else None
    joined = below if own is None else replace(own, entries=(*below.entries, *own.entries))
    return replace(second, scripts=(joined, *second.scripts[0 if own is None else 1 :]))


def _fused(x: Product, named: set[Stem]) -> Node | None:
    factors: list[Factor] = []
    found = False
    n = 0
    while n < len(x.factors):
        name = _at(x, n) if n + 1 < len(x.factors) else None
        if name is not None and stem_of(name) in named:
            span = (x.factors[n].body.span[0], name.span[1])
            body: Node = replace(name, base=f"{DELTA} {name.base}", span=span)
            factors.append(replace(x.factors[n], body=body))
            found, n = True, n + 2
        else:
            factors.append(rebuilt(x.factors[n], lambda y: _fused(y, named) if isinstance(y, Product) else None))
            n += 1
    if not found:
        return None
    return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))
