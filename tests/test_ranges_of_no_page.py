r"""Pages that leave ranges to their reader: what lines say of them, and what they cannot be held to."""

from __future__ import annotations

from symderiv.check.page import check

from .judging import verdict


def test_one_entry_that_is_used_does_not_say_how_many_there_are() -> None:
    page = (
        r"$$d_j = \sum_{i=1}^n x_{ji}^2$$",
        r"$$p_j = \frac{e^{-d_j}}{\sum_{k=1}^M e^{-d_k}}, \quad L = -\log p_1$$",
    )
    line = r"$$\frac{\partial L}{\partial x_{ji}} = 2 (\delta_{1j} - p_j) x_{ji}$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("p_j", "p_1")) == "wrong"


def test_numbered_entries_of_which_nothing_else_tells_the_number() -> None:
    page = r"$$h_i = \sum_{j=1}^n w_{ij} x_j, \quad E = (h_1 - h_2)^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial h_1} = 2 (h_1 - h_2)$$") == "right"
    assert verdict(page, r"$$\frac{\partial E}{\partial h_2} = 2 (h_1 - h_2)$$") == "wrong"


def test_ranges_beside_lines_tell_lengths() -> None:
    page = (
        '+++\nsums = "implicit"\nobjective = "L"\n+++\n'
        r"$$S_{ij} = Q_{ia} K_{ja}, \quad L = \sum_{i=1}^N \sum_{j=1}^N S_{ij}^2$$"
    )
    line = r"$$\frac{\partial L}{\partial Q_{pl}} = 2 S_{pj} K_{jl}$$ ( $p = 1, \dots, N$, $l = 1, \dots, d$ )"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("S_{pj}", "S_{pp}")) == "wrong"


RISK = (
    r"$$\eta_i = \sum_{p=1}^P x_{ip} \beta_p, \quad s_i = \sum_{j \geq i} e^{\eta_j}$$",
    r"$$V = \sum_{i=1}^n \log\left(\sum_{j \geq i} e^{\eta_j}\right)$$",
)


def test_an_entry_beyond_a_range_that_nobody_stated() -> None:
    line = r"$$\frac{\partial V}{\partial \eta_k} = e^{\eta_k} \sum_{i=1}^k \frac{1}{s_i}$$"
    assert verdict(*RISK, line) in ("right", "unproved")
    assert verdict(*RISK, line.replace("^k ", "^n ")) == "wrong"
    stated = (RISK[0] + r" ( $1 \le i \le n$ )", RISK[1])
    assert verdict(*stated, line) == "right"


def test_transposed_indices_stay_wrong_where_no_range_is_stated() -> None:
    page = r"$$a_j = \sum_i w_{ji} x_i, \quad E = \frac12 \sum_j (a_j - t_j)^2$$"
    line = r"$$\frac{\partial E}{\partial w_{ji}} = (a_j - t_j) x_i$$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("x_i", "x_j")) == "wrong"
    assert verdict(page, line.replace("w_{ji}", "w_{ij}")) == "wrong"
    reason = check(page + "\n\n" + line.replace("x_i", "x_j")).claims[-1].links[0].reason
    assert reason is not None
    assert reason.kind == "index"
