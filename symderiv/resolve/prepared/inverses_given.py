r"""Inverses of given matrices of which nothing but the inverse is used: `E = \frac12 x^T \Sigma^{-1} x`.

Such an inverse is given data like any other matrix, and a name of its own. Where the matrix itself stands beside it, as
in `\Sigma \Sigma^{-1}`, it is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Name, Number, Statement
from ...latex.walking import rebuilt
from ..asked import where
from ..located import Located, read_of, with_statements
from ..shape import INVERSE, is_mark
from ..shapes.declared import declarations
from ..shapes.words import said_in_words


def _has_inverse(s: Statement) -> bool:
    return any(_without(x) is not None for x in t.of_kind(s, Name))


@where(_has_inverse)
def with_inverses_given(located: Sequence[Located]) -> list[Located]:
    """The formulas, such inverses as names, also where their shapes are declared."""
    statements = [s for f in read_of(located) for s in f.statements]
    inverted = {x.base for s in statements for x in t.walk(s) if isinstance(x, Name) and _without(x) is not None}
    if not inverted:
        return list(located)
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    square = {base for base, d in (*declarations(chains), *said_in_words(located)) if d.kind == "m"}
    inverted &= square - {x.base for s in statements for x in _plain(s)}
    if not inverted:
        return list(located)

    def named(x: object) -> Name | None:
        if not isinstance(x, Name) or x.base not in inverted:
            return None
        bare = _without(x) or x
        return replace(bare, base=x.base + INVERSE)

    return with_statements(located, lambda s: rebuilt(s, named))


def _plain(s: Statement) -> Iterator[Name]:
    """The names that stand in a statement without being inverted, declarations and `A = A^T` left out."""
    if not s.chain.relations or _is_declared(s.chain):
        return
    yield from (x for x in t.walk(s) if isinstance(x, Name) and _without(x) is None)


def _is_declared(chain: Chain) -> bool:
    if chain.relations == (r"\in",):
        return True
    transposed = [x for m in chain.members if isinstance(m, Name) for y in m.scripts for x in y.entries if is_mark(x)]
    return chain.relations == ("=",) and len(transposed) == 1 and all(isinstance(m, Name) for m in chain.members)


def _without(x: Name) -> Name | None:
    r"""The name without the -1 above it; None where there is none."""
    above = [s for s in x.scripts if s.above]
    if len(above) != 1 or above[0].bracket or len(above[0].entries) != 1:
        return None
    entry = above[0].entries[0]
    minus = isinstance(entry, t.Terms) and len(entry.terms) == 1 and entry.terms[0].sign == "-"
    if not minus or entry.terms[0].body != Number("1"):  # type: ignore[union-attr]
        return None
    return replace(x, scripts=tuple(s for s in x.scripts if not s.above))
