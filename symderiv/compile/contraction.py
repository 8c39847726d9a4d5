r"""The order in which a product of several arrays is multiplied and summed.

The cost of joining two arrays is the product of the lengths of all their letters, a polynomial in the sizes. Over all
binary trees (dynamic programming over subsets) the one with the least total is taken; polynomials are compared at
lengths of a few hundred, where a matrix product dwarfs a vector's.
"""

from __future__ import annotations

from itertools import combinations

from ..affine import Affine, Sym
from .arrays import Array, Contract, axes

MANY = 7
"""Beyond so many factors the order is chosen greedily, pair by pair."""

Lengths = dict[Sym, Affine]


def nominal(length: Affine) -> float:
    """A length with every size about 300, told apart a little by name so that ties fall the same way each time."""
    value = float(length.const)
    for atom, c in length.terms:
        value += c * (300.0 + sum(map(ord, repr(atom))) % 17)
    return max(value, 1.0)


def contract(factors: tuple[Array, ...], letters: tuple[Sym, ...], lengths: Lengths) -> Array:
    """The product of the factors summed over the letters, as nested contractions of at most two factors each."""
    if len(factors) <= 2:
        return _joined(factors, letters, frozenset())
    weights = {s: nominal(n) for s, n in lengths.items()}
    if len(factors) > MANY:
        return _greedy(list(factors), letters, weights)
    return _best(factors, letters, weights)


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


def _best(factors: tuple[Array, ...], letters: tuple[Sym, ...], weights: dict[Sym, float]) -> Array:
    n = len(factors)
    everything = (1 << n) - 1
    has = [frozenset(axes(f)) for f in factors]

    def needed(subset: int) -> frozenset[Sym]:
        """Letters that something outside the subset, or the result, still has."""
        outside = frozenset().union(*(has[i] for i in range(n) if not subset >> i & 1))
        inside = frozenset().union(*(has[i] for i in range(n) if subset >> i & 1))
        return inside & (outside | (inside - frozenset(letters)))

    best: dict[int, tuple[float, Array]] = {
        1 << i: (0.0, _alone(factors[i], letters, needed(1 << i))) for i in range(n)
    }
    for count in range(2, n + 1):
        for chosen in combinations(range(n), count):
            subset = sum(1 << i for i in chosen)
            keep = needed(subset)
            found: tuple[float, Array] | None = None
            part = (subset - 1) & subset
            while part:
                rest = subset & ~part
                if part > rest:
                    (c1, a), (c2, b) = best[part], best[rest]
                    cost = c1 + c2 + _size(frozenset(axes(a)) | frozenset(axes(b)), weights)
                    if found is None or cost < found[0]:
                        first, second = (b, a) if part & -part > rest & -rest else (a, b)
                        found = (cost, _joined((first, second), letters, keep))
                part = (part - 1) & subset
            assert found is not None
            best[subset] = found
    return best[everything][1]


def _alone(f: Array, letters: tuple[Sym, ...], needed: frozenset[Sym]) -> Array:
    lone = tuple(s for s in letters if s in axes(f) and s not in needed)
    return Contract((f,), lone) if lone else f


def _greedy(factors: list[Array], letters: tuple[Sym, ...], weights: dict[Sym, float]) -> Array:
    while len(factors) > 1:
        pairs = combinations(range(len(factors)), 2)
        i, j = min(pairs, key=lambda p: _size(frozenset(axes(factors[p[0]])) | frozenset(axes(factors[p[1]])), weights))
        others = frozenset(s for n, f in enumerate(factors) if n not in (i, j) for s in axes(f))
        kept = others | (frozenset(axes(factors[i])) | frozenset(axes(factors[j]))) - frozenset(letters)
        joined = _joined((factors[i], factors[j]), letters, kept)
        factors = [f for n, f in enumerate(factors) if n not in (i, j)] + [joined]
    return factors[0]
