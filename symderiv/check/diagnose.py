r"""Why a link is wrong: the slip that, undone, makes it right; else which terms agree, are missing, are extra.

The pipeline is `diagnose`. What can go wrong is data (`misconceptions`); each misconception is a generator of repairs of
what was written, tried at every place (`slips_*`); candidates are compared with the other side at one random draw
(`samples`), and what agrees there is judged like any other line before it is told.
"""

from __future__ import annotations

from typing import Protocol

from ..constraint import Domain
from ..errors import DomainTooHard, ReadError
from ..expr import Expr
from ..latex.style import style_of
from ..latex.write import write
from ..normal import Unprovable, difference
from ..read import Written
from ..step import Judgement, Verdict
from ..system import System
from .report import Reason
from .wording import sentence


class Linked(Protocol):
    """What a diagnosis needs of a link."""

    @property
    def written(self) -> Written: ...
    @property
    def left(self) -> Expr: ...
    @property
    def right(self) -> Expr: ...
    @property
    def span(self) -> tuple[int, int]: ...
    @property
    def domain(self) -> Domain: ...
    @property
    def system(self) -> System: ...


def diagnose(link: Linked, verdict: Verdict, lang: str = "en", deadline: float | None = None) -> Reason | None:
    """Why a link has the verdict it has; None for a link that is right.

    `deadline` is a time of `time.monotonic`; the search ends there, and what is then known is told.
    """
    if verdict.judgement is Judgement.RIGHT:
        return None
    if verdict.judgement is not Judgement.WRONG:
        kind = str(verdict.judgement)
        return Reason(kind, sentence(kind, {"detail": verdict.detail}, lang), link.span)
    return by_terms(link, lang)


def of_problem(problem: ReadError, lang: str = "en") -> Reason:
    """The reason for a line that cannot be read."""
    detail = "\n".join(filter(None, (problem.cause, problem.hint)))
    return Reason("unreadable", sentence("unreadable", {"detail": detail}, lang))


def by_terms(link: Linked, lang: str) -> Reason:
    """Which terms agree, which are missing, which are extra."""
    style = style_of(link.system)
    try:
        found = difference(link.system, link.left, link.right, link.domain, link.written.where)
    except (Unprovable, DomainTooHard, RecursionError):
        return Reason("terms", sentence("terms", {}, lang), link.span)
    said = {
        "missing": ", ".join(f"`{write(e, style)}`" for e in found.missing),
        "extra": ", ".join(f"`{write(e, style)}`" for e in found.extra),
    }
    return Reason("terms", sentence("terms", said, lang), link.span)
