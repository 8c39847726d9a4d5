r"""Matrices of which words tell the rows or columns, beside the entries of these: `$p_u$ is the $u$-th row of $P$`."""

from __future__ import annotations

import pytest

from .judging import check

REST = r"""

$$ s_{ui} = \sum_{k=1}^{K} p_{uk} q_{ik}, \qquad L = \sum_{u=1}^{U} \sum_{i=1}^{M} (r_{ui} - s_{ui})^2 $$

Let $R = (r_{ui})$ and $S = (s_{ui})$.

"""
ROWS = (
    r"The vector $p_u$ is the $u$-th row of $P$, $q_i$ is the $i$-th row of the matrix $Q$.",
    r"""- $p_u = (p_{uk})$ : vector of user $u$, the $u$-th row of $P$
- $q_i = (q_{ik})$ : vector of item $i$, the $i$-th row of $Q$""",
    r"$P \in \mathbb{R}^{U \times K}$, $Q \in \mathbb{R}^{M \times K}$, "
    r"where $p_u$ denotes the $u$-th row of $P$ and $q_i$ is the $i$-th row of $Q$.",
    r"$P$ の第 $u$ 行を $p_u$、$Q$ の第 $i$ 行を $q_i$ とする。",
    r"$P$ 的第 $u$ 行为 $p_u$，$Q$ 的第 $i$ 行为 $q_i$。",
)
COLUMNS = (
    r"The vector $p_u$ is the $u$-th column of $P$, $q_i$ is the $i$-th column of $Q$.",
    r"$P$ 的第 $u$ 列为 $p_u$，$Q$ 的第 $i$ 列为 $q_i$。",
    r"$P^T = (p_{uk})$, $Q^T = (q_{ik})$.",
)
BY_ROWS = (
    (r"\frac{\partial L}{\partial P} = -2 (R - S) Q", "right"),
    (r"\frac{\partial L}{\partial Q} = -2 (R - S)^T P", "right"),
    (r"\frac{\partial L}{\partial Q} = 2 (R - S)^T P", "wrong"),
)
BY_COLUMNS = (
    (r"\frac{\partial L}{\partial P} = -2 Q (R - S)^T", "right"),
    (r"\frac{\partial L}{\partial Q} = -2 P (R - S)", "right"),
    (r"\frac{\partial L}{\partial Q} = 2 P (R - S)", "wrong"),
)


@pytest.mark.parametrize("words", ROWS)
def test_rows(words: str) -> None:
    claims = check(words + REST + "\n\n".join(f"$$ {line} $$" for line, _ in BY_ROWS)).claims[-3:]
    assert [str(c.judgement) for c in claims] == [expected for _, expected in BY_ROWS]


@pytest.mark.parametrize("words", COLUMNS)
def test_columns(words: str) -> None:
    claims = check(words + REST + "\n\n".join(f"$$ {line} $$" for line, _ in BY_COLUMNS)).claims[-3:]
    assert [str(c.judgement) for c in claims] == [expected for _, expected in BY_COLUMNS]


@pytest.mark.parametrize(
    "words",
    [
        r"The vector $p_u$ is the $u$-th column of $P$, $q_i$ is the $i$-th column of $Q$.",
        r"$P^T = (p_{uk})$, $Q^T = (q_{ik})$.",
    ],
)
def test_other_words(words: str) -> None:
    claims = check(words + REST + "\n\n".join(f"$$ {line} $$" for line, _ in BY_ROWS)).claims[-3:]
    assert "right" not in [str(c.judgement) for c in claims]
