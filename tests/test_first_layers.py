r"""Layers by number where everything beyond a range is 0: the layer before the first is given, and no repetition."""

from __future__ import annotations

import symderiv as sd

FRONT = """+++
objective = "E"
functions = ["f"]
outside = "zero"
ranges = { m = "1..M", l = "1..2" }
+++
"""
BODY = r"z^l_i = \sum_{m} x^{l-1}_{i+m-1} w^l_m"
LOSS = r"""
$$ x^l_i = f(z^l_i) $$

$$ E = \frac12 \sum_{i=1}^{P} (z^2_i - t_i)^2 $$

$$ \delta^l_i = \frac{\partial E}{\partial z^l_i} $$

"""
BY_LAYER = rf"""
$$ {BODY} \quad (l = 2, 1 \le i \le P) $$

$$ {BODY} \quad (l = 1, 1 \le i \le P+M-1) $$
"""
BY_NUMBER = r"""
$$ z^2_i = \sum_{m} x^{1}_{i+m-1} w^2_m \quad (1 \le i \le P) $$

$$ z^1_i = \sum_{m} x^{0}_{i+m-1} w^1_m \quad (1 \le i \le P+M-1) $$
"""
WEIGHT = r"\frac{\partial E}{\partial w^1_m} = \sum_{i=1}^{%s} \delta^1_i x^0_{i+m-1}"


def verdicts(page: str, *lines: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page + "\n\n".join(f"$$ {x} $$" for x in lines)).claims]


def test_the_layer_before_the_first_is_no_zero() -> None:
    page = FRONT + f"\n$$ {BODY} $$\n" + LOSS
    whole, other, none = WEIGHT % "P", WEIGHT % "P-1", r"\frac{\partial E}{\partial w^1_m} = 0"
    assert verdicts(page, whole, other, none) == ["right", "wrong", "wrong"]


def test_each_layer_has_its_own_range() -> None:
    last = r"\frac{\partial E}{\partial w^2_m} = \sum_{i=1}^{P} \delta^2_i x^1_{i+m-1}"
    lone = r"\frac{\partial E}{\partial w^2_m} = \delta^2_i x^1_{i+m-1}"
    for network in (BY_LAYER, BY_NUMBER):
        found = verdicts(FRONT + network + LOSS, WEIGHT % "P+M-1", WEIGHT % "P", last, lone)
        assert found == ["right", "wrong", "right", "wrong"]


SHARED = """+++
objective = "E"
outside = "zero"
+++

$$ x^l_i = \\tanh(%s) $$

$$ E = \\frac12 \\sum_{i=1}^{P} (x^L_i - t_i)^2 $$

"""
STEP = r"\sum_{m=1}^{M} w_m x^{l-1}_{i+m}"
BY_WEIGHT = (
    r"\frac{\partial E}{\partial w_m} = \sum_{l=%s}^{L} \sum_i \frac{\partial E}{\partial x^l_i} (1-(x^l_i)^2)"
    r" x^{l-1}_{i+m}"
)


def test_layers_that_share_their_weights_do_not_begin_with_zeros() -> None:
    none = r"\frac{\partial E}{\partial w_m} = 0"
    for step in (STEP, r"v^l x^{l-1}_i + " + STEP):
        assert verdicts(SHARED % step, BY_WEIGHT % 1, BY_WEIGHT % 2, none) == ["right", "wrong", "wrong"]


def test_open_whether_steps_with_an_input_begin_with_zeros() -> None:
    page = SHARED % (STEP + " + u^l_i")
    by_input = r"\frac{\partial E}{\partial u^l_i} = \frac{\partial E}{\partial x^l_i} (1-(x^l_i)^2)"
    found = verdicts(page, BY_WEIGHT % 1, BY_WEIGHT % 2, BY_WEIGHT % 3, by_input)
    assert found == ["right", "unproved", "wrong", "right"]


IN_TIME = """+++
objective = "E"
outside = "zero"
ranges = { i = "1..I", j = "1..H", k = "1..H", s = "1..S" }
+++

$$ h_j^s = \\tanh(%s) $$

$$ E = \\frac12 \\sum_{s=1}^{S} \\sum_{j=1}^{H} (h_j^s - y_j^s)^2 $$

$$ \\delta_j^s = \\frac{\\partial E}{\\partial h_j^s} (1 - (h_j^s)^2) $$

"""
FED = r"\sum_{i=1}^{I} w_{ji} x_i^s + "
BACK = r"\sum_{k=1}^{H} u_{jk} h_k^{s-1}"
LATER = (
    r"\frac{\partial E}{\partial u_{jk}} = \sum_{s=2}^{S} \delta_j^s h_k^{s-1}",
    r"\frac{\partial E}{\partial u_{jk}} = \sum_{s=1}^{S-1} \delta_j^{s+1} h_k^s",
)
SLIPS = (LATER[0].replace("s=2", "s=3"), LATER[1].replace("s=1", "s=2"), LATER[0].replace("{s-1}", "{s+1}"))


def test_steps_in_time_begin_with_zeros() -> None:
    for step in (BACK, BACK + r" + \sum_{k=1}^{H} v_{jk} h_k^{s-3}"):
        assert verdicts(IN_TIME % (FED + step), *LATER, *SLIPS) == ["right", "right", "wrong", "wrong", "wrong"]
    delayed = r"\frac{\partial E}{\partial v_{jk}} = \sum_{s=%s}^{S} \delta_j^s h_k^{s-3}"
    page = IN_TIME % (FED + BACK + r" + \sum_{k=1}^{H} v_{jk} h_k^{s-3}")
    assert verdicts(page, *(delayed % first for first in (4, 3, 5))) == ["right", "right", "wrong"]


def test_open_what_steps_begin_with_that_the_page_names_or_that_may_be_layers() -> None:
    pages = [IN_TIME % (FED + BACK) + said for said in ("Here $h_k^0$ is data.", "The initial state is learned.")]
    pages += [IN_TIME % (step + BACK) for step in (FED.replace("x_i^s", "x_i"), FED.replace("w_", "w^s_"), "b_j^s + ")]
    for page in pages:
        assert verdicts(page + "\n\n", *LATER, SLIPS[0]) == ["unproved", "unproved", "wrong"]


def test_sums_run_over_the_layer_that_is_meant() -> None:
    page = SHARED % r"\sum_{m=1}^{M} w^l_m x^{l-1}_{i+m} + b^l"
    body = r"\sum_i \frac{\partial E}{\partial x^%s_i} (1-(x^%s_i)^2)"
    for layer in ("l", "1"):
        line = body % (layer, layer)
        slip = line + rf" x^{layer}_i"
        left = rf"\frac{{\partial E}}{{\partial b^{layer}}} = "
        assert verdicts(page, left + line, left + slip) == ["right", "wrong"]


def test_the_state_before_the_first_step_stays_zero() -> None:
    page = """+++
objective = "E"
outside = "zero"
+++

$$ h_t = w h_{t-1} + u_t \\quad (1 \\le t \\le T) $$

$$ E = \\sum_{t=1}^{T} h_t^2 $$

"""
    assert verdicts(page, r"h_1 = u_1", r"h_1 = w u_1") == ["right", "wrong"]
