r"""Sums over several letters that say where all of them end, `\sum_{ij}^{N}`; data that may be symmetric or not."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""+++
objective = "J"
ranges = { i = "1..N", j = "1..N", k = "1..N" }
+++
SAID

$$ e_{ij} = u_i + u_j - c_{ij} $$

$$ J = \frac12 \sum_{LETTERS}^N a_{ij} e_{ij}^2 $$

"""
LINES = [
    (r"\frac{\partial J}{\partial u_k} = \sum_{j}^N (a_{kj} e_{kj} + a_{jk} e_{jk})", "right"),
    (r"\frac{\partial J}{\partial u_k} = \sum_{LETTERS}^N a_{ij} e_{ij} (\delta_{ik} + \delta_{jk})", "right"),
    (r"\frac{\partial J}{\partial u_k} = \sum_{j}^N a_{kj} e_{kj}", "wrong"),
    (r"\frac{\partial J}{\partial u_k} = \sum_{LETTERS}^N a_{ij} e_{ij} \delta_{ik}", "wrong"),
    (r"\frac{\partial J}{\partial u_k} = \sum_{LETTERS}^N a_{ij} e_{ij}", "wrong"),
    (r"\frac{\partial J}{\partial a_{ij}} = \frac12 e_{ij}^2", "right"),
]


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


@pytest.mark.parametrize("letters", ["ij", "i,j", "i j"])
def test_all_letters_run_as_far(letters: str) -> None:
    page = (PAGE + "\n\n".join(f"$$ {line} $$" for line, _ in LINES)).replace("LETTERS", letters)
    assert verdicts(page.replace("SAID", "")) == [expected for _, expected in LINES]


def test_letters_of_other_ranges_are_not_taken_so_far() -> None:
    page = PAGE.replace('j = "1..N"', 'j = "1..M"').replace("LETTERS", "ij").replace("SAID", "")
    assert verdicts(page + r"$$ \frac{\partial J}{\partial a_{ij}} = \frac12 e_{ij}^2 $$")[0] == "unreadable"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("$a$ 与 $c$ 不一定对称。", "wrong"),
        ("矩阵 $a$ 未必是对称的，$c$ 也不对称。", "wrong"),
        ("$a$ 与 $c$ 是对称矩阵。", "right"),
    ],
)
def test_symmetry_denied_in_chinese(said: str, expected: str) -> None:
    page = PAGE.replace("LETTERS", "ij").replace("SAID", said)
    assert verdicts(page + r"$$ \frac{\partial J}{\partial u_k} = 2 \sum_{j}^N a_{kj} e_{kj} $$") == [expected]
