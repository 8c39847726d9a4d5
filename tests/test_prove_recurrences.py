r"""Gradients of recurrences as sums over all times of a total derivative: proved for all sizes, not only at some."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from symderiv import read_network
from symderiv.affine import Affine, affine
from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.expr import Variable
from symderiv.load import load_text
from symderiv.normal.factors import Entry, Rate, fresh
from symderiv.normal.prove import prover
from symderiv.normal.terms import collect
from symderiv.step import Evidence, Judgement
from symderiv.work import WORK

NETWORK = r"""
$$s_{t,i} = \sum_{d=1}^{D} U_{i,d} x_{t,d} + \sum_{j=1}^{H} W_{i,j} h_{t-1,j} + b_i$$ ($1 \le t \le T$, $1 \le i \le H$)

$$h_{t,i} = \tanh(s_{t,i}), \quad h_{0,i} = 0$$

$$o_{t,v} = \sum_{i=1}^{H} V_{v,i} h_{t,i} + c_v$$ ($1 \le v \le N$)

"""
SQUARES = r"$$L = \sum_{t=1}^{T} \sum_{v=1}^{N} (o_{t,v} - y_{t,v})^2$$"
ENTROPY = r"""$$p_{t,v} = \frac{e^{o_{t,v}}}{\sum_{u=1}^{N} e^{o_{t,u}}}$$

$$L = -\sum_{t=1}^{T} \sum_{v=1}^{N} y_{t,v} \log p_{t,v}$$"""
THROUGH = r"\sum_{t=1}^{T} \frac{\partial L}{\partial h_{t,i}} (1 - h_{t,i}^2)"
RIGHT = (
    rf"\frac{{\partial L}}{{\partial W_{{i,j}}}} = {THROUGH} h_{{t-1,j}}",
    rf"\frac{{\partial L}}{{\partial U_{{i,d}}}} = {THROUGH} x_{{t,d}}",
    rf"\frac{{\partial L}}{{\partial b_i}} = {THROUGH}",
)
WRONG = (
    rf"\frac{{\partial L}}{{\partial W_{{i,j}}}} = {THROUGH} h_{{t,j}}",
    rf"\frac{{\partial L}}{{\partial b_i}} = {THROUGH}".replace("t=1", "t=2"),
    r"\frac{\partial L}{\partial b_i} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_{t,i}} (1 - h_{t,i})",
)


@pytest.mark.parametrize("loss", [SQUARES, ENTROPY])
@pytest.mark.parametrize("line", RIGHT)
def test_it_is_proved(loss: str, line: str) -> None:
    (claim,) = check(f"{NETWORK}{loss}\n\n$${line}$$").claims
    assert [str(link.evidence) for link in claim.links] == ["proved"]


@pytest.mark.parametrize("line", WRONG)
def test_a_slip_is_not(line: str) -> None:
    (claim,) = check(f"{NETWORK}{SQUARES}\n\n$${line}$$", options=Options(reasons=False)).claims
    assert str(claim.judgement) == "wrong"


LAYERS = r"""
$$z^l_j = \sum_{k=1}^{WIDTH} w^l_{jk} a^{l-1}_k + b^l_j, \quad a^l_j = \sigma(z^l_j)$$
($1 \le l \le L$, $1 \le j \le HERE$)

$$C = \frac{1}{2} \sum_j (y_j - a^L_j)^2$$

"""
BACK = (
    r"\frac{\partial C}{\partial z^l_j} ="
    r" \sum_k \frac{\partial C}{\partial z^{l+1}_k} \frac{\partial LEFT}{\partial z^l_j}"
)


@pytest.mark.parametrize("widths", [("n", "n"), ("n_{l-1}", "n_l")])
def test_one_step_back_is_proved_with_the_step_left_open(widths: tuple[str, str]) -> None:
    network = LAYERS.replace("WIDTH", widths[0]).replace("HERE", widths[1])
    right, wrong = (BACK.replace("LEFT", left) for left in ("z^{l+1}_k", "a^{l+1}_k"))
    report = check(f"{network}$${right}$$ for $l < L$.\n\n$${wrong}$$ for $l < L$.", options=Options(reasons=False))
    assert [str(c.links[0].evidence) for c in report.claims] == ["proved", "none"]
    assert [str(c.judgement) for c in report.claims] == ["right", "wrong"]


SUMMED = affine(fresh()), affine(fresh())


def spent(work: Callable[[], object]) -> int:
    """The work that something takes."""
    with WORK.allowing(1 << 40):
        before = WORK.left
        work()
        return before - WORK.left


@pytest.mark.parametrize("forwards", [True, False])
@pytest.mark.parametrize(
    "indices",
    [
        (affine("t"), affine("i"), SUMMED[0], SUMMED[1]),
        (SUMMED[1] + 1, SUMMED[0], SUMMED[1], affine("j")),
        (SUMMED[0], SUMMED[0], affine("t") - 1, SUMMED[1] + 2),
        (affine("T"), affine("i"), affine("s"), affine("j")),
    ],
)
def test_a_step_is_the_same_under_other_letters(indices: tuple[Affine, ...], forwards: bool) -> None:
    rates = prover(read_network(f"{NETWORK}{SQUARES}").system).rates
    s = Variable("s_{#,#}")
    step = Entry(Rate(s, s, False), indices)
    alone = rates._unrolled(step, forwards)
    once, twice = rates.unrolled(step, forwards), rates.unrolled(step, forwards)
    assert once
    assert twice
    assert set(collect(alone)) == set(collect(once)) == set(collect(twice))
    bound = [{s for t in terms for s in t.bound} for terms in (once, twice)]
    assert not bound[0] & bound[1]


def test_a_step_taken_again_costs_as_much() -> None:
    rates = prover(read_network(f"{NETWORK}{SQUARES}").system).rates
    s = Variable("s_{#,#}")
    costs = [
        spent(lambda t=t: rates.unrolled(Entry(Rate(s, s, False), (t, affine("i"), affine("r"), affine("j"))), False))  # type: ignore[misc]
        for t in SUMMED
    ]
    assert costs[0] == costs[1] > 0


CELLS = ("cell_with_four_gates", "gated_state", "gates_of_a_cell")


@pytest.mark.parametrize("name", CELLS)
def test_lines_about_gates_are_proved(name: str) -> None:
    text = (Path(__file__).parent / "pages_alone" / f"{name}.md").read_text(encoding="utf-8")
    links = [link for c in check(text).claims for link in c.links]
    right = [link for link in links if link.judgement is Judgement.RIGHT]
    assert len(right) >= 3
    assert all(link.evidence is Evidence.PROVED for link in right)
    assert any(link.judgement is Judgement.WRONG for link in links)


def test_the_states_alone_carry_a_recurrence_with_many_gates() -> None:
    page = r"""
$$u_{t,i} = \sigma(\sum_{j=1}^{H} A_{ij} h_{t-1,j}), \quad v_{t,i} = \sigma(\sum_{j=1}^{H} B_{ij} h_{t-1,j})$$

($1 \le t \le T$, $1 \le i \le H$)

$$c_{t,i} = u_{t,i} c_{t-1,i} + v_{t,i}$$

$$h_{t,i} = \tanh(c_{t,i}), \quad h_{0,i} = 0, \quad c_{0,i} = 0$$

$$L = \sum_{i=1}^{H} h_{T,i}$$
"""
    graph = prover(load_text(page)).rates.graph
    assert {v.name for v in graph.core(Variable("c_{#,#}"))} == {"c", "h"}
    assert not graph.core(Variable("u_{#,#}"))


ENTRIES = r"""+++
ranges = { t = "1..S", k = "1..K", m = "1..K", i = "1..K", j = "1..K" }
+++
$$ p_{t,k} = \sum_{l=1}^{K} (U_{k,l} x_{t,l} + W_{k,l} h_{t-1,l}), \quad h_{t,k} = \tanh(p_{t,k}) $$

$$ D_{t,k} = 1 - \tanh(p_{t,k})^2 $$

"""
TWO_STEPS = (
    r"\frac{\partial h_{t,m}}{\partial W_{i,j}} = D_{t,m} ([m = i] h_{t-1,j} + \sum_{l=1}^{K} W_{m,l}"
    r" D_{t-1,l} ([l = i] h_{t-2,j} + \sum_{n=1}^{K} W_{l,n} \frac{\partial h_{t-2,n}}{\partial W_{i,j}}))"
    r" \quad (t \ge 2)"
)


def test_two_steps_back_are_proved() -> None:
    lines = (TWO_STEPS, TWO_STEPS.replace("D_{t-1,l}", "D_{t-2,l}"), TWO_STEPS.replace("W_{l,n}", "W_{n,l}"))
    page = ENTRIES + "\n\n".join(f"$${line}$$" for line in lines)
    report = check(page, options=Options(reasons=False))
    assert [str(c.judgement) for c in report.claims] == ["right", "wrong", "wrong"]
    assert report.claims[0].links[0].evidence is Evidence.PROVED
