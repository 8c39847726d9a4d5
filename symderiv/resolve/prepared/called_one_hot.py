"""Which names words call one-hot: `where $y$ is one-hot`, `one-hot targets $t_{nk}$`, not under an `if`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from ...latex.clauses import SUPPOSING
from ..located import Located
from .functions_in_words import bare

CALLED = r"(?:one[- ]hot|1[- ]of[- ]K|one[- ]of[- ]K|ワンホット)"
BEFORE = re.compile(
    rf"{CALLED}(?:[- ]?(?:encoded|coded))?(?:\s+[a-z]+){{0,2}}\s*(?:ベクトル|表現|ラベル|な)?\s*[をは]?\s*\Z", re.I
)
BEHIND = re.compile(
    r"\s*(?:,?\s*(?:which|that)\s+|,\s*)?(?:(?:is|are|be|being|denotes?|を|は|が|の)\s*)?(?:(?:a|an|the|all)\s+)?"
    rf"(?:[a-z]+\s+)?{CALLED}",
    re.I,
)
"""Words right before and right behind a name."""
EXPLAINED = re.compile(
    rf"\s*は[^。．、$]{{0,20}}[(（]?\s*{CALLED}|"
    r"\s*(?:is|are|denotes?|be)\s+(?:the|an?|our)\s+(?:[a-z-]+\s+|\$[^$]*\$\s*){1,9}"
    rf"[(,]\s*(?:(?:encoded|represented|given|written)\s+)?(?:as\s+)?(?:an?\s+)?{CALLED}",
    re.I,
)
"""What a name is, with that in parentheses: `$y_t$ is the correct word at time step $t$ (one-hot)`."""
TYPED = re.compile(
    r"\s*(?:\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*)?([A-Za-z])\}?(?:[_^](?:\{[^{}]*\}|\S))*\s*(?:\\in\b.*)?", re.S
)
"""A letter typed alone, with its scripts or its set."""
CASE = re.compile(
    r"\b(?:if|when|whenever|suppose|assuming|for(?=\s+(?:[a-z]+\s+){0,2}(?:one|1)[- ](?:hot|of)|\s*\Z)|e\.g|case)\b"
    r"|とき|場合",
    re.I,
)
DENIED = re.compile(
    r"\b(?:not|no|never|unlike|in contrast|without|instead of|rather than|unless|need)\b|ではな|でない|とは限ら", re.I
)
"""Words of a case only, and words that deny it."""
CASE_BEHIND = re.compile(r"とき|場合|なら|であれば|とすると|とすれば|仮定すると")
"""Words of a case only that stand behind: `$t$ が one-hot のとき`."""


class Said(Enum):
    """What words beside a name say: that it is one-hot, that it is so in a case, or that it is not."""

    SO = "so"
    CASE = "case"
    DENIED = "denied"


def called_one_hot(located: Sequence[Located], what: Said = Said.SO) -> Iterator[str]:
    """The letters of names of which words say so."""
    for display, formula in located:
        if not display.inline or isinstance(formula, Exception):
            continue
        name = bare(display.latex) or _base(display.latex)
        before, behind = re.split(r"[$.;。]", display.before)[-1], re.split(r"[$.;。]", display.after)[0]
        clause = re.split(r"[.;。]", display.after)[0]
        called = bool(BEFORE.search(before) or BEHIND.match(behind) or EXPLAINED.match(clause))
        not_so = DENIED.search(f"{before} {behind}") is not None
        case = SUPPOSING.search(before) or CASE.search(before) or CASE_BEHIND.search(behind)
        found = {
            Said.SO: called and not (not_so or case),
            Said.CASE: called and not not_so and bool(case),
            Said.DENIED: not_so and re.search(CALLED, f"{before} {clause}", re.I) is not None,
        }
        if name and found[what]:
            yield name


def _base(latex: str) -> str | None:
    r"""The letter of a name that is typed alone, with its scripts or its set: the t of `t_{nk}`, `t \in \{0, 1\}^K`."""
    found = TYPED.fullmatch(latex)
    return None if found is None else found[1]
