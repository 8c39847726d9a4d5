r"""Powers of diagonal matrices, `\mathrm{diag}(g)^2` or `G = \mathrm{diag}(g)` and `(G - G^2) W^T s`: a product, `G G`.

By entries and as a product it is the same. A page that has the name with anything else above or below is about
several matrices, and `G^2` may be one of them. Where they are numbered below, `G_2 = \mathrm{diag}(h)`, a number above
`G` or `G_2` is none of theirs. Of a matrix the diagonal is a vector, which has other powers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Factor, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, stem_of

HIGHEST = 3
"""The highest power that is written out."""


def _has_any(s: Statement) -> bool:
    return _defined(s) is not None or any(map(_typed, t.of_kind(s, Scripted)))


@where(_has_any)
def with_powers_of_diagonals(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such powers as products.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ G = \mathrm{diag}(g) $$ $$ d = G^2 e $$"))
    >>> _, (_, f) = with_powers_of_diagonals(page)
    >>> [x.body.base for x in f.statements[0].chain.members[1].factors]
    ['G', 'G', 'e']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    matrices = {_key(x) for s in statements if (x := _defined(s)) is not None}
    others = {stem_of(x) for s in statements for x in t.of_kind(s, Name) if not _is_plain(x) and not _power(x)}
    others |= {stem_of(y) for s in statements if isinstance(y := s.chain.members[0], Name) and _power(y)}
    matrices = {key for key in matrices if key[0] not in others}

    def times(x: object) -> list[Factor]:
        """The matrix as often as it is multiplied by itself; nothing for anything else."""
        if isinstance(x, Scripted):
            return [Factor("", x.base)] * _typed(x)
        count = _power(x) if isinstance(x, Name) and _key(x) in matrices else 0
        return [Factor("", replace(x, scripts=_below(x)))] * count if isinstance(x, Name) else []

    def change(x: Any) -> Node | None:
        if isinstance(x, Product) and any(times(f.body) for f in x.factors):
            return Product(tuple(g for f in x.factors for g in _in_place(f, times(f.body), change)), x.span)
        return Product(tuple(found), x.span) if (found := times(x)) else None

    def changed(s: Statement) -> Statement:
        put: Statement = rebuilt(s, change)
        return put

    return with_statements(located, changed)


def _in_place(f: Factor, powers: list[Factor], change: Any) -> list[Factor]:
    """What stands in the place of a factor."""
    if not powers:
        return [rebuilt(f, change)]
    return [replace(powers[0], operator=f.operator), *powers[1:]]


def _defined(s: Statement) -> Name | None:
    """The name that a statement gives a diagonal matrix, if it does."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, value = c.members
    is_whole = (
        isinstance(left, Name) and _is_capital(left) and len(_below(left)) == len(left.scripts) and _is_plain(left)
    )
    return left if is_whole and isinstance(left, Name) and _is_diagonal(value) else None


def _is_diagonal(x: Node) -> bool:
    """Is it the diagonal matrix of a vector?"""
    if not isinstance(x, Call) or x.function != "diag" or x.scripts or x.primes:
        return False
    return not all(map(_is_capital, t.of_kind(x, Name)))


def _is_capital(x: Name) -> bool:
    return x.base.lstrip("\\")[:1].isupper()


def _is_plain(x: Name) -> bool:
    """Does a name stand as it is, with a number below, or transposed?"""
    return not x.primes and all(all(map(is_mark, s.entries)) if s.above else _is_number(s) for s in x.scripts)


def _is_number(s: Script) -> bool:
    """Is a number alone in a script, without brackets?"""
    return len(s.entries) == 1 and isinstance(s.entries[0], t.Number) and not s.bracket


def _below(x: Name) -> tuple[Script, ...]:
    return tuple(s for s in x.scripts if not s.above)


def _is_bare(x: Name | Scripted) -> bool:
    """Is nothing else on a power but a number below?"""
    below = [s for s in x.scripts if not s.above]
    return not below if isinstance(x, Scripted) else not x.primes and all(map(_is_number, below))


def _key(x: Name) -> tuple[Stem, str]:
    """A name without what is above it: its letter, and the number below."""
    return stem_of(x), "".join(e.text for s in _below(x) for e in s.entries if isinstance(e, t.Number))


def _typed(x: Scripted) -> int:
    r"""How often a diagonal matrix that is typed as one is multiplied by itself."""
    return _power(x) if _is_diagonal(x.base) else 0


def _power(x: Name | Scripted) -> int:
    """How often something is multiplied by itself; 0 if it is no power."""
    above = [s for s in x.scripts if s.above]
    if len(above) != 1 or not _is_number(above[0]) or not _is_bare(x):
        return 0
    (number,) = above[0].entries
    count = int(number.text) if isinstance(number, t.Number) and number.text.isdigit() else 0
    return count if count in range(2, HIGHEST + 1) else 0
