r"""Values shown with the list of all that they are made of, `L(y_i, F_1(x_i), \dots, F_K(x_i)) = ..`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

RANGES = '+++\n[ranges]\nk = "1..K"\nl = "1..K"\ni = "1..N"\n+++\n'
NET = r"""
$$ p_k(x_i) = \frac{e^{F_k(x_i)}}{\sum_{l=1}^K e^{F_l(x_i)}} $$

$$ LOSS = -\sum_{k=1}^K t_{ik} \ln p_k(x_i) $$ with $\sum_k t_{ik} = 1$.

"""
LINES = (
    r"\frac{\partial LOSS}{\partial F_k(x_i)} = p_k(x_i) - t_{ik}",
    r"\frac{\partial LOSS}{\partial F_k(x_i)} = t_{ik} - p_k(x_i)",
    r"\frac{\partial^2 LOSS}{\partial F_k(x_i)^2} = p_k(x_i) (1 - p_k(x_i))",
    r"\frac{\partial^2 LOSS}{\partial F_k(x_i)^2} = p_k(x_i) (1 - t_{ik})",
)


def verdicts(page: str, *lines: str) -> list[str]:
    claims = check(page + "".join(f"$$ {x} $$\n\n" for x in lines)).claims
    return [str(worst([c.judgement])) for c in claims[len(claims) - len(lines) :]]


@pytest.mark.parametrize(
    "loss",
    [
        r"L(t_i, F_1(x_i), \dots, F_K(x_i))",
        r"L(t_i, F_1(x_i), ..., F_K(x_i))",
        r"L(F_1(x_i), \dots, F_K(x_i))",
        r"L_i(F_1(x_i), \dots, F_K(x_i))",
        r"\ell(F_1(x_i), F_2(x_i), \dots, F_K(x_i))",
    ],
)
def test_a_loss_of_a_list_is_a_value(loss: str) -> None:
    lines = [x.replace("LOSS", loss) for x in LINES]
    assert verdicts(RANGES + NET.replace("LOSS", loss), *lines) == ["right", "wrong", "right", "wrong"]


SQUARED = r"""
$$ \ell(y_i, F_1(x_i), \dots, F_K(x_i)) = \frac12 \sum_{k=1}^K (y_{ik} - F_k(x_i))^2 $$

"""


def test_it_may_be_added_up_in_another_letter() -> None:
    total = r"$$ J = \sum_{n=1}^N \ell(y_n, F_1(x_n), \dots, F_K(x_n)) $$" + "\n\n"
    assert verdicts(
        SQUARED + total,
        r"\frac{\partial J}{\partial F_k(x_i)} = F_k(x_i) - y_{ik}",
        r"\frac{\partial J}{\partial F_k(x_i)} = y_{ik} - F_k(x_i)",
    ) == ["right", "wrong"]


def test_a_list_of_two_letters_is_another_value() -> None:
    total = r"$$ J = \sum_{n=1}^N \ell(y_n, F_1(x_i), \dots, F_K(x_i)) $$" + "\n\n"
    line = r"\frac{\partial J}{\partial F_k(x_i)} = F_k(x_i) - y_{ik}"
    assert verdicts(SQUARED + total, line)[0] in ("unproved", "unreadable")


def test_the_objective_may_be_shown_so() -> None:
    loss = r"L(t_i, F_1(x_i), \dots, F_K(x_i))"
    page = ("+++\nobjective = '" + loss + "'\n" + RANGES[4:]) + NET.replace("LOSS", loss)
    report = check(page + "".join(f"$$ {x.replace('LOSS', loss)} $$\n\n" for x in LINES[:2]))
    assert [str(worst([c.judgement])) for c in report.claims] == ["right", "wrong"]


def test_a_function_of_other_lists_stays_one() -> None:
    assert verdicts(
        r"$$ f(x_1, \dots, x_n) = \sum_{i=1}^n x_i^2 $$" + "\n\n",
        r"\frac{\partial f(x_1, \dots, x_n)}{\partial x_k} = 2 x_k",
        r"f(y_1, \dots, y_n) = \sum_{i=1}^n x_i^2",
        r"f(2x_1, \dots, 2x_n) = 2 \sum_{i=1}^n x_i^2",
    ) == ["right", "unreadable", "wrong"]
