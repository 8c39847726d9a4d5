r"""Displays that go on with the one above: `$$ a = b $$` and, in the next row, `$$ = c $$`.

Where a chain is typed as one display a step, nothing but empty space stands between them, and all but the first begin
with the relation. They are one display of several rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .find import Found

GOES_ON = re.compile(r"\s*(?:\{\}\s*)?(?:&\s*)?=(?!=)")
SPACE = re.compile(r"\S")


def joined(text: str, maths: Sequence[Found]) -> tuple[str, list[Found]]:
    r"""The text and its mathematics with such displays as one, every other position kept.

    >>> from symderiv.document.find import find
    >>> text = "$$a = b$$\n$$= c$$"
    >>> joined(text, list(find(text)))[0]
    '$$a = b\\\\\n  = c$$'
    """
    found: list[Found] = []
    pieces: list[str] = []
    done = 0
    for m in maths:
        last = found[-1] if found else None
        if last is not None and _goes_on(text, last, m):
            between = SPACE.sub(" ", text[last.outer : m.inner])
            pieces += [text[done : last.outer], "\\\\", between[2:]]
            done = m.inner
            found[-1] = replace(last, outer=m.outer, end=m.end)
        else:
            found.append(m)
    return "".join(pieces) + text[done:], found


def _goes_on(text: str, last: Found, m: Found) -> bool:
    """Is it a display without a left side directly below another one?"""
    plain = all(not (x.inline or x.environment or x.error or x.included) and x.outer > x.inner for x in (last, m))
    if not plain or text[last.end : m.start].strip() or GOES_ON.match(text, m.inner, m.outer) is None:
        return False
    return text[last.start : last.inner] == text[m.start : m.inner] and "=" in text[last.inner : last.outer]
