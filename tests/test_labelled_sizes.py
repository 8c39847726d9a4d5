r"""Sizes with a label, `n_\text{out} = n_\text{in} - K + 1`: said of sizes, and no array of the same letter.

By hand: `x_n` reaches `y_{n-a}` through `w_a`, and there is a `y_{n-a}` for `n - n_\text{in} + K \le a \le n`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n[ranges]\n"i" = "1..{out}"\n"n" = "1..{in}"\n"a" = "0..K-1"\n+++\n'
PAGE = (
    r"$${out} = {in} - K + 1$$"
    "\n\n"
    r"$$y_i = \sum_{a=0}^{K-1} w_a x_{i+a}$$"
    "\n\n"
    r"$$E = \frac12 \sum_{i=1}^{{out}} (y_i - t_i)^2$$"
)
LINE = (
    r"$$\frac{\partial E}{\partial x_n} = \sum_{a=\max(0,n-{out})}^{\min(K-1,n-1)} (y_{n-a} - t_{n-a}) w_a$$"
    "\n\n"
    r"$$\frac{\partial E}{\partial x_n} = \sum_{a=\max(0,n-{in}+K-1)}^{\min(K-1,n-1)} (y_{n-a} - t_{n-a}) w_a$$"
)
SLIP = r"$$\frac{\partial E}{\partial x_n} = \sum_{a=\max(0,n-{in}+K)}^{\min(K-1,n-1)} (y_{n-a} - t_{n-a}) w_a$$"
PAIRS = [
    (r"N_\text{out}", r"N_\text{in}"),
    (r"N_{\mathrm{out}}", r"N_{\mathrm{in}}"),
    ("N_1", "N_0"),
    ("m_y", "m_x"),
]


def _with(text: str, sizes: tuple[str, str]) -> str:
    return text.replace("{out}", sizes[0]).replace("{in}", sizes[1])


@pytest.mark.parametrize("sizes", PAIRS)
def test_what_is_said_of_them_holds(sizes: tuple[str, str]) -> None:
    front = _with(FRONT, (sizes[0].replace("\\", r"\\"), sizes[1].replace("\\", r"\\")))
    page = front + _with(PAGE, sizes)
    found = [c.judgement.value for c in check(f"{page}\n\n## Derivation\n\n{_with(LINE, sizes)}").claims]
    assert found == ["right", "right"]
    assert verdict(page, _with(SLIP, sizes)) == "wrong"


@pytest.mark.parametrize("sizes", [(r"N_{\max}", r"N_{\min}"), ("m_i", "m_o")])
def test_what_may_be_no_label_leaves_lines_open(sizes: tuple[str, str]) -> None:
    page = _with(PAGE, sizes)
    cases = (LINE.split("\n\n")[1], SLIP)
    for line, found in zip(cases, each_verdict(page, lines=[_with(line, sizes) for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


def test_a_quotient_of_sizes_leaves_wrong_lines_open() -> None:
    r"""M is a number there and a size: lines that hold where `N = S (M - 1) + K` are not wrong without it."""
    page = (
        r"$$M = \frac{N - K}{S} + 1$$ $$y_i = \sum_{a=0}^{K-1} w_a x_{i+a} \quad (1 \le i \le M)$$"
        r"$$E = \frac12 \sum_{i=1}^{M} (y_i - t_i)^2$$"
    )
    line = r"$$\frac{\partial E}{\partial w_a} = \sum_{i=1}^{N-K+1} (y_i - t_i) x_{i+a}$$"
    assert verdict(page, line) not in ("right", "wrong")


FILTERS = (
    r"$$U_{o} = \sum_{c=1}^{W_\text{in}} W_{oc} X_{c} \quad (1 \le o \le W_\text{out})$$"
    r"$$E = \frac12 \sum_{o=1}^{W_\text{out}} U_o^2$$"
)


def test_the_letter_of_an_array_beside_them() -> None:
    assert each_verdict(
        FILTERS,
        lines=[
            r"$$\frac{\partial E}{\partial W_{oc}} = U_o X_c$$",
            r"$$\frac{\partial E}{\partial W_{oc}} = U_c X_o$$",
            r"$$\sum_{o=1}^{W_\text{out}} 1 = W_\text{out}$$",
            r"$$\sum_{o=1}^{W_\text{out}} 1 = W_\text{in}$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize("size", [r"W_\text{out}^2", r"W^2_\text{out}", r"W_{\mathrm{out}}^{2}"])
def test_a_power_of_one(size: str) -> None:
    page = FILTERS + rf"$$R = \frac{{1}}{{{size}}} E$$"
    line = r"$$\frac{\partial R}{\partial W_{oc}} = \frac{U_o X_c}{W_\text{out} W_\text{out}}$$"
    assert each_verdict(page, lines=[line, line.replace(r"{W_\text{out} W", "{W")]) == ["right", "wrong"]


def test_a_size_of_each_layer_stays_one() -> None:
    page = (
        '+++\nobjective = "E"\n[ranges]\n"l" = "1..L"\n+++\n'
        r"$$a^{(l)}_j = f(\sum_{k=1}^{n_{l-1}} w^{(l)}_{jk} a^{(l-1)}_k) \quad (1 \le j \le n_l, 1 \le l \le L)$$"
        r"$$a^{(0)}_j = x_j \quad (1 \le j \le n_0)$$"
        r"$$E = \frac12 \sum_{j=1}^{n_L} (a^{(L)}_j - t_j)^2 + \sum_{k=1}^{n_\text{in}} u_k^2$$"
    )
    right = r"$$\frac{\partial E}{\partial a^{(L)}_j} = a^{(L)}_j - t_j \quad (1 \le j \le n_L)$$"
    assert each_verdict(page, lines=[right, right.replace("- t_j", "+ t_j")]) == ["right", "wrong"]


def test_a_matrix_with_a_word_is_no_size() -> None:
    page = (
        r"$$y_k = \sum_{j=1}^{J} (W_{\text{out}})_{kj} h_j \quad (1 \le k \le K)$$ "
        r"$$E = \frac12 \sum_{k=1}^{K} y_k^2$$"
    )
    found = each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial h_j} = \sum_{k=1}^K y_k (W_{\text{out}})_{kj}$$",
            r"$$\frac{\partial E}{\partial h_j} = \sum_{k=1}^K y_k (W_{\text{out}})_{jk}$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
