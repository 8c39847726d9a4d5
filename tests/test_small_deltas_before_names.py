r"""A small delta before a name may make another name, as a large one does: `\delta y_1 = (y_1 - t_1) y_1 (1 - y_1)`."""

import pytest

from .judging import check

PAGE = r"""
$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

$$ a_1 = u_1 x + b_1 $$

$$ h_1 = \sigma(a_1) $$

$$ s_1 = v_1 h_1 \quad s_2 = v_2 h_1 $$

$$ y_1 = \sigma(s_1) \quad y_2 = \sigma(s_2) $$

$$ E = \frac{1}{2} (y_1 - t_1)^2 + \frac{1}{2} (y_2 - t_2)^2 $$

"""
ERRORS = r"""
The errors at the output are

$$ \delta y_1 = (y_1 - t_1) y_1 (1 - y_1) $$

$$ \delta y_2 = (y_2 - t_2) y_2 (1 - y_2) $$

"""


def _judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial v_1} = \delta y_1 \cdot h_1", "right"),
        (r"\frac{\partial E}{\partial v_1} = \delta y_1 h_1", "right"),
        (r"\frac{\partial E}{\partial v_1} = -\delta y_1 h_1", "wrong"),
        (r"\frac{\partial E}{\partial v_1} = \delta y_2 h_1", "wrong"),
        (r"\frac{\partial E}{\partial h_1} = \delta y_1 v_1 + \delta y_2 v_2", "right"),
        (r"\frac{\partial E}{\partial h_1} = \delta y_1 v_1 + \delta y_2 v_1", "wrong"),
        (r"\frac{\partial E}{\partial u_1} = (\delta y_1 v_1 + \delta y_2 v_2) h_1 (1 - h_1) x", "right"),
        (r"\frac{\partial E}{\partial u_1} = \delta y_1 v_1 h_1 (1 - h_1) x", "wrong"),
        (r"\delta y_1 = \frac{\partial E}{\partial v_1} / h_1", "right"),
        (r"\delta y_1 = \frac{\partial E}{\partial s_1}", "right"),
        (r"\delta y_1 = \frac{\partial E}{\partial h_1}", "wrong"),
    ],
)
def test_an_error_with_a_delta(line: str, verdict: str) -> None:
    assert _judged(f"{PAGE}{ERRORS}$$ {line} $$\n") == verdict


@pytest.mark.parametrize(
    "more",
    [
        r"$$ \delta = 3 $$",
        r"Here $\delta$ is a small number.",
        r"$$ \frac{\partial E}{\partial u_1} = \delta h_1 u_1 $$",  # of `\delta h_1` nothing is said
        r"$$ r = \delta (y_1 - t_1) $$",
    ],
)
def test_a_delta_that_is_no_part_of_a_name(more: str) -> None:
    page = f"{PAGE}{ERRORS}{more}\n\n$$ \\frac{{\\partial E}}{{\\partial v_1}} = \\delta y_1 h_1 $$\n"
    assert _judged(page) != "right"


def test_a_number_before_a_name() -> None:
    page = r"""
$$ z = \delta w x + \delta v $$

$$ E = \frac{1}{2} (z - t)^2 $$

$$ \frac{\partial E}{\partial w} = (z - t) \delta x $$
"""
    assert _judged(page) == "right"
    assert _judged(page.replace(r"\delta x $$", "x $$")) == "wrong"


def test_a_derivative_by_another_name() -> None:
    page = (
        PAGE
        + r"""
$$ \delta y_1 = \frac{\partial E}{\partial s_1} $$

$$ \delta y_1 = LINE $$
"""
    )
    assert _judged(page.replace("LINE", r"(y_1 - t_1) y_1 (1 - y_1)")) == "right"
    assert _judged(page.replace("LINE", r"(t_1 - y_1) y_1 (1 - y_1)")) == "wrong"


def test_a_sign_for_derivatives() -> None:
    page = (
        PAGE
        + r"""
$$ \delta s_1 = \frac{\partial E}{\partial s_1} $$

$$ \delta v_1 = LINE $$
"""
    )
    assert _judged(page.replace("LINE", r"\delta s_1 h_1")) == "right"
    assert _judged(page.replace("LINE", r"\delta s_1 v_1")) == "wrong"
