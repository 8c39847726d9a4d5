r"""Parts of formulas that are crossed out: zero, cancelled, or wrong?

A line is read as if they were not crossed out, and without them: it is right or wrong if it is so in both cases.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from ...errors import SymderivError
from ...pattern import lazily
from ...read import Reading
from ...system import System
from ..completion.clashes import Whole, read_otherwise
from ..known.parts import beside
from ..link import Stance

CROSSED = lazily(r"\\(?:[bx]?cancel(?:to)?|sout|st)(?![A-Za-z])")


def without_struck_parts(
    text: str, page: Whole, read: Callable[[], Reading], network: System | None
) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which such parts are gone; none where there are none."""
    if CROSSED.search(text) is None:
        return ()
    found = in_another_reading(page, read, network)
    crossed = [w for w in page.reading.claims if CROSSED.search(w.latex)]
    numbers = frozenset() if any(w.defines for w in crossed) else frozenset(w.number for w in crossed)
    return () if found is None else (replace(found, stance=Stance.CROSSED, of=numbers),)


def in_another_reading(page: Whole, read: Callable[[], Reading], network: System | None) -> Whole | None:
    """The page in the reading that `read` gives, beside the network if one is given; None where it does not hold."""
    return read_otherwise(page, read) if network is None else _about(network, read)


def _about(network: System, read: Callable[[], Reading]) -> Whole | None:
    with suppress(SymderivError):
        reading = read()
        return Whole(reading, beside(network, reading))
    return None
