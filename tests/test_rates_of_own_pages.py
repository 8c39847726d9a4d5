r"""Steps along a gradient whose rate nothing defines, `w - \eta \frac{\partial E}{\partial w} = w - \eta (..)`."""

from __future__ import annotations

import pytest

from .judging import check

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
        (STEP + r"w_i - 2 \gamma (w_i - t_i)", GIVEN),  # the rate may have the factor in it
        (STEP + r"w_i - \gamma (w_i - 2 t_i)", "wrong"),
        (STEP + r"w_i + \gamma (w_i - t_i)", "wrong"),
        (r"-\gamma \frac{\partial E}{\partial w_i} = -\frac{\gamma}{3} (w_i - t_i)", GIVEN),
        (r"-\gamma \frac{\partial E}{\partial w_i} = \gamma (w_i - t_i)", "wrong"),
        (r"-\gamma \frac{\partial E}{\partial w_i} = -\gamma (w_i - t_i)^2", "wrong"),
        (r"w_i \leftarrow w_i - \gamma \frac{\partial E}{\partial w_i} = w_i - \gamma (w_i + t_i)", "wrong"),
        (r"w_i \leftarrow w_i - \gamma \frac{\partial E}{\partial w_i} = w_i - 2 \gamma (w_i - t_i)", GIVEN),
        (r"w_i - \gamma \frac{\partial E}{\partial w_i} = 2 w_i - 2 \gamma (w_i - t_i)", "wrong"),
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


MEAN = r"""$$ E = \frac1M \sum_{n=1}^M (a x_n - t_n)^2 $$

$$ a - \gamma \frac{\partial E}{\partial a} = a - \gamma @ $$
"""


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        (r"\sum_{n=1}^M (a x_n - t_n) x_n", GIVEN),
        (r"\frac2M \sum_{n=1}^M (a x_n - t_n) x_n", "right"),
        (r"\sum_{n=1}^M (a x_n - t_n)", "wrong"),
    ],
)
def test_a_factor_with_a_size(step: str, wanted: str) -> None:
    assert str(check(MEAN.replace("@", step)).claims[-1].judgement) == wanted


OTHER = STEP + r"w_i - \gamma^2 (w_i - t_i)"


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Let $\gamma$ be the learning rate.",
        r"With a step size $\gamma$ the weights change:",
        r"Here $\gamma > 0$.",
        r"The learning rate $\gamma$ is small.",
    ],
)
def test_a_rate_that_words_call_one(said: str) -> None:
    assert verdict(OTHER, said) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"Let $\gamma$ be the residual.",
        r"The gap $\gamma$ between output and target is 1.",
        r"The learning rate $\gamma$ contains the gap.",
        r"Here $\gamma$ is the learning rate times the gap.",
        "We put the gap into γ.",
        r"Here $\gamma = $ the gap.",
    ],
)
def test_a_letter_that_words_call_something(said: str) -> None:
    assert verdict(OTHER, said) != "wrong"
