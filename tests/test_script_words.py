r"""Labels that look like indices, and entries of the identity matrix: `J_{total}` beside an index t, `I_{kk'}`."""

from __future__ import annotations

import pytest

from symderiv.check.report import worst

from .judging import check


def verdicts(page: str) -> list[str]:
    return [str(worst([c.judgement])) for c in check(page).claims]


@pytest.mark.parametrize("word", ["total", r"\text{total}", "rec"])
def test_a_word_is_one_label_whatever_its_letters_are_elsewhere(word: str) -> None:
    page = rf"""
$$ J(t) = \sum_{{e=1}}^{{E}} (y_e(t) - w x_e(t))^2, \quad J_{{{word}}} = \sum_{{t=1}}^{{T}} J(t) $$

$$ \frac{{\partial J_{{{word}}}}}{{\partial w}} = -2 \sum_{{t=1}}^{{T}} \sum_{{e=1}}^{{E}} (y_e(t) - w x_e(t)) x_e(t) $$

$$ \frac{{\partial J_{{{word}}}}}{{\partial w}} = -2 \sum_{{e=1}}^{{E}} (y_e(t) - w x_e(t)) x_e(t) $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_letters_that_sums_run_over_are_no_word() -> None:
    page = r"""
$$ y = \sum_{n=1}^{N} \sum_{e=1}^{M} \sum_{t=1}^{T} w_{net} x_n $$

$$ \frac{\partial y}{\partial x_n} = \sum_{e=1}^{M} \sum_{t=1}^{T} w_{net} $$

$$ \frac{\partial y}{\partial x_n} = \sum_{e=1}^{M} w_{net} $$
"""
    assert verdicts(page) == ["right", "wrong"]


HESSIAN = r"""
$$ y_k = \sum_{j=1}^{J} w_{kj} z_j, \quad E = \frac12 \sum_{k=1}^{K} %s y_k^2 $$

$$ \frac{\partial^2 E}{\partial w_{kj} \partial w_{k'j'}} = z_j z_{j'} I_{kk'} $$

$$ \frac{\partial^2 E}{\partial w_{kj} \partial w_{k'j'}} = z_j z_{j'} I_{jj'} $$
"""


def test_the_identity_has_entries() -> None:
    assert verdicts(HESSIAN % "") == ["right", "wrong"]


def test_data_of_that_name_are_no_identity() -> None:
    assert "right" not in verdicts(HESSIAN % "I_{kk}")


def test_three_usual_indices_are_no_word() -> None:
    page = r"""
$$ z_{lin} = \sum_{j=1}^{J} w_{lij} x_{ljn} $$

$$ \frac{\partial z_{lin}}{\partial x_{ljn}} = w_{lij} $$

$$ \frac{\partial z_{lin}}{\partial x_{ljn}} = w_{lji} $$
"""
    assert verdicts(page)[0] == "right"
    assert "right" not in verdicts(page)[1:]


LAYERS = r"""
$$ u^l_i = \sum_{k=1}^{n} w^l_{ik} y^{l-1}_k, \quad y^l_i = \tanh(u^l_i) $$ ( $1 \le i \le n$ )

$$ E = \frac12 \sum_{i=1}^{n} (y^l_i - y^{WORD}_i)^2 $$

$$ \frac{\partial E}{\partial w^l_{ik}} = (y^l_i - y^{WORD}_i) (1 - y^l_i y^l_i) y^{l-1}_k $$

$$ \frac{\partial E}{\partial w^l_{ik}} = (y^{WORD}_i - y^l_i) (1 - y^l_i y^l_i) y^{l-1}_k $$
"""


@pytest.mark.parametrize("word", ["truth", "target", "wahr", "echt"])
def test_a_word_above_is_no_layer_where_its_letters_stand_nowhere_else(word: str) -> None:
    assert verdicts(LAYERS.replace("WORD", word)) == ["right", "wrong"]


def test_letters_of_which_one_is_an_index_elsewhere_are_no_word() -> None:
    page = LAYERS.replace("WORD", "wahr") + "\n$$ s = \\sum_{r=1}^{R} v_r $$\n"
    assert verdicts(page) != ["right", "wrong"]


def test_indices_that_stand_nowhere_else_are_no_word() -> None:
    """The derivative of the sum of all squares by one entry is that entry, twice."""
    page = r"""
$$ E = \sum_{a=1}^{A} \sum_{b=1}^{B} \sum_{c=1}^{C} \sum_{d=1}^{D} T_{abcd}^2 $$

$$ \frac{\partial E}{\partial T_{wxyz}} = 2 T_{wxyz} $$

$$ \frac{\partial E}{\partial T_{heow}} = 2 T_{heow} $$

$$ \frac{\partial E}{\partial T_{heow}} = 0 $$
"""
    assert verdicts(page) == ["right", "right", "wrong"]


SAMPLE = r"""
$$ %s = \frac{1}{N} \sum_{n=1}^{N} (u x_n + v - y_n)^2 $$

$$ \frac{\partial %s}{\partial u} = \frac{2}{N} \sum_{n=1}^{N} (u x_n + v - y_n) x_n $$

$$ \frac{\partial %s}{\partial u} = \frac{2}{N} \sum_{n=1}^{N} (u x_n + v - y_n) $$
"""


@pytest.mark.parametrize("name", ["E_{in}", "E_{in}(u)", "E_{in}(u, v)", "E_{nin}(u)"])
def test_a_letter_that_only_the_sum_on_the_right_has_is_no_index_before_an_argument(name: str) -> None:
    assert verdicts(SAMPLE.replace("%s", name)) == ["right", "wrong"]


@pytest.mark.parametrize("left", ["E_{in}", "E_{in}(u)"])
def test_two_letters_over_which_it_is_added_up_are_no_word(left: str) -> None:
    page = (
        SAMPLE.replace("%s", left)
        + rf"""
$$ S = \sum_{{i=1}}^{{I}} \sum_{{n=1}}^{{N}} {left} $$

$$ \frac{{\partial S}}{{\partial u}} = 2 I \sum_{{n=1}}^{{N}} (u x_n + v - y_n) x_n $$
"""
    )
    assert verdicts(page)[-1] not in ("right", "wrong")


def test_an_index_that_stands_on_the_right_is_one() -> None:
    page = r"""
$$ E_{in}(u) = \sum_{k=1}^{K} (u x_{nk} - y_{ik})^2 $$ ($1 \le i \le I$, $1 \le n \le N$)

$$ \frac{\partial E_{in}(u)}{\partial u} = 2 \sum_{k=1}^{K} (u x_{nk} - y_{ik}) x_{nk} $$

$$ \frac{\partial E_{in}(u)}{\partial y_{jk}} = 0 $$
"""
    assert verdicts(page) in (["right", "wrong"], ["right", "unproved"])


LOSS = r"""
$$ NAME = \frac12 \sum_{i=1}^{N} (w x_i - y_i)^2 $$

$$ \frac{\partial NAME}{\partial w} = \sum_{i=1}^{N} (w x_i - y_i) x_i $$

$$ \frac{\partial NAME}{\partial w} = \sum_{i=1}^{N} (w x_i - y_i) $$
"""


@pytest.mark.parametrize(
    "name", ["J_{least-squares}", r"\mathcal{L}_{max{-}margin}", r"\ell_{cross-entropy}", r"E_{\text{least-squares}}"]
)
def test_a_word_with_a_hyphen_below_an_objective(name: str) -> None:
    assert verdicts(f'+++\nobjective = "{name}"\n+++\n'.replace("\\", "\\\\") + LOSS.replace("NAME", name)) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize("name", ["J_{ij-kl}", "J_{least-q}", "s_{least-squares}"])
def test_differences_of_products_are_no_word(name: str) -> None:
    assert not {"right", "wrong"} & set(verdicts(LOSS.replace("NAME", name)))


def test_two_objectives_with_hyphens_are_two() -> None:
    page = r"""
$$ J_{pos-part} = (w - x)^2, \quad J_{neg-part} = (w + x)^2 $$

$$ \frac{\partial J_{pos-part}}{\partial w} = 2 (w - x) $$

$$ \frac{\partial J_{pos-part}}{\partial w} = 2 (w + x) $$

$$ \frac{\partial J_{neg-part}}{\partial w} = 2 (w + x) $$
"""
    assert verdicts(page) == ["right", "wrong", "right"]
