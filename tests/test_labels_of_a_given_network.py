r"""How a solution spells the numbers that tell the names of a given network apart: `W2`, `W_2`, `W^{(2)}`, `W^{[2]}`.

What is expected was found by hand.
"""

from __future__ import annotations

import pytest

from symderiv.load import load_text

from .judging import check

SHAPES = (
    r"$x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$, $V1 \in \mathbb{R}^{r \times n}$, $V2 \in \mathbb{R}^{m \times r}$"
)
PAGE = r"$$h = \tanh(V1 x + b1), \quad y = V2 h + b2, \quad E = \frac12 \|y - t\|^2$$ with $b1 \in \mathbb{R}^r$, "
BELOW, ABOVE, BRACKETS = (
    load_text(
        f"{PAGE}$b2 \\in \\mathbb{{R}}^m$, {SHAPES}.".replace("V1", x % 1)
        .replace("V2", x % 2)
        .replace("b1", x.replace("V", "b") % 1)
        .replace("b2", x.replace("V", "b") % 2)
    )
    for x in ("V_%d", "V^{(%d)}", "V^{[%d]}")
)
ENTRIES = load_text(
    r"""$$h_j = \tanh(\sum_{i=1}^{n} v_{ji}^{(1)} x_i + b_j^{(1)}), \qquad j = 1, \dots, r$$
$$y_k = \sum_{j=1}^{r} v_{kj}^{(2)} h_j + b_k^{(2)}, \qquad k = 1, \dots, m$$
$$E = \frac{1}{2} \sum_{k=1}^{m} (y_k - t_k)^2$$"""
)
PARTED = load_text(
    r"""$$h_j = \tanh(\sum_{i=1}^{n} V_{1,ji} x_i + b_{1,j}), \qquad j = 1, \dots, r$$
$$y_k = \sum_{j=1}^{r} V_{2,kj} h_j + b_{2,k}, \qquad k = 1, \dots, m$$
$$E = \frac{1}{2} \sum_{k=1}^{m} (y_k - t_k)^2$$"""
)


@pytest.mark.parametrize("spelled", ["V%d", "V_%d", "V^{(%d)}", "V^{[%d]}"])
@pytest.mark.parametrize("network", [BELOW, ABOVE, BRACKETS], ids=["below", "above", "brackets"])
@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"y = V2 h + b2", "right"),
        (r"y = V1 h + b2", "wrong"),
        (r"\frac{\partial E}{\partial V2} = (y - t) h^T", "right"),
        (r"\frac{\partial E}{\partial V2} = h (y - t)^T", "wrong"),
        (r"\frac{\partial E}{\partial h} = V2^T (y - t)", "right"),
        (r"\frac{\partial E}{\partial h} = V1^T (y - t)", "wrong"),
        (r"\frac{\partial E}{\partial V1} = ((V2^T (y - t)) \odot (1 - h \odot h)) x^T", "right"),
        (r"\frac{\partial E}{\partial b1} = (V2^T (y - t)) \odot (1 - h \odot h)", "right"),
        (r"\frac{\partial E}{\partial b1} = V2^T (y - t)", "wrong"),
    ],
)
def test_numbers_of_layers(network: object, spelled: str, line: str, verdict: str) -> None:
    for n in (1, 2):
        line = line.replace(f"V{n}", spelled % n).replace(f"b{n}", spelled.replace("V", "b") % n)
    assert str(check(f"$${line}$$", network=network).claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial V2} = (y - t) h^T", "right"),
        (r"\frac{\partial E}{\partial h} = V_2^T (y - t)", "right"),
        (r"\frac{\partial E}{\partial b_2} = y - t", "right"),
        (r"\frac{\partial E}{\partial v2_{kj}} = (y_k - t_k) h_j", "right"),
        (r"\frac{\partial E}{\partial v2_{kj}} = (y_j - t_j) h_k", "wrong"),
        (r"\frac{\partial E}{\partial b2_k} = y_k - t_k", "right"),
        (r"\frac{\partial E}{\partial b3_k} = y_k - t_k", "unproved"),
        (r"\frac{\partial E}{\partial b1_k} = y_k - t_k", "wrong"),
    ],
)
def test_numbers_of_entries(line: str, verdict: str) -> None:
    assert str(check(f"$${line}$$", network=ENTRIES).claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    "line", [r"\frac{\partial E}{\partial V_2} = (y - t) h^T", r"\frac{\partial E}{\partial b_2} = y"]
)
def test_a_whole_of_entries_is_no_number(line: str) -> None:
    assert str(check(f"$${line}$$", network=PARTED).claims[-1].judgement) == "unreadable"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial y1} + \frac{\partial E}{\partial y2} = y1 - t1 + y2 - t2", "right"),
        (r"\frac{\partial E}{\partial y1} + \frac{\partial E}{\partial y2} = y1 - t1 + y2 + t2", "wrong"),
        (r"\frac{\partial E}{\partial V2} = (y - t) h1^T", "unreadable"),
    ],
)
def test_numbers_of_entries_or_of_names_of_ones_own(line: str, verdict: str) -> None:
    assert str(check(f"for $m = 2$: $${line}$$", network=BELOW).claims[-1].judgement) == verdict


def test_what_a_solution_defines_is_its_own() -> None:
    own = r"Let $h1 = V1 x$. $$\frac{\partial E}{\partial V2} = (y - t) %s^T$$"
    assert str(check(own % "h", network=BELOW).claims[-1].judgement) == "right"
    assert str(check(own % "h1", network=BELOW).claims[-1].judgement) == "wrong"


def test_what_cannot_be_read_is_of_no_shape() -> None:
    for line in (r"y = V_2 h @ b_2", r"\frac{\partial E}{\partial h} = V_2^3^T y"):
        assert str(check(f"$${line}$$", network=BELOW).claims[-1].judgement) == "unreadable"


def test_a_square_that_lost_its_sign_is_no_name() -> None:
    text = "a = w1 x1 + w2 x2\ny = tanh(a)\nE = 1/2 (y - t)^2\ndE/da = (y - t) (1 - y2)"
    assert str(check(text).claims[-1].judgement) == "unreadable"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("dE/dV2 = (y - t) h^T", "right"),
        ("dE/dV1 = ((V2^T (y - t)) ⊙ (1 - h^2)) x^T", "right"),
        ("dE/dV^(2) = (y - t) h^T", "right"),
        ("dE/dh = V^(2)^T (y - t)", "right"),
        ("dE/dh = V^(1)^T (y - t)", "wrong"),
    ],
)
def test_as_typed_in_a_mail(line: str, verdict: str) -> None:
    assert str(check(line, network=ABOVE).claims[-1].judgement) == verdict


DEEP = load_text(
    r"""$x \in \mathbb{R}^n$, $V^{(1)} \in \mathbb{R}^{p \times n}$, $V^{(2)} \in \mathbb{R}^{q \times p}$,
$V^{(3)} \in \mathbb{R}^{m \times q}$
$$h^{(1)} = \tanh(V^{(1)} x), \quad h^{(2)} = \tanh(V^{(2)} h^{(1)}), \quad y = V^{(3)} h^{(2)}$$
$$E = \frac12 \|y - t\|^2$$"""
)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("dE/dV2 = ((V3^T (y - t)) ⊙ (1 - h2^2)) h1^T", "right"),
        ("dE/dV2 = ((V3^T (y - t)) ⊙ (1 - h1^2)) h1^T", "wrong"),
        ("dE/dV2 = ((V3^T (y - t)) ⊙ (1 - h2^3)) h1^T", "wrong"),
    ],
)
def test_powers_of_names_with_a_number(line: str, verdict: str) -> None:
    got = str(check(line, network=DEEP).claims[-1].judgement)
    assert got == verdict or (verdict == "wrong" and got == "unreadable")


def test_a_matrix_of_entries_with_another_letter() -> None:
    network = load_text(
        r"""For $u = 1, \dots, M$ and $i = 1, \dots, N$ $$s_{ui} = \sum_{k=1}^K p_{uk} q_{ik}$$
$$J = \sum_{u=1}^M \sum_{i=1}^N (r_{ui} - s_{ui})^2$$"""
    )
    told = r"With $P = (p_{uk})$, $Q = (q_{ik})$, $F = (e_{ui})$, $e_{ui} = r_{ui} - s_{ui}$: "
    for line, verdict in ((r"-2 F Q", "right"), (r"2 F Q", "wrong")):
        claim = check(rf"{told}$$\frac{{\partial J}}{{\partial P}} = {line}$$", network=network).claims[-1]
        assert str(claim.judgement) == verdict
