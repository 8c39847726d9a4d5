r"""Solutions of a class that add the same names to a network share one network with them.

What is found out about a network is remembered with that very object: what its names rest on, the values drawn for it,
the links judged in it. Forty students who write `\delta_k^{(3)} = \partial E / \partial net_k^{(3)}` add the same to
the network that was given, so the first one's network does for all, if the spelling is the same as well: else a report
would quote the spelling of another page.
"""

from __future__ import annotations

from ...memo import Latest, of_this_object
from ...system import Piece, System

MOST = 64
"""So many networks made of one are kept."""


def shared(system: System, given: System) -> System:
    r"""A network made of a `given` one, or the one that was made before and neither means nor spells anything else.

    Where pieces were written is not compared: whoever asks for that must not share.

    >>> from symderiv.check.known.extend import extended
    >>> from symderiv.network import complete
    >>> from symderiv.read import read_document, read_draft
    >>> net = complete(read_draft("$$E = \\sum_{j=1}^{J} f(w_j)$$"))
    >>> def made(text):
    ...     return shared(extended(net, read_document(text, network=net).draft), net)
    >>> one, two = made("$$d_j = \\partial E/\\partial w_j$$"), made("So $$d_j = \\partial E/\\partial w_j$$")
    >>> one is two, made("$$d_i = \\partial E/\\partial w_i$$") is one
    (True, False)
    """
    if system is given:
        return system
    met = _met(given)
    key = _spelled(system, given)
    before = met.get(key)
    if before == system and before is not None:
        return before
    met.keep(key, system)
    return system


@of_this_object(8)
def _met(_: System) -> Latest[System]:
    return Latest(MOST)


def _spelled(system: System, given: System) -> tuple[object, ...]:
    """What is compared by its spelling: what was added. All else is the given network's."""
    pieces = tuple(_typed(p) for p in system.pieces if id(p) not in _own(given))
    functions = tuple(repr(f) for f in system.functions if f not in given.functions)
    beside = (system.wrt, system.spans, system.displays, system.title, system.notes, system.page)
    return (pieces, functions, *map(id, beside))


@of_this_object(8)
def _own(given: System) -> frozenset[int]:
    return frozenset(map(id, given.pieces))


def _typed(p: Piece) -> str:
    """A piece with its spelling."""
    return repr((p.variable, p.indices, p.domain, p.body, p.role))
