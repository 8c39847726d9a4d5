r"""Values that are differentiated with their parameters behind them: `\nabla f(\theta)` beside `f = .. \theta_j ..`."""

from __future__ import annotations

import pytest

from .judging import verdict

TYPED = r"""
$$ {f} = \frac{1}{2} \sum_{i=1}^n \left( Y_i - \sum_{j=1}^p X_{i,j} \theta_j \right)^2
 + \frac{\lambda}{2} \sum_{j=1}^p \theta_j^2 $$

Here $X = (X_{i,j})$, $Y = (Y_i)$, $\theta = (\theta_j)$.

"""


def page(line: str, f: str = "f") -> str:
    return TYPED.replace("{f}", f) + f"$$ {line} $$\n"


@pytest.mark.parametrize("f", ["f", r"f(\theta)"])
@pytest.mark.parametrize(
    "left", [r"\nabla f(\theta)", r"\nabla_\theta f(\theta)", r"\frac{\partial f(\theta)}{\partial \theta}"]
)
def test_the_gradient_in_matrices(left: str, f: str) -> None:
    assert verdict(page(rf"{left} = X^T X \theta - X^T Y + \lambda \theta", f)) == "right"
    assert verdict(page(rf"{left} = X^T X \theta - X^T Y + 2 \lambda \theta", f)) == "wrong"
    assert verdict(page(rf"{left} = X^T Y - X^T X \theta + \lambda \theta", f)) == "wrong"


def test_the_gradient_by_entries() -> None:
    left = r"\frac{\partial f(\theta)}{\partial \theta_k}"
    assert (
        verdict(page(left + r"= -\sum_{i=1}^n X_{i,k} (Y_i - \sum_{j=1}^p X_{i,j} \theta_j) + \lambda \theta_k"))
        == "right"
    )
    assert verdict(page(left + r"= -\sum_{i=1}^n X_{i,k} (Y_i - X_{i,k} \theta_k) + \lambda \theta_k")) == "wrong"


@pytest.mark.parametrize("other", [r"f(\theta') = 0", r"f(2\theta) = 4 f(\theta)", r"f'(\theta) = 0"])
def test_with_something_else_behind_it_elsewhere_it_is_left(other: str) -> None:
    line = r"\nabla f(\theta) = X^T X \theta - X^T Y + \lambda \theta"
    assert verdict(page(line) + f"\nIf ${other}$ nothing follows.\n") != "wrong"


def test_a_name_of_which_no_entries_stand_is_left() -> None:
    typed = r"$$ f = 2 a b $$" + "\n\n" + r"$$ \frac{\partial f(a)}{\partial b} = 2 a $$"
    assert verdict(typed) != "wrong"
