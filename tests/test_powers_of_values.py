r"""Values of functions that are raised to a power right behind their arguments, `d(a, p)^2`, and left sides that are.

By hand: with `d(x, y) = \sum_k (x_k - y_k)^2`, `\partial d(a, p)^2/\partial p_k = -4 d(a, p) (a_k - p_k)`. With
`a = g(W)` and softmax, `\partial p_t^2/\partial W_{ij} = 2 p_t^2 (\delta_{ti} - p_i) x_j`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

DISTANCES = r"$$d(x, y) = \sum_{k=1}^K (x_k - y_k)^2$$ $$L = d(a, p)^2 - d(a, n)$$"
BY_P = r"$$\frac{\partial L}{\partial p_k} = %s (a_k - p_k)$$"
SOFTMAX = (
    r"$$s_j = \frac{e^{a_j}}{\sum_{k=1}^q e^{a_k}}, \qquad j = 1, \dots, q$$ "
    r"$$g_k = \sum_{l=1}^n W_{kl} x_l$$ $$p_t(W) = s_t(g(W))$$ Let $a = g(W)$. "
)
BY_W = r"$$\frac{\partial}{\partial W_{ij}} p_t(W)^2 = %s (\delta_{ti} - s_i) x_j$$"

SQUARED_LOSS = r"$$\ell(\mu) = \sum_{i=1}^N (x_i - \mu)^2$$ $$L = \ell(\mu)^2$$"
LOSS_BY_MU = r"$$\frac{\partial L}{\partial \mu} = -%s \sum_{i=1}^N (x_i - \mu)$$"


def test_the_power_of_a_function_of_two_vectors_is_kept() -> None:
    assert each_verdict(DISTANCES, lines=[BY_P % r"-4 d(a, p)", BY_P % "-2"]) == ["right", "wrong"]
    assert verdict(DISTANCES.replace(")^2 - d", ") - d"), BY_P % "-2") == "right"


def test_the_power_behind_an_array_that_is_shown_is_kept() -> None:
    assert each_verdict(SOFTMAX, lines=[BY_W % r"2 s_t^2", BY_W % r"s_t"]) == ["right", "wrong"]


def test_an_equation_about_a_power_does_not_say_what_the_function_is() -> None:
    page = DISTANCES.replace("d(x, y) =", "d(x, y)^2 =")
    assert "right" not in each_verdict(page, lines=[BY_P % r"-4 d(a, p)", BY_P % "-2"])


def test_the_power_of_a_loss_behind_its_parameters_is_kept() -> None:
    loss = r"$$y_n(w) = \sum_{j=1}^J w_j x_{nj}$$ $$E(w) = \sum_{n=1}^N (y_n(w) - t_n)^2$$"
    line = r"$$\frac{\partial}{\partial w_j} E(w)^2 = %s \sum_{n=1}^N (y_n(w) - t_n) x_{nj}$$"
    assert each_verdict(loss, lines=[line % "4 E(w)", line % "2"]) == ["right", "wrong"]
    assert each_verdict(SQUARED_LOSS, lines=[LOSS_BY_MU % r"4 \ell(\mu)", LOSS_BY_MU % "4"]) == ["right", "wrong"]


def test_the_derivative_of_the_digamma_function_is_squared_as_a_whole() -> None:
    page = r"$$\psi(x) = \frac{d}{dx} \log \Gamma(x)$$ $$F = \sum_{k=1}^K \log \Gamma(a_k)$$"
    line = r"$$\left(\frac{\partial^2 F}{\partial a_k^2}\right)^2 = %s$$"
    found = each_verdict(page, lines=[line % r"\psi'(a_k)^2", line % r"\psi'(a_k)"])
    assert found[0] == "right"
    assert found[1] != "right"
    nested = r"$$\left(\frac{\partial F}{\partial a_k}\right)^2 = \psi(a_k) (\psi(a_k) + 1) - \psi(a_k)$$"
    assert verdict(page, nested) == "right"
