r"""Definitions by matrices typed entry by entry, `P = \begin{bmatrix} p_1 & p_2 \end{bmatrix} =` another such matrix.

A matrix of names that are numbered in rank and file says of which shape the name before it is,
`P \in \mathbb{R}^{1 \times 2}`; each entry of it is what stands at its place in the next matrix. Sums and products of
such matrices are worked out. Of a chain with wholes, `S = Q K^T =` such a matrix, these are apart. The names may stand
on the right of what they are, and where no name stands in front, each may be one of its own,
`\begin{bmatrix} u & v \end{bmatrix}`. Where the entries lack a label of the whole, `P^{[l]}`, it is left out if the
whole always carries it; a capital is read as the bold letter of its entries. A column of entries numbered from 0 is the
list `(w_0, w_1)^T`, that of `\mathbf{x}_i` the list `(x_{i0}, x_{i1})^T`. Any other definition by a matrix stays as it
is typed, and is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import is_
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Formula, Group, Name, Node, Number, Product, Script, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.declared import BOLD
from ...shapes.grids import rows_of
from ...spelled.scripts import entries_below
from ...spelled.shape import is_mark
from .ones_typed_out import is_alike
from .typed_cells import cells_of, column_listed, matrices_of_size, told_by
from .wholes_before_cells import wholes_apart

Cells: TypeAlias = tuple[tuple[Node, ...], ...]
AXES = 2
TIMES = frozenset(["", r"\cdot", r"\times"])
"""What may stand between the factors of a product of matrices; between two vectors no cross."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A name and the matrix of its entries."""

    name: Name
    cells: Cells


def _is_typed_out(s: Statement) -> bool:
    return _parted(s) is not None or _from_zero(s) is not None or bool(_apart(s, [s]))


def _apart(s: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """The equations of a chain of wholes and matrices, where the whole is one of the entries that it names."""
    found = wholes_apart(s, lambda cells: min(len(cells), len(cells[0])) > 1 and _in_rank_and_file(cells))
    return found if all(_called(w, statements) is not None for x in found[:1] for w in _wholes(x)) else []


@where(_is_typed_out)
def with_matrices_typed_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such definitions as those of the entries."""
    typed = [s for f in read_of(located) for s in f.statements]
    located = [(d, _with_wholes_apart(f, typed) if isinstance(f, Formula) else f) for d, f in located]
    statements = [s for f in read_of(located) for s in f.statements]
    alone = not any(is_given(d) for d, _ in located)
    wholes = [w for s in statements for w in _wholes(s)]
    called = {w.name: name for w in wholes if (name := _called(w, statements)) is not None}
    firsts = [parted[0][0][0] for s in statements if (parted := _parted(s)) is not None]
    pairs = {_without_number(x) for x in firsts if isinstance(x, Name) and len(_number(x)) == AXES}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name):
            return None
        if len(numbers := _number(x)) == AXES and _without_number(x) in pairs:
            return _with_commas(x, numbers)
        name, marks = _unmarked(x)
        return replace(called[name], scripts=(*called[name].scripts, *marks), span=x.span) if name in called else None

    found: list[Located] = []
    for display, f in located:
        if isinstance(f, Formula):
            made = [rebuilt(x, change) for s in f.statements for x in _statements(s, called, alone)]
            same = len(made) == len(f.statements) and all(map(is_, made, f.statements))
            f = f if same else replace(f, statements=tuple(made))
        found.append((display, f))
    return found


def _with_wholes_apart(f: Formula, statements: Sequence[Statement]) -> Formula:
    parts = [_apart(s, statements) for s in f.statements]
    made = (x for part, s in zip(parts, f.statements, strict=True) for x in part or (s,))
    return replace(f, statements=tuple(made)) if any(parts) else f


def _statements(s: Statement, called: Mapping[Name, Name], alone: bool) -> Iterator[Statement]:
    """What such a statement says, one thing after the other; any other as it is."""
    parted = _parted(s)
    wholes = list(_wholes(s))
    if (listed := _from_zero(s, alone)) is not None:
        yield listed
        return
    if parted is None or any(w.name not in called for w in wholes):
        yield s
        return
    yield from (_declared(s, w) for w in wholes)
    for one, two in pairwise(parted):
        for a, b in zip(_flat(one), _flat(two), strict=True):
            first = replace(a, span=b.span) if isinstance(a, Name) and a.span > b.span else a  # shown by what it is
            yield replace(s, chain=replace(s.chain, members=(first, b), relations=("=",)), separator=",")


def _from_zero(s: Statement, alone: bool = True) -> Statement | None:
    """What types out a column of entries numbered from 0, as a list; None for any other. Beside a given network only
    that of a name without scripts is."""
    if (told := told_by(s.chain)) is None:
        return None
    whole, rows = told[0], cells_of(told[1])
    names = tuple(row[0] for row in rows if len(row) == 1 and isinstance(row[0], Name))
    below = [entries_below(x) for x in names]
    if not names or [x[-1:] for x in below] != [(Number(str(n)),) for n in range(len(rows))]:
        return None
    plain = s.chain.relations == ("=",) and not whole.scripts and all(len(x) == 1 for x in below)
    bare = plain and {_plain(x) for x in names} == {_plain(whole)}
    own = alone and all(_without_last(x) == whole.scripts and is_alike(x, whole) for x in names)
    listed = column_listed(names, told[1].span)
    return replace(s, chain=replace(s.chain, members=(whole, listed))) if bare or own else None


def _without_last(x: Name) -> tuple[Script, ...]:
    """The scripts of an entry without its number."""
    less = (s if s.above else replace(s, entries=s.entries[:-1]) for s in x.scripts)
    return tuple(s for s in less if s.entries)


def _wholes(s: Statement) -> Iterator[_Whole]:
    """The name that stands before a matrix of its entries."""
    parted = _parted(s)
    left = s.chain.members[0]
    if parted is not None and isinstance(left, Name):
        yield _Whole(left, parted[0])


def _parted(s: Statement) -> list[Cells] | None:
    """The matrices of a chain, but for a name in front; None where it is no such definition."""
    chain = s.chain
    if not chain.relations or not EQUALITIES.issuperset(chain.relations) or s.conditions:
        return None
    members = chain.members[1:] if isinstance(chain.members[0], Name) else chain.members
    found = [_cells(m) for m in members]
    known = [c for c in found if c is not None]
    if len(known) != len(found) or len({(len(c), len(c[0])) for c in known}) != 1:
        return None
    if len(members) < len(chain.members):
        return known if _in_rank_and_file(known[0]) else None
    derived = any(isinstance(x, (t.Derivative, t.Nabla)) for m in members for x in t.walk(m))
    ends = (0,) if derived else (0, len(known) - 1)
    first = next((n for n in ends if _in_rank_and_file(known[n]) or _are_names_apart(known[n])), None)
    return None if first is None else known[first:] + known[:first][::-1]


def _flat(cells: Cells) -> list[Node]:
    return [c for row in cells for c in row]


def _cells(x: Node) -> Cells | None:
    """The entries of a matrix, or of a sum or product of such; None where it is none of them."""
    if isinstance(x, Group):
        rows = rows_of(x)
        if rows:
            return tuple(rows)
        return _cells(x.items[0]) if x.open in ("(", "[") and len(x.items) == 1 else None
    if isinstance(x, Terms):
        return _added(x)
    return _multiplied(x) if isinstance(x, Product) else None


def _added(x: Terms) -> Cells | None:
    found = [_cells(y.body) for y in x.terms]
    known = [c for c in found if c is not None]
    if len(known) != len(found) or len({(len(c), len(c[0])) for c in known}) != 1:
        return None
    signs = [y.sign for y in x.terms]

    def entry(n: int, m: int) -> Node:
        return Terms(tuple(Term(sign, _held(c[n][m]), x.span) for sign, c in zip(signs, known, strict=True)), x.span)

    return tuple(tuple(entry(n, m) for m in range(len(known[0][0]))) for n in range(len(known[0])))


def _multiplied(x: Product) -> Cells | None:
    """Numbers before matrices, each as wide as the next one is high."""
    numbers = [f for f in x.factors if _is_number(f.body)]
    found = [_cells(f.body) for f in x.factors[len(numbers) :]]
    known = [c for c in found if c is not None]
    between = {f.operator for f in x.factors[len(numbers) + 1 :]}
    if len(known) != len(found) or not known or not TIMES.issuperset(f.operator for f in x.factors):
        return None
    flat = all(min(len(c), len(c[0])) == 1 for c in known)
    if any(f.joined for f in numbers) or numbers != list(x.factors[: len(numbers)]) or (flat and r"\times" in between):
        return None
    product = known[0]
    for cells in known[1:]:
        if len(product[0]) != len(cells):
            return None
        product = tuple(tuple(_dot(row, column, x.span) for column in zip(*cells, strict=True)) for row in product)
    return tuple(tuple(_product((*(f.body for f in numbers), c), x.span) for c in row) for row in product)


def _dot(row: Sequence[Node], column: Sequence[Node], span: tuple[int, int]) -> Node:
    products = [_product(pair, span) for pair in zip(row, column, strict=True)]
    terms = [Term("+" if n else "", x, span) for n, x in enumerate(products)]
    return Terms(tuple(terms), span) if len(terms) > 1 else terms[0].body


def _product(factors: Sequence[Node], span: tuple[int, int]) -> Node:
    if len(factors) == 1:
        return factors[0]
    return Product(tuple(Factor(r"\cdot" if n else "", _held(x)) for n, x in enumerate(factors)), span)


def _held(x: Node) -> Node:
    """Something as a factor, or behind a sign."""
    return x if isinstance(x, Name | Number | t.Fraction) else Group("(", (x,), ")", (), x.span)


def _is_number(x: Node) -> bool:
    if isinstance(x, t.Fraction):
        return _is_number(x.numerator) and _is_number(x.denominator)
    return isinstance(x, Number)


def _in_rank_and_file(cells: Cells) -> bool:
    """Are the entries of a matrix one name, numbered from 1 in rows and columns, or only along the one it has?"""
    names = [x for x in _flat(cells) if isinstance(x, Name)]
    heads = {_without_number(x) for x in names}
    if len(names) != len(cells) * len(cells[0]) or len(heads) != 1 or None in heads:
        return False
    counted = [(n + 1, m + 1) for n in range(len(cells)) for m in range(len(cells[0]))]
    found = list(map(_number, names))
    if min(len(cells), len(cells[0])) > 1:
        return found == counted
    along = [(max(pair),) for pair in counted]
    return found in (counted, along)


def _are_names_apart(cells: Cells) -> bool:
    """Are the entries of a matrix names, no two of which are one?"""
    names = [x for x in _flat(cells) if isinstance(x, Name)]
    return len(names) == len({*names}) == len(cells) * len(cells[0])


def _number(x: Name) -> tuple[int, ...]:
    """The place that an entry names: `_{12}` is the second in the first row, as `_{1,2}`."""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    if len(below) == 1 and isinstance(below[0], Number) and len(below[0].text) > 1:
        return tuple(map(int, below[0].text)) if below[0].text.isdecimal() else ()
    texts = [e.text for e in below if isinstance(e, Number)]
    return tuple(map(int, texts)) if len(texts) == len(below) and all(map(str.isdecimal, texts)) else ()


def _with_commas(x: Name, numbers: Sequence[int]) -> Name:
    """An entry with a comma between its indices."""
    entries = tuple(Number(str(n), x.span) for n in numbers)
    return replace(x, scripts=tuple(s if s.above else replace(s, entries=entries, commas=True) for s in x.scripts))


def _without_number(x: Name) -> Name | None:
    return replace(x, scripts=tuple(s for s in x.scripts if s.above)) if _number(x) else None


def _called(w: _Whole, statements: Sequence[Statement]) -> Name | None:
    """What an array is called with the letter of its entries: in bold where its own is another, which has to be free.
    None where it is none of such entries."""
    entry = w.cells[0][0]
    head = _without_number(entry) if isinstance(entry, Name) else None
    if head is None or w.name.primes or head.primes or w.name.accents != head.accents:
        return None
    if w.name.scripts != head.scripts and (head.scripts or not _is_always(w.name, statements)):
        return None
    letters = (_plain(w.name), _plain(head))
    if letters[1] not in (letters[0], letters[0].lower()):
        return None
    if letters[0] == letters[1]:
        return replace(w.name, scripts=head.scripts)
    bold = replace(head, font="mathbf")
    return None if any(_is_alike(x, bold) for s in statements for x in t.of_kind(s, Name)) else bold


def _is_always(name: Name, statements: Sequence[Statement]) -> bool:
    """Does a whole always carry the scripts that its entries lack, and are they no power?"""
    if any(s.above and not s.bracket and any(isinstance(e, Number) for e in s.entries) for s in name.scripts):
        return False
    names = (x for s in statements for x in t.of_kind(s, Name) if _is_alike(x, name))
    return all(_unmarked(x)[0] == name for x in names)


def _is_alike(one: Name, two: Name) -> bool:
    return replace(one, scripts=()) == replace(two, scripts=())


def _unmarked(x: Name) -> tuple[Name, tuple[Script, ...]]:
    """A name without its transpose, and that."""
    marks = tuple(s for s in x.scripts if s.above and s.entries and all(map(is_mark, s.entries)))
    return (replace(x, scripts=tuple(s for s in x.scripts if s not in marks)) if marks else x), marks


def _plain(x: Name) -> str:
    return BOLD.sub(r"\1", x.base)


def _declared(s: Statement, w: _Whole) -> Statement:
    r"""`P \in \mathbb{R}^{2 \times 3}`."""
    rows, columns = (Number(str(size)) for size in (len(w.cells), len(w.cells[0])))
    space = matrices_of_size(rows, columns, s.chain.span)
    return replace(s, chain=replace(s.chain, members=(w.name, space), relations=(r"\in",)))
