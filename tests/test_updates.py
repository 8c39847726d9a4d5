r"""Update rules beside a network: told and left out, without spoiling it; what follows in the same line is judged."""

from __future__ import annotations

import pytest

from symderiv.errors import CyclicDefinition
from symderiv.load import load_text
from symderiv.read import read_document

from .judging import check

NETWORK = '+++\nwrt = "w"\ndata = ["x", "t"]\n+++\n$$y = w x$$ $$E = \\frac12 (y - t)^2$$\n\n'

RULES = [
    r"$$w \leftarrow w - \eta \frac{\partial E}{\partial w}$$",
    r"$$w := w - \eta \frac{\partial E}{\partial w}$$",
    r"$$w = w - \eta \frac{\partial E}{\partial w}$$",
    r"Then $\Delta w = -\eta \frac{\partial E}{\partial w}$.",
    r"更新則は $w \leftarrow w - \eta \nabla_w E$ である。",
]


@pytest.mark.parametrize("rule", RULES)
def test_an_update_rule_is_no_equation(rule: str) -> None:
    assert load_text(NETWORK + rule) == load_text(NETWORK)
    assert read_document(NETWORK + rule).notes == ("line 7: an update rule is no equation, it is not judged",)


@pytest.mark.parametrize(
    ("last", "right"),
    [(r"-\eta (y - t) x", True), (r"-\eta (y - t) w", False)],
)
@pytest.mark.parametrize("first", [r"\Delta w", r"w \leftarrow"])
def test_what_follows_an_update_is_judged(first: str, last: str, right: bool) -> None:
    sign = "=" if "Delta" in first else ""
    page = NETWORK + rf"$${first} {sign} -\eta \frac{{\partial E}}{{\partial w}} = {last}$$"
    assert (check(page).verdict == "right") == right


def test_a_circle_stays_a_circle() -> None:
    with pytest.raises(CyclicDefinition):
        load_text(r"$$a_i = a_i + x_i$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} a_i$$")


def test_a_new_weight_by_name_is_a_definition_where_it_is_used() -> None:
    rule = r"$$w^{\text{new}} = w - \eta \frac{\partial E}{\partial w}$$"
    assert load_text(NETWORK + rule) == load_text(NETWORK)
    used = rule + "\n\n" + r"$$F = (w^{\text{new}} x)^2$$"
    assert {p.variable.name for p in load_text(NETWORK + used).pieces} >= {"w", "w^{new}"}


def test_a_range_of_a_letter_that_its_sentence_does_not_use_holds_for_the_page() -> None:
    page = (
        r"$$a_i = \sum_j w_{ij} x_j, \quad b_i = \sum_j v_{ij} x_j$$"
        "\n\n"
        r"$$y_k = \sum_{i=1}^{H} u_{ki} a_i b_i$$ where $k=1,\dots,K$ and $j = 1,\ldots,D$."
        "\n\n"
        r"$$E = \sum_k y_k^2$$"
    )
    assert {s.name for s in load_text(page).sizes} == {"D", "H", "K"}
