r"""What the form of a factor tells around derivatives: transposes, numbers, names that are multiplied."""

from __future__ import annotations

from .statement_forms import index_like
from .tree import Fraction, Group, Name, Node, Number, Product, Script, Scripted, Symbol, Terms

TURNED = ("T", r"\top")


def is_transpose(script: Script) -> bool:
    r"""Is it the T or `\top` of a transpose?"""
    entry = script.entries[0] if script.above and len(script.entries) == 1 else None
    return (isinstance(entry, Symbol) and entry.name == r"\top") or entry == Name("T")


def is_plain_number(x: Node) -> bool:
    r"""Is it a number or a fraction of two?"""
    return isinstance(x, Number) or (
        isinstance(x, Fraction) and all(map(is_plain_number, (x.numerator, x.denominator)))
    )


def is_share(x: Node) -> bool:
    r"""Is it a number over something, the `\frac1N` before a sum?"""
    return isinstance(x, Fraction) and is_plain_number(x.numerator)


def is_multiplied(x: Node) -> bool:
    """Is a name with a parenthesis behind it multiplied by it, `s (1 - s^2)`, and no function of what it holds?"""
    if not isinstance(x, Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return False
    group = x.factors[1].body
    if isinstance(group, Scripted):  # `\partial a (h_{t-1})^T`: nobody transposes an argument
        marks = (e for s in group.scripts if s.above for e in s.entries)
        return any(getattr(e, "base", getattr(e, "name", "")) in TURNED for e in marks)
    inner = group.items[0] if isinstance(group, Group) and len(group.items) == 1 else None
    return isinstance(inner, Terms) and not index_like(inner)
