r"""The largest of entries, and where it stands: what `\max_j z_{ij}` and `\arg\max_j z_{ij}` say, as trees.

Entry j wins where its lead over each other one is positive: `\prod_{j' \ne j} \operatorname{step}(z_j - z_{j'})` is 1
there and 0 elsewhere, for data have no ties. So the maximum is a sum of entries times what is 1 where they win, and its
derivative that of the entry which wins; sums, products and steps are all that the other modules have to know of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Chain, Factor, Group, Name, Node, Term
from ...latex.walking import rebuilt
from ..spelled.shape import letter_of

SIGNS = {"max": 1, "min": -1, "argmax": 1, "argmin": -1}


@dataclass(frozen=True, slots=True)
class Extremum:
    r"""The largest (`sign` 1) or the least of a `body` over a letter, with what stands below the sign."""

    sign: int
    letter: Name
    below: tuple[Node, ...]
    body: Node

    def wins(self, place: Node, fresh: Name) -> Node:
        """1 where the entry at a place is the one, else 0; `fresh` is a letter that stands nowhere."""
        mine, other = self.at(place), self.at(fresh)
        first, second = (mine, other) if self.sign > 0 else (other, mine)
        lead = t.Terms((Term("", held(first)), Term("-", held(second))))
        others = tuple(put(b, {self.letter: fresh}) for b in self.below)
        asked = tuple(b for b in others if _is_membership(b))
        ranges = tuple(b for b in others if b not in asked) or (fresh,)
        apart = Chain((fresh, place), (r"\ne",))
        return held(t.BigSum(r"\prod", (*ranges, apart), None, _unless_outside(asked, t.Call("step", (lead,)))))

    def at(self, place: Node) -> Node:
        """The entry at a place."""
        found: Node = put(self.body, {self.letter: place})
        return found

    def total(self, value: Node, fresh: Name) -> Node:
        """The sum of a value over the letter, times 1 where the entry at that letter wins."""
        body = t.Product((Factor("", held(value)), Factor("", self.wins(self.letter, fresh))))
        return held(t.BigSum(r"\sum", self.below, None, body))

    def over(self, letter: Name) -> Extremum:
        """The same over another letter."""
        values = {self.letter: letter}
        return replace(self, letter=letter, below=put(self.below, values), body=put(self.body, values))

    def put(self, values: Mapping[Name, Node]) -> Extremum:
        """The same with other letters."""
        inner = {k: v for k, v in values.items() if k != self.letter}
        return replace(self, below=put(self.below, inner), body=put(self.body, inner))


def _is_membership(x: Node) -> bool:
    r"""Is it said to be in a set, and not in one of numbers that are listed, `\{0, 1\}`, which is a range?"""
    listed = isinstance(x, Chain) and isinstance(x.members[-1], Group) and any(t.of_kind(x.members[-1], t.Number))
    return isinstance(x, Chain) and x.relations == (r"\in",) and not listed


def _unless_outside(asked: tuple[Node, ...], wins: Node) -> Node:
    """Whether an entry loses to another, `1 - 1[j' \\in N] (1 - wins)`: what is not in the set beats nothing."""
    if not asked:
        return wins
    loses = Group("(", (t.Terms((Term("", t.ONE), Term("-", wins))),), ")")
    factors = (*(Factor("", t.Indicator((x,))) for x in asked), Factor("", loses))
    return Group("(", (t.Terms((Term("", t.ONE), Term("-", t.Product(factors)))),), ")")


class Fresh:
    """Letters with more primes than any on the page."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.primes: dict[str, int] = {}
        for x in names:
            self.primes[x.base] = max(self.primes.get(x.base, 0), x.primes)

    def __call__(self, letter: Name) -> Name:
        """Such a letter of the same kind."""
        self.primes[letter.base] = self.primes.get(letter.base, 0) + 1
        return replace(letter, primes=self.primes[letter.base])


def extremum(x: object) -> Extremum | None:
    r"""What a call such as `\max_{1 \le j \le k} z_{ij}` says, over one index of its argument."""
    if not isinstance(x, t.Call) or x.function not in SIGNS or len(x.args) != 1 or x.primes or len(x.scripts) != 1:
        return None
    below = x.scripts[0].entries
    letters = [n for b in below if (n := bound_by(b)) is not None]
    if x.scripts[0].above or len(letters) != 1 or (len(below) > 1 and not all(isinstance(b, Chain) for b in below)):
        return None
    (letter,) = letters
    inside = [e for y in t.of_kind(x.args[0], t.Script) if not y.above or y.bracket for e in y.entries]
    within = {n for y in t.of_kind(x.args[0], t.BigSum) for b in y.below for n in t.of_kind(b, Name)}
    if letter in within or not any(letter in t.walk(e) for e in inside):
        return None
    return Extremum(SIGNS[x.function], letter, below, x.args[0])


def one_by_one(x: object) -> Node | None:
    r"""The largest over several letters as the largest over one of the largest over the others: `\max_{a,b} x_{ab}`."""
    if not isinstance(x, t.Call) or x.function not in ("max", "min") or len(x.args) != 1 or len(x.scripts) != 1:
        return None
    (script,) = x.scripts
    items = [y for b in script.entries for y in _each(b)]
    if script.above or len(items) < 2 or len({bound_by(y) for y in items} - {None}) != len(items):
        return None
    found: Node = x.args[0]
    for item in reversed(items):
        found = t.Call(x.function, (found,), (t.Script(False, (item,)),), span=x.span)
    return found


def _each(x: Node) -> tuple[Node, ...]:
    r"""The ranges of `0 \le a, b \le s`, one for each letter."""
    if isinstance(x, Chain):
        for n, member in enumerate(x.members):
            if isinstance(member, t.Listing) and all(isinstance(i, Name) for i in member.items):
                return tuple(replace(x, members=(*x.members[:n], i, *x.members[n + 1 :])) for i in member.items)
    return (x,)


def bound_by(x: Node) -> Name | None:
    r"""The letter that is bound by `j`, `j = 1, \dots, k`, `1 \le j \le k`, `j \in S`, `j \ne y`."""
    if isinstance(x, Name):
        return x if letter_of(x) is not None else None
    if not isinstance(x, Chain):
        return None
    ordered = len(x.members) == 3 and set(x.relations) <= {r"\le", "<"}
    found = x.members[1] if ordered else x.members[0] if len(x.members) == 2 else None
    return found if isinstance(found, Name) and letter_of(found) is not None else None


def letters_bound(x: t.BigSum) -> tuple[str, ...]:
    """The letters over which a sum runs."""
    return tuple(b.base for item in x.below if (b := bound_by(item)) is not None)


def written_out(x: Any, fresh: Fresh) -> Node | None:
    """The largest of entries as a sum over these; None for anything else."""
    several = one_by_one(x)
    found = extremum(x if several is None else several)
    if found is None or (several is None and x.function.startswith("arg")):
        return None
    inner = replace(found, body=rebuilt(found.body, lambda y: written_out(y, fresh)))
    return replace(inner.total(inner.body, fresh(inner.letter)), span=x.span)


def put(x: Any, values: Mapping[Name, Node]) -> Any:
    """A tree with something else in the place of letters."""
    return rebuilt(x, lambda y: values.get(y) if isinstance(y, Name) else None) if values else x


def held(x: Node) -> Node:
    """A tree in parentheses where it goes on behind what stands after it."""
    return Group("(", (x,), ")") if isinstance(x, (t.Terms, t.Cases, t.BigSum, t.Product)) else x
