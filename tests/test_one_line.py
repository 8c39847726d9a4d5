r"""One bad line costs one line, and what truly rests on it: the rest of the page is judged as usual.

The page defines `net -> y -> E`. Its five claims are right, right, right, right and wrong (the last one lacks the
factor `y_j (1 - y_j)`). A bad statement stands between the definitions and the claims.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import Report

NET = r"net_j = \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J)"
Y = r"y_j = \sigma(net_j)"
E = r"E = \frac12 \sum_{j=1}^J (y_j - t_j)^2"
CLAIMS = (
    r"\frac{\partial E}{\partial y_j} = y_j - t_j",
    r"\frac{\partial y_j}{\partial net_j} = y_j (1 - y_j)",
    r"\frac{\partial E}{\partial net_j} = (y_j - t_j) y_j (1 - y_j)",
    r"\frac{\partial net_j}{\partial w_{ji}} = x_i",
    r"\frac{\partial E}{\partial w_{ji}} = (y_j - t_j) x_i",
)
VERDICTS = ["right", "right", "right", "right", "wrong"]


def displays(*formulas: str) -> str:
    return "\n\n".join(f if f.startswith("$") else f"$${f}$$" for f in formulas)


def verdicts(report: Report, claims: tuple[str, ...]) -> list[str]:
    """What the report says of claims, by their LaTeX."""
    found = {c.latex: str(c.judgement) for c in report.claims}
    return [found[c] for c in claims]


BAD = {
    "no formula": ([r"q = \frac{1}{"], r"q = \frac{1}{"),
    "index and size": ([r"m = \sum_{J=1}^{K} v_J"], r"m = \sum_{J=1}^{K} v_J"),
    "two ranges": (
        [r"u_k = a_k \quad (1 \le k \le K) \quad (1 \le k \le M)"],
        r"u_k = a_k \quad (1 \le k \le K) \quad (1 \le k \le M)",
    ),
    "two definitions": ([r"p_j = y_j", r"p_j = t_j"], r"p_j = t_j"),
    "a circle": ([r"a = b + 1", r"b = 2 a"], r"b = 2 a"),
    "a circle through y": ([r"g_j = y_j + h_j", r"h_j = 2 g_j"], r"h_j = 2 g_j"),
    "an entry that does not exist": ([r"q = y_{J+2}"], r"q = y_{J+2}"),
    "an entry of nothing": ([r"h_t = h_{t-1} + 1 \quad (1 \le t \le S)", r"q = 2 h_T"], r"q = 2 h_T"),
    "other lengths of data": ([r"q = \sum_{i=1}^{J} x_i"], r"q = \sum_{i=1}^{J} x_i"),
    "other lengths of a node": ([r"q_k = \sum_{j=1}^{K} y_j"], r"q_k = \sum_{j=1}^{K} y_j"),
    "one letter summed twice": ([r"q = \sum_{i=1}^{I} \sum_{i=1}^{J} x_i"], r"q = \sum_{i=1}^{I} \sum_{i=1}^{J} x_i"),
    "a letter on the left that is summed": ([r"q_i = \sum_{i=1}^I x_i"], r"q_i = \sum_{i=1}^I x_i"),
    "a function and a variable": ([r"q = f(a) + f"], r"q = f(a) + f"),
    "a function of one and of two": ([r"q = f(a)", r"r = f(a, b)"], r"r = f(a, b)"),
    "shapes that do not fit": ([r"$A = (a_{ij})$ and $b = (b_k)$ with $1 \le k \le K$.", r"q = A b"], r"q = A b"),
    "nothing after the sign": ([r"q = "], r"q ="),
}


@pytest.mark.parametrize("kind", list(BAD))
def test_a_bad_line_beside_the_network_costs_itself(kind: str) -> None:
    lines, guilty = BAD[kind]
    report = check(displays(NET, Y, E, *lines, *CLAIMS))
    assert not report.problem
    assert verdicts(report, CLAIMS) == VERDICTS
    bad = [c for c in report.claims if c.latex not in CLAIMS]
    assert [(c.latex.strip(), str(c.judgement)) for c in bad] == [(guilty, "unreadable")]
    assert bad[0].links[0].detail
    assert bad[0].links[0].reason is not None


@pytest.mark.parametrize("kind", list(BAD))
def test_nor_does_it_matter_where_it_stands(kind: str) -> None:
    lines, _ = BAD[kind]
    assert verdicts(check(displays(*lines, NET, Y, E, *CLAIMS)), CLAIMS) == VERDICTS
    assert verdicts(check(displays(NET, Y, E, *CLAIMS, *lines)), CLAIMS) == VERDICTS


FRONT = {
    "data that is the objective": "data = ['x_i', 'E']",
    "no such name": "wrt = ['zz_{j}']",
    "no such key": "foo = 3",
    "a range that is none": "[ranges]\nj = 'all'",
    "no TOML": "wrt = [",
    "no text": "wrt = 'w_{ji}\ndata = ['x_i']",
    "twice": "wrt = ['w_{ji}']\nwrt = ['x_i']",
}


@pytest.mark.parametrize("kind", list(FRONT))
def test_a_bad_line_of_the_front_matter_costs_itself(kind: str) -> None:
    report = check(f"+++\n{FRONT[kind]}\n+++\n\n{displays(NET, Y, E, *CLAIMS)}")
    assert verdicts(report, CLAIMS) == VERDICTS
    bad = [c for c in report.claims if c.latex not in CLAIMS]
    assert [str(c.judgement) for c in bad] == ["unreadable"]


def test_relations_that_nothing_satisfies_leave_open_what_might_be_right_under_them() -> None:
    report = check(f"+++\nrelations = ['I = 2J', 'I = J']\n+++\n\n{displays(NET, Y, E, *CLAIMS)}")
    assert verdicts(report, CLAIMS) == ["right", "right", "right", "right", "unproved"]


OPEN = "unproved"


def test_what_a_bad_line_of_the_front_matter_would_say_is_left_open() -> None:
    page = displays(NET, Y, E, *CLAIMS)
    assert verdicts(check(f"+++\nsizes = J'\n+++\n\n{page}"), CLAIMS) == [OPEN] * 5
    assert verdicts(check(f"+++\n[ranges]\nj = 1..J\n+++\n\n{page}"), CLAIMS) == [OPEN] * 5
    assert verdicts(check(f"+++\nrelations = I = J\n+++\n\n{page}"), CLAIMS) == [*["right"] * 4, OPEN]


ON_THE_WAY = {
    # the definition of net: nothing that rests on it, and every derivative of E and y does
    r"net_j = \sum_{i=1}^{I} w_{ji} x_i + y_j \quad (1 \le j \le J)": [OPEN] * 5,
    r"net_j = \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J) \quad (1 \le j \le K)": [OPEN] * 5,
    r"net_j = net_j + \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J)": [OPEN] * 5,
    r"net_{jk} = \sum_{i=1}^{I} w_{ji} x_i \quad (1 \le j \le J)": [OPEN] * 5,
    # that of y: net stands
    r"y_j = \sigma(net_{j+1})": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = \sigma(net_{jj})": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = \sigma(net_j) \quad (1 \le j \le K)": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = y_j + \sigma(net_j)": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = f(net_j) + f(net_j, 1)": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = \sum_j \sigma(net_j)": [OPEN, OPEN, OPEN, "right", OPEN],
    r"y_j = \sigma(net_j) + y_{j+1} + y_{j-1}": [OPEN, OPEN, OPEN, "right", OPEN],
    # that of E: net and y stand
    r"E = \frac12 \sum_{j=1}^K (y_j - t_j)^2": [OPEN, "right", OPEN, "right", OPEN],
    r"E = \frac12 \sum_{j=0}^J (y_j - t_j)^2": [OPEN, "right", OPEN, "right", OPEN],
    r"E = \frac12 \sum_{j} \sum_{j=1}^J (y_j - t_j)^2": [OPEN, "right", OPEN, "right", OPEN],
    r"E = \frac12 \sum_{j=1}^J (y_j - t_j)^2 + E": [OPEN, "right", OPEN, "right", OPEN],
}
NEVER_RIGHT = (
    r"\frac{\partial E}{\partial net_j} = 0",
    r"\frac{\partial E}{\partial w_{ji}} = 0",
    r"\frac{\partial E}{\partial y_j} = 0",
)
"""True only of a network in which a definition is missing."""


@pytest.mark.parametrize("definition", list(ON_THE_WAY))
def test_what_rests_on_a_definition_that_is_left_out_is_open(definition: str) -> None:
    own = {"n": [definition, Y, E], "y": [NET, definition, E], "E": [NET, Y, definition]}[definition[0]]
    report = check(displays(*own, *CLAIMS, *NEVER_RIGHT))
    assert verdicts(report, CLAIMS) == ON_THE_WAY[definition]
    assert "right" not in verdicts(report, NEVER_RIGHT)


def test_it_is_said_which_lines_do_not_go_together() -> None:
    report = check(displays(NET, Y, E, r"a = b + 1", r"b = 2 a", *CLAIMS))
    assert "lines 7 and 9 do not go together: line 9 is left out; what rests on `b` is left open" in report.notes


def test_of_two_lines_either_of_which_may_be_at_fault_both_are_left_open() -> None:
    claims = (r"\frac{\partial a}{\partial b} = 1", r"\frac{\partial a}{\partial b} = 0")
    report = check(displays(r"a = b + 1", r"b = 2 a", r"c = x^2", *claims, r"\frac{\partial c}{\partial x} = 2 x"))
    assert verdicts(report, claims) == [OPEN, OPEN]
    assert report.claims[-1].judgement == "right"


def test_several_bad_lines_cost_themselves() -> None:
    lines = [BAD[kind][0] for kind in ("index and size", "an entry that does not exist", "a circle")]
    report = check(displays(NET, Y, E, *lines[0], *lines[1], *lines[2], *CLAIMS))
    assert verdicts(report, CLAIMS) == VERDICTS
    assert sum(str(c.judgement) == "unreadable" for c in report.claims) == 3
