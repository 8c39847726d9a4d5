"""The arrays of a page that only its equations together tell, with their lengths: see `kinds`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import Shape, label_of, letter_of, letters_in, named, shape_of, values_in
from ..stated import whole_of_entry
from .array import ZERO
from .axes import Axes, Axis, Form
from .batches import ACCENTED, Batch, is_word
from .declared import BOLD, FONTS, Declared, Shapes, split
from .entry_lengths import Bound, letters_met
from .forms import shows_arrays
from .hinted import SPECIAL
from .kinds import AXES, Clash, Kinds, Unread
from .labelling import labelling
from .losses import objectives, objectives_applied, taken_by
from .named import NUMBERS, ONES
from .neighbours import SMALL, Key, is_step
from .steady import are_steady
from .unsaid import Said, first_of_each, free_letters
from .untold import CAPITAL

FEWEST = 2
"""Equations that tell something together."""


def arrays_solved(
    chains: Sequence[Chain],
    shapes: Shapes,
    functions: Collection[str],
    taken: Collection[str],
    batch: Batch | None = None,
) -> list[Said]:
    """A declaration for each name that can only be an array; `functions` are names that are applied, `taken` letters
    that are no name for a length; `batch`: the page is about many examples at once."""
    definitions = [c for c in first_of_each(chains) if not _starts_at_zero(c)]
    if len(definitions) < FEWEST:
        return []
    found = (v for c in definitions for m in c.members for v in values_in(m))
    # the k of a sum is no whole of a vector `k_j`
    shown = [v for v in found if v.pieces or v.base not in shapes.running]
    goals = objectives(chains)
    parts = (v for v in shown if v.pieces or v.base not in goals)  # L is a number: of no entries `L_{w,j}`
    if _mixes_entries([v for v in parts if batch is None or not batch.is_entry(v)]):
        return []
    numbering = _numbering(definitions) | (shapes.running - set(labelling(definitions)))
    names = _Names(shapes, numbering, goals, shown, set(_leading(definitions)), batch)
    spread, numbers = None if batch is None else batch.spread, objectives_applied(chains)
    kinds = Kinds(names.told, names.may_be, lambda base: base in functions, spread, lambda base: base in numbers)
    sure = _told(kinds, names, definitions, shown, chains)
    if sure is None:
        return []
    wanted = {k: kind for k, kind in sure.items() if kind}
    if any(kind == "m" and None in k[1] for k, kind in wanted.items()) and not are_steady(kinds, sure, definitions):
        return []  # one for each layer: these may differ in length
    axes = Axes(shapes, (), (), ())

    def join(one: Form, two: Form) -> None:
        axes.join(one[1], two[1])

    unread = set[Key]()
    for c in definitions:
        try:
            kinds.forms(sure, join).equation(c)
        except Clash:
            continue
        except Unread:
            unread |= {split(named(c.members[0]))[:2]} if isinstance(c.members[0], t.Name) else set()
    _join_by_entries(axes, wanted, dict(names.grouped(definitions)), definitions)
    roots = {k: [axes.root((k, n)) for n in range(AXES[kind])] for k, kind in wanted.items()}
    # an equation that is not read here says how large a matrix is: one of a batch, or in the letter of a length
    by_others = {k for k in unread & wanted.keys() if batch is not None or k[0] in shapes.sizes}
    loose = {a for k in by_others for a in roots[k] if isinstance(a, tuple)}
    wanted = {k: kind for k, kind in wanted.items() if loose.isdisjoint(roots[k])}
    roots = {k: roots[k] for k in wanted}
    open_ = dict.fromkeys(a for own in roots.values() for a in own if isinstance(a, tuple))
    lengths: dict[Axis, Node] = {a: t.Name(x) for a, x in zip(open_, free_letters(taken), strict=False)}
    if axes.clashing or len(lengths) < len(open_):
        return []
    spreads = dict.fromkeys(batch.biases, batch.spread) if batch is not None else {}
    said = ((k, _said(names.typed[k], kind, [lengths.get(a, a) for a in roots[k]], k)) for k, kind in wanted.items())
    return [(base, replace(d, spread=spreads.get(k))) for k, (base, d) in said]


def _join_by_entries(
    axes: Axes, kinds: Mapping[Key, str], grouped: Mapping[str, Key], definitions: Sequence[Chain]
) -> None:
    r"""Makes axes equal on which one letter stands: those of A and of S in `A_{ij} = S_{ij} / \sum_k S_{ik}`.

    The `grouped` are names whose entries are typed behind a parenthesis, the `W_1` of `(W_1)_{ij}`.
    """
    arrays = {(base, tuple(label_of(p) or "?" for p in own if p is not None)): (base, own) for base, own in kinds}
    at: dict[Bound, Axis] = {}
    for (base, labels, count, n), letter, size in (x for i, c in enumerate(definitions) for x in letters_met(c, i)):
        key = arrays.get((base, labels), grouped.get(base))
        if key is None or key not in kinds or None in key[1] or count != AXES[kinds[key]]:
            continue
        axes.join(((key, n),), (at.setdefault(letter, (key, n)),))
        if size is not None:
            axes.join(((key, n),), (size,))


def _told(
    kinds: Kinds, names: _Names, definitions: Sequence[Chain], shown: Sequence[Shape], chains: Sequence[Chain]
) -> dict[Key, str] | None:
    """The kind of each name as all equations have it; None where they fit in no way."""
    sure = kinds.solved(definitions)
    if sure is None:
        return None
    if any(sure.values()) or any(map(names.is_array, shown)):
        names.learned = set(taken_by(chains))
        if (again := kinds.solved(definitions)) is not None:
            sure = again
        else:
            names.learned = frozenset()
    told = any(sure.values()) or any(d.kind for found in names.shapes.known.values() for d in found)
    if told or any(map(shows_arrays, definitions)):  # bold alone tells nothing
        sure |= {k: ways[0] for k in names.typed if len(ways := names.may_be(k)) == 1}
    return sure


def _starts_at_zero(c: Chain) -> bool:
    """Is it `H_0 = 0`, where that 0 may be an array?"""
    shape = shape_of(c.members[0])
    numbered = shape is not None and any(isinstance(p, t.Number) for p in shape.pieces)
    return numbered and all(m == ZERO for m in c.members[1:])


def _said(shape: Shape, kind: str, sizes: Sequence[Axis], key: Key) -> Said:
    lengths = tuple(x for x in sizes if not isinstance(x, tuple))
    return shape.base, Declared(split(shape)[1], kind, lengths, labels=bool(key[1]) and None not in key[1])


def _numbering(definitions: Sequence[Chain]) -> set[str]:
    """The letters of scripts that number things: those of both sides of a definition, and those of steps."""
    found: set[str] = set()
    for c in definitions:
        sides = [{x for s in t.of_kind(m, t.Script) for e in s.entries for x in letters_in(e)} for m in c.members]
        found |= sides[0].intersection(*([frozenset().union(*sides[1:])] if len(sides) > 1 else []))
    return found


def _mixes_entries(shown: Sequence[Shape]) -> bool:
    """Do names stand with one more script elsewhere, as the entries of what they are?"""
    counts: dict[str, set[int]] = {}
    for shape in shown:
        base, pieces, marked = split(shape)
        if shape.bare and shape.uppers and not marked:
            continue  # a power
        counts.setdefault(BOLD.sub(r"\1", base), set()).add(sum(not is_word(p) for p in pieces))
    return any(n + 1 in found or n + AXES["m"] in found for found in counts.values() for n in found)


def _leading(definitions: Sequence[Chain]) -> Iterator[str]:
    """The letters of names that stand right before a name or a parenthesis, and are not transposed."""
    for x in (x for c in definitions for x in t.of_kind(c, t.Product)):
        for a, b in pairwise(x.factors):
            if isinstance(a.body, t.Name) and isinstance(b.body, (t.Name, t.Group, t.Call)) and not b.operator:
                base, _, marked = split(named(a.body))
                yield from () if marked else (base,)


class _Names:
    """What is known of the names of a page; `typed` are those of which nothing is, by what stands for them."""

    def __init__(
        self,
        shapes: Shapes,
        numbering: Collection[str],
        objectives: Collection[str],
        shown: Sequence[Shape],
        leading: Collection[str],
        batch: Batch | None = None,
    ) -> None:
        """`leading` are the letters right before other names, which may be those of matrices even where small."""
        self.leading, self.batch = leading, batch
        self.ones = 0
        self.shapes, self.numbering, self.objectives = shapes, numbering, objectives
        self.typed: dict[Key, Shape] = {}
        self.multiplied: Collection[Key] = ()
        self.plain = {(s.base, s.below) for s in shown if not s.uppers}
        self.learned: Collection[str] = ()
        """Capitals that are matrices before arrays: those by which the page differentiates."""
        small = [s for s in shown if SMALL.fullmatch(s.base)]
        self.counted = {(s.base, n) for s in small for n, p in enumerate(split(s)[1]) if self._counts(p)}
        """Places of names in which some have a letter that numbers things, so that others number one there, too."""
        self.multiplied = {self._key(*k) for k in batch.matrices} if batch is not None else ()

    def told(self, shape: Shape) -> tuple[Key, bool, Form | None]:
        """What stands for a name, whether it is transposed, and its form where that is known."""
        base, pieces, marked = split(shape)
        above = len(pieces) - shape.below
        if shape.bare and (base, shape.below) in self.plain and not any(map(self._counts, pieces[:above])):
            pieces = pieces[above:]  # a power of each entry
        if self.batch is not None and base in ONES and not pieces:
            self.ones += 1
            return (base, ()), marked, ("c", (((base, (t.Number(str(self.ones)),)), 0),))
        if base in SPECIAL:
            raise Unread
        if self.batch is not None and self.batch.is_entry(shape):
            return (base, pieces), False, ("", ())
        found = self.shapes.find(base, pieces)
        key = self._key(base, pieces)
        if found is not None:
            return key, marked, (found.kind, found.sizes)
        length = base in self.shapes.sizes and key not in self.multiplied  # the H of `H W` may be called as one is
        if base == "e" or base in self.numbering or length or base in NUMBERS:
            return key, marked, ("", ())
        plain = all(letter_of(p) is not None for p in pieces if not isinstance(p, t.Number))
        if key not in self.typed or (plain and any(map(is_step, split(self.typed[key])[1]))):
            self.typed[key] = shape
        return key, marked, None

    def _key(self, base: str, pieces: Sequence[Node | None]) -> Key:
        counted = (p is None or self._counts(p) or (base, n) in self.counted for n, p in enumerate(pieces))
        return base, tuple(None if counts else p for counts, p in zip(counted, pieces, strict=True))

    def grouped(self, definitions: Sequence[Chain]) -> Iterator[tuple[str, Key]]:
        """What stands for names whose entries are typed behind a parenthesis, by how these are called."""
        for x in (x for c in definitions for x in t.of_kind(c, t.Scripted)):
            inner, shape = whole_of_entry(x), shape_of(x)
            if inner is not None and shape is not None:
                yield shape.base, self._key(*split(named(inner))[:2])

    def is_array(self, shape: Shape) -> bool:
        """Is a name declared, or set as arrays are?"""
        found = self.shapes.find(*split(shape)[:2])
        return found.kind != "" if found is not None else shape.base.startswith(FONTS)

    def _counts(self, p: Node) -> bool:
        return is_step(p) or letter_of(p) in self.numbering

    def may_be(self, key: Key) -> Sequence[str]:
        """The kinds that a letter may have, what it usually has first."""
        base, pieces = key
        thin = BOLD.sub(r"\1", base)
        if base in self.objectives and not pieces:
            return ("",)
        if self.batch is not None and (key in self.multiplied or ACCENTED.fullmatch(thin)):
            return ("m",)
        if CAPITAL.fullmatch(thin):
            return ("m", "c") if thin != base else ("m",) if base in self.learned else ("m", "")
        if SMALL.fullmatch(thin) and (thin, len(pieces) + 1) not in self.shapes.plain:
            return ("c",) if thin != base else ("c", "", "m") if base in self.leading else ("c", "")
        return ("",)
