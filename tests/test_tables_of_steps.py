r"""Tables of probabilities from one state to the next, `P(s'|s, a)`: the same letter on both sides of the bar."""

from __future__ import annotations

from .judging import each_verdict, verdict

PLAIN = (
    r"$$Q(s,a) = r_{s,a} + \gamma \sum_{s'=1}^N P(s'|s,a) v_{s'}$$ ( $s = 1, \dots, N$, $a = 1, \dots, K$ )"
    r" $$J = \sum_{s=1}^N \sum_{a=1}^K m_{s,a} Q(s,a)$$"
)
BY_V = r"$$\frac{\partial J}{\partial v_{s''}} = %s$$ ( $s'' = 1, \dots, N$ )"


def test_the_states_are_told_by_their_primes() -> None:
    cases = [
        (r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s''|s,a)", "right"),
        (r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s''|s,a) r_{s,a}", "wrong"),
        (r"\sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s''|s,a)", "wrong"),
    ]
    for (body, expected), found in zip(
        cases, each_verdict(PLAIN, lines=[BY_V % body for body, _ in cases]), strict=True
    ):
        assert found == expected, body


def test_a_bar_in_control_words() -> None:
    net = r"$$Q_s = r_s + \sum_{s'=1}^N P(s' \mid s) v_{s'}$$ ( $s = 1, \dots, N$ ) $$J = \sum_{s=1}^N m_s Q_s$$"
    assert each_verdict(
        net,
        lines=[
            BY_V.replace("s''", "s'") % r"\sum_{s=1}^N m_s P(s' \mid s)",
            BY_V.replace("s''", "s'") % r"\sum_{s=1}^N m_{s'} P(s' \mid s)",
        ],
    ) == ["right", "wrong"]


def test_tables_that_may_be_others() -> None:
    cases = [
        # the way back may be another table
        r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s|s'',a)",
        # other things known, other tables
        r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s''|s)",
        r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(s'',a|s)",
        # nothing is of the same kind here
        r"\gamma \sum_{s=1}^N \sum_{a=1}^K m_{s,a} P(a|s,s'')",
    ]
    for body, found in zip(cases, each_verdict(PLAIN, lines=[BY_V % body for body in cases]), strict=True):
        assert found in ("unproved", "unreadable"), body


def test_letters_that_are_not_on_both_sides() -> None:
    """The density of x given z is not that of z given x, whatever primes they have."""
    page = r"$$p(x|z) = e^{-w x z^2}, \quad L = p(x|z) + p(z'|x')$$"
    assert verdict(page, r"$$\frac{\partial L}{\partial w} = -x z^2 p(x|z) - z' x'^2 p(z'|x')$$") == "unreadable"
