r"""An autoencoder whose inputs and outputs have letters of one range: `z_i` goes in, `z_k` comes out.

By hand: `\partial E/\partial V_{jk} = (z_k - t_k) g'(x_k) z_j`, and `\partial E/\partial W_{ij}` is the sum of it over
the outputs k, times `V_{jk} g'(x_j) z_i`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS, verdict

NET = r"""$$x_j = \sum_{i=1}^N W_{ij} z_i \qquad z_j = g(x_j) \quad (1 \le j \le M)$$

$$x_k = \sum_{j=1}^M W_{jk} z_j \qquad z_k = g(x_k) \quad (1 \le k \le N)$$

$$E = \frac12 \sum_{k=1}^N (z_k - t_k)^2$$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_j", "right"),
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_k", "wrong"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_i", "right"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_k", "wrong"),
        (r"\frac{\partial E}{\partial z_i} = \sum_{j=1}^M W_{ij} \frac{\partial E}{\partial x_j}", "right"),
        (r"\frac{\partial z_k}{\partial z_i} = 0", "wrong"),
    ],
)
def test_what_goes_in_and_what_comes_out(line: str, expected: str) -> None:
    assert verdict(NET, f"$${line}$$") == expected


def test_one_rule_for_all_units_is_no_such_network() -> None:
    page = r"$$x_j = \sum_{i=1}^N W_{ij} z_i \qquad z_j = g(x_j) \quad (1 \le j \le N)$$"
    line = r"$$\frac{\partial z_j}{\partial z_i} = g'(x_j) W_{ij}$$"
    assert verdict(page, line) != "wrong"


TIED = (
    "The weights are tied, $W_{jk} = W_{kj}$ for all $j, k$.",
    "Here $W_{jk} = W_{kj}$.",
    "The same matrix is used twice.",
    "Die Gewichte sind gebunden.",
    "Les poids sont liés.",
    "二つの層は重みを共有する。",
    "权重绑定。",
)
TITLES = (
    "Tied autoencoder",
    "Autoencoder mit gebundenen Gewichten",
    "重み共有オートエンコーダ",
    "Autoencodeur à poids liés",
)
UPPER = r"$$\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_j$$"
LOWER = r"$$\frac{\partial E}{\partial W_{ij}} = g'(x_j) z_i \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk}$$"
RANGES = '+++\n[ranges]\n"i" = "1..N"\n"j" = "1..M"\n"k" = "1..N"\n+++\n\n'
PLAIN = NET.replace(r" \quad (1 \le j \le M)", "").replace(r" \quad (1 \le k \le N)", "")


@pytest.mark.parametrize("words", TIED)
@pytest.mark.parametrize("net", [NET, PLAIN, RANGES + PLAIN])
def test_weights_that_are_the_same_in_both_layers_are_no_two_arrays(net: str, words: str) -> None:
    assert verdict(f"{net}\n\n{words}", UPPER) not in ("right", "wrong")
    assert verdict(f"{net}\n\n{words}", LOWER) not in ("right", "wrong")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_may_say_that_weights_are_tied(title: str) -> None:
    front = f'+++\ntitle = "{title}"\n+++\n\n{NET}'
    assert verdict(front, UPPER) not in ("right", "wrong")
    assert verdict(f"# {title}\n\n{NET}", UPPER) not in ("right", "wrong")
    assert verdict(f'+++\ntitle = "Autoencoder"\n+++\n\n{NET}', UPPER) == "right"


@pytest.mark.parametrize("net", [PLAIN, RANGES + PLAIN, NET, NET.replace(r"1 \le k \le N", r"k = 1, \dots, N")])
def test_layers_that_are_as_wide_are_not_told_apart(net: str) -> None:
    wide = net.replace("M", "N")
    report = check(f"{wide}\n\n{UPPER}\n\n{LOWER}", options=VERDICTS)
    assert not any(str(c.judgement) == "wrong" for c in report.claims)


def test_an_index_of_the_layer_below_may_be_one_of_the_layer_above() -> None:
    biased = PLAIN.replace("z_i ", "z_i + b_j ").replace("W_{jk} z_j ", "W_{jk} z_j + b_k ")
    biased = biased.replace("(z_k - t_k)^2", r"(z_k - t_k)^2 + \frac{\lambda}{2} \sum_{i=1}^N b_i^2")
    assert verdict(biased, r"$$\frac{\partial E}{\partial b_k} = (z_k - t_k) g'(x_k) + \lambda b_k$$") != "wrong"
    line = r"\frac{\partial E}{\partial b_j} = g'(x_j) \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} + \lambda b_j"
    assert verdict(biased, f"$${line}$$") != "right"
