r"""An autoencoder whose inputs and outputs have letters of one range: `z_i` goes in, `z_k` comes out.

By hand: `\partial E/\partial V_{jk} = (z_k - t_k) g'(x_k) z_j`, and `\partial E/\partial W_{ij}` is the sum of it over
the outputs k, times `V_{jk} g'(x_j) z_i`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS, each_verdict, verdict

NET = r"""$$x_j = \sum_{i=1}^N W_{ij} z_i \qquad z_j = g(x_j) \quad (1 \le j \le M)$$

$$x_k = \sum_{j=1}^M W_{jk} z_j \qquad z_k = g(x_k) \quad (1 \le k \le N)$$

$$E = \frac12 \sum_{k=1}^N (z_k - t_k)^2$$"""


def test_what_goes_in_and_what_comes_out() -> None:
    cases = [
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_j", "right"),
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_k", "wrong"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_i", "right"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_k", "wrong"),
        (r"\frac{\partial E}{\partial z_i} = \sum_{j=1}^M W_{ij} \frac{\partial E}{\partial x_j}", "right"),
        (r"\frac{\partial z_k}{\partial z_i} = 0", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


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
    assert not set(each_verdict(f"{net}\n\n{words}", lines=[UPPER, LOWER])) & {"right", "wrong"}


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


RUNNING = r"""+++
objective = "E"
[ranges]
"i" = "1..I"
"j" = "1..H"
"l" = "1..H"
"k" = "1..K"
"t" = "1..T"
+++

$$ a_j(t) = \sum_{i=1}^I u_{ji} x_i(t) + \sum_{l=1}^H w_{jl} s_l(t-1) \qquad s_j(t) = \tanh(a_j(t)) $$

$$ s_j(0) = 0 $$

$$ a_k(t) = \sum_{j=1}^H v_{kj} s_j(t) \qquad s_k(t) = \tanh(a_k(t)) $$

$$ E = \frac12 \sum_{t=1}^T \sum_{k=1}^K (s_k(t) - d_k(t))^2 $$
"""
BACK = r"\frac{\partial E}{\partial s_j(t)} = \sum_{k=1}^K \frac{\partial E}{\partial a_k(t)} v_{kj}"
LATER = r" + \sum_{l=1}^H \frac{\partial E}{\partial a_l(t+1)} w_{lj}"


def test_what_is_made_of_itself_at_an_earlier_time_is_one_name() -> None:
    cases = [(BACK + LATER, "right"), (BACK + LATER.replace("w_{lj}", "w_{jl}"), "wrong"), (BACK, "wrong")]
    for (line, expected), found in zip(
        cases, each_verdict(RUNNING, lines=[f"$$ {line} $$ ($t = 1, \\dots, T - 1$)" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


LABELLED = r"""+++
objective = "E"
[ranges]
"i" = "1..I"
"j" = "1..H"
"l" = "1..H"
"k" = "1..K"
+++

$$ z_{1j} = \tanh(\sum_{i=1}^I u_{ji} x_i) \qquad z_{2j} = \tanh(\sum_{l=1}^H v_{jl} z_{1l}) $$

$$ z_{3k} = \sum_{j=1}^H w_{kj} z_{2j} \qquad E = \frac12 \sum_{k=1}^K (z_{3k} - d_k)^2 $$
"""
DOWN = r"\frac{\partial E}{\partial z_{1j}} = \sum_{l=1}^H \frac{\partial E}{\partial z_{2l}} (1 - z_{2l}^2) v_{lj}"


@pytest.mark.parametrize("labels", ["123", "abc", "pqo"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (DOWN, "right"),
        (DOWN.replace("v_{lj}", "v_{jl}"), "wrong"),
        (r"\frac{\partial E}{\partial v_{jl}} = \frac{\partial E}{\partial z_{2j}} (1 - z_{2j}^2) z_{1l}", "right"),
        (r"\frac{\partial E}{\partial v_{jl}} = \frac{\partial E}{\partial z_{2j}} (1 - z_{2j}^2) z_{2l}", "wrong"),
    ],
)
def test_labels_tell_layers_apart_and_letters_need_not(labels: str, line: str, expected: str) -> None:
    def labelled(page: str) -> str:
        for n, label in enumerate(labels, 1):
            page = page.replace(f"z_{{{n}", f"z_{{{label}")
        return page

    assert verdict(labelled(LABELLED), labelled(f"$$ {line} $$")) == expected


def test_letters_of_examples_are_no_labels() -> None:
    net = NET.replace("x_", "x_n").replace("z_", "z_n").replace("t_k", "t_{nk}")
    for x in "ijk":
        net = net.replace(f"x_n{x}", f"x_{{n{x}}}").replace(f"z_n{x}", f"z_{{n{x}}}")
    net = net.replace(r"E = \frac12", r"E = \frac12 \sum_{n=1}^Q")
    line = r"\frac{\partial E}{\partial W_{jk}} = \sum_{n=1}^Q (z_{nk} - t_{nk}) g'(x_{nk})"
    assert each_verdict(net, lines=[f"$${line} z_{{nj}}$$", f"$${line} z_{{nk}}$$"]) == ["right", "wrong"]


DELAYED = r"""+++
objective = "E"
[ranges]
"i" = "1..N"
"j" = "1..M"
"k" = "1..N"
"t" = "1..T"
+++

$$ x_j(t) = \sum_{i=1}^N W_{ij} z_i(t-1) \qquad z_j(t) = g(x_j(t)) $$

$$ x_k(t) = \sum_{j=1}^M V_{jk} z_j(t) \qquad z_k(t) = g(x_k(t)) $$

$$ E = \frac12 \sum_{t=1}^T \sum_{k=1}^N (z_k(t) - d_k(t))^2 $$
"""
ALONE = r"$$ \frac{\partial E}{\partial z_k(t)} = z_k(t) - d_k(t) $$"
AGAIN = ALONE.replace(" $$", r" + \sum_{j=1}^M \frac{\partial E}{\partial x_j(t+1)} W_{kj} $$ ($t < T$)")


def test_inputs_of_a_step_before_may_be_what_came_out_then() -> None:
    """As long as the letters alone say so, no line is judged that holds only in one of the two networks."""
    assert verdict(DELAYED, ALONE) == verdict(DELAYED, AGAIN) == "unproved"
    begun = DELAYED + "\n$$ z_k(0) = 0 $$"
    assert each_verdict(begun, lines=[ALONE, AGAIN]) == ["wrong", "right"]
    apart = DELAYED.replace('"i" = "1..N"', '"i" = "1..I"').replace("i=1}^N", "i=1}^I")
    assert each_verdict(apart, lines=[ALONE, AGAIN]) == ["right", "wrong"]
