r"""What a sentence says in passing is no fact of its page: `With $f(z) = z$ the network is linear.`"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"""$$ a_i = \sum_{j=1}^{J} w_{ij} x_j $$ ( $1 \le i \le I$ )

$$ h_i = f(a_i) $$

$$ E = \frac{1}{2} \sum_{i=1}^{I} (h_i - t_i)^2 $$
"""
SOFTMAX = r"""$$ p_k = \frac{e^{z_k}}{\sum_{m=1}^{K} e^{z_m}} $$

$$ L = -\sum_{k=1}^{K} t_k \log p_k $$
"""
MARGIN = r"""$$ u_i = \sum_{j=1}^{J} w_j x_{ij} $$

$$ L = \sum_{i=1}^{N} \log(1 + e^{-y_i u_i}) $$
"""
QUADRATIC = r"""$$ q = \sum_{i=1}^{n} \sum_{j=1}^{n} x_i A_{ij} x_j $$
"""
WEIGHTED = r"""$$ u_i = \sum_{j=1}^{J} w_j x_{ij} $$

$$ E = \frac{1}{2} \sum_{i=1}^{N} c_i (u_i - y_i)^2 $$
"""
ANY = r"\frac{\partial E}{\partial a_i} = (h_i - t_i) f'(a_i)"
LINEAR = r"\frac{\partial E}{\partial a_i} = h_i - t_i"
OF_TANH = r"\frac{\partial E}{\partial a_i} = (h_i - t_i) (1 - h_i^2)"
LOGISTIC = r"\frac{\partial E}{\partial a_i} = (h_i - t_i) h_i (1 - h_i)"
OF_RELU = r"\frac{\partial E}{\partial a_i} = (h_i - t_i) [a_i > 0]"
COUNTS = r"\frac{\partial L}{\partial z_k} = p_k \sum_{m=1}^{K} t_m - t_k"
ONE = r"\frac{\partial L}{\partial z_k} = p_k - t_k"
SLOPE = r"\frac{\partial L}{\partial w_j} = -\sum_{i=1}^{N} \frac{y_i x_{ij}}{1 + e^{y_i u_i}}"
SQUARES = r"\sum_{i=1}^{N} y_i^2 u_i^2 = \sum_{i=1}^{N} u_i^2"
BOTH = r"\frac{\partial q}{\partial x_k} = \sum_{j=1}^{n} (A_{kj} + A_{jk}) x_j"
TWICE = r"\frac{\partial q}{\partial x_k} = 2 \sum_{j=1}^{n} A_{kj} x_j"
WITH_WEIGHTS = r"\frac{\partial E}{\partial w_j} = \sum_{i=1}^{N} c_i (u_i - y_i) x_{ij}"
WITHOUT = r"\frac{\partial E}{\partial w_j} = \sum_{i=1}^{N} (u_i - y_i) x_{ij}"
FUNCTION = (NETWORK, ANY, LINEAR)
SUM = (SOFTMAX, COUNTS, ONE)
VALUES = (MARGIN, SLOPE, SQUARES)
SYMMETRY = (QUADRATIC, BOTH, TWICE)
NUMBER = (WEIGHTED, WITH_WEIGHTS, WITHOUT)
"""A network, what is right of it in general, and what is so by what the sentences say alone."""


def judged(network: str, sentence: str, *lines: str) -> list[str]:
    text = "\n\n".join([network, sentence, *(f"$$ {line} $$" for line in lines)])
    claims = check(text).claims
    return [claim.judgement.value for claim in claims if not any(claim.latex in s for s in (network, sentence))]


PASSING = [
    (FUNCTION, "With $f(z) = z$ the network is linear."),
    (FUNCTION, "Taking $f(z) = z$ gives ordinary linear regression."),
    (FUNCTION, "Linear regression is the special case $f(z) = z$."),
    (FUNCTION, "Note that $f(z) = z$ gives a linear model."),
    (FUNCTION, "The simplest choice is $f(z) = z$."),
    (FUNCTION, "Even with $f(z) = z$ the problem is interesting."),
    (FUNCTION, "This covers $f(z) = z$ as well."),
    (FUNCTION, "We exclude $f(z) = z$."),
    (FUNCTION, "Suppose for a moment that $f(z) = z$. Then the network would be linear."),
    (FUNCTION, "$f(z) = z$ とすると線形回帰になる。"),
    (FUNCTION, "恒等関数 $f(z) = z$ を用いることもある。"),
    (FUNCTION, "As a sanity check, put $f(z) = z$."),
    (FUNCTION, "With no activation, $f(z) = z$, we are back at least squares."),
    (FUNCTION, "Least squares is recovered with $f(z) = z$."),
    (FUNCTION, "Linear units, $f(z) = z$, are of little use in hidden layers."),
    (FUNCTION, "Historically, the perceptron was trained with $f(z) = z$."),
    (FUNCTION, "In the exercises, the activation is $f(z) = z$."),
    (FUNCTION, "線形の場合（$f(z) = z$）は簡単なので省略する。"),
    (FUNCTION, "Let us briefly look at $f(z) = z$."),
    (FUNCTION, "$f(z) = z$ としてもよいが、ここでは一般の $f$ を扱う。"),
    (VALUES, "The hinge loss is defined for $y_i \\in \\{-1, 1\\}$."),
    (SUM, "Probability vectors satisfy $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "There is no reason for $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "Beware: $\\sum_{k=1}^{K} t_k = 1$ is often forgotten."),
    (SUM, "Softmax classifiers assume $\\sum_{k=1}^{K} t_k = 1$; we do not."),
    (SUM, "The simplification uses $\\sum_{k=1}^{K} t_k = 1$, which is false for multi-hot targets."),
    (VALUES, "Suppose first that $y_i \\in \\{-1, 1\\}$; the general case follows."),
    (VALUES, "Note that nothing requires $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "$y_i \\in \\{-1, 1\\}$ とする流儀もある。"),
    (SYMMETRY, "Graphs with undirected edges have $A_{ij} = A_{ji}$."),
    (SYMMETRY, "Only the symmetric part matters, so one often takes $A_{ij} = A_{ji}$."),
    (SYMMETRY, "Suppose $A_{ij} = A_{ji}$ for a moment; then both terms are the same."),
    (NUMBER, "The old code used $c_i = 1$."),
    (NUMBER, "学習開始時は $c_i = 1$ である。"),
    (SUM, "For one-hot targets, $\\sum_{k=1}^{K} t_k = 1$ holds."),
    (SUM, "If the targets were probabilities, $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "In multi-label problems $\\sum_{k=1}^{K} t_k = 1$ fails."),
    (SUM, "In multi-label problems we cannot use $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "A reader may expect $\\sum_{k=1}^{K} t_k = 1$ here; the targets are counts, however."),
    (SUM, "もし $\\sum_{k=1}^{K} t_k = 1$ であれば交差エントロピーと呼ばれる。"),
    (SUM, "one-hotベクトルなら $\\sum_{k=1}^{K} t_k = 1$ だが、ここでは一般の $t_k$ を考える。"),
    (SUM, "$\\sum_{k=1}^{K} t_k = 1$ という仮定は置かない。"),
    (SUM, "$\\sum_{k=1}^{K} t_k = 1$ が成り立つのは分類のときだけである。"),
    (VALUES, "E.g. $y_i \\in \\{-1, 1\\}$ in classification."),
    (VALUES, "In SVMs, $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "Many texts use labels $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "Real labels generalise the usual $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "二値分類では $y_i \\in \\{-1, 1\\}$ とすることが多い。"),
    (SYMMETRY, "For a symmetric matrix, $A_{ij} = A_{ji}$."),
    (SYMMETRY, "Covariances are an example where $A_{ij} = A_{ji}$."),
    (SYMMETRY, "A matrix with $A_{ij} = A_{ji}$ is called symmetric."),
    (SYMMETRY, "$A_{ij} = A_{ji}$ ならば2つの項は一致する。"),
    (SYMMETRY, "対称行列では $A_{ij} = A_{ji}$ である。"),
    (SYMMETRY, "$A_{ij} = A_{ji}$ が成り立たない場合もある。"),
    (SYMMETRY, "$A$ は対称ではない。"),
    (NUMBER, "For a constant weight $c_i = 1$ this is the ordinary error."),
    (NUMBER, "Initially $c_i = 1$."),
    (NUMBER, "重みは $c_i = 1$ で初期化する。"),
]
SAID = [
    (FUNCTION, "Throughout, $f(z) = z$."),
    (FUNCTION, "For simplicity we take $f(z) = z$."),
    (FUNCTION, "The activation is the identity, $f(z) = z$."),
    (FUNCTION, "Here $f(z) = z$."),
    (FUNCTION, "where $f(z) = z$ is the activation function."),
    (FUNCTION, "with the activation $f(z) = z$."),
    (FUNCTION, "As activation function we choose $f(z) = z$."),
    (FUNCTION, "活性化関数は $f(z) = z$ とする。"),
    (FUNCTION, "簡単のため $f(z) = z$ とする。"),
    (FUNCTION, "活性化関数には恒等関数 $f(z) = z$ を用いる。"),
    (FUNCTION, "All units use $f(z) = z$ as activation."),
    (FUNCTION, "where we chose $f(z) = z$ and a bias is not used."),
    (FUNCTION, "活性化関数として $f(z) = z$ を採用する。"),
    (SUM, "Because $t$ is a one-hot vector, $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "Here we used $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "using the fact that $\\sum_{k=1}^{K} t_k = 1$,"),
    (VALUES, "Each example has a label $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "教師データ $y_i \\in \\{-1, 1\\}$ が与えられている。"),
    (NUMBER, "We let $c_i = 1$ to keep things short."),
    (SUM, "The targets are one-hot, so $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "Since $\\sum_{k=1}^{K} t_k = 1$, we have"),
    (SUM, "Note that $\\sum_{k=1}^{K} t_k = 1$ because exactly one class is correct."),
    (SUM, "Remember that the labels are distributions, i.e. $\\sum_{k=1}^{K} t_k = 1$."),
    (SUM, "ここで $\\sum_{k=1}^{K} t_k = 1$ であることに注意すると"),
    (SUM, "教師データは $\\sum_{k=1}^{K} t_k = 1$ を満たす。"),
    (VALUES, "Labels are $y_i \\in \\{-1, 1\\}$."),
    (VALUES, "The labels $y_i \\in \\{-1, 1\\}$ are given."),
    (VALUES, "Let $y_i \\in \\{-1, 1\\}$ tell the class of example $i$."),
    (VALUES, "$y_i \\in \\{-1, 1\\}$ なので"),
    (SYMMETRY, "where $A_{ij} = A_{ji}$."),
    (SYMMETRY, "Without loss of generality, $A_{ij} = A_{ji}$."),
    (SYMMETRY, "$A_{ij} = A_{ji}$ とする。"),
    (NUMBER, "We take $c_i = 1$ for all $i$."),
    (NUMBER, "We assume $c_i = 1$ for simplicity."),
    (NUMBER, "重みは全て $c_i = 1$ とする。"),
]


@pytest.mark.parametrize(("case", "sentence"), PASSING)
def test_what_is_said_in_passing_makes_no_line_right(case: tuple[str, str, str], sentence: str) -> None:
    network, general, special = case
    found = judged(network, sentence, general, special)
    assert found[0] == "right"
    assert found[1] in ("wrong", "unproved")


@pytest.mark.parametrize(("case", "sentence"), SAID)
def test_what_a_page_says_of_itself_is_used(case: tuple[str, str, str], sentence: str) -> None:
    network, _, special = case
    wrong = special.replace("=", "= 3 +", 1)
    assert judged(network, sentence, special, wrong) == ["right", "wrong"]


def test_a_display_is_right_by_what_its_sentence_begins_with_and_the_next_one_is_not() -> None:
    text = [
        SOFTMAX,
        "If $\\sum_{k=1}^{K} t_k = 1$, we get",
        f"$$ {ONE} $$",
        "In general",
        f"$$ {ONE} $$",
        f"$$ {COUNTS} $$",
    ]
    assert [c.judgement.value for c in check("\n\n".join(text)).claims] == ["right", "unproved", "right"]


def test_each_display_is_judged_by_its_own_function() -> None:
    text = [
        NETWORK,
        "With $f = \\tanh$ we obtain",
        f"$$ {OF_TANH} $$",
        "and with the sigmoid $f = \\sigma$",
        f"$$ {LOGISTIC} $$",
    ]
    assert [c.judgement.value for c in check("\n\n".join(text)).claims] == ["right", "right"]
    text[2], text[4] = text[4], text[2]
    assert [c.judgement.value for c in check("\n\n".join(text)).claims] == ["wrong", "wrong"]


def test_two_functions_in_one_paragraph() -> None:
    text = rf"""{NETWORK}
For $f(z) = \max(0, z)$ this is
$$ {OF_RELU} $$
and for $f(z) = z$
$$ {LINEAR} $$
"""
    assert [c.judgement.value for c in check(text).claims] == ["right", "right"]


def test_an_explained_case_is_no_tie() -> None:
    text = r"""$X \in \mathbb{R}^{d \times n}$, $A \in \mathbb{R}^{k \times d}$, $B \in \mathbb{R}^{d \times k}$.

$$ L = \frac12 \| X - B A X \|_F^2 $$

If the weights are tied, $B = A^\top$, both contributions are added (not done here).

$$ \frac{\partial L}{\partial A} = B^\top (B A X - X) X^\top $$

$$ \frac{\partial L}{\partial A} = B^\top (X - B A X) X^\top $$
"""
    assert [c.judgement.value for c in check(text).claims] == ["right", "wrong"]


def test_a_macro_may_name_the_function() -> None:
    text = r"""\documentclass{article}
\newcommand{\act}{\phi}
\begin{document}
\[ a_i = \sum_{j=1}^{J} w_{ij} x_j, \qquad h_i = \act(a_i), \qquad E = \frac12 \sum_{i=1}^{I} (h_i - t_i)^2 \]
% general
\[ \frac{\partial E}{\partial a_i} = (h_i - t_i) \act'(a_i) \]
For $\act=\tanh$ this reads
\[ \frac{\partial E}{\partial a_i} = (h_i - t_i) (1 - h_i^2). \]
In general,
\[ \frac{\partial E}{\partial a_i} = (h_i - t_i). \]
\end{document}
"""
    assert [c.judgement.value for c in check(text, file="a.tex").claims] == ["right", "right", "wrong"]
