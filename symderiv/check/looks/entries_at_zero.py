r"""Lines that name an entry 0, `\partial E/\partial w_0 = ..`, of a page that does not say from where its sums run.

Beside `y = \sum_i w_i x_i` without bounds i is taken from 1, and many authors count from 0: that there is a `w_0`, the
page leaves open. A sum of the line from 0 on, `\sum_{i=0}^{N-1} \delta_i x_i`, names it as well. So does a page on
which all is counted from 0 with a penalty, `\sum_i w_i^2`, of which words say that something is left out; and one with
vectors whose ends are told, `(w_0, \dots, w_p)`, if words say so of the intercept.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...affine import affine
from ...draft import Draft
from ...errors import DomainTooHard
from ...expr import Expr, Num, Sum, Var, of_kind, variables
from ...latex.write import write
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.prepared.arrays.augmented_said import BIAS_LEFT_OUT, LEFT_OUT
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..judge import stray
from ..link import Link
from ..words.spoken import spoken

LISTED = lazily(r"\(\s*1\s*,\s*(\\?[A-Za-z]+)_\{?1\}?\s*,")
"""A list of entries with a 1 in front."""
ONE = "is `{}` the 1 in front of the entries?"
FROM_ONE = "nothing says whether there is `{}`, and from where sums run"
PENALISED = "words say that something is left out: is it `{}`?"


def unless_at_zero(link: Link, verdict: Verdict, draft: Draft) -> Verdict:
    """The verdict; open for a wrong line that names such an entry, and for any of one that may be left out."""
    if verdict.judgement is Judgement.WRONG and (entry := _missing(link, draft)) is not None:
        return Verdict(Judgement.UNPROVED, detail=FROM_ONE.format(write(entry)))
    if verdict.judgement is Judgement.WRONG and (entry := _one_in_front(link)) is not None:
        return Verdict(Judgement.UNPROVED, detail=ONE.format(write(entry)))
    named = tuple(_named(link)) if verdict.judgement in (Judgement.RIGHT, Judgement.WRONG) else ()
    words = spoken(link.page) if named else ""
    if not named or LEFT_OUT.search(words) is None:
        return verdict
    said = BIAS_LEFT_OUT.search(words) is not None
    twice = (x for x in named if any(_is_summed_twice(link.system, x, p, said) for p in _zeros(x)))
    penalised = next(twice, None)
    return verdict if penalised is None else Verdict(Judgement.UNPROVED, detail=PENALISED.format(write(penalised)))


def _one_in_front(link: Link) -> Var | None:
    """An entry at 0 that a wrong line rests on, of data that a list with a 1 in front is said to hold.

    A list that is read says so itself; one that is not leaves that entry open.
    """
    letters = {m[1] for m in LISTED.finditer(link.page)}
    if not letters or not any(True for _ in _named(link)):
        return None
    made = {v for side in (link.left, link.right) for x in (side,) for v in variables(x)}
    for v in sorted(made | {u for v in made for u in upstream(link.system, v)}, key=lambda v: v.key):
        for p in link.system.of(v) if split_key(v.key)[0] in letters else ():
            zero = tuple(affine(0) for _ in p.indices)
            if len(p.indices) == 1 and not isinstance(p.body, Num):
                return Var(v, zero)
    return None


def _named(link: Link) -> Iterator[Var]:
    """The entries that a line names by a number of 0 or less."""
    for side in (link.left, link.right):
        yield from [x for x in of_kind(side, Var) if x.indices and _zeros(x)]


def _zeros(x: Var) -> list[int]:
    return [p for p, form in enumerate(x.indices) if form.const <= 0 and form.is_constant]


def _missing(link: Link, draft: Draft) -> Var | None:
    """An entry at 0, or before, that lies outside of a range which nobody stated."""
    for side in (link.left, link.right):
        try:
            out = stray(link.system, side, link.full)
        except DomainTooHard:
            continue
        places = [] if out is None else [*_zeros(out.entry), *_from_zero(side, out.entry)]
        if out is not None and any(_is_unsaid(link.system, draft, out.entry, p) for p in places):
            return out.entry
    return None


def _from_zero(side: Expr, entry: Var) -> list[int]:
    """The places of an entry where the letter of a sum stands that begins at 0, or before."""
    sums = [x for x in of_kind(side, Sum) if any(e.is_constant and e.const <= 0 for e in x.lowers)]
    letters = {x.letter for x in sums}
    return [p for p, form in enumerate(entry.indices) if form.letter in letters]


def _is_unsaid(system: System, draft: Draft, entry: Var, p: int) -> bool:
    """Does a presumed size end what stands at a place of a variable, or a sum run over it that has no bounds?"""
    pieces = system.of(entry.variable)
    ends = {
        s
        for x in pieces
        for c in x.domain.constraints
        if c.form.letters() & x.indices[p].letters()
        for s in c.form.letters()
    }
    if not ends.isdisjoint(system.presumed):
        return True
    sums = (x for d in draft.definitions for x in of_kind(d.body, Sum) if not x.lowers and not x.uppers)
    return any(_runs_over(x, entry, p) for x in sums)


def _runs_over(x: Sum, entry: Var, p: int) -> bool:
    return any(y.variable == entry.variable and y.indices[p].letter == x.letter for y in of_kind(x.body, Var))


def _is_summed_twice(system: System, entry: Var, p: int, said: bool) -> bool:
    """Do two sums run over entries from this one on, whose ends nobody stated or that are `said` to leave it out?"""
    sums = (x for piece in system.pieces if piece.body is not None for x in of_kind(piece.body, Sum))
    own = [x for x in sums if x.lowers == (entry.indices[p],) and not x.where and _runs_over(x, entry, p)]
    unstated = said or any(s in system.presumed for x in own for end in x.uppers for s in end.letters())
    return len(own) > 1 and unstated
