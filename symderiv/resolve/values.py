r"""What a name, a name before a parenthesis and an exponent mean: the readings that need the whole document.

What has two readings is an `AmbiguousError` that names both; what is matrix notation raises `MatrixNotation`, so that
`matrices` can try to read the whole member in indices.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

from ..affine import Sym, affine
from ..domain.constraint import Constraint, eq
from ..errors import AmbiguousError, ReadError
from ..expr import Apply, Bracket, Expr, Index, Pow, Var, Variable, add, num, of_kind
from ..latex import tree as t
from ..latex.source import Offsets
from ..latex.tree import Chain, Node
from .functions.at_a_place import may_be_a_value
from .functions.families import family_name, family_of, is_of_family
from .integers.index import Integers, span_domain
from .meaning import Meaning, exponent_of, function_name, raised_letter, signature
from .spelled.matrix_powers import INVERSE, is_inverse, is_of_matrix
from .spelled.names import Unsettled
from .spelled.shape import Shape, letter_of, shape_of

Bound: TypeAlias = frozenset[str]


BOLD = (r"\mathbf{", r"\boldsymbol{", r"\vec{")
"""Letters that are never numbers."""

NO_LABELS = frozenset([r"\top", r"\dots", ":", r"\odot", r"\circ"])
"""Signs in a script that are no part of a name."""
SAY = r"write its indices, or say its shape: `W \in \mathbb{R}^{m \times n}`, `W = (w_{ij})`"


class MatrixNotation(ReadError):
    """Something that is only read where every shape is known."""


@dataclass(slots=True)
class Values(Integers, ABC):
    """Reads the values of one statement; `left` are the index letters of its left side, `loose` those outside the sums
    of the member that is read, `beside` those that a range beside it is about.

    `places` collects what was read with the span that it was read from, the parts before the whole.
    """

    meaning: Meaning
    statement: int = -1
    left: frozenset[Sym] = frozenset()
    loose: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    dummies: frozenset[str] = frozenset()
    applied: set[str] = field(default_factory=set)
    places: list[tuple[Expr, Offsets]] = field(default_factory=list)

    @abstractmethod
    def expr(self, x: Node, bound: Bound = frozenset()) -> Expr:
        """The expression that a tree means where sums have bound the letters `bound`."""

    def entry(self, x: Node, bound: Bound = frozenset()) -> Var:
        """The variable entry that a tree names: what is differentiated by, what is defined."""
        found = self.expr(x, bound)
        if isinstance(found, Var):
            return found
        raise self.error("a variable is expected here", x, r"for example `w_{j,i}`")

    def ambiguous(self, cause: str, node: object, hint: str) -> AmbiguousError:
        """An error that names two readings."""
        return AmbiguousError(cause, self.formula.place(getattr(node, "span", (0, 0))), hint)

    def matrix(self, cause: str, node: object, hint: str = "") -> MatrixNotation:
        """What can only be read as a matrix."""
        return MatrixNotation(cause, self.formula.place(getattr(node, "span", (0, 0))), hint)

    def where(self, conditions: tuple[Node, ...]) -> tuple[Constraint, ...]:
        """Conditions inside a formula: of an indicator, a row of cases."""
        found: list[Constraint] = []
        for c in conditions:
            if not isinstance(c, Chain):
                raise self.error("a condition is expected here", c, r"for example `k = j`")
            spans, where = self.conditions(c)
            found += [*span_domain(spans), *where]
        return tuple(found)

    def wheres(self, conditions: tuple[Node, ...]) -> list[tuple[Constraint, ...]]:
        """The same of conditions that leave a choice, `|i-j| > m`: what holds in each case, in one at a time."""
        told = [self.choices(c) if isinstance(c, Chain) else (((), self.where((c,))),) for c in conditions]
        return [tuple(x for spans, where in chosen for x in (*span_domain(spans), *where)) for chosen in product(*told)]

    def bracket(self, conditions: tuple[Node, ...]) -> Expr:
        """1 where conditions inside a formula hold, else 0."""
        return add(*map(Bracket, self.wheres(conditions)))

    # ---------------------------------------- names

    def name(self, shape: Shape, x: Node, bound: Bound, tail: tuple[Node, ...] = ()) -> Expr:
        """The value that a name means."""
        if shape.base in self.dummies and not shape.pieces:
            return Var(Variable(shape.base))
        if shape.base in self.dummies and not shape.lowers and shape.bare:
            (exponent,) = shape.uppers[0]
            return Pow(Var(Variable(shape.base)), self.power(exponent, x, bound, certain=True))
        if self.meaning.is_exponential(shape):
            return Apply("exp", (self.expr(self.whole(shape.uppers, x), bound),))
        if self.meaning.is_power(shape):
            if is_of_matrix(shape, x):
                if is_inverse(shape):  # in arrays nothing is gained: their inverses are not read
                    raise self.error("an entry of the inverse of a matrix is not read", x, INVERSE)
                raise self.matrix("an entry of a power of a matrix", x, "write the entries of the matrix itself")
            return Pow(self.name(shape.without_upper(), x, bound, tail), self.exponent(shape, x, bound))
        if self.meaning.is_delta(shape):
            first, second = map(self.form, shape.pieces)
            return Bracket((eq(first, second),), delta=True)
        if self.meaning.is_transposed(shape):
            raise self.matrix(f"`{self.source(x)}` is the transpose of a matrix", x, SAY)
        self._check(shape, x, bound)
        if not shape.lowers and not tail:
            if not shape.pieces:
                return self._bare(shape, x, bound)
            if signature(shape) not in self.meaning.lefts and self._has_indices(shape):
                raise self._missing(self.source(x), x)
            if shape.base in self.meaning.matrices and shape.base not in self.names.size_names:
                raise self.matrix(f"`{self.source(x)}` is a vector or a matrix whose indices are not known", x, SAY)
        if shape.base in self.names.size_names and signature(shape) not in self.meaning.lefts:
            return self._length(shape, x)
        try:
            variable, nodes = self.names.resolve(shape, bound, tail)
        except Unsettled as doubt:
            raise self.ambiguous(doubt.cause, doubt.node, doubt.hint) from None
        return Var(variable, tuple(map(self.form, nodes)))

    def _length(self, shape: Shape, x: Node) -> Expr:
        """A size as a value, `n_l`, and its power `n_l^2`: no size is told by a number above and an index below."""
        exponent = exponent_of(shape)
        if not shape.below or not shape.bare or not isinstance(exponent, t.Number) or not exponent.text.isdigit():
            return Index(self.form(x))
        return Pow(Index(affine(self._term(shape.without_upper(), x))), num(int(exponent.text)))

    def _check(self, shape: Shape, x: Node, bound: Bound) -> None:
        """Refuse readings that are in doubt."""
        for piece, letter in zip(shape.pieces, shape.letters, strict=True):
            doubt = self.meaning.conflicts.get((self.statement, shape.base, letter or ""))
            if doubt is not None and letter not in bound:
                raise self.ambiguous(doubt[0], piece, doubt[1])
            if isinstance(piece, t.Symbol) and piece.name in NO_LABELS:
                raise self.matrix(f"`{piece.name}` in a script", x, "write the entry with its indices")
        if raised_letter(shape) is not None and (shape.base, shape.below, raised_letter(shape)) in self.meaning.raised:
            plain = self.source(x).rsplit("^", 1)[0]
            letter = raised_letter(shape)
            raise self.ambiguous(
                f"`^{letter}` is a power or part of the name: `{letter}` is no index",
                x,
                f"write `({plain})^{letter}` for the power, `{plain}^{{\\text{{{letter}}}}}` for the name",
            )
        if function_name(shape) in self.meaning.functions and signature(shape) not in self.meaning.lefts:
            raise self.error(f"the function `{shape.base}` has no argument", x, f"write `{shape.base}(..)`")
        if (shape.base, shape.below) in self.meaning.squares and shape.bare:
            exponent = exponent_of(shape)
            text = exponent.text if isinstance(exponent, t.Number) else "2"
            plain = self.source(x).rsplit("^", 1)[0]
            raise self.ambiguous(
                f"`^{text}` is a power or part of the name: `{plain}` never occurs without it",
                x,
                f"write `({plain})^{text}` for the power, `{plain}^{{({text})}}` for the name",
            )

    def _bare(self, shape: Shape, x: Node, bound: Bound) -> Expr:
        letter = shape.base
        if letter in self.meaning.counting and letter in self.names.index | bound:
            return Index(affine(letter))  # the m of `m x^{m-1}`
        if letter in self.meaning.standing and (letter in bound or self.statement in self.meaning.standing[letter]):
            return Index(affine(letter))
        if letter in bound:
            raise self._factor(letter, x)
        defined = (letter, 0, 0) in self.meaning.lefts
        if not defined and letter in self.names.sizes:
            return Index(affine(letter))
        if not defined and self._has_indices(shape):
            raise self._missing(letter, x)
        if not defined and letter in self.names.index:
            raise self._factor(letter, x)
        if letter in self.meaning.matrices or (letter.startswith(BOLD) and not defined):
            raise self.matrix(f"`{letter}` is a vector or a matrix whose indices are not known", x, SAY)
        return Var(self.names.resolve(shape, bound)[0])

    def _has_indices(self, shape: Shape) -> bool:
        """Does a name without subscript carry indices in the subscript elsewhere? Of two arrays of one letter, the
        `b_u` and the `b_i`, the bare `b` is neither."""
        above = [p.text if isinstance(p, t.Number) else None for item in shape.uppers for p in item]
        for family, patterns in self.names.families.items():
            if family[0] != shape.base or (above and family[1] != len(above)):
                continue
            if any(apart == family for apart, _, _ in self.names.apart):
                continue
            start = len(above)
            for pattern in patterns:
                if None in pattern[start:] and all(p in (None, q) for p, q in zip(pattern, above, strict=False)):
                    return True
        return False

    def _missing(self, typed: str, x: Node) -> MatrixNotation:
        return self.matrix(f"`{typed}` carries indices elsewhere, here it has none", x, SAY)

    def _factor(self, letter: str, x: Node) -> ReadError:
        return self.ambiguous(
            f"`{letter}` is an index, here it stands as a factor",
            x,
            f"write an entry such as `x_{letter}`, or give the variable another letter than the index",
        )

    def source(self, x: Node) -> str:
        """A tree as typed."""
        start, end = x.span
        return self.formula.source.text[start:end].strip()

    def whole(self, items: tuple[tuple[Node, ...], ...], x: Node) -> Node:
        """All that stands in a superscript, as one product: the `2 x` of `e^{2x}`."""
        if len(items) != 1:
            raise self.error("several things stand in the exponent", x, "write one exponent")
        pieces = items[0]
        return pieces[0] if len(pieces) == 1 else t.Product(tuple(t.Factor("", p) for p in pieces), x.span)

    def exponent(self, shape: Shape, x: Node, bound: Bound) -> Expr:
        r"""The exponent of a name; an index letter in it might be a layer, unless the author names the name without.

        A difference (`\beta^{t-s}`) over a name without indices that also stands bare is a number of factors; entries
        of data (`p_i^{y_i}`) over a name that stands without them elsewhere are values.
        """
        (exponent,) = shape.uppers[0]
        named = (shape.base, shape.below) in self.meaning.named
        counts = not shape.below and (shape.base, 0) in self.meaning.plain and _is_difference(exponent)
        entries = (shape.base, shape.below) in self.meaning.plain and self._of_entries(exponent)
        letters = {letter_of(y) for y in t.walk(exponent) if isinstance(y, t.Name)} & (self.names.index | bound)
        certain = named or counts or entries or (bool(letters) and letters <= self.meaning.counting)
        return self.power(exponent, x, bound, certain)

    def _of_entries(self, exponent: Node) -> bool:
        """Is it made of entries and numbers, none of which is looked up in an index elsewhere?"""
        parts = _parts_of_exponent(exponent)
        if parts:
            return all(isinstance(x, t.Number) or self._of_entries(x) for x in parts)
        shape = shape_of(exponent) if isinstance(exponent, t.Name) else None
        if shape is None or not shape.pieces or shape.base in self.names.size_names:
            return False
        return self.meaning.kept(shape) is shape  # `y^{(n)}` and `d_j^w` are entries as `y_n` is

    def power(self, exponent: Node, x: Node, bound: Bound, certain: bool = False) -> Expr:
        """The value of an exponent; `certain` says that it can be nothing else."""
        letters = {letter_of(y) for y in t.walk(exponent) if isinstance(y, t.Name)} - {None}
        indices = letters & (self.names.index | bound)
        if indices and not certain:
            letter = min(map(str, indices))
            plain = self.source(x).rsplit("^", 1)[0]
            raise self.ambiguous(
                f"`{letter}` is an index: the superscript is a power or part of the name",
                exponent,
                f"write `({plain})^{letter}` for the power, `{plain}^{{({letter})}}` for the name",
            )
        shape = shape_of(x)
        power = _is_difference(exponent) and shape is not None and shape.below < len("ij")  # `u_n^{T-t}`
        if letters & {"T"} - self.names.index - bound and not power:
            raise self.matrix("the transpose of a matrix, or a power", x, "write the entries with their indices")
        if function_name_of(x) in self.meaning.functions:
            raise self.ambiguous("an inverse function or one over the function", x, "write `\\frac{1}{f(x)}`")
        return self._integral(exponent) if indices and not self._of_entries(exponent) else self.expr(exponent, bound)

    def _integral(self, exponent: Node) -> Expr:
        """An exponent with an index in it: a number if it is one, else the form."""
        form = self.form(exponent)
        return num(form.const) if form.is_constant else Index(form)

    # ---------------------------------------- applications

    def call(self, head: Node, joined: Node, bound: Bound) -> Expr | None:
        """A name and the parenthesis after it: an application or an index list; None for a product."""
        shape = shape_of(head) if isinstance(head, (t.Name, t.Scripted)) else None
        if shape is None:
            return None
        group, scripts = (joined.base, joined.scripts) if isinstance(joined, t.Scripted) else (joined, ())
        if isinstance(joined, t.Scripted) and joined.primes:
            raise self.error("a prime behind the parenthesis", joined, "write it on the function's name: `f'(x)`")
        name = function_name(shape)
        base = shape.base
        found: Expr
        if name in self.meaning.functions and isinstance(group, t.Group):
            found = self._apply(name, shape, group, head, bound)
        elif isinstance(group, t.Group) and len(group.items) == 1 and is_of_family(shape, self.meaning):
            stored, indices = self.of_family(shape)
            args = (*indices, self.expr(group.items[0], bound))
            found = Apply(stored, args, (*(0,) * len(indices), shape.primes))
        elif isinstance(group, t.Group) and base in self.meaning.index_lists:
            found = self.name(shape, head, bound, group.items)
        elif base in self.names.size_names and isinstance(head, t.Name) and signature(shape) not in self.meaning.lefts:
            found = Index(self._called(head, group))
        elif base in self.meaning.shown:
            self._same_arguments(base, group)
            found = self.name(shape, head, bound)
        else:
            if base in self.meaning.unclear and self.source(joined)[:1] in "([":
                raise self._unclear(head)
            if may_be_a_value(head, group, self.meaning.lefts):
                raise self.at_a_place(head, group)
            return None
        return self.scripted(found, scripts, joined, bound)

    def of_family(self, shape: Shape) -> tuple[str, tuple[Index, ...]]:
        """The name of functions that carry indices, and the indices of one of them, its first arguments."""
        return family_name(family_of(shape)), tuple(Index(self.form(p)) for p in shape.pieces)

    def _same_arguments(self, base: str, group: Node) -> None:
        """Refuse `D(q, p)` beside `D(p, q) = ..` and `J(0)`, `J(v)`, `J(w + h)` beside `J(w) = ..`."""
        shown = self.meaning.shown_of.get(base, ())
        items = group.items if isinstance(group, t.Group) else (group,)
        given = tuple(letter_of(i) for i in items)
        other = len(given) == len(shown) and given != shown
        if any(isinstance(i, t.Number) for i in items) or other:
            typed = f"`{base}({', '.join(shown)})`"
            raise self.ambiguous(f"{typed} is defined, and this is something else", group, "give it another name")

    def at_a_place(self, head: Node, group: Node) -> AmbiguousError:
        """What to say of `E(0)` where E is no function."""
        return self.ambiguous(
            f"the value of `{self.source(head)}` at a place, or a product with what is in the parenthesis",
            group,
            r"write `\cdot` for the product; a value at a place is read of functions only",
        )

    def _unclear(self, head: Node) -> AmbiguousError:
        typed = self.source(head)
        return self.ambiguous(
            f"`{typed}(` is a product or a function: every occurrence of it has a parenthesis",
            head,
            rf"write `{typed} \cdot (` for the product; name the function in the front matter: `functions = [..]`",
        )

    def _apply(self, name: str, shape: Shape, group: t.Group, head: Node, bound: Bound) -> Expr:
        args = tuple(self.expr(item, bound) for item in group.items)
        if not args:
            raise self.error("a function without argument", group, f"write `{shape.base}(x)`")
        parameters = group.separators[:1] == (";",)  # what stands behind is only given: `f'(u; a)` is by u
        if shape.primes and len(args) > 1 and not parameters:
            raise self.ambiguous(
                "a prime on a function of several arguments", head, r"write `\frac{\partial}{\partial x}` of it"
            )
        self.applied.add(name)
        order = (shape.primes, *(0 for _ in args[1:])) if len(args) == 1 or (parameters and shape.primes) else ()
        return Apply(self.meaning.functions[name], args, order)

    def scripted(self, base: Expr, scripts: tuple[t.Script, ...], x: Node, bound: Bound) -> Expr:
        """A value with what stands above it, which can only be a power."""
        for s in scripts:
            if not s.above:
                raise self.matrix("an index on something that is not a name", x, "write the entry with its indices")
            if s.bracket not in ("", "(") or not s.entries or (len(s.entries) > 1 and (s.commas or s.bracket)):
                raise self._no_power(s)
            exponent = self.whole((s.entries,), x)
            if isinstance(exponent, (t.Symbol, t.Text)):
                raise self.matrix("a transpose or a mark on something that is not a name", s)
            power = self.power(exponent, x, bound, certain=True)
            if s.bracket and not (_is_taken_from_a_number(exponent) and of_kind(power, Var)):
                raise self._no_power(s)
            base = Pow(base, power)
        return base

    def _no_power(self, s: t.Script) -> ReadError:
        return self.error("a power is expected here", s, "write `^2` for a square")


def _is_taken_from_a_number(x: Node) -> bool:
    """Is it `1 - y_i`? That counts nothing, so that it is no label in parentheses, as `l` and `l - 1` may be."""
    return (
        isinstance(x, t.Terms)
        and isinstance(x.terms[0].body, t.Number)
        and x.terms[1:2] != ()
        and x.terms[1].sign == "-"
    )


def _parts_of_exponent(x: Node) -> tuple[Node, ...]:
    """What a sum, a product or a fraction is made of."""
    if isinstance(x, t.Terms):
        return tuple(term.body for term in x.terms)
    if isinstance(x, t.Product) and not any(f.joined for f in x.factors):
        return tuple(f.body for f in x.factors)
    if isinstance(x, t.Fraction):
        return (x.numerator, x.denominator)
    return (x.items[0],) if isinstance(x, t.Group) and len(x.items) == 1 and x.open in ("(", "{") else ()


def function_name_of(x: Node) -> str | None:
    """The name of a function if `x` is a name."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None:
        return None
    return function_name(shape.without_upper()) if exponent_of(shape) is not None else function_name(shape)


def _is_difference(x: Node) -> bool:
    """Is it a sum or difference of several letters: `t-s`, not `l-1`?"""
    return isinstance(x, t.Terms) and len({letter_of(y) for y in t.walk(x) if isinstance(y, t.Name)}) > 1
