r"""Letters with primes that sums bind, `\sum_{t'=1}^{t} \alpha^{t-t'} x_i^{t'}`, stand above names as indices."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.latex.parse import parse

PAGE = r"""
$$ e_j^{t} = \alpha e_j^{t-1} + w_j x_j^t $$ ( $1 \le j \le n$, $1 \le t \le T$ )

with $e_j^0 = 0$.

$$ E = \sum_{t=1}^T \sum_{j=1}^n c_j^t e_j^t $$

"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial w_j} = \sum_{t=1}^T c_j^t \sum_{t'=1}^{t} \alpha^{t-t'} x_j^{t'}", "right"),
        (r"\frac{\partial E}{\partial w_j} = \sum_{t=1}^T c_j^t \sum_{t'=1}^{t} \alpha^{t-t'} x_j^{t}", "wrong"),
        (r"\frac{\partial E}{\partial w_j} = \sum_{t'=1}^T \frac{\partial E}{\partial e_j^{t'}} x_j^{t'}", "right"),
        (r"\frac{\partial E}{\partial c_j^t} = \sum_{s'=1}^{t} \alpha^{t-s'} w_j x_j^{s'}", "right"),
        (r"\frac{\partial E}{\partial c_j^t} = \sum_{s''=1}^{t} \alpha^{t-s''} w_j x_j^{s''}", "right"),
        (r"\frac{\partial E}{\partial c_j^t} = \sum_{s'=1}^{t-1} \alpha^{t-s'} w_j x_j^{s'}", "wrong"),
    ],
)
def test_steps_with_primes(line: str, wanted: str) -> None:
    """The same as with any other letter."""
    assert str(sd.check(f"{PAGE}$${line}$$\n").claims[-1].judgement) == wanted


def test_primes_of_names() -> None:
    """Without such a sum, and with another number of primes, they are primes of the name."""
    for text in (r"f^{k'}", r"\sum_{k=1}^K f^{k'}", r"\sum_{k''} f^{k'}", r"\sum_{x'} f^{k'}"):
        x = parse(text).statements[0].chain.members[0]
        assert getattr(x, "body", x).primes == 1
    assert parse(r"\sum_{j, k'} f^{k'}").statements[0].chain.members[0].body.primes == 0  # type: ignore[union-attr]
