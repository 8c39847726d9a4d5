r"""Densities and probabilities written as functions: `g(y, \mu, \sigma)`, `g_i(\xi, \mathbf{w}^i)`, `\Pr\{y = 1\}`."""

from __future__ import annotations

import pytest

from .judging import verdict

NORMAL = r"$$ q(y, \mu, \sigma) = \frac{1}{\sqrt{2 \pi} \sigma} e^{-(y - \mu)^2 / 2 \sigma^2} $$"
UNITS = r"$$ s_i = \sum_{j=1}^{n} w_{ij} x_j, \qquad p_i = \frac{1}{1 + e^{-s_i}} $$ ( $1 \le i \le m$ )"
MASS = r"$$ g_i(\xi) = \begin{cases} 1 - p_i & \text{if } \xi = 0 \\ p_i & \text{if } \xi = 1 \end{cases} $$"
SHOWN = MASS.replace(r"(\xi)", r"(\xi, \mathbf{w}^i, \mathbf{x})")
EXPECTED = r"$$ E\{ r \mid \mathbf{w}^i \} = \sum_{\xi \in \{0, 1\}} r_\xi g_i(\xi) $$"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (r"\frac{\partial \ln q}{\partial \mu} = \frac{y - \mu}{\sigma^2}", "right"),
        (r"\frac{\partial \ln q}{\partial \mu} = (y - \mu) \sigma^2", "wrong"),
        (r"\frac{\partial \ln q}{\partial \sigma} = \frac{(y - \mu)^2 - \sigma^2}{\sigma^3}", "right"),
        (r"\frac{\partial \ln q}{\partial \sigma} = \frac{(y - \mu)^2 - \sigma^2}{\sigma^2}", "wrong"),
        (r"\frac{\partial q}{\partial \mu} = q(y, \mu, \sigma) \frac{y - \mu}{\sigma^2}", "right"),
        (r"\frac{\partial q}{\partial y} = q \frac{y - \mu}{\sigma^2}", "wrong"),
    ],
)
def test_a_function_of_numbers_differentiated_without_them_is_its_value(line: str, told: str) -> None:
    assert verdict(NORMAL, f"$$ {line} $$") == told


def test_applied_to_other_numbers_it_stays_a_function() -> None:
    line = r"$$ \frac{\partial z}{\partial a} = \frac{2 a}{b + 1} $$"
    assert verdict(r"$$ q(a, b) = \frac{a^2}{b + 1}, \quad z = q(b, a) $$", line) == "wrong"
    assert verdict(r"$$ q(a, b) = \frac{a^2}{b + 1}, \quad z = q(a, b) $$", line) == "right"


@pytest.mark.parametrize(
    ("exponent", "slope", "told"),
    [
        (r"\|x - c\|^2 / 2 s^2", r"-\frac{x_k - c_k}{s^2} h", "right"),
        (r"\|x - c\|^2 / 2 s^2", r"-(x_k - c_k) s^2 h", "wrong"),
        (r"\|x - c\|^2 / 2 b", r"-\frac{x_k - c_k}{b} h", "unproved"),
        (r"\|x - c\|^2 / 2 b", r"-(x_k - c_k) b h", "unproved"),
        (r"\|x - c\|^2 / 2 b", r"(x_k - c_k) b h", "wrong"),
        (r"\|x - c\|^2 / (2 b)", r"-\frac{x_k - c_k}{b} h", "right"),
        (r"\lambda / 2 \|x - c\|^2", r"-\lambda (x_k - c_k) h", "right"),
    ],
)
def test_a_square_is_divided_by_a_number_and_a_square(exponent: str, slope: str, told: str) -> None:
    told_of = r"Here $x, c \in \mathbb{R}^n$."
    assert (
        verdict(told_of, f"$$ h = e^{{-{exponent}}} $$", rf"$$ \frac{{\partial h}}{{\partial x_k}} = {slope} $$")
        == told
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (r"\frac{\partial R_i}{\partial w_{ij}} = (r_1 - r_0) p_i (1 - p_i) x_j", "right"),
        (r"\frac{\partial R_i}{\partial w_{ij}} = (r_1 + r_0) p_i (1 - p_i) x_j", "wrong"),
        (
            r"\frac{\partial R_i}{\partial w_{ij}} = \sum_{\xi \in \{0, 1\}} r_\xi"
            r" \frac{\partial g_i}{\partial w_{ij}}(\xi, \mathbf{w}^i, \mathbf{x})",
            "right",
        ),
        (
            r"\frac{\partial R_i}{\partial w_{ij}} = \sum_{\xi \in \{0, 1\}} (r_\xi - b)"
            r" g_i(\xi, \mathbf{w}^i, \mathbf{x})"
            r" \frac{\partial \ln g_i}{\partial w_{ij}}(\xi, \mathbf{w}^i, \mathbf{x})",
            "right",
        ),
        (r"\sum_{\xi \in \{0, 1\}} \frac{\partial g_i}{\partial w_{ij}}(\xi, \mathbf{w}^i, \mathbf{x}) = 0", "right"),
        (
            r"\sum_{\xi \in \{0, 1\}} \frac{\partial \ln g_i}{\partial w_{ij}}(\xi, \mathbf{w}^i, \mathbf{x}) = 0",
            "wrong",
        ),
    ],
)
@pytest.mark.parametrize("between", ["", r"\Pr\{ y_i = \xi \mid \mathbf{w}^i, \mathbf{x} \} = ", r"\Pr[y_i = \xi] = "])
def test_arrays_behind_the_argument_and_derivatives_at_it(between: str, line: str, told: str) -> None:
    mass = SHOWN.replace(r" = \begin", rf" = {between}\begin")
    value = r"$$ R_i = \sum_{\xi \in \{0, 1\}} r_\xi g_i(\xi, \mathbf{w}^i, \mathbf{x}) $$"
    assert verdict(UNITS, mass, value, f"$$ {line} $$") == told


def test_an_array_that_is_another_one_somewhere_says_more() -> None:
    other = r"$$ R_i = g_i(1, \mathbf{w}^i, \mathbf{x}) - g_i(0, \mathbf{v}^i, \mathbf{x}) $$"
    line = r"$$ \frac{\partial R_i}{\partial w_{ij}} = 2 p_i (1 - p_i) x_j $$"
    assert verdict(UNITS, SHOWN, other, line) != "right"


def test_derivatives_by_the_letter_of_the_function_stay_as_they_are() -> None:
    network = r"$$ \phi(z) = \frac{1}{1 + e^{-z}}, \quad p_i = \phi(s_i), \quad s_i = \sum_j w_{ij} x_j $$"
    line = r"$$ \frac{\partial p_i}{\partial s_i} = \frac{d \phi}{d z}(s_i) $$"
    assert verdict(network, line) == "right"
    assert verdict(network, line.replace("= ", "= 2 ")) == "wrong"


def test_expectations_in_braces() -> None:
    slope = r"$$ \frac{\partial E\{ r \mid \mathbf{w}^i \}}{\partial w_{ij}} = (r_1 %s r_0) p_i (1 - p_i) x_j $$"
    assert verdict(UNITS, MASS, EXPECTED, slope % "-") == "right"
    assert verdict(UNITS, MASS, EXPECTED, slope % "+") == "wrong"


@pytest.mark.parametrize(
    "words", ["We write $g_i$ for $g_i(y_i)$.", "In what follows we write $g_i$ instead of $g_i(y_i)$."]
)
def test_a_function_written_without_its_argument(words: str) -> None:
    data = r"The output is $y_i \in \{0, 1\}$."
    line = r"$$ \frac{\partial \ln g_i}{\partial w_{ij}} = (y_i - p_i) x_j $$"
    assert verdict(UNITS, data, MASS, words, line) == "right"
    assert verdict(UNITS, data, MASS, words, line.replace(r"\ln ", "")) == "wrong"
    assert verdict(UNITS, data, MASS, line) != "right"


def test_the_function_of_each_unit_said_at_its_own_argument() -> None:
    units = r"$$ s_i = \sum_{j=1}^{n} w_{ij} x_j $$ ( $1 \le i \le m$ )"
    told = r"$$ p_i = f_i(s_i), \qquad f_i(s_i) = \frac{1}{1 + e^{-s_i}} $$"
    line = r"$$ \frac{\partial p_i}{\partial w_{ij}} = f_i'(s_i) x_j = p_i (1 - p_i) x_j $$"
    assert verdict(units, told, line) == "right"
    assert verdict(units, told, line.replace("1 - p_i", "1 + p_i")) == "wrong"
    assert verdict(units, told.replace("f_i(s_i) =", "f_k(s_i) ="), line) != "right"


@pytest.mark.parametrize("beside", [r"s = \sum_{n=1}^N y_n^2", r"q_i = \sum_j w_{ij} x_j, \quad y_i = \tanh q_i"])
def test_numbers_in_the_letter_of_data(beside: str) -> None:
    density = r"$$ q(y, \mu) = e^{-(y - \mu)^2 / 2} $$"
    slope = r"$$ \frac{\partial \ln q}{\partial \mu} = y - \mu $$"
    assert verdict(f"$$ {beside} $$", density, slope) == "right"
    assert verdict(f"$$ {beside} $$", density, slope.replace(r"y - \mu", r"\mu - y")) == "wrong"


def test_an_array_in_the_letter_of_an_argument_is_no_number() -> None:
    beside = r"$$ s = \sum_{n=1}^N y_n^2 $$", r"$$ c = y^T y $$"
    density = r"$$ q(y, \mu) = e^{-(y - \mu)^2 / 2} $$"
    lines = r"$$ \frac{\partial c}{\partial y_n} = 2 y_n $$", r"$$ \frac{\partial \ln q}{\partial \mu} = y - \mu $$"
    assert verdict(*beside, density, *lines) != "right"


TWO = r"The reward is $a$ if $y_i = 1$ and $b$ if $y_i = 0$"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"{TWO}, two given numbers, and its mean is", "right"),
        (f"{TWO}. The mean is", "right"),
        (r"If $y_i = 0$, the mean is", "unproved"),
        (r"The reward is $a$ if $y_i = 1$, and then the mean is", "unproved"),
    ],
)
def test_two_values_with_their_cases_say_nothing_of_what_follows(words: str, told: str) -> None:
    mean = r"$$ R_i = a s_i + b $$"
    line = r"$$ \frac{\partial R_i}{\partial w_{ij}} = a x_j $$"
    assert verdict(r"$$ s_i = \sum_{j=1}^n w_{ij} x_j $$ ( $1 \le i \le m$ )", words, mean, line) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The reward baseline $b$ is a constant: it depends neither on $x$ nor on $w$.", "wrong"),
        ("The baseline $b$ is a constant.", "wrong"),
        ("The baseline $b$ is a constant: it is what the others are multiplied by.", "unproved"),
        ("The sum $b$ is a constant.", "unproved"),
        ("The derivative of $b$ is a constant.", "unproved"),
    ],
)
def test_constants_with_what_they_are_called(words: str, told: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w} = (y - b) x $$"
    assert verdict(r"$$ y = w x, \quad E = \frac12 (y - t)^2 $$", words, line) == told


def test_part_is_the_sign_of_derivatives() -> None:
    softmax = r"$$ y_k = \frac{e^{u_k}}{\sum_{j=1}^K e^{u_j}} $$"
    assert verdict(softmax, r"$$ \frac{\part y_j}{\part u_k} = y_j (\delta_{jk} - y_k) $$") == "right"
    assert verdict(softmax, r"$$ \frac{\part y_j}{\part u_k} = y_j (\delta_{jk} - y_j) $$") == "wrong"
