r"""Names in words with a space typed inside, `\partial \text{ Cost}`; words that stay remarks."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ u_n = \sum_{d=1}^{D} v_d x_{nd} $$ ( $n = 1, \dots, N$ )

$$ \text{ Cost} = \frac{1}{2N} \sum_{n=1}^{N} (u_n - t_n)^2 $$
"""


def judged(*lines: str) -> list[str]:
    """The judgements of the lines behind the network."""
    report = sd.check(PAGE + "".join(f"\n$$ {line} $$\n" for line in lines))
    return [str(c.judgement) for c in report.claims]


@pytest.mark.parametrize("name", [r"\text{ Cost}", r"\text{Cost }", r"\text{Cost}", r"\textrm{ Cost }"])
def test_a_name_has_no_spaces(name: str) -> None:
    right = rf"\frac{{\partial {name}}}{{\partial v_d}} = \frac{{1}}{{N}} \sum_{{n=1}}^{{N}} (u_n - t_n) x_{{nd}}"
    wrong = rf"\frac{{\partial {name}}}{{\partial v_d}} = \sum_{{n=1}}^{{N}} (u_n - t_n) x_{{nd}}"
    assert judged(right, wrong) == ["right", "wrong"]


def test_a_name_beside_others() -> None:
    both = r"R = \text{ Cost} + \frac{1}{2} \sum_{d=1}^{D} v_d^2"
    right = r"\frac{\partial R}{\partial v_d} = \frac{1}{N} \sum_{n=1}^{N} (u_n - t_n) x_{nd} + v_d"
    cost = r"\frac{\partial \text{ Cost}}{\partial u_n} = \frac1N (u_n - t_n)"
    assert judged(cost, both, right, right.replace("+ v_d", "- v_d")) == ["right", "right", "wrong"]


def test_a_word_behind_a_row_is_a_remark() -> None:
    rows = r"\begin{aligned} \frac{\partial \text{ Cost}}{\partial u_n} &= \frac{2}{2N} (u_n - t_n) \text{ hence } \\"
    rows += r" &= \frac{1}{N} (u_n - t_n) \end{aligned}"
    assert judged(rows) == ["right"]


@pytest.mark.parametrize(("last", "verdict"), [("x_{nd}", "right"), ("v_d", "wrong")])
def test_a_word_before_what_goes_on_is_a_remark(last: str, verdict: str) -> None:
    first = r"\frac{\partial u_n}{\partial v_d} = \sum_{c=1}^{D} \frac{\partial v_c}{\partial v_d} x_{nc}"
    assert judged(first, rf"\text{{ donc }} = {last}")[-1] == verdict


def test_what_stands_alone_behind_an_equation_is_no_name() -> None:
    assert judged(r"u_n = \text{ anything}", r"\frac{\partial u_n}{\partial v_d} = x_{nd}")[0] != "right"
