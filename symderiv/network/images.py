"""Which entries of a variable a use reaches, and unions of such sets written as few domains.

Everything here is in coordinates (`@1`, `@2`, ... for the index positions): see `entries`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Constraint, Context, Domain, eliminate, eq, implies, is_empty, shadow, simplify, subset, subtract
from .entries import coordinates
from .sizes import Letters
from .uses import Use


def image(use: Use, outer: Domain, letters: Letters) -> Domain:
    """The entries that a use reaches while the letters of its definition run over `outer`.

    Exact where the projection is one domain; else the domain that contains it (a stride larger than what it carries
    leaves gaps, which nobody asks about).
    """
    at = coordinates(len(use.entry.indices))
    values: dict[Sym, Affine] = {}
    equalities: list[Constraint] = []
    for c, form in zip(at, use.entry.indices, strict=True):
        letter = form.letter
        if letter is not None and letter not in letters.sizes and letter not in values:
            values[letter] = affine(c)
        else:
            equalities.append(eq(c, form))
    points = (outer & use.where & Domain.of(*equalities)).substitute(values)
    return simplify(project(points, frozenset(at), letters), letters.known)


def project(domain: Domain, keep: frozenset[Sym], letters: Letters) -> Domain:
    """The domain without its index letters other than `keep`."""
    left = sorted(letters_to_drop(domain, keep, letters), key=lambda s: s.key)
    while left:
        for s in left:
            exact = eliminate(domain, s, letters.known)
            if exact is not None:
                break
        else:
            s = left[0]
            exact = shadow(domain, s)
        domain = exact
        left = sorted(letters_to_drop(domain, keep, letters), key=lambda s: s.key)
    return domain


def letters_to_drop(domain: Domain, keep: frozenset[Sym], letters: Letters) -> frozenset[Sym]:
    """The index letters of a domain that are not to be kept."""
    return domain.letters() - letters.sizes - keep


def at_other_steps(domain: Domain, steps: Mapping[Affine, Affine]) -> Domain:
    """The domain with the sizes of other steps, `n(0)` where `n(L)` stands."""

    def moved(form: Affine) -> Affine:
        total = affine(form.const)
        for atom, k in form.terms:
            if isinstance(atom, IntFn):
                atom = replace(atom, args=tuple(steps.get(arg, arg) for arg in atom.args))
            total = total + affine(atom) * k
        return total

    return Domain(tuple(replace(c, form=moved(c.form)) for c in domain.constraints))


def about_indices(domain: Domain) -> Domain:
    """The domain without conditions on sizes alone: `K >= 2` says when something is used, not which entries exist. Nor
    does `l(@1) >= 2`, where sums from 2 to `l(@1)` are empty else."""
    return Domain(tuple(c for c in domain.constraints if _is_about_indices(c)))


def _is_about_indices(c: Constraint) -> bool:
    if c.rel == ">=" and len(c.form.terms) == 1 and isinstance(c.form.terms[0][0], IntFn):
        return False
    return any(s.name.startswith("@") for s in c.letters())


def looked_up(use: Use, letters: Letters, fixed: bool = True) -> frozenset[int]:
    """The positions whose index is looked up (`u_{c_m}`, and `p_c` if `fixed`): given integers, whatever the range."""
    if not letters.lookups and not letters.fixed:
        return frozenset()
    return frozenset(
        n
        for n, form in enumerate(use.entry.indices)
        if any(isinstance(a, IntFn) and a.name in letters.lookups for a in form.atoms())
        or (fixed and form.letter in letters.fixed)
    )


def union(domains: Iterable[Domain], known: Context) -> tuple[Domain, ...]:
    """The union as few domains: contained ones dropped, two joined where the join is exactly their union.

    >>> from symderiv.domain import ge, interval
    >>> known = Context(Domain.of(ge("I", 1)))
    >>> found = union([interval("@1", 1, "I"), Domain.of(eq("@1", affine("I") + 1))], known)
    >>> found == (interval("@1", 1, affine("I") + 1),)
    True
    """
    left = list(dict.fromkeys(d for d in domains if not is_empty(d, known)))
    joined = True
    while joined and len(left) > 1:
        joined = _join_some(left, known)
    return tuple(left)


def _join_some(left: list[Domain], known: Context) -> bool:
    for n, a in enumerate(left):
        for m in range(n + 1, len(left)):
            whole = join(a, left[m], known)
            if whole is not None:
                left[n] = whole
                del left[m]
                return True
    return False


def join(a: Domain, b: Domain, known: Context) -> Domain | None:
    """The union of two domains if it is one domain, else None."""
    if all(implies(b, c, known) for c in a.constraints):
        return a
    if all(implies(a, c, known) for c in b.constraints):
        return b
    whole = hull(a, b, known)
    return simplify(whole, known) if subset(whole, (a, b), known) else None


def hull(a: Domain, b: Domain, known: Context) -> Domain:
    """What is said of both: contains the union."""
    said = [c for c in halves(a) if implies(b, c, known)]
    said += [c for c in halves(b) if implies(a, c, known)]
    return Domain.of(*said)


def halves(domain: Domain) -> tuple[Constraint, ...]:
    """The constraints, each equality as two bounds."""
    found: list[Constraint] = []
    for c in domain.constraints:
        if c.rel == "==":
            found += [Constraint(">=", c.form), Constraint(">=", -c.form)]
        else:
            found.append(c)
    return tuple(found)


def pinned(domain: Domain, c: Sym, letters: Letters) -> Affine | None:
    """The constant that a coordinate is equal to throughout, if one is stated."""
    for constraint in domain.constraints:
        a = constraint.form.coefficient(c)
        if constraint.rel == "==" and a in (1, -1):
            value = affine(c) - constraint.form * a
            if not value.letters() - letters.sizes:
                return value
    return None


def strays(domains: Sequence[Domain], arity: int, letters: Letters) -> list[Domain]:
    """Single values of an index that do not join the range of the others: `I + 2` beside `1..I`.

    That is what a forgotten boundary definition or a bound that is off by one leaves behind.
    """
    found: list[Domain] = []
    for c in coordinates(arity):
        pins = [pinned(d, c, letters) is not None for d in domains]
        if not all(pins):
            found += [d for d, pin in zip(domains, pins, strict=True) if pin]
    return found


def apart(domains: Iterable[Domain], known: Context) -> list[Domain]:
    """The same points as disjoint domains."""
    found: list[Domain] = []
    for d in domains:
        parts = [d]
        for before in found:
            parts = [x for part in parts for x in subtract(part, before, known)]
        found += parts
    return found
