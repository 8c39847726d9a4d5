r"""Derivatives that words call rows: `so $\frac{\partial L}{\partial y}$ and $\frac{\partial L}{\partial x}$ are row
vectors`, `gradients are row vectors`.

Else a derivative of a number by a vector stands as the vector does. What is called so is marked; the shapes make a row
of it where it is by a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex.tree import Derivative, Nabla
from ....latex.walking import rebuilt
from ....notation import ACROSS, BY_MATRICES, BY_VECTORS, LAID, OF_NUMBERS, SETTLED, TURNED
from ....pattern import lazily
from ...chosen import SHAPED, TRANSPOSED
from ...located import Located, with_statements
from ...shapes.declared import Way
from ...shapes.rows_told import lists_in_words, ways_told
from ..said_in_place import value_alone
from .layout_grammar import Layout
from .layouts_by_entry import DENOMINATOR, NUMERATOR, OPEN, layouts_by_entry, of_matrices_by_entry
from .row_words import EVERY, NAMING, has_jacobians_laid_out, layouts_doubted, layouts_said, rows_said

LEAD = lazily(
    rf"[\s,:(*_-]*(?:{NAMING}\s*)?(?:(?:so|thus|then|hence|here|where|and|both|all|now|the|also"
    r"|(?:gradients?|derivatives?)(?: of the loss)?|note that|そこで|よって|ここで|なお|また|、)[\s,]*)*",
    re.I,
)
"""What may stand before derivatives that are called rows,"""
CALLED = lazily(
    r"\s*(?:,?\s*(?:is|are)\s+(?:(?:both|all|then|also)\s+)*(?:an?\s+)?[*_]*row[*_]*[ -]vectors?[*_]*"
    r"|は(?:ともに|いずれも|すべて)?(?:行|横)ベクトル(?:である|です|とする|となる|になる)?)\s*(?:\Z|[.;:,)。、].*)",
    re.I | re.S,
)
"""and behind them."""
LAYOUTS = {Layout.ROWS_ABOVE: NUMERATOR, Layout.ROWS_BELOW: DENOMINATOR, Layout.OPEN: OPEN}
"""Layouts of Jacobians by the name that they have."""


def with_row_gradients(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives marked, where words call some of them rows and none of them columns, or may do so.

    A nabla is marked as unclear wherever words speak of rows: to many it is the column all the same.
    """
    located, of_matrices = of_matrices_by_entry(located)
    said = [*rows_said(blocks), *_listed(located)]
    named, doubted = layouts_doubted(blocks)
    shown = layouts_by_entry(located, blocks)
    told_of = layouts_said(blocks)
    if of_matrices:
        told_of[BY_MATRICES] = told_of.get(BY_MATRICES, frozenset()) | of_matrices
    if not (said or named or doubted or shown or told_of):
        return list(located)
    shown |= {LAYOUTS[x] for x in told_of.get(BY_VECTORS, ())}
    turned, doubted = _jacobians(named, doubted, shown)
    doubted, more = _of_numbers(told_of, named, doubted)
    row = (bool(said) and all(said)) or (named == NUMERATOR and not said)
    unclear = (bool(said) or OF_NUMBERS in doubted) and not row
    doubted |= {OF_NUMBERS} if unclear else set()
    laid = (row and (has_jacobians_laid_out(blocks) or named == NUMERATOR)) or shown == {NUMERATOR}
    settled = row or ((turned or named == DENOMINATOR) and not said)
    marks = ((LAID, laid), (SETTLED, settled), (ACROSS, turned))
    told = doubted | more | {mark for mark, holds in marks if holds}

    def change(x: Any) -> Derivative | Nabla | None:
        if isinstance(x, Nabla) and not x.unclear and said:
            return replace(x, unclear=True, of=rebuilt(x.of, change))
        if not isinstance(x, Derivative) or x.row or x.unclear or x.layout:
            return None
        return replace(x, row=row, unclear=unclear, layout=told, of=rebuilt(x.of, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _of_numbers(
    told: dict[str, frozenset[Layout]], named: str, doubted: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of derivatives whose layout is doubted beside what is told of those of numbers; the marks of that."""
    of_vectors, of_matrices = (told.get(kind, frozenset()) for kind in (OF_NUMBERS, BY_MATRICES))
    usual, turned = frozenset([Layout.AS_VARIABLE]), frozenset([Layout.TRANSPOSED])
    against = {NUMERATOR: usual, DENOMINATOR: turned}.get(named)
    doubted -= {BY_MATRICES} if of_matrices in (usual, turned) else set()
    for kind, said in ((OF_NUMBERS, of_vectors), (BY_MATRICES, of_matrices)):
        doubted |= {kind} if said and (said not in (usual, turned) or said == against) else set()
    more = {TURNED} if of_matrices == turned and BY_MATRICES not in doubted else set()
    if of_vectors and OF_NUMBERS not in doubted:
        more |= {SHAPED if of_vectors == usual else TRANSPOSED}
    return doubted, frozenset(more)


def _jacobians(named: str, doubted: frozenset[str], shown: frozenset[str]) -> tuple[bool, frozenset[str]]:
    """Do derivatives of vectors by vectors surely have the rows of what they are taken by, and which are doubted? An
    entry says so beside a name that says the same, or none."""
    layout = next(iter(shown)) if len(shown) == 1 else ""
    if not layout:
        return False, doubted | ({BY_VECTORS} if shown else set())
    if named not in ("", layout):
        return False, EVERY
    if layout == NUMERATOR:
        return False, doubted
    doubted -= {BY_VECTORS} if named else set()  # the name alone leaves them open
    return BY_VECTORS not in doubted, doubted


def _listed(located: Sequence[Located]) -> Iterator[bool]:
    """For each list of derivatives of which a sentence says rows: are they surely called so, and so are the others?"""
    ways = ways_told(located)
    derived = {n for n in ways if isinstance(value_alone(located[n]), Derivative)}
    for run, gap in lists_in_words(located) if any(ways[n] is not Way.COLUMN for n in derived) else ():
        if derived.intersection(run):
            before = re.split(r"[$.;。；]|\\\)", located[run[0]][0].before.rstrip("$\\("))[-1]
            yield LEAD.fullmatch(before) is not None and CALLED.fullmatch(gap) is not None
