r"""Names that nothing defines and lines differentiate: any function of what they are differentiated by.

That no line is right or wrong which is so for some such functions only is what most of these tests are about.
"""

from __future__ import annotations

import json

import pytest

from symderiv.check.page import check
from symderiv.check.report import Report, worst

SQUARES = r"$$E = \frac12 \sum_k (y_k - t_k)^2$$"


def judged(*lines: str) -> tuple[str, ...]:
    report = check("\n\n".join(lines))
    return tuple(str(worst(link.judgement for link in c.links)) for c in report.claims)


def last(*lines: str) -> str:
    return judged(*lines)[-1]


def test_the_derivatives_of_an_undefined_name_are_not_zero() -> None:
    """With y as a number both sides of these lines were 0."""
    z = r"$$z_j = \sum_i w_{ij} x_i$$"
    right = r"\frac{\partial E}{\partial w_{ij}} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial z_j} x_i"
    assert last(z, SQUARES, f"$${right}$$") == "right"
    assert last(z, SQUARES, f"$${right.replace('(y_k', '2 (y_k')}$$") == "wrong"
    assert last(z, SQUARES, f"$${right.replace('x_i', 'x_j')}$$") in ("wrong", "unreadable")


def test_what_it_is_a_function_of_is_not_said() -> None:
    chain = r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial w}$$"
    assert judged(SQUARES, chain) == ("right",)
    assert last(SQUARES, chain, r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) w$$") == "unproved"
    assert last(SQUARES, chain, r"$$\frac{\partial E}{\partial w} = w$$") == "unproved"
    assert last(SQUARES, chain, r"$$\frac{\partial E}{\partial v} = 0$$") == "unproved"
    assert last(SQUARES, chain, r"$$\frac{\partial E}{\partial t_k} = t_k - y_k$$") in ("right", "unproved")
    assert last(SQUARES, chain, r"$$\frac{\partial E}{\partial y_k} = t_k - y_k$$") == "wrong"


def test_one_entry_may_depend_on_some_entries_alone() -> None:
    r"""`y_k` may be made of the `w_{kj}` of its own k."""
    line = r"\frac{\partial E}{\partial w_{kj}} = (y_k - t_k) \frac{\partial y_k}{\partial w_{kj}}"
    assert judged(SQUARES, f"$${line}$$") == ("unproved",)
    assert judged(SQUARES, f"$${line.replace('= (y_k - t_k)', '= (t_k - y_k)')}$$") == ("unproved",)


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial w} = \frac{\partial E}{\partial v}",
        r"\frac{\partial y_k}{\partial w} = \frac{\partial y_k}{\partial v}",
        r"\frac{\partial y_k}{\partial w} = 2 \frac{\partial y_k}{\partial v}",
    ],
)
def test_it_may_be_of_two_things_in_one_way(line: str) -> None:
    both = r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial w}$$"
    also = r"$$\frac{\partial E}{\partial v} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial v}$$"
    assert last(SQUARES, both, also, f"$${line}$$") == "unproved"


def test_second_derivatives_are_left_open() -> None:
    page = r"$$f = g^2$$", r"$$\frac{\partial f}{\partial x} = 2 g \frac{\partial g}{\partial x}$$"
    assert judged(*page) == ("right",)
    wrong = r"$$\frac{\partial^2 f}{\partial x^2} = 2 \left( \frac{\partial g}{\partial x} \right)^2$$"
    assert last(*page, wrong) == "unproved"


def test_two_ways_to_one_place_are_left_open() -> None:
    """y may depend on a through h alone, or besides."""
    page = r"$$h_j = f(a_j)$$", SQUARES
    one = r"$$\frac{\partial E}{\partial a_j} = f'(a_j) \sum_k (y_k - t_k) \frac{\partial y_k}{\partial h_j}$$"
    two = r"$$\frac{\partial E}{\partial a_j} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial a_j}$$"
    assert judged(*page, one) == ("right",)
    assert judged(*page, two) == ("right",)
    assert set(judged(*page, one, two)) == {"unproved"}


def test_a_definition_that_could_not_be_read_stays_one() -> None:
    lost = r"$$y_k = \begin{pmatrix} 1 & 2 \end{pmatrix} \oplus w_k$$"
    chain = r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial w}$$"
    assert last(SQUARES, lost, chain) == "unproved"


def test_data_that_a_line_calls_independent_or_that_weights_multiply_are_data() -> None:
    chain = r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial w}$$"
    assert judged(SQUARES, r"$$\frac{\partial t_k}{\partial w} = 0$$", chain) == ("right", "right")
    product = r"$$a_j = \sum_i w_{ij} x_i$$"
    whole = r"\sum_k \frac{\partial w_{kj}}{\partial w_{ij}} x_k + \sum_k w_{kj} \frac{\partial x_k}{\partial w_{ij}}"
    assert judged(product, rf"$$\frac{{\partial a_j}}{{\partial w_{{ij}}}} = {whole} = x_i$$") == ("right",)


def test_a_page_without_any_definition() -> None:
    assert judged(r"$$\frac{dy}{dx} = \frac{dy}{du} \frac{du}{dx}$$") == ("right",)
    assert judged(r"$$\frac{dy}{dx} = \frac{dy}{du} + \frac{du}{dx}$$") == ("wrong",)
    chain = r"\sum_k \frac{\partial E}{\partial net_k} \frac{\partial net_k}{\partial h_j}"
    short = chain.replace(r"\sum_k ", "")
    assert judged(rf"$$\frac{{\partial E}}{{\partial h_j}} = {chain}$$") == ("right",)
    both = judged(
        rf"$$\frac{{\partial E}}{{\partial h_j}} = {chain}$$", rf"$$\frac{{\partial E}}{{\partial h_j}} = {short}$$"
    )
    assert both == ("right", "wrong")


@pytest.mark.parametrize("name", ["net_k", r"net_\alpha", "net_{ab}", "net_{kl}", "h_T", "h_t", "z^l_j", "h_{ijk}"])
def test_one_of_many_is_not_all_there_is(name: str) -> None:
    """A sum over the letter may be missing."""
    chain = rf"\frac{{\partial E}}{{\partial {name}}} \frac{{\partial {name}}}{{\partial h}}"
    assert judged(rf"$$\frac{{\partial E}}{{\partial h}} = {chain}$$") in (("unproved",), ("unreadable",))


def test_names_that_nobody_typed_are_shown_nowhere() -> None:
    chain = r"$$\frac{\partial L}{\partial z_j} = \sum_i \frac{y_i}{p_i} \frac{\partial p_i}{\partial z_j}$$"
    report: Report = check(r"$$L = -\sum_i y_i \log p_i$$" + chain)
    assert report.verdict == "wrong"
    assert "\\u0000" not in json.dumps(report.data())
    assert report.claims[0].links[0].reason is not None
    assert report.claims[0].links[0].reason.kind == "sign"


@pytest.mark.parametrize(
    "line",
    [
        r"\nabla_\theta L = 0",
        r"\nabla_\theta L = \theta",
        r"\nabla_\theta L = \sum_n (f_n - y_n)",
        r"\nabla_\theta L = \sum_n (f_n - y_n) \nabla_w f_n",
        r"\nabla_\theta L = \sum_n (f_n - y_n) \nabla_\theta f_n \nabla_\theta f_n",
        r"\nabla_\theta^2 L = \sum_n \nabla_\theta f_n \nabla_\theta f_n",
        r"\nabla_\theta L = \nabla_w L",
    ],
)
def test_a_gradient_by_any_parameters_is_one_of_each(line: str) -> None:
    page = r"$$L = \frac12 \sum_n (f_n - y_n)^2$$"
    chain = r"\nabla_\theta L = \sum_n (f_n - y_n) \nabla_\theta f_n"
    assert judged(page, f"$${chain}$$") == ("right",)
    assert judged(page, f"$${chain.replace('(f_n - y_n)', '(y_n - f_n)')}$$") == ("wrong",)
    assert judged(page, f"$${line}$$")[-1] in ("unproved", "unreadable")


def test_a_value_that_shows_what_it_depends_on() -> None:
    page = r"$$L = (z(w) - t)^2$$"
    assert judged(page, r"$$\frac{\partial L}{\partial w} = 2 (z(w) - t) z'(w)$$") == ("right",)
    assert judged(page, r"$$\frac{\partial L}{\partial w} = 2 (z(w) - t) \frac{\partial z}{\partial w}$$") == ("right",)
    assert judged(page, r"$$\frac{\partial L}{\partial w} = 2 (z(w) - t) w$$") == ("unproved",)
    assert judged(page, r"$$\frac{\partial L}{\partial w} = 2 (z(w) - t) z$$") == ("unproved",)


def test_two_functions_of_one_thing_are_apart_only_where_they_stand_together() -> None:
    rates = r"$$\frac{dz}{dt} = 2x \frac{dx}{dt} + 2y \frac{dy}{dt}$$"
    assert judged(r"$$z = x^2 + y^2$$", rates, r"$$\frac{\partial z}{\partial x} = 2x$$") == ("right", "right")
    chain = r"$$\frac{\partial E}{\partial w} = \sum_k (y_k - t_k) \frac{\partial y_k}{\partial w}$$"
    other = r"$$h = v^2$$", r"$$\frac{\partial h}{\partial w} = 2 v \frac{\partial v}{\partial w}$$"
    assert judged(SQUARES, chain, *other, r"$$\frac{\partial E}{\partial v} = 0$$")[-1] == "unproved"
    assert judged(SQUARES, chain, *other, r"$$\frac{\partial E}{\partial h} = 0$$")[-1] == "unproved"


def test_a_factor_may_be_a_function_too() -> None:
    """The weights of an attention depend on what they weigh."""
    page = r"$$c = \sum_j \alpha_j h_j$$"
    whole = r"$$\frac{\partial c}{\partial h_k} = \alpha_k + \sum_j \frac{\partial \alpha_j}{\partial h_k} h_j$$"
    assert judged(page, whole)[-1] in ("right", "unproved")
    assert judged(page, whole, r"$$\frac{\partial c}{\partial h_k} = \alpha_k$$")[-1] == "unproved"


def test_a_derivative_that_vanishes_in_a_case_is_one() -> None:
    page = r"$$L = -\sum_i y_i \log p_i$$"
    for condition in (r" \quad (i \ne j)", r" \text{ for } i \ne j"):
        assert judged(page, rf"$$\frac{{\partial p_i}}{{\partial z_j}} = 0{condition}$$")[-1] != "right"


def test_a_total_derivative_beside_the_partial_one() -> None:
    r"""`\partial L/\partial x` beside `dL/dx` is the direct effect."""
    total = r"\frac{dL}{dx} = \frac{\partial L}{\partial x} + \frac{\partial L}{\partial y} \frac{dy}{dx}"
    for before in ([], [r"$$L = x y$$"], [r"$$L = x y$$", r"$$y = x^2$$"]):
        assert last(*before, f"$${total}$$") == ("right" if before else "unreadable")
        for wrong in (total.replace("+", "-"), total.replace(r" \frac{dy}{dx}", ""), total.replace("= ", "= 2 ")):
            assert last(*before, f"$${wrong}$$") in ("wrong", "unproved", "unreadable")
    page = r"$$L = x y$$", r"$$y = x^2$$", f"$${total}$$"
    assert last(*page, r"$$\frac{\partial L}{\partial x} = y$$") == "right"
    assert last(*page, r"$$\frac{dL}{dx} = \frac{\partial L}{\partial x}$$") == "wrong"
    assert last(*page, r"$$\frac{dL}{dx} = y + 2 x^2$$") == "right"
    for squared in (r"\frac{\partial}{\partial x} \left(L\right)^2", r"\frac{\partial L^2}{\partial x}"):
        for factor in ("2", "3"):  # is it the direct effect on the square, or all of it?
            assert last(*page, rf"$${squared} = {factor} L \frac{{\partial L}}{{\partial x}}$$") == "unreadable"
    assert last(*page, r"$$\frac{d}{dx} (L)^2 = 2 L \frac{dL}{dx}$$") == "right"
    identity = r"$$\frac{dL}{dx} = \frac{\partial L}{\partial x}$$"
    assert judged(f"$${total}$$", identity) == ("unreadable", "unreadable")
    assert judged(identity) in (("right",), ("unreadable",))


def test_the_label_of_what_depends_tells_that_a_factor_does() -> None:
    values = r"$$J = \sum_a \pi_a Q_a^{\pi}$$", r"$$\nabla_\theta J = \sum_a Q_a^{\pi} \nabla_\theta \pi_a$$"
    assert judged(*values) == ("unproved",)
    assert judged(*(line.replace(r"Q_a^{\pi}", "q_a") for line in values)) == ("right",)


def test_what_a_sum_is_said_to_be_tells_of_the_derivatives_too() -> None:
    page = r"$$q = \sum_i p_i \log p_i$$"
    chain = r"\frac{\partial q}{\partial \theta} = \sum_i (1 + \log p_i) \frac{\partial p_i}{\partial \theta}"
    short = chain.replace("1 + ", "")
    assert judged(page, f"$${chain}$$", f"$${short}$$") == ("right", "wrong")
    assert judged(r"with $\sum_i p_i = 1$.", page, f"$${chain}$$", f"$${short}$$") == ("right", "unproved")


def test_the_order_of_capitals_that_are_multiplied_may_matter() -> None:
    line = r"$$\frac{\partial F}{\partial w} = B \frac{\partial A}{\partial w} + A \frac{\partial B}{\partial w}$$"
    assert judged(r"$$F = A B$$", line) == ("unproved",)
    assert judged(line.replace("F}", "(A B)}"))[-1] in ("unproved", "unreadable")
    assert judged(r"$$f = a b$$", line.replace("F", "f").replace("A", "a").replace("B", "b")) == ("right",)
    total = r"$$\frac{\partial J}{\partial w} = \frac{\partial L}{\partial w} + \lambda \frac{\partial R}{\partial w}$$"
    assert judged(r"$$J = L + \lambda R$$", total) == ("right",)


def test_formulas_that_seem_not_to_depend_are_not_constant() -> None:
    """Both sides were 0."""
    page = r"$$r = \frac{p_\theta}{p_{old}}$$", r"$$L = r A$$"
    for line in (r"A \nabla_\theta \log p_\theta", r"r A \nabla_\theta \log p_\theta", r"A \nabla_\theta p_\theta^2"):
        assert judged(*page, rf"$$\nabla_\theta L = {line}$$")[-1] in ("unproved", "unreadable")
    assert judged(
        r"$$p = \frac{1}{Z} e^{-E}$$", r"$$\frac{\partial \log p}{\partial w} = -\frac{\partial E}{\partial w}$$"
    ) == ("unproved",)
    largest = r"where $m$ is the maximum of $q$ over the actions.", r"$$L = (q - m)^2$$"
    assert judged(*largest, r"$$\frac{\partial L}{\partial w} = 2 (q - m) \frac{\partial q}{\partial w}$$") == (
        "unproved",
    )
