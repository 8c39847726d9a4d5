r"""Definitions of even and odd entries, `y_{2i} = ..` and `y_{2i+1} = ..`, and half a length in the front matter."""

from __future__ import annotations

import pytest

from .judging import check

WAVELET = r"""$$ y_{2i} = a_i + b_i, \quad y_{2i+1} = a_i - b_i $$ ( $0 \le i \le n-1$ )
$$ E = \frac12 \sum_{k=0}^{2n-1} (y_k - t_k)^2 $$"""
ROTATED = r"""+++
objective = "E"
[ranges]
"m" = "0..M-1"
"j" = "0..d-1"
"i" = "0..d/2-1"
+++
$$ u_{m,2i} = q_{m,2i} \cos(m\theta_{2i}) - q_{m,2i+1} \sin(m\theta_{2i}) $$
$$ u_{m,2i+1} = q_{m,2i} \sin(m\theta_{2i}) + q_{m,2i+1} \cos(m\theta_{2i}) $$
$$ E = \frac{1}{\sqrt{d}} \sum_{m=0}^{M-1} \sum_{j=0}^{d-1} c_{m,j} u_{m,j} $$"""


def _verdict(page: str, line: str) -> str:
    return check(f"{page}\n\n$$ {line} $$").claims[-1].judgement.value


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (WAVELET, r"\frac{\partial E}{\partial a_i} = (y_{2i} - t_{2i}) + (y_{2i+1} - t_{2i+1})", "right"),
        (WAVELET, r"\frac{\partial E}{\partial b_i} = (y_{2i} - t_{2i}) - (y_{2i+1} - t_{2i+1})", "right"),
        (WAVELET, r"\frac{\partial E}{\partial b_i} = (y_{2i} - t_{2i}) + (y_{2i+1} - t_{2i+1})", "wrong"),
        (WAVELET, r"\frac{\partial E}{\partial a_i} = (y_i - t_i) + (y_{i+1} - t_{i+1})", "wrong"),
        (WAVELET, r"\frac{\partial y_k}{\partial a_j} = [k = 2j] + [k = 2j+1]", "right"),
        (WAVELET, r"\frac{\partial y_k}{\partial b_j} = [k = 2j] + [k = 2j+1]", "wrong"),
        (
            ROTATED,
            r"\frac{\partial E}{\partial q_{m,2i}} ="
            r" \frac{1}{\sqrt{d}} (c_{m,2i} \cos(m\theta_{2i}) + c_{m,2i+1} \sin(m\theta_{2i}))",
            "right",
        ),
        (
            ROTATED,
            r"\frac{\partial E}{\partial q_{m,2i+1}} ="
            r" \frac{1}{\sqrt{d}} (c_{m,2i} \sin(m\theta_{2i}) + c_{m,2i+1} \cos(m\theta_{2i}))",
            "wrong",
        ),
        (ROTATED, r"\frac{\partial E}{\partial u_{m,j}} = \frac{1}{\sqrt{d}} c_{m,j}", "right"),
        (ROTATED, r"\frac{\partial E}{\partial u_{m,j}} = \frac{1}{d} c_{m,j}", "wrong"),
        (
            ROTATED,
            r"u_{m,2i} u_{n,2i} + u_{m,2i+1} u_{n,2i+1} = (q_{m,2i} q_{n,2i} + q_{m,2i+1} q_{n,2i+1})"
            r" \cos((m-n)\theta_{2i}) + (q_{m,2i} q_{n,2i+1} - q_{m,2i+1} q_{n,2i}) \sin((m-n)\theta_{2i})"
            r" \quad (0 \le n \le M-1)",
            "right",
        ),
    ],
)
def test_every_second_entry(page: str, line: str, verdict: str) -> None:
    assert _verdict(page, line) == verdict


@pytest.mark.parametrize(
    "definitions",
    [
        r"y_{2i} = a_i, \quad y_{3i} = b_i",  # two values of y_6
        r"y_{2i} = a_i + b_i",  # the odd ones are used and nothing defines them
    ],
)
def test_entries_defined_twice_or_never(definitions: str) -> None:
    page = rf"""$$ {definitions} $$ ( $0 \le i \le n-1$ ) $$ E = \frac12 \sum_{{k=0}}^{{2n-1}} (y_k - t_k)^2 $$"""
    assert _verdict(page, r"\frac{\partial E}{\partial a_i} = y_{2i} - t_{2i}") != "right"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial F}{\partial a_{2 k}} = b_{2k}", "right"),
        (r"\frac{\partial F}{\partial a_{2m+1}} = b_{2m+1}", "right"),
        (r"\frac{\partial F}{\partial a_{2 k}} = b_k", "wrong"),
        (r"\frac{\partial F}{\partial a_{2 k}} = b_{2k+1}", "wrong"),
        (r"\frac{\partial F}{\partial a_k} = b_{2k}", "wrong"),
    ],
)
def test_a_line_about_every_second_entry_goes_as_far_as_there_are_such_entries(line: str, verdict: str) -> None:
    assert _verdict(r"$$ F = \sum_{k=1}^n a_k b_k $$", line) == verdict
