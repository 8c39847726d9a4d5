r"""Ranges that a list of points tells: with `y_1, \dots, y_n \in \mathbb{R}^d` the i of `y_i` goes from 1 to n.

It is taken where n is a number in an equation of the page and no sum or range ends there, for the letters of which
nothing else tells a range.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name, Node
from ...notation import EQUALITIES
from ..located import Located, read_of
from ..spelled.shape import letter_of, letters_in

SIZES = "NMPQRSJKH"
"""Letters for lengths whose own capital a page uses."""


def free_size(letter: str, taken: Collection[str]) -> str | None:
    """A letter for the length over which a letter runs: its capital, or another one that is not taken."""
    return next((x for x in letter[-1].upper() + SIZES if x not in taken), None)


def ranges_listed(located: Sequence[Located], ranged: Iterable[Chain]) -> list[tuple[Formula, Chain]]:
    """The ranges of letters that lists of points tell; of those in `ranged` the front matter tells one."""
    formulas = read_of(located)
    ends = {letter: end for f in formulas for letter, end in _lists(f)}
    if not ends:
        return []
    chains = [s.chain for f in formulas for s in f.statements]
    told = set(told_in([*chains, *ranged]))
    numbers = {x for c in chains if c.relations and c.relations[0] in EQUALITIES for x in _numbers(c)}
    told |= set(ends.values()) - numbers
    found: dict[str, str] = {}
    for x in (x for c in chains for x in t.of_kind(c, Name)):
        index = _index(x)
        end = ends.get(x.base)
        if (
            index is not None
            and end in numbers
            and end not in told
            and index not in told
            and index not in ends.values()
        ):
            found.setdefault(index, str(end))
    made = (parse(rf"1 \le {letter} \le {end}") for letter, end in found.items())
    return [(f, s.chain) for f in made for s in f.statements]


def _lists(f: Formula) -> Iterator[tuple[str, str]]:
    r"""The y and the n of `y_1, \dots, y_n`."""
    items = [y for s in f.statements for y in _items(s.chain.members[0])]
    for one, dots, last in zip(items, items[1:], items[2:], strict=False):
        if not isinstance(one, Name) or not isinstance(last, Name) or not isinstance(dots, t.Symbol):
            continue
        end = _index(last)
        first = one.scripts[0].entries if len(one.scripts) == 1 else ()
        if dots.name == r"\dots" and one.base == last.base and end is not None and first == (t.Number("1"),):
            yield one.base, end


def _items(x: Node) -> tuple[Node, ...]:
    return x.items if isinstance(x, (t.Group, t.Listing)) else (x,)


def _index(x: Name) -> str | None:
    """The letter that is the one index of a name."""
    one = len(x.scripts) == 1 and not x.scripts[0].above and len(x.scripts[0].entries) == 1
    return letter_of(x.scripts[0].entries[0]) if one else None


def told_in(chains: Iterable[Chain]) -> Iterator[str]:
    """The letters that ranges and the bounds of sums are about, and those at which they end."""
    for chain in chains:
        for x in t.walk(chain):
            if isinstance(x, t.BigSum) and x.above is not None:
                yield from (letter for y in (*x.below, x.above) for letter in letters_in(y))
            elif isinstance(x, Chain) and x.relations and (len(x.members) > 2 or isinstance(x.members[-1], t.Listing)):
                bounds = x.relations[0] not in EQUALITIES or isinstance(x.members[-1], t.Listing)
                yield from (letter for y in x.members for letter in letters_in(y)) if bounds else ()


def _numbers(x: object) -> Iterator[str]:
    """The letters without scripts that stand outside of all scripts and bounds."""
    if isinstance(x, t.Script):
        return
    if isinstance(x, Name) and not x.scripts and (letter := letter_of(x)) is not None:
        yield letter
    for part in t.parts(x):
        yield from _numbers(part)
