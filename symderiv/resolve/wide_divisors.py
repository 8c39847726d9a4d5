r"""Squares divided by a number before names: `(y - \mu)^2 / 2 \sigma^2` is divided by all of `2 \sigma^2`.

A slash divides by the next factor, as in `\lambda/2 w^2`, where a coefficient stands before it. No coefficient is a sum
or a norm that is raised to a power: where a name behind the number is raised to the same one, a ratio is meant. Where
none is, `\|x - c\|^2 / 2 b`, no rule says which is meant, nor before a name (`x^2 / 2 \sigma^2`, `\lambda^2 / 2 w^2`):
another reading has it so, and a line is right or wrong where both agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..latex.tree import Factor, Formula, Group, Name, Node, Number, Product, Scripted, Statement, of_kind
from ..latex.walking import rebuilt
from .asked import remembered
from .located import Located
from .wide_arguments import with_wide_arguments


def with_lengths_chosen(located: Sequence[Located], wide: bool) -> list[Located]:
    """The formulas with such names in the divisor; with `wide` divisors and arguments as far as they may go."""
    return with_wide_divisors(with_wide_arguments(located) if wide else located, wide)


def with_wide_divisors(located: Sequence[Located], even_unlike: bool = False) -> list[Located]:
    r"""The formulas with such names in the divisor, also ones that are not raised alike where that is asked.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def divisors(text, even_unlike=False):
    ...     found = with_wide_divisors(read_formulas(parse_document(f"${text}$")), even_unlike)
    ...     return [type(f.body).__name__ for f in found[0][1].statements[0].chain.members[0].factors]
    >>> divisors(r"(y - m)^2 / 2 s^2"), divisors(r"(y - m)^2 / 2 v"), divisors(r"\lambda / 2 w^2")
    (['Scripted', 'Product'], ['Scripted', 'Number', 'Name'], ['Name', 'Number', 'Name'])
    >>> divisors(r"(y - m)^2 / 2 v", True), divisors(r"\lambda / 2 w^2", True)
    (['Scripted', 'Product'], ['Name', 'Number', 'Name'])
    """
    asked = _has_unlike if even_unlike else _has_alike

    def change(x: object) -> Node | None:
        at = _place(x, even_unlike) if isinstance(x, Product) else None
        return None if at is None or not isinstance(x, Product) else rebuilt(_divided(x, at), change)

    def changed(f: Formula) -> Formula:
        if not any(map(asked, f.statements)):
            return f
        return replace(f, statements=tuple(rebuilt(s, change) if asked(s) else s for s in f.statements))

    return [(d, changed(f) if isinstance(f, Formula) else f) for d, f in located]


@remembered
def _has_alike(s: Statement) -> bool:
    return any(_place(x, False) is not None for x in of_kind(s, Product))


@remembered
def _has_unlike(s: Statement) -> bool:
    return any(_place(x, True) is not None for x in of_kind(s, Product))


def _place(x: Product, even_unlike: bool) -> int | None:
    """Where the number stands that begins such a divisor; names alone are behind it."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False), 1):
        power, names = _power_of_a_whole(a, even_unlike), x.factors[n + 1 :]
        if power is None or b.operator != "/" or not isinstance(b.body, Number) or not names:
            continue
        if all(not f.operator and not f.joined and isinstance(f.body, Name) for f in names):
            alike = any(power in _powers(f.body) for f in names)
            return n if alike or even_unlike else None
    return None


def _power_of_a_whole(x: Factor, names_too: bool) -> Node | None:
    r"""The 2 of `(a - b)^2` and `\|a\|^2`, perhaps of a name (`x^2`), where nothing is divided before."""
    whole = (isinstance(x.body, Name) and names_too) or (
        isinstance(x.body, Scripted) and isinstance(x.body.base, Group)
    )
    return next(iter(_powers(x.body)), None) if whole and not x.operator else None


def _powers(x: Node) -> list[Node]:
    scripts = x.scripts if isinstance(x, (Name, Scripted)) else ()
    above = [s for s in scripts if s.above and not s.bracket and len(s.entries) == 1]
    return [s.entries[0] for s in above if isinstance(s.entries[0], Number)]


def _divided(x: Product, at: int) -> Product:
    number, names = x.factors[at], x.factors[at + 1 :]
    span = (getattr(number.body, "span", x.span)[0], x.span[1])
    divisor = Product((replace(number, operator=""), *names), span)
    return replace(x, factors=(*x.factors[:at], Factor("/", divisor)))
