r"""Arrays with a label of which a sentence tells entries and size: `$W_1 = (W_{1,kj})$ is a $D \times M$ matrix`.

The entries are of the same letter and carry the label first, so that the size says all: the formula is read as the
name `W_1` alone. Letters that run to several ends on a page, as k does over the entries of `W_1` and of `W_2`, say
nothing of any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Number, Statement
from ...asked import where
from ...located import Located, with_statements
from ...shapes.declared import split
from ...shapes.words import said_in_words
from ...spelled.shape import letter_of, shape_of
from ...stated import whole_and_entry
from .spaces_of_told import AXES


def _has_any(s: Statement) -> bool:
    return _told(s) is not None


@where(_has_any)
def with_wholes_sized_in_words(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, such arrays as their names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$W_1 = (W_{1,kj})$ is %s."
    >>> pages = [read_formulas(parse_document(text % x)) for x in (r"a $D \times M$ matrix", "a matrix")]
    >>> [len(with_wholes_sized_in_words(page)[0][1].statements[0].chain.members) for page in pages]
    [1, 2]
    """
    named = with_statements(located, lambda s: s if _told(s) is None else alone(s))
    sized = {(base, d.pieces, AXES[d.kind]) for base, d in said_in_words(named) if d.kind in AXES}
    return with_statements(located, lambda s: alone(s) if _told(s) in sized else s) if sized else list(located)


def alone(s: Statement) -> Statement:
    """The name of the array, which says nothing."""
    c = s.chain
    return replace_statement(s, chain=replace(c, members=c.members[:1], relations=(), relation_spans=()))


def _told(s: Statement) -> tuple[object, ...] | None:
    """The letter, the label and the number of indices of such an array; None for anything else."""
    pair = whole_and_entry(s.chain) if len(s.chain.members) == 2 and not s.conditions else None
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in pair or (None, None))
    if one is None or two is None or one.base != two.base or one.uppers or two.uppers:
        return None
    base, pieces, marked = split(one)
    own = [p for item in two.lowers for p in item]
    letters = [letter_of(p) for p in own[len(pieces) :]]
    labelled = bool(pieces) and all(isinstance(p, Number) for p in pieces) and tuple(own[: len(pieces)]) == pieces
    if not labelled or marked or None in letters or len({*letters}) != len(letters):
        return None
    return base, pieces, len(letters)
