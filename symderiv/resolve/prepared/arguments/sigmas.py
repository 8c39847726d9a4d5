r"""The letter Sigma for a sum: `y_i = \Sigma_h w_{ih} g_h`, `\Sigma_{i=1}^n x_i`, `\Sigma_{i,j} x_{ij}^2`.

So it is read where the page has no other Sigma (a covariance): each stands before something that has the letters below
it as indices, with nothing above it but where a sum ends. None of several letters is bound already, as both are in
`\sum_{i,j} \Sigma_{i,j} x_i x_j`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Name, Node, Product
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ..extremum import bound_by

SIGMA = r"\Sigma"


@some(Name)
def _has_sigma(x: Name) -> bool:
    return x.base == SIGMA


@where(_has_sigma)
def with_sigmas_as_sums(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with sums for such letters."""
    formulas = read_of(located)
    count = sum(x.base == SIGMA for f in formulas for x in t.of_kind(f, Name))
    if not count or any(_is_on_left(s.chain) for f in formulas for s in f.statements):
        return list(located)  # `m_k = \\Sigma_k (x - y_k)` is no sum over k
    found = [x for f in formulas for p in t.of_kind(f, Product) for x in _sums(p)]
    if len(found) != count or any(_is_bound(x) for f in formulas for x in t.of_kind(f, t.BigSum)):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _changed))


def _sums(x: Product) -> Iterator[int]:
    """Where among the factors a sum begins."""
    for n, f in enumerate(x.factors[:-1]):
        letters = _letters(f.body)
        rest = [e for g in x.factors[n + 1 :] for s in t.of_kind(g, t.Script) for e in s.entries]
        if letters and all(any(letter in t.of_kind(e, Name) for e in rest) for letter in letters):
            yield n


def _is_on_left(chain: Chain) -> bool:
    """Does a letter below a Sigma stand on the left side of its equation, too?"""
    bound = {letter for m in chain.members[1:] for x in t.of_kind(m, Name) for letter in _letters(x)}
    left = {e for s in t.of_kind(chain.members[0], t.Script) for e in s.entries}
    return not bound.isdisjoint(left)


def _is_bound(x: t.BigSum) -> bool:
    """Does a sum bind one of several letters below a Sigma in it?"""
    own = {letter for e in x.below for letter in t.of_kind(e, Name)}
    below = (letters for y in t.of_kind(x.body, Name) if len(letters := _letters(y)) > 1)
    return any(not own.isdisjoint(letters) for letters in below)


def _letters(x: Node) -> tuple[Name, ...]:
    """The letters that a Sigma binds: one, or several without ends."""
    if not isinstance(x, Name) or x.base != SIGMA or x.accents or x.font or x.primes:
        return ()
    below = [s for s in x.scripts if not s.above and not s.bracket]
    entries = below[0].entries if len(below) == 1 else ()
    if len(entries) > 1 and len(x.scripts) == 1:
        names = [bound_by(e) for e in entries if isinstance(e, Name)]
        found = tuple(name for name in names if name is not None)
        return found if len(set(found)) == len(entries) else ()
    if len(entries) != 1:
        return ()
    (entry,) = entries
    ends = len(x.scripts) > 1
    if ends and not (isinstance(entry, Chain) and len(x.scripts[1].entries) == len(x.scripts[0].entries) == 1):
        return ()
    letter = bound_by(entry)
    return () if letter is None else (letter,)


def _changed(x: Any) -> Node | None:
    n = next(_sums(x), None) if isinstance(x, Product) else None
    if n is None:
        return None
    sign = x.factors[n].body
    (below,) = (s.entries for s in sign.scripts if not s.above)
    above = next((s.entries[0] for s in sign.scripts if s.above), None)
    first, *rest = (Factor(f.operator, rebuilt(f.body, _changed), f.joined) for f in x.factors[n + 1 :])
    factors = (Factor("", first.body), *rest)
    body: Node = factors[0].body if len(factors) == 1 else rebuilt(Product(factors, x.span), _changed)
    found = t.BigSum(r"\sum", below, above, body, x.span)
    before = tuple(Factor(f.operator, rebuilt(f.body, _changed), f.joined) for f in x.factors[:n])
    return Product((*before, Factor(x.factors[n].operator, found)), x.span) if before else found
