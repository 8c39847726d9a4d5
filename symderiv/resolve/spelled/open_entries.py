r"""What the entries of a name are made of: open or settled, numbers, runs of letters, patterns of families."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Node
from .keys import Entries, Entry, Family, Pattern, split_key


def family_of(key: str) -> Family:
    """The family of a variable."""
    base, above, below, tail = split_key(key)
    return base, len(above), len(below), len(tail)


def nodes_of(flat: Sequence[Entry], final: Pattern) -> tuple[Node, ...]:
    """What fills the indices of a name."""
    nodes = tuple(e.node for e, p in zip(flat, final, strict=True) if p is None)
    assert all(n is not None for n in nodes)
    return nodes  # type: ignore[return-value]


def is_free(p: str | None) -> bool:
    """May an index stand in a place of a pattern? It may for one, and for a number."""
    return p is None or p.isdigit()


def is_multiple(a: Entry, b: Entry) -> bool:
    """Are two entries a number and a letter, `_{2i}`, which may be one index?"""
    return a.kind == "number" and int(a.text) > 1 and b.kind in ("index", "unknown") and isinstance(b.node, t.Name)


def digits_of(e: Entry) -> list[Entry]:
    """The digits of a number, each an entry; what is no number is left as it is."""
    if not isinstance(e.node, t.Number):
        return [e]
    return [Entry("number", d, t.Number(d, e.node.span), d) for d in e.typed]


def is_open(entries: Entries) -> bool:
    """Is it left open what an entry is, or how many there are?"""
    if any(is_multiple(a, b) for item in entries[1] for a, b in pairwise(item)):
        return True
    return any(
        e.kind in ("run", "unknown") or (e.kind == "number" and len(e.typed) > 1)
        for part in entries
        for item in part
        for e in item
    )


def with_item(entries: Entries, part: int, n: int, item: list[Entry]) -> Entries:
    """The entries with another n-th item in one part: above, below, in parentheses."""
    parts = [list(p) for p in entries]
    parts[part][n] = item
    return parts[0], parts[1], parts[2]


def without_runs(entries: Entries) -> Entries:
    """The entries with each letter of a run by itself."""
    cut = [[item[1:] if item and item[0].kind == "run" else item for item in part] for part in entries]
    return cut[0], cut[1], cut[2]
