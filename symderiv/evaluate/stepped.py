"""Sizes of layers drawn so that they do as an equation of the page says, `N_l = N_{l-1} - W + 1`."""

from __future__ import annotations

from ..affine import Sym
from ..size_steps import SizeStep, single_sizes, size_steps
from ..system import System
from .tables import Tables

MOST_PLACES = 60
"""At most so many layers are gone through."""


def with_steps(system: System, sizes: dict[Sym, int], tables: Tables) -> bool:
    """Make the drawn sizes fulfil such equations; False if these sizes cannot."""
    for x, n in single_sizes(system):
        tables.fixed[x.name, tuple(tables.form(place, sizes) for place in x.args)] = n
    return all(_put(s, sizes, tables) for s in size_steps(system))


def _put(s: SizeStep, sizes: dict[Sym, int], tables: Tables) -> bool:
    places = _places(s, sizes, tables)
    if places is None:
        return False
    if places and s.back:
        # one step after another; the first size is made so large that the last ones are sizes, too
        start = (s.name, (places[0] + s.back,))
        lowest = min(_run(s, places, sizes, tables))
        tables.fixed[start] = tables.value(*start) + max(0, tables.low - lowest)
    return all(x >= 1 for x in _run(s, places, sizes, tables))


def _run(s: SizeStep, places: range, sizes: dict[Sym, int], tables: Tables) -> list[int]:
    """The sizes at some places, one after another; each is remembered."""
    for n in places:
        tables.fixed[s.name, (n,)] = tables.form(s.value, {**sizes, s.letter: n})
    return [tables.fixed[s.name, (n,)] for n in places]


def _places(s: SizeStep, sizes: dict[Sym, int], tables: Tables) -> range | None:
    """The places of such an equation in the order of its steps; None if its range is none."""
    lows: list[int] = []
    highs: list[int] = []
    for c in s.domain.constraints:
        k = c.form.coefficient(s.letter)
        rest = c.form - k * s.letter_form
        if c.rel != ">=" or abs(k) != 1 or not rest.letters() <= sizes.keys():
            return None
        end = -k * tables.form(rest, sizes)
        (lows if k > 0 else highs).append(end)
    if not lows or not highs or min(highs) - max(lows) > MOST_PLACES:
        return None
    ends = max(lows), min(highs)
    return range(ends[0], ends[1] + 1) if s.back < 1 else range(ends[1], ends[0] - 1, -1)
