r"""One index in brackets behind entries, `x_n[2i + k]`, and arrays that several indices number, `(w_{c,n})_{k,l}`.

By hand: `\partial E/\partial w_{c,n}[k] = \sum_i \delta_c[i] x_n[2i + k]`
for `y_c[i] = \sum_{n,k} w_{c,n}[k] x_n[2i + k]`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

RANGES = (
    '+++\nobjective = "E"\noutside = "zero"\n[ranges]\n"i" = "0..M-1"\n"j" = "0..N-1"\n"l" = "0..M-1"\n"k" = "0..K-1"\n'
    '"h" = "0..K-1"\n"n" = "0..I-1"\n"c" = "0..C-1"\n+++\n'
)
STRIDED = RANGES + (
    r"$$ y_c[i] = b_c + \sum_{n=0}^{I-1} \sum_{k=0}^{K-1} w_{c,n}[k] \cdot x_n[2i+k-1] $$"
    r"$$ E = \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} q_c[i] \cdot y_c[i]^2 $$"
)
LINES = {
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[2i+k-1]": "right",
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[i+k-1]": "wrong",
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[2i+k-1]": "wrong",
    r"\frac{\partial y_c[i]}{\partial x_n[j]} = \sum_{k=0}^{K-1} w_{c,n}[k] \cdot \mathbb{1}(j = 2i+k-1)": "right",
    r"\frac{\partial y_c[i]}{\partial x_n[j]} = \sum_{k=0}^{K-1} w_{c,n}[k] \cdot \mathbb{1}(j = i+k-1)": "wrong",
    r"\frac{\partial E}{\partial b_c} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i]": "right",
    r"\frac{\partial E}{\partial b_c} = \sum_{i=0}^{M-1} q_c[i] y_c[i]": "wrong",
}
PLANES = RANGES + (
    r"$$ y_c[i,l] = \sum_{n=0}^{I-1} \sum_{k=0}^{K-1} \sum_{h=0}^{K-1} w_{c,n}[k,h] \cdot x_n[i+k,l+h] $$"
    r"$$ E = \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} \sum_{l=0}^{M-1} q_c[i,l] y_c[i,l]^2 $$"
)
BY_PLANE = (
    r"\frac{\partial E}{\partial w_{c,n}[k,h]} ="
    r" 2 \sum_{i=0}^{M-1} \sum_{l=0}^{M-1} q_c[i,l] y_c[i,l] x_n[i+k,l+h]"
)
FILTER = RANGES + (
    r"$$ y[i] = \sum_{k=0}^{K-1} w[k] x[i-k] $$ $$ E = \frac12 \sum_{i=0}^{M-1} (y[i] - t[i])^2 $$"
    r"$$ \frac{\partial E}{\partial w[k]} = \sum_{i=0}^{M-1} (y[i] - t[i]) x[i-k] $$"
)


@pytest.mark.parametrize("line", LINES)
def test_one_index(line: str) -> None:
    assert verdict(STRIDED, f"$$ {line} $$") == LINES[line]


def test_several_numbers_before_several_indices() -> None:
    assert verdict(PLANES, f"$$ {BY_PLANE} $$") == "right"
    slips = (("x_n[i+k,l+h]", "x_n[i+h,l+k]"), ("y_c[i,l] x", "y_n[i,l] x"), (" = 2", r" = 2 \sum_{c=0}^{C-1}"))
    for typed, slip in slips:
        assert verdict(PLANES, f"$$ {BY_PLANE.replace(typed, slip)} $$") == "wrong"


def test_such_entries_in_parentheses() -> None:
    page = r"$$ E = \sum_{c=1}^{C} \sum_{n=1}^{I} \sum_{k=1}^{K} q_{ck} x_{nk} (w_{c,n})_{k} $$"
    line = r"$$ \frac{\partial E}{\partial (w_{c,n})_{k}} = q_{ck} x_{nk} $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("= q", r"= \sum_{c=1}^{C} q")) == "wrong"


def test_a_label_in_parentheses_stays_one() -> None:
    page = r"$$ s_i = \sum_{j=1}^m (W_{hx})_{ij} x_j, \quad h_i = \tanh(s_i), E = \frac12 \sum_{i=1}^n (h_i - t_i)^2 $$"
    line = r"$$ \frac{\partial E}{\partial (W_{hx})_{ij}} = (h_i - t_i) (1 - h_i^2) x_j $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("x_j", "x_i")) == "wrong"


def test_a_filter() -> None:
    line = r"$$ \frac{\partial E}{\partial w[k]} = \sum_{i=0}^{M-1} (y[i] - t[i]) x[i-k] $$"
    assert verdict(FILTER, line) == "right"
    assert verdict(FILTER, line.replace("x[i-k]", "x[i+k]")) == "wrong"


def test_a_bracket_behind_a_number_stays_a_factor() -> None:
    page = r"$$ y[n] = a [n + 1] + b x[n] $$ $$ E = \frac12 \sum_{n=1}^{N} (y[n] - t[n])^2 $$"
    line = r"$$ \frac{\partial E}{\partial a} = \sum_{n=1}^{N} (y[n] - t[n]) %s $$"
    assert verdict(page, line % "(n + 1)") != "wrong"
    assert verdict(page, line % "n") != "right"


LOGISTIC = r"\sigma(x) = \frac{1}{1+e^{-x}}"
GATED = (
    '+++\nobjective = "E"\noutside = "zero"\n[ranges]\n"n" = "0..N-1"\n"m" = "0..N-1"\n"k" = "0..K-1"\n+++\n'
    r"$$ %s $$ $$ v[n] = \sum_{k=0}^{K-1} b[k] x[n-2k] $$ $$ y[n] = x[n] + r \tanh(u[n]) \sigma(v[n]) $$"
    r"$$ e[n] = y[n] - t[n] $$ $$ E = \frac{1}{2} \sum_{n=0}^{N-1} e[n]^2 $$"
)
GATES = {
    r"\frac{\partial E}{\partial v[n]} = r e[n] \tanh(u[n]) \sigma(v[n]) (1 - \sigma(v[n]))": "right",
    r"\frac{\partial E}{\partial v[n]} = r e[n] \tanh(u[n]) \sigma(v[n]) (1 + \sigma(v[n]))": "wrong",
    r"\frac{\partial E}{\partial b[k]} = \sum_{n=0}^{N-1} \frac{\partial E}{\partial v[n]} x[n-2k]": "right",
    r"\frac{\partial E}{\partial b[k]} = \sum_{n=0}^{N-1} \frac{\partial E}{\partial v[n]} x[n-k]": "wrong",
    r"\frac{\partial E}{\partial x[m]} = e[m] + \sum_{k=0}^{K-1} \frac{\partial E}{\partial v[m+2k]} b[k]": "right",
    r"\frac{\partial E}{\partial x[m]} = e[m] + \sum_{k=0}^{K-1} \frac{\partial E}{\partial v[m-2k]} b[k]": "wrong",
}


@pytest.mark.parametrize("line", GATES)
@pytest.mark.parametrize(
    "function",
    [
        LOGISTIC,
        LOGISTIC.replace("x", "v"),  # the letter of a value
        LOGISTIC + r", \quad \frac{d \sigma(x)}{d x} = \sigma(x) (1 - \sigma(x)), \quad \tanh'(u) = 1 - \tanh^2(u)",
    ],
)
def test_letters_of_any_argument_beside_entries(function: str, line: str) -> None:
    assert verdict(GATED % function, f"$$ {line} $$") == GATES[line]


@pytest.mark.parametrize(
    ("typed", "whole"), [("$$ E = ", "$$ E(w) = "), ("$$ y[i]", r"Let $w \in \mathbb{R}^K$. $$ y[i]")]
)
def test_wholes_beside_entries(typed: str, whole: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w[k]} = \sum_{i=0}^{M-1} (y[i] - t[i]) x[i-k] $$"
    assert verdict(FILTER.replace(typed, whole), line) == "right"
    assert verdict(FILTER.replace(typed, whole), line.replace("x[i-k]", "x[i+k]")) == "wrong"


@pytest.mark.parametrize("power", ["e^2", "e^{-1}", "e"])
def test_an_error_without_its_index_is_no_exponential(power: str) -> None:
    page = (GATED % LOGISTIC).replace("e[n]^2", power)
    line = r"$$ \frac{\partial E}{\partial v[n]} = r e[n] \tanh(u[n]) \sigma(v[n]) (1 - \sigma(v[n])) $$"
    assert verdict(page, line) not in ("right", "wrong")
    assert verdict(page, r"$$ \frac{\partial E}{\partial v[n]} = 0 $$") not in ("right", "wrong")
