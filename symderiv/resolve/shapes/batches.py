r"""Networks of whole batches: `Z = X W + b` of matrices of which each row, or each column, is an example.

Two capitals side by side that make a capital are matrices, if the page shows arrays at all. The bias is a vector that
is added to each row, or to each column: which of them words say (`each row of $X$ is an example`), or the layers, for
what a page learns stands behind values that lie in rows and before those that lie in columns. Entries with two letters
(`Y_{nk}`) say how large such a matrix is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import Chain
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import Shape, letter_of, named
from .along import COLUMNS, ROWS, examples_along
from .declared import BOLD, Declared, Shapes, split
from .forms import shows_arrays
from .neighbours import Key
from .untold import CAPITAL

ACCENTED = lazily(r"\\(?:tilde|hat|bar|check|breve|widetilde|widehat|overline)\{[A-Z]\}")
"""A capital with an accent, `\\hat{Y}`, which no number of a network of matrices is."""
WORD = lazily(r"[^\W\d_]{2,}")
"""What stands below a name and is a label, `\\text{true}`."""
PLACES = 2
"""Entries of a matrix have so many."""
AXIS = {ROWS: 1, COLUMNS: 0}
"""Along which axis of a matrix of examples the bias lies that is added to each of them."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The matrices that are multiplied on such a page, along which axis a vector lies that is added to one, and the
    names of these vectors."""

    matrices: frozenset[Key]
    spread: int | None
    biases: frozenset[Key]

    def is_entry(self, shape: Shape) -> bool:
        r"""Is a name a capital with two letters more than its labels, `Y_{nk}`? A word is one, `Y_{t,\text{true}}`."""
        letters = [None if is_word(p) else letter_of(p) for item in shape.lowers for p in item]
        return is_capital(shape.base) and len(letters) == PLACES and None not in letters


def batch_of(chains: Sequence[Chain], words: str, declared: Collection[Key] = ()) -> Batch | None:
    """What a page says of its batch; None where it is about none. `declared`: what it says to be matrices."""
    definitions = [c for c in chains if len(c.members) > 1 and c.relations[0] in EQUALITIES]
    definitions = [c for c in definitions if _key(c.members[0]) or _is_of_declared(c, declared)]
    found = {key for c in definitions for m in c.members[1:] for key in multiplied(m, declared)}
    if not found or not (declared or any(map(shows_arrays, chains))):
        return None
    along = examples_along(chains, words)
    added = frozenset(key for c in definitions for m in c.members[1:] for key in _added(m, declared))
    return Batch(frozenset(found).union(declared), AXIS.get(along), added)


def wholes_of(shapes: Shapes, chains: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    r"""The matrices whose size their entries show, the `\hat{\mathbf{Y}}` of `\hat{Y}_{nk}`."""
    bases = {named(x).base for c in chains for x in t.of_kind(c, t.Name)} | shapes.known.keys()
    for base in sorted(b for b in bases if is_capital(b)):
        for d in (*shapes.known.get(base, ()), *shapes.known.get(BOLD.sub(r"\1", base), ())):
            if d.weak and d.kind == "m":
                yield base, d


def wholes_of_small(shapes: Shapes, chains: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    r"""The same of matrices whose entries are in small letters, the `P` of `p_{nk}`."""
    bases = {x.base for c in chains for y in t.of_kind(c, t.Name) if not (x := named(y)).lowers and is_capital(x.base)}
    for base in sorted(bases):
        thin = BOLD.sub(r"\1", base)
        entry = shapes.plain.get((thin, PLACES))
        for d in shapes.known.get(thin.lower(), ()) if entry is not None else ():
            own = any(not x.pieces for x in shapes.known.get(base, ()))
            if d.weak and d.kind == "m" and not d.pieces and not own:
                yield base, replace(d, entry=entry, weak=False)


def is_word(p: t.Node) -> bool:
    """Is a script a word of several letters?"""
    letter = letter_of(p)
    return letter is not None and WORD.fullmatch(letter) is not None


def is_capital(base: str) -> bool:
    """Is it a capital, in any font, with an accent or none?"""
    thin = BOLD.sub(r"\1", base)
    return CAPITAL.fullmatch(thin) is not None or ACCENTED.fullmatch(thin) is not None


def _is_of_declared(c: Chain, declared: Collection[Key]) -> bool:
    r"""Is a name in a small letter made of declared matrices alone, `z = x W + b`?"""
    made = [key for m in c.members[1:] for key in multiplied(m, declared)]
    return isinstance(c.members[0], t.Name) and bool(made) and all(key in declared for key in made)


def multiplied(x: t.Node, declared: Collection[Key]) -> Iterator[Key]:
    """The names of a product of two capitals, or declared matrices, that stands alone or is added to something.

    A matrix times itself is no layer: `H = X^T X` tells nothing of a batch.
    """
    for body in (term.body for term in x.terms) if isinstance(x, t.Terms) else (x,):
        if isinstance(body, t.Product) and len(body.factors) == 2 and not body.factors[1].operator:
            keys = [_key(f.body, declared) for f in body.factors]
            yield from (key for key in keys if key is not None and None not in keys and keys[0] != keys[1])


def _added(x: t.Node, declared: Collection[Key]) -> Iterator[Key]:
    """The names that are added to such a product as they stand."""
    names = [term.body for term in x.terms if isinstance(term.body, t.Name)] if isinstance(x, t.Terms) else []
    for base, pieces, marked in (split(named(y)) for y in names if next(multiplied(x, declared), None) is not None):
        if not marked and not is_capital(base) and (base, pieces) not in declared:
            yield base, pieces


def _key(x: t.Node, declared: Collection[Key] = ()) -> Key | None:
    """A capital with its labels, or one that is declared, transposed or not."""
    if not isinstance(x, t.Name) or x.primes:
        return None
    base, pieces, _ = split(named(x))
    return (base, pieces) if is_capital(base) or (base, pieces) in declared else None
