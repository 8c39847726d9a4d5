"""Entries of an array with its input, the array in parentheses."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    '+++\nobjective = "J(\\\\Theta)"\n[ranges]\n"j" = "1..n"\n"k" = "1..K"\n+++',
    r"$$ z_k = \sum_{j=1}^n \Theta_{kj} x_j $$",
    r"$$ a_k = \sigma(z_k) $$",
)
COST = (
    r"$$ J(\Theta) = -\sum_{k=1}^K \left[ y_k \log (h_\Theta(x))_k + (1 - y_k) \log (1 - (h_\Theta(x))_k) \right] $$",
)
LINES = (
    r"$$ \frac{\partial J(\Theta)}{\partial z_k} = (h_\Theta(x))_k - y_k $$",
    r"$$ \frac{\partial J(\Theta)}{\partial \Theta_{kj}} = (a_k - y_k) x_j $$",
    r"$$ \frac{\partial J(\Theta)}{\partial z_k} = y_k - (h_\Theta(x))_k $$",
    r"$$ \frac{\partial J(\Theta)}{\partial \Theta_{kj}} = (a_k - y_k) a_k x_j $$",
)


@pytest.mark.parametrize("told", [r"$$ h_\Theta(x)_k = a_k $$", r"$$ (h_\Theta(x))_k = a_k $$"])
def test_entries_in_parentheses(told: str) -> None:
    assert each_verdict(*NETWORK, told, *COST, lines=LINES) == ["right", "right", "wrong", "wrong"]


def test_nothing_says_what_they_are() -> None:
    assert verdict(*NETWORK, *COST, LINES[1]) not in ("right", "wrong")


def _of_examples(h: str, told: str | None = None) -> tuple[str, ...]:
    return (
        '+++\nobjective = "J(\\\\Theta)"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"k" = "1..K"\n+++',
        r"$$ z_k^{(i)} = \sum_{j=1}^n \Theta_{kj} x_j^{(i)} $$",
        rf"$$ {told or h} = \sigma(z_k^{{(i)}}) $$",
        rf"$$ J(\Theta) = -\frac{{1}}{{m}} \sum_{{i=1}}^m \sum_{{k=1}}^K \left[ y_k^{{(i)}} \log {h}"
        rf" + (1 - y_k^{{(i)}}) \log (1 - {h}) \right] $$",
    )


@pytest.mark.parametrize("h", [r"(h_\Theta(x^{(i)}))_k", r"h_\Theta(x^{(i)})_k"])
def test_entries_at_an_example(h: str) -> None:
    lines = (
        rf"$$ \frac{{\partial J(\Theta)}}{{\partial z_k^{{(i)}}}} = \frac{{1}}{{m}} ({h} - y_k^{{(i)}}) $$",
        rf"$$ \frac{{\partial J(\Theta)}}{{\partial \Theta_{{kj}}}} = \frac{{1}}{{m}} \sum_{{i=1}}^m \left( {h}"
        r" - y_k^{(i)} \right) x_j^{(i)} $$",
        rf"$$ \frac{{\partial J(\Theta)}}{{\partial z_k^{{(i)}}}} = {h} - y_k^{{(i)}} $$",
        rf"$$ \frac{{\partial J(\Theta)}}{{\partial \Theta_{{kj}}}} = \frac{{1}}{{m}} \sum_{{i=1}}^m \left( y_k^{{(i)}}"
        rf" - {h} \right) x_j^{{(i)}} $$",
    )
    assert each_verdict(*_of_examples(h), lines=lines) == ["right", "right", "wrong", "wrong"]


def test_before_other_data_it_is_another_value() -> None:
    page = (*_of_examples(r"h(x^{(i)})_k"), r"$$ e_k^{(i)} = h(u^{(i)})_k - y_k^{(i)} $$")
    assert verdict(*page, r"$$ \frac{\partial J}{\partial z_k^{(i)}} = \frac{1}{m} e_k^{(i)} $$") not in (
        "right",
        "wrong",
    )
