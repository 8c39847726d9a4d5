r"""How many elements a batch has, `|\mathcal{B}|` beside `\sum_{i \in \mathcal{B}}`; means and variances as names.

By hand: of `L = \sum_i (x_i - \mu)^2` with the mean `\mu` the derivative by `\mu` is `-2 \sum_i (x_i - \mu) = 0`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MEAN = r"$$\mu = \frac{1}{|\mathcal{B}|} \sum_{i \in \mathcal{B}} x_i$$ $$L = \sum_{i \in \mathcal{B}} (x_i - \mu)^2$$"
NORM = (
    r"$$m_k^{(i)} = \sum_{j=1}^J w_{k,j} x_j^{(i)}$$"
    r"$$\mathbb{E}[m_k] = \frac{1}{|\mathcal{B}|} \sum_{i \in \mathcal{B}} m_k^{(i)}$$"
    r"$$\mathrm{Var}[m_k] = \frac{1}{|\mathcal{B}|} \sum_{i \in \mathcal{B}} (m_k^{(i)} - \mathbb{E}[m_k])^2$$"
    r"$$y_k^{(i)} = \frac{m_k^{(i)} - \mathbb{E}[m_k]}{\sqrt{\mathrm{Var}[m_k] + \epsilon}}$$"
    r"$$L = \sum_{i \in \mathcal{B}} \sum_{k=1}^K c_k^{(i)} y_k^{(i)}$$"
)


@pytest.mark.parametrize("letter", [r"\mathcal{B}", "S", r"\Omega"])
def test_a_mean(letter: str) -> None:
    cases = [
        (r"\frac{\partial L}{\partial \mu} = 0", "right"),
        (r"\frac{\partial L}{\partial x_i} = 2 (x_i - \mu)", "right"),
        (r"\frac{\partial \mu}{\partial x_i} = \frac{1}{|\mathcal{B}|}", "right"),
        (r"\frac{\partial \mu}{\partial x_i} = |\mathcal{B}|", "wrong"),
        (r"\frac{\partial L}{\partial x_i} = 2 (x_i - \mu) (1 - \frac{1}{|\mathcal{B}|})", "wrong"),
        (r"\frac{\partial L}{\partial \mu} = -2 \sum_{i \in \mathcal{B}} x_i", "wrong"),
        (r"\frac{\partial L}{\partial \mu} = -2 (\sum_{j \in \mathcal{B}} x_j - |\mathcal{B}| \mu)", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            MEAN.replace(r"\mathcal{B}", letter),
            lines=[f"$${line}$$".replace(r"\mathcal{B}", letter) for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("name", [r"\mathrm{Var}", r"\textsc{Var}", r"\operatorname{Var}"])
def test_normalized_by_a_batch(name: str) -> None:
    cases = [
        (
            r"\frac{\partial L}{\partial \mathbb{E}[m_k]} = -\frac{1}{\sqrt{\mathrm{Var}[m_k] + \epsilon}}"
            r" \sum_{i \in \mathcal{B}} \frac{\partial L}{\partial y_k^{(i)}}",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial \mathbb{E}[m_k]} = \frac{1}{\sqrt{\mathrm{Var}[m_k] + \epsilon}}"
            r" \sum_{i \in \mathcal{B}} \frac{\partial L}{\partial y_k^{(i)}}",
            "wrong",
        ),
        (
            r"\frac{\partial L}{\partial \mathrm{Var}[m_k]} = -\frac12 \sum_{i \in \mathcal{B}} c_k^{(i)}"
            r" (m_k^{(i)} - \mathbb{E}[m_k]) (\mathrm{Var}[m_k] + \epsilon)^{-3/2}",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial \mathrm{Var}[m_k]} = -\frac12 \sum_{i \in \mathcal{B}} c_k^{(i)}"
            r" (m_k^{(i)} - \mathbb{E}[m_k]) (\mathrm{Var}[m_k] + \epsilon)^{-1/2}",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            NORM.replace(r"\mathrm{Var}", name),
            lines=[f"$${line}$$".replace(r"\mathrm{Var}", name) for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


def test_a_batch_of_more_examples() -> None:
    """The i of the one sum runs further: nothing is wrong for how many the batch has."""
    page = MEAN.replace("L = ", r"L = \sum_{i=1}^N x_i^2 + ")
    line = r"$$\frac{\partial L}{\partial \mu} = -2 \sum_{i \in \mathcal{B}} (x_i - \mu)$$"
    assert "wrong" not in each_verdict(page, lines=[line, r"$$\frac{\partial L}{\partial \mu} = 0$$"])


def test_objectives_with_brackets() -> None:
    """An objective that shows what it depends on is no expectation."""
    page = r"$$E[w] = \frac12 \sum_n (w x_n - t_n)^2$$"
    assert verdict(page, r"$$\frac{\partial E[w]}{\partial w} = \sum_n (w x_n - t_n) x_n$$") == "right"
