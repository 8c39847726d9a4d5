r"""Names listed one by one before a space: `$a^l$, $z^l$, $b^l \in \mathbb{R}^{n_l}$` declares them all.

Only those that carry what the last of them does, and of which the page has entries with so many indices more: the
`\eta` of `step size $\eta$, $x \in \mathbb{R}^n$` has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Formula, Node
from ..located import Located, read_of
from ..spelled.shape import Shape, shape_of
from .declared import Declared, space, split
from .said_in_turn import JOINED, name_in, words_before

AXES = {"c": 1, "r": 1, "m": 2}
"""How many indices an entry has, by the kind of its array."""
Said = tuple[str, Declared]


def listed_before_spaces(located: Sequence[Located], known: Collection[tuple[str, tuple[Node, ...]]]) -> Iterator[Said]:
    r"""What such lists declare, but of names that are `known`.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$z_i = x_i + c$, where $x$, $c$, $z \in \mathbb{R}^n$"))
    >>> [base for base, _ in listed_before_spaces(page, ())]
    ['x']
    """
    entries: set[tuple[str, int, int]] | None = None
    for n, (display, formula) in enumerate(located):
        last, kind = _declared(formula) if display.inline else (None, None)
        at = n - 1
        while last is not None and kind is not None and at >= 0 and JOINED.match(words_before(located, at + 1) or "x"):
            name = name_in(located[at][1]) if located[at][0].inline else None
            if name is None or (shape := shape_of(name)) is None:
                break
            entries = _entries(located) if entries is None else entries
            base, pieces, _ = split(shape)
            alike = (shape.uppers, shape.lowers) == (last.uppers, last.lowers) and (base, pieces) not in known
            if alike and (base, len(pieces), AXES[kind[0]]) in entries:
                yield base, Declared(pieces, *kind)
            at -= 1


def _declared(formula: object) -> tuple[Shape | None, tuple[str, tuple[Node, ...], bool] | None]:
    r"""The name and the space of `z \in \mathbb{R}^n` alone."""
    chain = formula.statements[0].chain if isinstance(formula, Formula) and len(formula.statements) == 1 else None
    if chain is None or chain.relations != (r"\in",) or not isinstance(chain.members[0], t.Name):
        return None, None
    kind = space(chain.members[1])
    return (shape_of(chain.members[0]), kind) if kind is not None and kind[0] in AXES else (None, None)


def _entries(located: Sequence[Located]) -> set[tuple[str, int, int]]:
    """The names with indices below: the letter, how many scripts the whole may have, and how many are its entries'."""
    shapes = (shape_of(x) for f in read_of(located) for s in f.statements for x in t.of_kind(s, t.Name))
    return {
        (x.base, len(x.pieces) - count, count) for x in shapes if x is not None for count in (1, 2) if x.below >= count
    }
