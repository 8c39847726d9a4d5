r"""Half a length in bounds and scripts: `\sum_{j=i-n/2}^{i+n/2}`, `x_{i-\lfloor K/2 \rfloor}`, `x_{i-\frac{K-1}{2}}`.

An index is a whole number, so the half is one, and it becomes a letter that is called by what it is: `n/2`, or
`(K+1)/2`, which is positive for every K, as lengths are. The length itself is `2 (K+1)/2 - 1` wherever else it stands;
of a half rounded down that cannot be said, so that such a length may stand nowhere else. A letter that is summed over,
that numbers entries or has a range in the front matter is left alone. What the front matter says of lengths it says by
the half then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import Name, Node, Number
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in

ROUNDED = (r"\lfloor", r"\rfloor")


@dataclass(frozen=True, slots=True)
class Half:
    """Half of a letter and a whole number, `(K - 1)/2`; `rounded`: rounded down."""

    letter: str
    more: int
    rounded: bool

    def name(self) -> Name:
        """The letter that stands for it, called as it is typed."""
        sign = "" if not self.more else f"({self.letter}{self.more:+d})"
        half = f"{sign or self.letter}/2"
        return Name(rf"\lfloor {half}\rfloor" if self.rounded else half)

    def other(self, half: Half) -> Node | None:
        """Another half by this one, `(K + 1)/2` by `(K - 1)/2`; None where no whole number lies between."""
        apart = half.more - self.more
        if half.rounded != self.rounded or (half.rounded and apart) or apart % 2:
            return None
        if not apart:
            return self.name()
        rest = t.Term("+" if apart > 0 else "-", Number(str(abs(apart) // 2)))
        return t.Group("(", (t.Terms((t.Term("", self.name()), rest)),), ")")

    def whole(self) -> Node:
        """The length itself."""
        twice = t.Product((t.Factor("", Number("2")), t.Factor("", self.name())))
        if not self.more:
            return twice
        rest = t.Term("-" if self.more > 0 else "+", Number(str(abs(self.more))))
        return t.Group("(", (t.Terms((t.Term("", twice), rest)),), ")")


HALVED = (t.Fraction, t.Product)
"""What may be a half, before it is rounded."""


def _has_halves(s: t.Statement) -> bool:
    return any(half_of(x) is not None for kind in HALVED for x in t.of_kind(s, kind))


IN_FRONT = lazily(r"(?<![A-Za-z\\])([A-Za-z])\s*/\s*2(?!\d)|\\frac\s*\{?\s*([A-Za-z])\s*\}?\s*\{?\s*2(?!\d)")
"""Half a length at the end of a range of the front matter."""


def with_halves_named(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document with such halves as letters; `ranges` are those of the front matter, as typed."""
    front = " ".join(map(str, ranges.values()))
    told = [a or b for a, b in IN_FRONT.findall(front)] if "2" in front else []
    if not told and not any_of(located, _has_halves):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements if not is_mention(s)]
    halves = dict.fromkeys(h for c in chains for p in _places(c) for h in _halves(p))
    halves |= dict.fromkeys(Half(letter, 0, False) for letter in told)
    found: dict[str, Half] = {}
    for h in halves:
        alike = all(h.other(x) is not None for x in halves if x.letter == h.letter)
        mine = h.letter not in ranges and not (h.rounded and h.letter in front)
        if alike and mine and not _stands_against(h, chains):
            found.setdefault(h.letter, Half(h.letter, h.more if h.rounded else h.more % 2, h.rounded))
    if not found:
        return list(located)
    change = halving(found)
    return with_statements(located, lambda s: s if is_mention(s) else rebuilt(s, change))


def halving(found: Mapping[str, Half]) -> Callable[[object], Node | None]:
    """What puts halves in, and lengths by them."""

    def change(x: object) -> Node | None:
        half = half_of(x)
        first = found.get(half.letter) if half is not None else None
        if first is not None and half is not None and (named := first.other(half)) is not None:
            return named
        letter = letter_of(x) if isinstance(x, Name) else None
        return found[letter].whole() if letter in found and letter is not None else None

    return change


def half_of(x: object) -> Half | None:
    r"""`n/2`, `\frac{K-1}{2}`, `(K-1)/2` and these rounded down; None for anything else."""
    if isinstance(x, t.Group) and (x.open, x.close) == ROUNDED and len(x.items) == 1:
        inner = half_of(x.items[0])
        return None if inner is None or inner.rounded else Half(inner.letter, inner.more, True)
    if isinstance(x, t.Fraction):
        return _half(x.numerator, x.denominator)
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].operator == "/":
        return _half(x.factors[0].body, x.factors[1].body)
    return None


def _half(above: Node, below: Node) -> Half | None:
    if not isinstance(below, Number) or below.text != "2":
        return None
    if isinstance(above, t.Group) and len(above.items) == 1:
        above = above.items[0]
    more = 0
    if isinstance(above, t.Terms) and len(above.terms) == 2 and isinstance(above.terms[1].body, Number):
        first, second = above.terms
        if first.sign or second.sign not in ("+", "-") or not second.body.text.isdigit():  # type: ignore[union-attr]
            return None
        more = int(second.sign + second.body.text)  # type: ignore[union-attr]
        above = first.body
    letter = letter_of(above) if isinstance(above, Name) else None
    return Half(letter, more, False) if letter is not None else None


def _places(c: t.Chain) -> Iterator[object]:
    """Where whole numbers stand: bounds and scripts."""
    for x in t.walk(c):
        if isinstance(x, t.BigSum):
            yield from (*x.below, x.above)
        elif isinstance(x, t.Name):
            yield from (e for s in x.scripts for e in s.entries)


def _halves(x: object) -> Iterator[Half]:
    """The halves in a tree, none within another."""
    half = half_of(x)
    if half is not None:
        yield half
    elif x is not None:
        for part in t.parts(x):
            yield from _halves(part)


def _stands_against(h: Half, chains: Sequence[t.Chain]) -> bool:
    """Does a letter number something, or is its half rounded down while it stands elsewhere?"""
    ends = any(h.letter in letters_in(end) for c in chains for end in _ends(c))
    for c in chains:
        bare = [x for x in _outside(c, h) if isinstance(x, Name)]
        if h.rounded and any(letter_of(x) == h.letter for x in bare):
            return True
        scripts = (e for x in bare for s in x.scripts for e in s.entries if not _is_of_a_length(e, ends))
        if any(letter_of(y) == h.letter for e in scripts for y in _outside(e, h) if isinstance(y, Name)):
            return True
        for x in t.of_kind(c, t.BigSum):
            heads = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
            if any(letter_of(y) == h.letter for head in heads for y in t.walk(head) if isinstance(y, Name)):
                return True
    return False


def _ends(c: t.Chain) -> Iterator[Node]:
    """Where sums and ranges end."""
    yield from (x.above for x in t.of_kind(c, t.BigSum) if x.above is not None)
    yield from (x.items[-1] for x in t.of_kind(c, t.Listing))


def _is_of_a_length(e: Node, ends: bool) -> bool:
    r"""Is what stands in a script no number of something: the lengths of `W_{n \times n}`, or, where the letter ends a
    sum or a range, a number counted from that end, `w_{n-1-a}`?"""
    crossed = isinstance(e, t.Product) and any(f.operator == r"\times" for f in e.factors)
    return crossed or (ends and isinstance(e, t.Terms))


def _outside(x: object, h: Half) -> Iterator[object]:
    """The nodes of a tree that are not within the half."""
    half = half_of(x)
    if x is None or (half is not None and half.letter == h.letter):
        return
    yield x
    for part in t.parts(x):
        yield from _outside(part, h)
