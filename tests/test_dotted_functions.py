r"""A dot above a function is its derivative."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $i = 1, \dots, m$ and $j = 1, \dots, n$:

$$ z_i = \sum_{j=1}^n w_{ij} x_j $$

$$ a_i = f(z_i) $$

$$ E = \frac12 \sum_{i=1}^m (a_i - t_i)^2 $$
"""
LINES = (
    r"$$ \frac{\partial E}{\partial w_{ij}} = (a_i - t_i) \dot{f}(z_i) x_j $$",
    r"$$ \frac{\partial E}{\partial w_{ij}} = (a_i - t_i) \dot{f}(a_i) x_j $$",
)


def judged(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize(
    "words",
    [
        "",
        r"The function $f$ has the derivative $\dot{f}$.",
        r"$f(\cdot)$ is a nonlinearity with derivative $\dot{f}(\cdot)$.",
        r"Here $\dot{f}(u) = \frac{df(u)}{du}$.",
        r"We write $\dot{f} = f'$.",
        r"$\dot{f}$ は $f$ の導関数である。",
    ],
)
def test_derivatives(words: str) -> None:
    assert judged(PAGE, words, *LINES) == ["right", "wrong"]


def test_second_derivatives() -> None:
    line = r"$$ \frac{\partial^2 a_i}{\partial z_i^2} = \ddot{f}(z_i) $$"
    assert judged(PAGE, line, line.replace("ddot", "dot")) == ["right", "wrong"]


def test_with_brackets() -> None:
    page = r"""For $1 \le n \le N$, $$ e[n] = v \, x[n], \quad y[n] = g(e[n]) $$

$$ E = \frac12 \sum_{n=1}^{N} (y[n] - t[n])^2 $$"""
    line = r"$$ \frac{\partial E}{\partial v} = \sum_{n=1}^{N} (y[n] - t[n]) \, \dot{g}(e[n]) \, x[n] $$"
    assert judged(page, line, line.replace(r"\dot{g}(e[n])", r"\dot{g}(x[n])")) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"$\dot{f}$ is minus the derivative of $f$.",
        r"$\dot{f}$ is not the derivative of $f$.",
        r"$\dot{f}$ is the inverse of $f$.",
        r"$\dot{f}$ is half the slope of $f$.",
    ],
)
def test_other_words(words: str) -> None:
    assert not {"right", "wrong"} & set(judged(PAGE, words, *LINES))


def test_rates() -> None:
    """A dot above what depends on the time is another thing, and no line is right or wrong for it."""
    page = r"""$$ \dot{x}(t) = -k x(t) $$

$$ E = \frac12 (x(t) - y)^2 $$"""
    assert not {"right", "wrong"} & set(judged(page, r"$$ \frac{\partial E}{\partial k} = (x(t) - y) \dot{x}(t) $$"))
