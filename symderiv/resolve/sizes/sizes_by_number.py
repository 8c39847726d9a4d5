r"""Sizes that a page gives as large numbers, `\sum_{i=1}^{784}`, as sizes with a name.

Nobody means a line to hold for 784 inputs alone, and small examples say as much of it: a proof for all sizes is one for
784, and a slip shows with 3. So such a number gets a name, `N_{784}`, unless anything but ends of sums and ranges and
lengths of arrays has it, or another number that a formula could make it of: `\frac{1}{784}`, the 28 of `x_{28r+c}`, the
783 of a range from 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Listing, Name, Node, Number, Script, Statement
from ...pattern import lazily
from ..located import Located, read_of

LARGE = 30
"""From here on a size is a number of many things."""
SMALL = 10
"""Numbers below are constants of formulas, `\\frac12`, and first indices."""
NEXT = 2
"""Two sizes that differ by so little may be one counted from 0 and from 1."""
ORDER = frozenset([r"\le", r"\leq", "<", r"\ge", ">"])
COUNTED = lazily(r"\d+")


def large_sizes(located: Sequence[Located], ranges: Mapping[str, object]) -> frozenset[str]:
    r"""The large numbers that only end sums and ranges.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def found(page, ranges={}): return sorted(large_sizes(read_formulas(parse_document(page)), ranges))
    >>> found(r"$y = \sum_{i=1}^{784} w_i x_i$"), found(r"$y = \frac{1}{784} \sum_{i=1}^{784} x_i$")
    (['784'], [])
    >>> found(r"$y = \sum_{i=0}^{783} x_i$", {"i": "1..784"}), found(r"$y = \sum_i x_i$", {"i": "1..784"})
    ([], ['784'])
    """
    ends = {x for r in ranges.values() for x in COUNTED.findall(str(r))}
    statements = [s for f in read_of(located) for s in f.statements]
    ends |= {x.text for s in statements for x in _ends(s)}
    large = {x for x in ends if x.isdigit() and int(x) >= LARGE}
    if not large or any(map(_has_multiples, statements)):
        return frozenset()
    others = _numbers(statements, ends)
    met = {int(x) for x in ends if x.isdigit()} | others
    alone = all(abs(int(x) - y) > NEXT or int(x) == y for x in large for y in met)
    return frozenset(large) if alone and not any(x >= SMALL for x in others) else frozenset()


def named(number: Number) -> Name:
    """The name of such a size."""
    label = Name(number.text, font="text", span=number.span)
    script = Script(False, (label,), "", False, True, number.span)
    return Name("N", scripts=(script,), span=number.span)


def _has_multiples(s: Statement) -> bool:
    """Does a script multiply a letter: are two indices perhaps one, 8 r + c? `784 \\times 512` are two lengths."""
    products = (p for x in t.of_kind(s, Script) for e in x.entries for p in t.of_kind(e, t.Product))
    return any(len({isinstance(f.body, Number) for f in p.factors}) == 2 for p in products)


def _numbers(statements: Sequence[Statement], ends: set[str]) -> set[int]:
    """The numbers that stand elsewhere than at the end of a sum or a range."""
    found: set[int] = set()
    for s in statements:
        there = [id(x) for x in _ends(s)]
        for x in t.of_kind(s, Number):
            if id(x) not in there:
                found |= {int(y) for y in COUNTED.findall(x.text)}
    return found


def _ends(s: Statement) -> Iterator[Number]:
    r"""The numbers at the ends of sums, of `i = 1, \dots, 784` and `1 \le i \le 784`, and in `\mathbb{R}^{784}`."""
    ends: list[Node | None] = [x.above for x in t.of_kind(s, BigSum)]
    for c in (s.chain, *s.conditions, *t.of_kind(s, Chain)):
        last = c.members[-1] if len(c.members) > 1 else None
        between = len(c.members) > 2 and ORDER.issuperset(c.relations)
        ends.append(last.items[-1] if isinstance(last, Listing) else last if between else None)
        ends += t.of_kind(last, Number) if last is not None and c.relations[-1] == r"\in" else ()
    yield from (x for x in ends if isinstance(x, Number))
