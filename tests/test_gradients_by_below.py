r"""`\nabla e_{(A)}`, gradients with what they are taken by below in parentheses, and matrices that words only name.

By hand: `a_{ij} = \sum_t x_{it} w_{jt} + b_j`, so that `de/dX = (de/dA) W` and `de/dW = (de/dA)^T X`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    '+++\nfunctions = ["g"]\n+++\n'
    r"$X$ is the m by k matrix of the $x_{it}$. $$a_{ij} = \sum_{t=1}^k x_{it} w_{jt} + b_j$$ "
    r"( $i = 1, \dots, m$, $j = 1, \dots, n$ ) "
    r"$$e = \frac12 \sum_{i=1}^{i=m} \sum_{j=1}^{j=n} (g(a_{ij}) - y_{ij})^2, "
    r"\quad a_{ij}' = \frac{\partial e}{\partial a_{ij}}$$"
)
TOLD = r"Here $X = (x_{it})$, $W = (w_{jt})$, $A = (a_{ij})$, $Y = (y_{ij})$."


@pytest.mark.parametrize("told", ["", TOLD, TOLD + r" $\nabla e_{(A)} = (a_{ij}')$"])
def test_gradients(told: str) -> None:
    cases = [
        (r"\frac{d e}{d X} = \nabla e_{(A)} W", r"\frac{d e}{d X} = (A - Y) W"),
        (r"\frac{d e}{d W} = \nabla e_{(A)}^T X", r"\frac{d e}{d W} = (A - Y)^T X"),
        (r"\frac{d e}{d W} = (\nabla_A e)^T X", r"\frac{d e}{d W} = 2 (\nabla_A e)^T X"),
    ]
    for (right, _), found in zip(
        cases, each_verdict(NET, told, lines=[f"$${right}$$" for right, _ in cases]), strict=True
    ):
        assert found == "right", right
    for (_, wrong), found in zip(
        cases, each_verdict(NET, told, lines=[f"$${wrong}$$" for _, wrong in cases]), strict=True
    ):
        assert found == "wrong", wrong


def test_the_entries_of_a_gradient() -> None:
    assert each_verdict(NET, TOLD, lines=[r"$$\nabla e_{(A)} = (a_{ij}')$$", r"$$\nabla_A e = (y_{ij})$$"]) == [
        "right",
        "wrong",
    ]


def test_one_line_that_sums_over_a_part_does_not_hide_the_matrices() -> None:
    part = r"$$\frac{\partial e}{\partial b_j} = \sum_{i=3}^{i=m} a_{ij}'$$"
    assert verdict(NET, part) == "wrong"
    assert each_verdict(
        NET, part, lines=[r"$$\frac{d e}{d X} = \nabla_A e \; W$$", r"$$\frac{d e}{d X} = (A - Y) W$$"]
    ) == ["right", "wrong"]


def test_other_things_below() -> None:
    cases = [
        r"\nabla e_{(n)} = 0",  # the error of example n
        r"\frac{d e}{d X} = \nabla e_{(k)} W",
        r"e_{(A)} + \nabla e_{(A)} = 0",  # an e of its own
    ]
    for line, found in zip(cases, each_verdict(NET, TOLD, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


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
    found = each_verdict(
        NET, told, lines=[f"$${line}$$", r"$$\nabla_A e = (g(A) - Y) \odot g'(A)$$", r"$$\nabla_A e = (e)$$"]
    )
    assert found[0] in ("unreadable", "unproved", "right")
    assert found[1] == "right"
    assert found[2] == "wrong"


NUMBERS = (
    '+++\nfunctions = ["g"]\n+++\n'
    r"$$ e = \sum_{i=1}^n c_i g(y_i), \quad y_i = w x_i + b $$"
    "\n\n"
    r"$$ \frac{de}{dw} = \sum_{i=1}^n c_i g'(y_i) x_i $$"
)


def test_small_letters_by_which_a_page_differentiates() -> None:
    cases = [
        (r"\nabla e_{(w)} = \sum_{i=1}^n \frac{de}{dy_i} x_i", "right"),
        (r"\nabla e_{(w)} = \sum_{i=1}^n \frac{de}{dy_i}", "wrong"),
        (r"\nabla e_{(b)} = \sum_{i=1}^n \frac{de}{dy_i}", "right"),
        (r"\nabla e_{(b)} = \sum_{i=1}^n \frac{de}{dy_i} x_i", "wrong"),
    ]
    for (line, judged), found in zip(
        cases,
        each_verdict(NUMBERS, r"$$ \nabla e_{(w)} = \frac{de}{dw} $$", lines=[f"$$ {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == judged, line


def test_small_letters_that_number_examples() -> None:
    cases = [r"\nabla e_{(i)} = c_i g'(y_i) x_i", r"\nabla e_{(q)} = \frac{de}{dw}"]
    for line, found in zip(cases, each_verdict(NUMBERS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


def test_a_small_letter_that_only_gradients_have() -> None:
    page = NUMBERS.split(r"$$ \frac{de}{dw}")[0]
    assert verdict(page, r"$$ \nabla e_{(w)} = \sum_{i=1}^n c_i g'(y_i) $$") not in ("right", "wrong")
