"""What a page may mean beside what is read: data that are symmetric, by statement or perhaps, and the verdicts then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..affine import Sym
from ..document import printed
from ..domain.constraint import Constraint
from ..errors import ReadError
from ..expr import Variable
from ..memo import of_this_object
from ..network.inverses_free import free_among
from ..resolve.told.symmetries import symmetric as assumed
from ..resolve.told.untold import COMMAND
from ..step import Judgement, Verdict
from ..system import System
from .ambiguities.rows import all_apart, in_both_readings
from .known.diagonals_told import meant_by_words
from .known.number_pi import with_the_number
from .known.ranges import Ranges
from .known.symmetric import mirrored, symmetrised, widened
from .known.symmetry_told import Told, of_no_size, told
from .known.tables import by_pairs, differentiates_by, half_tables, off_diagonals
from .link import Link


@dataclass(frozen=True, slots=True)
class Readings:
    """The given variables that are symmetric by what the page says, and those that may be.

    `cases` are those that are symmetric for the line (its number in the text) that stands with an `if`.
    `rows` are letters of single rows that may be among the others or apart from them, `apart` those that are apart.
    Of `halves` only the entries with `i < j` are used: who names the other ones may mean the same. `others` are
    networks with data that are symmetric or have no diagonal, as words of the page may mean it.
    """

    symmetric: frozenset[Variable] = frozenset()
    perhaps: frozenset[Variable] = frozenset()
    cases: tuple[tuple[int, Variable], ...] = ()
    rows: tuple[Sym, ...] = ()
    apart: tuple[Sym, ...] = ()
    halves: frozenset[Variable] = frozenset()
    others: tuple[System, ...] = ()

    def verdict(self, link: Link, judge: Callable[[Link], Verdict]) -> Verdict:
        """The verdict that a link has in every reading; open where two readings differ."""
        if self.apart and (system := all_apart(link, self.apart)) is not None:
            link = replace(link, system=system)
        return in_both_readings(link, lambda x: self._of_symmetry(x, lambda y: _with_number(y, judge)), self.rows)

    def _of_symmetry(self, link: Link, judge: Callable[[Link], Verdict]) -> Verdict:
        stated = frozenset(v for line, v in self.cases if line == link.written.line)
        case, perhaps = (free_among(link.system, x) for x in (stated, self.perhaps - stated))
        link = replace(link, system=symmetrised(link.system, case)) if case else link
        found = judge(link)
        if not (self.symmetric | self.perhaps | self.halves or self.others):
            return found
        if found.judgement is Judgement.WRONG:
            made = (symmetrised(link.system, perhaps | self.halves),) if perhaps | self.halves else ()
            if any(judge(_anew(link, x)).judgement is not Judgement.WRONG for x in (*made, *self.others)):
                detail = "it is wrong in general but not for symmetric data, and the text leaves open whether they are"
                return Verdict(Judgement.UNPROVED, detail=detail)
        doubtful = free_among(link.system, self.symmetric | self.perhaps)
        if not any(differentiates_by(e, doubtful) for e in (link.left, link.right)):
            return found
        pairs = replace(link, left=by_pairs(link.left, doubtful), right=by_pairs(link.right, doubtful))
        both = judge(pairs).judgement
        if both is found.judgement is Judgement.WRONG:  # nobody means the diagonal, where the entry is none of two
            both = judge(pairs.under(_apart(link, doubtful))).judgement
        if both is found.judgement:
            return found
        detail = "it differs whether one entry of symmetric data varies or both that are equal"
        return Verdict(Judgement.UNPROVED, detail=detail)


def _apart(link: Link, variables: frozenset[Variable]) -> tuple[Constraint, ...]:
    """That the indices of an entry by which a line differentiates differ; not those of a matrix that it names whole."""
    typed = COMMAND.sub("", link.written.latex)
    found = dict.fromkeys(c for e in (link.left, link.right) for c in off_diagonals(e, variables))
    return tuple(c for c in found if all(x.name in typed for x in c.letters()))


def _with_number(link: Link, judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict on a link; of one that is wrong that with the number pi, if that is not wrong."""
    found = judge(link)
    system = with_the_number(link.system, link.left, link.right) if found.judgement is Judgement.WRONG else None
    other = judge(_anew(link, system)) if system is not None else found
    return found if other.judgement is Judgement.WRONG else other


def _anew(link: Link, system: System) -> Link:
    """The link in another network, its sums without bounds over what they run over there."""
    one, two = link.written.members[link.number : link.number + 2]
    scope = link.domain.letters()
    if isinstance(one, ReadError) or isinstance(two, ReadError):
        return replace(link, system=system)
    here, there = (Ranges(s, link.written.ranges) for s in (link.system, system))
    if (here.filled(one, scope, link.full), here.filled(two, scope, link.full)) != (link.left, link.right):
        return replace(link, system=system)  # a part of a member, or ranges that the page states
    left, right = there.filled(one, scope, link.full), there.filled(two, scope, link.full)
    return replace(link, system=system, left=left, right=right)


def _beside(given: Told, own: Told) -> Told:
    """What the page of a network says of its data, beside what a solution says of them."""
    perhaps = given.perhaps | own.perhaps | own.always | {v for _, v in (*given.cases, *own.cases)}
    vague, kinds = given.vague or own.vague, given.kinds or own.kinds
    return Told(given.always, (), vague, perhaps - given.always, given.denied, kinds)


@of_this_object(64)
def _told_at_home(system: System, page: str) -> Told:
    """What the page of a given network says of its data: the same beside every solution."""
    return told(printed(page), system)


def readings_of(
    text: str, system: System, lines: Sequence[int], given: System | None = None, alike: bool = False
) -> tuple[Readings, System]:
    """What the text says of data, and the network with it; `lines` are those with something to judge.

    Of a network that is `given` its own page says what is so; what a solution says of its data may be so. `alike`: all
    arrays are taken to be as long, so that a square says nothing.
    """
    found = told(text, system)
    if given is not None:
        found = _beside(_told_at_home(system, given.page), found)
    system = mirrored(system, found.always)
    # as the matrix is, so is its inverse
    system = mirrored(system, [x.inverse_value for x in system.inverses if x.matrix in assumed(system)])
    symmetric = assumed(system)
    perhaps = found.maybe(system)
    perhaps |= frozenset() if alike else of_no_size(text, system) - found.denied
    next_lines = ((min((n for n in lines if n >= line), default=0), v) for line, v in found.cases)
    cases = tuple((line, v) for line, v in next_lines if v not in symmetric)
    halves = half_tables(system) - symmetric
    pages = text if given is None else f"{printed(given.page)}\n\n{text}"
    others = tuple(meant_by_words(pages, system, found))
    return Readings(symmetric, frozenset(perhaps) - symmetric, cases, halves=halves, others=others), widened(system)
