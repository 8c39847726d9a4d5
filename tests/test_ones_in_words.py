r"""Names of which words say when they are 1: `$\delta_{c_n k}$, with value 1 when $c_n = k$, and zero otherwise`.

By hand: the derivative of `\sum_n \sum_k \delta_{c_n k} (v_k u_n)^2` by `v_k` is `2 v_k \sum_n \delta_{c_n k} u_n^2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DATA = r"""The inputs are $u_n$ with $n = 1, \dots, N$, their classes $c_n \in \{1, \dots, K\}$.

$$ J = \sum_{n=1}^N \sum_{k=1}^K \delta_{c_n k} (v_k u_n)^2 $$"""
DECAY = r"$$ F = J + \frac{\mu}{2} \sum_{k=1}^K v_k^2 $$"
LINE = r"$$ \frac{\partial F}{\partial v_k} = 2 v_k \sum_{n=1}^N \delta_{c_n k} u_n^2 + \mu v_k $$"


@pytest.mark.parametrize(
    "words",
    [
        r"Notice the Kronecker delta $\delta_{c_n k}$, with value 1 when $c_n = k$, and zero otherwise. With decay",
        r"Here $\delta_{c_n k}$ is 1 if $c_n = k$ and 0 otherwise. With decay",
        r"Here $\delta_{c_n k}$, which is one when $k = c_n$. With decay",
        r"Here $\delta_{c_n k} = 1$ if $c_n = k$, and zero otherwise. With decay",
    ],
)
def test_words_about_a_delta_say_nothing_of_the_next_line(words: str) -> None:
    assert each_verdict(
        DATA, words, DECAY, lines=[LINE, LINE.replace("u_n^2", "u_n"), LINE.replace(r"\mu v_k", r"\mu")]
    ) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"Here $\delta_{c_n k}$ is 2 if $c_n = k$ and 0 otherwise. With decay",
        r"Here $\delta_{c_n k}$ is not 1 if $c_n = k$ and 0 otherwise. With decay",
        r"Here $\delta_{c_n k}$ is 1 if $c_n = n$ and 0 otherwise. With decay",
    ],
)
def test_other_words_do_not_make_it_wrong(words: str) -> None:
    """The line is right whatever the delta is; where the words may set a condition of it, it is open."""
    found = each_verdict(DATA, words, DECAY, lines=[LINE, LINE.replace("u_n^2", "u_n")])
    assert found[0] != "wrong"
    assert found[1] != "right"


TARGETS = r"""$$ z_k = \sum_{j=1}^J w_{kj} x_j, \quad p_k = \frac{e^{z_k}}{\sum_{l=1}^K e^{z_l}} $$

Here $k = 1, \dots, K$, and $t_k$ is 1 if $k = c$ and zero otherwise.

$$ L = -\sum_{k=1}^K t_k \log p_k $$"""


def test_targets_that_are_one_in_words() -> None:
    assert each_verdict(
        TARGETS,
        lines=[
            r"$$ \frac{\partial L}{\partial z_k} = p_k - t_k $$",
            r"$$ \frac{\partial L}{\partial z_k} = p_k - [k = c] $$",
            r"$$ \frac{\partial L}{\partial z_k} = t_k - p_k $$",
        ],
    ) == ["right", "right", "wrong"]
    two = TARGETS.replace("is 1 if", "is 2 if")
    assert verdict(two, r"$$ \frac{\partial L}{\partial z_k} = p_k - t_k $$") != "right"
