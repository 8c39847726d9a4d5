r"""Indices in brackets behind names that have a subscript of their own, `A_l[r, 0] = f(Z_l[r, 0])`.

Each page is judged with a line that is right and one that is wrong; by hand: ordinary chain rule.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

COLUMNS = (
    '+++\nobjective = "C"\n[ranges]\n"l" = "1..L"\n"r" = "0..n_l-1"\n"c" = "0..n_{l-1}-1"\n+++\n'
    r"$$A_0[r, 0] = X[r, 0]$$ ( $r = 0, \dots, n_0-1$ )"
    r"$$Z_l[r, 0] = B_l[r, 0] + \sum_{k=0}^{n_{l-1}-1} W_l[r, k] A_{l-1}[k, 0], \quad A_l[r, 0] = f(Z_l [r, 0])$$"
    r"$$C = \sum_{r=0}^{n_L-1} (A_L[r, 0] - T[r, 0])^2$$"
)
VECTORS = (
    r"$$z_l[j] = \sum_{k=1}^{m} w_l[j, k] a_{l-1}[k] + b_l[j], \quad a_l[j] = f(z_l[j])$$ "
    r"( $l = 1, \dots, L$, $j = 1, \dots, m$ )"
    r"$$a_0[j] = x[j] \quad (j = 1, \dots, m), \quad E = \frac12 \sum_{j=1}^{m} (a_L[j] - y[j])^2$$"
)
ABOVE = (
    r"$$Z^{[l]}[i, n] = \sum_{j=1}^{m} W^{[l]}[i, j] A^{[l-1]}[j, n], \quad A^{[l]}[i, n] = f(Z^{[l]}[i, n])$$ "
    r"( $l = 1, \dots, L$, $i = 1, \dots, m$, $n = 1, \dots, N$ )"
    r"$$A^{[0]}[i, n] = X[i, n] \quad (i = 1, \dots, m, n = 1, \dots, N)$$"
    r"$$J = \frac{1}{N} \sum_{n=1}^N \sum_{i=1}^m (A^{[L]}[i, n] - Y[i, n])^2$$"
)
PATCHES = (
    '+++\nobjective = "E"\n[ranges]\n"i" = "0..M-1"\n"j" = "0..M-1"\n"u" = "0..N-1"\n"v" = "0..N-1"\n'
    '"a" = "0..K-1"\n"b" = "0..K-1"\n+++\n'
    r"$$S[i, j] = \sum_{a=0}^{K-1} \sum_{b=0}^{K-1} F[a, b] X[(i + a), (j + b)]$$"
    r"$$E = \frac12 \sum_{i=0}^{M-1} \sum_{j=0}^{M-1} (S[i, j] - T[i, j])^2$$ Here $v$ and $u$ number pixels."
)
PAGES = {
    "sums in parentheses": (
        PATCHES,
        r"\frac{\partial E}{\partial F[a, b]} = \sum_{i=0}^{M-1} \sum_{j=0}^{M-1}"
        r" \frac{\partial E}{\partial S[i, j]} X[(i + a), (j + b)]",
        r"\frac{\partial E}{\partial F[a, b]} = \sum_{i=0}^{M-1} \sum_{j=0}^{M-1}"
        r" \frac{\partial E}{\partial S[i, j]} X[(i + b), (j + a)]",
    ),
    "columns, layers below": (
        COLUMNS,
        r"\frac{\partial C}{\partial W_l[r, c]} = \frac{\partial C}{\partial A_l[r, 0]} f'(Z_l [r, 0]) A_{l-1}[c, 0]",
        r"\frac{\partial C}{\partial W_l[r, c]} = \frac{\partial C}{\partial A_l[r, 0]} f'(Z_l [r, 0]) A_l[c, 0]",
    ),
    "one index beside two": (
        VECTORS,
        r"\frac{\partial E}{\partial w_l[j, k]} = \frac{\partial E}{\partial z_l[j]} a_{l-1}[k]",
        r"\frac{\partial E}{\partial w_l[j, k]} = \frac{\partial E}{\partial z_l[j]} a_l[k]",
    ),
    "layers above": (
        ABOVE,
        r"\frac{\partial J}{\partial W^{[l]}[i, j]} = \sum_{n=1}^N"
        r" \frac{\partial J}{\partial Z^{[l]}[i, n]} A^{[l-1]}[j, n]",
        r"\frac{\partial J}{\partial W^{[l]}[i, j]} = \sum_{n=1}^N"
        r" \frac{\partial J}{\partial Z^{[l]}[i, n]} A^{[l]}[j, n]",
    ),
    "squares of entries": (
        r"$$R = \frac12 \sum_{i=1}^m \sum_{j=1}^n W_1[i, j]^2 V_1[i, j]$$",
        r"\frac{\partial R}{\partial W_1[i, j]} = W_1[i, j] V_1[i, j]",
        r"\frac{\partial R}{\partial V_1[i, j]} = W_1[i, j]^2",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_indices_in_brackets(name: str) -> None:
    page, right, wrong = PAGES[name]
    assert each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


def test_a_letter_that_a_sentence_names_is_an_index() -> None:
    line = r"$$\frac{\partial E}{\partial X[u, v]} = \sum_{i=\max(0,u-K+1)}^{\min(u,M-1)}"
    line += r" \sum_{j=\max(0,v-K+1)}^{\min(v,M-1)} (S[i, j] - T[i, j]) F[(u - i), (v - j)]$$"
    assert each_verdict(PATCHES, lines=[line, line.replace("(u - i), (v - j)", "(v - j), (u - i)")]) == [
        "right",
        "wrong",
    ]


def test_a_product_in_parentheses_is_a_value() -> None:
    page = r"$$E = \sum_{i=1}^m \sum_{j=1}^n W[i, j] k[a_i, (x y)]$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial x} = 0$$") != "right"


def test_a_second_derivative_by_an_entry() -> None:
    ends = r" ( $r = 0, \dots, n_L-1$ )"
    assert each_verdict(
        COLUMNS,
        lines=[
            r"$$\frac{\partial^2 C}{\partial A_L[r, 0]^2} = 2$$" + ends,
            r"$$\frac{\partial^2 C}{\partial A_L[r, 0]^2} = 1$$" + ends,
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        # a product with a difference, beside entries
        (r"$$E = \sum_{n=1}^N \sum_{k=1}^N w[n, k] c_k [n - k]$$", r"c_k [n - k] = -c_k [k - n]"),
        # as many things do not stand in both brackets
        (r"$$E = \sum_{i=1}^n (A_1[i, 0] - A_1[i])^2$$", r"\frac{\partial E}{\partial A_1[i]} = 2 A_1[i]"),
    ],
)
def test_what_may_be_something_else_is_not_judged_as_entries(page: str, line: str) -> None:
    found = {str(c.judgement) for c in check(f"{page}\n\n$${line}$$\n").claims}
    assert not found & {"right", "wrong"}


def test_a_function_of_two_values_in_brackets_stays_one() -> None:
    page = r"$$E = \sum_{i=1}^n k[x_i, y]$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial y} = 0$$") == "wrong"
    second = r"$$h = \sum_{i=1}^n g(x_i)^2$$"
    assert verdict(second, r"$$\frac{\partial^2 h}{\partial g(x_i)^2} = 1$$") != "right"


def test_a_factor_in_brackets_stays_a_factor() -> None:
    page = r"$$E = \sum_{i=1}^m \sum_{j=1}^n u_i [a_j + b_j] \quad R = \sum_{i=1}^m \sum_{j=1}^n W_1[i, j] u_i$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a_j} = \sum_{i=1}^m u_i$$",
            r"$$\frac{\partial R}{\partial W_1[i, j]} = u_i$$",
            r"$$\frac{\partial E}{\partial a_j} = \sum_{i=1}^m u_i a_j$$",
        ],
    ) == ["right", "right", "wrong"]
