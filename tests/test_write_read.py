"""What is written is read back: expressions, conditions, networks, derivations."""

from __future__ import annotations

import pytest
from derivations import lecture
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import NETWORKS
from strategies import VARIABLES, brackets, cases, conditions, expressions
from symderiv.constraint import Constraint
from symderiv.expr import Bracket, Cases, Expr, rebuild
from symderiv.latex.page import write_network
from symderiv.latex.style import PLAIN, Style, style_of
from symderiv.latex.write import write
from symderiv.network import complete
from symderiv.read import Reading, read_document, read_draft
from symderiv.render import RENDERERS
from symderiv.system import System

# A page on which every name of the strategies is used, so that all of them are known.
PAGE = r"""+++
objective = 'E'
functions = ['f']
sizes = ['I', 'J']
+++

$$net_i^{(3)} = \sum_{j=1}^{J} w_{i,j}^{(2)} x_j - \theta_i^{(3)}$$ ( $1 \le i \le I$ )

$$\hat{y}_i = f(net_i^{(3)}) + h_i^{(0)} + h_i^{(i)}$$ ( $1 \le i \le I$ )

$$E = \sum_{i=1}^{I} \sum_{k=1}^{I} p_{ik} \hat{y}_i + b + r$$
"""


@pytest.fixture(scope="module")
def network() -> System:
    """The network of that page."""
    return complete(read_draft(PAGE))


def read_back(latex: str, network: System) -> Expr:
    """The expression of a formula, its letters i, j, k free."""
    reading = read_document(f"$$q_{{i,j,k}} = {latex}$$", network=network)
    assert not reading.problems, (latex, reading.problems)
    member = reading.claims[0].members[-1]
    assert not isinstance(member, Exception), (latex, member)
    return member


def ordered(e: Expr) -> Expr:
    """The same tree with the conditions of every bracket, sum and case in canonical order."""
    e = rebuild(e, ordered)
    if isinstance(e, Bracket):
        return Bracket(tuple(sorted(e.where, key=lambda c: c.key)), e.delta)
    if isinstance(e, Cases):
        return Cases(tuple((row, tuple(sorted(where, key=lambda c: c.key))) for row, where in e.rows))
    return e


@pytest.mark.parametrize("style", [PLAIN, None], ids=["plain", "network"])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(e=st.one_of(expressions, expressions, brackets, cases))
def test_expressions(e: Expr, style: Style | None, network: System) -> None:
    latex = write(e, style_of(network) if style is None else style)
    assert ordered(read_back(latex, network)) == ordered(e), latex
