"""What a terminal takes: tables, and JSON on consoles that lack some characters.

This is the one place that needs rich, and it loads it only when a table is shown.
"""

from __future__ import annotations

import json
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


def json_for(text: str, encoding: str | None) -> str:
    r"""JSON with `\uXXXX` for the characters that an encoding lacks, which is the same JSON.

    >>> json_for('{"name": "誤差 ö"}', "cp932")
    '{"name": "誤差 \\u00f6"}'
    """
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return "".join(c if _has(c, encoding) else json.dumps(c)[1:-1] for c in text)
    return text


def _has(c: str, encoding: str | None) -> bool:
    try:
        c.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
