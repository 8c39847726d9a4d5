"""What judging a page comes to: data only, and the JSON that is promised for it.

Order of verdicts: wrong, unreadable, unproved, right; the verdict of a claim is the worst of its links', that of a page
the worst of its claims', where a claim struck out by its author counts the other way round: wrong as agreed, right as
wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..latex.macros import Macros
from ..step import Counterexample, Evidence, Judgement

ORDER = (Judgement.WRONG, Judgement.UNREADABLE, Judgement.UNPROVED, Judgement.RIGHT)
EXIT = {
    Judgement.RIGHT: 0,
    Judgement.WRONG: 1,
    Judgement.UNREADABLE: 2,
    Judgement.UNPROVED: 3,
}
EMPTY = "empty"
EXIT_EMPTY = 2


def worst(judgements: Iterable[Judgement]) -> Judgement:
    """The worst of several verdicts; a vacuous claim counts as unproved; nothing at all is right.

    >>> str(worst([Judgement.RIGHT, Judgement.UNPROVED, Judgement.WRONG])), str(worst([Judgement.VACUOUS]))
    ('wrong', 'unproved')
    """
    found = {Judgement.UNPROVED if j is Judgement.VACUOUS else j for j in judgements}
    return next((j for j in ORDER if j in found), Judgement.RIGHT)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link is not right: a kind (key of `misconceptions.KINDS`), a sentence, the part of the LaTeX it points at.

    `span` are character offsets into the claim's LaTeX; `right` is the line as it should stand, in LaTeX.
    """

    kind: str
    text: str
    span: tuple[int, int] | None = None
    right: str = ""


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """One link of a chain. `span`: where it stands in the claim's LaTeX; `follows`: from a wrong line above."""

    latex: str
    judgement: Judgement
    evidence: Evidence = Evidence.NONE
    detail: str = ""
    span: tuple[int, int] | None = None
    follows: bool = False
    reason: Reason | None = None
    counterexample: Counterexample | None = None
    degenerate: bool = False

    def data(self) -> dict[str, Any]:
        """The promised JSON of a link."""
        reason = self.reason
        return {
            "latex": self.latex,
            "verdict": str(Judgement.UNPROVED if self.judgement is Judgement.VACUOUS else self.judgement),
            "follows": self.follows,
            "evidence": str(self.evidence),
            "detail": self.detail,
            "reason": None
            if reason is None
            else {
                "kind": reason.kind,
                "text": reason.text,
                "span": None if reason.span is None else list(reason.span),
                "right": reason.right,
            },
            "counterexample": None if self.counterexample is None else _counterexample(self.counterexample),
        }


def _counterexample(c: Counterexample) -> dict[str, Any]:
    return {"sizes": dict(c.sizes), "indices": dict(c.indices), "left": c.left, "right": c.right, "seed": c.seed}


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """One display (or inline equation): `line` is where it opens, `number` its equation number if it has one.

    `file` is the file that the line counts in, by its name from the page's folder; '' for the page itself.
    """

    line: int
    latex: str
    links: tuple[JudgedLink, ...]
    marked_wrong_by_author: bool = False
    number: str = ""
    marks: float = 0.0
    marks_possible: float = 0.0
    rule: str = ""
    file: str = ""

    @property
    def judgement(self) -> Judgement:
        """The worst of its links'."""
        return worst(link.judgement for link in self.links)

    @property
    def counted(self) -> Judgement:
        """What it counts as for the page: a struck-out claim that is wrong agrees with its author."""
        if not self.marked_wrong_by_author:
            return self.judgement
        return {Judgement.WRONG: Judgement.RIGHT, Judgement.RIGHT: Judgement.WRONG}.get(self.judgement, self.judgement)

    @property
    def follows(self) -> bool:
        """Is it wrong only because of a wrong line above?"""
        wrong = [link for link in self.links if link.judgement is Judgement.WRONG]
        return bool(wrong) and all(link.follows for link in wrong)

    def data(self) -> dict[str, Any]:
        """The promised JSON of a claim."""
        return {
            **({"file": self.file} if self.file else {}),
            "line": self.line,
            "latex": self.latex,
            "verdict": str(self.judgement),
            "marked_wrong_by_author": self.marked_wrong_by_author,
            "follows": self.follows,
            "number": self.number,
            "marks": self.marks,
            "marks_possible": self.marks_possible,
            "rule": self.rule,
            "links": [link.data() for link in self.links],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """A page judged. `goal` is "reached", "incomplete" or "" where there is none; `notes` are readings that were taken.

    `result_right`: the first member of the last chain equals its last one, whatever happened on the way;
    `on_the_way`: the first wrong claim is about that, or leads to it.

    `problem` is set where the page as a whole could not be judged (unreadable network, limits, time-out), `problem_is`
    what that counts as; `macros` are those of the author, to show what was typed.
    """

    file: str
    claims: tuple[JudgedClaim, ...]
    notes: tuple[str, ...] = ()
    goal: str = ""
    result_right: bool = False
    on_the_way: bool = False
    marks: float = 0.0
    marks_possible: float = 0.0
    marks_rule: str = ""
    problem: str = ""
    problem_is: Judgement = Judgement.UNREADABLE
    macros: Macros = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """right, wrong, unproved, unreadable, or empty."""
        if self.problem:
            return str(worst([self.problem_is, *(c.counted for c in self.claims)]))
        return str(worst(c.counted for c in self.claims)) if self.claims else EMPTY

    @property
    def exit_status(self) -> int:
        """0 right, 1 wrong, 3 unproved, 2 unreadable or empty."""
        return EXIT_EMPTY if self.verdict == EMPTY else EXIT[Judgement(self.verdict)]

    @property
    def first_wrong(self) -> JudgedClaim | None:
        """The first claim that counts as wrong."""
        return next((c for c in self.claims if c.counted is Judgement.WRONG), None)

    def data(self) -> dict[str, Any]:
        """The promised JSON of a page."""
        first = self.first_wrong
        return {
            "file": self.file,
            "verdict": self.verdict,
            "score": {"marks": self.marks, "possible": self.marks_possible, "rule": self.marks_rule},
            "goal": self.goal,
            "result_right": self.result_right,
            "first_wrong": None if first is None else first.line,
            "problem": self.problem,
            "notes": list(self.notes),
            "claims": [c.data() for c in self.claims],
        }
