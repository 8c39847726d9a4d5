r"""A constant `a_0` beside entries that carry a step, `a_{ij}(t)`.

By hand: the derivative of `\frac12 (u_i - r_i)^2 + a_{ij}^2 / a_0^2` with `u_i = \sum_j a_{ij} s_j` is
`(u_i - r_i) s_j + 2 a_{ij} / a_0^2`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

NETWORK = (
    r"$$u_i(t) = \sum_{j=1}^{J} a_{ij}(t) s_j(t)$$ "
    r"$$E(t) = \frac12 \sum_{i=1}^{I} (u_i(t) - r_i(t))^2 + \sum_{i=1}^{I} \sum_{j=1}^{J} a_{ij}(t)^2 / a_0^2$$"
)
LEFT = r"\frac{\partial E(t)}{\partial a_{ij}(t)} = (u_i(t) - r_i(t)) s_j(t)"


def test_the_step_stays_one() -> None:
    cases = [
        ("+ 2 a_{ij}(t) / a_0^2", "right"),
        ("+ a_{ij}(t) / a_0^2", "wrong"),
        ("+ 2 a_{ij}(t) / a_0", "wrong"),
        ("", "wrong"),
    ]
    for (rest, expected), found in zip(
        cases, each_verdict(NETWORK, lines=[f"$${LEFT} {rest}$$" for rest, _ in cases]), strict=True
    ):
        assert found == expected, rest


def test_a_difference_in_parentheses_stays_a_factor() -> None:
    page = r"$$E = \frac12 \sum_{i=1}^{I} \sum_{j=1}^{J} (a_{ij}(t - s) - a_0 r_{ij})^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a_{ij}} = (a_{ij}(t-s) - a_0 r_{ij}) (t-s)$$") == "right"
