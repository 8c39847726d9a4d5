r"""Einstein sums: an index letter that is repeated in a term and absent from the left side is summed over.

Only where the document asks for it (`sums = "implicit"`). The sum goes around the smallest product that holds both
occurrences, and it has no bounds: they are those of the places that the letter fills.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Sym
from ..expr import Add, Div, Expr, Mul, Partial, Pow, Sum, Var, free, rebuild


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
    body = e if isinstance(e, (Var, Partial)) else rebuild(e, lambda x: _write(x, inner, index))
    for s in reversed(repeated):
        body = Sum(s, (), (), body)
    return body


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
