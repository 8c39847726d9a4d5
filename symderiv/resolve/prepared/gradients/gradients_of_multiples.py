r"""How far a gradient goes: `\nabla_w \frac{\lambda}{2} \|w\|^2` is that of the whole product.

What stands right behind the sign is a constant there, a fraction of numbers and of names that no line defines or
differentiates; nobody takes the gradient of that. Behind a letter of rates and weights (`\nabla_w \lambda \|w\|^2`), or
where it ends with a factor that does not change (`\nabla_w \frac{1}{N} w^T x`), it is not clear, and left unread. A row
that does not change before what the gradient is by, `\nabla_w x^T w`, is a constant as well; of `\nabla_w w^T x` beside
such an x both readings are x. So it is with a row before arguments, `\nabla_w x(s, a)^T w`, that name nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Fraction, Misfit, Nabla, Name, Node, Number, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, is_transposed, stem_of

RATES = frozenset([r"\lambda", r"\alpha", r"\beta", r"\gamma", r"\eta", r"\rho", r"\tau"])
CAUSE, HINT = r"how far what `\nabla` differentiates goes is not clear", "put it in parentheses"


def _goes_on(s: Statement) -> bool:
    return any(_parted(x) is not None for x in t.of_kind(s, Product))


@where(_goes_on)
def with_gradients_of_multiples(located: Sequence[Located]) -> list[Located]:
    """The formulas with such gradients of the whole product."""
    varying = {stem_of(x) for f in read_of(located) for x in _varying(f)}
    shown = {stem_of(n.of) for f in read_of(located) for n in t.of_kind(f, Nabla) if isinstance(n.of, Name)}

    def change(x: Any) -> Node | None:
        return _whole(x, varying, shown) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _varying(f: t.Formula) -> Iterator[Name]:
    """The names that equations begin with, and those that are differentiated or differentiated by."""
    for s in f.statements:
        first = s.chain.members[0]
        head = first.factors[0].body if isinstance(first, Product) else first
        if s.chain.relations and isinstance(head, Name):
            yield head
    for d in t.of_kind(f, Derivative):
        yield from t.of_kind(d.wrt, Name)
        yield from (d.of,) if isinstance(d.of, Name) else ()
    for n in t.of_kind(f, Nabla):
        yield from t.of_kind(n.by, Name) if n.by is not None else ()
        yield from _applied(n.of)


def _applied(x: Node) -> Iterator[Name]:
    """The function of `\\nabla_w L(w)`."""
    head = x.factors[0].body if isinstance(x, Product) else x.base if isinstance(x, t.Scripted) else None
    if isinstance(x, Product) and _row(x) is not None:
        return
    yield from (head,) if isinstance(head, Name) else ()


def _parted(x: Product) -> tuple[tuple[Factor, ...], Nabla, tuple[Factor, ...]] | None:
    """The factors before a gradient of one name or fraction, it, and those behind it."""
    for n, f in enumerate(x.factors[:-1]):
        if isinstance(f.body, Nabla):
            plain = isinstance(of := f.body.of, (Name, Fraction)) or _row(of) is not None
            plain = plain and f.body.by is not None
            return (x.factors[:n], f.body, x.factors[n + 1 :]) if plain else None
    return None


def _whole(x: Product, varying: Collection[Stem], shown: Collection[Stem]) -> Node | None:
    found = _parted(x)
    if found is None:
        return None
    before, nabla, behind = found
    by = {stem_of(y) for y in t.of_kind(nabla.by, Name)}
    if (row := _row(nabla.of)) is not None and (column := _column(behind)) is not None:
        return _of_row(x, found, (row, column), varying)
    if isinstance(nabla.of, Product):
        return None
    held = [not by.isdisjoint(stem_of(y) for y in t.of_kind(f.body, Name)) for f in behind]
    if not any(held) or behind[0].operator not in ("", r"\cdot", r"\times"):
        return None
    if isinstance(nabla.of, Name):
        rate = nabla.of.base in RATES and _is_constant(nabla.of, varying)
        return Misfit(CAUSE, HINT, span=x.span) if rate else None
    if not _is_constant(nabla.of, {*varying, *shown}):
        return None
    if not held[-1]:
        return Misfit(CAUSE, HINT, span=x.span)
    return _taken_along(x, before, nabla, behind)


def _taken_along(x: Product, before: tuple[Factor, ...], nabla: Nabla, behind: tuple[Factor, ...]) -> Product | Nabla:
    """The product with the gradient of all that stands behind the sign."""
    of = Product((Factor("", nabla.of), *behind))
    whole = replace(nabla, of=of)
    return replace(x, factors=(*before, Factor(x.factors[len(before)].operator, whole))) if before else whole


def _of_row(
    x: Product,
    parts: tuple[tuple[Factor, ...], Nabla, tuple[Factor, ...]],
    names: tuple[tuple[Name, ...], tuple[Name, ...]],
    varying: Collection[Stem],
) -> Node | None:
    """The product with the gradient of a row before a name, if one of them is what it is by, the other constant."""
    before, nabla, behind = parts
    by = {stem_of(y) for y in t.of_kind(nabla.by, Name)}
    if behind[0].operator not in ("", r"\cdot"):
        return None
    one, two = [not by.isdisjoint(map(stem_of, found)) for found in names]
    constant = _is_constant(names[1 if one else 0][0], varying)
    return _taken_along(x, before, nabla, behind) if one is not two and constant else None


def _row(x: Node) -> tuple[Name, ...] | None:
    r"""The name of a row, `x^T` or `x(s, a)^T`, with all that stands in the parenthesis."""
    if isinstance(x, Name):
        return (x,) if is_transposed(x) else None
    if not isinstance(x, Product):
        return None
    head, *behind = x.factors
    inside = behind[0].body if len(behind) == 1 and behind[0].joined else None
    marks = [e for s in inside.scripts for e in s.entries] if isinstance(inside, t.Scripted) else []
    if not isinstance(head.body, Name) or not isinstance(inside, t.Scripted) or not _is_parenthesis(inside.base):
        return None
    turned = len(marks) == 1 and is_mark(marks[0]) and inside.scripts[0].above
    return (head.body, *t.of_kind(inside.base, Name)) if turned and not inside.primes else None


def _column(behind: Sequence[Factor]) -> tuple[Name, ...] | None:
    r"""The name of a column, `w` or `x(s, a)`, with all that stands in the parenthesis, where nothing else follows."""
    head, *inside = behind
    if not isinstance(head.body, Name) or len(inside) > 1 or any(not f.joined for f in inside):
        return None
    given = all(_is_parenthesis(f.body) for f in inside)
    return (head.body, *(y for f in inside for y in t.of_kind(f.body, Name))) if given else None


def _is_parenthesis(x: Node) -> bool:
    return isinstance(x, t.Group) and x.open == "("


def _is_constant(x: Node, varying: Collection[Stem]) -> bool:
    """Is it a number or a name that never changes, or a fraction, product or power of these?"""
    if isinstance(x, Name):
        return not x.primes and stem_of(x) not in varying
    if isinstance(x, Fraction):
        return _is_constant(x.numerator, varying) and _is_constant(x.denominator, varying)
    if isinstance(x, Product):
        return all(_is_constant(f.body, varying) and not f.joined for f in x.factors)
    return isinstance(x, Number)
