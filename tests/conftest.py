"""What holds for every test."""

from __future__ import annotations

import gc

import pytest


@pytest.fixture(autouse=True, scope="module")
def settled() -> None:
    """Take what earlier modules left (caches, imported backends) out of the garbage collector's sight.

    Millions of objects stand about late in a run, and one collection among them lasts for seconds: long enough to
    use up the seconds that a proof or a parse is given in a test about something else.
    """
    gc.collect()
    gc.freeze()
