r"""Probabilities that words call marginals and conditionals of a joint distribution of states."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$\mathbf{x} \in \{0, 1\}^A$, $\mathbf{y} \in \{0, 1\}^B$.

$$F(\mathbf{x}, \mathbf{y}) = - \sum_{a=1}^{A} \sum_{b=1}^{B} u_{ab} x_a y_b - \sum_{a=1}^{A} r_a x_a$$

$$q(\mathbf{x}, \mathbf{y}) = \frac{\exp(-F(\mathbf{x}, \mathbf{y}))}{S}$$

$$S = \sum_{\mathbf{x}, \mathbf{y}} \exp(-F(\mathbf{x}, \mathbf{y}))$$

WORDS

$$\ell(\mathbf{x}) = \log \sum_{\mathbf{y}} \exp(-F(\mathbf{x}, \mathbf{y})) - \log S$$

"""
SAID = r"$q(\mathbf{x})$, $q(\mathbf{y})$, $q(\mathbf{y} | \mathbf{x})$ are marginals, conditionals of the joint one."
DATA = r"\frac{\partial \ell(\mathbf{x})}{\partial u_{ab}} = "
MEAN = r"\sum_{\mathbf{x}, \mathbf{y}} q(\mathbf{x}, \mathbf{y}) x_a y_b"


def verdict(line: str, words: str = SAID) -> str:
    return check(f"{PAGE.replace('WORDS', words)}$${line}$$\n").verdict


@pytest.mark.parametrize(
    "line",
    [
        r"\ell(\mathbf{x}) = \log q(\mathbf{x})",
        DATA + r"\sum_{\mathbf{y}} q(\mathbf{y} | \mathbf{x}) x_a y_b - " + MEAN,
        DATA + r"q(Y_b = 1 | \mathbf{x}) x_a - \sum_{\mathbf{x}} q(\mathbf{x}) q(Y_b = 1 | \mathbf{x}) x_a",
        DATA + r"q(y_b = 1 | \mathbf{x}) x_a - \sum_{\mathbf{y}} q(\mathbf{y}) q(x_a = 1 | \mathbf{y}) y_b",
        r"\frac{\partial \ell(\mathbf{x})}{\partial r_a} = x_a - \sum_{\mathbf{x}} q(\mathbf{x}) x_a",
        r"\frac{\partial \ell(\mathbf{x})}{\partial r_a} = x_a - q(x_a = 1)",
    ],
)
def test_they_are_sums_of_the_joint_one(line: str) -> None:
    assert verdict(line) == "right"
    assert verdict(line, "") != "wrong"


@pytest.mark.parametrize(
    "line",
    [
        r"\ell(\mathbf{x}) = \log q(\mathbf{y})",
        DATA + r"\sum_{\mathbf{y}} q(\mathbf{x} | \mathbf{y}) x_a y_b - " + MEAN,
        DATA + r"q(Y_b = 1 | \mathbf{x}) x_a - \sum_{\mathbf{x}} q(\mathbf{x}) q(Y_b = 1 | \mathbf{x})",
        DATA + r"q(Y_b = 1 | \mathbf{x}) x_a - \sum_{\mathbf{x}} q(Y_b = 1 | \mathbf{x}) x_a",
        DATA + r"q(Y_b = 1) x_a - \sum_{\mathbf{x}} q(\mathbf{x}) q(Y_b = 1 | \mathbf{x}) x_a",
        r"\frac{\partial \ell(\mathbf{x})}{\partial r_a} = x_a - q(Y_a = 1)",
    ],
)
def test_what_is_no_such_sum_is_not_right(line: str) -> None:
    assert verdict(line) in ("wrong", "unreadable", "unproved")


@pytest.mark.parametrize(
    "words",
    [
        r"$q(\mathbf{x})$ is not the marginal of the joint distribution.",
        r"$q(\mathbf{x})$ approximates the marginal of another joint distribution.",
        r"$q(\mathbf{x})$ is the distribution of the data.",
    ],
)
def test_other_words_say_nothing(words: str) -> None:
    assert verdict(
        r"\frac{\partial \ell(\mathbf{x})}{\partial r_a} = x_a - \sum_{\mathbf{x}} q(\mathbf{x}) x_a", words
    ) not in (
        "right",
        "wrong",
    )


def test_units_of_other_values_have_other_means() -> None:
    line = r"\frac{\partial \ell(\mathbf{x})}{\partial r_a} = x_a - q(x_a = 1)"
    page = PAGE.replace(r"\{0, 1\}", r"\{-1, 1\}").replace("WORDS", SAID)
    assert check(f"{page}$${line}$$\n").verdict not in ("right", "wrong")
