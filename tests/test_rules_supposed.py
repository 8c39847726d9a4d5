"""Rules with the letters of the network, behind `if $y = f(u)$`, are no wrong lines of it."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import verdict

NET = (
    r"$$u_l = \sum_{i=1}^n w_{li} x_i, \quad y = \sum_{l=1}^m v_l u_l + \sum_{i=1}^n s_i x_i, \quad "
    r"E = \frac12 (y - t)^2$$"
)
RULE = (
    r"\frac{\partial y}{\partial x_i} = \sum_{l=1}^{m} \frac{\partial y}{\partial u_l}"
    r" \frac{\partial u_l}{\partial x_i}"
)
SUPPOSED = [
    r"Règle de la chaine: si $y = f(u)$ et $u=g(x)$ alors $RULE$.",
    r"Règle de la chaine : si $y = f(u)$ alors $RULE$.",
    r"Chain rule: if $y = f(u_1, \dots, u_m)$ and $u_l=g_l(x)$, then $RULE$.",
    r"Suppose $y = f(u)$ with $u=g(x)$. In general $y = f(x)$, and if $y = f(u)$, we have $$RULE$$",
    r"Kettenregel: wenn $y = f(u)$ und $u=g(x)$, dann $RULE$.",
    r"連鎖律: $y = f(u)$、$u=g(x)$ ならば $RULE$。",
    r"链式法则: 若 $y = f(u)$, $u=g(x)$, 则 $RULE$。",
]


@pytest.mark.parametrize("said", SUPPOSED)
def test_a_rule_is_not_wrong(said: str) -> None:
    """It is right in letters of its own, where it says what depends on what."""
    judged = check(NET + "\n\n" + said.replace("RULE", RULE)).claims
    apart = "$u=g(x)$" in said and "Suppose" not in said
    assert [str(c.judgement) for c in judged if "u_l}" in c.latex] == ["right" if apart else "unproved"]


@pytest.mark.parametrize("said", [r"Then $RULE$.", r"Hence $$RULE$$", r"With the chain rule we find $RULE$."])
def test_the_same_of_the_network_is(said: str) -> None:
    """x reaches y beside u, too."""
    judged = check(NET + "\n\n" + said.replace("RULE", RULE)).claims
    assert [str(c.judgement) for c in judged if "u_l}" in c.latex] == ["wrong"]


def test_a_function_of_the_page_is_no_supposition() -> None:
    net = r"$$y_k = f(u_k), \quad u_k = \sum_{i=1}^n w_{ki} x_i, \quad E = \frac12 \sum_{k=1}^m (y_k - t_k)^2$$"
    line = r"For the outputs $y_k = f(u_k)$ we find $$\frac{\partial E}{\partial u_k} = (y_k - t_k) f(u_k)$$"
    assert verdict(net, line) == "wrong"
