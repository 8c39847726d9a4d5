r"""Pages that pad with zeros: what lies beyond its range is 0, or only what is padded.

`where the input is padded with zeros` says that `x_0` is 0. Whether `\sum_a y_{i-a} w_a` then counts a `y_0` as 0, too,
it does not say, and few authors think of it. So a line is right or wrong if it is so in both readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..read import Reading
from .clashes import Whole, read_otherwise

PADDED = re.compile(
    r"\bzero[- ]?padd|\bpad(?:ded|ding)?\b[^.;]{0,40}\bzeros?\b|\bzeros?\b[^.;]{0,30}\bpad"
    r"|\bmit Nullen (?:auf)?gefüllt|\bNullen? auf(?:ge)?füll|\bcompl\w+ (?:par|avec|de) des zéros"
    r"|\bceros? (?:de|como) relleno|\brellen\w+ (?:con|de) ceros"
    r"|补\s*\$?[0零]|补齐\s*\$?[0零]|[0零]\$?\s*填充|填充\s*\$?[0零]|填\s*\$?[0零]"
    r"|ゼロパディング|零?ゼロ(?:詰め|埋め)|(?:0|０|ゼロ|零)(?:で|を)?(?:パディング|埋め|詰め|補)",
    re.I,
)


def with_zeros_outside(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which what lies beyond its range is 0; none without padding."""
    if PADDED.search(text) is None or page.system.outside_zero:
        return ()
    found = read_otherwise(page, read)
    return () if found is None else (found,)
