r"""Elements of a set as indices: `d_{u,v} = g(u) - g(v)` of `\sum_{v \in \mathcal{V}, v \neq u}`.

By hand: with `C = \sum_u \sum_{v \ne u} r(u) e^{-d_{u,v}}`, the derivative by `g(u)` is the sum over
the other v of `r(v) e^{-d_{v,u}} - r(u) e^{-d_{u,v}}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

RANKED = (
    r"$\mathcal{V}$ is the set of the $N$ items, with features $u_k$ ($k = 1, \dots, p$) of item $u$.",
    r"$$g(u; w) = \sum_{k=1}^{p} w_k u_k$$",
    r"$$d_{u,v} = g(u; w) - g(v; w)$$",
    r"$$C = \sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}, v \neq u} r(u) e^{-d_{u,v}}$$",
)
BY_W = (
    r"$$\frac{\partial C}{\partial w_k} = -\sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}, v \neq u} "
    r"r(u) e^{-d_{u,v}} %s$$"
)
BY_G = (
    r"$$\frac{\partial C}{\partial g(u; w)} = \sum_{v \in \mathcal{V}, v \neq u} "
    r"\left( %s - r(u) e^{-d_{u,v}} \right)$$"
)


def test_elements_are_told_by_their_numbers() -> None:
    cases = [
        (r"$$\frac{\partial d_{u,v}}{\partial w_k} = u_k - v_k$$", "right"),
        (r"$$\frac{\partial d_{u,v}}{\partial w_k} = u_k + v_k$$", "wrong"),
        (r"$$\frac{\partial d_{u,v}}{\partial w_k} = v_k - u_k$$", "wrong"),
        (BY_W % "(u_k - v_k)", "right"),
        (BY_W % "u_k", "wrong"),
        (BY_G % "r(v) e^{-d_{v,u}}", "right"),
        (BY_G % "r(u) e^{-d_{v,u}}", "wrong"),
        (BY_G % "0", "wrong"),
        (r"$$\frac{\partial C}{\partial r(u)} = \sum_{v \in \mathcal{V}, v \neq u} e^{-d_{u,v}}$$", "right"),
        (r"$$\frac{\partial C}{\partial r(v)} = \sum_{u \in \mathcal{V}, u \neq v} e^{-d_{u,v}}$$", "wrong"),
        (r"$$\sum_{u \in \mathcal{V}} 1 = N$$", "right"),
        (r"$$\sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}, v \neq u} 1 = N (N-1)$$", "right"),
        (r"$$\sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}, v \neq u} 1 = N^2$$", "wrong"),
        (r"$$\frac{\partial d_{u,v}}{\partial g(v; w)} = -1$$ ( $v \neq u$ )", "right"),
        (r"$$\frac{\partial d_{u,v}}{\partial g(v; w)} = 1$$ ( $v \neq u$ )", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(*RANKED, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line


def test_powers_of_what_is_applied_are_kept() -> None:
    page = (
        *RANKED[:3],
        r"$$Q = \sum_{u \in \mathcal{V}} g(u; w)^2 + \sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}} d_{u,v}$$",
    )
    assert each_verdict(
        *page,
        lines=[r"$$\frac{\partial Q}{\partial g(u; w)} = 2 g(u; w)$$", r"$$\frac{\partial Q}{\partial g(u; w)} = 2$$"],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "more",
    [
        r"$$b = \sum_{u \in \mathcal{V}} 2 u$$",  # a value
        r"$$b = \sum_{u \in \mathcal{V}} g(u; w')$$",  # other parameters
        r"$$b = \sum_{u \in \mathcal{V}} g(u + 1; w)$$",  # another argument
        r"$$b = \sum_{u=1}^{M} c_u$$",  # another range
    ],
)
def test_where_they_are_more_nothing_is_wrong(more: str) -> None:
    found = each_verdict(*RANKED, more, lines=[BY_W % "(u_k - v_k)", BY_W % "u_k"])
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize("said", ["", r"$\mathcal{V}$ is not the set of the $N$ items.", r"$\mathcal{V}$ are items."])
def test_how_many_there_are_has_to_be_told(said: str) -> None:
    assert verdict(said, *RANKED[1:], r"$$\sum_{u \in \mathcal{V}} 1 = N$$") not in ("right", "wrong")


def test_what_has_another_index_keeps_it() -> None:
    page = (
        RANKED[0],
        r"$$d_{u,v} = \sum_{i=1}^{m} (a(u, i) - a(v, i))^2$$",
        r"$$C = \sum_{u \in \mathcal{V}} \sum_{v \in \mathcal{V}, v \neq u} d_{u,v}$$",
    )
    line = r"$$\frac{\partial C}{\partial a(u, i)} = 4 %s \sum_{v \in \mathcal{V}, v \neq u} (a(u, i) - a(v, i))$$"
    found = each_verdict(*page, lines=[line % "", line % "m", r"$$d_{u,v} = m (a(u, i) - a(v, i))^2$$"])
    assert found[0] != "wrong"
    assert found[1] != "right"
    assert found[2] != "right"
