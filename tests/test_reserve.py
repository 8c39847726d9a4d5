r"""What is said is never skipped: inequalities, and names whose definition could not be read."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"""$$z_i = \sum_{j=1}^{J} w_{ij} x_j \quad (i = 1, \dots, I)$$

$$y_i = f(z_i)$$

$$E = \frac12 \sum_{i=1}^{I} (y_i - t_i)^2$$

"""
RIGHT = r"$$\frac{\partial E}{\partial z_i} = (y_i - t_i) f'(z_i)$$"
WRONG = r"$$\frac{\partial E}{\partial z_i} = (y_i + t_i) f'(z_i)$$"


def judged(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


INEQUALITIES = [
    r"$$E \le 0$$",
    r"$$E \ne 3$$",
    r"We see that $y_i < 1$.",
    r"$$\frac{\partial E}{\partial z_i} \ge 0$$",
    r"$$0 \le y_i \le 1$$",
    r"$$\sum_{i=1}^{I} y_i > 2$$",
    r"$$f(z_i) \ne 0$$",
    r"$$E \in (0, 1)$$",
]


@pytest.mark.parametrize("typed", INEQUALITIES)
def test_an_inequality_between_values_is_reported_and_spoils_nothing(typed: str) -> None:
    found = judged(f"{NETWORK}{typed}\n\n{RIGHT}\n\n{WRONG}\n")
    assert found[0] in ("unproved", "unreadable")
    assert found[1:] == ["right", "wrong"]


def test_an_equation_before_an_inequality_is_judged() -> None:
    claim = r"$$\frac{\partial E}{\partial y_i} = @ y_i - t_i \le 1$$"
    for factor, verdict in (("", "unproved"), ("2", "wrong")):
        assert judged(NETWORK + claim.replace("@", factor)) == [verdict]
    (found,) = check(NETWORK + claim.replace("@", "")).claims
    assert [str(link.judgement) for link in found.links] == ["right", "unproved"]


NO_CLAIMS = [
    r"Here $x_j \ge 0$ is given.",
    r"$x \in \mathbb{R}^J$",
    r"with a rate $\eta > 0$",
    r"Here $1 \le i \le I$ and $J \ge 2$.",
]


@pytest.mark.parametrize("typed", NO_CLAIMS)
def test_what_is_said_of_sizes_indices_and_inputs_is_no_claim(typed: str) -> None:
    assert judged(f"{NETWORK}{typed}\n\n{RIGHT}\n") == ["right"]


def test_a_set_behind_an_equation_does_not_hide_it() -> None:
    page = NETWORK + r"$$a_i = 2 y_i \in \mathbb{R}$$" + "\n\n" + r"$$\frac{\partial a_i}{\partial y_i} = @$$"
    assert judged(page.replace("@", "2")) == ["right"]
    assert judged(page.replace("@", "3")) == ["wrong"]


UNREADABLE = [
    r"$$y_i = f(z_i$$",
    r"$$y_i = \int f(z_i) d z$$",
    r"$$y_i &= f(z_i) \foo \\ q_i &= 2$$",
    r"$$y_i = \begin{cases} z_i & z_i > 0 \text{ or } i = 1 \\ 0 \end{cases}$$",
    r"$$y_i = z_i \quad (z_i > 0)$$",
]


@pytest.mark.parametrize("line", UNREADABLE)
@pytest.mark.parametrize("letter", ["y", "o"])
def test_nothing_rests_on_a_definition_that_could_not_be_read(line: str, letter: str) -> None:
    r"""Taken for an input, y would make `\partial E/\partial z_i = 1` right, and what is meant wrong."""
    page = f"""$$z_i = \\sum_{{j=1}}^{{J}} w_{{ij}} x_j \\quad (i = 1, \\dots, I)$$

{line}

$$E = \\frac12 \\sum_{{i=1}}^{{I}} (y_i - t_i)^2 + \\sum_{{i=1}}^{{I}} z_i$$

$$\\frac{{\\partial E}}{{\\partial z_i}} = 1$$

$$\\frac{{\\partial E}}{{\\partial z_i}} = 2$$

$$(y_i - t_i)^2 = y_i^2 - 2 y_i t_i + t_i^2$$

$$y_i = 2 t_i + z_i$$

$$\\frac{{\\partial z_i}}{{\\partial x_j}} = w_{{ij}}$$

$$\\frac{{\\partial z_i}}{{\\partial x_j}} = 2 w_{{ij}}$$
""".replace("y", letter)
    found = [str(c.judgement) for c in check(page).claims if c.line > 5]
    assert found[:2] == ["unproved", "unproved"]
    assert found[2] == "right"
    assert found[-2:] == ["right", "wrong"]


def test_what_is_said_of_a_constant_beside_a_definition_is_no_case_of_it() -> None:
    page = r"""$$s = \sum_{i=1}^{I} x_i^2, \qquad q_i = \frac{x_i}{\sqrt{s + \epsilon}}, \quad \epsilon > 0$$

$$\frac{\partial q_i}{\partial s} = -\frac{x_i}{@ (s + \epsilon)^{3/2}}$$"""
    for name in ("epsilon", "eta"):
        assert judged(page.replace("epsilon", name).replace("@", "2")) == ["right"]
        assert judged(page.replace("epsilon", name).replace("@", "3")) == ["wrong"]


def test_a_definition_by_cases_about_inputs_stays_open() -> None:
    page = r"""$$y_i = 2 x_i \quad (x_i > 0)$$

$$y_i = 3 x_i \quad (x_i \le 0)$$

$$E = \sum_{i=1}^{I} y_i$$

$$\frac{\partial E}{\partial x_i} = @$$"""
    for slope in ("2", "3"):
        assert set(judged(page.replace("@", slope))) <= {"unproved", "unreadable"}


def test_nothing_is_defined_by_itself() -> None:
    assert judged(NETWORK + r"$$q_{ij} = q_{ij} + 1$$")[0] in ("wrong", "unproved")
    assert judged(NETWORK + r"$$q_i = 2 q_i$$")[0] != "right"


def test_data_may_be_what_an_unread_line_defines_whatever_its_scripts() -> None:
    page = r"""
$$ \pi_\theta(a|s) = \frac{\exp(z_a)}{\sum_b \exp(z_b)} $$
$$ E = -\sum_k t_k \log \pi_k \qquad q = \sum_k z_k $$
$$ \frac{\partial E}{\partial z_k} = \pi_k - t_k $$
"""
    assert judged(page) == ["unreadable", "unproved"]


def test_a_row_that_is_not_known_to_be_as_long_as_others_is_left_open() -> None:
    page = r"""
$$ s = \sum_{i} u_{o,i} a_i \qquad r_k = \sum_i u_{k,i} b_i $$
$$ E = -\log \sigma(s) - \sum_k \log \sigma(-r_k) $$
$$ \frac{\partial E}{\partial s} = \sigma(s) - 1 $$
"""
    assert judged(page) == ["unproved"]


def test_the_rest_of_what_has_a_boundary_is_not_data_where_its_definition_is_unread() -> None:
    page = r"""$$h_0 = 1$$

$$h_t = w h_{t-1} + x_t @ \quad (1 \le t \le T)$$

$$E = \sum_{t=1}^{T} h_t^2$$

$$\frac{\partial E}{\partial h_t} = 2 h_t$$ ( $1 \le t \le T$ )"""
    assert judged(page.replace("@", r"\oint q"))[-1] == "unproved"
    assert judged(page.replace("@", ""))[-1] == "wrong"
    assert judged(page.replace(r"$$h_t = w h_{t-1} + x_t @ \quad (1 \le t \le T)$$", ""))[-1] == "right"


GENERIC = r"""$$net_j = \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J)$$

$$y_j = f(net_j)$$

"""
BY_Y_ALONE = r"$$\frac{\partial E}{\partial net_j} = \frac{\partial E}{\partial y_j} f'(net_j)$$"


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (r"z_j = net_j + \frac{1}{", "unproved"),  # E may depend on net through z as well
        (r"z = \sum_j w_{ji} + \frac{1}{", "right"),  # z does not rest on net, whatever it is
        (r"z_j = y_j^2 + \frac{1}{", "right"),  # a function of y is no other way from net to E
        (r"\delta_j = \frac{\partial E}{\partial net_j} + \frac{1}{", "right"),  # a name for a derivative is no node
        (r"y_j = f(net_j) + \frac{1}{", "right"),  # y is defined above: that was a claim
    ],
)
def test_a_node_that_could_not_be_read_may_be_another_way_to_a_generic_objective(broken: str, expected: str) -> None:
    assert judged(f"{GENERIC}$${broken}$$\n\n{BY_Y_ALONE}") == ["unreadable", expected]


def test_a_node_that_could_not_be_read_may_lie_before_the_last_one() -> None:
    page = r"""$$a_j = v_j^2 \quad (1 \le j \le J)$$ $$z_j = a_j + \frac{1}{$$ $$y_j = f(z_j)$$
$$\frac{\partial E}{\partial y_j} = 3$$ $$\frac{\partial E}{\partial v_j} = 0$$"""
    assert judged(page)[-1] == "unproved"


def test_a_condition_beside_an_equation_that_could_not_be_read_is_not_that_of_another_one() -> None:
    claim = r"$$\frac{\partial net_k}{\partial w_{ji}} = x_i$$"  # true for k = j only
    page = f"{GENERIC}For $k = j$:\n\n@\n\n{claim}"
    assert judged(page.replace("@", "")) == ["right"]
    assert judged(page.replace("@", r"$$q = \frac{1}{$$"))[-1] == "unproved"
    assert judged(page.replace("@", "$$q = 1$$"))[-1] != "right"


BEFORE_WHAT_IS_LOST = r"""$$ S_i = \frac{e^{a_i}}{\sum_{k=1}^K e^{a_k}}, \quad 1 \le i \le K $$

$$ a = \operatorname{foo}(%s ; x)^{[3} $$

$$ E = -\sum_{i=1}^K t_i \log S_i + \sum_{i=1}^K b_i v_i $$

$$ \frac{\partial %s}{\partial a_j} = %s $$
"""


@pytest.mark.parametrize(
    ("made_of", "of", "right", "verdict"),
    [
        ("W", "S_i", r"S_i (\delta_{ij} - S_j)", "right"),
        ("W", "S_i", r"S_i (\delta_{ij} - S_i)", "unproved"),  # who knows what the a are
        ("W", "E", r"\sum_{i=1}^K t_i (S_j - \delta_{ij})", "right"),
        ("b", "E", r"\sum_{i=1}^K t_i (S_j - \delta_{ij})", "unproved"),  # is a tied to the b of E?
        ("a", "S_i", r"S_i (\delta_{ij} - S_j)", "unproved"),  # are these a tied to each other?
        ("W", "E", r"\sum_{i=1}^K t_i (S_j - \delta_{ij}) + \frac{\partial E}{\partial b_j}", "unproved"),
    ],
)
def test_what_a_name_is_made_of_is_of_no_matter_below_it(made_of: str, of: str, right: str, verdict: str) -> None:
    report = check(BEFORE_WHAT_IS_LOST % (made_of, of, right))
    assert str(report.claims[-1].links[-1].judgement) == verdict
