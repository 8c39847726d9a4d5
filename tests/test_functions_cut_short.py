r"""`g_{m-1}(u_i)` beside `g_m(u) = \sum_{j=1}^m c_j h_j(u)`: the same sum with one term less.

By hand: with `v_i = e^{g_{m-1}(u_i)}` the loss `\sum_i e^{g_m(u_i)}` is `\sum_i v_i e^{c_m h_m(u_i)}`, and its
derivative by `c_m` is `\sum_i v_i h_m(u_i) e^{c_m h_m(u_i)}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""+++
objective = "R"
functions = ["h_{j}"]
[ranges]
"i" = "1..n"
+++
$$ g_m(u) = FORM $$

$$ R = \sum_{i=1}^n \exp(g_m(u_i)) $$

$$ v_i = \exp(g_{m-1}(u_i)) $$
MORE

# Derivation

"""
SUM = r"\sum_{j=1}^m c_j h_j(u)"


def page(form: str = SUM, more: str = "") -> str:
    return PAGE.replace("FORM", form).replace("MORE", more)


def test_one_term_less() -> None:
    cases = [
        (r"R = \sum_{i=1}^n \exp(g_{m-1}(u_i) + c_m h_m(u_i))", "right"),
        (r"R = \sum_{i=1}^n \exp(g_{m-1}(u_i) + c_{m-1} h_{m-1}(u_i))", "wrong"),
        (r"\frac{\partial R}{\partial c_m} = \sum_{i=1}^n v_i h_m(u_i) \exp(c_m h_m(u_i))", "right"),
        (r"\frac{\partial R}{\partial c_m} = \sum_{i=1}^n v_i h_m(u_i)", "wrong"),
        (r"\frac{\partial R}{\partial c_m} = \sum_{i=1}^n g_{m-1}(u_i) h_m(u_i) \exp(g_m(u_i))", "wrong"),
        (r"\frac{\partial v_i}{\partial c_m} = 0", "right"),
        (r"\frac{\partial v_i}{\partial c_m} = v_i h_m(u_i)", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(page(), lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    "changed",
    [
        page(r"\frac{1}{m} \sum_{j=1}^m c_j h_j(u)"),
        page(r"\sum_{j=0}^m c_j h_j(u)"),
        page(more="$$ g_0(u) = b $$"),
        page(more="Here $g_0(u)$ is a prior guess."),
        page(more=r"$$ g_m(u) = g_{m-1}(u) + 2 c_m h_m(u) $$"),
        page(SUM + r" \quad (m \ge 2)"),
    ],
)
def test_where_the_number_says_more_nothing_is_taken(changed: str) -> None:
    lines = [rf"$$ R = \sum_{{i=1}}^n \exp({x}g_{{m-1}}(u_i) + c_m h_m(u_i)) $$" for x in ("", "b + ")]
    assert not {verdict(changed, x) for x in lines} & {"right", "wrong"}
