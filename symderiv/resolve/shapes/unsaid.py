r"""Vectors whose lengths nothing says: the w and the x of `y_n = \sigma(\mathbf{w}^T \mathbf{x}_n + b)`.

A bold small letter is a column, and so is a small letter that is transposed, that stands right behind one that is, or
beside such in a norm, or what a sentence calls a vector where one of these is transposed or in a norm. What is
multiplied, added or equated has one length; so have a matrix before a vector (`W \mathbf{x}`) and the vector that comes
of it. Claims are not asked: what they say may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..shape import NORMS, Shape, is_mark, letter_of, letters_in, shape_of
from .algebra import ELEMENTWISE
from .declared import BOLD, FONTS, Declared, Shapes, split
from .forms import name_defined, shows_arrays
from .reader import NUMBERS
from .small import transposed_base
from .stacked import stacked
from .untold import CAPITAL, untold_matrices

Key: TypeAlias = tuple[str, tuple[Node | None, ...]]
"""A name: its letter, and its scripts with None for a letter that stands for any index."""
Axis: TypeAlias = "tuple[Key, int] | Node"
Said: TypeAlias = tuple[str, Declared]
Form: TypeAlias = tuple[str, tuple[Axis, ...]]
"""A kind as in `Array`, and what its axes are: a length that is known, or one of a name."""

SMALL = re.compile(r"[a-z]|\\(?:[a-z]+|ell)")
POOL = "DMPQRSULGHABC"
INNER = ("", r"\cdot")
"""Signs between a row and the column behind it."""
ANY = "@"
"""An index of stacked rows, which no page types."""


@dataclass(slots=True)
class Unsaid:
    """Vectors without a length; `same` joins axes that are equal, by the one that stands for each.

    `defined`, `numbers`: names that equations define, or that are known to be numbers; `forms`: what the former are;
    `capitals`: letters of matrices; `entries`: names with indices of which equations are made, by letter and number;
    `called`: names that sentences call vectors, likewise.
    """

    shapes: Shapes
    defined: Collection[Key]
    numbers: Collection[Key]
    entries: Collection[tuple[str, int]]
    called: Collection[tuple[str, int]] = ()
    capitals: Collection[str] = ()
    vectors: dict[Key, t.Name] = field(default_factory=dict)
    matrices: dict[Key, t.Name] = field(default_factory=dict)
    same: dict[Axis, Axis] = field(default_factory=dict)
    forms: dict[Key, Form] = field(default_factory=dict)
    clashing: bool = False

    def root(self, a: Axis) -> Axis:
        """What stands for an axis and all that are equal to it."""
        while a in self.same:
            a = self.same[a]
        return a

    def join(self, one: tuple[Axis, ...], two: tuple[Axis, ...]) -> None:
        """Axes that are equal, one by one; what is known stands for what is not."""
        for a, b in zip(map(self.root, one), map(self.root, two), strict=False):
            if a == b:
                continue
            if isinstance(a, tuple):
                self.same[a] = b
            elif isinstance(b, tuple):
                self.same[b] = a
            else:
                self.clashing = True

    # ----------------------------------------------------------------------------------------------------------- forms

    def form(self, x: Node) -> Form | None:
        """What a tree is, as far as that is told; axes that must be equal are joined on the way."""
        rule = RULES.get(type(x))
        return ("", ()) if rule is None else rule(self, x)

    def name(self, x: t.Name) -> Form | None:
        shape = shape_of(x)
        assert shape is not None
        base, pieces, marked = split(shape)
        if base == "e" and shape.uppers:
            self.form(t.Product(tuple(t.Factor("", p) for p in pieces), x.span))
            return "", ()
        found = self.shapes.find(base, pieces)
        if found is not None:
            return turned((found.kind, found.sizes)) if marked else (found.kind, found.sizes)
        key = key_of(base, pieces)
        if key in self.numbers:
            return "", ()
        if key in self.forms:
            return turned(self.forms[key]) if marked else self.forms[key]
        if base in self.capitals:
            self.matrices.setdefault(key, x)
            return "m", ((key, 1), (key, 0)) if marked else ((key, 0), (key, 1))
        thin = BOLD.sub(r"\1", base)
        bold = base.startswith(FONTS)
        column = SMALL.fullmatch(thin) and (bold or (base, len(pieces)) in self.called)
        if not column or (thin, len(pieces) + 1) in self.entries:
            return None if bold or marked else ("", ())
        if key not in self.defined:
            self.vectors.setdefault(key, x)
        return "r" if marked else "c", ((key, 0),)

    def terms(self, x: t.Terms) -> Form | None:
        forms = [f for f in (self.form(term.body) for term in x.terms) if f is not None and f[0]]
        for f in forms[1:]:
            if f[0] == forms[0][0]:
                self.join(forms[0][1], f[1])
        return forms[0] if forms else ("", ())

    def product(self, x: t.Product) -> Form | None:
        result: Form | None = ("", ())
        for f, following in zip_longest(x.factors, x.factors[1:]):
            joined = following is not None and following.joined
            if joined and isinstance(f.body, t.Name) and transposed_base(f.body) is None:
                result = None  # a function before its argument, as far as that can be told here
                continue
            one = self.form(f.body)
            result = None if result is None or one is None else self.times(result, f.operator, one)
        return result

    def times(self, a: Form, operator: str, b: Form) -> Form | None:
        """The product of two forms."""
        if operator == "/" or not b[0]:
            return a
        if not a[0]:
            return b
        if operator in ELEMENTWISE or (operator == r"\cdot" and a[0] == b[0] != "m"):
            self.join(a[1], b[1])
            return a if operator in ELEMENTWISE else ("", ())
        if a[0] + b[0] == "cr":
            return "m", (*a[1], *b[1])
        kind = {"rc": "", "rm": "r", "mc": "c", "mm": "m"}.get(a[0] + b[0])
        if kind is None:
            return None
        self.join(a[1][-1:], b[1][:1])
        return kind, (*a[1][:-1], *b[1][1:])

    def group(self, x: t.Group) -> Form | None:
        rows = stacked(x)
        if rows is not None:
            one = self.form(rows.at(t.Name(ANY)))
            return ("m", (*one[1], rows.last)) if one is not None and one[0] == "c" else None
        forms = [self.form(i) for i in x.items]
        if x.open == r"\langle" and len(forms) == 2 and None not in forms:
            self.join(forms[0][1], forms[1][1])  # type: ignore[index]
        return forms[0] if len(forms) == 1 and x.open not in (*NORMS, r"\langle") else ("", ())

    def scripted(self, x: t.Scripted) -> Form | None:
        from_base = self.form(x.base)
        if from_base is None or not from_base[0]:
            return from_base
        marked = len(x.scripts) == 1 and x.scripts[0].above and not x.primes
        return turned(from_base) if marked else None

    def call(self, x: t.Call) -> Form | None:
        forms = [self.form(a) for a in x.args]
        return forms[0] if len(forms) == 1 and x.function not in ("tr", "det", "diag", "Tr") else ("", ())

    def fraction(self, x: t.Fraction) -> Form | None:
        self.form(x.denominator)
        return self.form(x.numerator)


def turned(form: Form) -> Form:
    """The transpose."""
    return {"": "", "c": "r", "r": "c", "m": "m"}[form[0]], form[1][::-1]


RULES: dict[type, Any] = {
    t.Name: Unsaid.name,
    t.Terms: Unsaid.terms,
    t.Product: Unsaid.product,
    t.Group: Unsaid.group,
    t.Scripted: Unsaid.scripted,
    t.Call: Unsaid.call,
    t.Fraction: Unsaid.fraction,
    t.BigSum: lambda u, x: u.form(x.body),
    t.Braced: lambda u, x: u.form(x.body),
    t.Root: lambda u, x: u.form(x.body),
}


def first_of_each(chains: Sequence[Chain]) -> list[Chain]:
    """The equations without derivatives of which nothing before says what their left side is."""
    met: set[Node] = set()
    found = []
    for chain in chains:
        if len(chain.members) < 2 or chain.relations[0] not in EQUALITIES or chain.members[0] in met:
            continue
        if not any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(chain)):
            met.add(chain.members[0])
            found.append(chain)
    return found


def key_of(base: str, pieces: tuple[Node, ...]) -> Key:
    """A name with any letter for its letters: `x_n` and `x_m` are entries of one row of vectors."""
    return base, tuple(None if letter_of(p) is not None else p for p in pieces)


def lengths_unsaid(
    chains: Sequence[Chain],
    shapes: Shapes,
    defined: Collection[Key],
    numbers: Collection[Key],
    taken: Collection[str],
    called: Collection[tuple[str, int]],
) -> list[Said]:
    """A declaration for each bold vector without a length, and each matrix before one.

    - `chains`: the equations of a page; `defined`: their left sides; `numbers`: names that are known to be numbers;
    - `taken`: letters that are no name for a length; `called`: names that sentences call vectors.
    """
    if not any(map(shows_arrays, chains)):
        return []  # bold entries of one page are numbers: `\mathbf{W}_{ij} \mathbf{x}_j`
    chains = first_of_each(chains)
    names = [x for c in chains for y in t.walk(c) if isinstance(y, t.Name) and (x := shape_of(y)) is not None]
    entries = {(x.base, len(split(x)[1])) for x in names if x.lowers}
    entries -= {(base, len(pieces)) for base, pieces in defined}
    called = {*(called if any(_shown(c, called) for c in chains) else ()), *_turned_letters(chains)}
    vectors = _read(Unsaid(shapes, defined, numbers, entries, called), chains).vectors
    if not vectors:
        return []
    known = {base for base, _ in defined} | shapes.sizes | shapes.running | set(_heads(chains))
    columns = replace(shapes, known={**shapes.known}, running=shapes.running | set(_letters(vectors.values())))
    for base, d in _said(vectors, lambda _: (t.Name("?"),), "c"):
        columns.known[base] = [*columns.known.get(base, ()), d]
    statements = [t.Statement(c) for c in chains]
    capitals = untold_matrices(statements, columns, known) | _bold_before_vectors(chains, columns)
    found = _read(Unsaid(shapes, defined, numbers, entries, called, capitals), chains)
    lengths = {a: t.Name(x) for a, x in zip(_unknown(found), _free(taken), strict=False)}
    square = any(found.root((key, 0)) == found.root((key, 1)) for key in found.matrices)
    if found.clashing or square or any(a not in lengths for a in _unknown(found)):
        return []  # of a square matrix somebody has to say whether it is symmetric

    def sizes(key: Key, count: int) -> tuple[Node, ...]:
        roots = (found.root((key, n)) for n in range(count))
        return tuple(lengths[a] if isinstance(a, tuple) else a for a in roots)

    said = list(_said(found.vectors, lambda key: sizes(key, 1), "c"))
    return [*said, *_said(found.matrices, lambda key: sizes(key, 2), "m")]


def _shown(chain: Chain, called: Collection[tuple[str, int]]) -> bool:
    """Does an equation transpose one of the names that are called vectors, or stand one within a norm?"""
    for x in t.walk(chain) if called else ():
        within = [x] if isinstance(x, t.Name) else list(t.walk(x)) if isinstance(x, t.Group) and x.open == r"\|" else []
        for y in within:
            shape = shape_of(y) if isinstance(y, t.Name) else None
            base, pieces, marked = split(shape) if shape is not None else ("", (), False)
            if (base, len(pieces)) in called and (marked or not isinstance(x, t.Name)):
                return True
    return False


def _turned_letters(chains: Sequence[Chain]) -> Iterator[tuple[str, int]]:
    """Small letters that are transposed, by letter and number of scripts; not by a T that is a letter of the page, or
    the last step of what carries a t. With them what they are multiplied by, and what stands in norms."""
    nodes = [x for c in chains for x in t.walk(c)]
    above = {id(e) for x in nodes if isinstance(x, t.Script) and x.above for e in x.entries}
    size = any(isinstance(x, t.Name) and x.base == "T" and id(x) not in above for x in nodes)
    shapes = [shape for x in nodes if isinstance(x, t.Name) and (shape := shape_of(x)) is not None]
    steps = {s.base for s in shapes if any("t" in letters_in(p) for item in s.uppers for p in item)}
    turned: set[tuple[str, int]] = set()
    for x in nodes:
        found = _transposed(x)
        if found is None:
            continue
        shape, mark = found
        if letter_of(mark) is not None and (size or shape.base in steps):
            continue
        base, pieces, _ = split(shape)
        if SMALL.fullmatch(BOLD.sub(r"\1", base)):
            turned.add((base, len(pieces)))
    yield from turned
    if turned:
        yield from _beside_turned(nodes, turned)


def _beside_turned(nodes: Iterable[object], turned: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    r"""The x of `w^T x`, where w is one of the `turned`, and of `\|x\|`: small letters that nobody gives to numbers."""
    for x in nodes:
        found: list[Node] = []
        if isinstance(x, t.Group) and x.open == r"\|" and len(x.items) == 1:
            found = [x.items[0]]
        elif isinstance(x, t.Product):
            rows = zip_longest(x.factors, x.factors[1:], x.factors[2:])
            found = [
                b.body
                for a, b, c in rows
                if b is not None
                and _is_turned(a.body, turned)
                and b.operator in ("", r"\cdot")
                and not (c and c.joined)
            ]
        for y in found:
            shape = shape_of(y) if isinstance(y, t.Name) else None
            base, pieces, marked = split(shape) if shape is not None else ("", (), True)
            if not marked and SMALL.fullmatch(base) and base not in NUMBERS:
                yield base, len(pieces)


def _is_turned(x: Node, turned: Collection[tuple[str, int]]) -> bool:
    found = _transposed(x)
    base, pieces, _ = split(found[0]) if found is not None else ("", (), False)
    return found is not None and (base, len(pieces)) in turned


def _transposed(x: object) -> tuple[Shape, Node] | None:
    r"""The name that is transposed in `x^T` and `(x^{(n)})^T`, with the mark on it."""
    inner = x
    if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and len(x.base.items) == 1 and not x.primes:
        inner = x.base.items[0]
    shape = shape_of(inner) if isinstance(inner, t.Name) else None
    scripts = x.scripts if isinstance(x, (t.Name, t.Scripted)) else ()
    marks = [e for s in scripts if s.above and not s.bracket for e in s.entries if is_mark(e)]
    return (shape, marks[-1]) if shape is not None and marks else None


def _heads(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters of what is defined with arguments: the L of `L(\mathbf{w}) = ..`."""
    for chain in chains:
        left = chain.members[0]
        if isinstance(left, t.Product) and isinstance(left.factors[0].body, t.Name):
            yield left.factors[0].body.base


def _read(found: Unsaid, chains: Sequence[Chain]) -> Unsaid:
    """Reads all equations twice, for what is defined may stand above its definition."""
    for chain in (*chains, *chains):
        forms = [f for f in map(found.form, chain.members) if f is not None and f[0]]
        for f in forms[1:]:
            if f[0] == forms[0][0]:
                found.join(forms[0][1], f[1])
        left = name_defined(chain)
        if left is not None and forms and (key := key_of(*left)) in found.defined:
            found.forms.setdefault(key, forms[-1])
    return found


def _said(names: dict[Key, t.Name], sizes: Callable[[Key], tuple[Node, ...]], kind: str) -> Iterator[Said]:
    for key, name in names.items():
        shape = shape_of(name)
        assert shape is not None
        yield shape.base, Declared(split(shape)[1], kind, sizes(key))


def _letters(names: Iterable[t.Name]) -> Iterator[str]:
    """The letters that stand for any index of such names."""
    for name in names:
        shape = shape_of(name)
        yield from (x for p in (split(shape)[1] if shape is not None else ()) if (x := letter_of(p)) is not None)


def _unknown(found: Unsaid) -> list[Axis]:
    """The axes whose length has no name, each once."""
    axes = [(key, 0) for key in found.vectors] + [(key, n) for key in found.matrices for n in (0, 1)]
    return list(dict.fromkeys(a for a in map(found.root, axes) if isinstance(a, tuple)))


def _free(taken: Collection[str]) -> list[str]:
    return [x for x in POOL if x not in taken and x.lower() not in taken]


def _bold_before_vectors(chains: Sequence[Chain], shapes: Shapes) -> frozenset[str]:
    r"""Bold capitals of which nothing is known before a vector: the W of `\mathbf{W} \mathbf{x}`."""
    found = set()
    for x in (x for c in chains for x in t.walk(c) if isinstance(x, t.Product)):
        for f, following in zip(x.factors, x.factors[1:], strict=False):
            one, two = (shape_of(y.body) if isinstance(y.body, t.Name) else None for y in (f, following))
            if one is None or two is None or not one.base.startswith(FONTS):
                continue
            base, pieces, _ = split(one)
            capital = CAPITAL.fullmatch(BOLD.sub(r"\1", base)) is not None
            small = two.base.startswith(FONTS) and SMALL.fullmatch(BOLD.sub(r"\1", two.base)) is not None
            vector = small or shapes.find(*split(two)[:2]) is not None
            if capital and not pieces and shapes.find(base, ()) is None and vector:
                found.add(base)
    return frozenset(found)
