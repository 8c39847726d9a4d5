r"""Ranges that only conditions tell: beside `t < T` the steps of `h_t = f(h_{t-1})` go from 1 to T.

It is taken where nothing else tells a range of the letter, and its capital stands in such comparisons alone, or is the
mark of a transpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name
from ..located import Located, read_of
from ..spelled.scripts import transposes
from ..spelled.shape import letter_of, letters_in
from .listed_ranges import told_in

BEFORE = frozenset(["<", r"\le", r"\ne"])


def ranges_before_ends(located: Sequence[Located], ranged: Iterable[Chain]) -> list[tuple[Formula, Chain]]:
    """The ranges of such letters; of those in `ranged` the front matter tells one."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    compared = [(c, letter) for c in chains if (letter := _before_its_end(c)) is not None]
    if not compared:
        return []
    others = [c for c in chains if all(c is not x for x, _ in compared)]
    told = {*told_in([*others, *ranged])}
    marks = {id(s.entries[0]) for c in others for s in t.of_kind(c, t.Script) if transposes(s)}
    used = {x.base for c in others for x in t.of_kind(c, Name) if id(x) not in marks}
    numbering = {x for c in others for x in _on_left(c)}
    letters = sorted({x for _, x in compared if x in numbering and x not in told and x.upper() not in used})
    made = (parse(rf"1 \le {x} \le {x.upper()}") for x in letters)
    return [(f, s.chain) for f in made for s in f.statements]


def _before_its_end(c: Chain) -> str | None:
    """The t of `t < T` and `t \\le T - 1`."""
    if len(c.members) != len(c.relations) + 1 or len(c.relations) != 1 or c.relations[0] not in BEFORE:
        return None
    letter, ends = letter_of(c.members[0]), letters_in(c.members[1])
    return letter if letter is not None and letter.islower() and {*ends} == {letter.upper()} else None


def _on_left(c: Chain) -> Iterator[str]:
    """The letters in scripts of what an equation may define."""
    left = c.members[0] if len(c.members) > 1 else None
    if isinstance(left, Name):
        yield from (x for s in left.scripts for e in s.entries for x in letters_in(e))
