r"""A network that is given, as a page would type it: for reading a solution whose arrays it defines by entries.

`W` beside `--network` is the matrix of the `w_{kj}` that the network defines, as it would be on the network's own page.
So its pieces are written out, and read as formulas that stand beside those of the solution.
"""

from __future__ import annotations

from ..errors import SymderivError
from ..latex.names import Names
from ..latex.parse import parse
from ..latex.style import Style, style_of
from ..latex.tree import Formula
from ..latex.write import conditions, write
from ..memo import of_this_object
from ..system import Piece, System
from .known import several_names


@of_this_object(64)
def typed_out(system: System) -> tuple[Formula, ...]:
    r"""The formulas of a network: each piece with its range, and those that are given by their entry alone.

    >>> from symderiv.load import load_text
    >>> network = load_text("$y_k = \\sum_{j=1}^J w_{kj} x_j$ ( $1 \\le k \\le K$ ) $$E = \\sum_{k=1}^K y_k^2$$")
    >>> for formula in typed_out(network):
    ...     print(formula.source.text)
    y_k = \sum_{j=1}^J w_{kj} x_j \quad (1 \le k \le K)
    E = \sum_{k=1}^K y_k^2
    w_{kj} \quad (1 \le j \le J, 1 \le k \le K)
    x_j \quad (1 \le j \le J)
    """
    style, names = style_of(system), several_names(system)
    return tuple(f for p in system.pieces if (f := _formula(p, style, names)) is not None)


def _formula(piece: Piece, style: Style, names: Names) -> Formula | None:
    left = write(piece.lhs, style)
    whole = left if piece.body is None else f"{left} = {write(piece.body, style)}"
    where = ", ".join(conditions(piece.domain.constraints, style))
    try:
        return parse(rf"{whole} \quad ({where})" if where else whole, names)
    except SymderivError:
        return None  # of what cannot be typed nothing is known
