r"""One pass of a cell whose gates carry no step, `a = s_{t-1} R + q`, `u = \sigma(a)`, `s_t = u \odot m_t`.

By hand, with `E = \frac12 \sum_i (s_{t,i} - y_i)^2`, the derivative by `m_t` is `(s_t - y) u (1 - \tanh^2(m_t))`.
Were `s_{t-1}` made of the same R, that by R would have more terms: words alone make such lines right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from .judging import each_verdict, verdict

SHAPES = (
    r"$s_t, s_{t-1}, m_t, m_{t-1}, y, x, q, v \in \mathbb{R}^{1 \times n}$, $R, V \in \mathbb{R}^{n \times n}$,"
    r" $\sigma$ is the sigmoid and $\odot$ the product by entries."
)
CELL = (
    r"$$a = s_{t-1} R + q$$",
    r"$$u = \sigma(a)$$",
    r"$$r = s_{t-1} V + v$$",
    r"$$m_t = u \odot m_{t-1} + x \odot r$$",
    r"$$s_t = u \odot \tanh(m_t)$$",
    r"$$E = \frac{1}{2} (s_t - y) (s_t - y)^T$$",
)
ONE = "We look at a single time step."
BY_MEMORY = r"$$\frac{\partial E}{\partial m_t} = \frac{\partial E}{\partial s_t} \odot u %s$$"
BY_STATE = (
    r"$$\frac{\partial E}{\partial s_{t-1}} = \frac{\partial E}{\partial a} R^T"
    r" %s \frac{\partial E}{\partial r} V^T$$"
)
BY_WEIGHTS = r"$$\frac{\partial E}{\partial R} = %s^T \frac{\partial E}{\partial a}$$"
BY_MEMORY_BEFORE = r"$$\frac{\partial E}{\partial m_{t-1}} = \frac{\partial E}{\partial m_t} \odot %s$$"


def _of_cell(*lines: str, said: str = "") -> str:
    return verdict(SHAPES, *((said,) if said else ()), *CELL, *lines)


def _each_of_cell(*, lines: Iterable[str], said: str = "") -> list[str]:
    return each_verdict(SHAPES, *((said,) if said else ()), *CELL, lines=lines)


def test_a_step_within_the_cell() -> None:
    assert _each_of_cell(
        lines=[
            BY_MEMORY % r"\odot (1 - \tanh^2(m_t))",
            BY_MEMORY % r"\odot (1 - s_t^2)",
            BY_MEMORY % "",
            BY_STATE % "+",
            BY_STATE % "-",
        ]
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def _assert_data_before(said: str) -> None:
    """What comes from the step before is given: the line is right that differentiates this step alone."""
    assert _each_of_cell(
        said=said, lines=[BY_WEIGHTS % "s_{t-1}", BY_WEIGHTS % "s_t", BY_MEMORY_BEFORE % "u", BY_MEMORY_BEFORE % "x"]
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize("said", [ONE, "한 시점 $t$ 만 본다.", "1ステップだけを考える。", "这里只考虑单个时间步。"])
def test_weights_where_words_say_that_there_is_one_step(said: str) -> None:
    _assert_data_before(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "We do not look at a single time step.",
        "First we look at a single time step, then at the whole sequence.",
        "We take the gradient in one step of size 1.",
        "All steps share $R$.",
        "한 시점만 보지 않는다.",
        "We look at a single time step. Now let the same cell run over the whole sequence.",
        "At a single time step we have this. Each time step has one input. After the last one there is an error.",
        "The cell at one time step. The network is unrolled, and the weights are shared.",
        "We look at a single time step. What stands before it came out of this very cell.",
        "The error at a single time step $t$ is $E$.",
        "1ステップだけを考える。重みは全時刻で共有される。",
        "这里只考虑单个时间步。权重在序列上共享。",
        "한 시점 $t$ 만 본다. 가중치는 모든 시점에서 공유된다.",
    ],
)
def test_the_state_before_may_be_made_of_the_same(said: str) -> None:
    cases = (BY_WEIGHTS % "s_{t-1}", BY_WEIGHTS % "s_t", BY_MEMORY_BEFORE % "u", BY_MEMORY_BEFORE % "x")
    for line, found in zip(cases, _each_of_cell(said=said, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


GIVEN = "The states $s_{t-1}$ and $m_{t-1}$ are given to the cell."


@pytest.mark.parametrize(
    "said",
    [
        GIVEN,
        "The inputs $x$, $s_{t-1}$ and $m_{t-1}$ are given.",
        "Here $s_{t-1}$ and $m_{t-1}$ are constants.",
        "$s_{t-1}$ und $m_{t-1}$ sind gegeben.",
        "$s_{t-1}$ と $m_{t-1}$ は与えられている。",
    ],
)
def test_weights_where_words_call_what_comes_from_before_given(said: str) -> None:
    _assert_data_before(said)


@pytest.mark.parametrize(
    "said",
    [
        "The states $s_{t-1}$ and $m_{t-1}$ are not given.",
        "The states $s_{t-1}$ and $m_{t-1}$ are given by the cell itself.",
        "If $s_{t-1}$ and $m_{t-1}$ are given, this is easy.",
        "The states $s_{t-1}$ and $m_{t-1}$ are given. They come out of this very cell.",
        "The states $s_{t-1}$ and $m_{t-1}$ are given. All steps share $R$.",
        "The states $s_t$ and $m_t$ are given.",
        "The norms of $s_{t-1}$ and $m_{t-1}$ are given.",
        "The states $s_{t-1}$ and $m_{t-1}$ are inputs of the cell.",
        "Are $s_{t-1}$ and $m_{t-1}$ given?",
        "The states $s_{t-1}$ and $m_{t-1}$ are given by $R$.",
    ],
)
def test_what_comes_from_before_is_not_given(said: str) -> None:
    cases = (BY_WEIGHTS % "s_{t-1}", BY_WEIGHTS % "s_t", BY_MEMORY_BEFORE % "u", BY_MEMORY_BEFORE % "x")
    for line, found in zip(cases, _each_of_cell(said=said, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


SQUASHED = (
    GIVEN,
    "%s",
    r"$$a = v s_{t-1} + r x_t$$",
    r"$$u = \sigma(a)$$",
    r"$$m_t = u m_{t-1} + q$$",
    r"$$s_t = u \tanh(m_t)$$",
    r"$$E = \frac{1}{2} (s_t - y)^2$$",
    "%s",
)
"""A cell of numbers, with the definition of its function."""
BY_INPUT = r"$$\frac{\partial E}{\partial r} = (s_t - y) (\tanh(m_t) + u (1 - \tanh^2(m_t)) m_{t-1}) \sigma'(a) %s$$"


def _of_numbers(said: str, line: str) -> str:
    return verdict("\n\n".join(SQUASHED) % (said, line))


@pytest.mark.parametrize(
    "said",
    [
        r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$",
        r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$" "\n\n" r"$$\sigma'(x) = \sigma(x) (1 - \sigma(x))$$",
        r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$" "\n\n" r"$$\frac{d \sigma(x)}{d x} = \sigma(x) (1 - \sigma(x))$$",
        r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$" "\n\n" r"$$\frac{d}{d x} \log \sigma(x) = 1 - \sigma(x)$$",
    ],
)
def test_the_letter_of_a_function_is_no_step_left_out(said: str) -> None:
    assert _of_numbers(said, BY_INPUT % "x_t") == "right"
    assert _of_numbers(said, BY_INPUT % "s_{t-1}") == "wrong"
    assert _of_numbers(said.replace("(x)", "(z)").replace("{-x}", "{-z}").replace("d x", "d z"), BY_INPUT % "x_t") == (
        "right"
    )


@pytest.mark.parametrize("said", [r"$$Q(x) = 3 x^2$$", r"$$p = x + 1$$"])
def test_a_letter_that_may_be_that_of_the_step(said: str) -> None:
    """A function of that letter alone may be one of what the page has at the step."""
    for by in ("x_t", "s_{t-1}"):
        assert _of_numbers(r"$$\sigma(z) = \frac{1}{1 + e^{-z}}$$" + "\n\n" + said, BY_INPUT % by) != (
            "right" if by == "s_{t-1}" else "wrong"
        )


@pytest.mark.parametrize(
    "line",
    [
        r"$$s_0 = x$$",
        r"for $t = 1, \dots, T$",
        r"$$Q = \sum_{t=1}^{T} p_t$$",
    ],
)
def test_a_page_with_other_steps_is_about_no_single_one(line: str) -> None:
    cases = ("s_{t-1}", "s_t")
    for by, found in zip(
        cases, each_verdict(SHAPES, ONE, line, *CELL, lines=[BY_WEIGHTS % by for by in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), by


def test_gates_that_carry_the_step_are_a_recurrence() -> None:
    page = (r"$$s_t = \tanh(s_{t-1} R + x)$$", r"$$g = s_{t-1} V$$", r"$$E = (s_t - y) (s_t - y)^T + g g^T$$")
    line = r"$$\frac{\partial E}{\partial R} = 2 s_{t-1}^T ((s_t - y) \odot (1 - s_t^2))$$"
    assert verdict(SHAPES, ONE, *page, line) != "right"
