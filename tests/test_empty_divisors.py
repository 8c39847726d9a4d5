r"""Divisors that are empty sums, `\frac{1}{c}` with a sum over pairs: at one point nothing is claimed."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAIRS = (
    r"For $i, j = 1, \dots, N$: $$g_{ij} = (y_i - y_j)^2 + a$$ $$c = \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} g_{ij}$$"
    r" $$E = \frac{1}{c} \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} (g_{ij} - b)^2 g_{ij}$$"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\frac{1}{2c} \sum_{i=1}^{N} \sum_{j=1, j \neq i}^{N} (g_{ij} - b)^2 g_{ij}", "right"),
        (r"\frac{1}{c} \sum_{i=1}^{N} \sum_{j=1, j \neq i}^{N} (g_{ij} - b)^2 g_{ij}", "wrong"),
        (r"\frac{1}{2c} \sum_{i=1}^{N} \sum_{j=1}^{N} (g_{ij} - b)^2 g_{ij}", "wrong"),
    ],
)
@pytest.mark.parametrize("letters", ["ygc", "xdS", "urZ"])
def test_sums_over_pairs(letters: str, body: str, expected: str) -> None:
    page, line = PAIRS, f"$$E = {body}$$"
    y, g, c = letters
    for a, b in (("y_", f"{y}_"), ("g_{", f"{g}_{{"), ("$c ", f"${c} "), ("2c", f"2{c}"), ("{c}", f"{{{c}}}")):
        page, line = page.replace(a, b), line.replace(a, b)
    assert verdict(page, line) == expected


def test_a_line_that_fails_where_nothing_is_divided() -> None:
    """With one point the sum without the divisor is 0, and the line says that it is 1."""
    net = r"For $i, j = 1, \dots, N$: $$c = \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} g_{ij}$$"
    found = each_verdict(net, lines=[r"$$\frac{c}{c} = 1$$", r"$$c = 1$$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


RANGES = "For $i, j, k = 1, \\dots, N$:"
OTHERS = (
    RANGES,
    r"$$p_{ij} = \frac{\exp(-s_{ij} a)}{\sum_{k \ne i} \exp(-s_{ik} a)}$$ ( $j \ne i$ )",
    r"$$p_{ii} = 0$$",
    r"$$q_i = \sum_j c_{ij} p_{ij}$$",
    r"$$E = \sum_i \log q_i$$",
)


def test_sums_over_the_others() -> None:
    """With one point there are no others, and the logarithm of an empty sum is taken."""
    cases = [
        (
            r"\sum_i \left(\sum_k p_{ik} s_{ik} - \frac{\sum_j c_{ij} p_{ij} s_{ij}}{\sum_j c_{ij} p_{ij}}\right)",
            "right",
        ),
        (r"\sum_i \left(\sum_k p_{ik} s_{ik} - \frac{\sum_j c_{ij} p_{ij} s_{ij}}{q_i}\right)", "right"),
        (
            r"\sum_i \left(\frac{\sum_j c_{ij} p_{ij} s_{ij}}{\sum_j c_{ij} p_{ij}} - \sum_k p_{ik} s_{ik}\right)",
            "wrong",
        ),
        (r"\sum_i \left(\sum_k p_{ki} s_{ik} - \frac{\sum_j c_{ij} p_{ij} s_{ij}}{q_i}\right)", "wrong"),
        (r"\sum_i \left(\sum_k p_{ik} s_{ik} - \sum_j c_{ij} p_{ij} s_{ij}\right)", "wrong"),
    ]
    for (body, expected), found in zip(
        cases,
        each_verdict(*OTHERS, lines=[rf"$$\frac{{\partial E}}{{\partial a}} = {body}$$" for body, _ in cases]),
        strict=True,
    ):
        assert found == expected, body


def test_a_line_that_has_a_value_where_nothing_is_divided() -> None:
    """With one point, each member has to have none: in the sum over others there is no term with a divisor."""
    net = (RANGES, r"$$d_i = \sum_{k \ne i} a_k$$", r"$$g = \sum_i \sum_{j \ne i} \frac{b_j}{d_i}$$")
    assert verdict(*net, r"$$g + [N = 1] = \sum_i \sum_{j \ne i} \frac{b_j}{d_i}$$") != "right"
    net = (RANGES, r"$$d_i = \sum_{k \ne i} a_k$$", r"$$g = \sum_i \sum_{j \ne i} \sum_{k \ne i} b_j b_k$$")
    assert each_verdict(
        *net, lines=[r"$$g = \sum_i \left(\sum_{j \ne i} b_j\right)^2$$", r"$$g = \sum_i \left(\sum_j b_j\right)^2$$"]
    ) == ["right", "wrong"]


SOFTMAX = r"""
+++
objective = "J"
[ranges]
"j" = "1..K"
+++
$$ \phi(z_j) = \frac{{e^{{z_j}}}}{{\sum_k e^{{z_k}}}} $$
$$ J = - \sum_j y_j \log \phi(z_j) - \sum_j (1 - y_j) \log (1 - \phi(z_j)) $$
$$ \delta_j = \frac{{\partial J}}{{\partial z_j}} $$
$$ \delta_j = {} $$
"""


@pytest.mark.parametrize(
    ("right", "judged"),
    [
        (r"\phi(z_j) - y_j - \phi(z_j) \sum_{l \ne j} \frac{\phi(z_l) - y_l}{1 - \phi(z_l)}", "right"),
        (
            r"\frac{\phi(z_j) - y_j}{1 - \phi(z_j)} (1 - \phi(z_j)) "
            r"- \phi(z_j) \sum_{l \ne j} \frac{\phi(z_l) - y_l}{1 - \phi(z_l)}",
            "right",
        ),
        (r"\phi(z_j) - y_j - \phi(z_j) \sum_l \frac{\phi(z_l) - y_l}{1 - \phi(z_l)}", "wrong"),
        (r"\phi(z_j) - y_j + \phi(z_j) \sum_{l \ne j} \frac{\phi(z_l) - y_l}{1 - \phi(z_l)}", "wrong"),
    ],
)
def test_one_class(right: str, judged: str) -> None:
    """Of one class the probability is 1, and its `\\log (1 - 1)` no number: nothing is said of it."""
    assert verdict(SOFTMAX.format(right)) == judged
