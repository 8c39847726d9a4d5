r"""Letters of one example: the u, i and j of `L = -\ln \sigma(\hat{r}_{ui} - \hat{r}_{uj})`, over which nothing runs.

The loss has no index, and its formula has letters that no sum or range of the page binds: it is about one u, one i and
one j, two different ones. So what is defined for the one, `\hat{r}_{ui} = x_u^T y_i`, is so for the other, and
`(i \ne j)` beside a line says nothing. Not where such a letter is a value, stands in a form, `i - 1`, or where
something else stands in one of its places, a number or a letter of a sum: then it is an index.

That is sure where the page has all that the other is made of, and says nothing of it: the x_t of the target `y_t`
beside `y_p = w x_p` is nowhere. Else the other may be given as well, and the page has two readings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.joining import FOR, IF
from ....latex.statement_forms import is_mention
from ....latex.tree import BigSum, Chain, Formula, Name, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...chosen import Chosen
from ...located import Located, is_given, read_of
from ...spelled.scripts import Kind, entries_below, kind_of
from ...spelled.shape import letter_of, letters_in
from ..sums.one_example import bound_letters, defined_whole, ranged_letters
from .partners import Below, as_given, is_derived, is_surely_defined, may_be_held, row_of, typed_of

Row: TypeAlias = tuple[str, ...]
"""The letters below a name."""
PLAIN = lazily(rf"\s*[(,]?\s*(?:{FOR}|{IF}|where|with)?\s*", re.I)
"""Words with which a condition may stand behind a line."""
OPEN = lazily(rf"\(\s*(?:(?:{FOR}|{IF}|where|with)\s*)?(?:\$|\\\()?\s*\Z", re.I)
CLOSE = lazily(r"\s*(?:\$|\\\))?\s*\)")
"""Around a condition in running text."""
ROUNDS = 4
"""What is defined so may be made of what is defined so."""


def _has_letters(s: Statement) -> bool:
    return defined_whole(s) is not None and len(_below(s)) > 1


@where(_has_letters)
def with_letters_of_one_example(
    located: Sequence[Located], ranges: Sequence[Chain], words: str, chosen: Chosen
) -> list[Located]:
    r"""The formulas of a document with such definitions for all letters that they are meant for, and without such
    conditions; `ranges` are those of the front matter, `words` all that it says in words. What only may be defined so
    is given if that is `chosen`; None: if words may say so.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$s_i = w x_i$ $L = s_i - s_j$ $L = w x_i - w x_j$"))
    >>> _, f = with_letters_of_one_example(page, (), "", Chosen())[0]
    >>> [s.chain.members[0].scripts[0].entries[0].base for s in f.statements]
    ['i', 'j']
    """
    if any(is_given(display) for display, _ in located):
        return list(located)  # the network has decided what its letters are
    statements = [s for f in read_of(located) for s in f.statements]
    beside = {id(c) for c in _beside(located)}
    letters = _letters(statements, {x for c in ranges for x in _ranged(c)}, beside)
    if len(letters) < 2:
        return list(located)
    more = _more(statements, letters)
    apart: frozenset[tuple[Kind, Below]] = frozenset()
    if (partners := {*_partners(more)}) and _are_given(statements, more, partners, words, chosen):
        apart = frozenset(partners)
        more = {}

    def _apart(x: Any) -> Name | None:
        return as_given(x) if isinstance(x, Name) and typed_of(x) in apart else None

    def changed(f: Any) -> Any:
        if not isinstance(f, Formula):
            return f
        kept = (s for s in f.statements if id(s.chain) not in beside or letters.isdisjoint(_compared(s.chain)))
        found = tuple(x for s in kept for x in (_plain(s, letters, beside), *more.get(id(s), ())))
        found = tuple(rebuilt(s, _apart) for s in found) if apart else found
        return f if found == f.statements else replace(f, statements=found)

    return [(display, changed(f)) for display, f in located]


def _plain(s: Statement, letters: Set[str], beside: Set[int]) -> Statement:
    """A statement without such conditions."""
    kept = tuple(c for c in s.conditions if id(c) not in beside or letters.isdisjoint(_compared(c)))
    return s if len(kept) == len(s.conditions) else replace(s, conditions=kept)


def _beside(located: Sequence[Located]) -> Iterator[Chain]:
    r"""What tells two letters apart, `i \ne j`, in parentheses behind a line, or behind it with no word but `for`."""
    for display, f in located:
        statements = f.statements if isinstance(f, Formula) else ()
        inside = len(statements) == 1 and OPEN.search(display.before) and CLOSE.match(display.after)
        for s in statements:
            if inside and not s.conditions:
                yield from [s.chain] if len(_compared(s.chain)) > 1 else ()
            if all(PLAIN.fullmatch(w.content) for w in s.words) and not s.doubtful:
                yield from (c for c in s.conditions if len(_compared(c)) > 1)


def _compared(c: Chain) -> set[str]:
    r"""The two letters of `i \ne j`; none of anything else."""
    found = {letter_of(m) or "" for m in c.members} if c.relations == (r"\ne",) else set()
    return found if len(found) > 1 and "" not in found else set()


def _letters(statements: Sequence[Statement], ranges: Set[str], beside: Set[int]) -> set[str]:
    """The letters of one example."""
    found: set[str] = set()
    for s in statements:
        if defined_whole(s) is not None and s.chain.members[0] not in t.of_kind(s.chain.members[1], Name):
            found |= _below(s)
    bound = {x for s in statements for total in t.of_kind(s, BigSum) for x in bound_letters(total)}
    bound |= {x for s in statements for c in (s.chain, *s.conditions) for x in _ranged(c)}
    found -= bound | ranges | {x for s in statements for x in _otherwise(s, found, beside)}
    found -= {x for s in statements for c in (s.chain, *s.conditions) for x in _half(c, found)}
    names = [x for s in statements for x in t.of_kind(s, Name)]
    while True:
        apart = {x for row in _rows(names).values() for x in _unlike(row, found)}
        if not apart:
            return found
        found -= apart


def _ranged(c: Chain) -> Iterator[str]:
    """The letters of a range, or of what is in a set."""
    yield from ranged_letters(c)
    if {r"\in", r"\notin", r"\sim"} & {*c.relations}:
        yield from (x for m in c.members for x in letters_in(m))


def _below(s: Statement) -> set[str]:
    """The letters below the names of what an equation defines something by, exponents included."""
    names = (x for x in t.of_kind(s.chain.members[1], Name))
    return {x for y in names for e in entries_below(y) if (x := letter_of(e)) is not None}


def _half(c: Chain, letters: Set[str]) -> Iterator[str]:
    """The one letter that is compared with none of them."""
    found = _compared(c)
    yield from found if not letters >= found else ()


def _otherwise(s: Statement, letters: Set[str], beside: Set[int]) -> Iterator[str]:
    """The letters that stand anywhere but alone below a name, in a mention or in what tells two apart."""
    below = {id(e) for x in t.of_kind(s, Name) for e in entries_below(x) if letter_of(e) is not None}
    passed = {*below, *(id(m) for c in (s.chain, *s.conditions) if id(c) in beside for m in c.members)}
    if is_mention(s):
        passed.add(id(s.chain.members[0]))
    yield from (x.base for x in t.of_kind(s, Name) if x.base in letters and id(x) not in passed)


def _rows(names: Sequence[Name]) -> dict[Kind, set[Below]]:
    """What stands below the names of a page."""
    found: dict[Kind, set[Below]] = {}
    for x in names:
        found.setdefault(kind_of(x), set()).add(row_of(x))
    return found


def _unlike(rows: Set[Below], letters: Set[str]) -> Iterator[str]:
    """The letters in whose place below a name something else stands, too."""
    for place in zip(*rows, strict=True):
        own = letters & {x for x in place if x is not None}
        yield from own if own and not {*place} <= own else ()


def _more(statements: Sequence[Statement], letters: Set[str]) -> dict[int, list[Statement]]:
    """The definitions that are meant for other letters, too, by what they are typed behind."""
    first: dict[Kind, tuple[Statement, Row]] = {}
    made: dict[Kind, set[Row]] = {}
    for s in statements:
        row, k = _defined_for(s, letters), _kind(s)
        if row is not None and k is not None and not _is_tie(s):
            first.setdefault(k, (s, row))
            made.setdefault(k, set()).add(row)
    found: dict[int, list[Statement]] = {}
    new = list(statements)
    for _ in range(ROUNDS):
        rows = _rows([x for s in new for x in t.of_kind(s, Name)])
        new = []
        for k, (s, row) in first.items():
            for other in sorted(_letters_only(rows.get(k, ()), letters) - made[k]):
                made[k].add(other)
                if (copy := _for(s, row, other)) is not None:
                    new.append(copy)
                    found.setdefault(id(s), []).append(copy)
    return found


def _partners(more: Mapping[int, Sequence[Statement]]) -> Iterator[tuple[Kind, Below]]:
    """What is defined so."""
    for copy in (x for copies in more.values() for x in copies):
        left = copy.chain.members[0]
        if isinstance(left, Name):
            yield typed_of(left)


def _are_given(
    statements: Sequence[Statement],
    more: Mapping[int, Sequence[Statement]],
    partners: Set[tuple[Kind, Below]],
    words: str,
    chosen: Chosen,
) -> bool:
    """Is what is defined so not surely meant so, and chosen to be given?"""
    made = [x for copies in more.values() for s in copies for x in t.of_kind(s.chain.members[1], Name)]
    if is_surely_defined(statements, partners, made, words):
        return False
    given = chosen.ask()
    return may_be_held(statements, partners, words) if given is None else given


def _kind(s: Statement) -> Kind | None:
    left = s.chain.members[0]
    return kind_of(left) if isinstance(left, Name) else None


def _is_tie(s: Statement) -> bool:
    r"""Does an equation say the same of two of a kind, `w_{ij} = w_{ji}`?"""
    two = s.chain.members[1]
    return isinstance(two, Name) and kind_of(two) == _kind(s)


def _letters_only(rows: Collection[Below], letters: Set[str]) -> set[Row]:
    """Those that are made of such letters."""
    return {tuple(x for x in row if x is not None) for row in rows if {*row} <= letters}


def _defined_for(s: Statement, letters: Set[str]) -> Row | None:
    """The letters below the name that an equation defines, all of one example and different; None for anything else."""
    left = s.chain.members[0]
    if s.chain.relations[:1] != ("=",) or s.struck or s.conditions or not isinstance(left, Name):
        return None
    above = [e for q in left.scripts if q.above for e in q.entries]
    row = [letter_of(e) for e in entries_below(left)]
    fits = row and not above and len({*row}) == len(row) and all(x in letters for x in row)
    return tuple(x for x in row if x is not None) if fits and not is_derived(s) else None


def _for(s: Statement, row: Row, other: Row) -> Statement | None:
    """A definition for other letters; None where one of these stands in it for itself, or it is of none of them."""
    moved = {x: y for x, y in zip(row, other, strict=True) if x != y}
    one, two = s.chain.members[:2]
    here = {x for y in t.of_kind(two, Name) for e in entries_below(y) if (x := letter_of(e)) is not None}
    if len({*other}) < len(other) or not here >= moved.keys() or (here - {*row}) & {*moved.values()}:
        return None

    def change(x: Any) -> Name | None:
        return replace(x, base=moved[x.base]) if isinstance(x, Name) and letter_of(x) in moved else None

    members = rebuilt((one, two), change)
    return replace(s, chain=Chain(members, s.chain.relations[:1], s.chain.relation_spans[:1], s.chain.span))
