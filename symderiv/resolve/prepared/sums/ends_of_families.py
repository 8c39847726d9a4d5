r"""Definitions for each node of a path, `L_{w,j} = .. \theta_{j-1}^w`, of a page on which j always runs to `l^w`.

How long the path is depends on what it leads to. Where every sum over j on the page, and every list of its values, goes
from one number to the size of such a letter (`\sum_{j=2}^{l^u}`), which is no end itself, a definition with j on its
left that says nothing of j is for these, with the letter that stands beside j in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import BigSum, Chain, Name, Node, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of, letters_in


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a letter begins, the size up to which it runs without the letter `of` which it is, and that letter."""

    begin: t.Number
    size: Name
    of: str


def _has_such(s: Statement) -> bool:
    return any(run is not None for _, run in _runs(s))


@where(_has_such)
def with_ends_of_families(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a page with such ranges beside definitions, but for letters of which `ranges` tell one.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$ L_{w,j} = d_j^w \theta_{j-1}^w $$ and $$ E = \sum_{u=1}^U \sum_{j=2}^{l^u} L_{u,j} $$"
    >>> found = read_of(with_ends_of_families(read_formulas(parse_document(page)), {}))
    >>> [[c.relations for c in s.conditions] for f in found for s in f.statements]
    [[('\\le', '\\le')], []]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    last = {x for s in statements for x in _last(s)}
    alone, shifted = _indices(statements)
    found: dict[str, set[tuple[t.Number, Name] | None]] = {}
    for letter, run in (x for s in statements for x in _runs(s)):
        if run is not None and (run.of in last | shifted or run.of not in alone):
            return list(located)  # `n_L` of the last layer, `n_{out}`: no page of paths
        found.setdefault(letter, set()).add((run.begin, run.size) if run is not None else None)
    ends = {x: y for x, (y, *more) in found.items() if y is not None and not more and x not in ranges}
    return with_statements(located, lambda s: _ranged(s, ends)) if ends else list(located)


def _runs(s: Statement) -> Iterator[tuple[str, _Run | None]]:
    """The letters under sums and in lists, with where they begin and end; None for anything but such an end."""
    for x in t.of_kind(s, BigSum):
        for b in x.below:
            chain = b if isinstance(b, Chain) else Chain((b,), ())
            begin = chain.members[1] if chain.relations == ("=",) else None
            yield from (
                (y, _run(begin, x.above)) for m in t.listed(chain.members[0]) if (y := letter_of(m)) is not None
            )
    for c in t.of_kind(s, Chain):
        letter = letter_of(c.members[0])
        if letter is not None and c.relations == ("=",) and isinstance(c.members[1], t.Listing):
            yield letter, _run(c.members[1].items[0], c.members[1].items[-1])
        elif c.relations and EQUALITIES.isdisjoint(c.relations):
            yield from ((y, None) for m in c.members if (y := letter_of(m)) is not None)


def _indices(statements: Sequence[Statement]) -> tuple[set[str], set[str]]:
    """The letters that are indices of names beside others, and those that stand in sums there, `l + 1`."""
    alone: set[str] = set()
    shifted: set[str] = set()
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        entries = [e for script in x.scripts for e in script.entries if not is_mark(e)]
        letters = {y for e in entries if (y := letter_of(e)) is not None}
        alone |= letters if len(entries) > 1 else set()
        shifted |= {y for e in entries if letter_of(e) is None for y in letters_in(e)}
    return alone, shifted


def _last(s: Statement) -> Iterator[str]:
    """The letters at which ranges end."""
    ends = [x.above for x in t.of_kind(s, BigSum)] + [x.items[-1] for x in t.of_kind(s, t.Listing)]
    return (y for x in ends if x is not None and (y := letter_of(x)) is not None)


def _run(begin: Node | None, end: Node | None) -> _Run | None:
    if not isinstance(begin, t.Number) or not isinstance(end, Name) or len(end.scripts) != 1:
        return None
    entries = end.scripts[0].entries
    of = letter_of(entries[0]) if len(entries) == 1 and not is_mark(entries[0]) else None
    return _Run(begin, _for(end, "?"), of) if of is not None else None


def _for(size: Name, letter: str) -> Name:
    """The size with another letter in its script."""
    return replace(size, scripts=tuple(replace(s, entries=(Name(letter, span=s.span),)) for s in size.scripts))


def _ranged(s: Statement, ends: dict[str, tuple[t.Number, Name]]) -> Statement:
    """A definition with the ranges of the letters on its left."""
    left = s.chain.members[0]
    defines = s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and isinstance(left, (Name, t.Product))
    if not defines or any(True for _ in t.of_kind(left, t.Derivative)) or len(s.chain.members) < 2:
        return s
    said = {x for c in s.conditions for x in letters_in(c)}
    bound = {x for b in t.of_kind(s.chain, BigSum) for y in b.below for x in letters_in(y)}
    made = []
    own = {x for n in t.of_kind(left, Name) if (x := letter_of(n)) is not None}
    for letter in sorted(own & ends.keys() - said - bound):
        beside = {x for m in s.chain.members[1:] for n in t.of_kind(m, Name) for x in _beside(n, letter)}
        if len(beside) == 1:
            begin, size = ends[letter]
            at = left.span
            members = (replace(begin, span=at), Name(letter, span=at), _for(size, beside.pop()))
            made.append(Chain(members, (r"\le", r"\le"), (at, at), at))
    return replace_statement(s, conditions=(*s.conditions, *made)) if made else s


def _beside(name: Name, letter: str) -> Iterator[str]:
    """The letters alone that stand in the scripts of a name with the letter."""
    entries = [e for s in name.scripts for e in s.entries if not is_mark(e)]
    if any(letter in letters_in(e) for e in entries):
        yield from (x for e in entries if (x := letter_of(e)) is not None and x != letter)
