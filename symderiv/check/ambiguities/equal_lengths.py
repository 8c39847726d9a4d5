r"""Lines of arrays that fit only if all are as long: `\\nabla_h L = V (o - y)` where V has other lengths than that.

Where nothing says that the lengths differ, such a line may still mean something. So the page is read with all arrays
as long as each other; a line that is wrong there is wrong in any case, for with other lengths it does not fit.

Left open are Jacobians, which some write transposed, and derivatives by a matrix where no other line of the page shows
that it writes them in the layout of the matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...errors import DoubtfulShape
from ...expr import Expr, Partial, Var, walk
from ...read import Reading
from ...resolve.told.untold import stands_in
from ...resolve.written import Written
from ...step import Judgement
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Outcome, Stance

MATRIX = 2


def with_lengths_alike(lines: Sequence[Line], page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which all arrays are as long; none where every line fits."""
    if not any(_may_fit(line.written) for line in lines):
        return ()
    found = read_otherwise(page, read)
    if found is None:
        return ()
    layout = any(
        o.right and o.link is not None and _by_matrix(o.link.left, o.judged.latex)
        for line in lines
        for o in line.outcomes
    )
    return (replace(found, stance=Stance.ALIKE if layout else Stance.ALIKE_OR_TRANSPOSED),)


def _may_fit(written: Written) -> bool:
    return any(isinstance(m, DoubtfulShape) for m in written.members)


def is_refuted(here: Outcome, there: Outcome | None, stance: Stance) -> bool:
    """Is a link that does not fit wrong where all arrays are as long?"""
    if here.judged.judgement is not Judgement.UNREADABLE or there is None or there.link is None or not there.wrong:
        return False
    sides = (there.link.left, there.link.right)
    if any(isinstance(x, Partial) and _is_of_vector(x.of, there.judged.latex) for e in sides for x in walk(e)):
        return False
    return stance is Stance.ALIKE or not any(_by_matrix(x, there.judged.latex) for x in sides)


def _is_of_vector(of: Expr, latex: str) -> bool:
    """Is it differentiated at indices that nobody typed? The loss `E_l` of a layer is a number."""
    indices = of.indices if isinstance(of, Var) else ()
    return any(i.letter is None or not stands_in(str(i.letter), latex) for i in indices)


def _by_matrix(e: Expr, latex: str) -> bool:
    """Is something differentiated by a whole matrix, with two indices that nobody typed? An entry shows no layout."""
    return any(isinstance(x, Partial) and _untyped(x.wrt, latex) >= MATRIX for x in walk(e))


def _untyped(x: Var, latex: str) -> int:
    return sum(i.letter is not None and not stands_in(str(i.letter), latex) for i in x.indices)
