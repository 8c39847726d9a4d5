r"""Chain rules through several names of which one depends on another: `\partial` for the direct effect, perhaps; names
for derivatives by what the objective is not made of."""

from __future__ import annotations

from .judging import check

PAGE = r"""
$$\mu = \frac1m \sum_{i=1}^m x_i, \quad v = \frac1m \sum_{i=1}^m (x_i - \mu)^2$$

$$u_i = \frac{x_i - \mu}{\sqrt{v + \epsilon}}, \quad y_i = \gamma u_i + \beta$$

$$\frac{\partial E}{\partial x_i} = \frac{\partial E}{\partial u_i} \frac{\partial u_i}{\partial x_i}
+ \frac{\partial E}{\partial v} \frac{\partial v}{\partial x_i}
+ \frac{\partial E}{\partial \mu} \frac{\partial \mu}{\partial x_i}
= \frac{\partial E}{\partial u_i} \frac{1}{\sqrt{v + \epsilon}} + \frac{\partial E}{\partial v} \frac{2 (x_i - \mu)}{m}
+ \frac{\partial E}{\partial \mu} \frac{1}{m}$$
"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_a_rule_that_is_right_with_direct_effects_is_open() -> None:
    assert verdicts(PAGE) == ["unproved", "unproved"]


def test_one_that_is_not_is_wrong() -> None:
    assert verdicts(PAGE.replace(r"\frac{2 (x_i", r"\frac{3 (x_i"))[1] == "wrong"
    without_the_mean = PAGE.replace("\n" r"+ \frac{\partial E}{\partial \mu} \frac{\partial \mu}{\partial x_i}", "")
    assert verdicts(without_the_mean)[0] == "wrong"


def test_what_it_comes_to_is_judged() -> None:
    start = PAGE.index(r"= \frac{\partial E}{\partial u_i} \frac{\partial u_i}")
    end = PAGE.index(r"= \frac{\partial E}{\partial u_i} \frac{1}")
    assert verdicts(PAGE[:start] + PAGE[end:]) == ["right"]


def test_one_way_of_two_is_wrong() -> None:
    page = r"$$u = w x, \quad v = u w, \quad E = (u + v)^2$$ $$\frac{\partial E}{\partial w} = {}$$"
    one = r"\frac{\partial E}{\partial u} \frac{\partial u}{\partial w}"
    other = r"\frac{\partial E}{\partial v} \frac{\partial v}{\partial w}"
    assert verdicts(page.replace("{}$$", f"{one}$$")) == ["wrong"]
    assert verdicts(page.replace("{}$$", f"{one} + {other}$$")) == ["unproved"]
    assert verdicts(page.replace("{}$$", f"{one} + 2 {other}$$")) == ["wrong"]


UNITS = r"""
$$a_j = \sum_i w_{ji} z_i \quad \text{and} \quad z_j = h(a_j)$$

$$\delta_j = \frac{\partial E}{\partial a_j}$$

$$\delta_k = y_k - t_k$$

$$\delta_j = h'(a_j) \sum_k w_{kj} \delta_k$$
"""


def test_a_name_for_a_derivative_by_units_of_which_nothing_is_made() -> None:
    """The outputs are made of the hidden units in letters of their own: that they are units, too, is not said."""
    other = r"$$E = \frac12 \sum_k (y_k - t_k)^2, \quad y_k = \sum_j v_{kj} z_j$$"
    assert not {"right", "wrong"} & set(verdicts(f"{UNITS}{other}"))
    same = r"$$E = \frac12 \sum_k (y_k - t_k)^2, \quad y_k = a_k$$"
    assert verdicts(f"{UNITS}{same}") == ["right", "right"]
    assert verdicts(f"{UNITS}{same}".replace("h'(a_j)", "h(a_j)")) == ["right", "wrong"]
