r"""Comparisons that the front matter assumes, `assume = ["\\beta_i > 0", "z_i \\ne 0"]`. They are no equations.

What data are positive is drawn so, also what lines differentiate by. That values differ, or are not 0, random ones do
by themselves. Any other comparison is a condition of every line, for all of its entries at once; what cannot be read of
it, or is no comparison, leaves open what is wrong without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...affine import affine
from ...errors import ReadError
from ...expr import ZERO, Expr, Variable, free, fresh, substitute
from ...latex.tree import Chain, Name, Node, Number, Product, Script, Terms
from ...notation import EQUALITIES
from ..formulas import Resolver
from ..meaning import Meaning, signature
from ..spelled.shape import shape_of
from ..stated import Stated, shown
from .compared import TURNED, Compared, both_ways
from .valued import numbers_listed, signs, throughout

DIFFERENT = r"\ne"


def is_equation(chain: Chain) -> bool:
    """Is it a chain of equations and nothing else?"""
    return bool(chain.relations) and all(r in EQUALITIES for r in chain.relations)


def assumed_positive(assumed: Sequence[Stated], meaning: Meaning) -> Iterator[Variable]:
    """The data that are assumed to be positive, all their entries."""
    for s in assumed:
        found = [_any_entry(s, name, meaning) for name, up in signs(s.statement.chain) if up]
        yield from (x for x in found if x is not None)


def assumed_comparisons(assumed: Sequence[Stated], number: int, meaning: Meaning) -> Iterator[Compared]:
    """The other comparisons that are assumed; `number` is that of the first statement."""
    for n, s in enumerate(assumed, number):
        chain = s.statement.chain
        if is_equation(chain) or set(chain.relations) == {DIFFERENT} or _is_real(chain) or _is_told(s, meaning):
            continue
        yield Compared(shown((s.formula, chain)), _holds(s, n, meaning), throughout=True)


def _is_real(chain: Chain) -> bool:
    r"""Does it say that something is real, `\alpha_{ij} \in \mathbb{R}`, or an array of real numbers?"""
    space = chain.members[-1]
    plain = isinstance(space, Name) and space.base == "R" and all(s.above and not _is_sign(s) for s in space.scripts)
    return chain.relations == (r"\in",) and plain


def _is_sign(script: Script) -> bool:
    return not any(isinstance(x, (Name, Number, Terms, Product)) for x in script.entries)


def _is_told(s: Stated, meaning: Meaning) -> bool:
    """Is it known otherwise: the few values of data, or that they are positive?"""
    chain = s.statement.chain
    if numbers_listed(chain) is not None:
        return _data(s, chain.members[0], meaning) is not None
    of_zero = list(signs(chain))
    positive = all(up and _any_entry(s, name, meaning) is not None for name, up in of_zero)
    return positive and bool(of_zero) and len(of_zero) == len(chain.relations)


def _any_entry(s: Stated, name: Node, meaning: Meaning) -> Variable | None:
    """The same; of `x_n`, where n is a size, the last entry may be meant."""
    return None if _is_last(name, meaning) else _data(s, name, meaning)


def _is_last(name: Node, meaning: Meaning) -> bool:
    entries = (x for script in name.scripts for x in script.entries) if isinstance(name, Name) else ()
    return any(isinstance(x, Name) and x.base in meaning.names.sizes for x in entries)


def _data(s: Stated, name: Node, meaning: Meaning) -> Variable | None:
    """The variable of a name for any entry of something that the page does not compute."""
    shape = shape_of(name) if isinstance(name, Name) else None
    if shape is None or signature(shape) in meaning.lefts:
        return None
    return throughout(s.formula, name, meaning)


def _holds(s: Stated, number: int, meaning: Meaning) -> tuple[Expr, Expr]:
    """What is 1 where a comparison holds, in letters of its own; 0 where that cannot be said."""
    chain = s.statement.chain
    told = chain.relations and all(r in TURNED for r in chain.relations)
    if not told or any(_is_last(name, meaning) for name, _ in signs(chain)):
        return ZERO, ZERO
    try:
        one, two = both_ways(Resolver(s.formula, meaning.names, meaning, number), chain)
    except ReadError:
        return ZERO, ZERO
    letters = free(one) | free(two)
    new = {x: affine(fresh(letters, x)) for x in letters if x.name not in meaning.names.sizes}
    return substitute(one, new), substitute(two, new)
