"""What belongs to a formula and stands outside of it, and macros that mean two things: neither makes a line right."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n"
LEFT = r"\frac{\partial E}{\partial x_i}"
RIGHT = rf"{LEFT} = 2 x_i"

TORN = [
    rf"$${RIGHT}$$ $+ 3$",
    rf"$${RIGHT}$$ + 3",
    rf"$${RIGHT}$$ $$+ 3$$",
    rf"${RIGHT}$ times $3$",
    rf"${RIGHT}$ minus $x_i$",
    rf"${RIGHT}$ times 3",
    rf"-$${RIGHT}$$",
    rf"3${RIGHT}$",
    rf"$3$ ${RIGHT}$",
    f"$${RIGHT}$$\n\n$$+ 3$$",
    f"${LEFT}$ = $3 x_i$",
    f"${LEFT}$ is $3 x_i$",
    f"${RIGHT}$ = $3 x_i$",
]


@pytest.mark.parametrize("text", TORN)
def test_a_part_outside(text: str) -> None:
    assert check(NETWORK + text).verdict in ("unreadable", "wrong")


DENIED = [
    rf"$${RIGHT}$$ (this is wrong)",
    rf"It is not true that $${RIGHT}$$",
    rf"It would be wrong to write ${RIGHT}$.",
    rf"$${RIGHT}$$ does not hold.",
    rf"$${RIGHT}$$ ではない。",
    rf"次の式は成り立たない。$${RIGHT}$$",
    rf"not $${RIGHT}$$",
]


@pytest.mark.parametrize("text", DENIED)
def test_an_equation_that_the_text_denies(text: str) -> None:
    assert check(NETWORK + text).verdict == "unreadable"


WHOLE = [
    rf"This is not zero: ${RIGHT}$.",
    f"$${RIGHT}$$\n\nIt is a mistake to forget the factor 2.",
    f"$${RIGHT}$$ which is not surprising.",
    f"$${RIGHT}$$\n\n$x_i$ is given.",
    rf"- $${RIGHT}$$",
    rf"1. ${RIGHT}$",
    rf"Step 3: ${RIGHT}$.",
    rf"For every $i$ ${RIGHT}$.",
    rf"${RIGHT}$ - see page 3.",
    rf"We get ${RIGHT}$ (3 marks).",
    rf"${RIGHT}$ for each $x_i$",
]


@pytest.mark.parametrize("text", WHOLE)
def test_words_beside_a_formula(text: str) -> None:
    assert check(NETWORK + text).verdict == "right"


TWICE = [
    r"\newcommand{\x}{3 x_i} " + f"$${LEFT} = 2 \\x$$" + r" \renewcommand{\x}{x_i}",
    r"\def\x{3 x_i} " + f"$${LEFT} = 2 \\x$$" + r" \def\x{x_i}",
    rf"$$\def\x{{3 x_i}} {LEFT} = 2 \x$$ $$\def\x{{x_i}} {LEFT} = 2 \x$$",
]


@pytest.mark.parametrize("text", TWICE)
def test_a_macro_that_means_two_things(text: str) -> None:
    report = check(NETWORK + text)
    assert report.verdict == "unreadable"
    assert any("defined twice" in link.detail for c in report.claims for link in c.links)


def test_a_macro_that_is_defined_again_in_the_same_way() -> None:
    text = r"\newcommand{\x}{x_i} \providecommand{\x}{3} \renewcommand{\x}{x_i} " + f"$${LEFT} = 2 \\x$$"
    assert check(NETWORK + text).verdict == "right"


def test_the_largest_entry_of_a_vector_is_not_each_of_them() -> None:
    declared = r"$x \in \mathbb{R}^n$ $$E = x^T x$$" + "\n\n"
    assert check(declared + r"$$\max(x) = x$$").verdict == "unreadable"
    assert check(declared + r"$$\max(0, x) = \operatorname{ReLU}(x)$$").verdict == "right"


PRIMED = [r"(2 x_i)'", r"\frac{\partial E}{\partial x_i}' + 0", r"\sqrt{4 x_i x_i}'", r"2 (x_i)''"]


@pytest.mark.parametrize("side", PRIMED)
def test_a_prime_on_a_formula_is_not_dropped(side: str) -> None:
    assert check(NETWORK + f"$${LEFT} = {side}$$").verdict == "unreadable"


def test_a_prime_on_a_product_of_arrays_is_not_dropped() -> None:
    declared = r"$x \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$ $$E = x^T A x$$" + "\n\n"
    assert check(declared + r"$$x^T A = (x^T A)'$$").verdict == "unreadable"


def test_that_two_sizes_fit_is_not_taken_for_granted() -> None:
    network = r"$$a_j = \sum_{i=1}^{I} w_{j,i} x_i$$ ( $1 \le j \le J$ ) $$E = \sum_{j=1}^{J} f(a_j)$$" + "\n\n"
    slope = r"\frac{\partial E}{\partial w_{J,I}}"
    assert check(network + rf"$${slope} = f'(a_I) x_J$$").verdict == "wrong"
    assert check(network + rf"$${slope} = f'(a_J) x_I$$").verdict == "right"
    assert check(network + r"$$\frac{\partial E}{\partial w_{3,2}} = f'(a_3) x_2$$").verdict == "right"
