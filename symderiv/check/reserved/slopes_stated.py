r"""Slopes that a page states of functions that nothing defines: `an activation with $f' = f (1 - f)$`.

Such an equation, behind words that say so, tells of which functions the page speaks, and is not wrong for others. What
is wrong in general is open beside it, but where a usual function that has the slope makes it wrong, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...expr import Apply, Expr, Var, Variable, of_kind, variables
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import Function, System
from ..link import Line, Link, Outcome

BEFORE = 120
"""So many characters before an equation are looked at."""
STATED = "an assumption about a function that the page does not define"
WITHOUT = "it is wrong in general, and the page states the slope of `{}`"
SAID = lazily(
    r"\b(?:has|have|satisf\w+|with|whose|use|uses|using|let|assum\w+|suppos\w+|where|mit|wobei|sei|avec|où|soit|con|donde|sea)\b"
    r"[^.:;]*\Z"
    r"|[をはが][^。、]*\Z|[满滿]足[^。，]*\Z",
    re.I,
)
"""Words of a sentence before what it says of a function."""
USUAL = ("sigma", "tanh", "exp")
"""Functions that are often told by their slopes."""


@dataclass(frozen=True, slots=True)
class _Slope:
    """A function with a link that states its slope."""

    function: Function
    link: Link

    def with_usual(self, judge: Callable[[Link], Verdict]) -> Function | None:
        """A usual function that has the slope, if one has."""
        of = Variable(self.function.name)
        for name in USUAL:
            known = replace(self.function, parameters=(of,), body=Apply(name, (Var(of),)))
            if judge(with_function(self.link, known)).judgement is Judgement.RIGHT:
                return known
        return None


def with_slopes_stated(lines: list[Line], judge: Callable[[Link], Verdict]) -> list[Line]:
    """The lines of a page, those open that state a slope, and those that are wrong but may be right with it."""
    slopes = [(s, s.with_usual(judge)) for s in _slopes(lines)]
    if not slopes:
        return lines

    def beside(o: Outcome) -> Outcome:
        if o.link is None or not o.wrong:
            return o
        if any(o.link is s.link for s, _ in slopes):
            return o.left_open(STATED)
        used = [(s, known) for s, known in slopes if s.function.name in functions_of(o.link)]
        if not used or _is_wrong_with(o.link, used, judge):
            return o
        return o.left_open(WITHOUT.format(used[0][0].function.name))

    return [replace(line, outcomes=tuple(map(beside, line.outcomes))) for line in lines]


def _slopes(lines: Sequence[Line]) -> Iterator[_Slope]:
    links = [o.link for line in lines for o in line.outcomes if o.wrong and o.link is not None and _is_said(o.link)]
    for link in links:
        for left, right in ((link.left, link.right), (link.right, link.left)):
            found = next((f for f in link.system.functions if f.body is None and _is_slope(f.name, left, right)), None)
            if found is not None:
                yield _Slope(found, link)
                break


def _is_said(link: Link) -> bool:
    """Do words before an equation say so of a function?"""
    at = link.page.find(link.written.latex.strip())
    return at > 0 and SAID.search(link.page[max(0, at - BEFORE) : at].rstrip("$[\\( \n")) is not None


def _is_slope(name: str, left: Expr, right: Expr) -> bool:
    """Is it the slope of a function at any value, equal to what is made of the function and this value alone?"""
    if not isinstance(left, Apply) or left.function != name or left.order != (1,) or not isinstance(left.args[0], Var):
        return False
    applied = [x for x in of_kind(right, Apply) if x.function == name]
    return variables(right) <= variables(left) and all(x.args == left.args and x.order == (0,) for x in applied)


def functions_of(link: Link) -> frozenset[str]:
    """The functions from which a link is computed."""
    bodies = [link.left, link.right]
    known: frozenset[Variable] = frozenset()
    while more := frozenset(v for e in bodies for v in variables(e)) - known:
        known |= more
        bodies += [p.body for p in link.system.pieces if p.body is not None and p.variable in more]
    return frozenset(x.function for e in bodies for x in of_kind(e, Apply))


def _is_wrong_with(
    link: Link, used: Sequence[tuple[_Slope, Function | None]], judge: Callable[[Link], Verdict]
) -> bool:
    for _, known in used:
        if known is None:
            return False
        link = with_function(link, known)
    return judge(link).judgement is Judgement.WRONG


def with_function(link: Link, known: Function) -> Link:
    """The link in a network of which a function is known."""
    others = tuple(f for f in link.system.functions if f.name != known.name)
    system: System = replace(link.system, functions=(*others, known))
    return replace(link, system=system)
