r"""How long vectors are, and of which shape matrices, by sentences that name several things at once.

By hand: `\alpha = y^T A C z` has the derivative `\sum_{i,k} y_i a_{ik} c_{kl}` by `z_l`, and `y = \exp u` the diagonal
of the entries of y by u.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENTRIES = r"""
Here $A$ is $m \times n$ with entries $a_{ij}$, $C$ is $n \times p$ with entries $c_{ij}$, $y$ is $m \times 1$, and $z$
is $p \times 1$.

$$ x = C z, \quad \alpha = y^T A x $$
"""
SHAPED = [
    (r"\frac{\partial \alpha}{\partial z_l} = \sum_{i=1}^m \sum_{k=1}^n y_i a_{ik} c_{kl}", "right"),
    (r"\frac{\partial \alpha}{\partial z_l} = \sum_{i=1}^m \sum_{k=1}^n y_i a_{ik} c_{ki}", "wrong"),
    (r"\frac{\partial \alpha}{\partial z_l} = \sum_{i=1}^m \sum_{k=1}^n a_{ik} c_{kl}", "wrong"),
    (r"\frac{\partial \alpha}{\partial x_k} = \sum_{i=1}^m y_i a_{ik}", "right"),
    (r"\frac{\partial \alpha}{\partial x_k} = \sum_{i=1}^m a_{ik}", "wrong"),
    (r"\frac{\partial \alpha}{\partial z_l} = (C^T A^T y)_l", "right"),
    (r"\frac{\partial \alpha}{\partial z_l} = (A^T y)_l", "wrong"),
]
COUNTED = r"""
{} $W$ is $K \times D$.

$$ u = W x, \quad L = \frac12 (u - t)^T (u - t) $$
"""
COUNTING = [
    r"$x$ has $D$ entries, $u$ and $t$ have $K$ entries.",
    r"$x$ is a column with $D$ entries, $u$ and $t$ are columns with $K$ components,",
    r"$x$ hat $D$ Einträge, $u$ und $t$ haben $K$ Komponenten.",
]
LINES = [
    (r"\frac{\partial L}{\partial x} = W^T (u - t)", "right"),
    (r"\frac{\partial L}{\partial x} = W^T (t - u)", "wrong"),
    (r"\frac{\partial L}{\partial x_d} = \sum_{k=1}^K W_{kd} (u_k - t_k)", "right"),
    (r"\frac{\partial L}{\partial x_d} = \sum_{k=1}^K W_{kd} u_k", "wrong"),
    (r"\frac{\partial L}{\partial W} = (u - t) x^T", "right"),
]


def test_what_is_said_of_one_is_not_said_of_the_entries_before_it() -> None:
    for (line, wanted), found in zip(
        SHAPED, each_verdict(ENTRIES, lines=[f"$$ {line} $$" for line, _ in SHAPED]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize("words", COUNTING)
def test_words_say_how_many_entries_vectors_have(words: str) -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(COUNTED.format(words), lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    "words",
    [
        r"$x$ has $D$ entries equal to 1.",
        r"$x$ has at least $D$ entries.",
        r"$X$ has $D$ entries.",
        r"The rows of $x$ have $D$ entries.",
    ],
)
def test_other_numbers_of_entries_are_no_lengths(words: str) -> None:
    line = r"$$ \frac{\partial L}{\partial x} = 2 x $$"
    assert verdict(words, r"$$ L = x^T x $$", line) in ("right", "unreadable", "unproved")
