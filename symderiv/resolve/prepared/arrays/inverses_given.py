r"""Inverses of given matrices of which nothing but the inverse is used: `E = \frac12 x^T \Sigma^{-1} x`.

Such an inverse is given data like any other matrix, and a name of its own. Where the matrix itself stands beside it, as
in `\Sigma \Sigma^{-1}`, it is not read. Its determinant `|\Sigma|` is a given number where no line differentiates by
the matrix or its inverse; and that a name depends on it, `\mathcal{N}(x | \mu, \Sigma)`, says nothing of its entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Nabla, Name, Node, Number, Product, Statement, Wrt
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...shapes.bilinear import told_by_forms
from ...shapes.declared import declarations
from ...shapes.words import said_in_words
from ...spelled.shape import INVERSE, is_mark, named

DETERMINANT = r"^{\det}"
"""The mark on the name of a determinant."""


@some(Name)
def _has_inverse(x: Name) -> bool:
    return _without(x) is not None


@where(_has_inverse)
def with_inverses_given(located: Sequence[Located]) -> list[Located]:
    """The formulas, such inverses as names, also where their shapes are declared."""
    statements = [s for f in read_of(located) for s in f.statements]
    inverted = {_letter(x) for s in statements for x in t.walk(s) if isinstance(x, Name) and _without(x) is not None}
    if not inverted:
        return list(located)
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    declared = [*declarations(chains), *said_in_words(located)]
    square = {base for base, d in (*declared, *told_by_forms(chains, declared)) if d.kind == "m"}
    inverted &= square - {_letter(x) for s in statements for x in _plain(s)}
    by = {_letter(y) for s in statements for w in t.of_kind(s, Wrt) for y in _not_shown(w)}
    by |= {_letter(y) for s in statements for w in t.of_kind(s, Nabla) for y in _not_shown(w)}
    inverted -= by & {_letter(x) for s in statements for g in t.of_kind(s, Group) if (x := _within(g)) is not None}
    if not inverted:
        return list(located)

    def named(x: object) -> Name | None:
        inner = _within(x)
        if inner is not None and _letter(inner) in inverted:
            return _called(inner, DETERMINANT)
        if not isinstance(x, Name) or _letter(x) not in inverted:
            return None
        return _called(_without(x) or x, INVERSE)

    return with_statements(located, lambda s: rebuilt(s, named))


def _letter(x: Name) -> str:
    """The letter of a name with its font and accents."""
    return named(x).base


def _called(x: Name, mark: str) -> Name:
    """A name with something that belongs to its letter."""
    return replace(x, base=_letter(x) + mark, accents=(), font="")


def _plain(s: Statement) -> Iterator[Name]:
    """The names that stand in a statement without being inverted, declarations and `A = A^T` left out.

    Nor do determinants count, and what only shows on what a name depends.
    """
    if not s.chain.relations or _is_declared(s.chain):
        return
    determined = {id(_within(g)) for g in t.of_kind(s, Group)}
    yield from (x for x in _not_shown(s) if _without(x) is None and id(x) not in determined)


def _not_shown(s: Statement | Wrt | Nabla) -> Iterator[Name]:
    r"""The names but for the arguments that something is a function of, the `\Sigma` of `p(x | \mu, \Sigma)`."""
    shown = {id(y) for x in t.of_kind(s, Product) for f in x.factors if f.joined for y in _shown(f.body)}
    yield from (x for x in t.of_kind(s, Name) if id(x) not in shown)


def _shown(x: Node) -> tuple[Node, ...]:
    """The arguments in a parenthesis of several."""
    return x.items if isinstance(x, Group) and x.open == "(" and len(x.items) > 1 else ()


def _within(x: object) -> Name | None:
    r"""The name between single bars, `|\Sigma_k|`."""
    inner = x.items[0] if isinstance(x, Group) and x.open == "|" and len(x.items) == 1 else None
    return inner if isinstance(inner, Name) and _without(inner) is None else None


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
