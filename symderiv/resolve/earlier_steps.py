r"""What comes from an earlier step than the one that a page holds, the `a^{(t-1)}` of `p_i = \sigma(u \, a_i^{(t-1)})`.

Nothing on the page defines it. It is not made of what carries the step itself, `w^{(t)}`; of what has no step, u, it
may be, as steps share that. Words say that it is not: `the score after $t-1$ trees` is no function of the next tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..errors import ReadError
from ..latex import tree as t
from ..latex.hedged import is_hedged
from ..latex.tree import Name
from .located import Located, read_of
from .prepared.applied import head_of
from .shape import shape_of
from .told_constant import NO_FACT
from .untold import DEPENDENT, Untold

EARLIER = re.compile(r"\\?[A-Za-z]+-\d+")
"""The label of such a step."""
_TREES = (
    r"(?:(?:regression|decision|boosted|weak|base)\s+)?"
    r"(?:trees|stumps|learners|boosting\s+(?:rounds|stages|steps|iterations))"
)
_SCORES = r"(?:scores?|predictions?|outputs?|margins?|ensembles?|estimates?)"
TOLD = re.compile(
    rf"\s*,?\s*(?:is|are|be|denotes?|being)\s+the\s+(?:\w+\s+){{0,2}}{_SCORES}\b"
    r"(?:[^.;:$]|\$[^$=]*\$)*?\b(?:after|of|from|by|with)\s+(?:(?:the|all)\s+)?"
    rf"(?:(?:first\s+)?\$\s*\\?[A-Za-z]+\s*-\s*1\s*\$|previous|earlier)\s+{_TREES}"
    r"(?=\s*(?:[.;:)]|\Z|,(?!\s*(?:and|plus|with|but|together|including|as\s+well)\b(?!\s*\$))|and\s*\$))",
    re.I,
)
"""Words behind a name that say which trees it is made of."""
NOT = re.compile(r"\b(?:not|no|never|except|unless|if|and|plus|but)\b", re.I)
"""Words in between by which it is more, or something else."""


def of_earlier_steps(located: Sequence[Located]) -> Iterator[Untold]:
    r"""Names of an earlier step that nothing defines, with the names without a step that they may be made of."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    labels = {y.content for x in names for y in _labels(x)}
    steps = {x.split("-")[0] for x in labels if EARLIER.fullmatch(x)}
    if not steps:
        return
    made = {x.base for x in map(shape_of, filter(None, (head_of(s.chain.members[0]) for s in statements))) if x}
    shared = (x for x in names if not any(y.content.split("-")[0] in steps for y in _labels(x)))
    bases = {x.base for x in map(shape_of, shared) if x is not None} - made
    for x in names:
        shape = shape_of(x)
        if shape is not None and shape.base not in made and any(EARLIER.fullmatch(y.content) for y in _labels(x)):
            yield Untold(shape.base, 0, text=" ".join(sorted(bases)), kind=DEPENDENT)


def told_of_earlier_trees(located: Sequence[Located]) -> frozenset[str]:
    """The letters of names that words call the score after earlier trees."""
    found: set[str] = set()
    for d, f in located:
        told = TOLD.match(d.after) if d.inline and not d.struck else None
        if told is None or isinstance(f, ReadError) or NOT.search(told[0]) or NO_FACT.search(d.before):
            continue
        shape = shape_of(f.statements[0].chain.members[0]) if len(f.statements) == 1 else None
        if shape is not None and not f.statements[0].chain.relations and not is_hedged(d.before, d.after):
            found.add(shape.base)
    return frozenset(found)


def _labels(x: Name) -> Iterator[t.Text]:
    yield from (e for s in x.scripts for e in s.entries if isinstance(e, t.Text))
