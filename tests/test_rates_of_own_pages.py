r"""Steps along a gradient whose rate nothing defines, `w - \eta \frac{\partial E}{\partial w} = w - \eta (..)`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""
$$ E = \frac12 \sum_i (w_i - t_i)^2 $$

"""


def verdict(line: str, said: str = "") -> str:
    return str(check(f"{PAGE}{said}\n\n$$ {line} $$\n").claims[-1].judgement)


STEP = r"w_i - \gamma \frac{\partial E}{\partial w_i} = "
GIVEN = "unproved"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (STEP + r"w_i - \gamma (w_i - t_i)", "right"),
        (STEP + r"(1 - \gamma) w_i + \gamma t_i", "right"),
        (STEP + r"w_i - 2 \gamma (w_i - t_i)", "wrong"),
        (STEP + r"w_i + \gamma (w_i - t_i)", "wrong"),
        (r"-\gamma \frac{\partial E}{\partial w_i} = -2 \gamma (w_i - t_i)", "wrong"),
        (r"w_i \leftarrow w_i - \gamma \frac{\partial E}{\partial w_i} = w_i - 2 \gamma (w_i - t_i)", "wrong"),
        (STEP + "w_i - (w_i - t_i)", GIVEN),  # the rate may be 1
        (r"\frac{\partial E}{\partial w_i} = \gamma (w_i - t_i)", GIVEN),
    ],
)
def test_any_rate(line: str, wanted: str) -> None:
    assert verdict(line) == wanted


@pytest.mark.parametrize(
    "said",
    [r"The factor 2 is absorbed into $\gamma$.", "Absorbing a factor in the rate:", "The constant goes into it."],
)
def test_a_rate_that_absorbs_a_factor(said: str) -> None:
    assert verdict(STEP + r"w_i - 2 \gamma (w_i - t_i)", said) == GIVEN
