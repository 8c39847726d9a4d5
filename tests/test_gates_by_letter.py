r"""Letters that tell left sides apart and stand together on a right side, the gates of `s_c = a_p b_q`, are labels."""

from __future__ import annotations

from .judging import check

HEAD = r"""
$$ a_p = \sum_{i=1}^I w_{ip} x_i + w_{cp} r $$

$$ a_q = \sum_{i=1}^I w_{iq} x_i + w_{cq} r $$

$$ a_c = \sum_{i=1}^I w_{ic} x_i $$

$$ s_c = f(a_p) g(a_q) + a_c $$

$$ E = \frac12 (s_c - t)^2 $$

"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_gates() -> None:
    right = r"$$ \frac{\partial E}{\partial w_{ip}} = (s_c - t) f'(a_p) g(a_q) x_i $$" "\n\n"
    other = r"$$ \frac{\partial E}{\partial w_{cq}} = (s_c - t) f(a_p) g'(a_q) r $$" "\n\n"
    assert verdicts(HEAD + right + other) == ["right", "right"]
    assert verdicts(HEAD + right.replace("f'(a_p)", "f'(a_q)")) == ["wrong"]
    assert verdicts(HEAD + right.replace("x_i $$", "r $$")) == ["wrong"]


def test_one_gate_does_not_depend_on_the_weights_of_another() -> None:
    line = r"$$ \frac{\partial a_p}{\partial w_{iq}} = 0 $$" "\n\n"
    assert verdicts(HEAD + line) == ["right"]
    assert verdicts(HEAD + line.replace("= 0", "= x_i")) == ["wrong"]


def test_a_letter_that_a_sum_binds_is_an_index() -> None:
    page = HEAD.replace(r"\frac12 (s_c - t)^2", r"\frac12 (s_c - t)^2 + \sum_{p=1}^P a_p^2")
    line = r"$$ \frac{\partial E}{\partial w_{ip}} = (s_c - t) f'(a_p) g(a_q) x_i $$"
    assert "right" not in verdicts(page + line)


def test_two_things_compared_stay_two_of_a_kind() -> None:
    head = (
        r"$$ s_i = \sum_{k=1}^K w_k x_{ik}, \quad s_j = \sum_{k=1}^K w_k x_{jk}, "
        r"\quad P_{ij} = \sigma(s_i - s_j), \quad C = -\log P_{ij} $$ "
    )
    line = r"$$ \frac{\partial C}{\partial w_k} = (P_{ij} - 1)(x_{ik} - x_{jk}) $$"
    assert verdicts(head + line) == ["right"]
    assert verdicts(head + line.replace("- x_{jk}", "+ x_{jk}")) == ["wrong"]


ERRORS = r"""
The gates, $t = 1, \dots, T$, with $\mathbf{s}_0$ given:

$$ \mathbf{a}_t = \sigma(W_{ax} \mathbf{x}_t + W_{as} \mathbf{s}_{t-1} + \mathbf{b}_a) $$

$$ \mathbf{g}_t = \tanh(W_{gx} \mathbf{x}_t + W_{gs} \mathbf{s}_{t-1} + \mathbf{b}_g) $$

$$ \mathbf{q}_t = \sigma(W_{qx} \mathbf{x}_t + W_{qs} \mathbf{s}_{t-1} + \mathbf{b}_q) $$

$$ \mathbf{u}_t = \mathbf{a}_t \odot \mathbf{g}_t $$

$$ \mathbf{s}_t = \mathbf{q}_t \odot \mathbf{u}_t $$

$$ J = \frac{1}{2} \|\mathbf{s}_T - \mathbf{y}\|^2 $$

$$ \epsilon_t = \frac{\partial J}{\partial \mathbf{s}_t} $$

$$ \epsilon_{u,t} = \frac{\partial J}{\partial \mathbf{u}_t} $$

$$ \epsilon_{g,t} = \frac{\partial J}{\partial \mathbf{g}_t} $$

$$ \epsilon_{u,t} = \epsilon_t \odot \mathbf{q}_t $$

$$ \epsilon_{g,t} = \epsilon_{u,t} \odot \mathbf{a}_t $$

$$ \epsilon_{g,t} = \epsilon_{u,t} \odot \mathbf{g}_t $$

$$ \frac{\partial J}{\partial \mathbf{b}_g} = \sum_{j=1}^T \epsilon_{g,j} \odot (1 - \mathbf{g}_j^2) $$

$$ \frac{\partial J}{\partial \mathbf{b}_g} = \sum_{j=1}^T \epsilon_{u,j} \odot (1 - \mathbf{g}_j^2) $$

$$ \frac{\partial J}{\partial W_{ax}} = \sum_{j=1}^T (\epsilon_{u,j} \odot \mathbf{g}_j \odot \mathbf{a}_j
\odot (1 - \mathbf{a}_j)) \mathbf{x}_j^\top $$

$$ \frac{\partial J}{\partial W_{ax}} = (\epsilon_{u,T} \odot \mathbf{g}_T \odot \mathbf{a}_T
\odot (1 - \mathbf{a}_T)) \mathbf{x}_T^\top $$

$$ \frac{\partial J}{\partial W_{as}} = \sum_{j=1}^T (\epsilon_{u,j} \odot \mathbf{g}_j \odot \mathbf{a}_j
\odot (1 - \mathbf{a}_j)) \mathbf{s}_j^\top $$
"""


def test_errors_with_and_without_a_letter() -> None:
    r"""`\epsilon_t` is an array beside `\epsilon_{u,t}`: the t that both carry is a step, and so is the T of
    `\epsilon_{u,T}`. The a, the g and the q of the matrices tell them apart, although lines differentiate by
    `\mathbf{b}_g`; so inputs may be as long as they like."""
    assert verdicts(ERRORS) == ["right", "right", "wrong", "right", "wrong", "right", "wrong", "wrong"]


def test_powers_of_vectors_with_a_step() -> None:
    r"""`\mathbf{g}_j^2` is the power of each entry, however the vector is typed, and no vector of its own."""
    assert verdicts(ERRORS.replace(r"\mathbf{g}", r"\mathbf{\tilde{u}}"))[3:5] == ["right", "wrong"]
    one = ERRORS.replace(r"(1 - \mathbf{g}_j^2)", r"(1 - \mathbf{g}_j)")
    assert verdicts(one)[3:5] == ["wrong", "wrong"]


def test_letters_that_a_sum_runs_over() -> None:
    r"""A sum over them makes indices of the letters: then they tell no matrices apart."""
    summed = ERRORS + r"$$ \frac{\partial J}{\partial \mathbf{b}_g} = \sum_{g=1}^{3} \mathbf{b}_g $$" + "\n"
    assert "right" not in verdicts(summed)[-1:]
