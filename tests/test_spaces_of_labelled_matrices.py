r"""Matrices with a label that a sentence makes of their entries and puts into a space besides."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n[ranges]\n"i" = "1..C_l"\n"j" = "1..S_l"\n+++'
NET = [
    r"$$ E = \frac12 \sum_{i=1}^{C_l} \sum_{j=1}^{S_l} (B_{ij}^l - P_{ij}^l)^2 $$",
    r"Here $B^l = (B_{ij}^l) \in \mathbb{R}^{C_l \times S_l}$ and $P^l = (P_{ij}^l)$; the layer $l$ is fixed.",
]
LINES = [
    (r"\frac{\partial E}{\partial B_{ij}^l} = \left(B^l - P^l\right)_{ij}", "right"),
    (r"\frac{\partial E}{\partial B_{ij}^l} = 2 \left(B^l - P^l\right)_{ij}", "wrong"),
    (r"\frac{\partial E}{\partial B^l} = B^l - P^l", "right"),
    (r"\frac{\partial E}{\partial B^l} = B^l + P^l", "wrong"),
]


def test_the_space_says_no_more() -> None:
    """The letters of its entries have these ranges."""
    for (line, found), judged_so in zip(
        LINES, each_verdict(FRONT, *NET, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert judged_so == found, line


@pytest.mark.parametrize("line", [LINES[0][0], LINES[2][0]])
def test_another_space_is_kept(line: str) -> None:
    """Sizes that are not those of the letters leave the line open."""
    net = [x.replace(r"{C_l \times S_l}", r"{S_l \times C_l}") for x in NET]
    assert verdict(FRONT, *net, f"$$ {line} $$") != "wrong"


GRAM = [
    r"$$ G_{ij}^l = \sum_{k=1}^{S_l} B_{ik}^l B_{jk}^l $$ ( $i = 1, \dots, C_l$, $j = 1, \dots, C_l$ )",
    r"$$ E = \frac12 \sum_{i=1}^{C_l} \sum_{j=1}^{C_l} (G_{ij}^l - P_{ij}^l)^2 $$",
    r"Here $B^l = (B_{ij}^l) \in \mathbb{R}^{C_l \times S_l}$, $G^l = (G_{ij}^l)$ is $C_l \times C_l$.",
]
EQUAL = r" ( $C_l = S_l$ )"


OF_SQUARE = r"\frac{\partial G_{ii}^l}{\partial B_{ij}^l} = "


@pytest.mark.parametrize(
    ("line", "where", "found"),
    [
        ("2 B_{ij}^l", "", "right"),
        ("2 B_{ij}^l", EQUAL, "right"),
        ("2 B_{ji}^l", EQUAL, "wrong"),
        ("B_{ij}^l", "", "wrong"),
    ],
)
def test_equal_sizes_are_a_condition(line: str, where: str, found: str) -> None:
    """One line that supposes them leaves the others as they are."""
    page = [FRONT, *GRAM, f"$$ {OF_SQUARE} 3 B_{{ji}}^l $${EQUAL}"]
    assert verdict(*page, f"$$ {OF_SQUARE} {line} $${where}") == found


WHOLES = [
    r"$$ G_{ij}^l = \sum_{k=1}^{S_l} B_{ik}^l B_{jk}^l $$ ( $i = 1, \dots, C_l$, $j = 1, \dots, C_l$ )",
    r"$$ R_{ij}^l = \sum_{k=1}^{C_l} B_{ki}^l B_{kj}^l $$ ( $i = 1, \dots, S_l$, $j = 1, \dots, S_l$ )",
    r"$$ H_{ij}^l = G_{ij}^l + R_{ij}^l $$ ( $i = 1, \dots, C_l$, $j = 1, \dots, C_l$, $C_l = S_l$ )",
    r"$$ E = \sum_{i=1}^{C_l} \sum_{j=1}^{C_l} (H_{ij}^l)^2 $$",
    r"Here $B^l = (B_{ij}^l) \in \mathbb{R}^{C_l \times S_l}$, $G^l = (G_{ij}^l)$ is $C_l \times C_l$, "
    r"$H^l = (H_{ij}^l)$ and $R^l = (R_{ij}^l)$ is $S_l \times S_l$.",
]


@pytest.mark.parametrize(
    "line",
    [
        r"H^l = B^l (B^l)^\top + (B^l)^\top B^l",
        r"\frac{\partial E}{\partial B_{ij}^l} = 4 (H^l B^l + B^l H^l)_{ij}",
    ],
)
@pytest.mark.parametrize("sizes", ["C_l, S_l", "C, S"])
def test_shapes_that_fit_where_sizes_are_equal_are_not_wrong(line: str, sizes: str) -> None:
    """What does not fit does so only where the sizes differ."""
    one, two = sizes.split(", ")
    page = "\n\n".join([FRONT, *WHOLES, f"$$ {line} $${EQUAL}"]).replace("C_l", one).replace("S_l", two)
    assert verdict(page) != "wrong"
