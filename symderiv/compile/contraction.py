r"""The order in which a product of several arrays is multiplied and summed.

The cost of joining two arrays is the product of the lengths of all their letters, a polynomial in the sizes. Over all
binary trees (dynamic programming over subsets) the one with the least total is taken, at lengths of a few hundred and
again with each size in turn much larger or much smaller. Where the same tree wins every time, it is the order; where
not, the program computes the polynomials of the winners and takes the cheapest, at the call.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeAlias, Union

from ..affine import Affine, Atom, Sym
from .arrays import Array, Contract, Fork, axes

MANY = 7
"""Beyond so many factors the order is chosen greedily, pair by pair."""

MOST_ORDERS = 3
"""So many orders are kept to choose from at the call."""

Lengths: TypeAlias = dict[Sym, Affine]
Tree: TypeAlias = Union[int, tuple["Tree", "Tree"]]


def length_at(length: Affine, sizes: dict[Atom, float]) -> float:
    """A length with every size about 300, told apart a little by name so that ties fall the same way each time."""
    value = float(length.const)
    for atom, c in length.terms:
        value += c * sizes.get(atom, 300.0 + sum(map(ord, repr(atom))) % 17)
    return max(value, 1.0)


def profiles(lengths: Lengths) -> Iterator[dict[Atom, float]]:
    """Sizes to try: all alike, then each in turn much larger, or much smaller, than the others."""
    yield {}
    for atom in sorted({a for n in lengths.values() for a, _ in n.terms}, key=lambda a: a.key):
        yield {atom: 1e5}
        yield {atom: 2.0}


def contract(factors: tuple[Array, ...], letters: tuple[Sym, ...], lengths: Lengths) -> Array:
    """The product of the factors summed over the letters, as nested contractions of at most two factors each."""
    if len(factors) <= 2:
        return _joined(factors, letters, frozenset())
    if len(factors) > MANY:
        weights = {s: length_at(n, {}) for s, n in lengths.items()}
        return _greedy(list(factors), letters, weights)
    wins: dict[Tree, int] = {}
    for sizes in profiles({s: lengths[s] for f in factors for s in axes(f)}):
        tree = _best(factors, letters, {s: length_at(n, sizes) for s, n in lengths.items()})
        wins[tree] = wins.get(tree, 0) + 1
    orders = sorted(wins, key=lambda t: -wins[t])[:MOST_ORDERS]
    options = [_along(t, factors, letters) for t in orders]
    if len(options) == 1:
        return options[0]
    costs = [tuple(_cost(t, factors, letters, lengths)) for t in orders]
    return Fork(tuple(options), tuple(costs))


def relative(a: Fork) -> list[list[tuple[Affine, ...]]]:
    """The costs without the terms, and the factors, that all have in common."""
    costs = [list(cost) for cost in a.costs]
    for term in a.costs[0]:
        if all(term in cost for cost in costs):
            for cost in costs:
                cost.remove(term)
    products = [list(term) for cost in costs for term in cost]
    for factor in tuple(products[0]) if products else ():
        if all(factor in product for product in products):
            for product in products:
                product.remove(factor)
    left = iter(products)
    return [[tuple(next(left)) for _ in cost] for cost in costs]


def _joined(factors: tuple[Array, ...], letters: tuple[Sym, ...], needed: frozenset[Sym]) -> Array:
    """One step: letters that each factor has for itself are summed out first, those still needed are kept."""
    own = []
    for n, f in enumerate(factors):
        others = frozenset(s for m, g in enumerate(factors) if m != n for s in axes(g))
        lone = tuple(s for s in letters if s in axes(f) and s not in others and s not in needed)
        own.append(Contract((f,), lone) if lone and len(factors) > 1 else f)
    left = tuple(s for s in letters if s not in needed and any(s in axes(f) for f in own))
    return Contract(tuple(own), left) if left or len(own) > 1 else own[0]


def _size(letters: frozenset[Sym], weights: dict[Sym, float]) -> float:
    cost = 1.0
    for s in letters:
        cost *= weights.get(s, 1.0)
    return cost


def _best(factors: tuple[Array, ...], letters: tuple[Sym, ...], weights: dict[Sym, float]) -> Tree:
    """The cheapest tree at certain lengths."""
    n = len(factors)
    has = [frozenset(axes(f)) for f in factors]
    best: dict[int, tuple[float, Tree]] = {1 << i: (0.0, i) for i in range(n)}
    for count in range(2, n + 1):
        for chosen in combinations(range(n), count):
            subset = sum(1 << i for i in chosen)
            found: tuple[float, Tree] | None = None
            part = (subset - 1) & subset
            while part:
                rest = subset & ~part
                if part & -part < rest & -rest:
                    size = _size(_needed(part, has, letters) | _needed(rest, has, letters), weights)
                    cost = best[part][0] + best[rest][0] + size
                    if found is None or cost < found[0]:
                        found = (cost, (best[part][1], best[rest][1]))
                part = (part - 1) & subset
            assert found is not None
            best[subset] = found
    return best[(1 << n) - 1][1]


def _needed(subset: int, has: list[frozenset[Sym]], letters: tuple[Sym, ...]) -> frozenset[Sym]:
    """Letters of a subset of the factors that something outside of it, or the result, still has."""
    outside = frozenset().union(*(h for i, h in enumerate(has) if not subset >> i & 1))
    inside = frozenset().union(*(h for i, h in enumerate(has) if subset >> i & 1))
    return inside & (outside | (inside - frozenset(letters)))


def _members(tree: Tree) -> int:
    return 1 << tree if isinstance(tree, int) else _members(tree[0]) | _members(tree[1])


def _along(tree: Tree, factors: tuple[Array, ...], letters: tuple[Sym, ...]) -> Array:
    """The contraction in the order of a tree."""
    has = [frozenset(axes(f)) for f in factors]
    kept = _needed(_members(tree), has, letters)
    if isinstance(tree, int):
        lone = tuple(s for s in letters if s in has[tree] and s not in kept)
        return Contract((factors[tree],), lone) if lone else factors[tree]
    return _joined(tuple(_along(t, factors, letters) for t in tree), letters, kept)


def _cost(
    tree: Tree, factors: tuple[Array, ...], letters: tuple[Sym, ...], lengths: Lengths
) -> Iterator[tuple[Affine, ...]]:
    """The terms of the cost: for each joining, the lengths that are multiplied."""
    if isinstance(tree, int):
        return
    has = [frozenset(axes(f)) for f in factors]
    joined = frozenset().union(*(_needed(_members(t), has, letters) for t in tree))
    yield tuple(lengths[s] for s in sorted(joined, key=lambda s: s.name))
    for t in tree:
        yield from _cost(t, factors, letters, lengths)


def _greedy(factors: list[Array], letters: tuple[Sym, ...], weights: dict[Sym, float]) -> Array:
    while len(factors) > 1:
        pairs = combinations(range(len(factors)), 2)
        i, j = min(pairs, key=lambda p: _size(frozenset(axes(factors[p[0]])) | frozenset(axes(factors[p[1]])), weights))
        others = frozenset(s for n, f in enumerate(factors) if n not in (i, j) for s in axes(f))
        kept = others | (frozenset(axes(factors[i])) | frozenset(axes(factors[j]))) - frozenset(letters)
        joined = _joined((factors[i], factors[j]), letters, kept)
        factors = [f for n, f in enumerate(factors) if n not in (i, j)] + [joined]
    return factors[0]
