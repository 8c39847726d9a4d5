r"""Entries beyond what is used of a definition of which no range is stated.

`g_{i,j} = u_{i+1,j} - u_{i,j}` goes as far as the network uses it, where nobody says how far. A line that names an
entry beyond that is no slip, if it is not wrong as far as that goes. Nor is one beyond a length that was presumed,
where the line ends at that of a layer.

Nor is it one that a line differentiates by an entry of data behind the last that is used, `\theta_{n_w}` beside a sum
of `\theta_{j-1}` for `j \le n_w`, if it is right where there is such an entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...affine import IntFn
from ...domain import is_empty
from ...domain.constraint import Constraint, Context, Domain
from ...errors import DomainTooHard
from ...expr import Partial, Var, free, of_kind
from ...step import Judgement, Verdict
from ..judge import stray, unstated
from ..link import Link

Judge = Callable[[Link, tuple[Constraint, ...]], Verdict]


def open_beyond_use(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict on a link that was found wrong; open where only such an entry makes it so."""
    system, full = link.system, link.full
    if not system.inferred and not (system.presumed and system.size_functions):
        return verdict
    try:
        out = stray(system, link.left, full) or stray(system, link.right, full)
    except DomainTooHard:
        return verdict
    if out is not None and (more := _with_one_more(link, out.entry)) is not None:
        return unstated(out) if judge(more, ()).judgement is Judgement.RIGHT else verdict
    if out is None or not (out.entry.variable in system.inferred or _ends_otherwise(link, out.entry)):
        return verdict
    if not free(out.entry) <= full.letters() | system.sizes | free(link.left) | free(link.right):
        return verdict  # of a sum: its bounds are typed
    known = Context(system.context, system.size_functions)
    for piece in system.of(out.entry.variable):
        guard, _ = piece.at(out.entry.indices)
        if not is_empty(full & Domain(guard.constraints), known):
            wrong = judge(link, guard.constraints).judgement is Judgement.WRONG
            return verdict if wrong else unstated(out)
    return verdict


def _with_one_more(link: Link, entry: Var) -> Link | None:
    """The link beside a network with such an entry of data as well, where its range ends at a size that depends on an
    index, and the line only differentiates by it."""
    pieces = link.system.of(entry.variable)
    met = {x.wrt for side in (link.left, link.right) for x in of_kind(side, Partial)}
    if (
        entry not in met
        or len(pieces) != 1
        or pieces[0].body is not None
        or len(pieces[0].letters) != len(entry.indices)
    ):
        return None
    values = {i.letter: form for i, form in zip(pieces[0].indices, entry.indices, strict=True) if i.letter is not None}
    made = tuple(_reaching(c, c.substitute(values)) for c in pieces[0].domain.constraints)
    if len(values) != len(entry.indices) or made == pieces[0].domain.constraints:
        return None
    wide = replace(pieces[0], domain=Domain(made))
    system = replace(link.system, pieces=tuple(wide if p is pieces[0] else p for p in link.system.pieces))
    return replace(link, system=system)


def _reaching(c: Constraint, there: Constraint) -> Constraint:
    """The bound by a size that depends on an index so far out that it allows the entry at which it says `there`."""
    families = any(isinstance(a, IntFn) for a in c.form.atoms())
    missing = there.form.const if c.rel == ">=" and families and there.form.is_constant else 0
    return replace(c, form=c.form - missing) if missing < 0 else c


def _ends_otherwise(link: Link, entry: Var) -> bool:
    r"""Does a definition end at a length that nobody said, where the line goes as far as a layer has units: the `h^l_k`
    of `h^l_j = h^{l-1}_j + ..` for `k \le n_{l-1}`? All layers of such a page are as long, most likely."""
    system = link.system
    ends = {s for p in system.of(entry.variable) for s in p.domain.letters() & system.presumed}
    letters = {s for i in entry.indices for s in i.letters() - system.sizes}
    atoms = (a for c in link.full.constraints if c.letters() & letters for a in c.form.atoms())
    return bool(ends) and any(isinstance(a, IntFn) and a.name in system.size_functions for a in atoms)
