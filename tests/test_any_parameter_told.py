r"""A letter for any of several parameters that a sentence lists; parameters listed with what they are called."""

from __future__ import annotations

import pytest

from .judging import check, each_verdict

KERNEL = (
    r"The inputs $x_{pd}$, $d = 1, \dots, m$, and the outputs $y_p$, $p = 1, \dots, N$, are data. "
    r"@ The $N \times N$ matrix $K$ is symmetric and positive definite." + "\n\n"
    r"$$ K_{pq} = s^2 \exp\left(-\sum_{d=1}^m \frac{(x_{pd} - x_{qd})^2}{2 l_d^2}\right) \quad (1 \le q \le N) $$"
    + "\n\n"
    r"$$ F = \frac{1}{2} \ln|K| + \frac{1}{2} y^T K^{-1} y $$" + "\n\n"
)
LISTED = (
    r"The hyper-parameters are the signal deviation $s > 0$ and the length scales $l_1, \dots, l_m > 0$; "
    r"$\theta_i$ stands for any one of them.",
    r"The parameters are the deviation $s$ and the lengths $l_1, \dots, l_m$, and $\theta_i$ denotes any of these.",
    r"The parameters are $s$ and $l_d$. Here $\theta_i$ is an arbitrary one of the parameters $s$ and $l_d$.",
)
LOGARITHM = r"\frac{\partial \ln|K|}{\partial \theta_i}"


def verdicts(intro: str, line: str) -> set[str]:
    page = KERNEL.replace("@", intro)
    first = page.count("\n") + 1
    return {str(c.judgement) for c in check(page + f"$$ {line} $$").claims if c.line >= first}


@pytest.mark.parametrize("intro", LISTED)
def test_the_line_is_one_for_each(intro: str) -> None:
    expected = {
        r"\frac{\partial K^{-1}}{\partial \theta_i} = -K^{-1} \frac{\partial K}{\partial \theta_i} K^{-1}": "right",
        r"\frac{\partial K^{-1}}{\partial \theta_i} = -\frac{\partial K}{\partial \theta_i} K^{-1}": "wrong",
        rf"{LOGARITHM} = \mathrm{{tr}}(K^{{-1}} \frac{{\partial K}}{{\partial \theta_i}})": "right",
        rf"{LOGARITHM} = \mathrm{{tr}}(\frac{{\partial K}}{{\partial \theta_i}})": "wrong",
    }
    found = each_verdict(KERNEL.replace("@", intro).rstrip(), lines=[f"$$ {line} $$" for line in expected])
    assert dict(zip(expected, found, strict=True)) == expected


def test_what_holds_for_one_of_them_is_not_right() -> None:
    line = r"\frac{\partial K_{pq}}{\partial \theta_i} = \frac{2}{s} K_{pq}"
    assert "wrong" in verdicts(LISTED[0], line)
    assert verdicts("The parameters are $s$ and the lengths $l_1, \\dots, l_m$.", line).isdisjoint({"right", "wrong"})


@pytest.mark.parametrize(
    "intro",
    [
        r"The parameters are $s$ and $l_d$; $\theta_i$ stands for one of the inputs.",
        r"The parameters are $s$ and $l_d$; $\theta_i$ does not stand for any of them.",
        r"$\theta_i$ is any of the parameters $s$, $l_d$, and what else there is.",
        r"The parameters are $s$ and $l_d$; $\theta_i$ is any of them, $\theta_1 = s$ and $\theta_2 = l_1$.",
    ],
)
def test_not_where_that_is_not_said(intro: str) -> None:
    line = r"\frac{\partial K^{-1}}{\partial \theta_i} = -K^{-1} \frac{\partial K}{\partial \theta_i} K^{-1}"
    assert verdicts(intro, line).isdisjoint({"right", "wrong"})


def test_parameters_listed_are_not_made_of_what_is_computed() -> None:
    page = (
        r"$$ u = \sum_{i=1}^n w_i x_i, \quad r = \frac12 (u - t)^2, \quad c = \sum_{i=1}^n v_i x_i + b $$" + "\n\n"
        r"$$ \frac{\partial r}{\partial t} = t - u $$"
    )
    told = r"The parameters are the weights $w_i, v_i$ and the offset $b$; the data are $x_i$, $t$." + "\n\n"
    assert {str(c.judgement) for c in check(told + page).claims} == {"right"}
