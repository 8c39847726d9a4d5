r"""What is struck out among words: `~~For $k = l$:~~`, `<del>..</del>`, `\sout{..}`.

A formula that is struck out is a line that its author takes back, and is judged as such. Words that are struck out are
not said at all: they are replaced by spaces, so that nobody reads them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..pattern import lazily
from .find import Found

STRIKE = lazily(r"~~|</?(?:del|s|strike)>")
COMMAND = lazily(r"\\(?:sout|st|xout)\s*\{")
MARKS = ("~~", "<del>", "<s>", "<strike>", "\\sout", "\\st", "\\xout")
"""Without any of them nothing is struck out."""
BRACE = lazily(r"[{}]")
Range = tuple[int, int]


def strikes(text: str, maths: Sequence[Found], first: int = 0) -> list[Range]:
    r"""The ranges that are struck out, outside mathematics, in order.

    >>> from .find import find
    >>> text = r"~~so $a = b$~~ and \sout{no $c = d$ \textbf{here}}"
    >>> [text[a:b] for a, b in strikes(text, list(find(text)))]
    ['so $a = b$', 'no $c = d$ \\textbf{here}']
    """
    if not any(mark in text for mark in MARKS):
        return []
    starts = [m.start for m in maths]

    def outside(at: int) -> bool:
        n = bisect_right(starts, at) - 1
        return n < 0 or maths[n].end <= at

    marks = [m for m in STRIKE.finditer(text, first) if outside(m.start())]
    found = [(a.end(), b.start()) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    for m in COMMAND.finditer(text, first):
        end = _closing(text, m.end())
        if outside(m.start()) and end is not None:
            found.append((m.end(), end))
    return sorted(found)


def _closing(text: str, at: int) -> int | None:
    """Where the brace closes that was opened before an offset; None if it does not within a few thousand characters."""
    depth = 1
    for m in BRACE.finditer(text, at, at + 5_000):
        depth += 1 if m[0] == "{" else -1
        if not depth:
            return m.start()
    return None


def without_words(text: str, ranges: Sequence[Range], maths: Sequence[Found]) -> str:
    """The text with the words of some ranges replaced by spaces; mathematics and ends of lines stay.

    >>> from .find import find
    >>> text = "~~For $k = l$ only:~~ yes"
    >>> maths = list(find(text))
    >>> without_words(text, strikes(text, maths), maths)
    '~~    $k = l$      ~~ yes'
    """
    pieces, at = [], 0
    for start, end in _apart(ranges, maths):
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join((*pieces, text[at:]))


def _apart(ranges: Sequence[Range], maths: Sequence[Found]) -> Iterator[Range]:
    """The parts of ranges between formulas, in order."""
    done = 0
    for start, end in ranges:
        at = max(start, done)
        for m in maths:
            if at <= m.start < end:
                yield at, m.start
                at = max(at, m.end)
        if at < end:
            yield at, end
        done = max(done, end)
