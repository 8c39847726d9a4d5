r"""A matrix that lists vectors, `U = [u_1, \dots, u_W]`: they are its columns, unless the page uses it otherwise."""

import pytest

from .judging import check

VECTORS = r"Let $u_m \in \mathbb{R}^d$, $v \in \mathbb{R}^d$, $q = (q_1, \dots, q_M)^T$"
MODEL = r"""

$$ q_m = \sin(u_m^T v) $$

$$ J = \frac{1}{2} \sum_{m=1}^M q_m^2 $$

$$ r_m = q_m \cos(u_m^T v) $$

with $r = (r_1, \dots, r_M)^T$.

"""
LIST = r"U = [u_1, \dots, u_M]"


def _judged(said: str, line: str) -> list[str]:
    return [str(c.judgement) for c in check(f"{VECTORS} and {said}.{MODEL}$$ {line} $$\n").claims]


@pytest.mark.parametrize(
    "said",
    [
        f"${LIST}$",
        r"$U = (u_1, u_2, \dots, u_M)$",
        rf"${LIST} \in \mathbb{{R}}^{{d \times M}}$",
        rf"${LIST}$ is the $d \times M$ matrix of all of them",
    ],
)
def test_columns(said: str) -> None:
    assert _judged(said, r"\frac{\partial J}{\partial v} = U r") == ["right"]
    assert _judged(said, r"\frac{\partial J}{\partial v} = 2 U r") == ["wrong"]
    assert _judged(said, r"\frac{\partial J}{\partial v} = U q") == ["wrong"]
    assert _judged(said, r"\frac{\partial J}{\partial v} = \sum_{m=1}^M r_m u_m = U r") == ["right"]


def test_a_transpose_that_is_one_too_many() -> None:
    line = r"\frac{\partial J}{\partial v} = U^T r"
    assert _judged(rf"${LIST} \in \mathbb{{R}}^{{d \times M}}$", line) == ["wrong"]
    # to many what stands in such a list are rows
    assert _judged(f"${LIST}$", line) == ["unreadable"]
    assert _judged(f"${LIST}$, the matrix with rows $u_m^T$", line) == ["unreadable"]
    assert "wrong" not in _judged(rf"${LIST} \in \mathbb{{R}}^{{M \times d}}$", line)


def test_a_transposed_list() -> None:
    assert _judged(f"${LIST}^T$", r"\frac{\partial J}{\partial v} = U^T r") == ["right"]
    assert _judged(f"${LIST}^T$", r"\frac{\partial J}{\partial v} = U r") == ["wrong"]


def test_numbers_in_a_list() -> None:
    page = r"""
$$ E = \sum_{i=1}^n (w_i - t_i)^2 $$

with the weights $W = [w_1, \dots, w_n]$.

$$ \frac{\partial E}{\partial w_i} = 2 (w_i - t_i) $$

$$ \frac{\partial E}{\partial w_i} = w_i - t_i $$
"""
    assert [str(c.judgement) for c in check(page).claims][-2:] == ["right", "wrong"]


NUMBERS = r"(\tanh(w^T x_1), \tanh(w^T x_2), \dots, \tanh(w^T x_n))"
OF_A_LIST = r"""+++
objective = "E(w)"
[ranges]
"i" = "1..n"
+++

$$ E(w) = \frac12 \sum_i (\tanh(w^T x_i) - t_i)^2 $$

$$ t = (t_1, \dots, t_n)^T $$

$$ X = (x_1, \dots, x_n)^T $$

$$ y = {} $$

$$ s = (1 - \tanh(w^T x_1)^2, \dots, 1 - \tanh(w^T x_n)^2)^T $$

$$ \nabla E(w) = X^T ((y - t) \odot s) $$

$$ \nabla E(w) = X^T (y - t) $$

$$ y = \tanh(X w) $$

$$ y = X w $$
"""


@pytest.mark.parametrize("typed", [NUMBERS + "^T", NUMBERS, "[" + NUMBERS[1:-1] + "]^T"])
def test_list_of_computed_numbers(typed: str) -> None:
    """To many it is a column without the sign, too."""
    found = check(OF_A_LIST.replace("{}", typed)).claims
    assert [str(c.judgement) for c in found] == ["right", "wrong", "right", "wrong"]


def test_list_whose_entries_do_not_count_up() -> None:
    found = check(OF_A_LIST.replace("{}", NUMBERS.replace("w^T x_2", "w^T x_3") + "^T")).claims
    assert "right" not in [str(c.judgement) for c in found if "y" in c.latex]


def test_row_of_computed_numbers_is_not_wrong() -> None:
    page = OF_A_LIST.replace("{}", NUMBERS) + "\n$$ (y - t^T) X = y X - t^T X $$\n"
    assert str(check(page).claims[-1].judgement) == "unreadable"
