r"""Names that words call a mean or variance of what a batch or layer has, and no formula: they depend on all of that.

By hand: with `\mu` data the derivative of `\hat h_k = h_k - \mu` by `h_i` is `[i = k]`; with the mean of the `h_p` it
is `[i = k] - 1/N`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
WORDS With $k, p = 1, \dots, N$

$$ u_k = (h_k - \mu) s $$

$$ E = \frac{1}{2} \sum_{k=1}^N (u_k - t_k)^2 $$
"""
LINES = [
    r"\frac{\partial u_k}{\partial h_i} = [i = k] s",
    r"\frac{\partial u_k}{\partial h_i} = ([i = k] - \frac{1}{N}) s",
]


@pytest.mark.parametrize(
    "words",
    [
        r"Let $\mu$ be the batch mean.",
        r"where $\mu$ is the mean over the batch.",
        r"Here $\mu$ denotes the average of all the inputs.",
        r"with the batch mean $\mu$.",
        r"with $\mu$, the mean of the batch.",
        r"$\mu$ ist der Mittelwert der Eingaben.",
        r"Mit dem Mittelwert der Eingaben $\mu$.",
        r"avec la moyenne des entrées $\mu$.",
        r"$\mu$ はバッチの平均である。",
        r"其中 $\mu$ 是小批量的均值。",
        r"où $\mu$ est la moyenne des entrées.",
    ],
)
@pytest.mark.parametrize("line", LINES)
def test_what_such_a_name_is_made_of_is_not_known(words: str, line: str) -> None:
    page = PAGE.replace("WORDS", words)
    assert each_verdict(page, lines=[f"$$ {line} $$", r"$$ \frac{\partial E}{\partial u_k} = u_k - t_k $$"]) == [
        "unproved",
        "right",
    ]
    defined = page + r"$$ \mu = \frac{1}{N} \sum_{p=1}^N h_p $$"
    assert verdict(defined, f"$$ {line} $$") == ("right" if "N" in line else "wrong")


@pytest.mark.parametrize(
    "words",
    [
        r"Here $\mu$ is the mean of the prior.",
        r"with mean $\mu$.",
        r"Here $\mu$ is a parameter, the mean of component 1.",
    ],
)
def test_the_mean_of_a_distribution_is_a_parameter(words: str) -> None:
    page = PAGE.replace("WORDS", words)
    assert [verdict(page, f"$$ {line} $$") for line in LINES] == ["right", "wrong"]


def test_a_variance_is_one_too() -> None:
    page = r"""
where $\sigma^2$ is the batch variance. With $k = 1, \dots, N$

$$ u_k = \frac{h_k}{\sqrt{\sigma^2 + \epsilon}} $$
"""
    line = r"$$ \frac{\partial u_k}{\partial h_k} = \frac{1}{\sqrt{\sigma^2 + \epsilon}} $$"
    assert verdict(page, line) == "unproved"
    assert verdict(page.replace("batch variance", "variance of the noise"), line) == "right"
