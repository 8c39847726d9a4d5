r"""Letters with a star that single out an entry: `E = -u_{j^*} + ..` beside `u_j`, `t_j = 1` if `j = j^*`.

Where `j^*` stands among indices, or in a bracket `[j = j^*]`, and j is one, or `j'`, or another letter is told apart
from it, `k \ne j^*`, it is a letter of its own, wherever it stands; elsewhere a star is a part of the name (`w^*`).
With an index below, the `j_c^*` of `u_{c,j_c^*}`, it is one that is looked up for each c: `j^*` is what is looked up,
unless j with an index below is a value somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....latex import tree as t
from ....latex.tree import Formula, Name, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import STAR, STARRED, letter_of


def _has_star(s: t.Statement) -> bool:
    return STARRED in t.of_kind(s, Symbol)


@where(_has_star)
def with_starred_letters(located: Sequence[Located]) -> list[Located]:
    """The formulas, letters of indices with a star as letters."""
    formulas = read_of(located)
    if not any(x == STARRED for f in formulas for x in t.of_kind(f, Symbol)):
        return list(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    entries = [e for x in names for s in x.scripts for e in s.entries]
    plain = {letter.rstrip("'") for e in entries if (letter := letter_of(e)) is not None}
    plain |= {*_told_apart(formulas)}
    values = set(_values_with_indices(formulas, entries))
    starred = {letter for e in _parts(entries) if (letter := _starred(e)) in plain and letter is not None}
    starred = (starred | (plain & {*_compared(formulas)})) - values
    if not starred:
        return list(located)

    def change(x: object) -> Name | None:
        if not isinstance(x, Name) or _starred(x) not in starred:
            return None
        below = tuple(s for s in x.scripts if not s.above)
        return Name(x.base + STAR, x.accents, x.font, x.primes, below, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _parts(entries: Sequence[t.Node]) -> Iterator[object]:
    """The entries of scripts, and the factors of those that are typed side by side (`jj^*`)."""
    for e in entries:
        yield from (f.body for f in e.factors) if isinstance(e, t.Product) else (e,)


def _told_apart(formulas: Sequence[Formula]) -> Iterator[str]:
    r"""The letters of which another is said to differ, the c of `k \ne c^*`."""
    for c in (c for f in formulas for s in f.statements for c in (s.chain, *s.conditions)):
        if c.relations in ((r"\ne",), (r"\neq",)) and letter_of(c.members[0]) is not None:
            letter = _starred(c.members[1])
            yield from [letter] if letter is not None else []


def _compared(formulas: Sequence[Formula]) -> Iterator[str]:
    r"""The letters that a bracket or a case compares with that with a star, the w of `[w = w^*]`."""
    brackets = (x for f in formulas for s in f.statements for x in t.of_kind(s.chain, t.Indicator))
    for c in (c for x in brackets for c in x.conditions if isinstance(c, t.Chain) and c.relations == ("=",)):
        if (letter := letter_of(c.members[0])) is not None and _starred(c.members[1]) == letter:
            yield letter


def _values_with_indices(formulas: Sequence[Formula], entries: Sequence[t.Node]) -> Iterator[str]:
    r"""The letters of names in equations without a star that have an index below and are values there: they stand in
    no script, no condition, `j \in \{j_1, .., j_K\}`, and are not what a letter is equal to, `j = j_k`."""
    chains = [s.chain for f in formulas for s in f.statements if EQUALITIES & {*s.chain.relations}]
    lines = [c for c in chains if letter_of(c.members[0]) is None]
    conditions = [k for c in lines for x in t.of_kind(c, t.Cases) for row in x.rows for k in row.conditions]
    conditions += [k for c in lines for x in t.of_kind(c, t.Indicator) for k in x.conditions]
    inside = {id(x) for e in (*entries, *conditions) for x in t.walk(e)}
    for x in (x for c in lines for x in t.of_kind(c, Name) if x.scripts and id(x) not in inside):
        if not any(s.above and STARRED in s.entries for s in x.scripts):
            yield x.base


def _starred(x: object) -> str | None:
    r"""The letter of `j^*` and of `j_c^*`; None for anything else."""
    if not isinstance(x, Name) or x.primes or x.accents or x.font or len(x.base) != 1:
        return None
    above = [s.entries for s in x.scripts if s.above]
    return x.base if above == [(STARRED,)] and all(len(s.entries) == 1 for s in x.scripts) else None
