r"""Arrays all entries of which lines take for free, though one is said to be made of the others.

`\pi_K = 1 - \sum_{k=1}^{K-1} \pi_k` may be a constraint that is solved for the last entry later on. So it is where a
line above it differentiates by entries, where a multiplier stands before the sum of all, `\lambda (\sum_k \pi_k - 1)`,
which were 0 otherwise, and where lines take derivatives with a d beside those with `\partial`: nobody knows then what
is held fixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ...affine import Sym
from ...errors import ReadError
from ...expr import Add, Expr, Mul, Sum, Var, Variable, of_kind
from ...latex import tree as t
from ...latex.tree import Derivative
from ..located import Located, read_of
from ..spelled.keys import split_key
from ..spelled.shape import shape_of
from ..statements import Equation, differentiated_by

CURLY = r"\partial"


def taken_for_free(located: Sequence[Located], equations: Sequence[Equation], sizes: Set[str]) -> Iterator[Variable]:
    """Of the arrays of which an entry by number is defined those that such lines are about."""
    numbered = {v.variable for e in equations for v in e.defines.values() if _has_number(v, sizes)}
    if not numbered:
        return
    both = _by_both_signs(located)
    held = {x.variable for e in equations for m in e.members if not isinstance(m, ReadError) for x in _multiplied(m)}
    above = set(_above(equations, sizes))
    yield from (v for v in numbered if v in held or v in above or split_key(v.key)[0] in both)


def _has_number(entry: Var, sizes: Set[str]) -> bool:
    return any(i.letters() <= {Sym(s) for s in sizes} for i in entry.indices)


def _above(equations: Sequence[Equation], sizes: Set[str]) -> Iterator[Variable]:
    """What lines differentiate by above the definition of an entry by number."""
    by: set[Variable] = set()
    for e in equations:
        yield from (v.variable for v in e.defines.values() if v.variable in by and _has_number(v, sizes))
        by |= {x.variable for x in differentiated_by([e])}


def _by_both_signs(located: Sequence[Located]) -> set[str]:
    r"""The letters of what is differentiated by with a d and with `\partial`."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for d in (d for f in read_of(located) for d in t.of_kind(f, Derivative)):
        names = (shape_of(w.body) for w in d.wrt if isinstance(w.body, t.Name))
        found[d.symbol == CURLY] |= {x.base for x in names if x is not None}
    return found[True] & found[False]


def _begins_at_first(x: Sum) -> bool:
    """Does a sum begin with the first entry, as far as is said? One from the third on leaves out what is made."""
    return all(a.const <= 1 for a in x.lowers if a.is_constant)


def _multiplied(e: Expr) -> Iterator[Var]:
    r"""The entries of `\lambda (\sum_k \pi_k - 1)`."""
    for product in of_kind(e, Mul):
        if any(isinstance(f, Var) for f in product.factors):
            terms = [x for f in product.factors if isinstance(f, Add) for x in f.terms]
            flat = [y for x in terms for y in (x.factors if isinstance(x, Mul) else (x,))]
            for x in (x for x in flat if isinstance(x, Sum) and _begins_at_first(x)):
                yield from (v for v in of_kind(x.body, Var) if any(x.letter in i.letters() for i in v.indices))
