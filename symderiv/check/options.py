"""How a page is judged."""

from __future__ import annotations

from dataclasses import dataclass

from .marks import DEFAULT, Scheme


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge: `seconds` for the whole page, `seed` of the draws, language of the reasons.

    `wrt` is the entry by which the page ought to differentiate (its goal); `scheme` says what a line is worth. Without
    `reasons` only verdicts are found, which takes a fraction of the time where much is wrong.
    """

    seconds: float = 60.0
    seed: int = 0
    lang: str = "en"
    wrt: str = ""
    scheme: Scheme = DEFAULT
    reasons: bool = True


USUAL = Options()
"""What holds where nothing is said."""
