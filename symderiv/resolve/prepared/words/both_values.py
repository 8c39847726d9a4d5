r"""Both values that a sentence gives to data: `$r(i,j) = 1$ if user $j$ has rated film $i$, and $0$ otherwise`.

Then the data are one of the two numbers, `r(i,j) \in \{0, 1\}`, and `[r(i,j) = 1]` is `r(i,j)`. What stands between the
words of the first case and the other number may name no third one. Where the second is typed as `$= 0$ sinon`, that is
no formula of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....document.blocks import Display
from ....errors import ReadError
from ....latex.tree import Formula, Group, Node, Number, Term, Terms
from ...located import Located

ELSE = (
    r"(?:otherwise|else|elsewhere|if not|sinon|autrement|sonst|andernfalls|ansonsten|en otro caso|en caso contrario"
    r"|de lo contrario|altrimenti|caso contrário)\b"
)
IF = re.compile(r"\s*,?\s*(?:if|when|whenever|iff|si|quand|lorsque|wenn|falls|cuando|se|quando|als)\b", re.I)
"""Words behind a value, before the words of its case."""
AND = r"(?:(?:and|or|but|et|und|oder|y|e|o)\s+)?(?:(?:it\s+)?(?:is|equals|vaut|est|ist|es|vale|è)\s+)?"
OTHER = re.compile(
    rf"(?P<first>[^.;]*?)\s*[,;]?\s*{AND}(?:\$(?P<name>[^$=]*?)(?P<equals>=?)\s*(?P<typed>[-−]?\d+)\s*\$|"
    rf"(?P<plain>[-−]?\d+)|(?P<word>zero|zéro|null|cero))\s*,?\s*{ELSE}",
    re.I,
)
"""The words of the first case, and the number in all others;"""
THIRD = re.compile(
    r"\d|\\frac|\b(?:if|when|for|half|two|wenn|falls|für|si|quand|pour|cuando|se|quando|negative)\b", re.I
)
"""what those words may not hold: a number, or a case of its own;"""
CUT = re.compile(r"\s*=\s*[-−]?\d+\s*")
"""the number as typed without the name, which is no formula."""


def other_value(display: Display, when: str) -> Number | Terms | None:
    """The number that a sentence gives to a name in all cases but that of the words `when`, which has another."""
    found = OTHER.match(when)
    if found is None or THIRD.search(found["first"]):
        return None
    name = re.sub(r"\s", "", display.latex.partition("=")[0])
    typed = re.sub(r"\s", "", found["name"] or "")
    if typed and (typed != name or not found["equals"]):
        return None
    text = (found["typed"] or found["plain"] or "0").replace("−", "-")
    number = Number(text.lstrip("-"))
    return Terms((Term("-", number),)) if text[0] == "-" else number


def without_other_value(before: str, behind: str) -> tuple[str, str]:
    """The words around a value without those that tell its case and the number in all others.

    >>> without_other_value("Let ", " if user $u$ has rated item $i$, and $0$ otherwise.")
    ('Let ', '.')
    >>> without_other_value("", " if so")
    ('', ' if so')
    """
    case = IF.match(behind)
    found = OTHER.match(behind, case.end()) if case is not None else None
    return before, behind if found is None or THIRD.search(found["first"]) else behind[found.end() :]


def listed(one: Node, other: Node) -> Group:
    """The set of two numbers."""
    return Group(r"\{", (one, other), r"\}", (",",))


def cut_off(located: Sequence[Located], at: int) -> Iterator[int]:
    """Where the numbers stand that were typed without their name in the paragraph of a formula, behind it."""
    paragraph = located[at][0].paragraph
    for n in range(at + 1, len(located)):
        display, f = located[n]
        if display.paragraph != paragraph or not display.inline:
            return
        if isinstance(f, ReadError) and CUT.fullmatch(display.latex):
            yield n
            return


def nothing_in(display: Display) -> Formula:
    """A formula that says nothing."""
    return Formula(display.source, ())
