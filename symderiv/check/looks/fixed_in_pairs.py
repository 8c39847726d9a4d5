r"""Letters of a line that stand in the pairs below one of its sums as well, the u of `\frac{\partial L}{\partial p_u} =
-\sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) q_i`.

As typed, the sum runs over u, too. Many mean the pairs with the u of the other side, which is written
`\sum_{i : (u,i) \in D}`. A line that is wrong as typed and right so is left open.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ...affine import Sym
from ...expr import Expr, Sum, bound, free
from ...expr import replace as with_parts
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link

FIXED = r"the sum runs over `{}`, too, and it is right where that is the `{}` of the other side: write `{}`"
PAIR = lazily(
    r"\\sum\s*(?:\\(?:no)?limits\s*)?_\s*\{"
    r"(?P<below>\s*(?:\\left)?\(?(?P<pair>[^{}():|]*,[^{}():|]*?)(?:\\right)?\)?\s*\\in(?![a-z])[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}"
)
"""A sum over pairs that lie in a set, as typed."""
LETTER = lazily(r"\\?[A-Za-z]+'*")


def unless_fixed_in_pairs(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is wrong, and right where a letter of its other side is fixed in such pairs."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    outside = {s.name for s in free(link.left) | free(link.right)}
    for below, pair in pairs_typed(link.written.latex):
        for letter in (x for x in pair if x in outside):
            other = _with_fixed(link, Sym(letter))
            if other is not None and judge(other).judgement is Judgement.RIGHT:
                rest = ", ".join(x for x in pair if x != letter)
                detail = FIXED.format(letter, letter, rf"\sum_{{{rest} : {below.strip()}}}")
                return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


@lru_cache(maxsize=64)
def pairs_typed(latex: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands below the sums of a display that run over pairs, each with the letters of its pair.

    >>> pairs_typed("\\\\sum_{(u,i) \\\\in D} r_{ui} + \\\\sum_{i : (u,i) \\\\in D} r_{ui}")
    (('(u,i) \\\\in D', ('u', 'i')),)
    """
    found = ((m["below"].strip(), tuple(x.strip() for x in m["pair"].split(","))) for m in PAIR.finditer(latex))
    return tuple(x for x in found if all(LETTER.fullmatch(y) for y in x[1]))


def _with_fixed(link: Link, letter: Sym) -> Link | None:
    """The line with the summands of that letter alone; None where no sum is left out so."""
    if letter not in bound(link.left) | bound(link.right):
        return None

    def change(e: Expr) -> Expr | None:
        return with_parts(e.body, change) if isinstance(e, Sum) and e.letter == letter and not e.where else None

    return replace(link, left=with_parts(link.left, change), right=with_parts(link.right, change))
