r"""Probabilities of events, `p(z_n = k \mid x_n) = ..` and `P(y = 1 | x) = ..`: each is a name with indices.

What is equated in the parentheses tells them apart, `P(y = 1 | x)` from `P(y = 0 | x)`. An index that a value is
equated with is an index of the name; so are those that stand on what the event is about and on what is given, each
once. Only what the page defines is such a name: nothing says what another event has to do with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....errors import AmbiguousError, ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Name, Node, Number, Product, Script, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import label_of, letter_of, stem_of
from ..applied import with_names_for_two

Form: TypeAlias = tuple[object, ...]
"""All of an event but what varies: the name before it, what is equated and given, how many indices stand on each."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing in the parentheses: a name, or one equated with a value; `given` behind a bar."""

    given: bool
    name: Name
    value: Node | None = None

    @property
    def form(self) -> object:
        equated: object = None
        if isinstance(self.value, Name) and self.value.scripts and self.value != self.name:
            equated = (*stem_of(self.value), _layout(self.value))
        several = _several(self.name)
        return (
            self.given,
            stem_of(self.name),
            self.name.primes,
            _layout(self.name),
            several,
            self.value is None,
            equated,
        )

    @property
    def text(self) -> str:
        """The part without its indices."""
        letter = (label_of(replace(self.name, scripts=())) or "?") + _several(self.name)
        return letter if self.value is None else f"{letter}="


@dataclass(frozen=True, slots=True)
class Event:
    """A name right before an event."""

    head: Name
    group: Group
    parts: tuple[_Part, ...]

    @property
    def form(self) -> Form:
        return (self.head.base, self.head.accents, self.head.font, self.head.scripts, *(p.form for p in self.parts))

    @property
    def about(self) -> object:
        """What it is about: all but its values and indices."""
        return self.less(())

    def less(self, left_out: Collection[int]) -> object:
        """What it is about without some of its parts."""
        parts = [p for n, p in enumerate(self.parts) if n not in left_out]
        named = ((p.given, p.name.base, p.name.accents, p.name.font) for p in parts)
        return stem_of(self.head), self.head.scripts, tuple(named)


def has_events(s: t.Statement) -> bool:
    events = (e for x in t.of_kind(s, Product) for e in events_in(x).values())
    return any(p.value is not None for e in events for p in e.parts)


@where(has_events)
def with_events_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each event of which it says how probable it is."""
    formulas = read_of(located)
    found = [e for f in formulas for x in t.of_kind(f, Product) for e in events_in(x).values()]
    valued = {stem_of(e.head) for e in found if any(p.value is not None for p in e.parts)}
    if not valued:
        return list(located)
    naming = _Naming(found, _indices(formulas))
    defined = {key for f in formulas for key in _defined(f, naming)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named = {n: made[1] for n, e in events_in(x).items() if (made := naming.name(e)) and made[0] in defined}
        return with_names_for_two(x, named, change) if named else None

    told = [e for f in formulas for s in f.statements for e in defined_events(s)]
    heads = valued.intersection(stem_of(e.head) for e in told)  # the f of `f_k(x_n)` is no probability
    whole = {e.about for e in told if all(p.value is None for p in e.parts)}

    def checked(f: Formula) -> Formula | ReadError:
        """A formula, no event of which is another than those that are defined."""
        products = (x for s in f.statements if s.chain.relations for x in t.of_kind(s, Product))
        events = (e for x in products for e in events_in(x).values() if stem_of(e.head) in heads)
        left = next((e for e in events if naming.name(e) is not None or e.about not in whole), None)
        return f if left is None else AmbiguousError(CAUSE, f.place(left.group.span), "define this one, too")

    named = with_statements(located, lambda s: rebuilt(s, change))
    return [(d, f if isinstance(f, ReadError) else checked(f)) for d, f in named]


CAUSE = "the page defines other probabilities of the same name, and nothing says what this one is"


class _Naming:
    """How the events of a page are named."""

    def __init__(self, found: Sequence[Event], indices: Set[str]) -> None:
        self.indices = indices
        self.counted: dict[Form, set[int]] = {}
        self.doubled: dict[Form, set[int]] = {}
        alike: dict[Form, list[Event]] = {}
        for e in found:
            alike.setdefault(e.form, []).append(e)
        for form, events in alike.items():
            values = [[p.value for p in e.parts] for e in events]
            self.counted[form] = {n for n, vs in enumerate(zip(*values, strict=True)) if any(map(self.is_index, vs))}
            rows = [[label_of(x) for x in self._entries(e)] for e in events]
            columns = list(zip(*rows, strict=True))
            self.doubled[form] = {n for n, c in enumerate(columns) if c in columns[:n]}

    def is_index(self, x: Node | None) -> bool:
        """Is an event equated with a letter of the page that counts something?"""
        return x is not None and letter_of(x) in self.indices

    def _entries(self, e: Event) -> list[Node]:
        """All that may be an index of the name."""
        found: list[Node] = []
        for n, p in enumerate(e.parts):
            found += _scripted(p.name)
            if n in self.counted[e.form] and p.value is not None:
                found.append(p.value)
            elif p.value is not None:
                found += _scripted(p.value)
        return found

    def name(self, e: Event) -> tuple[object, Name] | None:
        """What is the same for all indices, and the name; None where there is none, or no place for its indices."""
        if all(p.value is None for p in e.parts):
            return None
        texts = [self._text(e, n) for n in range(len(e.parts))]
        if None in texts:
            return None
        before = ",".join(x for x, p in zip(texts, e.parts, strict=True) if x and not p.given)
        behind = ",".join(x for x, p in zip(texts, e.parts, strict=True) if x and p.given)
        base = f"{label_of(replace(e.head, scripts=()))}({before}{'|' + behind if behind else ''})"
        entries = tuple(x for n, x in enumerate(self._entries(e)) if n not in self.doubled[e.form])
        span = (e.head.span[0], e.group.span[1])
        own = e.head.scripts
        above = any(not s.above for s in own)
        if entries and any(s.above == above for s in own):
            return None
        script = Script(above, entries, "(" if above else "", len(entries) > 1, True, span)
        return (base, own), Name(base, scripts=(*own, script) if entries else own, span=span)

    def _text(self, e: Event, n: int) -> str | None:
        """How a part is told in the name; None where it is equated with something of which nothing is known."""
        p = e.parts[n]
        if p.value is None:
            return p.text
        if n in self.counted[e.form]:
            told = self.is_index(p.value) or isinstance(p.value, Number) or p.value == p.name
            return p.text if told else None
        if isinstance(p.value, Name):
            return f"{p.text}{label_of(replace(p.value, scripts=()))}" if p.value.scripts else None
        return f"{p.text}{_number(p.value)}"


def events_in(x: Product) -> dict[int, Event]:
    """The names in a product that stand right before a list in which something is equated or given, by their places."""
    found: dict[int, Event] = {}
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if b.joined and isinstance(a.body, Name) and not a.body.primes and isinstance(b.body, Group):
            parts = _parts(b.body) if b.body.open == "(" else None
            if parts is not None:
                found[n] = Event(a.body, b.body, parts)
    return found


def _parts(group: Group) -> tuple[_Part, ...] | None:
    found: list[_Part] = []
    given = False
    for n, item in enumerate(group.items):
        given = given or (n > 0 and group.separators[n - 1] == "|")
        name, value = (item, None) if not isinstance(item, Chain) else (item.members[0], item.members[-1])
        if isinstance(item, Chain) and (len(item.members) != 2 or item.relations != ("=",)):
            return None
        plain = value is None or isinstance(value, (Name, Number)) or _number(value)
        if not isinstance(name, Name) or not plain or not _is_plain(name):
            return None
        if isinstance(value, Name) and not _is_plain(value):
            return None
        found.append(_Part(given, name, value))
    return tuple(found)


def _is_plain(x: Name) -> bool:
    """Are all its entries letters or numbers?"""
    return all(label_of(e) is not None and not (isinstance(e, Name) and e.scripts) for e in _scripted(x))


def _number(x: Node) -> str:
    """A number with its sign; nothing for anything else."""
    if isinstance(x, Number):
        return x.text
    if isinstance(x, Terms) and len(x.terms) == 1 and isinstance(x.terms[0].body, Number):
        return x.terms[0].sign + x.terms[0].body.text
    return ""


def _scripted(x: Node) -> tuple[Node, ...]:
    r"""Its entries; which of many are given (`\mathbf{x}_{<d}`) is no index."""
    found = (e for s in x.scripts for e in s.entries) if isinstance(x, Name) else ()
    return tuple(e for e in found if not isinstance(e, t.Misfit))


def _several(x: Name) -> str:
    """The sign of `_{<d}`, if it has such a script."""
    causes = (e.cause for s in x.scripts for e in s.entries if isinstance(e, t.Misfit))
    return "".join(c.split("`")[1] for c in causes if c.startswith("`"))


def _layout(x: Name) -> tuple[tuple[bool, int], ...]:
    return tuple((s.above, len(s.entries)) for s in x.scripts)


def _indices(formulas: Sequence[Formula]) -> set[str]:
    """The letters in scripts and under sums."""
    scripts = (e for f in formulas for x in t.of_kind(f, Script) for e in x.entries)
    bounds = (
        c.members[0] if isinstance(c, Chain) else c for f in formulas for x in t.of_kind(f, t.BigSum) for c in x.below
    )
    return {letter for x in (*scripts, *bounds) if (letter := letter_of(x)) is not None}


def _defined(f: Formula, naming: _Naming) -> Iterator[object]:
    """The events of which a formula says how probable they are, as they are named."""
    yield from (made[0] for s in f.statements for e in defined_events(s) if (made := naming.name(e)))


def defined_events(s: t.Statement) -> Iterator[Event]:
    """The events of which a statement says how probable they are."""
    left = s.chain.members[0]
    if isinstance(left, Name) and len(s.chain.members) > 2:
        left = s.chain.members[1]  # `P_{ij} = P(y_{ij} = 1 | x_i) = ..` has two names for one formula
    if s.chain.relations and s.chain.relations[0] in EQUALITIES and isinstance(left, Product) and not s.struck:
        yield from events_in(left).values() if len(left.factors) == 2 else ()
