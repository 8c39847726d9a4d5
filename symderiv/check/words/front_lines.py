r"""Lines of the front matter that are no TOML: each costs itself, and what it would say is left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...document.text import front_matter
from ...errors import ReadError
from ...pattern import lazily
from ...read import Reading
from ...resolve.told.untold import Untold

MOST_LINES = 8
"""So many lines of the front matter may be bad."""
KEY = lazily(r"""\s*["']?([\w\\-]+)["']?\s*=\s*(.*)""")
HEADER = lazily(r"\s*\[\s*([\w-]+)\s*\]")
NAME = lazily(r"\\?[A-Za-z]+")
SILENT = ("title", "wrt", "data", "objective")
"""Keys without which no line means anything else."""


@dataclass(frozen=True, slots=True)
class Front:
    """A page whose front matter can be read: its text, and what is wrong with the lines that are left blank in it."""

    text: str
    problems: tuple[ReadError, ...] = ()
    untold: tuple[Untold, ...] = ()

    def told(self, reading: Reading) -> Reading:
        """What was read of the text, with what could not be read of its front matter."""
        if not self.problems:
            return reading
        problems = (*self.problems, *reading.problems)
        return replace(reading, problems=problems, untold=(*reading.untold, *self.untold))


def with_readable_front(text: str, file: str = "") -> Front:
    r"""The page without the lines of its front matter that cannot be read; as it is if none or all of it cannot.

    >>> front = with_readable_front('+++\nwrt = "w"\nsizes = N"\n+++\nx')
    >>> front.text, [str(u) for u in front.untold]
    ('+++\nwrt = "w"\n\n+++\nx', ['the range of `N` in line 3 could not be read'])
    """
    if not text.startswith("+++"):
        return Front(text)
    rows, problems, untold = text.split("\n"), list[ReadError](), list[Untold]()
    end = next((n for n, row in enumerate(rows) if n and row.strip() == "+++"), 0)
    for _ in range(MOST_LINES):
        try:
            front_matter("\n".join(rows), file)
        except ReadError as error:
            at = error.place.line - 1 if error.place is not None else 0
            if not 0 < at < end or not rows[at].strip():
                return Front(text)
            problems.append(error)
            untold += _untold(rows, at)
            rows[at] = ""
        else:
            return Front("\n".join(rows), tuple(problems), tuple(untold))
    return Front(text)


def _untold(rows: list[str], at: int) -> Iterator[Untold]:
    """What a line would say."""
    found = KEY.match(rows[at])
    key, value = (found[1], found[2]) if found is not None else ("", rows[at])
    table = next((m[1] for row in rows[at::-1] if (m := HEADER.match(row)) is not None), "")
    if table == "ranges":
        yield Untold(key, at + 1, kind="range")
    elif key in ("sizes", "functions"):
        kind = "range" if key == "sizes" else "name"
        yield from (Untold(name, at + 1, kind=kind) for name in NAME.findall(value))
    elif key not in SILENT:
        yield Untold(key or value, at + 1, kind="fact")
