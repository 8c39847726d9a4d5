r"""The last parenthesis of a formula behind its dollar sign, `$W = (w_{ij}$)`, or its first one before it, `($x, y)$`.

Such a parenthesis belongs to the formula, which has one that nothing pairs; the sentence around it has no use for it.
Where the sentence has one open, too, one is missing, and nobody knows where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..pattern import lazily
from .find import Found

SIGN = lazily(r"\\[()\[\]]|\\[A-Za-z]+|\\.|[()\[\]]")
"""Brackets, and commands, which are none."""
PARAGRAPH = lazily(r"\n[ \t]*\n")
APART = ("$)", "($", "\\))", "(\\(")
"""Without any of them no parenthesis stands beside a formula."""
FAR = 400
"""So far from a formula the words of its paragraph are looked at."""


def with_parentheses_inside(text: str, maths: Sequence[Found]) -> tuple[str, list[Found]]:
    r"""A text, and where its formulas stand, with such parentheses in their formulas; all else keeps its place.

    >>> from .find import find
    >>> def written(text): return with_parentheses_inside(text, list(find(text)))[0]
    >>> written("weights $W = (w_{ij}$), data ($x, y)$")
    'weights $W = (w_{ij})$, data $(x, y)$'
    >>> written("(weights $W = (w_{ij}$) of $x \\in [0, 1)$")
    '(weights $W = (w_{ij}$) of $x \\in [0, 1)$'
    """
    if not any(x in text for x in APART):
        return text, list(maths)
    signs, out = list(text), list(maths)
    for n, math in enumerate(maths):
        content = text[math.inner : math.outer]
        before, behind = text[max(0, math.start - 1) : math.start] == "(", text.startswith(")", math.end)
        if not math.inline or before is behind:
            continue
        if behind and _loose(content) == "(" and not _open(text, maths, n):
            signs[math.outer : math.end + 1] = [")", *text[math.outer : math.end]]
            out[n] = replace(math, outer=math.outer + 1, end=math.end + 1)
        elif before and _loose(content) == ")" and not _closes(text, maths, n):
            signs[math.start - 1 : math.inner] = [*text[math.start : math.inner], "("]
            out[n] = replace(math, start=math.start - 1, inner=math.inner - 1)
    return "".join(signs), out


def _loose(content: str) -> str:
    """The one parenthesis of a formula that nothing pairs; nothing where all are paired, or more than one is not."""
    left: list[str] = []
    for sign in (m[0] for m in SIGN.finditer(content) if len(m[0]) == 1):
        if sign in ")]" and left and left[-1] in "([":
            left.pop()
        else:
            left.append(sign)
    return left[0] if len(left) == 1 else ""


def _open(text: str, maths: Sequence[Found], n: int) -> bool:
    """Do the words of a paragraph before a formula have a parenthesis open?"""
    at = maths[n].start
    first = max(0, at - FAR)
    start = max((m.end() for m in PARAGRAPH.finditer(text, first, at)), default=first)
    depth = 0
    for sign in _words(text, maths[:n], start, at):
        depth = depth + 1 if sign == "(" else max(0, depth - 1) if sign == ")" else depth
    return depth > 0


def _closes(text: str, maths: Sequence[Found], n: int) -> bool:
    """Do the words of a paragraph behind a formula close the parenthesis before it?"""
    at = maths[n].end
    found = PARAGRAPH.search(text, at, at + FAR)
    depth = 1
    for sign in _words(text, maths[n + 1 :], at, found.start() if found is not None else at + FAR):
        depth += 1 if sign == "(" else -1 if sign == ")" else 0
        if not depth:
            return True
    return False


def _words(text: str, maths: Sequence[Found], start: int, end: int) -> str:
    """What stands between two places outside of formulas."""
    pieces, at = [], start
    for math in maths:
        if math.end > at and math.start < end:
            pieces.append(text[at : math.start])
            at = math.end
    return "".join([*pieces, text[at:end]])
