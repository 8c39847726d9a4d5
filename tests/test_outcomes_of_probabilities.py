r"""Sums over the outcomes of a probability, `P(w_k \mid x) = e^{s_k} / \sum_{j \in C} e^{s_j}`: over all there are.

By hand: the derivative of `\log P_k` by `a_j` is `([j = k] - P_j) h`, and by h it is `a_k - \sum_j P_j a_j`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHARE = (
    r"$$ P(w_k \mid x) = \frac{\exp(\mathbf{a}_k^T \mathbf{h})}{\sum_{j \in %s} \exp(\mathbf{a}_j^T \mathbf{h})}, "
    r"\quad \mathbf{h} = \tanh(\mathbf{b}) $$"
)
BY_OWN = r"$$ \frac{\partial \log P(w_k \mid x)}{\partial \mathbf{a}_k} = (1 - P(w_k \mid x)) \mathbf{h} $$"
BY_H = (
    r"$$ \frac{\partial \log P(w_k \mid x)}{\partial \mathbf{h}} = "
    r"\mathbf{a}_k - \sum_{j \in %s} P(w_j \mid x) \mathbf{a}_j $$"
)


@pytest.mark.parametrize("name", ["C", r"\mathcal{V}", r"\textit{V}", "W"])
def test_all_outcomes(name: str) -> None:
    share, by_h = SHARE % name, BY_H % name
    assert each_verdict(
        share,
        lines=[BY_OWN, BY_OWN.replace("1 - ", "1 + "), by_h, by_h.replace("- ", "+ "), by_h.replace("w_j", "w_k")],
    ) == ["right", "wrong", "right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "more",
    [
        r"Here $C$ are some of the words.",
        r"Let $D \subset C$.",
        r"$$ R = \sum_{j \in D} \mathbf{a}_j^T \mathbf{a}_j $$",
        r"$$ R = \sum_{j=1}^{K} \mathbf{a}_j^T \mathbf{a}_j $$",
        r"$$ R = \sum_{j \notin C} \mathbf{a}_j^T \mathbf{a}_j $$",
    ],
)
def test_a_set_that_may_be_a_part(more: str) -> None:
    assert verdict(SHARE % "C", more, BY_OWN) not in ("right", "wrong")


def test_what_is_no_probability_may_be_outside_of_the_set() -> None:
    page = (SHARE % "C").replace(r"P(w_k \mid x)", "r_k")
    line = BY_OWN.replace(r"P(w_k \mid x)", "r_k")
    assert verdict(page, line) not in ("right", "wrong")
    other = (SHARE % "C").replace(r"\exp(\mathbf{a}_k", r"\exp(2 \mathbf{a}_k")
    assert verdict(other, BY_OWN) not in ("right", "wrong")


CONTEXT = (
    r"$$ P(w_c \mid w_{o_1}, \dots, w_{o_n}) = \frac{\exp(\mathbf{u}_c^T \mathbf{h})}"
    r"{\sum_{j \in V} \exp(\mathbf{u}_j^T \mathbf{h})}, "
    r"\quad \mathbf{h} = \frac{1}{n} (\mathbf{v}_{o_1} + \dots + \mathbf{v}_{o_n}) $$"
)
P = r"P(w_c \mid w_{o_1}, \dots, w_{o_n})"
BY_ROW = (
    rf"$$ \frac{{\partial \log {P}}}{{\partial \mathbf{{v}}_{{o_i}}}} = "
    rf"\frac{{1}}{{n}} (\mathbf{{u}}_c - \sum_{{j \in V}} {P.replace('w_c', 'w_j')} \mathbf{{u}}_j) $$"
)


def test_rows_of_a_context() -> None:
    line = BY_OWN.replace(r"P(w_k \mid x)", P).replace(r"\mathbf{a}_k", r"\mathbf{u}_c")
    assert each_verdict(CONTEXT, BY_ROW, lines=[line, line.replace("1 - ", "")]) == ["right", "wrong"]
    found = each_verdict(CONTEXT, lines=[BY_ROW, BY_ROW.replace(r"\frac{1}{n} ", ""), BY_ROW.replace("- ", "+ ")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    assert found[2] == "wrong"
    said = r"The words $o_1, \dots, o_n$ are all different."
    assert verdict(said, CONTEXT, BY_ROW) == "right"
    assert (
        verdict(r"All the words $o_1, \dots, o_n$ are the same.", CONTEXT, BY_ROW.replace(r"\frac{1}{n} ", ""))
        != "wrong"
    )


def test_the_mean_of_the_rows_may_have_their_letter() -> None:
    page = CONTEXT.replace(r"\mathbf{h}", r"\bar{\mathbf{v}}")
    found = each_verdict(page, lines=[BY_ROW, BY_ROW.replace(r"\frac{1}{n} ", "")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
