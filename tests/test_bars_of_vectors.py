r"""Single bars around what stands under an arrow, `|\vec{x}_a - \vec{x}_b|`, are lengths; cases in parentheses."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv import read_network

RANGES = "For $a, b = 1, \\dots, N$:"
HEAD = (RANGES, r"$$ \vec{x}_{ab} = \vec{x}_a - \vec{x}_b $$")
POTENTIAL = r"$$ U = \sum_a \sum_{b \neq a} q_a q_b \frac{1}{x_{ab}} $$"
LENGTHS = [r"|\vec{x}_a - \vec{x}_b|", r"\left| \vec{x}_a - \vec{x}_b \right|", r"\lvert\vec{x_a} - \vec{x_b}\rvert"]
FORCE = r"$$ \frac{\partial U}{\partial \vec{x}_a} = "


@pytest.mark.parametrize("length", LENGTHS)
def test_a_potential_of_distances(length: str) -> None:
    net = (*HEAD, f"$$ x_{{ab}} = {length} $$", POTENTIAL)
    assert each_verdict(
        *net,
        lines=[
            FORCE + r"-2 q_a \sum_{b \neq a} \frac{q_b}{x_{ab}^3} \vec{x}_{ab} $$",
            FORCE + r"-2 q_a \sum_{b \neq a} \frac{q_b}{x_{ab}^2} \frac{\vec{x}_{ab}}{x_{ab}} $$",
            FORCE + r"-2 q_a \sum_{b \neq a} \frac{q_b}{x_{ab}^2} \vec{x}_{ab} $$",
            FORCE + r"-q_a \sum_{b \neq a} \frac{q_b}{x_{ab}^3} \vec{x}_{ab} $$",
            FORCE + r"2 q_a \sum_{b \neq a} \frac{q_b}{x_{ab}^3} \vec{x}_{ab} $$",
        ],
    ) == ["right", "right", "wrong", "wrong", "wrong"]


@pytest.mark.parametrize("beside", ["( a \\neq b )", "($a \\ne b$)", "(a ≠ b).", "(a != b)"])
def test_a_distance_apart_from_0(beside: str) -> None:
    net = (*HEAD, f"$$ x_{{ab}} = {LENGTHS[0]} $$", POTENTIAL)
    line = r"$$ \frac{\partial x_{ab}}{\partial \vec{x}_a} = "
    assert each_verdict(
        *net,
        lines=[
            line + rf"\frac{{\vec{{x}}_{{ab}}}}{{x_{{ab}}}} $$ {beside}",
            line + rf"-\frac{{\vec{{x}}_{{ab}}}}{{x_{{ab}}}} $$ {beside}",
            line + rf"\vec{{x}}_{{ab}} $$ {beside}",
        ],
    ) == ["right", "wrong", "wrong"]


def test_a_length_is_no_absolute_value() -> None:
    """A direction does not change along a line only: with a single entry the first of these would be right."""
    net = (*HEAD, f"$$ x_{{ab}} = {LENGTHS[0]} $$", POTENTIAL)
    turned = r"$$ \frac{\partial}{\partial \vec{x}_a} \frac{\vec{x}_{ab}}{x_{ab}} = 0 $$ ($a \neq b$)"
    assert verdict(*net, turned) != "right"


def test_lengths_are_told_by_no_numbers_of_pairs() -> None:
    r"""The N numbers `x_{ab}` are no entries of `\vec{x}_a`."""
    page = "\n\n".join((*HEAD, f"$$ x_{{ab}} = {LENGTHS[0]} $$", POTENTIAL))
    assert len(read_network(page).system.sizes) == 2


@pytest.mark.parametrize("words", ["The L1 penalty.", "Its absolute value counts.", "The one-norm."])
def test_bars_that_may_add_up_absolute_values(words: str) -> None:
    net = r"$$ E = \frac12 (\vec{w} - \vec{t})^2 + c |\vec{w}| $$"
    line = r"$$ \frac{\partial E}{\partial \vec{w}} = \vec{w} - \vec{t} + c \operatorname{sign}(\vec{w}) $$"
    assert verdict(words, net, line) != "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"where $|\vec{x}|$ is how many values the sample has.",
        r"Here $\vec{x}$ is a set of numbers; its size is $|\vec{x}|$.",
        r"$|\vec{x}|$ は要素数である。",
        r"Dabei ist $|\vec{x}|$ die Anzahl der Werte.",
    ],
)
@pytest.mark.parametrize("result", ["m", "2 m + x_1"])
def test_bars_that_may_count(said: str, result: str) -> None:
    """Nothing that is made with them is judged either."""
    net = (r"$$ m = \frac{1}{|\vec{x}|} \sum_i x_i $$", said, rf"$$ z = {result} $$")
    cases = (
        r"\frac{\partial m}{\partial x_k} = \frac{1}{|\vec{x}|}",
        r"\frac{\partial m}{\partial x_k} = \frac{1}{|\vec{x}|} - \frac{x_k}{|\vec{x}|^3} \sum_i x_i",
        r"\frac{\partial z}{\partial x_1} = 1",
        r"\frac{\partial z}{\partial m} = 2",
    )
    for line, found in zip(cases, each_verdict(*net, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize(
    ("net", "by"),
    [
        (r"The $L^1$ penalty is $R = \lambda |\vec{w}|$.", "w_i"),
        (r"The penalty is $R = \lambda |\vec{w}|$, with its subgradient.", "w_i"),
        (r"The penalty is $R = \lambda |\vec{w}|$.", "w_i"),
        (r"With the $i$-th entry $\vec{w}_i$: $R = \lambda \sum_{i=1}^n |\vec{w}_i|$.", r"\vec{w}_i"),
        (r"Of the vector $\vec{w}$: $R = \lambda \sum_{i=1}^n |\vec{w}_i|$.", r"\vec{w}_i"),
    ],
)
def test_bars_that_may_be_absolute_values(net: str, by: str) -> None:
    sign = rf"$$ \frac{{\partial R}}{{\partial {by}}} = \lambda \operatorname{{sign}}({by}) $$"
    length = rf"$$ \frac{{\partial R}}{{\partial {by}}} = \lambda \frac{{{by}}}{{\sqrt{{\sum_j w_j^2}}}} $$"
    assert verdict(net, sign) not in ("right", "wrong")
    assert verdict(net, sign, length) not in ("right", "wrong")


def test_a_label_below_bars() -> None:
    net = r"$$ z = \vec{w}^T \vec{x} $$", r"$$ E = \frac12 (z - t)^2 + c |\vec{w}|_1 $$"
    line = r"$$ \frac{\partial E}{\partial \vec{w}} = (z - t) \vec{x} + c "
    assert verdict(*net, line + r"\operatorname{sign}(\vec{w}) $$") == "right"
    assert verdict(*net, line + r"\frac{\vec{w}}{|\vec{w}|} $$") == "wrong"
    assert verdict(net[0], net[1].replace("_1", ""), line + r"\frac{\vec{w}}{|\vec{w}|} $$") == "right"


SOFTMAX = (r"For $i, j, k = 1, \dots, n$:", r"$$ p_i = \frac{e^{z_i}}{\sum_k e^{z_k}} $$")


@pytest.mark.parametrize("sign", [r"\neq", r"\ne", "≠", "!="])
def test_a_case_alone_in_parentheses(sign: str) -> None:
    other, same = r"\frac{\partial p_i}{\partial z_j} = -p_i p_j", r"\frac{\partial p_i}{\partial z_j} = p_i (1 - p_i)"
    assert each_verdict(
        *SOFTMAX,
        lines=[
            f"$$ {other} $$ (i {sign} j)",
            rf"\[ {other} \] ( i {sign} j ).",
            f"$$ {same} $$ (i = j)",
            f"$$ {same} $$ (i {sign} j)",
            f"$$ {other} $$ (i = j)",
        ],
    ) == ["right", "right", "right", "wrong", "wrong"]


@pytest.mark.parametrize("behind", ["(unless i = j)", "(i \\neq j is left out)", "(i)", "(i \\neq j) is excluded."])
def test_more_in_parentheses_is_no_case(behind: str) -> None:
    assert verdict(*SOFTMAX, rf"$$ \frac{{\partial p_i}}{{\partial z_j}} = -p_i p_j $$ {behind}") != "right"


@pytest.mark.parametrize(
    ("said", "line", "expected"),
    [
        (r"Let $|\mathbf{x}|$ be the number of elements of $\mathbf{x}$.", r"\frac{2m}{|\mathbf{x}|}", "unreadable"),
        (r"Hier ist $|\mathbf{x}|$ die Anzahl der Einträge.", r"\frac{2m}{|\mathbf{x}|}", "unreadable"),
        (r"Let $|\mathbf{x}|$ be the number of elements of $\mathbf{x}$.", r"\frac{2m}{n}", "unreadable"),
    ],
)
def test_bars_around_a_letter_in_bold_beside_words_that_count(said: str, line: str, expected: str) -> None:
    net = r"$$ m = \frac{1}{|\mathbf{x}|} \sum_{i=1}^{n} x_i $$ $$ E = m^2 $$"
    assert verdict(said, net, rf"$$ \frac{{\partial E}}{{\partial x_i}} = {line} $$") == expected


def test_bars_around_a_letter_in_bold_are_read_where_nothing_counts() -> None:
    net = r"$\mathbf{x} \in \mathbb{R}^n$. $$ E = |\mathbf{x}|^2 $$"
    assert each_verdict(
        net, lines=[r"$$ \frac{\partial E}{\partial x_i} = 2 x_i $$", r"$$ \frac{\partial E}{\partial x_i} = x_i $$"]
    ) == ["right", "wrong"]
