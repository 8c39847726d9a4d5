r"""Columns of numbers of all examples typed out, `\mathbf{y} = (y^{(1)}, \dots, y^{(n)})^T`.

That is `\mathbf{y} \in \mathbb{R}^{n \times 1}`, and the numbers are its entries: so what stands for `y^{(i)}` is
written `\mathbf{y}_i`, and either may be what is computed with or differentiated by. It is read so where the whole has
the letter of the numbers, and these are nowhere more than numbers: with no index below, no transpose, in no space.
Numbers with an index below are such entries already (`shapes.typed_out`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from ....latex import tree as t
from ....latex.tree import ONE, Chain, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...shapes.declared import space
from ...shapes.stacked import Stack, stacked
from ...spelled.shape import is_mark
from .one_more import letter_of_any_font
from .typed_cells import matrices_of_size, told_by


@dataclass(frozen=True, slots=True)
class _Column:
    """A name, and the numbers that stand below one another."""

    whole: Name
    entries: Stack


def _types_out(s: Statement) -> bool:
    return _column(s.chain) is not None


@where(_types_out)
def with_examples_typed_out(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such columns by their entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$$ \mathbf{y} = (y^{(1)}, \dots, y^{(n)})^T $$ $$ z = y^{(i)} $$"
    >>> _, (_, f) = with_examples_typed_out(read_formulas(parse_document(text)))
    >>> [(x.font, x.scripts[0].above) for x in t.of_kind(f.statements[0].chain.members[1], Name) if x.scripts]
    [('mathbf', False)]
    """
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    if any(is_given(d) for d, _ in located):
        return list(located)
    found = dict.fromkeys(c for s in chains if (c := _column(s)) is not None)
    columns = [c for c in found if _is_plain(c, chains)]
    return with_statements(located, lambda s: _by_entries(s, columns)) if columns else list(located)


def _column(chain: Chain) -> _Column | None:
    """The column that an equation types out by numbers with their number in parentheses above."""
    if (told := told_by(chain)) is None:
        return None
    whole, found = told[0], stacked(told[1])
    if found is None or not (found.above and found.turned) or whole.scripts or whole.primes:
        return None
    plain = found.first.font not in BOLD_FONTS and "vec" not in "".join(found.first.accents)
    return _Column(whole, found) if plain and _is_alike(whole, found.first) else None


def _is_alike(whole: Name, one: Name) -> bool:
    """Has a name the letter of another, perhaps in bold?"""
    return letter_of_any_font(whole) == letter_of_any_font(one)


def _is_plain(column: _Column, chains: Sequence[Chain]) -> bool:
    """Are the numbers nowhere more than that?"""
    others = [c for c in chains if _column(c) != column]
    names = [x for c in others for x in t.of_kind(c, Name) if _is_alike(x, column.whole)]
    any_number = replace(column.entries.bare, scripts=())  # the z of `\sigma(z)` beside a bold whole
    wholes = [x for x in names if not _is_number(x, column) and x != any_number]
    spaces = {x for c in others if r"\in" in c.relations and _is_of_arrays(c) for x in t.of_kind(c.members[0], Name)}
    return not any(_is_number(x, column) for x in spaces) and all(_is_whole(x, column) for x in wholes)


def _is_of_arrays(c: Chain) -> bool:
    found = space(c.members[-1])
    return found is None or bool(found[0])


def _is_number(x: Name, column: _Column) -> bool:
    """Is it one of the numbers, with nothing but the number of an example?"""
    alone = len(x.scripts) == 1 and x.scripts[0].above and bool(x.scripts[0].bracket) and len(x.scripts[0].entries) == 1
    return alone and replace(x, scripts=()) == column.entries.bare


def _is_whole(x: Name, column: _Column) -> bool:
    """Is it the column, perhaps transposed?"""
    return replace(x, scripts=()) == column.whole and all(
        s.above and s.entries and all(map(is_mark, s.entries)) for s in x.scripts
    )


def _by_entries(s: Statement, columns: Sequence[_Column]) -> Statement:
    """A statement with the numbers as entries of their columns; one that types a column out says how long it is."""

    def change(x: Any) -> Node | None:
        column = next((c for c in columns if _is_number(x, c)), None) if isinstance(x, Name) else None
        if column is None:
            return None
        return replace(column.whole, scripts=(Script(False, x.scripts[0].entries),), span=x.span)

    typed = _column(s.chain)
    if typed is None or typed not in columns:
        return cast(Statement, rebuilt(s, change))
    reals = matrices_of_size(typed.entries.last, ONE, s.chain.span)
    return replace(s, chain=replace(s.chain, members=(typed.whole, reals), relations=(r"\in",), relation_spans=()))
