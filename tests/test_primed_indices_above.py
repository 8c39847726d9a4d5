r"""Primed letters that are exponents: the `m'` of `w_{m'} x_n^{m'}`, below a sum or free."""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = r"$$ E = \frac{1}{2} \sum^N_{n=1} \left(\sum^{M}_{m=0} w_m x_n^m - t_n\right)^2 $$"


def test_powers_by_primed_letters() -> None:
    cases = [
        (r"\frac{\partial E}{\partial w_m} = \sum^N_{n=1} (\sum^{M}_{m'=0} w_{m'} x_n^{m'} - t_n) x^m_n", "right"),
        (r"\frac{\partial E}{\partial w_m} = \sum^N_{n=1} (\sum_{m'=0}^{M} w_{m'} x_n^{m'} - t_n) x_n^m", "right"),
        (r"\frac{\partial E}{\partial w_m} = \sum^N_{n=1} (\sum^{M}_{m'=0} w_{m'} x_n^{m} - t_n) x^m_n", "wrong"),
        (r"\frac{\partial E}{\partial w_m} = \sum^N_{n=1} (\sum^{M}_{m'=0} w_{m'} x_n^{m'} - t_n) x_n", "wrong"),
        (r"\frac{\partial^2 E}{\partial w_m \partial w_{m'}} = \sum^N_{n=1} x_n^{m'} x_n^m", "right"),
        (r"\frac{\partial^2 E}{\partial w_m \partial w_{m'}} = \sum^N_{n=1} x_n^{m'} x_n", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_prime_behind_another_letter_is_one_of_the_function() -> None:
    net = r"$$ y_i = f(z_i) $$ $$ E = \sum_{i=1}^{n} y_i $$"
    assert verdict(net, r"$$ \frac{\partial E}{\partial z_i} = f^{'}(z_i) $$") == "right"
