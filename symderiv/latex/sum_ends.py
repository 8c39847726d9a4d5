r"""Ends of sums that say their letter again: `\sum_{i=1}^{i=m}`, `\sum_{i=1}^{i \le m}`, as in a loop of a program."""

from __future__ import annotations

from .tree import Chain, Node, Number, Term, Terms

LAST = {"=": 0, r"\le": 0, "<": 1}
"""By how much the last value lies below what the letter is compared with."""


def ends_said(below: tuple[Node, ...], ends: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""What stands over a sum sign without the letters that it says again; any other letter is left where it is.

    >>> from symderiv.latex.parse import parse
    >>> a, b, c, d = (parse(rf"\sum_{{i=0}}^{{{x}}} x_i").statements for x in ("i=m", "m", "i<m", "m-1"))
    >>> a == b, c == d, a == c
    (True, True, False)
    """
    if not any(isinstance(e, Chain) for e in ends):
        return ends
    if len(ends) == len(below):
        return tuple(_end((b,), e) for b, e in zip(below, ends, strict=True))
    return tuple(_end(below, e) for e in ends)


def _end(below: tuple[Node, ...], end: Node) -> Node:
    """One end, of which the letter begins among what stands below."""
    if not isinstance(end, Chain) or len(end.members) != 2 or end.relations[0] not in LAST:
        return end
    letter, last = end.members
    less = LAST[end.relations[0]]
    begun = any(isinstance(b, Chain) and letter == b.members[0] for b in below)
    if not begun and (less or letter not in below):  # does `\sum_i^{i<n}` begin at 0 or at 1?
        return end
    own = last.terms if isinstance(last, Terms) else (Term("", last, last.span),)
    return Terms((*own, Term("-", Number(str(less)), last.span)), last.span) if less else last
