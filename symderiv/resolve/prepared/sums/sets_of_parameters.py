r"""Sums over all entries of some arrays, `\sum_{\omega \in \Omega} \omega^2`, of a set that words tell.

It is the sum of the squares of their norms, `\|u\|^2 + \|W\|_F^2`; so is `\|\Omega\|^2`. Of an array that is declared
for each j, `W^{[j]} \in \mathbb{R}^{d \times d}`, or of which equations have rows alone, `V_{j\cdot}`, it is the sum
over j.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Formula, Group, Listing, Name, Node, Number, Script, Scripted, Term, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...shapes.declared import space
from ...spelled.shape import NORMS, letter_of, stem_of

SET_OF = lazily(
    r"(?:\$|\\\))\s*,?\s*(?:(?:is|be|denotes?|as|for|=)\s+)?(?:the\s+)?(?:set|collection|vector)\s+of\s+all\s+(?:the\s+)?"
    r"(?:entries|elements|components|parameters|weights)\s*(?:of|in|from)?\s*(?:the\s+)?(?:\$|\\\()?\s*\Z",
    re.I,
)
"""Words between the set and its arrays."""


def with_sets_of_parameters(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with the sums of the squares."""
    formulas = read_of(located)
    told: dict[Name, Node] = {}
    for name, arrays in _sets(located):
        if any(_is_used(name, x) for f in formulas for x in t.walk(f)):
            forms = [_squares(x, formulas, name) for x in arrays]
            if all(forms) and forms:
                told[name] = _sum([x for x in forms if x is not None], name)
    return with_statements(located, lambda s: rebuilt(s, partial(_written_out, told))) if told else located


def _sets(located: Sequence[Located]) -> Iterator[tuple[Name, tuple[Name, ...]]]:
    """The sets that words tell, with their arrays."""
    inline = [(d, f) for d, f in located if d.inline and isinstance(f, Formula)]
    for (one, f), (two, g) in pairwise(inline):
        name = _only(f)
        arrays = tuple(x for s in g.statements if isinstance(x := s.chain.members[0], Name) and not s.chain.relations)
        near = one.paragraph == two.paragraph and len(arrays) == len(g.statements)
        if name is not None and near and SET_OF.search(_between(one, two)) and not any(x.scripts for x in arrays):
            yield name, arrays


def _between(one: Display, two: Display) -> str:
    """What stands between two formulas, with the sign that ends the first."""
    at = two.before.rfind(one.latex)
    return two.before[at + len(one.latex) :] if at >= 0 else ""


def _only(f: Formula) -> Name | None:
    """The letter that a formula consists of."""
    x = f.statements[0].chain.members[0] if len(f.statements) == 1 else None
    return x if isinstance(x, Name) and not x.scripts and not f.statements[0].chain.relations else None


def _is_used(name: Name, x: object) -> bool:
    return _element(name, x) or _norm(name, x)


def _element(name: Name, x: object) -> bool:
    r"""Is it `\sum_{\omega \in \Omega} \omega^2`?"""
    below = x.below[0] if isinstance(x, BigSum) and x.operator == r"\sum" and len(x.below) == 1 else None
    if not isinstance(x, BigSum) or not isinstance(below, Chain) or below.relations != (r"\in",) or x.above is not None:
        return False
    element, of = below.members
    if of != name or letter_of(element) is None or not isinstance(x.body, Name):
        return False
    squared = [s.above for s in x.body.scripts] == [True] and x.body.scripts[0].entries == (Number("2"),)
    return squared and replace(x.body, scripts=()) == element


def _norm(name: Name, x: object) -> bool:
    r"""Is it `\|\Omega\|^2`?"""
    base = x.base if isinstance(x, Scripted) and not x.primes else None
    inner = base.items if isinstance(base, Group) and base.open in NORMS and len(base.items) == 1 else ()
    above = [e for s in x.scripts if s.above for e in s.entries] if isinstance(x, Scripted) else []
    below = [e for s in x.scripts if not s.above for e in s.entries] if isinstance(x, Scripted) else []
    return inner == (name,) and above == [Number("2")] and below in ([], [Number("2")])


def _squares(x: Name, formulas: Sequence[Formula], name: Name) -> Node | None:
    """The sum of the squares of the entries of an array; None where its shape is not said."""
    chains = [s.chain for f in formulas for s in f.statements]
    declared = [y for c in chains for y in _declared(c) if stem_of(y[0]) == stem_of(x)]
    used = [y for c in chains if c.relations and r"\in" not in c.relations for y in t.of_kind(c, Name)]
    used = [y for y in used if stem_of(y) == stem_of(x)]
    rows = [y for y in used if _is_row(y)]
    forms = rows or [y for y, _ in declared if y.scripts]
    letters = {letter for y in forms for letter in _letters(y)}
    alone = [n for y, n in declared if y == x]
    if alone and not rows:
        return _square(x, alone[0], name)
    if len(set(forms)) != 1 or len(letters) != 1 or x in used or (end := _end(letters.pop(), chains)) is None:
        return None
    axes = 1 if rows else next(n for y, n in declared if y == forms[0])
    letter = next(_letters(forms[0]))
    below = Chain((Name(letter, span=name.span), Number("1", name.span)), ("=",), (), name.span)
    return BigSum(r"\sum", (below,), end, _square(forms[0], axes, name), name.span)


def _declared(c: Chain) -> Iterator[tuple[Name, int]]:
    """The arrays that are declared, with how many axes they have."""
    told = space(c.members[-1]) if c.relations == (r"\in",) else None
    if told is not None and told[1]:
        names = c.members[0].items if isinstance(c.members[0], Listing) else c.members[:1]
        yield from ((x, len(told[1])) for x in names if isinstance(x, Name))


def _is_row(x: Name) -> bool:
    r"""Is it the row of a matrix, `V_{j\cdot}`?"""
    entries = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above else ()
    return len(entries) == 2 and letter_of(entries[0]) is not None and isinstance(entries[1], t.Symbol)


def _letters(x: Name) -> Iterator[str]:
    yield from (letter for s in x.scripts for e in s.entries if (letter := letter_of(e)) is not None)


def _end(letter: str, chains: Sequence[Chain]) -> Node | None:
    r"""The k of `j = 1, \dots, k`, where it is one."""
    found: set[Node] = set()
    for c in chains:
        last = c.members[-1]
        if letter_of(c.members[0]) == letter and c.relations == ("=",) and isinstance(last, Listing):
            found |= {last.items[-1]} if last.items[0] == Number("1") else set()
    return found.pop() if len(found) == 1 else None


def _square(x: Name, axes: int, name: Name) -> Node:
    """The square of a norm."""
    two = Script(True, (Number("2", name.span),), "", False, True, name.span)
    below = (Script(False, (Name("F", span=name.span),), span=name.span),) if axes > 1 else ()
    return Scripted(Group(r"\|", (replace(x, span=name.span),), r"\|", (), name.span), (*below, two), 0, name.span)


def _sum(parts: Sequence[Node], name: Name) -> Node:
    terms = Terms(tuple(Term("+" if n else "", y) for n, y in enumerate(parts)), name.span)
    return Group("(", (terms,), ")", (), name.span)


def _written_out(told: Mapping[Name, Node], x: Any) -> Node | None:
    return next((y for name, y in told.items() if _is_used(name, x)), None)
