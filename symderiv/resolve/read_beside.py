"""Reading the ranges and conditions beside a chain, as far as they are about letters of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from ..affine import Sym
from ..domain.constraint import Constraint
from ..errors import ReadError
from ..expr import Expr, Sum, free, holds_derivative, of_kind
from ..system import Span
from .formulas import Resolver
from .integers.conditions import is_declaration
from .integers.distances import Choice
from .integers.index import span_domain
from .spelled.names import Names
from .spelled.shape import letters_in
from .stated import Beside, shown

Said: TypeAlias = tuple[tuple[Span, ...], tuple[Constraint, ...]]
"""The ranges and the constraints of one condition."""


@dataclass(frozen=True, slots=True)
class OfSums:
    """A condition, as typed, with a letter that only the sums of its line have; `where`: what it says, empty where that
    is not understood; `doubted`: words may turn it round."""

    typed: str
    where: tuple[Constraint, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a chain: `loose` ones, sizes among them, and those `bound` by sums without bounds.

    `known` are those and the indices of the page. `others` are no letters that the chain lacks: sizes, and what any of
    its sums runs over; `summed`: those that only sums have. `whole`: a member could not be read, so any letter may be
    one of its own; `plain`: nothing is differentiated.
    """

    loose: frozenset[Sym]
    bound: frozenset[Sym]
    sizes: frozenset[Sym]
    known: frozenset[Sym]
    others: frozenset[Sym]
    summed: frozenset[Sym]
    whole: bool
    plain: bool


def letters_of(members: Sequence[Expr | ReadError], names: Names) -> Letters:
    """The letters of a chain, and what is known of them."""
    read = [m for m in members if not isinstance(m, ReadError)]
    sizes = _symbols(frozenset(names.sizes))
    loose = sizes.union(*map(free, read))
    sums = [x for m in read for x in of_kind(m, Sum)]
    return Letters(
        loose=loose,
        bound=frozenset(x.letter for x in sums if not (x.lowers or x.uppers)),
        sizes=sizes,
        known=loose | _symbols(frozenset(names.index)),
        others=sizes.union(x.letter for x in sums),
        summed=frozenset(x.letter for x in sums) - loose,
        whole=len(read) < len(members),
        plain=not any(map(holds_derivative, read)),
    )


@lru_cache(maxsize=1 << 8)
def _symbols(names: frozenset[str]) -> frozenset[Sym]:
    return frozenset(map(Sym, names))


@dataclass(slots=True)
class Reader:
    """Reads conditions beside a chain. What could not be read is `unread`, with its error among the `problems`; what is
    about letters of which nothing is known here is `strange`; `choices` leave open which of several cases holds; what
    is about letters that only sums have is `of_sums`."""

    resolver: Resolver
    letters: Letters
    problems: list[ReadError] | None
    unread: list[Beside] = field(default_factory=list)
    strange: list[Beside] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    of_sums: list[OfSums] = field(default_factory=list)

    def read(self, beside: Iterable[Beside]) -> list[Said]:
        """What conditions say of the letters of the chain."""
        return [said for one in beside if (said := self._one(one)) is not None]

    def _one(self, beside: Beside) -> Said | None:
        formula, chain = beside
        if chain.relations and is_declaration(chain):
            return None
        try:
            found = Resolver(formula, self.resolver.names, self.resolver.meaning).choices(chain)
        except ReadError as error:
            self._unread(beside)
            if self.problems is not None:
                self.problems.append(error)
            return None
        if len(found) > 1:
            self.choices.append(Choice(shown(beside), tuple(where for _, where in found)))
            self._unread(beside)
            return None
        ((spans, where),) = found
        if any(_holds_stranger(c, self.letters) or _is_of_a_case(c, self.letters) for c in where):
            self.strange.append(beside)
        if about_sums := tuple(self._of_sums((*span_domain(spans), *where))):
            self.of_sums.append(OfSums(shown(beside), about_sums))
        return self._own(spans, where)

    def _unread(self, beside: Beside) -> None:
        self.unread.append(beside)
        if not self.letters.whole and {x.name for x in self.letters.summed}.intersection(letters_in(beside[1])):
            self.of_sums.append(OfSums(shown(beside), doubted=True))

    def _of_sums(self, where: Iterable[Constraint]) -> Iterator[Constraint]:
        """What is about the letters of sums, and about nothing that the chain lacks."""
        x = self.letters
        known = x.loose | x.summed
        return (c for c in where if not x.whole and c.letters() & x.summed and c.letters() <= known)

    def _own(self, spans: tuple[Span, ...], where: tuple[Constraint, ...]) -> Said:
        """What is about the letters of the chain; a range of a size says what number it is."""
        x = self.letters
        numbers = span_domain(tuple(s for s in spans if s.letter in x.sizes))
        return (
            tuple(s for s in spans if s.letter not in x.sizes and (x.whole or s.letter in x.loose | x.bound)),
            tuple(c for c in (*numbers, *where) if x.whole or c.letters() <= x.loose),
        )


def parted(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The ranges of a letter of which one surely ends before the other begins; of one letter, if there are more."""
    pairs = ((a, b) for a in spans for b in spans if a.letter == b.letter)
    letter = next((a.letter for a, b in pairs if (gap := b.lower - a.upper).is_constant and gap.const > 0), None)
    return tuple(dict.fromkeys(s for s in spans if s.letter == letter))


def about(said: Iterable[Said], letters: Set[Sym]) -> Iterator[Constraint]:
    """What ranges and constraints say of letters, as constraints."""
    for spans, where in said:
        yield from span_domain(tuple(s for s in spans if s.letter in letters))
        yield from (c for c in where if c.letters() <= letters)


def _holds_stranger(c: Constraint, x: Letters) -> bool:
    """Is it about a letter of the line, and about one of which nothing is known: the m of `j < i - m`?"""
    return bool(c.letters() & x.loose) and not c.letters() <= x.known


def _is_of_a_case(c: Constraint, x: Letters) -> bool:
    r"""Does it compare an index of a line without derivatives with one that the line lacks: `f'_i = 0` where `i \ne j`,
    of `\partial f_i/\partial \theta_j`?"""
    if not x.plain or c.rel not in ("==", "!="):
        return False
    letters = c.letters() - x.others
    return len(letters) == len(c.letters()) == 2 and len(letters & x.loose) == 1
