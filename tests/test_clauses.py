r"""Which condition belongs to which equation, told by the numeric truth of the claims under it.

`z_i = \sum_j w_{ij} x_j` gives `\partial z_k / \partial w_{ij}` two values, `x_j` where k = i and 0 elsewhere: a claim
is right exactly if it stands under the condition that is meant.
"""

from __future__ import annotations

import re

import pytest

from symderiv.check.report import Report

from .judging import check

NETWORK = r"""$$z_i = \sum_{j=1}^{J} w_{ij} x_j \quad (i = 1, \dots, I)$$

$$E = \sum_{i=1}^{I} f(z_i)$$

"""
SAME, OTHER = r"\frac{\partial z_k}{\partial w_{ij}} = x_j", r"\frac{\partial z_k}{\partial w_{ij}} = 0"
RENAMED = {"z": "a", "w": "v", "x": "o", "i": "p", "j": "q", "k": "r", "I": "P", "J": "Q"}


MATHEMATICS = re.compile(r"\$\$.*?\$\$|\$.*?\$", re.DOTALL)
PIECE = re.compile(r"\\(?:text|begin|end)\{[^{}]*\}|\\[A-Za-z]+|[A-Za-z]|.", re.DOTALL)


def renamed(text: str) -> str:
    """The page with other letters, words and commands left alone."""
    return MATHEMATICS.sub(lambda m: "".join(RENAMED.get(x, x) for x in PIECE.findall(m[0])), text)


def judged(page: str) -> list[str]:
    report: Report = check(page)
    assert not report.problem, report.problem
    return [str(c.judgement) for c in report.claims]


BELONGING = {
    "behind": rf"${SAME}$ for $k = i$ and ${OTHER}$ for $k \ne i$.",
    "behind, comma": rf"${SAME}$ for $k = i$, ${OTHER}$ for $k \ne i$.",
    "behind, parentheses": rf"${SAME}$ ($k = i$), ${OTHER}$ ($k \ne i$).",
    "behind, if": rf"The derivative is ${SAME}$ if $k = i$ and ${OTHER}$ if $k \ne i$.",
    "behind, one each line": f"${SAME}$ when $k = i$\n\n${OTHER}$ when $k \\ne i$\n",
    "before": rf"For $k = i$, ${SAME}$; for $k \ne i$, ${OTHER}$.",
    "before, comma": rf"For $k = i$, ${SAME}$, for $k \ne i$, ${OTHER}$.",
    "before, and": rf"If $k = i$ then ${SAME}$ and if $k \ne i$ then ${OTHER}$.",
    "before, while": rf"When $k = i$ we have ${SAME}$, while for $k \ne i$ it is ${OTHER}$.",
    "two sentences": rf"For $k = i$ we get ${SAME}$. For $k \ne i$ we get ${OTHER}$.",
    "displays": f"If $k = i$ then\n$${SAME}$$\nand if $k \\ne i$ then\n$${OTHER}$$\n",
    "displays, sentences": f"For $k = i$:\n$${SAME}$$\nFor $k \\ne i$:\n$${OTHER}$$\n",
    "displays, behind": f"$${SAME}$$\nfor $k = i$, and\n$${OTHER}$$\nfor $k \\ne i$.\n",
    "paragraphs": f"Case $k = i$:\n\n$${SAME}$$\n\nCase $k \\ne i$:\n\n$${OTHER}$$\n",
    "headings": f"## Case $k = i$\n\nWe get\n\n$${SAME}$$\n\n## Case $k \\ne i$\n\nHere\n\n$${OTHER}$$\n",
    "ja": rf"$k = i$ のとき ${SAME}$, $k \ne i$ のとき ${OTHER}$",
    "ja, sentences": rf"$k = i$ のとき、${SAME}$ である。$k \ne i$ の場合は ${OTHER}$ となる。",
    "ja, displays": f"$k = i$ のとき\n$${SAME}$$\n$k \\ne i$ のとき\n$${OTHER}$$\nである。",
    "ja, parentheses": rf"${SAME}$ ($k = i$ のとき), ${OTHER}$ ($k \ne i$ のとき)",
    "after another sentence": rf"We know $z_i = z_i$. When $k \ne i$ we have ${OTHER}$.",
    "otherwise": rf"If $k = i$, ${SAME}$; otherwise ${OTHER}$.",
    "otherwise, behind": rf"${OTHER}$ if $k \ne i$. Otherwise ${SAME}$.",
    "otherwise, ja": rf"$k = i$ のとき ${SAME}$、それ以外のとき ${OTHER}$ である。",
    "in a display, before": rf"$$\text{{for }} k = i: \quad {SAME}$$ $$\text{{For }} k \ne i, \quad {OTHER}$$",
    "in a display, behind": rf"$${SAME} \quad \text{{if }} k = i, \qquad {OTHER} \quad \text{{if }} k \ne i$$",
    "in a display, ja": rf"$$k = i \text{{ のとき }} {SAME}, \quad k \ne i \text{{ のとき }} {OTHER}$$",
    "in a display, rows": rf"$$\begin{{aligned}} \text{{for }} k = i &: {SAME} \\ \text{{for }} k \ne i &: {OTHER}"
    r" \end{aligned}$$",
    "in a display, own row": rf"$$\begin{{aligned}} & {OTHER} \\ & \text{{for }} k \ne i \end{{aligned}}$$",
    "said of two": rf"For $k \ne i$ we have ${OTHER}$ and $\frac{{\partial f(z_k)}}{{\partial w_{{ij}}}} = 0$.",
}


@pytest.mark.parametrize("name", BELONGING)
def test_a_condition_belongs_to_the_equation_of_its_clause(name: str) -> None:
    page = NETWORK + BELONGING[name]
    assert set(judged(page)) == {"right"}
    assert set(judged(renamed(page))) == {"right"}


@pytest.mark.parametrize("name", [n for n, text in BELONGING.items() if SAME in text and OTHER in text])
def test_exchanged_conditions_are_noticed(name: str) -> None:
    text = BELONGING[name].replace("k = i", "@").replace(r"k \ne i", "k = i").replace("@", r"k \ne i")
    assert judged(NETWORK + text) == ["wrong", "wrong"]


UNCLEAR = {
    "or": rf"${OTHER}$ for $k \ne i$ or $k = 1$.",
    "or, ja": rf"$k \ne i$ または $k = 1$ のとき ${OTHER}$",
    "or in a display": rf"$${OTHER} \text{{ for }} k \ne i \text{{ or }} k = 1$$",
    "unless": rf"${SAME}$ unless $k \ne i$.",
    "except": rf"${OTHER}$ except for $k = i$.",
    "not, ja": rf"$k = i$ でないとき ${OTHER}$",
    "or in cases": r"$$\frac{\partial z_k}{\partial w_{ij}} = "
    r"\begin{cases} x_j & k = i \text{ or } k = 1 \\ 0 \end{cases}$$",
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_a_condition_that_cannot_be_used_is_no_verdict(name: str) -> None:
    """Read as if both held, or as if it were not turned round, each would be judged under a condition not meant."""
    for page in (NETWORK + UNCLEAR[name], renamed(NETWORK + UNCLEAR[name])):
        assert check(page).verdict in ("unproved", "unreadable")


def test_what_is_wrong_with_a_condition_and_without_is_wrong() -> None:
    """For k = 1 it is wrong at i = 1, for any other k at i = k."""
    assert check(NETWORK + rf"Since ${OTHER}$ unless $k = 1$, $E = E$.").verdict == "wrong"


ASSUMED = {
    "let": "Let $I = 1$.\n\n@",
    "special case": "Consider the case of a single unit ($I = 1$).\n\n@",
    "from now on": "From now on assume $I = 1$.\n\n@",
    "heading": "## The case $I = 1$\n\n@",
    "ja": "以下では $I = 1$ とする。\n\n@",
}
NARROW, FALSE = "$$E = f(z_1)$$", "$$E = f(z_2) + 1$$"


@pytest.mark.parametrize("name", ASSUMED)
def test_an_assumption_narrows_or_leaves_open(name: str) -> None:
    """What holds for I = 1 only is right just below `let I = 1`, later right or open; what is false stays wrong."""
    text = ASSUMED[name].replace("@", f"{NARROW}\n\n$$z_i = z_i$$\n\n{NARROW}\n\n$$E = 2 f(z_1)$$\n")
    found = judged(NETWORK + text)
    assert found[0] == "right"
    assert found[-2] in ("right", "unproved")
    assert found[-1] == "wrong"


def test_without_the_assumption_it_is_wrong() -> None:
    assert judged(NETWORK + NARROW) == ["wrong"]
    assert judged(NETWORK + f"## The case $I = 1$\n\n{NARROW}\n\n## General\n\n{NARROW}") == ["right", "wrong"]


VALUES = {
    "if": r"If $z_1 = 0$ then $\frac{\partial E}{\partial z_1} = f'(0)$.",
    "when": r"$\frac{\partial E}{\partial z_1} = f'(0)$ when $z_1 = 0$.",
    "ja": r"$z_1 = 0$ のとき $\frac{\partial E}{\partial z_1} = f'(0)$ である。",
    "in the display": r"$$\frac{\partial E}{\partial z_1} = f'(0) \text{ if } z_1 = 0$$",
    "inequality": r"$$\frac{\partial E}{\partial z_1} = 1 \quad (z_1 > 0)$$",
}


@pytest.mark.parametrize("name", VALUES)
def test_a_condition_about_values_is_used_or_leaves_the_line_open(name: str) -> None:
    for page in (NETWORK + VALUES[name], renamed(NETWORK + VALUES[name])):
        expected = "unproved" if name == "inequality" else "right"
        assert set(judged(page)) == {expected}
        spoilt = page.replace("f'(0)", "f(0)").replace("= 1 ", "= 2 ")
        assert set(judged(spoilt)) == {"unproved"}


def test_a_condition_about_values_defines_nothing() -> None:
    """`when w = 0` is no definition of w for the rest of the page."""
    given = r"When $w_{1j} = 0$, $$z_1 = 0$$"
    rest = r"$$\frac{\partial E}{\partial w_{ij}} = f'(z_i) x_j$$"
    assert judged(NETWORK + given) == ["right"]
    assert judged(NETWORK + given + "\n\n" + rest)[-1] == "right"
    assert judged(NETWORK + given + "\n\n" + rest.replace("x_j", "x_1"))[-1] == "wrong"


FUNCTIONS = {
    "if": r"If $f(z) = z$, $\frac{\partial E}{\partial z_i} = @$.",
    "of another letter": r"If $f(u) = u$, $\frac{\partial E}{\partial z_i} = @$.",
    "for": r"For $f(z) = z$, $\frac{\partial E}{\partial z_i} = @$.",
    "ja": r"$f(z) = z$ の場合、$\frac{\partial E}{\partial z_i} = @$。",
    "ja, with a remark": r"$f(z) = z$（恒等写像）のとき，$\frac{\partial E}{\partial z_i} = @$。",
    "in words": r"If $f$ is the identity, $\frac{\partial E}{\partial z_i} = @$.",
    "in words, ja": r"$f$ が恒等写像のとき、$\frac{\partial E}{\partial z_i} = @$。",
}
BELOW = r"$$\frac{\partial E}{\partial x_j} = \sum_{i=1}^{I} w_{ij}$$"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_line_is_judged_with_the_function_that_it_supposes(name: str) -> None:
    """Beside the supposition; above it a line about any function is wrong, and below open where nothing says which."""
    page = NETWORK + FUNCTIONS[name]
    assert judged(page.replace("@", "1")) == ["right"]
    assert judged(page.replace("@", "2")) == ["wrong"]
    assert judged(page.replace("@", "1") + "\n\n" + BELOW) == ["right", "unproved"]
    assert judged(NETWORK + BELOW + "\n\n" + FUNCTIONS[name].replace("@", "1")) == ["wrong", "right"]


@pytest.mark.parametrize(
    "typed",
    [
        r"If $f(z) = z$ for $z > 0$ and $0$ otherwise, $\frac{\partial E}{\partial z_i} = 1$.",
        r"If $f(z) = z$ and $z_1 > 0$, $\frac{\partial E}{\partial z_i} = 1$.",
        r"For $z > 0$ let $f(z) = z$. Then $\frac{\partial E}{\partial z_i} = 1$.",
        r"Unless $f(z) = z$, $\frac{\partial E}{\partial z_i} = 1$.",
        r"If $f$ is the identity or the sigmoid, $\frac{\partial E}{\partial z_i} = 1$.",
        r"If $f$ is not the identity, $\frac{\partial E}{\partial z_i} = 1$.",
        r"$f$ が恒等写像でないとき、$\frac{\partial E}{\partial z_i} = 1$。",
    ],
)
def test_what_a_function_is_in_part_or_perhaps_is_not_supposed(typed: str) -> None:
    assert "right" not in judged(NETWORK + typed)


def test_a_function_by_pieces_is_not_its_first_piece() -> None:
    page = r"""$$g(x) = x \quad (x > 0)$$

$$g(x) = 0 \quad (x \le 0)$$

$$y_i = g(z_i) \quad E = \sum_{i=1}^{I} y_i$$

"""
    for claim in (r"$$\frac{\partial E}{\partial z_i} = 1$$", r"$$\frac{\partial E}{\partial z_i} = 0$$"):
        assert set(judged(page + claim)) == {"unproved"}
    assert judged(page + r"$$\frac{\partial E}{\partial z_i} = g'(z_i)$$")[-1] == "right"


FIXED = {
    "setting": r"Setting $x_j = 1$ gives",
    "with": r"With $x_j = 1$,",
    "let": r"Now let $x_j = 1$. Then",
    "ja": r"以下、$x_j = 1$ とする。",
    "case": r"In the case $x_j = 1$ we get",
}


@pytest.mark.parametrize("name", FIXED)
def test_a_value_that_is_fixed_below_is_not_fixed_above(name: str) -> None:
    r"""The general line without its factor `x_j` stays wrong, although it holds where `x_j = 1`."""
    claim = r"$$\frac{\partial E}{\partial w_{ij}} = f'(z_i)$$"
    found = judged(NETWORK + claim + "\n\n" + FIXED[name] + " " + claim)
    assert found[0] == "wrong"
    assert found[1:] in (["right"], ["unproved"])


def test_what_is_fixed_before_it_is_used_is_a_definition() -> None:
    page = r"""Let $b_i = 2$.

$$z_i = b_i \sum_{j=1}^{J} w_{ij} x_j \quad (i = 1, \dots, I)$$

$$\frac{\partial z_i}{\partial w_{ij}} = 2 x_j$$"""
    assert judged(page) == ["right"]


def test_otherwise_behind_a_line_whose_condition_is_not_used() -> None:
    page = r"$\frac{\partial E}{\partial z_1} = 1$ when $z_1 > 0$, and $\frac{\partial E}{\partial z_1} = 0$ otherwise."
    assert judged(NETWORK + page) == ["unproved", "unproved"]


BACKWARDS = (
    r"$$\frac{\partial E}{\partial h_t} = 2 (h_t - y_t) + \frac{\partial E}{\partial h_{t+1}} w (1 - h_{t+1}^2)$$"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("whole", [r"$t=1..\tau$", r"$t = 1, \dots, \tau$"])
@pytest.mark.parametrize("down", [r"$t$ from $\tau-1$ down to $1$", r"$t = \tau - 1, \dots, 1$"])
def test_a_sentence_that_begins_right_behind_a_range_is_about_what_follows(gap: str, whole: str, down: str) -> None:
    page = "$$E = \\sum_{t=1}^{\\tau} (h_t - y_t)^2$$\n\n$$h_t = \\tanh(w h_{t-1} + u x_t)$$"
    report = check(f"{page}{gap}for {whole}. For {down}:\n\n{BACKWARDS}")
    assert [str(c.judgement) for c in report.claims] == ["right"]  # at t = tau there is no h_{t+1}


SOFTMAX = r"$$s_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$"


@pytest.mark.parametrize(
    "words",
    [
        "Tenzij $i = j$ geldt",
        "À moins que $i = j$,",
        "除了 $i = j$ 之外，",
        "$i = j$ olmadığında",
        "Unless $i$ equals $j$,",
    ],
)
def test_words_of_other_languages_that_turn_a_condition_round_leave_lines_open(words: str) -> None:
    assert judged(SOFTMAX + f"\n\n{words}\n\n" + r"$$\frac{\partial s_i}{\partial z_j} = - s_i s_j$$")[-1] == "unproved"


@pytest.mark.parametrize("words", ["Ob $i = j$ ist oder nicht, es gilt", "Pas seulement si $i = j$, mais toujours,"])
def test_words_of_other_languages_that_widen_a_condition(words: str) -> None:
    line = r"$$\frac{\partial s_i}{\partial z_j} = s_i (1 - s_j)$$"
    assert judged(SOFTMAX + f"\n\n{words}\n\n" + line)[-1] != "right"


def test_a_sentence_goes_on_with_the_display_above_it() -> None:
    line = r"$$\frac{\partial s_i}{\partial z_j} = - s_i s_j$$"
    assert judged(SOFTMAX + f"\n\n{line}\n\nsauf si $i = j$.")[-1] == "unproved"
    assert judged(SOFTMAX + "\n\n" + line.replace(" s_j$$", r" s_j \quad \text{es sei denn $i = j$}$$"))[-1] != "wrong"
