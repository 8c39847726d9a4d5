r"""Names with letters that may be labels, `a_o = W_o a_L` beside `a_l = \tanh(z_l)`; deltas that a page calls errors.

By hand: with `E = \frac12 (a_L - t)^2` the derivative by `a_L` is `a_L - t`, and `a_l = z_l` holds for no layer.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (r"$$ z_l = w_l a_{l-1}, \quad a_l = \tanh(z_l) $$ ($l = 1, \dots, L$)", r"$$ E = \frac12 (a_L - t)^2 $$")
LAYERS = (r"$$ z_l = W_l a_{l-1} + b_l, \quad a_l = \tanh(z_l) $$", r"$$ E = \frac12 \|a_o - t\|^2 $$")
ERRORS = (r"$$ y_{ij} = \sum_k w_{jk} x_{ik} $$", r"$$ E = \frac12 \sum_i \sum_j (y_{ij} - t_{ij})^2 $$")
RANGES = (r"$$ y_i = \sum_{j=1}^n w_{ij} x_j $$ ($i=1,\dots,m$)", r"$$ E = \frac12 \sum_{i=1}^m (y_i - t_i)^2 $$")
OPEN = ("unproved", "unreadable")


def test_a_letter_that_runs_nowhere() -> None:
    cases = (r"a_o = w_o a_L", r"\frac{\partial E}{\partial a_o} = a_o - t")
    for line, found in zip(cases, each_verdict(*NET, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in OPEN, line
    assert verdict(*LAYERS, r"$$ a_o = W_o a_L $$") in OPEN


def test_usual_letters_are_indices() -> None:
    cases = ["a_l = z_l", "a_m = z_m", r"\frac{\partial E}{\partial a_L} = t - a_L"]
    for line, found in zip(cases, each_verdict(*NET, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "wrong", line


def test_a_letter_with_a_range_is_an_index() -> None:
    assert verdict(*NET, r"$$ a_o = z_o $$ ($o = 1, \dots, L$)") == "wrong"


def test_labels_of_matrices_open_nothing() -> None:
    page = (
        r"$h \in \mathbb{R}^m$, $W_o \in \mathbb{R}^{k \times m}$, $t \in \mathbb{R}^k$",
        r"$$ E = \frac12 \|W_o h - t\|^2 $$",
    )
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial E}{\partial h} = W_o^T (W_o h - t) $$",
            r"$$ \frac{\partial E}{\partial h} = W_o^T (W_o h + t) $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\delta_{ij}$ is the error of unit $j$ in example $i$.",
        r"We call $\delta_{ij}$ the error.",
        r"The error signal $\delta_{ij}$ is passed back.",
        r"ここで $\delta_{ij}$ は誤差である。",
        r"Dabei ist $\delta_{ij}$ der Fehler.",
    ],
)
def test_a_delta_that_is_an_error(said: str) -> None:
    assert set(
        each_verdict(
            *ERRORS,
            said,
            lines=[
                r"$$ \sum_i \delta_{ij} x_{ik} = x_{jk} $$",
                r"$$ \frac{\partial E}{\partial w_{jk}} = \sum_i \delta_{ij} x_{ik} $$",
            ],
        )
    ) <= set(OPEN)
    line = r"$$ \frac{\partial E}{\partial w_{jk}} = \sum_i (y_{ij} - t_{ij}) x_{ik} $$"
    assert verdict(*ERRORS, said, line) == "right"


def test_a_delta_that_compares() -> None:
    for said in (r"Here $\delta_{ij}$ is the Kronecker delta.", r"Here $\delta_j$ is the error of unit $j$."):
        assert each_verdict(
            *ERRORS,
            said,
            lines=[r"$$ \sum_i \delta_{ij} x_{ik} = x_{jk} $$", r"$$ \sum_i \delta_{ij} x_{ik} = x_{ik} $$"],
        ) == ["right", "wrong"]


def test_two_ranges_of_one_letter() -> None:
    line = r"$$ \frac{\partial E}{\partial y_i} = y_i - t_i $$ "
    found = each_verdict(
        *RANGES,
        lines=[
            line + r"$(1 \le i \le m, 1 \le i \le n)$",
            line + r"$(1 \le i \le m)$",
            line.replace("= y_i", "= 2 y_i") + r"$(1 \le i \le m)$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] == "right"
    assert found[2] == "wrong"
