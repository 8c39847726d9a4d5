r"""Sets of pairs that a comparison tells: `P = \{(i, j) : i < j, y_i = y_j\}`, or words, `$N$ is the set of all
ordered pairs with different labels`.

What a pair has to be stands in the place of the set: `\sum_{k : (i,k) \in N} a_k` is `\sum_k [y_i \ne y_k] a_k`, and
`|P|` how many pairs there are. So it is known that no pair is in both, and that nothing is in N together with itself.
The y are data that are only compared; where words speak of labels and no name is one, they get a letter. Words that
leave open whether `(i, i)`, or `(j, i)` with `(i, j)`, is in the set tell nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import (
    ONE,
    BigSum,
    Chain,
    Derivative,
    Factor,
    Formula,
    Group,
    Indicator,
    Name,
    Node,
    Product,
    Script,
    Statement,
)
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of
from ...spelled.scripts import is_index
from ...spelled.shape import Stem, letter_of, stem_of
from ..said_in_place import value_alone
from .sets_compared import COMPARING, compares_entries, entry_below, ranges_of, values_of, with_letters_put

IN, OUT = r"\in", r"\notin"
PAIR = 2
ORDERS = frozenset(["<", ">", r"\le", r"\ge", r"\ne", r"\neq"])
DENIED = {"=": r"\ne", "==": r"\ne", r"\ne": "=", r"\neq": "="}
_THINGS = r"(?:examples|samples|points|data\s+points|instances|items|observations|images)"
SET_OF = lazily(
    r"\s*(?:is|be|denotes?|for|,)\s+the\s+set\s+of\s+(?:all\s+|the\s+)*(?P<ordered>ordered\s+)?"
    r"(?:(?:positive|negative|index)\s+)?pairs\s*(?P<pair>\$[^$]*\$)?\s*"
    rf"(?:of\s+(?:(?P<distinct>different|distinct)\s+)?{_THINGS}\s+)?(?:(?:with|having|from|of|that\s+have)\s+)",
    re.I,
)
"""Words behind a set, up to what tells its pairs."""
TELLING = lazily(
    r"(?P<formula>\$[^$]*\$)|(?:(?:the\s+|an?\s+)?(?:(?P<same>same|equal|identical)|different|distinct|unequal))\s+"
    r"(?:class\s+)?(?P<noun>label|class|categor)(?:s|es|y|ies)?\b(?:\s+in\s+(?:the|a)\s+(?:mini-?\s?)?batch\b)?",
    re.I,
)
"""What tells them, and what stands between two of that,"""
JOINED = lazily(r"\s*(?:,\s*and|,|and)\s+(?:(?:with|of|from|having)\s+)?(?=\$[^$]*[<>\\][^$]*\$|the\s|an?\s|\w+\s)")
ENDED = lazily(
    r"\s*(?:[.;:)]|\Z|\n\s*\n|,\s*where\s+\$|(?:,\s*)?(?:and|while)\s+\$[^$<>=]*\$\s+(?:is|are|denotes?|be)\b)", re.I
)
MORE = lazily(r"[^$]*\b(?:only|except|but|without|excluding|other\s+than|up\s+to|where(?!\s+\$)|these|those)\b", re.I)
"""and how a sentence goes on behind."""
CALLED_PAIRS = lazily(r"[^.;$]{0,40}\bset\s+of\b[^.;$]{0,40}\bpairs\b", re.I)
"""Words behind a set by which it has pairs."""
LABEL_BEHIND = lazily(r"\s*,?\s*(?:is|are|denotes?|be|being|as)?\s*(?:the|its|their)\s+(?:class\s+)?labels?\b", re.I)
LABEL_BEFORE = lazily(r"\b(?:class\s+)?labels?\s*\Z", re.I)
LETTERS = ("y", "c", "t", "z", "g", "r")
"""For labels without a name."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A set of pairs of two letters: what orders these, what their data have to be, and between which ends they lie."""

    letters: tuple[str, str]
    orders: tuple[Chain, ...]
    data: tuple[Chain, ...]
    ranges: tuple[Chain, ...] = ()

    def put(self, pair: Sequence[Node]) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
        """The same of other letters."""
        values = dict(zip(self.letters, pair, strict=True))
        return tuple(with_letters_put(c, values) for c in self.orders), tuple(
            with_letters_put(c, values) for c in self.data
        )


def _asks_pairs(s: Statement) -> bool:
    return any(_pair(c) is not None for c in t.of_kind(s, Chain))


def with_pairs_compared(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a page with what is asked of such pairs, without what only tells the sets; `ranges` are those of
    the front matter."""
    if not any_of(located, _asks_pairs):
        return located
    told = [*_in_formulas(located), *_in_words(located)]
    stems = [stem for stem, _, _ in told]
    statements = [s for f in read_of(located) for s in f.statements]
    dropped = {id(s) for _, _, telling in told for s in telling}
    others = [s for s in statements if id(s) not in dropped]
    sets = {stem: one for stem, one, _ in told if stems.count(stem) == 1 and _is_read(stem, one, others)}
    if not sets:
        return located
    dropped = {id(s) for stem, _, telling in told if stem in sets for s in telling}
    writer = _Writer({stem: _ranged(one, others, ranges) for stem, one in sets.items()})
    return [(d, _changed(f, writer, dropped) if isinstance(f, Formula) else f) for d, f in located]


def _ranged(mine: _Pairs, statements: Sequence[Statement], ranges: Mapping[str, object]) -> _Pairs:
    """The set with the one range that lines state of its letters: their data are those of the same things."""
    found = {y for s in statements for x in mine.letters for y in ranges_of(s, x)}
    missing = [x for x in mine.letters if x not in ranges]
    if len(found) != 1:
        return mine
    low, high = found.pop()
    span = mine.data[0].span
    within = (Chain((low, Name(x, span=span), high), (r"\le", r"\le"), (span, span), span) for x in missing)
    return replace(mine, ranges=(*within,))


def _changed(f: Formula, writer: _Writer, dropped: set[int]) -> Formula:
    kept = (s for s in f.statements if id(s) not in dropped)
    return replace(f, statements=tuple(x for s in kept for x in writer.statements(s)))


def _in_formulas(located: Sequence[Located]) -> Iterator[tuple[Stem, _Pairs, list[Statement]]]:
    r"""The sets of `P = \{(i, j) : y_i = y_j\}`."""
    for s in (s for f in read_of(located) for s in f.statements):
        left, right = (*s.chain.members, None)[:2]
        if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and len(s.chain.members) == PAIR:
            found = _of_builder(right) if isinstance(right, Group) and isinstance(left, Name) else None
            if found is not None and isinstance(left, Name) and not left.scripts:
                yield stem_of(left), found, [s]


def _of_builder(x: Group) -> _Pairs | None:
    if x.open != r"\{" or x.separators[:1] != ("|",):
        return None
    letters = _letters(x.items[0])
    return _pairs(letters, x.items[1:]) if letters is not None else None


def _pairs(letters: tuple[str, str], conditions: Sequence[Node]) -> _Pairs | None:
    """The set, if its conditions are comparisons of its letters, and of data that carry them."""
    orders, data = [], []
    for c in conditions:
        if not isinstance(c, Chain) or not c.relations:
            return None
        own = {letter_of(m) for m in c.members}
        if ORDERS.issuperset(c.relations) and {*letters} <= own and all(is_index(m) for m in c.members):
            orders.append(c)
        elif len(c.members) == PAIR and COMPARING.issuperset(c.relations) and compares_entries(c):
            if {entry_below(m) for m in c.members if isinstance(m, Name)} != {*letters}:
                return None
            data.append(c)
        else:
            return None
    return _Pairs(letters, tuple(orders), tuple(data)) if data else None


def _in_words(located: Sequence[Located]) -> Iterator[tuple[Stem, _Pairs, list[Statement]]]:
    """The sets that sentences tell by labels, with the statements of their sentences."""
    label: Name | None = None
    nouns: set[str] = set()
    for n, (display, _) in enumerate(located):
        name = value_alone(located[n]) if "pairs" in display.after else None
        said = SET_OF.match(display.after) if isinstance(name, Name) and not name.scripts else None
        if said is None or display.struck or is_hedged(display.before, display.after):
            continue
        label = label or _label(located)
        parts = _told(display.after, said.end())
        typed = [x for x in (said["pair"], *(p for p in parts if p.startswith("$"))) if x]
        behind = located[n + 1 : n + 1 + len(typed)]
        if label is None or not parts or [f"${d.latex}$" for d, _ in behind] != typed:
            continue
        nouns |= {m["noun"].lower() for p in parts if (m := TELLING.match(p)) is not None and m["noun"]}
        letters = _letters_asked(located, stem_of(name)) if isinstance(name, Name) else None
        found = _of_words(said, parts, [s for f in read_of(behind) for s in f.statements], label, letters)
        found = found if len(nouns) == 1 else None  # labels may differ where classes do not
        if found is not None and isinstance(name, Name):
            yield stem_of(name), found, [s for f in read_of(behind) for s in f.statements]


def pairs_left(located: Sequence[Located]) -> Iterator[tuple[Name, int]]:
    """The sets of which words tell something by labels that was not read, with the lines of these words."""
    for n, (display, _) in enumerate(located):
        name = value_alone(located[n]) if "pairs" in display.after else None
        said = CALLED_PAIRS.match(display.after) if isinstance(name, Name) else None
        if said is not None and isinstance(name, Name) and _tells_labels(display.after[said.end() :]):
            yield name, display.line


def _tells_labels(text: str) -> bool:
    return any(m["noun"] for m in TELLING.finditer(text))


def _told(text: str, at: int) -> list[str]:
    """What tells the pairs, one after the other; nothing if the sentence goes on otherwise."""
    found = []
    while (part := TELLING.match(text, at)) is not None:
        found.append(part[0])
        if ENDED.match(text, part.end()):
            return [] if MORE.match(text, part.end()) else found
        joined = JOINED.match(text, part.end())
        if joined is None:
            return []
        at = joined.end()
    return []


def _letters_asked(located: Sequence[Located], stem: Stem) -> tuple[str, str] | None:
    """The letters of the first pair that a page asks about."""
    chains = (c for f in read_of(located) for s in f.statements for c in t.of_kind(s, Chain))
    return next((_letters(c.members[0]) for c in chains if _pair(c) is not None and _set(c) == stem), None)


def _of_words(
    said: re.Match[str],
    parts: Sequence[str],
    typed: Sequence[Statement],
    label: Name,
    asked: tuple[str, str] | None,
) -> _Pairs | None:
    """The set that the parts of a sentence tell; without letters of its own it gets those that are `asked`."""
    pair = _letters(typed[0].chain.members[0]) if said["pair"] and typed else asked
    orders = [s.chain for s in (typed[1:] if said["pair"] else typed)]
    words = [p for p in parts if not p.startswith("$")]
    if pair is None or len(words) != 1 or (orders and not said["pair"]):
        return None
    same = TELLING.match(words[0])
    assert same is not None
    relation = "=" if same["same"] else r"\ne"
    own = (*(_entry(label, x) for x in pair),)
    found = _pairs(pair, [*orders, Chain(own, (relation,), (label.span,), label.span)])
    if found is None or (not orders and not said["ordered"]):
        return None  # `(j, i)` may be the same pair as `(i, j)`
    apart = Chain(tuple(Name(x, span=label.span) for x in pair), (r"\ne",), (label.span,), label.span)
    if relation == "=" and not orders:
        return replace(found, orders=(apart,)) if said["distinct"] else None
    return found


def _entry(label: Name, letter: str) -> Name:
    return replace(label, scripts=(Script(False, (Name(letter, span=label.span),), span=label.span),))


def _label(located: Sequence[Located]) -> Name | None:
    """The name of the labels, or a letter that the page does not have; None if several names may be it."""
    called: dict[Stem, Name] = {}
    for n, (display, _) in enumerate(located):
        if "label" in display.before or "label" in display.after:
            name = value_alone(located[n])
            about = LABEL_BEHIND.match(display.after) or LABEL_BEFORE.search(display.before)
            if about and isinstance(name, Name) and entry_below(name) is not None:
                called.setdefault(stem_of(name), name)
    if called:
        return replace(next(iter(called.values())), scripts=()) if len(called) == 1 else None
    taken = {x.base for f in read_of(located) for x in t.of_kind(f, Name)}
    return next((Name(x) for x in LETTERS if x not in taken), None)


def _is_read(stem: Stem, mine: _Pairs, others: Sequence[Statement]) -> bool:
    """Does the set stand for nothing but its pairs, and are the data that tell it only compared?"""
    data = {stem_of(m) for c in mine.data for m in c.members if isinstance(m, Name)}
    equating = [s.chain for s in others if EQUALITIES & {*s.chain.relations} and not _compares(s.chain)]
    if any(isinstance(x, Name) and stem_of(x) in data for c in equating for x in values_of(c)):
        return False
    said = [s for s in others if s.chain.relations]
    names = sum(stem_of(x) == stem for s in said for x in t.of_kind(s, Name))
    chains = {id(c): c for s in said for c in t.of_kind(s, Chain)}.values()
    asked = [c for c in chains if _pair(c) is not None and _set(c) == stem]
    if any(c.relations == (OUT,) for c in asked) and len((*mine.orders, *mine.data)) > 1:
        return False
    return names == len(asked) + sum(_counted(g) == stem for s in said for g in t.of_kind(s, Group))


def _compares(c: Chain) -> bool:
    return len(c.members) == PAIR and compares_entries(c)


def _pair(c: Chain) -> tuple[Node, ...] | None:
    r"""The letters of `(i, k) \in N`."""
    if c.relations not in ((IN,), (OUT,)) or not isinstance(c.members[1], Name) or c.members[1].scripts:
        return None
    group = c.members[0]
    return group.items if isinstance(group, Group) and _letters(group) is not None else None


def _set(c: Chain) -> Stem:
    name = c.members[1]
    assert isinstance(name, Name)
    return stem_of(name)


def _letters(x: Node) -> tuple[str, str] | None:
    """The two letters of a pair."""
    found = [letter_of(i) for i in x.items] if isinstance(x, Group) and x.open == "(" else []
    if len(found) != PAIR or None in found or found[0] == found[1]:
        return None
    return (found[0] or "", found[1] or "")


def _counted(x: Group) -> Stem | None:
    only = x.items[0] if x.open == "|" and len(x.items) == 1 else None
    return stem_of(only) if isinstance(only, Name) and not only.scripts else None


@dataclass(slots=True)
class _Writer:
    """Puts what pairs have to be in the place of a set."""

    sets: Mapping[Stem, _Pairs]
    seen: set[Node] = field(default_factory=set)

    def statements(self, s: Statement) -> Iterator[Statement]:
        """The statement without the sets; what is defined for pairs is not kept to them by data."""
        asked = self._asked(s.chain)
        if asked is not None:
            yield from (replace(s, chain=c) for cs in asked for c in cs)
            return
        left = s.chain.members[0]
        defining = bool(s.chain.relations) and not isinstance(left, Derivative) and left not in self.seen
        self.seen |= {left} if s.chain.relations else set()
        conditions: list[Chain] = []
        for c in s.conditions:
            orders, data = self._asked(c) or ((c,), ())
            conditions += (*orders, *(() if defining else data))
        s = rebuilt(replace(s, conditions=()), self._change)
        yield replace(s, conditions=tuple(conditions))

    def _asked(self, c: Chain) -> tuple[tuple[Chain, ...], tuple[Chain, ...]] | None:
        """What orders the letters of a pair in a set, and what their data have to be."""
        pair = _pair(c)
        mine = self.sets.get(_set(c)) if pair is not None else None
        if mine is None or pair is None:
            return None
        orders, data = mine.put(pair)
        return (orders, data) if c.relations == (IN,) else ((), tuple(map(_denied, data)))

    def _change(self, x: Any) -> Node | None:
        if isinstance(x, BigSum) and x.above is None:
            return self._sum(x)
        if isinstance(x, Indicator):
            asked = [self._asked(c) if isinstance(c, Chain) else None for c in x.conditions]
            if any(asked):
                parts = (((c,), ()) if a is None else a for c, a in zip(x.conditions, asked, strict=True))
                return replace(x, conditions=tuple(c for p in parts for cs in p for c in cs))
        mine = self.sets.get(stem) if isinstance(x, Group) and (stem := _counted(x)) is not None else None
        if mine is None:
            return None
        letters = (*(Name(y, span=x.span) for y in mine.letters),)
        counted = BigSum(r"\sum", (*letters, *mine.ranges, *mine.orders), None, _times(mine.data, ONE), x.span)
        return Group("(", (counted,), ")", span=x.span)

    def _sum(self, x: BigSum) -> Node | None:
        asked = [self._asked(c) if isinstance(c, Chain) else None for c in x.below]
        if not any(asked):
            return None
        named = any(not isinstance(c, Chain) for c in x.below)
        below: list[Node] = []
        compared: list[Chain] = []
        for c, found in zip(x.below, asked, strict=True):
            pair = _pair(c) if isinstance(c, Chain) and found is not None else None
            if found is None or pair is None:
                below.append(c)
                continue
            below += (*(() if named else pair), *found[0])
            compared += found[1]
        return replace(x, below=tuple(below), body=_times(compared, rebuilt(x.body, self._change)))


def _times(conditions: Sequence[Chain], body: Node) -> Node:
    if not conditions:
        return body
    span = getattr(body, "span", t.SPAN)
    rest = body.factors if isinstance(body, Product) else (Factor("", body),)
    return Product((Factor("", Indicator(tuple(conditions), span)), *rest), span)


def _denied(c: Chain) -> Chain:
    return replace(c, relations=(DENIED[c.relations[0]],))
