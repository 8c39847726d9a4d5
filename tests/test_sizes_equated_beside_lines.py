r"""Sizes that conditions beside displays equate: several in one chain, different ones beside different lines, and sizes
with labels.

By hand: `y = W x`, so that the derivative by `x_j` is `\sum_p w_{pj} \partial L/\partial y_p`, also where W is square.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$y_{pq} = \sum_{i=1}^{n} w_{pi} x_{iq} \quad (p = 1, \dots, m; q = 1, \dots, N)$$"
    r" $$L = \sum_{p=1}^{m} \sum_{q=1}^{N} c_{pq} g(y_{pq})$$"
)
BY_W = r"$$\frac{\partial L}{\partial w_{pi}} = \sum_{q=1}^{N} \frac{\partial L}{\partial y_{pq}} x_{%s}$$"
BY_X = r"$$\frac{\partial L}{\partial x_{iq}} = \sum_{p=1}^{m} \frac{\partial L}{\partial y_{pq}} w_{%s}$$"


def test_a_chain_of_sizes() -> None:
    cases = ["m = n = N", "n = N = m", "N = m = n"]
    for chain, found in zip(
        cases, each_verdict(NETWORK, lines=[BY_W % "iq" + f" ( ${chain}$ )" for chain in cases]), strict=True
    ):
        assert found == "right", chain
    for chain, found in zip(
        cases, each_verdict(NETWORK, lines=[BY_W % "qi" + f" ( ${chain}$ )" for chain in cases]), strict=True
    ):
        assert found == "wrong", chain


def test_different_conditions_beside_different_lines() -> None:
    first = BY_W % "qi" + " ( $m = n = N$ )\n\n"
    assert each_verdict(
        NETWORK, lines=[first + BY_X % "ip" + " ( $m = n$ )", first + BY_X % "pi" + " ( $m = n$ )"]
    ) == ["wrong", "right"]


def test_a_size_in_a_chain_is_no_index() -> None:
    mean = NETWORK.replace(r"L = ", r"L = \frac{1}{N} ")
    line = r"$$\frac{\partial L}{\partial y_{pq}} = %s c_{pq} g'(y_{pq})$$ ( $N = m = n$ )"
    assert each_verdict(mean, lines=[line % r"\frac{1}{N}", line % r"\frac{1}{m}", line % r"\frac{2}{N}"]) == [
        "right",
        "right",
        "wrong",
    ]


SCORES = (
    r"$$S_{ij} = \sum_{k=1}^{d} Q_{ik} K_{jk}$$"
    r" $$Y_{ic} = \sum_{j=1}^{n} S_{ij} V_{jc} \quad (c = 1, \dots, d_{%s})$$"
    r" $$L = \sum_{i=1}^n \sum_{c=1}^{d_{%s}} b_{ic} g(Y_{ic})$$"
)
SHORT = r"$$\frac{\partial L}{\partial S_{ij}} = \sum_{c=1}^{d} \frac{\partial L}{\partial Y_{ic}} V_{jc}$$"


@pytest.mark.parametrize("label", ["ff", "mo", "ffn"])
def test_sizes_labelled_by_runs_of_letters(label: str) -> None:
    page = SCORES.replace("%s", label)
    size = f"d_{{{label}}}"
    for told in (f" ($d = {size}$)", f" ( ${size} = d$ )"):
        assert each_verdict(page, lines=[SHORT + told, SHORT.replace("V_{jc}", "V_{ic}") + told]) == ["right", "wrong"]
    assert verdict(page, f"Here $d = {size}$.\n\n", SHORT) == "right"
    for words in (f"Often $d = {size}$.", f"If ${size} = d$, it is square.", f"It is not said that $d = {size}$."):
        assert verdict(page, words + "\n\n", SHORT) != "right"
