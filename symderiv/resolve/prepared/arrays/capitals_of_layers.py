r"""Matrices of any layer in capitals, `W^{(l)}` of the entries `w^{(l)}_{ij}`.

Where a small letter always carries the layer and two indices, and its capital the layer and no index, the page is read
with the small letter for both, as pages type that have `w^{(l)}` itself. (`labelled_capitals` has those with a number.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of, shifted

Stem: TypeAlias = tuple[str, tuple[str, ...], int]
"""A letter in small, its accents and primes."""
BOLD = ("", "mathbf", "boldsymbol", "bm")


@some(Name)
def _has_capital(x: Name) -> bool:
    return bool(_layer_of_capital(x))


@where(_has_capital)
def with_capitals_of_layers(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such capitals in small letters."""
    names = [x for f in read_of(located) for s in f.statements for x in _names(s)]
    entries = [x for x in names if x.base.islower() and x.font in BOLD]
    layers: dict[Stem, set[str]] = {}
    for x in entries:
        layers.setdefault(_stem(x), set()).add(_layer_of_entry(x))
    capitals: dict[Stem, set[str]] = {}
    for x in (x for x in names if _is_capital(x)):
        capitals.setdefault(_stem(x), set()).add(_layer_of_capital(x))
    found = {
        stem
        for stem, told in capitals.items()
        if "" not in told | layers.get(stem, {""}) and told & layers[stem] - {"0"}
    }

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not _is_capital(x) or _stem(x) not in found:
            return None
        return replace(x, base=x.base.lower(), font="")

    return with_statements(located, lambda s: rebuilt(s, change)) if found else located


def _names(s: Statement) -> Iterator[Name]:
    yield from (x for c in (s.chain, *s.conditions) for x in t.of_kind(c, Name))


def _is_capital(x: Name) -> bool:
    return len(x.base) == 1 and x.base.isupper() and x.font in BOLD


def _stem(x: Name) -> Stem:
    return x.base.lower(), x.accents, x.primes


def _above(x: Name) -> list[tuple[Script, Node]]:
    return [(s, e) for s in x.scripts if s.above for e in s.entries if s.bracket or not is_mark(e)]


def _layer(x: Name) -> str:
    """The kind of script in which the layer stands, with its letter; `0` for a number, nothing where there is none."""
    above = _above(x)
    letter = shifted(above[0][1])[0] if len(above) == 1 else None
    return "" if letter is None else f"{above[0][0].bracket}{letter}" if letter else "0"


def _layer_of_capital(x: Name) -> str:
    return _layer(x) if _is_capital(x) and all(s.above for s in x.scripts) else ""


def _layer_of_entry(x: Name) -> str:
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return _layer(x) if len(below) == 2 and any(letter_of(e) for e in below) else ""
