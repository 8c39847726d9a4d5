r"""A font around more than one name, `\mathbf{x_i - x_j}` or `\boldsymbol{ x_i^T \boldsymbol{\beta}}`: each is in it.

Scripts are no names of their own: `\mathbf{x_i}` is `\mathbf{x}_i`. Letters that run together in a font
(`\mathbf{AB}`) may be one name, and are none of this.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..notation import WORD_FONTS
from .tree import Factor, Group, Name, Node, Number, Product, Script, Scripted, Symbol, Term, Terms
from .walking import parts, rebuilt

PLAIN = (Terms, Term, Product, Factor, Group, Scripted, Name, Number, Symbol)
"""What a font may stand around."""

BLACKBOARD = "mathbb"
"""The font of sets of numbers."""


def is_several(x: Node, font: str) -> bool:
    """Is it a sum of names, or a product of which the scripts (or another font) tell the names apart?"""
    if isinstance(x, Product) and font not in WORD_FONTS:
        told = any(isinstance(f.body, Name) and (f.body.scripts or f.body.font) for f in x.factors)
        return told and _is_plain(x)
    return isinstance(x, Terms) and _is_plain(x)


def _is_plain(x: object) -> bool:
    if isinstance(x, Script):
        return True
    if isinstance(x, Name) and len(x.base) > 1 and x.base[0] != "\\":
        return False
    return isinstance(x, PLAIN) and all(map(_is_plain, parts(x)))


def in_font(x: Node, font: str) -> Node:
    """The same with every name that has no font in this one; a sum is held together by braces, as it was typed."""

    def change(y: Any) -> Any:
        if isinstance(y, Name):
            return y if y.font else replace(y, font=font)
        return y if isinstance(y, Script) else None

    found: Node = rebuilt(x, change)
    return Group("{", (found,), "}", (), found.span) if isinstance(found, Terms) else found


def with_primes_on_lengths(scripts: tuple[Script, ...], primes: int) -> tuple[tuple[Script, ...], int]:
    r"""The scripts and primes of a set of numbers: in `\mathbb{R}^{F'}` the length is primed, and no set is derived."""
    above = [s for s in scripts if s.above]
    length = above[0].entries[0] if len(above) == 1 and len(above[0].entries) == 1 else None
    if not isinstance(length, Name) or length.primes:
        return scripts, primes
    told = replace(above[0], entries=(replace(length, primes=primes),))
    return tuple(told if s is above[0] else s for s in scripts), 0
