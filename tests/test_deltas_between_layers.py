r"""Kronecker deltas of two units whose ranges end at the size of a layer each, `J^{(M+1)}` and `J^{(m+1)}`.

By hand: for `x_j = f(y_j)` the derivative of `x_{i'}` by `y_j` in one layer is `f'(y_j)` where `i' = j`, and zero else.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"n" = "1..N"
"m" = "0..%M"
"j" = "1..K^{(m+1)}"
"i" = "1..K^{(m)}"
+++

$$ y_j^{(m,n)} = \sum_{i=1}^{K^{(m)}} W_{j,i}^{(m)} x_i^{(m,n)} $$ ( $m=0,\dots,%M$, $j=1,\dots,K^{(m+1)}$ )

$$ x_j^{(m+1,n)} = f(y_j^{(m,n)}) $$ ( $m=0,\dots,%M$, $j=1,\dots,K^{(m+1)}$ )

$$ E = -\sum_{n=1}^{N} \sum_{i=1}^{K^{(%M+1)}} t_i^{(n)} \ln x_i^{(%M+1,n)} $$

$$ D_{p,j}^{(m,n)} = \frac{\partial x_{p}^{(%M+1,n)}}{\partial y_{j}^{(m,n)}} $$
( $p=1,\dots,K^{(%M+1)}$, $j=1,\dots,K^{(m+1)}$ )
"""
LINES = (
    (r"\delta_{pj} f'(y_j^{(M,n)})", "right"),
    (r"\delta_{p,j} f'(y_p^{(M,n)})", "right"),
    (r"\delta_{jp} f'(y_j^{(M,n)})", "right"),
    (r"f'(y_j^{(M,n)})", "wrong"),
    (r"\delta_{pj} f(y_j^{(M,n)})", "wrong"),
    (r"(1 - \delta_{pj}) f'(y_j^{(M,n)})", "wrong"),
    (r"\delta_{pj} f'(x_j^{(M,n)})", "wrong"),
)


@pytest.mark.parametrize(("last", "unit"), [("M", "p"), ("M", "i'"), ("L", "k'")])
@pytest.mark.parametrize(("line", "judged"), LINES)
def test_units_of_the_last_layer(last: str, unit: str, line: str, judged: str) -> None:
    def named(text: str) -> str:
        return text.replace("{p}", f"{{{unit}}}").replace("{p,", f"{{{unit},").replace("$p=", f"${unit}=")

    line = line.replace("{pj}", f"{{{unit}j}}").replace("{jp}", f"{{j{unit}}}").replace("y_p", f"y_{{{unit}}}")
    page = named(PAGE.replace("%M", last))
    said = named(rf"$$ D_{{p,j}}^{{(M,n)}} = {line} $$").replace("(M,n)", f"({last},n)")
    assert verdict(page, said) == judged


def test_letters_of_other_sizes_compare_nothing() -> None:
    """An error with an output and an example is no delta."""
    page = r"$$ f_k(x_i) = \sum_{m=1}^M b_{km} z_{mi}, \quad R = \sum_{i=1}^N \sum_{k=1}^K (y_{ik} - f_k(x_i))^2 $$"
    line = r"$$ \frac{\partial R}{\partial b_{km}} = \sum_{i=1}^{N} \delta_{ki} z_{mi} $$"
    assert verdict(page, line) not in ("right", "wrong")
