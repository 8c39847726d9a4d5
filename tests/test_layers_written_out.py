r"""Layers that a page writes out one by one: `s_i^L` of `h_j^{L-1}` and `s_j^{L-1}` of `h_k^{L-2}`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.network import complete
from symderiv.read import read_draft

from .judging import each_verdict, verdict

RANGES = """+++
objective = "E"
[ranges]
"i" = "1..n_L"
"j" = "1..n_{L-1}"
"k" = "1..n_{L-2}"
+++
"""
LOWER = r"$$ s_j^{L-1} = \sum_{k=1}^{n_{L-2}} v_{jk}^{L-1} h_k^{L-2} + c_j^{L-1} $$"
BETWEEN = r"$$ h_j^{L-1} = f(s_j^{L-1}) $$"
UPPER = r"""$$ s_i^L = \sum_{j=1}^{n_{L-1}} v_{ij}^L h_j^{L-1} + c_i^L $$

$$ h_i^L = f(s_i^L) $$

$$ E = \frac12 \sum_{i=1}^{n_L} (h_i^L - t_i)^2 $$"""
PAGE = "\n\n".join([RANGES + r"$$ f(u) = \tanh(u) $$", LOWER, BETWEEN, UPPER])
DELTAS = r"""$$ \delta_i^L = \frac{\partial E}{\partial s_i^L} $$

$$ \delta_j^{L-1} = \frac{\partial E}{\partial s_j^{L-1}} $$"""
LAST = r"\frac{\partial E}{\partial v_{ij}^L} = (h_i^L - t_i) (1 - (h_i^L)^2) h_j^{L-1}"
BELOW = r"\sum_{i=1}^{n_L} (h_i^L - t_i) (1 - (h_i^L)^2) v_{ij}^L"
HIDDEN = rf"\frac{{\partial E}}{{\partial v_{{jk}}^{{L-1}}}} = {BELOW} (1 - (h_j^{{L-1}})^2) h_k^{{L-2}}"
FORGOTTEN = rf"\frac{{\partial E}}{{\partial v_{{jk}}^{{L-1}}}} = {BELOW} h_k^{{L-2}}"
INPUT = (
    r"\frac{\partial E}{\partial h_k^{L-2}} = \sum_{j=1}^{n_{L-1}} \frac{\partial E}{\partial s_j^{L-1}} v_{jk}^{L-1}"
)


def _without_ends(page: str) -> str:
    for j, n in (("i", "n_L"), ("j", "{n_{L-1}}"), ("k", "{n_{L-2}}")):
        page = page.replace(rf"\sum_{{{j}=1}}^{n}", rf"\sum_{j}").replace(rf"\sum_{{{j}=1}}^{{{n}}}", rf"\sum_{j}")
    return page


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (LAST, "right"),
        (LAST.replace("h_j^{L-1}", "h_i^L"), "wrong"),
        (HIDDEN, "right"),
        (FORGOTTEN, "wrong"),
        (HIDDEN.replace("=1}^{n_L}", "=2}^{n_L}"), "wrong"),
        (INPUT, "right"),
        (INPUT.replace("s_j^{L-1}}", "h_j^{L-1}}"), "wrong"),
    ],
)
def test_each_layer_has_its_definition(line: str, judged: str) -> None:
    assert verdict(PAGE, f"$$ {line} $$") == judged
    bare = PAGE.replace(RANGES, '+++\nobjective = "E"\n+++\n')
    assert verdict(bare, f"$$ {line} $$") == judged


def test_sums_without_ends() -> None:
    bare = _without_ends(PAGE.replace(RANGES, '+++\nobjective = "E"\n+++\n'))
    assert each_verdict(bare, lines=[f"$$ {_without_ends(HIDDEN)} $$", f"$$ {_without_ends(FORGOTTEN)} $$"]) == [
        "right",
        "wrong",
    ]


def test_errors_of_two_layers() -> None:
    line = r"\delta_j^{L-1} = (1 - (h_j^{L-1})^2) \sum_{i=1}^{n_L} \delta_i^L v_{ij}^L"
    assert each_verdict(PAGE, DELTAS, lines=[f"$$ {line} $$", f"$$ {line.replace('(1 - (h_j^{L-1})^2) ', '')} $$"]) == [
        "right",
        "wrong",
    ]


def test_nothing_is_said_of_layers_below() -> None:
    cases = [
        r"\frac{\partial E}{\partial v_{kl}^{L-2}} = 0",  # what lies below is no data
        r"\frac{\partial h_k^{L-2}}{\partial v_{kl}^{L-2}} = 0",
        r"\frac{\partial E}{\partial c_k^{L-2}} = 0",
        r"\frac{\partial E}{\partial h_l^{L-3}} = 0",
        r"\frac{\partial E}{\partial v_{ij}^l} = 0",
    ]
    for line, found in zip(cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line


@pytest.mark.parametrize(
    ("page", "line"),
    [
        # a bias that all layers share is told by two of them only
        (
            PAGE.replace("c_j^{L-1} $$", r"b $$").replace("c_i^L", "b"),
            r"\frac{\partial E}{\partial b} = LAST (1 + BELOW)",
        ),
        # the layer below has no function: what it is made of is another entry of it
        (PAGE.replace(BETWEEN, ""), r"\frac{\partial E}{\partial v_{jk}^{L-1}} = 0"),
        # weights that are made of others
        (PAGE + "\n\n$$ v_{ij}^L = m_{ij} $$", LAST.replace("v_{ij}^L} =", "m_{ij}} =")),
        (PAGE + "\n\n$$ v_{jk}^{L-1} = v_{kj}^L $$", LAST),
    ],
)
def test_what_layers_share_leaves_lines_open(page: str, line: str) -> None:
    one = r"\sum_{i=1}^{n_L} (h_i^L - t_i) (1 - (h_i^L)^2)"
    below = r"\sum_{j=1}^{n_{L-1}} v_{ij}^L (1 - (h_j^{L-1})^2)"
    assert verdict(page, f"$$ {line.replace('LAST', one).replace('BELOW', below)} $$") in ("unreadable", "unproved")


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (HIDDEN, "right"),
        (FORGOTTEN, "wrong"),
        (LAST.replace("h_j^{L-1}", "h_i^L"), "wrong"),
        # a solution may go on below what its network has
        (r"\frac{\partial E}{\partial c_k^{L-2}} = \frac{\partial E}{\partial h_k^{L-2}}", "unproved"),
        (r"\frac{\partial E}{\partial h_k^{L-3}} = 0", "unproved"),
    ],
)
def test_a_solution_beside_such_a_network(line: str, judged: str) -> None:
    network = complete(read_draft(PAGE))
    assert str(check(f"$$ {line} $$", network=network).claims[-1].judgement) == judged


def test_a_recurrence_is_one_of_every_step() -> None:
    page = r"""+++
objective = "E"
[ranges]
"i" = "1..n"
"j" = "1..n"
"k" = "1..n"
+++
$$ h_i^t = \tanh(\sum_{j=1}^{n} W_{ij} h_j^{t-1} + x_i^t) $$

$$ h_j^{t-1} = \tanh(\sum_{k=1}^{n} W_{jk} h_k^{t-2} + x_j^{t-1}) $$

$$ E = \frac12 \sum_{i=1}^{n} (h_i^t - y_i)^2 $$"""
    one = r"(h_i^t - y_i)(1 - (h_i^t)^2) h_j^{t-1}"
    two = r"\sum_{l=1}^n (h_l^t - y_l)(1 - (h_l^t)^2) W_{li} (1 - (h_i^{t-1})^2) h_j^{t-2}"
    assert verdict(page, rf"$$ \frac{{\partial E}}{{\partial W_{{ij}}}} = {one} + {two} $$") != "right"


POWERS = PAGE.replace(r"f(s_j^{L-1})", r"\frac{1}{1 + e^{-s_j^{L-1}}}").replace(
    r"f(s_i^L)", r"\frac{1}{1 + e^{-s_i^L}}"
)


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (LAST, "right"),
        (LAST.replace("h_j^{L-1}", "h_i^L"), "wrong"),
        (HIDDEN, "right"),
        (FORGOTTEN, "wrong"),
    ],
)
def test_powers_of_e(line: str, judged: str) -> None:
    line = line.replace("(1 - (h_i^L)^2)", "h_i^L (1 - h_i^L)").replace(
        "(1 - (h_j^{L-1})^2)", "h_j^{L-1} (1 - h_j^{L-1})"
    )
    assert verdict(POWERS, f"$$ {line} $$") == judged


def test_a_slope_that_all_layers_share_leaves_lines_open() -> None:
    page = POWERS.replace("e^{-s", r"e^{-\beta s")
    line = r"\frac{\partial E}{\partial v_{ij}^L} = \beta (h_i^L - t_i) h_i^L (1 - h_i^L) h_j^{L-1}"
    total = r"\frac{\partial E}{\partial \beta} = \sum_{i=1}^{n_L} (h_i^L - t_i) h_i^L (1 - h_i^L) s_i^L"
    cases = (line, total)
    for x, found in zip(cases, each_verdict(page, lines=[f"$$ {x} $$" for x in cases]), strict=True):
        assert found in ("unreadable", "unproved"), x
