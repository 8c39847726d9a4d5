r"""Names listed one by one before a space: `$a^l$, $z^l$, $b^l \in \mathbb{R}^{n_l}$` declares them all.

Only those that carry what the last of them does, and of which the page has entries with so many indices more: the
`\eta` of `step size $\eta$, $x \in \mathbb{R}^n$` has none. Nor those with what they are, `$x = (x_j)$, $y \in ..`, nor
the first one behind words of its own, the x of `the input is $x$ and $z$, $y \in \mathbb{R}^m$`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ...latex import tree as t
from ...latex.sentences import last as end_of
from ...latex.tree import Formula, Node
from ..located import Located, read_of
from ..spelled.shape import Shape, shape_of
from .declared import Declared, space, split
from .given_words import LEADING
from .said_in_turn import JOINED, bare, words_before

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
        if last is None or kind is None:
            continue
        for shape in _listed(located, n):
            entries = _entries(located) if entries is None else entries
            base, pieces, _ = split(shape)
            alike = (shape.uppers, shape.lowers) == (last.uppers, last.lowers) and (base, pieces) not in known
            if alike and _may_be(base, len(pieces), AXES[kind[0]], entries):
                yield base, Declared(pieces, *kind)


def _listed(located: Sequence[Located], n: int) -> Iterator[Shape]:
    """The bare names right before a declaration, joined to it."""
    at = n - 1
    while at >= 0 and located[at][0].inline and JOINED.match(words_before(located, at + 1) or "x"):
        name = bare(located[at][1])
        shape = shape_of(name) if isinstance(name, t.Name) else None
        begins = end_of(re.split(r"\$|\\\(", re.sub(r"(?:\$|\\\()\s*\Z", "", located[at][0].before))[-1])
        own = "" if JOINED.match(begins) else LEADING.sub("", begins.lstrip(" ,;:("), count=1)
        if shape is None or re.search(r"\w", own):
            return
        yield shape
        at -= 1


def _may_be(base: str, scripts: int, axes: int, entries: Collection[tuple[str, int, int]]) -> bool:
    """Has the page entries with so many indices more, and none of another number of them?"""
    others = {(base, scripts, n) for n in AXES.values()} - {(base, scripts, axes)}
    return (base, scripts, axes) in entries and others.isdisjoint(entries)


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
