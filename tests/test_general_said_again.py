r"""A general equation said again below its exception: `Now all layers have $a^l_k = f(z^l_k)$`."""

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$z^l_k = \sum_j w^l_{kj} a^{l-1}_j$, $a^l_k = f(z^l_k)$ for $l = 1, \dots, L$, except that $a^L_k = z^L_k$. "
    r"The error is $E = \frac12 \sum_k (a^L_k - y_k)^2$."
)
LINEAR = r"$$ \frac{\partial E}{\partial z^L_k} = a^L_k - y_k $$"
CURVED = r"$$ \frac{\partial E}{\partial z^L_k} = (a^L_k - y_k) f'(z^L_k) $$"
SLIP = r"$$ \frac{\partial E}{\partial z^L_k} = y_k - a^L_k $$"


@pytest.mark.parametrize(
    "below",
    [
        ("# Second network", "Now all layers have $a^l_k = f(z^l_k)$."),
        ("Now all layers have $a^l_k = f(z^l_k)$.",),
        ("# Zweites Netz", "Jetzt ist $a^l_k = f(z^l_k)$ in allen Schichten."),
        ("# Another model", "We have $a^m_k = f(z^m_k)$."),
        ("# A second network", "Here every layer has", "$$ a^l_k = f(z^l_k) $$"),
        ("# 2", "今度はすべての層で $a^l_k = f(z^l_k)$ とする。"),
    ],
)
def test_lines_below_are_open(below: tuple[str, ...]) -> None:
    assert verdict(NETWORK, LINEAR, *below, CURVED) == "unproved"
    assert verdict(NETWORK, LINEAR, *below, LINEAR) == "unproved"
    assert verdict(NETWORK, LINEAR, *below, SLIP) == "wrong"


@pytest.mark.parametrize(
    "below",
    [
        ("Let us put the nonlinearity back: $a^L_k = f(z^L_k)$.",),
        ("# Part 2: sigmoid output", "Now $a^L_k = f(z^L_k)$."),
        ("Without this exception, $a^L_k = f(z^L_k)$, and",),
        ("Ohne diese Ausnahme ist $a^L_k = f(z^L_k)$, also",),
        ("この例外をなくすと $a^L_k = f(z^L_k)$ であり",),
        ("We put the nonlinearity back:", "$$ a^L_k = f(z^L_k) $$"),
    ],
)
def test_said_of_the_layer_itself(below: tuple[str, ...]) -> None:
    assert [verdict(NETWORK, *below, x) for x in (CURVED, LINEAR, SLIP)] == ["unproved", "unproved", "wrong"]


def test_another_function_at_that_layer() -> None:
    below = r"Now let $a^L_k = \tanh(z^L_k)$."
    tanh = r"$$ \frac{\partial E}{\partial z^L_k} = (a^L_k - y_k) (1 - (a^L_k)^2) $$"
    assert [verdict(NETWORK, below, x) for x in (tanh, LINEAR)] == ["unproved", "unproved"]
    assert verdict(NETWORK, tanh) == "wrong"


@pytest.mark.parametrize(
    "below",
    [
        ("# Gradients", "Recall that $a^l_k = f(z^l_k)$."),
        ("# Backpropagation through the network", "With $a^l_k = f(z^l_k)$ we get"),
        ("All hidden layers have $a^l_k = f(z^l_k)$.",),
    ],
)
def test_what_recalls_it_takes_nothing_back(below: tuple[str, ...]) -> None:
    assert verdict(NETWORK, *below, LINEAR) == "right"
    assert verdict(NETWORK, *below, CURVED) == "wrong"


def test_lines_above_are_judged_by_the_exception() -> None:
    below = ("# Second network", "Now all layers have $a^l_k = f(z^l_k)$.")
    assert each_verdict(NETWORK, lines=[CURVED, LINEAR]) == ["wrong", "right"]
    assert verdict(NETWORK, *below, r"$$ \frac{\partial E}{\partial a^L_k} = a^L_k - y_k $$") == "right"


TIED = (
    r"$$ w_{i,j}^{(1)} = w_{j,i} \quad (1 \le i \le I, 1 \le j \le J) $$",
    r"$$ n_i = \sum_{j=1}^{J+1} o_j w_{i,j}^{(1)} \quad (1 \le i \le I) $$",
    r"$$ o_{J+1} = 1 $$",
    r"$$ w_{i,J+1}^{(1)} = -\theta_i \quad (1 \le i \le I) $$",
    "# The derivative",
    r"(Not only $n_j$: the others depend on $w_{i,j}^{(1)} = w_{j,i}$, too!)",
)
"""A tie of all entries, and a bias unit beyond them, which is no exception to it."""
DERIVED = r"$$ \frac{\partial n_i}{\partial \theta_i} = -1 $$"


def test_an_entry_beyond_the_range_is_not_taken_back() -> None:
    again = r"n_i &= \sum_{j=1}^{J+1} o_j w_{i,j}^{(1)} \\ (o_{J+1} &= 1, w_{i,J+1}^{(1)}"
    right, slip = (rf"$$ \begin{{aligned}} {again} = {x}\theta_i) \end{{aligned}} $$" for x in ("-", ""))
    assert each_verdict(*TIED, DERIVED, lines=[right, slip]) == ["right", "wrong"]


def test_an_initial_state_is_not_taken_back() -> None:
    state = (r"$h_t = f(w h_{t-1})$ for $t = 1, \dots, T$. $h_0 = 0$.", "Now $h_t = f(w h_{t-1})$ for every $t$.")
    assert verdict(*state, r"$$ \frac{\partial h_1}{\partial w} = 0 $$") == "right"
    assert verdict(*state, r"$$ \frac{\partial h_1}{\partial w} = 1 $$") == "wrong"
