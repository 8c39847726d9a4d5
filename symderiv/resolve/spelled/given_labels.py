r"""The labels of a given network as solutions spell them: `W2`, `W^{(2)}`, `W^{[2]}` beside `W_2`, and
`W2`, `W_2` beside `W^{(2)}`; `x1` beside `x_i`.

The network has one of them; a solution that has another, and does not define it, means the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ...expr import Variable
from ...latex.tree import Chain, Group, Name, Node, Number, Script, Scripted, Statement, Symbol, of_kind
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ...pattern import lazily
from ..asked import remembered
from ..located import Located, read_of, with_statements
from .keys import split_key
from .numbers_behind import BEHIND

LETTER = lazily(r"\\(?:mathbf|boldsymbol|bm)\{([A-Za-z])\}|(\\?[A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class GivenLabels:
    """Where the numbers of a network stand that tell names of one letter apart, `above` or below, by letter and number;
    and how many places each letter without such a number has."""

    above: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    def stands_above(self, letter: str, number: str) -> bool | None:
        """Does the network write a letter with a number above it; None if it has no such name, or both ways."""
        return self.above.get((letter, number))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A name with a number that may be a label: the letter, the number, how it is typed, and its other scripts: what
    is below, the marks above, or the power to which it is raised."""

    letter: str
    number: str
    how: str
    below: tuple[Node, ...] = ()
    marks: tuple[Node, ...] = ()
    power: tuple[Node, ...] = ()


def labels_of(variables: Iterable[Variable]) -> GivenLabels:
    r"""The labels of a network.

    >>> labels_of([Variable("W_{2,#,#}"), Variable("z^{(1)}_{#}"), Variable("x_{#}")])
    GivenLabels(above={('W', '2'): False, ('z', '1'): True}, places={'x': 1})
    """
    found: dict[tuple[str, str], set[bool]] = {}
    places: dict[str, set[int]] = {}
    for v in variables:
        base, above, below, tail = split_key(v.key)
        m = LETTER.fullmatch(base)
        if m is None or tail:
            continue
        letter = m[1] or m[2]
        labels = [(x, high) for part, high in ((above, True), (below, False)) for x in part if x is not None]
        if len(labels) == 1 and labels[0][0].isdigit():
            found.setdefault((letter, labels[0][0]), set()).add(labels[0][1])
        elif not labels and not above:
            places.setdefault(letter, set()).add(len(below))
    return GivenLabels(
        {key: ways.pop() for key, ways in found.items() if len(ways) == 1},
        {x: counts.pop() for x, counts in places.items() if len(counts) == 1},
    )


def with_labels_as_given(located: Sequence[Located], labels: GivenLabels) -> list[Located]:
    """The formulas of a solution with such names as the network writes them."""
    statements = [s for f in read_of(located) for s in f.statements]
    if not _differ(frozenset[Spelled]().union(*map(_spelled, statements)), labels):
        return list(located)
    chains = [s.chain for s in statements]
    own = {(x.letter, x.number, x.how) for c in chains if (x := _defined(c)) is not None}
    entries = _letters_of_entries(chains)

    def change(x: object) -> Name | Scripted | None:
        found = _labelled(x) if isinstance(x, Name) and not x.accents and not x.primes else None
        if found is None or not isinstance(x, Name) or (found.letter, found.number, found.how) in own:
            return None
        given = _as_given(x, found, labels)
        entry = given is None and found.how == "behind" and found.letter in entries and not (found.below or found.marks)
        fits = entry and labels.places.get(found.letter) in (1, len(found.number))
        named = _typed_below(x, found) if fits else given
        if named is None or not found.power:
            return named
        above = Script(True, found.power, "", False, False, x.span)
        return Scripted(Group("(", (named,), ")", (), x.span), (above,), 0, x.span)

    return with_statements(located, lambda s: rebuilt(s, change) if _differ(_spelled(s), labels) else s)


Spelled: TypeAlias = tuple[str, str, str]
"""The letter and the number of a name, and how it is typed."""


def _differ(spelled: frozenset[Spelled], labels: GivenLabels) -> bool:
    """May a name with a number stand where the network does not write it?"""
    return any(
        how == "behind" or labels.above.get((letter, number), how == "above") != (how == "above")
        for letter, number, how in spelled
    )


@remembered
def _spelled(s: Statement) -> frozenset[Spelled]:
    """The letters and numbers of such names, and how each is typed."""
    names = (x for x in of_kind(s, Name) if not (x.accents or x.primes))
    return frozenset((x.letter, x.number, x.how) for x in map(_labelled, names) if x is not None)


def _letters_of_entries(chains: Iterable[Chain]) -> frozenset[str]:
    """The letters that stand with several numbers, or with an index: an `h1` alone may be a layer."""
    numbers: dict[str, set[str]] = {}
    for x in (y for c in chains for y in of_kind(c, Name)):
        m = BEHIND.fullmatch(x.base)
        if m is not None:
            numbers.setdefault(m[1], set()).add(m[2])
        elif any(not s.above for s in x.scripts):
            numbers.setdefault(x.base, set()).update(("", "index"))
    return frozenset(letter for letter, met in numbers.items() if len(met) > 1)


def _defined(c: Chain) -> _Labelled | None:
    """The name with a number that stands on the left of an equation by itself."""
    left = c.members[0]
    return _labelled(left) if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) else None


def _labelled(x: Name) -> _Labelled | None:
    behind = BEHIND.fullmatch(x.base)
    below = tuple(e for s in x.scripts if not s.above for e in s.entries)
    above = [s for s in x.scripts if s.above]
    if behind is not None:
        marks = tuple(e for s in above for e in s.entries)
        if len(marks) == 1 and isinstance(marks[0], Number) and not above[0].bracket:
            return _Labelled(behind[1], behind[2], "behind", below, (), marks)
        return _Labelled(behind[1], behind[2], "behind", below, marks) if _are_marks(marks) else None
    if LETTER.fullmatch(x.base) is None:
        return None
    if len(above) == 1 and (number := _in_brackets(above[0])) is not None:
        return _Labelled(x.base, number, "above", below, above[0].entries[1:])
    marks = tuple(e for s in above for e in s.entries)
    first = below[0] if below else None
    if isinstance(first, Number) and _are_marks(marks):
        return _Labelled(x.base, first.text, "below", below[1:], marks)
    return None


def _in_brackets(s: Script) -> str | None:
    """The number of `^{(2)}`, `^{[2]}` and `^{(2)T}`."""
    first, *marks = s.entries
    if s.bracket:
        return first.text if isinstance(first, Number) and not marks else None
    if not isinstance(first, Group) or first.open not in ("(", "[") or not marks or not _are_marks(tuple(marks)):
        return None
    return first.items[0].text if len(first.items) == 1 and isinstance(first.items[0], Number) else None


def _are_marks(entries: tuple[Node, ...]) -> bool:
    """Is it nothing, or the mark of a transpose?"""
    return all(
        (isinstance(e, Symbol) and e.name == r"\top") or (isinstance(e, Name) and e.base == "T") for e in entries
    )


def _as_given(x: Name, found: _Labelled, labels: GivenLabels) -> Name | None:
    """The name as the network writes it; None where it writes it so, or has none of that letter and number."""
    if found.how == "below" and labels.places.get(found.letter) == 1 + len(found.below):
        return None  # `w_{1,i}` is an entry of `w_{j,i}`, whatever `w^{(1)}` there is
    above = labels.stands_above(found.letter, found.number)
    if above is None and found.how == "behind":
        above = labels.stands_above(found.letter.swapcase(), found.number)
        if above is False and found.letter.islower():
            above = True  # `w^{(2)}_{kj}` is an entry of `W_2`
    if above is None or found.how == ("above" if above else "below"):
        return None
    return _typed_above(x, found) if above else _typed_below(x, found)


def _typed_above(x: Name, found: _Labelled) -> Name:
    number = Number(found.number, span=x.span)
    below = tuple(s for s in x.scripts if not s.above and found.how == "behind")
    if found.how == "below" and found.below:
        below = (Script(False, found.below, "", len(found.below) > 1, True, x.span),)
    label = Script(True, (number,), "(", False, True, x.span)
    if found.marks:
        label = Script(True, (Group("(", (number,), ")", (), x.span), *found.marks), "", False, True, x.span)
    return replace(x, base=found.letter, scripts=(*below, label))


def _typed_below(x: Name, found: _Labelled) -> Name:
    entries = (Number(found.number, span=x.span), *found.below)
    below = Script(False, entries, "", len(entries) > 1, True, x.span)
    marks = (Script(True, found.marks, "", False, False, x.span),) if found.marks else ()
    return replace(x, base=found.letter, scripts=(below, *marks))
