r"""What a document says of shapes: `X \in \mathbb{R}^{N \times D}`, `C = (c_{ij})`, definitions with indices.

A name is known by its letter and its scripts. A layer or sample letter among them (`W^{(l)}`, `x_n`) stands for any
index: `a^{(l-1)}` has the sizes of `a^{(l)}` with l - 1 in the place of l.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ...pattern import lazily
from ..spelled.shape import Shape, is_mark, is_transpose, letter_of, letters_in, shape_of, shifted
from .array import Array, equal, number, product
from .labels_apart import LabelsApart
from .starred_labels import StarredLabels

REALS = ("R", r"\mathbb{R}", r"\mathbf{R}", r"\mathbb{C}", r"\mathcal{R}")
FONTS = (r"\mathbf{", r"\boldsymbol{", r"\vec{", r"\bm{", r"\mathsf{", r"\underline{")


class Way(Enum):
    """How the entries of a vector stand; unclear where words about rows are not understood, of a matrix where a row of
    one may be typed as a column, as every vector."""

    COLUMN = "column"
    ROW = "row"
    UNCLEAR = "unclear"
    OF_MATRIX = "of a matrix"


@dataclass(frozen=True, slots=True)
class Declared:
    """The shape of a name: `kind` as in `Array`, with '' for a number; `entry` is its entry as typed, if it has one.

    `loose`: declared without an orientation (`\\mathbb{R}^n`), so that the document decides between column and row;
    `weak`: seen from entries only, so that the bare letter may be another name (`E = \\sum_n E_n`);
    `single`: an axis of it is taken to have one entry, and is left out; `labels`: its scripts stand for no others;
    `turned`: its own index comes before those of its name, in a column `w_j` of `w_{ij}`; a matrix is a transpose;
    `diagonal`: a matrix with nothing but a diagonal, on which `value` stands, if that is told;
    `over`: the script above its entries in which the first index stands, `x^{(i)}_j`;
    `spread`: the axis of a matrix along which a vector lies that is added to it, where that is told;
    `presumed`: the letters of its entries run so far elsewhere, and nothing shows that they do here (`presumed`);
    `perhaps_rows`: a list of vectors without a transpose, which are its columns, but to many its rows.
    """

    pieces: tuple[Node, ...]
    kind: str
    sizes: tuple[Node, ...]
    loose: bool = False
    entry: t.Name | None = None
    weak: bool = False
    single: bool = False
    labels: bool = False
    turned: bool = False
    diagonal: bool = False
    value: t.Name | None = None
    over: t.Script | None = None
    spread: int | None = None
    presumed: bool = False
    perhaps_rows: bool = False


@dataclass(slots=True)
class Shapes:
    """The shapes of a document by base letter; `running` are letters that stand for any index, `sizes` those of sizes,
    `plain` names that occur with indices only, `stepped` those that carry a step t above, so that a T there is one,
    `numbered` those whose entries carry a letter above, `layered` those with entries that have so many
    letters above, `units` the names of unit vectors with their letter, `wholes` names of which entries stand behind a
    parenthesis, the `U_c` of `(U_c)_{ij}`, by letter and what stands below, `own` letters that are no identity, `ends`
    of letters, `shown` letters of arrays of whose entries a formula shows how far their letters run, `rows_named` of
    rows, `lying` names that words call rows (True), or may do so, `between` capitals between two vectors, `labels` what
    tells arrays of one letter apart, `stars` what stars below names are."""

    known: dict[str, list[Declared]] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    sizes: set[str] = field(default_factory=set)
    plain: dict[tuple[str, int], t.Name] = field(default_factory=dict)
    stepped: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    units: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    rows: bool = False
    wholes: frozenset[tuple[str, tuple[Node, ...]]] = frozenset()
    own: frozenset[str] = frozenset()
    layered: frozenset[tuple[str, int]] = frozenset()
    ends: Mapping[str, Set[Node | None]] = field(default_factory=dict)
    slices_turned: bool = False
    slices_open: bool = False
    rows_told: bool = False
    rows_named: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    lying: Mapping[tuple[str, tuple[Node, ...]], Way] = field(default_factory=dict)
    between: frozenset[tuple[str, tuple[Node, ...]]] = frozenset()
    labels: LabelsApart = field(default_factory=LabelsApart)
    stars: StarredLabels = field(default_factory=StarredLabels)

    def taken_apart(self, shape: Shape) -> tuple[str, tuple[Node, ...], bool]:
        """The base of a name, its scripts but for a transpose, and whether it carries one."""
        base, pieces, marked = split(shape)
        if base in self.stepped and is_transpose(shape) and letter_of(shape.uppers[0][0]) == "T":
            return base, shape.pieces, False
        return base, pieces, marked

    def add(self, base: str, found: Declared) -> None:
        """One more shape; the first that is said of a name counts."""
        if self.is_new(base, found):
            self.known.setdefault(base, []).append(found)

    def add_entries(self, base: str, found: Declared) -> None:
        r"""The same of an array whose entries are said, `U = (u_{ij})`; its shape may be declared besides."""
        here = self.known.setdefault(base, [])
        alike = [d.kind == found.kind or (d.kind == "r" and found.loose and d.sizes == found.sizes) for d in here]
        plain = [n for n, d in enumerate(here) if alike[n] and not d.pieces and d.entry is None]
        if plain and not here[plain[0]].weak:
            here[plain[0]] = replace(here[plain[0]], entry=found.entry, turned=found.turned, over=found.over)
        else:
            self.add(base, found)

    def is_new(self, base: str, found: Declared) -> bool:
        r"""Is nothing known of a name? Or only of another with a letter in that place, whose entries show it to be of
        another shape: `W^{(h)}_{ab}` beside `W^{(x)}_{aj}`, where h and x are labels and no layer."""
        known = self.find(base, found.pieces)
        if known is None or not (known.weak and found.weak) or (known.kind, known.sizes) == (found.kind, found.sizes):
            return known is None
        return not any(d.pieces == found.pieces for d in self.known.get(base, ()))

    def arrays(self) -> Iterator[Declared]:
        """All that is known of arrays."""
        return (d for found in self.known.values() for d in found if d.kind)

    def drop(self, base: str, pieces: tuple[Node, ...]) -> None:
        """The bare letter is a name of its own."""
        self.known[base] = [d for d in self.known.get(base, ()) if d.pieces != pieces]

    def find(self, base: str, pieces: tuple[Node, ...]) -> Declared | None:
        """The shape of a name with such scripts; a row where words call so what only entries show."""
        found = self._find(base, pieces)
        if found is None or not (
            found.weak and found.kind == "c" and self.way_of(base, pieces) in (Way.ROW, Way.OF_MATRIX)
        ):
            return found
        return replace(found, kind="r")

    def way_of(self, base: str, pieces: tuple[Node, ...]) -> Way | None:
        """What words call a name; a `y_j` or `y_{i-1}` of which they do not speak is what they call the `y_i`.

        >>> i, j = t.Name("i"), t.Name("j")
        >>> rows = Shapes(lying={("y", (i,)): Way.ROW})
        >>> [rows.way_of("y", (x,)) for x in (j, t.Terms((t.Term("", i), t.Term("-", t.Number("1")))))]
        [<Way.ROW: 'row'>, <Way.ROW: 'row'>]
        """
        if (base, pieces) in self.lying or not any(base == other for other, _ in self.lying):
            return self.lying.get((base, pieces))
        own = [*map(_has_letter, pieces)]
        alike = {
            way
            for (other, said), way in self.lying.items()
            if other == base and [*map(_has_letter, said)] == own and _same_labels(said, pieces)
        }
        return next(iter(alike)) if len(alike) == 1 else Way.UNCLEAR if alike else None

    def _find(self, base: str, pieces: tuple[Node, ...]) -> Declared | None:
        for d in self.known.get(base, ()):
            if d.pieces == pieces:
                return d
        first: Declared | None = None
        for d in self.known.get(base, ()):
            if not d.weak and self.labels.differ(d.pieces, pieces):
                continue
            if (first is None or (first.weak and d.weak)) and (values := self.values_at(d.pieces, pieces)) is not None:
                found = replace(d, pieces=pieces, sizes=tuple(instance(s, values) for s in d.sizes))
                if first is not None and (first.kind, first.sizes) != (found.kind, found.sizes):
                    return None  # entries show several shapes of names with a letter there
                first = first or found
        return first or self._as_others(base, pieces) or (self._of_small(base) if not pieces else None)

    def _of_small(self, base: str) -> Declared | None:
        """The shape of a capital that its entries in small letters show."""
        entry = self.plain.get((base, 2))
        found = self.known.get(entry.base, ()) if entry is not None and entry.base != base else ()
        return next((d for d in found if d.kind == "m" and not d.pieces), None)

    def _as_others(self, base: str, pieces: tuple[Node, ...]) -> Declared | None:
        r"""The shape of `x_m` where `x_1, x_2 \in \mathbb{R}^D` have one: that of all of the numbers in its place."""
        letters = [n for n, p in enumerate(pieces) if letter_of(p) in self.running]
        if len(letters) != 1:
            return None
        (n,) = letters
        rest = (*pieces[:n], *pieces[n + 1 :])
        alike = [d for d in self.known.get(base, ()) if (*d.pieces[:n], *d.pieces[n + 1 :]) == rest and not d.weak]
        numbered = [d for d in alike if len(d.pieces) > n and isinstance(d.pieces[n], t.Number)]
        same = len(numbered) > 1 and len({(d.kind, d.sizes, d.loose) for d in numbered}) == 1
        return replace(numbered[0], pieces=pieces) if same else None

    def of_entries(self, base: str, pieces: tuple[Node, ...]) -> Declared | None:
        r"""The shape that its entries show of a bold name, `\hat{\mathbf{y}}` beside `\hat{y}_k`."""
        thin = BOLD.sub(r"\1", base)
        found = self.find(thin, pieces) if thin != base else None
        return found if found is not None and found.weak and found.kind else None

    def may_be_array(self, base: str, pieces: tuple[Node, ...], told: bool) -> bool:
        """Whether a name has no indices, but at most labels (`b_h`), and nothing is told of it; or lacks one
        that it has elsewhere (`w_k` beside `w_{kd}`: a row, or a column)."""
        if pieces and (base, len(pieces) + 1) in self.plain:
            return True
        letters = [letter_of(p) for p in pieces]
        indexed = None in letters or self.running & set(letters) or self.find(base, ()) is not None
        return not told and not (pieces and indexed)

    def values_at(self, pattern: tuple[Node, ...], pieces: tuple[Node, ...]) -> dict[str, Node] | None:
        if len(pattern) != len(pieces):
            return None
        values: dict[str, Node] = {}
        for p, x in zip(pattern, pieces, strict=True):
            name = letter_of(p)
            if p == ANY:
                continue
            if name in self.running and name is not None:
                values[name] = x
            elif p != x:
                one = self._solved(p, x)
                if one is None or one[0] in values:
                    return None
                values[one[0]] = one[1]
        return values

    def _solved(self, p: Node, x: Node) -> tuple[str, Node] | None:
        r"""For which k `k + 1` is `x`: `z_{k+1} \in \mathbb{R}^{n_{k+1}}` tells of `z_L` and `z_{L-s}`, too."""
        letter, shift = shifted(p)
        here, more = shifted(x)
        if letter in self.running and letter and here is None and isinstance(x, t.Terms) and shift:
            return letter, t.Terms((*x.terms, t.Term("+" if shift < 0 else "-", t.Number(str(abs(shift))))), x.span)
        if letter not in self.running or not letter or here is None or (not here and more < shift):
            return None
        return letter, form(here, more - shift)


def _same_labels(one: tuple[Node, ...], two: tuple[Node, ...]) -> bool:
    """Are the scripts of two names the same but for letters?"""
    return all(a == b or _has_letter(a) for a, b in zip(one, two, strict=True))


def _has_letter(x: Node) -> bool:
    """Is it a letter, or one and a number, `t - 1`?"""
    return bool(shifted(x)[0])


def instance(x: Node, values: dict[str, Node]) -> Node:
    """A size with indices put in: `n_{l-1}` at l - 1 is `n_{l-2}`."""
    found: Node = rebuilt(x, lambda y: _placed(y, values))
    return found


def _placed(x: Any, values: dict[str, Node]) -> Any:
    if isinstance(x, (t.Name, t.Terms)):
        name, shift = shifted(x)
        if name in values:
            other, more = shifted(values[name])
            return _moved(values[name], shift) if other is None else form(other, shift + more)
    return None


def _moved(x: Node, shift: int) -> Node:
    r"""What is no letter, with a number added: `n_l - 1` at one more is `n_l`."""
    terms = x.terms if isinstance(x, t.Terms) else (t.Term("", x),)
    last = terms[-1]
    if len(terms) > 1 and isinstance(last.body, t.Number) and last.body.text.isdigit():
        shift += -int(last.body.text) if last.sign == "-" else int(last.body.text)
        terms = terms[:-1]
    if shift:
        terms = (*terms, t.Term("-" if shift < 0 else "+", t.Number(str(abs(shift)))))
    return terms[0].body if len(terms) == 1 and not terms[0].sign else t.Terms(terms)


def form(name: str, shift: int) -> Node:
    """A letter with a number added to it; the number alone where there is no letter."""
    if not name:
        return t.Number(str(shift))
    plain = t.Name(name.rstrip("'"), (), "", len(name) - len(name.rstrip("'")))
    if not shift:
        return plain
    return t.Terms((t.Term("", plain), t.Term("-" if shift < 0 else "+", t.Number(str(abs(shift))))))


def split(shape: Shape) -> tuple[str, tuple[Node, ...], bool]:
    """The base of a name, its scripts but for a transpose, and whether it carries one."""
    pieces = shape.pieces
    marked = shape.bare and bool(shape.uppers) and any(is_mark(p) for p in shape.uppers[-1])
    if marked:
        above = len(pieces) - shape.below  # below, in `x_T^T`, a T is the last step
        pieces = (*(p for p in pieces[:above] if not is_mark(p)), *pieces[above:])
    return shape.base, tuple(bare(p) for p in pieces), marked


def bare(p: Node) -> Node:
    return p.items[0] if isinstance(p, t.Group) and len(p.items) == 1 else p


def declarations(chains: Iterable[t.Chain]) -> Iterator[tuple[str, Declared]]:
    r"""What `X \in \mathbb{R}^{N \times D}` and lists of such names say; `\mathbf{h}_{ck} \in \{0, 1\}` is a number."""
    listed: list[Node] = []
    for chain in chains:
        before, listed = listed, [*listed, chain.members[0]] if not chain.relations else []
        if len(chain.members) != 2 or chain.relations != (r"\in",):
            continue
        where = space(chain.members[1]) or (("", (), False) if _is_entry_in_a_set(chain) else None)
        if where is None:
            continue
        names = chain.members[0].items if isinstance(chain.members[0], t.Listing) else (chain.members[0],)
        for name in names:
            shape = shape_of(name) if isinstance(name, t.Name) else None
            if shape is not None:
                base, pieces, _ = split(shape)
                yield base, Declared(pieces, *where)
                if (every := _any_of_list(before, shape)) is not None:
                    yield base, Declared(every, *where)


def _any_of_list(before: Sequence[Node], last: Shape) -> tuple[Node, ...] | None:
    r"""The scripts of any item of `v_1, \dots, v_{n-1}`, with the dots where they are counted. A list that ends at a
    letter, `v_1, \dots, v_n`, tells of the others by that."""
    first = shape_of(before[-2]) if len(before) > 1 and isinstance(before[-2], t.Name) else None
    dots = before[-1] if before else None
    if first is None or not isinstance(dots, t.Symbol) or dots.name not in DOTS:
        return None
    (base, one, _), (other, end, _) = split(first), split(last)
    places = [n for n, (a, b) in enumerate(zip(one, end, strict=False)) if a != b]
    if base != other or len(one) != len(end) or len(places) != 1:
        return None
    (n,) = places
    counted = isinstance(one[n], t.Number) and letter_of(end[n]) is None and not isinstance(end[n], t.Number)
    return (*end[:n], ANY, *end[n + 1 :]) if counted else None


def _is_entry_in_a_set(chain: t.Chain) -> bool:
    """Is it a name with two indices that is one of some numbers? It is an entry then, in bold, too."""
    name, numbers = chain.members
    shape = shape_of(name) if isinstance(name, t.Name) else None
    items = numbers.items if isinstance(numbers, t.Group) and numbers.open == r"\{" else None
    listed = items is not None and all(isinstance(x, t.Number) for x in items)
    return listed and shape is not None and shape.below == len("ck")


def space(x: Node) -> tuple[str, tuple[Node, ...], bool] | None:
    r"""The kind and the sizes that `\mathbb{R}^{m \times n}` stands for."""
    if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and x.base.open in (r"\{", "[", "("):
        above = [e for s in x.scripts if s.above for e in s.entries]
    elif isinstance(x, t.Name):
        shape = shape_of(x)
        if shape is None or shape.letter not in REALS:
            return None
        above = [e for s in x.scripts if s.above for e in s.entries]
        if not above:
            return "", (), False
    else:
        return None
    if len(above) != 1:
        return None
    whole = bare(above[0])
    if isinstance(whole, t.Product) and any(f.operator == r"\times" for f in whole.factors):
        sizes = tuple(bare(f.body) for f in whole.factors)
        if len(sizes) != 2 or any(f.operator != r"\times" for f in whole.factors[1:]):
            return None
        kinds = tuple(isinstance(s, t.Number) and s.text == "1" for s in sizes)
        if kinds == (True, True):
            return "", (), False
        if kinds == (False, True):
            return "c", sizes[:1], False
        return ("r", sizes[1:], False) if kinds == (True, False) else ("m", sizes, False)
    return "c", (whole,), True


DOTS = frozenset([r"\dots", r"\ldots", r"\cdots"])
ANY = t.Symbol(r"\dots")
"""Among the scripts of what is declared: whatever stands in that place."""
BOLD = lazily(r"\\(?:mathbf|boldsymbol|vec|bm|mathsf|underline)\{((?:[^{}]|\{[^{}]*\})*)\}")


def _label(x: Node) -> Node:
    """The letter of a size as what it is among the scripts of an array: a label."""
    return t.Text(letter_of(x) or "", span=x.span) if isinstance(x, t.Name) else x


def array_of(name: t.Name, d: Declared, plain: dict[tuple[str, int], t.Name]) -> Array:
    """The array that a name of that shape is."""
    if not d.kind:
        return number(name, broadcast=True)
    span = name.span
    shape = shape_of(name)
    assert shape is not None
    thin = BOLD.sub(r"\1", shape.base)
    below = sum(len(s.entries) for s in name.scripts if not s.above) + len(d.sizes)
    base = d.entry or plain.get((thin, below), name)
    above = [(s, tuple(e for e in s.entries if s.bracket or not is_mark(e))) for s in name.scripts if s.above]
    uppers = tuple(
        t.Script(True, tuple(map(bare, es)), s.bracket or "(", s.commas, True, span) for s, es in above if es
    )
    if d.entry is not None and not uppers:
        uppers = tuple(s for s in d.entry.scripts if s.above)  # of `W_2` beside `w^{(2)}_{kj}`
    of_sizes = {x for size in d.sizes for x in letters_in(size)}  # the h of `W_{hx} \\in \\mathbb{R}^{h \\times d}`
    own = (e for s in name.scripts if not s.above for e in s.entries)
    lowers = tuple(_label(e) if letter_of(e) in of_sizes else e for e in own) if d.entry is None else ()

    def entry(*indices: Node) -> Node:
        placed = indices[::-1] if d.turned and d.kind == "m" else indices
        if d.over is not None:
            first = replace(d.over, entries=placed[:1])
            rest = (t.Script(False, placed[1:], "", True, True, span),) if placed[1:] else ()
            return t.Name(base.base, base.accents, base.font, base.primes, (first, *rest), span)
        script = t.Script(False, (*placed, *lowers) if d.turned else (*lowers, *placed), "", True, True, span)
        return t.Name(base.base, base.accents, base.font, base.primes, (*uppers, script), span)

    def of_diagonal(i: Node, j: Node) -> Node:
        here = (
            entry(i, i) if d.value is None else replace(d.value, scripts=(t.Script(False, (i,), "", True, True, span),))
        )
        return here if i == j else product(span, equal(i, j, span), here)

    return Array(d.kind, d.sizes, of_diagonal if d.diagonal else entry, spread=d.spread)
