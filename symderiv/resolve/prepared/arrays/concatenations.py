r"""A matrix before vectors in one bracket, `W_f \cdot [h_{t-1}, x_t]`: one for each, `W_f^1 h_{t-1} + W_f^2 x_t`.

The parts of the matrix are names of their own. What else the page says of the whole matrix is about none of them, but
for its derivative: `\frac{\partial E}{\partial W_f} = \sum_t \delta_t [h_{t-1}, x_t]^T` is a line for each part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Term, Terms, Text
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EXPECTATIONS
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import is_mark, letter_of, spelled_label

BEFORE = frozenset(["", r"\cdot", r"\times"])
"""What may stand between the matrix and the bracket."""


def _has_stack(s: t.Statement) -> bool:
    return any(_split(x) is not None for x in t.of_kind(s, Product))


@where(_has_stack)
def with_concatenations_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a matrix for each part, and a line for each where one is about the whole."""
    counts = _counts(located)

    def formula(f: t.Formula) -> t.Formula:
        if len(f.statements) == 1 and _names_whole(f.statements[0], counts):
            return replace(f, statements=())
        found = tuple(rebuilt(x, _parted) for s in f.statements for x in _by_parts(s, counts))
        same = len(found) == len(f.statements) and all(a is b for a, b in zip(found, f.statements, strict=True))
        return f if same else replace(f, statements=found)

    return [(d, f if isinstance(f, ReadError) else formula(f)) for d, f in located]


def _parted(x: Any) -> Node | None:
    return _split(x) if isinstance(x, Product) else None


def _split(x: Product) -> Node | None:
    r"""The sum that `W [a, b]` is, in parentheses; None for any other product."""
    if len(x.factors) != 2 or x.factors[1].operator not in BEFORE:
        return None
    found = _before_bracket(x)
    if found is None:
        return None
    matrix, group = found
    items = group.items
    if len(items) < 2 or any(isinstance(y, (t.Symbol, t.Number, t.Text)) for y in items) or not _is_matrix(matrix):
        return None
    if not x.factors[1].operator and (matrix.base in EXPECTATIONS or not all(map(_has_index, items))):
        return None  # `X[i, j]` is an entry, `E[x_t, y_t]` a mean
    terms = tuple(
        Term(
            "+" if n else "", Product((Factor("", part_of(matrix, n + 1)), Factor("", rebuilt(y, _parted)))), group.span
        )
        for n, y in enumerate(items)
    )
    return Group("(", (Terms(terms, x.span),), ")", (), x.span)


def stacks(located: Sequence[Located]) -> Iterator[tuple[Name, tuple[Node, ...]]]:
    """The matrices before vectors in one bracket, with these."""
    for x in (x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Product)):
        if _split(x) is not None and (found := _before_bracket(x)) is not None:
            yield found[0], found[1].items


def _before_bracket(x: Product) -> tuple[Name, Group] | None:
    """The name, and the bracket behind it."""
    matrix, group = x.factors[0].body, x.factors[1].body
    if isinstance(matrix, Name) and isinstance(group, Group) and (group.open, group.close) == ("[", "]"):
        return matrix, group
    return None


def _is_matrix(x: Name) -> bool:
    return x.base.isupper() and (not x.font or x.font in BOLD_FONTS)


def _has_index(x: Node) -> bool:
    """Does a letter stand in a script of it, as in `h_{t-1}`?"""
    return any(letter_of(y) is not None for s in t.of_kind(x, Script) for y in t.of_kind(s, Name))


def part_of(matrix: Name, number: int) -> Name:
    """The matrix for one of the vectors."""
    below = [s for s in matrix.scripts if not s.above]
    labels = "".join(spelled_label(e) for s in below for e in s.entries)
    label = Text(f"{labels}:{number}", span=matrix.span)
    above = tuple(s for s in matrix.scripts if s.above)
    return replace(matrix, scripts=(*above, Script(False, (label,), span=matrix.span)))


# ---------------------------------------------------------------------------------------------- lines about the whole

Whole: TypeAlias = tuple[str, tuple[str, ...], str, tuple[str, ...]]


def _whole(x: Name) -> Whole:
    """What tells a matrix from others, whatever stands above it."""
    return x.base, x.accents, x.font, tuple(spelled_label(e) for s in x.scripts if not s.above for e in s.entries)


def _counts(located: Sequence[Located]) -> dict[Whole, int]:
    """How many parts each matrix has; one that stands before brackets of several lengths is left out."""
    met: dict[Whole, set[int]] = defaultdict(set)
    for matrix, items in stacks(located):
        met[_whole(matrix)].add(len(items))
    return {matrix: min(lengths) for matrix, lengths in met.items() if len(lengths) == 1}


def _names_whole(s: t.Statement, counts: Mapping[Whole, int]) -> bool:
    """Is it a matrix without a label, alone? What a sentence says of its shape is not about its parts."""
    x = s.chain.members[0]
    alone = isinstance(x, Name) and not s.chain.relations and not s.conditions
    return alone and isinstance(x, Name) and not x.scripts and _whole(x) in counts


def _by_parts(s: t.Statement, counts: Mapping[Whole, int]) -> Sequence[t.Statement]:
    """A line for each part where a statement says what the derivative by a whole matrix is; else the statement."""
    matrix = _taken_by(s.chain.members[0])
    count = counts.get(_whole(matrix)) if matrix is not None and s.chain.relations else None
    if matrix is None or count is None:
        return (s,)
    found = []
    for n in range(count):
        members = [_columns(x, matrix, (n, count)) for x in s.chain.members]
        whole = [x for x in members if x is not None]
        if len(whole) < len(members):
            return (s,)
        found.append(replace(s, chain=replace(s.chain, members=tuple(whole))))
    return found


def _taken_by(x: Node) -> Name | None:
    """The name by which a derivative is taken."""
    if isinstance(x, t.Derivative):
        by = x.wrt[0].body if len(x.wrt) == 1 and x.order == 1 else None
    else:
        by = x.by.entries[0] if isinstance(x, t.Nabla) and x.by is not None and len(x.by.entries) == 1 else None
    return by if isinstance(by, Name) else None


def _columns(x: Node, matrix: Name, part: tuple[int, int]) -> Node | None:
    """What a matrix has in the columns of one part; None where that does not show."""
    columns = partial(_columns, matrix=matrix, part=part)
    if _taken_by(x) == matrix and isinstance(x, (t.Derivative, t.Nabla)):
        return _by_part(x, part_of(matrix, part[0] + 1))
    if isinstance(x, Name):
        return part_of(matrix, part[0] + 1) if x == matrix else None
    if isinstance(x, t.Scripted):
        return _row(x, part)
    if isinstance(x, Terms):
        terms = [(y, columns(y.body)) for y in x.terms]
        found = tuple(replace(y, body=body) for y, body in terms if body is not None)
        return replace(x, terms=found) if len(found) == len(terms) else None
    if isinstance(x, t.BigSum):
        body = columns(x.body)
        return replace(x, body=body) if body is not None else None
    if isinstance(x, Group) and x.open == "(" and len(x.items) == 1:
        body = columns(x.items[0])
        return replace(x, items=(body,)) if body is not None else None
    return _last_columns(x, matrix, part) if isinstance(x, Product) else None


def _by_part(x: t.Derivative | t.Nabla, part: Name) -> Node:
    if isinstance(x, t.Derivative):
        return replace(x, wrt=(replace(x.wrt[0], body=part),))
    assert x.by is not None
    return replace(x, by=replace(x.by, entries=(part,)))


def _row(x: t.Scripted, part: tuple[int, int]) -> Node | None:
    """The transpose of one of the vectors in a bracket with the mark of a transpose."""
    group, n = x.base, part[0]
    marks = [e for s in x.scripts if s.above for e in s.entries]
    if not isinstance(group, Group) or (group.open, group.close) != ("[", "]") or len(group.items) != part[1]:
        return None
    if x.primes or len(x.scripts) != 1 or len(marks) != 1 or not is_mark(marks[0]):
        return None
    item = group.items[n]
    return replace(x, base=Group("(", (item,), ")", (), getattr(item, "span", x.span)))


def _last_columns(x: Product, matrix: Name, part: tuple[int, int]) -> Node | None:
    """The columns of the last factor, before which numbers and matrices stand."""
    *before, last = x.factors
    plain = all(f.operator in BEFORE for f in x.factors) and not any(_holds(f.body, matrix) for f in before)
    body = _columns(last.body, matrix, part) if plain else None
    return replace(x, factors=(*before, replace(last, body=body))) if body is not None else None


def _holds(x: Node, matrix: Name) -> bool:
    """Does the whole matrix, or vectors in one bracket, stand somewhere in it?"""
    groups = (y for y in t.of_kind(x, Group) if y.open == "[" and len(y.items) > 1)
    return any(True for _ in groups) or any(y == matrix for y in t.of_kind(x, Name))
