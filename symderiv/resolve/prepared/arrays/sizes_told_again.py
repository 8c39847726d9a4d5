r"""Sizes of arrays of layers that their entries tell already: `$W_k = (w_{ij}^k)$, the $N_k \times N_{k-1}$ matrix`
beside `z_i^k = \sum_{j=1}^{N_{k-1}} w_{ij}^k a_j^{k-1}`, where other arrays, `$a_k = (a_i^k)$`, have no size and no
array is of a space.

All are read by their entries then (`arrays_of_layers`), and the formula of the size is left out; were it read, the page
would declare a part of its shapes only. So it has to be what the letters run to: the second size the end of the sum in
which the entry stands, the first one an end of its letter with the letter of the layer in it. Any other size stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.tree import BigSum, Formula, Name, Node, Product, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import split
from ...shapes.sizes import ranges_in, sizes_of_letters
from ...shapes.words import said_in_words
from ...spelled.scripts import entries_below, entries_of
from ...spelled.shape import letter_of, named
from ...stated import is_told_by_letter, whole_and_entry
from .wholes_sized_in_words import alone

PAIR = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """An array of a layer, one of its entries, the letters of the layer and of the indices."""

    whole: Name
    entry: Name
    layer: str
    letters: tuple[str, ...]


def _has_any(s: Statement) -> bool:
    return _told(s) is not None


@where(_has_any)
def without_sizes_told_again(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document without such sizes.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$$ z_i^k = \sum_{j=1}^{N_{k-1}} w_{ij}^k a_j^{k-1} $$ ($i = 1, \dots, N_k$) $a_k = (a_i^k)$ is one"
    >>> size = r" and $W_k = (w_{ij}^k)$, the $%s$ matrix"
    >>> pages = [text + size % x for x in (r"N_k \times N_{k-1}", r"N_{k-1} \times N_k")]
    >>> [len(without_sizes_told_again(read_formulas(parse_document(x)))[-1][1].statements) for x in pages]
    [0, 1]
    """
    formulas = [f if isinstance(f, Formula) else None for _, f in located]
    found = [(n, x) for n, f in enumerate(formulas) if f is not None and (x := _told_alone(f)) is not None]
    typed = {n: y for n, x in found for y in (n - 1, n + 1) if 0 <= y < len(located) and _size(formulas[y])}
    if not typed or any(r"\in" in s.chain.relations for f in read_of(located) for s in f.statements):
        return list(located)
    named_alone = with_statements(located, lambda s: s if _told(s) is None else alone(s))
    said = {(base, d.pieces): d.sizes for base, d in said_in_words(named_alone)}
    sized = [n for n, x in found if split(named(x.whole))[:2] in said]
    if not sized or len(sized) == len(found):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    ends = sizes_of_letters(statements)
    told = {n: x for n, x in found if n in sized and n in typed}
    fits = all(_fits(x, said[split(named(x.whole))[:2]], statements, ends) for x in told.values())
    gone = {typed[n] for n in told} if fits and len(told) == len(sized) else set()
    return [
        (d, replace(f, statements=()) if n in gone and isinstance(f, Formula) else f)
        for n, (d, f) in enumerate(located)
    ]


def _told_alone(f: Formula) -> _Told | None:
    return _told(f.statements[0]) if len(f.statements) == 1 else None


def _told(s: Statement) -> _Told | None:
    r"""What `\mathbf{W}_k = (w_{ij}^k)` says, of an array that carries a letter, and nothing else."""
    whole, entry = whole_and_entry(s.chain) or (None, None)
    if whole is None or not isinstance(entry, Name) or whole.primes or entry.primes or not whole.scripts:
        return None
    own, every = entries_of(whole), entries_of(entry)
    layer = letter_of(own[0]) if len(own) == 1 else None
    letters = [letter_of(e) for e in every]
    rest = tuple(x for x in letters if x is not None and x != layer)
    apart = None not in letters and letters.count(layer) == 1 and len({*letters}) == len(letters)
    below = [letter_of(e) for e in entries_below(entry)]
    fits = layer is not None and apart and 1 <= len(rest) <= PAIR and is_told_by_letter(whole, entry)
    return _Told(whole, entry, layer or "", rest) if fits and {*rest} <= {*below} else None


def _size(f: Formula | None) -> bool:
    r"""Is it a size alone, `N_k \times N_{k-1}`?"""
    chain = f.statements[0].chain if f is not None and len(f.statements) == 1 else None
    body = chain.members[0] if chain is not None and not chain.relations else None
    crossed = isinstance(body, Product) and [x.operator for x in body.factors] == ["", r"\times"]
    return crossed or isinstance(body, Name)


def _fits(
    x: _Told, sizes: Sequence[Node], statements: Sequence[Statement], ends: Mapping[str, Set[Node | None]]
) -> bool:
    """Do the letters of a matrix run as far as the size says?"""
    if len(sizes) != PAIR or len(x.letters) != PAIR:
        return False
    first, second = x.letters
    summed = {*_summed(x.entry, second, statements)}
    of_layer = any(y.base == x.layer for y in t.of_kind(sizes[0], Name))
    return summed == {sizes[1]} and sizes[0] in ends.get(first, ()) and of_layer


def _summed(entry: Name, letter: str, statements: Sequence[Statement]) -> Iterator[Node | None]:
    """To where a letter runs in the sums in which an entry stands as it is told, `None` where that is not said."""
    for x in (x for s in statements for x in t.of_kind(s, BigSum)):
        if entry in t.of_kind(x.body, Name):
            yield from (size for one, size in ranges_in(x) if one == letter)
