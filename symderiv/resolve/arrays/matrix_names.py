r"""Bare names of arrays: `W` for what has the entries `W_{kj}`, `U_c` for that of `(U_c)_{ij}`, `\mathbf{1}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...affine import Affine, affine
from ...domain.constraint import eq
from ...errors import ReadError
from ...expr import Bracket, Expr, Partial, Var, Variable, bound, free, num
from ...latex import tree as t
from ...latex.tree import Node
from ...notation import ACROSS, LAID
from ..formulas import Resolver
from ..meaning import signature
from ..shapes.array import ONE
from ..shapes.derivatives import CAUSE, is_turned
from ..shapes.named import ONES
from ..spelled.keys import Entry, Pattern, key_of
from ..spelled.powers_by_entries import ONES_OR_ONE
from ..spelled.shape import Shape, in_parentheses, is_transpose, letter_of, shape_of
from ..spelled.shaped import Array, plain, scalar, untransposed

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

    def as_told(self, by: Array, x: t.Derivative | t.Nabla) -> Array:
        """What is differentiated by, in the layout that words tell of such a derivative."""
        if x.unclear and by.kind in ("c", "r"):
            raise self.reader.error(CAUSE, x, "write the entries with their indices")
        turned = isinstance(x, t.Derivative) and (is_turned(x, by.kind) or (x.row and by.kind == "c"))
        return self.transposed(by) if turned and by.letters else by

    def laid(self, of: Array, by: Array, x: t.Derivative | t.Nabla) -> Array | None:
        """The derivative of a vector by a vector, where words tell how it stands."""
        told = x.layout & {LAID, ACROSS} if isinstance(x, t.Derivative) else frozenset[str]()
        if len(told) != 1 or not {of.kind, by.kind} <= {"c", "r"} or not isinstance(x, t.Derivative):
            return None

        def entry(i: Affine, j: Affine) -> Expr:
            below = by.entry(j)
            if not isinstance(below, Var):
                raise self.reader.error("a variable is expected below", x)
            return Partial(of.entry(i), below, x.direct)

        jacobian = Array("m", entry, (*of.letters, *by.letters))
        return self.transposed(jacobian) if ACROSS in told else jacobian

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

    def beside_labelled(self, x: Node) -> Array | None:
        r"""The number that is a bare letter, added to others, where all its arrays are given and labelled by letters.

        The b of `w^\top h + b` beside the `b_i` and the `b_f` of gates is none of these, nor all of them.
        """
        shape, names = shape_of(x) if isinstance(x, t.Name) else None, self.reader.names
        if shape is None or shape.pieces or shape.primes or shape.base in {*self.arrays, *names.index, *names.sizes}:
            return None
        meaning = self.reader.meaning
        patterns = [p for f, found in names.families.items() for p in found if f[0] == shape.base and p]
        labels = [tuple(e for e in p if e is not None) for p in patterns]
        apart = len({*labels}) > 1 and all(any(e.isalpha() for e in found) for found in labels)
        computed = any(base == shape.base for base, *_ in meaning.lefts)
        if not apart or computed or shape.base in meaning.matrices:
            return None
        return scalar(Var(names.resolve(shape, self.bound)[0]))

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
            return Array("m", lambda i, j: Bracket((eq(i, j),), delta=True), ("i", "j"), unit=True)
        variable = self.arrays.get(shape.base) if not shape.pieces else None
        above: tuple[Affine, ...] = ()
        if variable is None:
            fitting = self.fitting(shape)
            if len(fitting) != 1:
                return None
            [(variable, nodes)] = fitting.items()
            above = tuple(map(self.reader.form, nodes))
        known = variable
        axes = known.arity - len(above)
        letters = names.letters.get(known.key, ("i", "j"))[len(above) :][:axes]
        letters = letters if len(letters) == axes else ("i", "j")[:axes]
        rows = meaning.rows_called
        kind = {1: "r" if rows is None or plain(shape.base) in rows else "c", 2: "m"}.get(axes)
        if kind is None:
            return None
        self.used |= {s.name for form in above for s in form.letters()}
        if kind == "m" and (at := self.only_one(shape)) is not None:
            one = affine(1)
            places = (lambda i: (one, i)) if at == 0 else (lambda i: (i, one))
            return Array("c" if at else "r", lambda i: Var(known, (*above, *places(i))), (letters[1 - at],))
        return Array(kind, lambda *indices: Var(known, (*above, *indices)), letters)

    def only_one(self, shape: Shape) -> int | None:
        """The place of the 1 where a matrix has one row, `w_{1j}`, or one column.

        Its entries carry a 1 there wherever they stand, and those of nothing else do: a page may only show the first.
        """
        base = plain(shape.base)
        met = [x for x, _, _ in self.reader.names.met.values() if x.lowers]
        own = [tuple(e for item in x.lowers for e in item) for x in met if _is_same(x, base, shape)]
        others = (e for x in met if not _is_same(x, base, shape) for item in x.lowers for e in item)
        if not own or any(len(e) != 2 for e in own) or ONE in others:
            return None
        places = [n for n in (0, 1) if all(e[n] == ONE for e in own)]
        return places[0] if len(places) == 1 else None

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

    def fitting(self, shape: Shape) -> dict[Variable, tuple[Node, ...]]:
        """The variables with indices whose name is the bare name (bold letters stand for plain ones), each with what
        stands in those of its indices that the bare name carries."""
        names = self.reader.names
        bases = {shape.base, plain(shape.base)}
        ways = list(self._above(replace(shape, letter=plain(shape.letter))))
        found: dict[Variable, tuple[Node, ...]] = {}
        for family, patterns in names.families.items():
            if family[0] not in bases or family[3]:
                continue
            if any(apart == family for apart, _, _ in names.apart):
                continue  # of two arrays of one letter the bare letter is neither
            for pattern in patterns:
                final = names.final(family, pattern)
                above, below = final[: family[1]], final[family[1] :]
                if not below or any(p is not None for p in below):
                    continue
                for nodes in (nodes for way in ways if (nodes := _filled(above, way)) is not None):
                    key = key_of(family, final)
                    found[names.known.get(key, Variable(key))] = nodes
        return found

    def _above(self, shape: Shape) -> Iterator[list[Entry]]:
        r"""What stands above a name, entry by entry; a run of letters also as the one label that it may be.

        The hh of `W^{(hh)}` beside `W^{(hh)}_{ab}` is a label, also where `W^{(qh)}` has a size in it.
        """
        found: list[list[Entry]] = [[]]
        for item in self.reader.names.entries(shape, self.bound)[0]:
            is_run = bool(item) and item[0].kind == "run"
            found = [[*way, *more] for way in found for more in ((item[:1], item[1:]) if is_run else (item,))]
        return iter(found)


def _filled(above: Pattern, way: Sequence[Entry]) -> tuple[Node, ...] | None:
    """What a name carries in the indices above that a variable has; None where another variable is meant."""
    if len(above) != len(way):
        return None
    fits = all(e.node is not None if p is None else p == e.text for p, e in zip(above, way, strict=True))
    return tuple(e.node for p, e in zip(above, way, strict=True) if p is None and e.node is not None) if fits else None


def _is_same(x: Shape, base: str, shape: Shape) -> bool:
    """Is it the name of a base with what stands above another?"""
    return plain(x.base) == base and x.uppers == shape.uppers
