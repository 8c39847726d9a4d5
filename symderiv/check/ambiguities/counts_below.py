r"""Sums with a letter below them that nothing in them has: `E = \frac12 \sum_n (y_j - t_j)^2`.

As typed these are n equal terms with j for a label. But n may be how many terms there are, and j what the sum runs
over; a line that is right so is not wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from ...pattern import lazily
from ...read import Reading
from ..completion.clashes import Whole, read_otherwise

BARE = lazily(r"\\sum(?:\\(?:no)?limits)?\s*_\s*(?:\{\s*([A-Za-z])\s*\}|([A-Za-z]))(?!\s*(?:\^|\\limits))")
SCRIPT = lazily(r"[_^]\s*(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|([A-Za-z]))")


def letters_below_alone(text: str) -> set[str]:
    r"""The letters below sums without bounds that stand in no script of anything else.

    >>> letters_below_alone(r"\sum_n (y_j - t_j)^2 + \sum_k z_k")
    {'n'}
    """
    below = {m[1] or m[2] for m in BARE.finditer(text)}
    rest = BARE.sub(" ", text)
    return below - {x for m in SCRIPT.finditer(rest) for x in m[1] or m[2] or ""}


def with_sums_by_count(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which such sums run over the only letter in them; none where that
    changes nothing."""
    found = read_otherwise(page, read) if letters_below_alone(text) else None
    same = found is None or (found.reading.draft, found.reading.claims) == (page.reading.draft, page.reading.claims)
    return () if found is None or same else (found,)
