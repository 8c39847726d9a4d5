r"""A document's equations of arrays as equations of entries: what is said of shapes, then the equations, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ...latex.tree import Chain, Formula, Statement
from ..located import Located
from ..stated import Stated
from .declared import declarations
from .explained import explained
from .hinted import hints_at_arrays
from .primed import with_primes_turned
from .rewrite import Document
from .spaces_behind import spaces_apart
from .typed_out import declared_where_typed_out
from .words import called_squares, called_vectors, said_in_words


def in_indices(located: Sequence[Located], ranges: Sequence[Chain] = (), words: str = "") -> list[Located]:
    """The formulas of a document with their equations of arrays turned into equations of entries.

    `ranges` are those of its front matter, `words` all that it says in words.
    """
    located, behind = spaces_apart(located)
    located = with_primes_turned(declared_where_typed_out(located))
    formulas = [f for _, f in located if isinstance(f, Formula)]
    stated = [Stated(f, s) for f in formulas for s in f.statements]
    declared = list(declarations(c for s in stated for c in (s.statement.chain, *s.statement.conditions)))
    declared += behind
    declared += said_in_words(located)
    declared += explained(s.statement.chain for s in stated)
    if not hints_at_arrays(stated, declared):
        return list(located)
    columns = Document(stated, declared, False, tuple(ranges), words=words)
    unsaid = columns.lengths_unsaid(called_vectors(located), called_squares(located))
    declared += unsaid
    if unsaid:
        columns = Document(stated, declared, False, tuple(ranges), bool(unsaid), words)
    if not any(d.kind for found in columns.shapes.known.values() for d in found):
        return list(located)
    written = columns.written()
    if written.misfits != (0, 0):
        rows = Document(stated, declared, True, tuple(ranges), bool(unsaid), words).written()
        written = rows if rows.misfits < written.misfits else written
    rest = iter(written.statements)
    return [(display, _with(f, rest) if isinstance(f, Formula) else f) for display, f in located]


def _with(f: Formula, rest: Iterator[Statement]) -> Formula:
    """The formula with as many of the statements as it has."""
    new = tuple(islice(rest, len(f.statements)))
    return replace(f, statements=new) if any(a is not b for a, b in zip(new, f.statements, strict=True)) else f
