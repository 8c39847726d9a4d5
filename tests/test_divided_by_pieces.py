r"""A sum that divides by entries of a variable with several definitions, `\sum_i \frac{t_i}{h_i^{(K+1)}} ..`: which of
them is meant shows in the range of the sum."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check

PAGE = r"""+++
objective = "C"
functions = ["g"]
+++

$$ u_q^{(k,n)} = \sum_{p=1}^{d_k} M_{qp}^{(k)} h_p^{(k,n)} $$
( $k = 0, \dots, K$, $q = 1, \dots, d_{k+1}$, $n = 1, \dots, N$ )

$$ h_q^{(k+1,n)} = g(u_q^{(k,n)}) $$ ( $k = 0, \dots, K-1$, $q = 1, \dots, d_{k+1}$, $n = 1, \dots, N$ )

$$ h_q^{(K+1,n)} = \frac{\exp(u_q^{(K,n)})}{\sum_{r=1}^{d_{K+1}} \exp(u_r^{(K,n)})} $$

$$ C = -\sum_{n=1}^N \sum_{q=1}^{d_{K+1}} s_q^{(n)} \ln h_q^{(K+1,n)} $$

"""
RIGHT = r"""$$ \frac{\partial C}{\partial M_{qp}^{(k)}} = -\sum_{n=1}^N h_p^{(k,n)} \sum_{r=1}^{d_{K+1}}
\frac{s_r^{(n)}}{h_r^{(K+1,n)}} \frac{\partial h_r^{(K+1,n)}}{\partial u_q^{(k,n)}} $$
( $k = 0, \dots, K-1$, $p = 1, \dots, d_k$, $q = 1, \dots, d_{k+1}$ )"""
SLIPS = [
    RIGHT.replace(r"\frac{s_r^{(n)}}{h_r^{(K+1,n)}}", "s_r^{(n)}"),
    RIGHT.replace(r"{h_r^{(K+1,n)}}", r"{h_r^{(K,n)}}"),
    RIGHT.replace(r"\sum_{r=1}^{d_{K+1}}", r"\sum_{r=1}^{d_{K+1}-1}"),
    RIGHT.replace(r"\sum_{r=1}^{d_{K+1}}", r"\sum_{r=1}^{d_K}"),
    RIGHT.replace(r"\sum_{r=1}^{d_{K+1}}", r"\sum_{r=0}^{d_{K+1}}"),
    RIGHT.replace(r"h_p^{(k,n)}", r"h_p^{(k+1,n)}"),
]


def test_it_is_proved() -> None:
    found = check(PAGE + RIGHT, options=Options(reasons=False)).claims[-1]
    assert str(found.judgement) == "right"
    assert [str(x.evidence) for x in found.links] == ["proved"]


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_are_not(slip: str) -> None:
    assert str(check(PAGE + slip, options=Options(reasons=False)).claims[-1].judgement) == "wrong"
