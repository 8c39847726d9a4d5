r"""Shapes that only letters tell make no line wrong; entries tell which axes of arrays are one."""

from __future__ import annotations

import pytest

from symderiv.latex.parse import parse
from symderiv.resolve.shapes.labelling import labelling

from .judging import check

TWO_LAYERS = r"""+++
objective = "L"
+++
## Network

$$ a = \tanh(U x) $$

$$ z = V a $$

$$ q_i = \frac{\exp(z_i)}{\sum_{j=1}^{K} \exp(z_j)} $$

$$ L = -\sum_{i=1}^{K} y_i \log q_i $$

$$ \sum_{i=1}^{K} y_i = 1 $$

SAID

## Derivation

"""
TOLD = r"""Here $x = (x_j)$ has $D$ entries, $a = (a_i)$ has $H$ entries, $U = (U_{ij})$ is $H \times D$,
$V = (V_{ij})$ is $K \times H$."""
OPEN = r"Here $x \in \mathbb{R}^{D}$, $a \in \mathbb{R}^{H}$, $U = (U_{ij})$ and $V = (V_{ij})$ are matrices."


def verdict(page: str, line: str) -> str:
    return str(check(f"{page}$$ {line} $$\n").claims[-1].links[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial V} = (q - y) a^T", "right"),
        (r"\frac{\partial L}{\partial V_{ij}} = (q_i - y_i) a_j", "right"),
        (r"\frac{\partial L}{\partial V} = a (q - y)^T", "wrong"),
        (r"\frac{\partial L}{\partial V_{ij}} = (q_i - y_i) (1 - a_j)", "wrong"),
        (r"\frac{\partial L}{\partial a} = V^T (q - y)", "right"),
        (r"\frac{\partial L}{\partial a} = V^T q", "wrong"),
    ],
)
def test_a_size_is_said_of_an_array_and_its_entries(line: str, expected: str) -> None:
    assert verdict(TWO_LAYERS.replace("SAID", TOLD), line) == expected


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial L}{\partial V} = (q - y) a^T",
        r"\frac{\partial L}{\partial a} = V^T (q - y)",
        r"\frac{\partial L}{\partial U} = ((V^T (q - y)) \odot (1 - a \odot a)) x^T",
    ],
)
def test_letters_of_other_sums_make_no_line_wrong(line: str) -> None:
    assert verdict(TWO_LAYERS.replace("SAID", OPEN), line) != "wrong"


ATTENTION = r"""+++
objective = "J"
+++
## Network

$$ F = X W_f $$

$$ G = X W_g $$

$$ C = X W_k $$

$$ S = F G^T $$

$$ P_{ij} = \frac{e^{S_{ij}}}{\sum_k e^{S_{ik}}} $$

$$ O = P C $$

$$ J = \frac{1}{2} \sum_i \sum_j (O_{ij} - (O_{\text{goal}})_{ij})^2 $$

Here $X = (X_{ij})$, $W_f = ((W_f)_{ij})$, $W_g = ((W_g)_{ij})$, $W_k = ((W_k)_{ij})$ are matrices.

## Derivation

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial C} = P^T \frac{\partial J}{\partial O}", "right"),
        (r"\frac{\partial J}{\partial C} = P \frac{\partial J}{\partial O}", "wrong"),
        (r"\frac{\partial J}{\partial F} = \frac{\partial J}{\partial S} G", "right"),
        (r"\frac{\partial J}{\partial G} = \frac{\partial J}{\partial S} F", "wrong"),
        (r"\frac{\partial J}{\partial W_k} = X^T P^T \frac{\partial J}{\partial O}", "right"),
        (r"\frac{\partial J}{\partial W_k} = X^T P \frac{\partial J}{\partial O}", "wrong"),
        (
            r"\frac{\partial J}{\partial S_{ij}} = P_{ij} \left(\frac{\partial J}{\partial P_{ij}}"
            r" - \sum_k \frac{\partial J}{\partial P_{ik}} P_{ik}\right)",
            "right",
        ),
        (r"\frac{\partial J}{\partial S_{ij}} = P_{ij} (1 - P_{ij}) \frac{\partial J}{\partial P_{ij}}", "wrong"),
        (r"\frac{\partial J}{\partial O} = O - O_{\text{goal}}", "right"),
        (r"\frac{\partial J}{\partial O} = O + O_{\text{goal}}", "wrong"),
        # W_f and W_k need not be as large
        (r"\frac{\partial J}{\partial W_f} + \frac{\partial J}{\partial W_k} = 0", "not right"),
    ],
)
def test_entries_tell_which_axes_are_one(line: str, expected: str) -> None:
    found = verdict(ATTENTION, line)
    assert found != "right" if expected == "not right" else found == expected


RECURRENT = r"""+++
objective = "E_t"
[ranges]
"k" = "0..t"
+++
## Network

$$ s_k = U h_{k-1} + W x_k $$

$$ h_k = \tanh(s_k) $$

$$ h_{-1} = 0 $$

$$ v_t = V h_t $$

$$ E_t = \frac{1}{2} \sum_{i=1}^{K} (v_t^{(i)} - y_t^{(i)})^2 $$

$$ \delta_k = \frac{\partial E_t}{\partial s_k} $$

Here $x_k = (x_k^{(j)})$ has $D$ entries, $s_k = (s_k^{(i)})$ and $h_k = (h_k^{(i)})$ have $H$ entries, $v_t$, $y_t$
have $K$ entries; $U = (U_{ij})$ is $H \times H$, $W = (W_{ij})$ is $H \times D$, $V = (V_{ij})$ is $K \times H$.

## Derivation

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E_t}{\partial V_{ij}} = (v_t^{(i)} - y_t^{(i)}) h_t^{(j)}", "right"),
        (r"\frac{\partial E_t}{\partial V_{ij}} = (v_t^{(j)} - y_t^{(j)}) h_t^{(i)}", "wrong"),
        (r"\frac{\partial E_t}{\partial U_{ij}} = \sum_{k=0}^{t} \delta_k^{(i)} h_{k-1}^{(j)}", "right"),
        (r"\frac{\partial E_t}{\partial U_{ij}} = \sum_{k=0}^{t} \delta_k^{(i)} h_k^{(j)}", "wrong"),
        (r"\delta_t = (V^T (v_t - y_t)) \odot (1 - h_t \odot h_t)", "right"),
        (r"\delta_t = (V^T (v_t - y_t)) \odot (1 - h_t)", "wrong"),
    ],
)
def test_vectors_with_components_above_beside_those_of_a_sentence(line: str, expected: str) -> None:
    assert verdict(RECURRENT, line) == expected


TOTAL = r"""+++
objective = "J"
+++
## Network

$$ h_t = \tanh(W x_t) $$

$$ E_t^{(i)} = (h_t^{(i)} - y_t^{(i)})^2 $$

$$ E_t = \sum_{i=1}^{H} E_t^{(i)} $$

$$ J = \sum_{t=1}^{T} E_t $$

Here $h_t = (h_t^{(i)})$ has $H$ entries, $x_t = (x_t^{(j)})$ has $D$ entries, $W = (W_{ij})$ is $H \times D$.

## Derivation

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial E_t} = 1", "right"),
        (r"\frac{\partial E_t}{\partial E_t^{(i)}} = 1", "right"),
        (
            r"\frac{\partial J}{\partial W_{ij}}"
            r" = \sum_{t=1}^{T} 2 (h_t^{(i)} - y_t^{(i)}) (1 - (h_t^{(i)})^2) x_t^{(j)}",
            "right",
        ),
        (r"\frac{\partial J}{\partial W_{ij}} = \sum_{t=1}^{T} 2 (h_t^{(i)} - y_t^{(i)}) x_t^{(j)}", "wrong"),
    ],
)
def test_the_total_of_components_is_a_number(line: str, expected: str) -> None:
    assert verdict(TOTAL, line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((r"Q = X W^{(q)}", r"K = X W^{(k)}", r"V = X W^{(v)}"), ["k", "q", "v"]),
        ((r"Q = X W^{(q)}", r"K = X W^{(k)}"), []),
        ((r"z^{(l)} = W^{(l)} a^{(l-1)}", r"z^{(L)} = W^{(L)} a^{(L-1)}", r"z^{(k)} = W^{(k)} a^{(k-1)}"), []),
        ((r"Q = X W^{(q)}", r"K = X W^{(k)}", r"V = X W^{(v)}", r"R = \sum_k W^{(k)}"), []),
    ],
)
def test_letters_above_tell_matrices_apart_or_number_them(lines: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(set(labelling([parse(x).statements[0].chain for x in lines]))) == expected


BIASES = (
    r"Here $i = 1, \dots, m$, $j = 1, \dots, n$, $k = 1, \dots, K$.",
    r"$$ e_{ij} = r_{ij} - \mu - b^{U}_{i} - b^{V}_{j} - \sum_{k=1}^{K} p_{ik} q_{jk} $$",
    r"$$ L = \sum_{i=1}^{m} \sum_{j=1}^{n} w_{ij} e_{ij}^2 + \lambda \Big( \sum_{j=1}^{n} \sum_{k=1}^{K} q_{jk}^2"
    r" + \sum_{i=1}^{m} (b^{U}_{i})^2 + \sum_{j=1}^{n} (b^{V}_{j})^2 \Big) $$",
    r"Here $P = (p_{ik})$, $Q = (q_{jk})$, $W = (w_{ij})$, $E = (e_{ij})$.",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"-2 (W \circ E)^T P + 2 \lambda Q", "right"),
        (r"2 (W \circ E)^T P + 2 \lambda Q", "wrong"),
        (r"-2 (W \circ E) P + 2 \lambda Q", "wrong"),  # m by n times m by K
    ],
)
def test_vectors_of_one_letter_with_labels_have_lengths_of_their_own(value: str, expected: str) -> None:
    assert verdict("\n\n".join(BIASES) + "\n\n", rf"\frac{{\partial L}}{{\partial Q}} = {value}") == expected


def test_a_capital_that_runs_is_no_label() -> None:
    """Where V runs over the parts, `b^V` has one length, and m and n are the same."""
    page = "\n\n".join(BIASES).replace("b^{U}_{i}", r"\sum_{V=1}^R b^{V}_{i}") + "\n\n"
    assert verdict(page, r"\frac{\partial L}{\partial Q} = -2 (W \circ E) P + 2 \lambda Q") == "unproved"
