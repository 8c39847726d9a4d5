r"""Numbers of names in the words of a reason: where the author types `E_2`, it is not told of `E^{(2)}`.

A name with a number may be read with the number as a label above. What a reason shows has it where the page has it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...pattern import lazily
from ..report import Reason

ABOVE = lazily(r"(?<![\w}])(?P<base>\\[A-Za-z]+(?:\{[A-Za-z]\})?|[A-Za-z])\^\{\((?P<number>\d)\)\}(?!_)")
SPACE = lazily(r"\s+")


def with_numbers_below(reason: Reason, page: str) -> Reason:
    r"""The reason with the numbers of names below them, where its page has none of them above.

    >>> with_numbers_below(Reason("sign", "the sign of `E^{(2)}` is wrong"), "$E = E_1 + E_2$").text
    'the sign of `E_2` is wrong'
    """
    if "^{(" not in reason.text + reason.right:
        return reason
    bare = SPACE.sub("", page)

    def typed(found: re.Match[str]) -> str:
        base, number = found["base"], found["number"]
        above = any(f"{base}^{{{o}{number}{c}}}" in bare for o, c in ("()", "[]", ("{(", ")}")))
        below = any(f"{base}{x}" in bare for x in (f"_{number}", f"_{{{number}}}"))
        return f"{base}_{number}" if below and not above else found[0]

    return replace(reason, text=ABOVE.sub(typed, reason.text), right=ABOVE.sub(typed, reason.right))
