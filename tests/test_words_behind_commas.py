r"""Words right behind a comma within a formula, and words for what holds elsewhere."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NET = r"""$$a = w x, \quad y = \tanh(a), \quad E = \frac12 (y - t)^2$$

"""
LINE = r"\frac{\partial E}{\partial w} = (y - t)(1 - y^2) x"
ENTRIES = r"""$$a_{ij} = w_{ij} x_i, \quad E = \sum_{i=1}^n \sum_{j=1}^m a_{ij}^2$$

"""
ENTRY = r"\frac{\partial E}{\partial w_{ij}} = 2 a_{ij} x_i"


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize(
    "words",
    [
        r", \text{ where }",
        r",\text{ with}",
        r", \text{ where } y = \tanh(a)",
        r", \text{ set } r = w x",
        r", \text{ using the chain rule}",
        r", \text{ ここで }",
        r", \text{ où }",
    ],
)
def test_words_that_lead_on(words: str) -> None:
    assert verdicts(f"{NET}$${LINE}{words}$$") == ["right"]
    assert verdicts(f"{NET}$${LINE.replace('y^2', 'y')}{words}$$") == ["wrong"]


@pytest.mark.parametrize("last", [r"1-\tanh^2(x)", r"1+\tanh^2(x)"])
def test_a_reason_is_judged(last: str) -> None:
    words = rf", \text{{ since }} \frac{{d}}{{dx}} \tanh(x) = {last}"
    assert verdicts(f"{NET}$${LINE}{words}$$") == ["right", "right" if "-" in last else "wrong"]


def test_conditions() -> None:
    listed = r"\quad \text{for } i = 1, \dots, n, \text{ and } j = 1, \dots, m"
    assert verdicts(f"{ENTRIES}$${ENTRY}{listed}$$") == ["right"]
    case = r"\frac{\partial a_{ij}}{\partial w_{kj}} = {}, \text{ if } i = k"
    assert verdicts(f"{ENTRIES}$${case.replace('{}', 'x_i')}$$") == ["right"]
    assert verdicts(f"{ENTRIES}$${case.replace('{}', 'x_j')}$$") != ["right"]


@pytest.mark.parametrize("words", [r", \text{ up to a factor}", r", \text{ but not } i = j"])
def test_words_that_change_the_line(words: str) -> None:
    assert verdicts(f"{ENTRIES}$${ENTRY}{words}$$") == ["unreadable"]


@pytest.mark.parametrize(
    "words",
    [
        r"\quad \text{ else } 0",
        r", \text{ if } i \ne j, \text{ and } 0 \text{ otherwise}",
        r", \text{ otherwise it is zero }",
        r"\quad \text{ sonst } 0",
        r",\text{ sinon } 0",
        r",\text{ それ以外は } 0",
        r", \text{ otherwise } 0",
    ],
)
def test_what_holds_elsewhere_is_a_part_of_the_line(words: str) -> None:
    """The line is right everywhere; that it is 0 somewhere is not."""
    assert verdicts(f"{ENTRIES}$${ENTRY}{words}$$") == ["unreadable"]
