"""What is written is read back: expressions, networks, the lines of derivations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import NETWORKS
from strategies import brackets, cases, expressions

from derivations import lecture
from symderiv.captions import LANGUAGES
from symderiv.catalogue import folder, names
from symderiv.counts import kinked_count
from symderiv.domain.constraint import gt
from symderiv.expr import Apply, Bracket, Cases, Expr, Partial, Sum, rebuild
from symderiv.latex.lines import chain
from symderiv.latex.page import write_network
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.network import complete
from symderiv.read import read_document, read_draft
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
    reading = read_document(rf"$$\frac{{\partial \hat{{y}}_k}}{{\partial p_{{i,j}}}} = {latex}$$", network=network)
    assert not reading.problems, (latex, reading.problems)
    member = reading.claims[0].members[-1]
    assert not isinstance(member, Exception), (latex, member)
    return member


def ordered(e: Expr) -> Expr:
    """The same tree with the conditions of every bracket, sum and case in canonical order."""
    e = rebuild(e, ordered)
    if isinstance(e, Bracket):
        return Bracket(tuple(sorted(e.where, key=lambda c: c.key)), e.delta)
    if isinstance(e, Sum):
        return replace(e, where=tuple(sorted(e.where, key=lambda c: c.key)))
    if isinstance(e, Cases):
        return Cases(tuple((row, tuple(sorted(where, key=lambda c: c.key))) for row, where in e.rows))
    return e


def undirected(e: Expr) -> Expr:
    """With `\\partial` for `\\partial^{+}`: which of them is printed alike is decided by the network."""
    e = rebuild(e, undirected)
    return Partial(e.of, e.wrt) if isinstance(e, Partial) else ordered(counted(e))


def counted(e: Expr) -> Expr:
    """With cases for the kinks of indices and sizes, which are read so, `|i - j|`."""
    e = rebuild(e, counted)
    cases = kinked_count(e.function, e.args) if isinstance(e, Apply) and not any(e.order) else None
    return e if cases is None else cases


@settings(max_examples=250, deadline=None, derandomize=True)
@given(e=st.one_of(expressions, expressions, brackets, cases))
def test_expressions_read_back_whatever_is_around_them(e: Expr, network: System) -> None:
    latex = write(e)
    assert ordered(read_back(latex, network)) == ordered(counted(e)), latex


@settings(max_examples=250, deadline=None, derandomize=True)
@given(e=st.one_of(expressions, expressions, brackets, cases))
def test_expressions_read_back_within_their_network(e: Expr, network: System) -> None:
    latex = write(e, style_of(network))
    assert undirected(read_back(latex, network)) == undirected(e), latex


def test_a_lost_parenthesis_would_be_noticed(network: System) -> None:
    """Meta-test: what reads back is not the same where the writing is wrong."""
    e = read_back(r"x_i \cdot (b + x_j)", network)
    assert write(e) == r"x_i \cdot (b + x_j)"
    assert read_back(write(e).replace("(", "").replace(")", ""), network) != e


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_networks(name: str) -> None:
    """A network that was read is written as a page that reads back equal."""
    system = complete(read_draft(write_network(NETWORKS[name]())))
    assert complete(read_draft(write_network(system))) == system
    given = [p for p in NETWORKS[name]().pieces if p.body is not None]
    assert [p for p in system.pieces if p.body is not None] == given


@pytest.mark.parametrize("page", names())
def test_pages_of_the_catalogue(page: str) -> None:
    system = complete(read_draft(folder().joinpath(f"{page}.md").read_text(encoding="utf-8")))
    assert complete(read_draft(write_network(system))) == system


def claims_of(text: str, system: System) -> list[tuple[Expr, ...]]:
    """The members of every chain of a page that is no definition."""
    reading = read_document(text, network=system)
    assert not reading.problems
    found = [w for w in reading.claims if w.claims and isinstance(w.members[0], Partial)]
    return [tuple(m for m in w.members if not isinstance(m, Exception)) for w in found]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["document", "latex", "markdown"])
def test_the_lecture_reads_back_from_every_format_that_holds_latex(form: str, lang: str) -> None:
    derivation = lecture()
    read = claims_of(RENDERERS[form](derivation, lang), derivation.system)
    written = [tuple(map(undirected, c.members)) for c in derivation.claims]
    assert [tuple(map(undirected, members)) for members in read] == written


def test_conditions_and_struck_lines_read_back() -> None:
    reading = read_document(RENDERERS["markdown"](lecture(), "ja"), network=lecture().system)
    claims = [w for w in reading.claims if w.claims and isinstance(w.members[0], Partial)]
    assert [w.struck for w in claims] == [c.refuted for c in lecture().claims]
    assert [w.where for w in claims] == [c.where for c in lecture().claims]


def test_a_long_chain_reads_back_from_its_broken_lines(network: System) -> None:
    product = r"f(net_j^{(3)}) \exp(b + x_i) \tanh(\hat{y}_i)"
    latex = rf"b \left({product} + {product} - {product}\right) + {product} - {product}"
    left = r"\frac{\partial \hat{y}_k}{\partial p_{i,j}}"
    broken = chain([left, latex, latex], r"\leftarrow \text{why}", "i > j")
    assert r"\Bigl(" in broken
    reading = read_document(f"$${broken}$$", network=network)
    assert not reading.problems
    [claim] = reading.claims
    assert [ordered(m) for m in claim.members[1:] if not isinstance(m, Exception)] == [read_back(latex, network)] * 2
    assert claim.where == (gt("i", "j"),)
