r"""Indicators of which words say other values than 1 and 0, `$\delta(y_i = j)$ is $1$ if $y_i = j$, else $-1$`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $i = 1, \dots, n$ and $j = 1, \dots, K$:

$$p_{ij} = \frac{\exp(z_{ij})}{\sum_{k=1}^K \exp(z_{ik})}$$

$$E = -\sum_{i=1}^n \sum_{j=1}^K @(y_i = j) \log p_{ij}$$

%s

$$\frac{\partial E}{\partial z_{ij}} = p_{ij} - @(y_i = j)$$
"""


def last(said: str, sign: str) -> str:
    return str(check((PAGE % said).replace("@", sign)).claims[-1].judgement)


@pytest.mark.parametrize("sign", [r"\delta", r"\mathbb{1}"])
@pytest.mark.parametrize(
    "said",
    [
        "Here $@(y_i = j)$ is 1 if $y_i = j$ and $-1$ otherwise.",
        "Here $@(y_i = j)$ is 0 if $y_i = j$ and 1 otherwise.",
        r"Here $@(y_i = j)$ is 1 if $y_i \ne j$ and 0 otherwise.",
        "Here $@(y_i = j)$ takes the value $K$ when $y_i = j$, otherwise it is 0.",
        r"where $@(y_i = j) = 1$ if $y_i = j$ and $\epsilon$ otherwise.",
        "ここで $@(y_i = j)$ は $y_i = j$ のとき 1、それ以外は $-1$ とする。",
    ],
)
def test_other_values(said: str, sign: str) -> None:
    assert last(said, sign) not in ("right", "wrong")


@pytest.mark.parametrize("sign", [r"\delta", r"\mathbb{1}"])
@pytest.mark.parametrize(
    "said",
    [
        "Here $@(y_i = j)$ is 1 if $y_i = j$ and 0 otherwise.",
        "Here $@(y_i = j)$ is one when example $i$ has the class $j$ and zero otherwise.",
        "where $@(y_i = j) = 1$ if $y_i = j$, and $0$ otherwise.",
        r"where $@(y_i = j)$ is the indicator, for $i = 1, \dots, n$.",
        "ここで $@(y_i = j)$ は $y_i = j$ のとき 1、それ以外は $0$ とする。",
    ],
)
def test_the_usual_values(said: str, sign: str) -> None:
    assert last(said, sign) == "right"
