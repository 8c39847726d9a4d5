r"""Lines about data of which a network takes the last entry apart, `\sum_{i=1}^{n-1} x_i + x_n^2`.

A line about `x_i` that says nothing of i is meant for what the sum runs over, or for all entries. One that is right for
the former alone is left open. That entries at a number are apart is usual: a bias `\theta_0` is, with its own line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...affine import Sym
from ...domain import eq, is_empty
from ...domain.constraint import Context
from ...errors import DomainTooHard
from ...expr import Partial, Var, of_kind
from ...latex.scripts import variable_latex
from ...normal.covered import stray
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..known.ranges import forms_of_use
from ..link import Link

LAST = "it is right for all but the last `{}`, and nothing says whether that is meant, too"


def unless_last_differs(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is right for all entries but the last, which both its sides have as well."""
    if verdict.judgement is not Judgement.RIGHT or link.system.outside_zero:
        return verdict
    for entry in dict.fromkeys(p.wrt for side in (link.left, link.right) for p in of_kind(side, Partial)):
        for there in _at_last(entry, link):
            sides = (link.left, link.right)
            if all(stray(link.system, side, there.domain) is None for side in sides) and _is_wrong(judge(there)):
                return Verdict(Judgement.UNPROVED, detail=LAST.format(variable_latex(entry.variable)))
    return verdict


def _is_wrong(verdict: Verdict) -> bool:
    return verdict.judgement is Judgement.WRONG and verdict.counterexample is not None


def _at_last(entry: Var, link: Link) -> Iterator[Link]:
    """The link at the last entry, where the network takes that apart and nothing is said of the letter."""
    pieces = link.system.of(entry.variable)
    if len(pieces) != 1 or pieces[0].body is not None:
        return
    for p, form in enumerate(entry.indices):
        ends = [n for n in forms_of_use(link.system, entry.variable, p)[0] if n.letters()]
        letter = form.letter
        if not ends or letter is None or letter not in link.domain.letters() or _is_said(letter, link):
            continue
        guard, _ = pieces[0].at(entry.indices)
        known = Context(link.system.context, link.system.size_functions)
        for n in ends:
            at = eq(letter, n)
            try:
                apart = is_empty(link.domain & at, known) and not is_empty(guard & at, known)
            except DomainTooHard:
                continue
            if apart:
                yield replace(link, domain=link.domain.without(letter) & at)


def _is_said(letter: Sym, link: Link) -> bool:
    """Does the line say what its letter is, or runs over?"""
    ranges = any(s.letter == letter for s in link.written.ranges)
    return ranges or any(c.mentions(letter) for c in link.where)
