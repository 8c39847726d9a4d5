r"""Does a sum of terms vanish, for all sizes and all values of its entries?

Entries are independent unknowns, so terms can only cancel within a *group*: terms with the same factors, indices
aside. A term of a group is a weight on the points of its *slots* (one coordinate for every index of every factor):
the terms of `f(J) - \sum_k [k = J] f(k)` both put a weight on the one slot `$0 = J`. The slots are cut into cells by
the domains of all terms, and in every non-empty cell the weights must add up to nothing. Where a group has several
factors of one kind, their slots may be exchanged, and the weights are averaged over the exchanges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import permutations, product
from math import factorial, prod
from typing import TypeAlias

from ..affine import Affine, Sym, affine
from ..domain import Constraint, Domain, eliminate, eq, is_empty, simplify, subset, subtract
from .count import counted
from .factors import Call, Entry, Factor, Normal, Powers, Term, Terms
from .known import Known, solved
from .poly import ZERO, Exponent, Poly, number
from .sample import refuted
from .shape import ordered, outside, rough_factor, slots
from .terms import collect, coordinate, freshened

MOST_EXCHANGES = 24
MOST_ORDERS = 120
MOST_DOMAINS = 24
MOST_CUTS = 400

Skeleton: TypeAlias = tuple[object, ...]
Weighted: TypeAlias = dict[Domain, Poly]


def cancelled(terms: Sequence[Term], known: Known) -> Terms:
    """What is left when equal terms, then whole groups that vanish, are struck out. Nothing left: the sum is zero."""
    found = collect(x for t in terms for x in counted(t, t.bound, known))
    if not found:
        return []
    groups: dict[frozenset[tuple[object, int]], Terms] = {}
    for t in found:
        groups.setdefault(_group_key(t), []).append(t)
    return [freshened(t) for g in groups.values() if not _vanishes(g, known) for t in g]


# --- groups -----------------------------------------------------------------------------------------------------------

_ids: dict[Skeleton, int] = {}


@lru_cache(maxsize=1 << 12)
def skeleton(f: Factor) -> int:
    """A number for what a factor is without its slots: equal numbers and equal slots make equal factors."""
    return _ids.setdefault(_skeleton(f, frozenset()), len(_ids))


@lru_cache(maxsize=1 << 12)
def _skeleton(f: Factor, inner: frozenset[Sym]) -> Skeleton:
    if isinstance(f, Entry):
        return (f.head, tuple(_inside(i, inner) for i in f.indices) if inner else ())
    if isinstance(f, Call):
        return (f.function, f.order, tuple(_normal_skeleton(a, inner) for a in f.args))
    return ("base", _normal_skeleton(f.inner, inner))


def _normal_skeleton(n: Normal, inner: frozenset[Sym]) -> Skeleton:
    return tuple(_term_skeleton(t, inner | frozenset(t.bound)) for t in n.terms)


def _term_skeleton(t: Term, inner: frozenset[Sym]) -> Skeleton:
    return (
        tuple((c, tuple((_inside(f, inner), e) for f, e in m)) for m, c in t.weight.terms),
        tuple((_skeleton(f, inner), e) for f, e in t.powers),
        t.bound,
        tuple((c.rel, c.modulus, _inside(c.form, inner)) for c in ordered(t.domain)),
    )


def _inside(f: Affine, inner: frozenset[Sym]) -> Affine:
    """The part of a form that holds the given letters."""
    if not inner or f.letters().isdisjoint(inner):
        return Affine((), 0)
    return f - outside(f, tuple(inner))


def _copies(powers: Powers) -> Iterator[tuple[int, Exponent, tuple[Affine, ...], tuple[object, ...]]]:
    """Each factor as often as its exponent says: skeleton, exponent of one copy, slots, order among its like."""
    for f, e in powers:
        one: Exponent = e if isinstance(e, Fraction) else (1 if e > 0 else -1)
        for _ in range(1 if isinstance(e, Fraction) else abs(e)):
            yield skeleton(f), one, slots(f), rough_factor(f)


def _group_key(t: Term) -> frozenset[tuple[object, int]]:
    return frozenset(Counter((s, one) for s, one, _, _ in _copies(t.powers)).items())


Row: TypeAlias = list[tuple[int, Exponent, tuple[Affine, ...], tuple[object, ...]]]


def _rows(group: Terms) -> list[Row]:
    """The factors of each term in corresponding order; powers stay together where all terms have the same ones."""
    patterns = {frozenset(Counter((skeleton(f), e) for f, e in t.powers).items()) for t in group}
    rows: list[Row] = []
    for t in group:
        if len(patterns) == 1:
            row = [(skeleton(f), e, slots(f), rough_factor(f)) for f, e in t.powers]
        else:
            row = list(_copies(t.powers))
        rows.append(sorted(row, key=lambda x: (x[0], float(x[1]), x[3])))
    return rows


# --- cells ------------------------------------------------------------------------------------------------------------


def _vanishes(group: Terms, known: Known) -> bool:
    if len(group) == 1:
        return is_empty(group[0].domain, known.context)
    rows = _without_common(group, _rows(group))
    kinds = [(s, e) for s, e, _, _ in rows[0]]
    exchanges = prod(factorial(n) for n in Counter(kinds).values())
    if (len(group) > 2 or exchanges > 1) and any(refuted(group, rows, at) for at in known.samples):
        return False
    if _cancel(group, rows, known):
        return True
    if exchanges == 1 or exchanges > MOST_ORDERS:
        return False
    orders = list(_orders(kinds))
    if _cancel(group, _aligned(group, rows, orders, known), known):
        return True
    if exchanges > MOST_EXCHANGES:
        return False
    everything = [(t, [row[n] for n in order]) for t, row in zip(group, rows, strict=True) for order in orders]
    share = number(Fraction(1, len(orders)))
    averaged = [Term(t.weight * share, t.powers, t.bound, t.domain) for t, _ in everything]
    return _cancel(averaged, [row for _, row in everything], known)


def _without_common(group: Terms, rows: list[Row]) -> list[Row]:
    """The rows without factors that all terms share and no bound letter touches."""
    bound = {b for t in group for b in t.bound}
    left = [list(row) for row in rows]
    for factor in rows[0]:
        if all(factor in row for row in left) and all(s.letters().isdisjoint(bound) for s in factor[2]):
            for row in left:
                row.remove(factor)
    return left


def _aligned(group: Terms, rows: list[Row], orders: list[list[int]], known: Known) -> list[Row]:
    """Factors of one kind ordered so that each term lies within the one with most bound letters, where it can."""
    widest = max(range(len(group)), key=lambda n: len(group[n].bound))
    around = _placed(group[widest], _forms(rows[widest]), known)
    if around is None:
        return rows
    found = list(rows)
    for n, (t, row) in enumerate(zip(group, rows, strict=True)):
        for order in orders if n != widest else []:
            ordered_row = [row[m] for m in order]
            placed = _placed(t, _forms(ordered_row), known)
            if placed is not None and subset(placed[0], [around[0]], known.context):
                found[n] = ordered_row
                break
    return found


def _forms(row: Row) -> list[Affine]:
    return [s for _, _, slot, _ in row for s in slot]


def _orders(kinds: list[tuple[int, Exponent]]) -> Iterator[list[int]]:
    """Every order of the factors that only exchanges factors of one kind."""
    blocks: dict[tuple[int, Exponent], list[int]] = {}
    for n, kind in enumerate(kinds):
        blocks.setdefault(kind, []).append(n)
    for choice in product(*(permutations(b) for b in blocks.values())):
        yield [n for block in choice for n in block]


def _cancel(group: Terms, rows: list[Row], known: Known) -> bool:
    """Do the weights of the terms cancel in every cell of the slots?"""
    forms = [_forms(row) for row in rows]
    common = _common_slots(group, forms)
    weighted: Weighted = {}
    for t, fs in zip(group, forms, strict=True):
        placed = _placed(t, [s for n, s in enumerate(fs) if n not in common], known)
        if placed is None:
            return False
        domain, weight = placed
        weighted[domain] = weighted.get(domain, ZERO) + weight
    left = {d: w for d, w in weighted.items() if w.cleared().terms}
    left = _without_pairs(left, known) if len(left) > 3 else left
    if not left:
        return True
    if len(left) > MOST_DOMAINS:
        return False
    domains, weights = list(left), list(left.values())
    if len(domains) == 1:
        return is_empty(domains[0], known.context)
    if len(domains) == 2 and not (weights[0] + weights[1]).cleared().terms:
        one, two = domains
        if subset(one, [two], known.context) and subset(two, [one], known.context):
            return True
    elif len(domains) == 2 and weights[0].constant is not None and weights[1].constant is not None:
        return all(is_empty(d, known.context) for d in domains)
    return _cancels_in_cells(list(left.items()), known)


def _cancels_in_cells(weighted: list[tuple[Domain, Poly]], known: Known) -> bool:
    """Do the weights add up to nothing in each cell that the domains cut? Given up after `MOST_CUTS` cuts."""
    cuts = [MOST_CUTS]
    for n, (domain, weight) in enumerate(weighted):
        regions = [domain]
        for earlier, _ in weighted[:n]:
            regions = [piece for r in regions for piece in _outside(r, earlier, known, cuts)]
        if not all(_cancels_on(r, weighted[n + 1 :], weight, known, cuts) for r in regions):
            return False
    return True


def _cancels_on(
    region: Domain, weighted: list[tuple[Domain, Poly]], weight: Poly, known: Known, cuts: list[int]
) -> bool:
    """The same within one region, where a weight has already come together."""
    if not weighted:
        return is_empty(region, known.context) or _is_zero(weight, region, known)
    (domain, more), rest = weighted[0], weighted[1:]
    cuts[0] -= 1
    if cuts[0] < 0:
        return False
    common = region & domain
    if is_empty(common, known.context):
        return _cancels_on(region, rest, weight, known, cuts)
    if not _cancels_on(common, rest, weight + more, known, cuts):
        return False
    return all(_cancels_on(r, rest, weight, known, cuts) for r in _outside(region, domain, known, cuts))


def _outside(region: Domain, domain: Domain, known: Known, cuts: list[int]) -> tuple[Domain, ...]:
    """The part of a region outside a domain, in pieces; with the cuts spent the region itself, to end soon."""
    cuts[0] -= 1
    return subtract(region, domain, known.context) if cuts[0] >= 0 else (region,)


def _common_slots(group: Terms, forms: list[list[Affine]]) -> set[int]:
    """Slots that hold the same form of free letters in all terms tell nothing apart."""
    bound = {b for t in group for b in t.bound}
    return {n for n, s in enumerate(forms[0]) if all(f[n] == s for f in forms[1:]) and s.letters().isdisjoint(bound)}


def _placed(t: Term, forms: list[Affine], known: Known) -> tuple[Domain, Poly] | None:
    """A term as a weight on the points of its slots `$0`, `$1`, ...; bound letters that the slots do not fix become
    slots of their own. None where that cannot be said as one domain."""
    values: dict[Sym, Affine] = {}
    left = list(t.bound)
    equalities: list[tuple[Sym, Affine]] = []
    for n, f in enumerate(forms):
        s = f.substitute(values) if values else f
        new = Sym(f"${n}")
        chosen = coordinate(s, left)
        if chosen is not None and chosen[1]:
            b, k = chosen
            value = affine(b) - s * k + affine(new) * k
            values = {x: v.substitute({b: value}) for x, v in values.items()}
            values[b] = value
            left.remove(b)
        else:
            equalities.append((new, s))
    domain = t.domain.substitute(values) & Domain(tuple(eq(new, s.substitute(values)) for new, s in equalities))
    weight = t.weight.substitute(values)
    for b in list(left):
        if _fixes(domain, b, left) and b not in weight.letters():
            projected = eliminate(domain, b, known.context)
            if projected is None:
                return None
            domain = projected
            left.remove(b)
    if left:
        names = {b: affine(Sym(f"$x{n}")) for n, b in enumerate(left)}
        domain, weight = domain.substitute(names), weight.substitute(names)
    return domain, weight


def _fixes(domain: Domain, b: Sym, left: Sequence[Sym]) -> bool:
    """Does an equality fix the letter by slots and free letters, if not to a whole number?"""
    return any(
        c.rel == "==" and c.form.coefficient(b) and not any(x != b and x in c.letters() for x in left)
        for c in domain.constraints
    ) and not any(b in a.letters() for c in domain.constraints for a in _arguments(c))


def _arguments(c: Constraint) -> Iterator[Affine]:
    for a, _ in c.form.terms:
        if not isinstance(a, Sym):
            yield from a.args


def _without_pairs(weighted: Weighted, known: Known) -> Weighted:
    """Domains that have the same points and opposite weights struck out, so that fewer are cut into cells."""
    left = dict(weighted)
    for d in list(left):
        for e in list(left):
            if d == e or d not in left or e not in left or (left[d] + left[e]).cleared().terms:
                continue
            if subset(d, [e], known.context) and subset(e, [d], known.context):
                del left[d], left[e]
    return left


def _is_zero(weight: Poly, cell: Domain, known: Known) -> bool:
    """Is a weight zero wherever the equalities of the cell hold, stated or implied?"""
    if not weight.cleared().terms:
        return True
    if not weight.letters():
        return False
    for d in (cell, simplify(cell, known.context)):
        values, _ = solved(d)
        if values and not weight.substitute(values).cleared().terms:
            return True
    return False
