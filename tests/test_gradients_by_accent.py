r"""Gradients named by an accent, `\overline{v} = \partial L/\partial v`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $j = 1, \dots, m$, $k = 1, \dots, q$:

$$ y_k = \sum_{j=1}^m v_{kj} h_j $$

$$ \mathcal{L} = \frac12 \sum_{k=1}^q (y_k - t_k)^2 $$
"""
TOLD = (
    r"We use $\overline{u}$ to denote the derivative $\partial \mathcal{L}/\partial u$ of the loss.",
    r"$\overline{u}$ stands for $\frac{d\mathcal{L}}{du}$.",
    r"We write $\overline{u} = \partial \mathcal{L}/\partial u$ for any value $u$.",
    r"The derivative $\partial \mathcal{L}/\partial u$ is written $\overline{u}$.",
    r"We write $\overline{y_k} = \partial \mathcal{L}/\partial y_k$ for the error signal.",
    "A bar over a variable denotes the derivative of the loss with respect to it.",
    r"Overbars denote derivatives of $\mathcal{L}$.",
    r"$\overline{u}$ は $\frac{\partial \mathcal{L}}{\partial u}$ を表す。",
)
RIGHT = (
    r"\overline{y_k} = (y_k - t_k)",
    r"\overline{h_j} = \sum_k \overline{y_k} \, v_{kj}",
    r"\overline{v_{kj}} = \overline{y_k} h_j",
)
WRONG = (
    r"\overline{y_k} = t_k - y_k",
    r"\overline{h_j} = \overline{y_k} \, v_{kj}",
    r"\overline{v_{kj}} = \overline{y_k} v_{kj}",
)


def judged(*parts: str) -> list[str]:
    """The verdicts of what displays claim."""
    claims = check("\n\n".join(parts)).claims
    return [str(c.judgement) for c in claims if "= 1" not in c.latex and "partial" not in c.latex]


def displays(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"$$ {x} $$" for x in lines)


@pytest.mark.parametrize("told", TOLD)
def test_told(told: str) -> None:
    assert judged(PAGE, told, *displays(RIGHT))[-3:] == ["right"] * 3
    assert judged(PAGE, told, *displays(RIGHT + WRONG))[-3:] == ["wrong"] * 3


@pytest.mark.parametrize(
    "told",
    [
        r"$\overline{u}$ denotes minus the derivative $\partial \mathcal{L}/\partial u$.",
        r"$\overline{u}$ denotes the derivative $\partial \mathcal{L}/\partial u$, averaged over the batch.",
        r"$\overline{u}$ is not the derivative $\partial \mathcal{L}/\partial u$.",
        r"Minus the derivative $\partial \mathcal{L}/\partial u$ is written $\overline{u}$.",
        r"Overbars denote derivatives of the log of the loss.",
        r"Overbars denote averages.",
        r"$\overline{u}$ is the mean of $u$.",
    ],
)
def test_not_told(told: str) -> None:
    """One line about each of the names is not judged."""
    for lines in (RIGHT, WRONG):
        assert not {"right", "wrong"} & set(judged(PAGE, told, *displays(lines)))


AVERAGE = r"""For $n = 1, \dots, N$:

$$ \bar{x} = \frac{1}{N} \sum_{n=1}^N x_n $$

$$ u_n = x_n - \bar{x} $$

$$ E = \frac12 \sum_{n=1}^N (w u_n - t_n)^2 $$

$\bar{v}$ stands for the derivative $\partial E/\partial v$ of any value $v$.
"""


def test_what_the_loss_is_made_of_stays() -> None:
    """The mean of the examples has a bar of its own."""
    lines = (r"\bar{u}_n = w (w u_n - t_n)", r"\bar{w} = \sum_{n=1}^N \bar{u}_n u_n / w")
    wrong = r"\bar{w} = \sum_{n=1}^N (w u_n - t_n) x_n"
    assert judged(AVERAGE, *displays(lines)) == ["right", "right"]
    assert judged(AVERAGE, *displays((*lines, wrong)))[-1] == "wrong"
