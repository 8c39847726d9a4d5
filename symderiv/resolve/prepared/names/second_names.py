r"""Second names of one value: `a = \hat{y} = \sigma(z)`, where the loss has one and is differentiated by the other.

Read as it stands, a is made of \hat{y}, and nothing is computed from a: a derivative by it would say nothing. So what
the page differentiates by is the value, and the name that the loss has for it is called after it: `\hat{y} = a =
\sigma(z)`. It is so only where nothing but the loss is computed from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Name, Node, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ..gradients.flow_of_changes import made_of
from ..gradients.gradients_by_d import DEFINING, loss_of


def _pair(c: Chain) -> tuple[Name, Name] | None:
    """The two names that a chain begins with."""
    if not c.relations or c.relations[0] not in DEFINING:
        return None
    one, two = c.members[:2]
    return (one, two) if isinstance(one, Name) and isinstance(two, Name) and one != two else None


@where(lambda s: _pair(s.chain) is not None)
def with_second_names_last(located: Sequence[Located]) -> list[Located]:
    """The formulas, the value of each such pair before the name that the loss has for it."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    by = {w.body for c in chains for w in t.of_kind(c, t.Wrt)}
    lost = {x for c in chains if loss_of(c) is not None for m in c.members[1:] for x in t.of_kind(m, Name)}
    turned: dict[Node, Name] = {}
    for pair in map(_pair, chains):
        for value, name in (pair, pair[::-1]) if pair is not None else ():
            if value in by and name in lost and value not in lost and _only_called(chains, value, name):
                turned[name] = value

    def changed(s: Statement) -> Statement:
        c = s.chain
        first = c.members[0] if c.relations and c.relations[0] in DEFINING else None
        pair = _pair(c)
        if pair is not None and turned.get(pair[1]) == pair[0]:
            return replace_statement(s, chain=replace(c, members=(pair[1], pair[0], *c.members[2:])))
        if first in turned and (pair is None or turned[first] != pair[1]):
            return replace_statement(s, chain=replace(c, members=(turned[first], *c.members[1:])))
        return s

    return with_statements(located, changed) if turned else list(located)


def _only_called(chains: Sequence[Chain], value: Name, name: Name) -> bool:
    """Are two names one value, of which nothing but the loss is made, and which is defined once?"""
    both, defined = {value, name}, 0
    made = made_of(chains)
    within = {x for c in chains if (loss := loss_of(c)) is not None for x in made.get(loss.base, ())}
    for c in chains:
        left = c.members[0]
        if not isinstance(left, Name) or c.relations[0] not in DEFINING or loss_of(c) is not None:
            continue
        rest = c.members[1:]
        if left in both:
            values = [m for m in rest if m not in both]
            if values and not (len(values) == 1 and not any(isinstance(x, t.Derivative) for x in t.walk(values[0]))):
                return False
            defined += len(values)
        elif left.base in within and both & {x for m in rest for x in t.of_kind(m, Name)}:
            return False
    return defined == 1
