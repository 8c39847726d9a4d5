r"""Sets that a page makes of others, and that a comparison tells: `P(i) = \{p \in A(i) : y_p = y_i\}` with `A(i) = I
\setminus \{i\}`, and sets of which it only says where they lie, `A_l \subseteq \{1, \dots, m\}`.

What a letter of such a set has to be stands in its place: `\sum_{p \in P(i)}` is a sum over the p of I with `p \ne i`
and `y_p = y_i`, and `|P(i)|` how many these are. The y have to be data that are only compared, or looked up. Of a set
that is part of a range the elements stay data, and its letters get the range. A definition for the elements of a set
holds for the others, too, as far as nothing but comparisons of data keeps them out: nobody asks for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import ONE, BigSum, Chain, Derivative, Formula, Group, Name, Node, Number, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from .membership import set_of

IN = (r"\in",)
PART = frozenset([r"\subset", r"\subseteq"])
COMPARING = frozenset(["=", "==", r"\ne", r"\neq"])
DEEPEST = 4
"""So many sets may be made of one another."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A set with the letters that it depends on: an element is a letter for which the conditions hold."""

    letters: tuple[str, ...]
    element: str
    conditions: tuple[Chain, ...]
    whole: bool


def _tells(s: Statement) -> bool:
    return is_part(s.chain) or made_of(s.chain) is not None


@where(_tells)
def with_sets_compared(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page with what is asked of the elements of such sets, without what only tells the sets."""
    formulas = read_of(located)
    statements = [s for f in formulas for s in f.statements]
    told: dict[Key, list[tuple[Statement, _Set]]] = {}
    for s in statements:
        found = _set(s.chain)
        made = None if found is None else _with_range(found[1], formulas)
        if found is not None and made is not None:
            told.setdefault(found[0], []).append((s, made))
    sets = {key: every[0][1] for key, every in told.items() if len({x.conditions for _, x in every}) == 1}
    telling = {id(s) for key, every in told.items() if key in sets for s, _ in every}
    others = [s for s in statements if id(s) not in telling]
    while bad := [key for key in sets if not _is_read(key, sets, others)]:
        sets = {key: x for key, x in sets.items() if key not in bad}
        others += [s for key in bad for s, _ in told[key]]
    if not sets:
        return located
    writer = _Writer(sets)
    dropped = {id(s) for key in sets for s, _ in told[key]}
    return [(d, _changed(f, writer, dropped) if isinstance(f, Formula) else f) for d, f in located]


def _changed(f: Formula, writer: _Writer, dropped: set[int]) -> Formula:
    return replace(f, statements=tuple(writer.statement(s) for s in f.statements if id(s) not in dropped))


def is_part(c: Chain) -> bool:
    r"""Does it say of a set that it lies in a range, `A_l \subseteq \{1, \dots, m\}`?"""
    if not c.relations or c.relations[-1] not in PART or len(c.members) < 2 or not _is_range(c.members[-1]):
        return False
    return _head(c.members[-2]) is not None


def _is_range(x: Node) -> bool:
    return isinstance(x, Group) and x.open == r"\{" and has_dots(x.items)


def has_dots(items: Sequence[Node]) -> bool:
    """Are they the ends of a range, with dots between them?"""
    dots = [n for n, i in enumerate(items) if isinstance(i, t.Symbol)]
    return len(dots) == 1 and 0 < dots[0] == len(items) - 2


def made_of(c: Chain) -> tuple[str, tuple[Chain, ...]] | None:
    r"""The letter of an element and what it has to be: in `P(i) = \{p \in A : y_p = y_i\}`, in `A(i) = I \setminus
    \{i\}`."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES or _head(c.members[0]) is None:
        return None
    right = c.members[1]
    if isinstance(right, Product):
        return _without_one(c, right)
    if not isinstance(right, Group) or right.open != r"\{" or right.separators[:1] != ("|",):
        return None
    first, *rest = right.items
    chains = [x for x in rest if isinstance(x, Chain) and len(x.members) == 2 and COMPARING.issuperset(x.relations)]
    if len(chains) != len(rest) or any(not _is_compared(m) for x in chains for m in x.members):
        return None
    if isinstance(first, Chain):
        letter = letter_of(first.members[0])
        own = first.relations == IN and (_is_range(first.members[1]) or _head(first.members[1]) is not None)
        return (letter, (first, *chains)) if letter is not None and own else None
    letter = letter_of(first)
    return (letter, tuple(chains)) if letter is not None and any(compares_entries(x) for x in chains) else None


def compares_entries(c: Chain) -> bool:
    """Does it compare two entries of one name?"""
    one, two = c.members
    return isinstance(one, Name) and isinstance(two, Name) and bool(one.scripts) and stem_of(one) == stem_of(two)


def _with_range(mine: _Set, formulas: Sequence[Formula]) -> _Set | None:
    """The set, where nothing says where its elements lie with the range of the letter whose data theirs are compared
    with, or with that of a list of these data."""
    if any(c.relations == IN for c in mine.conditions):
        return mine
    entries = [m for c in mine.conditions if compares_entries(c) for m in c.members if isinstance(m, Name)]
    beside = {entry_below(m) for m in entries} - {mine.element}
    found = {x for letter in beside for f in formulas for s in f.statements for x in ranges_of(s, letter or "")}
    found = found or {x for stem in set(map(stem_of, entries)) for f in formulas for x in _ends_listed(f, stem)}
    if len(found) != 1 or len(beside) != 1:
        return None
    low, high = found.pop()
    span = mine.conditions[0].span
    whole = Group(r"\{", (low, t.Symbol(r"\dots", span=span), high), r"\}", (",", ","), span)
    within = Chain((Name(mine.element, span=span), whole), IN, (span,), span)
    return replace(mine, conditions=(within, *mine.conditions))


def _ends_listed(f: Formula, stem: Stem) -> Iterator[tuple[Node, Node]]:
    r"""The numbers of the first and the last of data that a formula lists, `the labels $c_1, \dots, c_n$`."""
    items = [s.chain.members[0] for s in f.statements if not s.chain.relations and len(s.chain.members) == 1]
    ends = [x for x in (*items[:1], *items[-1:]) if isinstance(x, Name) and entry_below(x, number=True) is not None]
    if len(items) == len(f.statements) and has_dots(items) and [*map(stem_of, ends)] == [stem, stem]:
        first, last = (x.scripts[0].entries[0] for x in ends)
        if isinstance(first, Number):
            yield first, last


def ranges_of(s: Statement, letter: str) -> Iterator[tuple[Node, Node]]:
    """The ends between which a letter runs in a statement."""
    for x in t.of_kind(s, BigSum):
        under = x.below[0] if len(x.below) == 1 else None
        if isinstance(under, Chain) and x.above is not None and letter_of(under.members[0]) == letter:
            yield under.members[1], x.above
    for c in (c for c in (s.chain, *s.conditions) if len(c.members) in (2, 3)):
        about, last = c.members[len(c.members) - 2], c.members[-1]
        letters = {letter_of(x) for x in t.listed(about)}
        if letter not in letters:
            continue
        if len(c.members) == 3 and c.relations == (r"\le", r"\le"):
            yield c.members[0], last
        elif len(c.members) == 2 and (_is_range(last) or (isinstance(last, t.Listing) and has_dots(last.items))):
            ends = last.items if isinstance(last, (Group, t.Listing)) else ()
            yield ends[0], ends[-1]


def _without_one(c: Chain, right: Product) -> tuple[str, tuple[Chain, ...]] | None:
    r"""Of `A(i) = I \setminus \{i\}` the elements are those of I that are not i."""
    out = right.factors[-1].body
    parted = len(right.factors) == 2 and right.factors[1].operator == r"\setminus" and _is_range(right.factors[0].body)
    if not parted or not isinstance(out, Group) or out.open != r"\{" or len(out.items) != 1:
        return None
    letter = Name(ELEMENT, span=c.span)
    apart = Chain((letter, out.items[0]), (r"\ne",), (c.span,), c.span)
    return (
        (ELEMENT, (Chain((letter, right.factors[0].body), IN, (c.span,), c.span), apart))
        if letter_of(out.items[0])
        else None
    )


ELEMENT = "q"
"""A letter for an element, where a page names none; it is another one wherever an element is asked for."""


def _is_compared(x: Node) -> bool:
    """Is it a letter, a number or data with one letter below?"""
    if letter_of(x) is not None or isinstance(x, Number):
        return True
    return isinstance(x, Name) and entry_below(x) is not None


def entry_below(x: Name, number: bool = False) -> str | None:
    """The letter below a name that has nothing else; or a `number`."""
    fits = len(x.scripts) == 1 and not x.scripts[0].above and len(x.scripts[0].entries) == 1 and not x.primes
    if not fits:
        return None
    entry = x.scripts[0].entries[0]
    return entry.text if number and isinstance(entry, Number) else letter_of(entry)


Key: TypeAlias = tuple[Stem, bool, int]
"""The name of a set, whether letters that it depends on stand in parentheses, and how many these are."""


def _head(x: Node) -> tuple[Key, tuple[str, ...]] | None:
    """The name of a set and the letters that it depends on, one at least, all different."""
    told = set_of(x)
    if told is None or not told[1] or (isinstance(x, Name) and any(s.above for s in x.scripts)):
        return None
    letters = tuple(letter for e in told[1] if (letter := letter_of(e)) is not None)
    key = (stem_of(told[0]), isinstance(x, Product), len(letters))
    return (key, letters) if len(letters) == len(told[1]) == len({*letters}) else None


def _set(c: Chain) -> tuple[Key, _Set] | None:
    if is_part(c):
        head = _head(c.members[-2])
        assert head is not None
        within = Chain((Name(ELEMENT, span=c.span), c.members[-1]), IN, (c.span,), c.span)
        return head[0], _Set(head[1], ELEMENT, (within,), whole=False)
    made = made_of(c)
    if made is None:
        return None
    head = _head(c.members[0])
    assert head is not None
    return head[0], _Set(head[1], made[0], made[1], whole=True)


def _is_read(key: Key, sets: Mapping[Key, _Set], others: Sequence[Statement]) -> bool:
    """Does the set stand for nothing but its elements, and are the data that tell it only compared?"""
    mine = sets[key]
    chains = [c for s in others for c in (*t.of_kind(s, Chain), *s.conditions)]
    comparing = [c for c in mine.conditions if c.relations != IN]
    data = {stem_of(m) for c in comparing for m in c.members if isinstance(m, Name) and m.scripts}
    equating = [
        s.chain for s in others if s.chain.relations and not (len(s.chain.members) == 2 and compares_entries(s.chain))
    ]
    if mine.whole and any(_is_value(x, data) for c in equating for x in values_of(c)):
        return False
    asked = sum(c.relations == IN and _key(c.members[1]) == key for c in {id(c): c for c in chains}.values())
    asked += sum(_counted(g) == key for s in others for g in t.of_kind(s, Group))
    return sum(_key(x) == key for s in others for x in _sets(s)) <= asked


def _key(x: Node) -> Key | None:
    told = set_of(x)
    return (stem_of(told[0]), isinstance(x, Product), len(told[1])) if told is not None and told[1] else None


def _counted(x: Group) -> Key | None:
    return _key(x.items[0]) if x.open == "|" and len(x.items) == 1 else None


def _sets(s: Statement) -> Iterator[Node]:
    """What may be the name of a set in a statement that equates or compares something."""
    if s.chain.relations:
        yield from (x for x in t.walk(s) if isinstance(x, (Name, Product)))


def values_of(c: Chain) -> Iterator[Node]:
    """The names in a chain that stand for values: not those in scripts, in comparisons and below sums."""
    todo: list[object] = list(c.members)
    while todo:
        x = todo.pop()
        if isinstance(x, Name):
            yield x
        if isinstance(x, BigSum):
            todo.append(x.body)
        elif not isinstance(x, (t.Script, t.Indicator, Name)) and not (isinstance(x, Chain) and x.relations):
            todo += t.parts(x)


def _is_value(x: Node, data: set[Stem]) -> bool:
    return isinstance(x, Name) and stem_of(x) in data


@dataclass(slots=True)
class _Writer:
    """Puts what elements have to be in the place of a set."""

    sets: Mapping[Key, _Set]
    seen: set[Node] = field(default_factory=set)

    def statement(self, s: Statement) -> Statement:
        """The statement without the sets; what defines a name for elements is not kept to them by data."""
        left = s.chain.members[0]
        defining = bool(s.chain.relations) and not isinstance(left, Derivative) and left not in self.seen
        if s.chain.relations:
            self.seen.add(left)
        own = self._ranges_of_left(s) if defining else ()
        s = rebuilt(s, self._change)
        conditions = (
            x for c in s.conditions for x in self._asked(c) if not (defining and x is not c and _asks_data(x))
        )
        return replace(s, conditions=tuple(dict.fromkeys((*conditions, *own))))

    def _ranges_of_left(self, s: Statement) -> tuple[Chain, ...]:
        r"""Where a letter of the left side lies that is asked for as an element: j in `d_j = \sum_{l : j \in A_l}`."""
        left = {letter_of(e) for x in t.of_kind(s.chain.members[0], t.Script) for e in x.entries} - {None}
        below = (c for x in t.of_kind(s.chain, BigSum) for c in x.below if isinstance(c, Chain))
        parts = (y for c in below if letter_of(c.members[0]) in left for y in self._asked(c) if c in self._asked(c))
        return tuple(dict.fromkeys(y for y in parts if _is_range(y.members[-1])))

    def _change(self, x: Any) -> Node | None:
        if isinstance(x, BigSum) and x.above is None:
            below = self._below(x)
            return None if below == x.below else replace(x, below=below, body=rebuilt(x.body, self._change))
        if isinstance(x, t.Indicator):
            asked = tuple(y for c in x.conditions for y in self._whole(c))
            return None if asked == x.conditions else replace(x, conditions=asked)
        return self._size(x) if isinstance(x, Group) else None

    def _size(self, x: Group) -> Node | None:
        mine = self.sets.get(key) if (key := _counted(x)) is not None else None
        if mine is None or not mine.whole:
            return None
        told = set_of(x.items[0])
        taken = {letter for e in told[1] if (letter := letter_of(e)) is not None} if told is not None else set()
        letter = next(y for y in (mine.element, *LETTERS) if y not in taken)
        asked = self._asked(Chain((Name(letter, span=x.span), x.items[0]), IN, (x.span,), x.span))
        return Group("(", (BigSum(r"\sum", asked, None, ONE, x.span),), ")", span=x.span)

    def _below(self, x: BigSum) -> tuple[Node | Chain, ...]:
        named = any(not isinstance(c, Chain) for c in x.below)
        found: list[Node | Chain] = []
        for c in x.below:
            asked = self._asked(c) if isinstance(c, Chain) else (c,)
            if named and isinstance(c, Chain):
                asked = self._whole(c)
            found += asked
        return tuple(found)

    def _whole(self, c: Any) -> tuple[Any, ...]:
        """The conditions without the range of the letter, which stands elsewhere; of data alone the membership."""
        asked = self._asked(c) if isinstance(c, Chain) else (c,)
        return asked if asked == (c,) else tuple(x for x in asked if x is c or not _is_range(x.members[-1]))

    def _asked(self, c: Chain, depth: int = DEEPEST) -> tuple[Chain, ...]:
        """What has to hold so that a letter is an element."""
        told = set_of(c.members[1]) if c.relations == IN and not _is_range(c.members[1]) else None
        mine = self.sets.get(key) if told is not None and (key := _key(c.members[1])) is not None else None
        if mine is None or told is None or not depth:
            return (c,)
        put = {mine.element: c.members[0], **dict(zip(mine.letters, told[1], strict=True))}
        asked = tuple(x for y in mine.conditions for x in self._asked(with_letters_put(y, put), depth - 1))
        return asked if mine.whole else (*asked, c)


LETTERS = ("q", "p", "u", "v")


def with_letters_put(c: Chain, values: Mapping[str, Node]) -> Chain:
    """A condition with values in the place of its letters."""

    def change(x: Any) -> Node | None:
        return values.get(x.base) if isinstance(x, Name) and letter_of(x) == x.base else None

    made: Chain = rebuilt(c, change)
    return made


def _asks_data(c: Chain) -> bool:
    return any(isinstance(m, Name) and m.scripts for m in c.members)
