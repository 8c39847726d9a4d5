r"""A value at one step of a recurrence, `E = (y - h_t)^2`: every earlier step counts.

The truth of the lines was found by hand: W stands in every step, so that `h_{t-1}` depends on it too. In a network
whose weights have a layer of their own nothing but the last layer holds `w^l`.
"""

from __future__ import annotations

import pytest

from .judging import check, each_verdict

SPELLINGS = [
    ("h_i^t", "h_j^{t-1}", "h_i^s"),
    ("h_{t,i}", "h_{t-1,j}", "h_{s,i}"),
    ("h^{(t)}_i", "h_j^{(t-1)}", "h^{(s)}_i"),
]
RECURRENT = r"""+++
objective = "E"
[ranges]
"i" = "1..n"
"j" = "1..n"
"s" = "1..t"
+++
$$ HERE = \tanh\left( \sum_{j=1}^{n} W_{ij} BEFORE \right) $$
$$ E = \frac12 \sum_{i=1}^n (y_i - HERE)^2 $$
$$ LINE $$
"""
LAYERS = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"i" = "1..I"
"j" = "1..J"
+++
$$ x_i^l = \sum_{j=1}^{J} w_{ij}^l o_j^{l-1} + b^l $$
$$ o_i^l = f(x_i^l) $$
$$ E = \frac12 \sum_{i=1}^I (t_i - o_i^l)^2 $$
$$ LINE $$
"""


def _judged(page: str, *lines: str) -> list[str]:
    return each_verdict(page.replace("$$ LINE $$\n", ""), lines=[f"$$ {line} $$" for line in lines])


@pytest.mark.parametrize(("here", "before", "other"), SPELLINGS)
def test_a_tied_weight_reaches_the_value_through_every_step(here: str, before: str, other: str) -> None:
    page = RECURRENT.replace("HERE", here).replace("BEFORE", before)
    last = rf"\frac{{\partial E}}{{\partial W_{{ij}}}} = ({here} - y_i) (1 - ({here})^2) {before}"
    earlier = before.replace("t", "s")
    all_steps = (
        rf"\frac{{\partial E}}{{\partial W_{{ij}}}} ="
        rf" \sum_{{s=1}}^{{t}} \frac{{\partial E}}{{\partial {other}}} (1 - ({other})^2) {earlier}"
    )
    back = rf"\frac{{\partial E}}{{\partial {before}}} = \sum_{{i=1}}^n ({here} - y_i) (1 - ({here})^2) W_{{ij}}"
    slip = back.replace("W_{ij}", "W_{ji}")
    assert _judged(page, last, all_steps, back, slip) == ["wrong", "right", "right", "wrong"]


def test_weights_of_their_own_in_every_layer() -> None:
    expected = {
        r"\frac{\partial E}{\partial w_{ij}^l} = (o_i^l - t_i) f'(x_i^l) o_j^{l-1}": "right",
        r"\frac{\partial E}{\partial o_j^{l-1}} = \sum_{i=1}^I (o_i^l - t_i) f'(x_i^l) w_{ij}^l": "right",
        r"\frac{\partial E}{\partial o_j^{l-1}} = (o_i^l - t_i) f'(x_i^l) w_{ij}^l": "wrong",
        r"\frac{\partial E}{\partial b^l} = \sum_{i=1}^I (o_i^l - t_i) f'(x_i^l)": "right",
        r"\frac{\partial E}{\partial b^l} = (o_i^l - t_i) f'(x_i^l)": "wrong",
    }
    assert dict(zip(expected, _judged(LAYERS, *expected), strict=True)) == expected


def test_an_error_named_on_the_way_and_its_value_in_the_last_layer() -> None:
    named = LAYERS.replace("$$ LINE $$", "$$ \\delta_i^l = \\frac{\\partial E}{\\partial x_i^l} $$\n$$ LINE $$")
    for line, expected in (
        (r"\delta_i^l = (o_i^l - t_i) f'(x_i^l)", "right"),
        (r"\delta_i^l = (t_i - o_i^l) f'(x_i^l)", "wrong"),
        (r"\frac{\partial E}{\partial w_{ij}^l} = \delta_i^l o_j^{l-1}", "right"),
    ):
        assert _judged(named, line) == [expected], line


def test_the_page_says_which_reading_was_taken() -> None:
    report = check(LAYERS.replace("LINE", "o_i^l = f(x_i^l)"))
    assert "`l` is one step, the definitions hold for every step" in report.notes


def test_of_a_step_with_a_range_the_value_is_one_of_each_step() -> None:
    """Where something says what t runs over, a free t in the value makes it the value of step t."""
    page = RECURRENT.replace("HERE", "h_{t,i}").replace("BEFORE", "h_{t-1,j}").replace('"s" = "1..t"', '"t" = "1..T"')
    expected = {
        r"\frac{\partial E}{\partial h_{t,i}} = h_{t,i} - y_i": "right",
        r"\frac{\partial E}{\partial h_{t-1,i}} = h_{t-1,i} - y_i": "wrong",
        r"\frac{\partial E}{\partial h_{t-1,j}} = \sum_i (h_{t,i} - y_i) (1 - h_{t,i}^2) W_{ij}": "right",
    }
    assert dict(zip(expected, _judged(page, *expected), strict=True)) == expected


LAST = (
    r"$$ u^L_j = \sum_i w^L_{ij} z^{L-1}_i $$",
    r"$$ z^L_j = \varphi(u^L_j) $$",
    r"$$ E = \frac12 \sum_j (z^L_j - t_j)^2 $$",
    r"$$ \delta^L_j = \frac{\partial E}{\partial u^L_j} $$",
)
DECLARED = '+++\nfunctions = ["\\\\varphi^L"]\n+++'


@pytest.mark.parametrize(("line", "expected"), [(r"(z^L_j - t_j) \varphi'(u^L_j)", "right"), ("z^L_j - t_j", "wrong")])
def test_the_first_line_about_the_name_of_a_derivative_is_a_claim(line: str, expected: str) -> None:
    """A capital letter of the one step, too: its definition is about every step, and says nothing new of the one."""
    judged = check("\n\n".join((*LAST, rf"$$ \delta^L_j = {line} $$")))
    assert [str(c.judgement) for c in judged.claims] == [expected]


@pytest.mark.parametrize("slope", [r"{\varphi^L}'", r"\varphi'^L", r"(\varphi^L)'"])
def test_a_function_of_the_one_step_may_be_declared(slope: str) -> None:
    net = tuple(x.replace(r"\varphi(", r"\varphi^L(") for x in LAST)
    lines = (
        rf"$$ \frac{{\partial E}}{{\partial u^L_j}} = (z^L_j - t_j) {slope}(u^L_j) $$",
        r"$$ \frac{\partial E}{\partial u^L_j} = z^L_j - t_j $$",
        rf"$$ \delta^L_j = (z^L_j - t_j) {slope}(u^L_j) $$",
    )
    for head in ((), (DECLARED,)):
        judged = check("\n\n".join((*head, *net, *lines)))
        assert [str(c.judgement) for c in judged.claims] == ["right", "wrong", "right"]


LAYERS_BEFORE = (
    r"$$ z^L_j = \sum_k w^L_{jk} a^{L-1}_k + b^L_j $$",
    r"$$ a^L_j = \sigma(z^L_j) $$",
    r"$$ C = \frac12 \sum_j (a^L_j - y_j)^2 $$",
    r"$$ \delta^L_j = \frac{\partial C}{\partial z^L_j} $$",
)


@pytest.mark.parametrize(
    "before", ["", "Consider the output layer $L$.", "The last layer is $L$:", "Für Schicht $L$ gilt:"]
)
def test_the_layers_before_the_one_are_computed_alike(before: str) -> None:
    expected = {
        r"a^{L-1}_k = \sigma(z^{L-1}_k)": "right",
        r"\frac{\partial C}{\partial z^{L-1}_k} = \sum_j w^L_{jk} \delta^L_j \sigma'(z^{L-1}_k)": "right",
        r"\delta^{L-1}_k = \sigma'(z^{L-1}_k) \sum_j w^L_{jk} \delta^L_j": "right",
        r"\delta^{L-1}_k = \sum_j w^L_{jk} \delta^L_j": "wrong",
        r"\frac{\partial C}{\partial b^{L-1}_k} = w^L_{jk} \delta^L_j \sigma'(z^{L-1}_k)": "wrong",
        r"\frac{\partial C}{\partial w^{L-1}_{km}} = \sum_j w^L_{jk} \delta^L_j \sigma'(z^{L-1}_k) a^{L-2}_m": "right",
    }
    found = each_verdict(before, *LAYERS_BEFORE, lines=[f"$$ {line} $$" for line in expected])
    assert dict(zip(expected, found, strict=True)) == expected


@pytest.mark.parametrize("before", ["", "The value of the last step $N$:", "We look at $N$ steps."])
def test_to_mention_the_letter_of_a_step_is_no_range(before: str) -> None:
    r"""By hand: `V_{N-1}` is made of `\gamma`, too."""
    net = before, r"$$ V_N = r_N + \gamma V_{N-1} $$", r"$$ E = \frac12 (V_N - g)^2 $$"
    short = r"$$ \frac{\partial E}{\partial \gamma} = (V_N - g) V_{N-1} $$"
    whole = short.replace(r"V_{N-1} $$", r"\left( V_{N-1} + \gamma \frac{\partial V_{N-1}}{\partial \gamma} \right) $$")
    assert [str(c.judgement) for c in check("\n\n".join((*net, short, whole))).claims] == ["wrong", "right"]
