r"""Lines that name what lies beyond a border: the slope by the input of a convolution, `\sum_p w_p \delta_{i-p+1}`.

By hand: `y_i = \sum_{p=1}^m w_p x_{i+p-1}` has the slope `w_{k-i+1}` by `x_k` where that exists, so the slope of E by
`x_k` is the sum of `w_p \delta_{k-p+1}` over the p for which there is such a delta.
"""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""$$y_i = \sum_{p=1}^{m} w_p x_{i+p-1}$$

$$\delta_i = \frac{\partial E}{\partial y_i}$$

$$\frac{\partial E}{\partial x_i} = LINE$$
"""


def verdict(line: str) -> str:
    return sd.check(PAGE.replace("LINE", line)).claims[-1].judgement.value


@pytest.mark.parametrize(
    "line",
    [
        r"\sum_{p=1}^{m} w_p \delta_{i-p+1}",
        r"\sum_{p=1}^{m} w_p \frac{\partial E}{\partial y_{i-p+1}}",
        r"\sum_{p=1}^{m} \delta_{i+1-p} w_p",
    ],
)
def test_what_is_right_inside_is_open(line: str) -> None:
    assert verdict(line) == "unproved"


@pytest.mark.parametrize(
    "line",
    [
        r"\sum_{p=1}^{m} w_p \delta_{i+p-1}",
        r"\sum_{p=1}^{m} w_p \delta_{i-p}",
        r"-\sum_{p=1}^{m} w_p \delta_{i-p+1}",
        r"\sum_{p=0}^{m} w_p \delta_{i-p+1}",
        r"\sum_{p=1}^{m-1} w_p \delta_{i-p+1}",
    ],
)
def test_what_is_wrong_inside_is_wrong(line: str) -> None:
    assert verdict(line) == "wrong"


def test_a_page_that_says_what_lies_beyond_decides() -> None:
    line = r"\sum_{p=1}^{m} w_p \delta_{i-p+1}"
    said = sd.check(PAGE.replace("LINE", line) + "\nTerms with an index outside of their range are zero.\n")
    assert said.claims[-1].judgement.value == "right"


FILTER = r"""
$$ g_{rs} = \sum_{u=0}^{m-1} \sum_{v=0}^{m-1} h_{uv} q_{r+u,s+v} $$ with $q$ of size $M \times M$.

$$ \epsilon_{rs} = \frac{\partial E}{\partial g_{rs}} $$

## Derivation

$$ \frac{\partial E}{\partial h_{uv}} = LINE $$
"""


def test_sums_from_0_where_nothing_says_from_where_outputs_run() -> None:
    line = r"\sum_{r=0}^{END} \sum_{s=0}^{END} \epsilon_{rs} q_{r+u,s+v}"
    lines = [line.replace("END", "M-m"), line.replace("END", "M-1"), r"\sum_r \sum_s \epsilon_{rs} q_{r+v,s+u}"]
    page = FILTER.replace("LINE", " $$ $$ \\frac{\\partial E}{\\partial h_{uv}} = ".join(lines))
    found = [x.judgement.value for x in sd.check(page).claims][-3:]
    assert found == ["unproved", "unproved", "wrong"]
