r"""Derivatives that words call direct, or for which they hold something fixed.

By hand: `u_t = w h_{t-1} + v x_t` has `\partial u_t/\partial w = h_{t-1} + w \partial h_{t-1}/\partial w`, and
`h_{t-1}` alone where that is held fixed. For `u_i = (x_i - \mu)/\sqrt{s + \epsilon}` the last factor alone is left of
the derivative by `x_i` with the mean and the variance held.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import verdict

RNN = r"""
$$ u_t = w h_{t-1} + v x_t \quad (1 \le t \le T) $$

$$ h_t = \tanh(u_t), \quad h_0 = 0 $$

$$ E = \sum_{t=1}^T E_t, \quad E_t = \frac12 (h_t - d_t)^2 $$
"""
DIRECT = r"$$ \frac{\partial u_t}{\partial w} = h_{t-1} $$"
TOTAL = r"$$ \frac{\partial u_t}{\partial w} = h_{t-1} + w \frac{\partial h_{t-1}}{\partial w} $$"
SLIP = r"$$ \frac{\partial u_t}{\partial w} = h_t $$"
HELD = [
    r"Treating $h_{t-1}$ as a constant, we get",
    r"With $h_{t-1}$ held fixed,",
    r"For fixed $h_{t-1}$ we have",
    r"$h_{t-1}$ を定数とみなすと",
    r"If we treat $h_{t-1}$ as a constant, then",
    r"**Treating** the hidden state $h_{t-1}$ as constant, one gets",
    r"By the chain rule, with $h_{t-1}$ held fixed, the derivative of $u_t$ with respect to $w$ is",
    r"$h_{t-1}$ を固定して微分すると",
    r"把 $h_{t-1}$ 看作常数，得到",
    r"Betrachtet man $h_{t-1}$ als Konstante, so gilt",
    r"En traitant $h_{t-1}$ comme une constante, on a",
    r"Tratando $h_{t-1}$ como constante,",
    r"Considerando $h_{t-1}$ costante,",
    r"Mantendo $h_{t-1}$ fixo,",
    r"Считая $h_{t-1}$ постоянным, получаем",
    r"$h_{t-1}$을 상수로 보면",
]
CALLED = [
    "The immediate derivative is",
    "The direct derivative of $u_t$ by $w$ is",
    "The local derivative is",
    "We find the direct derivative:",
    "局所微分は",
    "Die lokale Ableitung von $u_t$ nach $w$ lautet",
    "直接の偏微分は",
    "直接偏导数为",
    "Die direkte Ableitung ist",
    "La dérivée directe est",
    "La derivada directa es",
    "La derivata diretta è",
    "A derivada direta é",
    "Прямая производная равна",
    "직접 미분은",
]


@pytest.mark.parametrize("words", HELD)
def test_what_is_held_fixed(words: str) -> None:
    assert verdict(RNN, words, DIRECT) == "right"
    assert verdict(RNN, words, TOTAL) in ("wrong", "unproved")
    assert verdict(RNN, words, SLIP) == "wrong"


@pytest.mark.parametrize("words", CALLED)
def test_what_is_called_direct(words: str) -> None:
    assert verdict(RNN, words, DIRECT) == "right"
    assert verdict(RNN, words, TOTAL) != "right"
    assert verdict(RNN, words, SLIP) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "A direct calculation gives",
        "We keep the learning rate constant.",
        r"Since $w$ is constant over time,",
        r"With $x_t$ fixed,",
    ],
)
def test_other_words(words: str) -> None:
    assert verdict(RNN, words, TOTAL) == "right"
    assert verdict(RNN, words, DIRECT) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"Since $h_{t-1}$ depends on $w$ we cannot treat $h_{t-1}$ as a constant:",
        "This is not the direct derivative:",
        r"Here $h_{t-1}$ is not held fixed:",
        "Unlike the direct derivative, the total derivative is",
        r"$h_{t-1}$ は定数ではないので",
        r"Without treating $h_{t-1}$ as a constant, we get",
        r"Ohne $h_{t-1}$ als Konstante zu behandeln, erhalten wir",
        r"$h_{t-1}$ を定数とみなさずに計算すると",
    ],
)
def test_words_that_take_it_back(words: str) -> None:
    assert verdict(RNN, words, TOTAL) == "right"
    assert verdict(RNN, words, DIRECT) == "unproved"
    assert verdict(RNN, words, SLIP) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"One may be tempted to treat $h_{t-1}$ as a constant, but in fact",
        r"$h_{t-1}$ is constant with respect to $v$.",
        r"Beginners take $h_{t-1}$ as a constant; in truth",
        r"It is an error to treat $h_{t-1}$ as a constant; correctly,",
        r"Neither $h_{t-1}$ nor $x_t$ is held fixed, so",
        r"We avoid to hold $h_{t-1}$ fixed and get",
        r"If we treated $h_{t-1}$ as a constant, we would forget a term:",
        r"Those who treat $h_{t-1}$ as a constant lose a term; we have",
        r"At inference $h_{t-1}$ is held fixed, in training we have",
        r"By the product rule, we first hold $h_{t-1}$ fixed, then $w$:",
        r"Holding $h_{t-1}$ fixed and then $w$ fixed, we get",
        r"Treating $h_{t-1}$ as a constant gives the first term, and differentiating it the second:",
        r"Treating $h_{t-1}$ as a constant is a pitfall; the full derivative is",
        r"Truncated backpropagation treats $h_{t-1}$ as a constant, the full one has",
        r"Sans jamais traiter $h_{t-1}$ comme une constante, on obtient",
        r"Evitando tratar $h_{t-1}$ como constante,",
        r"Wer $h_{t-1}$ als Konstante betrachtet, vergisst einen Term; richtig ist",
        r"$h_{t-1}$ を定数とみなすのは誤りで、正しくは",
        r"$h_{t-1}$ を定数とみなすと誤った結果になる。",
        r"把 $h_{t-1}$ 看作常数是错误的，正确的是",
        r"若将 $h_{t-1}$ 视为常数则会出错，正确结果为",
        r"Нельзя получить, считая $h_{t-1}$ постоянным,",
        r"$h_{t-1}$을 상수로 보면 틀린다. 즉",
        "Multiplying the local derivatives along all paths gives",
        "Using the local derivatives, we get",
        "From the local derivatives we obtain by the product rule",
        "The direct derivative and the recursion together give",
        r"The derivative has a direct effect and one through $h_{t-1}$:",
        "Aus den lokalen Ableitungen folgt",
        "En combinant les dérivées locales, on obtient",
        "局所微分を組み合わせると",
        "将局部导数相乘，得到",
        "Is this the direct derivative?",
        "Given the direct derivative, we get",
        "We have the direct derivative; the derivative is",
        r"For the gradient we do not stop here, $h_{t-1}$ is fixed:",
        r"Having held $h_{t-1}$ fixed before, the total derivative is",
    ],
)
def test_words_that_are_in_doubt(words: str) -> None:
    """A line is decided only where it is the same in total."""
    assert verdict(RNN, words, TOTAL) in ("right", "unproved")
    assert verdict(RNN, words, DIRECT) in ("wrong", "unproved")
    assert verdict(RNN, words, SLIP) == "wrong"
    same = r"$$ \frac{\partial u_t}{\partial v} = x_t + w \frac{\partial h_{t-1}}{\partial v} $$"
    assert verdict(RNN, words, same) in ("right", "unproved")
    assert verdict(RNN, words, same.replace("x_t +", "x_t -")) != "right"
    for line, expected in (
        (r"\frac{\partial E_t}{\partial h_t} = h_t - d_t", "right"),
        (r"\frac{\partial E_t}{\partial h_t} = h_t + d_t", "wrong"),
    ):
        assert verdict(RNN, words, f"$$ {line} $$") == expected


def test_two_sentences_that_do_not_agree() -> None:
    behind = r"where, in truth, $h_{t-1}$ is not constant."
    assert verdict(RNN, r"With $h_{t-1}$ held fixed,", DIRECT, behind) == "unproved"
    assert verdict(RNN, r"With $h_{t-1}$ held fixed,", DIRECT, "where $d_t$ is a constant.") == "right"


@pytest.mark.parametrize(
    "words",
    [
        r"where $h_{t-1}$ is constant over the batch,",
        r"$h_{t-1}$ is the cell state whose constant error flow matters:",
        r"where $h_{t-1}$ is constant,",
    ],
)
def test_words_that_may_say_something_else(words: str) -> None:
    assert verdict(RNN, words, TOTAL) in ("right", "unproved")
    assert verdict(RNN, words, SLIP) == "wrong"


def test_another_entry_is_held() -> None:
    assert verdict(RNN, "With $h_T$ fixed,", TOTAL) == "right"
    assert verdict(RNN, "With $h_T$ fixed,", DIRECT) != "right"


def test_words_between_two_displays() -> None:
    held = r"where $h_{t-1}$ is treated as a constant."
    assert verdict(RNN, SLIP, held, TOTAL) == "right"
    assert verdict(RNN, SLIP, held, DIRECT) == "unproved"
    assert verdict(RNN, SLIP, r"With $h_{t-1}$ held fixed,", DIRECT) == "right"


def test_words_behind_and_in_a_display_and_elsewhere() -> None:
    assert verdict(RNN, DIRECT, r"where $h_{t-1}$ is treated as a constant.") == "right"
    text = r"\quad \text{(treating } h_{t-1} \text{ as a constant)}"
    assert verdict(RNN, DIRECT.replace(" $$", f" {text} $$")) == "right"
    assert verdict(RNN, SLIP.replace(" $$", f" {text} $$")) == "wrong"
    elsewhere = "All derivatives of this section are direct derivatives."
    assert verdict(elsewhere, RNN, "We get", DIRECT) == "unproved"
    assert verdict(elsewhere, RNN, "We get", SLIP) == "wrong"


@pytest.mark.parametrize("words", [r"With $h_{t-1}$ held fixed,", "The immediate derivative is"])
def test_through_the_names_of_a_step(words: str) -> None:
    line = r"$$ \frac{\partial h_t}{\partial w} = (1 - h_t^2) h_{t-1} $$"
    assert verdict(RNN, words, line) == "right"
    assert verdict(RNN, words, line.replace("h_{t-1}", "h_t")) == "wrong"
    chain = line.replace("= (1", r"= \frac{\partial h_t}{\partial u_t} \frac{\partial u_t}{\partial w} = (1")
    assert verdict(RNN, words, chain) == "right"
    plus = line.replace(r"\frac{\partial h", r"\frac{\partial^+ h")
    assert verdict(RNN, plus) == "unproved"
    assert verdict(RNN, plus.replace("h_{t-1}", "h_t")) == "wrong"


STEPS = r"""$$ \frac{\partial E}{\partial w} = \sum_{t=1}^T \sum_{k=1}^t \frac{\partial E_t}{\partial h_t}
\frac{\partial h_t}{\partial h_k} \frac{\partial h_k}{\partial w} $$"""


def test_chain_rules_through_the_steps() -> None:
    assert verdict(RNN, STEPS) == "unproved"
    assert verdict(RNN, STEPS.replace("k=1}^t", "k=1}^{t-1}")) == "wrong"
    ends = (
        r"\frac{\partial E}{\partial w} = \sum_{t=1}^T \frac{\partial E}{\partial h_t} \frac{\partial h_t}{\partial w}"
    )
    whole = RNN.replace(r"\sum_{t=1}^T E_t, \quad E_t = \frac12", r"\frac12 \sum_{t=1}^T")
    assert verdict(whole, f"$$ {ends} $$") == "unproved"
    assert verdict(whole, f"$$ {ends} $$".replace(r"= \sum", r"= 2 \sum")) == "wrong"
    rule = (
        r"\frac{\partial E}{\partial w} = \sum_{t=1}^T \frac{\partial E}{\partial u_t} \frac{\partial u_t}{\partial w}"
    )
    assert verdict(RNN, "With the direct derivatives in the last factor,", f"$$ {rule} $$") == "right"
    told = rf"$$ {rule} = \sum_{{t=1}}^T \frac{{\partial E}}{{\partial u_t}} h_{{t-1}} $$"
    assert verdict(RNN, told) == "right"
    assert verdict(RNN, TOTAL, told) == "unproved"


NORM = r"""
$$ \mu = \frac1m \sum_{i=1}^m x_i, \quad s = \frac1m \sum_{i=1}^m (x_i - \mu)^2 $$

$$ u_i = \frac{x_i - \mu}{\sqrt{s + \epsilon}}, \quad y_i = \gamma u_i + \beta $$
"""
SQUARES = r"$$ E = \frac12 \sum_{i=1}^m (y_i - t_i)^2 $$"
BY_X = r"$$ \frac{\partial E}{\partial x_i} = \frac{\partial E}{\partial u_i} \frac{1}{\sqrt{s + \epsilon}} $$"


@pytest.mark.parametrize("objective", [SQUARES, ""])
def test_batch_normalisation(objective: str) -> None:
    held = r"With $\mu$ and $s$ held fixed,"
    assert verdict(NORM, objective, held, BY_X) == "right"
    assert verdict(NORM, objective, held, BY_X.replace(r"\frac{1}", r"\frac{2}")) == "wrong"
    assert verdict(NORM, objective, BY_X) == "wrong"
    assert verdict(NORM, objective, r"With $\mu$ held fixed,", BY_X) == "wrong"


TIED = r"""
$$ a_j = \sum_i w_{ji} x_i, \quad h_j = \tanh(a_j), \quad y_i = \sum_j w_{ji} h_j $$

$$ E = \frac12 \sum_i (y_i - x_i)^2 $$
"""


def test_tied_weights() -> None:
    line = r"$$ \frac{\partial E}{\partial w_{ji}} = (y_i - x_i) h_j $$"
    assert verdict(TIED, "Keeping $h_j$ fixed,", line) == "right"
    assert verdict(TIED, "Keeping $h_j$ fixed,", line.replace("h_j $$", "a_j $$")) == "wrong"
    assert verdict(TIED, line) == "wrong"
    total = r"$$ \frac{\partial y_i}{\partial w_{ji}} = h_j + w_{ji} (1 - h_j^2) x_i $$"
    assert verdict(TIED, "The explicit derivative is", total) == "unproved"


def test_the_goal_is_not_reached_by_it() -> None:
    asked = "+++\nwrt = ['w_{j,i}']\n+++\n"
    line = r"$$ \frac{\partial E}{\partial w_{ji}} = (y_i - x_i) h_j $$"
    total = r"$$ \frac{\partial E}{\partial w_{ji}} = (y_i - x_i) h_j + \sum_k (y_k - x_k) w_{jk} (1 - h_j^2) x_i $$"
    assert check(f"{asked}{TIED}Keeping $h_j$ fixed,\n\n{line}").goal == "incomplete"
    assert check(f"{asked}{TIED}\n\n{total}").goal == "reached"


GATES = r"""
$$ f_t = \sigma(a h_{t-1} + b x_t), \quad g_t = \tanh(p h_{t-1} + q x_t) $$

$$ C_t = f_t C_{t-1} + g_t, \quad h_t = \tanh(C_t), \quad C_0 = 0, \quad h_0 = 0 $$
"""


def test_gates() -> None:
    line = r"$$ \frac{\partial C_t}{\partial C_{t-1}} = f_t $$"
    assert verdict(GATES, r"Treating $f_t$ and $g_t$ as constants,", line) == "right"
    assert verdict(GATES, "Treating the gates as constants,", line) == "unproved"
    assert verdict(GATES, line) == "wrong"
    assert verdict(GATES, r"Treating $f_t$ and $g_t$ as constants,", line.replace("= f", "= g")) == "wrong"


def test_by_an_earlier_step_of_a_recurrence() -> None:
    """By hand: h_t is made of C_t, that of C_{t-1}, with the factor f_t where the gates are held."""
    line = r"$$ \frac{\partial h_t}{\partial C_{t-1}} = (1 - h_t^2) f_t $$"
    assert verdict(GATES, r"Treating $f_t$ and $g_t$ as constants,", line) in ("right", "unproved")
    assert verdict(GATES, r"Treating $f_t$ and $g_t$ as constants,", line.replace("f_t $$", "g_t $$")) != "right"


def test_what_is_held_may_stand_for_what_it_is_made_of() -> None:
    """For a fixed D the generator learns: D has fixed weights, not a fixed value."""
    net = r"$$ g = w z, \quad D = \sigma(v g), \quad E = \log(1 - D) $$"
    line = r"$$ \frac{\partial E}{\partial w} = -D v z $$"
    assert verdict(net, "For a fixed $D$,", line) == "right"
    assert verdict(net, "For a fixed $D$,", line.replace("v z", "w z")) == "wrong"


def test_vectors_and_entries() -> None:
    net = r"""$$ u_{t,i} = \sum_j W_{ij} h_{t-1,j} + \sum_k V_{ik} x_{t,k} $$

$$ h_{t,i} = \tanh(u_{t,i}), \quad h_{0,i} = 0, \quad E = \frac12 \sum_{t=1}^T \sum_i (h_{t,i} - d_{t,i})^2 $$"""
    line = r"$$ \frac{\partial u_{t,i}}{\partial W_{kj}} = [i = k] h_{t-1,j} $$"
    for held in (r"$h_{t-1}$", r"$\mathbf{h}_{t-1}$", r"$h_{t-1,j}$"):
        assert verdict(net, f"With {held} held fixed,", line) == "right"
        assert verdict(net, f"With {held} held fixed,", line.replace("j} $$", "k} $$")) == "wrong"


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("All derivatives of this section are direct ones.", "unproved"),
        ("Throughout, $\\partial$ denotes the immediate derivative.", "unproved"),
        ("以下、すべての微分は直接の微分である。", "unproved"),
        ("The chain rule multiplies all local derivatives.", "right"),
        ("Backpropagation needs no direct derivative.", "right"),
        ("Alle Ableitungen sind direkt.", "unproved"),
        ("Toutes les dérivées sont directes.", "unproved"),
        ("Todas las derivadas son directas.", "unproved"),
        ("Tutte le derivate sono dirette.", "unproved"),
        ("Die Ableitung ist leicht.", "right"),
    ],
)
def test_what_is_said_of_all_lines_of_a_page(said: str, total: str) -> None:
    assert verdict(said, RNN, "We go on. The line is this.", TOTAL) == total
    assert verdict(said, RNN, "We go on. The line is this.", SLIP) == "wrong"


MIXTURE = (
    r"$$ \gamma_{nk} = \frac{\pi_k e^{-\frac12 (x_n - \mu_k)^2}}{\sum_{j=1}^K \pi_j e^{-\frac12 (x_n - \mu_j)^2}} $$",
    r"$$ Q = \sum_{n=1}^N \sum_{k=1}^K \gamma_{nk} \left( \log \pi_k - \frac12 (x_n - \mu_k)^2 \right) $$",
)
M_STEP = r"\sum_{n=1}^N \gamma_{nk} (x_n - \mu_k)"
ESTIMATED = [
    r"In the M step the responsibilities $\gamma_{nk}$ are held fixed.",
    r"Here $\gamma_{nk}$ does not depend on $\mu_k$.",
    "The responsibilities do not depend on the means.",
    r"$\gamma_{nk}$ is computed with the old parameters.",
    "(responsibilities held fixed)",
    "In the E-step we compute the first, in the M-step we maximise $Q$.",
    "EMアルゴリズムのMステップ",
    r"$\gamma_{nk}$ は E ステップで計算した値に固定する。",
    "M 步：",
    "M-Schritt:",
]


@pytest.mark.parametrize("words", ESTIMATED)
def test_what_is_estimated_in_turn_may_be_held(words: str) -> None:
    """By hand: with the responsibilities held, the derivative is that of the logarithm alone."""
    weights, objective = MIXTURE
    line = r"$$ \frac{\partial Q}{\partial \mu_k} = "
    assert verdict(weights, words, objective, f"{line}{M_STEP} $$") == "unproved"
    assert verdict(weights, words, objective, f"{line}-{M_STEP} $$") == "wrong"


def test_without_a_word_it_is_the_whole_derivative() -> None:
    assert verdict(*MIXTURE, rf"$$ \frac{{\partial Q}}{{\partial \mu_k}} = {M_STEP} $$") == "wrong"


POSTERIORS = r"""
$$ r_{nk} = \frac{\pi_k e^{-\frac12 (x_n-m_k)^2}}{\sum_j \pi_j e^{-\frac12 (x_n-m_j)^2}} $$

$$ L = \sum_n \log \sum_k \pi_k e^{-\frac12 (x_n-m_k)^2} $$
"""
SECOND = r"\frac{\partial^2 L}{\partial m_k^2} = "
HESSIAN = r"\sum_n (r_{nk} (1-r_{nk}) (x_n-m_k)^2 - r_{nk})"


@pytest.mark.parametrize("words", ["With the responsibilities held fixed,", "With $r_{nk}$ held fixed,"])
def test_second_derivatives_beside_such_words_are_open(words: str) -> None:
    for right in (r"-\sum_n r_{nk}", HESSIAN):
        assert verdict(POSTERIORS, words, f"$$ {SECOND}{right} $$") == "unproved"


def test_second_derivatives_without_them() -> None:
    assert verdict(POSTERIORS, f"$$ {SECOND}{HESSIAN} $$") == "right"
    assert verdict(POSTERIORS, rf"$$ {SECOND}-\sum_n r_{{nk}} $$") == "wrong"
