r"""A delta, `\delta_j = f'(a_j) \sum_k w_{kj} \delta_k`, where `\delta_k = -\frac{\partial E}{\partial a_k}`.

So is `\delta_i^{(2)} = f'(a_i^{(2)}) \sum_j w_{ji} \delta_j^{(3)}` where `\delta_i^{(3)}` is such a derivative. Where
a page has `a` for both layers and explains `\delta` for one of them, `\delta_j` is the same derivative, by `a_j`, and
what stands behind its sign is a claim. A sentence that defines it (`we define $\delta_j = ..$`) may mean
something else, unless it says that this is done as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Derivative, Formula, Name, Node, Number, Statement, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import remembered
from ...located import Located, read_of
from ...shapes.sizes import summed_over
from ...spelled.shape import letter_of
from ..words.called_one_hot import accented

DEFINING = lazily(r"\b(?:defin\w*|let|denot\w*|set|put|introduc\w*|call\w*)\b|定義|定义|とおく|とする|记|令|设", re.I)
AS_BEFORE = lazily(r"\b(?:similar\w*|likewise|analog\w*|same|again|also|too)\b|同様|同じ|类似|同样|同理", re.I)


Places: TypeAlias = tuple[tuple[bool, str], ...]
"""The entries of a name, those above it first: whether each stands above, and the letter or number that it is."""


@dataclass(frozen=True, slots=True)
class _Told:
    r"""`\delta_k = -\frac{\partial E}{\partial net_k}`: the name, its entries, and what is explained."""

    name: Name
    places: Places
    by: Name
    explained: Node


def with_deltas_of_layers(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with the derivative behind such a name where an equation first says more of it."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = [x for c in chains if (x := _told(c)) is not None]
    if len(told) != 1:
        return list(located)
    (one,) = told
    layers = {_layer(places) for c in chains for name, places in _lefts(c) if accented(name) == accented(one.by)}
    done: set[Places] = set()
    found: list[Located] = []
    for display, f in located:
        if isinstance(f, Formula):
            told_here = [_claimed(s, one, layers - done) for s in f.statements]
            if DEFINING.search(display.before[-60:]) and not AS_BEFORE.search(display.before[-60:]):
                told_here = [None] * len(told_here)
            done |= {_layer(places) for x in told_here if x is not None for _, places in _lefts(x.chain)}
            lefts = [x for s in f.statements for x in _lefts(s.chain)]
            done |= {_layer(places) for name, places in lefts if name.base == one.name.base}
            made = tuple(x or s for x, s in zip(told_here, f.statements, strict=True))
            f = f if made == f.statements else replace(f, statements=made)
        found.append((display, f))
    return _with_used(found, one, layers - done - {_layer(one.places)})


def _with_used(found: list[Located], one: _Told, layers: set[Places]) -> list[Located]:
    """The formulas with the derivative of each other layer whose delta is used and said nothing of, beside the one that
    is explained."""
    used: dict[Places, Name] = {}
    for x in (x for f in read_of(found) for s in f.statements for x in t.of_kind(s.chain, Name)) if layers else ():
        places = _places(x) if accented(x) == accented(one.name) and not x.primes else ()
        if places and _layer(places) in layers and _other_layer(places, one.places):
            used.setdefault(_layer(places), x)
    if not used:
        return found
    made: list[Located] = []
    for display, f in found:
        here = next((s for s in f.statements if _told(s.chain) == one), None) if isinstance(f, Formula) else None
        if here is not None and isinstance(f, Formula):
            more = tuple(_explained(here, one, x) for x in used.values())
            f = replace(f, statements=tuple(y for s in f.statements for y in ((s, *more) if s is here else (s,))))
        made.append((display, f))
    return made


def _explained(s: Statement, one: _Told, name: Name) -> Statement:
    """The equation that explains a name, said of another layer."""
    chain = replace(s.chain, members=(name, _by_other(one, _moved(one.by, name))), relations=s.chain.relations[:1])
    spans = s.chain.relation_spans[:1]
    return replace_statement(s, chain=replace(chain, relation_spans=spans), conditions=(), tag="", labels=())


def _lefts(c: Chain) -> Iterator[tuple[Name, Places]]:
    """The name with letters and numbers on it that an equation begins with."""
    left = c.members[0]
    if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) and not left.primes:
        places = _places(left)
        if any(not above and letter.isalpha() for above, letter in places):
            yield left, places


def _entries(name: Name) -> list[tuple[bool, Node]]:
    return [(above, e) for above in (True, False) for s in name.scripts if s.above is above for e in s.entries]


def _places(name: Name) -> Places:
    """The entries of a name; none where one is more than a letter or a number."""
    found = [(above, letter_of(e) or (e.text if isinstance(e, Number) else "")) for above, e in _entries(name)]
    return tuple(found) if all(text for _, text in found) else ()


def _layer(places: Places) -> Places:
    """What of a name tells its layer: the numbers, or where it has none the letter."""
    numbered = any(text.isdigit() for _, text in places)
    return tuple((above, text if text.isdigit() or not numbered else "") for above, text in places)


def _other_layer(a: Places, b: Places) -> bool:
    """Whether two names are of other layers: by the one letter below them, or by a number."""
    if [above for above, _ in a] != [above for above, _ in b] or a == b:
        return False
    if any(x.isdigit() != y.isdigit() for (_, x), (_, y) in zip(a, b, strict=True)):
        return False
    numbers = any(x != y and x.isdigit() for (_, x), (_, y) in zip(a, b, strict=True))
    return numbers or (len(a) == 1 and not a[0][0])


@remembered
def _told(c: Chain) -> _Told | None:
    for name, places in _lefts(c):
        d = c.members[1]
        if isinstance(d, Terms) and len(d.terms) == 1:
            d = d.terms[0].body
        if not isinstance(d, Derivative) or len(d.wrt) != 1 or d.order != 1 or d.of is None:
            continue
        by = d.wrt[0].body
        if isinstance(by, Name) and _places(by) == places and _is_of_no_unit(d.of):
            return _Told(name, places, by, c.members[1])
    return None


def _is_of_no_unit(x: Node) -> bool:
    """Whether an objective carries no letter but those that its own sums bind."""
    carried = {letter_of(e) for name in t.of_kind(x, Name) for _, e in _entries(name) if not isinstance(e, Number)}
    return carried <= summed_over([x])


def _claimed(s: Statement, one: _Told, layers: set[Places]) -> Statement | None:
    """The equation for the other layer with the derivative behind its sign."""
    for name, places in _lefts(s.chain):
        same = accented(name) == accented(one.name) and _other_layer(places, one.places) and _layer(places) in layers
        if not same or s.struck or any(isinstance(m, Derivative) for m in s.chain.members):
            return None
        if not any(x.base == one.name.base for m in s.chain.members[1:] for x in t.of_kind(m, Name)):
            return None
        moved = _by_other(one, _moved(one.by, name))
        c = s.chain
        chain = replace(
            c,
            members=(c.members[0], replace(moved, span=name.span), *c.members[1:]),
            relations=("=", *c.relations),
            relation_spans=(c.relation_spans[0], *c.relation_spans),
        )
        return replace(s, chain=chain)
    return None


def _by_other(one: _Told, by: Name) -> Node:
    """What was explained, of the other layer."""
    moved: Node = rebuilt(one.explained, lambda x: by if x == one.by else None)
    return moved


def _moved(name: Name, like: Name) -> Name:
    """A name with the entries of another, each at its place."""
    entries = {above: iter([e for up, e in _entries(like) if up is above]) for above in (True, False)}
    return replace(
        name, scripts=tuple(replace(s, entries=tuple(next(entries[s.above]) for _ in s.entries)) for s in name.scripts)
    )
