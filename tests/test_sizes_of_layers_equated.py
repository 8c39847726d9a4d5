"""Two letters for the sizes of all layers that a sentence equates are one."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

HEAD = """+++
objective = "C"
+++
"""
NET = r"""
$$ h_p^{(1)} = x_p $$

$$ u_q^{(k+1)} = \sum_{p=1}^{d_k} M_{qp}^{(k)} h_p^{(k)} $$ ( $k = 1, \dots, K-1$ )

$$ h_q^{(k+1)} = \tanh(u_q^{(k+1)}) $$ ( $k = 1, \dots, K-1$ )

$$ C = \frac{1}{2} \sum_{q=1}^{D_K} (h_q^{(K)} - y_q)^2 $$
"""
RIGHT = r"""$$ \frac{\partial C}{\partial u_p^{(k)}}
= \left(1 - (h_p^{(k)})^2\right) \sum_{q=1}^{D_{k+1}} M_{qp}^{(k)} \frac{\partial C}{\partial u_q^{(k+1)}} $$
( $k = 2, \dots, K-1$ )"""
SLIPS = [
    RIGHT.replace("M_{qp}", "M_{pq}"),
    RIGHT.replace("D_{k+1}", "D_k"),
    RIGHT.replace("D_{k+1}", "d_k"),
    RIGHT.replace("h_p^{(k)})^2", "h_p^{(k+1)})^2"),
]
SAID = [
    r"Layer $k$ has $d_k$ units ($D_k = d_k$).",
    r"The number of units of layer $k$ is $D_k = d_k$.",
    r"第 $k$ 层有 $d_k$ 个节点（$d_k = D_k$）。",
]
NOT_SAID = [
    r"Layer $k$ has $d_k$ units, and $D_k = d_k$ for the hidden layers.",
    r"Layer $k$ has $d_k$ units, and $D_k = d_k$ but for the last one.",
    r"Layer $k$ has $d_k$ units. If $D_k = d_k$, it is as it was.",
    r"Layer $k$ has $d_k$ units. It is not true that $D_k = d_k$.",
    r"Layer $k$ has $d_k$ units ($D_k = d_k$, $k < K$).",
    r"Layer $k$ has $d_k$ units ($D_k = d_{k+1}$).",
]


@pytest.mark.parametrize("said", SAID)
def test_they_are_one(said: str) -> None:
    assert verdict(HEAD, said, NET, RIGHT) == "right"


def test_slips_stay_wrong() -> None:
    for slip, found in zip(SLIPS, each_verdict(HEAD, SAID[0], NET, lines=SLIPS), strict=True):
        assert found == "wrong", slip


@pytest.mark.parametrize("said", NOT_SAID)
def test_others_are_not(said: str) -> None:
    assert verdict(HEAD, said, NET, RIGHT) not in {"right", "wrong"}


def test_a_letter_that_is_an_array_as_well_stays() -> None:
    said = r"Layer $k$ has $d_k$ units ($D_k = d_k$). The sum of its outputs is $$ D_k = \sum_{p=1}^{d_k} h_p^{(k)} $$"
    assert verdict(HEAD, said, NET, RIGHT) not in {"right", "wrong"}


@pytest.mark.parametrize("line", [RIGHT.replace("D_{k+1}", "d^{k+1}"), RIGHT.replace("D_{k+1}", "d_{k+1}")])
def test_one_letter_written_in_two_ways(line: str) -> None:
    said = "Layer $k$ has $d_k$ units (also written $d^k$).\n\n$$ d^{k} = d_k $$"
    net = NET.replace("D_K", "d_K")
    assert verdict(HEAD + said, net, line) == "right"
    cases = (line.replace("M_{qp}", "M_{pq}"), line.replace("(h_p^{(k)})^2", "(h_p^{(k+1)})^2"))
    for slip, found in zip(cases, each_verdict(HEAD + said, net, lines=cases), strict=True):
        assert found == "wrong", slip
