r"""What words say of recurrent pages: a sign before a name, the outer product, errors behind the end, products."""

import pytest

from .judging import check

PAGE = r"""
Let $\mathbf{x}_t \in \mathbb{R}^m$ be the input at step $t$ ($t = 1, \dots, T$), $U \in \mathbb{R}^{n \times m}$,
$V \in \mathbb{R}^{n \times n}$ and $\mathbf{y}_t \in \mathbb{R}^n$. We set $\mathbf{h}_0 = \mathbf{0}$.

$$ \mathbf{a}_t = U \mathbf{x}_t + V \mathbf{h}_{t-1} $$

$$ \mathbf{h}_t = \tanh(\mathbf{a}_t) $$

$$ E = \frac12 \sum_{t=1}^T \|\mathbf{h}_t - \mathbf{y}_t\|^2 $$

"""
SIGN = r"""
For any vector $\mathbf{v}$ of the network $\delta\mathbf{v}$ denotes the derivative $\partial E/\partial \mathbf{v}$.
"""
ENDS = r"""
All the deltas at step $T+1$ are zero. Here $\langle \cdot, \cdot \rangle$ is the outer product
of two vectors.
"""


def judged(line: str, sign: str = SIGN, ends: str = ENDS) -> str:
    return str(check(f"{PAGE}{sign}{ends}\n$$ {line} $$\n").claims[-1].judgement)


RIGHT = [
    r"\delta\mathbf{h}_t = \mathbf{h}_t - \mathbf{y}_t + V^T \delta\mathbf{a}_{t+1}",
    r"\delta\mathbf{a}_t = (1 - \mathbf{h}_t \odot \mathbf{h}_t) \odot \delta\mathbf{h}_t",
    r"\delta\mathbf{x}_t = U^T \delta\mathbf{a}_t",
    r"\frac{\partial E}{\partial V} = \sum_{t=1}^T \langle \delta\mathbf{a}_t, \mathbf{h}_{t-1} \rangle",
    r"\frac{\partial E}{\partial V} = \sum_{t=1}^{T-1} \langle \delta\mathbf{a}_{t+1}, \mathbf{h}_t \rangle",
]
WRONG = [
    r"\delta\mathbf{h}_t = \mathbf{h}_t - \mathbf{y}_t + V \delta\mathbf{a}_{t+1}",
    r"\delta\mathbf{h}_t = \mathbf{h}_t - \mathbf{y}_t + V^T \delta\mathbf{a}_t",
    r"\delta\mathbf{h}_t = \mathbf{h}_t - \mathbf{y}_t",
    r"\delta\mathbf{a}_t = \mathbf{h}_t \odot \delta\mathbf{h}_t",
    r"\delta\mathbf{x}_t = \delta\mathbf{a}_t",
    r"\frac{\partial E}{\partial V} = \sum_{t=1}^T \langle \mathbf{h}_{t-1}, \delta\mathbf{a}_t \rangle",
    r"\frac{\partial E}{\partial V} = \sum_{t=1}^T \langle \delta\mathbf{a}_t, \mathbf{h}_t \rangle",
    r"\frac{\partial E}{\partial V} = \sum_{t=2}^{T-1} \langle \delta\mathbf{a}_{t+1}, \mathbf{h}_t \rangle",
]


@pytest.mark.parametrize("line", RIGHT)
def test_right_lines(line: str) -> None:
    assert judged(line) == "right"


@pytest.mark.parametrize("line", WRONG)
def test_wrong_lines(line: str) -> None:
    assert judged(line) == "wrong"


@pytest.mark.parametrize(
    "sign",
    [
        r"We write $\delta\mathbf{v}$ for $\partial E/\partial \mathbf{v}$.",
        r"Here $\delta\mathbf{h}_t$ is the gradient $\frac{\partial E}{\partial \mathbf{h}_t}$.",
        r"The gradient $\partial E/\partial \mathbf{v}$ is denoted by $\delta\mathbf{v}$.",
    ],
)
def test_other_words_for_the_sign(sign: str) -> None:
    assert judged(RIGHT[0], sign) == "right"
    assert judged(WRONG[0], sign) == "wrong"


@pytest.mark.parametrize(
    "sign",
    [
        "",
        r"Here $\delta\mathbf{v}$ is the negative gradient $\partial E/\partial \mathbf{v}$.",
        r"Here $\delta\mathbf{v}$ denotes the derivative $\partial E/\partial \mathbf{v}$ without the later steps.",
        r"Here $\delta\mathbf{v}$ is not the derivative $\partial E/\partial \mathbf{v}$.",
    ],
)
def test_signs_that_mean_something_else(sign: str) -> None:
    assert judged(RIGHT[2], sign) in ("unproved", "unreadable")
    assert judged(WRONG[4], sign) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "more",
    [
        r"For a matrix $M$ however $\delta M$ is the update $-\eta \partial E/\partial M$.",
        r"The update of a matrix is $\delta U = -\eta \frac{\partial E}{\partial U}$.",
        r"Here $\delta\mathbf{x}_t$ alone is something else.",
        r"The letter $\delta$ alone denotes the threshold.",
    ],
)
def test_other_words_about_the_same_sign(more: str) -> None:
    for line in (RIGHT[2], WRONG[4], r"\delta U = \sum_{t=1}^T \delta\mathbf{a}_t \mathbf{x}_t^T"):
        assert judged(line, SIGN + more) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "ends",
    [
        r"The deltas at $T+1$ vanish.",
        r"Everything with the subscript $T+1$ is $0$.",
        r"All error signals at time step $T+1$ are defined to be zero.",
        r"時刻 $T+1$ の誤差はすべて 0 とする。",
    ],
)
def test_errors_behind_the_last_step(ends: str) -> None:
    assert judged(RIGHT[0], ends=ends) == "right"
    assert judged(WRONG[2], ends=ends) == "wrong"


@pytest.mark.parametrize(
    "ends",
    [
        r"If all the deltas at step $T+1$ are zero, training has converged.",
        r"Nothing at $T+1$ counts: each error there is zero.",
    ],
)
def test_other_sentences_about_the_end(ends: str) -> None:
    assert judged(RIGHT[0], ends=ends) != "wrong"


def test_without_a_word_about_the_end() -> None:
    assert judged(RIGHT[0], ends="") != "right"


def test_values_beside_errors_there() -> None:
    """Where the error is 0 nothing is said of the value beside it."""
    behind = r"V^T ((1 - \mathbf{h}_{t+1} \odot \mathbf{h}_{t+1}) \odot \delta\mathbf{h}_{t+1})"
    assert judged(rf"\delta\mathbf{{h}}_t = \mathbf{{h}}_t - \mathbf{{y}}_t + {behind}") == "right"
    assert judged(r"\sum_{t=1}^T \mathbf{h}_{t+1} = \sum_{t=2}^T \mathbf{h}_t") != "right"


STATES = r"""
$$h_i^t = \tanh(\sum_j w_{ij} h_j^{t-1} + x_i^t)$$ for $t=1..T$,
$$E = \sum_{t=1}^T \sum_{i=1}^n g_i^t h_i^t$$ $$\delta_i^t = \frac{\partial E}{\partial h_i^t}$$
"""


@pytest.mark.parametrize("given", ["", r"The $h_i^0$ are given."])
def test_the_state_before_the_first_step_is_none_of_the_errors(given: str) -> None:
    def verdict(line: str) -> str:
        said = f"{STATES}{given} All the deltas at time $T+1$ are zero. "
        return str(check(rf"{said}$$\frac{{\partial E}}{{\partial w_{{ij}}}} = {line}$$").claims[-1].judgement)

    assert verdict(r"\sum_{t=1}^{T} \delta_i^t (1-(h_i^t)^2) h_j^{t-1}") == "right"
    assert verdict(r"\sum_{t=2}^{T} \delta_i^t (1-(h_i^t)^2) h_j^{t-1}") == "wrong"
    assert verdict(r"\sum_{t=1}^{T} \delta_i^{t+1} (1-(h_i^{t+1})^2) h_j^{t}") == "wrong"


def test_words_about_the_initial_state() -> None:
    said = r"The initial state is $\mathbf{0}$ and all the deltas at time $T+1$ are zero."
    line = r"\sum_{t=2}^{T} \delta_i^t (1-(h_i^t)^2) h_j^{t-1}"
    page = rf"{STATES}{said} $$\frac{{\partial E}}{{\partial w_{{ij}}}} = {line}$$"
    assert str(check(page).claims[-1].judgement) != "wrong"


def test_not_all_errors_are_zero_behind_the_end() -> None:
    page = rf"{STATES}Not all the deltas at time $T+1$ are zero. $$\delta_i^{{T+1}} = 0$$"
    assert str(check(page).claims[-1].judgement) == "unproved"


@pytest.mark.parametrize("ends", ["", r"Here $\langle \cdot, \cdot \rangle$ is not the outer product. "])
def test_angles_are_an_inner_product(ends: str) -> None:
    assert judged(RIGHT[3], ends=ends) != "right"
    assert (
        judged(
            r"\sum_{t=1}^T \langle \delta\mathbf{x}_t, \mathbf{x}_t \rangle"
            r" = \sum_{t=1}^T (\delta\mathbf{x}_t)^T \mathbf{x}_t",
            ends=ends,
        )
        == "right"
    )


GATES = r"""
Superscripts are steps, $t = 1, \dots, T$. The states $s^t$, the gates $b_{I}^t$, $b_{F}^t$ and the outputs $h^t$
are vectors of the same length $n$, the $x^t$ are input vectors. %s, and $f$ acts on every element.
We start with $s^0 = h^0 = 0$.

$$ a_{I}^t = W_{I,X} x^t + W_{I,H} h^{t-1} \quad b_{I}^t = f(a_{I}^t) $$

$$ a_{F}^t = W_{F,X} x^t + W_{F,H} h^{t-1} \quad b_{F}^t = f(a_{F}^t) $$

$$ s^t = b_{F}^t s^{t-1} + b_{I}^t $$

$$ h^t = f(s^t) $$

$$ E = \frac12 \sum_{t=1}^{T} (h^t - y^t)^{\top} (h^t - y^t) $$

We write $\delta_{F}^t = \frac{\partial E}{\partial a_{F}^t}$, $\epsilon_s^t = \frac{\partial E}{\partial s^t}$.

"""
SIDE = "Two vectors written side by side are multiplied element-wise"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\delta_{F}^t = f'(a_{F}^t) s^{t-1} \epsilon_s^t", "right"),
        (r"\delta_{F}^t = f'(a_{F}^t) s^{t} \epsilon_s^t", "wrong"),
        (r"\delta_{F}^t = f(a_{F}^t) s^{t-1} \epsilon_s^t", "wrong"),
        (r"\frac{\partial E}{\partial W_{F,H}} = \sum_{t=1}^{T} \delta_{F}^t (h^{t-1})^{\top}", "right"),
        (r"\frac{\partial E}{\partial W_{F,H}} = \sum_{t=1}^{T} h^{t-1} (\delta_{F}^t)^{\top}", "wrong"),
        (r"\frac{\partial E}{\partial W_{F,H}} = \sum_{t=1}^{T} \delta_{F}^t (h^{t})^{\top}", "wrong"),
    ],
)
def test_vectors_side_by_side(line: str, verdict: str) -> None:
    assert str(check(f"{GATES % SIDE}$$ {line} $$\n").claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    "words",
    [
        "Products of vectors are element-wise",
        "Vectors next to each other are multiplied elementwise",
        "Juxtaposition of two vectors denotes the Hadamard product",
    ],
)
def test_other_words_for_products(words: str) -> None:
    line = r"\delta_{F}^t = f'(a_{F}^t) s^{t-1} \epsilon_s^t"
    assert str(check(f"{GATES % words}$$ {line} $$\n").claims[-1].judgement) == "right"


@pytest.mark.parametrize("words", ["Everything is smooth", "Products of vectors are not element-wise"])
def test_products_of_which_nothing_is_said(words: str) -> None:
    line = r"\delta_{F}^t = f'(a_{F}^t) s^{t-1} \epsilon_s^t"
    assert str(check(f"{GATES % words}$$ {line} $$\n").claims[-1].judgement) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"(V^T (y - t)) \sigma'(z)", "right"),
        (r"(V^T (y - t)) \sigma(z)", "wrong"),
        (r"V^T (y - t) \sigma'(z)", "unreadable"),
        (r"\sigma'(z) V^T (y - t)", "unreadable"),
    ],
)
def test_a_matrix_beside_two_vectors(line: str, verdict: str) -> None:
    page = rf"""{SIDE}; a matrix and a vector as usual.

$$z = W x \qquad h = \sigma(z) \qquad y = V h \qquad E = \frac12 \|y - t\|^2$$ with $x \in \mathbb{{R}}^n$,
$W \in \mathbb{{R}}^{{m \times n}}$, $V \in \mathbb{{R}}^{{k \times m}}$; $\sigma$ acts elementwise

$$\frac{{\partial E}}{{\partial z}} = {line}$$
"""
    assert str(check(page).claims[-1].judgement) == verdict


BIASES = r"""
$$ z_{ni} = \sum_{j=1}^d w_{ij} x_{nj} + b_i $$

$$ C_n = \frac12 \sum_{i=1}^m (z_{ni} - y_{ni})^2 $$

$$ C = \frac1N \sum_{n=1}^N C_n $$

$$ \nabla w_{ij} = \frac{\partial C}{\partial w_{ij}} $$

WORDS
"""
OF_TOTAL, OF_ONE = r"\nabla b_i = \frac1N \sum_{n=1}^N (z_{ni} - y_{ni})", r"\nabla b_i = z_{ni} - y_{ni}"


def explained(words: str, line: str) -> str:
    return str(check(BIASES.replace("WORDS", words) + f"\n$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        r"Here $\nabla b_i$ is the gradient of $C$ with respect to $b_i$.",
        r"Here $\nabla b_i$ denotes the gradient of the loss.",
        r"We find $\nabla b_i$ by the chain rule.",
        r"$\nabla b_i$ は $C$ の勾配である。",
    ],
)
def test_words_that_say_what_an_equation_does(words: str) -> None:
    assert explained(words, OF_TOTAL) == "right"
    assert explained(words, OF_ONE) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"In contrast, $\nabla b_i$ is the gradient of $C_n$.",
        r"Here $\nabla b_i$ is the gradient with respect to $b_i$ of $C_n$.",
        r"$\nabla b_i$ is the gradient of the loss of one example.",
        r"$\nabla b_i$ belongs to $C_n$.",
        r"We write $\nabla b_i$ for $\partial C_n/\partial b_i$.",
        r"$\nabla b_i$ は $C_n$ の勾配である。",
    ],
)
def test_words_that_say_another_thing_than_an_equation(words: str) -> None:
    assert explained(words, OF_TOTAL) not in ("right", "wrong")
    assert explained(words, OF_ONE) not in ("right", "wrong")
    assert explained(words, r"\nabla w_{ij} = \frac1N \sum_{n=1}^N (z_{ni} - y_{ni}) x_{nj}") == "right"
