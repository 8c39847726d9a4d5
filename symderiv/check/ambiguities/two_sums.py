r"""Weights that one definition adds up twice, `a_j = \sum_h w_{hj} b_h + \sum_c w_{cj} s_c` with h and c up to C.

Few authors mean one array by both, and fewer say so: the second letter is there to tell them apart. Where no words say
which is meant, a line is right or wrong if it is so in both readings.
"""

from __future__ import annotations

from collections.abc import Callable

from ...read import Reading
from ..completion.clashes import Whole, read_otherwise


def with_sums_apart(page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which these are two arrays; none without such weights."""
    found = read_otherwise(page, read) if page.reading.twice else None
    return () if found is None else (found,)
