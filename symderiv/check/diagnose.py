r"""Why a link is wrong: the slip that, undone, makes it right; else which terms agree, are missing, are extra.

The pipeline is `diagnose`. What can go wrong is data (`misconceptions`); each misconception is a generator of repairs
of what was written, tried at every place (`slips_*`); candidates are compared with the other side at one random draw
(`samples`), and what agrees there is judged like any other line before it is told (`search`).
"""

from __future__ import annotations

from time import monotonic
from typing import Protocol

from ..constraint import Domain
from ..errors import DomainTooHard, ReadError
from ..expr import Expr, Sum
from ..latex.scripts import index
from ..latex.style import Style, style_of
from ..latex.write import write
from ..normal import Unprovable, difference
from ..read import Written
from ..step import Judgement, Verdict
from ..system import System
from .locate import located
from .report import Reason
from .search import find_slip, is_bare
from .slips import Slip
from .wording import sentence

SECONDS = 0.5
"""At most so long is looked for the slip in one link."""


class Linked(Protocol):
    """What a diagnosis needs of a link."""

    @property
    def written(self) -> Written:
        """The chain it is of."""

    @property
    def left(self) -> Expr:
        """Its left member."""

    @property
    def right(self) -> Expr:
        """Its right member."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the LaTeX of its display."""

    @property
    def domain(self) -> Domain:
        """The ranges of its free letters."""

    @property
    def system(self) -> System:
        """The network it is about."""


def diagnose(link: Linked, verdict: Verdict, lang: str = "en", deadline: float | None = None) -> Reason | None:
    """Why a link has the verdict it has; None for a link that is right.

    `deadline` is a time of `time.monotonic`; the search ends there, and what is then known is told.
    """
    if verdict.judgement is Judgement.RIGHT:
        return None
    if verdict.judgement is not Judgement.WRONG:
        kind = str(verdict.judgement)
        return Reason(kind, sentence(kind, {"detail": verdict.detail}, lang), link.span)
    end = monotonic() + SECONDS if deadline is None else min(deadline, monotonic() + SECONDS)
    return _by_slip(link, lang, end) or _by_terms(link, lang, end)


def of_problem(problem: ReadError, lang: str = "en") -> Reason:
    """The reason for a line that cannot be read."""
    detail = "\n".join(filter(None, (problem.cause, problem.hint)))
    return Reason("unreadable", sentence("unreadable", {"detail": detail}, lang))


def _by_slip(link: Linked, lang: str, end: float) -> Reason | None:
    sides = [(link.left, link.right), (link.right, link.left)]
    if is_bare(link.right) and not is_bare(link.left):
        sides.reverse()
    for target, written in sides[: 1 if is_bare(sides[1][1]) else 2]:
        slip = find_slip(link.system, target, written, link.domain, link.written.where, end)
        if slip is not None:
            return _told(link, slip, target, written, lang)
    return None


def _told(link: Linked, slip: Slip, target: Expr, written: Expr, lang: str) -> Reason:
    style = style_of(link.system)
    line = (target, slip.repaired) if written == link.right else (slip.repaired, target)
    right = " = ".join(write(e, style) for e in line)
    return Reason(slip.kind, sentence(slip.kind, holes(slip, target, style), lang), _span(link, slip, written), right)


def _span(link: Linked, slip: Slip, written: Expr) -> tuple[int, int]:
    """Where the slip stands in the LaTeX as typed."""
    spans = link.written.spans
    ends = [n for n in range(len(spans) - 1) if (spans[n][0], spans[n + 1][1]) == link.span]
    if not ends:
        return link.span
    inside = spans[ends[0] + 1] if written == link.right else spans[ends[0]]
    return located(written, slip.path, link.written.places, inside)


def holes(slip: Slip, target: Expr, style: Style) -> dict[str, str]:
    """What fills the holes of a sentence about a slip, in LaTeX."""
    found: dict[str, str] = {}
    if slip.old is not None:
        found["old"] = write(slip.old, style)
    if slip.new is not None:
        found["new"] = write(slip.new, style)
    if slip.kind == "bound" and isinstance(slip.old, Sum) and isinstance(slip.new, Sum):
        found["old"], found["new"] = (_range(e) for e in (slip.old, slip.new))
    if slip.letter is not None:
        found["letter"] = slip.letter.name
        if slip.kind == "captured":
            found["old"] = slip.letter.name
    if slip.route is not None:
        found["route"] = write(slip.route, style)
    if slip.step:
        found["step"] = str(slip.step)
    by = getattr(target, "wrt", None)
    if by is not None:
        found["by"] = write(by, style)
    return found


def _range(e: Sum) -> str:
    lower = ", ".join(map(index, e.lowers))
    upper = ", ".join(map(index, e.uppers))
    return f"{e.letter.name} = {lower}, \\dots, {upper}"


def _by_terms(link: Linked, lang: str, end: float) -> Reason:
    """Which terms agree, which are missing, which are extra."""
    style = style_of(link.system)
    if monotonic() > end:
        return Reason("terms", sentence("terms", {}, lang), link.span)
    try:
        found = difference(link.system, link.left, link.right, link.domain, link.written.where)
    except (Unprovable, DomainTooHard, RecursionError, ValueError):
        return Reason("terms", sentence("terms", {}, lang), link.span)
    said = {
        "missing": ", ".join(f"`{write(e, style)}`" for e in found.missing),
        "extra": ", ".join(f"`{write(e, style)}`" for e in found.extra),
    }
    return Reason("terms", sentence("terms", said, lang), link.span)
