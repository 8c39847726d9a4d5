r"""Parameters below what depends on them: `h_\theta(x^{(i)})` beside `\theta_j`, where \theta is a vector and no index.

The letter below says only that h depends on it, and the definition of h says how. It carries an index itself
somewhere, no sum runs over it, and whatever stands over it carries nothing else there anywhere: `h_{\theta'}` or a bare
h would be another function.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of


@some(Name)
def _has_any(x: Name) -> bool:
    return _below(x) is not None


@where(_has_any)
def without_parameters_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such letters.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$h_\\theta(x) = \\theta_1 x$ $g = h_\\theta(2)$"
    >>> found = without_parameters_below(read_formulas(parse_document(page)))
    >>> [[x.base for x in t.of_kind(f, Name) if x.scripts] for _, f in found]
    [['\\\\theta'], []]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    letters = {x for x in map(_below, names) if x is not None} & {x.base for x in names if _is_entry(x)}
    letters -= set(_running(statements)) if letters else set()
    carried: dict[Stem, set[str | None]] = {}
    for x in names if letters else ():
        carried.setdefault(stem_of(x), set()).add(_below(x))
    alone = {stem: found for stem, found in carried.items() if len(found) == 1 and found & letters}
    if not alone:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in alone:
            return None
        return Name(x.base, x.accents, x.font, x.primes, tuple(s for s in x.scripts if s.above), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _below(x: Name) -> str | None:
    """The one letter below a name, a Greek one as parameters are."""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    letter = letter_of(below[0]) if len(below) == 1 else None
    return letter if letter is not None and letter.startswith("\\") and not x.primes else None


def _is_entry(x: Name) -> bool:
    """Is it one entry of a vector: does it carry an index below, a latin letter or a number?"""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return len(below) == 1 and (isinstance(below[0], t.Number) or not (letter_of(below[0]) or "\\").startswith("\\"))


def _running(statements: Sequence[Statement]) -> Iterator[str]:
    """The letters that sums run over, or that a condition gives a range."""
    for s in statements:
        for x in t.of_kind(s, t.BigSum):
            yield from letters_under(x)
        for c in s.conditions:
            yield from (letter for x in t.of_kind(c, Name) if (letter := letter_of(x)) is not None)
