r"""Sums over all states of binary units, against a plain enumeration."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from symderiv.affine import Sym, affine
from symderiv.evaluate.all_states import States
from symderiv.expr import Variable
from symderiv.read import read_document

from .judging import check

N, DATA = 3, 4
rng = np.random.default_rng(5)
X = np.array(list(product([0.0, 1.0], repeat=N)))
SEEN = X[rng.integers(0, len(X), DATA)]
B = rng.normal(size=N)


def phi(b: np.ndarray, x: np.ndarray) -> np.ndarray:
    return -x @ b


def log_z(b: np.ndarray) -> float:
    return float(np.log(np.exp(-phi(b, X)).sum()))


def log_l(b: np.ndarray) -> float:
    return float(-phi(b, SEEN).sum() - DATA * log_z(b))


def slope(f: Callable[[np.ndarray], float]) -> np.ndarray:
    step = np.eye(N) * 1e-5
    return np.array([(f(B + s) - f(B - s)) / 2e-5 for s in step])


E = np.exp(-phi(B, X))
P = E / E.sum()
MEAN = P @ X

NETWORK = r"""
$x_i$ is 0 or 1, and $\sum_{\mathbf{x}}$ runs over all states $\mathbf{x} = (x_1, \dots, x_n)$. The data are
$\mathbf{x}^{(1)}, \dots, \mathbf{x}^{(N)}$.

$$\Phi(\mathbf{x}) = -\sum_{i=1}^n b_i x_i, \quad Z = \sum_{\mathbf{x}} \exp(-\Phi(\mathbf{x}))$$

$$p(\mathbf{x}) = \frac{1}{Z} \exp(-\Phi(\mathbf{x})) \quad L = \prod_{k=1}^N p(\mathbf{x}^{(k)})$$

"""
LINES = [
    (r"\frac{\partial \log Z}{\partial b_i} = \sum_{\mathbf{x}} x_i p(\mathbf{x})", slope(log_z), MEAN),
    (r"\frac{\partial \log Z}{\partial b_i} = -\sum_{\mathbf{x}} x_i p(\mathbf{x})", slope(log_z), -MEAN),
    (r"\frac{\partial \log Z}{\partial b_i} = \sum_{\mathbf{x}} x_i \exp(-\Phi(\mathbf{x}))", slope(log_z), E @ X),
    (r"\sum_{\mathbf{x}} p(\mathbf{x}) = 1", P.sum(), 1),
    (r"\sum_{\mathbf{x}} p(\mathbf{x}) x_i^2 = \sum_{\mathbf{x}} p(\mathbf{x}) x_i", P @ X**2, MEAN),
    (r"Z = \prod_{i=1}^n (1 + e^{b_i})", E.sum(), np.prod(1 + np.exp(B))),
    (r"Z = \prod_{i=1}^n (1 - e^{b_i})", E.sum(), np.prod(1 - np.exp(B))),
    (r"\sum_{\mathbf{x}} p(\mathbf{x}) x_i = \frac{1}{1 + e^{-b_i}}", MEAN, 1 / (1 + np.exp(-B))),
    (r"\log L = -\sum_{k=1}^N \Phi(\mathbf{x}^{(k)}) - N \log Z", log_l(B), B @ SEEN.sum(0) - DATA * log_z(B)),
    (r"\log L = -\sum_{k=1}^N \Phi(\mathbf{x}^{(k)}) - \log Z", log_l(B), B @ SEEN.sum(0) - log_z(B)),
    (
        r"\frac{\partial \log L}{\partial b_i} = \sum_{k=1}^N x_i^{(k)} - N \sum_{\mathbf{x}} p(\mathbf{x}) x_i",
        slope(log_l),
        SEEN.sum(0) - DATA * MEAN,
    ),
    (
        r"\frac{\partial \log L}{\partial b_i} = \sum_{k=1}^N x_i^{(k)} - N \sum_{\mathbf{x}} x_i",
        slope(log_l),
        SEEN.sum(0) - DATA * X.sum(0),
    ),
]


@pytest.mark.parametrize(("line", "left", "right"), LINES, ids=[x[0] for x in LINES])
def test_lines_are_judged_as_an_enumeration_says(line: str, left: np.ndarray, right: np.ndarray) -> None:
    verdict = check(f"{NETWORK}\n$${line}$$\n").verdict
    wanted = "right" if np.allclose(left, right, rtol=1e-6, atol=1e-8) else "wrong"
    assert verdict == wanted


def test_the_rows_are_all_states() -> None:
    states = States(Variable("x_{#,#}"), Sym("S"), affine("n"), (-1, 1))  # type: ignore[arg-type]
    rows = {tuple(states.entry(r, c) for c in range(1, 5)) for r in range(1, 17)}
    assert rows == set(product([-1, 1], repeat=4))


MODEL = r"""
$$E(v, h) = -\sum_{i=1}^n b_i v_i - \sum_{j=1}^m c_j h_j - \sum_{i=1}^n \sum_{j=1}^m v_i w_{ij} h_j$$
$$p(v, h) = \frac{e^{-E(v,h)}}{Z}, \qquad Z = \sum_{v,h} e^{-E(v,h)}$$
$$p(v) = \sum_h p(v, h) \qquad p(h | v) = \frac{p(v, h)}{p(v)}$$
"""
MARGINALS = [
    (r"\frac{\partial \log p(v)}{\partial w_{ij}} = \sum_h p(h | v) v_i h_j - \sum_{v,h} p(v,h) v_i h_j", "right"),
    (r"\frac{\partial \log p(v)}{\partial w_{ij}} = \sum_h p(h | v) v_i h_j - \sum_{v,h} p(h | v) v_i h_j", "wrong"),
    (r"\frac{\partial \log p(v)}{\partial b_i} = v_i - \sum_v p(v) v_i", "right"),
    (r"\frac{\partial \log p(v)}{\partial b_i} = v_i - p(v) v_i", "wrong"),
]


@pytest.mark.parametrize(("line", "verdict"), MARGINALS)
def test_functions_of_several_states_of_one_letter(line: str, verdict: str) -> None:
    page = rf"All units are binary. {MODEL} $${line}$$"
    assert check(page).verdict == verdict
    said_nothing = check(page.replace("All units are binary.", ""))  # any values: nothing can be refuted
    assert said_nothing.verdict == ("right" if verdict == "right" else "unproved")


GIBBS = r"""
The $n$ binary units are 0 or 1.
$$E = -\sum_{i=1}^n \theta_i x_i \qquad Z = \sum_x e^{-E}$$
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial \ln Z}{\partial \theta_i} = \frac{1}{Z} \sum_x x_i e^{-E}", "right"),
        (r"\frac{\partial \ln Z}{\partial \theta_i} = \sum_x x_i e^{-E}", "wrong"),
        (r"\frac{\partial E}{\partial \theta_i} = -x_i", "right"),
        (r"\frac{\partial \ln Z}{\partial \theta_i} = x_i", "wrong"),
        (r"\frac{\partial Z}{\partial x_i} = 0", "unreadable"),  # the sum is over all of its values
    ],
)
def test_an_energy_that_does_not_show_its_state(line: str, verdict: str) -> None:
    assert check(rf"{GIBBS} $${line}$$").verdict == verdict


SPINS = r"""
Let $\mathbf{s} \in \{-1, 1\}^n$ be the state of $n$ spins.
$$P(\mathbf{s}) = \frac{e^{-E(\mathbf{s})}}{Z}, \quad Z = \sum_{\mathbf{s}'} e^{-E(\mathbf{s}')}, \quad
E(\mathbf{s}) = -\sum_{i<j} J_{ij} s_i s_j - \sum_{i=1}^n h_i s_i$$
$$\ell = \frac{1}{M} \sum_{m=1}^M \log P(\mathbf{s}^{(m)})$$
$$\langle s_i s_j \rangle_{d} = \frac{1}{M} \sum_{m=1}^M s_i^{(m)} s_j^{(m)}, \quad
\langle s_i s_j \rangle_{m} = \sum_{\mathbf{s}} P(\mathbf{s}) s_i s_j$$
"""
BY_J = r"\frac{\partial \ell}{\partial J_{ij}}"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (BY_J + r" = \langle s_i s_j \rangle_d - \langle s_i s_j \rangle_m \quad (i < j)", "right"),
        (BY_J + r" = \langle s_i s_j \rangle_m - \langle s_i s_j \rangle_d \quad (i < j)", "wrong"),
        (BY_J + r" = \langle s_i s_j \rangle_d - \langle s_i s_j \rangle \quad (i < j)", "unreadable"),
        (r"\sum_{\mathbf{s}} P(\mathbf{s}) s_i^2 = 1", "right"),
        (r"\sum_{\mathbf{s}} P(\mathbf{s}) s_i = 0", "wrong"),
    ],
)
def test_averages_are_names_where_the_page_says_what_they_are(line: str, verdict: str) -> None:
    assert check(rf"{SPINS} $${line}$$").verdict == verdict


@pytest.mark.parametrize(
    "words", ["exactly one of them is 1.", "The units take the values 0 or 1; elsewhere $\\pm 1$.", ""]
)
def test_where_not_all_states_may_count_nothing_is_refuted(words: str) -> None:
    line = r"\frac{\partial \log Z}{\partial b_i} = 2 \sum_{\mathbf{x}} x_i p(\mathbf{x})"
    page = NETWORK.replace("$x_i$ is 0 or 1, and", words)
    assert check(f"{page} $${line}$$").verdict == "unproved"


@pytest.mark.parametrize(
    "page",
    [
        r"$$C = \sum_x \sum_j (y_j - x_j)^2$$",  # no exponential, no set: nothing says that these are states
        r"$$Z = \sum_{i=1}^n e^{x_i} \quad y = \sum_{i} i_1$$",
        r"$$Z = \sum_k e^{a_k} \quad b = \sum_k k_i w_{k}$$",  # it numbers things
        r"$$Z(x) = \sum_y e^{f(x, y)} \quad L = \sum_i f(x_i, y_i)$$",  # `y_i` is one y
    ],
)
def test_other_sums_are_left_as_they_are(page: str) -> None:
    reading = read_document(page)
    assert all("#" not in s.name for s in reading.draft.sizes)
    assert r"\#" not in str(reading.draft.definitions)


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial \log p(v)}{\partial b_i} = v_i - \sum_{v,h} p(v,h) v_i",  # nothing says what `p(v)` is
        r"p(h | v) = \prod_j p(h_j | v)",
        r"\sum_{v, v \ne v'} \sum_h p(v, h) = 1",
        r"\sum_{h_j \in \{0, 1\}} p(v, h) = 1",
    ],
)
def test_what_the_page_does_not_say_is_neither_right_nor_wrong(line: str) -> None:
    network = MODEL[: MODEL.index("$$p(v) =")]
    assert check(f"All units are binary. {network} $${line}$$").verdict in ("unreadable", "unproved")


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial w_{ij}} = -v_i h_j", "right"),
        (r"\frac{\partial E}{\partial w_{ij}} = -v_j h_i", "wrong"),
        (r"\sum_{v : v_i = 1} \sum_h p(v, h) = \sum_{v,h} v_i p(v,h)", "right"),
        (r"\sum_{v : v_i = 1} \sum_h p(v, h) = \sum_{v,h} (1 - v_i) p(v,h)", "wrong"),
    ],
)
def test_a_function_that_shows_its_states_elsewhere(line: str, verdict: str) -> None:
    assert check(f"All units are binary. {MODEL} $${line}$$").verdict == verdict


FREE_ENERGY = r"""
$$F(v) = -\log \sum_h e^{-E(v, h)}$$
$$E(v, h) = -\sum_{i=1}^n b_i v_i - \sum_{j=1}^m c_j h_j - \sum_{i=1}^n \sum_{j=1}^m v_i w_{ij} h_j$$
"""


@pytest.mark.parametrize(
    ("words", "line", "verdict"),
    [
        ("All units are binary.", r"\frac{\partial F(v)}{\partial b_i} = -v_i", "right"),
        ("All units are binary.", r"\frac{\partial F(v)}{\partial b_i} = -v_i^2", "right"),
        (
            "The hidden units are binary, the visible ones real.",
            r"\frac{\partial F(v)}{\partial b_i} = -v_i^2",
            "wrong",
        ),
        ("All units are binary.", r"\frac{\partial F(v)}{\partial b_i} = v_i", "wrong"),
        ("All units are binary.", r"F(v) = -\sum_i b_i v_i - \sum_j \log(1 + e^{c_j + \sum_i v_i w_{ij}})", "right"),
        ("All units are binary.", r"F(v) = -\sum_i b_i v_i - \sum_j \log(1 - e^{c_j + \sum_i v_i w_{ij}})", "wrong"),
    ],
)
def test_units_that_no_sum_runs_over(words: str, line: str, verdict: str) -> None:
    assert check(f"{words} {FREE_ENERGY} $${line}$$").verdict == verdict


TWO_KINDS = r"""
$v$ and $h$ are binary vectors, $v_i \in \{0,1\}$ and $h_j \in \{0,1\}$; sums over $v$ and $h$ run over all of them.

$$ F(v,h) = - \sum_{i=1}^n \sum_{j=1}^m u_{ij} v_i h_j - \sum_{i=1}^n r_i v_i - \sum_{j=1}^m s_j h_j, \quad
S = \sum_{v,h} e^{-F(v,h)} $$
$$ p(v,h) = \frac{e^{-F(v,h)}}{S}, \quad p(v) = \sum_h p(v,h), \quad p(h \mid v) = \frac{p(v,h)}{p(v)} $$
$$ q_j(v) = \frac{1}{1 + \exp(-s_j - \sum_{i=1}^n u_{ij} v_i)} \qquad L(v) = \log \sum_h e^{-F(v,h)} - \log S $$
"""
BY_U = r"\frac{\partial L(v)}{\partial u_{ij}} ="
BY_S = r"\frac{\partial L(v)}{\partial s_j} ="


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"- \sum_h p(h \mid v) \frac{\partial F(v,h)}{\partial u_{ij}} = q_j(v) v_i", "right"),
        (r"- \sum_h p(h \mid v) \frac{\partial F(v,h)}{\partial u_{ij}} = q_j(v) v_i + [j = 9]", "unproved"),
        (r"- \sum_h p(h \mid v) \frac{\partial F(v,h)}{\partial u_{ij}} = q_i(v) v_j", "wrong"),
        (r"- \sum_h p(h \mid v) \frac{\partial F(v,h)}{\partial u_{ij}} = q_j(v)", "wrong"),
        (BY_U + r"q_j(v) v_i - \sum_v p(v) q_j(v) v_i", "right"),
        (BY_U + r"q_j(v) v_i - \sum_v q_j(v) v_i", "wrong"),
        (BY_U + r"q_j(v) v_i - \sum_v p(v) q_j(v) v_i (1 - 10^{-40} v_i)", "unproved"),
        (BY_S + r"q_j(v) - \sum_v p(v) q_j(v)", "right"),
        (BY_S + r"q_j(v) - \sum_v p(v) q_j(v)^2", "wrong"),
        (BY_S + r"q_j(v) - \sum_v p(v) q_j(v) + [j = 9]", "unproved"),
    ],
)
def test_all_states_of_two_kinds_of_units(line: str, verdict: str) -> None:
    found = check(f"{TWO_KINDS} $${line}$$").verdict
    assert found == verdict or "unproved" == verdict != found != "right"
