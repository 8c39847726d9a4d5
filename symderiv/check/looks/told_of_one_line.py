r"""What the condition of one line says of a matrix, `.. ( $W = W^T$ )`, holds for no other line.

It is read as a fact about the matrix; so another line with it that is right may be right by that alone, and is left
open. A line that is wrong in spite of it is wrong in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...pattern import lazily
from ...resolve.told.untold import stands_in
from ...step import Judgement, Verdict
from ..link import Link

BEHIND = lazily(
    r"\$\$\s*\(?\s*(?:(?:if|when|whenever|for|falls|wenn|si|cuando)\s+)?((?:\(?\$[^$]+\$\)?[\s,;]*(?:and\s+)?)+)"
)
"""The formulas behind a display, on its row."""
_NAME = r"(?P<name>\\[A-Za-z]+\s*\{\s*[A-Za-z]\s*\}|\\[A-Za-z]+|[A-Za-z])"
_TURNED = r"\s*\^\s*\{?\s*(?:T|\\top|\\intercal|\\math\w+\s*\{?\s*T\s*\}?)\s*\}?"
SPECIAL = (
    lazily(rf"{_NAME}\s*=\s*(?P=name){_TURNED}"),
    lazily(rf"{_NAME}{_TURNED}\s*=\s*(?P=name)(?![\w^])"),
    lazily(
        rf"{_NAME}\s*_\s*\{{?\s*(?P<i>\w)\s*,?\s*(?P<j>\w)\s*\}}?\s*=\s*(?P=name)\s*_\s*\{{?\s*(?P=j)\s*,?\s*(?P=i)(?!\w)"
    ),
    lazily(rf"{_NAME}\s*=\s*\\?(?:mathbf\s*\{{)?\s*I(?![A-Za-z])"),
)
"""A matrix that equals its transpose, or the unit matrix."""
DETAIL = "what is said of `{}` in the condition of another line may not hold for this one"


def unless_told_of_another(link: Link, verdict: Verdict, page: str) -> Verdict:
    """The verdict; open for a right line with such a matrix that has no such condition itself."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    row = link.written.place.line + link.written.latex.count("\n")
    told = conditions(page)
    own = {name for name, line in told if abs(line - row) <= link.written.latex.count("\n") + 1}
    other = next((n for n, _ in told if n not in own and stands_in(n, link.written.latex)), None)
    return verdict if other is None else Verdict(Judgement.UNPROVED, detail=DETAIL.format(other))


@lru_cache(maxsize=64)
def conditions(page: str) -> tuple[tuple[str, int], ...]:
    r"""The matrices of which the condition of a line says that they are special, each with the line of the page.

    >>> conditions("$$ a = W b $$ ( $m = n$, $W = W^T$ )"), conditions("Here $W = W^T$.\n\n$$ a = W b $$ ( $m = n$ )")
    ((('W', 1),), ())
    """
    return tuple(_found(page)) if "$$" in page else ()


def _found(page: str) -> Iterator[tuple[str, int]]:
    for number, row in enumerate(page.split("\n"), 1):
        at = row.rfind("$$")
        behind = BEHIND.match(row, at) if at >= 0 and "=" in row[at:] else None
        if behind is not None:
            yield from ((m["name"].replace(" ", ""), number) for x in SPECIAL for m in x.finditer(behind[1]))
