r"""What each link of a page is: a definition, a repetition, a claim."""

from __future__ import annotations

import pytest

from symderiv.expr import (
    Var,
    Variable,
    add,
    mul,
    neg,
    total,
)
from symderiv.read import read_document, read_draft


def letters_left(text: str) -> list[tuple[str, str]]:
    """Each equation: the key on its left, and whether its links define (d), repeat (r) or claim (c)."""
    found = []
    for c in read_document(text).claims:
        kinds = ["c"] * len(c.relations)
        for n, _ in c.defines:
            kinds[n] = "d"
        for n in c.restates:
            kinds[n] = "r"
        first = c.members[0]
        found.append((first.variable.key if isinstance(first, Var) else "", "".join(kinds)))
    return found


LINKS = [
    pytest.param(r"$$y_i = x_i + 1$$ $$y_j = x_j + 1$$", [("y_{#}", "d"), ("y_{#}", "r")], id="repeated, renamed"),
    pytest.param(r"$$y_i = x_i + 1$$ $$y_i = 2 x_i$$", [("y_{#}", "d"), ("y_{#}", "c")], id="a second one is a claim"),
    pytest.param(
        '+++\n[ranges]\nj = "1..J"\nl = "1..L"\n+++\n'
        r"$$x_j^{(l)} = g(s_j^{(l)})$$ $$x_0^{(l)} = 1$$ $$x_j^{(0)} = u_j$$ $$x_1^{(L)} = g(s_1^{(L)})$$",
        [("x^{(#)}_{#}", "d"), ("x^{(#)}_{#}", "d"), ("x^{(#)}_{#}", "d"), ("x^{(#)}_{#}", "c")],
        id="outside of the range a definition, inside a claim",
    ),
    pytest.param(
        r"$$a_i^{(1)} = x_i$$ $$a_i^{(l)} = f(a_i^{(l-1)})$$ ( $2 \le l \le L$ )",
        [("a^{(#)}_{#}", "d"), ("a^{(#)}_{#}", "d")],
        id="special before general",
    ),
    pytest.param(
        r"$$h_t = f(h_{t-1})$$ ( $1 \le t \le T$ ) $$h_t = 0$$ ( $-2 \le t \le 0$ )",
        [("h_{#}", "d"), ("h_{#}", "d")],
        id="two ranges, two definitions",
    ),
    pytest.param(
        r"$$\delta_j = \frac{\partial E}{\partial net_j}$$ $$\delta_1 = f(net_1)$$",
        [(r"\delta_{#}", "d"), (r"\delta_{#}", "c")],
        id="an entry of a derivative is a claim",
    ),
    pytest.param(
        r"$$\frac{\partial E}{\partial net_j} = \delta_j$$ $$\frac{\partial E}{\partial w_{ji}} = \delta_j x_i$$",
        [("", "d"), ("", "c")],
        id="a name introduced on the right",
    ),
    pytest.param(
        r"$$a_i = w_i x_i$$ $$\frac{\partial a_i}{\partial w_i} = x_i$$", [("a_{#}", "d"), ("", "c")], id="no new name"
    ),
    pytest.param(
        r"$$\hat y_k = o_k = f(s_k)$$", [(r"\hat{y}_{#}", "dd")], id="two names in a chain, nothing else defines them"
    ),
    pytest.param(
        r"$$o_k = f(s_k)$$ $$\hat y_k = o_k = f(s_k)$$",
        [("o_{#}", "d"), (r"\hat{y}_{#}", "dr")],
        id="the second link of a chain repeats",
    ),
    pytest.param(r"$$y_i = 2 x_i = x_i + x_i$$", [("y_{#}", "dc")], id="the second link is a claim"),
    pytest.param(
        r"$$u_{ij} = v_{ji}$$ $$v_{ij} = u_{ji}$$ $$v_{ij} = u_{ij}$$",
        [("u_{#,#}", "d"), ("v_{#,#}", "r"), ("v_{#,#}", "c")],
        id="a tie read backwards repeats, another order is a claim",
    ),
    pytest.param(r"$$h_1 = g(x_1)$$ $$h_2 = g(x_2)$$", [("h_{1}", "d"), ("h_{2}", "d")], id="numbers as names"),
    pytest.param(
        r"$$h_1 = g(x_1)$$ $$h_2 = g(x_2)$$ $$h_1 = 0$$", [("h_{1}", "d"), ("h_{2}", "d"), ("h_{1}", "c")], id="again"
    ),
    pytest.param(
        r"$$E = \frac12 \sum_{k=1}^{K} \underbrace{(y_k - t_k)}_{e_k} y_k$$ $$\frac{\partial E}{\partial y_k} = e_k$$",
        [("E", "d"), ("", "c")],
        id="a name under a brace",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_what_each_link_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert letters_left(text) == expected


def test_a_name_under_a_brace_is_defined() -> None:
    draft = read_draft(r"$$E = \sum_{k=1}^{K} \underbrace{(y_k - t_k)}_{e_k} y_k$$")
    y, t, e = Variable("y_{#}"), Variable("t_{#}"), Variable("e_{#}")
    assert draft.definitions[1].left == e("k")
    assert draft.definitions[1].body == add(y("k"), neg(t("k")))
    assert draft.definitions[0].body == total("k", 1, "K", mul(add(y("k"), neg(t("k"))), y("k")))
