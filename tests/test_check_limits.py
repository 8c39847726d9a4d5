"""Pages that would take for ever: each gets a clear answer, by limits on what is made and not on the clock."""

from __future__ import annotations

import pytest

from symderiv.check.page import MOST_MEMBERS, Options, check
from symderiv.check.report import Report
from symderiv.evaluate.jets import NUDGES
from symderiv.latex.lexer import LIMITS
from symderiv.work import WORK

NETWORK = r"""
$$a_i = \sum_{j=1}^{J} w_{ij} x_j$$ ( $1 \le i \le I$ )

$$E = \frac{1}{2} \sum_{i=1}^{I} (f(a_i) - t_i)^2$$
"""
RIGHT = r"(f(a_i) - t_i) f'(a_i) x_j"


def judged(*lines: str) -> Report:
    """A page with the network above and some displayed lines; the clock has no say."""
    text = NETWORK + "\n\n".join(f"$${line}$$" for line in lines)
    return check(text, options=Options(seconds=1e6, reasons=False))


def nested(depth: int) -> str:
    return r"\frac{\partial}{\partial w_{ij}} (" * depth + "E" + ")" * depth


@pytest.mark.parametrize(("depth", "verdict"), [(2, "wrong"), (NUDGES + 1, "unproved"), (20, "unproved")])
def test_derivatives_of_derivatives(depth: int, verdict: str) -> None:
    report = judged(nested(depth) + " = 1")
    assert report.verdict == verdict
    if verdict == "unproved":
        assert f"more than {NUDGES} deep" in report.claims[0].links[0].detail


@pytest.mark.parametrize(("members", "verdict"), [(5, "right"), (MOST_MEMBERS + 1, "unreadable")])
def test_members_of_a_chain(members: int, verdict: str) -> None:
    report = judged(r"\frac{\partial E}{\partial w_{ij}}" + f" = {RIGHT}" * (members - 1))
    assert report.verdict == verdict


def test_displayed_equations() -> None:
    report = judged(*[f"{n} x_j = {n} x_j" for n in range(LIMITS.equations)])
    assert not report.claims
    assert f"{LIMITS.equations:,} are read" in report.problem


def test_a_network_of_diamonds_does_not_grow_without_bounds() -> None:
    layers = [rf"z_{{{n}}} = f(z_{{{n - 1}}}) g(z_{{{n - 1}}}) + z_{{{n - 1}}} h(z_{{{n - 1}}})" for n in range(1, 31)]
    page = "\n\n".join(f"$${line}$$" for line in [*layers, r"E = z_{30}", r"\frac{\partial E}{\partial z_0} = z_0"])
    before = WORK.left
    report = check(page, options=Options(seconds=1e6))
    assert report.verdict == "wrong"
    assert WORK.left > before - 10**6, "what is spent is taken from what is left"
