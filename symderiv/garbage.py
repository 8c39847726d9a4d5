"""How seldom garbage is looked for: formulas are made by the thousand, and hold no circles.

What nobody refers to any more is freed at once; Python looks for circles besides, each time so many objects more are
there than before. Reading and judging a page makes that happen all the time, and finds little: what was drawn for a
network that is no longer asked about.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (500_000, 10, 4)
"""The thresholds of `gc.set_threshold`: so many objects, then so many rounds. What has outlived many rounds is what is
remembered: Python looks through all of it only where it has grown by a quarter since it did so before."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within, circles are looked for seldom.

    >>> before = gc.get_threshold()
    >>> with seldom_collected():
    ...     gc.get_threshold() >= SELDOM
    True
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    if not 0 < before[0] < SELDOM[0]:
        yield
        return
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
