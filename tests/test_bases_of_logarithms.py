r"""Logarithms to other bases: below the word, and where a page says which one its `\log` has."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENTROPY = r"$$H = -\sum_{k=1}^K p_k \log_2 p_k$$"
SOFTMAX = r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}, \quad E = -\sum_{k=1}^K t_k \log p_k$$"
TEN = r"$$\log p_k = \frac{\ln p_k}{\ln 10}$$"


def test_the_base_stands_below() -> None:
    cases = [
        (r"\frac{\partial H}{\partial p_k} = -\log_2 p_k - \frac{1}{\ln 2}", "right"),
        (r"\frac{\partial H}{\partial p_k} = -\frac{\ln p_k + 1}{\log 2}", "right"),
        (r"\frac{\partial H}{\partial p_k} = -\log_2 p_k - 1", "wrong"),
        (r"\frac{\partial H}{\partial p_k} = -\log_{10} p_k - \frac{1}{\ln 10}", "wrong"),
        (r"\frac{\partial H}{\partial p_k} = -\log p_k - 1", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(ENTROPY, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_base_is_that_of_the_page() -> None:
    cases = [
        (r"\frac{\partial E}{\partial z_i} = -\frac{1}{\ln 10} \sum_{k=1}^K t_k (\delta_{ik} - p_i)", "right"),
        (r"\frac{\partial E}{\partial z_i} = -\sum_{k=1}^K t_k (\delta_{ik} - p_i)", "wrong"),
        (r"\frac{\partial \log p_k}{\partial z_i} = \frac{\delta_{ik} - p_i}{\ln 10}", "right"),
        (r"\frac{\partial \ln p_k}{\partial z_i} = \delta_{ik} - p_i", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SOFTMAX, TEN, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


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
    ],
)
def test_bases_in_words(said: str, natural: str) -> None:
    assert verdict(said, CLASSES, r"$$\frac{\partial L}{\partial p_k} = -\frac{t_k}{p_k}$$") == natural
    scaled = r"$$\frac{\partial L}{\partial p_k} = -\frac{t_k}{p_k \ln 2}$$"
    assert verdict(said, CLASSES, scaled) == ("right" if natural == "wrong" else "wrong")


NATURALLY, BY_TWO = (rf"$$\frac{{\partial L}}{{\partial p_k}} = -\frac{{t_k}}{{p_k{x}}}$$" for x in ("", r" \ln 2"))


@pytest.mark.parametrize(
    "said",
    [
        "log denotes log base 2.",
        r"$\log$ is base 2.",
        "Logs are base 2 throughout.",
        "(log base 2)",
        "logの底は2",
        "对数的底为2。",
        r"Dabei ist $\log$ der Logarithmus zur Basis 2.",
        "로그의 밑은 2이다.",
    ],
)
def test_bases_in_more_words(said: str) -> None:
    assert each_verdict(said, CLASSES, lines=[BY_TWO, NATURALLY]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "We use log base 2, so that entropy is measured in bits.",
        "Logarithms are to base 2 or 10.",
        "The unit of the entropy is bits.",
        r"As many authors do, we take $\log$ to base 2 from now on.",
        "Logarithms are not natural but to base 2.",
    ],
)
def test_words_about_bases_that_are_not_clear(said: str) -> None:
    for line in (NATURALLY, BY_TWO):
        assert verdict(said, CLASSES, line) in ("unproved", "unreadable")
        assert verdict(said, CLASSES.replace(r"\log", r"\ln"), line) == ("right" if line == NATURALLY else "wrong")


@pytest.mark.parametrize(
    "said",
    [
        "有时以 2 为底，这里用自然对数。",
        r"$\lg$ is the logarithm to base 2.",
        "Some books use logarithms to base 2.",
        "Logarithms are natural, not base 2.",
        "The base of the number system is 2.",
    ],
)
def test_words_about_bases_of_something_else(said: str) -> None:
    assert each_verdict(said, CLASSES, lines=[NATURALLY, BY_TWO]) == ["right", "wrong"]
