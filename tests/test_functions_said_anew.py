r"""Functions of one letter, one below the other: which of them is meant further down is open where it matters.

By hand: `(1/(1 + e^{-x}))' = f (1 - f)`, `\tanh' = 1 - \tanh^2`, `(x^3)' = 3x^2`, `(\sqrt x)' = 1/(2 \sqrt x)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SIGMOID = r"Sigmoid: $f(x) = \frac{1}{1 + e^{-x}}$"
TANH = r"Hyperbolic tangent: $f(x) = \tanh x$"
OF_SIGMOID = "$$f'(x) = f(x) (1 - f(x))$$"
OF_TANH = "$$f'(x) = 1 - f(x)^2$$"


def test_the_line_right_below_a_function_is_about_it() -> None:
    assert verdict(SIGMOID, OF_SIGMOID, TANH, OF_TANH) == "right"
    assert verdict(SIGMOID, OF_SIGMOID, TANH, OF_SIGMOID) == "wrong"
    assert verdict(SIGMOID, OF_SIGMOID, TANH, "$$f'(x) = 1 + f(x)^2$$") == "wrong"


def test_a_formula_of_the_function_above_is_open_below_another_one() -> None:
    assert verdict(SIGMOID, OF_SIGMOID, TANH, OF_TANH, OF_SIGMOID) == "unproved"
    gelu = r"GELU approximation: $f(x) = x \sigma(1.702 x)$"
    own = r"$$f'(x) = \sigma(1.702 x) + 1.702 x \sigma(1.702x) (1 - \sigma(1.702x))$$"
    swish = r"$$f'(x) = f(x) + \sigma(x) (1 - f(x))$$"
    assert verdict(r"The swish function: $$f(x) = x \sigma(x)$$", swish) == "right"
    assert verdict(r"The swish function: $$f(x) = x \sigma(x)$$", swish, gelu, own, swish) == "unproved"


LOSSES = (
    r"Squared loss: $\ell(z) = (1 - z)^2$",
    r"$$\ell'(z) = -2 (1 - z)$$",
    r"Exponential loss: $\ell(z) = e^{-z}$",
    r"$$\ell'(z) = -\ell(z)$$",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [(r"\ell'(z) = -e^{-z}", "unproved"), (r"\ell'(z) = -2 (1 - z)", "unproved"), (r"\ell'(z) = e^{-z}", "wrong")],
)
def test_a_second_line_below_the_second_function(line: str, expected: str) -> None:
    assert verdict(*LOSSES) == "right"
    assert verdict(*LOSSES, f"$${line}$$") == expected


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        (
            "Let $f(x) = x^3$.",
            r"Now take $f(x) = \sqrt{x}$.",
            (r"f'(x) = \frac{1}{2\sqrt{x}}", "f'(x) = 3x^2", r"f'(x) = \frac{1}{2 f(x)}"),
        ),
        (
            "(1) Let $g(x) = a x^2 + b$.",
            "(2) Let $g(x) = a e^{bx}$.",
            ("g'(x) = a b e^{bx}", "g'(x) = b g(x)", "g'(x) = 2 a x"),
        ),
    ],
)
def test_words_let_a_function_be_another_one(first: str, second: str, lines: tuple[str, ...]) -> None:
    for line in lines:
        assert verdict(first, second, f"$${line}$$") == "unproved"
    for slip in ("f'(x) = x^2", "g'(x) = a g(x)"):
        if slip[0] == lines[0][0]:
            assert verdict(first, second, f"$${slip}$$") == "wrong"


UNIT = r"Let $\sigma(x) = \frac{1}{1+e^{-x}}$ and $h_j = \sigma(\sum_i w_{ji} x_i)$."
OF_LOGISTIC = r"$$\frac{\partial h_j}{\partial w_{ji}} = h_j (1 - h_j) x_i$$"
OF_ANOTHER = r"$$\frac{\partial h_j}{\partial w_{ji}} = (1 - h_j^2) x_i$$"


@pytest.mark.parametrize(
    "words",
    [
        r"Now suppose we use another activation instead, $\sigma(x) = \tanh(x)$.",
        r"If we instead use $\sigma(x) = \tanh(x)$, then",
    ],
)
def test_the_logistic_function_is_another_one_from_here_on(words: str) -> None:
    assert verdict(UNIT, OF_LOGISTIC) == "right"
    assert verdict(UNIT, OF_LOGISTIC, words, OF_ANOTHER) == "unproved"
    assert verdict(UNIT, OF_LOGISTIC, words, OF_ANOTHER, OF_LOGISTIC) == "unproved"


def test_a_network_may_use_any_of_several_functions() -> None:
    listed = SIGMOID + " with derivative $f'(x) = f(x)(1 - f(x))$."
    others = (r"Tanh: $f(x) = \tanh(x)$ with derivative $f'(x) = 1 - f(x)^2$.", r"ReLU: $f(x) = \max(0, x)$.")
    page = (listed, *others, r"We use the tanh in $h_j = f(\sum_i w_{ji} x_i)$. So")
    assert verdict(*page, OF_ANOTHER) == "unproved"
    assert verdict(*page, OF_LOGISTIC) == "unproved"
    assert verdict(*page, r"$$\frac{\partial h_j}{\partial w_{ji}} = 1 - h_j^2$$") != "right"


def test_the_same_function_in_other_words_is_no_other_one() -> None:
    again = r"Here $\sigma(x) = \frac{1}{1+e^{-x}}$ as above."
    assert each_verdict(UNIT, OF_LOGISTIC, again, lines=[OF_LOGISTIC, OF_ANOTHER]) == ["right", "wrong"]


def test_a_slip_in_a_second_display_stays_one() -> None:
    first = r"$$f(x) = \frac{1}{1 + e^{-x}}$$"
    assert verdict(first, r"The sigmoid function", r"$$f(x) = \frac{1}{1 + e^{x}}$$") == "wrong"
