r"""Arrays of layers in small letters whose entries have ranges: `(w^{l+1})^T \delta^{l+1}` beside `w^l_{jk}` where j
runs to `n_l` and k to `n_{l-1}`.

The definition in which a name stands with its entries says how long it is at that layer, and so at all others; where
the letter has no range there, another name with that letter may tell. Only the first definitions of names are asked,
since other lines are judged; they have to agree, and nothing is said of a name that carries several numbers of indices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeAlias, TypeVar

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..spelled.shape import Shape, letter_of, letters_in, shape_of, shifted
from ..stated import Stated
from .declared import BOLD, Declared, form, instance, split
from .layers_of_entries import LETTERS, layer_of, layered, places
from .sizes import only_sizes, ranges_in, sizes_beside, sizes_of_letters
from .unsaid import Said, first_of_each

T = TypeVar("T")
KINDS = {1: "c", 2: "m"}


def layers_with_ranges(
    stated: Sequence[Stated], ranges: Sequence[Chain], every: bool = False
) -> Iterator[tuple[str, Declared]]:
    """The shapes of such names; none where no matrix stands without its indices, or the page is about one layer l. Of
    `every` name with a layer, those that only stand with their indices, too.

    Beside arrays in bold, which have no entries of their own, and arrays of each example, `a^{(i,l)}` with the entries
    `a^{(i,l)}_j`, this would tell a part of the shapes only. Another letter of layers is taken as an l.
    """
    letter = _other_letter(stated, ranges)
    if letter is None:
        yield from _layers_with_ranges(stated, ranges, every)
        return
    there, back = {letter: LETTERS[0]}, {LETTERS[0]: letter}
    lettered = [replace(s, statement=_put(s.statement, there), conditions=_put(s.conditions, there)) for s in stated]
    for base, d in _layers_with_ranges(lettered, [_put(c, there) for c in ranges], every):
        yield base, replace(d, pieces=_put(d.pieces, back), sizes=_put(d.sizes, back))


def _other_letter(stated: Sequence[Stated], ranges: Sequence[Chain]) -> str | None:
    """The letter by which layers are numbered where that is no l: it stands above names, another layer beside it, and
    on the end of a range, the k of `h^{[k-1]}_j` where j runs to `s_{k-1}`."""
    around: tuple[Stated | Chain, ...] = (*stated, *ranges)
    ends = (size for x in around for size in _ends(x))
    counted = {x for size in ends for y in t.of_kind(size, Name) for e in y.scripts for x in letters_in(e)}
    if not counted or not counted.isdisjoint(LETTERS):
        return None
    names = [x for s in stated for x in t.of_kind(s.statement.chain, Name)]
    shapes = [shape for x in names if (shape := shape_of(x)) is not None]
    layers = {layer_of(x) for x in shapes if len(split(x)[1]) - x.below == 1}
    found = {x for x, shift in layers if x in counted and shift and (x, 0) in layers}
    return found.pop() if len(found) == 1 and {x.base for x in names}.isdisjoint(LETTERS) else None


def _ends(x: Stated | Chain) -> Iterator[Node]:
    """The ends of the ranges in a statement, beside it, or in the front matter."""
    trees = (x.statement, *(c for _, c in x.conditions)) if isinstance(x, Stated) else (x,)
    yield from (size for y in trees for z in t.walk(y) for _, size in ranges_in(z) if size is not None)


def _put(x: T, letters: Mapping[str, str]) -> T:
    """A tree, or a tuple of trees, with some letters in place of others."""

    def change(y: object) -> Name | None:
        return replace(y, base=letters[y.base]) if isinstance(y, Name) and not y.scripts and y.base in letters else None

    changed: T = rebuilt(x, change)
    return changed


def _layers_with_ranges(
    stated: Sequence[Stated], ranges: Sequence[Chain], every: bool
) -> Iterator[tuple[str, Declared]]:
    lines = [s for s in stated if s.statement.chain.relations and EQUALITIES.issuperset(s.statement.chain.relations)]
    chains = [s.statement.chain for s in lines]
    met = [shape for c in chains for x in t.of_kind(c, Name) if (shape := layered(x)) is not None]
    carried = places(met)
    counts = {base: found for base, found in carried.items() if len(found - {0}) == 1}
    between = any(layer in LETTERS and shift for layer, shift in map(layer_of, met))
    alone = any(found == {0} and BOLD.fullmatch(base) for base, found in carried.items())
    if alone or not between or _of_examples(chains) or not any(found == {0, 2} for found in counts.values()):
        return
    first = {id(c) for c in first_of_each(chains)}
    sizes = _sizes(stated, ranges)
    bare = {x.base for c in chains for x in t.of_kind(c, Name) if not x.scripts}
    lines = [s for s in lines if id(s.statement.chain) in first]
    said = _said(lines, sizes, {})
    known, more = _sure(said), _said(lines, sizes, _sure(said))
    while (found := _sure(more)).keys() > known.keys():
        known, more = found, _said(lines, sizes, found)
    agreed = all(len(found - {None}) <= 1 for found in more.values())
    for base, told in sorted((more if agreed else said).items(), key=lambda pair: pair[0]):
        d = next(iter(told))
        if len(told) != 1 or d is None:
            continue
        carries = counts.get(base, {0})
        if base in bare if d.weak else carries == {0, len(d.sizes)} or (every and carries == {len(d.sizes)}):
            yield base, d
    vectors = {base: d for base, d in _sure(more if agreed else said).items() if d.kind == "c" and not d.weak}
    yield from (pair for pair in _errors(chains, vectors) if counts.get(pair[0]) == {0, 1} and pair[0] not in vectors)


def rows_of_layers_by_entries(
    declared: Sequence[Said], stated: Sequence[Stated], ranges: Sequence[Chain], called: Set[str]
) -> Iterator[Said]:
    r"""Those that words have `called` rows, all of them, where the page declares nothing but matrices of layers, as the
    entries show these, too; so is the `\delta^l` of `\delta^l_j = \partial E/\partial z^l_j` as long as `z^l`.
    """
    known = {base: d for base, d in declared if d.kind}
    layers = [d.kind == "m" and len(d.pieces) == 1 and letter_of(d.pieces[0]) in LETTERS for d in known.values()]
    if not called or not layers or not all(layers):
        return
    found = [*layers_with_ranges(stated, ranges, every=True)]
    if {base: d.sizes for base, d in found if d.kind == "m"} != {base: d.sizes for base, d in known.items()}:
        return
    chains = [s.statement.chain for s in stated if s.statement.chain.relations]
    vectors = {base: d for base, d in found if d.kind == "c"}
    vectors = {**dict(_errors(chains, vectors)), **vectors}
    bare = {shape.base for c in chains for x in t.of_kind(c, Name) if (shape := layered(x)) and not shape.below}
    if called >= vectors.keys() & bare:
        yield from ((base, replace(d, kind="r", loose=False)) for base, d in vectors.items() if base in bare)


def errors_called_rows(stated: Sequence[Stated], ranges: Sequence[Chain], called: Set[str]) -> Iterator[Said]:
    r"""The `\delta^l` of `\delta^l_j = \partial E/\partial z^l_j` beside columns, if words have `called` it a row."""
    vectors = {base: d for base, d in layers_with_ranges(stated, ranges, every=True) if d.kind == "c"}
    chains = [s.statement.chain for s in stated if s.statement.chain.relations]
    for base, d in _errors(chains, vectors):
        if base in called and vectors.get(base, d) == d:
            yield base, replace(d, kind="r", loose=False)


def _errors(chains: Sequence[Chain], vectors: Mapping[str, Declared]) -> Iterator[Said]:
    """The names that are first the derivatives by the entries of a vector, one by one: they are as long as that."""
    met: set[str] = set()
    for c in chains:
        left = layered(c.members[0]) if isinstance(c.members[0], Name) and c.relations else None
        if left is None or left.base in met:
            continue
        met.add(left.base)
        by = layered(name) if (name := derived_by(c)) is not None else None
        if by is not None and by.base in vectors and by.below == 1 and left.pieces == by.pieces:
            yield left.base, vectors[by.base]


def derived_by(c: Chain) -> Name | None:
    """What a derivative is taken by, where a line says no more than that a name is it, or minus it."""
    value = c.members[1]
    if isinstance(value, t.Terms) and len(value.terms) == 1:
        value = value.terms[0].body
    if len(c.members) > len("xy") or not isinstance(value, t.Derivative) or value.order != 1 or len(value.wrt) != 1:
        return None
    by = value.wrt[0].body
    return by if isinstance(by, Name) and isinstance(value.of, Name) and not value.of.scripts else None


def _of_examples(chains: Sequence[Chain]) -> bool:
    """Does a name with a layer and another index above stand without entries, in bold or with them elsewhere?"""
    found: dict[str, set[int]] = {}
    for shape in filter(None, map(shape_of, (x for c in chains for x in t.of_kind(c, Name)))):
        above = shape.pieces[: len(shape.pieces) - shape.below]
        if len(above) == len("il") and any(shifted(p)[0] in (*LETTERS, "L") for p in above):
            found.setdefault(shape.base, set()).add(shape.below)
    return any(0 in counts and (len(counts) > 1 or BOLD.fullmatch(base)) for base, counts in found.items())


Told: TypeAlias = dict[str, set[Declared | None]]
"""What lines tell of names, None where a range is missing."""


def _said(lines: Sequence[Stated], sizes: Mapping[str, Node], known: Mapping[str, Declared]) -> Told:
    """What the definitions tell where some names are `known`."""
    said: Told = {}
    for s in lines:
        chain = s.statement.chain
        if _is_of_entries(chain):
            for base, d in _axes(chain, {**_by_names(chain, known), **sizes, **sizes_beside(s)}):
                said.setdefault(base, set()).add(d)
        for base, d in _beside_one_layer(chain, sizes, known):
            said.setdefault(base, set()).add(d)
    return said


def _sure(said: Told) -> dict[str, Declared]:
    """The names of which all that is told agrees."""
    one = ((base, found - {None}) for base, found in said.items())
    return {base: d for base, found in one if len(found) == 1 for d in found if d is not None}


def _by_names(c: Chain, known: Mapping[str, Declared]) -> dict[str, Node]:
    r"""What the letters of a definition run to, by names of known length on which they stand: the j of
    `a^l_j = f(z^l_j)`, where i runs to `n_{l-1}` on `a^{l-1}_i`."""
    found: dict[str, set[Node]] = {}
    for shape in filter(None, map(layered, t.of_kind(c, Name))):
        d = known.get(shape.base)
        letters = [letter_of(p) for item in shape.lowers for p in item]
        layer, shift = layer_of(shape)
        if d is None or d.weak or layer not in LETTERS or len(letters) != len(d.sizes):
            continue
        at = {letter: form(layer, shift) for p in d.pieces if (letter := letter_of(p)) is not None}
        for x, size in zip(letters, d.sizes, strict=True):
            found.setdefault(x or "", set()).add(instance(size, at))
    return only_sizes(found)


def _sizes(stated: Sequence[Stated], ranges: Sequence[Chain]) -> dict[str, Node]:
    r"""What letters run to: by the front matter, else by the one range that stands by itself on the page, as
    `$1 \le i \le d_l$` does, else by the one that they have in all its sums."""
    everywhere = only_sizes(sizes_of_letters([s.statement for s in stated]))
    told: dict[str, set[Node | None]] = {}
    for letter, size in (pair for s in stated for pair in ranges_in(s.statement.chain)):
        told.setdefault(letter, set()).add(size)
    return everywhere | only_sizes(told) | {x: size for c in ranges for x, size in ranges_in(c) if size is not None}


def _is_of_entries(c: Chain) -> bool:
    """Does a line define entries of a name?"""
    shape = shape_of(c.members[0]) if isinstance(c.members[0], Name) else None
    return shape is not None and bool(shape.lowers)


def _axes(c: Chain, sizes: Mapping[str, Node]) -> Iterator[tuple[str, Declared | None]]:
    """The names with a letter of layers in a definition, and how long they are where that letter is the layer; None
    where the ranges do not tell."""
    own: dict[str, set[Node | None]] = {}
    for x in t.of_kind(c, t.BigSum):
        for letter, size in ranges_in(x):
            own.setdefault(letter, set()).add(size)
    known = {**sizes, **{x: (found.pop() if len(found) == 1 else None) for x, found in own.items()}}
    for shape in map(layered, t.of_kind(c, Name)):
        if shape is not None and shape.below and layer_of(shape)[0] in LETTERS:
            yield shape.base, _declared(shape, known)


def _beside_one_layer(
    c: Chain, sizes: Mapping[str, Node], arrays: Mapping[str, Declared]
) -> Iterator[tuple[str, Declared]]:
    r"""The names without a layer that carry the letter of one layer's units, the y of `C = \sum_j (y_j - a^L_j)^2`:
    they are as long as that layer, where nothing else on the line says of which layer the range of j is.

    Of an array that is known its own length counts: the `a^0_j` of `a^0_j = x_j` has `d_0` entries where j runs to
    `d_{l-1}` on `a^{l-1}_j`.
    """
    shapes = [shape for x in t.of_kind(c, Name) if not x.primes and (shape := shape_of(x)) is not None]
    used = {letter_of(p) for shape in shapes for p in shape.pieces} | {x.base for x in t.of_kind(c, Name)}
    explicit = {letter for x in t.of_kind(c, t.BigSum) for letter, _ in ranges_in(x)}
    for shape in shapes:
        letter = letter_of(shape.lowers[0][0]) if shape.below == len(shape.pieces) == 1 else None
        running = {x.base for x in t.of_kind(sizes.get(letter or "", ()), Name)} & {*LETTERS} - used
        if letter is None or letter in explicit or len(running) != 1:
            continue
        ((layer,), beside) = running, [x for x in shapes if x.lowers == shape.lowers and x.pieces != shape.pieces]
        at = {x.pieces[0] for x in beside if len(x.pieces) == len("Lj")}
        if len(at) == 1 == len({x.pieces for x in beside}):
            number = at.pop()
            own = {_length(arrays[x.base], number) for x in beside if x.base in arrays} - {None}
            size = own.pop() if len(own) == 1 else None
            yield shape.base, Declared((), "c", (size or instance(sizes[letter], {layer: number}),), True, None, True)


def _length(d: Declared, number: Node) -> Node | None:
    """How long a vector of layers is at one of them."""
    letters = [letter_of(p) for p in d.pieces]
    if len(letters) != 1 or len(d.sizes) != 1 or letters[0] is None:
        return None
    return instance(d.sizes[0], {letters[0]: number})


def _declared(shape: Shape, sizes: Mapping[str, Node | None]) -> Declared | None:
    letters = [letter_of(p) for item in shape.lowers for p in item]
    found = [sizes.get(x or "") for x in letters]
    long = [size for size in found if size is not None]
    layer, shift = layer_of(shape)
    if len(long) < len(letters) or len(set(letters)) < len(letters) or len(letters) not in KINDS or layer is None:
        return None
    at = {layer: form(layer, -shift)}
    return Declared((Name(layer),), KINDS[len(letters)], tuple(instance(s, at) for s in long), len(letters) == 1)
