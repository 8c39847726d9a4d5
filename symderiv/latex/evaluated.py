r"""What an evaluation bar says: indices are put in (`|_{k=i}`), or the argument of a derivative (`f'(z)|_{z=a}`).

`\frac{\partial h}{\partial u}|_{u=a}` keeps what stands at the bar: whether it is `h'(a)` depends on the page. A number
there, `\frac{\partial E}{\partial w_j}|_{w_j=0}`, is a condition of the line if the derivative is a side of it, or a
multiple of one: whether the other sides change with w is asked where it is judged (`check.values_put_in`). Anything
else is not read: what depends on u cannot be told from it. `\frac{d h}{d z}|_{z_n}` names the point alone, by the
letter that is differentiated by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeGuard

from . import tree as t
from .source import Offsets
from .statement_forms import index_like, replace_statement
from .tree import Node

NumbersPutIn: TypeAlias = "Mapping[Offsets, tuple[t.Derivative, t.Chain]]"
"""Derivatives at a number, by their places, with the equation beside the bar."""


def put_in(body: Node, said: tuple[Node, ...]) -> Node | None:
    """The body with the values that stand beside the bar; None where that is not sound."""
    values: dict[Node, Node] = {}
    if len(said) == 1 and isinstance(said[0], t.Name):
        return _applied(body, values) if (values := _at_a_point(body, said[0])) else None
    for item in said:
        if not isinstance(item, t.Chain) or item.relations != ("=",) or item.members[0] in values:
            return None
        number = item.members[1]
        values[item.members[0]] = replace(number, span=item.span) if isinstance(number, t.Number) else number
    return _applied(body, values) or _indexed(body, values)


def number_put_in(body: Node, said: tuple[Node, ...]) -> t.Chain | None:
    """The equation beside the bar that gives what a derivative is taken by the value of a number; None for another."""
    (only,) = said if len(said) == 1 else (None,)
    if not isinstance(only, t.Chain) or only.relations != ("=",) or not isinstance(body, t.Derivative):
        return None
    name, value = only.members
    if isinstance(value, t.Terms) and len(value.terms) == 1:
        value = value.terms[0].body
    by = body.of is not None and body.at is None and [w.body for w in body.wrt] == [name]
    return only if by and isinstance(value, t.Number) else None


def with_numbers_put_in(statements: tuple[t.Statement, ...], found: NumbersPutIn) -> tuple[t.Statement, ...]:
    """The statements with such equations for conditions."""
    return tuple(replace_statement(s, conditions=(*s.conditions, *_put_in(s, found))) for s in statements)


def unplaced(statements: tuple[t.Statement, ...], found: NumbersPutIn) -> Offsets | None:
    """Where such an equation stands at nothing that is a side of a line but for numbers, or beside another one."""
    if any(len(_put_in(s, found)) > 1 for s in statements):
        return next(iter(found))
    sides = [m for s in statements if s.chain.relations for m in s.chain.members]
    return next((at for at, (body, _) in found.items() if not any(_is_multiple(m, body) for m in sides)), None)


def _put_in(s: t.Statement, found: NumbersPutIn) -> tuple[t.Chain, ...]:
    members = s.chain.members if s.chain.relations else ()
    return tuple(dict.fromkeys(c for body, c in found.values() if any(_is_multiple(m, body) for m in members)))


def _is_multiple(member: Node, of: Node) -> bool:
    """Is a side a derivative times numbers?"""
    if isinstance(member, t.Terms) and len(member.terms) == 1:
        member = member.terms[0].body
    if not isinstance(member, t.Product):
        return member is of
    others = [f.body for f in member.factors if f.body is not of]
    return len(others) == len(member.factors) - 1 and all(map(_is_number, others))


def _is_number(x: Node) -> bool:
    return isinstance(x, t.Number) or (
        isinstance(x, t.Fraction) and isinstance(x.numerator, t.Number) and isinstance(x.denominator, t.Number)
    )


def _at_a_point(body: Node, point: t.Name) -> dict[Node, Node]:
    r"""The z of `\frac{d h}{d z}|_{z_n}` with the z_n: the same letter, with indices."""
    wrt = body.wrt[0].body if isinstance(body, t.Derivative) and len(body.wrt) == 1 else None
    if (
        not isinstance(wrt, t.Name)
        or wrt.scripts
        or not point.scripts
        or (wrt.base, wrt.font) != (point.base, point.font)
    ):
        return {}
    return {wrt: point}


def _applied(body: Node, values: Mapping[Node, Node]) -> Node | None:
    r"""`f'(z)` or `\tanh(z)` at another argument."""
    if len(values) != 1:
        return None
    ((old, new),) = values.items()
    if not isinstance(old, t.Name):
        return None
    if isinstance(body, t.Call) and body.args == (old,) and not body.scripts:
        return replace(body, args=(new,), closed=True)
    if isinstance(body, t.Derivative):
        return _derived(body, old, new)
    if not isinstance(body, t.Product) or len(body.factors) != 2:
        return None
    function, argument = body.factors
    if not isinstance(function.body, t.Name) or not function.body.primes or function.body.scripts:
        return None
    if not argument.joined or not isinstance(argument.body, t.Group) or argument.body.items != (old,):
        return None
    return replace(body, factors=(function, replace(argument, body=replace(argument.body, items=(new,)))))


def _derived(body: t.Derivative, old: t.Name, new: Node) -> Node | None:
    r"""`\frac{\partial h}{\partial u}` or `\frac{d h(u)}{du}` with the point a at which it is taken."""
    of, alone = body.of, [w.body for w in body.wrt] == [old] and body.order == 1 and not body.direct
    if isinstance(of, t.Call):  # `\frac{d \tanh(z)}{dz}|_{z=a}` is `\tanh'(a)`
        plain = alone and body.at is None and of.args == (old,) and not of.scripts
        return replace(of, args=(new,), primes=of.primes + 1, closed=True) if plain else None
    if isinstance(of, t.Product) and len(of.factors) == 2 and of.factors[1].joined:
        applied = of.factors[1].body
        of = of.factors[0].body if isinstance(applied, t.Group) and applied.items == (old,) else None
    if not alone or body.at is not None or not isinstance(of, t.Name) or of.scripts or of.primes or of == old:
        return None
    return replace(body, of=of, at=new)


def _indexed(body: Node, values: Mapping[Node, Node]) -> Node | None:
    """Letters that stand in subscripts (or in `^{(l)}`) only, replaced there; nothing may bind one of them."""
    letters = [x for x in values if _is_letter(x)]
    if len(letters) < len(values) or not all(_is_letter(v) or isinstance(v, t.Number) for v in values.values()):
        return None
    for x in t.walk(body):
        if isinstance(x, (t.BigSum, t.Indicator, t.Cases, t.Nabla)) or (isinstance(x, t.Call) and x.scripts):
            return None
    for letter in letters:
        everywhere = sum(isinstance(x, t.Name) and x.base == letter.base for x in t.walk(body))
        indices = sum(x == letter for s in _scripts(body) for x in t.walk(s))
        if not indices or indices != everywhere:
            return None
    found: Node = _replaced(body, values, False)
    return found


def _is_letter(x: Node) -> TypeGuard[t.Name]:
    return isinstance(x, t.Name) and index_like(x) and not x.primes


def _is_index(script: t.Script) -> bool:
    return not script.above or bool(script.bracket)


def _scripts(x: object) -> Iterator[t.Script]:
    """The outermost scripts that hold indices."""
    if isinstance(x, t.Script) and _is_index(x):
        yield x
    else:
        for part in t.parts(x):
            yield from _scripts(part)


def _replaced(x: Any, values: Mapping[Node, Node], inside: bool) -> Any:
    """The tree with the letters replaced that stand inside scripts."""
    if isinstance(x, tuple):
        return tuple(_replaced(y, values, inside) for y in x)
    if inside and isinstance(x, t.Name) and x in values:
        return replace(values[x], span=x.span)
    if not hasattr(x, "__dataclass_fields__"):
        return x
    within = inside or (isinstance(x, t.Script) and _is_index(x))
    names = [f.name for f in fields(x) if f.init and f.name not in ("span", "relation_spans", "source")]
    new = {n: _replaced(getattr(x, n), values, within) for n in names}
    if all(new[n] == getattr(x, n) for n in names):
        return x
    if isinstance(x, t.Script) and len(x.entries) > 1:
        new["commas"] = True
    return replace(x, **new)


__all__ = ["number_put_in", "put_in", "unplaced", "with_numbers_put_in"]
