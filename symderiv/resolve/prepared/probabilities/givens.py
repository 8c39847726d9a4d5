r"""What is given behind a bar, the same wherever the name stands: the `i_t` of `p_t(x | i_t)` and `p_t(o_t | i_t)`.

It tells no value from another, so readers pass over it, where the page defines what the name is. What has indices of
its own is the same only where the name carries these, too: the `h_t` of `p(x | h_t)` tells times apart. A letter that
runs, `\pi(a | s)` beside `\sum_s`, is an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..applied import head_of
from .parameters_given import without_parameters_given

BAR = "|"
Given: TypeAlias = tuple[tuple[Stem, tuple[object, ...]], ...]
"""What stands behind a bar: names, each with its indices, those of the name before it as their places there."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name and what stands on either side of the bar in the parenthesis behind it."""

    name: Name
    before: tuple[Node, ...]
    behind: tuple[Node, ...]

    def given(self, running: Set[str]) -> Given | None:
        """What is given; None where a letter of it is one of those `running`: it may be something else elsewhere."""
        own = [letter_of(e) for s in self.name.scripts for e in s.entries]
        found = []
        for x in self.behind:
            if not isinstance(x, Name) or (not x.scripts and letter_of(x) in running):
                return None
            entries = [e for s in x.scripts for e in s.entries]
            if any(letter_of(e) not in own and not running.isdisjoint(letters_in(e)) for e in entries):
                return None
            found.append((stem_of(x), tuple(own.index(y) if (y := letter_of(e)) in own else e for e in entries)))
        return tuple(found)


def _has_bar(s: t.Statement) -> bool:
    return any(True for _ in _uses(s))


def without_givens(located: Sequence[Located], ranges: Iterable[str]) -> Sequence[Located]:
    """The formulas of a page without what is given everywhere; `ranges` are the letters of the front matter."""
    located = without_parameters_given(located, ranges := frozenset(ranges))
    if not any_of(located, _has_bar):
        return located
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    uses: dict[Stem, list[_Use]] = {}
    for u in (u for s in said for u in _uses(s)):
        uses.setdefault(stem_of(u.name), []).append(u)
    met = [stem_of(x) for s in said for x in t.of_kind(s, Name)]
    lefts = (s.chain.members[0] for s in said if s.chain.relations[0] in EQUALITIES)
    defined = {stem_of(head) for x in lefts if isinstance(x, Product) and (head := head_of(x)) is not None}
    running = {*ranges, *(x for s in said for x in _running(s))}
    same = {n for n in defined & uses.keys() if met.count(n) == len(uses[n]) and _is_same(uses[n], running)}
    return with_statements(located, lambda s: rebuilt(s, _dropping(same))) if same else located


def _is_same(uses: Sequence[_Use], running: Set[str]) -> bool:
    """Is one thing given wherever a name stands, while what stands before the bar differs?"""
    given = {u.given(running) for u in uses}
    return len(given) == 1 and None not in given and len({u.before for u in uses}) > 1


def _running(s: t.Statement) -> Iterator[str]:
    """The letters that sums run over, that have a range, and those below and above the names on the left."""
    for x in t.of_kind(s, t.BigSum):
        yield from (y for item in x.below for y in letters_in(item))
    for c in t.of_kind(s, t.Chain):
        if any(isinstance(m, t.Listing) for m in c.members) or not EQUALITIES.issuperset(c.relations):
            yield from (y for m in c.members for i in t.listed(m) if (y := letter_of(i)) is not None)
    first = s.chain.members[0]
    left = head_of(first) if any(True for _ in _uses(first)) else first
    if s.chain.relations[0] in EQUALITIES:
        yield from (y for script in t.of_kind(left, t.Script) for e in script.entries for y in letters_in(e))


def _dropping(same: Set[Stem]) -> Any:
    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for n, f in enumerate(x.factors):
            use = _use(x.factors[n - 1], f) if n else None
            if use is not None and stem_of(use.name) in same and isinstance(f.body, Group):
                kept = len(use.before)
                f = replace(f, body=replace(f.body, items=use.before, separators=f.body.separators[: kept - 1]))
            factors.append(replace(f, body=rebuilt(f.body, change)))
        return None if tuple(factors) == x.factors else replace(x, factors=tuple(factors))

    return change


def _uses(x: t.Tree) -> Iterator[_Use]:
    pairs = ((a, b) for y in t.of_kind(x, Product) for a, b in zip(y.factors, y.factors[1:], strict=False))
    yield from (use for a, b in pairs if (use := _use(a, b)) is not None)


def _use(a: Factor, b: Factor) -> _Use | None:
    """A name right before a parenthesis with one bar in it."""
    if not isinstance(a.body, Name) or not b.joined or not isinstance(b.body, Group) or b.body.open != "(":
        return None
    bars = [n for n, s in enumerate(b.body.separators) if s == BAR]
    if len(bars) != 1 or not {*b.body.separators} <= {",", BAR}:
        return None
    return _Use(a.body, b.body.items[: bars[0] + 1], b.body.items[bars[0] + 1 :])
