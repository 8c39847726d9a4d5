r"""`\nabla e_{(A)}`, gradients with what they are taken by below in parentheses, and matrices that words only name.

By hand: `a_{ij} = \sum_t x_{it} w_{jt} + b_j`, so that `de/dX = (de/dA) W` and `de/dW = (de/dA)^T X`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = (
    '+++\nfunctions = ["g"]\n+++\n'
    r"$X$ is the m by k matrix of the $x_{it}$. $$a_{ij} = \sum_{t=1}^k x_{it} w_{jt} + b_j$$ "
    r"( $i = 1, \dots, m$, $j = 1, \dots, n$ ) "
    r"$$e = \frac12 \sum_{i=1}^{i=m} \sum_{j=1}^{j=n} (g(a_{ij}) - y_{ij})^2, "
    r"\quad a_{ij}' = \frac{\partial e}{\partial a_{ij}}$$"
)
TOLD = r"Here $X = (x_{it})$, $W = (w_{jt})$, $A = (a_{ij})$, $Y = (y_{ij})$."


@pytest.mark.parametrize("told", ["", TOLD, TOLD + r" $\nabla e_{(A)} = (a_{ij}')$"])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"\frac{d e}{d X} = \nabla e_{(A)} W", r"\frac{d e}{d X} = (A - Y) W"),
        (r"\frac{d e}{d W} = \nabla e_{(A)}^T X", r"\frac{d e}{d W} = (A - Y)^T X"),
        (r"\frac{d e}{d W} = (\nabla_A e)^T X", r"\frac{d e}{d W} = 2 (\nabla_A e)^T X"),
    ],
)
def test_gradients(told: str, right: str, wrong: str) -> None:
    assert verdict(NET, told, f"$${right}$$") == "right"
    assert verdict(NET, told, f"$${wrong}$$") == "wrong"


def test_the_entries_of_a_gradient() -> None:
    assert verdict(NET, TOLD, r"$$\nabla e_{(A)} = (a_{ij}')$$") == "right"
    assert verdict(NET, TOLD, r"$$\nabla_A e = (y_{ij})$$") == "wrong"


def test_one_line_that_sums_over_a_part_does_not_hide_the_matrices() -> None:
    part = r"$$\frac{\partial e}{\partial b_j} = \sum_{i=3}^{i=m} a_{ij}'$$"
    assert verdict(NET, part) == "wrong"
    assert verdict(NET, part, r"$$\frac{d e}{d X} = \nabla_A e \; W$$") == "right"
    assert verdict(NET, part, r"$$\frac{d e}{d X} = (A - Y) W$$") == "wrong"


@pytest.mark.parametrize(
    "line",
    [
        r"\nabla e_{(n)} = 0",  # the error of example n
        r"\frac{d e}{d X} = \nabla e_{(k)} W",
        r"e_{(A)} + \nabla e_{(A)} = 0",  # an e of its own
    ],
)
def test_other_things_below(line: str) -> None:
    assert verdict(NET, TOLD, f"$${line}$$") not in ("right", "wrong")


@pytest.mark.parametrize("told", ["", TOLD])
@pytest.mark.parametrize(
    "line",
    [
        r"\nabla_A e = \left(\frac{\partial e}{\partial a_{ij}}\right)",
        r"\frac{\partial e}{\partial A} = \left[\frac{\partial e}{\partial a_{ij}}\right]",
        r"\nabla_A e = ((g(a_{ij}) - y_{ij}) g'(a_{ij}))_{ij}",
    ],
)
def test_a_matrix_by_its_entry_in_parentheses_is_no_number(told: str, line: str) -> None:
    assert verdict(NET, told, f"$${line}$$") in ("unreadable", "unproved", "right")
    assert verdict(NET, told, r"$$\nabla_A e = (g(A) - Y) \odot g'(A)$$") == "right"
    assert verdict(NET, told, r"$$\nabla_A e = (e)$$") == "wrong"


NUMBERS = (
    '+++\nfunctions = ["g"]\n+++\n'
    r"$$ e = \sum_{i=1}^n c_i g(y_i), \quad y_i = w x_i + b $$"
    "\n\n"
    r"$$ \frac{de}{dw} = \sum_{i=1}^n c_i g'(y_i) x_i $$"
)


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (r"\nabla e_{(w)} = \sum_{i=1}^n \frac{de}{dy_i} x_i", "right"),
        (r"\nabla e_{(w)} = \sum_{i=1}^n \frac{de}{dy_i}", "wrong"),
        (r"\nabla e_{(b)} = \sum_{i=1}^n \frac{de}{dy_i}", "right"),
        (r"\nabla e_{(b)} = \sum_{i=1}^n \frac{de}{dy_i} x_i", "wrong"),
    ],
)
def test_small_letters_by_which_a_page_differentiates(line: str, judged: str) -> None:
    assert verdict(NUMBERS, r"$$ \nabla e_{(w)} = \frac{de}{dw} $$", f"$$ {line} $$") == judged


@pytest.mark.parametrize("line", [r"\nabla e_{(i)} = c_i g'(y_i) x_i", r"\nabla e_{(q)} = \frac{de}{dw}"])
def test_small_letters_that_number_examples(line: str) -> None:
    assert verdict(NUMBERS, f"$$ {line} $$") not in ("right", "wrong")


def test_a_small_letter_that_only_gradients_have() -> None:
    page = NUMBERS.split(r"$$ \frac{de}{dw}")[0]
    assert verdict(page, r"$$ \nabla e_{(w)} = \sum_{i=1}^n c_i g'(y_i) $$") not in ("right", "wrong")
