r"""Equations among the definitions of a page that come out wrong: they were not understood as they are meant.

Nobody defines a network by what is false. So where a page has a part for its network and one in which it derives, an
equation of the first that is wrong, or is about nothing of the network, was read otherwise than it is meant:
`(d\mathbf{O})_{il} = \partial L / \partial O_{il}` names a gradient, and is no product with a size d. It is open, and
so is every other line with all letters of its left side, and what is computed from what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...evaluate.failures import STRANGE
from ...expr import Partial, Var, Variable, of_kind, variables
from ...latex.headed import DERIVING, OF_PAGE
from ...network.graph import upstream
from ...notation import CONTROL
from ...pattern import lazily
from ...step import Judgement
from ..completion.sections_alike import headings_of
from ..link import Line, Outcome

AMONG = "it stands among the definitions of the page: it says something else than what was understood"
BESIDE = "what the definitions of the page say of `{}` is something else than what was understood"
SCRIPTS = lazily(r"[_^]\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\?[A-Za-z]+|\S)")
WORDS = lazily(r"\\[A-Za-z]+|[A-Za-z]")
NAME = ("name", "")


def with_definitions_meant(lines: list[Line], text: str, file: str) -> list[Line]:
    """The lines of a page, those open that an equation among the definitions shows to have been misunderstood."""
    strange = [x for x in lines if _is_strange(x) and x.written.place.file == file]
    parts = list(_parts(text.split("\n"))) if strange else []
    among = [x for x in strange if any(a < x.written.line < b for a, b in parts)]
    if not among:
        return lines
    names = [(x, _letters(_left(x)), _variables(x)) for x in among]

    def beside(line: Line, o: Outcome) -> Outcome:
        if line in among or not (o.right or o.wrong):
            return o.left_open(AMONG) if line in among else o
        typed, made = _letters(line.written.latex), _made(o)
        found = next((x for x, letters, told in names if (letters and letters <= typed) or told & made), None)
        return o if found is None else o.left_open(BESIDE.format(_left(found)))

    return [replace(x, outcomes=tuple(beside(x, o) for o in x.outcomes)) for x in lines]


def _is_strange(line: Line) -> bool:
    """Is it wrong, or about what the network does not have, and no derivative that is worked out?"""
    return (
        not line.written.struck
        and any(_differs(o) for o in line.outcomes)
        and not any(of_kind(o.link.left, Partial) for o in line.outcomes[:1] if o.link is not None)
    )


def _differs(o: Outcome) -> bool:
    strange = o.judged.judgement is Judgement.UNPROVED and o.judged.detail.endswith(STRANGE)
    return o.wrong or (strange and not _renames(o))


def _renames(o: Outcome) -> bool:
    """Does it only give data that no formula uses a second name, `H^0_{ik} = X_{ik}`?"""
    return o.link is not None and isinstance(o.link.left, Var) and isinstance(o.link.right, Var)


def _parts(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The rows between which a page tells its network, with a part behind it in which it derives."""
    headings = headings_of(rows)
    for n, (row, level, title) in enumerate(headings):
        if OF_PAGE.search(title) is None or DERIVING.search(title) is not None:
            continue
        behind = [h for h in headings[n + 1 :] if h[1] <= level]
        if behind and DERIVING.search(behind[0][2]) is not None:
            yield row, behind[0][0]


def _left(line: Line) -> str:
    begin, end = line.written.spans[0]
    return line.written.latex[begin:end].strip()


def _letters(latex: str) -> frozenset[str]:
    r"""The letters of a formula without its scripts.

    >>> sorted(_letters(r"(d\mathbf{O})_{il} + \delta^{l}"))
    ['O', '\\delta', 'd']
    """
    found = WORDS.findall(SCRIPTS.sub(" ", latex))
    return frozenset(x for x in found if CONTROL.get(x, NAME)[0] == NAME[0])


def _variables(line: Line) -> frozenset[Variable]:
    """What the left side is, where it is a name."""
    lefts = (o.link.left for o in line.outcomes[:1] if o.link is not None)
    return frozenset(x.variable for x in lefts if isinstance(x, Var))


def _made(o: Outcome) -> frozenset[Variable]:
    """From what a link is computed."""
    if o.link is None:
        return frozenset()
    found = variables(o.link.left) | variables(o.link.right)
    return found.union(*(upstream(o.link.system, v) for v in found))
