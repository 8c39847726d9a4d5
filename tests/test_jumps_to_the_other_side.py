r"""Cases that say of the other side of a jump what a definition says of one: `u \ge 0` beside `\mathbb{1}\{u < 0\}`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

LEVELS = (
    r"$$ \tau_i = \frac{2i - 1}{2N}, \qquad i = 1, \dots, N $$",
    r"$$ u_{ij} = y_j - q_i, \qquad j = 1, \dots, M $$",
    r"$$ c_{ij} = |\tau_i - \mathbb{1}\{u_{ij} < 0\}| $$",
    r"$$ J = \sum_{i=1}^N \sum_{j=1}^M c_{ij} u_{ij}^2 $$",
)


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        (r"\tau_i & u_{ij} \ge 0 \\ 1 - \tau_i & u_{ij} < 0", "right"),
        (r"1 - \tau_i & u_{ij} < 0 \\ \tau_i & u_{ij} \ge 0", "right"),
        (r"\tau_i & u_{ij} < 0 \\ 1 - \tau_i & u_{ij} \ge 0", "wrong"),
        (r"\tau_i & u_{ij} \ge 0 \\ \tau_i - 1 & u_{ij} < 0", "wrong"),
        (r"\tau_i & u_{ij} \ge 0 \\ \tau_i & u_{ij} < 0", "wrong"),
    ],
)
def test_weights_of_the_two_sides(cases: str, expected: str) -> None:
    claim = rf"$$ |\tau_i - \mathbb{{1}}\{{u_{{ij}} < 0\}}| = \begin{{cases}} {cases} \end{{cases}} $$"
    assert verdict(*LEVELS, claim) == expected


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        (r"1 - \tau_i & y_j < q_i \\ \tau_i & y_j \ge q_i", "right"),
        (r"\tau_i & y_j > q_i \\ 1 - \tau_i & y_j < q_i", "right"),
        (r"\tau_i & y_j < q_i \\ 1 - \tau_i & y_j > q_i", "wrong"),
    ],
)
def test_a_jump_between_two_values(cases: str, expected: str) -> None:
    levels = [x.replace(r"u_{ij} < 0", r"y_j < q_i") for x in LEVELS]
    claim = rf"$$ |\tau_i - \mathbb{{1}}\{{y_j < q_i\}}| = \begin{{cases}} {cases} \end{{cases}} $$"
    assert verdict(*levels, claim) == expected


def test_a_jump_elsewhere_is_never_right() -> None:
    cases = r"\tau_i & u_{ij} \ge 0.0001 \\ 1 - \tau_i & u_{ij} < 0.0001"
    claim = rf"$$ |\tau_i - \mathbb{{1}}\{{u_{{ij}} < 0\}}| = \begin{{cases}} {cases} \end{{cases}} $$"
    assert verdict(*LEVELS, claim) in ("wrong", "unproved")
