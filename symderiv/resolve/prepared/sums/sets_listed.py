r"""Sets of which a page lists the numbers, `Outputs = \{5, 6\}`, `out(1) = \{2, 3\}`: `k \in Outputs`.

The numbers stand for the set wherever a letter lies in it. A line about the sets of any letter, `\sum_{j \in out(i)}`,
is stated once for each set that these are, with what i then is. It is not read where nobody says of which i it is,
where i is summed over, or where the page lists no set of some i: these sets are no data. Nor is it read where the page
lists a set in two ways, only as an example, or by names, or says how it lies to a listed one (`O \ne \{1, 2\}`): a sum
over that is over no whole range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.sentences import first, last
from ....latex.tree import ZERO, BigSum, Chain, Formula, Group, Listing, Name, Node, Number, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import head_of
from ..left_unread import without_doubtful
from .membership import set_of

IN = (r"\in",)
Numbers: TypeAlias = tuple[int, ...]
Key: TypeAlias = tuple[Stem, int | None]
"""The name of a set, and the number that it belongs to."""
TYPED = lazily(r"\s*(\d+)\s*\.\.\s*(\d+)\s*")
"""A range of numbers in the front matter."""
SUPPOSED = lazily(
    r"\b(?:if|when|whenever|suppose|imagine|let[’']s say|example|e\.\s?g\.|for instance|such as|falls|wenn|z\.\s?B\."
    r"|beispiel\w*|par exemple|si|por ejemplo)(?![a-z])[^.;]*\Z|\b(?:or|oder|ou|o)\s*\Z"
    r"|(?:例えば|たとえば|例として|もし|仮に|または|例如|比如|如果|若|假设|或)[^。]*\Z",
    re.I,
)
"""Words before a set in a sentence by which it is only an example, or a case."""
OF_SETS = lazily(r"\\(?:not)?\\?n?(?:sq)?(?:sub|sup)set|\\not|\\ne|[≠⊂⊃⊆⊇⊄⊅]")
"""How a set may lie to a listed one;"""
JOINED = (r"\cup", r"\cap", r"\setminus")
"""what joins two sets."""
SIZE = lazily(
    r"\b(?:numbers?|sizes?|cardinality|counts?|many|elements?|members?|points?|contains?|has|consists?|Anzahl|Elemente?|Größe"
    r"|nombre|taille|éléments?|número|tamaño|elementos?)\b|[数個个數含]|サイズ",
    re.I,
)
"""Words around the name of a set by which something else may be the number of its elements."""
CAUSE = "the page does not list all sets that this is about"
HINT = r"list each set, `C_2 = \{4, 5\}`, and say for which letters the line holds, `j = 2, 3`"


def lists_numbers(s: Statement) -> bool:
    r"""Does a statement list the numbers of a set, `C_1 = \{2, 3\}`?"""
    return _told(s.chain) is not None


def _lists(s: Statement) -> bool:
    return lists_numbers(s) or _named(s.chain) is not None or bool(_related(s.chain))


@where(_lists)
def with_listed_sets(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a page with numbers for such sets, without what only lists them where all are understood."""
    told, doubtful = _listings(located)
    if doubtful:
        apart = _Sets(dict.fromkeys(((stem, None) for stem in doubtful), ()), ranges)
        users = [s for f in read_of(located) for s in f.statements if s.chain.relations not in ((), IN)]
        # what lists them is unread too: left out as what goes with nothing, it would no longer keep sums unread
        used = {stem for s in users for stem, _ in apart.uses(s)}  # nothing lies in a list of parameters
        located = _without(located, [s for s in users if apart.uses(s) or _listed_by(s) in used])
    if not told:
        return located
    located = [(d, _changed(f, lambda s: () if _denies(s.chain, told) else (s,))) for d, f in located]
    sets = _Sets(told, ranges)
    found: list[Located] = []
    moved, left = list[Statement](), list[Statement]()
    for n, (display, f) in enumerate(located):
        if not isinstance(f, Formula) or display.inline:
            found.append((display, f))
            continue
        beside = _beside(located, n)
        stated = [(s, *sets.stated(s, beside)) for s in f.statements]
        found.append((display, _with(f, [y for s, x, _ in stated for y in x or (s,)])))
        moved += [y for _, _, taken in stated for y in taken]
        left += [s for s, x, _ in stated if not x]
    inline = [x for d, f in found if d.inline and isinstance(f, Formula) for x in f.statements]
    plain = {id(s): sets.fixed(s) for s in inline if not _is_in(s, moved)}
    out = [(d, _changed(f, lambda s: plain.get(id(s), ())) if d.inline else f) for d, f in found]
    left += [s for f in read_of(out) for s in f.statements if s.chain.relations not in ((), IN) and sets.uses(s)]
    out = _without(out, left)
    others = [s for f in read_of(out) for s in f.statements if not lists_numbers(s) and s.chain.relations != IN]
    if any(stem_of(x) in sets.stems for s in others for x in t.of_kind(s, Name)):
        return out
    return [(d, _changed(f, lambda s: () if lists_numbers(s) else (s,))) for d, f in out]


def _listings(located: Sequence[Located]) -> tuple[dict[Key, Numbers], set[Stem]]:
    """What each set of a page has, and the names of those of which this is not known, though something is listed."""
    told: dict[Key, Numbers] = {}
    doubtful, compared = set[Stem](), list[tuple[Stem, Chain]]()
    for display, s in ((d, s) for d, f in located if isinstance(f, Formula) for s in f.statements):
        pair, named, related = _told(s.chain), _named(s.chain), _related(s.chain)
        if related and _numbers_stand(located):
            compared += ((stem, s.chain) for stem in related)
        supposed = display.inline and (SUPPOSED.search(display.before) or is_hedged(display.before, display.after))
        if named is not None:
            doubtful |= {named} if not _of_a_kind(located, s) and _numbers_stand(located) else set()
        elif pair is not None and (s.conditions or supposed or told.setdefault(pair[0], pair[1]) != pair[1]):
            doubtful.add(pair[0][0])
    doubtful |= {stem for stem, c in compared if not _denies(c, told)}
    doubtful |= _sized(located, {stem for stem, _ in told})
    return {key: numbers for key, numbers in told.items() if key[0] not in doubtful}, doubtful


def _sized(located: Sequence[Located], stems: set[Stem]) -> set[Stem]:
    """The sets of which another name may be the size: `n_A`, or a letter of which words around the set say so."""
    found = {stem_of(e) for f in read_of(located) for x in t.of_kind(f, Name) for e in _written_at(x)}
    for display, s in ((d, s) for d, f in located if d.inline and isinstance(f, Formula) for s in f.statements):
        name = s.chain.members[0]
        if (
            isinstance(name, Name)
            and not s.chain.relations
            and SIZE.search(f"{last(display.before)} {first(display.after)}")
        ):
            found.add(stem_of(name))
    return found & stems


def _written_at(x: Name) -> tuple[Name, ...]:
    return tuple(e for s in x.scripts for e in s.entries if isinstance(e, Name))


def _listed_by(s: Statement) -> Stem | None:
    """The set that a statement lists."""
    pair = _told(s.chain)
    return pair[0][0] if pair is not None else _named(s.chain) or next(iter(_related(s.chain)), None)


def _without(located: Sequence[Located], left: Sequence[Statement]) -> list[Located]:
    """The formulas of a page without statements, and without what rests on those that are the first about something."""
    made: dict[Stem, Statement] = {}
    for s in (s for f in read_of(located) for s in f.statements if s.chain.relations):
        if (head := head_of(s.chain.members[0])) is not None:
            made.setdefault(stem_of(head), s)
    first = [s for s in left if any(s is x for x in made.values())]
    found = without_doubtful(located, lambda s: s.chain.members[0] if _is_in(s, first) else None, CAUSE, HINT)

    def unread(f: Formula | ReadError) -> Formula | ReadError:
        doubted = [s for s in f.statements if _is_in(s, left)] if isinstance(f, Formula) else []
        return ReadError(CAUSE, f.place(doubted[0].chain.span), HINT) if doubted and isinstance(f, Formula) else f

    return [(d, unread(f)) for d, f in found]


def _changed(f: Formula | ReadError, change: Callable[[Statement], Sequence[Statement]]) -> Formula | ReadError:
    return _with(f, [y for s in f.statements for y in change(s)]) if isinstance(f, Formula) else f


def _with(f: Formula, statements: Sequence[Statement]) -> Formula:
    found = tuple(statements)
    return f if found == f.statements else replace(f, statements=found)


def _beside(located: Sequence[Located], n: int) -> tuple[Statement, ...]:
    """The statements in the words around a display."""
    paragraph = located[n][0].paragraph
    above = takewhile(lambda x: x[0].inline and x[0].paragraph == paragraph, reversed(located[:n]))
    below = takewhile(lambda x: x[0].inline and x[0].paragraph == paragraph, located[n + 1 :])
    return tuple(s for _, f in (*above, *below) if isinstance(f, Formula) for s in f.statements)


def _is_in(s: Statement, statements: Sequence[Statement]) -> bool:
    return any(s is x for x in statements)


def _told(c: Chain) -> tuple[Key, Numbers] | None:
    """The set that a chain lists, with the number that it belongs to, and what it has."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    whole = c.members[1]
    if not isinstance(whole, Group) or whole.open != r"\{" or any(x != "," for x in whole.separators):
        return None
    numbers = _numbers(whole.items)
    key = _key(c.members[0])
    if key is None or not numbers or not (key[1] is None or isinstance(key[1], Number)):
        return None
    number = _number(key[1]) if key[1] is not None else None
    return ((key[0], number), numbers) if key[1] is None or number is not None else None


def _named(c: Chain) -> Stem | None:
    r"""The set that a chain lists by names alone, `O = \{o_1, o_2\}`, not by the first and the last of them."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    key, whole = _key(c.members[0]), c.members[1]
    plain = isinstance(whole, Group) and whole.open == r"\{" and all(x == "," for x in whole.separators)
    if key is None or not isinstance(whole, Group) or not plain:
        return None
    names = [x for x in whole.items if isinstance(x, Name)]
    of_one = any(_written_at(x) for x in names) and len({_written_at(x) for x in names}) == 1  # `\{x_i, y_i\}`
    return key[0] if len(names) > 1 and len(names) == len(whole.items) and not of_one else None


def _related(c: Chain) -> tuple[Stem, ...]:
    r"""The sets of which a chain says how they lie to a listed one, `O \ne \{1, 2\}`, `\{1, 2\} = O`, `O \cup \{3\} =
    \{1, 2, 3\}`, or that they have a number; none where it only lists one."""
    if not c.relations or _told(c) is not None:
        return ()
    if c.relations == (r"\ni",) and _number(c.members[1]) is not None:
        key = _key(c.members[0])
        return () if key is None else (key[0],)
    if not all(x in EQUALITIES or OF_SETS.match(x) for x in c.relations):
        return ()
    parts = [y for m in c.members for y in _joined(m)]
    if not any(isinstance(x, Group) and x.open == r"\{" and _numbers(x.items) for x in parts):
        return ()
    return tuple(key[0] for x in parts if isinstance(x, Name) and (key := _key(x)) is not None)


def _joined(x: Node) -> tuple[Node, ...]:
    """A side of a chain, or the sets that it joins."""
    joins = isinstance(x, Product) and all(f.operator in JOINED for f in x.factors[1:])
    return tuple(f.body for f in x.factors) if isinstance(x, Product) and joins else (x,)


def _denies(c: Chain, told: Mapping[Key, Numbers]) -> bool:
    r"""Does a chain say of a set that is listed that it is no other list, `O \ne \{1, 2\}` beside `O = \{1, 3\}`?"""
    related = _related(c) if c.relations == (r"\ne",) else ()
    stem = related[0] if len(related) == 1 else None
    group = next((m for m in c.members if isinstance(m, Group)), None)
    return (
        stem is not None
        and group is not None
        and told.get((stem, None), _numbers(group.items)) != _numbers(group.items)
    )


def _numbers_stand(located: Sequence[Located]) -> bool:
    """Does a page number what a set of names could be about, `o_3`, or sum from one number to another?"""
    return any(
        any(isinstance(e, Number) for x in t.of_kind(f, Name) for y in x.scripts if not y.above for e in y.entries)
        or any(x.above is not None for x in t.of_kind(f, BigSum))
        for f in read_of(located)
    )


def _of_a_kind(located: Sequence[Located], s: Statement) -> bool:
    r"""Are the listed names those of what lies in the set, `x_1` and `x_2` where `x \in D`?"""
    heads = {letter_of(c.members[0]) for f in read_of(located) for c in t.of_kind(f, Chain) if c.relations == IN}
    return any(x.base in heads for x in t.of_kind(s.chain.members[1], Name))


def _key(x: Node) -> tuple[Stem, Node | None] | None:
    """The name of a set and the one thing that it belongs to, where there is one."""
    found = set_of(x)
    if found is None or len(found[1]) > 1 or any(s.above for s in found[0].scripts) or found[0].primes:
        return None
    return stem_of(found[0]), found[1][0] if found[1] else None


def _numbers(items: Sequence[Node]) -> Numbers:
    """The different numbers of a list, in order; none where anything else stands there."""
    found: list[int] = []
    for n, x in enumerate(items):
        number = _number(x)
        if number is None and isinstance(x, t.Symbol) and x.name.endswith("dots") and 0 < n < len(items) - 1:
            end = _number(items[n + 1])
            found += range(found[-1] + 1, end) if end is not None and found else ()
        elif number is None:
            return ()
        else:
            found.append(number)
    return tuple(sorted(found)) if len(set(found)) == len(found) else ()


def _number(x: Node | None) -> int | None:
    return int(x.text) if isinstance(x, Number) and x.text.isdecimal() else None


def _counted(x: Any) -> Node | None:
    """The set of which the elements are counted, `|S|`."""
    return x.items[0] if isinstance(x, Group) and x.open == "|" and len(x.items) == 1 else None


@dataclass(frozen=True)
class _Sets:
    """What the sets of a page have, and the ranges of its front matter."""

    told: Mapping[Key, Numbers]
    ranges: Mapping[str, object]

    @cached_property
    def stems(self) -> frozenset[Stem]:
        """The names of the sets."""
        return frozenset(stem for stem, _ in self.told)

    def uses(self, s: Statement) -> list[tuple[Stem, Node | None]]:
        """The sets in which letters lie in a statement, or that it counts, with what they belong to."""
        chains = (c for c in t.of_kind(s, Chain) if c.relations == IN and letter_of(c.members[0]) is not None)
        sets = [*(c.members[1] for c in chains), *(y for x in t.of_kind(s, Group) if (y := _counted(x)) is not None)]
        return [key for x in sets if (key := _key(x)) is not None and key[0] in self.stems]

    def fixed(self, s: Statement) -> tuple[Statement, ...]:
        """A statement with the numbers of sets that belong to no letter."""
        c = s.chain
        found = self.listed(c.members[1], None, 0) if c.relations == IN else ()
        if found and letter_of(c.members[0]) is not None:
            return tuple(replace(s, chain=x) for x in _in_numbers(c, found))
        return (self._put(s, None, (), ()) or s,) if self.uses(s) else (s,)

    def stated(self, s: Statement, beside: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
        """What a statement says, with numbers for the sets, none where some are not known; what it has of the words."""
        about = [x for x in beside if x.chain.relations == IN and any(of is not None for _, of in self.uses(x))]
        uses = [y for x in (s, *about) for y in self.uses(x)]
        letters = {x for _, of in uses if of is not None and (x := letter_of(of)) is not None}
        if not uses or not s.chain.relations:
            return [s], []
        if not letters:
            found = self._put(s, None, (), ())
            return [] if found is None else [found], []
        letter = min(letters)
        stems = sorted({stem for stem, of in uses if of is not None and letter_of(of)}, key=repr)
        conditions = [*s.conditions, *(x.chain for x in beside if not _is_in(x, about))]
        bound = any(letter_of(x) == letter for b in t.of_kind(s, BigSum) for c in b.below for x in _heads(c))
        numbers = () if bound or len(letters) > 1 else self._meant(letter, conditions)
        cases: dict[tuple[Numbers, ...], list[int]] = {}
        for n in numbers:
            cases.setdefault(tuple(self.told.get((stem, n), ()) for stem in stems), []).append(n)
        chains = [x.chain for x in about]
        stated = [self._put(s, letter, tuple(ns), chains) if all(x) else None for x, ns in cases.items()]
        known = [x for x in stated if x is not None]
        return (known, about) if known and len(known) == len(stated) else ([], [])

    def _meant(self, letter: str, conditions: Sequence[Chain]) -> Numbers:
        """The numbers for which a statement about a letter is meant; none where that is not known."""
        about = [c for c in conditions if any(letter_of(x) == letter for x in _heads(c))]
        if not about:
            ends = TYPED.fullmatch(str(self.ranges.get(letter, "")))
            return tuple(range(int(ends[1]), int(ends[2]) + 1)) if ends is not None else ()
        within = [_within(c, letter, self.told) for c in about]
        return tuple(sorted(set(within[0]).intersection(*within[1:])))

    def listed(self, x: Node, letter: str | None, number: int) -> Numbers:
        """What a set has, that of a letter taken for a number; none where it is not known."""
        key = _key(x)
        if key is None or key[0] not in self.stems:
            return ()
        of = key[1]
        here = number if of is not None and letter is not None and letter_of(of) == letter else _number(of)
        return self.told.get((key[0], here), ()) if of is None or here is not None else ()

    def _put(self, s: Statement, letter: str | None, numbers: Numbers, more: Sequence[Chain]) -> Statement | None:
        """A statement with numbers for its sets, where a letter is one of `numbers`; None if a set is left."""
        number = numbers[0] if numbers else 0

        def ranging(c: Node | Chain) -> tuple[Node | Chain, ...]:
            found = self.listed(c.members[1], letter, number) if isinstance(c, Chain) and c.relations == IN else ()
            return _in_numbers(c, found) if isinstance(c, Chain) and found else (c,)

        def change(x: Any) -> Node | None:
            if (whole := _counted(x)) is not None and (found := self.listed(whole, letter, number)):
                return Number(str(len(found)), span=x.span)
            below = tuple(y for c in x.below for y in ranging(c)) if isinstance(x, BigSum) else ()
            return replace(x, below=below, body=rebuilt(x.body, change)) if below and below != x.below else None

        kept = [y for c in (*s.conditions, *more) for y in ranging(c)]
        if letter is not None:
            head = Chain((Name(letter), ZERO), IN, (s.chain.span,), s.chain.span)
            kept = [*_in_numbers(head, numbers), *kept]
        found = replace(s, chain=rebuilt(s.chain, change), conditions=tuple(c for c in kept if isinstance(c, Chain)))
        return None if self.uses(found) else found


def _within(c: Chain, letter: str, told: Mapping[Key, Numbers]) -> Numbers:
    r"""The numbers that a condition leaves a letter, `j = 3, 4` or `j \in Hidden`; none where it says anything else."""
    if len(c.members) != 2 or c.relations[0] not in (*EQUALITIES, *IN) or letter_of(c.members[0]) != letter:
        return ()
    x = c.members[1]
    key = _key(x) if c.relations == IN else None
    if key is not None and key[1] is None:
        return told.get((key[0], None), ())
    return _numbers(x.items if isinstance(x, (Group, Listing)) else (x,))


def _heads(c: Node | Chain) -> tuple[Node, ...]:
    r"""What a condition is about, `i` and `j` in `i, j \in S`."""
    members = c.members if isinstance(c, Chain) else (c,)
    return tuple(y for x in members for y in (x.items if isinstance(x, (Group, Listing)) else (x,)))


def _in_numbers(c: Chain, numbers: Numbers) -> tuple[Chain, ...]:
    r"""What says that a letter is one of some numbers: their range, and `\ne` for those that are left out."""
    head, span = c.members[0], c.span
    first, last = (Number(str(n), span=span) for n in (numbers[0], numbers[-1]))
    whole = Group(r"\{", (first, t.Symbol(r"\dots", span=span), last), r"\}", (",", ","), span)
    out = [n for n in range(numbers[0], numbers[-1]) if n not in numbers]
    without = (replace(c, members=(head, Number(str(n), span=span)), relations=(r"\ne",)) for n in out)
    return replace(c, members=(head, whole), relations=IN), *without
