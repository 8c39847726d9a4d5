"""Solutions of a class share a network where they add the same names to it: reports stay what they would be alone."""

from __future__ import annotations

import json

from symderiv.check import judge
from symderiv.check.known import ranges
from symderiv.check.known.extend import extended
from symderiv.check.known.shared import shared
from symderiv.check.page import check
from symderiv.check.reasons import search
from symderiv.latex import parse
from symderiv.network import complete
from symderiv.read import read_document, read_draft
from symderiv.system import System

NETWORK = r"""
$$net_k = \sum_{j=1}^{J} w_{kj} x_j \quad (1 \le k \le K) \qquad o_k = f(net_k)$$
$$E = \frac{1}{2} \sum_{k=1}^{K} (o_k - t_k)^2$$
"""
HEADS = (
    r"$$\delta_k = \frac{\partial E}{\partial net_k}$$",
    r"Let $$\delta_k = \frac{\partial E}{\partial net_k}$$",
    r"$$\delta_{k} = \frac{\partial E}{\partial net_{k}}$$",
    r"$$\delta_h = \frac{\partial E}{\partial net_h}$$",
    r"$$\delta_k = - \frac{\partial E}{\partial net_k}$$",
    r"$$d^{k} = \frac{\partial E}{\partial net_k}$$ $$\delta_k = d^k$$",
    r"$$d_{}^{k} = \frac{\partial E}{\partial net_k}$$ $$\delta_k = d_{}^k$$",
    r"$$\delta_k = \frac{\partial E}{\partial net_k}$$ unreadable: $$\delta_k = = \frac{\partial E}{}$$",
)
REST = (
    r"$$\delta_k = (o_k - t_k) f'(net_k)$$ $$\frac{\partial E}{\partial w_{kj}} = \delta_k x_j$$",
    r"$$\delta_k = (o_k - t_k)$$ $$\frac{\partial E}{\partial w_{kj}} = \delta_j x_j$$",
    r"$$\frac{\partial E}{\partial x_j} = \sum_k w_{kj} \delta_k = \sum_k w_{kj} o_k \delta_k$$",
)


def network() -> System:
    return complete(read_draft(NETWORK))


def forget() -> None:
    for memory in (judge.JUDGED, search.FOUND, ranges.DOMAINS, parse.PREPARED, parse.PARSED):
        memory.forget()


def told(text: str, system: System) -> str:
    return json.dumps(check(text, network=system).data())


def test_reports_of_a_class_are_those_of_pages_alone() -> None:
    pages = [f"{head}\n\n{rest}" for head in HEADS for rest in REST]
    alone = []
    for page in pages:
        forget()
        alone.append(told(page, network()))
    assert len(set(alone)) > len(REST) + len(HEADS)
    system = network()
    assert [told(page, system) for page in pages] == alone
    assert [told(page, system) for page in reversed(pages)] == alone[::-1]


def test_only_what_means_and_spells_the_same_is_shared() -> None:
    system = network()
    made = [extended(system, read_document(head, network=system).draft) for head in HEADS[:6]]
    kept = [shared(one, system) for one in made]
    assert kept[1] is kept[0]
    assert [k is m for k, m in zip(kept, made, strict=True)] == [True, False, False, True, True, True]
    assert shared(system, system) is system


def test_another_spelling_is_another_network() -> None:
    system = network()
    one, two = (
        shared(extended(system, read_document(text, network=system).draft), system)
        for text in (
            r"$$d^{(1)}_{kj} = \frac{\partial E}{\partial w_{kj}}$$",
            r"$$d_{kj}^{(1)} = \frac{\partial E}{\partial w_{kj}}$$",
        )
    )
    assert one == two
    assert one is not two
    assert [p.variable.spelling for p in one.pieces] != [p.variable.spelling for p in two.pieces]
