r"""What Markdown quotes (`> ..`) is text like any other: its marks are no signs of mathematics.

A quotation begins behind an empty line, or within a paragraph without mathematics; elsewhere `>` at the beginning of a
row may be the relation (`$$ a` and, in the next row, `> 0 $$`).
"""

from __future__ import annotations

import re

from ..pattern import lazily

MARKS = lazily(r"[ ]{0,3}(?:>[ \t]?)+")
MATHEMATICS = lazily(r"\$|\\\[|\\\(|\\begin\b|```")
COMMENT = lazily(r"\s*<!--.*-->\s*\Z")
HEADING = lazily(r"[ ]{0,3}#{1,6}\s")


def unquoted(text: str) -> str:
    """The text with spaces for the marks of quotations, every other position kept.

    >>> unquoted("As above:\\n> $$\\n> a = b\\n> $$")
    'As above:\\n  $$\\n  a = b\\n  $$'
    >>> unquoted("$$ a\\n> 0 $$")
    '$$ a\\n> 0 $$'
    """
    if ">" not in text:
        return text
    rows = text.split("\n")
    quoting, plain = False, True
    for n, row in enumerate(rows):
        marks = MARKS.match(row)
        quoting = marks is not None and (quoting or plain)
        if quoting and marks is not None:
            rows[n] = re.sub(r"\S", " ", marks[0]) + row[marks.end() :]
        if not row.strip() or COMMENT.match(row) or HEADING.match(row):
            plain = True
        elif not quoting:
            plain = plain and MATHEMATICS.search(row) is None
    return "\n".join(rows)
