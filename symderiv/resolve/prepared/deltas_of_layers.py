r"""A delta, `\delta_j = f'(a_j) \sum_k w_{kj} \delta_k`, where `\delta_k = -\frac{\partial E}{\partial a_k}`.

Where a page has `a` for both layers and explains `\delta` for one of them, `\delta_j` is the same derivative, by
`a_j`, and what stands behind its sign is a claim. A sentence that defines it (`we define $\delta_j = ..$`) may mean
something else, unless it says that this is done as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import Chain, Derivative, Formula, Name, Node, Statement, Terms
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..located import Located, read_of
from ..shape import letter_of
from .called_one_hot import accented

DEFINING = re.compile(
    r"\b(?:defin\w*|let|denot\w*|set|put|introduc\w*|call\w*)\b|定義|定义|とおく|とする|记|令|设", re.I
)
AS_BEFORE = re.compile(r"\b(?:similar\w*|likewise|analog\w*|same|again|also|too)\b|同様|同じ|类似|同样|同理", re.I)


@dataclass(frozen=True, slots=True)
class _Told:
    r"""`\delta_k = -\frac{\partial E}{\partial net_k}`: the name, its letter, and what is explained."""

    name: Name
    letter: str
    by: Name
    explained: Node


def with_deltas_of_layers(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with the derivative behind such a name where an equation first says more of it."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = [x for c in chains if (x := _told(c)) is not None]
    if len(told) != 1:
        return list(located)
    (one,) = told
    layers = {letter for c in chains for name, letter in _lefts(c) if accented(name) == accented(one.by)}
    done: set[str] = set()
    found: list[Located] = []
    for display, f in located:
        if isinstance(f, Formula):
            told_here = [_claimed(s, one, layers - done) for s in f.statements]
            if DEFINING.search(display.before[-60:]) and not AS_BEFORE.search(display.before[-60:]):
                told_here = [None] * len(told_here)
            done |= {letter for x in told_here if x is not None for _, letter in _lefts(x.chain)}
            done |= {letter for s in f.statements for name, letter in _lefts(s.chain) if name.base == one.name.base}
            made = tuple(x or s for x, s in zip(told_here, f.statements, strict=True))
            f = f if made == f.statements else replace(f, statements=made)
        found.append((display, f))
    return found


def _lefts(c: Chain) -> Iterator[tuple[Name, str]]:
    """The name with one letter below it that an equation begins with."""
    left = c.members[0]
    if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) and not left.primes:
        entries = [e for s in left.scripts for e in s.entries]
        letter = letter_of(entries[0]) if len(entries) == 1 and not left.scripts[0].above else None
        if letter is not None and letter.isalpha():
            yield left, letter


def _told(c: Chain) -> _Told | None:
    for name, letter in _lefts(c):
        d = c.members[1]
        if isinstance(d, Terms) and len(d.terms) == 1:
            d = d.terms[0].body
        if not isinstance(d, Derivative) or len(d.wrt) != 1 or d.order != 1 or not isinstance(d.of, Name):
            continue
        by = d.wrt[0].body
        if isinstance(by, Name) and [letter_of(e) for s in by.scripts for e in s.entries] == [letter]:
            return _Told(name, letter, by, c.members[1])
    return None


def _claimed(s: Statement, one: _Told, layers: set[str]) -> Statement | None:
    """The equation for the other layer with the derivative behind its sign."""
    for name, letter in _lefts(s.chain):
        same = accented(name) == accented(one.name) and letter != one.letter and letter in layers
        if not same or s.struck or any(isinstance(m, Derivative) for m in s.chain.members):
            return None
        if not any(x.base == one.name.base for m in s.chain.members[1:] for x in t.of_kind(m, Name)):
            return None

        def moved(x: object, letter: str = letter) -> Name | None:
            here = isinstance(x, Name) and letter_of(x) == one.letter
            return replace(x, base=letter) if here and isinstance(x, Name) else None

        derivative = replace(rebuilt(one.explained, moved), span=name.span)
        c = s.chain
        chain = replace(
            c,
            members=(c.members[0], derivative, *c.members[1:]),
            relations=("=", *c.relations),
            relation_spans=(c.relation_spans[0], *c.relation_spans),
        )
        return replace(s, chain=chain)
    return None
