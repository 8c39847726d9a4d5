r"""Labels in the place of which a sum runs, the i of `L = -\log \frac{e^{z_i}}{Z}` with `Z = \sum_j e^{z_j}`.

Nobody says that it is one of the entries that are added up, and few would write so if it was not. As a label it makes
`\partial L/\partial z_i = -1` right. So what is defined with it is not read, unless the entry is added to the sum over
the others, `e^{s_p} + \sum_n e^{s_n}`, or the letter is the name of something, as that of a gate. Nor is what is
computed from all of the others one of them, the `o_v = f(z_v)` with `z_v = \sum_k w_{kv} o_k`, if these have an
equation of their own, `o_k = f(z_k)`: else the one about v may be that of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ...digraph import reachable
from ...latex import tree as t
from ..facts import Facts, Occurrence, Spot
from ..meaning import Meaning
from ..spelled.shape import Shape, shape_of
from .entries_of_wholes import differentiated_by, is_typed

Lettered: TypeAlias = tuple[str, str]
"""A name, and a letter that it carries."""


def among_others(
    closed: Iterable[tuple[int, Occurrence, list[Occurrence]]], facts: Facts, meaning: Meaning
) -> Iterator[tuple[int, Occurrence, str]]:
    """Such labels of the definitions that are `closed`, each with the statement and where it stands there."""
    closed = list(closed)
    spots = [(number, o, spot) for number, _, body in closed for o in body for spot in _spots(meaning.kept(o.shape))]
    # a label on other names, the p of `\mu_p` beside `w^T \mu`, makes no derivative another one
    moved = differentiated_by(facts.stated) | {base for base, *_ in meaning.lefts}
    summed = {
        spot
        for _, o, (spot, letter) in spots
        if letter in o.bound and (is_typed(letter, o.shape) or o.shape.base in moved)
    }
    gates = {base for base, *_ in meaning.lefts}
    bodies = _bodies(facts)
    running: dict[Spot, set[str]] = {}
    for _, o, (spot, letter) in spots:
        if letter in o.bound and letter is not None:
            running.setdefault(spot, set()).add(letter)
    for number, o, (spot, letter) in spots:
        if letter is None or letter in o.bound | facts.fixed() or letter in gates or spot not in summed:
            continue
        if letter.startswith("\\"):
            continue  # Greek letters are names of gates, and number no entries beside Latin ones
        others = {(o.shape.base, x) for x in running[spot]}
        if others & bodies.keys() and others <= reachable(bodies, (o.shape.base, letter)):
            continue
        label = any((o.shape.base, letter, above) in meaning.names.labels for above in (False, True))
        if label and not _is_added(o.shape.base, letter, facts):
            yield number, o, letter


def _bodies(facts: Facts) -> dict[Lettered, set[Lettered]]:
    """Names, each with a letter of its own, that equations define, and those of which the first one makes each."""
    lefts: dict[Lettered, int] = {}
    bodies: dict[int, set[Lettered]] = {}
    for o in facts.occurrences:
        lettered = {(o.shape.base, x) for x in o.shape.letters if x is not None}
        if o.left and o.args is None:
            lefts |= dict.fromkeys(lettered - lefts.keys(), o.statement)
        else:
            bodies.setdefault(o.statement, set()).update(lettered)
    return {left: bodies.get(number, set()) for left, number in lefts.items()}


def _spots(shape: Shape) -> Iterator[tuple[Spot, str | None]]:
    """The places of a name, each with its letter."""
    for place, letter in enumerate(shape.letters):
        yield (shape.base, len(shape.uppers), shape.below, place), letter


def _is_added(base: str, letter: str, facts: Facts) -> bool:
    r"""Is an entry added to the sum over the others, `e^{s_p} + \sum_n e^{s_n}`, from which it is apart then?"""
    for terms in (x for s in facts.stated for x in t.of_kind(s.statement.chain, t.Terms)):
        sums = [y for y in terms.terms if isinstance(y.body, t.BigSum) and _named(y.body.body, base)]
        for y in (y for y in terms.terms if y not in sums):
            alike = any((y.sign or "+") == (z.sign or "+") for z in sums)
            if alike and any(letter in x.letters for x in _named(y.body, base)):
                return True
    return False


def _named(x: t.Node, base: str) -> list[Shape]:
    """The entries of a name in an expression."""
    found = (shape_of(n) for n in t.of_kind(x, t.Name) if n.base == base)
    return [shape for shape in found if shape is not None]
