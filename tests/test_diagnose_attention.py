r"""Slips that people make beside a softmax: the other entries forgotten, the length for its root."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ s_n = \frac{1}{\sqrt{D}} \sum_{d=1}^{D} q_d k_{n,d} $$ ($1 \le n \le N$)

$$ a_n = \frac{e^{s_n}}{\sum_{m=1}^{N} e^{s_m}}, \quad o_e = \sum_{n=1}^{N} a_n v_{n,e} $$

$$ L = \sum_{e=1}^{M} g_e o_e $$

$$ LINE $$
"""


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        (r"\frac{\partial L}{\partial s_n} = a_n (1 - a_n) \frac{\partial L}{\partial a_n}", "path-missing", r"a_h"),
        (
            r"\frac{\partial L}{\partial k_{n,d}} = \frac{\partial L}{\partial s_n} \frac{q_d}{D}",
            "exponent",
            r"\sqrt{D}",
        ),
    ],
)
def test_what_is_named(line: str, kind: str, said: str) -> None:
    """By its kind, with what is missing."""
    (link,) = sd.check(PAGE.replace("LINE", line)).claims[0].links
    assert str(link.judgement) == "wrong"
    assert link.reason is not None
    assert link.reason.kind == kind
    assert said in link.reason.text


def test_the_right_lines() -> None:
    """With all entries, and the root."""
    line = (
        r"\frac{\partial L}{\partial s_n} = a_n \frac{\partial L}{\partial a_n}"
        r" - a_n \sum_{m=1}^N a_m \frac{\partial L}{\partial a_m}"
    )
    (link,) = sd.check(PAGE.replace("LINE", line)).claims[0].links
    assert str(link.judgement) == "right"
