r"""Letters that tell left sides apart and stand together on a right side, the gates of `s_c = a_p b_q`, are labels."""

from __future__ import annotations

from symderiv.check.page import check

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
