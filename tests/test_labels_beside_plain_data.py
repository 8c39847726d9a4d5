r"""A letter above a name that a line defines and that stands above no other: `x^r_i = ..` beside the data `x_i`."""

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""$$ h_j = f\left( \sum_{i=1}^{d} W_{ji} \tilde{x}_i + b_j \right) $$

$$ x^r_i = \sum_{j=1}^{m} W_{ji} h_j + c_i $$

$$ J = \frac{1}{2} \sum_{i=1}^{d} (x^r_i - x_i)^2 $$

Here $i = 1, \dots, d$ and $j = 1, \dots, m$."""


@pytest.mark.parametrize("label", ["r", "o", "l"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial c_i} = x^r_i - x_i", "right"),
        (r"\frac{\partial J}{\partial c_i} = x_i - x^r_i", "wrong"),
        (r"\frac{\partial J}{\partial x^r_i} = x^r_i - x_i", "right"),
        (
            r"\frac{\partial J}{\partial b_j} = f'(\sum_{i=1}^d W_{ji} \tilde{x}_i + b_j) \sum_i W_{ji} (x^r_i - x_i)",
            "right",
        ),
        (r"\frac{\partial J}{\partial W_{ji}} = (x^r_i - x_i) h_j", "wrong"),
    ],
)
def test_what_a_line_defines_is_no_power(label: str, line: str, expected: str) -> None:
    page = NETWORK.replace("^r", f"^{label}")
    assert verdict(page, f"$${line.replace('^r', f'^{label}')}$$") == expected


def test_a_letter_above_several_names_counts() -> None:
    page = r"""$$ z^l_i = \sum_{j=1}^{d} w^l_{ij} a^{l-1}_j \qquad (l = 1, \dots, L) $$

$$ a^l_i = f(z^l_i) $$

$$ C = \sum_i (a^L_i - y_i)^2 $$"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial C}{\partial a^L_i} = 2 (a^L_i - y_i) $$",
            r"$$ \frac{\partial C}{\partial a^L_i} = a^L_i - y_i $$",
        ],
    ) == ["right", "wrong"]


def test_powers_of_what_is_given_stay_powers() -> None:
    page = r"$$ y_i = \sum_{j=1}^d w_{ij} x^p_j $$" + "\n\n" + r"$$ E = \frac12 \sum_{i=1}^d (y_i - x_i)^2 $$"
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial w_{ij}} = (y_i - x_i) x^p_j $$",
            r"$$ \frac{\partial E}{\partial x_j} = \sum_i (y_i - x_i) w_{ij} $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
