"""What words call dependent, and no formula: derivatives of what is made of it, by something else, are left open."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import verdict as judged_last

PENALISED = r"$$E = \frac12 \sum_n (y_n - t_n)^2 + \frac{\lambda}{2} \sum_j w_j^2$$"
DROPPED = r"$$\frac{\partial E}{\partial w_j} = \lambda w_j$$"


def verdict(*parts: str) -> str:
    return str(check("\n\n".join(parts)).verdict)


@pytest.mark.parametrize(
    "words",
    [
        "Here $y_n$ is the output of the network.",
        "where $y_n$ is the prediction for example n and $t_n$ the target.",
        "where $y_n$ denotes the model's prediction.",
        "The predictions $y_n$ are compared with the targets.",
        "Of course $y_n$ also depends on $w$.",
        "Each $y_n$ is a function of $w$ and of the input.",
        "The $y_n$ are computed by the model.",
        r"$y_n$ はモデルの予測である。",
        "$y_n$ ist die Vorhersage.",
        "$y_n$ は $w$ に依存する。",
        "$y_n$ は $w$ の関数である。",
        "Let $y$ be the softmax of $w$.",
        "where $y_n$ is the mean of the $w_j$ and $t_n$ a target.",
        "where $y_n$ varies with $w$.",
        "where $y_n$ is the partition function.",
    ],
)
def test_a_prediction_is_no_number(words: str) -> None:
    assert verdict(words, PENALISED, DROPPED) == "unproved"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Here $y_n$ is a label.",
        "The $y_n$ do not depend on $w$.",
        "$y_n$ は $w$ に依存しない。",
        "where $y_n$ is the mean of the prior and $w$ a weight.",
        "Each $y_n$ depends on $v$.",
        "Neither $t_n$ nor $y_n$ depends on $w$.",
        "For a new point $y_n$ the prediction is made as usual.",
    ],
)
def test_other_words_leave_it_a_number(words: str) -> None:
    assert verdict(words, PENALISED, DROPPED) == "right"


def test_the_derivative_by_the_prediction_itself_is_known() -> None:
    assert verdict("where $y_n$ is the prediction", PENALISED, r"$$\frac{\partial E}{\partial y_n} = y_n - t_n$$") == (
        "right"
    )
    assert verdict("where $y_n$ is the prediction", PENALISED, r"$$\frac{\partial E}{\partial y_n} = t_n - y_n$$") == (
        "wrong"
    )


def test_a_defined_prediction_is_known() -> None:
    defined = r"$$y_n = \sum_j w_j x_{nj}$$"
    assert verdict("where $y_n$ is the prediction", PENALISED, defined, DROPPED) == "wrong"


@pytest.mark.parametrize(
    "loss", [r"L", r"L_{CE}", r"\mathcal{L}_{CE}", r"E_D", r"\frac12 L", r"\lambda R", r"\Omega", r"\beta \ell", "C_0"]
)
def test_a_loss_that_no_line_defines_is_no_number(loss: str) -> None:
    page = rf"$$J = {loss} + \frac{{\mu}}{{2}} \sum_i w_i^2$$"
    assert verdict(page, r"$$\frac{\partial J}{\partial w_i} = \mu w_i$$") == "unproved"


def test_what_a_loss_is_applied_to_is_no_number_where_none_of_it_is_defined() -> None:
    page = r"$$J = L(v, t) + \frac{\mu}{2} \sum_i w_i^2$$"
    dropped = r"$$\frac{\partial J}{\partial w_i} = \mu w_i$$"
    assert verdict(page, dropped) == "unproved"
    assert verdict(r"$$v = \sum_i w_i x_i$$", page, dropped) in ("wrong", "unproved")


@pytest.mark.parametrize("constant", ["C", "K", "c", "R_i", r"\alpha", "T", "E w"])
def test_other_terms_are_numbers(constant: str) -> None:
    page = rf"$$J = {constant} + \frac{{\mu}}{{2}} v^2$$"
    assert verdict(page, r"$$\frac{\partial J}{\partial v} = \mu v$$") == "right"


@pytest.mark.parametrize(
    "line",
    [
        r"$$\frac{\partial}{\partial w} \left( L + \lambda w^2 \right) = 2 \lambda w$$",
        r"$$\frac{\partial}{\partial w} \frac12 (y - t)^2 = (y - t) x$$",
        r"$$\frac{\partial}{\partial w_{ij}} \frac12 \sum_k (y_k - t_k)^2 = \sum_k (y_k - t_k) x_j$$",
        r"$$\frac{\partial}{\partial z_j} \log p_i = \delta_{ij} - p_j$$",
        r"$$\frac{\partial y_k}{\partial w_{ij}} = x_j$$",
        r"$$\sum_i (x_i - m) = 0$$",
        r"$$A B = B A$$",
    ],
)
def test_a_formula_without_a_name_says_nothing_of_what_is_not_in_it(line: str) -> None:
    """No page that defines nothing makes such a line right or wrong."""
    assert verdict("The output $y$ depends on everything, and so does $y_k$; A and B are matrices.", line) in (
        "unproved",
        "unreadable",
    )


def test_the_names_of_such_formulas_are_not_shown() -> None:
    report = check(r"$$\frac{\partial}{\partial z_j} \frac{e^{z_i}}{\sum_k e^{z_k}} = \frac{e^{z_i}}{\sum_k e^{z_k}}$$")
    assert report.verdict == "wrong"
    assert report.notes == (r"the range of `i` is not stated: `1 \le i \le I` is taken",)
    assert "\\u0000" not in str(report.data())
    assert "\0" not in str(report)


def test_a_hat_is_the_prediction_beside_a_target() -> None:
    hats = PENALISED.replace("y_n - t_n", r"\hat{y}_n - y_n")
    assert verdict(hats, DROPPED) == "unproved"
    assert verdict(hats, r"$$\frac{\partial E}{\partial \hat{y}_n} = \hat{y}_n - y_n$$") == "right"
    assert verdict(r"$$\hat{y}_n = \sum_j w_j x_{nj}$$", hats, DROPPED) == "wrong"
    assert verdict(r"$$y_n = \sum_j v_j x_{nj}$$", hats, DROPPED) == "right"  # the target carries the hat


SCORES = r"$$z_k = \theta_k^T x, \quad y_k = \sum_j w_{kj} x_j$$"


@pytest.mark.parametrize(
    ("loss", "line"),
    [
        (r"$$J = -\sum_i \log Q(y^{(i)} | x^{(i)}; \theta)$$", r"$$\nabla_{\theta_k} J = 0$$"),
        (r"$$J = -\sum_i \log p_i(z)$$", r"$$\nabla_{\theta_k} J = 0$$"),
        (
            r"$$J = \sum_k y_k^2 - \sum_k \log p(k|y)$$",
            r"$$\frac{\partial J}{\partial w_{kj}} = 2 y_k x_j$$",
        ),
        (
            r"$$J = \sum_k y_k^2 - \sum_k \log p(k|x)$$ with the model $p(k|x) \propto e^{y_k}$",
            r"$$\frac{\partial J}{\partial w_{kj}} = 2 y_k x_j$$",
        ),
        (r"$$p(y=1|x) = \sigma(v^T x), \quad J = -\log p(y|x)$$", r"$$\nabla_v J = 0$$"),
    ],
)
def test_what_stands_before_computed_names_depends_on_them(loss: str, line: str) -> None:
    """No line says how, so its derivative is not 0."""
    assert str(check("\n\n".join((SCORES, loss, line))).claims[-1].judgement) == "unproved"


def test_a_function_of_all_of_an_array_is_any_function() -> None:
    text = r"$S \in \mathbb{R}^{n \times n}$, $V \in \mathbb{R}^{n \times h}$, $$C = S V, \qquad L = Loss(C)$$"
    line = r"$$\frac{\partial L}{\partial V} = S^T \frac{\partial L}{\partial C}$$"
    assert verdict(text, line) == "right"
    assert verdict(text, line.replace("S^T", "S")) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "We write $u$ for the square of $a$.",
        "Call the square of $a$ simply $u$.",
        "The square of $a$ is called $u$.",
        "With $u$ the square of $a$,",
        "Squaring $a$ gives $u$.",
        "From $a$ we compute $u$.",
        "$u$ is made from $a$ by squaring.",
        "The entry $u$ is $a$ squared.",
        "The value $u$ is what the network makes of $a$.",
        "Let $u$ be twice $a$.",
        "The square of $a$ will be $u$.",
        "Here $u$ is given by twice $a$.",
        "$u$ is proportional to $a$.",
        "$u$ grows with $a$.",
        "$u$ comes from $a$ by a table lookup.",
        "$u$ is $a$ after dropout.",
        "ここで $u$ は $a$ の 2 乗である。",
        "ここで $u$ は $a$ を正規化したものである。",
    ],
)
def test_words_that_make_a_name_of_another(said: str) -> None:
    page = said + "\n\n$$S = u + a b$$\n\n" + r"$$\frac{\partial S}{\partial a} = %s$$" + "\n"
    for value in ("b", "2 a + b"):
        assert verdict(page % value) == "unproved"
    assert verdict(page.replace("partial a}", "partial b}") % "a") == "right"


@pytest.mark.parametrize(
    "said",
    [
        "Here $u$ is the weight of $a$.",
        "$u$ is connected to $a$.",
        "$u$ is weighted by $a$.",
        "ここで $u$ は $a$ の重みである。",
        "The weighted sum of $a$ and $b$ is $S$.",
    ],
)
def test_words_that_make_no_name_of_another(said: str) -> None:
    assert verdict(said + "\n\n$$S = u a + b$$\n\n" + r"$$\frac{\partial S}{\partial a} = u$$" + "\n") == "right"


STEPS = r"$$E = \frac12 \sum_{t=1}^T \sum_{k=1}^K c_k (u_k^t)^2$$ where t above numbers steps."
PRODUCT = r"$$s_t = \sum_{k=1}^K c_k u_k^t$$"
SLOPE = r"$$\frac{\partial E}{\partial u_k^t} = c_k u_k^t$$"


def test_a_factor_before_a_square_in_parentheses_is_no_function() -> None:
    assert judged_last(STEPS, PRODUCT, SLOPE) == "right"
    assert judged_last(STEPS, PRODUCT, SLOPE.replace("= c_k", "= 2 c_k")) == "wrong"


def test_what_is_never_a_factor_may_be_one() -> None:
    line = r"$$\frac{\partial E}{\partial u_k^t} = 2 u_k^t$$"
    assert judged_last(STEPS, r"$$s_t = \sum_{k=1}^K u_k^t$$", line) != "right"


SHARES = r"""+++
[ranges]
"i" = "1..n"
"k" = "1..n"
+++

$$ r_i = \frac{e^{u_i}}{\sum_{j=1}^{n} e^{u_j}}, \quad E = -\sum_k t_k \log r_k $$
"""
SUMMED = r"$$ \frac{\partial E}{\partial u_i} = -t_i + t_i r_i + \sum_{k \ne i} t_k (r_i) $$"


def test_a_factor_before_one_name_in_parentheses_is_no_function() -> None:
    assert judged_last(SHARES, SUMMED) == "right"
    assert judged_last(SHARES, SUMMED.replace("(r_i)", "(r_k)")) == "wrong"
    assert judged_last(SHARES, SUMMED.replace("+ t_i r_i", "- t_i r_i")) == "wrong"


def test_what_may_be_a_function_stays_one() -> None:
    apart = SUMMED.replace("t_i r_i", "r_i t_i")
    assert judged_last(SHARES, apart) == "unproved"
    assert judged_last(SHARES, r"$$ c_k = t_k (r_k) $$", SUMMED) == "unproved"
    moved = r"$$ \frac{\partial E}{\partial u_i} = \sum_k \frac{\partial t_k}{\partial u_i} $$"
    assert judged_last(SHARES, SUMMED, moved, SUMMED) == "unproved"
