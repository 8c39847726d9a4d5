"""What stands under a sum: a letter from outside is compared, a new one is summed over."""

from __future__ import annotations

import pytest

from .judging import check

POOLED = r"""
$$m_p = \frac{1}{2} (a_{2p-1} + a_{2p})$$ ( $1 \le p \le P$ )

$$E = \sum_{p=1}^{P} m_p^2$$
"""
SLOPE = r"\frac{\partial E}{\partial a_LETTER}"


@pytest.mark.parametrize("letter", ["j", "k"])
@pytest.mark.parametrize("odd", ["L+1 = 2p", "2p = L+1", "p=1"])
@pytest.mark.parametrize("even", ["L = 2p", "2p = L"])
def test_a_letter_of_the_left_side_is_compared(letter: str, odd: str, even: str) -> None:
    right = rf"\sum_{{p=1, {odd}}}^{{P}} m_p + \sum_{{p=1, {even}}}^{{P}} m_p".replace("L", letter)
    where = rf"( $1 \le {letter} \le 2P$ )"
    report = check(f"{POOLED}\n\n$${SLOPE.replace('LETTER', letter)} = {right}$$ {where}")
    assert report.claims[-1].links[0].judgement == ("wrong" if odd == "p=1" else "right")


def test_a_letter_with_a_range_beside_the_line_is_compared() -> None:
    left = r"\sum_{p=1, j+1 = 2p}^{P} m_p + \sum_{p=1, j = 2p}^{P} m_p"
    for right, verdict in (
        (left[left.index("+ \\") + 2 :] + "+" + left[: left.index("+ \\")], "right"),
        (r"\sum_{p=1}^{P} m_p", "wrong"),
    ):
        report = check(rf"{POOLED}$${left} = {right}$$ ( $1 \le j \le 2P$ )")
        assert report.claims[-1].links[0].judgement == verdict


def test_a_letter_that_is_compared_may_stand_in_the_next_term() -> None:
    left = r"\sum_{p=1, j = 2p}^{P} m_p + \sum_{p=1, j+1 = 2p}^{P} m_p a_j"
    right = r"\sum_{p=1, j+1 = 2p}^{P} a_j m_p + \sum_{p=1, j = 2p}^{P} m_p"
    for line, verdict in ((f"{left} = {right}", "right"), (f"{left} = {right} + 1", "wrong")):
        report = check(rf"{POOLED}$${line}$$ ( $1 \le j \le 2P$ )")
        assert report.claims[-1].links[0].judgement == verdict
    (claim,) = check(rf"{POOLED}$$\sum_{{j=1}}^{{2P}} a_j + a_j = 2$$ ( $1 \le j \le 2P$ )").claims
    assert claim.judgement == "unreadable"
