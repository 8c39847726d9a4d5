"""Concrete sizes and random values: all sizes different where their relations allow, ones and twos among them.

Whoever draws begins with small sizes from 2 up (where counterexamples are found fast), then from 1 up (where ranges
vanish), then above every constant of a claim (where agreement is evidence).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ..affine import IntFn, Sym, affine
from ..domain import TRUE, Constraint, Domain
from ..domain.constraint import constants
from ..size_steps import single_sizes, size_steps
from ..system import System
from .all_states import state_tables, with_all_states
from .failures import Declined
from .multiplied import with_products, with_room_for_products
from .stepped import with_steps
from .tables import Tables

TRIES = 400


@dataclass(frozen=True)
class Profile:
    """From where sizes are drawn.

    `low` is the smallest; with `strict` no relation may make a smaller one, save of those that are one number, or that
    an equality of `fixed` determines. `seed` shuffles who gets which. Values lie `spread` times as far from 0 as usual;
    those of one given name, counted by `uneven`, further still.
    """

    low: int
    seed: int
    strict: bool = False
    fixed: Domain = TRUE
    spread: int = 1
    uneven: int = 0


def sizes_for(system: System, profile: Profile) -> tuple[dict[Sym, int], Tables]:
    """Sizes that satisfy what is known of them, with the tables of the sizes that depend on indices.

    Raises `Declined` if none are found.
    """
    context = system.context & profile.fixed
    exempt = frozenset(s for c in profile.fixed.constraints if c.rel == "==" for s in c.letters())
    exempt |= constants(system.context).keys()
    states = state_tables(system)
    letters = sorted(system.sizes - {s.rows for s in states}, key=lambda s: s.name)
    spread = 3
    for n in range(TRIES):
        random = Random(f"{profile.seed} {n}")
        tables = Tables(profile.seed * TRIES + n, system.size_functions, profile.low, spread + n // 50)
        # different values for different letters, from a range that grows while relations refuse
        pool = list(range(profile.low, profile.low + len(letters) + n // 20))
        random.shuffle(pool)
        drawn = dict(zip(letters, pool, strict=False))
        found = _related(context, drawn, tables, n) if with_room_for_products(system, drawn, tables) else None
        if found is not None and found != drawn:  # a factor may be another now
            found = found if with_products(system, found, tables) and _all_hold(context, found, tables) else None
        if found is not None and (size_steps(system) or single_sizes(system)):
            found = found if with_steps(system, found, tables) and _all_hold(context, found, tables) else None
        if found is not None and states:
            found = with_all_states(states, found, tables)
            found = found if found is not None and _all_hold(context, found, tables) else None
        if found is not None and all(
            x >= (profile.low if profile.strict and s not in exempt else 1) for s, x in found.items()
        ):
            return found, tables
    raise Declined("no sizes were found that satisfy what is known of them")


def _related(context: Domain, drawn: dict[Sym, int], tables: Tables, attempt: int) -> dict[Sym, int] | None:
    """The drawn sizes with some replaced by what equalities make them; None if something known fails."""
    found = dict(drawn)
    solved: set[Sym] = set()
    equalities = [c for c in context.constraints if c.rel == "=="]
    for c in equalities:
        letters = [a for a, k in c.form.terms if isinstance(a, Sym) and abs(k) == 1 and a in found and a not in solved]
        if letters:
            letter = letters[attempt % len(letters)]
            k = c.form.coefficient(letter)
            rest = tables.form(c.form - k * affine(letter), found)
            found[letter] = -rest * k
            solved.update(s for s in c.form.letters() if s in found)
            continue
        terms = [(a, k) for a, k in c.form.terms if isinstance(a, IntFn) and abs(k) == 1]
        if not terms:
            continue
        term, k = terms[0]
        rest = tables.form(c.form - k * affine(term), found)
        args = tuple(tables.form(x, found) for x in term.args)
        tables.fixed[(term.name, args)] = -rest * k
        if -rest * k < 1 and term.name in tables.sizes:
            return None
    return found if _all_hold(context, found, tables) else None


def _all_hold(context: Domain, found: dict[Sym, int], tables: Tables) -> bool:
    return all(_satisfied(c, found, tables) for c in context.constraints)


def _satisfied(c: Constraint, found: dict[Sym, int], tables: Tables) -> bool:
    if not c.letters() <= found.keys() or any(
        isinstance(a, IntFn) and a.name not in tables.sizes for a, _ in c.form.terms
    ):
        return True  # about indices or lookups: not a matter of sizes
    x = tables.form(c.form, found)
    return _HOLDS[c.rel](x, c.modulus)


_HOLDS: dict[str, Callable[[int, int], bool]] = {
    "==": lambda x, m: x == 0,
    ">=": lambda x, m: x >= 0,
    "!=": lambda x, m: x != 0,
    "mod": lambda x, m: x % m == 0,
}
