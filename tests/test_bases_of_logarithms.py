r"""Logarithms to other bases: below the word, and where a page says which one its `\log` has."""

from __future__ import annotations

import pytest

from .judging import verdict

ENTROPY = r"$$H = -\sum_{k=1}^K p_k \log_2 p_k$$"
SOFTMAX = r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}, \quad E = -\sum_{k=1}^K t_k \log p_k$$"
TEN = r"$$\log p_k = \frac{\ln p_k}{\ln 10}$$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial H}{\partial p_k} = -\log_2 p_k - \frac{1}{\ln 2}", "right"),
        (r"\frac{\partial H}{\partial p_k} = -\frac{\ln p_k + 1}{\log 2}", "right"),
        (r"\frac{\partial H}{\partial p_k} = -\log_2 p_k - 1", "wrong"),
        (r"\frac{\partial H}{\partial p_k} = -\log_{10} p_k - \frac{1}{\ln 10}", "wrong"),
        (r"\frac{\partial H}{\partial p_k} = -\log p_k - 1", "wrong"),
    ],
)
def test_the_base_stands_below(line: str, expected: str) -> None:
    assert verdict(ENTROPY, f"$${line}$$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial z_i} = -\frac{1}{\ln 10} \sum_{k=1}^K t_k (\delta_{ik} - p_i)", "right"),
        (r"\frac{\partial E}{\partial z_i} = -\sum_{k=1}^K t_k (\delta_{ik} - p_i)", "wrong"),
        (r"\frac{\partial \log p_k}{\partial z_i} = \frac{\delta_{ik} - p_i}{\ln 10}", "right"),
        (r"\frac{\partial \ln p_k}{\partial z_i} = \delta_{ik} - p_i", "right"),
    ],
)
def test_the_base_is_that_of_the_page(line: str, expected: str) -> None:
    assert verdict(SOFTMAX, TEN, f"$${line}$$") == expected


@pytest.mark.parametrize(
    "said",
    [
        r"$$\log p_k = \frac{\log p_k}{\log 10}$$",
        r"$$\log_{10} p_k = \frac{\ln p_k}{\ln 10}$$",
        r"$$\ln p_k = \frac{\log p_k}{\log 10}$$",
        r"$$\log p_k = \frac{\ln p_k}{\ln 10}$$ $$\log p_k = \frac{\ln p_k}{\ln 2}$$",
    ],
)
def test_nothing_else_says_so(said: str) -> None:
    line = r"$$\frac{\partial E}{\partial z_i} = -\sum_{k=1}^K t_k (\delta_{ik} - p_i)$$"
    assert verdict(SOFTMAX, said, line) == "right"


CLASSES = r"""$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} \qquad L = -\sum_k t_k \log p_k$$"""


@pytest.mark.parametrize(
    ("said", "natural"),
    [
        (r"Here $\log$ is to base 2.", "wrong"),
        ("All logarithms are to the base $2$.", "wrong"),
        ("We use the binary logarithm.", "wrong"),
        ("対数（log）の底は 2 とする。", "wrong"),
        (r"Der Logarithmus $\log$ ist zur Basis 2.", "wrong"),
        ("Logarithms are not to base 2.", "right"),
        ("Shannon takes logarithms to base 2.", "right"),
        ("Logarithms are to base 2 or 10.", "right"),
    ],
)
def test_bases_in_words(said: str, natural: str) -> None:
    assert verdict(said, CLASSES, r"$$\frac{\partial L}{\partial p_k} = -\frac{t_k}{p_k}$$") == natural
    scaled = r"$$\frac{\partial L}{\partial p_k} = -\frac{t_k}{p_k \ln 2}$$"
    assert verdict(said, CLASSES, scaled) == ("right" if natural == "wrong" else "wrong")
