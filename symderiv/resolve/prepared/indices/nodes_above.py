r"""Letters above that say by what a name is the derivative: the h of `g_i^h = \partial L/\partial h_i` beside `g_s`.

Nobody differentiates by an index or by an exponent, and no equation begins with a power: so the letter is a label,
wherever it stands alone above that name. Where something runs over it or counts with it, it is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Name, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, stem_of
from .nodes_below import counted


def _tells(s: Statement) -> bool:
    return _explained(s) is not None


@where(_tells)
def with_letters_of_derivatives_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such letters set upright."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {x for s in statements if (x := _explained(s)) is not None}
    names = {stem for stem, _ in told}
    running = {h.base for s in statements for h in counted(s) if isinstance(h, Name)}
    running |= {x for s in statements for x in _elsewhere(s, names)}
    told = {(stem, letter) for stem, letter in told if letter not in running}
    if not told:
        return list(located)

    return with_statements(located, lambda s: rebuilt(s, lambda x: _upright(x, told)))


def _upright(x: Any, told: set[tuple[Stem, str]]) -> Name | None:
    """A name with such a letter set upright; None for anything else."""
    if not isinstance(x, Name) or (letter := _above(x)) is None or (stem_of(x), letter) not in told:
        return None
    upright = (Text(letter, span=x.span),)
    return replace(x, scripts=tuple(replace(y, entries=upright) if y.above else y for y in x.scripts))


def _explained(s: Statement) -> tuple[Stem, str] | None:
    """The name that an equation says to be the derivative by what has the letter above it and the same indices."""
    left, *rest = s.chain.members
    letter = _above(left) if isinstance(left, Name) and s.chain.relations[:1] else None
    if not isinstance(left, Name) or letter is None or s.chain.relations[0] not in EQUALITIES:
        return None
    by = rest[0].wrt[0].body if isinstance(rest[0], Derivative) and len(rest[0].wrt) == 1 else None
    if not isinstance(by, Name) or by.base != letter or any(s.above for s in by.scripts):
        return None
    return (stem_of(left), letter) if entries_below(by) == entries_below(left) != () else None


def _above(x: Name) -> str | None:
    """The letter that is all of what stands above a name."""
    scripts = [s for s in x.scripts if s.above]
    alone = len(scripts) == 1 and not scripts[0].bracket and len(scripts[0].entries) == 1
    return letter_of(scripts[0].entries[0]) if alone else None


def _elsewhere(s: Statement, names: set[Stem]) -> Iterator[str]:
    """The letters that stand alone in an equation, a range or a comparison, or on its left in scripts, but for those
    that are all that stands above one of some names."""
    chains = (s.chain, *s.conditions)
    yield from (letter for chain in chains for m in chain.members if (letter := letter_of(m)) is not None)
    for x in t.of_kind(s.chain.members[0], Name):
        kept = stem_of(x) in names and _above(x) is not None
        entries = (e for y in x.scripts if not (y.above and kept) for e in y.entries)
        yield from (y.base for e in entries for y in t.of_kind(e, Name))
    above = (y for x in t.of_kind(s, Name) if stem_of(x) in names and _above(x) is None for y in x.scripts if y.above)
    yield from (y.base for script in above for y in t.of_kind(script, Name))
