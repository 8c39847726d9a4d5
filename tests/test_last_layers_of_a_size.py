r"""Layers without bounds between inputs of one size and a last layer of another. Labels by hand: as all may be as
wide as the last one, or each as wide as it likes, a line is right that is right for both."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FIRST = r"$$ z^1_j = \sum_{i=1}^{N} w^1_{ji} x_i + b^1_j $$"
ACTIVE = r"$$ a^l_j = \tanh(z^l_j) $$"
OTHERS = r"$$ z^l_j = \sum_i w^l_{ji} a^{l-1}_i + b^l_j \quad (l \ge 2) $$"
COSTS = {
    "a size": r"$$ C = \frac12 \sum_{j=1}^M (a^L_j - t_j)^2 $$",
    "a number": r"$$ C = \frac12 \sum_{j=1}^{10} (a^L_j - t_j)^2 $$",
    "one output": r"$$ C = \frac12 (a^L_1 - t)^2 $$",
    "no bounds": r"$$ C = \frac12 \sum_j (a^L_j - t_j)^2 $$",
    "softmax": r"$$ p_k = \frac{e^{z^L_k}}{\sum_{j=1}^M e^{z^L_j}} $$ $$ C = -\sum_{k=1}^M t_k \log p_k $$",
}
DELTA = r"\frac{\partial C}{\partial z^l_i} = (1 - (a^l_i)^2) \sum_j "
NEXT = r"\frac{\partial C}{\partial z^{l+1}_j}"


@pytest.mark.parametrize("inputs", ["N", "n_0", "784"])
@pytest.mark.parametrize("cost", COSTS.values(), ids=COSTS)
def test_layers_between_inputs_and_a_last_one(inputs: str, cost: str) -> None:
    cases = [
        (rf"$$ {DELTA} w^{{l+1}}_{{ji}} {NEXT} \quad (l < L) $$", "right"),
        (rf"$$ {DELTA} w^{{l+1}}_{{ij}} {NEXT} \quad (l < L) $$", "wrong"),
        (rf"$$ {DELTA} w^{{l}}_{{ji}} {NEXT} \quad (l < L) $$", "wrong"),
        (
            r"$$ \frac{\partial C}{\partial w^l_{ji}} = \frac{\partial C}{\partial z^l_j} a^{l-1}_i \quad (l \ge 2) $$",
            "right",
        ),
        (
            r"$$ \frac{\partial C}{\partial w^l_{ji}} = \frac{\partial C}{\partial z^l_i} a^{l-1}_j \quad (l \ge 2) $$",
            "wrong",
        ),
        (r"$$ \frac{\partial C}{\partial w^1_{ji}} = \frac{\partial C}{\partial z^1_j} x_i $$", "right"),
        (r"$$ \frac{\partial C}{\partial w^1_{ji}} = \frac{\partial C}{\partial z^1_i} x_j $$", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            FIRST.replace("{N}", f"{{{inputs}}}"),
            ACTIVE,
            OTHERS,
            cost,
            "## Derivation",
            lines=[line for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


FIRST_BOUND = r"$$ s_i^{(1)} = \sum_{j=1}^{d_0} V_{ij}^{(1)} u_j + c_i^{(1)} $$"
HIDDEN = r"$$ h_i^{(k)} = \sigma(s_i^{(k)}) $$ ( $k = 1, \dots, K-1$ )"
GENERAL = r"$$ s_i^{(k)} = \sum_j V_{ij}^{(k)} h_j^{(k-1)} + c_i^{(k)} $$ ( $k = 2, \dots, K$ )"
LAST = r"$$ E = \frac{1}{2} \sum_{i=1}^{C} (s_i^{(K)} - y_i)^2 $$"
DELTAS = r"$$ \delta_i^{(k)} = \frac{\partial E}{\partial s_i^{(k)}} $$"
BACK = r"\delta_j^{(k)} = \sigma'(s_j^{(k)}) \sum_i"


@pytest.mark.parametrize("inputs", ["d_0", "N"])
@pytest.mark.parametrize("last", ["C", "d_K"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"$$ {BACK} V_{{ij}}^{{(k+1)}} \delta_i^{{(k+1)}} $$ ( $k = 1, \dots, K-1$ )", "right"),
        (rf"$$ {BACK} V_{{ji}}^{{(k+1)}} \delta_i^{{(k+1)}} $$ ( $k = 1, \dots, K-1$ )", "wrong"),
        (rf"$$ {BACK} V_{{ij}}^{{(k)}} \delta_i^{{(k+1)}} $$ ( $k = 1, \dots, K-1$ )", "wrong"),
        (r"$$ \frac{\partial E}{\partial V_{ij}^{(k)}} = \delta_i^{(k)} h_j^{(k-1)} $$ ( $k = 2, \dots, K$ )", "right"),
        (r"$$ \frac{\partial E}{\partial V_{ij}^{(k)}} = \delta_j^{(k)} h_i^{(k-1)} $$ ( $k = 2, \dots, K$ )", "wrong"),
    ],
)
def test_layers_with_their_numbers_behind(inputs: str, last: str, line: str, expected: str) -> None:
    page = [FIRST_BOUND.replace("d_0", inputs), HIDDEN, GENERAL, LAST.replace("C", last), DELTAS]
    assert verdict(*page, "## Derivation", line) == expected


def test_a_range_by_a_size_that_nothing_else_names_is_open() -> None:
    page = [FIRST_BOUND.replace("d_0", "N"), HIDDEN, GENERAL, LAST, DELTAS, "## Derivation"]
    by = r"$$ \frac{\partial E}{\partial V_{ij}^{(k)}} = "
    beside = r" $$ ( $k = 2, \dots, K$, $1 \le j \le d_{k-1}$ )"
    assert each_verdict(
        *page,
        lines=[
            rf"{by} \delta_i^{{(k)}} h_j^{{(k-1)}}{beside}",
            rf"{by} \delta_j^{{(k)}} h_i^{{(k-1)}}{beside}",
            rf"{by} 2 \delta_i^{{(k)}} h_j^{{(k-1)}}{beside}",
        ],
    ) == ["unproved", "wrong", "wrong"]


def test_first_weights_say_how_many_inputs_all_outputs_have() -> None:
    page = [r"$$ y_1 = \sum_{j=1}^J w_{1j} x_j $$", r"$$ y_i = \sum_j w_{ij} x_j \quad (2 \le i \le I) $$"]
    loss = r"$$ L = \frac12 \sum_{i=1}^I (y_i - t_i)^2 $$"
    assert each_verdict(
        *page,
        loss,
        lines=[
            r"$$ \frac{\partial L}{\partial x_j} = \sum_{i=1}^I (y_i - t_i) w_{ij} $$",
            r"$$ \frac{\partial L}{\partial x_j} = \sum_{i=1}^I (y_i - t_i) w_{ji} $$",
        ],
    ) == ["right", "wrong"]
