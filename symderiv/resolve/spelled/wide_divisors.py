r"""How far a slash divides: `(y - \mu)^2 / 2 \sigma^2` is divided by all of `2 \sigma^2`.

A slash divides by the next factor, as in `\lambda/2 w^2`, where a coefficient stands before it. No coefficient is a sum
or a norm that is raised to a power: where a name behind the number is raised to the same one, a ratio is meant.
Otherwise no rule says what is (`\|x - c\|^2 / 2 b`, `w^T w / 2 \tau^2`, `E_i / k_B T`): in another reading all names
behind the slash are divided by, in a third all factors, and a line is right or wrong where they agree. Only `1/2 w`,
`\lambda/2 w^2` and `1/N x` are a coefficient for every reader; what counts, the m of `\lambda/2m w^2`, may belong to
the number before it, and `1/2m \sum_{i=1}^m ..` is a mean. Nor does a number divide by a vector, `s/\tau\ \mathbf{v}`,
with a space before it: the divisor ends there.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile
from typing import TypeAlias

from ...latex.source import Offsets
from ...latex.tree import (
    BigSum,
    Factor,
    Formula,
    Group,
    Name,
    Node,
    Number,
    Product,
    Root,
    Scripted,
    Statement,
    of_kind,
)
from ...latex.walking import rebuilt
from ...notation import BOLD_FONTS
from ...pattern import lazily
from ..asked import remembered
from ..located import Located, read_of
from .function_letters import FUNCTION_LETTERS
from .scripts import entries_above, entries_below
from .wide_arguments import with_wide_arguments

COUNTS = frozenset("NnMmB")
"""Letters that count something; so do those up to which a sum runs."""
SPACE = lazily(r"\\(?:[,;:> ]|quad|qquad|thinspace)|~")
WIDE = lazily(r"\s*(?:(?:\\[;: ]|\\quad(?![A-Za-z])|\\thickspace(?![A-Za-z])|~)\s*)+")
"""A space that parts a factor from what is divided by before it."""
NAMES, ALL = 1, 2
"""What is divided by in the other readings."""
Vector: TypeAlias = tuple[str, tuple[str, ...], tuple[Node, ...]]
"""A letter with its accents and what stands above it."""


def with_lengths_chosen(located: Sequence[Located], wide: bool, divisors: int = 0) -> list[Located]:
    """The formulas with such names in the divisor; with `wide` arguments as far as they may go, with `divisors` what a
    slash divides by, too."""
    return with_wide_divisors(with_wide_arguments(located) if wide else located, divisors)


def with_wide_divisors(located: Sequence[Located], level: int = 0) -> list[Located]:
    r"""The formulas with such names in the divisor, with a level also those of which no rule says it.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def divisors(text, level=0):
    ...     found = with_wide_divisors(read_formulas(parse_document(f"${text}$")), level)
    ...     return [type(f.body).__name__ for f in found[0][1].statements[0].chain.members[0].factors]
    >>> divisors(r"(y - m)^2 / 2 s^2"), divisors(r"(y - m)^2 / 2 v"), divisors(r"\lambda / 2 w^2")
    (['Scripted', 'Product'], ['Scripted', 'Number', 'Name'], ['Name', 'Number', 'Name'])
    >>> divisors(r"(y - m)^2 / 2 v", 1), divisors(r"\lambda / 2 w^2", 1), divisors(r"E_i / k T", 1)
    (['Scripted', 'Product'], ['Name', 'Number', 'Name'], ['Name', 'Product'])
    >>> divisors(r"x^2 / 2 v (1 + u)", 1), divisors(r"x^2 / 2 v (1 + u)", 2), divisors(r"1/N x (1 + u)", 2)
    (['Name', 'Product', 'Group'], ['Name', 'Product'], ['Number', 'Name', 'Name', 'Group'])
    """
    slashes = [any(map(_has_slash, f.statements)) if isinstance(f, Formula) else False for _, f in located]
    counts = frozenset[str]() if not any(slashes) else COUNTS | _counts(located)
    vectors = _vectors(located) if any(slashes) and level else frozenset[Vector]()

    def changed(f: Formula) -> Formula:
        text = f.source.text

        def change(x: object) -> Node | None:
            if not isinstance(x, Product):
                return None
            known = replace(x, factors=x.factors[: _apart(x, vectors, text)]) if vectors else x
            place = _place(known, level, counts, text)
            return None if place is None else rebuilt(_divided(x, *place), change)

        return replace(f, statements=tuple(rebuilt(s, change) if _has_slash(s) else s for s in f.statements))

    return [
        (d, changed(f) if here and isinstance(f, Formula) else f) for here, (d, f) in zip(slashes, located, strict=True)
    ]


@remembered
def _has_slash(s: Statement) -> bool:
    return any(f.operator == "/" for x in of_kind(s, Product) for f in x.factors[:-1])


def _counts(located: Sequence[Located]) -> Set[str]:
    """The letters up to which sums run."""
    sums = (x for f in read_of(located) for x in of_kind(f, BigSum))
    return {x.above.base for x in sums if isinstance(x.above, Name)}


def _vectors(located: Sequence[Located]) -> frozenset[Vector]:
    """The names in bold of a page that have entries: those of their letter not in bold with more indices below."""
    names = [x for f in read_of(located) for x in of_kind(f, Name)]
    plain: dict[Vector, int] = {}
    for x in names:
        if not _is_bold(x):
            key = x.base, x.accents, entries_above(x)
            plain[key] = max(plain.get(key, 0), len(entries_below(x)))
    return frozenset(
        k
        for x in names
        if _is_bold(x) and plain.get(k := (x.base, x.accents, entries_above(x)), 0) > len(entries_below(x))
    )


def _is_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS


def _apart(x: Product, vectors: Set[Vector], text: str) -> int:
    """Where the vector stands that is all a product has of arrays, parted by a space from a slash and its divisor;
    behind the last factor if there is none.
    """
    bold = [n for n, f in enumerate(x.factors) for y in of_kind(f, Name) if _is_bold(y)]
    n, last = bold[0] if len(bold) == 1 else 0, len(x.factors)
    body = x.factors[n].body
    if (
        n < len("a/b") - 1
        or not isinstance(body, Name)
        or (body.base, body.accents, entries_above(body)) not in vectors
    ):
        return last
    parted = WIDE.fullmatch(text, _span(x.factors[n - 1])[1], _span(x.factors[n])[0]) is not None
    return n if parted and x.factors[n - 1].operator == "/" and not x.factors[n].operator else last


def _place(x: Product, level: int, counts: Set[str], text: str) -> tuple[int, int] | None:
    """Where the factor stands that begins such a divisor, and where it ends."""
    for n, b in enumerate(x.factors):
        if b.operator != "/" or not n or n + 1 == len(x.factors):
            continue
        if _is_mean(x, n, text):
            return n, n + 2
        end = _end(x, n, level, counts) if level else None
        end = len(x.factors) if end is None and _is_alike(x, n, text) else end
        if end is not None and end > n + 1:
            return n, end
    return None


def _is_mean(x: Product, n: int, text: str) -> bool:
    r"""Is a coefficient divided by a number and how many terms a sum behind it has, typed together, `1/2m \sum_i^m`?"""
    divisor, many, *rest = *x.factors[n : n + 2], *takewhile(lambda f: not f.operator, x.factors[n + 2 :])
    together = _span(divisor)[1] == _span(many)[0] and isinstance(divisor.body, Number)
    count = many.body if together and isinstance(many.body, Name) and not many.operator else None
    sums = [f.body for f in rest if isinstance(f.body, BigSum)]
    return count is not None and _is_coefficient(x.factors[:n]) and any(s.above == count for s in sums)


def _is_alike(x: Product, n: int, text: str) -> bool:
    """Is a whole divided by a number and names alone, of which one is raised as it is, with no space typed between?"""
    if SPACE.search(text[_span(x.factors[n])[1] : _span(x.factors[n + 1])[0]]):
        return False
    power, names = _power_of_a_whole(x.factors[n - 1]), x.factors[n + 1 :]
    plain = all(not f.operator and not f.joined and isinstance(f.body, Name) for f in names)
    number = isinstance(x.factors[n].body, Number)
    return power is not None and number and plain and any(power in _powers(f.body) for f in names)


def _end(x: Product, n: int, level: int, counts: Set[str]) -> int | None:
    """Where a divisor ends in another reading, None where a coefficient is meant."""
    divisor, before = x.factors[n].body, x.factors[:n]
    few = _is_coefficient(before)
    if not isinstance(divisor, (Number, Name, Root)):
        return None
    if x.factors[n + 1].joined and (few or level != ALL or _is_function(divisor)):
        return None
    rest = list(takewhile(lambda f: not f.operator, x.factors[n + 1 :]))
    names = list(takewhile(lambda f: isinstance(f.body, (Name, Root)) and not f.joined, rest))
    if names and len(names) < len(rest) and rest[len(names)].joined and _is_function(names[-1].body):
        names.pop()
    if few and isinstance(divisor, Number):
        many = sum(1 for _ in takewhile(lambda f: _is_number_of(f, counts), rest))
        return n + 1 + (len(names) if _is_scale(names, rest, before) else many)
    root = isinstance(rest[0].body, Root) and any(isinstance(f.body, Name) for f in before) if rest else False
    if few and _is_count(divisor, counts) and not root:
        return None
    return n + 1 + (len(rest) if level == ALL and not few else len(names))


def _is_function(x: Node) -> bool:
    """May a name before a parenthesis be applied to what is in it?"""
    return isinstance(x, Name) and not _powers(x) and x.base in FUNCTION_LETTERS


def _is_coefficient(before: Sequence[Factor]) -> bool:
    """Is it a number, a letter for one (`\\lambda`), or one name that is raised to nothing?"""
    plain = [isinstance(f.body, Number) or (isinstance(f.body, Name) and not _powers(f.body)) for f in before]
    alone = len(before) == 1
    return all(plain) and (alone or all(isinstance(f.body, Number) or _is_greek(f.body) for f in before))


def _is_greek(x: Node) -> bool:
    return isinstance(x, Name) and x.base.startswith("\\") and not x.scripts


def _is_scale(names: Sequence[Factor], rest: Sequence[Factor], before: Sequence[Factor]) -> bool:
    r"""May `1/2 \sigma^2 (y - t)^2` and `1/2 \pi \sigma^2` be one over all these names?"""
    if not names or not all(isinstance(f.body, Number) for f in before):
        return False
    first = names[0].body
    return (isinstance(first, Name) and first.base == r"\pi") or (len(names) < len(rest) and bool(_powers(first)))


def _is_count(x: Node, counts: Set[str]) -> bool:
    return isinstance(x, Name) and not x.scripts and x.base in counts


def _is_number_of(f: Factor, counts: Set[str]) -> bool:
    r"""Is a factor how many there are of something, the m of `1/2m \sum_{i=1}^m ..`, N_t, or |B|?"""
    x = f.body
    if isinstance(x, Group) and x.open == "|" and len(x.items) == 1:
        one = x.items[0]
        return isinstance(one, Name) and not one.scripts and (one.base.isupper() or one.font == "mathcal")
    return isinstance(x, Name) and x.base in counts and not (f.joined or any(s.above for s in x.scripts))


def _power_of_a_whole(x: Factor) -> Node | None:
    r"""The 2 of `(a - b)^2` and `\|a\|^2`, where nothing is divided before."""
    whole = isinstance(x.body, Scripted) and isinstance(x.body.base, Group)
    return next(iter(_powers(x.body)), None) if whole and not x.operator else None


def _powers(x: Node) -> list[Node]:
    scripts = x.scripts if isinstance(x, (Name, Scripted)) else ()
    above = [s for s in scripts if s.above and not s.bracket and len(s.entries) == 1]
    return [s.entries[0] for s in above if isinstance(s.entries[0], Number)]


def _divided(x: Product, at: int, end: int) -> Product:
    first, others = x.factors[at], x.factors[at + 1 : end]
    divisor = Product((replace(first, operator=""), *others), (_span(first)[0], _span(others[-1])[1]))
    behind = x.factors[end:]
    behind = (replace(behind[0], joined=False), *behind[1:]) if behind else ()
    return replace(x, factors=(*x.factors[:at], Factor("/", divisor), *behind))


def _span(f: Factor) -> Offsets:
    found: Offsets = getattr(f.body, "span", (0, 0))
    return found
