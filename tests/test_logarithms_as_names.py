r"""`\log \sigma_j = ..` beside `\sigma_j = \exp(\log \sigma_j)`: its logarithm is a name; powers are none of it."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

ENCODER = (
    '+++\nobjective = "L"\nranges = { i = "1..n", j = "1..d" }\n+++',
    r"$$ \log \sigma_j = \sum_i w_{ji} x_i + b_j $$",
    r"$$ \sigma_j = \exp(\log \sigma_j) $$",
    r"$$ z_j = m_j + r_j \exp(\log \sigma_j) $$",
    r"$$ L = \frac{1}{2} \sum_j (z_j - t_j)^2 - \frac{1}{2} \sum_j (1 + 2 \log \sigma_j - \sigma_j^2) $$",
)


def test_the_logarithm_is_what_is_computed() -> None:
    cases = [
        (r"\frac{\partial L}{\partial \log{\sigma_j}} = (z_j - t_j) r_j \sigma_j + \sigma_j^2 - 1", "right"),
        (r"\frac{\partial L}{\partial \log \sigma_j} = (z_j - t_j) r_j \sigma_j + \exp(2 \log \sigma_j) - 1", "right"),
        (r"\frac{\partial L}{\partial \log \sigma_j} = (z_j - t_j) r_j \sigma_j + \exp(\log \sigma_j) - 1", "wrong"),
        (r"\frac{\partial L}{\partial \log \sigma_j} = (z_j - t_j) r_j + \sigma_j^2 - 1", "wrong"),
        (r"\frac{\partial L}{\partial w_{ji}} = x_i ((z_j - t_j) r_j \sigma_j + \sigma_j^2 - 1)", "right"),
        (r"\frac{\partial L}{\partial w_{ji}} = x_i ((z_j - t_j) r_j + \sigma_j^2 - 1)", "wrong"),
        (r"\frac{\partial z_j}{\partial \log \sigma_j} = r_j \exp(\log \sigma_j)", "right"),
        (r"\frac{\partial z_j}{\partial \log \sigma_j} = r_j", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*ENCODER, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(("line", "expected"), [("2 (x - m)", "right"), ("-(x - m)^3", "wrong")])
def test_a_power_under_a_logarithm_is_none_of_it(line: str, expected: str) -> None:
    page = (r"$$ \log p = -\frac{1}{2} (x - m)^2 $$", r"$$ E = \log p^2 $$")
    assert verdict(*page, rf"$$ \frac{{\partial E}}{{\partial m}} = {line} $$") == expected


def test_what_is_defined_otherwise_is_no_name() -> None:
    page = (*ENCODER[:2], r"$$ \sigma_j = \exp(2 \log \sigma_j) $$", *ENCODER[3:])
    line = r"$$ \frac{\partial L}{\partial w_{ji}} = x_i ((z_j - t_j) r_j \sigma_j + \sigma_j^2 - 1) $$"
    assert verdict(*page, line) != "wrong"
