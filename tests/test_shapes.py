r"""Pages in matrix notation that declare shapes: the verdict on each claim against gradients measured with NumPy.

What a claim is worth is not taken from the program: left sides are central differences of the network run forward,
right sides are computed as they are typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from symderiv.check.page import check
from symderiv.read import read_document

Values = dict[str, Any]
RNG = np.random.default_rng(11)


def slopes(f: Callable[[Values], float], values: Values, name: str) -> Any:
    """Central differences of a number by every entry of an array."""
    at = np.asarray(values[name], dtype=float)
    found = np.zeros_like(at)
    for index in np.ndindex(at.shape):
        step = np.zeros_like(at)
        step[index] = 1e-6
        found[index] = (f({**values, name: at + step}) - f({**values, name: at - step})) / 2e-6
    return found


def same(a: Any, b: Any) -> bool:
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-5, atol=1e-7))


def sigma(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


# ------------------------------------------------------------------------------------------------- two layers, columns

LAYERS = r"""
$W_1 \in \mathbb{R}^{m \times n}$, $W_2 \in \mathbb{R}^{k \times m}$, $b \in \mathbb{R}^m$, $x \in \mathbb{R}^n$,
$t \in \mathbb{R}^k$

$$ z = W_1 x + b, \quad h = \sigma(z), \quad y = W_2 h, \quad E = \frac{1}{2} \|y - t\|^2 $$
"""


def layers(v: Values) -> Values:
    z = v["W1"] @ v["x"] + v["b"]
    h = sigma(z)
    return {**v, "z": z, "h": h, "y": v["W2"] @ h, "s": h * (1 - h)}


def loss(v: Values) -> float:
    return float(0.5 * np.sum((layers(v)["y"] - v["t"]) ** 2))


V: Values = {n: RNG.normal(size=s) for n, s in (("W1", (3, 4)), ("W2", (2, 3)), ("b", 3), ("x", 4), ("t", 2))}
U = layers(V)
e = U["y"] - V["t"]
back = (V["W2"].T @ e) * U["s"]

LAYER_CLAIMS = [
    (r"\frac{\partial E}{\partial W_2} = (y - t) h^T", "W2", np.outer(e, U["h"])),
    (r"\nabla_{W_2} E = (t - y) h^\top", "W2", -np.outer(e, U["h"])),
    (r"\frac{\partial E}{\partial b} = W_2^T (y - t) \odot h \odot (1 - h)", "b", back),
    (r"\frac{\partial E}{\partial b} = \sigma'(z) \odot W_2^T (y - t)", "b", back),
    (r"\frac{\partial E}{\partial b} = W_2^T (y - t) \odot h", "b", (V["W2"].T @ e) * U["h"]),
    (r"\frac{\partial E}{\partial b} = \operatorname{diag}(h \odot (1 - h)) W_2^{\mathsf T} (y - t)", "b", back),
    (r"\nabla_{W_1} E = \left( W_2^\intercal (y - t) \odot \sigma'(z) \right) x^T", "W1", np.outer(back, V["x"])),
    (r"\nabla_{W_1} E = W_2^\intercal (y - t) x^T", "W1", np.outer(V["W2"].T @ e, V["x"])),
    (r"\frac{\partial E}{\partial x} = W_1^T \frac{\partial E}{\partial z}", "x", V["W1"].T @ back),
    (r"\frac{\partial E}{\partial x} = (y - t)^T W_2 \operatorname{diag}(\sigma'(z)) W_1", "x", V["W1"].T @ back),
    (r"\frac{\partial E}{\partial x} = W_1^T W_2^T (y - t)", "x", V["W1"].T @ V["W2"].T @ e),
    (r"\frac{\partial E}{\partial t} = -(y - t)", "t", -e),
]


@pytest.mark.parametrize(("claim", "by", "right"), LAYER_CLAIMS, ids=[c for c, _, _ in LAYER_CLAIMS])
def test_columns(claim: str, by: str, right: Any) -> None:
    true = same(slopes(loss, V, by), right)
    assert check(f"{LAYERS}\n$${claim}$$\n").verdict == ("right" if true else "wrong")


IDENTITIES = [
    (r"E = \frac12 (y - t)^T (y - t)", loss(V), 0.5 * e @ e),
    (r"E = \frac12 \langle y - t, y \rangle", loss(V), 0.5 * e @ U["y"]),
    (r"(W_2 W_1)^T = W_1^T W_2^T", (V["W2"] @ V["W1"]).T, V["W1"].T @ V["W2"].T),
    (r"\operatorname{tr}(x x^T) = \|x\|_2^2", np.trace(np.outer(V["x"], V["x"])), V["x"] @ V["x"]),
    (r"\|W_1\|_F^2 = \operatorname{tr}(W_1 W_1^T)", np.sum(V["W1"] ** 2), np.trace(V["W1"] @ V["W1"].T)),
    (r"\|W_1\|_F = \operatorname{tr}(W_1 W_1^T)", np.sum(V["W1"] ** 2) ** 0.5, np.trace(V["W1"] @ V["W1"].T)),
    (r"\|x\|_1^2 = x^T x", np.sum(np.abs(V["x"])) ** 2, V["x"] @ V["x"]),
    (r"\mathbf{1}^T y = \sum_{i=1}^{k} y_i", np.sum(U["y"]), np.sum(U["y"])),
    (r"\frac{\partial y}{\partial h} = W_2", V["W2"], V["W2"]),
    (r"\frac{\partial h}{\partial x} = \operatorname{diag}(\sigma'(z)) W_1", 0, 0),
    (r"\frac{\partial h}{\partial x} = \operatorname{diag}(h) W_1", 0, 1),
    (r"x^T I x = x^T x", 0, 0),
    (r"(W_1 x)_i = (W_1)_{i,:} x", 0, 0),
    (r"(W_1)_{i,:} x = b_i", 0, 1),
    (r"\frac{\partial E}{\partial (W_1)_{ij}} = \frac{\partial E}{\partial z_i} x_j", 0, 0),
    (r"y = W_2 \sigma(W_1 x + b)", 0, 0),
    (r"y = \sigma(W_2 W_1 x + W_2 b)", 0, 1),
]


@pytest.mark.parametrize(("claim", "left", "right"), IDENTITIES, ids=[c for c, _, _ in IDENTITIES])
def test_identities(claim: str, left: Any, right: Any) -> None:
    report = check(f"{LAYERS}\n$${claim}$$\n")
    judged = [str(c.judgement) for c in report.claims]
    assert judged in ([] if same(left, right) else ["wrong"], ["right" if same(left, right) else "wrong"])


MISFITS = [
    (r"\frac{\partial E}{\partial W_2} = h (y - t)^T", "a matrix of m by k, the left side is a matrix of k by m"),
    (r"\frac{\partial E}{\partial x} = W_1 (y - t)", "a matrix of m by n times a column of k"),
    (r"\frac{\partial E}{\partial b} = (y - t) W_2 \odot h", "a column of k times a matrix of k by m"),
    (r"E = \operatorname{tr}(W_1)", "the trace of a matrix of m by n"),
]


@pytest.mark.parametrize(("claim", "cause"), MISFITS, ids=[c for c, _ in MISFITS])
def test_shapes_that_do_not_fit_are_wrong_and_told(claim: str, cause: str) -> None:
    report = check(f"{LAYERS}\n$${claim}$$\n")
    (judged,) = report.claims
    assert str(judged.judgement) == "wrong"
    assert cause in judged.links[0].detail


REFUSED = [
    (r"\frac{\partial E}{\partial b} = W_2^T (y - t) \odot u", "u"),
    (r"\frac{\partial E}{\partial x} = W_1^{-1} b", "inverse"),
    (r"\frac{\partial E}{\partial b} = b^2", "power"),
    (r"\frac{\partial E}{\partial x} = \mathbf{q}", "not known"),
]


@pytest.mark.parametrize(("claim", "cause"), REFUSED, ids=[c for c, _ in REFUSED])
def test_what_is_not_known_is_refused(claim: str, cause: str) -> None:
    (judged,) = check(f"{LAYERS}\n$${claim}$$\n").claims
    assert str(judged.judgement) in ("unreadable", "unproved")


# --------------------------------------------------------------------------------------- rows, batches, layers, samples

VERDICTS = {
    "rows": (
        r"""$x, t \in \mathbb{R}^{n}$, $W \in \mathbb{R}^{n \times n}$

$$ z = x W \qquad E = \sum_{i=1}^{n} (z_i - t_i)^2 $$""",
        [
            (r"\frac{\partial E}{\partial W} = 2 x^T (z - t)", "right"),
            (r"\frac{\partial E}{\partial W} = 2 (z - t)^T x", "wrong"),
            (r"\frac{\partial E}{\partial x} = 2 (z - t) W^T", "right"),
            (r"\frac{\partial E}{\partial x} = 2 (z - t) W", "wrong"),
        ],
    ),
    "batch": (
        r"""$X \in \mathbb{R}^{N \times D}$, $W \in \mathbb{R}^{D \times C}$, $b \in \mathbb{R}^{C}$,
$T \in \mathbb{R}^{N \times C}$

$$ S = X W + \mathbf{1} b^\top \qquad L = \frac{1}{2N} \|S - T\|_F^2 $$""",
        [
            (r"\frac{\partial L}{\partial W} = \frac{1}{N} X^\top (S - T)", "right"),
            (r"\frac{\partial L}{\partial W} = X^\top (S - T)", "wrong"),
            (r"\frac{\partial L}{\partial b} = \frac{1}{N} (S - T)^\top \mathbf{1}", "right"),
            (r"\frac{\partial L}{\partial X} = \frac{1}{N} (S - T) W^\top", "right"),
            (r"\frac{\partial L}{\partial X} = \frac{1}{N} W (S - T)^\top", "wrong"),
            (r"\frac{\partial L}{\partial b_c} = \frac{1}{N} \sum_{n=1}^{N} (S_{nc} - T_{nc})", "right"),
            (r"\frac{\partial L}{\partial W} = \frac{1}{N} \sum_{n=1}^{N} X_{n,:}^\top (S_{n,:} - T_{n,:})", "right"),
        ],
    ),
    "layers": (
        r"""$W^{(l)} \in \mathbb{R}^{n_l \times n_{l-1}}$, $b^{(l)} \in \mathbb{R}^{n_l}$, $y \in \mathbb{R}^{n_L}$

$$ z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)} \quad (1 \le l \le L) $$
$$ a^{(l)} = f(z^{(l)}) \quad (1 \le l \le L) $$
$$ C = \frac12 \|a^{(L)} - y\|^2 $$
$$ \delta^{(l)} = \frac{\partial C}{\partial z^{(l)}} \quad (1 \le l \le L) $$""",
        [
            (r"\delta^{(L)} = (a^{(L)} - y) \odot f'(z^{(L)})", "right"),
            (r"\delta^{(l)} = (W^{(l+1)})^T \delta^{(l+1)} \odot f'(z^{(l)}) \quad (1 \le l \le L-1)", "right"),
            (r"\delta^{(l)} = (W^{(l+1)})^T \delta^{(l+1)} \odot f(z^{(l)}) \quad (1 \le l \le L-1)", "wrong"),
            (r"\delta^{(l)} = W^{(l+1)} \delta^{(l+1)} \odot f'(z^{(l)}) \quad (1 \le l \le L-1)", "wrong"),
            (r"\frac{\partial C}{\partial W^{(l)}} = \delta^{(l)} (a^{(l-1)})^T \quad (1 \le l \le L)", "right"),
        ],
    ),
    "samples": (
        r"""$x_n \in \mathbb{R}^D$, $y_n \in \mathbb{R}^K$ for $n = 1, \dots, N$, $W \in \mathbb{R}^{K \times D}$

$$ L = \sum_{n=1}^{N} \|W x_n - y_n\|^2 $$""",
        [
            (r"\frac{\partial L}{\partial W} = 2 \sum_{n=1}^{N} (W x_n - y_n) x_n^T", "right"),
            (r"\frac{\partial L}{\partial W} = 2 \sum_{n=1}^{N} (W x_n - y_n) y_n^T", "wrong"),
            (r"\frac{\partial L}{\partial x_n} = 2 W^T (W x_n - y_n)", "right"),
        ],
    ),
    "names that show what they depend on": (
        r"""$A \in \mathbb{R}^{n \times n}$, $x, b \in \mathbb{R}^n$

$$ f(x) = \frac12 x^T A x - b^T x $$""",
        [
            (r"\nabla f(x) = \frac12 (A + A^T) x - b", "right"),
            (r"\nabla f(x) = A x - b", "wrong"),
            (r"\nabla_x f(x) = \frac12 (A + A^T) x - b", "right"),
            (r"\frac{\partial f}{\partial x} = A^T x - b", "wrong"),
            (r"\nabla^2 f(x) = \frac12 (A + A^T)", "right"),
            (r"\frac{\partial^2 f}{\partial x \partial x^T} = A", "wrong"),
        ],
    ),
    "exponentials of vectors": (
        r"""$W \in \mathbb{R}^{k \times n}$, $x \in \mathbb{R}^n$

$$ z = W x \qquad p = \frac{1}{1 + e^{-z}} \qquad E = \mathbf{1}^T p $$""",
        [
            (r"\frac{\partial E}{\partial x} = W^T (p \odot (1 - p))", "right"),
            (r"\frac{\partial E}{\partial x} = W^T p", "wrong"),
            (r"p = \sigma(W x)", "right"),
        ],
    ),
    "bold letters, plain entries": (
        r"""$X \in \mathbb{R}^{n \times d}$, $\mathbf{y} \in \mathbb{R}^n$, $\mathbf{w} \in \mathbb{R}^d$

$$ \hat{\mathbf{p}} = \sigma(X \mathbf{w}) $$
$$ L = -\mathbf{y}^\top \log \hat{\mathbf{p}} - (1 - \mathbf{y})^\top \log(1 - \hat{\mathbf{p}}) $$""",
        [
            (r"\nabla_{\mathbf{w}} L = X^\top (\hat{\mathbf{p}} - \mathbf{y})", "right"),
            (r"\nabla_{\mathbf{w}} L = X^\top (\mathbf{y} - \hat{\mathbf{p}})", "wrong"),
            (r"\frac{\partial L}{\partial w_j} = \sum_{i=1}^{n} (\hat{p}_i - y_i) X_{ij}", "right"),
            (
                r"\nabla^2_{\mathbf{w}} L = X^\top \mathrm{diag}(\hat{\mathbf{p}} \odot (1 - \hat{\mathbf{p}})) X",
                "right",
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_pages(name: str) -> None:
    network, claims = VERDICTS[name]
    page = network + "\n\n" + "\n\n".join(f"$$ {c} $$" for c, _ in claims)
    report = check(page)
    start = network.count("\n") + 3
    got = {c.line: str(c.judgement) for c in report.claims}
    assert got == {start + 2 * n: verdict for n, (_, verdict) in enumerate(claims)}


def test_a_page_without_declared_shapes_is_read_as_it_stands() -> None:
    page = r"$$y_i = \sum_{j=1}^{J} w_{ij} x_j \quad (1 \le i \le I)$$ $$E = \sum_{i=1}^{I} f(y_i)$$"
    reading = read_document(page + r" $\lambda \in \mathbb{R}$")
    assert [d.left.variable.key for d in reading.draft.definitions] == ["y_{#}", "E"]


INDEXED = r"""
$$ a_j = \sum_{i=1}^{I} W_{ji} x_i \qquad (1 \le j \le J) $$

$$ h_j = f(a_j) \qquad y_k = \sum_{j=1}^{J} V_{kj} h_j \qquad (1 \le j \le J, \; 1 \le k \le K) $$

$$ E = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2 $$
"""

BESIDE_INDICES = [
    (r"\nabla_{W} E = \left(V^T (y - t) \odot f'(a)\right) x^T", "right"),
    (r"\nabla_{W} E = x \left(V^T (y - t) \odot f'(a)\right)^T", "wrong"),
    (r"\frac{\partial y}{\partial x} = V \operatorname{diag}(f'(a)) W", "right"),
    (r"\frac{\partial y}{\partial x} = V W", "wrong"),
    (r"\frac{\partial E}{\partial x} = (y - t)^T V \operatorname{diag}(f'(a)) W", "right"),
    (r"\mathbf{1}^T y = \sum_{k=1}^{K} y_k", "right"),
    (r"\frac{\partial E}{\partial W_{j,:}} = (V^T (y - t))_j f'(a_j) x^T", "right"),
    (r"\frac{\partial h}{\partial a} = f'(a)", "unreadable"),
    (r"\frac{\partial E}{\partial W} = (y - t) x", "unreadable"),
]


@pytest.mark.parametrize(("claim", "verdict"), BESIDE_INDICES, ids=[c for c, _ in BESIDE_INDICES])
def test_shapes_from_definitions_with_indices(claim: str, verdict: str) -> None:
    (judged,) = check(f"{INDEXED}\n$$ {claim} $$\n").claims
    assert str(judged.judgement) == verdict


def test_a_bare_letter_may_be_another_name() -> None:
    page = (
        r"$$E_n = x_n x_n$$ ( $1 \le n \le N$ ) $$E = \sum_{n=1}^{N} E_n$$ $$\frac{\partial E}{\partial x_n} = 2 x_n$$"
    )
    assert check(page).verdict == "right"


def test_a_function_of_any_number_beside_a_vector_of_that_name() -> None:
    page = INDEXED + r"$$ \sigma'(x) = \sigma(x) (1 - \sigma(x)) $$"
    assert check(page).verdict in ("right", "unproved")
