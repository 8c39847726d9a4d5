r"""Arguments without parentheses, `\sin \omega t`, and divisors, `\|x - c\|^2 / 2 b`: the page is judged with all of
their lengths, and with factors behind product signs each time or once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ...pattern import lazily
from ...read import Reading
from ...resolve.choices import Choices
from ...resolve.spelled.wide_divisors import ALL, NAMES
from ...system import System
from ..completion.clashes import Whole
from ..link import Stance
from .struck import in_another_reading

ARGUMENT = lazily(
    r"\\(?:log|ln|exp|sin|cos|tan|sinh|cosh|tanh|arctan|sigmoid)(?![A-Za-z])(?:\s*\^\s*\{?\s*-?\d\s*\}?)?\s*"
    r"(?:\\[A-Za-z]+(?![A-Za-z])|[A-Za-z])(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?\w))*\s*(?!\\(?:[,;:! ]|cdot|times|quad|q|right"
    r"|l?dots|cdots|big|Big|bigg|frac|dfrac|over|odot|le|ge|leq|geq|in|text|end|tag|label|to)(?![A-Za-z]))\\?[A-Za-z]"
)
"""A function without parentheses with a name behind its argument."""
DIVISOR = lazily(
    r"/\s*(?!\\partial|d[A-Za-z\\]|\\mathrm\s*\{?d)\{?(?:\d+(?:\.\d+)?|\\?[^\W\d_]+(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?\w))*"
    r"|\\sqrt\s*(?:\{[^{}]*\}|\w))\}?\s*(?:\\[,;!: ]\s*)*"
    r"(?!\\(?:cdot|times|quad|q|right|rfloor|rceil|rangle|r[vV]ert|rbrac[ek]|le|ge|in|text|end|tag|label|to)"
    r"(?![A-Za-z]))(?:[\\({\[|]?[^\W\d_]|\(\s*[-+]?\s*\d)"
)
"""A slash with one factor behind it, and another one behind that."""


def with_factors_behind(
    text: str, page: Whole, read: Callable[[], Reading], network: System | None
) -> tuple[Whole, ...]:
    r"""The page in the reading that `read` gives, in which a factor without the letter stands behind its product sign,
    `\prod_k a_k u`; none where no line has one."""
    found = in_another_reading(page, read, network) if r"\prod" in text or "∏" in text else None
    same = found is None or (found.reading.draft, found.reading.claims) == (page.reading.draft, page.reading.claims)
    return () if found is None or same else (replace(found, stance=Stance.CROSSED),)


def with_other_lengths(
    text: str, page: Whole, read: Callable[[Choices], Reading], network: System | None
) -> tuple[Whole, ...]:
    """The page in the readings that `read` gives, in which arguments and divisors go as far as they may, if any are."""
    arguments, slashes = ARGUMENT.search(text) is not None, DIVISOR.search(text) is not None
    choices = [Choices(wide=True)] if arguments else []
    choices += [Choices(divisors=n) for n in (NAMES, ALL)] if slashes else []
    choices += [Choices(wide=True, divisors=NAMES)] if arguments and slashes else []
    found: dict[tuple[object, object], Whole] = {(page.reading.draft, page.reading.claims): page}
    for c in choices:
        other = in_another_reading(page, partial(read, c), network)
        if other is not None:
            stance = Stance.CROSSED if c.wide else Stance.DIVIDED
            found.setdefault((other.reading.draft, other.reading.claims), replace(other, stance=stance))
    return tuple(w for w in found.values() if w is not page)
