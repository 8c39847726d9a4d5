"""One bad member of a display costs its own links, not the rows around it."""

from __future__ import annotations

import random

import pytest

from symderiv.check.page import check

NETWORK = r"""+++
wrt = ["net_j"]
+++
$$net_j = \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J)$$
$$y_j = \sigma(net_j)$$
$$E = \frac12 \sum_{j=1}^J (y_j - t_j)^2$$

"""
ABOVE = r"\frac{\partial E}{\partial y_j} &= y_j - t_j"
WRONG = r"\frac{\partial net_j}{\partial w_{ji}} &= 2 x_i"
BELOW = r"\frac{\partial E}{\partial net_j} &= (y_j - t_j) y_j (1 - y_j)"


def judged(display: str) -> list[list[str]]:
    """The verdicts on the links of every claim."""
    return [[str(link.judgement) for link in c.links] for c in check(f"{NETWORK}$${display}$$\n").claims]


def rows(*given: str) -> str:
    return "\\begin{aligned}\n" + " \\\\\n".join(given) + "\n\\end{aligned}"


BAD = [
    r"\frac{\partial y_j}{\partial net_j} &= y_j (1 - y_j",
    r"\frac{\partial y_j}{\partial net_j} &= \frac{y_j}{1 (1 - y_j)",
    r"q_j &= y_j_j",
    r"q_j &= y_j + + x_12",
    r"\frac{\partial y_j}{\partial net_j} &= \foo{y_j} (",
    r"q_j^{ &= y_j",
]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_row_costs_itself(bad: str) -> None:
    assert judged(rows(ABOVE, WRONG, bad, BELOW)) == [["right"], ["wrong"], ["unreadable"], ["right"]]
    assert judged(rows(bad, ABOVE, WRONG, BELOW)) == [["unreadable"], ["right"], ["wrong"], ["right"]]


def test_so_does_a_bad_equation_of_a_row() -> None:
    one = (
        r"\frac{\partial E}{\partial y_j} = y_j - t_j, \quad q = y_1_2 \quad \frac{\partial y_j}{\partial net_j} = y_j"
    )
    assert judged(one) == [["right"], ["unreadable"], ["wrong"]]


MEMBERS = [
    r"x_12",
    r"\sum_{i=1}^{I} x_i_i",
    r"\text{chain rule}",
    r"[ y_j",
    r"y_j + + y_j",
    r"\frac{\partial E}{\partial y_j} \cdot",
    "y_j_j",
]


@pytest.mark.parametrize("bad", MEMBERS)
def test_a_chain_with_one_member_that_cannot_be_read_counts_by_its_ends(bad: str) -> None:
    goal, derived = BELOW.split(" &= ")
    report = check(f"{NETWORK}$${goal} = {bad} = {derived}$$")
    assert [str(link.judgement) for link in report.claims[0].links] == ["unreadable", "unreadable"]
    assert (report.goal, report.result_right) == ("reached", True)
    report = check(f"{NETWORK}$${goal} = {bad} = 2 {derived}$$")
    assert (report.goal, report.result_right) == ("incomplete", False)


def test_an_error_is_placed_where_it_is() -> None:
    (claim,) = check("$$a = b^2 = \n c_1_2 = d$$").claims
    assert claim.links[0].reason is not None
    start, end = claim.links[0].reason.span or (0, 0)
    assert claim.latex[start:end] == "_2"


REFUSED = [
    r"\frac{\partial net_k}{\partial w_{ji}} = x_i \text{ if } k_1_2, \frac{\partial net_k}{\partial w_{ji}} = x_i",
    r"q = \frac{1}{, \quad k = j, \quad \frac{\partial net_k}{\partial w_{ji}} = x_i",
    r"q = (1, k = j) = \frac{1}{ \quad \frac{\partial net_k}{\partial w_{ji}} = x_i",
]


@pytest.mark.parametrize("display", REFUSED)
def test_no_condition_is_lost_with_a_member(display: str) -> None:
    assert judged(display) == [["unreadable"]]


def test_what_a_bad_member_would_define_is_not_given() -> None:
    page = r"""$$\begin{aligned} z &= a^2 + a_1_2 \\ E &= z^2 \end{aligned}$$
$$\frac{\partial E}{\partial z} = 2 z$$ $$\frac{\partial E}{\partial a} = 0$$ $$\frac{\partial E}{\partial a} = 4$$"""
    assert [str(c.judgement) for c in check(page).claims] == ["unreadable", "right", "unproved", "unproved"]


GARBAGE = (
    "{",
    "}",
    "(",
    ")",
    "_1_2",
    "^",
    "&",
    r"\frac",
    r"\foo",
    "[",
    r"\left(",
    "+ +",
    "|",
    r"\sum",
    ",",
    r"\\",
    "=",
)


@pytest.mark.parametrize("seed", range(40))
def test_garbage_in_one_row_makes_no_wrong_row_right_and_no_right_row_wrong(seed: int) -> None:
    rng = random.Random(seed)
    lines = [ABOVE, WRONG, BELOW]
    n = rng.randrange(3)
    at = rng.randrange(len(lines[n]) + 1)
    lines[n] = f"{lines[n][:at]} {rng.choice(GARBAGE)} {lines[n][at:]}"
    expected = {"above": "right", "wrong": "wrong", "below": "right"}
    found = check(f"{NETWORK}$${rows(*lines)}$$\n").claims
    for c in found:
        for link in c.links:
            for k, (name, line) in enumerate(zip(expected, (ABOVE, WRONG, BELOW), strict=True)):
                if k != n and link.latex.replace("&", "").split() == line.replace("&", "").split():
                    assert str(link.judgement) in (expected[name], "unreadable", "unproved")
