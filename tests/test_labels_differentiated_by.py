r"""A letter above a name that a line differentiates by, beside the name without it: `b^s_k` by `b_i` is no power."""

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""$$z_i = \sum_{j=1}^d W_{ij} x_j + b_i$$

$$h_i = f(z_i)$$

$$\theta_k = \sum_{i=1}^d U_{ki} h_i + b^s_k$$

$$J = \sum_{k=1}^C \theta_k^2$$

$$\frac{\partial J}{\partial b^s_k} = 2 \theta_k$$"""


@pytest.mark.parametrize("label", ["s", "o", "r"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial b^s_k} = 2 \theta_k", "right"),
        (r"\frac{\partial J}{\partial b^s_k} = 2 \theta_k b^s_k", "wrong"),
        (r"\frac{\partial J}{\partial b_i} = f'(z_i) \sum_k 2 \theta_k U_{ki}", "right"),
        (r"\frac{\partial J}{\partial b_i} = 2 f'(z_i) \theta_i", "wrong"),
    ],
)
def test_a_label_above_is_no_power(label: str, line: str, expected: str) -> None:
    page = NETWORK.replace("^s", f"^{label}")
    assert verdict(page, f"$${line.replace('^s', f'^{label}')}$$") == expected


def test_powers_stay_powers() -> None:
    page = r"$$E = \frac1p \sum_i |x_i|^p + \sum_i c^i x_i \qquad (1 \le i \le I)$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial x_i} = |x_i|^{p-1} \mathrm{sign}(x_i) + c^i$$",
            r"$$\frac{\partial E}{\partial x_i} = |x_i|^p \mathrm{sign}(x_i) + c^i$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("label", ["q", "s"])
@pytest.mark.parametrize(("defined", "used"), [("v^q_i", "v_i^q"), ("v_i^q", "v^q_i")])
def test_a_letter_typed_both_ways_is_a_label_or_a_power(defined: str, used: str, label: str) -> None:
    page = rf"$${defined} = u_i$$", r"$$u_i = \sum_{j=1}^d w_{ij} x_j$$", rf"$$E = \sum_{{i=1}}^m ({used} + v_i)$$"
    front = [x.replace("^q", f"^{label}") for x in page]
    assert verdict(*front, r"$$\frac{\partial E}{\partial v_i} = 1$$") == "unproved"
    power = rf"$$\frac{{\partial E}}{{\partial v_i}} = {label} v_i^{{{label}-1}}$$"
    assert each_verdict(*front, lines=[power, power.replace("$$", " + 1$$").replace(" + 1$$", "$$", 1)]) == [
        "wrong",
        "right",
    ]
    alike = [x.replace(used, defined).replace("^q", f"^{label}") for x in page]
    assert each_verdict(
        *alike, lines=[r"$$\frac{\partial E}{\partial v_i} = 1$$", r"$$\frac{\partial E}{\partial v_i} = 2$$"]
    ) == ["right", "wrong"]


def test_a_letter_that_is_an_exponent_elsewhere_may_be_one_here() -> None:
    page = r"$$v^q_i = s_i$$", r"$$s_i = \sum_{j=1}^d w_{ij} x_j$$", r"$$E = \sum_{i=1}^m (v^q_i + v_i + (s_i + 1)^q)$$"
    assert verdict(*page, r"$$\frac{\partial E}{\partial v_i} = 1$$") == "unproved"
