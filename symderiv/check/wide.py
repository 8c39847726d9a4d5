r"""Arguments without parentheses, `\sin \omega t`, and divisors, `\|x - c\|^2 / 2 b`: the page is judged with both of
their lengths."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..read import Reading
from ..system import System
from .clashes import Whole
from .link import Stance
from .struck import in_another_reading

ARGUMENT = re.compile(
    r"\\(?:log|ln|exp|sin|cos|tan|sinh|cosh|tanh|arctan|sigmoid)(?![A-Za-z])(?:\s*\^\s*\{?\s*-?\d\s*\}?)?\s*"
    r"(?:\\[A-Za-z]+(?![A-Za-z])|[A-Za-z])(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?\w))*\s*(?!\\(?:[,;:! ]|cdot|times|quad|q|right"
    r"|l?dots|cdots|big|Big|bigg|frac|dfrac|over|odot|le|ge|leq|geq|in|text|end|tag|label|to)(?![A-Za-z]))\\?[A-Za-z]"
)
"""A function without parentheses with a name behind its argument."""
DIVISOR = re.compile(r"[)|}\]\w]\s*(?:_\s*\{?\w+\}?\s*)?\^\s*\{?\s*\d+\s*\}?\s*/\s*\d+\s*\\?[A-Za-z]")
"""What is raised to a power above a number with a name behind it."""


def with_wide_arguments(
    text: str, page: Whole, read: Callable[[], Reading], network: System | None
) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which arguments and divisors go as far as they may, if any are."""
    if ARGUMENT.search(text) is None and DIVISOR.search(text) is None:
        return ()
    found = in_another_reading(page, read, network)
    return () if found is None else (replace(found, stance=Stance.CROSSED),)
