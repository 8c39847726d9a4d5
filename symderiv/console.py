"""Tables for a terminal. This is the one place that needs rich, and it loads it only when a table is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: laid out by rich in a terminal, tab-separated when piped (for grep, cut and old consoles).

    >>> table(("name",), [("autoencoder",)])
    name
    autoencoder
    """
    if not sys.stdout.isatty():
        for row in (head, *rows):
            print("\t".join(row))
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    shown = Table(*head, box=SIMPLE)
    for row in rows:
        shown.add_row(*row)
    Console().print(shown, markup=False)
