r"""The rate of a step along a gradient, the `\eta` of `w \leftarrow w - \eta \frac{\partial E}{\partial w}`.

A solution names it though the network beside it has no such number. The line is about any rate, so it may be wrong. So
is one of a page that defines its own network, where the rate stands in every member: elsewhere it may have a value that
the page does not tell, but no such value makes `w - \eta a = w - \eta b` true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import ReadError
from ..expr import Add, Mul, Partial, Var, Variable, of_kind, variables
from ..memo import of_this_object
from ..resolve.keys import split_key
from ..resolve.written import Written
from ..system import System

RATES = frozenset([r"\eta", r"\alpha", r"\gamma", r"\epsilon", r"\varepsilon", r"\mu", r"\rho", r"\tau"])
"""Letters that are one before a derivative that stands alone, `-\\eta \\frac{\\partial E}{\\partial w}`."""

ABSORBING = re.compile(
    r"\b(?:re-?)?(?:absor[bv]|assorb|subsum|swallow|rescal)\w*|\bgoes into\b|吸収|吸收|흡수|погло", re.I
)
"""Words by which a rate may have a factor in it that it had not before."""


def rates(written: Written, network: System) -> Iterator[Variable]:
    """The rates that the first member of a chain names and the network does not have."""
    first = written.members[0]
    if isinstance(first, ReadError):
        return
    terms = first.terms if isinstance(first, Add) else (first,)
    stepped = {t for t in terms if isinstance(t, Var)}
    known = _known(network)
    for term in terms:
        by = [x.wrt for x in of_kind(term, Partial)]
        factors = term.factors if isinstance(term, Mul) else ()
        numbers = [x.variable for x in factors if isinstance(x, Var) and not x.indices and x.variable not in known]
        if not by or len(numbers) != 1:
            continue
        if stepped.intersection(by) or (len(terms) == 1 and split_key(numbers[0].key)[0] in RATES):
            yield numbers[0]


def shared_rates(written: Written, network: System, text: str) -> Iterator[Variable]:
    """The rates that stand in every member of a chain; none where the page says that they absorb something."""
    if ABSORBING.search(text):
        return
    members = written.members
    for rate in rates(written, network):
        if all(not isinstance(m, ReadError) and rate in variables(m) for m in members):
            yield rate


@of_this_object(64)
def _known(network: System) -> frozenset[Variable]:
    return frozenset(network.variables())
