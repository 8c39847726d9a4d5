r"""Examples stacked without a word: `X \theta - y` beside `\sum_{i=1}^m (\theta^T x^{(i)} - y^{(i)})^2`.

Where a sum runs over examples, the capital of a vector that carries their number is the matrix of all of them, and the
letter of a number that carries it, alone beside such a matrix, the column of all. Examples are rows, unless the page
declares a matrix that has as many columns, or its lines fit better so (`\frac{1}{m} X (A - Y)^T`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node, Script
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import Shape, is_mark, letter_of, named, shape_of
from ..stated import Stated
from .declared import BOLD, Declared, split
from .entry_lengths import lengths_by_entries
from .losses import objectives
from .sizes import sizes_of_letters, summed_over
from .unsaid import first_of_each

VEC = lazily(r"\A\\vec\{(.*)\}\Z")
Said = tuple[str, Declared]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name that carries the number of an example: as typed, the script with it, how many there are, whether it is
    (seen to be) a vector, the length that its entries tell, whether all of them are told to be columns."""

    name: Name
    script: Script
    count: Node
    vector: bool
    length: Node | None = None
    columns: bool | None = None


def numbered_names(stated: Sequence[Stated], ranges: Sequence[Chain]) -> dict[str, Numbered]:
    """The names that carry a letter that a sum runs over from 1 in the place of the number of an example."""
    statements = [s.statement for s in stated]
    said = sizes_of_letters([*statements, *ranges])
    sizes = {x: size for x, found in said.items() if len(found) == 1 for size in found if size is not None}
    summed = {x for s in statements for y in t.of_kind(s, t.BigSum) for x in sizes_of_letters([y])}
    open_ = {*summed_over(statements)}  # `\sum_n`
    taken = {x.base for s in statements for x in t.of_kind(s, Name)}
    unsaid = {x: x.upper() for x in open_ - said.keys() if len(x) == 1 and x.islower()}
    sizes |= {x: Name(size) for x, size in unsaid.items() if size not in taken}
    summed |= open_
    lengths = {**sizes, **{x: size for x, (size, *more) in sizes_of_letters(ranges).items() if size and not more}}
    found: dict[str, Numbered] = {}
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        shape, script = shape_of(x), _number(x, sizes.keys() & summed)
        if shape is None or script is None or x.primes:
            continue
        letter = letter_of(script.entries[0])
        below = sum(len(s.entries) for s in x.scripts if not s.above)
        vector = below > (0 if script.above else 1)
        one = Numbered(x, script, sizes[str(letter)], vector, _length(x, script, lengths))
        before = found.get(shape.base)
        if before is None or (vector and not before.vector and before.script.above == script.above):
            found[shape.base] = one
    return found


def _length(x: Name, script: Script, sizes: Mapping[str, Node]) -> Node | None:
    """How far the one letter below a name runs whose number stands above."""
    below = [letter_of(e) for s in x.scripts if not s.above for e in s.entries]
    return sizes.get(below[0]) if script.above and len(below) == 1 and below[0] is not None else None


def _number(x: Name, letters: set[str]) -> Script | None:
    """The script that numbers examples: `(i)` above a name, else the first index below it."""
    above = [s for s in x.scripts if s.above and s.bracket]
    below = [s for s in x.scripts if not s.above]
    for s in above or below[:1]:
        if s.entries and letter_of(s.entries[0]) in letters and (not s.above or len(s.entries) == 1):
            return s
    return None


def stacks(stated: Sequence[Stated], numbered: Mapping[str, Numbered], declared: Sequence[Said]) -> dict[str, Numbered]:
    """The bare letters that stand for all examples of a name, with it."""
    chains = [c for s in stated if (c := s.statement.chain).relations and EQUALITIES.issuperset(c.relations)]
    vectors = {base for base, d in declared if d.kind == "c" and len(d.pieces) == 1}
    vectors |= {base for base, n in numbered.items() if n.vector} | set(_behind_transposes(chains, numbered))
    vectors |= {base for base in numbered if base != _plain(base)}  # bold ones
    kinds = {base: "entries" if d.entry is not None else d.kind for base, d in declared if not d.pieces}
    matrices: dict[str, Numbered] = {}
    for base in dict.fromkeys(x for c in chains for x in _bare(c)):
        small = _of_letter(_thin(base).lower(), numbered)
        if _thin(base).isupper() and small in numbered and small in vectors and kinds.get(base, "m") == "m":
            matrices[base] = numbered[small]
    # what has entries of its own, is what a page minimises and defines, or is declared beside entries with plain
    # indices, is read without this
    own = {x for c in chains for x in _typed_out(c)} | {s.base for c in chains for s in _with_entries(c)}
    own |= {base for base, n in matrices.items() if base in kinds and not n.script.above}
    own |= objectives(chains) & {s.base for c in chains if (s := shape_of(c.members[0])) is not None}
    matrices = {base: n for base, n in matrices.items() if base not in own}
    beside = [c for c in chains if any(x in matrices for x in _bare(c))]
    found = {base: replace(n, vector=True) for base, n in matrices.items()}
    for base in dict.fromkeys(x for c in beside for x in _bare(c)):
        plain = _plain(base)
        n = numbered.get(plain) or numbered.get(plain.lower())
        alone = all(base not in _bare(c) for c in chains if c not in beside)
        if n is not None and base not in matrices and plain not in vectors and alone and kinds.get(base, "c") == "c":
            found[base] = replace(n, vector=False)
    return found


def designed(found: Mapping[str, Numbered], declared: Sequence[Said], turned: bool) -> Iterator[Said]:
    """The declarations of such matrices and columns, as far as their lengths are known.

    If `turned`, examples are columns where nothing is declared, and what has one number of each is a row if its letter
    is a capital.
    """
    kinds = {base: d for base, d in declared if not d.pieces}
    lengths = {base: d.sizes[0] for base, d in declared if d.kind == "c" and len(d.pieces) == 1}
    for base, n in found.items():
        d = kinds.get(base)
        entry = replace(n.name, scripts=())
        over = n.script if n.script.above else None
        if not n.vector:
            if d is None or d.sizes == (n.count,):
                kind = "r" if turned and d is None and _thin(base).isupper() else "c"
                yield base, Declared((), kind, (n.count,), False, entry, over=over)
            continue
        length = lengths.get(_of_letter(_plain(base).lower(), lengths), n.length)
        sizes = d.sizes if d is not None and len(d.sizes) == 2 else None
        if sizes is None and length is None:
            continue
        columns = sizes[0] != n.count if sizes is not None else turned if n.columns is None else n.columns
        if sizes is not None and n.count not in sizes:
            continue
        if sizes is None and length is not None:
            sizes = (length, n.count) if columns else (n.count, length)
        if sizes is not None:
            yield base, Declared((), "m", sizes, False, entry, turned=columns, over=over)


def vectors_beside(
    found: Mapping[str, Numbered],
    numbered: Mapping[str, Numbered],
    stated: Sequence[Stated],
    declared: Sequence[Said],
) -> Iterator[Said]:
    r"""Vectors in bold beside such matrices, of which the page has nothing but the entries: `\boldsymbol\theta` and its
    `\theta_j`, the examples `\mathbf{x}^{(i)}` of `x_j^{(i)}`."""
    chains = [c for s in stated if (c := s.statement.chain).relations]
    beside = [c for c in chains if any(x in found and found[x].vector for x in _bare(c))]
    known = {base for base, _ in declared} | found.keys()
    open_ = [x for x in dict.fromkeys(y for c in beside for y in _bare(c)) if x != _thin(x) and x not in known]
    firsts = first_of_each(chains) if open_ else []
    lengths = lengths_by_entries(firsts, [c for c in chains if c not in firsts]) if open_ else {}
    for base in open_:
        if (length := lengths.get((_thin(base), 0))) is not None:
            yield base, Declared((), "c", (length,), False, Name(_thin(base)))
    rows = {shape.base: n.length for n in found.values() if n.vector and (shape := shape_of(n.name)) is not None}
    for base, n in numbered.items():
        length, shape = rows.get(_thin(base)), shape_of(n.name)
        if base != _thin(base) and base not in known and length is not None and shape is not None:
            yield base, Declared(split(shape)[1], "c", (length,))


def examples(found: Mapping[str, Numbered], declared: Sequence[Said]) -> Iterator[Said]:
    """The declarations of the vectors of which a declared matrix holds all, where nothing declares them."""
    known = {base for base, d in declared if len(d.pieces) == 1}
    sizes = {base: d.sizes for base, d in declared if not d.pieces and d.kind == "m"}
    for base, n in found.items():
        small = named(replace(n.name, scripts=())).base
        if n.vector and base in sizes and small not in known and n.count in sizes[base]:
            one = replace(n.script, entries=n.script.entries[:1])
            shape = shape_of(replace(n.name, scripts=(one,)))
            assert shape is not None
            across = sizes[base][1] if sizes[base][0] == n.count else sizes[base][0]
            yield small, Declared(split(shape)[1], "c", (across,))


def mentions(s: Stated, found: Mapping[str, Numbered]) -> bool:
    """Does one of such names stand in a statement?"""
    return bool(found) and any(x in found for x in _bare(s.statement.chain))


def _thin(base: str) -> str:
    return BOLD.sub(r"\1", base)


def _of_letter(letter: str, bases: Collection[str]) -> str:
    """The name of a letter in any font that is one of `bases`; the letter where there is none, or it is one itself."""
    return letter if letter in bases else next((x for x in sorted(bases) if _plain(x) == letter), letter)


def _plain(base: str) -> str:
    """The letter without a sign of a vector."""
    return VEC.sub(r"\1", _thin(base))


def _bare(c: Chain) -> list[str]:
    """The names of an equation without scripts, but for a transpose; not the labels of others, the K of `W^K`."""
    labels = {id(e) for x in t.of_kind(c, Script) for e in x.entries}
    shown = labels | {id(i) for x in t.of_kind(c, t.Product) for f in x.factors if f.joined for i in _alone(f.body)}
    names = (x for x in t.of_kind(c, Name) if id(x) not in shown and not x.primes)
    return [s.base for x in names if all(_is_turned(y) for y in x.scripts) and (s := shape_of(x)) is not None]


def _alone(x: Node) -> tuple[Node, ...]:
    return x.items if isinstance(x, t.Group) and x.open == "(" and all(isinstance(i, Name) for i in x.items) else ()


def _is_turned(s: Script) -> bool:
    return s.above and bool(s.entries) and all(map(is_mark, s.entries))


def _behind_transposes(chains: Iterable[Chain], numbered: Mapping[str, Numbered]) -> Iterator[str]:
    """The letters right behind a transposed name: the x of `\\theta^T x^{(i)}`; not the y of `X^T y`, all examples."""
    for x in (x for c in chains for x in t.of_kind(c, t.Product)):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            if isinstance(a.body, Name) and isinstance(b.body, Name) and any(map(_is_turned, a.body.scripts)):
                shape = shape_of(b.body)
                stacked = not b.body.scripts and _thin(a.body.base).isupper() and _thin(a.body.base).lower() in numbered
                yield from (shape.base,) if shape is not None and not stacked else ()


def _with_entries(c: Chain) -> Iterator[Shape]:
    return (s for x in t.of_kind(c, Name) if (s := shape_of(x)) is not None and s.lowers)


def _typed_out(c: Chain) -> Iterator[str]:
    """The names that an equation gives as a list, or by their entries: `C = (c_{ij})`."""
    left = shape_of(c.members[0]) if isinstance(c.members[0], Name) else None
    right = c.members[1]
    inner = right.base if isinstance(right, t.Scripted) else right
    if left is not None and c.relations[0] == "=" and isinstance(inner, t.Group):
        yield left.base
