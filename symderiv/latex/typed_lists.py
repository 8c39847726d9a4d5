r"""Lists of entries as they are typed, where they could not be parsed: `(1, x_1, \dots, x_n)^T`."""

from __future__ import annotations

import re

from ..pattern import lazily

LIST = lazily(r"\s*(?:\\[lL]eft|\\[bB]igg?l?)?\s*[(\[]")
BEHIND_LIST = lazily(r"\s*(?:[\^'].*)?[.,;]?\s*", re.S)
"""Where a list of entries begins, and what may stand behind it."""


def is_typed_list(text: str) -> bool:
    r"""Is all that is typed one parenthesis with commas in it, or its transpose?

    >>> is_typed_list(r"(1, x_1, \dots)^T"), is_typed_list("(f(a, b) + c)"), is_typed_list("(a, b) + 1")
    (True, False, False)
    """
    begin, depth, commas = LIST.match(text), 0, 0
    for n in range(begin.end() - 1, len(text)) if begin is not None else ():
        depth += (text[n] in "([") - (text[n] in ")]")
        commas += depth == 1 and text[n] == ","
        if not depth:
            return commas > 0 and BEHIND_LIST.fullmatch(text[n + 1 :]) is not None
    return False
