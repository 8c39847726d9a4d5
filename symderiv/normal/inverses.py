r"""What an inverse is, as assumptions: `\sum_k W_{ik} V_{kj}` and `\sum_k V_{ik} W_{kj}` are 1 where i = j, else 0."""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Sym, affine
from ..domain import eq
from ..expr import Bracket, Mul, Sum
from ..system import Assumption, Inverse

I, J, K, EACH = (affine(f"@{x}") for x in "ijkm")


def identities(x: Inverse) -> Iterator[Assumption]:
    """The two products with the matrix, entry by entry; of each matrix of a family."""
    each = (EACH,) * (x.matrix.arity - 2)
    for one, two in ((x.matrix, x.inverse_value), (x.inverse_value, x.matrix)):
        body = Mul((one(*each, I, K), two(*each, K, J)))
        yield Assumption(Sum(Sym("@k"), (x.lower,), (x.upper,), body), Bracket((eq(I, J),), True))
