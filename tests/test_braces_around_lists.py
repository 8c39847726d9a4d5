r"""Braces around all of a parenthesis, `G\left( {x, c} \right)`; sets of the entries of their left side."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""The examples are $x^n = \left\{ {x_1^n, x_2^n, \cdots, x_D^n} \right\}$ for $n = 1, \dots, N$.

$$ \left\| {x^n - m^k} \right\|^2 = \sum_{d=1}^{D} (x_d^n - m_d^k)^2 $$

$$ G\left( { {x^n},{m^k}} \right) = \exp \left( { - \left\| {x^n - m^k} \right\|^2} \right) $$

$$ u^n = \sum_{k=1}^{K} v^k G\left( { {x^n},{m^k}} \right) $$

$$ E = \frac12 \sum_{n=1}^{N} (u^n - t^n)^2 $$
"""
SLOPE = r"\frac{\partial E}{\partial v^k} = \sum_{n=1}^{N} (u^n - t^n) G\left( { {x^n},{m^k}} \right)"
INNER = r"\frac{\partial u^n}{\partial m_d^k} = 2 v^k G\left( { {x^n},{m^k}} \right) (x_d^n - m_d^k)"


def judged(*lines: str, page: str = PAGE) -> list[str]:
    """The judgements of the lines behind the network that differentiate."""
    report = sd.check(page + "".join(f"\n$$ {line} $$\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_the_braces_hold_nothing_together() -> None:
    assert judged(SLOPE, INNER) == ["right", "right"]
    assert judged(SLOPE.replace("u^n - t^n", "t^n - u^n"), INNER.replace("= 2 v^k", "= v^k")) == ["wrong", "wrong"]
    assert judged(INNER.replace("x_d^n - m_d^k", "m_d^k - x_d^n")) == ["wrong"]


def test_a_set_of_other_things_still_says_something() -> None:
    other = PAGE.replace("{x_1^n, x_2^n, \\cdots, x_D^n}", "{y_1^n, y_2^n, \\cdots, y_D^n}")
    assert judged(SLOPE, page=other) != ["right"]


def test_braces_within_a_list_stay() -> None:
    page = PAGE.replace("{ {x^n},{m^k}}", "{x^n},{m^k}")
    lines = [x.replace("{ {x^n},{m^k}}", "{x^n},{m^k}") for x in (SLOPE, INNER)]
    assert judged(*lines, page=page) == ["right", "right"]


SETS = r"""Every example is $x^n = \{x_1^n, x_2^n, \dots, x_D^n\}$, and $\mathbf{w} \in \mathbb{R}^{D}$.

$$ u^n = \sum_{d=1}^{D} w_d x_d^n $$ ( $n = 1, \dots, N$ )

$$ E = \frac12 \sum_{n=1}^N (u^n - t^n)^2 $$
"""


def test_a_set_of_what_an_example_has_is_a_vector() -> None:
    line = r"\frac{\partial E}{\partial \mathbf{w}} = \sum_{n=1}^N (u^n - t^n) x^n"
    assert judged(line, page=SETS) == ["right"]
    assert judged(line.replace(" - t^n", ""), page=SETS) == ["wrong"]


def test_a_set_of_matrices_is_none() -> None:
    page = SETS.replace(r"x^n = \{x_1^n, x_2^n, \dots, x_D^n\}", r"W^n = \{W_1^n, W_2^n, \dots, W_D^n\}")
    assert judged(r"\frac{\partial E}{\partial w_d} = \sum_{n=1}^N (u^n - t^n) x_d^n", page=page) != ["wrong"]
