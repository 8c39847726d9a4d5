r"""Data that a page says are positive: `with $\delta > 0$`. The truth of the lines was found by hand for both signs."""

from __future__ import annotations

import pytest

from symderiv.latex.page import write_network
from symderiv.network import complete
from symderiv.network.alike import same_network
from symderiv.read import read_draft

from .judging import check

HUBER = r"""$$ L = \begin{cases} \frac12 r^2 & |r| \le d \\ d (|r| - \frac12 d) & \text{otherwise} \end{cases} $$"""
SLOPES = r"\begin{cases} r & |r| \le d \\ d & r > d \\ -d & r < -d \end{cases}"
ROOT = r"$$ y = \sqrt{a^2} x $$"
LINE = r"$$ \frac{\partial y}{\partial x} = a $$"


def _verdict(text: str) -> str:
    return check(text).claims[-1].judgement.value


@pytest.mark.parametrize("words", ["with $d > 0$.", "where $d>0$ is a constant.", "Here $0 < d$.", "（$d > 0$）"])
def test_the_slopes_of_hubers_loss(words: str) -> None:
    by_r = r"$$ \frac{\partial L}{\partial r} = "
    assert _verdict(f"{HUBER} {words}\n\n{by_r} {SLOPES} $$") == "right"
    wrong = SLOPES.replace("-d & r < -d", "d & r < -d")
    assert _verdict(f"{HUBER} {words}\n\n{by_r} {wrong} $$") == "wrong"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("with $a > 0$.", "right"),
        (r"with $a \ge 0$.", "right"),
        ("with $a < 0$.", "wrong"),
        ("", "wrong"),
        ("with $a > 0$, or $a < 0$.", "wrong"),
    ],
)
def test_a_root(words: str, verdict: str) -> None:
    assert _verdict(f"{ROOT} {words}\n\n{LINE}") == verdict


@pytest.mark.parametrize(
    "words",
    ["For $a > 0$,", "If $a > 0$,", "In the case $a > 0$", "$a > 0$ のとき", "$a > 0$ の場合", "As long as $a > 0$,"],
)
def test_a_case_is_not_the_whole_page(words: str) -> None:
    """In its last line the page speaks of every a again."""
    assert _verdict(f"{ROOT}\n\n{words}\n\n{LINE}\n\nIn general\n\n{LINE}") != "right"


def test_what_the_page_differentiates_by_is_positive_in_a_case_at_most() -> None:
    page = r"$$ y = |w| x $$ where $w > 0$. $$ \frac{\partial y}{\partial w} = x $$"
    assert read_draft(page).positive == ()


def test_all_entries_of_a_family() -> None:
    page = r"$$ E = \sum_{i=1}^n \sqrt{a_i^2} x_i $$ where $A > 0$. $$ \frac{\partial E}{\partial x_i} = a_i $$"
    assert _verdict(page.replace("A > 0", "a_i > 0")) == "right"
    assert _verdict(page.replace("A > 0", "a_1 > 0")) == "wrong"


def test_it_is_printed_and_read_again() -> None:
    system = complete(read_draft(r"$$ y = \sqrt{a^2} x + a $$ with $a > 0$."))
    printed = write_network(system)
    assert "$a > 0$" in printed
    assert same_network(complete(read_draft(printed)), system)
    assert not same_network(complete(read_draft(printed.replace("$a > 0$", ""))), system)


def test_both_cases_one_after_the_other() -> None:
    page = (
        r"$$ y = |w| x $$ For $w > 0$ we get $$ \frac{\partial y}{\partial w} = x $$"
        r" and for $w < 0$ $$ \frac{\partial y}{\partial w} = LAST $$"
    )
    assert [c.judgement.value for c in check(page.replace("LAST", "-x")).claims] == ["right", "right"]
    assert [c.judgement.value for c in check(page.replace("LAST", "x")).claims] == ["right", "wrong"]


def test_a_case_that_cannot_be_used_makes_no_line_wrong() -> None:
    page = r"$$ E = b w^2 $$" + "\n\nFor $b > 0$ we have\n\n" + r"$$ | \frac{\partial E}{\partial w} | = 2 b |w| $$"
    assert _verdict(page) == "unproved"


def test_what_is_defined_for_positive_data() -> None:
    page = (
        "For $b > 0$ let\n\n"
        + r"$$ y = \sqrt{x^2 + b} $$"
        + "\n\n"
        + r"$$ \frac{\partial y}{\partial x} = \frac{x}{y} $$"
    )
    assert _verdict(page) == "right"
