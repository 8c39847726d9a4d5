r"""Indices that are rounded, `S_{\lceil i/2 \rceil}` with `i = 1, \dots, 2M`: the m of `S_m` with `i \le 2m \le i + 1`.

There is just one such m, so the entry is a sum of one term. The rounded ends of i have to be those of the index with
which S is defined, or to begin at a length, `i = 2K, \dots, 4K-1` where S has 1 to 2K - 1: else the line may be about
entries that do not exist, and stays as it is. The range of a letter is the one behind a line, else that of the front
matter. `\Delta S` has the entries that S has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Factor, Formula, Group, Name, Node, Number, Product, Script, Statement, Term
from ....latex.walking import rebuilt
from ...asked import any_of, some
from ...located import Located
from ...ranges.typed_ends import Ends, typed_ends
from ...spelled.shape import Stem, letter_of, stem_of

UP, DOWN = r"\lceil", r"\lfloor"
CHANGE = r"\Delta "
"""Before the name of a change (`changes_of_weights`)."""


@dataclass(frozen=True, slots=True)
class _Rounded:
    """A letter divided by a number, rounded."""

    up: bool
    letter: Name
    by: int


def with_rounded_indices_summed(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a page with sums of one term for entries with such indices."""
    if not any_of(located, _has_any):
        return list(located)
    taken = {x.base for _, f in located if isinstance(f, Formula) for x in t.of_kind(f, Name)}
    typed = {x: both for x, r in ranges.items() if (both := typed_ends(str(r))) is not None}
    whole = Defined(located, typed)
    found: list[Located] = []
    for n, (display, f) in enumerate(located):
        if isinstance(f, Formula) and any(map(_has_any, f.statements)):
            ends = {**typed, **dict(ranges_behind(located, n))}
            f = replace(f, statements=tuple(_changed(s, ends, taken, whole) for s in f.statements))
        found.append((display, f))
    return found


@some(Script)
def _has_any(q: Script) -> bool:
    return any(_rounded(e) is not None for e in q.entries)


def _rounded(x: Node) -> _Rounded | None:
    r"""What `\lceil i / 2 \rceil` rounds."""
    if not isinstance(x, Group) or x.open not in (UP, DOWN) or len(x.items) != 1:
        return None
    (inner,) = x.items
    if isinstance(inner, t.Fraction):
        above, below = inner.numerator, inner.denominator
    elif isinstance(inner, Product) and [f.operator for f in inner.factors] == ["", "/"]:
        above, below = inner.factors[0].body, inner.factors[1].body
    else:
        return None
    whole = isinstance(below, Number) and below.text.isdigit() and int(below.text) > 0
    plain = isinstance(above, Name) and letter_of(above) is not None
    if not whole or not plain or not isinstance(below, Number) or not isinstance(above, Name):
        return None
    return _Rounded(x.open == UP, above, int(below.text))


# --------------------------------------------------------------------------------------------------------- the ranges


def ranges_behind(located: Sequence[Located], n: int) -> Iterator[tuple[str, Ends]]:
    """The ranges beside a formula, and in the formulas between it and the next display."""
    own = located[n][1]
    behind = [own] if isinstance(own, Formula) else []
    for d, f in located[n + 1 :]:
        if not d.inline or d.paragraph != located[n][0].paragraph:
            break
        behind += [f] if isinstance(f, Formula) else []
    for c in (c for f in reversed(behind) for s in f.statements for c in (*s.conditions, s.chain)):
        last = c.members[-1]
        letter = letter_of(c.members[0])
        dots = isinstance(last, t.Listing) and [isinstance(i, t.Symbol) for i in last.items] == [False, True, False]
        if c.relations == ("=",) and letter is not None and dots and isinstance(last, t.Listing):
            yield letter, (last.items[0], last.items[2])
        elif c.relations == (r"\le", r"\le") and (letter := letter_of(c.members[1])) is not None:
            yield letter, (c.members[0], last)


def _divided(x: Node, r: _Rounded) -> Node | None:
    """An end of a range, divided and rounded; None where that is no index form."""
    whole = multiples(x)
    if whole is None or any(abs(count) % r.by for count, _ in whole[0]):
        return None
    found = [Term(_sign(count, n), times(abs(count) // r.by, y)) for n, (count, y) in enumerate(whole[0])]
    number = -(-whole[1] // r.by) if r.up else whole[1] // r.by
    if number or not found:
        found.append(Term(_sign(number, len(found)), Number(str(abs(number)))))
    return found[0].body if len(found) == 1 and not found[0].sign else t.Terms(tuple(found))


def _sign(count: int, n: int) -> str:
    return "-" if count < 0 else "+" if n else ""


def multiples(x: Node) -> tuple[list[tuple[int, Node]], int] | None:
    """The multiples of letters in an index form, and the number that is added; None for anything else."""
    found: list[tuple[int, Node]] = []
    rest = 0
    for term in x.terms if isinstance(x, t.Terms) else (Term("", x),):
        sign = -1 if term.sign == "-" else 1
        if term.sign not in ("", "+", "-"):
            return None
        if isinstance(term.body, Number) and term.body.text.isdigit():
            rest += sign * int(term.body.text)
            continue
        count, letter = _multiple(term.body)
        if letter is None:
            return None
        found.append((sign * count, letter))
    return found, rest


def _multiple(x: Node) -> tuple[int, Node | None]:
    """The 2 and the M of `2M`."""
    if letter_of(x) is not None:
        return 1, x
    if isinstance(x, Product) and len(x.factors) == 2 and isinstance(x.factors[0].body, Number):
        number, other = x.factors[0].body, x.factors[1]
        if number.text.isdigit() and letter_of(other.body) is not None and other.operator in ("", r"\cdot", r"\times"):
            return int(number.text), other.body
    return 0, None


def times(count: int, x: Node) -> Node:
    """So many times something."""
    return x if count == 1 else Product((Factor("", Number(str(count))), Factor(r"\cdot", x)))


class Defined:
    """Over what the indices run with which the names of a page are defined."""

    def __init__(self, located: Sequence[Located], typed: Mapping[str, Ends]) -> None:
        self.places: dict[tuple[Stem, bool, int], list[Ends | None]] = {}
        for n, (_, f) in enumerate(located):
            for s in f.statements if isinstance(f, Formula) else ():
                left = s.chain.members[0]
                if s.chain.relations[:1] == ("=",) and isinstance(left, Name) and not left.base.startswith(CHANGE):
                    ends = {**typed, **dict(ranges_behind(located, n))}
                    for above, place, e in (
                        (a, p, e) for a, p, e in entries_with_places(left) if letter_of(e) is not None
                    ):
                        self.places.setdefault((stem_of(left), above, place), []).append(ends.get(letter_of(e) or ""))

    def fits(self, x: Name, ends: Mapping[_Rounded, Ends]) -> bool:
        """Do the rounded indices of a name run over what its definition is for, and is there just one?"""
        stem = stem_of(replace(x, base=x.base.removeprefix(CHANGE)))
        own = ((above, place, r) for above, place, e in entries_with_places(x) if (r := _rounded(e)) is not None)
        return all(self._holds(self.places.get((stem, above, place), []), ends[r], r) for above, place, r in own)

    @staticmethod
    def _holds(known: Sequence[Ends | None], ends: Ends, r: _Rounded) -> bool:
        """Is it the one range that is known, or the part of it from a length on, K to 2K - 1 of 1 to 2K - 1?"""
        if len(known) != 1 or known[0] is None:
            return False
        low, high = (_divided(x, replace(r, by=1)) for x in known[0])  # written as the others are
        first, last = ends
        from_length = low in (t.ONE, Number("0")) and _multiple(first)[1] is not None
        return known[0] == ends or (last == high and (first == low or from_length))


def entries_with_places(x: Name) -> Iterator[tuple[bool, int, Node]]:
    """What stands above and below a name, with its places."""
    for q in x.scripts:
        yield from ((q.above, place, e) for place, e in enumerate(q.entries))


# ------------------------------------------------------------------------------------------------------ the sums


def _changed(s: Statement, ends: Mapping[str, Ends], taken: set[str], page: Defined) -> Statement:
    """The statement with sums for such entries, unless it differentiates by one of them or one has no ends."""
    every = [r for q in t.of_kind(s, Script) for e in q.entries if (r := _rounded(e)) is not None]
    by = any(_has_rounded(n) for w in t.of_kind(s, t.Wrt) for n in t.of_kind(w, Name))
    made = {r: both for r in every if (both := _ends(r, ends)) is not None}
    names = [x for x in t.of_kind(s, Name) if _has_rounded(x)]
    fit = len(made) == len(set(every)) <= len(list(_fresh(taken))) and all(page.fits(x, made) for x in names)
    if by or not fit or _has_rounded(s.chain.members[0]):
        return s

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not _has_rounded(x):
            return None
        own = list(dict.fromkeys(r for q in x.scripts for e in q.entries if (r := _rounded(e)) is not None))
        letters = {r: Name(letter) for r, letter in zip(own, _fresh(taken), strict=False)}

        def entry(e: Any) -> Node | None:
            r = _rounded(e)
            return None if r is None else letters[r]

        whole: Node = replace(x, scripts=tuple(rebuilt(q, entry) for q in x.scripts))
        for r in reversed(own):
            whole = _sum(r, letters[r], made[r], whole, x)
        return Group("(", (whole,), ")", (), x.span)

    found: Statement = rebuilt(s, change)
    return found


def _has_rounded(x: Node) -> bool:
    return any(_rounded(e) is not None for q in t.of_kind(x, Script) for e in q.entries)


def _ends(r: _Rounded, ends: Mapping[str, Ends]) -> Ends | None:
    own = ends.get(letter_of(r.letter) or "")
    low, high = (_divided(e, r) for e in own) if own is not None else (None, None)
    return None if low is None or high is None else (low, high)


def _fresh(taken: set[str]) -> Iterator[str]:
    return (x for x in ("m", "n", "r", "l", "g", "h", "o", "c") if x not in taken)


def _sum(r: _Rounded, letter: Name, ends: Ends, body: Node, x: Name) -> BigSum:
    r"""`\sum_{m = 1, i \le 2m \le i+1}^{M}`."""
    shift = Term("+" if r.up else "-", Number(str(r.by - 1)))
    other: Node = t.Terms((Term("", r.letter), shift)) if r.by > 1 else r.letter
    low, high = (r.letter, other) if r.up else (other, r.letter)
    start = Chain((letter, ends[0]), ("=",), span=x.span)
    inside = Chain((low, times(r.by, letter), high), (r"\le", r"\le"), span=x.span)
    return BigSum(r"\sum", (start, inside), ends[1], body, x.span)
