r"""What could not be read or proved, said in Japanese: the messages are raised in English (`japanese_messages`)."""

from __future__ import annotations

import re
from functools import cache

from ...pattern import lazily
from .japanese_messages import TABLE as MESSAGES
from .japanese_verdicts import TABLE as VERDICTS

HOLE = lazily(r"\{(\d?)\}")
PLACE = lazily(r" \(line (\d+), column (\d+)\)\Z")


def in_japanese(message: str) -> str:
    """The message in Japanese where the table has it, else as it is.

    >>> in_japanese("`x` lies outside its range"), in_japanese("no such message")
    ('`x` は範囲の外です', 'no such message')
    """
    place = PLACE.search(message)
    if place is not None:
        return f"{in_japanese(message[: place.start()])} ({place[1]} 行 {place[2]} 桁)"
    for pattern, wanted in _rows():
        found = pattern.fullmatch(message)
        if found is not None:
            values = [in_japanese(v) for v in found.groups()]
            count = iter(range(len(values)))
            return HOLE.sub(lambda m: values[int(m[1]) if m[1] else next(count)], wanted)  # noqa: B023
    return message


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (
        row.split(" => ") for row in (VERDICTS.strip() + MESSAGES.rstrip()).replace(" =>\n    ", " => ").splitlines()
    )
    return tuple((_pattern(english), wanted) for english, wanted in rows)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(r"(.+?)".join(map(re.escape, english.split("{}"))), re.DOTALL)
