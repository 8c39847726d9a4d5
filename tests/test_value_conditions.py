r"""Conditions on values in the sentences around a line: `(\$yf < 1\$):`, `Case 2: ..`, `If \$L > 0\$`, `otherwise`.

Labels by hand: of `L = max(0, 1 - y f)` the gradient is `-y x_i` where `y f < 1` and 0 where `y f > 1`.
"""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check

HINGE = r"$$L = \max(0, 1 - y f), \quad f = \sum_{i=1}^d w_i x_i + b$$" "\n"
RELU = (
    r"$$z_j = \sum_i w_{ji} x_i, \quad h_j = \max(0, z_j), \quad y = \sum_j v_j h_j, \quad E = \frac12 (y-t)^2$$" "\n"
)
DECAY = r"$$E = \frac12 (\sum_i w_i x_i - t)^2 + \lambda \sum_i w_i^2$$" "\n"
ACTIVE = r"$$\frac{\partial L}{\partial w_i} = -y x_i$$" "\n"
ZERO = r"$$\frac{\partial L}{\partial w_i} = 0$$" "\n"
UNIT = r"$$\frac{\partial E}{\partial w_{ji}} = (y-t) v_j x_i$$" "\n"
NOUNIT = r"$$\frac{\partial E}{\partial w_{ji}} = 0$$" "\n"
R, W, U = "right", "wrong", "unproved"


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


LEADING = (
    "When the margin is violated ($yf<1$):",
    "When the margin is violated, i.e. $yf<1$,",
    "If the example lies inside the margin (that is, if $yf<1$) we get",
    "For examples inside the margin ($yf<1$) we get",
    "Inside the margin, where $yf<1$,",
    "Suppose the margin is violated: $yf<1$. Then",
    "Case 1: $yf<1$.",
    "(i) $yf<1$:",
    "- $yf<1$:",
    "For $yf<1$:",
    "If $L > 0$,",
    r"Where $L \ne 0$,",
    "マージンを破っているとき（$yf<1$），",
    "Because the loss is active ($yf<1$), we have",
    "Now assume that the example is within the margin ($yf<1$).\nThen",
)


@pytest.mark.parametrize("words", LEADING)
def test_a_comparison_in_the_sentence_before_a_line_is_its_condition(words: str) -> None:
    assert verdicts(f"{HINGE}{words}\n{ACTIVE}") == [R]
    assert verdicts(f"{HINGE}{words}\n{ZERO}") == [W]


TWO = (
    ("Case 1: $yf<1$.", "Case 2: $yf > 1$."),
    ("- $yf<1$:", "- $yf > 1$:"),
    ("(i) $yf<1$:", "(ii) $yf>1$:"),
    ("Case $yf<1$.", "Case $yf>1$."),
    ("On the side where the loss is active ($yf<1$) the gradient reads", "and on the other side ($yf>1$)"),
    ("For active examples ($L > 0$),", "for the others ($L = 0$),"),
    ("If $yf < 1$ then", "otherwise"),
    ("If $y f < 1$,", "Else"),
    ("$yf<1$ のとき", "それ以外のとき"),
)


@pytest.mark.parametrize(("one", "two"), TWO)
def test_two_cases_one_behind_the_other(one: str, two: str) -> None:
    assert verdicts(f"{HINGE}{one}\n{ACTIVE}{two}\n{ZERO}") == [R, R]
    assert verdicts(f"{HINGE}{one}\n{ZERO}{two}\n{ACTIVE}") == [W, W]


@pytest.mark.parametrize(
    "words",
    [
        "$yf>1$ would mean that the gradient vanishes. Here,",
        "We do not need $yf<1$ for this:",
        "The condition $yf<1$ plays no role, and",
        "Regardless of whether $yf<1$,",
        "Even if $yf>1$,",
        "Points with $yf<1$ are called support vectors. The gradient is",
        "As we saw, $yf<1$ is the interesting case. In general,",
        "The loss is convex. It is zero for $yf>1$. Its gradient is",
    ],
)
def test_what_is_only_mentioned_makes_no_line_right(words: str) -> None:
    assert verdicts(f"{HINGE}{words}\n{ACTIVE}") in ([U], [W])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rf"{ACTIVE} if $yf<1$, and {ZERO} otherwise.", [R, R]),
        (rf"{ZERO} if $yf<1$, and {ACTIVE} otherwise.", [W, W]),
        (r"$$\frac{\partial L}{\partial w_i} = -y x_i \quad \text{if } yf<1$$ and " + ZERO + "otherwise.", [R, R]),
        (
            r"$$\frac{\partial L}{\partial w_i} = -y x_i \quad \text{if } yf<1, \qquad"
            r" \frac{\partial L}{\partial w_i} = 0 \quad \text{otherwise}$$",
            [R, R],
        ),
        (
            r"$$\frac{\partial L}{\partial w_i} = 0 \quad \text{if } yf<1, \qquad"
            r" \frac{\partial L}{\partial w_i} = -y x_i \quad \text{otherwise}$$",
            [W, W],
        ),
        # not both: nothing is said of which of the two fails
        (f"If $yf<1$ and $y=1$,\n$$\\frac{{\\partial L}}{{\\partial w_i}} = -x_i$$\notherwise\n{ZERO}", [R, U]),
    ],
)
def test_otherwise(body: str, expected: list[str]) -> None:
    assert verdicts(HINGE + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            r"$$\frac{\partial z_i}{\partial y_k} = f'(y_i) \quad (i = k)$$"
            "\n"
            r"$$%s = 0 \quad (\text{otherwise})$$",
            [R, R],
        ),
        (
            r"$$\frac{\partial z_i}{\partial y_k} = f'(y_i) \quad (i = k), \qquad %s = 0 \quad (\text{otherwise})$$",
            [R, R],
        ),
        (
            r"$$\frac{\partial z_i}{\partial y_k} = 0 \quad (i = k), \qquad %s = f'(y_i) \quad (\text{otherwise})$$",
            [W, W],
        ),
    ],
)
def test_otherwise_of_indices(body: str, expected: list[str]) -> None:
    head = r"$$y_i = \sum_j w_{ij} x_j, \quad z_i = f(y_i)$$" "\n"
    assert verdicts(head + body % r"\frac{\partial z_i}{\partial y_k}") == expected


DECAYING = r"$$\frac{\partial E}{\partial w_j} = (\sum_i w_i x_i - t) x_j + 2 \lambda w_j$$" "\n"
PLAIN = r"$$\frac{\partial E}{\partial w_j} = (\sum_i w_i x_i - t) x_j$$" "\n"
ONE_HOT = (
    r"$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad L = -\sum_k y_k \log p_k$$"
    r" with $\sum_k y_k = 1$ and $y_k \in \{0,1\}$."
    "\n"
)
TARGET = r"$$\frac{\partial L}{\partial z_k} = p_k - 1$$" "\n"
OTHER = r"$$\frac{\partial L}{\partial z_k} = p_k$$" "\n"


def test_otherwise_of_a_number_and_of_few_values() -> None:
    assert verdicts(f"{DECAY}If $\\lambda = 0$ then\n{PLAIN}otherwise\n{DECAYING}") == [R, R]
    assert verdicts(f"{DECAY}If $\\lambda = 0$ then\n{PLAIN}otherwise\n{PLAIN}") == [R, W]
    assert verdicts(f"{ONE_HOT}If $y_k = 1$,\n{TARGET}otherwise\n{OTHER}") == [R, R]
    assert verdicts(f"{ONE_HOT}If $y_k = 1$,\n{OTHER}otherwise\n{TARGET}") == [W, W]


def test_a_hinge_by_its_name() -> None:
    assert verdicts(f"{RELU}If $h_j > 0$,\n{UNIT}If $h_j = 0$,\n{NOUNIT}") == [R, R]
    assert verdicts(f"{RELU}If $h_j > 0$,\n{NOUNIT}If $h_j = 0$,\n{UNIT}") == [W, W]
    # `h >= 0` always holds
    assert verdicts(f"{RELU}If $h_j \\ge 0$,\n{UNIT}") != [R]


DECAYED = (
    r"$$E = \frac{\lambda}{2} \sum_{i=1}^d w_i^2 + \frac12\sum_{n=1}^N (y_n - t_n)^2,"
    r" \quad y_n = \sigma\left(\sum_{i=1}^d w_i x_{ni}\right)$$"
    "\n"
)


@pytest.mark.parametrize(
    "words",
    [
        r"With a weight decay $\lambda > 0$, we get",
        r"Let $0 < \lambda < 1$.",
        r"Since $0 < y_n < 1$, the gradient is",
        r"Because $y_n (1-y_n) \le 1/4$,",
        r"Since $y_n > 0$, we may take logs. Now",
    ],
)
def test_what_always_holds_excuses_no_wrong_line(words: str) -> None:
    line = r"$$\frac{\partial E}{\partial w_i} = %s\sum_n (y_n - t_n) y_n (1 - y_n) x_{ni}$$"
    assert verdicts(DECAYED + words + "\n" + line % r"\lambda w_i + ") == [R]
    assert verdicts(DECAYED + words + "\n" + line % "")[-1] == W


def test_the_same_line_under_another_condition_is_another_line() -> None:
    """It was not marked, so that a page with a wrong line had full marks."""
    page = f"{RELU}If $h_j = 0$,\n{NOUNIT}If $h_j > 0$,\n{NOUNIT}"
    first, second = check(page).claims
    assert (first.marks, first.marks_possible) == (1, 1)
    assert (second.marks, second.marks_possible) == (0, 1)
    again = check(f"{RELU}If $h_j = 0$,\n{NOUNIT}If $h_j = 0$,\n{NOUNIT}").claims[1]
    assert again.marks_possible == 0


SOFTMAX_PAIR = r"Let $a_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$ and $E = -\sum_k y_k \log a_k$. "
SQUARES = r"$$y_i = \sum_{j=1}^{n} a_{ij} x_j^2, \qquad E = \frac{1}{2}\sum_{i=1}^{m} y_i^2$$"
ROWS = r"$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $r = W^\top W x - x$. "


@pytest.mark.parametrize(
    "text",
    [
        SOFTMAX_PAIR + r"For $K = 2$ and $y_1 + y_2 = 1$, $$\frac{\partial E}{\partial z_1} = a_1 - y_1$$",
        SQUARES + r"For $n=m=1$ and $a_{11}=1$ we have $E = \frac12 x_1^4$, so $\frac{dE}{dx_1} = 2x_1^3$.",
        ROWS + r"If $W$ has orthonormal rows ($W W^\top = I$), then $W r = 0$.",
        ROWS + r"When $W$ is orthogonal, i.e. $W W^\top = I$, we have $W r = 0$.",
        ROWS + r"もし $W$ が直交行列（$W W^\top = I$）ならば $W r = 0$ となる。",
    ],
)
def test_what_is_said_together_with_a_condition_is_none_of_the_claims(text: str) -> None:
    """It cannot be used, so that what is said under it is open."""
    assert {str(c.judgement) for c in check(text).claims} == {"unproved"}


@pytest.mark.parametrize(
    "words", ["When $w_j \\ne 0$ the derivative by $w_j$ can be found.", "", "Often $w_j \\ne 0$."]
)
def test_a_value_left_out_is_left_out_of_no_wrong_line(words: str) -> None:
    page = rf"""$$ P = \sum_{{k=1}}^d |w_k| $$

{words}

$$ \frac{{\partial P}}{{\partial w_j}} = \operatorname{{sign}}(w_j) $$ ( $w_j \ne 0$ )

$$ \frac{{\partial P}}{{\partial w_j}} = w_j $$ ( $w_j \ne 0$ )
"""
    assert [str(c.judgement) for c in check(page).claims if "partial" in c.latex] == ["right", "wrong"]


RIDGE = r"$$F = \sum_{j=1}^p \frac{k^2 a_j^2}{(b_j + k)^2} + s k, \quad G = |k| + \sqrt{k} + \frac{1}{k}$$" "\n\n"
SLOPE = r"$$\frac{dF}{dk} = s + 2 k \sum_{j=1}^p \frac{a_j^2 b_j}{(b_j + k)^3}$$" "\n\n"


def slopes(text: str) -> list[str]:
    return [str(c.judgement) for c in check(RIDGE + text).claims]


def test_a_slope_at_a_value_of_what_it_is_taken_by() -> None:
    assert slopes(r"$$\frac{dF}{dk} = s$$ ( $k = 0$ )") == ["right"]
    assert slopes(r"$$\frac{dF}{dk} = s + k$$ if $k = 0$.") == ["right"]
    assert slopes(r"$$\frac{dF}{dk} = 2 s$$ ( $k = 0$ )") == ["wrong"]
    assert slopes(r"$$\frac{dF}{dk} = s$$") == ["wrong"]
    assert slopes(r"$$\frac{dF}{dk} = s$$ ( $k = 1$ )") == ["wrong"]


@pytest.mark.parametrize(
    "line", [r"\frac{dG}{dk} = 0", r"\frac{dG}{dk} = \operatorname{sign}(k)", r"\frac{dG}{dk} = 1"]
)
def test_no_slope_where_there_is_none(line: str) -> None:
    assert slopes(f"$${line}$$ ( $k = 0$ )") == ["unproved"]


def test_a_value_behind_two_lines_is_none_of_those_between() -> None:
    at, other = r"$$\frac{dF}{dk} = s$$ ( $k = 0$ )", r"$$\frac{dF}{dk} = s + 2k$$"
    assert slopes("\n\n".join((at, SLOPE, other, at))) == ["right", "right", "wrong", "right"]
    # with no such line below, it may be meant for the lines behind, and makes none of them right
    assert slopes("\n\n".join((at, SLOPE, other))) == ["right", "right", "unproved"]
    assert slopes("\n\n".join((at, r"$$\frac{dF}{dk} = 2 s$$"))) == ["right", "wrong"]


BOUNDED = (r"$$ E = \sum_{i=1}^n (x_i - w_i)^2 $$", r"$$ F = \sum_{i=1}^n (2 x_i^2 + 2 w_i^2) $$")


@pytest.mark.parametrize("said", [r"We bound it from above ($E \le F$).", "上界 ($E \\le F$) を作る。"])
def test_which_of_two_defined_values_is_larger_is_no_condition(said: str) -> None:
    page = (BOUNDED[0], said, BOUNDED[1])
    assert each_verdict(
        *page,
        lines=[r"$$ \frac{\partial F}{\partial w_i} = 4 w_i $$", r"$$ \frac{\partial F}{\partial w_i} = 2 w_i $$"],
    ) == ["right", "wrong"]
    other = r"$$ m = E $$ ($E \le F$)"
    assert verdict(*BOUNDED, other, r"$$ \frac{\partial m}{\partial w_i} = -2 (x_i - w_i) $$") != "wrong"
    unknown = (r"We take it ($F \le c$).", r"$$ \frac{\partial F}{\partial w_i} = 4 w_i $$")
    assert verdict(BOUNDED[0], unknown[0], BOUNDED[1], unknown[1]) != "wrong"
