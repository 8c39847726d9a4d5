r"""Layers that no definition is of, on pages where everything beyond a range is 0: they are given, or nobody knows."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""+++
objective = "E"
functions = ["f"]
outside = "zero"
ranges = { m = "0..k-1", "m'" = "0..k-1" }
+++
The layer $l$ is fixed, and $o_i^{l-1}$ is the input of length $H$.

$$ x_i^l = \sum_{m=0}^{k-1} w_m^l o_{i+m}^{l-1} $$ ( $i = 0, \dots, H-k$ )

$$ o_i^l = f(x_i^l) $$

$$ x_i^{l+1} = \sum_{m=0}^{k-1} w_m^{l+1} o_{i+m}^l $$ ( $i = 0, \dots, H-2k+1$ )

$$ o_i^{l+1} = f(x_i^{l+1}) $$

$$ E = \frac{1}{2} \sum_{i=0}^{H-2k+1} (t_i - o_i^{l+1})^2 $$

$$ \delta_i^l = \frac{\partial E}{\partial x_i^l} $$

$$ \delta_i^{l+1} = \frac{\partial E}{\partial x_i^{l+1}} $$

"""
WEIGHT = r"\frac{\partial E}{\partial w_{m'}^l}"


def verdicts(*lines: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(PAGE + "\n\n".join(f"$$ {x} $$" for x in lines)).claims]


def test_the_layer_before_the_first_is_given() -> None:
    right = rf"{WEIGHT} = \sum_{{i=0}}^{{H-k}} \delta_i^l o_{{i+m'}}^{{l-1}}"
    shift = rf"{WEIGHT} = \sum_{{i=0}}^{{H-k}} \delta_i^l o_{{i-m'}}^{{l-1}}"
    bound = rf"{WEIGHT} = \sum_{{i=0}}^{{H-k-1}} \delta_i^l o_{{i+m'}}^{{l-1}}"
    layer = rf"{WEIGHT} = \sum_{{i=0}}^{{H-k}} \delta_i^{{l+1}} o_{{i+m'}}^{{l-1}}"
    assert verdicts(right, shift, bound, layer) == ["right", "wrong", "wrong", "wrong"]


def test_other_layers_are_not_known() -> None:
    before = rf"{WEIGHT} = \sum_{{i=0}}^{{H-k}} \delta_i^l o_{{i+m'}}^{{l-1}} o_{{i+m'}}^{{l-2}}"
    both = r"\frac{\partial E}{\partial w_{m'}^{l-1}} = \sum_{i=0}^{H-k} \delta_i^{l-1} o_{i+m'}^{l-2}"
    behind = r"\frac{\partial E}{\partial x_i^{l+1}} = \delta_i^{l+2} f(x_i^{l+1})"
    assert verdicts(before, both, behind) == ["unproved", "unproved", "unproved"]
