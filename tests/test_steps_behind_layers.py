r"""`z_i^{l(t)}`, `a_m^{l-1(t)}`: a step in parentheses behind a layer; layers of different sizes at each step."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = """+++
objective = "C"
functions = ["a"]
ranges = { l = "1..L", t = "1..T", i = "1..%s", k = "1..%s", j = "1..%s" }
+++"""
SAME = ("n",) * 5
BY_LAYER = ("N_l", "N_l", "N_{l+1}", "N_{l-1}", "N_L")


def page(sizes: tuple[str, ...]) -> list[str]:
    own, _, _, below, last = sizes
    return [
        FRONT % sizes[:3],
        rf"$$ z_i^{{l(t)}} = \sum_{{m=1}}^{{{below}}} w_{{mi}}^l a_m^{{l-1(t)}}"
        rf" + \sum_{{p=1}}^{{{own}}} v_{{pi}}^l a_p^{{l(t-1)}} + b_i^l $$",
        r"$$ a_i^{l(t)} = a(z_i^{l(t)}) $$",
        r"$$ a_i^{l(0)} = 0 $$",
        r"$$ a_i^{0(t)} = x_i^{(t)} $$",
        rf"$$ C = \frac{{1}}{{2}} \sum_{{t=1}}^T \sum_{{i=1}}^{{{last}}} (a_i^{{L(t)}} - y_i^{{(t)}})^2 $$",
        r"$$ \delta_i^{l(t)} = \frac{\partial C}{\partial z_i^{l(t)}} $$",
    ]


def judged(line: str, sizes: tuple[str, ...] = SAME) -> str:
    return verdict(*page(sizes), f"$$ {line} $$")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\delta_i^{L(T)} = a'(z_i^{L(T)}) (a_i^{L(T)} - y_i^{(T)})", "right"),
        (r"\delta_i^{L(T)} = a'(z_i^{L(T)}) (a_i^{L(T)} - y_i^{(1)})", "wrong"),
        (r"\delta_i^{L(t)} = a'(z_i^{L(t)}) (a_i^{L(t)} - y_i^{(t)})", "wrong"),
        (r"\frac{\partial C}{\partial b_i^l} = \sum_{t=1}^T \delta_i^{l(t)}", "right"),
        (r"\frac{\partial C}{\partial b_i^l} = \delta_i^{l(t)}", "wrong"),
        (r"\frac{\partial C}{\partial v_{ik}^l} = \sum_{t=2}^T a_i^{l(t-1)} \delta_k^{l(t)}", "right"),
        (r"\frac{\partial C}{\partial v_{ik}^l} = \sum_{t=2}^T a_i^{l(t)} \delta_k^{l(t)}", "wrong"),
        (r"\frac{\partial C}{\partial w_{ik}^l} = \sum_{t=1}^T a_i^{l-1(t)} \delta_k^{l(t)}", "right"),
    ],
)
def test_two_indices_of_one_name(line: str, expected: str) -> None:
    sizes = BY_LAYER if "w_" in line else SAME
    assert judged(line, sizes) == expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [(r"\delta_k^{l(t+1)}", "right"), (r"\delta_k^{l(t-1)}", "wrong"), (r"\delta_i^{l(t+1)}", "wrong")],
)
def test_layers_of_their_own_sizes(step: str, expected: str) -> None:
    inner = rf"\sum_j w_{{ij}}^{{l+1}} \delta_j^{{l+1(t)}} + \sum_k v_{{ik}}^l {step}"
    assert (
        judged(
            rf"\delta_i^{{l(t)}} = a'(z_i^{{l(t)}}) \left[ {inner} \right]" + r" \quad (l < L, 2 \le t < T)", BY_LAYER
        )
        == expected
    )


def test_alone_a_parenthesis_above_is_no_index() -> None:
    """`r^{k(t)}` is a power with the exponent `k t`, or k is a function: nothing is read into it."""
    network = (r"$$ y = \sum_{t=1}^n r^{k(t)} x_t $$", r"$$ E = y^2 $$")
    assert verdict(*network, r"$$ \frac{\partial E}{\partial x_t} = 2 y r^{t} $$") != "right"
