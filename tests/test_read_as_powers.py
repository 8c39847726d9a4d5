r"""What stands only squared, and derivatives by squares. Labels by hand: `d(s^2 - \log s^2)/d(s^2) = 1 - 1/s^2`."""

from __future__ import annotations

import pytest

from .judging import check

KL = r"$$D = -\frac12 \sum_{j=1}^J (1 + \log \sigma_j^2 - \mu_j^2 - \sigma_j^2)$$" "\n"
R, W, N = "right", "wrong", "unreadable"


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial D}{\partial \sigma_j^2} = \frac12 (1 - \frac{1}{\sigma_j^2})", R),
        (r"\frac{\partial D}{\partial \sigma_j^2} = \sigma_j - \frac{1}{\sigma_j}", W),
        (r"\frac{\partial D}{\partial \sigma_j^2} = \frac{1}{2 \sigma_j} \frac{\partial D}{\partial \sigma_j}", R),
        (r"\frac{\partial D}{\partial \sigma_j^2} = 2 \sigma_j \frac{\partial D}{\partial \sigma_j}", W),
    ],
)
def test_a_derivative_by_a_square(line: str, expected: str) -> None:
    page = KL + r"$$\frac{\partial D}{\partial \sigma_j} = \sigma_j - \frac{1}{\sigma_j}$$" + f"\n$${line}$$"
    assert verdicts(page) == [R, expected]


DATA = r"$$E = \sum_k (\sum_j w_{kj} h_j - t_k^2)^2 + \sum_j c_j^2 h_j$$" "\n"


def test_data_that_only_stand_squared() -> None:
    line = r"$$\frac{\partial E}{\partial h_j} = 2 \sum_k (\sum_i w_{ki} h_i - %s) w_{kj} + c_j^2$$"
    assert verdicts(DATA + line % "t_k^2") == [R]
    assert verdicts(DATA + line % "t_k") == [W]


def test_layers_as_numbers_are_no_powers() -> None:
    page = (
        r"$$o_k^3 = \sum_j w_{kj} h_j^2, \quad E = \sum_k o_k^3$$"
        "\n"
        r"$$\frac{\partial E}{\partial h_j^2} = \sum_k w_{kj}$$"
    )
    assert verdicts(page) == [R]
    page = (
        r"$$o_k = \sum_j w_{kj} h_j^2, \quad E = \sum_k o_k$$"
        "\n"
        r"$$\frac{\partial E}{\partial h_j^2} = \sum_k w_{kj}$$"
    )
    assert set(verdicts(page)) == {N}
