r"""Reasons for lines in matrices, in the notation of their author: a transpose that is missing, or does not belong.

Such a line is judged in indices, which stand nowhere in its text. What is told is what was typed: `W` should be `W^T`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...affine import affine
from ...errors import ReadError
from ...expr import Expr, Partial, Var, Variable, free, of_kind, replace, substitute
from ...latex.scripts import variable_latex
from ...step import Judgement
from ..judge import judge_link
from ..known.ranges import Ranges
from ..link import Link
from ..report import Reason
from ..telling.wording import sentence
from .respell import typed

MARK = (
    r"\s*\^\s*(?:\{\s*(?:T|t|\\top|\\intercal|\\mathsf\s*\{T\}|\\mathrm\s*\{T\})\s*\}|T|\\top(?![A-Za-z])|\\intercal)"
)
"""A transposition."""
BOLD = r"\\(?:mathbf|boldsymbol|bm|bf|mathrm|mathsf)\s*\{\s*%s\s*\}"
MISFIT = "the shapes do not fit\ncheck the order of the factors and the transposes"
SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Named:
    """A matrix by its bare name in the text: where it stands with its transposition, and the name alone."""

    start: int
    end: int
    name: str
    mark: str

    def flipped(self, latex: str) -> str:
        """The transpose of it, with the mark that its author uses in the line."""
        return self.name if self.mark else self.name + mark_in(latex)


def mark_in(latex: str) -> str:
    r"""The transposition that a line uses, `^T` where it uses none.

    >>> mark_in(r"x^{\top} A"), mark_in("A x")
    ('^{\\top}', '^T')
    """
    found = re.search(MARK, latex)
    return found[0].strip() if found is not None else "^T"


def of_matrices(link: Link, lang: str) -> Reason | None:
    """The reason for a line in matrices of which one is transposed the wrong way, or the whole right side."""
    n = link.number + 1
    member = link.written.members[n]
    if isinstance(member, ReadError):
        return None
    latex, (start, end) = link.written.latex, link.written.spans[n]
    for variable in dict.fromkeys(e.variable for e in of_kind(member, Var) if e.variable.arity > 1):
        places = list(bare_names(latex, (start, end), variable))
        if len(places) == 1 and _is_right(link, _flipped(member, variable)):
            (at,) = places
            said = {"matrix": latex[at.start : at.end].strip(), "flipped": at.flipped(latex)}
            return _told(
                link, said, (at.start, at.end), latex[start : at.start] + said["flipped"] + latex[at.end : end], lang
            )
    turned = _turned(link, member)
    if turned is not None and _is_right(link, turned):
        text = latex[start:end].strip()
        return _told(link, {"product": text}, (start, end), f"({text}){mark_in(latex)}", lang)
    return None


def _told(link: Link, said: dict[str, str], span: tuple[int, int], repaired: str, lang: str) -> Reason:
    left = typed(link, link.number)
    right = "" if left is None or typed(link, link.number + 1) is None else f"{left} = {repaired.strip()}"
    return Reason("transposed", sentence("transposed", said, lang), span, right)


def is_matrix(link: Link, entry: Var) -> bool:
    """Does an entry that a line is about stand in its text as a matrix, by its bare name?"""
    start, end = link.span
    return entry.variable.arity > 0 and any(True for _ in bare_names(link.written.latex, (start, end), entry.variable))


def bare_names(latex: str, inside: tuple[int, int], variable: Variable) -> Iterator[Named]:
    """Where a matrix stands by its name alone, without indices, and not below a derivative."""
    base = re.split(r"[_^]", variable_latex(variable))[0].strip()
    if not base:
        return
    letter = re.sub(r"\A\\[A-Za-z]+\s*\{(.*)\}\Z", r"\1", base)
    names = "|".join((re.escape(base), BOLD % re.escape(letter)))
    pattern = re.compile(rf"(?<![A-Za-z\\])({names})(?![A-Za-z])({MARK})?(?!\s*[_^'])")
    for found in pattern.finditer(latex, *inside):
        if not re.search(r"(\\partial|\\nabla_?\{?|\bd)\s*\Z", latex[: found.start()]):
            yield Named(found.start(), found.end(), found[1], found[2] or "")


def _flipped(member: Expr, variable: Variable) -> Expr:
    def flip(e: Expr) -> Expr | None:
        if isinstance(e, Var) and e.variable == variable:
            *before, a, b = e.indices
            return Var(variable, (*before, b, a))
        return None

    return replace(member, flip)


def _turned(link: Link, member: Expr) -> Expr | None:
    """The transpose of the right side of a gradient by a matrix that stands there by its bare name."""
    left = link.left
    if not isinstance(left, Partial) or left.wrt.variable.arity != 2:
        return None
    a, b = (i.letter for i in left.wrt.indices)
    text = link.written.latex[slice(*link.written.spans[link.number])]
    if a is None or b is None or a == b or "_" in text or not {a, b} <= free(member):
        return None
    return substitute(member, {a: affine(b), b: affine(a)})


def _is_right(link: Link, member: Expr) -> bool:
    ranges = Ranges(link.system, link.written.ranges)
    filled = ranges.filled(member, link.domain.letters(), link.full)
    if filled == link.right:
        return False
    found = judge_link(link.system, link.left, filled, link.domain, link.where, seconds=SECONDS)
    return found.judgement is Judgement.RIGHT
