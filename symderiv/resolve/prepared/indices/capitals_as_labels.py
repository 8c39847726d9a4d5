r"""Labels of capitals and numbers: the LS and the L2 of `f_{LS} = \sum_i e_i^2` and `f_{L2} = \lambda \sum_i w_i^2`.

Where the letters stand nowhere else on a page, only below names that it defines, they number nothing: no range, no sum
and no other name tells what they would run over. So the run is a word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

Labelled: TypeAlias = tuple[Stem, str]
"""A name and the run below it."""


def _has_any(s: Statement) -> bool:
    return _left(s) is not None


@where(_has_any)
def with_capitals_as_labels(located: Sequence[Located], ranges: Collection[str] = ()) -> list[Located]:
    """The formulas of a document with such runs as one entry each; the letters of `ranges` have some."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {left for s in statements if (left := _left(s)) is not None}
    elsewhere = {*ranges, *(x for s in statements for x in _others(s, defined))}
    found = {(stem, run) for stem, run in defined if elsewhere.isdisjoint(run)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or (label := _labelled(x)) not in found or label is None:
            return None
        return replace(x, scripts=tuple(s if s.above else _word(s, label[1]) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _left(s: Statement) -> Labelled | None:
    """The name that an equation defines, with the run below it; also where it shows what it depends on."""
    left = s.chain.members[0]
    if not EQUALITIES.intersection(s.chain.relations[:1]):
        return None
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    return _labelled(left) if isinstance(left, Name) else None


def _labelled(x: Name) -> Labelled | None:
    """A name with one run of capitals and numbers below it, which begins with a capital."""
    below = [s for s in x.scripts if not s.above]
    if len(below) != 1 or below[0].commas or below[0].bracket or len(below[0].entries) < 2:
        return None
    letters = [e.text if isinstance(e, t.Number) else _capital(e) for e in below[0].entries]
    plain = None not in letters and _capital(below[0].entries[0]) is not None
    return (stem_of(replace(x, scripts=())), "".join(filter(None, letters))) if plain else None


def _capital(x: Node) -> str | None:
    letter = letter_of(x)
    return letter if letter is not None and len(letter) == 1 and letter.isupper() else None


def _others(s: Statement, defined: Collection[Labelled]) -> Iterator[str]:
    """The letters of a statement but for those in runs below names that the page defines."""

    def change(x: Any) -> Node | None:
        return replace(x, scripts=()) if isinstance(x, Name) and _labelled(x) in defined else None

    yield from (x.base for x in t.of_kind(rebuilt(s, change), Name))


def _word(s: Script, run: str) -> Script:
    return replace(s, entries=(t.Text(run, span=s.span),))
