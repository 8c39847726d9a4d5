r"""Second names of one value: `a = \hat{y} = \sigma(z)`, where the loss has one and is differentiated by the other.

Read as it stands, a is made of \hat{y}, and nothing is computed from a: a derivative by it would say nothing. So what
the page differentiates by is the value, and the name that the loss has for it is called after it: `\hat{y} = a =
\sigma(z)`. It is so only where nothing but the loss is computed from them.

A second name of given values, `\Theta_{ij} = \theta_{ij}` beside a network of `\theta` and derivatives by `\Theta`, is
what `\theta` is made of in the same way: where every index is the same and no definition has the second name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ....document import Display
from ....latex import tree as t
from ....latex.asserted import is_asserted
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Formula, Name, Node, Statement
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import shape_of
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
    pairs = [pair for d, f in located if isinstance(f, Formula) for pair in _of_entries(d, f)]
    turned |= _given_values(chains, by, pairs) if pairs and not any(is_given(d) for d, _ in located) else {}

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


def _of_entries(display: Display, f: Formula) -> Iterator[Sequence[Node]]:
    r"""The names of `\Theta_{ij} = \theta_{ij}`, said of every entry of two arrays."""
    if not display.inline or is_asserted(display.before, display.after):
        yield from (s.chain.members for s in f.statements if not s.conditions and _is_of_entries(s.chain))


def _is_of_entries(c: Chain) -> bool:
    if _pair(c) is None or len(c.members) != len("ab"):
        return False
    one, two = (x.letters if (x := shape_of(m)) is not None else () for m in c.members)
    letters = {x for x in one if x is not None and x.lower() == x}
    return bool(one) and set(one) == set(two) == letters and len(one) == len(two) == len(letters)


def _given_values(chains: Sequence[Chain], by: Collection[Node], pairs: Sequence[Sequence[Node]]) -> dict[Node, Name]:
    """The second names of given values by which the page differentiates: for each given name its second one."""
    defining = [c for c in chains if isinstance(c.members[0], Name) and c.relations[0] in DEFINING]
    defined = Counter(c.members[0].base for c in defining if isinstance(c.members[0], Name) and not _gathers(c))
    used = {x.base for c in defining for m in c.members[1:] for x in t.of_kind(m, Name)}
    variables = {x.base for x in by if isinstance(x, Name)}
    found: dict[Node, Name] = {}
    for second, given in pairs:
        if isinstance(second, Name) and isinstance(given, Name) and defined[second.base] == 1:
            alone = second.base not in used and not defined[given.base]
            if alone and second.base in variables and given.base not in variables and given.base in used:
                found[given] = second
    return found


def _gathers(c: Chain) -> bool:
    r"""Is it an array of named entries, `\Theta = (\theta_{ij})`?"""
    value = c.members[-1]
    return isinstance(value, t.Group) and len(value.items) == 1 and isinstance(value.items[0], Name)


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
