r"""Which letters are states: the `\mathbf{x}` of `\sum_{\mathbf{x}} \exp(-\Phi(\mathbf{x}))` beside entries `x_i`.

A letter is one if a sum without bounds runs over it, it has entries below, it never numbers anything, and what is
summed is an exponential somewhere, or the sum says from which set. So is what is an argument beside one, the v of
`E(v, h)` where a sum runs over h alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Group, Name, Node, Number, Product, Script, Scripted, Statement
from ...system import ALL_STATES
from ..prepared.applied import before_parentheses
from ..spelled.shape import letter_of

Place = tuple[bool, str]
"""Where the number of data stands: above, and in which brackets."""
INDICES = (r"\xi", r"\varsigma", r"\varpi", r"\varrho", r"\vartheta", r"\varkappa")
LOOKED_UP = ("c", "d", "q", "r", "g", "u")
OTHER_ROWS = r"\&"
"""With this begin the sizes that count states of which it is not said that they are all."""


@dataclass(frozen=True, slots=True)
class State:
    """A state: its letter and font, the letters of a row, of the size that counts these and of a row looked up, where
    data carry their number, and a letter that numbers its units."""

    base: str
    font: str
    index: str
    rows: str
    looked_up: str
    data: Place | None
    unit: Name

    @property
    def summed(self) -> bool:
        """Does a sum run over it?"""
        return self.rows.startswith(ALL_STATES)

    def is_whole(self, x: object) -> bool:
        r"""Is it `\mathbf{x}` or `\mathbf{x}'`?"""
        return _is_whole(x, self.base, self.font)

    def number_of(self, x: Name) -> Node | None:
        r"""The k of data, `\mathbf{x}^{(k)}` and `x_i^{(k)}`."""
        if self.data is None or not self._is_mine(x) or x.primes:
            return None
        above, bracket = self.data
        if above:
            found = next((s for s in x.scripts if s.above and s.bracket == bracket), None)
            return _one(found) if found is not None else None
        below = next((s for s in x.scripts if not s.above), None)
        count = 1 if x.font == self.font else 2
        return below.entries[0] if below is not None and len(below.entries) == count else None

    def unit_of(self, x: Name) -> Node | None:
        """The i of an entry, of data too."""
        below = next((s for s in x.scripts if not s.above), None)
        if not self._is_mine(x) or below is None or below.bracket:
            return None
        numbered = self.data is not None and not self.data[0] and self.number_of(x) is not None
        if numbered:
            return below.entries[1] if len(below.entries) == 2 else None
        return below.entries[0] if len(below.entries) == 1 else None

    def others_of(self, x: Name) -> tuple[Script, ...]:
        """What stands above a name and is no number of data: powers."""
        return tuple(s for s in x.scripts if s.above and (self.data is None or s.bracket != self.data[1]))

    def _is_mine(self, x: Name) -> bool:
        return x.base == self.base and not x.accents and x.font in ("", self.font)


def _is_whole(x: object, base: str, font: str) -> bool:
    return isinstance(x, Name) and (x.base, x.font) == (base, font) and not x.scripts and not x.accents


def _one(s: Script) -> Node | None:
    return s.entries[0] if len(s.entries) == 1 else None


def runs_over(x: Node) -> Name | None:
    r"""The letter of `\sum_{\mathbf{x}}` and `\sum_{\mathbf{x} \in \{0,1\}^n}`."""
    if isinstance(x, Chain) and x.relations == (r"\in",) and values_in(x.members[1]) is not None:
        x = x.members[0]
    return x if isinstance(x, Name) and not x.scripts and not x.accents else None


def values_in(x: Node) -> Group | None:
    r"""The values of units in `\{0, 1\}^n`, also without the power."""
    inner = x.base if isinstance(x, Scripted) else x
    plain = isinstance(inner, Group) and inner.open == r"\{" and not t.of_kind(inner, Name)
    return inner if plain and isinstance(inner, Group) else None


def has_state_sum(s: Statement) -> bool:
    """Does a sum without bounds run over a letter, with entries of such a letter somewhere?"""
    return any(True for _ in _summed(s))


def _summed(s: Statement) -> Iterator[tuple[Name, bool]]:
    """The letters that sums without bounds run over, and whether an exponential is summed or the set said."""
    for x in t.of_kind(s, BigSum):
        if x.above is None and x.operator == r"\sum":
            for b in x.below:
                name = runs_over(b)
                if name is not None:
                    yield name, isinstance(b, Chain) or _is_exponential(x.body)


def _is_exponential(x: Node) -> bool:
    calls = any(c.function == "exp" for c in t.of_kind(x, t.Call))
    return calls or any(n.base == "e" and any(s.above for s in n.scripts) for n in t.of_kind(x, Name))


def states_of(said: Sequence[Statement]) -> tuple[State, ...]:
    """The states of a page, in the order in which it names them."""
    evidence: dict[tuple[str, str], bool] = {}
    for s in said:
        for name, told in _summed(s):
            evidence[name.base, name.font] = evidence.get((name.base, name.font), False) or told
    names = [x for s in said for x in t.of_kind(s, Name)]
    listed = {id(i) for s in said for x in t.of_kind(s, Product) for _, g in before_parentheses(x) for i in g.items}
    values = [x for x in names if id(x) not in listed]  # the `y_i` of `f(x_i, y_i)` is no unit of y
    numbering = {(e.base, e.font) for x in names for s in x.scripts for e in s.entries if isinstance(e, Name)}
    bounded = {key for s in said for key in _bounded(s)}
    summed = [k for k in evidence if _unit(k, values) and k not in numbering and k not in bounded]
    if not any(evidence[k] for k in summed):
        return ()
    beside = [k for k in _beside(summed, said) if _unit(k, values) and k not in numbering and k not in bounded]
    taken = {x.base for x in names}
    indices = [x for x in INDICES if x not in taken]
    looked_up = [x for x in LOOKED_UP if x not in taken]
    found = [*summed, *beside]
    if len(found) > min(len(indices), len(looked_up)):
        return ()
    return tuple(_state(k, k in summed, indices[n], looked_up[n], names, values) for n, k in enumerate(found))


def _state(
    key: tuple[str, str], summed: bool, index: str, looked_up: str, names: Sequence[Name], values: Sequence[Name]
) -> State:
    base, font = key
    unit = _unit(key, values)
    assert unit is not None
    rows = (ALL_STATES if summed else OTHER_ROWS) + base
    return State(base, font, index, rows, looked_up, _data(key, names), unit)


def _unit(key: tuple[str, str], names: Sequence[Name]) -> Name | None:
    """The letter that numbers the entries of a letter most often."""
    base, font = key
    found: Counter[Name] = Counter()
    for x in names:
        if x.base == base and x.font in ("", font) and not x.accents:
            below = [s for s in x.scripts if not s.above]
            if len(below) == 1 and not below[0].bracket and len(below[0].entries) == 1 and not (font and x.font):
                entry = below[0].entries[0]
                if isinstance(entry, Name) and letter_of(entry) is not None:
                    found[replace(entry, primes=0, span=t.SPAN)] += 1
    return max(found, key=lambda x: found[x]) if found else None


def _data(key: tuple[str, str], names: Sequence[Name]) -> Place | None:
    """Where data of a state carry their number: in brackets above, or below what is set in bold."""
    base, font = key
    mine = [x for x in names if x.base == base and x.font in ("", font) and not x.accents]
    above = {s.bracket for x in mine for s in x.scripts if s.above and s.bracket and _one(s) is not None}
    if above:
        return (True, next(iter(above))) if len(above) == 1 else None
    bold = font and any(x.font == font and x.scripts and not x.scripts[0].above for x in mine)
    return (False, "") if bold else None


def _bounded(s: Statement) -> Iterator[tuple[str, str]]:
    """The letters that sums with bounds run over, or that stand in ranges."""
    for x in t.of_kind(s, BigSum):
        for b in x.below:
            heads = b.members[:1] if isinstance(b, Chain) and b.relations[:1] == ("=",) else (b,) if x.above else ()
            yield from ((n.base, n.font) for n in heads if isinstance(n, Name) and not n.scripts)
    for c in t.of_kind(s, Chain):
        if any(isinstance(m, t.Listing) for m in c.members):
            yield from ((n.base, n.font) for n in c.members if isinstance(n, Name) and not n.scripts)


def _beside(summed: Sequence[tuple[str, str]], said: Sequence[Statement]) -> list[tuple[str, str]]:
    """The letters that are arguments of a function beside a state."""
    found: list[tuple[str, str]] = []
    for x in (x for s in said for x in t.of_kind(s, Product)):
        for _, group in before_parentheses(x):
            keys = [(i.base, i.font) for i in group.items if isinstance(i, Name) and not i.scripts and not i.accents]
            if any(k in summed for k in keys):
                found += [k for k in keys if k not in summed and k not in found]
    return found


__all__ = ["Number", "State", "has_state_sum", "runs_over", "states_of", "values_in"]
