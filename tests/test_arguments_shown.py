"""Bars between arguments, arguments that only show, the number pi beside weights, links, factorials, sets."""

from __future__ import annotations

import pytest

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


DENSITY = r"""
$$ \mathcal{N}(x_n | \mu_k, \sigma_k^2) = \frac{1}{\sqrt{2\pi}\sigma_k} e^{-\frac{(x_n-\mu_k)^2}{2\sigma_k^2}} $$

$$ \ell = \sum_{n=1}^N \log \sum_{k=1}^K \pi_k \mathcal{N}(x_n | \mu_k, \sigma_k^2) $$

$$ \frac{\partial \ell}{\partial \pi_k} = \sum_{n=1}^N
\frac{\mathcal{N}(x_n | \mu_k, \sigma_k^2)}{\sum_{j=1}^K \pi_j \mathcal{N}(x_n | \mu_j, \sigma_j^2)} $$

$$ \frac{\partial \ell}{\partial \pi_k} = \sum_{n=1}^N
\frac{\mathcal{N}(x_n | \mu_k, \sigma_k^2)}{\sum_{j=1}^K \pi_j \mathcal{N}(x_n | \mu_k, \sigma_k^2)} $$
"""


def test_a_density_of_data_given_parameters() -> None:
    assert verdicts(DENSITY) == ["right", "wrong"]


def test_a_policy_given_a_state() -> None:
    page = r"""$$ \pi(a|s) = \frac{\exp(h(s,a))}{\sum_{b=1}^A \exp(h(s,b))} $$

$$ \frac{\partial \log \pi(a \mid s)}{\partial h(s,b)} = [a = b] - \pi(b \mid s) $$

$$ \frac{\partial \log \pi(a \mid s)}{\partial h(s,b)} = [a = b] - \pi(a \mid s) $$
"""
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize("bar", [r"\|", r"\,\|\,", r"\,||\,", "|"])
def test_two_divergences_are_not_one(bar: str) -> None:
    page = rf"""$$ D(p {bar} q) = \sum_{{i=1}}^n p_i \log \frac{{p_i}}{{q_i}} $$

$$ D(q {bar} p) = \sum_{{i=1}}^n q_i \log \frac{{q_i}}{{p_i}} $$

$$ \frac{{\partial D(p {bar} q)}}{{\partial q_i}} = -\frac{{p_i}}{{q_i}} $$

$$ \frac{{\partial D(q {bar} p)}}{{\partial q_i}} = -\frac{{p_i}}{{q_i}} $$
"""
    assert verdicts(page)[-1] in ("wrong", "unreadable")
    assert verdicts(page.replace(bar, ","))[-1] == "unreadable"


def test_a_density_is_not_its_reverse() -> None:
    page = r"""$$ p(x|z) = e^{-w x z^2}, \qquad L = p(x|z) + p(z|x) $$

$$ \frac{\partial L}{\partial w} = -x z^2 p(x|z) - z x^2 p(z|x) $$
"""
    assert "right" not in verdicts(page)


def test_a_name_that_could_not_be_read_is_seen_behind_a_thin_space() -> None:
    page = r"""$$ D_{KL}(q \,\|\, p) = -\frac12 \langle \mu | \mu \rangle + $$

$$ L = \sum_{j=1}^{J} \mu_j + D_{KL} $$

$$ \frac{\partial L}{\partial \mu_j} = 1 $$
"""
    assert verdicts(page)[1:] == ["unproved"]


@pytest.mark.parametrize(
    ("link", "mean"),
    [
        (r"\log m_i = a x_i", "m_i"),
        (r"\ln(m_i) = a x_i", "m_i"),
        (r"\log \frac{m_i}{1 - m_i} = a x_i", "m_i (1 - m_i)"),
        (r"\operatorname{logit}(m_i) = a x_i", "m_i (1 - m_i)"),
    ],
)
def test_a_link_function_defines_the_mean(link: str, mean: str) -> None:
    page = rf"""$$ {link} \qquad E = \sum_{{i=1}}^n y_i m_i $$

$$ \frac{{\partial E}}{{\partial a}} = \sum_{{i=1}}^n y_i x_i {mean} $$

$$ \frac{{\partial E}}{{\partial a}} = \sum_{{i=1}}^n y_i x_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_link_is_a_claim_where_the_mean_is_defined() -> None:
    page = r"""$$ m_i = e^{a x_i} \qquad E = \sum_{i=1}^n m_i^2 $$

$$ \log m_i = a x_i $$

$$ \log m_i = a + x_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_factorials_are_read_but_not_exclamations() -> None:
    page = r"""$$ \ell = \sum_{i=1}^n (y_i \log m - m - \log(y_i!)) $$

$$ \frac{\partial \ell}{\partial m} = \sum_{i=1}^n \left( \frac{y_i}{m} - 1 \right) $$

$$ \frac{\partial \ell}{\partial m} = \sum_{i=1}^n \left( \frac{y_i}{m} - 1 \right)! $$
"""
    assert verdicts(page) == ["right", "unreadable"]


def test_a_factorial_is_a_function_of_its_argument() -> None:
    page = r"""$$ \ell = \sum_{i=1}^n \log \frac{e^{m x_i}}{x_i!} $$

$$ \frac{\partial \ell}{\partial m} = \sum_{i=1}^n x_i $$

$$ \frac{\partial \ell}{\partial x_i} = m $$
"""
    assert verdicts(page)[-2:] == ["right", "wrong"]


SETS = r"""$$ L = \sum_{u=1}^U \Big( m_u - \sum_{j \in N(u)} y_j \Big)^2 $$

$$ \frac{\partial L}{\partial y_j} = -2 \sum_{u : j \in N(u)} (m_u - \sum_{k \in N(u)} y_k) $$

$$ \frac{\partial L}{\partial y_j} = -2 \sum_{u=1}^U (m_u - \sum_{k \in N(u)} y_k) $$
"""


def test_sums_over_what_is_in_a_set() -> None:
    assert verdicts(SETS) == ["right", "wrong"]


def test_a_condition_on_values_under_a_sum() -> None:
    page = r"""$$ L = \sum_{i=1}^n \max(0, z_i)^2 \qquad z_i = w x_i - 1 $$

$$ \frac{\partial L}{\partial w} = 2 \sum_{i : z_i > 0} z_i x_i $$

$$ \frac{\partial L}{\partial w} = 2 \sum_{i : z_i < 0} z_i x_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_batch_is_the_whole_range_where_every_sum_names_it() -> None:
    page = r"""$$ L = \frac{1}{m} \sum_{i \in \mathcal{B}} (y_i - w x_i)^2 $$

$$ \frac{\partial L}{\partial w} = -\frac{2}{m} \sum_{i \in \mathcal{B}} (y_i - w x_i) x_i $$

$$ \frac{\partial L}{\partial w} = -\frac{2}{m} \sum_{i %s} (y_i - w x_i) w $$
"""
    assert verdicts(page % r"\in \mathcal{B}") == ["right", "wrong"]
    assert verdicts(page % r"\in \mathcal{C}")[-1] == "unreadable"


def test_what_depends_on_whether_values_are_of_a_class() -> None:
    page = r"""with classes $c^{(i)} \in \{1, \dots, K\}$:

$$ p_k^{(i)} = \frac{e^{s_k^{(i)}}}{\sum_{j=1}^K e^{s_j^{(i)}}}, \qquad
J = -\sum_{i=1}^m \sum_{k=1}^K 1\{c^{(i)} = k\} \log p_k^{(i)} $$

$$ \frac{\partial J}{\partial s_k^{(i)}} = p_k^{(i)} - 1\{c^{(i)} = k\} $$

$$ \frac{\partial J}{\partial s_k^{(i)}} = 1\{c^{(i)} = k\} p_k^{(i)} - 1 $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_arrays_as_arguments_only_show() -> None:
    page = r"""$$ J(w, b) = \sum_{i=1}^n (w_i x_i - b)^2, \qquad H(w, b) = J(w, b) + \lambda \sum_{i=1}^n w_i^2 $$

$$ \frac{\partial H(w, b)}{\partial w_i} = 2 (w_i x_i - b) x_i + 2 \lambda w_i $$

$$ \frac{\partial H(w, b)}{\partial w_i} = 2 (w_i x_i - b) x_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_the_value_at_a_number_is_not_the_function() -> None:
    page = r"""$$ J(a) = \sum_{i=1}^n (x_i - b)^2 + a_1 $$

$$ \frac{\partial J(a)}{\partial b} = -2 \sum_{i=1}^n (x_i - b) $$

$$ \frac{\partial J(0)}{\partial b} = -2 \sum_{i=1}^n (x_i - b) $$
"""
    assert verdicts(page)[1] != "right"


def test_a_sum_goes_on_where_the_next_term_of_a_definition_has_its_letter() -> None:
    page = r"""$$ \ell = -\sum_{i=1}^m y_i \log p_i + (1 - y_i) \log (1 - p_i) $$

$$ \frac{\partial \ell}{\partial p_i} = -\frac{y_i}{p_i} + \frac{1 - y_i}{1 - p_i} $$

$$ \frac{\partial \ell}{\partial p_i} = -\frac{y_i}{p_i} - \frac{1 - y_i}{1 - p_i} $$

$$ \sum_{i=1}^m \frac{\partial \ell}{\partial p_i} = -\sum_{i=1}^m \frac{y_i}{p_i} - \frac{1 - y_i}{1 - p_i} $$
"""
    assert verdicts(page) == ["right", "wrong", "unreadable"]  # a claim may have lost a sum: nothing is read into it


def test_a_sum_ends_where_the_next_term_is_about_the_left_side() -> None:
    page = r"""$$ E = \sum_{i=1}^n a_i b_i + \sum_{i=1}^n a_i^2 $$

$$ \frac{\partial E}{\partial a_i} = \sum_{j=1}^n [i = j] b_j + 2 a_i $$

$$ \frac{\partial E}{\partial b_i} = \sum_{j=1}^n [i = j] a_j + 2 a_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_the_digamma_function_is_the_derivative_of_log_gamma() -> None:
    page = r"""$$ h = -\log \Gamma(a) + a b $$

Here $\psi$ is the %s function.

$$ \frac{\partial h}{\partial a} = b - \psi(a) $$

$$ \frac{\partial^2 h}{\partial a^2} = -\psi'(a) $$

$$ \frac{\partial^2 h}{\partial a^2} = \psi'(a) $$
"""
    assert verdicts(page % "digamma") == ["right", "right", "wrong"]
    assert "right" not in verdicts(page % "objective")


def test_the_length_of_a_name_that_only_lines_use() -> None:
    page = r"""$$ q_w = \frac{e^{u_w}}{\sum_{v} e^{u_v}}, \qquad L = -\log q_o, \qquad y_w = [w = o] $$

$$ \frac{\partial L}{\partial u_w} = q_w - y_w $$

$$ \frac{\partial L}{\partial u_w} = y_w - q_w $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_range_before_a_colon_is_of_the_display_behind_it() -> None:
    page = r"""$$ a_1 = u_1, \qquad a_t = u_t + w a_{t-1} \quad (t = 2, \dots, T), \qquad F = a_T^2 $$

We start at the end,

$$ \frac{\partial F}{\partial a_T} = 2 a_T, $$

and go back for $t = 1, \dots, T-1$:

$$ \frac{\partial F}{\partial a_t} = w \frac{\partial F}{\partial a_{t+1}} $$
"""
    assert verdicts(page) == ["right", "right"]


@pytest.mark.parametrize(
    "whole", [r"\sum_{j=1}^{N} (y_j - w x_j) x_j", r"\sum_{j} (y_j - w x_j) x_j", r"\sum_{n=1}^N e_n x_n"]
)
def test_a_batch_is_not_all_of_the_data(whole: str) -> None:
    page = rf"""$$ e_n = y_n - w x_n, \quad L = \frac{{1}}{{m}} \sum_{{i \in \mathcal{{B}}}} (y_i - w x_i)^2 $$

$$ \frac{{\partial L}}{{\partial w}} = -\frac{{2}}{{m}} {whole} $$
"""
    assert "right" not in verdicts(page)
