r"""Values made of indices alone: the `|i - j|` of a bias by distance, the `\max(0, i - j)` of a lag."""

from __future__ import annotations

import pytest

from .judging import each_verdict

VALUES = (
    r"|i - j|",
    r"\lvert j - i \rvert",
    r"\operatorname{abs}(i - j)",
    r"\max(0, i - j)",
    r"\min(i, j)",
    r"\max(i, j)",
)


@pytest.mark.parametrize("value", VALUES)
def test_a_bias_by_distance(value: str) -> None:
    page = [
        rf"$$s_{{ij}} = \sum_{{c=1}}^C q_{{ic}} k_{{jc}} - m \cdot {value}$$",
        r"$$E = \frac12 \sum_{i=1}^N \sum_{j=1}^N (s_{ij} - t_{ij})^2$$",
    ]
    by = r"$$\frac{\partial E}{\partial m} ="
    assert each_verdict(
        *page,
        lines=[
            rf"{by} -\sum_{{i=1}}^N \sum_{{j=1}}^N (s_{{ij}} - t_{{ij}}) {value}$$",
            rf"{by} \sum_{{i=1}}^N \sum_{{j=1}}^N (s_{{ij}} - t_{{ij}}) {value}$$",
            rf"{by} -\sum_{{i=1}}^N \sum_{{j=1}}^N (s_{{ij}} - t_{{ij}}) (i - j)$$",
            rf"$$\frac{{\partial s_{{ij}}}}{{\partial m}} = -{value}$$",
            r"$$\frac{\partial s_{ij}}{\partial m} = j - i$$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]
    entry = r"$$\frac{\partial E}{\partial q_{ic}} = \sum_{j=1}^N (s_{ij} - t_{ij}) k_{jc}$$"
    assert each_verdict(*page, lines=[entry, entry.replace("k_{jc}$$", rf"k_{{jc}} {value}$$")]) == ["right", "wrong"]


def test_the_two_sides_of_a_distance() -> None:
    page = r"$$E = \sum_{i=1}^N \sum_{j=1}^N w_i v_j |i - j|$$"
    by = r"$$\frac{\partial E}{\partial w_i} ="
    halves = r"\sum_{j=1}^{i} (i - j) v_j + \sum_{j=i+1}^N (j - i) v_j"
    assert each_verdict(
        page,
        lines=[
            f"{by} {halves}$$",
            f"{by} {halves.replace('(i - j)', '(i + j)')}$$",
            rf"{by} \sum_{{j=1}}^{{i}} (i - j) v_j$$",
        ],
    ) == ["right", "wrong", "wrong"]


def test_values_between_bars_are_no_indices() -> None:
    page = r"$$E = \sum_{i=1}^N |w_i - v_i|$$"
    by = r"$$\frac{\partial E}{\partial w_i} ="
    assert each_verdict(
        page, lines=[rf"{by} \mathrm{{sign}}(w_i - v_i)$$", rf"{by} \mathrm{{sign}}(v_i - w_i)$$", f"{by} 1$$"]
    ) == ["right", "wrong", "wrong"]


def test_scores_of_the_future_are_left_out() -> None:
    page = (
        r"$$s_{ij} = q_i k_j - m |i - j|$$",
        r"$$a_{ij} = \begin{cases} \frac{\exp(s_{ij})}{\sum_{k=1}^i \exp(s_{ik})} & j \le i \\ 0 & j > i \end{cases}$$",
        r"$$o_i = \sum_{j=1}^N a_{ij} v_j$$",
        r"$$E = \frac12 \sum_{i=1}^N (o_i - y_i)^2$$",
    )
    by = r"$$\frac{\partial a_{ij}}{\partial s_{ij}} ="
    assert each_verdict(
        *page,
        lines=[
            rf"{by} a_{{ij}} (1 - a_{{ij}})$$",
            rf"{by} a_{{ij}}$$",
            rf"{by} a_{{ij}} (1 + a_{{ij}})$$",
            r"$$\frac{\partial E}{\partial v_j} = \sum_{i=j}^N a_{ij} (o_i - y_i)$$",
            r"$$\frac{\partial E}{\partial v_j} = \sum_{i=1}^j a_{ij} (o_i - y_i)$$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]
