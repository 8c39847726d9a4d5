r"""Lines that are wrong with `\delta_{nk}` as Kronecker's, where it may be an error that the page does not define.

In `\partial E/\partial w_{kj} = \sum_n \delta_{nk} x_{nj}` nothing else of the line is computed: a Kronecker delta
would leave no more than data of the gradient of an objective, and that is seldom meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...expr import Bracket, Expr, Mul, Partial, Sum, Var, of_kind
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

_TWO = (
    r"\\delta\s*(?:_\s*\{\s*[a-z]\s*,?\s*[a-z]\s*\}|_\s*\{?\s*[a-z]\s*\}?\s*\^\s*\{?\s*[a-z]\s*\}?|\^\s*\{?\s*[a-z]\s*\}?\s*_\s*\{?\s*[a-z]"
    r"\s*\}?)"
)
_NOUN = (
    r"(?:errors?\b|error[ -](?:signals?|terms?)|sensitivit(?:y|ies)|residuals?|local gradients?"
    r"|Fehler|erreurs?|error(?:es)?\b|errore|ошибк\w+)"
)
TOLD = lazily(
    rf"\$\s*{_TWO}\s*\$\s*(?:,\s*)?(?:(?:is|are|be|denotes?|means|ist|sei|sind|est|désigne|es|è|é|—)\s+)?(?:(?:called|the|an?|der|die|den|l['’]|el|la"
    rf"|their|its|output|local|back\w*)\s*)*{_NOUN}|\b{_NOUN}\s*(?:of\s+[\w $-]{{0,40}})?,?\s*\$\s*{_TWO}\s*\$"
    rf"|\$\s*{_TWO}\s*\$\s*(?:は|を|是|为|為|表示)[^。$]{{0,12}}(?:誤差|误差|誤差信号|感度)|(?:誤差|误差)(?:信号|項)?(?:を|は|为|為)?\s*\$\s*{_TWO}\s*\$",
    re.I,
)
"""Words by which a `\\delta_{ij}` is an error, and compares nothing."""
ERROR = r"with `\delta` for Kronecker's it is wrong, but it may be an error that the page does not define"

ERROR_TOLD = r"the page calls `\delta` an error, and does not define it"


def unless_error_undefined(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line by which a derivative of a number is such a delta, or one times data."""
    if verdict.judgement is not Judgement.WRONG or verdict.counterexample is None:
        return verdict
    for one, other in ((link.left, link.right), (link.right, link.left)):
        if (
            isinstance(one, Partial)
            and isinstance(one.of, Var)
            and not one.of.indices
            and _is_error(other, link.system)
        ):
            return Verdict(Judgement.UNPROVED, detail=ERROR)
    return verdict


@lru_cache(maxsize=64)
def error_told(page: str) -> bool:
    r"""Does a page call a `\delta` with two indices an error?

    >>> error_told(r"Here $\delta_{ij}$ is the error of unit $j$."), error_told(r"Here $\delta_{j}$ is the error.")
    (True, False)
    """
    return "delta" in page and TOLD.search(page) is not None


def unless_error_told(link: Link, verdict: Verdict, page: str) -> Verdict:
    """The verdict; open for a line with a delta that compares letters, on a page that calls such a one an error."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not error_told(page):
        return verdict
    deltas = (b for e in (link.left, link.right) for b in of_kind(e, Bracket))
    return Verdict(Judgement.UNPROVED, detail=ERROR_TOLD) if any(b.delta for b in deltas) else verdict


def _is_error(e: Expr, system: System) -> bool:
    """Is it a delta, or the product of one with data, behind its sums?"""
    while isinstance(e, Sum):
        e = e.body
    factors = e.factors if isinstance(e, Mul) else (e,)
    deltas = [f for f in factors if isinstance(f, Bracket) and f.delta]
    data = [f for f in factors if isinstance(f, Var) and all(p.body is None for p in system.of(f.variable))]
    return len(deltas) == 1 and len(deltas) + len(data) == len(factors)
