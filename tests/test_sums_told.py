r"""Conditions and words beside a line that can only be about what its sums run over."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv import Options

SOFTMAX = (
    r"$$ z_m = \sum_d v_{md} x_d, \quad p_m = \frac{e^{z_m}}{\sum_n e^{z_n}}, \quad C = -\sum_m q_m \log p_m $$"
    + "\n\n"
)
LINEAR = r"$$ o_n = \sum_d w_d x_{nd}, \quad C = \frac12 \sum_{n=1}^N (o_n - t_n)^2 $$" + "\n\n"
STEPS = r"$$ s_t = f(a s_{t-1} + b x_t), \quad C = \sum_{t=1}^T (s_t - y_t)^2, \quad s_0 = 0 $$" + "\n\n"
OTHERS = r"\frac{\partial C}{\partial z_m} = -q_m (1 - p_m) + \sum_n q_n p_m"
ALL = r"\frac{\partial C}{\partial z_m} = -q_m + \sum_n q_n p_m"
BY_W = r"\frac{\partial C}{\partial w_d} = \sum_n (o_n - t_n) x_{nd}"
LATER = r"\frac{\partial C}{\partial s_u} = 2 (s_u - y_u) + \sum_t 2 (s_t - y_t) \frac{\partial s_t}{\partial s_u}"


def verdicts(page: str) -> list[str]:
    """The verdicts on the claims of a page."""
    report = sd.check(page, options=Options(reasons=False))
    return [c.data()["verdict"] for c in report.claims]


@pytest.mark.parametrize("line", [OTHERS, ALL])
@pytest.mark.parametrize("beside", [r"\quad (n \ne m)", r", \quad n \neq m"])
def test_a_condition_on_the_letter_of_a_sum_is_about_the_sum(line: str, beside: str) -> None:
    """The one line is true with it, the other one without it: neither is judged as if nothing stood there."""
    assert verdicts(f"{SOFTMAX}$$ {line} {beside} $$") == ["unproved"]


def test_a_condition_that_says_no_more_than_the_sum() -> None:
    """Nothing is kept out, or the sum says so itself."""
    assert verdicts(rf"{LINEAR}$$ {BY_W}, \quad n = 1, \dots, N $$") == ["right"]
    told = OTHERS.replace(r"\sum_n q", r"\sum_{n \ne m} q")
    assert verdicts(rf"{SOFTMAX}$$ {told} \quad (n \ne m) $$") == ["right"]
    assert verdicts(rf"{SOFTMAX}$$ {told} $$ where the sum runs over the other classes.") == ["right"]
    assert verdicts(rf"{SOFTMAX}$$ {told.replace('+', '-')} \quad (n \ne m) $$") == ["wrong"]


def test_a_line_that_is_wrong_either_way() -> None:
    """It is wrong with the condition in the sum, and without."""
    assert verdicts(rf"{SOFTMAX}$$ {ALL.replace('-q_m', 'q_m')} \quad (n \ne m) $$") == ["wrong"]
    assert verdicts(rf"{SOFTMAX}$$ {OTHERS} \quad (n = 2, \dots, M) $$") == ["wrong"]
    assert verdicts(rf"{SOFTMAX}$$ {ALL} \quad (n = 2, \dots, M) $$") == ["unproved"]


WORDS = [
    "where the sum runs over the other classes.",
    "Here $n$ ranges over all classes but $m$.",
    "(the sum leaves out $m$)",
    "where $n$ is never $m$.",
    "wobei $n$ alle Klassen außer $m$ durchläuft.",
    "ただし $n$ は $m$ 以外のクラスを動く。",
    "其中 $n$ 取遍除 $m$ 以外的类别。",
    "where the sum is over $n \\ne m$.",
]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("line", [OTHERS, ALL])
def test_words_that_restrict_a_sum(line: str, words: str) -> None:
    """They are not used, so the line is open."""
    assert verdicts(f"{SOFTMAX}$$ {line} $$ {words}") == ["unproved"]


@pytest.mark.parametrize(
    "words",
    [
        "where $n$ runs over the test set.",
        "(only odd $n$)",
        "ohne das erste Beispiel.",
        "（最初のデータを除く）",
        "（第一个样本除外）",
        "\n\nThe sum is over the last ten examples only.",
    ],
)
def test_words_that_leave_examples_out(words: str) -> None:
    """A line that is right for all examples is not known to be so for others."""
    assert verdicts(f"{LINEAR}$$ {BY_W} $$ {words}") == ["unproved"]


@pytest.mark.parametrize(
    "words",
    [
        "where the sum is over all examples.",
        "where the sum runs over all $n$.",
        "where $n$ numbers the examples.",
        "where $n$ runs from $1$ to $N$.",
        "Here $n$ runs over the training data.",
        "ここで和はすべてのデータについてとる。",
        "其中求和遍历所有样本。",
        "wobei über alle Beispiele summiert wird.",
        "Summing over the other index gives nothing new since it is zero.",
    ],
)
def test_words_that_say_no_more_than_the_formula(words: str) -> None:
    """They open nothing."""
    assert verdicts(f"{LINEAR}$$ {BY_W} $$ {words}") == ["right"]
    assert verdicts(f"{LINEAR}$$ {BY_W.replace('o_n - t_n', 'o_n + t_n')} $$ {words}") == ["wrong"]


def test_the_sentence_before_the_display() -> None:
    """It may say it of the sum below."""
    below = "The sum below runs over the other classes."
    assert verdicts(f"{SOFTMAX}{below}\n\n$$ {OTHERS} $$") == ["unproved"]
    assert verdicts(f"{SOFTMAX}Summing over all classes we get\n\n$$ {ALL} $$") == ["right"]


@pytest.mark.parametrize(
    "words", ["where $t$ runs from $u+1$ to $T$.", "wobei $t$ von $u+1$ bis $T$ läuft.", "The sum is over later times."]
)
def test_a_range_that_begins_at_an_index(words: str) -> None:
    """It is no range of the letter on the page, and not known to be that of the sum."""
    assert verdicts(f"{STEPS}$$ {LATER} $$ {words}") == ["unproved"]


def test_what_is_said_of_the_display_above() -> None:
    """It is not said of the next one."""
    by_b = r"\frac{\partial C}{\partial b} = \sum_t \frac{\partial C}{\partial s_t} f'(a s_{t-1} + b x_t) x_t"
    by_a = r"\frac{\partial C}{\partial a} = \sum_t \frac{\partial C}{\partial s_t} f'(a s_{t-1} + b x_t) s_{t-1}"
    assert verdicts(f"{STEPS}$$ {by_b} $$ where $t$ starts at 2.\n$$ {by_a} $$") == ["unproved", "right"]
    assert verdicts(f"{STEPS}$$ {by_b} $$ (over odd $t$)\n$$ {by_a} $$") == ["unproved", "right"]


def test_a_range_of_a_sum_is_none_of_the_page() -> None:
    """The states are defined at all times, whatever the sum runs over."""
    by_b = r"\frac{\partial C}{\partial b} = \sum_t \frac{\partial C}{\partial s_t} f'(a s_{t-1} + b x_t) x_t"
    whole = r"\frac{\partial C}{\partial s_u} = \sum_t 2 (s_t - y_t) \frac{\partial s_t}{\partial s_u}"
    assert verdicts(f"{STEPS}$$ {by_b} $$\n$$ {whole} $$ where $t$ runs from $u$ to $T$.") == ["right", "right"]
