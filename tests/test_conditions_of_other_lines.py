r"""A condition behind one line, about sizes, arrays or data, holds for that line: no other line is right by it.

By hand: with `z = W x` the derivative by x is `W^T \delta`, and `W \delta` where W is symmetric; with layers it is a
sum over the units of the next layer; `y_A - t_A` is `(t_A + t_B) y_A - t_A` where the targets add up to one.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document.behind_lines import conditions_of_lines

from .judging import VERDICTS, each_verdict, verdict


def verdicts(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts), options=VERDICTS).claims]


SQUARE = (
    r"$$ z_j = \sum_{i=1}^{n} w_{ji} x_i $$ ( $j = 1, \dots, n$ )",
    r"$$ L = \frac12 \sum_{j=1}^{n} (z_j - y_j)^2 $$",
    r"$$ \delta_j = \frac{\partial L}{\partial z_j} $$",
    r"Here $W = (w_{ji}) \in \mathbb{R}^{n \times n}$, $x = (x_i)$, $\delta = (\delta_j)$.",
)
WHOLE = r"$$ \frac{\partial L}{\partial x} = W \delta $$"
ENTRIES = r"$$ \frac{\partial L}{\partial x_i} = \sum_j w_{ij} \delta_j $$"
UNIT = r"$$ \frac{\partial L}{\partial x} = \delta $$"
ALWAYS = r"$$ \frac{\partial L}{\partial x_i} = \sum_j w_{ji} \delta_j $$"
DOUBLED = r"$$ \frac{\partial L}{\partial x_i} = 2 \sum_j w_{ji} \delta_j $$"


@pytest.mark.parametrize(
    "condition",
    [
        "( $W = I$ )",
        "( $W^T = W$ , M=K)",
        "(as $W = I$)",
        "(assuming $W = W^T$)",
        "in the case $W = W^T$",
        "( $w_{ij} = w_{ji}$ )",
        "(falls $W = W^T$)",
    ],
)
def test_what_is_said_of_a_matrix_behind_one_line(condition: str) -> None:
    own, *others, always, doubled = verdicts(*SQUARE, f"{WHOLE} {condition}", WHOLE, ENTRIES, UNIT, ALWAYS, DOUBLED)
    assert own == "right"
    assert "right" not in others
    assert always in ("right", "unproved")
    assert doubled == "wrong"


def test_at_the_end_of_the_display() -> None:
    own, other, always = verdicts(*SQUARE, WHOLE[:-3] + r"\quad (W = W^T) $$", WHOLE, ALWAYS)
    assert (own, other, always) == ("right", "unproved", "right")


@pytest.mark.parametrize(
    "line",
    [
        r"$$ \frac{\partial L}{\partial x} = W \delta \text{ if } W = W^T $$",
        r"$$ \frac{\partial L}{\partial x} = W \delta \quad\text{if $W = W^T$} $$",
        r"$$ \frac{\partial L}{\partial x} = W \delta, \quad W = W^T $$",
        r"So $\frac{\partial L}{\partial x} = W \delta$ if $W = W^T$.",
        r"If $W = W^T$, then $\frac{\partial L}{\partial x} = W \delta$.",
        "$$ \\frac{\\partial L}{\\partial x} = W \\delta. $$\nThis holds if $W = W^T$.",
        "$$ \\frac{\\partial L}{\\partial x} = W \\delta. $$\nHere we used $W = W^T$.",
    ],
)
def test_other_ways_to_say_it_of_one_line(line: str) -> None:
    assert verdicts(*SQUARE, line, WHOLE, ALWAYS, DOUBLED) == ["right", "unproved", "right", "wrong"]


def test_in_one_row_of_several() -> None:
    rows = r"$$\begin{aligned} %s \quad (W = W^T) \\ %s \end{aligned}$$"
    row = WHOLE.strip("$ ").replace("=", "&=")
    assert "right" not in verdicts(*SQUARE, rows % (row, row))


def test_between_two_lines_it_is_of_neither() -> None:
    first, second = verdicts(*SQUARE, f"{WHOLE} and for $W = W^T$\n{ENTRIES}")
    assert "right" not in (first, second)
    assert verdicts(*SQUARE, f"{ALWAYS} and for $W = W^T$\n{ALWAYS}") == ["right", "right"]


@pytest.mark.parametrize(
    "lead", ["For $W = W^T$:\n", "If $W = W^T$ we have\n", "If $W = W^T$ we have\n\n", "$W = W^T$ のとき\n"]
)
def test_in_the_sentence_that_leads_to_one_line(lead: str) -> None:
    own, other, entries, always = verdicts(*SQUARE, lead + WHOLE, WHOLE, ENTRIES, ALWAYS)
    assert (own, always) == ("right", "right")
    assert other == entries == "unproved"


@pytest.mark.parametrize("said", ["The matrix is symmetric, $W = W^T$.", "Here $W = W^T$.", "Throughout, $W = W^T$."])
def test_what_the_page_says_holds_for_all(said: str) -> None:
    assert verdicts(*SQUARE, said, WHOLE, ENTRIES, DOUBLED)[-3:] == ["right", "right", "wrong"]
    assert verdict(*SQUARE, f"{UNIT[:-3]}. $$ {said}", WHOLE) == "right"


@pytest.mark.parametrize("asked", ["Here $W = W^T$?", "Is $W = W^T$?", "The matrix is symmetric, $W = W^T$?"])
def test_a_question_says_nothing(asked: str) -> None:
    assert verdict(*SQUARE, asked, WHOLE) != "right"
    assert verdict(*SQUARE, asked, ALWAYS) == "right"


LAYERS = (
    r"$$ z^l_j = \sum_{i=1}^{n_{l-1}} w^l_{ji} a^{l-1}_i + b^l_j $$ ( $l = 1, \dots, L$, $j = 1, \dots, n_l$ )",
    r"$$ a^l_j = \sigma(z^l_j) $$",
    r"$$ C = \frac12 \sum_{j=1}^{n_L} (a^L_j - y_j)^2 $$",
    r"$$ \delta^l_j = \frac{\partial C}{\partial z^l_j} $$",
)
BY_WEIGHT = r"$$ \frac{\partial C}{\partial w^l_{ji}} = \delta^l_j a^{l-1}_i $$"
BACK = r"$$ \delta^{l-1}_i = \sum_{j=1}^{n_{%s}} w^l_{ji} \delta^l_j \sigma'(z^{l-1}_i) $$"


@pytest.mark.parametrize("condition", ["( $n_l = n_{l-1}$ )", "if $n_{l-1} = n_l$.", "(where $n_l = n_{l-1}$)"])
def test_sizes_of_layers_equated_behind_one_line(condition: str) -> None:
    own, _, slip = verdicts(*LAYERS, f"{BY_WEIGHT} {condition}", BACK % "l", BACK % "l-1")
    assert own == "right"
    assert slip != "right"
    assert verdict(*LAYERS, BACK % "l-1") == "wrong"


SIZES = (
    "$$ x_i = X_i $$ ( $1 \\leq i \\leq m$ )",
    "$$ s_i = \\sum_{j=1}^{i-1} W_{ij} x_j $$ ( $m < i \\leq N+n$ )",
    "$$ x_i = \\tanh(s_i) $$ ( $m < i \\leq N+n$ )",
    "$$ E = \\sum_{i=1}^{n} \\frac{1}{2} (x_{i+N} - Y_i)^2 $$",
)
FIRST = (
    r"$$ \frac{\partial E}{\partial X_i} = \sum_{j=m+1}^{N+n} W_{ji} \frac{\partial E}{\partial s_j} $$ ($i \leq m$)"
)
LAST = r"$$ \frac{\partial E}{\partial x_{i+N}} = x_{i+N} - Y_i $$ ($i = n$%s)"


@pytest.mark.parametrize("more", [", $m < N$", ", $N = n > m$", ", $m < n = N$"])
def test_sizes_compared_behind_one_line(more: str) -> None:
    assert verdict(*SIZES, LAST % more, FIRST) != "right"
    assert verdict(*SIZES, "Here $m < N$.", LAST % "", FIRST) == "right"


@pytest.mark.parametrize("asked", ["Here $m < N$?", "Here, is $m < N$?", "Here $N > m$？"])
def test_a_question_compares_no_sizes(asked: str) -> None:
    assert verdict(*SIZES, asked, LAST % "", FIRST) != "right"


TARGETS = (
    r"$$ y_A = \frac{e^{a_A}}{e^{a_A} + e^{a_B}}, \quad y_B = \frac{e^{a_B}}{e^{a_A} + e^{a_B}} $$",
    r"$$ E = -t_A \log y_A - t_B \log y_B $$",
)
SHORT = r"$$ \frac{\partial E}{\partial a_A} = y_A - t_A $$"
LONG = r"$$ \frac{\partial E}{\partial a_A} = (t_A + t_B) y_A - t_A $$"
TURNED = r"$$ \frac{\partial E}{\partial a_A} = t_A - y_A $$"


@pytest.mark.parametrize(
    "said",
    [
        "The targets satisfy $t_A + t_B = 1$.",
        "Here $t_A + t_B = 1$.",
        "$$ t_A + t_B = 1 $$",
        "Es gilt $t_A + t_B = 1$.",
    ],
)
def test_what_few_data_add_up_to_is_assumed(said: str) -> None:
    assert verdicts(*TARGETS, said, SHORT, LONG, TURNED) == ["right", "right", "wrong"]
    assert verdicts(*TARGETS, said.replace("= 1", "= 2"), SHORT, LONG) == ["wrong", "right"]


def test_what_outputs_add_up_to_is_a_claim() -> None:
    assert verdicts(*TARGETS, "Note that $y_A + y_B = 1$.") == ["right"]
    assert verdicts(*TARGETS, "Note that $y_A + y_B = 2$.") == ["wrong"]


@pytest.mark.parametrize("behind", [" ( $t_A + t_B = 1$ )", ", since $t_A + t_B = 1$."])
def test_what_data_add_up_to_behind_one_line(behind: str) -> None:
    assert verdicts(*TARGETS, SHORT + behind, SHORT, LONG, TURNED) == ["right", "unproved", "right", "wrong"]
    assert verdict(*TARGETS, TURNED + behind) == "wrong"


FIT = (
    r"$$ L = \frac12 (w_1 x_1 + w_2 x_2 - y)^2 $$",
    r"$$ \frac{\partial L}{\partial w_1} = (w_1 x_1 + w_2 x_2 - y) x_1 $$",
)


@pytest.mark.parametrize("found", ["Setting this to zero gives $w_1 + w_2 = 1$.", "$$ w_1 + w_2 = 1 $$"])
def test_what_is_found_out_makes_no_line_right(found: str) -> None:
    line = r"$$ \frac{\partial L}{\partial w_1} = (w_1 x_1 + (1 - w_1) x_2 - y) x_1 $$"
    assert each_verdict(*FIT, found, lines=[line, line.replace("x_1 $$", "x_2 $$")]) == ["unproved", "wrong"]


PRODUCT = (
    r"Here $X \in \mathbb{R}^{n \times m}$, $W \in \mathbb{R}^{m \times k}$ and $T \in \mathbb{R}^{n \times k}$.",
    "$$ Y = X W $$",
    r"$$ L = \frac12 \|Y - T\|^2 $$",
)
BY_MATRIX = r"$$ \frac{\partial L}{\partial W} = X^T (Y - T) $$"


@pytest.mark.parametrize(
    "said",
    [
        r"The matrix $X$ is $m \times n$.",
        r"$X$ has $m$ rows and $n$ columns.",
        r"The $m \times n$ matrix $X$ holds the data.",
        r"$X$ ist eine $m \times n$-Matrix.",
        r"Here $X \in \mathbb{R}^{n \times n}$.",
    ],
)
def test_two_sizes_told_for_one_array(said: str) -> None:
    assert each_verdict(*PRODUCT, said, lines=[BY_MATRIX, BY_MATRIX.replace("X^T", "X")]) == ["unproved", "unproved"]


def test_one_size_told_twice() -> None:
    assert each_verdict(
        *PRODUCT, r"The matrix $X$ is $n \times m$.", lines=[BY_MATRIX, BY_MATRIX.replace("X^T", "X")]
    ) == ["right", "wrong"]


def test_relations_of_the_front_matter_are_known_where_shapes_are_compared() -> None:
    net = (
        r"$$ z = W_3 a + b, \quad W_3 \in \mathbb{R}^{d_3 \times d_2}, a \in \mathbb{R}^{d_2} $$",
        r"$$ L = - \sum_{k=1}^{K} t_k \log z_k $$",
        r"Here $t \in \mathbb{R}^{K}$.",
        r"$$ \frac{\partial L}{\partial z} = - t \oslash z $$",
    )
    assert verdict('+++\nrelations = ["d_3 = K"]\n+++', *net) != "wrong"


@pytest.mark.parametrize(
    "behind",
    ["( $k = j$ )", r"( $k \neq j$ )", r"( $j = 1, \dots, n$ )", "with $e = t - y$", "(as $x_0 = 1$)", "for $l = L$"],
)
def test_conditions_on_indices_and_what_names_are_belong_to_the_page(behind: str) -> None:
    assert conditions_of_lines(f"$$ \\sum_{{k=1}}^n a_k $$\n\n$$ a = W b $$ {behind}") == ()


FORM = (
    r"Let $W \in \mathbb{R}^{n \times n}$, $x \in \mathbb{R}^n$.",
    r"$$ E = \frac12 x^T W x $$",
)
SPECIAL = r"$$ \frac{\partial E}{\partial x} = W x $$"
TRUE = r"$$ \frac{\partial E}{\partial x} = \frac12 (W + W^T) x $$"


@pytest.mark.parametrize(
    "case",
    [
        "For symmetric $W$ ($W = W^T$) we have",
        "Si $W$ est symétrique ($W = W^T$), alors",
        "$W$ が対称行列($W^T = W$)のとき",
        "(a) $W = W^T$:",
        "Case 1: $W = W^T$.",
        "**Symmetric case** ($W = W^T$).",
        "With $W = W^T$ this simplifies to",
        "Setting $W = W^T$ gives",
        "Example: take $W = W^T$. Then",
        "Suppose that $W$ is symmetric. Then",
        "**Special case.** Let $W = W^T$. Then",
    ],
)
def test_a_case_that_leads_to_one_line_is_no_fact_of_the_page(case: str) -> None:
    own, other, always, slip = verdicts(*FORM, f"{case}\n{SPECIAL}", f"In general:\n{SPECIAL}", TRUE, SLIP)
    assert (own, other, always, slip) == ("right", "unproved", "right", "wrong")


SLIP = r"$$ \frac{\partial E}{\partial x} = 3 W x $$"


@pytest.mark.parametrize("said", ["Let $W = W^T$.", "We assume that $W$ is symmetric.", "Here $W = W^T$. We get"])
def test_assumptions_in_sentences_of_their_own(said: str) -> None:
    assert verdicts(*FORM, said, SPECIAL, SPECIAL, SLIP) == ["right", "right", "wrong"]


@pytest.mark.parametrize("lead", ["Since $W = W^T$, we have", "Note that $W = W^T$, so", "Da $W = W^T$, gilt"])
def test_a_cause_holds_on_the_page(lead: str) -> None:
    assert verdicts(*FORM, f"{lead}\n{SPECIAL}", SPECIAL, SLIP) == ["right", "right", "wrong"]


@pytest.mark.parametrize("sign", [r"\overset{W = W^T}{=}", r"\stackrel{W^T = W}{=}"])
def test_a_condition_over_the_sign_of_a_link(sign: str) -> None:
    chain = rf"$$ \frac{{\partial E}}{{\partial x}} = \frac12 (W + W^T) x {sign} W x $$"
    assert verdicts(*FORM, chain, SPECIAL, TRUE) == ["right", "unproved", "right"]


POINT = (r"$$ y = w_1 x_1 + w_2 x_2 $$", r"$$ E = \frac12 (y - t)^2 + \frac{\lambda}{2} (w_1^2 + w_2^2) $$")
FIRST_WEIGHT = r"\frac{\partial E}{\partial w_1} = (y - t) %s"


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (FIRST_WEIGHT % r"+ \lambda w_1 \quad (x_1 = 1)", FIRST_WEIGHT % r"+ \lambda w_1"),
        (FIRST_WEIGHT % r"x_1 + \lambda w_1 \overset{\lambda = 0}{=} (y - t) x_1", FIRST_WEIGHT % "x_1"),
    ],
)
def test_a_number_put_behind_one_line(own: str, other: str) -> None:
    always = FIRST_WEIGHT % r"x_1 + \lambda w_1"
    first, second, third = verdicts(*POINT, *(f"$$ {line} $$" for line in (own, other, always)))
    assert (first, third) == ("right", "right")
    assert second != "right"


def test_tied_weights_of_a_later_case() -> None:
    net = (
        r"Here $W \in \mathbb{R}^{m \times n}$, $V \in \mathbb{R}^{n \times m}$.",
        r"$$ h = \tanh(W x), \quad y = V h, \quad E = \frac12 \|y - t\|^2 $$",
    )
    untied = r"$$ \frac{\partial E}{\partial W} = (V^T (y - t) \odot (1 - h^2)) x^T $$"
    tied = r"$$ \frac{\partial E}{\partial W} = (W (y - t) \odot (1 - h^2)) x^T + h (y - t)^T $$"
    found = verdicts(*net, untied, f"With tied weights $V = W^T$ we have instead\n{tied}", tied)
    assert found[0] != "wrong"
    assert found[1:] == ["right", "unproved"]


def test_values_by_cases_are_no_conditions_of_a_line() -> None:
    cases = r"$$ c = \begin{cases} d & \text{if } S_{ij} = 1 \\ e & \text{if } S_{ij} = 0 \end{cases} $$"
    assert conditions_of_lines(cases) == ()
    assert conditions_of_lines(r"$$ a = b $$ where $\delta_{jk} = 1$ for $j = k$.") == ()


@pytest.mark.parametrize(
    ("without", "with_it"),
    [
        ("Without bias ($b = 0$):", "With bias:"),
        ("Ohne Bias ($b = 0$) gilt", "Mit Bias gilt"),
        ("バイアスなし($b = 0$)では", "バイアスありでは"),
        ("Suppose $b = 0$. Then", "In general"),
        ("When the bias is zero ($b = 0$) this is", "For a nonzero bias"),
    ],
)
def test_a_small_letter_that_is_left_out_for_one_line(without: str, with_it: str) -> None:
    page = r"$$ y = w_1 x_1 + w_2 x_2 + b, \quad E = \frac12 (y - t)^2 $$"
    less = r"$$ \frac{\partial E}{\partial w_1} = (w_1 x_1 + w_2 x_2 - t) x_1 $$"
    full = r"$$ \frac{\partial E}{\partial w_1} = (w_1 x_1 + w_2 x_2 + b - t) x_1 $$"
    one, two, three = verdicts(page, without, less, with_it, less, full)[-3:]
    assert (one, three) == ("right", "right")
    assert two in ("wrong", "unproved")


def test_a_condition_in_a_tag() -> None:
    page = r"$$ E = \frac12 \sum_{i=1}^n \sum_{j=1}^n A_{ij} x_i x_j $$"
    tagged = r"$$ \frac{\partial E}{\partial x_k} = \sum_{j=1}^n A_{kj} x_j \tag{$A_{ij} = A_{ji}$} $$"
    second = r"$$ \frac{\partial^2 E}{\partial x_k \partial x_l} = A_{kl} $$"
    assert verdict(page, tagged) == "right"
    assert verdict(page, tagged, second) != "right"
