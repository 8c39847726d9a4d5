r"""Names of which a page tells the shape: `$A \in \mathbb{R}^{m \times m}$`, `$A$ is an $m \times m$ matrix`.

A name of which only that is said, and that lines use beside what they differentiate by, is given, whatever it is. So
is one of which a sentence says that it is given, fixed, any, or data. Each sentence with the name must consist of the
words of the table: any other word may say what the name is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import ReadError
from ...latex import tree as t
from ...notation import EQUALITIES
from ..located import Located, read_of
from ..spelled.shape import shape_of
from .declared import declarations
from .given_words import says_nothing_else
from .said_in_turn import name_in
from .words import said_in_words


def declared_names(located: Sequence[Located]) -> frozenset[str]:
    r"""The letters of these names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"Let $A \in \mathbb{R}^{m \times m}$ and let $v$ be a vector of length $m$, $b = 1$.")
    >>> sorted(declared_names(read_formulas(page)))
    ['A', 'v']
    >>> page = parse_document(r"Let $r \in \mathbb{R}^m$ be the vector of residuals.")
    >>> sorted(declared_names(read_formulas(page)))
    []
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    found = {base for base, d in (*declarations(chains), *said_in_words(located)) if d.kind}
    return frozenset(found - _perhaps_made(located)) if found else frozenset()


def _perhaps_made(located: Sequence[Located]) -> set[str]:
    """The letters of names of which a sentence says something else, or which an equation has alone on a side."""
    found: set[str] = set()
    for display, f in located:
        if isinstance(f, ReadError):
            continue
        bare = name_in(f)
        told = [bare] if bare is not None else [x for s in f.statements for x in _told(s.chain)]
        if told and (
            any(s.words for s in f.statements)
            or not says_nothing_else(display.before, display.after, bare=bare is not None)
        ):
            found |= {x.base for x in map(shape_of, told) if x is not None}
        if bare is None:
            sides = (m for s in f.statements for m in _sides(s.chain))
            found |= {x.base for x in map(shape_of, sides) if x is not None}
    return found


def _told(c: t.Chain) -> Iterator[t.Name]:
    """The names that are a formula, or which it declares."""
    if c.relations in ((), (r"\in",)):
        first = c.members[0]
        yield from (x for x in (first.items if isinstance(first, t.Listing) else (first,)) if isinstance(x, t.Name))


def _sides(c: t.Chain) -> Iterator[t.Name]:
    if any(r in EQUALITIES for r in c.relations):
        yield from (m for m in c.members if isinstance(m, t.Name))
