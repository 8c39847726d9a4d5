r"""What a solution names that the network it is judged against does not have: sizes and functions of its own.

They may mean what the solution takes for granted: the I of `\sum_{i=1}^I` a length that the network calls D, the `\phi`
beside its `\Phi` the derivative of it. So no line is wrong for them; what is right whatever they are stays right.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import affine
from ..expr import Apply, Expr, Sum, free, walk
from ..functions import WELL_KNOWN
from ..latex.scripts import form_latex
from ..step import Judgement, Verdict
from ..system import System
from .link import Link


def as_of_network(link: Link, verdict: Verdict, network: System | None) -> Verdict:
    """The verdict; open where a link that is wrong names what a given network does not have."""
    if network is None or verdict.judgement is not Judgement.WRONG:
        return verdict
    name = next(strangers(link, network), None)
    return verdict if name is None else Verdict(Judgement.UNPROVED, detail=f"`{name}` is not part of the network")


def strangers(link: Link, network: System) -> Iterator[str]:
    """The sizes and functions of a link that are not those of the network, and that nothing in the link explains."""
    known = network.sizes | link.domain.letters()
    for side in (link.left, link.right):
        loose = free(side) - known
        ends = {s for e in walk(side) if isinstance(e, Sum) for form in (*e.lowers, *e.uppers) for s in form.letters()}
        yield from (form_latex(affine(s)) for s in sorted(loose, key=str) if s in ends or "_" in s.name)
        yield from _functions(side, link.system, network)


def _functions(side: Expr, system: System, network: System) -> Iterator[str]:
    for e in walk(side):
        if isinstance(e, Apply) and e.function not in WELL_KNOWN and network.function(e.function) is None:
            own = system.function(e.function)
            if own is None or own.body is None:
                yield e.function
