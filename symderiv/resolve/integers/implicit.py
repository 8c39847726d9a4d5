r"""Einstein sums: an index letter that is repeated in a term and absent from the left side is summed over.

Only where the document asks for it (`sums = "implicit"`). The sum goes around the smallest product that holds both
occurrences, and it has no bounds: they are those of the places that the letter fills.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ...affine import Sym
from ...expr import Add, Div, Expr, Mul, Partial, Pow, Sum, Var, free, of_kind, rebuild
from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.scripts import letter_below
from ..spelled.shape import letter_of

PAIR = 2


def with_implicit_sums(e: Expr, kept: frozenset[Sym], index: frozenset[str]) -> Expr:
    """The expression with its implicit sums written out; the `kept` letters are those of the left side of a chain."""
    if isinstance(e, Add):
        return rebuild(e, lambda x: with_implicit_sums(x, kept, index))
    if isinstance(e, Sum):
        return rebuild(e, lambda x: with_implicit_sums(x, kept | {e.letter}, index))
    counts: dict[Sym, int] = {}
    for letters in _factors(e):
        for s in letters:
            counts[s] = counts.get(s, 0) + 1
    repeated = [s for s, n in counts.items() if n > 1 and s not in kept and s.name in index]
    inner = kept | frozenset(repeated)
    inner |= free(e.wrt) if isinstance(e, Partial) else frozenset()
    body = e if isinstance(e, Var) else rebuild(e, lambda x: with_implicit_sums(x, inner, index))
    for s in reversed(repeated):
        body = Sum(s, (), (), body)
    return body


def summed_on_left(e: Expr, others: Sequence[Expr], index: frozenset[str]) -> tuple[frozenset[Sym], frozenset[Sym]]:
    r"""The letters over which the left side of a chain is summed, and those that may also stand for each value.

    The j of `A_{ij} x_j = y_i` is summed: it is in two factors, once in each, and nowhere free in the chain. The j of
    `\partial y_j / \partial x_j`, of `x_j g_j = h_j` and of `A_{jj}` may be any.
    """
    written = with_implicit_sums(e, frozenset(), index)
    sums = [x for x in of_kind(written, Sum) if x.letter in free(e)]
    letters = frozenset(x.letter for x in sums)
    loose = free(written).union(*(free(with_implicit_sums(m, free(e) - letters, index)) for m in others))
    unsure = letters & loose | {x.letter for x in sums if not _is_pair(x.body, x.letter)}
    return letters - unsure, frozenset(unsure)


def _is_pair(e: Expr, letter: Sym) -> bool:
    """Does a letter stand in two factors of a product, once in each?"""
    while isinstance(e, Sum) or (isinstance(e, Partial) and letter not in free(e.wrt)):
        e = e.body if isinstance(e, Sum) else e.of
    holding = [f for f in _parts(e) if letter in free(f)]
    return len(holding) == PAIR and all(sum(letter in x for x in _factors(f)) == 1 for f in holding)


def _parts(e: Expr) -> Iterator[Expr]:
    """The factors of a product and of a fraction."""
    if isinstance(e, (Mul, Div)):
        for f in e.factors if isinstance(e, Mul) else (e.numerator, e.denominator):
            yield from _parts(f)
    else:
        yield e


def repeated_letters(chains: Iterable[Chain], sizes: Mapping[str, Set[str]] | None = None) -> set[str]:
    r"""The letters that some term of an equation has twice among its indices, and that its left side does not have.

    Those below `sizes` are none of its indices: the k of `\frac{1}{\sqrt{d_k}} \sum_{a=1}^{d_k}` says which size it is.
    """
    found: set[str] = set()
    for chain in chains:
        left = set(placed(chain.members[0])) if chain.relations else set()
        for term in (y for m in chain.members[1:] for y in _terms(m)):
            counts = Counter(placed(term))
            if sizes:
                counts -= Counter(_below_sizes(term, sizes))
            found |= {letter for letter, n in counts.items() if n > 1} - left
    return found


def _below_sizes(x: t.Node, sizes: Mapping[str, Set[str]]) -> Iterator[str]:
    """The letters that stand alone below the names of sizes."""
    for name in t.of_kind(x, t.Name):
        letter = letter_below(name) if name.base in sizes and len(name.scripts) == 1 else None
        if letter is not None and letter in sizes[name.base]:
            yield letter


def _terms(x: t.Node) -> Iterator[t.Node]:
    for term in x.terms if isinstance(x, t.Terms) else ():
        yield from _terms(term.body)
    if not isinstance(x, t.Terms):
        yield x


def placed(x: t.Node) -> Iterator[str]:
    """The letters that stand by themselves in a script, each as often as it does."""
    for s in t.of_kind(x, t.Script):
        yield from (letter for e in s.entries if (letter := letter_of(e)) is not None)


def _factors(e: Expr) -> Iterator[tuple[Sym, ...]]:
    """The free letters of each factor of a term; an entry counts each of its indices."""
    if isinstance(e, Mul):
        for f in e.factors:
            yield from _factors(f)
    elif isinstance(e, Div):
        yield from _factors(e.numerator)
        yield from _factors(e.denominator)
    elif isinstance(e, Partial):
        yield from _factors(e.of)
        yield from _factors(e.wrt)
    elif isinstance(e, Pow):
        yield from _factors(e.base)
        yield from _factors(e.base)
    elif isinstance(e, Var):
        for form in e.indices:
            yield tuple(sorted(form.letters(), key=lambda s: s.name))
    else:
        yield tuple(sorted(free(e), key=lambda s: s.name))
