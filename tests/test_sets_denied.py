r"""Words and signs that deny something of a set or a letter: `S \not= \{1, 2\}`, `$S$ is not $\{1, 2\}$`, `$i$ is not
$k$`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ y_i = \sum_{j=1}^{3} w_{ij} x_j $$ Here $1 \le i, j \le 3$.",
    r"$$ L = \frac12 \sum_{i \in S} (y_i - t_i)^2 $$",
)
DENIED = [
    r"$S \not= \{1, 2\}$",
    r"$S \not = \{1, 2\}$",
    r"$\{1, 2\} \ne S$",
    r"The set $S$ is not $\{1, 2\}$",
    r"$S$ isn't the set $\{1, 2\}$",
    r"$S$ differs from $\{1, 2\}$",
    r"$S$ ist nicht $\{1, 2\}$",
    r"$S$ n'est pas l'ensemble $\{1, 2\}$",
    r"$S$ は $\{1, 2\}$ ではない",
    r"$S$ 不是 $\{1, 2\}$",
]
NONE = r"$$ \frac{\partial L}{\partial y_3} = 0 $$"
ONE = r"$$ \frac{\partial L}{\partial y_3} = y_3 - t_3 $$"


@pytest.mark.parametrize("said", DENIED)
def test_what_a_set_is_not(said: str) -> None:
    cases = (NONE, ONE)
    for line, found in zip(cases, each_verdict(*NET, f"{said}.", lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize("said", DENIED)
def test_beside_what_it_is(said: str) -> None:
    listed = r"Let $S = \{1, 3\}$."
    assert each_verdict(*NET, listed, f"{said}.", lines=[ONE, NONE]) == ["right", "wrong"]
    assert verdict(*NET, listed.replace("3", "2"), f"{said}.", ONE) not in ("right", "wrong")


def test_both_in_one_chain() -> None:
    cases = (NONE, ONE)
    for line, found in zip(cases, each_verdict(*NET, r"$S = \{1, 3\} \not= \{1, 2\}$.", lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize(
    "case",
    [
        "if $i$ is not $k$",
        "where $i$ is not $k$",
        "if $i$ isn't $k$",
        r"for $i \not= k$",
        "wenn $i$ nicht $k$ ist",
        "si $i$ n'est pas $k$",
    ],
)
def test_letters_that_words_tell_apart(case: str) -> None:
    page = (NET[0], r"$$ L = \frac12 \sum_{i=1}^{3} (y_i - t_i)^2 $$")
    assert each_verdict(
        *page,
        lines=[
            rf"$$ \frac{{\partial y_i}}{{\partial w_{{kj}}}} = 0 $$ {case}.",
            rf"$$ \frac{{\partial y_i}}{{\partial w_{{kj}}}} = x_j $$ {case}.",
        ],
    ) == ["right", "wrong"]
