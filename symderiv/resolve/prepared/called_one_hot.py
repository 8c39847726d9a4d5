"""Which names words call one-hot: `where $y$ is one-hot`, `one-hot targets $t_{nk}$`, not under an `if`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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


def called_one_hot(located: Sequence[Located], denied: bool = False) -> Iterator[str]:
    """The letters of names beside such words, or beside words that deny it."""
    for display, formula in located:
        if not display.inline or isinstance(formula, Exception):
            continue
        name = bare(display.latex) or _base(display.latex)
        before, behind = re.split(r"[$.;。]", display.before)[-1], re.split(r"[$.;。]", display.after)[0]
        clause = re.split(r"[.;。]", display.after)[0]
        said = BEFORE.search(before) or BEHIND.match(behind) or EXPLAINED.match(clause)
        not_so = DENIED.search(f"{before} {behind}")
        if denied and name and not_so and re.search(CALLED, f"{before} {clause}", re.I):
            yield name
        if not denied and name and said and not (SUPPOSING.search(before) or not_so or CASE.search(before)):
            yield name


def _base(latex: str) -> str | None:
    r"""The letter of a name that is typed alone, with its scripts or its set: the t of `t_{nk}`, `t \in \{0, 1\}^K`."""
    found = TYPED.fullmatch(latex)
    return None if found is None else found[1]
