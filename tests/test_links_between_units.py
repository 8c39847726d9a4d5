r"""Units that feed one another: sums over what has a link, `\sum_{i \to j}`, `\sum_{k \in \mathrm{ch}(j)}`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""Unit $j$ sums its inputs and applies $f$,

$$ x_j = \sum_{BEFORE} w_{ij} y_i + b_j, \qquad y_j = f(x_j) $$

$$ \delta_j = \frac{\partial E}{\partial x_j} $$

"""
WAYS = (
    (r"i \to j", r"k : j \to k"),
    (r"i \rightarrow j", r"j \rightarrow k"),
    (r"j \leftarrow i", r"k \leftarrow j"),
    (r"i \in \mathrm{pa}(j)", r"k \in \mathrm{ch}(j)"),
    (r"i \in \operatorname{Pa}(j)", r"k : j \in \operatorname{Pa}(k)"),
    (r"i \in P_j", r"k \in S_j"),
    (r"i \in \text{in}(j)", r"k \in \text{out}(j)"),
    (r"i \in \text{Upstream}(j)", r"k \in \text{Downstream}(j)"),
)
LINES = (
    (r"\frac{\partial E}{\partial w_{ij}} = y_i \delta_j", "right"),
    (r"\frac{\partial E}{\partial b_j} = \delta_j", "right"),
    (
        r"\frac{\partial E}{\partial y_j} = "
        r"\sum_{BEHIND} \frac{\partial E}{\partial x_k} \frac{\partial x_k}{\partial y_j}",
        "right",
    ),
    (r"\delta_j = f'(x_j) \sum_{BEHIND} w_{jk} \delta_k", "right"),
    (r"\delta_j = \sum_{BEHIND} f'(x_k) w_{jk} \delta_k", "wrong"),
    (r"\delta_j = f'(x_j) \sum_{BEHIND} w_{kj} \delta_k", "wrong"),
)


def judged(page: str, lines: list[str]) -> list[str]:
    claims = check(page + "\n\n".join(f"$$ {line} $$" for line in lines)).claims
    return [str(c.judgement) for c in claims[-len(lines) :]]


@pytest.mark.parametrize(("before", "behind"), WAYS)
def test_ways_to_type_them(before: str, behind: str) -> None:
    lines = [line.replace("BEHIND", behind) for line, _ in LINES]
    assert judged(PAGE.replace("BEFORE", before), lines) == [expected for _, expected in LINES]


@pytest.mark.parametrize("before", [r"i \to j", r"i \in \mathrm{pa}(j)"])
@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial y_j} = \sum_{k \in \mathrm{ch}(j)} \delta_k",  # no link is shown
        r"\frac{\partial E}{\partial y_j} = \sum_{k \in \mathrm{pa}(j)} w_{jk} \delta_k",
        r"\frac{\partial E}{\partial y_j} = \sum_{k \to j} w_{jk} \delta_k",
        r"x_j = \sum_{i \in \mathrm{ch}(j)} w_{ij} y_i + b_j",
        r"x_j = \sum_{i : j \to i} w_{ij} y_i + b_j",
    ],
)
def test_lines_that_are_not_right(before: str, line: str) -> None:
    assert "right" not in judged(PAGE.replace("BEFORE", before), [line])


def test_two_sets_of_units_behind() -> None:
    page = PAGE.replace("BEFORE", r"i \in \mathrm{pa}(j)")
    lines = [rf"\delta_j = f'(x_j) \sum_{{k \in {x}_j}} w_{{jk}} \delta_k" for x in "SH"]
    assert judged(page, lines) == ["unreadable", "unreadable"]


def test_the_weight_decay_of_all_links() -> None:
    page = PAGE.replace("BEFORE", r"i \to j") + "\n$$ R = \\frac{\\lambda}{2} \\sum_{i \\to j} w_{ij}^2 $$\n\n"
    lines = [rf"\frac{{\partial R}}{{\partial w_{{ij}}}} = {x} \lambda w_{{ij}}" for x in ("", "2")]
    assert judged(page, lines) == ["right", "wrong"]


def test_numbered_units_are_left_alone() -> None:
    page = PAGE.replace("BEFORE", r"i \to j")
    line = r"\delta_j = f'(x_j) \sum_{k=q+1}^{n} w_{jk} \delta_k"
    assert judged(page, [line]) != ["right"]


def test_elements_of_sets_elsewhere() -> None:
    page = r"""
$$ s_u = \sum_{i \in N_u} w_{ui} x_i \qquad (u = 1, \dots, U) $$

$$ L = \frac{1}{2} \sum_{u=1}^U (s_u - r_u)^2 $$

"""
    lines = [
        r"\frac{\partial L}{\partial x_i} = \sum_{u : i \in N_u} (s_u - r_u) w_{ui}",
        r"\frac{\partial L}{\partial x_i} = \sum_{u=1}^U (s_u - r_u) w_{ui}",
    ]
    assert judged(page, lines) == ["right", "wrong"]
