r"""Names of arrays: what a letter with its scripts is, an entry or a slice of one, `\mathbf{1}` and I."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ..spelled.powers_by_entries import DOTTED, ONES_OR_ONE
from ..spelled.scripts import entries_below
from ..spelled.shape import DOTS, STARRED, Shape, is_slice, letter_of, letters_in, shape_of, shifted
from .array import Array, Letters, ShapeDoubt, Unknown, equal, held, number, put_alike, transposed
from .declared import BOLD, Shapes, Way, array_of, split
from .differentials import Change
from .parenthesized import below_of
from .powers import is_exponent, is_of_entries, power_of, powered
from .shown import Arguments
from .units import is_unit
from .untold import scripted_key, without_inverse

IDENTITIES = frozenset(["I", r"\mathbf{I}", r"\mathbb{I}", r"\mathrm{I}", r"\boldsymbol{I}"])
ONES = frozenset([r"\mathbf{1}", r"\mathbb{1}", r"\boldsymbol{1}", r"\vec{1}", r"\bm{1}"])
ZEROS = frozenset(name.replace("1", "0") for name in ONES)
NUMBERS = frozenset(
    [r"\lambda", r"\alpha", r"\eta", r"\epsilon", r"\varepsilon", r"\tau", r"\mu", r"\rho", r"\nu", r"\kappa"]
)
"""Letters that nobody gives to an array."""
SAY_ROW = r"say it: `x \in \mathbb{R}^{1 \times n}`"
SAY_MATRIX = r"say it: `A \in \mathbb{R}^{n \times n}`"
SAY = r"say it: `\mathbf{x} \in \mathbb{R}^{n}`"


@dataclass(slots=True)
class NameReader:
    """Reads the names of one equation; what else it is made of reads the `Reader`.

    - `numbers`: names that are known to be numbers; `suspicious`: letters that are transposed somewhere;
    - `pending`: left sides of which nothing is known yet; `lenient`: terms that are known tell the shape of the others;
    - `met`: an array was met; `unsure`: so was a name of which nothing is said, taken for a number; `labelled`: or one
      with labels alone; `lacking`: or an array that may lack a label that its entries have; `presumed`: or one of a
      shape that is only presumed; `perhaps_rows`: or a list of vectors, which may be rows as well as columns;
    - `losses`: functions of several arguments may be losses of vectors; `open`: so are these, of one;
    - `entered`: letters of arrays whose entries are defined; `of_wholes`: of functions of all entries of an array;
    - `perhaps`: numbers of which no one is sure; `side_by_side`: words tell what vectors side by side are;
    - `equated`: pairs of sizes, as typed, that the page, or a condition of it, says to be the same;
    - `same`: for sizes, as typed, that a condition of the line says to be the same, the one that stands for them;
    - `askew`: a matrix typed entry by entry is another one if it is transposed;
    - `by_entries`: a power of a vector is one of its entries here; `dividing`: what is read divides something;
      `below_line`: a derivative is taken by it;
      `change`: the entry that changes.
    """

    shapes: Shapes
    letters: Letters
    numbers: set[tuple[str, tuple[Node, ...]]]
    suspicious: frozenset[str] = frozenset()
    shown: Arguments = field(default_factory=dict)
    pending: frozenset[tuple[str, int]] = frozenset()
    lenient: bool = False
    met: bool = False
    unsure: bool = False
    equated: tuple[tuple[str, str], ...] = ()
    same: Mapping[str, Node] = field(default_factory=dict)
    labelled: bool = False
    lacking: bool = False
    presumed: bool = False
    perhaps_rows: bool = False
    askew: bool = False
    by_entries: bool = False
    dividing: bool = False
    below_line: bool = False
    losses: bool = False
    open: frozenset[str] = frozenset()
    entered: frozenset[str] = frozenset()
    of_wholes: frozenset[str] = frozenset()
    perhaps: Collection[tuple[str, tuple[Node, ...]]] = ()
    side_by_side: bool = False
    change: Change | None = None

    def read(self, x: Node) -> Array:
        """The array that a tree means. Raises `ShapeDoubt`."""
        raise NotImplementedError

    def below(self, x: Node) -> Array:
        """What is differentiated by: a row in any layout."""
        outer, self.below_line = self.below_line, True
        try:
            return self.read(x)
        finally:
            self.below_line = outer

    def call(self, x: t.Call) -> Array:
        """A function of arrays. Raises `ShapeDoubt`."""
        raise NotImplementedError

    def name(self, x: t.Name) -> Array:
        shape = shape_of(x)
        assert shape is not None
        if self.change is not None and (changed := self.change.of(x)) is not None:
            return changed
        base, pieces, marked = self.shapes.taken_apart(shape)
        if base == "e" and pieces and not shape.lowers and is_exponent(self.shapes, x, pieces):
            return self.exponential(x, pieces)
        if (special := self.special(x, base, pieces)) is not None:
            return transposed(special) if marked else special
        sliced = self.sliced(x, base, pieces) if scripted_key(shape) not in self.suspicious else None
        if sliced is not None and marked and not sliced.kind:  # of an entry there is none: it is a vector itself
            raise Unknown(f"the shape of `{shape.spelled}` is not known", x.span, SAY)
        if sliced is not None:
            self.labelled |= self.may_be_row(base)
            told = self.shapes.rows_told
            self.labelled |= (
                sliced.kind == "r" and not told
            )  # many write `W_{j,:}^T x` and `x^T W_{j,:}`: to them it is no row
            return transposed(sliced) if marked else sliced
        known = (base, pieces) in self.numbers
        found = self.shapes.find(base, pieces) or (None if known else self.shapes.of_entries(base, pieces))
        if found is None:
            if split(without_inverse(shape))[:2] in self.shapes.between:
                self.met = True
                raise Unknown(f"the shape of `{shape.spelled}` is not known", x.span, SAY_MATRIX)
            product = self.power(x, shape, base, pieces)
            return self.untold(x, shape, base, pieces, marked) if product is None else product
        a = self.as_long(array_of(x, found, self.shapes.plain))
        lies = self.shapes.way_of(base, pieces)
        if lies is Way.OF_MATRIX and a.kind == "c" and not marked:  # `A_i^T A_i` of a row is a matrix
            self.perhaps_rows = True
        elif lies is not None and a.kind in ("c", "r") and not (lies is not Way.UNCLEAR and a.kind == "r"):
            self.met = True
            raise ShapeDoubt(f"whether `{shape.spelled}` is a row is not clear", x.span, SAY_ROW)
        if a.kind:
            self.met = True
            self.presumed |= found.presumed
            self.perhaps_rows |= found.perhaps_rows
            self.labelled |= is_slice(pieces)  # `W_{j,:} \in \mathbb{R}^n`
            if found.weak and pieces:  # `\phi_i` beside `\phi_i^{(j)}` may lack the number j
                self.lacking |= not shape.lowers
                self.labelled |= bool(shape.lowers)  # of one unit i, perhaps, and so is all in the line
            if found.loose and self.shapes.rows:
                a = replace(a, kind="r")
        return transposed(a) if marked else a

    def as_long(self, a: Array) -> Array:
        """An array with one of several lengths that are the same on this line in the place of each."""
        return a if not self.same else replace(a, sizes=tuple(put_alike(s, self.same) for s in a.sizes))

    def exponential(self, x: t.Name, pieces: tuple[Node, ...]) -> Array:
        """`e^{..}`, by entries where arrays stand above."""
        whole = pieces[0] if len(pieces) == 1 else t.Product(tuple(t.Factor("", p) for p in pieces), x.span)
        before, self.met = self.met, False
        of_arrays = bool(self.read(whole).kind) or self.met
        self.met = before or self.met
        return self.call(t.Call("exp", (whole,), span=x.span)) if of_arrays else number(x)

    def power(self, x: t.Name, shape: Shape, base: str, pieces: tuple[Node, ...]) -> Array | None:
        """A name of no shape as the power of one that has a shape: by entries where that is meant, or a product; or as
        the power of an entry, `h_j^2`."""
        if shape.bare and shape.lowers and isinstance(pieces[0], t.Number):
            entry = self.sliced(replace(x, scripts=tuple(s for s in x.scripts if not s.above)), base, pieces[1:])
            if entry is not None and not entry.kind:
                above = tuple(s for s in x.scripts if s.above)
                return number(t.Scripted(t.Group("(", (entry.entry(),), ")", (), x.span), above, 0, x.span))
        power = power_of(self.shapes, x, base, pieces)
        if power is None:
            return None
        plain = self.shapes.find(base, pieces[1:]) or self.shapes.of_entries(base, pieces[1:])
        below = tuple(s for s in x.scripts if not s.above)
        if plain is not None and is_of_entries(plain.kind, pieces[0], self.by_entries):
            return self.raised(array_of(replace(x, scripts=below), plain, self.shapes.plain), pieces[0], x.span)
        if plain is not None and shape.bare and not self.by_entries:
            a = array_of(replace(x, scripts=below), plain, self.shapes.plain)
            if (product := powered(a, pieces[0], x.span, self.letters)) is not None:
                self.met = True
                return product
        raise ShapeDoubt(power, x.span, r"write the product, or `\odot` for the product by entries")

    def untold(self, x: t.Name, shape: Shape, base: str, pieces: tuple[Node, ...], marked: bool) -> Array:
        """A name of no shape: a number, unless something says that it is none."""
        told = (base, pieces) in self.numbers
        bold = BOLD.search(base) is not None and not told and not self.is_number_elsewhere(base, pieces)
        doubtful = (base in self.suspicious and not shape.lowers) or scripted_key(shape) in self.suspicious
        if (
            marked
            or bold
            or (doubtful and not told)
            or (base, len(pieces)) in self.pending
            or self.is_of_labelled_entries(shape)
            or (shape.base, below_of(shape)) in self.shapes.wholes
        ):
            raise Unknown(f"the shape of `{shape.spelled}` is not known", x.span, SAY)
        told = told or base in self.shapes.sizes or base in NUMBERS
        if ((not pieces or shape.primes) and not told) or (base, pieces) in self.perhaps:
            self.unsure = True
        layer = any(s.above and s.bracket for s in x.scripts) and not shape.lowers
        looked_up = any(isinstance(p, t.Name) and p.scripts for p in pieces)  # `u_{n_k}` beside a vector `u_c`
        several = layer or looked_up or self.is_whole(base, pieces) or self.may_have_labels(base, pieces)
        several |= self.may_be_layer(shape) or self.has_entries(shape)
        several |= (kind := self.with_letter_above(shape, base, pieces)) is not None
        if kind == "m" and not told:
            raise ShapeDoubt("another matrix, or the transpose?", x.span, "write `^T` for the transpose")
        self.labelled |= bool(pieces) and not told and (self.may_be_row(base) or self.may_be_row_of(base, pieces))
        self.labelled |= self.shapes.may_be_array(base, pieces, told) or (several and not told)
        return number(x)

    def is_number_elsewhere(self, base: str, pieces: tuple[Node, ...]) -> bool:
        r"""Is it one of several numbers, the `\mathbf{J}_3` of `\mathbf{J}_t`, where t is an index?"""
        indices = {"", *self.shapes.running, *self.shapes.sizes}  # the h of `\mathbf{b}_h` may be a label
        if any(shifted(p)[0] not in indices for p in pieces):
            return False
        several = (p for other, p in self.numbers if other == base and (other, p) not in self.perhaps)
        return any(self.shapes.values_at(p, pieces) for p in several)

    def may_be_row(self, base: str) -> bool:
        """May a letter of which nothing is computed be a row or a column, the `w_j` beside a matrix W?"""
        declared = self.shapes.find(base, ())
        return (declared is None or declared.weak) and base not in self.shapes.met

    def is_row_named(self, base: str, pieces: tuple[Node, ...]) -> bool:
        r"""Is it the slice `S_{i,:}` of a matrix of which `S_i` is known, too?"""
        whole = self.shapes.find(base, pieces[:-2]) if is_slice(pieces) else None
        return whole is not None and whole.kind == "m"

    def may_be_row_of(self, base: str, pieces: tuple[Node, ...]) -> bool:
        """May a name be a row or a column of a matrix that is known?"""
        whole = self.shapes.find(base, pieces[:-1])
        return whole is not None and whole.kind == "m"

    def with_letter_above(self, shape: Shape, base: str, pieces: tuple[Node, ...]) -> str | None:
        """The kind of an array that is known and has a letter above here: it may be one more, or its transpose."""
        above = [letter_of(p) for item in shape.uppers for p in item]
        known = self.shapes.find(base, pieces[len(above) :]) if shape.bare and above and None not in above else None
        return None if known is None or known.weak else known.kind or None

    def has_entries(self, shape: Shape) -> bool:
        r"""Has a name with nothing but what may be a label above entries with a letter there, `x^i` beside `x^i_j`?"""
        return shape.bare and not shape.lowers and shape.base in self.shapes.numbered

    def may_be_layer(self, shape: Shape) -> bool:
        r"""Is it a capital with letters above alone, `W^l`, or do its entries with such letters stand elsewhere,
        `w^l_{jk}`: one array of many?"""
        letters = [shifted(p)[0] for item in shape.uppers for p in item]
        if not letters or "" in letters or shape.lowers:
            return False
        return shape.base[:1].isupper() or (shape.base, len(letters)) in self.shapes.layered

    def may_have_labels(self, base: str, pieces: tuple[Node, ...]) -> bool:
        r"""Has a name nothing but numbers, `\zeta_1`, or is it a capital with others that are no lengths, `W_{O,S}`?"""
        letters = [letter_of(p) for p in pieces]
        capitals = base[:1].isupper() and all(x is not None and x.isupper() for x in letters)
        labels = capitals and self.shapes.sizes.isdisjoint(x for x in letters if x is not None)
        return bool(pieces) and (labels or all(isinstance(p, t.Number) for p in pieces))

    def is_whole(self, base: str, pieces: tuple[Node, ...]) -> bool:
        """Is it a letter with a label whose entries are met elsewhere, `W_2` beside `W_{2,kj}`?"""
        labelled = bool(pieces) and all(isinstance(p, t.Number) for p in pieces)
        return labelled and any((base, len(pieces) + n) in self.shapes.plain for n in (1, 2))

    def is_of_labelled_entries(self, shape: Shape) -> bool:
        r"""Is it a capital with a label, `W^{(2)}` beside `w^{(2)}_{kj}`, whose lengths nothing says?"""
        entry = self.shapes.plain.get((shape.base.lower(), 2))
        if entry is None or len(shape.base) != 1 or not shape.base.isupper() or len(shape.pieces) != 1:
            return False
        labelled = any(s.above and s.bracket for s in entry.scripts)
        return (not shape.lowers and not shape.bare) or (labelled and isinstance(shape.pieces[0], t.Number))

    def special(self, x: t.Name, base: str, pieces: tuple[Node, ...]) -> Array | None:
        r"""`\mathbf{1}`, `\mathbf{0}` and `I`, with their size or without."""
        size = pieces[0] if len(pieces) == 1 else None
        found = self.shapes.find(base, pieces)
        vector = None if found is None else found.kind in ("c", "r")
        if size is not None and is_unit(base, size, self.shapes.units, vector):
            self.met = True
            place, length = size, found.sizes if found is not None else (None,)
            return Array("r" if self.shapes.rows else "c", length, lambda i: equal(i, place, x.span))
        if len(pieces) > 1 or (found is not None and base not in ONES | ZEROS):
            return None
        counted = size is not None and letter_of(size) in self.shapes.running
        if base in ZEROS:
            self.met = True
            return number(t.Number("0", x.span), broadcast=True)
        if base in ONES:
            self.met = True
            if size is not None and found is None and not self.is_length(size):
                raise ShapeDoubt(
                    ONES_OR_ONE, x.span, r"write `\mathbf{1}` for the ones, `\delta_{ik}` for a 1 in one place"
                )
            kind = found.kind if found else "r" if self.shapes.rows else "c"
            sizes = found.sizes if found else (size,)
            return Array(kind, sizes, lambda *_: t.Number("1", x.span), even=sizes == (None,))
        other = counted or base in self.shapes.sizes or base in self.shapes.own or (base, pieces) in self.numbers
        if base in IDENTITIES and not other:
            self.met = True
            return Array("m", (size, size), lambda i, j: equal(i, j, x.span), unit=True)
        return None

    def is_length(self, size: Node) -> bool:
        r"""Is it how long an array is, and not the k of `p - \mathbf{1}_k`, the place of the only 1?"""
        sizes = {n for d in self.shapes.arrays() for n in d.sizes}
        if isinstance(size, t.Number):
            return size in sizes
        lengths = {y for n in sizes for y in letters_in(n)}
        scripted = {x.base for n in sizes for x in t.of_kind(n, t.Name) if x.scripts}
        looked_up = any(x.scripts and x.base not in scripted for x in t.of_kind(size, t.Name))  # the `w_t` of `1_{w_t}`
        return lengths.issuperset(letters_in(size)) and letter_of(size) not in self.shapes.running and not looked_up

    def sliced(self, x: t.Name, base: str, pieces: tuple[Node, ...]) -> Array | None:
        """`W_{i,:}` and `W_{:,j}`, and an entry `W_{ij}`, which is a number."""
        lowers = entries_below(x)
        if STARRED in lowers and base in self.shapes.stars.told:
            return None
        if power_of(self.shapes, x, base, pieces) is not None and not any(s.bracket for s in x.scripts if s.above):
            return None  # `h_t^2` is no entry of `h^{(2)}`
        for count in range(1, min(2, len(lowers)) + 1):
            found = self.shapes.find(base, pieces[: len(pieces) - count])
            if found is None or len(found.sizes) != count or (count == 1 and self.is_row_named(base, pieces)):
                continue
            if self.shapes.find(base, pieces) is not None or (found.weak and (base, len(pieces)) in self.pending):
                return None  # the t of `z_t = V s_t` may tell vectors apart
            first = found.turned and count == 1  # its own index comes first
            last = lowers[:1] if first else lowers[len(lowers) - count :]
            kept = slice(1, None) if first else slice(-count)
            below = tuple(t.Script(s.above, s.entries[kept]) for s in x.scripts if not s.above)
            above = tuple(s for s in x.scripts if s.above)
            whole = array_of(replace(x, scripts=(*above, *(s for s in below if s.entries))), found, self.shapes.plain)
            return self.part(whole, last, x.span)
        other = self.shapes.find(base, pieces) is not None or (base, pieces) in self.numbers
        return self.row(x, base, pieces) if len(lowers) == 1 and pieces and not other else None

    def row(self, x: t.Name, base: str, pieces: tuple[Node, ...]) -> Array | None:
        r"""The row `\delta_i` of a matrix that is known, where i runs over its rows alone; some mean it as a column, so
        that no line is wrong for its shape. Where the letter runs over columns it is open what is meant, unless words
        call it a row of a square matrix."""
        found, own = self.shapes.find(base, pieces[:-1]), [*self.shapes.ends.get(letter_of(pieces[-1]) or "", ())]
        if found is None or found.weak or found.kind != "m" or len(own) != 1 or own[0] not in found.sizes:
            return None
        called = base in self.shapes.rows_named
        if own[0] == found.sizes[1] and not (called and own[0] == found.sizes[0]):
            raise ShapeDoubt("a row or a column of this matrix?", x.span, "write the entries with their indices")
        self.met = self.labelled = True
        below = tuple(replace(s, entries=s.entries[:-1]) for s in x.scripts if not s.above and s.entries[:-1])
        name = replace(x, scripts=(*(s for s in x.scripts if s.above), *below))
        whole = array_of(name, found, self.shapes.plain)
        kind = "c" if called and self.shapes.slices_turned else "r"
        return Array(kind, whole.sizes[1:], lambda j: whole.entry(pieces[-1], j))

    def part(self, a: Array, entries: tuple[Node, ...], span: Offsets) -> Array:
        """An entry of an array, or a row or a column of a matrix."""
        open_at = [n for n, p in enumerate(entries) if isinstance(p, t.Symbol) and p.name in DOTS]
        if not open_at:
            whole = a.entry(*entries)
            self.met = self.met or isinstance(whole, t.Product)  # `W_{ij}` of a diagonal matrix
            return number(whole if isinstance(whole, t.Name) else held(whole))
        if len(open_at) != 1 or len(a.sizes) != 2:
            raise ShapeDoubt("this slice is not read", span, "write the entries with their indices")
        self.met = True
        if entries[open_at[0]] == STARRED and self.shapes.stars.perhaps:
            raise ShapeDoubt("a row or a column, or one with a star?", span, "write the entries with their indices")
        fixed = entries[1 - open_at[0]]
        if open_at[0]:
            if self.shapes.slices_open and not (self.shapes.slices_turned or self.below_line):
                raise ShapeDoubt("a row, or a row written as a column?", span, "say it, or write indices")
            kind = "c" if self.shapes.slices_turned else "r"
            return Array(kind, (a.sizes[1],), lambda j: a.entry(fixed, j))
        return Array("c", (a.sizes[0],), lambda i: a.entry(i, fixed))

    def raised(self, a: Array, power: Node, span: Offsets) -> Array:
        """A power entry by entry, as it is meant in a product by entries and on a diagonal.

        A matrix has another power if it is square.
        """
        if a.kind == "m" and (a.sizes[0] == a.sizes[1] or None in a.sizes):
            raise ShapeDoubt(f"a power of {a.shown}", span, r"write the product, or `\odot` for the product by entries")
        self.met = True
        if isinstance(power, t.Number) and power.text in DOTTED:
            power = t.Number(str(DOTTED[power.text]), power.span)
        script = (t.Script(True, (power,), "", False, True, span),)
        return replace(
            a,
            entry=lambda *i: t.Scripted(t.Group("(", (a.entry(*i),), ")", (), span), script, 0, span),
            gradient=False,
            raised=a.kind in ("c", "r"),
        )
