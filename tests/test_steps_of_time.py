r"""Steps of time that are one number, `\Delta t`, where neither letter has a meaning of its own."""

from __future__ import annotations

import pytest

from tests.judging import check, each_verdict, verdict

RANGES = r"Here $i = 1, \dots, n$, $j = 1, \dots, n$, $k = 0, \dots, N-1$ and $W = (W_{ij})$, $\mathbf{z}^k = (z_i^k)$."
NETWORK = (
    RANGES,
    r"$$ h_i^0 = x_i $$",
    r"$$ z_i^k = \sum_{j=1}^n W_{ij} h_j^k + b_i $$",
    r"$$ h_i^{k+1} = h_i^k + \Delta t \, \tanh(z_i^k) $$",
    r"$$ L = \frac{1}{2} \sum_{i=1}^n (h_i^N - y_i)^2 $$",
    r"$$ a_i^k = \frac{\partial L}{\partial h_i^k} $$ ( $k = 0, \dots, N$ )",
)
LINES = {
    r"$$ \frac{\partial h_i^{k+1}}{\partial h_j^k} = \delta_{ij} + \Delta t \, \tanh'(z_i^k) W_{ij} $$": "right",
    r"$$ \frac{\partial h_i^{k+1}}{\partial h_j^k} = \delta_{ij} + \tanh'(z_i^k) W_{ij} $$": "wrong",
    r"$$ a_j^k = a_j^{k+1} + \Delta t \sum_{i=1}^n a_i^{k+1} \tanh'(z_i^k) W_{ij} $$": "right",
    r"$$ a_j^k = a_j^{k+1} + \Delta t^2 \sum_{i=1}^n a_i^{k+1} \tanh'(z_i^k) W_{ij} $$": "wrong",
    r"$$ \frac{\partial L}{\partial b_i} = \Delta t \sum_{k=0}^{N-1} a_i^{k+1} \tanh'(z_i^k) $$": "right",
    r"$$ \frac{\partial L}{\partial b_i} = \sum_{k=0}^{N-1} a_i^{k+1} \tanh'(z_i^k) $$": "wrong",
    r"$$ \frac{\partial L}{\partial \Delta t} = \sum_{k=0}^{N-1} \sum_{i=1}^n a_i^{k+1} \tanh(z_i^k) $$": "right",
    r"$$ \frac{\partial L}{\partial \Delta t} = \sum_{k=1}^{N-1} \sum_{i=1}^n a_i^{k+1} \tanh(z_i^k) $$": "wrong",
    r"$$ \frac{\partial L}{\partial \Delta t} = \Delta t \sum_{k=0}^{N-1} \sum_{i} a_i^{k+1} \tanh(z_i^k) $$": "wrong",
}


@pytest.mark.parametrize("step", [r"\Delta t", r"\Delta \tau", r"{\Delta}t", r"\mathrm{d}t"])
def test_a_step(step: str) -> None:
    network = [x.replace(r"\Delta t", step) for x in NETWORK]
    lines = [x.replace(r"\Delta t", step) for x in LINES]
    assert each_verdict(*network, lines=lines) == list(LINES.values())


VECTORS = (
    *NETWORK[:-1],
    r"$$ a_i^k = \frac{\partial L}{\partial h_i^k} $$ for $k = 0, \dots, N$",
    r"Here $\mathbf{a}^k = (a_i^k)$.",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\mathbf{a}^{k+1} + \Delta t \, W^T ( \tanh'(\mathbf{z}^k) \odot \mathbf{a}^{k+1} )", "right"),
        (r"\mathbf{a}^{k+1} + W^T ( \tanh'(\mathbf{z}^k) \odot \mathbf{a}^{k+1} )", "wrong"),
        (r"\mathbf{a}^{k+1} + \Delta t \, \tanh'(\mathbf{z}^k) \odot ( W^T \mathbf{a}^{k+1} )", "wrong"),
        (r"\mathbf{a}^{k+1} + \Delta t \, W ( \tanh'(\mathbf{z}^k) \odot \mathbf{a}^{k+1} )", "wrong"),
    ],
)
def test_vectors_of_a_step_that_has_two_ranges(value: str, expected: str) -> None:
    """A range tells how far k runs, and does not make a value of it: `z_i^k` is no power."""
    assert verdict(*VECTORS, rf"$$ \mathbf{{a}}^k = {value} $$") == expected


POWERS = (
    r"Here $i = 1, \dots, n$ and $k = 0, \dots, K$.",
    r"$$ y_i^k = c_i x_i^k $$",
    r"$$ L = \sum_{k=0}^K \sum_{i=1}^n w_k y_i^k + \sum_{i=1}^n x_i $$",
)


def test_powers_beside_a_range_are_no_labels() -> None:
    line = r"$$ \frac{\partial L}{\partial x_i} = 1 + \sum_{k=0}^K VALUE $$"
    assert verdict(*POWERS, line.replace("VALUE", "k w_k c_i x_i^{k-1}")) != "wrong"
    assert verdict(*POWERS, line.replace("VALUE", "w_k c_i")) != "right"


NUMBERED = (
    r"Here $t = 0, \dots, T-1$, with a step $\Delta t$ of time.",
    r"$$ h_{t+1} = h_t + \Delta t \, (w h_t + b) $$",
    r"$$ L = \frac{1}{2} (h_T - y)^2 $$",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial h_{t+1}}{\partial h_t} = 1 + \Delta t \, w", "right"),
        (r"\frac{\partial h_{t+1}}{\partial h_t} = 1 + w", "wrong"),
        (r"\frac{\partial L}{\partial b} = \Delta t \sum_{t=0}^{T-1} \frac{\partial L}{\partial h_{t+1}}", "right"),
        (r"\frac{\partial L}{\partial b} = \Delta t \sum_{t=1}^{T-1} \frac{\partial L}{\partial h_{t+1}}", "wrong"),
    ],
)
def test_beside_the_number_of_a_step(line: str, expected: str) -> None:
    assert verdict(*NUMBERED, f"$$ {line} $$") == expected


def test_a_letter_with_a_meaning_of_its_own_is_a_factor() -> None:
    page = (r"Here $\Delta, t, x \in \mathbb{R}$.", r"$$ y = x \Delta t + t^2 $$")
    assert verdict(*page, r"$$ \frac{\partial y}{\partial t} = x \Delta + 2 t $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial y}{\partial t} = 2 t $$") == "wrong"


def test_a_sign_with_a_meaning_of_its_own_is_a_factor() -> None:
    page = (r"Here $\Delta, t, x \in \mathbb{R}$.", r"$$ y = x \Delta t + \Delta^2 $$")
    assert verdict(*page, r"$$ \frac{\partial y}{\partial \Delta} = x t + 2 \Delta $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial y}{\partial \Delta} = 2 \Delta $$") == "wrong"


def test_declared_apart_they_are_two() -> None:
    page = (r"Here $\Delta \in \mathbb{R}^{n \times n}$ and $t, u \in \mathbb{R}^n$.", r"$$ y = u^T \Delta t $$")
    assert verdict(*page, r"$$ \frac{\partial y}{\partial u} = \Delta t $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial y}{\partial t} = \Delta^T u $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial y}{\partial t} = \Delta u $$") != "right"


def test_a_difference_is_told_by_its_definition() -> None:
    page = (r"$$ \Delta t = t_2 - t_1 $$", r"$$ y = w \Delta t $$")
    claims = check("\n\n".join((*page, r"$$ \frac{\partial y}{\partial t_2} = w $$"))).claims
    assert str(claims[-1].judgement) == "right"
