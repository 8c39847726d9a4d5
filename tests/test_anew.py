r"""A second equation for E defines another E only where words say so; else it is a claim, and its slip is found."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

from .judging import each_verdict, verdict

PAGE = r"""$y_k = \sum_j w_{kj} x_j$ and
$$ E = \frac12 \sum_k (y_k - t_k)^2 $$

%s
$$ E = \sum_k (y_k - t_k)^2 $$

$$ \frac{\partial E}{\partial y_k} = 2 (y_k - t_k) $$

$$ \frac{\partial E}{\partial y_k} = y_k - t_k $$
"""


def verdicts(words: str) -> list[str]:
    return [str(link.judgement) for c in check(PAGE % words).claims for link in c.links]


@pytest.mark.parametrize(
    "words",
    [
        "Consider now the error function again,",
        "We now differentiate. The error is",
        "Now we take the error function above,",
        "So the error function is",
        "For the output layer, the error is",
        "Next, we use the chain rule. The loss",
        "Instead of the mean we have the sum, so",
        "In other words, for regression,",
        "### Output layer\n\nThe error of the output layer is",
        "誤差は",
        "ここで誤差関数",
        "次に誤差を微分する。誤差は",
    ],
)
def test_the_same_error_is_claimed(words: str) -> None:
    assert verdicts(words) == ["wrong", "wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "Now consider the squared error without the half,",
        "Suppose we use another loss,",
        "We take instead",
        "If we use the error without the half,",
        "次に、和の誤差を用いる。",
        "別の損失を考える。",
    ],
)
def test_another_error_is_defined(words: str) -> None:
    assert verdicts(words) == ["right", "wrong"]


def test_what_a_second_problem_differs_in_is_open() -> None:
    assert verdicts("### Problem 2\n\nDifferentiate") == ["unproved"] * 3


FUNCTIONS = r"""%s

$$ f(x) = \frac{1}{1 + e^{-x}} $$

$$ y = f(w z + b) \qquad E = \frac12 (y - r)^2 $$

$$ \frac{\partial E}{\partial w} = (y - r) y (1 - y) z $$

%s
$$ f(x) = %s $$

$$ f'(x) = f(x) (1 - f(x)) $$

$$ f'(x) = 1 - f(x)^2 $$

$$ \frac{\partial E}{\partial b} = (y - r) y (1 - y) $$

$$ \frac{\partial E}{\partial b} = (y - r) (1 - y^2) $$
"""
LETTERS = ["f", r"\sigma"]
BY_THE_FIRST = ["right", "wrong", "right", "wrong"]


def of_function(letter: str, words: str, body: str, above: str = "One unit.") -> list[str]:
    page = (FUNCTIONS % (above, words, body)).replace("f(", f"{letter}(").replace("f'(", f"{letter}'(")
    return [str(link.judgement) for c in check(page).claims for link in c.links]


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    "words", ["The activation function was", "The sigmoid function:", "## Derivation", "Therefore"]
)
def test_a_slip_in_a_function_that_is_typed_again_is_found(letter: str, words: str) -> None:
    above = "We use the sigmoid."
    assert of_function(letter, words, r"\frac{1}{1 + e^{x}}", above) == ["right", "wrong", *BY_THE_FIRST]
    assert of_function(letter, words, r"\frac{1}{1 - e^{-x}}", above) == ["right", "wrong", *BY_THE_FIRST]
    assert of_function(letter, words, r"\frac{e^x}{1 + e^x}", above) == ["right", "right", *BY_THE_FIRST]


@pytest.mark.parametrize("letter", LETTERS)
def test_another_function_is_defined(letter: str) -> None:
    found = of_function(letter, "Now let us use another activation function instead,", r"\tanh(x)")
    assert found == ["right", "wrong", "right", "wrong", "right"]


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Hyperbolic tangent:", r"\tanh(x)"),
        ("Und:", r"\tanh(x)"),
        ("Und:", r"\frac{e^x - e^{-x}}{e^x + e^{-x}}"),
        ("Und:", r"\max(0, x)"),
        ("Softplus:", r"\log(1 + e^{2 x})"),
        ("Linear:", "x"),
    ],
)
def test_what_differs_below_another_function_is_open(letter: str, words: str, body: str) -> None:
    first, *below = of_function(letter, words, body)
    assert first == "right"
    assert below[0] == "unproved"
    assert not {"right"} & {*below[1:]}


def test_a_function_of_a_sentence_may_be_another_than_that_of_a_display() -> None:
    page = FUNCTIONS % ("", "", r"\frac{1}{1 + e^{-2 x}}")
    sentence = "The logistic function $f(x) = 1/(1 + e^{-x})$ is known."
    page = page.replace("$$ f(x) = \\frac{1}{1 + e^{-x}} $$", sentence, 1)
    found = [str(link.judgement) for c in check(page).claims for link in c.links]
    assert found[1:3] == ["unproved"] * 2


def test_a_solution_does_not_say_what_the_logistic_function_of_its_network_is() -> None:
    network = load_text(r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$ $$y = \sigma(w z)$$ $$E = \frac12 (y - r)^2$$")
    page = r"""$$\sigma(x) = \frac{1}{1 + e^{%sx}}$$ $$\sigma'(x) = \sigma(x) (1 - \sigma(x))$$"""
    for sign, expected in (("-", "right"), ("", "wrong")):
        found = check(page % sign, network=network)
        assert [str(link.judgement) for c in found.claims for link in c.links] == [expected, "right"]


TASKS = r"""# A network

$a_k = \sum_{j=1}^M w_{kj} z_j$ with inputs $z_j$ and targets $t_k$.

%s

$$ y_k = a_k \qquad E = \frac12 \sum_{k=1}^K (y_k - t_k)^2 $$

$$ \frac{\partial y_k}{\partial w_{kj}} = z_j $$

%s

$$ y_k = \frac{1}{1 + e^{-a_k}} $$

$$ E = -\sum_{k=1}^K (t_k \ln y_k + (1 - t_k) \ln(1 - y_k)) $$

$$ \frac{\partial y_k}{\partial w_{kj}} = y_k (1 - y_k) z_j $$

$$ \frac{\partial y_k}{\partial w_{kj}} = z_j $$

$$ \frac{\partial E}{\partial w_{kj}} = (y_k - t_k) z_j $$

$$ \frac{\partial E}{\partial w_{kj}} = (y_k - t_k) y_k (1 - y_k) z_j $$
"""
BY_THE_SECOND = ["right", "right", "wrong", "right", "wrong"]


def of_task(first: str, second: str) -> list[str]:
    return [str(link.judgement) for c in check(TASKS % (first, second)).claims for link in c.links]


OPEN = ["right", *["unproved"] * 4, "right", "wrong"]
NOW = "Now the outputs are logistic and the error is the cross entropy; $a_k$ is as before:"


@pytest.mark.parametrize("first", ["", "## Regression"])
def test_words_tell_that_another_task_has_an_output_and_an_error_of_its_own(first: str) -> None:
    assert of_task(first, f"## Classification\n\n{NOW}") == BY_THE_SECOND


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", "## Classification"),
        ("## Regression", "## Classification"),
        ("#### Solution, Regression", "#### Solution, Classification\n\nHidden units are as before:"),
        ("**Regression.**", "**Binary classification.**"),
        ("## 回帰", "## 分類"),
        ("## Regression", "## Classification\n\nNow the error of the output is propagated. The output is"),
        ("## Regression", "## Klassifikation\n\nNun ist die Ausgabe wie oben"),
    ],
)
def test_below_another_task_without_a_word_what_differs_is_open(first: str, second: str) -> None:
    assert of_task(first, second) == OPEN


UNIT = (
    r"## Classification",
    r"$$ a = w x, \quad y = \frac{1}{1+e^{-a}}, \qquad E = - t \ln y - (1-t) \ln(1 - y) $$",
    r"$$ \frac{\partial E}{\partial a} = y - t $$",
)
BY_A = r"$$ \frac{\partial y}{\partial a} = %s $$"


@pytest.mark.parametrize(
    "words",
    [
        "## Comparison with regression\n\nThe derivative of the logistic function",
        "## Relation to linear regression\n\nWe know",
        "# Vergleich mit Regression\n\nDie Ausgabe ist wie oben",
        "## Comparison with regression\n\nNow the output is",
        "## 回帰との比較\n\n次の式",
    ],
)
def test_a_slip_in_what_is_repeated_below_another_task_makes_nothing_right(words: str) -> None:
    slip = r"$$ y = \frac{1}{1+e^{a}} $$"
    assert verdict(*UNIT, words, slip) == "unproved"
    cases = ("-y (1 - y)", "y (1 - y)")
    for line, found in zip(cases, each_verdict(*UNIT, words, slip, lines=[BY_A % line for line in cases]), strict=True):
        assert found == "unproved", line
    assert verdict(*UNIT, words, slip, BY_A % "2 y") == "wrong"
    for line in ("y (1 - y)", "-y (1 - y)"):  # the same again
        expected = "right" if line[0] == "y" else "wrong"
        assert verdict(*UNIT, words, UNIT[1].replace("a = w x, ", ""), BY_A % line) == expected


BOTH = (
    "## Regression",
    r"$$ y = w x \qquad E = \frac12 (y - t)^2 $$",
    r"$$ \frac{\partial y}{\partial w} = x $$",
    "## Classification",
    "Now the output is $y = 1/(1 + e^{-w x})$ and the error is $E = -t \\ln y - (1-t) \\ln (1 - y)$.",
    r"$$ \frac{\partial y}{\partial w} = y (1 - y) x $$",
)
BY_Y = r"$$ \frac{\partial E}{\partial y} = %s $$"


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        "## Regression, continued",
        "## Discussion\n\nIn the linear case",
        "In contrast, for regression we had above",
        "## Second look\n\nFor regression",
        "### Check against linear regression",
        "## まとめ\n\n回帰では",
    ],
)
def test_lines_that_may_go_back_to_the_first_task_are_open(words: str, said: bool) -> None:
    page = BOTH if said else tuple(x.replace("Now the output is", "With") for x in BOTH)
    assert verdict(*page) == ("right" if said else "unproved")
    assert verdict(*page, words, BY_Y % "y - t") == "unproved"
    assert verdict(*page, words, BY_Y % r"\frac{y - t}{y (1 - y)}") == "unproved"
    assert verdict(*page, words, BY_Y % "2 (y - t)") == "wrong"
    if said:
        assert verdict(*page, BY_Y % "y - t") == "wrong"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## Regression", "## Backward pass"),
        ("## Classification", "## Classification: gradients"),
        ("## Classification", "## Binary classification"),
        ("We look at classification.", "## Classification"),
        ("## Regression", "### Gradients"),
        ("", "## Output layer\n\nNow the output is"),
    ],
)
def test_a_slip_below_the_heading_of_the_same_task_is_found(first: str, second: str) -> None:
    assert of_task(first, second) == ["right", "wrong", "wrong", "wrong", "right", "right", "wrong"]


def test_the_same_error_said_again_below_another_task_is_claimed() -> None:
    found = of_task("## Regression", "## Classification\n\nAs above, the output and error are")
    assert found == OPEN
