r"""Conditions behind a display that stand there without dollar signs: `$$..$$ ( l = 1, \dots, L-1 )`, `(l < L)`.

By hand: the deltas of the last layer have no layer above them, so that the line holds below it only.
"""

from __future__ import annotations

import pytest

from symderiv.document import parse_document

from .judging import check

NETWORK = r"""+++
objective = "E"
functions = ["g"]
+++
$$ s_i^l = \sum_j v_{ij}^l h_j^{l-1} \quad (1 \le l \le L) $$
$$ h_i^l = g(s_i^l) $$
$$ h_i^0 = u_i $$
$$ E = \frac{1}{2} \sum_i (h_i^L - t_i)^2 $$
$$ \delta_i^l = \frac{\partial E}{\partial s_i^l} $$

# Derivation

"""
LINE = r"\delta_j^l = g'(s_j^l) \sum_i v_{ij}^{l+1} \delta_i^{l+1}"
SLIP = r"\delta_j^l = \sum_i v_{ij}^{l+1} \delta_i^{l+1}"


def verdict(typed: str, line: str = LINE) -> str:
    report = check(NETWORK + typed % line)
    return next(str(c.judgement) for c in report.claims if c.latex.startswith(r"\delta_j"))


@pytest.mark.parametrize(
    "typed",
    [
        r"$$ %s $$ ( l = 1, \dots, L-1 )",
        r"$$ %s $$ (l=1,2,...,L-1).",
        "$$ %s $$\n(l = L-1, …, 1)",
        "$$ %s $$\n\n(l = 1, ..., L-1)",
        "$$ %s $$\n\n( $l = 1, \\dots, L-1$ )",
        r"\[ %s \] (for l = 1, ..., L-1)",
        r"$$ %s $$ for l = 1, ..., L-1.",
        r"$$ %s $$, l = 1, ..., L-1",
        r"$$ %s $$ (1 ≤ l < L)",
        r"$$ %s $$ (l \ne L)",
        r"$$ %s $$ [l < L]",
        r"so $%s$ (l = 1, ..., L-1).",
    ],
)
def test_conditions_without_dollar_signs(typed: str) -> None:
    assert verdict(typed) == "right"
    assert verdict(typed, SLIP) == "wrong"


@pytest.mark.parametrize(
    "typed",
    [
        r"$$ %s $$ with l = 1, ..., L-1",
        r"$$ %s $$ (l \in \{1, \dots, L-1\})",
        r"$$ %s $$ (but not for l = 1, ..., L-1)",
        r"$$ %s $$ (l = 1, ..., L-1; j = 1, ..., n)",
        "Going down, l = L-1, ..., 1, we have\n\n$$ %s $$",
    ],
)
def test_other_ranges_leave_a_line_open(typed: str) -> None:
    assert verdict(typed) == "unproved"
    assert verdict(typed, SLIP) == "wrong"


@pytest.mark.parametrize("behind", ["(l = 1, ..., L)", "(1 ≤ l ≤ L)", "(l = L)", "(8)", "(i = 1, ..., n)"])
def test_what_takes_no_layer_out(behind: str) -> None:
    assert verdict(f"$$ %s $$ {behind}") == "wrong"


def test_what_is_no_condition_stays_words() -> None:
    def formulas(text: str) -> list[str]:
        return [d.latex for d in parse_document(text).displays]

    assert formulas("$$ a = b $$ (k = 5, so it is)") == ["a = b"]
    assert formulas("$$ a = b $$ (l = 1, ..., L) and") == ["a = b", "l = 1, ..., L"]
    assert formulas("$$ a = b $$ n = 3 layers") == ["a = b"]
    assert formulas("$a$ (x = 1, 2, 3) and `(l = 1, ..., L)`") == ["a"]
    assert formulas("$a$ (l = 1, ..., L_1) b (l = 1, ..., 2n)") == ["a"]
