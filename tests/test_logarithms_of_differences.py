r"""Logarithms of sums with denominators: `\log(1 - 1/(1 + e^{-z}))` is `-z - \log(1 + e^{-z})`, for all z."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""$$p_i = \frac{1}{1 + e^{-z_i}}, \quad \ell_i = -[y_i \log p_i + (1 - y_i) \log(1 - p_i)]$$

$$LINE$$
"""


def proved(line: str) -> tuple[str, str]:
    link = check(PAGE.replace("LINE", line)).claims[-1].links[0]
    return str(link.judgement), str(link.evidence)


@pytest.mark.parametrize(
    "line",
    [
        r"\log(1 - p_i) = -z_i - \log(1 + e^{-z_i})",
        r"\log(1 - p_i) = -\log(1 + e^{z_i})",
        r"\ell_i = \log(1 + e^{-z_i}) + (1 - y_i) z_i",
        r"\ell_i = \log(1 + e^{z_i}) - y_i z_i",
        r"\log(1 - p_i^2) = \log(1 + 2 e^{z_i}) - 2 \log(1 + e^{z_i})",
    ],
)
def test_right_for_all_values(line: str) -> None:
    verdict, evidence = proved(line)
    assert verdict == "right"
    assert "proved" in evidence


@pytest.mark.parametrize(
    "line",
    [
        r"\log(1 - p_i) = z_i - \log(1 + e^{-z_i})",
        r"\ell_i = \log(1 + e^{-z_i}) + y_i z_i",
        r"\ell_i = \log(1 + e^{z_i}) - (1 - y_i) z_i",
        r"\log(1 - p_i^2) = \log(1 + e^{z_i}) - 2 \log(1 + e^{z_i})",
    ],
)
def test_wrong(line: str) -> None:
    assert proved(line)[0] == "wrong"
