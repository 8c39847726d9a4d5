r"""Names that a sentence among the lines gives to a value: `we can reuse $s_i = u_i \sigma(u_i)$ from above`.

An objective that nothing defines depends on the last nodes. A name for a value that is introduced behind the first
line, within a sentence, is none of them: it shortens the lines to come. So does another name for a name, that words
write so, wherever they stand (`Writing $r = \operatorname{RMS}(x)$`). One by which a line differentiates may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import ReadError
from ...expr import Partial, Var, Variable, variables, walk
from ...pattern import lazily
from ...read import Reading, Written
from ..cases.pinned import order_of

WRITING = lazily(
    r"\b(?:writ(?:e|es|ing|ten)|abbreviat\w+|short(?:hand)?(?: for)?|for short|schreiben|abkürz\w+|escrib\w+|on note)\b"
    r"[^.;。$]{0,30}\Z|略記[^。$]{0,20}\Z",
    re.I,
)
"""Words before a name that only shortens another one."""
ON_THE_ROW = lazily(r"\w[^\n]*\Z")
"""Words on the same row before a formula: it stands in their sentence, whatever its dollar signs (Jekyll)."""


def abbreviations(reading: Reading) -> tuple[Variable, ...]:
    """The names that sentences behind the first line introduce, that lines use and nothing differentiates by."""
    orders = [order_of(reading, w) for w in reading.claims if w.claims and not _in_sentence(w)]
    if not orders:
        return ()
    first = min(orders)
    late: set[Variable] = set()
    others = set(_differentiated_by(reading))
    for w in reading.claims:
        late_one = _in_sentence(w) and (order_of(reading, w) > first or _renames(w))
        names = late if late_one else others
        names.update(e.variable for _, e in w.defines)
    members = (m for w in reading.claims if w.claims for m in w.members if not isinstance(m, ReadError))
    used = {v for m in members for v in variables(m)}
    return tuple(sorted((late & used) - others, key=lambda v: v.key))


def _renames(w: Written) -> bool:
    """Do words write one name for another?"""
    bodies = [w.members[link + 1] for link, _ in w.defines]
    return w.inline and WRITING.search(w.words[0]) is not None and all(isinstance(b, Var) for b in bodies)


def _in_sentence(w: Written) -> bool:
    return w.inline or ON_THE_ROW.search(w.words[0]) is not None


def _differentiated_by(reading: Reading) -> Iterator[Variable]:
    members = (m for w in reading.claims for m in w.members if not isinstance(m, Exception))
    for x in (x for m in (*members, *(d.body for d in reading.draft.definitions)) for x in walk(m)):
        if isinstance(x, Partial):
            yield x.wrt.variable
