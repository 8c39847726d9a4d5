r"""Sets of neighbours and lengths with a prime, as in graph networks; by hand: the softmax, the chain rule."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

EDGES = r"""$$s_{ij} = u v_i + w v_j$$ ($1 \le i, j \le N$)

$$\alpha_{ij} = \frac{\exp(s_{ij})}{\sum_{k \in S_i} \exp(s_{ik})}, \quad j \in S_i$$

$$L = \frac{1}{2} \sum_{i=1}^{N} \sum_{j \in S_i} \alpha_{ij}^2 $$

# Derivation"""
CASES = r"""\begin{cases} \alpha_{ij} (1 - \alpha_{ij}) & \text{if } j = k \\ %s & \text{otherwise} \end{cases}$$"""


@pytest.mark.parametrize("said", [r"For $j, k \in S_i$ we have", r"For $k \in S_i$"])
@pytest.mark.parametrize(
    ("other", "expected"), [(r"-\alpha_{ij} \alpha_{ik}", "right"), (r"\alpha_{ij} \alpha_{ik}", "wrong")]
)
def test_several_elements_of_one_set(said: str, other: str, expected: str) -> None:
    line = r"$$\frac{\partial \alpha_{ij}}{\partial s_{ik}} = " + CASES % other
    assert verdict(EDGES, said, line) == expected


def test_pairs_stay_pairs() -> None:
    """Where pairs are elements of a set, two letters are one element."""
    page = r"$$E = \frac12 \sum_{(u, i) \in K} (u_u v_i - r_{ui})^2$$"
    line = r"$$\frac{\partial E}{\partial v_i} = \sum_{u: (u, i) \in K} (u_u v_i - r_{ui}) u_u$$"
    assert verdict(page, line) in ("right", "unreadable", "unproved")


@pytest.mark.parametrize("more", ["", r"For $j \in S_i$,"])
@pytest.mark.parametrize(
    ("last", "expected"),
    [(r"\frac{\partial s_{ik}}{\partial w}", "right"), (r"\frac{\partial s_{ij}}{\partial w}", "wrong")],
)
def test_what_is_defined_for_elements_is_there_for_them(more: str, last: str, expected: str) -> None:
    """Derivatives added up over a set square its indicator, which is 0 or 1."""
    line = r"$$\frac{\partial \alpha_{ij}}{\partial w} = \sum_{k \in S_i} \frac{\partial \alpha_{ij}}{\partial s_{ik}} "
    assert verdict(EDGES, more, line + last + "$$") == expected
    line = r"$$\frac{\partial \alpha_{ij}}{\partial w} = \alpha_{ij} \Big(v_j - \sum_{k \in S_i} %s\Big)$$"
    assert verdict(EDGES, more, line % (r"\alpha_{ik} v_k" if expected == "right" else "v_k")) == expected


def test_what_is_defined_for_all_is_there_for_all() -> None:
    """Of s nothing is said of a set: beyond it the derivative of L is 0."""
    line = r"$$\frac{\partial L}{\partial s_{ij}} = \sum_{k \in S_i} \alpha_{ik} "
    line += r"\frac{\partial \alpha_{ik}}{\partial s_{ij}}$$"
    assert each_verdict(EDGES, lines=[line, line.replace(r"\alpha_{ik} \frac", r"\frac")]) == ["right", "wrong"]


LENGTHS = r"""Node $i$ has the feature vector $\mathbf{h}_i \in \mathbb{R}^{%s}$, $i = 1, \dots, N$.

$$\mathbf{s}_{ij} = \mathbf{A} \mathbf{h}_i + \mathbf{B} \mathbf{h}_j$$

$$e_{ij} = \mathbf{a}^{\mathrm{T}} \tanh\left( \mathbf{s}_{ij} \right)$$

with $\mathbf{a} \in \mathbb{R}^{%s}$ and $\mathbf{A}, \mathbf{B} \in \mathbb{R}^{%s \times %s}$. The loss is

$$L = \frac{1}{2} \sum_{i=1}^{N}\sum_{j=1}^N e_{ij}^2$$"""


@pytest.mark.parametrize("more", ["F'", r"F^{\prime}", "n_1'", "F''"])
@pytest.mark.parametrize(("body", "expected"), [(r"\tanh(\mathbf{s}_{ij})", "right"), (r"\mathbf{s}_{ij}", "wrong")])
def test_lengths_with_a_prime(more: str, body: str, expected: str) -> None:
    page = LENGTHS % ("F", more, more, "F")
    line = r"$$\frac{\partial L}{\partial \mathbf{a}} = \sum_{i=1}^N \sum_{j=1}^N e_{ij} %s$$"
    assert verdict(page, line % body) == expected


def test_lengths_with_a_prime_are_others() -> None:
    page = LENGTHS % ("F", "F'", "F'", "F")
    line = r"$$\frac{\partial L}{\partial \mathbf{a}} = \sum_{i=1}^N \sum_{j=1}^N e_{ij} \mathbf{h}_j$$"
    assert verdict(page, line) != "right"


def test_features_with_a_prime_are_others() -> None:
    r"""The `h'_i` that a layer makes of `h_j` is no unit of the same letter."""
    page = r"""A layer of the network has the nodes $i = 1, \dots, N$:

$$h'_i = b + \sum_{j \in S_i} c_{ij} w h_j$$

$$L = \frac12 \sum_{i=1}^N (h'_i - y_i)^2$$"""
    line = r"$$\frac{\partial L}{\partial w} = \sum_{i=1}^N (h'_i - y_i) \sum_{j \in S_i} c_{ij} %s$$"
    found = each_verdict(page, lines=[line % "h_j", line % "h_i", line % "h'_j"])
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "right"


WEIGHTS = r"""$$s_{vu} = \tanh(a x_v + b x_u)$$ ($1 \le u, v \le n$)

$$p_{vu} = %s$$

$$y_v = \sum_{u \in %s} p_{vu} x_u, \quad L = \frac12 \sum_{v=1}^n (y_v - t_v)^2$$

# Derivation"""
QUOTIENT = r"\frac{e^{s_{vu}}}{\sum_{w \in %s} e^{s_{vw}}}"


@pytest.mark.parametrize("set_", [r"\mathcal{N}_v", r"\mathcal{N}(v)", "S(v)"])
@pytest.mark.parametrize("before", ["", r"\operatorname{softmax}_u(s_{vu}) = "])
@pytest.mark.parametrize("behind", ["", r" \quad \text{for } u \in %s"])
@pytest.mark.parametrize(("last", "expected"), [("x_u - y_v", "right"), ("x_u", "wrong"), ("x_v - y_v", "wrong")])
def test_weights_that_divide_by_the_sum_over_a_set(
    set_: str, before: str, behind: str, last: str, expected: str
) -> None:
    behind = behind % set_ if behind else ""
    page = WEIGHTS % (before + QUOTIENT % set_ + behind, set_)
    assert verdict(page, rf"$$\frac{{\partial L}}{{\partial s_{{vu}}}} = (y_v - t_v) p_{{vu}} ({last})$$") == expected


def test_weights_that_divide_by_another_sum() -> None:
    """Weights that are none of the parts of the sum are there for all: beyond the set nothing depends on s."""
    page = WEIGHTS % (r"\frac{e^{s_{vu}}}{\sum_{w \in S_v} e^{2 s_{vw}}}", "S_v")
    line = r"$$\frac{\partial L}{\partial s_{vu}} = (y_v - t_v) p_{vu} \left(x_u - 2 y_v e^{s_{vu}}\right)$$"
    assert verdict(page, line) != "right"
