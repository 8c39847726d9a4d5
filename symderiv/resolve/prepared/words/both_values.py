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
from ....latex.joining import ELSE as IN_ALL_OTHERS
from ....latex.joining import IF as ONLY_IF
from ....latex.tree import Formula, Group, Node, Number, Term, Terms
from ....pattern import lazily
from ...located import Located

ELSE = rf"(?:{IN_ALL_OTHERS}|(?:elsewhere|if not)\b)"
_EXPLAINS = r"(?:means?|denotes?|stands?|represents?|indicates?)"
_BEYOND = r"(?:outside|beyond|out\s+of|bounds|range|not\s+in)"
WHERE = (
    rf"where(?:ver)?(?!\s+we\b|[^.;:]*(?:\b{_EXPLAINS}\b|\b{_BEYOND}\b"
    r"|\$\s*(?:(?:is|are|counts?|can)\b|=)(?!\s+(?:not|no)\b)))"
)
"""A `where` that names places, and explains no letters as in `$b_i = 0$, where $b_i$ is the bias`; what lies beyond a
range is another matter (`beyond_a_list`);"""
IF = lazily(rf"\s*,?\s*(?:{ONLY_IF}|{WHERE})\b", re.I)
"""Words behind a value, before the words of its case."""
AND = r"(?:(?:and|or|but|et|und|oder|y|e|o)\s+)?(?:(?:it\s+)?(?:is|equals|vaut|est|ist|es|vale|è)\s+)?"
NUMBER = (
    r"(?:\$(?:(?P<name>[^$=]*?)(?P<equals>=))?\s*(?P<typed>[-−]?\d+)\s*\$|(?P<plain>[-−]?\d+)"
    r"|(?P<word>zero|zéro|null|cero))"
)
OTHER = lazily(rf"(?P<first>[^.;]*?)\s*[,;]?\s*{AND}{NUMBER}\s*,?\s*{ELSE}", re.I)
"""The words of the first case, and the number in all others,"""
OTHER_LAST = lazily(
    rf"(?P<first>[^.;]*?)\s*[,;]?\s*(?:(?:and|or|but|et|und|y|e)\s+)?{ELSE}\s*,?\s*{AND}{NUMBER}"
    r"(?=\s*(?:[.;)](?!\d)|\Z|\n[ \t]*\n))",
    re.I,
)
"""or that number behind its word, where the sentence ends with it;"""
IS = lazily(
    r"\s*(?:is|equals|takes the value|has the value|est|vaut|ist|es|vale|è)\s+"
    r"(?P<dollar>\$?)(?P<number>[-−]?\d+)(?P=dollar)(?![\w.]*\d)",
    re.I,
)
"""A verb and a value behind a name: `$m_{ui}$ is 1 if ..`."""
THIRD = lazily(r"\d|\\frac|\b(?:if|when|for|half|two|wenn|falls|für|si|quand|pour|cuando|se|quando|negative)\b", re.I)
"""what those words may not hold: a number, or a case of its own;"""
CUT = lazily(r"\s*=\s*[-−]?\d+\s*")
"""the number as typed without the name, which is no formula."""


def other_value(display: Display, when: str) -> Number | Terms | None:
    """The number that a sentence gives to a name in all cases but that of the words `when`, which has another."""
    found = _other(when)
    if found is None:
        return None
    name = re.sub(r"\s", "", display.latex.partition("=")[0])
    typed = re.sub(r"\s", "", found["name"] or "")
    if typed and (typed != name or not found["equals"]):
        return None
    return _number(found["typed"] or found["plain"] or "0")


def _other(when: str, at: int = 0) -> re.Match[str] | None:
    """The words of a case with the number in all others, if they tell no third one."""
    matches = (x.match(when, at) for x in (OTHER, OTHER_LAST))
    return next((x for x in matches if x is not None and not THIRD.search(x["first"])), None)


def value_behind(after: str) -> tuple[Number | Terms, str] | None:
    """The number that a sentence gives to a name with a verb, and the words behind it."""
    found = IS.match(after)
    return (_number(found["number"]), after[found.end() :]) if found is not None else None


def _number(text: str) -> Number | Terms:
    text = text.replace("−", "-")
    number = Number(text.lstrip("-"))
    return Terms((Term("-", number),)) if text[0] == "-" else number


def without_other_value(before: str, behind: str) -> tuple[str, str]:
    """The words around a value without those that tell its case and the number in all others.

    >>> without_other_value("Let ", " if user $u$ has rated item $i$, and $0$ otherwise.")
    ('Let ', '.')
    >>> without_other_value("", " if so")
    ('', ' if so')
    """
    case = _case(behind)
    found = _other(behind, case.end()) if case is not None else None
    return before, behind if found is None else behind[found.end() :]


def tells_one_value(behind: str) -> bool:
    """Do the words behind a name and its value say when it has that value, and not what it is otherwise?"""
    case = _case(behind)
    return case is not None and _other(behind, case.end()) is None


def _case(behind: str) -> re.Match[str] | None:
    verb = IS.match(behind)
    return IF.match(behind, verb.end() if verb is not None else 0)


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
