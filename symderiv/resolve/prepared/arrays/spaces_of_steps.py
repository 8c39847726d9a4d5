r"""Wholes told by their entries that go on to say where they lie, `\mathbf{x}_t = (x_{t,m}) \in \mathbb{R}^M`.

These are two sentences: one that tells of which entries the array of a step is made, and one about its space. Of a
name without scripts, `W = (w_{ij}) \in \mathbb{R}^{m \times n}`, and of one with a layer above, as its entries have it,
the shapes themselves take care.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex.tree import Chain, Formula, Name, Statement
from ...asked import where
from ...located import Located
from ...shapes.declared import space
from ...stated import whole_and_entry


def _goes_on(s: Statement) -> bool:
    c = s.chain
    if len(c.members) != len("w=e") or c.relations[-1] != r"\in":
        return False
    told = whole_and_entry(_without_space(c))
    if told is None or not isinstance(told[1], Name) or space(c.members[-1]) is None:
        return False
    return bool(told[0].scripts) and all(not x.above for x in told[0].scripts)


@where(_goes_on)
def with_spaces_of_steps_apart(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, such sentences one by one.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$\mathbf{x}_t = (x_{t,m}) \in \mathbb{R}^M$")
    >>> [s.chain.relations for _, f in with_spaces_of_steps_apart(read_formulas(page)) for s in f.statements]
    [('=',), ('\\in',)]
    """
    return [
        (display, replace(f, statements=tuple(x for s in f.statements for x in _apart(s))))
        if isinstance(f, Formula) and any(map(_goes_on, f.statements))
        else (display, f)
        for display, f in located
    ]


def _apart(s: Statement) -> Iterator[Statement]:
    if not _goes_on(s):
        yield s
        return
    c = s.chain
    yield replace(s, chain=_without_space(c))
    ends = (c.members[0], c.members[-1])
    yield replace(s, chain=replace(c, members=ends, relations=c.relations[-1:], relation_spans=c.relation_spans[-1:]))


def _without_space(c: Chain) -> Chain:
    return replace(c, members=c.members[:-1], relations=c.relations[:-1], relation_spans=c.relation_spans[:-1])
