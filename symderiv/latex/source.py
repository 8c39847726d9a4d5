"""The text of a formula and where it stands in its file."""

from __future__ import annotations

from typing import TypeAlias

from ..errors import Place
from ..node import node

Offsets: TypeAlias = tuple[int, int]


WINDOW = 120


@node
class Source:
    """The text of one formula, the 1-based line of its file on which it begins, and what else stands on the lines
    of its first and last character (`skipped` characters of a very long first line are left out of `before`).

    >>> s = Source("a +\\nx_12", line=3, before="so $", after="$ is")
    >>> s.column, str(s.place((4, 8))).splitlines()
    (5, ['line 4, column 1', '    x_12$ is', '    ^~~~'])
    """

    text: str
    line: int = 1
    before: str = ""
    after: str = ""
    file: str = ""
    skipped: int = 0

    @property
    def column(self) -> int:
        """The 1-based column at which the formula begins."""
        return self.skipped + len(self.before) + 1

    @property
    def last_line(self) -> int:
        """The 1-based line on which the formula ends."""
        return self.line + self.text.count("\n")

    def place(self, span: Offsets) -> Place:
        """The place of a span in the file, with the line on which it begins (a window of it, if it is very long)."""
        start = max(0, min(span[0], len(self.text)))
        row = self.text.count("\n", 0, start)
        first = self.text.rfind("\n", 0, start) + 1
        found = self.text.find("\n", start)
        last = found if found >= 0 else len(self.text)
        shown = self.text[max(first, start - WINDOW) : min(last, start + WINDOW)]
        shift = max(first, start - WINDOW) - first
        if row == 0 and shift == 0:
            shown = self.before + shown
            shift = self.skipped
        elif row == 0:
            shift += self.skipped + len(self.before)
        if found < 0 and start + WINDOW >= last:
            shown += self.after
        width = max(1, min(span[1], last, start + WINDOW) - start)
        column = start - first + (self.column if row == 0 else 1)
        return Place(self.line + row, column, shown, width, self.file, shift)
