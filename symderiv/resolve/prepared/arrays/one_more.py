r"""What types a vector out with one entry more: `\tilde w = (b, w_1, \dots, w_m)^T`, `(x_1, \dots, x_m, 1)^T`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import ONE, ZERO, Chain, Name, Node, Number, Script, Term, Terms
from ....notation import BOLD_FONTS, EQUALITIES
from ...shapes.declared import space
from ...spelled.shape import is_mark
from .numbered_apart import items_typed

Letter: TypeAlias = tuple[str, tuple[str, ...], int]
"""What a name is without its font and scripts."""
TWO = 2
DOTTED = frozenset([r"\dots", r"\vdots"])


@dataclass(frozen=True, slots=True)
class More:
    """Such a vector: its name, the first of the entries in a row, their last index, the one entry more and its number,
    whether the list is turned to be a column."""

    whole: Name
    first: Name
    last: Node
    other: Node
    number: Node
    turned: bool

    @property
    def apart(self) -> bool:
        """Has the vector another letter than its entries?"""
        return letter_of_any_font(self.whole) != letter_of_any_font(self.first)

    @property
    def other_run(self) -> tuple[Node, Node]:
        """The numbers from which and to which one as long is counted otherwise."""
        return (ONE, _after(self.last) or ONE) if self.number == ZERO else (ZERO, self.last)

    def entry(self, x: Name, number: Node | None = None) -> Name:
        """The entry of the vector that is called otherwise, or the one with a number."""
        own = self.whole if self.apart else self.first
        scripts = x.scripts if number is None else numbered(self.first.scripts, number)
        return replace(own, scripts=scripts, span=x.span)


def types_out_more(chain: Chain) -> tuple[Name, ...]:
    """The vector that an equation types out with one entry more, and the first of the others; nothing for any other."""
    return () if (m := one_more(chain)) is None else (m.whole, m.first)


def one_more(chain: Chain) -> More | None:
    """The vector that an equation types out with one entry more; None for any other equation."""
    if len(chain.members) < TWO or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[0], Name):
        return None
    whole = chain.members[0]
    items, turned = items_typed(chain.members[1])
    for other, rest, in_front in _parted(items):
        indices = [_index(x, whole) for x in rest if isinstance(x, Name)]
        last = indices[-1] if indices else None
        first = rest[0]
        if last is None or not isinstance(first, Name) or not _is_run(rest, indices):
            continue
        number = ZERO if in_front else _after(last)
        found = More(whole, first, last, other, number or ZERO, turned)
        long = len(items) > TWO or not found.apart  # `u = (b, w_1)` may be the first of several w
        if number is not None and long and _is_other(found) and _is_as_long(chain, last):
            return found
    return None


def _parted(items: tuple[Node, ...]) -> Iterator[tuple[Node, tuple[Node, ...], bool]]:
    """The one entry more that a list may have, those in a row, and whether the one stands in front."""
    if len(items) > 1:
        yield items[0], items[1:], True
        yield items[-1], items[:-1], False


def _index(x: Name, whole: Name) -> Node | None:
    """The index below that an entry has behind the scripts of the whole."""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    own = [e for s in whole.scripts if not s.above for e in s.entries]
    above = [s for s in x.scripts if s.above]
    fits = below[:-1] == own and above == [s for s in whole.scripts if s.above] and all(s.bracket for s in above)
    return below[-1] if fits and below else None


def _is_run(rest: Sequence[Node], indices: Sequence[Node | None]) -> bool:
    """Are these the entries of one letter from 1 on, all of them typed or the last behind dots?"""
    names = [x for x in rest if isinstance(x, Name)]
    dots = [n for n, x in enumerate(rest) if not isinstance(x, Name)]
    bare = {replace(x, scripts=(), span=t.SPAN) for x in names}
    counted = all(i == Number(str(n)) for n, i in enumerate(indices[:-1], 1))
    last = indices[-1]
    plain = len(bare) == 1 and names[0].font not in BOLD_FONTS and "vec" not in "".join(names[0].accents)
    if not (plain and counted):
        return False
    if not dots:
        return last == Number(str(len(names)))
    (n, *more) = dots
    symbol = rest[n]
    dotted = isinstance(symbol, t.Symbol) and symbol.name in DOTTED
    return dotted and not more and n == len(rest) - TWO and not isinstance(last, Number)


def _after(last: Node) -> Node | None:
    """The number behind the last."""
    if isinstance(last, Number):
        return Number(str(int(last.text) + 1)) if last.text.isdecimal() else None
    return Terms((Term("", last), Term("+", ONE))) if isinstance(last, Name) else None


def _is_other(m: More) -> bool:
    """Is the one entry more a number, or a name with the scripts of the whole that is neither one of the entries nor
    how many there are?"""
    x = m.other
    if not isinstance(x, Name):
        return isinstance(x, Number)
    alike = letter_of_any_font(x) in (letter_of_any_font(m.first), letter_of_any_font(m.whole))
    return x.scripts == m.whole.scripts and not alike and x != m.last and x.font not in BOLD_FONTS and not x.accents


def _is_as_long(chain: Chain, last: Node) -> bool:
    r"""Is nothing said behind the list but that it lies in `\mathbb{R}^{m+1}`?"""
    if len(chain.members) == TWO:
        return True
    found = space(chain.members[2]) if chain.relations[1:] == (r"\in",) else None
    return found is not None and found[0] == "c" and found[1] == (_after(last),)


def letter_of_any_font(x: Name) -> Letter:
    """What a name is without its font and scripts; an arrow above it, or a bar below, is a font."""
    return x.base, tuple(a for a in x.accents if a not in ("vec", r"\vec", "underline", r"\underline")), x.primes


def numbered(scripts: tuple[Script, ...], number: Node) -> tuple[Script, ...]:
    """The scripts of an entry with another number."""
    return tuple(s if s.above else replace(s, entries=(*s.entries[:-1], number)) for s in scripts)


def unmarked(x: Name) -> Name:
    """A name without the mark of a transpose."""
    kept = tuple(s for s in x.scripts if not (s.above and s.entries and all(map(is_mark, s.entries))))
    return x if len(kept) == len(x.scripts) else replace(x, scripts=kept)
