r"""Canonical keys and author's spellings of variables.

A key is the base, the superscript, the subscript and the parenthesis of a name, `#` for each index; a spelling is the
same in the author's order, its holes numbered in the order of the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from ...latex.tree import Node
from ...pattern import lazily
from .shape import Shape

Pattern: TypeAlias = "tuple[str | None, ...]"
"""One entry a place, superscripts first: None for an index, else the number or label that is part of the name."""

Family: TypeAlias = "tuple[str, int, int, int]"
"""A letter and how many entries it has above, below and in parentheses."""


class Entry(NamedTuple):
    """One entry: `index` (`node` is its form), `number`, `label`, or `unknown`: a letter that the family has to place.

    A `run` of letters comes before its letters until it is settled whether it is one label.
    """

    kind: str
    text: str
    node: Node | None = None
    typed: str = ""


Entries: TypeAlias = "tuple[list[list[Entry]], list[list[Entry]], list[list[Entry]]]"


@lru_cache(maxsize=4096)
def key_of(family: Family, pattern: Pattern) -> str:
    r"""The canonical name: base, superscript, subscript, parenthesis; `#` for an index.

    >>> print(key_of(("net", 1, 1, 0), ("3", None)), key_of(("u", 0, 2, 0), ("o", None)))
    net^{(3)}_{#} u_{o,#}
    """
    base, above, below, tail = family
    parts = ["#" if p is None else p for p in pattern]
    upper, lower, rest = parts[:above], parts[above : above + below], parts[above + below :]
    text = base
    if upper:
        inner = ",".join(upper)
        text += f"^{{({inner})}}" if any(p == "#" or p.isdigit() for p in upper) else f"^{{{inner}}}"
    if lower:
        text += f"_{{{','.join(lower)}}}"
    return text + (f"({','.join(rest)})" if tail else "")


@lru_cache(maxsize=4096)
def split_key(key: str) -> tuple[str, Pattern, Pattern, Pattern]:
    r"""A canonical name taken apart again: base, entries above, below, in parentheses.

    >>> split_key(r"\hat{y}_{#}"), split_key("(W_{i})_{#,#}"), split_key("h^{(#,2)}_{o}")
    (('\\hat{y}', (), (None,), ()), ('(W_{i})', (), (None, None), ()), ('h', (None, '2'), ('o',), ()))
    """
    tail: Pattern = ()
    if key.endswith("#)") and not key.endswith("{(#)"):
        start = key.rindex("(")
        if start and key[start - 1] != "{":
            key, tail = key[:start], _parts(key[start + 1 : -1])
    cut = [n for n, depth in _depths(key) if depth == 0 and key[n] in "^_" and n > 0]
    base = key[: cut[0]] if cut else key
    above: Pattern = ()
    below: Pattern = ()
    for n, start in enumerate(cut):
        inner = key[start + 2 : (cut[n + 1] if n + 1 < len(cut) else len(key)) - 1]
        if key[start] == "^":
            above = _parts(inner[1:-1] if inner.startswith("(") else inner)
        else:
            below = _parts(inner)
    return base, above, below, tail


def _depths(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    for n, c in enumerate(text):
        if c in "{(":
            depth += 1
        elif c in "})":
            depth -= 1
        yield n, depth


def _parts(inner: str) -> Pattern:
    return tuple(None if p == "#" or p.endswith(":#") else p for p in inner.split(","))


@lru_cache(maxsize=4096)
def tags_of(key: str) -> tuple[str, ...]:
    """The letters that tell a variable apart from others of the same name, one for each index; empty for most.

    >>> tags_of("w_{k:#,j:#}"), tags_of("w_{#,#}")
    (('k', 'j'), ())
    """
    holes = re.findall(r"(?:([^,{}()#]*):)?#", key)
    return tuple(holes) if any(holes) else ()


def spelling_of(shape: Shape, entries: Entries, final: Pattern) -> str:
    r"""How the author writes the name, its indices numbered in the order of the key: `w_{#1,#2}^{(2)}`."""
    numbers: dict[int, str] = {}
    for place, p in enumerate(final):
        if p is None:
            numbers[place] = f"#{len(numbers) + 1}"
    above = sum(map(len, entries[0]))
    below = sum(map(len, entries[1]))
    moved = any(s.typed for s in shape.order) and shape.spelled.startswith("(")  # `(A_l)` of `A_l[r, 0]`
    text = (shape.spelled[1:-1] if moved else shape.spelled) + "'" * shape.primes
    behind = ""
    for script in shape.order:
        place = 0 if script.above else above
        flat = [e for item in entries[0 if script.above else 1] for e in item]
        if script.typed and script.typed.count(HELD) == len(flat):
            behind += _filled(script.typed, flat, place, numbers)
            continue
        inner = _script(entries[0] if script.above else entries[1], place, numbers)
        inner = f"{script.bracket}{inner}{_CLOSE[script.bracket]}"
        text += ("^" if script.above else "_") + (inner if len(inner) == 1 else f"{{{inner}}}")
    text += behind
    if entries[2]:
        opening = entries[2][0][0].typed or "("
        text += f"{opening}{_script(entries[2], above + below, numbers)}{_CLOSE[opening]}"
    return text


def _filled(typed: str, items: list[Entry], place: int, numbers: Mapping[int, str]) -> str:
    """What was typed behind a name, with its entries for the marks that stand for them."""
    head, *rest = typed.split(HELD)
    text = head
    for n, (e, after) in enumerate(zip(items, rest, strict=True)):
        entry = numbers.get(place + n, e.typed)
        text += (" " if HOLE.search(text[-HOLE_WIDTH:]) and entry[:1].isdigit() else "") + entry + after
    return text


HOLE = lazily(r"#\d+\Z")
HELD = "#"
"""What stands for an entry in what was typed instead of a script."""
HOLE_WIDTH = 8
"""At most so many characters a hole takes."""
_CLOSE: Mapping[str, str] = {"(": ")", "[": "]", "": ""}


def _script(items: list[list[Entry]], place: int, numbers: Mapping[int, str]) -> str:
    parts: list[str] = []
    for item in items:
        parts.append("")
        for e in item:
            typed = numbers.get(place, e.typed)
            hole = HOLE.search(parts[-1][-HOLE_WIDTH:]) is not None
            parts[-1] += " " + typed if hole and typed[:1].isdigit() else typed
            place += 1
    return ",".join(parts)
