r"""Columns and rows of a matrix that a page gives names: `$y_i = Y_{:i}$ a column of $Y$`, `w_i^\top = W_{i:}`.

The matrix is declared, or told by its entries, `W = (W_{mk})`. Such a vector is no value of its own that is computed
from the matrix, or the other way round: both have the same entries. So the matrix is that of the entries of its
vectors, `W_{mk}` is one of these, and the equation says no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from ...latex import tree as t
from ...latex.statement_forms import replace_statement
from ...latex.tree import Chain, Name, Node, Statement
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..spelled.shape import DOTS, letter_of, shape_of, stem_of
from ..stated import matrix_told
from .declared import Declared, split

PAIR = 2


def slices_apart(
    located: Sequence[Located], declared: Sequence[tuple[str, Declared]], sizes: Mapping[str, Node]
) -> tuple[list[Located], list[tuple[str, Declared]]]:
    """The formulas without such equations, and the shapes that are known with what they say; `sizes` of letters."""
    told = dict(_told_by_entries(located, {base for base, _ in declared}, sizes))
    declared = [*declared, *told.items()]
    matrices = {base: d for base, d in declared if d.kind == "m" and not d.pieces and d.entry is None}
    found: dict[str, tuple[str, Declared]] = {}

    def changed(s: Statement) -> Statement:
        said, whole = _said(s.chain), matrix_told(s.chain)
        if whole is not None and whole[0] in told:
            return replace_statement(s, chain=Chain(s.chain.members[:1], (), (), s.chain.span))
        if said is None or (matrix := matrices.get(said[1])) is None or (said[1] in found and not s.conditions):
            return s
        name, base, column = said
        shape = shape_of(replace(name, scripts=tuple(x for x in name.scripts if not x.above)))
        if shape is None:
            return s
        found[base] = shape.base, Declared(split(shape)[1], "c", matrix.sizes[0 if column else 1 :][:1], turned=False)
        matrices[base] = replace(matrix, entry=replace(name, scripts=()), turned=column)
        return replace_statement(s, chain=Chain((name,), (), (), s.chain.span))

    new = with_statements(located, changed)
    if not found:
        return list(located), list(declared)
    rest = [(base, matrices[base] if base in found and not d.pieces else d) for base, d in declared]
    own = {said[0] for said in found.values()}
    new = with_statements(new, lambda s: rebuilt(s, lambda x: _of_vector(x, matrices, found)))
    return new, [*((base, d) for base, d in rest if base not in own), *found.values()]


def _of_vector(x: object, matrices: Mapping[str, Declared], found: Mapping[str, tuple[str, Declared]]) -> Name | None:
    """The entry of a matrix in the letter of its vectors, whose own index comes first."""
    shape = shape_of(x) if isinstance(x, Name) and not x.primes else None
    entry = matrices[shape.base].entry if shape is not None and shape.base in found else None
    if shape is None or not isinstance(x, Name) or entry is None:
        return None
    above = [e for s in x.scripts if s.above for e in s.entries]
    below = [s for s in x.scripts if not s.above]
    if len(below) != 1 or len(below[0].entries) != PAIR or not all(isinstance(e, t.Number) for e in above):
        return None
    if any(isinstance(e, t.Symbol) for e in below[0].entries):
        return None
    own = below[0].entries[::-1] if matrices[shape.base].turned else below[0].entries
    pair = replace(below[0], entries=own, commas=True)
    return replace(entry, scripts=tuple(pair if s is below[0] else s for s in x.scripts), span=x.span)


def _told_by_entries(
    located: Sequence[Located], known: Set[str], sizes: Mapping[str, Node]
) -> Iterator[tuple[str, Declared]]:
    """The matrices with such slices of which a sentence names the entries, in letters of one size each."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    sliced = {said[1]: stem_of(said[0]) for c in chains if (said := _said(c)) is not None and said[1] not in known}
    pairs = [
        x for c in chains if sliced for x in t.of_kind(c, Name) if (s := shape_of(x)) is not None and s.below == PAIR
    ]
    mine = {stem_of(x) for x in pairs}  # the order of the indices of these is their author's
    sliced = {base: vector for base, vector in sliced.items() if vector not in mine}
    for base, entry in (m for c in chains if sliced and (m := matrix_told(c)) is not None):
        shape = shape_of(entry) if isinstance(entry, Name) else None
        lengths = [
            size for x in (shape.letters if shape is not None else ()) if (size := sizes.get(x or "")) is not None
        ]
        if shape is not None and base in sliced and not shape.uppers and shape.base == base:
            if len(lengths) == len(shape.letters) == PAIR:
                yield base, Declared((), "m", tuple(lengths))
            del sliced[base]


def _said(c: Chain) -> tuple[Name, str, bool] | None:
    """The vector, the letter of the matrix, and whether it is a column of it, else a row."""
    if len(c.members) != 2 or c.relations not in (("=",), (":=",)):
        return None
    left, right = c.members
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in (left, right))
    if one is None or two is None or not isinstance(left, Name) or two.uppers:
        return None
    _, pieces, marked = split(one)
    index = letter_of(pieces[0]) if len(pieces) == 1 and one.below == 1 else None
    if index is None or len(two.pieces) != 2:
        return None
    opened = [isinstance(p, t.Symbol) and p.name in DOTS for p in two.pieces]
    fixed = [letter_of(p) for p in two.pieces]
    if opened == [True, False] and fixed[1] == index and not marked:
        return left, two.base, True
    if opened == [False, True] and fixed[0] == index and marked:
        return left, two.base, False
    return None
