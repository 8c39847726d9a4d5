r"""Derivatives set to zero where a minimum is looked for: `\frac{\partial J}{\partial b} = \sum_n (b - x_n) = 0`.

Such a link requires something of the values and says nothing that is so at all of them. Where it does not hold in
general, it is left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..expr import Num, Partial, Var, holds_derivative, walk
from ..latex.denials import weakens
from ..step import Judgement, Verdict
from .link import Link

LOOKING = re.compile(
    r"\b(?:set(?:s|ting)?|put(?:ting)?|equat\w+|requir\w+|solv\w+|optim\w+|minim\w+|maxim\w+|stationar\w+|extrem\w+"
    r"|critical|vanish\w*|normal equations?|first[- ]order)\b"
    r"|極値|極小|極大|最小|最大|最適|停留|とお[くい]|とすると|として解|を解[くい]",
    re.I,
)
"""Words beside a derivative that is set to zero."""
DEMANDED = re.compile(r"\\(?:over|stack)(?:set|rel)\s*\{\s*!\s*\}\s*\{?\s*=")
DETAIL = "the derivative is required to be 0 here, which it is at some values only"
SET_TO_ZERO = re.compile(
    r"\b(?:set|setting|equating|putting)\b[^.]{0,80}(?:\bzero\b|\b0\b)|= ?0\$?\s*(?:gives|yields|leads|implies)"
    r"|(?:= ?0\$?|ゼロ|零)\s*(?:とお[くい]|とすると|より|を解)",
    re.I,
)
"""Words by which something is concluded from a derivative that is set to zero."""
CONCLUDED = "it follows from a derivative that is set to 0, which it is at some values only"
CONSTRAINED = re.compile(r"\bconstrain\w*|\bsubject to\b|\bs\.\s?t\.|制約|拘束")
CONSTRAINT = "a constraint holds at some values only"
NARROWED = re.compile(
    r"\A\W*(?:which\s+)?(?:(?:holds?|is (?:true|valid|correct|right))\s+)?(?:(?:only|just)\s+(?:for|if|when|in)\b"
    r"|(?:for|if|when|in)\b[^.;]{1,60}\bonly\b)|\A\s*(?:となるのは|が成り立つのは|は)[^。]{1,30}(?:のみ|だけ|に限)",
    re.I,
)
"""Words behind a line that narrow it to a case that they name."""
NARROW = "it is wrong in general, and the words behind it narrow it to a case"


WEAKENED = "the words beside it say less, or something else, than the formula does"


def as_said(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; a right link that the text denies, or that goes on outside of its dollar signs, is not read.

    One that the words beside it weaken (`perhaps`, `up to sign`, `for no $i$`) is open.
    """
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    if link.written.refused is not None:
        return Verdict(Judgement.UNREADABLE, detail=link.written.refused.cause)
    return Verdict(Judgement.UNPROVED, detail=WEAKENED) if weakens(*link.written.words) else verdict


def as_required(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong link by which a derivative is set to zero, or that is meant in a case only."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    detail = _why(link)
    return Verdict(Judgement.UNPROVED, detail=detail) if detail else verdict


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by which a link of a kind is meant at some values, or in a case, only, and what is said then.

    `kind`: a derivative that is "zero", "any" link, one of "values" without a derivative, such a one "aside" in a
    sentence.
    `at`: the words stand "around" the formula, "behind" it, or are "typed" in it.
    """

    kind: str
    at: str
    words: re.Pattern[str]
    why: str


WORDINGS = (
    Wording("zero", "around", LOOKING, DETAIL),
    Wording("zero", "typed", DEMANDED, DETAIL),
    Wording("zero", "behind", re.compile(r"\A\s*より"), DETAIL),
    Wording("any", "behind", NARROWED, NARROW),
    Wording("values", "around", SET_TO_ZERO, CONCLUDED),
    Wording("aside", "around", CONSTRAINED, CONSTRAINT),
)
"""The first that fits is told."""


def _why(link: Link) -> str:
    """Why a link that is wrong in general may be meant at some values, or in one case, only."""
    written = link.written
    if _is_zero(link) and len(written.members) > 2 and link.number + 2 == len(written.members):
        return DETAIL  # at the end of a chain it needs no words
    before, behind = written.words
    texts = {"around": f"{before} {behind}", "behind": behind, "typed": written.latex}
    kinds = _kinds(link)
    return next((w.why for w in WORDINGS if w.kind in kinds and w.words.search(texts[w.at])), "")


def _kinds(link: Link) -> set[str]:
    found = {"any", *(["zero"] if _is_zero(link) else [])}
    if not any(holds_derivative(m) for m in link.written.members if not isinstance(m, Exception)):
        found |= {"values", *(["aside"] if link.written.inline else [])}
    return found


def _is_zero(link: Link) -> bool:
    """Does a chain that begins with a first derivative of a number end in 0?"""
    first = link.written.members[0]
    derivatives = [x for x in walk(first) if isinstance(x, Partial)] if not isinstance(first, Exception) else []
    plain = len(derivatives) == 1 and isinstance(derivatives[0].of, Var)
    return plain and isinstance(link.right, Num) and link.right.value == 0
