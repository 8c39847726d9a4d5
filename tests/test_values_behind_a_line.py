r"""Comparisons of given values right behind a line about a derivative: `.. = -y` for `y u <= 0`, `.. ( y u <= 0 )`.

By hand: `1/2 - m` for `m = y u <= 0` has the slope -y by u, and 0 else.
"""

from __future__ import annotations

from .judging import each_verdict

NET = r"$$\ell = \begin{cases} \frac12 - y u & \text{if } y u \le 0 \\ 0 & \text{otherwise} \end{cases}$$"
LINE = r"$$\frac{\partial \ell}{\partial u} = -y$$ "


def test_the_line_is_about_these_values() -> None:
    cases = [r"( $y u \leq 0$ )", r"for $y u \le 0$.", r"(for $y u < 0$)", r"for all $u y < 0$."]
    for case, found in zip(cases, each_verdict(NET, lines=[LINE + case for case in cases]), strict=True):
        assert found in ("right", "unproved"), case
    for case, found in zip(
        cases, each_verdict(NET, lines=[LINE.replace("-y", "y") + case for case in cases]), strict=True
    ):
        assert found != "right", case


def test_right_for_these_values_and_wrong_for_others() -> None:
    assert each_verdict(
        NET, lines=[LINE + r"( $y u \leq 0$ )", LINE + r"for $y u \leq 0$.", LINE + r"( $y u > 0$ )", LINE]
    ) == ["right", "right", "wrong", "wrong"]


def test_beside_a_definition_it_is_said_of_all() -> None:
    net = r"$$L = \frac12 \lambda u^2$$ for $\lambda > 0$."
    assert each_verdict(
        net, lines=[r"$$\frac{\partial L}{\partial u} = \lambda u$$", r"$$\frac{\partial L}{\partial u} = u$$"]
    ) == ["right", "wrong"]
