r"""Judging a page: read it, complete its network (or take the one given), judge every link of every chain.

The pipeline is `check`. Reading and completing belong to `read` and `network`; what is right or wrong is decided by
`judge`, and why by `diagnose`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from ..constraint import Domain
from ..errors import Place, ReadError, SymderivError
from ..expr import Expr, Labelled
from ..network import complete
from ..notation import EQUALITIES
from ..read import Reading, Written, read_document
from ..step import Evidence, Judgement, Verdict
from ..system import System
from ..verify import labelled
from .extend import extended, with_dummies
from .judge import judge_link
from .ranges import Ranges, open_sums
from .report import JudgedClaim, JudgedLink, Reason, Report

LINK_SECONDS = 2.0
"""At most so long is spent on the proof of one link."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge: `seconds` for the whole page, `seed` of the draws, language of the reasons."""

    seconds: float = 60.0
    seed: int = 0
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Link:
    """One equation to be judged, with where it stands: `span` in the LaTeX of its display."""

    written: Written
    left: Expr
    right: Expr
    span: tuple[int, int]
    domain: Domain
    system: System


def check(
    text: str,
    *,
    network: System | None = None,
    file: str = "",
    folder: Path | None = None,
    options: Options = Options(),
) -> Report:
    """The verdict on every equation of a page.

    With `network`, its definitions are what counts: an equation about what it defines is a claim.

    >>> report = check("$$E = \\\\sum_{i=1}^{N} w_i^2$$ $$\\\\frac{\\\\partial E}{\\\\partial w_i} = w_i$$")
    >>> report.verdict, report.claims[0].line, report.exit_status
    ('wrong', 1, 1)
    """
    try:
        reading = read_document(text, file=file, network=network, folder=folder)
        system = complete(reading.draft) if network is None else extended(network, reading.draft)
    except SymderivError as error:
        return Report(file, (), problem=str(error))
    page = _Page(reading, system, options, monotonic() + options.seconds)
    claims = tuple(page.claims())
    return Report(file, claims, reading.notes)


@dataclass(slots=True)
class _Page:
    reading: Reading
    system: System
    options: Options
    deadline: float

    def claims(self) -> Iterator[JudgedClaim]:
        """Every display with something to judge, and every one that cannot be read, in the order of the page."""
        unread = {(p.place.line, p.place.column): p for p in self.reading.problems if p.place is not None}
        found: list[JudgedClaim] = []
        for written in self.reading.claims:
            for member in written.members:
                if isinstance(member, ReadError) and member.place is not None:
                    unread.pop((member.place.line, member.place.column), None)
            links = tuple(self._links(written))
            if links:
                found.append(JudgedClaim(written.line, written.latex, links, written.struck, written.tag))
        found += [_unread(p) for p in unread.values()]
        yield from sorted(found, key=lambda c: c.line)

    def _links(self, written: Written) -> Iterator[JudgedLink]:
        system = with_dummies(self.system, written.dummies)
        for n in written.claims:
            span = (written.spans[n][0], written.spans[n + 1][1])
            latex = written.latex[slice(*span)]
            left, right = written.members[n], written.members[n + 1]
            problem = next((m for m in (left, right) if isinstance(m, ReadError)), None)
            if problem is not None:
                yield JudgedLink(latex, Judgement.UNREADABLE, detail=problem.cause, span=span, reason=_reason(problem))
            elif written.relations[n] not in EQUALITIES:
                yield JudgedLink(
                    latex, Judgement.UNREADABLE, detail=f"`{written.relations[n]}` is no equation", span=span
                )
            else:
                assert not isinstance(left, ReadError)
                assert not isinstance(right, ReadError)
                yield from self._judged(self._link(written, left, right, span, system))

    def _link(self, written: Written, left: Expr, right: Expr, span: tuple[int, int], system: System) -> Link:
        ranges = Ranges(system, self.reading.draft.ranges)
        members = [m for m in written.members if not isinstance(m, ReadError)]
        domain = ranges.domain([left, right, *members], written.ranges)
        scope = domain.letters()
        return Link(written, ranges.filled(left, scope), ranges.filled(right, scope), span, domain, system)

    def _judged(self, link: Link) -> Iterator[JudgedLink]:
        """The link, and one more for every underbrace in its right member (in its left one for the first link)."""
        latex = link.written.latex[slice(*link.span)]
        yield self._verdict(link, link.left, link.right, link.domain, latex)
        for member in (link.left, link.right):
            for body, label, domain in labelled(member, link.domain & Domain(link.written.where)):
                yield self._verdict(link, body, label, domain, latex)

    def _verdict(self, link: Link, left: Expr, right: Expr, domain: Domain, latex: str) -> JudgedLink:
        where = link.written.where
        if monotonic() > self.deadline:
            verdict = Verdict(Judgement.UNPROVED, detail="the time budget for the page is spent")
        elif open_sums(left) or open_sums(right):
            verdict = Verdict(Judgement.UNREADABLE, detail="a sum without bounds: over what does it run?")
        else:
            seconds = min(LINK_SECONDS, max(self.deadline - monotonic(), 0.05))
            verdict = judge_link(link.system, left, right, domain, where, seed=self.options.seed, seconds=seconds)
        return JudgedLink(
            latex,
            verdict.judgement,
            verdict.evidence,
            verdict.detail,
            link.span,
            counterexample=verdict.counterexample,
            degenerate=plainly(left) == plainly(right),
        )


def plainly(e: Expr) -> Expr:
    """The expression without its underbraces."""
    return e.body if isinstance(e, Labelled) else e


def _reason(problem: ReadError) -> Reason:
    return Reason("unreadable", "\n".join(filter(None, (problem.cause, problem.hint))), None)


def _unread(problem: ReadError) -> JudgedClaim:
    place = problem.place or Place(0, 0)
    link = JudgedLink(place.text, Judgement.UNREADABLE, Evidence.NONE, problem.cause, reason=_reason(problem))
    return JudgedClaim(place.line, place.text, (link,))
