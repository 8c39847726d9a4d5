r"""Entries of what stands in brackets, `[W H]_{mn} = \sum_k W_{mk} H_{kn}`: as in parentheses, `(W H)_{mn}`.

An index below a bracket is one where letters or numbers stand there, behind a name also `t-1`, and nothing above a
single one (`[F]_a^b` may be a difference). A name alone is read without the brackets, also as an index: `w_{[y]_t}`.
What a name stands right before (`f[x]_i`) stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Scripted
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import is_index
from ...spelled.shape import shifted


def _has_entry(s: t.Statement) -> bool:
    return any(map(_is_entry, t.of_kind(s, Scripted)))


@where(_has_entry)
def with_entries_in_brackets(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with parentheses for such brackets."""
    if not any(_is_entry(x) for f in read_of(located) for x in t.of_kind(f, Scripted)):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _changed))


def _is_entry(x: Scripted) -> bool:
    if not isinstance(x.base, Group) or x.base.open != "[" or x.base.close != "]" or len(x.base.items) != 1:
        return False
    below = [s for s in x.scripts if not s.above]
    entries = [e for s in below for e in s.entries]
    alone = isinstance(x.base.items[0], Name)  # `[y]_{t-1}`
    numbers = all(is_index(e) or (alone and _is_told(e)) for e in entries)
    return len(below) == 1 and numbers and (len(entries) > 1 or len(x.scripts) == 1)


def _is_told(x: Node) -> bool:
    """Is it `t - 1`, or an entry that tells which?"""
    if isinstance(x, Scripted):
        return _is_entry(x)
    return shifted(x)[0] is not None or (isinstance(x, Name) and any(not s.above for s in x.scripts))


def _changed(x: Any) -> Node | None:
    if isinstance(x, Product):
        kept = {id(f) for f in x.factors if f.joined and isinstance(f.body, Scripted)}
        factors = tuple(f if id(f) in kept else replace(f, body=rebuilt(f.body, _changed)) for f in x.factors)
        return x if factors == x.factors else replace(x, factors=factors)
    if not isinstance(x, Scripted) or not isinstance(x.base, Group) or not _is_entry(x):
        return None
    one = x.base.items[0]
    scripts = tuple(rebuilt(s, _changed) for s in x.scripts)
    if isinstance(one, Name) and not one.scripts and not one.primes and not x.primes:
        return replace(one, scripts=scripts, span=x.span)  # also where it tells an entry, `w_{[y]_t}`
    return replace(x, base=Group("(", (rebuilt(one, _changed),), ")", x.base.separators, x.base.span), scripts=scripts)
