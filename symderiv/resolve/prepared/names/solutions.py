r"""The minimum that a page finds, `w = (X^T X)^{-1} X^T y`, of what it differentiates by w: it says of no w what it is.

Such a line gets the star that other authors type: `w^* = ..`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Group, Name, Number, Script, Scripted, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import STARRED, Stem, is_mark, stem_of
from ..applied import differentiated_by


def _may_solve(s: Statement) -> bool:
    return _solved(s) is not None


@where(_may_solve)
def with_solutions_starred(located: Sequence[Located]) -> list[Located]:
    """The formulas with a star on the left of such lines."""
    by = {stem for f in read_of(located) for s in f.statements for stem in _by(s)}
    return with_statements(located, lambda s: _starred(s, by))


def _starred(s: Statement, by: set[Stem]) -> Statement:
    left = _solved(s)
    if left is None or stem_of(left) not in by:
        return s
    star = replace(left, scripts=(Script(True, (STARRED,), "", False, True, left.span),))
    return replace_statement(s, chain=replace(s.chain, members=(star, *s.chain.members[1:])))


def _solved(s: Statement) -> Name | None:
    """The bare name that an equation says to be something with the inverse of a matrix."""
    left = s.chain.members[0]
    if not s.chain.relations or not EQUALITIES.issuperset(s.chain.relations) or s.struck:
        return None
    if not isinstance(left, Name) or left.scripts or left.primes or any(t.of_kind(s.chain, t.Derivative)):
        return None
    inverse = any(map(_is_inverse, (x for m in s.chain.members[1:] for x in t.of_kind(m, Scripted))))
    return left if inverse else None


def _is_inverse(x: Scripted) -> bool:
    """Is it something in parentheses, with a transpose in it, to the power -1? `(1 + e^{-z})^{-1}` is a number."""
    above = [e for s in x.scripts if s.above for e in s.entries]
    minus = len(above) == 1 and isinstance(above[0], t.Terms) and len(above[0].terms) == 1
    matrix = any(s.above and any(map(is_mark, s.entries)) for s in t.of_kind(x.base, Script))
    return isinstance(x.base, Group) and matrix and minus and above[0] == t.Terms((t.Term("-", Number("1")),))


def _by(s: Statement) -> Iterator[Stem]:
    """What a statement differentiates by, or shows its number to depend on: the w of `J(w) = ..`."""
    left = s.chain.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and isinstance(g := left.factors[1].body, Group):
        yield from (stem_of(i) for i in g.items if isinstance(i, Name))
    yield from differentiated_by(s)
