r"""Gated units, attention and normalisation as they are typed: labels anywhere, vectors in one bracket, squares.

Each page is judged with lines that are right and near-by ones that are not; by hand: ordinary chain rule.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

from .judging import each_verdict, verdict

MEMORY = r"""+++
[ranges]
"t" = "1..T"
+++

$\sigma$ is the logistic function.

$$\mathbf{f}_t = \sigma(W_f [\mathbf{h}_{t-1}, \mathbf{x}_t])$$

$$\mathbf{g}_t = \tanh(W_g [\mathbf{h}_{t-1}, \mathbf{x}_t])$$

$$\mathbf{h}_t = \mathbf{f}_t \odot \mathbf{h}_{t-1} + (1 - \mathbf{f}_t) \odot \mathbf{g}_t$$

$$E = \sum_{t=1}^{T} \frac12 \| \mathbf{h}_t - \mathbf{y}_t \|^2$$"""
SLOPE = r"\frac{\partial E}{\partial W_f} = \sum_t (\frac{\partial E}{\partial \mathbf{f}_t}"
SLOPE += r" \odot \mathbf{f}_t \odot (1 - \mathbf{f}_t))"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (SLOPE + r" [\mathbf{h}_{t-1}, \mathbf{x}_t]^T", "right"),
        (SLOPE + r" [\mathbf{h}_t, \mathbf{x}_t]^T", "wrong"),
        (SLOPE + r" [\mathbf{h}_{t-1}, 2 \mathbf{x}_t]^T", "wrong"),
    ],
)
def test_the_gradient_by_a_matrix_before_vectors_in_a_bracket_is_one_by_each_part(line: str, expected: str) -> None:
    claims = check(f"{MEMORY}\n\n$$ {line} $$").claims
    assert str(worst([c.judgement for c in claims if c.line == claims[-1].line])) == expected


ABOVE = r"""+++
[ranges]
"t" = "1..T"
+++

$x_t \in \mathbb{R}^d$, $h_t \in \mathbb{R}^n$. $\sigma$ is the logistic function.

$$z_t = \sigma(W^z x_t + U^z h_{t-1}), \quad g_t = \tanh(W^g x_t + U^g h_{t-1})$$

$$h_t = (1 - z_t) \odot h_{t-1} + z_t \odot g_t$$

$$L = \sum_{t=1}^{T} \frac12 \| h_t - y_t \|^2$$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_{W^z} L = \sum_t (\nabla_{z_t} L \odot z_t \odot (1 - z_t)) x_t^\top", "right"),
        (r"\nabla_{W^z} L = \sum_t (\nabla_{z_t} L \odot z_t) x_t^\top", "wrong"),
        (r"\nabla_{U^g} L = \sum_t (\nabla_{g_t} L \odot (1 - g_t \odot g_t)) h_{t-1}^\top", "right"),
        (r"\nabla_{U^g} L = \sum_t (\nabla_{g_t} L \odot (1 - g_t \odot g_t)) h_t^\top", "wrong"),
    ],
)
def test_what_stands_under_a_nabla_is_what_a_page_differentiates_by(line: str, expected: str) -> None:
    other = r"$$ \nabla_{U^z} L = \sum_t (\nabla_{z_t} L \odot z_t \odot (1 - z_t)) h_{t-1}^\top $$"
    last = r"$$ \nabla_{W^g} L = \sum_t (\nabla_{g_t} L \odot (1 - g_t \odot g_t)) x_t^\top $$"
    assert verdict(ABOVE, other, last, f"$$ {line} $$") == expected


OPEN = r"""$\sigma$ is the logistic function.

$$\mathbf{i}_t = \sigma(W^i \mathbf{x}_t), \quad \mathbf{g}_t = \tanh(W^g \mathbf{x}_t)$$

$$\mathbf{c}_t = \mathbf{c}_{t-1} + \mathbf{i}_t \odot \mathbf{g}_t$$

$$C = \sum_t \frac12 (\mathbf{c}_t - \mathbf{y}_t)^T (\mathbf{c}_t - \mathbf{y}_t)$$"""
GATE = r"\frac{\partial C}{\partial W^i} = \sum_t (\frac{\partial C}{\partial \mathbf{i}_t} \odot \mathbf{i}_t"


@pytest.mark.parametrize(("sign", "expected"), [("+", "right"), ("-", "wrong")])
def test_an_end_that_only_a_condition_has_is_no_transpose(sign: str, expected: str) -> None:
    weights = f"$$ {GATE}" + r" \odot (1 - \mathbf{i}_t)) \mathbf{x}_t^T $$"
    line = r"$$ \frac{\partial C}{\partial \mathbf{c}_t} = \mathbf{c}_t - \mathbf{y}_t"
    line += rf" {sign} \frac{{\partial C}}{{\partial \mathbf{{c}}_{{t+1}}}} $$ ( $t < T$ )"
    assert verdict(OPEN, weights, line) == expected


def test_a_label_above_is_none_of_the_numbers_of_steps() -> None:
    cases = [(r" \odot (1 - \mathbf{i}_t)", "right"), ("", "wrong")]
    for (factor, expected), found in zip(
        cases,
        each_verdict(OPEN, lines=[f"$$ {GATE}{factor}) " + r"\mathbf{x}_t^T $$" for factor, _ in cases]),
        strict=True,
    ):
        assert found == expected, factor


ATTENTION = r"""The matrices $W_q$, $W_k$ and $W_v$ are $d \times p$. Here $i = 1, \dots, n$.

$$\mathbf{q}_i = W_q \mathbf{x}_i, \quad \mathbf{k}_i = W_k \mathbf{x}_i, \quad \mathbf{v}_i = W_v \mathbf{x}_i$$

$$e_{ij} = \mathbf{q}_i^\top \mathbf{k}_j, \quad \alpha_{ij} = \frac{\exp(e_{ij})}{\sum_{k=1}^n \exp(e_{ik})}$$

$$\mathbf{c}_i = \sum_{j=1}^n \alpha_{ij} \mathbf{v}_j$$

$$E = \sum_{i=1}^n \frac12 \| \mathbf{c}_i - \mathbf{y}_i \|^2$$"""
SCORE = r"\frac{\partial E}{\partial e_{ij}} = \alpha_{ij} \left(\frac{\partial E}{\partial \alpha_{ij}}"


@pytest.mark.parametrize("thin", [False, True])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (SCORE + r" - \sum_k \alpha_{ik} \frac{\partial E}{\partial \alpha_{ik}}\right)", "right"),
        (SCORE + r" - \alpha_{ij} \frac{\partial E}{\partial \alpha_{ij}}\right)", "wrong"),
        (r"\frac{\partial \alpha_{ij}}{\partial e_{ik}} = \alpha_{ij} (\delta_{jk} - \alpha_{ik})", "right"),
        (r"\frac{\partial \alpha_{ij}}{\partial e_{ik}} = \alpha_{ik} (\delta_{jk} - \alpha_{ik})", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{k}_j} = \sum_i \frac{\partial E}{\partial e_{ij}} \mathbf{q}_i", "right"),
        (r"\frac{\partial E}{\partial \mathbf{k}_j} = \sum_i \frac{\partial E}{\partial e_{ij}} \mathbf{k}_i", "wrong"),
    ],
)
def test_the_label_of_weights_may_be_the_letter_of_a_sum(line: str, expected: str, thin: bool) -> None:
    page = f"{ATTENTION}\n\n$$ {line} $$"
    assert verdict(page.replace(r"\mathbf{k}", "k") if thin else page) == expected


NORMAL = r"""+++
objective = "E"
+++

$$\mu^{(n)} = \frac{1}{D} \sum_{j=1}^D x_j^{(n)}$$

$$(\sigma^{(n)})^2 = \frac{1}{D} \sum_{j=1}^D (x_j^{(n)} - \mu^{(n)})^2$$

$$\hat{x}_j^{(n)} = \frac{x_j^{(n)} - \mu^{(n)}}{\sqrt{(\sigma^{(n)})^2 + \epsilon}}$$

$$y_j^{(n)} = \gamma_j \hat{x}_j^{(n)}$$"""
BY_SQUARE = r"\frac{\partial E}{\partial (\sigma^{(n)})^2} ="
BY_SQUARE += r" -\frac12 \sum_{j=1}^D \frac{\partial E}{\partial \hat{x}_j^{(n)}}"
BY_SQUARE += r" (x_j^{(n)} - \mu^{(n)}) \left((\sigma^{(n)})^2 + \epsilon\right)"
MEAN = r"\nabla_{\mu^{(n)}} E = -\sum_{j=1}^D \nabla_{\hat{x}_j^{(n)}} E"
ROOT = r"$$ \frac{\partial \hat{x}_j^{(n)}}{\partial \gamma_j} = 0 \sigma^{(n)} $$"


@pytest.mark.parametrize("named", [False, True])
def test_a_square_in_parentheses_is_defined(named: bool) -> None:
    cases = [("^{-3/2}", "right"), ("^{-1/2}", "wrong")]
    for (power, expected), found in zip(
        cases,
        each_verdict(NORMAL, *[ROOT] * named, lines=[f"$$ {BY_SQUARE}{power} $$" for power, _ in cases]),
        strict=True,
    ):
        assert found == expected, power


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_{\gamma_j} E = \sum_n \nabla_{y_j^{(n)}} E \hat{x}_j^{(n)}", "right"),
        (r"\nabla_{\gamma_j} E = \sum_n \nabla_{y_j^{(n)}} E x_j^{(n)}", "wrong"),
        (MEAN + r" \frac{1}{\sqrt{(\sigma^{(n)})^2 + \epsilon}}", "right"),
        (MEAN, "wrong"),
    ],
)
def test_a_gradient_by_a_sum_of_entries_is_one_by_a_number(line: str, expected: str) -> None:
    beside = BY_SQUARE.replace(r"\frac{\partial E}{\partial (\sigma^{(n)})^2}", r"\nabla_{(\sigma^{(n)})^2} E")
    beside = beside.replace(r"\frac{\partial E}{\partial \hat{x}_j^{(n)}}", r"\nabla_{\hat{x}_j^{(n)}} E") + "^{-3/2}"
    assert verdict(NORMAL, f"$$ {beside} $$", f"$$ {line} $$") == expected


def test_a_claim_about_the_square_of_a_defined_name_defines_nothing() -> None:
    page = r"$$a^{(n)} = \sum_{j=1}^D w_j x_j^{(n)}, \quad E = \sum_{n=1}^N (a^{(n)})^2$$"
    assert verdict(page, r"$$ (a^{(n)})^2 = \sum_{j=1}^D w_j^2 (x_j^{(n)})^2 $$") != "right"


def test_a_loss_at_another_point_is_no_product() -> None:
    page = r"$$L(w) = \frac12 \sum_{i=1}^n (w_i - m_i)^2$$"
    assert verdict(page, r"$$ \nabla_{w_i} L (w - m) = (w_i - m_i) (w_i - m_i) $$") != "right"
