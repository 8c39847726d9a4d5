r"""Names for derivatives called after what they are taken by, without its index: `\epsilon_s^t = \partial E/\partial
s_c^t`, and words by which such names are zero beyond the last step."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check

HEAD = r"""
There are $c = 1, \dots, C$ cells, $t = 1, \dots, T$ steps and $i = 1, \dots, I$ inputs.

$$ s_c^t = p_c s_c^{t-1} + \sum_{i=1}^I v_{ci} x_i^t $$

$$ b_c^t = q_c f(s_c^t) $$

$$ E = \frac12 \sum_{t=1}^T \sum_{c=1}^C (b_c^t - z_c^t)^2 $$

$$ \epsilon_c^t = \frac{\partial E}{\partial b_c^t}, \qquad \epsilon_s^t = \frac{\partial E}{\partial s_c^t} $$

"""
STEP = r"$$ \epsilon_s^t = q_c f'(s_c^t) \epsilon_c^t + p_c \epsilon_s^{t+1} $$" "\n\n"
SAID = r"All $\epsilon$ terms are zero at $t = T+1$." "\n\n"


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_the_index_is_that_of_the_same_formula() -> None:
    line = r"$$ \frac{\partial E}{\partial v_{ci}} = \sum_{t=1}^T \epsilon_s^t x_i^t $$" "\n\n"
    other = r"$$ \frac{\partial E}{\partial v_{ci}} = \sum_{t=1}^T \epsilon_c^t x_i^t $$" "\n\n"
    assert verdicts(HEAD + line + other) == ["right", "wrong"]
    summed = r"$$ \sum_{c=1}^C \frac{\partial E}{\partial s_c^t} v_{ci} = \sum_{c=1}^C v_{ci} \epsilon_s^t $$" "\n\n"
    assert verdicts(HEAD + summed) == ["right"]
    assert verdicts(HEAD + summed.replace(r"\epsilon_s^t", r"\epsilon_c^t")) == ["wrong"]


def test_without_such_an_index_beside_it_nothing_says_which_is_meant() -> None:
    line = r"$$ \frac{\partial E}{\partial x_i^t} = \epsilon_s^t \sum_{c=1}^C v_{ci} $$" "\n\n"
    assert verdicts(HEAD + line) not in (["right"], ["wrong"])


def test_with_a_range_the_letter_is_an_index() -> None:
    page = HEAD.replace(r"$t = 1, \dots, T$", r"$s = 1, \dots, C$, $t = 1, \dots, T$")
    line = r"$$ \frac{\partial E}{\partial v_{ci}} = \sum_{t=1}^T \epsilon_s^t x_i^t $$" "\n\n"
    assert verdicts(page + line)[-1] != "right"


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        r"At $t = T+1$ all $\epsilon$ are zero." "\n\n",
        r"The $\epsilon$ are taken to be zero for $t = T+1$." "\n\n",
        r"$t = T+1$ では $\epsilon$ はすべて 0 とする。" "\n\n",
    ],
)
def test_zero_beyond_the_last_step(said: str) -> None:
    assert verdicts(HEAD + said + STEP) == ["right"]
    assert verdicts(HEAD + said + STEP.replace("f'(s_c^t)", "f'(s_c^{t+1})"))[-1] == "wrong"
    assert verdicts(HEAD + said + STEP.replace(r"p_c \epsilon_s^{t+1}", r"p_c \epsilon_c^{t+1}"))[-1] == "wrong"


def test_several_names_at_once() -> None:
    delta = r"$$ \delta_c^t = \frac{\partial E}{\partial s_c^t} $$" "\n\n"
    rest = r"f(b_c^{t+1}) \delta_c^{t+1} - (f(b_c^{t+1}) - p_c) \delta_c^{t+1}"
    line = rf"$$ \delta_c^t = q_c f'(s_c^t) \epsilon_c^t + {rest} $$"
    said = r"all $\delta$ and $\epsilon$ terms are zero at $t = T+1$." "\n\n"
    assert verdicts(HEAD + delta + said + line) == ["right"]
    assert verdicts(HEAD + delta + said.replace(r"$\delta$ and ", "") + line) != ["right"]


@pytest.mark.parametrize(
    "said",
    [
        r"If all $\epsilon$ terms are zero at $t = T+1$, nothing is left." "\n\n",
        r"The $\epsilon$ terms are not zero at $t = T+1$." "\n\n",
        r"Often the $\epsilon$ terms are zero at $t = T+1$." "\n\n",
    ],
)
def test_words_that_do_not_say_so(said: str) -> None:
    line = STEP.replace(r"p_c \epsilon_s^{t+1}", r"p_c f(b_c^{t+1}) \epsilon_s^{t+1} / f(b_c^{t+1})")
    assert verdicts(HEAD + said + line)[-1] != "right"


def test_at_a_step_that_there_is_it_is_no_such_convention() -> None:
    said = r"All $\epsilon$ terms are zero at $t = T$." "\n\n"
    assert verdicts(HEAD + said + STEP)[-1] != "right"


WHOLE = r"""+++
objective = "L"
[ranges]
i = "1..n"
+++
$$ \hat{h}_i = \sum_{j=1}^m U^{(1)}_{ij} x_j $$

$$ \hat{y}_k = \sum_{i=1}^n U^{(2)}_{ki} \hat{h}_i $$ ( $k = 1, \dots, K$ )

$$ L = \frac12 \sum_{k=1}^K (\hat{y}_k - t_k)^2 $$

$$ G^{\hat{y}_k} = \frac{\partial L}{\partial \hat{y}_k}, \quad G^{\hat{h}_i} = \frac{\partial L}{\partial \hat{h}_i} $$

$$ %s $$
"""


@pytest.mark.parametrize("script", ["^", "_"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"G^{\hat{y}_k} = \hat{y}_k - t_k", "right"),
        (r"G^{\hat{y}_k} = t_k - \hat{y}_k", "wrong"),
        (r"G^{\hat{h}_i} = \sum_{k=1}^K G^{\hat{y}_k} U^{(2)}_{ki}", "right"),
        (r"G^{\hat{h}_i} = \sum_{l=1}^K G^{\hat{y}_l} U^{(2)}_{li}", "right"),
        (r"G^{\hat{h}_i} = \sum_{k=1}^K G^{\hat{y}_k} U^{(2)}_{ik}", "wrong"),
        (r"G^{\hat{h}_i} = \sum_{k=1}^K G^{\hat{h}_k} U^{(2)}_{ki}", "wrong"),
        (r"\frac{\partial L}{\partial U^{(1)}_{ij}} = G^{\hat{h}_i} x_j", "right"),
        (r"\frac{\partial L}{\partial U^{(1)}_{ij}} = G^{\hat{y}_i} x_j", "wrong"),
    ],
)
def test_the_whole_name_of_what_derives(line: str, expected: str, script: str) -> None:
    page = (WHOLE % line).replace("G^", f"G{script}")
    assert verdict(page) == expected


@pytest.mark.parametrize(
    "also", [r"$$ G = 3 $$", r"$$ v_i = G^{i} $$", r"$$ G^{\hat{y}_k} = \frac{\partial M}{\partial \hat{y}_k} $$"]
)
def test_a_letter_that_is_something_else_too_is_left(also: str) -> None:
    line = r"G^{\hat{h}_i} = \sum_{k=1}^K G^{\hat{y}_k} U^{(2)}_{%s}"
    found = each_verdict(WHOLE % (line % "ki"), also, lines=[rf"$$ {line % 'ki'} $$", rf"$$ {line % 'ik'} $$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


STEPS = r"""$$ h_t = w x_t + v $$ ( $t = 1, \dots, T$ )

$$ L_t = \frac12 (h_t - y_t)^2 $$ ( $t = 1, \dots, T$ )

$$ L = \sum_{t=1}^T L_t $$

$$ G^{h_t} = \frac{\partial L_t}{\partial h_t} $$

$$ %s $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"G^{h_s} = h_s - y_s", "right"),
        (r"G^{h_s} = y_s - h_s", "wrong"),
        (r"G^{h_1} = h_1 - y_1", "right"),
        (r"G^{h_1} = h_1 - y_2", "wrong"),
        (r"\frac{\partial L}{\partial w} = \sum_{s=1}^T G^{h_s} x_s", "right"),
        (r"\frac{\partial L}{\partial w} = \sum_{s=1}^T G^{h_s}", "wrong"),
        (r"\frac{\partial L}{\partial v} = \sum_{t=1}^T G^{h_t}", "right"),
    ],
)
def test_the_index_of_what_is_derived_goes_with_it(line: str, expected: str) -> None:
    assert verdict(STEPS % line) == expected


def test_an_index_that_only_one_of_the_two_has_stays() -> None:
    net = r"""$$ z_{ni} = \sum_{j=1}^d W_{ij} x_{nj} $$ ( $n = 1, \dots, N$, $i = 1, \dots, m$ )

$$ L_n = \frac12 \sum_{i=1}^m (z_{ni} - t_{ni})^2 $$

$$ G^{z_{ni}} = \frac{\partial L_n}{\partial z_{ni}} $$"""
    for k, other in (("ki", "ni"), ("nk", "ni")):
        line = r"$$ G^{z_{%s}} = z_{%s} - t_{%s} $$"
        assert each_verdict(net, lines=[line % (k, k, k), line % (k, k, other)]) == ["right", "wrong"]


def test_a_number_is_the_same_index_of_both() -> None:
    page = STEPS.replace(r"G^{h_t} = \frac{\partial L_t}{\partial h_t}", r"G^{h_1} = \frac{\partial L_1}{\partial h_1}")
    assert verdict(page % "G^{h_2} = h_2 - y_2") == "right"
    assert verdict(page % "G^{h_2} = y_2 - h_2") == "wrong"
