r"""Sums that a page leaves out, where they stand below a derivative and beside names of whole arrays.

By hand: with rows `u`, `q` and `J = -t_i \log q_i` for a softmax q, `\partial J/\partial u_k = q_k - t_k`, and what
leads on from there are products with matrices.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""+++
objective = "J"
sums = "implicit"
assume = ["\\sum_i t_i = 1"]
+++

$$ u_k = g_i V_{ik} + c_k, \quad q_k = \frac{e^{u_k}}{\sum_m e^{u_m}}, \quad J = -t_k \log q_k $$

## Derivation
"""
ROWS = r"The vectors are row vectors: $g$ has $H$ entries, $t$, $c$, $u$ and $q$ have $K$ entries; $V$ is $H \times K$."
CALLED = r"The vectors $g$, $t$, $c$, $u$ and $q$ are *row* vectors."
ALL = "Here all vectors are row vectors."
SIMPLE = [
    (r"\frac{\partial u_k}{\partial g_j} = \frac{\partial}{\partial g_j} \big[ g_i V_{ik} + c_k \big]", "right"),
    (r"\frac{\partial u_k}{\partial g_j} = \frac{\partial}{\partial g_j} \big[ g_i V_{ki} + c_k \big]", "wrong"),
    (r"\frac{\partial u_k}{\partial g_j} = \frac{\partial}{\partial g_j} \big[ 2 g_i V_{ik} + c_k \big]", "wrong"),
    (
        r"\frac{\partial J}{\partial g_j} = \frac{\partial J}{\partial q_a} \frac{\partial q_a}{\partial u_b} V_{jb}",
        "right",
    ),
]
BESIDE_ARRAYS = [
    (r"\frac{\partial J}{\partial g_j} = \frac{\partial J}{\partial u_b} V_{jb} = [q - t]_b V_{jb}", "right"),
    (r"\frac{\partial J}{\partial g_j} = \frac{\partial J}{\partial u_b} V_{jb} = [t - q]_b V_{jb}", "wrong"),
    (r"\frac{\partial J}{\partial V_{jb}} = g_j [q - t]_b", "right"),
    (r"\frac{\partial J}{\partial V_{jb}} = g_a \delta_{aj} [q - t]_k \delta_{kb}", "right"),
    (r"\frac{\partial J}{\partial V_{jb}} = g_j [q - t]_k", "wrong"),
    (r"\frac{\partial J}{\partial V_{jb}} = g_j [t - q]_k \delta_{kb}", "wrong"),
    (r"\frac{\partial J}{\partial g_j} = [(q - t) V^T]_j", "right"),
    (r"\frac{\partial J}{\partial g_j} = [(t - q) V^T]_j", "wrong"),
    (r"\frac{\partial J}{\partial g} = (q - t) V^T", "right"),
    (r"\frac{\partial J}{\partial g} = (t - q) V^T", "wrong"),
]


def test_sums_are_left_out_below_a_derivative() -> None:
    for (line, wanted), found in zip(
        SIMPLE, each_verdict(NETWORK, lines=[f"$$ {line} $$" for line, _ in SIMPLE]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize("words", [ROWS, CALLED, ALL])
def test_sums_are_left_out_beside_arrays(words: str) -> None:
    for (line, wanted), found in zip(
        BESIDE_ARRAYS, each_verdict(NETWORK, words, lines=[f"$$ {line} $$" for line, _ in BESIDE_ARRAYS]), strict=True
    ):
        assert found == wanted, line


ON_THE_LEFT = [
    (r"[q - t]_b V_{jb} = \frac{\partial J}{\partial g_j}", "right"),
    (r"[t - q]_b V_{jb} = \frac{\partial J}{\partial g_j}", "wrong"),
    (r"\frac{\partial J}{\partial u_b} V_{jb} = \frac{\partial J}{\partial g_j}", "right"),
    (r"\frac{\partial}{\partial g_j} (g_i V_{ik} + c_k) = V_{ik} \delta_{ij} = V_{jk}", "right"),
    (r"\frac{\partial}{\partial g_j} (g_i V_{ik} + c_k) = V_{jk}", "right"),
    (r"\frac{\partial}{\partial g_j} (g_i V_{ik} + c_k) = 2 V_{ik} \delta_{ij}", "wrong"),
    (r"\frac{\partial (g_i V_{ik})}{\partial g_j} = V_{kj}", "wrong"),
]
"""A letter in two factors, once in each, that stands nowhere else in the line."""


def test_a_letter_in_two_factors_on_the_left_is_summed() -> None:
    for (line, wanted), found in zip(
        ON_THE_LEFT, each_verdict(NETWORK, CALLED, lines=[f"$$ {line} $$" for line, _ in ON_THE_LEFT]), strict=True
    ):
        assert found == wanted, line


def test_a_letter_twice_on_the_left_may_have_two_readings() -> None:
    cases = [
        r"\frac{\partial (g_i V_{ik})}{\partial g_j} = V_{ik}",
        r"\frac{\partial}{\partial g_j} (g_i V_{ik} + g_i) = V_{jk}",
        r"\frac{\partial u_k}{\partial c_k} = 1",
        r"\frac{\partial (g_j V_{jk})}{\partial g_j} = V_{jk}",
    ]
    for line, found in zip(
        cases, each_verdict(NETWORK, CALLED, lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found in ("unreadable", "unproved"), line


def test_what_a_letter_with_two_readings_stands_in_is_not_judged() -> None:
    line = r"$$ \frac{\partial}{\partial g_j} (g_i V_{ik} + g_i) = V_{ik} \delta_{ij} = V_{jk} $$"
    assert verdict(NETWORK, line) == "unreadable"


@pytest.mark.parametrize(
    "words", ["Not all vectors are row vectors.", r"$g$ is a row vector, $q$ and $t$ are columns.", ""]
)
def test_vectors_that_nothing_calls_rows_are_none(words: str) -> None:
    line = r"$$ \frac{\partial J}{\partial g} = (q - t) V^T $$"
    assert verdict(NETWORK, words, line) == "unreadable"


LAYERS = r"""+++
objective = "E"
sums = "implicit"
functions = ["\\sigma", "g"]
[ranges]
"k" = "2..L"
+++

$$ z^{(1)}_i = x_i $$

$$ u^{(k)}_i = W_{ij}^{(k)} z^{(k-1)}_j + b^{(k)}_i $$

$$ z^{(k)}_i = \sigma(u_i^{(k)}) $$

$$ E = \sum_i c_i g(z^{(L)}_i) $$

## Derivation
"""


def test_nobody_sums_over_layers() -> None:
    cases = [
        (r"\frac{\partial u_l^{(k)}}{\partial W_{ij}^{(k)}} = \delta_{il} \delta_{jm} z_m^{(k-1)}", "right"),
        (r"\frac{\partial u_l^{(k)}}{\partial W_{ij}^{(k)}} = \delta_{lj} z_i^{(k-1)}", "wrong"),
        (r"\frac{\partial E}{\partial W_{ij}^{(k)}} = \frac{\partial E}{\partial u_i^{(k)}} z_j^{(k-1)}", "right"),
        (r"\frac{\partial E}{\partial W_{ij}^{(k)}} = \frac{\partial E}{\partial u_i^{(k)}} z_j^{(k)}", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(LAYERS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line
