r"""What sentences say in passing: wishes, what holds in one place or for others, what is denied."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$y = w x + b, \quad E = (y-t)^2$$" + "\n\n"
SLOPE = r"$$\frac{\partial E}{\partial w} = @$$" + "\n\n"


def judged(text: str) -> list[str]:
    return [str(c.judgement) for c in check(NETWORK + text).claims]


@pytest.mark.parametrize(
    "words",
    [
        "We want $t = y$.",
        "Perfect predictions have $y = t$.",
        "Ideally, $t = w x + b$.",
        "The weights are changed until $y = t$.",
        "$y = t$ となるように学習する。",
    ],
)
def test_a_wish_neither_defines_nor_claims(words: str) -> None:
    right, wrong = SLOPE.replace("@", "2(y-t)x"), SLOPE.replace("@", "0")
    assert judged(f"{words}\n\n{right}{wrong}") == ["right", "wrong"]
    assert any("wish" in n for n in check(f"{NETWORK}{words}\n\n{right}").notes)


@pytest.mark.parametrize("words", ["For $t = y$ we get", "At the minimum $t = y$, and", "収束時には $t = y$ で"])
def test_what_holds_in_one_place_is_a_condition_of_the_line(words: str) -> None:
    # there it is true, elsewhere not
    assert judged(f"{words}\n\n{SLOPE.replace('@', '0')}") == ["right"]
    assert judged(f"{words}\n\n{SLOPE.replace('@', 'x')}") == ["unproved"]
    assert judged(f"{words}\n\n{SLOPE.replace('@', '0')}Now in general\n\n{SLOPE.replace('@', '0')}") == [
        "right",
        "wrong",
    ]
    assert judged(f"{words}\n\n{SLOPE.replace('@', '2(y-t)x')}") == ["right"]


@pytest.mark.parametrize(
    "words",
    [
        "Then $t = y$ would be perfect.",
        "Note that $t = y$ only at the optimum.",
        "Training stops as soon as $t = y$.",
        "The label $t = y$ is predicted correctly.",
        "The data satisfy $t = w x + b$ up to noise.",
        "If training succeeds, $t = y$.",
        "A network with $t = y$ has learned.",
        "It vanishes iff $t = y$.",
        "学習の目的は $t=y$ とすることである。",
    ],
)
def test_a_sentence_that_may_define_nothing_makes_no_line_right(words: str) -> None:
    # with t := y the error is 0 for every w
    assert judged(f"{words}\n\nNow\n\n{SLOPE.replace('@', '0')}")[-1] != "right"
    assert judged(f"{words}\n\nNow\n\n{SLOPE.replace('@', 'x')}")[-1] in ("wrong", "unproved")


@pytest.mark.parametrize(
    "words",
    [
        "where $t = s y$.",
        "Let $t = s y$ here.",
        "The target is $t = s y$.",
        r"We have $\frac{\partial t}{\partial y} = s$ for $t = s y$.",
    ],
)
def test_a_sentence_that_defines_does(words: str) -> None:
    assert judged(f"{words}\n\n{SLOPE.replace('@', '2(y-t)(1-s)x')}")[-1] == "right"
    assert judged(f"{words}\n\n{SLOPE.replace('@', '2(y-t)x')}")[-1] == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "We want to minimise the error $F = E + w^2$.",
        "The aim is a small $F = E + w^2$.",
        "For one example, $F = E + w^2$.",
        "where $F = E + w^2$.",
    ],
)
def test_what_is_new_is_defined(words: str) -> None:
    line = r"$$\frac{\partial F}{\partial w} = 2(y-t)x + 2w$$"
    assert judged(f"{words}\n\n{line}") == ["right"]


def test_tied_weights_are_tied() -> None:
    page = r"""$$h_j = \sum_i w_{ji} x_i, \quad r_i = \sum_j v_{ij} h_j, \quad E = \sum_i (r_i-x_i)^2$$

We want $r_i = x_i$. For tied weights $v_{ij} = w_{ji}$ we find

$$\frac{\partial E}{\partial w_{ji}} = 2 (r_i - x_i) h_j + 2\sum_k (r_k - x_k) w_{jk} x_i$$

$$\frac{\partial E}{\partial w_{ji}} = 2 (r_i - x_i) h_j$$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong"]


def test_what_solves_an_equation_makes_it_no_identity() -> None:
    # with w := (t - b)/x the error is 0
    assert judged(f"{SLOPE.replace('@', '0')} gives $w = (t-b)/x$.")[0] != "right"


MEANS = r"""We consider $y_n = \sum_{d=1}^D w_d x_{nd} + b$ and $E = \frac{1}{N} \sum_{n=1}^N (y_n - t_n)^2$.

$$\frac{\partial E}{\partial b} = \frac{2}{N} \sum_n (y_n - t_n)$$

$$\frac{\partial E}{\partial w_d} = \frac{2}{N} \sum_n (y_n - t_n) x_{nd}$$

Setting the first to zero gives $b = m - \sum_d w_d c_d$ with $m = \frac1N \sum_n t_n$, $c_d = \frac1N \sum_n x_{nd}$.
"""


def test_a_value_that_solves_an_equation_leaves_the_lines_above_right() -> None:
    found = [str(c.judgement) for c in check(MEANS).claims]
    assert found[:2] == ["right", "right"]
    wrong = MEANS.replace("x_{nd}$$", "$$")
    assert [str(c.judgement) for c in check(wrong).claims][1] == "wrong"


def test_what_holds_at_the_optimum_is_no_claim_in_general() -> None:
    page = r"$$E = \log s + \frac{(x - m)^2}{2 s^2}$$" + "\n\nAt the optimum $s^2 = (x-m)^2$.\n\n"
    line = r"$$\frac{\partial E}{\partial s} = \frac1s - \frac{(x-m)^2}{s^3}$$"
    assert [str(c.judgement) for c in check(page + line).claims] == ["right"]
    assert [str(c.judgement) for c in check(page + line.replace("s^3", "s^2")).claims] != ["right"]


INPUTS = r"$$z_i = \sum_j w_{ij} x_j, \quad E = \sum_i z_i^2$$" + "\n\n"
AT_ONE = r"$$\frac{\partial E}{\partial w_{ij}} = 2 z_i$$"


@pytest.mark.parametrize(
    "words",
    [
        "The bias unit has $x_j = 1$.",
        "For the bias, $x_j = 1$.",
        "Say $x_j = 1$.",
        "Think of $x_j = 1$ as an example.",
        "As an example take $x_j = 1$. In general:",
        "Consider inputs $x_j = 1$ first. For other inputs:",
        "(For $x_j = 1$ this is the sum of weights.)",
        "Setting $x_j = 1$ gives the bias. Otherwise",
        "where $x_j = 1$ for the bias unit.",
    ],
)
def test_a_value_said_in_passing_makes_no_line_right(words: str) -> None:
    assert [str(c.judgement) for c in check(f"{INPUTS}{words}\n\n{AT_ONE}").claims][-1] != "right"


@pytest.mark.parametrize(
    "words",
    [
        "Consider the case $x_j = 1$.",
        "If $x_j = 1$, then",
        "For simplicity we set $x_j = 1$.",
        "$x_j = 1$ の場合を考える。",
    ],
)
def test_a_value_that_is_meant_does(words: str) -> None:
    assert [str(c.judgement) for c in check(f"{INPUTS}{words}\n\n{AT_ONE}").claims][-1] == "right"


FORM = r"$$s = \sum_{i=1}^n \sum_{j=1}^n a_{ij} x_i x_j$$" + "\n\n"
SYMMETRIC = r"$$\frac{\partial s}{\partial x_k} = 2 \sum_{i=1}^n a_{ik} x_i$$"


@pytest.mark.parametrize(
    "words",
    [
        "If $a_{ij} = a_{ji}$ it simplifies, but we do not assume it.",
        "We do not assume $a_{ij} = a_{ji}$.",
        "The matrix need not satisfy $a_{ij} = a_{ji}$.",
        "When $a_{ij} = a_{ji}$ we would have a simpler form. Here:",
        "Only for $a_{ij} = a_{ji}$ is it simple. In general",
    ],
)
def test_a_symmetry_that_is_denied_makes_no_line_right(words: str) -> None:
    assert [str(c.judgement) for c in check(f"{FORM}{words}\n\n{SYMMETRIC}").claims][-1] != "right"
    assert [str(c.judgement) for c in check(f"{FORM}Here $a_{{ij}} = a_{{ji}}$.\n\n{SYMMETRIC}").claims][-1] == "right"


RELU = r"$$h = \max(0, a), \quad a = w x, \quad E = (h - t)^2$$" + "\n\n"
ACTIVE = r"$$\frac{\partial E}{\partial w} = 2(h-t)x$$"


def test_a_remark_on_where_something_holds_is_no_condition_of_what_follows() -> None:
    def found(words: str) -> str:
        return str(check(f"{RELU}{words}\n\n{ACTIVE}").claims[-1].judgement)

    assert found("The unit is active when $a > 0$.") != "right"
    assert found("Assume $a > 0$.") == "right"
    assert found("When $a > 0$ we have") == "right"


@pytest.mark.parametrize(
    ("network", "said", "meant", "line"),
    [
        (
            r"$$E = \sum_i \sqrt{x_i^2} w_i$$",
            [
                "Often @.",
                "(think of @)",
                "The inputs are not restricted to @.",
                "with @ for some $i$.",
                "We do not need @.",
            ],
            ["where @.", "with @ for all $i$."],
            r"@x_i > 0@ $$\frac{\partial E}{\partial w_i} = x_i$$",
        ),
        (
            r"$$L = \sum_i (y_i w_i)^2$$",
            [
                "In classification @, here they are real.",
                "Often @.",
                "Unlike in classification, where @, here $y_i \\in \\mathbb{R}$.",
                "For @ it gets simple. In general:",
                "Some authors use @.",
            ],
            ["The labels are @.", "with @ for every $i$."],
            r"@y_i \in \{-1, 1\}@ $$\frac{\partial L}{\partial w_i} = 2 w_i$$",
        ),
        (
            r"$$p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}, \quad L = -\sum_k t_k \log p_k$$",
            [
                "Often @.",
                "Here @ need not hold.",
                "For one-hot labels @; ours are multi-label.",
                "In the single-label case @. We treat the multi-label case.",
                "Some require @.",
                "Only if @ is it simple.",
            ],
            ["Here @.", "where @."],
            r"@\sum_k t_k = 1@ $$\frac{\partial L}{\partial z_k} = p_k - t_k$$",
        ),
        (
            r"$$h_j = f(\sum_i w_{ji} x_i), \quad E = \sum_j h_j$$",
            [
                "A linear unit has @. Ours is general.",
                "Often @.",
                "We do not use @.",
                "Compare @.",
                "@, but any $f$ will do.",
            ],
            ["Here @.", "where @."],
            r"@f(z) = z@ $$\frac{\partial E}{\partial w_{ji}} = x_i$$",
        ),
    ],
)
def test_a_fact_said_in_passing_makes_no_line_right(network: str, said: list[str], meant: list[str], line: str) -> None:
    _, fact, claim = line.split("@")

    def found(words: str) -> str:
        return str(check(f"{network}\n\n{words.replace('@', f'${fact}$')}\n\n{claim}").claims[-1].judgement)

    assert [w for w in said if found(w) == "right"] == []
    assert [w for w in meant if found(w) != "right"] == []


CLUSTERS = (
    '+++\nassume = ["\\\\sum_{c=1}^{C} z_{nc} = 1"]\n+++\n\n'
    r"$x_n$ and $m_c$ are vectors of dimension $D$."
    "\n\n"
    r"$$J = \frac12 \sum_{n=1}^N \sum_{c=1}^C z_{nc} \| x_n - m_c \|^2$$"
    "\n\n@\n\n"
    r"$$\frac{\partial J}{\partial m_c} = \sum_{n=1}^N z_{nc} (m_c - x_n)$$"
    "\n\n"
    r"$$\frac{\partial J}{\partial m_c} = \sum_{n=1}^N (m_c - x_n)$$"
    "\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "Let $N_c$ be the number of $x_n$ with $z_{nc} = 1$.",
        "$S_c$ is the set of all $n$ for which $z_{nc} = 1$.",
        "There $N_c$ is the number of points with $z_{nc} = 1$.",
        "$z_{nc} = 1$ となる $n$ の個数を $N_c$ とする。",
        "$z_{nc} = 1$ であるデータの数を $N_c$ と書く。",
        "$S_c$ は $z_{nc} = 1$ を満たす添字 $n$ の集合である。",
        "令 $N_c$ 为满足 $z_{nc} = 1$ 的 $x_n$ 的个数。",
        "$z_{nc} = 1$인 $n$의 개수를 $N_c$라 하자.",
    ],
)
def test_a_number_that_tells_which_are_counted_holds_of_no_others(words: str) -> None:
    assert judged_alone(CLUSTERS.replace("@", words)) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words", ["Here $z_{nc} = 1$.", "A set of $N$ points has $z_{nc} = 1$.", "$z_{nc} = 1$ とする。"]
)
def test_a_number_that_is_said_of_all_is_not_taken_for_one(words: str) -> None:
    # with one cluster, as it has to be then, both are right
    assert "wrong" not in judged_alone(CLUSTERS.replace("@", words))


def judged_alone(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims if "partial" in c.latex]


LASSO = r"$$ L = \frac12 \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik})^2 + \lambda \sum_{k=1}^d |w_k| $$" + "\n\n"
AT_ZERO = r"$$ \frac{\partial L}{\partial w_j} = -\sum_{i=1}^n (y_i - \sum_{k \ne j} w_k x_{ik}) x_{ij} $$"
ELSEWHERE = "".join(
    r"$$ \frac{\partial L}{\partial w_j} = -\sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij}"
    rf" + \lambda {x} $$ ( $w_j \ne 0$ )"
    "\n\n"
    for x in (r"\operatorname{sign}(w_j)", "w_j")
)


@pytest.mark.parametrize(
    "words",
    [
        "At $w_j = 0$ it is not differentiable.",
        "Since $L$ is not differentiable at $w_j = 0$, only other values are considered.",
        "There is a kink at $w_j = 0$.",
        "The derivative does not exist where $w_j = 0$.",
        "$w_j = 0$ では微分できない。",
        "絶対値は $w_j = 0$ で微分可能でないので、$w_j \\neq 0$ のときを考える。",
        "在 $w_j = 0$ 处不可导。",
        "$w_j = 0$에서 미분 불가능하다.",
        "Bei $w_j = 0$ ist sie nicht differenzierbar.",
    ],
)
def test_where_there_is_no_derivative_is_no_value(words: str) -> None:
    assert judged_alone(f"{LASSO}{words}\n\n{ELSEWHERE}{AT_ZERO}\n") == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "The norm is not differentiable. Let $w_j = 0$.",
        "It is not differentiable at $w_j = 0$. There we take",
        "At $w_j = 0$ it is not differentiable, and we use",
        "$w_j = 0$ では微分できないので、そこでは次のようにする。",
        "$w_j = 0$ では微分できない。このとき",
    ],
)
def test_what_is_taken_there_is_not_judged_elsewhere(words: str) -> None:
    assert judged_alone(f"{LASSO}{words}\n\n{AT_ZERO}\n") == ["unproved"]
