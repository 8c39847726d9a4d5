"""A star or a word above a vector and its entries, and rows listed by entries in small letters."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NETWORK = (
    r"$$ a_j = \sum_{i=1}^{D} v_{ji} x_i \quad (1 \le j \le M) $$",
    r"$$ F = \frac{1}{2} \sum_{j=1}^{M} (a_j - a_j^{MARK})^2 $$",
)


@pytest.mark.parametrize("mark", ["*", r"\text{goal}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial F}{\partial a} = a - a^{MARK}", "right"),
        (r"\frac{\partial F}{\partial a} = a^{MARK} - a", "wrong"),
        (r"\frac{\partial F}{\partial v} = (a - a^{MARK}) x^T", "right"),
        (r"\frac{\partial F}{\partial x} = v (a - a^{MARK})", "wrong"),
        (r"\frac{\partial F}{\partial a^{MARK}} = a - a^{MARK}", "wrong"),
    ],
)
def test_the_marked_letter_is_the_vector_of_the_marked_entries(line: str, expected: str, mark: str) -> None:
    page = (*NETWORK, "## Derivation", f"$$ {line} $$")
    assert verdict(*(part.replace("MARK", mark) for part in page)) == expected


@pytest.mark.parametrize("line", [r"\nabla F(w^*) = 0", r"F(w^*) = 0"])
def test_what_is_taken_at_a_starred_point_stays_open(line: str) -> None:
    loss = r"$$ F(w) = \frac{1}{2} \sum_{j=1}^{M} (w_j - c_j)^2 $$"
    said = r"The minimum is at $w^*$ with entries $w_j^*$."
    assert verdict(loss, said, "## Derivation", f"$$ {line} $$") in ("unproved", "unreadable")


@pytest.mark.parametrize("factor", ["", "2 "])
def test_conjugates_stay_open(factor: str) -> None:
    loss, said = r"$$ F = \sum_{j=1}^{M} z_j z_j^* $$", "Here $z_j^*$ is the complex conjugate of $z_j$."
    line = rf"$$ \frac{{\partial F}}{{\partial z}} = {factor}z^* $$"
    assert verdict(loss, said, "## Derivation", line) == "unproved"


LISTED = (
    r"$$ z_j = \sum_{i=1}^{m} u_i w_{ij} \quad (1 \le j \le n) $$",
    r"$$ E = \frac{1}{n} \sum_{j=1}^{n} (z_j - z_j^*)^2 $$",
    r"Here $U = [u_1 \ \cdots \ u_m]$, $Z = [z_1 \ \cdots \ z_n]$ and $Z^* = [z_1^* \ \cdots \ z_n^*]$ are rows,"
    r" $W = (w_{ij})$.",
    "## Derivation",
)


def test_rows_that_a_sentence_lists() -> None:
    cases = [
        (r"\frac{\partial E}{\partial U} = \frac{\partial E}{\partial Z} W^T", "right"),
        (r"\frac{\partial E}{\partial W} = U^T \frac{\partial E}{\partial Z}", "right"),
        (r"\frac{\partial E}{\partial Z} = \frac{2}{n} (Z - Z^*)", "right"),
        (r"\frac{\partial E}{\partial Z} = \frac{2}{n} (Z^* - Z)", "wrong"),
        (r"\frac{\partial E}{\partial Z} = \frac{1}{n} (Z - Z^*)", "wrong"),
        (r"\frac{\partial E}{\partial W} = U^T (Z - Z^*)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*LISTED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
