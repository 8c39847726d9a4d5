r"""Derivatives by arrays with three indices or more: `\left(\frac{\partial t}{\partial A}\right)_{ijk} = \frac{\partial
t_k}{\partial A_{ij}} = ..`.

Which index is whose has no agreed order. A page that goes on with the derivative of an entry by an entry says it, there
and for other such derivatives of the same arrays; one that says two things says nothing. Nor does a sentence that may
only quote it, `Some books write ..`: its words in front must be some that state.

With two indices the order is agreed, and a page that says so of any f, `\left(\frac{\partial f}{\partial x}\right)_{ij}
= \frac{\partial f_i}{\partial x_j}`, says nothing of the f that it applies to numbers, and that has an `f'`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.statement_forms import replace_statement
from ....latex.tree import Derivative, Group, Name, Node, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

AGREED = 2
"""With two indices, of a vector by a vector, the order is agreed;"""
FEWEST = 3
"""with more it is not."""
Arrays: TypeAlias = tuple[str, str]
STATING = lazily(
    r"[^\w$]*(?:(?:so|then|thus|hence|here|where|with|now|therefore|and|again|also|finally|first|next|indeed|since|because|that|is"
    r"|this|it|i|e|let|us|be|by|definition|means|namely|we|have|get|gets|find|obtain|write|define|set|use|compute|denote|see"
    r"|the|its|an|a|of|are|has|derivatives?|gradients?|jacobians?|tensors?|matrix|matrices|entr(?:y|ies)|components?"
    r"|elements?|layer|linear|index|indices|for|in|to|as|follows|given|respect)\b[^\w$]*|\$[^$]*\$[^\w$]*)*",
    re.I,
)
"""Words before a formula by which a page states it, and quotes nobody;"""
BEHIND = lazily(r"\W*(?:(?:where|with|for)\b.*)?", re.I | re.S)
"""and words behind it."""
Layout: TypeAlias = tuple[Derivative, tuple[str, ...]]
"""The derivative by entries and the letters of the whole in their order."""


def _has_any(s: Statement) -> bool:
    return any(_whole(x) is not None for x in t.of_kind(s, Scripted))


@where(_has_any)
def with_layouts_by_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with entries of such derivatives as derivatives of entries."""
    told: dict[Arrays, Layout] = {}
    orders: dict[Arrays, set[tuple[int, ...]]] = {}
    for s in (s for d, f in located if not isinstance(f, ReadError) and _is_stated(d) for s in f.statements):
        for arrays, layout in _told(s):
            told.setdefault(arrays, layout)
            orders.setdefault(arrays, set()).add(tuple(map(layout[1].index, _entries(layout[0]))))
    known = {arrays: layout for arrays, layout in told.items() if len(orders[arrays]) == 1}

    def change(x: Any) -> Node | None:
        whole = _whole(x)
        if whole is None or whole[0] not in known:
            return None
        (derivative, letters), typed = known[whole[0]], whole[1]
        if len(letters) != len(typed):
            return None
        names = dict(zip(letters, typed, strict=True))
        return replace(_in_letters(derivative, names), span=x.span)

    def changed(s: Statement) -> Statement:
        chain = s.chain
        whole = _whole(chain.members[0])
        if len(chain.members) > 2 and whole is not None and whole[0] in known and any(_told(s)):
            rest = replace(chain, members=chain.members[1:], relations=chain.relations[1:])
            s = replace_statement(s, chain=replace(rest, relation_spans=chain.relation_spans[1:]))
        elif any(_told(s)):
            return s  # what says it claims nothing
        found: Statement = rebuilt(s, change)
        return found

    return with_statements(located, changed) if known else list(located)


def _says_agreed(s: Statement) -> bool:
    return _agreed(s) is not None


@where(_says_agreed)
def without_agreed_layouts(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without what says the agreed order of a letter that is a function elsewhere."""
    said = [s for f in read_of(located) for s in f.statements]
    rest = [s for s in said if not _says_agreed(s)]
    whole = {x.base for s in rest for x in t.of_kind(s, Name) if any(not y.above for y in x.scripts)}
    primed = {x.base for s in rest for x in t.of_kind(s, Name) if x.primes}
    applied = {x.base for s in rest for x in _applied(s)} & primed - whole
    found: list[Located] = []
    for display, f in located:
        if display.inline and isinstance(f, t.Formula) and any(_agreed(s) in applied for s in f.statements):
            f = replace(f, statements=tuple(s for s in f.statements if _agreed(s) not in applied))
        found.append((display, f))
    return found


def _agreed(s: Statement) -> str | None:
    """The letter of which a statement says no more than the agreed order."""
    chain = s.chain
    whole = _whole(chain.members[0], AGREED) if len(chain.members) == AGREED and not s.conditions else None
    right = chain.members[-1]
    if whole is None or chain.relations[0] not in EQUALITIES or not isinstance(right, Derivative):
        return None
    letters = tuple(map(str, map(letter_of, whole[1])))
    same = _arrays(right) == whole[0] and _entries(right) == letters and len({*letters}) == AGREED
    return right.of.base if same and isinstance(right.of, Name) else None


def _applied(s: Statement) -> Iterator[Name]:
    for x in t.of_kind(s, t.Product):
        for one, two in pairwise(x.factors):
            if isinstance(one.body, Name) and two.joined and isinstance(two.body, Group):
                yield one.body


def _is_stated(d: Display) -> bool:
    stated = STATING.fullmatch(d.before) is not None and BEHIND.fullmatch(d.after) is not None
    return stated and not is_hedged(d.before, d.after)


def _told(s: Statement) -> Iterator[tuple[Arrays, Layout]]:
    """What the first two members of a chain say of the order."""
    first, *rest = s.chain.members
    whole = _whole(first)
    if whole is None or not rest or s.chain.relations[0] not in EQUALITIES or not isinstance(rest[0], Derivative):
        return
    letters, entries = tuple(map(str, map(letter_of, whole[1]))), _entries(rest[0])
    if _arrays(rest[0]) == whole[0] and len({*letters}) == len(letters) and sorted(entries) == sorted(letters):
        yield whole[0], (rest[0], letters)


def _whole(x: object, fewest: int = FEWEST) -> tuple[Arrays, tuple[Node, ...]] | None:
    r"""The arrays of `\left(\frac{\partial t}{\partial A}\right)_{ijk}`, and its indices."""
    if not isinstance(x, Scripted) or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return None
    inner = x.base.items[0] if isinstance(x.base, Group) and len(x.base.items) == 1 else x.base
    indices = x.scripts[0].entries
    if not isinstance(inner, Derivative) or len(indices) < fewest or None in map(letter_of, indices):
        return None
    arrays = _arrays(inner)
    return None if arrays is None or _entries(inner) else (arrays, indices)


def _arrays(x: Derivative) -> Arrays | None:
    """The letters of what is differentiated and by what, once, without fonts."""
    if not isinstance(x.of, Name) or x.order != 1 or len(x.wrt) != 1 or not isinstance(x.wrt[0].body, Name):
        return None
    of, by = x.of, x.wrt[0].body
    if of.primes or by.primes:
        return None
    told, nudged = ("".join((*x.accents, x.base)).lower() for x in (of, by))
    return told, nudged


def _entries(x: Derivative) -> tuple[str, ...]:
    scripts = (s for n in t.of_kind(x, Name) for s in n.scripts)
    return tuple(str(letter_of(e)) for s in scripts for e in s.entries)


def _in_letters(x: Derivative, names: dict[str, Node]) -> Derivative:
    def renamed(script: Script) -> Script:
        return replace(script, entries=tuple(names.get(str(letter_of(e)), e) for e in script.entries))

    def change(y: Any) -> Node | None:
        return replace(y, scripts=tuple(map(renamed, y.scripts))) if isinstance(y, Name) and y.scripts else None

    found: Derivative = rebuilt(x, change)
    return found
