r"""Pages of notes: results at the top and their names further down, rules beside the network, local shorthands.

By hand: ordinary chain rule in a network of layers, and what is not said of an array stays open.
"""

from __future__ import annotations

import importlib

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

LAYERS = (
    r"$$z_k^{l+1} = \sum_j w_{kj}^{l+1} a_j^l + b_k^{l+1}$$"
    "\n\n"
    r"$$a_j^l = \sigma(z_j^l)$$"
)
NAMED = r"$$\delta_j^l = \frac{\partial C}{\partial z_j^l}$$"
RESULT = r"$$\delta_j^l = \frac{\partial C}{\partial a_j^l} \sigma'(z_j^l)$$"


def test_a_result_above_its_name_is_a_claim() -> None:
    bias = r"$$\frac{\partial C}{\partial b_j^l} = \delta_j^l$$"
    found = check("\n\n".join((LAYERS, RESULT, NAMED, bias))).claims
    assert [(c.line, str(c.judgement)) for c in found] == [(5, "right"), (9, "right")]
    slip = RESULT.replace(r"\sigma'(z_j^l)", r"\sigma(z_j^l)")
    found = check("\n\n".join((LAYERS, slip, NAMED, bias))).claims
    assert [(c.line, str(c.judgement)) for c in found] == [(5, "wrong"), (9, "right")]


def test_a_name_given_by_values_stays_what_it_is() -> None:
    page = r"$$o_k = \sum_{j=1}^n v_{kj} h_j$$ $$Q = \frac12 \sum_{k=1}^K (d_k - o_k)^2$$ $$\delta_k = d_k - o_k$$"
    assert each_verdict(
        page,
        lines=[r"$$\delta_k = -\frac{\partial Q}{\partial o_k}$$", r"$$\delta_k = \frac{\partial Q}{\partial o_k}$$"],
    ) == ["right", "wrong"]


RULES = [
    r"$$\frac{dq}{dt} = \frac{dq}{dx} \frac{dx}{dt} + \frac{dq}{dy} \frac{dy}{dt}$$",
    r"$$\frac{\partial q}{\partial t} = \sum_m \frac{\partial q}{\partial u_m} \frac{\partial u_m}{\partial t}$$",
]


@pytest.mark.parametrize("rule", RULES)
def test_the_objective_is_no_function_of_the_names_in_a_rule(rule: str) -> None:
    page = f"The rule is\n\n{rule}\n\n{LAYERS}\n\n{NAMED}"
    line = r"\delta_j^l = \sigma'(z_j^l) \sum_k w_{kj}^{l+1} \delta_k^{l+1}"
    assert each_verdict(page, lines=[f"$${line}$$", f"$${line.replace('w_{kj}', 'w_{jk}')}$$"]) == ["right", "wrong"]


def test_a_name_that_lines_bring_together_with_the_objective_stays_one_of_its_nodes() -> None:
    page = r"$$h_j = \tanh(\sum_{i=1}^n w_{ji} x_i)$$ ( $1 \le j \le m$ )"
    chain = r"\sum_{j=1}^m \frac{\partial C}{\partial h_j} \frac{\partial h_j}{\partial s}"
    both = rf"$$\frac{{\partial C}}{{\partial s}} = {chain}$$"
    assert verdict(page, both, r"$$\frac{\partial C}{\partial h_j} = 0$$") != "right"
    assert verdict(page, both) != "wrong"


LAST = (
    r"There are $L$ layers, $1 \le l \le L$."
    "\n\n"
    r"$$z_k^l = \sum_{j=1}^{n_{l-1}} w_{kj}^l a_j^{l-1} + b_k^l$$ ( $1 \le k \le n_l$, $1 \le l \le L$ )"
    "\n\n"
    r"$$a_j^L = \sigma(z_j^L)$$ ( $1 \le j \le n_L$ )"
    "\n\n"
)


def test_an_array_that_is_defined_at_the_last_step_alone_is_not_given_at_the_others() -> None:
    line = r"$$\frac{\partial z_k^L}{\partial b_j^{L-1}} = w_{kj}^L \sigma'(z_j^{L-1})$$"
    report = check(LAST + line)
    assert [str(c.judgement) for c in report.claims] == ["unproved"]
    assert "`a` is defined at one step only" in report.claims[0].links[0].detail
    assert verdict(LAST, line.replace(r"w_{kj}^L \sigma'(z_j^{L-1})", "0")) == "unproved"
    every = LAST + r"$$a_j^l = \sigma(z_j^l)$$ ( $1 \le j \le n_l$, $1 \le l < L$ )" + "\n\n"
    assert each_verdict(every, lines=[line, line.replace("w_{kj}", "w_{jk}")]) == ["right", "wrong"]


def test_a_shorthand_for_a_layer_makes_no_label_of_the_layer() -> None:
    page = LAYERS + "\n\n" + r"We write $z_j^l = W + b_j^l$, with $W = z_j^l - b_j^l$, so that" + "\n\n"
    line = r"$$\frac{\partial z_k^{l+1}}{\partial b_j^l} = w_{kj}^{l+1} \sigma'(z_j^l)$$"
    report = check(page + line)
    assert not any("label" in note for note in report.notes)
    assert str(report.claims[-1].judgement) == "right"
    assert verdict(page, line.replace(r"\sigma'", r"\sigma")) == "wrong"


def test_what_other_nodes_are_made_of_is_no_last_node() -> None:
    shorthand = r"$$W = z_j^l - b_j^l$$" + "\n\n"
    used = r"$$z_k^{l+1} = \sum_j w_{kj}^{l+1} \sigma(W + b_j^l) + b_k^{l+1}$$" + "\n\n"
    line = r"$$\frac{\partial C}{\partial b_j^l} = \frac{\partial C}{\partial z_j^l}$$"
    assert each_verdict(LAYERS, shorthand, used, lines=[line, line.replace("b_j^l}", "a_j^l}")]) == ["right", "wrong"]
    assert verdict(LAYERS, shorthand, line) == "unproved"  # the objective may be a function of it


def test_an_unread_result_above_a_name_for_a_derivative_defines_nothing() -> None:
    unread = r"$$\delta_j^l = \frac{\partial C}{\partial a_j^l} \sigma'{\partial z_j^l}$$" + "\n\n"
    bias = r"$$\frac{\partial C}{\partial b_j^l} = \delta_j^l$$"
    assert each_verdict(LAYERS, unread, NAMED, lines=[bias, bias.replace("= ", "= -")]) == ["right", "wrong"]
    # what may be a name with another sign stays open
    unread = r"$$\delta_j^l = -\frac{\partial C}{{\partial z_j^l}$$" + "\n\n"
    assert verdict(LAYERS, unread, NAMED, bias) != "right"


def test_a_sum_of_the_network_has_its_bounds_in_a_line() -> None:
    page = (
        r"$$a_k = \sum_{i=1}^{I+1} w_{ki} o_i$$ ( $1 \le k \le K$ ) $$o_i = \tanh(x_i)$$ ( $1 \le i \le I$ )"
        r"$$o_{I+1} = 1, \quad w_{k,I+1} = \theta_k, \quad L = \sum_{k=1}^K a_k^2$$"
    )
    assert each_verdict(
        page, lines=[r"$$L = \sum_k (\sum_i w_{ki} o_i)^2$$", r"$$L = \sum_k (\sum_i w_{ki} o_i)^3$$"]
    ) == ["right", "wrong"]


def test_draws_are_forgotten_where_they_take_much_room(monkeypatch: pytest.MonkeyPatch) -> None:
    oracles = importlib.import_module("symderiv.evaluate.oracle")
    page = r"$$p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$$ $$J = -\log \sum_{i=1}^n p_i^3$$"
    line = r"$$\frac{\partial^2 J}{\partial z_i^2} = \frac{\partial^2 J}{\partial z_i \partial z_i}$$"
    slip = r"$$\frac{\partial J}{\partial z_i} = 3 p_i$$"
    before = [x.counterexample for c in check("\n\n".join((page, line, slip))).claims for x in c.links]
    monkeypatch.setattr(oracles, "MOST_HELD", 10)
    after = [x.counterexample for c in check("\n\n".join((page, line, slip + " "))).claims for x in c.links]
    assert before == after
    assert after[-1] is not None


@pytest.mark.parametrize("last", [r"a_j^L = \frac{e^{z_j^L}}{\sum_{k=1}^{n_L} e^{z_k^L}}", r"a_j^L = z_j^L"])
def test_a_last_layer_of_its_own_leaves_the_first_one_given(last: str) -> None:
    net = (
        r"$$z_k^l = \sum_{j=1}^{n_{l-1}} w_{kj}^l a_j^{l-1} + b_k^l$$ ( $1 \le k \le n_l$, $1 \le l \le L$ )",
        r"$$a_j^l = \sigma(z_j^l)$$ ( $1 \le j \le n_l$, $1 \le l < L$ )",
        rf"$${last}$$ ( $1 \le j \le n_L$ )",
        r"$$C = -\sum_{j=1}^{n_L} y_j \log a_j^L$$",
    )
    line = r"\frac{\partial C}{\partial w_{kj}^1} = \frac{\partial C}{\partial z_k^1} a_j^0"
    assert each_verdict(*net, lines=[f"$${line}$$", f"$${line.replace('a_j^0', 'a_j^1')}$$"]) == ["right", "wrong"]


def test_weights_with_the_letter_of_a_function() -> None:
    page = r"$$E = \sum_{i=1}^n f_i (x_i - t_i)^2$$"
    line = r"$$\frac{\partial E}{\partial x_i} = 2 f_i (x_i - t_i)$$"
    assert verdict(page, line) == "unreadable"
    assert verdict(page.replace("f_i (", r"f_i \cdot ("), line.replace("f_i (", r"f_i \cdot (")) == "right"
    family = r"$$h_i = f_i(a_i + b_i), \quad E = \sum_{i=1}^n h_i^2$$"
    assert each_verdict(
        family,
        lines=[
            r"$$\frac{\partial E}{\partial a_i} = 2 h_i f_i'(a_i + b_i)$$",
            r"$$\frac{\partial E}{\partial a_i} = 2 h_i f_i(a_i + b_i)$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("word", [r"\mathrm{id}", r"\operatorname{id}", r"\text{Identity}"])
def test_a_function_that_is_the_identity(word: str) -> None:
    page = (
        r"$$y_i = g(z_i), \quad z_i = \sum_{j=1}^m w_{ij} x_j$$ ( $1 \le i \le n$ )",
        r"$$E = \frac12 \sum_{i=1}^n (y_i - t_i)^2$$",
        rf"The outputs are linear, $g = {word}$, so that",
    )
    line = r"$$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("y_i - t_i", "t_i - y_i")) == "wrong"
    assert verdict(*page[:2], line) == "wrong"
