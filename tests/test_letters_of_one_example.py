r"""A loss of one pair or triplet: `L = \log(1 + e^{-(s_{qi} - s_{qj})})` beside `s_{qi} = a_q^T b_i`.

Labels by hand: with the score of i defined, and that of j by the same formula, L depends on a through both.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SCORES = r"$$ s_{qi} = a_q^T b_i $$"
LOSS = r"$$ L = \log(1 + e^{-(s_{qi} - s_{qj})}) + \frac{c}{2} \|a_q\|^2 + \frac{c}{2} \|b_i\|^2 $$"
SHARE = r"\frac{1}{1 + e^{s_{qi} - s_{qj}}}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial a_q} = -SHARE (b_i - b_j) + c a_q$$", "right"),
        (r"\frac{\partial L}{\partial a_q} = -SHARE b_i + c a_q$$", "wrong"),
        (r"\frac{\partial L}{\partial b_j} = SHARE a_q$$", "right"),
        (r"\frac{\partial L}{\partial b_j} = SHARE a_q$$ ($i \ne j$)", "right"),
        (r"\frac{\partial L}{\partial b_j} = -SHARE a_q$$ (for $i \neq j$)", "wrong"),
        (r"\frac{\partial L}{\partial b_i} = -SHARE a_q + c b_i \quad (i \ne j)$$", "right"),
        (r"\frac{\partial L}{\partial b_i} = -SHARE b_i + c b_i$$ ($i \ne j$)", "wrong"),
    ],
)
def test_what_is_defined_for_one_item_is_so_for_the_other(line: str, expected: str) -> None:
    said = "$$ b_j $$ is the vector of the other item."
    assert verdict(SCORES, LOSS, said, "# Derivation", "$$" + line.replace("SHARE", SHARE)) == expected


@pytest.mark.parametrize("said", [r"unless $i \ne j$.", r"; it may be that $i \ne j$.", "($i = j$)"])
def test_other_words_about_the_letters_are_no_such_condition(said: str) -> None:
    line = rf"$$\frac{{\partial L}}{{\partial b_j}} = {SHARE} a_q$$ {said}"
    assert verdict(SCORES, LOSS, "$$ b_j $$ is a vector.", "# Derivation", line) not in ("right", "wrong")


def test_letters_that_change_places() -> None:
    """By hand: `g_{ji}` is `v_j - v_i`, and so has the derivative -1 by `v_i`."""
    cases = [
        (r"\frac{\partial L}{\partial v_i} = 2 g_{ij} - 5", "right"),
        (r"\frac{\partial L}{\partial v_i} = 2 g_{ij}", "wrong"),
        (r"\frac{\partial L}{\partial v_j} = -2 g_{ij} + 5", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            r"$$g_{ij} = v_i - v_j$$",
            r"$$L = g_{ij}^2 + 5 g_{ji}$$",
            "# Derivation",
            lines=[f"$${line}$$" for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(("line", "expected"), [("(y_p - y_t) x", "right"), ("0", "wrong")])
def test_a_target_of_the_same_letter_is_none(line: str, expected: str) -> None:
    """Nothing on the page has an x of the t: `y_t` is given."""
    page = (r"$$y_p = w x + b$$", r"$$L = \frac12 (y_p - y_t)^2$$", "# Derivation")
    assert verdict(*page, rf"$$\frac{{\partial L}}{{\partial w}} = {line}$$") == expected


def test_letters_of_sums_are_indices() -> None:
    page = (r"$$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$", r"$$L = p_i + 3 p_j$$", "# Derivation")
    line = r"$$\frac{\partial L}{\partial z_i} = p_i (1 - p_i) - %s p_i p_j$$ ($i \ne j$)"
    assert each_verdict(*page, lines=[line % "3", line % "2"]) == ["right", "wrong"]


def test_a_tie_is_not_defined_by_itself() -> None:
    page = (r"$$w_{ij} = w_{ji}$$", r"$$E = -w_{ij} s_i s_j - c_i s_i - c_j s_j$$", "# Derivation")
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial E}{\partial s_j} = -w_{ij} s_i - c_j$$",
            r"$$\frac{\partial E}{\partial s_j} = -w_{ij} s_i - c_i$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "The score $s_{qj}$ of the other item does not depend on $a_q$.",
        "The scores of other items are held fixed: $b_j$.",
    ],
)
def test_a_score_that_words_are_about_is_not_known(said: str) -> None:
    line = rf"$$\frac{{\partial L}}{{\partial a_q}} = -{SHARE} b_i + c a_q$$"
    assert verdict(SCORES, LOSS, said, "# Derivation", line) != "wrong"
