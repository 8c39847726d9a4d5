r"""A letter for any argument that is also the letter of data: `f(x) = \sum_j a_j g(b_j x)` beside `f(x_n)`.

Such an x stands for any number, and is no array without its index. It is a
name of its own, wherever it stands bare beside the function.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.forms import shows_arrays
from ...spelled.shape import APART, letter_of


def _has_heads(s: t.Statement) -> bool:
    return _head(s.chain) is not None


@where(_has_heads)
def with_dummies_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas with such letters told apart from the data."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    applied = {(f.base, x.base) for c in chains for f, x in _applications(c) if x.scripts}
    dummies = {head for c in chains if (head := _head(c)) in applied}
    if not dummies:
        return list(located)

    def apart(c: Chain) -> Chain:
        bare = {(f.base, x.base) for f, x in _applications(c) if letter_of(x) is not None}
        letters = {x for f, x in bare & dummies if not _is_indexed(x, c)}

        def change(x: object) -> Node | None:
            if not isinstance(x, Name) or x.base not in letters or not is_bare(x):
                return None
            return replace(x, font=APART, scripts=rebuilt(x.scripts, change))

        return rebuilt(c, change) if letters else c

    return with_statements(located, lambda s: replace(s, chain=apart(s.chain)))


def _applications(c: Chain) -> Iterator[tuple[Name, Name]]:
    """Every name before one name in parentheses."""
    for x in t.of_kind(c, Product):
        for f, g in zip(x.factors, x.factors[1:], strict=False):
            inner = g.body.items if g.joined and isinstance(g.body, Group) and g.body.open == "(" else ()
            if isinstance(f.body, Name) and not f.body.scripts and len(inner) == 1 and isinstance(inner[0], Name):
                yield f.body, inner[0]


def _head(c: Chain) -> tuple[str, str] | None:
    """The function and the letter of `f(x) = ..`, whose right side is a sum that holds the letter without an index.

    Not where signs of arrays stand: of these x may be one.
    """
    if not c.relations or c.relations[0] not in EQUALITIES or not isinstance(c.members[0], Product):
        return None
    found = list(_applications(c))
    if len(c.members[0].factors) != 2 or not found or found[0][0] is not c.members[0].factors[0].body:
        return None
    f, x = found[0]
    letter = letter_of(x)
    bodies = [y for m in c.members[1:] for y in t.of_kind(m, Name) if y.base == x.base]
    if letter is None or x.font or f.primes or not bodies or not all(map(is_bare, bodies)):
        return None
    if shows_arrays(c) or not any(t.of_kind(m, t.BigSum) for m in c.members[1:]):
        return None
    return f.base, x.base


def _is_indexed(letter: str, c: Chain) -> bool:
    return any(x.base == letter and not is_bare(x) for x in t.of_kind(c, Name))


def is_bare(x: Name) -> bool:
    """Does a letter carry nothing but a power?"""
    return not (x.accents or x.font or x.primes) and all(s.above and not s.bracket for s in x.scripts)
