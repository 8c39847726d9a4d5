r"""Entries beyond what is used of a definition of which no range is stated.

`g_{i,j} = u_{i+1,j} - u_{i,j}` goes as far as the network uses it, where nobody says how far. A line that names an
entry beyond that is no slip, if it is not wrong as far as that goes. Nor is one beyond a length that was presumed,
where the line ends at that of a layer.
"""

from __future__ import annotations

from collections.abc import Callable

from ..affine import IntFn
from ..domain import is_empty
from ..domain.constraint import Constraint, Context, Domain
from ..errors import DomainTooHard
from ..expr import Var, free
from ..step import Judgement, Verdict
from .judge import stray, unstated
from .link import Link

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


def _ends_otherwise(link: Link, entry: Var) -> bool:
    r"""Does a definition end at a length that nobody said, where the line goes as far as a layer has units: the `h^l_k`
    of `h^l_j = h^{l-1}_j + ..` for `k \le n_{l-1}`? All layers of such a page are as long, most likely."""
    system = link.system
    ends = {s for p in system.of(entry.variable) for s in p.domain.letters() & system.presumed}
    letters = {s for i in entry.indices for s in i.letters() - system.sizes}
    atoms = (a for c in link.full.constraints if c.letters() & letters for a in c.form.atoms())
    return bool(ends) and any(isinstance(a, IntFn) and a.name in system.size_functions for a in atoms)
