r"""Arrays of layers of which no entry and no shape stands on the page: `a^l = \sigma(W^l a^{l-1} + b^l)`.

A capital with a layer before a small letter of the layer below is a matrix between the two, what is added to the
product is a column of its own layer. How many units a layer has nobody says: each has a number of its own, `n_l`. The
page has to show that these are arrays (by a transpose, a norm), and the whole line has to be understood. A term
`h^{l-1}` beside the rest says that all layers have one length. A small letter that a sentence calls a matrix (`the
weight matrix $w^l$`) is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import letter_of, named, shape_of, shifted
from ..stated import Stated
from .declared import BOLD, Declared, Shapes, form, instance, split
from .forms import is_turned_name, shows_arrays
from .layers_of_entries import SIZES
from .neighbours import is_small
from .small import transposed_base
from .untold import CAPITAL

POOL = "DMPQRS"
"""Names for the one length of all layers."""
CALLED = lazily(r"(?:\bmatri(?:x|ces)|行列|[Mm]atri(?:x|zen)|\bmatri(?:z|ces)|\bmatrices?)\s*\Z", re.I)
"""Words right before a name by which it is a matrix."""


@dataclass(frozen=True, slots=True)
class Layered:
    """A name with one script, `W^{l+1}`: its base, the letter of the script and what is added to that."""

    base: str
    letter: str
    shift: int


@dataclass(frozen=True, slots=True)
class Product:
    """A matrix, transposed or not, before a column."""

    matrix: Layered
    column: Layered
    turned: bool


@dataclass(slots=True)
class Layers:
    """What lines say: from which layer to which a matrix leads, counted from its own; of which one an offset is.

    `skipping`: a layer is added to another one, so all have one length.
    """

    steps: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)
    offsets: dict[str, set[int]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)
    skipping: bool = False


def layers_of_arrays(located: Sequence[Located], stated: Sequence[Stated]) -> Iterator[tuple[str, Declared]]:
    """The shapes of such names; none where lines differ."""
    chains = [s.statement.chain for s in stated if s.statement.chain.relations]
    lines = [c for c in chains if EQUALITIES.issuperset(c.relations)]
    if not any(map(shows_arrays, lines)):
        return
    found = _layers(lines, set(_called(located)))
    names = {*found.steps, *found.columns, *found.offsets}
    counts = [*map(len, found.steps.values()), *map(len, found.offsets.values()), len(found.letters)]
    used = {x.base for c in chains for x in t.of_kind(c, Name)}
    pool = POOL if found.skipping else SIZES
    size = next((x for x in pool if x not in used and x.lower() not in used), None)
    if not names or {*counts} != {1} or size is None or any(_has_entries(c, names) for c in lines):
        return
    (letter,) = found.letters

    def units(shift: int, letter: str = letter) -> Node:
        return Name(size, scripts=() if found.skipping else (t.Script(False, (form(letter, shift),), "", False),))

    for base, ((rows, columns),) in sorted(found.steps.items()):
        yield base, Declared((Name(letter),), "m", (units(rows), units(columns)))
    for base in sorted(found.columns - found.offsets.keys()):
        yield base, Declared((Name(letter),), "c", (units(0),))
    for base, (shift,) in sorted(found.offsets.items()):
        yield base, Declared((Name(letter),), "c", (units(shift),))
    for base, number in _inputs(lines, found.columns):
        yield base, Declared((), "c", (units(number, ""),))


def _inputs(lines: Sequence[Chain], columns: set[str]) -> Iterator[tuple[str, int]]:
    r"""The small letters with which a layer is equated by its number, the x of `a^{(0)} = x`, with the number."""
    scripted = {named(x).base for c in lines for x in t.of_kind(c, Name) if x.scripts}
    for c in lines:
        left, right = c.members[0], c.members[-1]
        shape = shape_of(left) if len(c.members) == 2 and isinstance(left, Name) else None
        shape = shape if shape is not None and shape.base in columns else None
        pieces = split(shape)[1] if shape is not None else ()
        first = shifted(pieces[0]) if len(pieces) == 1 else (None, 0)
        base = named(right).base if isinstance(right, Name) and not right.scripts else ""
        if first[0] == "" and is_small(base) and base not in scripted:
            yield base, first[1]


def of_every_layer(base: str, d: Declared, shapes: Shapes) -> Declared:
    r"""What is learned of the last layer, that `\delta^{(L)}` has the length `n_L`, said of all of them."""
    last = letter_of(d.pieces[0]) if len(d.pieces) == 1 else None
    layer = t.Name(last.lower()) if last is not None and len(last) == 1 and last.isupper() else None
    below = [letter_of(e) for s in d.sizes for x in t.of_kind(s, t.Name) for y in x.scripts for e in y.entries]
    if layer is None or layer.base not in shapes.running or last not in below or shapes.find(base, (layer,)):
        return d
    return replace(d, pieces=(layer,), sizes=tuple(instance(s, {str(last): layer}) for s in d.sizes))


def _layers(lines: Sequence[Chain], called: set[str]) -> Layers:
    """What the equations of layers say, but for what is defined as a derivative: that is judged."""
    found = Layers()
    lefts = [(c.members[0], c.members[1]) for c in lines]
    derived = [(x, m) for x, m in lefts if any(isinstance(y, (t.Derivative, t.Nabla)) for y in t.walk(m))]
    errors = {named(x).base for x, _ in derived if isinstance(x, Name)}
    for c in lines:
        left = layered(c.members[0])
        if left is None or left.shift or left.base in errors or not is_small(left.base):
            continue
        for parts in (_parts(m, left, called) for m in c.members[1:]):
            products = [p for p in parts if isinstance(p, Product)]
            if None in parts or len(products) != 1:
                continue
            matrix, column = products[0].matrix, products[0].column
            ends = (left.shift - matrix.shift, column.shift - matrix.shift)
            found.letters.add(left.letter)
            found.columns |= {column.base, left.base}
            found.steps.setdefault(matrix.base, set()).add(ends[::-1] if products[0].turned else ends)
            added = [p for p in parts if isinstance(p, Layered)]
            found.skipping |= any(p.base == column.base for p in added)
            for p in added:
                if p.base != column.base:
                    found.offsets.setdefault(p.base, set()).add(left.shift - p.shift)
    return found


def _parts(x: Node, left: Layered, called: set[str]) -> list[Product | Layered | None]:
    """The terms of a layer, those of a function among them."""
    found: list[Product | Layered | None] = []
    for term in terms_of_layer(x):
        inner = terms_of_layer(term)
        found += [_part(y, left, called) for y in ([term] if inner == [term] else inner)]
    return found


def _part(x: Node, left: Layered, called: set[str]) -> Product | Layered | None:
    """A term of a layer as the product of a matrix and a column below, or as what is added; None for any other."""
    if isinstance(x, Name):
        own = layered(x)
        fits = own is not None and own.letter == left.letter and own.base not in called
        return own if fits and own is not None and is_small(own.base) else None
    if not isinstance(x, t.Product) or len(x.factors) != 2 or x.factors[1].operator or x.factors[1].joined:
        return None
    first, second = (f.body for f in x.factors)
    inside, turned = _untransposed(first)
    matrix, column = layered(inside, turned), layered(second)
    if matrix is None or column is None or not matrix.letter == column.letter == left.letter:
        return None
    is_matrix = CAPITAL.fullmatch(BOLD.sub(r"\1", matrix.base)) or matrix.base in called
    step = column.shift < left.shift and is_small(column.base) and column.base not in called
    return Product(matrix, column, turned) if is_matrix and step else None


def _untransposed(x: Node) -> tuple[Node, bool]:
    """A name without the parentheses of `(W^l)^T`, and whether it is transposed."""
    if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and is_turned_name(x):
        inner = x.base.items[0]
        return (inner, True) if isinstance(inner, Name) else (x, False)
    return x, isinstance(x, Name) and transposed_base(x) is not None


def terms_of_layer(x: Node) -> list[Node]:
    """The terms of a value, or of the one argument of a function.

    >>> x, y = Name("x"), Name("y")
    >>> terms_of_layer(t.Call("tanh", (t.Terms((t.Term("", x), t.Term("+", y))),))) == [x, y]
    True
    """
    if isinstance(x, t.Call) and len(x.args) == 1:
        x = x.args[0]
    elif isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined:
        inner = x.factors[1].body
        only = inner.items[0] if isinstance(inner, t.Group) and len(inner.items) == 1 else x
        x = x if isinstance(only, Chain) else only
    return [term.body for term in x.terms] if isinstance(x, t.Terms) else [x]


def layered(x: Node, turned: bool = False) -> Layered | None:
    """A name with nothing but one script with a letter; `turned`: it may be transposed."""
    shape = shape_of(x) if isinstance(x, Name) and not x.primes else None
    if shape is None:
        return None
    base, pieces, marked = split(shape)
    letter, shift = shifted(pieces[0]) if len(pieces) == 1 and (turned or not marked) else (None, 0)
    return Layered(base, letter, shift) if letter else None


def _has_entries(chain: Chain, bases: set[str]) -> bool:
    """Does one of these names carry more than a layer, or a square, somewhere, or what is no layer?"""
    shapes = (s for x in t.of_kind(chain, Name) if (s := shape_of(x)) is not None and s.base in bases)
    pieces = [[p for p in split(s)[1] if not (s.below == 1 and isinstance(p, t.Number))] for s in shapes]
    return any(len(found) > 1 or any(shifted(p)[0] is None for p in found) for found in pieces)


def _called(located: Sequence[Located]) -> Iterator[str]:
    """The letters that sentences call matrices."""
    for display, f in located:
        if isinstance(f, ReadError) or not display.inline or not CALLED.search(display.before):
            continue
        first = f.statements[0].chain.members[0] if f.statements else None
        if isinstance(first, Name):
            yield first.base
