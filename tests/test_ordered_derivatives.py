r"""Ordered derivatives: `\partial^+` is the total effect where a page says so, in words or by its chain rule; and names
with an underscore that is printed, `F\_x_i`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NUMBERED = r"$$ z_1 = a x, \quad z_2 = b z_1 + c x, \quad z_3 = z_1 z_2, \quad E = z_3^2 + z_1 $$"
RULE = (
    r"$$ \frac{\partial^+ E}{\partial z_1} = \frac{\partial E}{\partial z_1} + \frac{\partial^+ E}{\partial z_2}"
    r" \frac{\partial z_2}{\partial z_1} + \frac{\partial^+ E}{\partial z_3} \frac{\partial z_3}{\partial z_1} $$"
)
WORDS = "We write $F$ for the ordered derivatives, as opposed to the ordinary partial derivatives."
TOTAL = r"$$ \frac{\partial^+ E}{\partial z_1} = 1 + 2 z_3 (z_2 + b z_1) $$"
DIRECT = r"$$ \frac{\partial^+ E}{\partial z_1} = 1 $$"
PLAIN = r"$$ \frac{\partial E}{\partial z_1} = 1 $$"


@pytest.mark.parametrize("said", [RULE, WORDS])
def test_the_plus_is_the_total_effect_where_a_page_says_so(said: str) -> None:
    assert each_verdict(
        NUMBERED, said, lines=[TOTAL, DIRECT, RULE, RULE.replace(r"\frac{\partial E}{\partial z_1} + ", "")]
    ) == ["right", "wrong", "right", "wrong"]
    assert each_verdict(NUMBERED, said, TOTAL, lines=[PLAIN, PLAIN.replace("= 1", r"= 1 + 2 z_3 (z_2 + b z_1)")]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "",
        RULE.replace(" + ", " - "),
        r"Here $\partial^+$ is the immediate derivative, not the ordered derivative of others.",
        r"$$ \frac{\partial E}{\partial z_1} = \frac{\partial^+ E}{\partial z_1} + \frac{\partial E}{\partial z_3}"
        r" \frac{\partial z_3}{\partial z_1} $$",
    ],
)
def test_elsewhere_it_is_the_direct_one(said: str) -> None:
    assert each_verdict(NUMBERED, said, lines=[DIRECT, TOTAL]) == ["right", "wrong"]


def test_without_a_word_what_has_no_plus_is_open() -> None:
    said = "Ordered derivatives are written with a plus."
    assert verdict(NUMBERED, said, TOTAL) == "right"
    assert each_verdict(NUMBERED, said, TOTAL, lines=[PLAIN, PLAIN.replace("= 1", r"= 1 + 2 z_3 (z_2 + b z_1)")]) == [
        "unreadable",
        "unreadable",
    ]


@pytest.mark.parametrize(
    "said",
    [
        r"We write $\partial^+$ for the ordered derivative.",
        "We use ordered derivatives. The ordinary partial derivative holds the others fixed.",
    ],
)
def test_what_a_page_without_a_plus_speaks_of(said: str) -> None:
    through = PLAIN.replace("= 1", r"= 1 + 2 z_3 (z_2 + b z_1)")
    found = each_verdict(NUMBERED, said, lines=[through, PLAIN])
    assert found[0] in ("unreadable", "wrong")
    assert found[1] in ("unreadable", "right")


@pytest.mark.parametrize(
    "said",
    [
        r"We write $\partial^+$ for ordered derivatives; what has no plus is the direct derivative.",
        r"The term $\partial^+ E$ is the immediate part of the ordered derivative.",
    ],
)
def test_words_for_both_leave_open_which_has_the_plus(said: str) -> None:
    assert {verdict(NUMBERED, said, line) for line in (TOTAL, DIRECT, PLAIN)} == {"unreadable"}
    assert each_verdict(NUMBERED, said, RULE, lines=[TOTAL, DIRECT]) == ["right", "wrong"]


SIZES = "$m < N$"
NET = r"""$$ net_i = \sum_{j=1}^{i-1} W_{ij} x_j, \quad m < i \le N+n $$

$$ x_i = \tanh(net_i), \quad m < i \le N+n $$

$$ x_i = X_i, \quad 1 \le i \le m $$

$$ E = \frac12 \sum_{i=1}^n (x_{i+N} - Y_i)^2 $$"""
THROUGH = (
    r"$$ \frac{\partial^+ E}{\partial x_i} = \sum_{j=i+1}^{N+n} \frac{\partial^+ E}{\partial x_j}"
    r" \frac{\partial x_j}{\partial x_i}, \quad m < i \le N $$"
)


def test_a_direct_effect_goes_through_what_a_name_is_made_of() -> None:
    assert each_verdict(
        WORDS, SIZES, NET, lines=[THROUGH, THROUGH.replace("sum_{j=i+1}^{N+n}", "sum_{j=i+2}^{N+n}")]
    ) == ["right", "wrong"]


NAMED = r"$$ F\_x_i = \frac{\partial E}{\partial x_i}, \quad F\_\hat{W}_{ij} = \frac{\partial E}{\partial W_{ij}} $$"
LAYER = r"$$ x_i = \sum_{j=1}^n W_{ij} u_j, \quad E = \sum_{i=1}^m (x_i - t_i)^2 $$"


def test_names_with_a_printed_underscore() -> None:
    named = NAMED.replace(r"\hat{W}", "W")
    assert each_verdict(
        LAYER, named, lines=[r"$$ F\_W_{ij} = F\_x_i u_j = 2 (x_i - t_i) u_j $$", r"$$ F\_W_{ij} = x_i u_j $$"]
    ) == ["right", "wrong"]
    found = each_verdict(
        LAYER, NAMED, lines=[r"$$ F\_\hat{W}_{ij} = F\_x_i u_j $$", r"$$ F\_\hat{W}_{ij} = F\_x_j u_j $$"]
    )
    assert found[0] == "right"
    assert found[1] != "right"


def test_an_underscore_that_is_escaped_is_a_script() -> None:
    layer = LAYER.replace("_i", r"\_i").replace("_j", r"\_j")
    found = each_verdict(
        layer,
        lines=[
            r"$$ \frac{\partial E}{\partial x\_i} = 2 (x\_i - t\_i) $$",
            r"$$ \frac{\partial E}{\partial x\_i} = 2 x\_i u_i $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
