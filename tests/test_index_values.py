r"""Indices that stand for their values: positions in `\sin(t \omega)`, ranks in `\sum_m m f_m`, points of a grid.

The truth of the lines is that of school. What must stay refused is a letter with two meanings.
"""

from __future__ import annotations

import pytest

from .judging import check

RANKS = r"$$ y = \sum_{m=1}^{M} m f_m, \quad E = y^2 $$"
COSINES = r"""$$ X_k = \sum_{n=0}^{N-1} x_n \cos(\frac{\pi}{N} (n + \frac12) k) $$ ( $0 \le k \le N-1$ )
$$ E = \frac12 \sum_{k=0}^{N-1} (X_k - T_k)^2 $$"""
POSITIONS = r"""$$ p_{t,j} = x_{t,j} + \sin(t \omega_j) $$ ( $1 \le t \le T$, $1 \le j \le J$ )
$$ E = \sum_{t=1}^T \sum_{j=1}^J g_{t,j} p_{t,j} $$"""
MEANS = r"""$$ \mu_t = \frac1t \sum_{s=1}^t x_s $$ ( $1 \le t \le T$ )
$$ E = \sum_{t=1}^T c_t \mu_t $$"""
DISTANCES = r"""$$ z_i = \sum_{j=1}^n e^{-(i-j)^2 / s} x_j $$ ( $1 \le i \le n$ )
$$ E = \sum_{i=1}^n c_i z_i $$"""
GRID = r"""$$ v_i = \sum_{m=1}^{W} u_m \max(0, 1 - |x_i - m|) $$ ( $1 \le i \le N$ )
$$ E = \frac12 \sum_{i=1}^N (v_i - t_i)^2 $$"""
ROWS = (
    r"\sum_{m=1}^{W} u_m \begin{cases} 0 & |m - x_i| \ge 1 \\ %s & |m - x_i| < 1 \text{ and } m \ge x_i \\"
    r" %s & |m - x_i| < 1 \text{ and } m < x_i \end{cases}"
)


def _verdict(page: str, line: str) -> str:
    return check(f"{page}\n\n$$ {line} $$").claims[-1].judgement.value


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (RANKS, r"\frac{\partial E}{\partial f_m} = 2 m y", "right"),
        (RANKS, r"\frac{\partial E}{\partial f_m} = 2 y", "wrong"),
        (RANKS, r"\frac{\partial y}{\partial f_k} = k", "right"),
        (RANKS, r"\frac{\partial y}{\partial f_k} = k + 1", "wrong"),
        (RANKS, r"\frac{\partial E}{\partial f_k} = 2 k \sum_{m=1}^M m f_m", "right"),
        (RANKS, r"\frac{\partial E}{\partial f_k} = (M + 1) k \sum_{m=1}^M f_m", "wrong"),
        (RANKS, r"\sum_{k=1}^M \frac{\partial y}{\partial f_k} = \frac{M(M+1)}{2}", "right"),
        (RANKS, r"\sum_{k=1}^M \frac{\partial y}{\partial f_k} = \frac{M(M-1)}{2}", "wrong"),
        (RANKS, r"\sum_{k=1}^M k^2 \frac{\partial y}{\partial f_k} = \frac{M^2(M+1)^2}{4}", "right"),
        (
            COSINES,
            r"\frac{\partial E}{\partial x_n} = \sum_{k=0}^{N-1} (X_k - T_k) \cos(\frac{\pi}{N} (n+\frac12) k)",
            "right",
        ),
        (COSINES, r"\frac{\partial X_k}{\partial x_n} = \cos(\frac{\pi}{N} (k + \frac12) n)", "wrong"),
        (
            COSINES,
            r"\frac{\partial X_k}{\partial x_n} = \cos(\frac{\pi n k}{N}) \cos(\frac{\pi k}{2N})"
            r" - \sin(\frac{\pi n k}{N}) \sin(\frac{\pi k}{2N})",
            "right",
        ),
        (
            COSINES,
            r"\frac{\partial X_k}{\partial x_n} = \cos(\frac{\pi n k}{N}) \cos(\frac{\pi k}{2N})"
            r" + \sin(\frac{\pi n k}{N}) \sin(\frac{\pi k}{2N})",
            "wrong",
        ),
        (POSITIONS, r"\frac{\partial E}{\partial \omega_j} = \sum_{t=1}^T t g_{t,j} \cos(t \omega_j)", "right"),
        (POSITIONS, r"\frac{\partial E}{\partial \omega_j} = \sum_{t=1}^T g_{t,j} \cos(t \omega_j)", "wrong"),
        (POSITIONS, r"\frac{\partial E}{\partial \omega_j} = T \sum_{t=1}^T g_{t,j} \cos(t \omega_j)", "wrong"),
        (MEANS, r"\frac{\partial E}{\partial x_s} = \sum_{t=s}^T \frac{c_t}{t}", "right"),
        (MEANS, r"\frac{\partial E}{\partial x_s} = \sum_{t=1}^T \frac{c_t}{t}", "wrong"),
        (MEANS, r"\mu_t = \frac{t-1}{t} \mu_{t-1} + \frac1t x_t", "right"),
        (DISTANCES, r"\frac{\partial E}{\partial x_j} = \sum_{i=1}^n c_i e^{-(i-j)^2 / s}", "right"),
        (
            DISTANCES,
            r"\frac{\partial E}{\partial s} = \sum_{i=1}^n \sum_{j=1}^n c_i \frac{(i-j)^2}{s^2} e^{-(i-j)^2 / s} x_j",
            "right",
        ),
        (
            DISTANCES,
            r"\frac{\partial E}{\partial s} = \sum_{i=1}^n \sum_{j=1}^n c_i \frac{(i-j)}{s^2} e^{-(i-j)^2 / s} x_j",
            "wrong",
        ),
        (GRID, r"\frac{\partial E}{\partial u_m} = \sum_{i=1}^N (v_i - t_i) \max(0, 1 - |x_i - m|)", "right"),
        (GRID, r"\frac{\partial v_i}{\partial x_i} = " + ROWS % (1, -1), "right"),
        (GRID, r"\frac{\partial v_i}{\partial x_i} = " + ROWS % (-1, 1), "wrong"),
    ],
)
def test_values_of_indices(page: str, line: str, verdict: str) -> None:
    assert _verdict(page, line) == verdict


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (RANKS, r"\frac{\partial E}{\partial f_k} = 2 k m \sum_{m=1}^M f_m"),
        (RANKS, r"\frac{\partial y}{\partial f_k} = m"),
        (POSITIONS, r"\frac{\partial E}{\partial \omega_j} = t \sum_{t=1}^T g_{t,j} \cos(t \omega_j)"),
        (MEANS, r"\frac{\partial E}{\partial x_s} = \frac1t \sum_{t=s}^T c_t"),
    ],
)
def test_out_of_reach_of_its_sum(page: str, line: str) -> None:
    assert _verdict(page, line) == "unreadable"


BIAS = r"$$ y_b = w x_b + b $$ %s $$ E = \frac12 \sum_{b=1}^B (y_b - t_b)^2 $$"


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (BIAS % "where $b$ is the bias.", r"\frac{\partial E}{\partial w} = \sum_{b=1}^B (y_b - t_b) x_b"),
        (BIAS % "with the bias b.", r"\frac{\partial E}{\partial w} = \sum_{b=1}^B (y_b - t_b) x_b"),
        (BIAS % "", r"\frac{\partial E}{\partial b} = \sum_{b=1}^B (y_b - t_b)"),
        (BIAS % "", r"y_1 - y_2 = w (x_1 - x_2)"),
        (r"$$ s_c = w_c x + c $$ $$ E = \sum_{c=1}^C s_c^2 $$", r"s_1 - s_2 = (w_1 - w_2) x"),
        (BIAS % "", r"\sum_{b=1}^B y_b = w \sum_{b=1}^B x_b + B b"),
        (
            r"$$ E = \frac1m \sum_m L_m, \quad L_m = (w x_m - t_m)^2 $$",
            r"\frac{\partial E}{\partial w} = \frac2m \sum_m (w x_m - t_m) x_m",
        ),
    ],
)
def test_a_letter_with_two_meanings(page: str, line: str) -> None:
    assert _verdict(page, line) in ("unreadable", "unproved")


PAIRS = r"""$$ v_i = \sum_{m=1}^{N} u_m \max(0, x_i - x_m) $$ ( $1 \le i \le N$ )
$$ E = \frac12 \sum_{i=1}^N (v_i - t_i)^2 $$"""


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (PAIRS, r"\mathbb{1}(x_i - x_m > 0) + \mathbb{1}(x_m - x_i > 0) = 1"),
        (PAIRS, r"\sum_{m=1}^N u_m (\mathbb{1}(x_i - x_m > 0) + \mathbb{1}(x_m - x_i > 0)) = \sum_{m=1}^N u_m"),
        (
            GRID,
            r"\sum_{m=1}^W u_m (\mathbb{1}(x_i (m-400) > 0) + \mathbb{1}(x_i (400-m) > 0)) = \sum_{m=1}^W u_m",
        ),
    ],
)
def test_jumps_that_are_hit_at_some_index_prove_nothing(page: str, line: str) -> None:
    assert _verdict(page, line) != "right"
