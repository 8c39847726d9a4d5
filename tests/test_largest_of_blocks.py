r"""Where an entry is the largest of its block: `z_{2i+a} = p_i` for `p_i = \max_a z_{2i+a}`, over two letters, too.

By hand: the largest of a block has the slope 1 by the entry that it is, and 0 by the others.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LINE = (
    '+++\nobjective = "J"\nfunctions = ["f"]\n[ranges]\n"a" = "0..1"\n"i" = "0..R-1"\n"m" = "1..M"\n+++\n'
    r"$$ z_{m,i} = f(u_{m,i}) $$ ( $i = 0, \dots, 2R-1$ ) $$ p_{m,i} = \max_{a \in \{0,1\}} z_{m,2i+a} $$"
    r"$$ J = \sum_{m=1}^M \sum_{i=0}^{R-1} q_{m,i} p_{m,i} $$"
)
PLANE = (
    '+++\nobjective = "J"\nfunctions = ["f"]\n[ranges]\n"a" = "0..1"\n"b" = "0..1"\n'
    '"i" = "0..R-1"\n"j" = "0..Q-1"\n+++\n'
    r"$$ z_{i,j} = f(u_{i,j}) $$ ( $i = 0, \dots, 2R-1$, $j = 0, \dots, 2Q-1$ )"
    r"$$ p_{i,j} = \max_{a,b \in \{0,1\}} z_{2i+a,2j+b} $$ $$ J = \sum_{i=0}^{R-1} \sum_{j=0}^{Q-1} q_{i,j} p_{i,j} $$"
)
OF_LINE = r"\mathbb{1}_{\{z_{m,2i+a} = p_{m,i}\}}"
OF_PLANE = r"\mathbb{1}\{z_{2i+a,2j+b} = p_{i,j}\}"


@pytest.mark.parametrize("typed", [OF_LINE, OF_LINE.replace("_{", "", 1)[:-1], r"\mathbb{1}[z_{m,2i+a} = p_{m,i}]"])
def test_blocks_of_a_line(typed: str) -> None:
    line = r"$$ \frac{\partial p_{m,i}}{\partial z_{m,2i+a}} = %s $$"
    assert each_verdict(LINE, lines=[line % typed, line % f"2 {typed}", line % "1"]) == ["right", "wrong", "wrong"]


def test_blocks_of_a_plane() -> None:
    line = r"$$ \frac{\partial p_{i,j}}{\partial z_{2i+a,2j+b}} = %s $$"
    assert each_verdict(PLANE, lines=[line % OF_PLANE, line % f"(1 - {OF_PLANE})"]) == ["right", "wrong"]
    line = r"$$ \frac{\partial J}{\partial u_{2i+a,2j+b}} = f'(u_{2i+a,2j+b}) \, SIDE \, q_{i,j} $$".replace(
        "SIDE", OF_PLANE
    )
    assert each_verdict(
        PLANE,
        lines=[
            line,
            line.replace("f'(u_{2i+a,2j+b})", "f'(u_{2i,2j})"),
            line.replace(r"\, q", r"\, \frac14 q"),
            line.replace(OF_PLANE, ""),
        ],
    ) == ["right", "wrong", "wrong", "wrong"]


def test_an_entry_of_another_block() -> None:
    line = r"$$ \frac{\partial p_{m,i}}{\partial z_{m,2i+a}} = \mathbb{1}_{\{z_{m,i+a} = p_{m,i}\}} $$"
    assert verdict(LINE, line) != "right"
