r"""`Everything below is for $i = 1, \dots, n$`: of the lines that have no range of their own.

By hand: of `M_i = \sum_{j>i} a_j`, `i = 0, .., n`, is `M_{i-1} = a_i + M_i` for `i = 1, .., n`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

BELOW = r"Everything below is for $i = 1, \dots, n$ if nothing else is said."
SUMS = r"$$ M_i = \sum_{j=i+1}^n a_j $$"
STEP = "$$ M_{i-1} = a_i + M_i $$"
RANGES = {
    "behind": SUMS + "\n\n" + r"for $i = 0, \dots, n$.",
    "behind, and what follows": SUMS + "\n\n" + r"for $i = 0, \dots, n$, so $M_n = 0$.",
    "in the same paragraph": SUMS + "\n" + r"for $i = 0, \dots, n$, hence $M_n = 0$.",
    "beside": r"$$ M_i = \sum_{j=i+1}^n a_j \quad (i = 0, \dots, n) $$",
}


@pytest.mark.parametrize("sums", RANGES.values(), ids=RANGES)
def test_a_definition_with_a_range_of_its_own(sums: str) -> None:
    assert each_verdict(BELOW, sums, lines=[STEP, STEP.replace("a_i", "a_{i-1}"), STEP.replace("+ M_i", "- M_i")]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_other_conditions_are_added() -> None:
    """A line for `i \\ge 2` is one of those for `i = 1, .., n`."""
    page = BELOW, r"$$ s_i = \sum_{j=1}^i a_j $$"
    assert each_verdict(
        *page, lines=[r"$$ s_i = s_{i-1} + a_i \quad (i \ge 2) $$", r"$$ s_i = s_{i-1} + a_{i-1} \quad (i \ge 2) $$"]
    ) == ["right", "wrong"]


def test_the_next_sentence() -> None:
    """A range of a sentence of its own is that of the equation which it is said of."""
    page = BELOW, RANGES["beside"], r"For $i = 2, \dots, n$, so to say, $M_{i-2} = a_{i-1} + M_{i-1}$."
    assert verdict(*page) == "right"
