"""Independent answers about domains: isl (through islpy) where it is installed, and brute force over small boxes."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Mapping, Sequence

from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain.constraint import Constraint, Domain, Rel

NAMES = ("i", "j", "k", "I", "J")
_SPELLED = {"==": "= 0", ">=": ">= 0", "!=": "!= 0"}


def isl_text(domains: Iterable[Domain], letters: Sequence[str]) -> str:
    """The union of the domains as isl reads it."""
    space = f"[{', '.join(letters)}]"
    parts = [f"{space} : {' and '.join(map(_isl_constraint, d.constraints)) or 'true'}" for d in domains]
    return "{ " + "; ".join(parts or [f"{space} : false"]) + " }"


def _isl_constraint(c: Constraint) -> str:
    form = " + ".join([*(f"{k}*{a!r}" for a, k in c.form.terms), str(c.form.const)])
    if c.rel == "mod":
        return f"({form}) mod {c.modulus} = 0"
    return f"{form} {_SPELLED[c.rel]}"


def random_form(rng: random.Random, names: Sequence[str], largest: int, constant: int) -> Affine:
    """One to three letters with small coefficients, mostly 1 and -1."""
    form = affine(rng.randint(-constant, constant))
    for name in rng.sample(names, rng.randint(1, min(3, len(names)))):
        c = rng.choice([1, -1, 1, -1, rng.randint(-largest, largest)])
        form = form + c * affine(name)
    return form


def random_domain(
    rng: random.Random, names: Sequence[str] = NAMES, size: int = 6, largest: int = 3, constant: int = 6
) -> Domain:
    """A conjunction of random constraints of every kind."""
    made: list[Constraint] = []
    for _ in range(rng.randint(1, size)):
        rel: Rel = rng.choices(("==", ">=", "!=", "mod"), (2, 8, 2, 1))[0]
        form = random_form(rng, names, largest, constant)
        made.append(Constraint(rel, form, rng.randint(2, 4) if rel == "mod" else 0))
    return Domain(tuple(made))


def boxed(names: Sequence[str], low: int, high: int) -> Domain:
    """Every letter between two integers."""
    return Domain(tuple(Constraint(">=", f) for n in names for f in (affine(n) - low, high - affine(n))))


def brute(domain: Domain, names: Sequence[str], low: int, high: int) -> list[dict[Sym, int]]:
    """All points of the domain in the box, by evaluating its constraints (written out here on purpose)."""
    found = []
    for values in itertools.product(range(low, high + 1), repeat=len(names)):
        point = {Sym(n): v for n, v in zip(names, values, strict=True)}
        if all(_true(c, point) for c in domain.constraints):
            found.append(point)
    return found


def _true(c: Constraint, point: Mapping[Sym, int]) -> bool:
    x = c.form.const + sum(k * point[a] for a, k in c.form.terms if isinstance(a, Sym))
    if c.rel == "mod":
        return x % c.modulus == 0
    return {"==": x == 0, ">=": x >= 0, "!=": x != 0}[c.rel]


def exists_table(domain: Domain, names: Sequence[str], low: int, high: int, values: Sequence[int]) -> bool:
    """Is there a point in the box, and a table of values for every function, at which the domain holds?"""
    for numbers in itertools.product(range(low, high + 1), repeat=len(names)):
        point = {Sym(n): v for n, v in zip(names, numbers, strict=True)}
        if _tables(list(domain.constraints), point, {}, values):
            return True
    return False


class _Missing(Exception):
    pass


def _read(form: Affine, point: Mapping[Sym, int], table: Mapping[tuple[str, tuple[int, ...]], int]) -> int:
    total = form.const
    for a, k in form.terms:
        if isinstance(a, IntFn):
            key = (a.name, tuple(_read(x, point, table) for x in a.args))
            if key not in table:
                raise _Missing(key)
            total += k * table[key]
        else:
            total += k * point[a]
    return total


def _tables(
    constraints: list[Constraint],
    point: Mapping[Sym, int],
    table: Mapping[tuple[str, tuple[int, ...]], int],
    values: Sequence[int],
) -> bool:
    for n, c in enumerate(constraints):
        try:
            x = _read(c.form, point, table)
        except _Missing as missing:
            key = missing.args[0]
            return any(_tables(constraints[n:], point, {**table, key: v}, values) for v in values)
        ok = x % c.modulus == 0 if c.rel == "mod" else {"==": x == 0, ">=": x >= 0, "!=": x != 0}[c.rel]
        if not ok:
            return False
    return True


def random_term_domain(rng: random.Random, names: Sequence[str], low: int, high: int) -> Domain:
    """A random domain with terms `d(..)`, `c(..)` and nested ones, every letter and every term within the box."""

    def argument() -> Affine:
        base = affine(rng.choice(names)) * rng.choice([1, 1, 1, 2, -1]) + rng.randint(-1, 1)
        return base if rng.random() < 0.85 else affine(rng.randint(0, 1))

    terms = [IntFn(rng.choice("ddc"), (argument(),)) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        terms.append(IntFn("d", (affine(terms[0]),)))
    if rng.random() < 0.3:
        terms += [IntFn("m", (argument(), argument())) for _ in range(2)]
    atoms: list[Affine] = [affine(n) for n in names] + [affine(t) for t in terms] * 2
    made: list[Constraint] = []
    for _ in range(rng.randint(2, 5)):
        form = affine(rng.randint(-2, 2))
        for atom in rng.sample(atoms, rng.randint(1, 3)):
            form = form + rng.choice([1, -1, 1, -1, 2]) * atom
        rel: Rel = rng.choices(("==", ">=", "!=", "mod"), (4, 4, 3, 1))[0]
        made.append(Constraint(rel, form, 2))
    domain = Domain(tuple(made))
    applied = {a for c in domain.constraints for a in c.form.atoms() if isinstance(a, IntFn)}
    spans = [f for a in sorted(applied, key=lambda a: a.key) for f in (affine(a) - low, high - affine(a))]
    return domain & boxed(names, low, high) & Domain(tuple(Constraint(">=", f) for f in spans))
