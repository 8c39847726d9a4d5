"""What stands on the board: final formulas and single lines of networks as textbooks print them, and that they hold."""

from __future__ import annotations

import subprocess
import sys

import pytest

from symderiv.api import read_network
from symderiv.check.page import check
from symderiv.derive import derive
from symderiv.load import goals
from symderiv.render import RENDERERS
from symderiv.render.plain import plain
from symderiv.step import Derivation
from symderiv.verify import verify

SOFTMAX = r"""
$$a_{nk} = \sum_{j=1}^{J} w_{kj} x_{nj} + b_k, \quad y_{nk} = \frac{\exp(a_{nk})}{\sum_{l=1}^{K} \exp(a_{nl})}$$
$$E = -\frac1N \sum_{n=1}^{N} \sum_{k=1}^{K} t_{nk} \log y_{nk}$$
We have $\sum_{k=1}^{K} t_{nk} = 1$.
"""
POOLING = r"""
$$y_i = \sum_{a=1}^{A} k_a x_{i+a-1}$$ ( $1 \le i \le 2 P$ )
$$h_i = \tanh(y_i)$$
$$s_p = \frac12 (h_{2p-1} + h_{2p})$$ ( $1 \le p \le P$ )
$$E = \frac12 \sum_{p=1}^{P} (s_p - t_p)^2$$
"""
HIGHWAY = r"""
$$a_i = \sum_{j=1}^{n} W_{ij} x_j \quad c_i = \sum_{j=1}^{n} V_{ij} x_j \quad H_i = \tanh(a_i) \quad T_i = \sigma(c_i)$$
$$y_i = T_i H_i + (1 - T_i) x_i$$
"""
DILATED = r"""
$$y_i = \sum_{a=1}^{A} k_a x_{i + 3 a - 3}$$ ( $1 \le i \le N$ )
$$o_i = f(y_i)$$
"""
CIRCULANT = r"""
$$y_i = \sum_{j=1}^{i} c_{i-j+1} x_j + \sum_{j=i+1}^{N} c_{N+i-j+1} x_j$$ ( $1 \le i \le N$ )
$$E = \frac12 \sum_{i=1}^{N} (f(y_i) - t_i)^2$$
"""
TIED_BATCH = r"""
$$w^{(1)}_{i,j} = w^{(2)}_{j,i} = w_{j,i}$$
$$h_{n,i} = f(a_{n,i}), \quad a_{n,i} = \sum_{j=1}^{J} w^{(1)}_{i,j} x_{n,j}$$ ( $1 \le n \le N$, $1 \le i \le I$ )
$$o_{n,j} = \sum_{i=1}^{I} w^{(2)}_{j,i} h_{n,i}$$ ( $1 \le n \le N$, $1 \le j \le J$ )
$$E = \frac12 \sum_{n=1}^{N} \sum_{j=1}^{J} (o_{n,j} - x_{n,j})^2$$
"""
FEATURES = r"""
$$y = \sum_{i=1}^{n} c_i x_i^2 + \sum_{i=1}^{n} d_i x_i$$
$$E = \frac12 (y - t)^2$$
"""

LAYER_NORM = r"""
$$\mu = \frac1N \sum_{i=1}^{N} x_i, \quad v = \frac1N \sum_{i=1}^{N} (x_i - \mu)^2$$
$$z_i = \frac{x_i - \mu}{\sqrt{v + \epsilon}}, \quad y_i = \gamma_i z_i + \beta_i$$
"""
NORMAL = r"""
$$L = \frac{N}{2} \log(s) + \frac{1}{2 s} \sum_{n=1}^{N} (x_n - m)^2$$
"""
FACTORS = r"""
$$p_{u,i} = \sum_{k=1}^{K} a_{u,k} q_{i,k}$$
$$L = \sum_{u=1}^{U} \sum_{i=1}^{I} (r_{u,i} - p_{u,i})^2 + c \sum_{u=1}^{U} \sum_{k=1}^{K} a_{u,k}^2$$
"""
SQUASH = r"""
$$n = \sum_{d=1}^{D} s_d^2, \quad v_d = \frac{n}{1 + n} \frac{s_d}{\sqrt{n}}$$
"""

RESULTS = [
    (
        LAYER_NORM,
        "x_i",
        "(∂E/∂y_i * γ_i)/√(v + ε) - 1/(N √(v + ε)) * Σ_{k=1..N} ∂E/∂y_k * γ_k"
        " - 1/(N √(v + ε)) * Σ_{k=1..N} ∂E/∂y_k * γ_k z_k z_i",
    ),
    (NORMAL, "m", "-1/s * Σ_{n=1..N} (x_n - m)"),
    (FACTORS, "a_{u,k}", "-2 Σ_{i=1..I} (r_{u,i} - p_{u,i}) q_{i,k} + 2 c a_{u,k}"),
    (SOFTMAX, "w_{kj}", "1/N * Σ_{n=1..N} (y_{nk} - t_{nk}) x_{nj}"),
    (SOFTMAX, "b_k", "1/N * Σ_{n=1..N} (y_{nk} - t_{nk})"),
    (
        POOLING,
        "k_a",
        "1/2 * Σ_{p=1..P} (s_p - t_p) (1 - h_{2p-1}^2) x_{2p+a-2}"
        " + 1/2 * Σ_{p=1..P} (s_p - t_p) (1 - h_{2p}^2) x_{2p+a-1}",
    ),
    (HIGHWAY, "V_{ij}", "∂E/∂y_i * (H_i - x_i) T_i (1 - T_i) x_j"),
    (DILATED, "x_m", "Σ_{a=1..A, m - N + 3 <= 3a <= m + 2} ∂E/∂o_{m-3a+3} * f'(y_{m-3a+3}) k_a"),
    (FEATURES, "c_i", "(y - t) x_i^2"),
]

SHIFTED = r"""
$$w^{(1)}_{i,j} = w_{j,i}, \quad w^{(3)}_{k,l} = w_{k+1,l}$$
$$a_i = \sum_{j=1}^{J+1} w^{(1)}_{i,j} x_j \quad h_i = f(a_i)$$ ( $1 \le i \le I$ )
$$c_k = \sum_{i=1}^{I} w^{(3)}_{k,i} h_i$$ ( $1 \le k \le J$ )
"""

LINES = [
    # a copy at shifted indices is named as well
    (SHIFTED, "w_{j,i}", "For j >= 2, also w^(3)_{j-1,i} = w_{j,i}"),
    # two sums over parts of one range use one letter
    (CIRCULANT, "c_m", "+ Σ_{i=1..m-1} (f(y_i) - t_i) f'(y_i) x_{N+i-m+1}"),
    # the chain rule sums over those indices alone that the weight leaves open
    (SOFTMAX, "w_{kj}", "∂E/∂w_{kj} = Σ_{n=1..N} ∂E/∂a_{nk} * ∂a_{nk}/∂w_{kj} ← chain rule"),
    (TIED_BATCH, "w_{j,i}", "Σ_{n=1..N} ∂E/∂o_{n,j} * ∂o_{n,j}/∂w_{j,i} ← chain rule?"),
    (TIED_BATCH, "w_{j,i}", "(Not only o_{n,j} of node j: the others depend on w^(1)_{i,j} = w_{j,i}, too!)"),
    # values under conditions that exclude each other are cases
    (POOLING, "k_a", "{ 1/2 (i = 2p - 1) ; 1/2 (i = 2p) ; 0 otherwise }"),
    (CIRCULANT, "c_m", "{ x_{i-m+1} (i >= m) ; x_{N+i-m+1} otherwise }"),
    (SOFTMAX, "w_{kj}", "= y_{nk} (1 - y_{nk})"),
    # a sum that is 0 goes
    (LAYER_NORM, "x_i", "= 2/N * (x_i - μ - ∂μ/∂x_i * Σ_{k=1..N} (x_k - μ)) = 2/N * (x_i - μ)"),
    # roots are joined with what they are roots of
    (SQUASH, "s_d", "√n/(1 + n)"),
    (HIGHWAY, "x_j", "For i = j, T_i, H_i and x_i all depend on x_j"),
]


def derived(page: str, wrt: str) -> Derivation:
    system = read_network(f"+++\nwrt = '{wrt}'\n+++\n{page}").system
    (goal,) = goals(system)
    return derive(system, goal)


@pytest.mark.parametrize(("page", "wrt", "formula"), RESULTS, ids=[f"{n}" for n in range(len(RESULTS))])
def test_the_final_formula(page: str, wrt: str, formula: str) -> None:
    derivation = derived(page, wrt)
    text = RENDERERS["text"](derivation, "en")
    said = " ".join(text.split())
    assert f"= {formula}" in said
    assert verify(derivation).passed
    printed = RENDERERS["markdown"](derivation, "en")
    assert check(printed).verdict == "right"


@pytest.mark.parametrize(("page", "wrt", "line"), LINES, ids=[f"{n}" for n in range(len(LINES))])
def test_a_line_on_the_way(page: str, wrt: str, line: str) -> None:
    derivation = derived(page, wrt)
    assert line in " ".join(RENDERERS["text"](derivation, "en").split())
    assert verify(derivation).passed


def test_a_number_is_not_said_to_be_independent() -> None:
    text = RENDERERS["text"](derived("$$s = \\sum_{i=1}^N x_i y_i$$ $$E = 1 - s$$", "x_i"), "en")
    assert "1 does not depend" not in text


def test_an_entry_before_the_last_says_how_large_the_size_must_be() -> None:
    """`y^{(T-1)}` does not exist for T = 1."""
    page = r"""
$$h_i^{(t)} = \tanh\left(\sum_{j=1}^{H} U_{ij} h_j^{(t-1)} + \sum_{j=1}^{H} S_{ij} h_j^{(t-2)}\right)$$
( $1 \le t \le T$, $1 \le i \le H$ )
$$h_i^{(0)} = 0, \quad h_i^{(-1)} = 0$$
$$E = \frac12 \sum_{t=1}^{T} \sum_{i=1}^{H} (h_i^{(t)} - y_i^{(t)})^2$$
"""
    derivation = derived(page, "U_{ij}")
    assert "(T >= 2)" in RENDERERS["text"](derivation, "en")
    assert check(RENDERERS["markdown"](derivation, "ja")).verdict == "right"


def test_gates_are_labels_though_they_name_variables() -> None:
    """`W^{z}` beside `W`, of a network with gates `z_i^{(t)}`: no power, since `z` always carries indices."""
    page = r"""
$$z_i^{(t)} = \sigma\left(\sum_{k=1}^{K} W^{z}_{ik} x_k^{(t)} + \sum_{j=1}^{H} U^{z}_{ij} h_j^{(t-1)}\right)$$
$$g_i^{(t)} = \tanh\left(\sum_{k=1}^{K} W_{ik} x_k^{(t)} + \sum_{j=1}^{H} U_{ij} h_j^{(t-1)}\right)$$
$$h_i^{(t)} = (1 - z_i^{(t)}) h_i^{(t-1)} + z_i^{(t)} g_i^{(t)}, \quad h_i^{(0)} = 0$$
$$E = \frac12 \sum_{t=1}^{T} \sum_{i=1}^{H} (h_i^{(t)} - y_i^{(t)})^2$$
"""
    derivation = derived(page, "U^{z}_{ij}")
    assert "∂E/∂U^z_{ij} = Σ_{t=1..T} ∂E/∂z_i^(t) * z_i^(t) (1 - z_i^(t)) h_j^(t-1)" in RENDERERS["text"](
        derivation, "en"
    )
    assert check(RENDERERS["markdown"](derivation, "en")).verdict == "right"


def test_a_value_and_its_condition_are_no_product() -> None:
    assert (
        plain(r"\begin{cases} \frac{1}{2} & (i = p) \\ 0 & \text{otherwise} \end{cases}")
        == "{ 1/2 (i = p) ; 0 otherwise }"
    )


def test_the_package_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "symderiv", "list"], capture_output=True, text=True, check=True)
    assert "tied_autoencoder" in done.stdout
