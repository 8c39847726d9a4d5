r"""A letter of one layer in a sum over another one: `\sum_{i=1}^{h} v_{ik} o_i` beside `i = 1, \dots, n`.

Where names are told apart by the letters of their indices (`net_j`, `net_k`), such a letter would not tell which `o` is
meant; how far the sum runs does. The letter of a sum may be any, so it gets one that the page does not use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import remembered
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

LETTERS = "qpsruvcedgzyx"
"""Letters for what is summed over; one that the page does not use is taken."""


def with_borrowed_letters_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas with letters of their own for such sums."""
    formulas = read_of(located)
    ends: dict[str, list[str]] = defaultdict(list)
    for letter, end in (pair for f in formulas for s in f.statements for pair in _bound_in(s)):
        ends[letter].append(end)
    borrowed = {(x, end) for x, own in ends.items() for end in own if end != own[0] and _is_of_another(x, end, ends)}
    if not borrowed or not _tell_by_letters(located):
        return list(located)
    used = {x.base for f in formulas for x in t.of_kind(f, Name)}
    fresh = next((x for x in LETTERS if x not in used), None)

    def change(x: object) -> Node | None:
        if fresh is None or not isinstance(x, BigSum) or len(x.below) != 1:
            return None
        [(letter, end)] = _bound(x) or [("", "")]
        inner = {y for s in t.of_kind(x.body, BigSum) for y, _ in _bound(s)}
        if (letter, end) not in borrowed or inner & {letter, fresh}:
            return None
        renamed: BigSum = rebuilt(
            replace(x, above=None),
            lambda y: replace(y, base=fresh) if isinstance(y, Name) and letter_of(y) == letter else None,
        )
        return replace(renamed, above=x.above)

    return with_statements(located, lambda s: rebuilt(s, change))


@remembered
def _bound_in(s: Statement) -> tuple[tuple[str, str], ...]:
    """The letters of all its sums, each with its end."""
    return tuple(pair for x in t.of_kind(s, BigSum) for pair in _bound(x))


@remembered
def _bound(x: BigSum) -> list[tuple[str, str]]:
    r"""The letter and the end of `\sum_{i=1}^{n}`."""
    first = x.below[0] if len(x.below) == 1 else None
    if not isinstance(first, Chain) or first.relations != ("=",) or not isinstance(first.members[1], t.Number):
        return []
    letter, end = letter_of(first.members[0]), None if x.above is None else letter_of(x.above)
    return [(letter, end)] if letter and end else []


def _is_of_another(letter: str, end: str, ends: dict[str, list[str]]) -> bool:
    """Does another letter run to that end first of all?"""
    return any(own[0] == end for other, own in ends.items() if other != letter)


def _tell_by_letters(located: Sequence[Located]) -> bool:
    """Is a name defined for two letters?"""
    found: dict[Stem, set[str]] = defaultdict(set)
    for left in _lefts(located):
        letters = [letter_of(e) for s in left.scripts for e in s.entries]
        if len(letters) == 1 and letters[0] is not None:
            found[stem_of(left)].add(letters[0])
    return any(len(letters) > 1 for letters in found.values())


def _lefts(located: Sequence[Located]) -> Iterator[Name]:
    for c in (s.chain for f in read_of(located) for s in f.statements):
        if c.relations and c.relations[0] in EQUALITIES and isinstance(c.members[0], Name):
            yield c.members[0]
