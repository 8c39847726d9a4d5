r"""Transposes typed with a prime, as in econometrics: `x_i'\beta`, `X'X`, `(y - X\beta)'(y - X\beta)`.

A prime is one where the page says so, or where each name of an array with a prime stands beside another array in a
product, one of them before it: another vector x' would stand alone somewhere, or be transposed itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..shape import shape_of
from .declared import FONTS, declarations, split
from .small import transposed_base
from .words import called_vectors, said_in_words

TOLD = re.compile(
    r"\bprimes?\b[^.;]{0,40}\btranspos|\btranspos\w*\b[^.;]{0,40}\bprimes?\b|プライム[^。]{0,12}転置", re.I
)


def with_primes_turned(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas with `^T` for such primes."""
    if not any(isinstance(x, t.Name) and x.primes == 1 for f in read_of(located) for x in t.walk(f)):
        return located
    arrays = _arrays(located)
    told = any(TOLD.search(f"{d.before} {d.after}") for d, _ in located)
    if told:
        arrays |= {_letter(x) for f in read_of(located) for x in _before_arrays(f, arrays)}
    arrays -= {_letter(x) for f in read_of(located) for x in _applied(f)}
    primed = any(_is_primed(x, arrays) for f in read_of(located) for x in t.walk(f))
    if not primed or not (told or _beside_arrays(located, arrays)):
        return located

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Name) and _is_primed(x, arrays):
            return replace(x, primes=0, scripts=(*x.scripts, _mark(x)))
        if isinstance(x, t.Scripted) and x.primes == 1 and isinstance(x.base, t.Group) and not x.scripts:
            base = rebuilt(x.base, change)
            return t.Scripted(base, (_mark(x),), 0, x.span)
        return None

    return with_statements(located, lambda s: rebuilt(s, change))


def _arrays(located: Sequence[Located]) -> frozenset[str]:
    """The letters of which the page says that they are arrays, or sets them in bold."""
    chains = [c for f in read_of(located) for s in f.statements for c in (s.chain, *s.conditions)]
    said = {base for base, d in (*declarations(chains), *said_in_words(located)) if d.kind}
    bold = {
        b for f in read_of(located) for x in t.walk(f) if isinstance(x, t.Name) and (b := _letter(x)).startswith(FONTS)
    }
    return frozenset(said | bold | {base for base, _ in called_vectors(located)})


def _letter(x: t.Name) -> str:
    shape = shape_of(x)
    return split(shape)[0].rstrip("'") if shape is not None else ""


def _mark(x: t.Name | t.Scripted) -> t.Script:
    return t.Script(True, (t.Symbol(r"\top", x.span),), "", False, True, x.span)


def _is_primed(x: object, arrays: Collection[str]) -> bool:
    """Is it the name of an array with one prime?"""
    if not isinstance(x, t.Name) or x.primes != 1 or any(s.above for s in x.scripts):
        return False
    return _letter(x) in arrays


def _beside_arrays(located: Sequence[Located], arrays: Collection[str]) -> bool:
    """Do all names with a prime stand beside arrays, or below a derivative, one of them before an array?"""
    before = False
    for f in read_of(located):
        for s in f.statements:
            if any(_is_primed(m, arrays) for m in s.chain.members) or _stands_alone(s, arrays):
                return False
        before = before or any(_is_primed(a, arrays) for a, _ in _neighbours(f, arrays))
        if any(isinstance(x, t.Name) and _is_primed(x, arrays) and transposed_base(x) for x in t.walk(f)):
            return False
    return before


def _stands_alone(s: t.Statement, arrays: Collection[str]) -> bool:
    """Does a name with a prime stand where no array is beside it, and nothing is differentiated by it?"""
    beside = {id(x) for pair in _neighbours(s, arrays) for x in pair}
    beside |= {id(x) for w in t.walk(s) if isinstance(w, t.Wrt) for x in t.walk(w)}
    return any(_is_primed(x, arrays) and id(x) not in beside for x in t.walk(s))


def _before_arrays(x: object, arrays: Collection[str]) -> Iterator[t.Name]:
    """Names with one prime right before an array, as in `\\gamma_j' x_i`, but no function before its argument."""
    for a, _, b, joined in _following(x):
        if isinstance(a, t.Name) and a.primes == 1 and not joined and _holds(b, arrays):
            yield a


def _applied(x: object) -> Iterator[t.Name]:
    """Names with a prime that are derivatives of functions: their argument follows, `f'(z)`."""
    for a, _, b, joined in _following(x):
        if joined and isinstance(a, t.Name) and a.primes and isinstance(b, (t.Group, t.Scripted)):
            yield a


def _neighbours(x: object, arrays: Collection[str]) -> Iterator[tuple[Node, Node]]:
    """Factors that follow one another, both of them with arrays."""
    for a, operator, b, _ in _following(x):
        if operator in ("", r"\cdot") and _holds(a, arrays) and _holds(b, arrays):
            yield a, b


def _following(x: object) -> Iterator[tuple[Node, str, Node, bool]]:
    """Factors that follow one another, with the sign between them, also in an exponent; was there no space?"""
    for p in t.walk(x):
        if isinstance(p, t.Product):
            for a, b in pairwise(p.factors):
                yield a.body, b.operator, b.body, b.joined
        elif isinstance(p, t.Script) and p.above:
            yield from ((a, "", b, False) for a, b in pairwise(p.entries))


def _holds(x: Node, arrays: Collection[str]) -> bool:
    return any(_letter(n) in arrays for n in t.walk(x) if isinstance(n, t.Name))
