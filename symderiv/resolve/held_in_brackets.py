r"""Expectations that are held fixed, `\langle z_{nk} \rangle` in the M-step: each is a name, like `\bar{z}_{nk}`.

Words have to say that they are: else an average in brackets depends on what it is taken over. Nor may the page say what
they are, work z out, or say something of all z (`\sum_k z_{nk} = 1`). A line about something else that has them has
another meaning (the gradient of the likelihood is that of the bound where both touch), and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ..latex import tree as t
from ..latex.tree import Chain, Derivative, Factor, Formula, Group, Name, Node, Number, Scripted, Statement
from ..latex.walking import rebuilt
from ..notation import EQUALITIES
from .asked import any_of
from .front import Front, front_changed
from .located import Located, read_of, with_statements
from .shape import Stem, label_of, stem_of

LEFT = r"\langle"
FIXED = re.compile(
    r"\b(?:fixed|held|kept|constants?|(?:do|does)(?: not|n't) depend|independent of)\b"
    r"|固定|定数|常数|常量|依存しない|不依赖|고정|상수|\bfest(?:gehalten)?\b|\bkonstant|\bfix[ée]e?s?\b|\bconstante?s?\b|\bfij[ao]s?\b",
    re.IGNORECASE,
)
"""What a sentence calls them."""
VARYING = re.compile(
    r"\b(?:not|n't|never|no longer|nicht|kein\w*|pas|no)\s+(?:\w+\s+){0,2}"
    r"(?:fixed|held|kept|constant|fest|konstant|fix|fij)"
    r"|(?<!not )(?<!n't )\bdepends?\b|(?:固定|定数|常数|常量)(?:では|で)?ない|[不非](?:固定|是常)",
    re.IGNORECASE,
)
"""What it must not say."""

Held: TypeAlias = Mapping[Stem, frozenset[str]]
"""The letters in such brackets, each with the letters that are computed from it."""


def _has_brackets(s: Statement) -> bool:
    return any(x.open == LEFT for x in t.of_kind(s, Group))


def held_in_brackets(located: Sequence[Located]) -> Held:
    """The letters that stand in such brackets."""
    if not any_of(located, _has_brackets):
        return {}
    told = {stem_of(x) for display, f in located if display.inline and (x := _told(f, display.before, display.after))}
    chains = [s.chain for f in read_of(located) for s in f.statements] if told else []
    return {stem: _computed(chains, stem) for stem in told if all(_fits(c, stem) for c in chains)}


def with_held_named(located: Sequence[Located], held: Held) -> Sequence[Located]:
    """The formulas with these as names, where a line is about what is computed from them."""
    if not held:
        return located

    def change(s: Statement) -> Statement:
        here = {stem for stem, computed in held.items() if _is_about(s.chain, stem, computed)}
        found: Statement = rebuilt(s, _named(here)) if here else s
        return found

    return with_statements(located, change)


def front_with_held(front: Front, held: Held) -> Front:
    """The front matter with these as names."""
    return front_changed(front, lambda x: rebuilt(x, _named(held.keys()))) if held else front


def _told(f: object, before: str, after: str) -> Name | None:
    """The name in the brackets of which a sentence says that they are fixed."""
    chain = f.statements[0].chain if isinstance(f, Formula) and len(f.statements) == 1 else None
    inside = _inside(chain.members[0]) if chain is not None and not chain.relations else None
    sentence = f"{before} {after}"
    return inside if inside is not None and FIXED.search(sentence) and not VARYING.search(sentence) else None


def _inside(x: Node) -> Name | None:
    """The z of `\\langle z_{nk} \\rangle`."""
    if not isinstance(x, Group) or x.open != LEFT or len(x.items) != 1:
        return None
    (item,) = x.items
    plain = isinstance(item, Name) and not item.primes and all(s.bracket or not s.above for s in item.scripts)
    return item if plain and isinstance(item, Name) else None


def _fits(c: Chain, stem: Stem) -> bool:
    """Does a line leave open what they are, and what z is?"""
    for x in t.of_kind(c, Group):
        if x.open == LEFT and _holds(x, stem) and _inside(x) is None:
            return False
    if any(_holds(w, stem) for d in t.of_kind(c, Derivative) for w in d.wrt):
        return False
    if any(not s.above and _is_of(x.base, stem) for x in t.of_kind(c, Scripted) for s in x.scripts):
        return False
    if not c.relations or c.relations[0] not in EQUALITIES:
        return True
    first = c.members[0]
    return not _is_of(first, stem) and not _holds(_outside(first), stem) and bool(t.of_kind(first, Name))


def _is_of(x: Node, stem: Stem) -> bool:
    inside = _inside(x)
    return inside is not None and stem_of(inside) == stem


def _holds(x: t.Tree, stem: Stem) -> bool:
    return any(stem_of(y) == stem for y in t.of_kind(x, Name))


def _outside(x: Node) -> Node:
    """A formula without what stands in such brackets, or in the parenthesis behind a name."""

    def change(y: Any) -> t.Tree | None:
        if isinstance(y, Factor) and y.joined:
            return replace(y, body=Number("1"))
        return Number("1") if isinstance(y, Group) and y.open == LEFT else None

    found: Node = rebuilt(x, change)
    return found


def _computed(chains: Sequence[Chain], stem: Stem) -> frozenset[str]:
    """The letters of what the page computes from them."""
    found: set[str] = set()
    equations = [(name.base, c) for c in chains if (name := _defined(c)) is not None]
    while True:
        more = {base for base, c in equations if base not in found and _reaches(c, stem, found)}
        if not more:
            return frozenset(found)
        found |= more


def _defined(c: Chain) -> Name | None:
    """The name on the left of an equation, also with arguments."""
    left = c.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    return left if isinstance(left, Name) and c.relations and c.relations[0] in EQUALITIES else None


def _reaches(c: Chain, stem: Stem, found: set[str]) -> bool:
    if any(_is_of(x, stem) for m in c.members[1:] for x in t.of_kind(m, Group)):
        return True
    return any(y.base in found for m in c.members[1:] for y in t.of_kind(m, Name))


def _is_about(c: Chain, stem: Stem, computed: frozenset[str]) -> bool:
    """Is the left side of a line computed from them, or made of them, or is it no equation?"""
    first = c.members[0]
    made = any(_is_of(x, stem) for x in t.of_kind(first, Group)) and not t.of_kind(first, Derivative)
    return not c.relations or made or any(y.base in computed for y in _names(first))


def _names(x: Node) -> Iterator[Name]:
    """The names in a formula but those by which it is differentiated."""
    by = {id(y) for d in t.of_kind(x, Derivative) for w in d.wrt for y in t.of_kind(w, Name)}
    return (y for y in t.of_kind(x, Name) if id(y) not in by)


def _named(stems: Any) -> Callable[[Any], Node | None]:
    def change(x: Any) -> Node | None:
        if isinstance(x, Scripted) and isinstance(x.base, Group) and (name := change(x.base)) is not None:
            return replace(x, base=Group("{", (name,), "}", (), x.base.span))
        inside = _inside(x) if isinstance(x, Group) else None
        if inside is None or stem_of(inside) not in stems:
            return None
        return Name(rf"\langle {label_of(replace(inside, scripts=()))} \rangle", scripts=inside.scripts, span=x.span)

    return change
