r"""Sets that words call everything, `the set $\mathcal{S}$ of all nodes`, `a network $\mathcal{S}$ of $N$ nodes`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""+++
[ranges]
"i" = "1..N"
"j" = "1..N"
+++

@@

$$ u_i = \sum_{j \in \mathcal{S}} w_{ij} g(x_j) $$

$$ E = \sum_{i=1}^N (u_i - x_i)^2 $$

$$ \frac{\partial E}{\partial w_{ij}} = 2 (u_i - x_i) g(x_j) $$

$$ \frac{\partial E}{\partial x_i} = 2 \sum_j (u_j - x_j) w_{ji} g'(x_i) - 2 (u_i - x_i) $$

$$ \frac{\partial E}{\partial x_i} = 2 \sum_j (u_j - x_j) w_{ij} g'(x_i) - 2 (u_i - x_i) $$

$$ \frac{\partial E}{\partial x_i} = 2 \sum_{j \in \mathcal{S}} (u_j - x_j) w_{ji} g'(x_i) - 2 (u_i - x_i) $$
"""


def verdicts(said: str) -> list[str]:
    return [str(c.judgement) for c in check(PAGE.replace("@@", said)).claims][-4:]


@pytest.mark.parametrize(
    "said",
    [
        r"Let $\mathcal{S}$ be the set of all nodes.",
        r"Here $\mathcal{S}$ denotes the set of all units, and $x_j$ is an activation.",
        r"We sum over the set of all neurons $\mathcal{S}$.",
        r"Let $x_i$ be the state of node $i$ in the set $\mathcal{S}$ of all nodes.",
        r"$x_i$ is the state of node $i$ in a network $\mathcal{S}$ of $N$ nodes, $u_i$ what is predicted.",
        r"Consider a fully connected network $\mathcal{S}$ with $N$ units.",
        r"$\mathcal{S}$ is the set of all nodes in the network, $u_i$ the prediction and $x_i$ the state of node $i$.",
    ],
)
def test_all_there_is(said: str) -> None:
    assert verdicts(said) == ["right", "right", "wrong", "right"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Let $\mathcal{S}$ be the set of all nodes that fire.",
        r"Let $\mathcal{S}$ be a subset of the set of all nodes.",
        r"$\mathcal{S}$ is not the set of all nodes.",
        r"$\mathcal{S}$ is the set of all nodes except $i$.",
        r"If $\mathcal{S}$ is the set of all nodes, this is dense.",
        r"We do not assume that $\mathcal{S}$ is the set of all nodes.",
        r"Consider a sub-network $\mathcal{S}$ of $N$ nodes.",
        r"Consider a network with a part $\mathcal{S}$ of $N$ nodes.",
        r"Consider a network $\mathcal{S}$ of $M$ nodes.",
        r"Let $\mathcal{S}$ be the set of all nodes, save for the first.",
        r"Let $\mathcal{S}$ be the set of all units, lying in front of $i$.",
        r"We sum over the set of all neurons $\mathcal{S}$ in front of $i$.",
        r"Let $\mathcal{S}$ be the set of all nodes, and $i$ is the one that is left out.",
        r"Apart from $i$, this is the set $\mathcal{S}$ of all nodes.",
        r"Consider a network $\mathcal{S}$ with $N$ visible units.",
        r"Consider a network $\mathcal{S}$ with $N$ units and $K$ biases.",
        r"Consider a network $\mathcal{S}$ of $N$ nodes, counted from $0$ on.",
        r"Let $\mathcal{S}$ be the set of all nodes. The first one has the state $x_0$.",
    ],
)
def test_perhaps_a_part(said: str) -> None:
    assert not {"right", "wrong"} & {*verdicts(said)}
