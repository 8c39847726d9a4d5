r"""Bare names of arrays: `W` for what has the entries `W_{kj}`, `U_c` for that of `(U_c)_{ij}`, `\mathbf{1}`."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..affine import Affine
from ..domain.constraint import eq
from ..errors import ReadError
from ..expr import Bracket, Var, Variable, bound, free, num
from ..latex import tree as t
from ..latex.tree import Node
from .formulas import Resolver
from .keys import key_of, split_key
from .meaning import signature
from .powers_by_entries import ONES_OR_ONE
from .shape import Shape, in_parentheses, is_transpose, label_of, letter_of, shape_of
from .shaped import Array, plain, scalar, untransposed
from .shapes.named import ONES

IDENTITIES = frozenset(["I", r"\mathbf{I}", r"\mathbb{I}"])


@dataclass(slots=True)
class ArrayNames:
    """Reads the members of one equation; `arrays` are the letters that sentences explain (`C = (c_{i,j})`),
    `bound` those of the sums around what is read,
    `oblong` those of arrays with two different lengths: no power of them is meant; `by_entries`: a power of a column is
    one of its entries here."""

    reader: Resolver
    arrays: dict[str, Variable] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    bound: frozenset[str] = frozenset()
    oblong: frozenset[str] = frozenset()
    by_entries: bool = False

    # ------------------------------------------------------------------------------------------------------- helpers

    def shape_error(self, cause: str, node: object) -> ReadError:
        """Shapes that do not fit."""
        return self.reader.error(cause, node, "check the order of the factors and the transposes, or write indices")

    def fresh(self, like: str) -> str:
        """A letter that this equation does not use yet: `like`, or `like` with primes."""
        while like in self.used:
            like += "'"
        self.used.add(like)
        return like

    def number(self, node: Node) -> Array:
        """A part that is an ordinary formula."""
        e = self.reader.expr(node, self.bound)
        self.used |= {s.name for s in free(e) | bound(e)}
        return scalar(e)

    def transposed(self, a: Array) -> Array:
        """The transpose."""
        if a.kind == "m":
            return Array("m", lambda i, j: a.entry(j, i), a.letters[::-1])
        return Array({"c": "r", "r": "c", "": ""}[a.kind], a.entry, a.letters)

    # --------------------------------------------------------------------------------------------------------- names

    def name(self, x: t.Name) -> Array:
        """What a name means."""
        shape = shape_of(x)
        assert shape is not None
        if self.reader.meaning.is_transposed(shape) or (is_transpose(shape) and shape.base in self.oblong):
            found = self.name(untransposed(x))
            if not found.kind:
                raise self.shape_error("the transpose of what is not known to be a matrix", x)
            return self.transposed(found)
        array = self.array(shape)
        return array if array is not None else self.number(x)

    def array(self, shape: Shape) -> Array | None:
        """The array that a bare name stands for; None for an ordinary name."""
        names, meaning = self.reader.names, self.reader.meaning
        if shape.base in ONES and signature(shape) not in meaning.lefts and not shape.uppers and shape.below < 2:
            if not all(map(self.is_length, shape.pieces)):
                hint = r"write `\mathbf{1}` for the ones, `\delta_{ik}` for a 1 in one place"
                raise self.reader.matrix(ONES_OR_ONE, shape, hint)
            return Array("c", lambda _: num(1))
        if shape.lowers:
            shape = self.labelled(shape) or shape
        if shape.lowers or (signature(shape) in meaning.lefts and not shape.uppers and shape.base not in self.arrays):
            return None
        if shape.base in IDENTITIES and shape.letter not in names.sizes and not shape.pieces:
            return Array("m", lambda i, j: Bracket((eq(i, j),), delta=True), ("i", "j"))
        variable = self.arrays.get(shape.base) if not shape.pieces else None
        above: tuple[Affine, ...] = ()
        if variable is None:
            fitting = list(self.fitting(shape))
            if len(fitting) != 1:
                return None
            variable = fitting[0]
            above = tuple(
                self.reader.form(p) for p, e in zip(shape.pieces, split_key(variable.key)[1], strict=True) if e is None
            )
        known = variable
        axes = known.arity - len(above)
        letters = names.letters.get(known.key, ("i", "j"))[len(above) :][:axes]
        letters = letters if len(letters) == axes else ("i", "j")[:axes]
        kind = {1: "c", 2: "m"}.get(axes)
        if kind is None:
            return None
        self.used |= {s.name for form in above for s in form.letters()}
        return Array(kind, lambda *indices: Var(known, (*above, *indices)), letters)

    def is_length(self, size: Node) -> bool:
        r"""May it be how long a column of ones is? Not a letter that names entries, the k of `p_k`."""
        letter, names = letter_of(size), self.reader.names
        if letter is None:
            return True
        others = (shape for shape, _, _ in names.met.values() if shape.base not in ONES)
        return letter in names.sizes and all(letter not in shape.letters for shape in others)

    def labelled(self, shape: Shape) -> Shape | None:
        r"""The name of which entries stand behind a parenthesis: `U_c` beside `(U_c)_{ij}`, c being no index."""
        names, meaning = self.reader.names, self.reader.meaning
        if signature(shape) in meaning.lefts or not names.index.isdisjoint(x for x in shape.letters if x):
            return None
        letter = in_parentheses(shape)
        if not any(family[0] == letter for family in names.families):
            return None
        order = tuple(s for s in shape.order if s.above)
        return Shape(letter, letter, shape.primes, (), shape.uppers, shape.bare, order, shape.span)

    def fitting(self, shape: Shape) -> dict[Variable, None]:
        """The variables with indices whose name is the bare name (bold letters stand for plain ones)."""
        names = self.reader.names
        bases = {shape.base, plain(shape.base)}
        upper = tuple(map(label_of, shape.pieces))
        found: dict[Variable, None] = {}
        for family, patterns in names.families.items():
            if family[0] not in bases or family[3]:
                continue
            if any(apart == family for apart, _, _ in names.apart):
                continue  # of two arrays of one letter the bare letter is neither
            for pattern in patterns:
                final = names.final(family, pattern)
                above, below = final[: family[1]], final[family[1] :]
                if not below or any(p is not None for p in below) or len(above) != len(upper):
                    continue
                if all(p is None or p == u for p, u in zip(above, upper, strict=True)):
                    key = key_of(family, final)
                    found[names.known.get(key, Variable(key))] = None
        return found
