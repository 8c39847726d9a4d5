r"""Entries of powers of matrices are no powers of entries."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check

from .judging import each_verdict, verdict

KERNEL = r"$$R_{jm} = \exp(-c \cdot (X_j - X_m)^2) + \delta_{jm}$$"


@pytest.mark.parametrize(
    "entry", [r"(R^{-1})_{jm}", r"[R^{-1}]_{jm}", r"R^{-1}_{jm}", r"\left(R^{-1}\right)_{j,m}", r"(R^2)_{jm}"]
)
def test_an_entry_of_a_power_of_a_matrix_is_no_power_of_the_entry(entry: str) -> None:
    power = "^2" if "2" in entry else "^{-1}"
    line = rf"$$\frac{{\partial b_j}}{{\partial r_m}} = (R_{{jm}}){power}$$"
    assert verdict(KERNEL, rf"$$b_j = \sum_{{m=1}}^n {entry} r_m$$", line) == "unproved"


def test_the_reason_is_the_inverse_and_its_name_helps() -> None:
    page = KERNEL.replace("R", "k") + r" $$b_j = \sum_{m=1}^n (k^{-1})_{jm} r_m$$ "
    line = r"$$\frac{\partial b_j}{\partial r_m} = (k^{-1})_{jm}$$"
    assert "the inverse of a matrix" in check(page + line).claims[0].links[0].detail
    assert verdict(page.replace("(k^{-1})", "G"), line.replace("(k^{-1})", "G")) == "right"
    reason = check(page + line, options=Options(lang="ja")).claims[0].links[0].reason
    assert reason is not None
    assert "逆行列" in reason.text


@pytest.mark.parametrize("entry", [r"(R_{jm})^{2}", r"R_{jm}^2", r"(R_{jm})^{-1}", r"w_{jm}^{-1}", r"D_{jj}^{-1}"])
def test_a_power_of_an_entry(entry: str) -> None:
    page = (KERNEL, r"$$w_{jm} = 1 + R_{jm}^2, \quad D_{jm} = w_{jm}$$", rf"$$b_j = \sum_{{m=1}}^n {entry} r_m$$")
    assert each_verdict(
        *page,
        lines=[
            rf"$$\frac{{\partial b_j}}{{\partial r_m}} = {entry}$$",
            rf"$$\frac{{\partial b_j}}{{\partial r_m}} = 2 \cdot {entry}$$",
        ],
    ) == ["right", "wrong"]
