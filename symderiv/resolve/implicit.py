r"""Einstein sums: an index letter that is repeated in a term and absent from the left side is summed over.

Only where the document asks for it (`sums = "implicit"`). The sum goes around the smallest product that holds both
occurrences, and it has no bounds: they are those of the places that the letter fills.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..affine import Sym
from ..expr import Add, Div, Expr, Mul, Partial, Pow, Sum, Var, free, rebuild
from ..latex import tree as t
from ..latex.tree import Chain
from .shape import letter_of


def with_implicit_sums(e: Expr, left: frozenset[Sym], index: frozenset[str], first: bool = False) -> Expr:
    """The expression with its implicit sums written out; the left side of a chain (`first`) has none."""
    return e if first else _write(e, left, index)


def _write(e: Expr, kept: frozenset[Sym], index: frozenset[str]) -> Expr:
    if isinstance(e, Add):
        return rebuild(e, lambda x: _write(x, kept, index))
    if isinstance(e, Sum):
        return rebuild(e, lambda x: _write(x, kept | {e.letter}, index))
    counts: dict[Sym, int] = {}
    for letters in _factors(e):
        for s in letters:
            counts[s] = counts.get(s, 0) + 1
    repeated = [s for s, n in counts.items() if n > 1 and s not in kept and s.name in index]
    inner = kept | frozenset(repeated)
    inner |= free(e.wrt) if isinstance(e, Partial) else frozenset()
    body = e if isinstance(e, Var) else rebuild(e, lambda x: _write(x, inner, index))
    for s in reversed(repeated):
        body = Sum(s, (), (), body)
    return body


def repeated_letters(chains: Iterable[Chain]) -> set[str]:
    """The letters that some term of an equation has twice among its indices, and that its left side does not have."""
    found: set[str] = set()
    for chain in chains:
        left = set(_placed(chain.members[0])) if chain.relations else set()
        for term in (y for m in chain.members[1:] for y in _terms(m)):
            found |= {letter for letter, n in Counter(_placed(term)).items() if n > 1} - left
    return found


def _terms(x: t.Node) -> Iterator[t.Node]:
    for term in x.terms if isinstance(x, t.Terms) else ():
        yield from _terms(term.body)
    if not isinstance(x, t.Terms):
        yield x


def _placed(x: t.Node) -> Iterator[str]:
    """The letters that stand by themselves in a script, each as often as it does."""
    for s in t.of_kind(x, t.Script):
        yield from (letter for e in s.entries if (letter := letter_of(e)) is not None)


def _factors(e: Expr) -> Iterator[tuple[Sym, ...]]:
    """The free letters of each factor of a term; an entry counts each of its indices."""
    if isinstance(e, Mul):
        for f in e.factors:
            yield from _factors(f)
    elif isinstance(e, Div):
        yield from _factors(e.numerator)
        yield from _factors(e.denominator)
    elif isinstance(e, Partial):
        yield from _factors(e.of)
        yield from _factors(e.wrt)
    elif isinstance(e, Pow):
        yield from _factors(e.base)
        yield from _factors(e.base)
    elif isinstance(e, Var):
        for form in e.indices:
            yield tuple(sorted(form.letters(), key=lambda s: s.name))
    else:
        yield tuple(sorted(free(e), key=lambda s: s.name))
