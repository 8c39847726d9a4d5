r"""Names for a part of what lines differentiate, `t_j = \theta_j^T x` beside a loss that writes it out."""

from __future__ import annotations

from .judging import check

LOSS = r"""$$ \ell = -\sum_d \theta_{yd} x_d + \log \sum_{s=1}^k \exp(\sum_d \theta_{sd} x_d) $$

$$ t_j = \sum_d \theta_{jd} x_d, \quad \phi_j = \frac{e^{t_j}}{\sum_{s=1}^k e^{t_s}} $$

$$ %s $$
"""
RMS = r"""For $x \in \mathbb{R}^n$ and the gain $g \in \mathbb{R}^n$,

$$ \text{RMS}(x) = \sqrt{\frac{1}{n} \sum_{i=1}^n x_i^2 + \epsilon}, \qquad y_i = \frac{x_i}{\text{RMS}(x)} g_i $$

%s $r = \text{RMS}(x)$%s

\begin{equation}
\frac{\partial L}{\partial x_j} = \frac{1}{r} \left( g_j \frac{\partial L}{\partial y_j}
- \frac{x_j}{n r^2} \sum_{i=1}^n \frac{\partial L}{\partial y_i} g_i x_i \right)
\end{equation}
"""


def last(page: str) -> str:
    return check(page).claims[-1].judgement.value


def test_a_part_that_another_name_uses_stands_in_the_loss_too() -> None:
    assert last(LOSS % r"\frac{\partial \ell}{\partial t_i} = \phi_i - [i = y]") == "right"
    assert last(LOSS % r"\frac{\partial \ell}{\partial t_i} = \phi_i") == "wrong"
    assert last(LOSS % r"\frac{\partial \ell}{\partial \theta_{id}} = (\phi_i - [i = y]) x_d") == "right"
    assert last(LOSS % r"\frac{\partial \ell}{\partial \theta_{id}} = \phi_i x_d") == "wrong"


def test_what_is_no_part_of_it_stays_apart() -> None:
    page = LOSS.replace(r"t_j = \sum_d \theta_{jd} x_d", r"t_j = \sum_d \theta_{jd} x_d^2")
    assert last(page % r"\frac{\partial \ell}{\partial t_i} = \phi_i - [i = y]") != "right"


def test_another_name_for_a_name_is_no_output() -> None:
    assert last(RMS % ("Writing", ":")) == "right"
    assert last((RMS % ("Writing", ":")).replace("n r^2", "r^2")) == "wrong"


def test_an_output_that_is_another_name_is_one() -> None:
    page = r"""$h_i = f(x_i)$, $z = \sum_i h_i^2$. The output is $u_i = h_i$.

$$ \frac{\partial L}{\partial x_i} = 2 \frac{\partial L}{\partial z} h_i f'(x_i) $$
"""
    assert last(page) != "right"
