r"""Stars below names: a point at which something is predicted, `x_{*,d}` beside `x_{p,d}`, or a row of a matrix."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

PROCESS = r"""
$$ K_{pq} = \sigma_f^2 \exp\left( -\frac{1}{2} \sum_{d=1}^{D} \frac{(x_{p,d} - x_{q,d})^2}{\ell_d^2} \right) $$

$$ k_{*p} = \sigma_f^2 \exp\left( -\frac{1}{2} \sum_{d=1}^{D} \frac{(x_{*,d} - x_{p,d})^2}{\ell_d^2} \right) $$

$$ b_p = \sum_{q=1}^{n} L_{pq} k_{*q} $$

$$ V_* = \sigma_f^2 - \sum_{p=1}^{n} b_p^2 $$"""
VARIANCE = (
    r"$$ \frac{\partial V_*}{\partial x_{*,d}} = -2 \sum_{p=1}^{n} b_p \sum_{q=1}^{n} L_{pq} "
    r"\frac{\partial k_{*q}}{\partial x_{*,d}} = %s \sum_{p=1}^{n} \sum_{q=1}^{n} b_p L_{pq} k_{*q} "
    r"\frac{x_{*,d} - x_{%s,d}}{\ell_d^2} $$"
)
SPELLINGS = ((r"*", r"*"), (r"*", r"\ast"), (r"*", r"\star"))
LINEAR = r"""$$ k_{*p} = \sum_{d=1}^{D} x_{*d} x_{pd} $$

$$ \mu_* = \sum_{p=1}^{n} \alpha_p k_{*p} $$

$$ s_* = \sum_{p=1}^n \sum_{q=1}^n k_{*p} M_{pq} k_{*q} $$"""


@pytest.mark.parametrize(("star", "other"), SPELLINGS)
def test_a_star_beside_entries_of_its_letter_is_a_label(star: str, other: str) -> None:
    lines = [VARIANCE % ("2", "q"), VARIANCE % ("2", "p"), VARIANCE % ("-2", "q")]
    page, lines = PROCESS.replace(star, other + " "), [x.replace(star, other + " ") for x in lines]
    assert each_verdict(page, lines=lines) == ["right", "wrong", "wrong"]


def test_a_star_is_one_where_what_is_predicted_is_made_of_it() -> None:
    lines = (
        r"$$ \frac{\partial \mu_*}{\partial x_{*d}} = \sum_{p=1}^n \alpha_p x_{pd} $$",
        r"$$ \frac{\partial \mu_*}{\partial x_{*d}} = \sum_{p=1}^n \alpha_p x_{*d} $$",
        r"$$ \frac{\partial \mu_*}{\partial x_{pd}} = \alpha_p x_{*d} $$",
        r"$$ \frac{\partial s_*}{\partial x_{*d}} = \sum_{p=1}^n \sum_{q=1}^n (M_{pq} + M_{qp}) k_{*q} x_{pd} $$",
        r"$$ \frac{\partial s_*}{\partial x_{*d}} = 2 \sum_{p=1}^n \sum_{q=1}^n M_{pq} k_{*q} x_{pd} $$",
    )
    assert each_verdict(LINEAR, lines=lines) == ["right", "wrong", "right", "right", "wrong"]


@pytest.mark.parametrize("right", ["c_1 c", "2 c_1 c", "0"])
def test_a_column_beside_such_a_label_is_open(right: str) -> None:
    page = r"Let $L \in \mathbb{R}^{n \times n}$ and $c \in \mathbb{R}^n$."
    line = rf"$$ \frac{{\partial s}}{{\partial L_{{*,1}}}} = {right} $$"
    assert verdict(page, r"$$ s = c^T L c $$", line) == ("right" if right == "c_1 c" else "wrong")
    assert verdict(page, PROCESS, r"$$ s = c^T L c $$", line) not in ("right", "wrong")


def test_columns_of_a_matrix_are_read_where_no_star_is_a_label() -> None:
    page = r"Let $W \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^m$."
    right, wrong = (rf"$$ \frac{{\partial s}}{{\partial x}} = {x} $$" for x in ("W_{*,1}", "2 W_{*,1}"))
    assert verdict(page, r"$$ s = W_{*,1}^T x $$", right) == "right"
    assert verdict(page, r"$$ s = W_{*,1}^T x $$", wrong) == "wrong"
