r"""Letters that a page has above names only, the q of `y^q = \sum_i w_i v^q_i` beside `y = \sum_i w_i v_i`.

They may be exponents or number the examples, which a page leaves off where it writes loosely. A line that is wrong with
an exponent is open, unless the letter stands anywhere else on the page, too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...expr import Expr, Index, Pow, Var, of_kind
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ..link import Link

FORMULA = lazily(r"\$\$?([^$]*)\$\$?|\\\[(.*?)\\\]|\\begin\{[a-z*]+\}(.*?)\\end", re.DOTALL)
ALONE = r"(?<![A-Za-z\\]){0}(?![A-Za-z])"
ABOVE = r"\^\s*(?:{0}(?![A-Za-z])|\{{\s*{0}\s*\}})"
DETAIL = "is the `{}` above names an exponent, or does it number them?"


def unless_number_above(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line with a power by a letter that stands above names alone."""
    for x in (p for side in (link.left, link.right) for p in of_kind(side, Pow)):
        letter = _letter(x.exponent) if isinstance(x.base, Var) else ""
        if len(letter) == 1 and _is_above_only(link.page, letter):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter))
    return verdict


def _letter(e: Expr) -> str:
    """The letter that an exponent is, a number or an index."""
    if isinstance(e, Index):
        return e.form.letter.name if e.form.letter is not None else ""
    return split_key(e.variable.key)[0] if isinstance(e, Var) and not e.indices else ""


@lru_cache(maxsize=64)
def _is_above_only(page: str, letter: str) -> bool:
    formulas = " ; ".join(x for m in FORMULA.finditer(page) for x in m.groups() if x)
    above = len(re.findall(ABOVE.format(letter), formulas))
    return 0 < above == len(re.findall(ALONE.format(letter), formulas))
