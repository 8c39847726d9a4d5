r"""Labels of some letters that no table knows: the lin of `J_{lin} = \frac{1}{n} \sum_{i=1}^{n} (z_i - y_i)^2`.

A letter of a run below a left side that stands on the right only as what a sum runs over is no index there. Where none
of the run is free on the right of any definition, and the name carries that run wherever it carries as many letters,
the run is a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node, Script, Statement
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..asked import where
from ..located import Located, read_of, with_statements
from ..shape import Stem, letter_of, stem_of
from ..unequal import letters_under, loose_letters

Run: TypeAlias = tuple[Stem, str]


def _has_any(s: Statement) -> bool:
    return any(True for _ in _captured(s.chain))


@where(_has_any)
def with_runs_as_labels(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such words as one entry each."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    found = {run for c in chains for run in _captured(c)} - {run for c in chains for run in _meant(c)}
    carried: dict[tuple[Stem, int], set[str]] = {}
    for x in (x for c in chains for x in t.of_kind(c, Name)):
        entries = sum(len(s.entries) for s in x.scripts if not s.above)
        carried.setdefault((stem_of(x), entries), set()).add(_run(x) or "")
    found = {(stem, run) for stem, run in found if carried[stem, len(run)] == {run}}
    if not found:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or (stem_of(x), _run(x)) not in found:
            return None
        return replace(x, scripts=tuple(s if s.above else _worded(s) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _captured(c: Chain) -> Iterator[Run]:
    """The run below a left side, where some of its letters are what sums run over, and none is free."""
    left = c.members[0]
    run = _run(left) if c.relations[:1] == ("=",) and isinstance(left, Name) else None
    if run is None or not isinstance(left, Name):
        return
    summed = {x for m in c.members[1:] for s in t.of_kind(m, t.BigSum) for x in letters_under(s)}
    if summed.intersection(run) and not _free(c).intersection(run):
        yield stem_of(left), run


def _meant(c: Chain) -> Iterator[Run]:
    """The run below a left side of which a letter is an index on the right."""
    left = c.members[0]
    run = _run(left) if EQUALITIES & {*c.relations} and isinstance(left, Name) else None
    if run is not None and isinstance(left, Name) and _free(c).intersection(run):
        yield stem_of(left), run


def _free(c: Chain) -> set[str]:
    return {x for m in c.members[1:] for x in loose_letters(m)}


def _run(x: Name) -> str | None:
    """The letters that stand below a name without a comma."""
    below = [s for s in x.scripts if not s.above]
    letters = [letter_of(e) for s in below for e in s.entries if isinstance(e, Name) and not e.font and not e.primes]
    several = len(below) == 1 and not below[0].commas and not below[0].bracket and len(below[0].entries) > 1
    whole = several and len(letters) == len(below[0].entries) and all(x is not None and len(x) == 1 for x in letters)
    return "".join(x or "" for x in letters) if whole else None


def _worded(s: Script) -> Script:
    return replace(s, entries=(Name("".join(letter_of(e) or "" for e in s.entries), span=s.span),))
