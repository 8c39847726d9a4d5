"""Evaluation bars: an index or the argument of a derivative is put in, everything else is refused."""

from __future__ import annotations

import pytest

from symderiv.errors import ReadError
from symderiv.latex.parse import parse

from .judging import check

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
    r"\frac{d h}{d u}\Big|_{t_1}",
    r"\frac{d h}{d u}\Big|_{t}",
    r"\frac{d h_j}{d u}\Big|_{u_1}",
    r"\frac{d^2 h}{d u^2}\Big|_{u_1}",
    r"\frac{d h}{d u_j}\Big|_{u_1}",
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


def test_an_absolute_value_keeps_its_bars() -> None:
    whole = parse(r"y = |\frac{d h}{d u}|_{u_1}").statements[0].chain.members[1]
    closed = parse(r"y = \left|\frac{d h}{d u}\right|_{u_1}").statements[0].chain.members[1]
    assert whole == closed


POINTS = r"""$$z_n = w x_n + v h_{n-1}, \quad h_n = \sigma(z_n), \quad y_n = h_n \qquad (1 \le n \le N)$$

$h_0$ is constant. The cost is $C = C(y_N)$, where $C(y)$ is some differentiable function.

"""
AT_POINTS = [
    (r"\frac{dC}{dv} = \frac{dC}{dy} \Big |_{y_N} \frac{d\sigma}{dz} \Big |_{z_N} \frac{d z_N}{dv}", "right"),
    (r"\frac{dC}{dv} = \frac{dC}{dy}|_{y_N} \frac{d\sigma(z)}{dz}|_{z_N} \frac{d z_N}{dv}", "right"),
    (r"\frac{dC(y_N)}{dv} = C'(y_N) \left.\frac{d\sigma}{du}\right|_{u = z_N} \frac{d z_N}{dv}", "right"),
    (r"\frac{dC}{dv} = \frac{dC}{dy}\Big|_{y_{N-1}} \frac{d y_N}{dv}", "wrong"),
    (r"\frac{dC}{dv} = \frac{dC}{dy}\Big|_{y_N} \frac{d z_N}{dv}", "wrong"),
    (r"\frac{d h_n}{dv} = \frac{d\sigma}{dz}\Big|_{z_n} \frac{d z_n}{dv} \qquad (n = 1, \dots, N)", "right"),
    (r"\frac{d h_n}{dv} = \frac{d\sigma}{dz}\Big|_{z_{n-1}} \frac{d z_n}{dv} \qquad (n = 2, \dots, N)", "wrong"),
    (r"\frac{d\sigma}{dx}\Big|_{x_n} = w \sigma'(z_n)", "unreadable"),
    (r"\frac{dC}{dw}\Big|_{w=v} = \frac{dC}{dv}", "unreadable"),
]


@pytest.mark.parametrize(("line", "verdict"), AT_POINTS)
def test_at_a_point(line: str, verdict: str) -> None:
    assert check(f"{POINTS}$${line}$$").verdict == verdict


DEFINED = r"$$f(x) = w x^2, \quad y = f(x_1) + f(x_2)$$" + "\n\n"
OF_DEFINED = [
    (r"\frac{\partial f}{\partial x}\Big|_{x_1} = 2 w x_1", "right"),
    (r"\frac{\partial f}{\partial x}\Big|_{x = x_2} = 2 w x_2", "right"),
    (r"\frac{d f(u)}{d u}\Big|_{u = x_2} = 2 w x_2", "right"),
    (r"\frac{\partial f}{\partial x}\Big|_{x_1} = 2 w x_2", "wrong"),
    (r"\frac{\partial f}{\partial w}\Big|_{w = 2} = 4 w", "unreadable"),
    (r"\frac{\partial f}{\partial w}\Big|_{w = 2} = x^2", "unreadable"),
]


@pytest.mark.parametrize(("line", "verdict"), OF_DEFINED)
def test_at_a_point_by_a_parameter(line: str, verdict: str) -> None:
    assert check(f"{DEFINED}$${line}$$").verdict == verdict


def test_what_a_function_is_applied_to_is_no_point() -> None:
    page = r"$h_n = \sigma(w_n x_n)$, $n = 1, \dots, N$" + "\n\n"
    line = r"$$\frac{d h_n}{dw_n} = x_n \frac{d\sigma}{d@}\Big|_{@ = w_n x_n}$$"
    assert check(page + line.replace("@", "u")).verdict == "right"
    assert check(page + line.replace("@", "x")).verdict == "unreadable"
    assert check(page + r"$$\frac{d\sigma}{dw}\Big|_{w_n} = x_n \sigma'(w_n x_n)$$").verdict == "unreadable"


BESIDE = [
    (r"where $C(y)$ is some differentiable function.", r"\frac{dC}{dw} = C'(y_2) h_2", "right"),
    (r"where $C(y)$ is some differentiable function.", r"\frac{dC}{dw} = C'(h_2) h_2", "wrong"),
    (r"where $C(u)$ is any smooth function.", r"\frac{dC(y_2)}{dw} = \frac{dC}{du}\Big|_{u = y_2} h_2", "right"),
    (r"where $C(y)$ is the usual cost.", r"\frac{dC}{dw} = C'(h_2) h_2", "unproved"),
    (
        r"where $C(y)$ is some differentiable function. We take $C = \frac12 y_2^2$.",
        r"\frac{dC}{dw} = C'(y_2) h_2",
        "unproved",
    ),
]


@pytest.mark.parametrize(("words", "line", "verdict"), BESIDE)
def test_functions_beside_their_values(words: str, line: str, verdict: str) -> None:
    page = f"$y_2 = w h_2$. The cost is $C = C(y_2)$, {words}\n\n$${line}$$"
    assert check(page).verdict == verdict


LINEAR = (
    r"$$ E = \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik})^2 $$"
    "\n\n"
    r"$$ g_j = \sum_{i=1}^n (y_i - \sum_{k \ne j} w_k x_{ik}) x_{ij} $$"
    "\n\n"
)
WHOLE = r"-2 \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij}"
PART = WHOLE.replace(r"\sum_{k=1}^d", r"\sum_{k \ne j}")
AT_NUMBERS = [
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} = -2 g_j", "right"),
    (r"g_j = -\frac{1}{2} \frac{\partial E}{\partial w_j}\Big|_{w_j=0}", "right"),
    (rf"\left.\frac{{\partial E}}{{\partial w_j}}\right|_{{w_j = 0}} = -2 g_j = {PART}", "right"),
    (r"\left.\frac{\partial^2 E}{\partial w_j^2}\right|_{w_j = 0} = 2 \sum_{i=1}^n x_{ij}^2", "right"),
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} = -g_j", "wrong"),
    (r"g_j = \frac{1}{2} \frac{\partial E}{\partial w_j}\Big|_{w_j=0}", "wrong"),
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 1} = -2 g_j", "wrong"),
    (rf"\left.\frac{{\partial E}}{{\partial w_j}}\right|_{{w_j = 0}} = {WHOLE}", "unproved"),  # which is so at 0
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} = -2 g_j + w_j", "unproved"),
    (rf"\left.\frac{{\partial E}}{{\partial w_j}}\right|_{{w_j = 0}} = -2 g_j = {WHOLE}", "unproved"),
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} = \frac{\partial E}{\partial w_j}", "unproved"),
    (r"\left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} + 2 g_j = 0", "unreadable"),
    (r"g_j \left.\frac{\partial E}{\partial w_j}\right|_{w_j = 0} = -2 g_j^2", "unreadable"),
]


@pytest.mark.parametrize(("line", "verdict"), AT_NUMBERS)
def test_at_a_number(line: str, verdict: str) -> None:
    assert check(f"{LINEAR}$${line}$$").verdict == verdict


def test_at_a_number_of_what_has_no_slope_there_or_is_computed() -> None:
    page = r"$$ a_k = \sum_i w_{ki} x_i, \quad p_k = \tanh(a_k), \quad Q = |v| + v^2 $$" + "\n\n"
    for line, verdict in [
        (r"\frac{\partial Q}{\partial v}\Big|_{v=0} = 0", "unproved"),
        (r"\frac{\partial Q}{\partial v}\Big|_{v=0} = \operatorname{sign}(v)", "unproved"),
        (r"\frac{\partial p_k}{\partial a_k}\Big|_{a_k=0} = 1", "right"),
        (r"\frac{\partial p_k}{\partial a_k}\Big|_{a_k=0} = 1 + \sum_i w_{ki} x_i", "unproved"),  # which is 1 there
    ]:
        assert check(f"{page}$${line}$$").verdict == verdict


def test_what_is_defined_at_a_number_is_not_defined_elsewhere() -> None:
    page = LINEAR.split("\n\n")[0] + "\n\n" + r"$$ g_j = \frac{\partial E}{\partial w_j}\Big|_{w_j=0} $$" + "\n\n"
    for line in (r"g_j = \frac{\partial E}{\partial w_j}", rf"g_j = {WHOLE}", r"\frac{\partial g_j}{\partial w_j} = 0"):
        assert check(f"{page}$${line}$$").claims[-1].judgement.value == "unproved"
