r"""Steps in the words of a reason: students write `[a > 0]`, not `\operatorname{step}(a)`."""

from __future__ import annotations

from dataclasses import replace

from ...pattern import lazily
from ..report import Reason

STEP = lazily(r"\\operatorname\{step\}(?P<open>\\left\(|\()")


def with_indicators(reason: Reason, typed: str) -> Reason:
    r"""The reason with its steps as brackets; as it is where the author of the line has `step`, too.

    >>> with_indicators(Reason("factor-missing", r"`\operatorname{step}(a_i)` is missing"), "a_i").text
    '`[a_i > 0]` is missing'
    """
    if "step" in typed:
        return reason
    return replace(reason, text=bracketed(reason.text), right=bracketed(reason.right))


def bracketed(text: str) -> str:
    r"""Every step of a text as a bracket.

    >>> print(bracketed(r"2 \operatorname{step}\left(\frac{(a)}{b}\right) + \operatorname{step}(u"))
    2 [\frac{(a)}{b} > 0] + \operatorname{step}(u
    """
    found = STEP.search(text)
    while found is not None:
        end = _end(text, found.end())
        if end is None:
            return text
        inner = text[found.end() : end].removesuffix(r"\right")
        shown = f"[{inner.strip()} > 0]"
        text = text[: found.start()] + shown + text[end + 1 :]
        found = STEP.search(text, found.start() + 1)
    return text


def _end(text: str, at: int) -> int | None:
    """Where the parenthesis that is open at a place closes."""
    depth = 1
    for n in range(at, len(text)):
        depth += (text[n] == "(") - (text[n] == ")")
        if depth == 0:
            return n
    return None
