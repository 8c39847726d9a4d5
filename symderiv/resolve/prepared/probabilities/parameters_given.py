r"""Parameters among what is given: the `\theta` of `P(k | x_n, \theta)`, `p(k \mid x_n; \theta)`.

A letter without indices that stands behind the bar wherever the name stands, beside what tells its values apart, and
nowhere else on the page but for its entries, only says that there are parameters: the definition names them. What has
a mark, `\hat\theta`, `\theta'`, `\theta^{old}`, are those of another moment, and stays; so does what a sum runs over.

Where it comes last, behind a semicolon, `P(w_{t+j} | w_t; \theta)`, it may be left off elsewhere, as in the equation
that defines the name, if the page has it nowhere but as an argument.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import head_of
from ..arguments.shown import idle_letters, only_told

BAR = "|"
SEPARATORS = frozenset([",", ";", BAR])
WHOLE = frozenset([(), ("vec",)])
"""Accents that say nothing but that a letter is a list of numbers."""


def _has_several_given(s: t.Statement) -> bool:
    return any(len(_given(group)) > 1 for _, group in _uses(s))


def without_parameters_given(located: Sequence[Located], ranges: Set[str]) -> Sequence[Located]:
    """The formulas of a page without parameters that are only said to be given; `ranges` are letters that run."""
    if not any_of(located, _has_several_given):
        return located
    statements = [s for f in read_of(located) for s in f.statements]
    said = [s for s in statements if s.chain.relations]
    uses: dict[Stem, list[Group]] = {}
    for name, group in (use for s in said for use in _uses(s)):
        uses.setdefault(stem_of(name), []).append(group)
    lefts = (s.chain.members[0] for s in said if s.chain.relations[0] in EQUALITIES)
    defined = {stem_of(head) for x in lefts if isinstance(x, Product) and (head := head_of(x)) is not None}
    named = Counter(stem_of(x) for s in said for x in t.of_kind(s, Name))
    met = Counter(x.base for s in statements for x in t.of_kind(s, Name) if not _is_entry(x))
    told = Counter(x.base for s in statements if (x := only_told(s)) is not None)
    always = {h: set.intersection(*map(_parameters, groups)) for h, groups in uses.items() if named[h] == len(groups)}
    shown = Counter(x.base for h, groups in uses.items() for x in always.get(h, ()) for _ in groups)
    only = {x for found in always.values() for x in found if met[x.base] == shown[x.base] + told[x.base]}
    dropped = {h: {x for x in always[h] & only if x.base not in ranges} for h in defined & always.keys()}
    dropped = {h: found for h, found in dropped.items() if found and all(_tells(g, found) for g in uses[h])}
    for h, x in _left_off_elsewhere(located, uses, _lefts_with_parameters(said)):
        if h in defined - dropped.keys() and x.base not in ranges:
            dropped[h] = {x}
    return with_statements(located, lambda s: rebuilt(s, _dropping(dropped))) if dropped else located


def _left_off_elsewhere(
    located: Sequence[Located], uses: Mapping[Stem, Sequence[Group]], lefts: Set[Stem]
) -> Iterator[tuple[Stem, Name]]:
    """The names with such a parameter behind a semicolon, in some of their parentheses; not those that an equation
    defines with it."""
    for h, groups in uses.items():
        last = {g.items[-1] for g in groups if g.separators[-1] == ";"}
        x = next(iter(last)) if len(last) == 1 else None
        plain = isinstance(x, Name) and any(x in _parameters(g) for g in groups)
        without = [g for g in groups if x not in g.items and ";" not in g.separators]
        if h not in lefts and without and isinstance(x, Name) and plain and x.base in idle_letters(read_of(located)):
            yield h, x


def _lefts_with_parameters(said: Sequence[t.Statement]) -> set[Stem]:
    """The names that stand with a semicolon on the left side of an equation."""
    return {stem_of(x) for s in said for x, group in _uses(s.chain.members[0]) if ";" in group.separators}


def _tells(group: Group, dropped: set[Name]) -> bool:
    """Is anything else given besides?"""
    return any(x not in dropped for x in _given(group))


def _parameters(group: Group) -> set[Name]:
    given = (x for x in _given(group) if isinstance(x, Name))
    return {x for x in given if not x.scripts and not x.primes and x.accents in WHOLE}


def _is_entry(x: Name) -> bool:
    r"""Is it an entry of parameters, `w_{kj}`?"""
    return bool(x.scripts) and not x.primes and not any(s.above for s in x.scripts)


def _given(group: Group) -> tuple[Node, ...]:
    return group.items[group.separators.index(BAR) + 1 :]


def _uses(x: t.Tree) -> Iterator[tuple[Name, Group]]:
    """The names right before a parenthesis with one bar in it, with the parenthesis."""
    pairs = ((a, b) for y in t.of_kind(x, Product) for a, b in zip(y.factors, y.factors[1:], strict=False))
    yield from (use for a, b in pairs if (use := _use(a, b)) is not None)


def _use(a: Factor, b: Factor) -> tuple[Name, Group] | None:
    if not isinstance(a.body, Name) or not b.joined or not isinstance(b.body, Group) or b.body.open != "(":
        return None
    separators = b.body.separators
    return (a.body, b.body) if separators.count(BAR) == 1 and SEPARATORS.issuperset(separators) else None


def _dropping(dropped: dict[Stem, set[Name]]) -> Any:
    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors = list(x.factors)
        for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False), 1):
            use = _use(a, b)
            if use is not None and (gone := dropped.get(stem_of(use[0]))):
                factors[n] = replace(b, body=_shorter(use[1], gone))
        return replace(x, factors=tuple(replace(f, body=rebuilt(f.body, change)) for f in factors))

    return change


def _shorter(group: Group, gone: set[Name]) -> Group:
    """The parenthesis without them; what is left behind the bar is parted by commas."""
    bar = group.separators.index(BAR)
    kept = [n for n, x in enumerate(group.items) if n <= bar or x not in gone]
    separators = (*group.separators[: bar + 1], *("," for _ in kept[bar + 2 :]))
    return replace(group, items=tuple(group.items[n] for n in kept), separators=separators)
