r"""Indices in parentheses behind a name, `C_p(i, j)`, `b_j(o_t)`, and what stays a function or a factor."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

POLICY = (
    r"The features $\phi(s,a) \in \mathbb{R}^d$ and the values $q(s,a)$ are given; $\phi_k(s,a)$ is a component."
    r" $$\pi_w(s,a) = \frac{\exp(w^\top \phi(s,a))}{\sum_{c=1}^A \exp(w^\top \phi(s,c))}$$"
    r" ( $s = 1, \dots, S$, $a = 1, \dots, A$ )"
    r" $$J = \sum_{s=1}^S \sum_{a=1}^A \pi_w(s,a) q(s,a)$$"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_w \log \pi_w(s,a) = \phi(s,a) - \sum_{c=1}^A \pi_w(s,c) \phi(s,c)", "right"),
        (r"\nabla_w \log \pi_w(s,a) = \phi(s,a) - \pi_w(s,a) \phi(s,a)", "wrong"),
        (
            r"\frac{\partial \pi_w(s,a)}{\partial w_k}"
            r" = \pi_w(s,a) \left(\phi_k(s,a) - \sum_{c=1}^A \pi_w(s,c) \phi_k(s,c)\right)",
            "right",
        ),
        (r"\frac{\partial \pi_w(s,a)}{\partial w_k} = \pi_w(s,a) \phi_k(s,a)", "wrong"),
    ],
)
def test_vectors_and_their_entries(line: str, expected: str) -> None:
    condition = r" ( $s = 1, \dots, S$, $a = 1, \dots, A$, $k = 1, \dots, d$ )"
    assert (
        verdict(POLICY, f"$${line}$$" + (condition if "_k" in line else condition.replace(r", $k = 1, \dots, d$", "")))
        == expected
    )


FRONT = '+++\nobjective = "P"\n[ranges]\n"k" = "1..K"\n"l" = "1..K"\n"i" = "1..N"\n"j" = "1..N"\n"t" = "1..T"\n+++\n'
SYMBOLS = FRONT + (
    r"The symbols $o_t \in \{1, \dots, K\}$ are given, $b_j(k)$ is the probability of symbol $k$ in state $j$."
    r" $$\alpha_1(i) = \pi_i b_i(o_1)$$ ( $i = 1, \dots, N$ )"
    r" $$\alpha_{t+1}(j) = \left[\sum_{i=1}^N \alpha_t(i) a_{ij}\right] b_j(o_{t+1})$$"
    r" ( $t = 1, \dots, T-1$, $j = 1, \dots, N$ )"
    r" $$P = \sum_{i=1}^N \alpha_T(i)$$ and %s."
)
EQUAL = r"$\delta(k, l)$ is $1$ if $k=l$ and $0$ otherwise"
BY_B = (
    r"$$\frac{\partial P}{\partial b_j(k)} = \frac{1}{b_j(k)} \sum_{t=%s}^T \delta(o_t, k) \alpha_t(j)"
    r" \frac{\partial P}{\partial \alpha_t(j)}$$ ( $j = 1, \dots, N$, $k = 1, \dots, K$ )"
)


@pytest.mark.parametrize(
    ("said", "start", "expected"),
    [
        (EQUAL, "1", "right"),
        (EQUAL, "2", "wrong"),
        (r"$\delta(k,l) = 1$ if $k = l$, else 0", "1", "right"),
        (r"$\delta(k, l)$ is the distance of $k$ and $l$", "1", "unreadable"),
        (r"$\delta(k, l)$ is $1$ unless $k=l$", "1", "unreadable"),
    ],
)
def test_data_are_indices_and_words_say_what_a_delta_is(said: str, start: str, expected: str) -> None:
    assert verdict(SYMBOLS % said, BY_B % start) == expected


def test_the_first_of_the_data_is_one_of_them() -> None:
    r"""`b_{i,o_1}` beside `b_{j,o_t}`: `o_1` is no length."""
    net = FRONT + r"$$P = \sum_{k=1}^K b_k^2 + \pi b_{o_1} + \sum_{t=1}^{T-1} v_t b_{o_{t+1}}$$"
    line = r"$$\frac{\partial P}{\partial v_t} = b_{o_{%s}}$$ ( $t = 1, \dots, T-1$ )"
    assert each_verdict(net, lines=[line % "t+1", line % "t"]) == ["right", "wrong"]


POOLED = '+++\nobjective = "L"\n+++\n' + (
    r"The signal $x(i)$ is already padded: it is given for $i = 1-U, \dots, 2M$."
    r" $$C_p^1(i) = \tanh\left(\sum_{u=0}^U x(i-u) k_p^1(u) + b_p^1\right)$$ ( $i = 1, \dots, %s$, $p = 1, \dots, P$ )"
    r" $$S_p^1(i) = \frac12 \sum_{u=0}^1 C_p^1(2i-u)$$ ( $i = 1, \dots, M$, $p = 1, \dots, P$ )"
    r" $$L = \sum_{p=1}^P \sum_{i=1}^M W(p,i) S_p^1(i)$$"
    r" $$\Delta S_p^1(i) = \frac{\partial L}{\partial S_p^1(i)}$$"
    r" $$\Delta C_p^1(i) = \frac{\partial L}{\partial C_p^1(i)}$$"
)
HALVED = r"$$\Delta C_p^1(i) = %s$$ ( $i = 1, \dots, 2M$, $p = 1, \dots, P$ )"


def test_indices_that_are_rounded() -> None:
    cases = [
        (r"\frac12 \Delta S_p^1(\lceil i/2 \rceil)", "right"),
        (r"\frac12 \Delta S_p^1\left(\left\lceil \frac{i}{2} \right\rceil\right)", "right"),
        (r"\Delta S_p^1(\lceil i/2 \rceil)", "wrong"),
        (r"\frac12 \Delta S_p^1(\lfloor i/2 \rfloor)", "unreadable"),
        (r"\frac12 \Delta S_p^1(\lceil i/3 \rceil)", "unreadable"),
    ]
    for (body, expected), found in zip(
        cases, each_verdict(POOLED % "2M", lines=[HALVED % body for body, _ in cases]), strict=True
    ):
        assert found == expected, body


def test_what_is_rounded_stays_in_its_range() -> None:
    r"""There is no `S_{M+1}`, although what it would pass on is 0."""
    line = HALVED.replace("2M", "2M+1") % r"\frac12 \Delta S_p^1(\lceil i/2 \rceil)"
    assert verdict(POOLED % "2M+1", line) != "right"


def test_numbers_above_stay_labels() -> None:
    cases = [
        (r"\frac{\partial L}{\partial k_p^1(u)} = \sum_{i=1}^{2M} \Delta C_p^1(i) (1 - C_p^1(i)^2) x(i-u)", "right"),
        (r"\frac{\partial L}{\partial k_p^1(u)} = \sum_{i=1}^{2M} \Delta C_p^1(i) (1 - C_p^1(i)^2) x(i+u)", "wrong"),
        (r"\frac{\partial L}{\partial b_p^1} = \sum_{i=1}^{2M} \Delta C_p^1(i) (1 - C_p^1(i)^2)", "right"),
        (r"\frac{\partial L}{\partial b_p^1} = \sum_{i=1}^{2M} \Delta C_p^1(i)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            POOLED % "2M", lines=[f"$${line}$$" + r" ( $p = 1, \dots, P$, $u = 0, \dots, U$ )" for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


FUNCTIONS = (
    r"$$z_i = \sum_{j=1}^J w_{ij} x_j$$ ( $i = 1, \dots, I$ ) $$f(z) = \frac{1}{1 + e^{-z}}$$"
    r" $$E = \sum_{i=1}^I c_i f(z_i)$$"
)


def test_functions_of_numbers_stay_functions() -> None:
    cases = [("c_i f(z_i) (1 - f(z_i)) x_j", "right"), ("c_i f(z_i) x_j", "wrong")]
    for (body, expected), found in zip(
        cases,
        each_verdict(FUNCTIONS, lines=[rf"$$\frac{{\partial E}}{{\partial w_{{ij}}}} = {body}$$" for body, _ in cases]),
        strict=True,
    ):
        assert found == expected, body


def test_a_number_before_a_difference_stays_a_factor() -> None:
    """Nothing tells whether `c(i - m)` is the product."""
    net = r"$$E = \sum_{i=1}^I c(i - m) w_i^2$$"
    assert verdict(net, r"$$\frac{\partial E}{\partial w_i} = 2 c(i - m) w_i$$") in ("right", "unreadable")
    assert verdict(net, r"$$\frac{\partial E}{\partial c} = 0$$") != "right"


def test_a_word_above_makes_another_name() -> None:
    page = r"""$$ s_k(t) = \sum_{j=1}^n w_{kj} y_j(t-1), \qquad y_k(t) = f(s_k(t)), \qquad y_k(0) = 0 $$
($t = 1, \dots, T$, $k = 1, \dots, n$)

$$ E(t) = \frac12 \sum_{k=1}^n (y_k(t) - d_k(t))^2, \qquad E^{total} = \sum_{t=1}^T E(t) $$

$$ \frac{\partial E(t)}{\partial y_k(t)} = y_k(t) - d_k(t) $$

$$ \frac{\partial E^{total}}{\partial w_{kj}} = \sum_{t=1}^T \frac{\partial E^{total}}{\partial s_k(t)} y_j(t-1) $$

$$ \frac{\partial E^{total}}{\partial w_{kj}} = \sum_{t=1}^T \frac{\partial E^{total}}{\partial s_k(t)} y_j(t) $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "right", "wrong"]
