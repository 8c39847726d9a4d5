r"""Networks that are functions of vectors and are applied to one another: the D and the G of `\log(1 - D(G(z^{(i)})))`.

Where `D(x) = \sigma(w^T x + b)` and `G(z) = V z + c` say what such names are of a bare vector, and the one is applied
to the other, both stand for their formulas wherever they are applied. A name that stands by itself, or with a prime, is
a value or a function and is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.source import Offsets
from ....latex.tree import Factor, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Shape, letter_of, named, stem_of, values_in
from ..applied import applied_alone, arguments_of, with_arguments
from .any_example import vectors_of

DEEPEST = 4
"""So deep such names may be applied to one another."""


@dataclass(frozen=True, slots=True)
class Network:
    """What a name is of its argument."""

    argument: Name
    body: Node
    statement: Statement


def _applies_on_left(s: Statement) -> bool:
    left = s.chain.members[0]
    return isinstance(left, Product) and any(True for _ in _applied(left))


@where(_applies_on_left)
def with_networks_composed(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such names written out, their definitions left out."""
    formulas = read_of(located)
    candidates = _candidates([f for d, f in located if isinstance(f, Formula) and _is_said(d)])
    products = [x for f in formulas for x in t.of_kind(f, Product)] if candidates else []
    if not any(_composed(x, candidates) for x in products):
        return list(located)
    vectors = vectors_of(formulas)
    networks = {name: n for name, n in candidates.items() if stem_of(n.argument) in vectors}
    if not any(_composed(x, networks) for x in products):
        return list(located)
    alone = _alone(formulas, networks)
    networks = {name: n for name, n in networks.items() if name not in alone}
    dropped = [n.statement for n in networks.values()]

    def written_out(s: Statement) -> Statement:
        found: Statement = rebuilt(s, lambda x: _written(x, networks, DEEPEST))
        return found

    def changed(f: Any) -> Any:
        if not isinstance(f, Formula):
            return f
        kept = [s for s in f.statements if not any(s is d for d in dropped)]
        found = tuple(map(written_out, kept))
        return f if found == f.statements else replace(f, statements=found)

    return [(display, changed(f)) for display, f in located]


def _is_said(d: Display) -> bool:
    """Do no words around a formula keep it from holding throughout?"""
    return not is_doubted(d.before, d.after)


def _candidates(formulas: Sequence[Formula]) -> dict[Name, Network]:
    """The names that one equation each defines of a bare letter, with more than that in it."""
    found: dict[Name, list[Network]] = {}
    for s in (s for f in formulas for s in f.statements):
        chain = s.chain
        plain = len(chain.members) == 2 and chain.relations[0] in EQUALITIES and not (s.struck or s.conditions)
        if not plain or not isinstance(chain.members[0], Product):
            continue
        whole = applied_alone(chain.members[0]) is not None
        for name, group in _applied(chain.members[0]):
            (argument,) = group.items if len(group.items) == 1 else (None,)
            if whole and isinstance(argument, Name) and letter_of(argument):
                found.setdefault(name, []).append(Network(argument, chain.members[1], s))
    return {name: one[0] for name, one in found.items() if len(one) == 1 and _has_more(one[0])}


def _has_more(n: Network) -> bool:
    return any(isinstance(x, Name) and x != n.argument and letter_of(x) is not None for x in t.walk(n.body))


def _applied(x: Product) -> Iterator[tuple[Name, Group]]:
    """The names without scripts that stand right before a parenthesis, and that."""
    for one, two in zip(x.factors, x.factors[1:], strict=False):
        group = arguments_of(two)
        if group is not None and isinstance(one.body, Name) and not one.body.scripts and not one.body.primes:
            yield one.body, group


def _composed(x: Product, networks: Mapping[Name, Network]) -> bool:
    """Is one applied to another?"""
    for name, group in _applied(x):
        if name in networks and len(group.items) == 1:
            inner = t.of_kind(group.items[0], Product)
            if any(other in networks for y in inner for other, _ in _applied(y)):
                return True
    return False


def _alone(formulas: Sequence[Formula], networks: Mapping[Name, Network]) -> set[Name]:
    """Those that stand somewhere without an argument, or with several."""
    met = Counter(shape.letter for f in formulas for s in f.statements for shape in _values(s))
    products = [x for f in formulas for x in t.of_kind(f, Product)]
    applied = Counter(name for x in products for name, group in _applied(x) if len(group.items) == 1)
    return {name for name in networks if met[named(name).letter] != applied[name]}


def _values(s: Statement) -> Iterator[Shape]:
    return (shape for m in s.chain.members for shape in values_in(m))


def _written(x: Any, networks: Mapping[Name, Network], deep: int) -> Any:
    if not isinstance(x, Product) or not any(name in networks for name, _ in _applied(x)) or not deep:
        return None
    factors: list[Factor] = []
    rest = list(x.factors)
    while rest:
        one = rest.pop(0)
        group = arguments_of(rest[0]) if rest else None
        network = networks.get(one.body) if isinstance(one.body, Name) and group is not None else None
        if network is None or group is None:
            factors.append(replace(one, body=rebuilt(one.body, lambda y: _written(y, networks, deep))))
            continue
        behind = rest.pop(0)
        span = (one.body.span[0], behind.body.span[1])
        inner = rebuilt(group.items[0], lambda y: _written(y, networks, deep))
        body = _placed(network.body, network.argument, Group("(", (inner,), ")", (), span), span)
        body = rebuilt(body, lambda y: _written(y, networks, deep - 1))
        whole = with_arguments(behind, Group("(", (body,), ")", (), span))
        factors.append(replace(whole, operator=one.operator, joined=False))
    return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))


def _placed(x: Node, argument: Name, given: Node, span: Offsets) -> Node:
    """A formula with what is given in the place of its argument, all of it where that is typed."""

    def change(y: Any) -> Any:
        if y == argument:
            return given
        return replace(rebuilt(y, lambda z: None if z is y else change(z)), span=span) if hasattr(y, "span") else None

    found: Node = change(x)
    return found
