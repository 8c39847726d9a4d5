r"""A network that is given, as its own page: a solution beside it is read as if it went on there.

What a solution leaves out, or writes in its own way, is settled by the page of the network: that `g(x_i)` is numbered
by i, that `W` is the matrix of the `w_{kj}`. So the formulas of that page stand before those of the solution while
these are written out, and are left out again. A network that comes from no page is typed out for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..document import parse_document, read_formulas
from ..document.blocks import Block, Display
from ..errors import SymderivError
from ..latex.names import Names
from ..latex.parse import parse
from ..latex.source import Source
from ..latex.style import Style, style_of
from ..latex.tree import Chain
from ..latex.write import conditions, write
from ..memo import of_this_object
from ..system import Piece, System
from .front import primed_in, ranges_typed, read_front
from .located import GIVEN, Located, is_given, read_of
from .prepared.applied import applied_alone
from .shapes import have_arrays
from .spelled.function_letters import GREEK_FUNCTIONS
from .spelled.given_labels import GivenLabels, labels_of
from .spelled.known import known_functions, lengths_of, numbers_of, several_names, variables_of
from .spelled.numbers_behind import with_numbers_below


@dataclass(frozen=True, slots=True)
class GivenPage:
    """The page of a given network: its blocks and formulas, the ranges of its front matter as read and as typed, and
    whether it leaves out sum signs; `lengths` are those of its arrays (`lengths_of`), `arrays`: it may have any;
    `labels`: how it writes the numbers that tell its names apart; `numbers` are names that are no arrays."""

    blocks: tuple[Block, ...] = ()
    located: tuple[Located, ...] = ()
    ranges: tuple[Chain, ...] = ()
    typed: Mapping[str, object] = field(default_factory=dict)
    implicit: bool = False
    lengths: Mapping[tuple[str, int], tuple[str | None, ...]] = field(default_factory=dict)
    arrays: bool = True
    labels: GivenLabels = field(default_factory=GivenLabels)
    numbers: frozenset[str] = frozenset()

    @property
    def chains(self) -> tuple[Chain, ...]:
        """Its equations as typed."""
        return tuple(s.chain for f in read_of(self.located) for s in f.statements if s.chain.relations)

    def without(self, located: Iterable[Located]) -> list[Located]:
        """The formulas that are not of this page."""
        return [(d, f) for d, f in located if not is_given(d)] if self.located else list(located)


NONE = GivenPage()


def page_of(network: System | None) -> GivenPage:
    r"""The page of a given network; an empty one where none is given.

    >>> from symderiv.load import load_text
    >>> network = load_text("$y_k = \\sum_{j=1}^J w_{kj} x_j$ ( $1 \\le k \\le K$ ) $$E = \\sum_{k=1}^K y_k^2$$")
    >>> [display.latex for display, _ in page_of(network).located]
    ['y_k = \\sum_{j=1}^J w_{kj} x_j', '1 \\le k \\le K', 'E = \\sum_{k=1}^K y_k^2']
    """
    if network is None:
        return NONE
    return _read(network) if network.page else typed_out(network)


def functions_of(network: System | None) -> frozenset[str]:
    r"""The functions of a given network about which an equation is a claim: also `\sigma` where its page defines it.

    >>> from symderiv.load import load_text
    >>> network = load_text("$$f(x) = x^2$$ $$\\sigma(x) = \\frac{1}{1 + e^{-x}}$$ $$E = f(\\sigma(w))$$")
    >>> sorted(functions_of(network))
    ['f', 'sigma']
    """
    found = known_functions(network)
    uses = [use for c in page_of(network).chains if c.relations and (use := applied_alone(c.members[0])) is not None]
    return found | {GREEK_FUNCTIONS[name.base] for name, _ in uses if name.base in GREEK_FUNCTIONS and not name.primes}


@of_this_object(64)
def _read(network: System) -> GivenPage:
    document = parse_document(network.page, GIVEN)
    names = several_names(network) | primed_in(ranges_typed(document.front))
    front, located = read_front(document.front, names), with_numbers_below(read_formulas(document, names))
    return GivenPage(
        tuple(document.blocks),
        tuple(located),
        tuple(c for _, c in front.ranges),
        ranges_typed(document.front),
        front.implicit,
        lengths_of(network),
        have_arrays(located),
        labels_of(variables_of(network)),
        numbers_of(network),
    )


@of_this_object(64)
def typed_out(network: System) -> GivenPage:
    r"""The formulas of a network: each piece with its range, and those that are given by their entry alone.

    >>> from symderiv.load import load_text
    >>> network = load_text("$y_k = \\sum_{j=1}^J w_{kj} x_j$ ( $1 \\le k \\le K$ ) $$E = \\sum_{k=1}^K y_k^2$$")
    >>> for display, _ in typed_out(network).located:
    ...     print(display.latex)
    y_k = \sum_{j=1}^J w_{kj} x_j \quad (1 \le k \le K)
    E = \sum_{k=1}^K y_k^2
    w_{kj} \quad (1 \le j \le J, 1 \le k \le K)
    x_j \quad (1 \le j \le J)
    """
    style, names = replace(style_of(network), in_scripts=True), several_names(network)
    found = tuple(x for p in network.pieces if (x := _formula(p, style, names)) is not None)
    return GivenPage(
        tuple(d for d, _ in found),
        found,
        arrays=False,
        labels=labels_of(variables_of(network)),
        numbers=numbers_of(network),
    )


def _formula(piece: Piece, style: Style, names: Names) -> Located | None:
    left = write(piece.lhs, style)
    whole = left if piece.body is None else f"{left} = {write(piece.body, style)}"
    where = ", ".join(conditions(piece.domain.constraints, style))
    source = Source(rf"{whole} \quad ({where})" if where else whole, file=GIVEN)
    try:
        return Display(source, 1, 1, 1), parse(source, names)
    except SymderivError:
        return None  # of what cannot be typed nothing is known
