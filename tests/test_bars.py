"""Evaluation bars: an index or the argument of a derivative is put in, everything else is refused."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.errors import ReadError
from symderiv.latex.parse import parse

SAME = [
    (r"\left.\frac{\partial h_k}{\partial u_j}\right|_{k=i}", r"\frac{\partial h_i}{\partial u_j}"),
    (r"\left.\frac{\partial h_k}{\partial u_i}\right\vert_{k=i}", r"\frac{\partial h_i}{\partial u_i}"),
    (r"\frac{\partial h_k}{\partial u_i}\Big|_{k=i}", r"\frac{\partial h_i}{\partial u_i}"),
    (r"\frac{\partial h_k}{\partial u_i}\bigr|_{k=i}", r"\frac{\partial h_i}{\partial u_i}"),
    (r"\frac{\partial h_k}{\partial u_i}|_{k=i}", r"\frac{\partial h_i}{\partial u_i}"),
    (r"2 \frac{\partial h_k}{\partial u_i}\Big|_{k=i} x_k", r"2 \frac{\partial h_i}{\partial u_i} x_k"),
    (r"\left. a_{kj} b_k \right|_{k=i, j=1}", r"a_{i,1} b_i"),
    (r"\left. a_{kj} \right|_{k=j, j=k}", r"a_{j,k}"),
    (r"\left. h^{(l)}_k \right|_{l=2}", r"h^{(2)}_k"),
    (r"f'(z)|_{z=a}", "f'(a)"),
    (r"\left. f'(z) \right|_{z=a_j}", "f'(a_j)"),
    (r"\tanh(z)\Big|_{z=a+b}", r"\tanh(a+b)"),
    (r"\frac{\partial h}{\partial u}\Big|_{u=a}", "h'(a)"),
    (r"\frac{d h(u)}{d u}\Big|_{u=a_j}", "h'(a_j)"),
]


@pytest.mark.parametrize(("text", "plain"), SAME)
def test_put_in(text: str, plain: str) -> None:
    assert parse(f"y = {text}").statements == parse(f"y = {plain}").statements


REFUSED = [
    r"\frac{\partial h}{\partial u}\Big|_{v=a}",
    r"\frac{\partial h(u, v)}{\partial u}\Big|_{u=a}",
    r"\frac{\partial^2 h}{\partial u^2}\Big|_{u=a}",
    r"\left.\frac{\partial h_k}{\partial k}\right|_{k=i}",
    r"\left. \sum_{k=1}^{n} h_k \right|_{k=i}",
    r"\left. \sum_{i=1}^{n} h_{ki} \right|_{k=i}",
    r"\left. k h_k \right|_{k=i}",
    r"\left. \frac{\partial a^k}{\partial x} \right|_{k=b}",
    r"\left. \nabla_z f \right|_{z=a}",
    r"\left. h_k \right|_{k \ne i}",
    r"\left. h_k \right|_{k=i}^{k=j}",
    r"\left. f(z) + z \right|_{z=a}",
    r"\left. f(z, u) \right|_{z=a}",
    r"x|_{k=i}",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(ReadError):
        parse(f"y = {text}")


PAGE = r"$$h_k = u_k^2 v_k, \quad E = \sum_{k=1}^{n} h_k \qquad (1 \le k \le n)$$" + "\n\n"
LINES = [
    (r"\left.\frac{\partial h_k}{\partial u_i}\right|_{k=i} = 2 u_i v_i", "right"),
    (r"\left.\frac{\partial h_k}{\partial u_i}\right|_{k=i} = 2 u_i v_k", "wrong"),
    (r"\left.\frac{\partial h_k}{\partial u_i}\right|_{k=i} = u_i v_i", "wrong"),
    (r"\frac{\partial E}{\partial u_i} = \frac{\partial h_k}{\partial u_i}\Big|_{k=i}", "right"),
    (r"\frac{\partial E}{\partial u_i} = 3 \frac{\partial h_k}{\partial u_i}\Big|_{k=i}", "wrong"),
]


@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_judged(line: str, verdict: str) -> None:
    assert check(f"{PAGE}$${line}$$").verdict == verdict
