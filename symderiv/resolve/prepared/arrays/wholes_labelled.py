r"""What is made of all entries of a name and carries its letter: the `x_w` of `x_w = \frac{1}{C} \sum_{c=1}^{C} x_c`.

The w is no entry of the x that is summed: nothing runs over it, no range has it, and nothing else on the right carries
it. So it is set upright as a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

Mark = tuple[object, str]
"""A name without its scripts, and the letter below it."""


def _has_whole(s: Statement) -> bool:
    return _whole(s.chain) is not None


@where(_has_whole)
def with_wholes_labelled(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such letters set upright."""
    chains = [c for f in read_of(located) for s in f.statements for c in (s.chain, *s.conditions)]
    running = set(_running(chains))
    found = {mark for c in chains if (mark := _whole(c)) is not None and mark[1] not in running}

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or (mark := _mark(x)) is None or mark not in found:
            return None
        upright = (Text(mark[1], span=x.span),)
        return replace(x, scripts=tuple(s if s.above else replace(s, entries=upright) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _whole(c: Chain) -> Mark | None:
    """The name on the left of an equation, where it is made of a sum over all names of its kind."""
    left = c.members[0]
    mark = _mark(left) if isinstance(left, Name) and not left.primes else None
    if mark is None or len(c.members) < 2 or c.relations[0] not in EQUALITIES:
        return None
    inside = [y for y in t.of_kind(c.members[1], Name) if _bare(y) == mark[0]]
    bound = {b for x in t.of_kind(c.members[1], t.BigSum) for b in _bound(x)}
    marks = {m[1] for y in inside if (m := _mark(y)) is not None}
    alone = all(y.base != mark[1] for m in c.members[1:] for y in t.of_kind(m, Name))
    return mark if inside and len(marks) == 1 and marks <= bound and alone else None


def _mark(x: Name) -> Mark | None:
    below = [s for s in x.scripts if not s.above]
    letter = letter_of(below[0].entries[0]) if len(below) == 1 and len(below[0].entries) == 1 else None
    return (_bare(x), letter) if letter is not None else None


def _bare(x: Name) -> object:
    return x.base, x.accents, x.font, x.primes


def _bound(x: t.BigSum) -> Iterator[str]:
    for b in x.below:
        first = b.members[0] if isinstance(b, Chain) else b
        yield from (y.base for y in t.of_kind(first, Name))


def _running(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters that something runs over, that are counted, or that are values by themselves."""
    for c in chains:
        yield from (b for x in t.of_kind(c, t.BigSum) for b in _bound(x))
        if c.relations and c.relations[0] not in EQUALITIES:
            yield from (y.base for y in t.of_kind(c, Name))
        scripts = {id(y) for s in t.of_kind(c, t.Script) for y in t.of_kind(s, Name)}
        if c.relations:
            yield from (y.base for y in t.of_kind(c, Name) if id(y) not in scripts and not y.scripts)
        terms = (
            y for s in t.of_kind(c, t.Script) for e in s.entries if letter_of(e) is None for y in t.of_kind(e, Name)
        )
        yield from (y.base for y in terms)
