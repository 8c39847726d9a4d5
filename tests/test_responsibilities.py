r"""Responsibilities that a page takes from a step before, `\gamma(z_{nk})`, and what they are summed in, `Q`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

EXPECTED = r"""$$ Q = \sum_{k=1}^{K} \gamma(z_{1k}) \ln \pi_k
+ \sum_{n=2}^{N} \sum_{j=1}^{K} \sum_{k=1}^{K} \xi(z_{n-1,j}, z_{nk}) \ln A_{jk} $$"""
GIVEN = r"Here $\gamma(z_{nk})$ and $\xi(z_{n-1,j}, z_{nk})$ are fixed."


def test_values_of_states() -> None:
    assert each_verdict(
        GIVEN,
        EXPECTED,
        lines=[
            r"$$ \frac{\partial Q}{\partial \pi_k} = \frac{\gamma(z_{1k})}{\pi_k} $$",
            r"$$ \frac{\partial Q}{\partial \pi_k} = \frac{2 \gamma(z_{1k})}{\pi_k} $$",
        ],
    ) == ["right", "wrong"]
    of_pairs = r"$$ \frac{\partial Q}{\partial A_{jk}} = \frac{1}{A_{jk}} \sum_{n=2}^N \xi(z_{n-1,j}, z_{nk}) $$"
    assert each_verdict(GIVEN, EXPECTED, lines=[of_pairs, of_pairs.replace("{n-1,j}, z_{nk}", "{n-1,k}, z_{nj}")]) == [
        "right",
        "wrong",
    ]


def test_an_accent_makes_other_states() -> None:
    page = r"$$ Q = \sum_{n=1}^{N} \gamma(z_n) \gamma(\tilde{z}_n) w x_n $$"
    line = r"$$ \frac{\partial Q}{\partial w} = \sum_{n=1}^{N} \gamma(z_n) \gamma(%s) x_n $$"
    assert each_verdict(page, lines=[line % r"\tilde{z}_n", line % "z_n"]) == ["right", "wrong"]


WEIGHTED = r"$$ L = \sum_{n=1}^{N} \gamma(z_n) w x_n $$"
SLOPE = r"$$ \frac{\partial L}{\partial w} = \sum_{n=1}^{N} \gamma(z_n) x_n $$"


@pytest.mark.parametrize(
    "said", [r"The $z_n$ depend on $w$.", r"$z_n = w x_n +$ a bias", r"$\gamma(z_n)$ depends on $w$."]
)
def test_states_of_which_more_is_said(said: str) -> None:
    assert verdict(WEIGHTED, SLOPE) == "right"
    assert verdict(said, WEIGHTED, SLOPE) in ("unproved", "unreadable")


def test_what_is_a_value_elsewhere_is_no_state() -> None:
    line = r"$$ \frac{\partial L}{\partial z_n} = \gamma w x_n $$"
    assert verdict(WEIGHTED, line) != "right"


Q = r"$$ Q(\theta %s) = \sum_{n=1}^{N} \sum_{k=1}^{K} r_{nk} (\ln \pi_k + x_n \ln \mu_k) $$"


@pytest.mark.parametrize("old", [r"| \theta^{(t)}", r"| \theta_0", r"\mid \theta_t", r"| \theta^{old}", r"; \theta'"])
def test_parameters_of_the_step_before(old: str) -> None:
    line = r"$$ \frac{\partial Q(\theta %s)}{\partial \pi_k} = \frac{%s}{\pi_k} \sum_{n=1}^N r_{nk} $$"
    assert each_verdict(Q % old, lines=[line % (old, "1"), line % (old, "2")]) == ["right", "wrong"]


def test_parameters_that_a_sum_runs_over_are_not_those_of_a_step() -> None:
    page = r"$$ E = \sum_{t=1}^T q(x | \theta_t) w $$"
    assert verdict(page, r"$$ \frac{\partial E}{\partial w} = T q(x | \theta_t) $$") != "right"
