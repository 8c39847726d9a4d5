r"""Names with a d that a page defines, `dz := y - a`, and compares with derivatives, `\partial L/\partial W = dW`.

`dz` is read as the derivative, so that its definition is judged and the comparison says nothing. To an author who
writes both, it may be a name for what is on the right. Then the definition is no claim, and the comparison is one. The
readings differ where a definition is wrong; such a definition and such comparisons are open then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...errors import ReadError
from ...pattern import lazily
from ...read import Written
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link

DEFINED = lazily(
    r"\A\s*(?P<name>(?:d|\\(?:mathrm|text)\s*\{\s*d\s*\})\s*(?:\\[A-Za-z]+|\{?[A-Za-z]\}?)[^:=&]*?)\s*&?\s*"
    r"(?::=|\\coloneqq|\\triangleq|\\leftarrow|\\gets)"
)
"""A name with a d that a display begins with and defines."""
DETAIL = "the names with a d are defined by `:=` and compared with derivatives: they may be no derivatives themselves"


def unless_defined_by_d(
    link: Link, verdict: Verdict, claims: Sequence[Written], judge: Judge, linked: Callable[[Written], Link | None]
) -> Verdict:
    """The verdict; open for a wrong definition of such a name, and for comparisons beside one."""
    mine = link.written
    judged = verdict.judgement
    if judged is Judgement.WRONG:
        doubtful = defined(mine.latex) is not None and any(True for _ in _comparisons(claims))
    elif judged is Judgement.RIGHT and _says_nothing(mine):
        doubtful = mine in _comparisons(claims) and any(_is_wrong(w, judge, linked) for w in claims)
    else:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL) if doubtful else verdict


def defined(latex: str) -> str | None:
    """The name with a d that a display defines, without spaces.

    >>> defined("dz := y - a"), defined("d W_1 := dz x"), defined("dz = y - a")
    ('dz', 'dW_1', None)
    """
    found = DEFINED.match(latex)
    return re.sub(r"\s", "", found["name"]) if found else None


def _comparisons(claims: Sequence[Written]) -> Iterator[Written]:
    """The lines that compare such names with what they are read as."""
    names = [x for w in claims if (x := defined(w.latex)) is not None]
    nothing = (w for w in claims if names and _says_nothing(w) and defined(w.latex) is None)
    yield from (w for w in nothing if any(x in re.sub(r"\s", "", w.latex) for x in names))


def _says_nothing(w: Written) -> bool:
    return len(w.members) > 1 and not isinstance(w.members[0], ReadError) and w.members[1] == w.members[0]


def _is_wrong(w: Written, judge: Judge, linked: Callable[[Written], Link | None]) -> bool:
    link = linked(w) if defined(w.latex) is not None else None
    return link is not None and judge(link).judgement is Judgement.WRONG
