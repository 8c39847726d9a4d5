r"""Rows that are looked up beside a row that is singled out, where a line is about neither; entries that words number.

By hand: with `p = \sigma(u_c^T h)` and `E = -\log p` the gradient by `u_c` is `(p - 1) h`, whichever other rows
`F = -\sum_k \log \sigma(-u_{n_k}^T h)` is made of; that of `E + F` depends on whether c is one of the `n_k`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

from .judging import each_verdict

ROWS = (
    r"$\sigma(a) = 1/(1+e^{-a})$, $k = 1, \dots, K$.",
    r"$$ p = \sigma(\mathbf{u}_c^\top \mathbf{h}), \quad q_k = \sigma(-\mathbf{u}_{n_k}^\top \mathbf{h}) $$",
    r"$$ E = -\log p $$",
    r"$$ F = -\sum_{k=1}^{K} \log q_k $$",
    r"$$ S = E + F $$",
)


def test_lines_about_other_rows() -> None:
    cases = [
        (r"\frac{\partial E}{\partial \mathbf{u}_c} = (p - 1) \mathbf{h}", {"right"}),
        (r"\frac{\partial E}{\partial \mathbf{u}_c} = (1 - p) \mathbf{h}", {"wrong"}),
        (r"\frac{\partial S}{\partial \mathbf{u}_c} = (p - 1) \mathbf{h}", {"unreadable", "unproved"}),
        (r"\frac{\partial S}{\partial \mathbf{u}_c} = (1 - p) \mathbf{h}", {"unreadable", "unproved"}),
        (r"\frac{\partial F}{\partial \mathbf{u}_c} = 0", {"unreadable", "unproved"}),
        (
            r"\frac{\partial G}{\partial \mathbf{u}_c} = \frac{\partial G}{\partial p} p (1 - p) \mathbf{h}",
            {"unreadable", "unproved"},
        ),
    ]
    for (line, judged), found in zip(
        cases, each_verdict(*ROWS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found in judged, line


INPUT = "$$ u_j = \\sum_{i=1}^{N} m_{ij} v_{w_i}, \\quad E = \\frac{1}{2} \\sum_{j=1}^V (u_j - t_j)^2 $$"
BY_ENTRY = r"$$ \frac{\partial E}{\partial v_{w_i}} = \sum_{j=1}^V (u_j - t_j) %s $$"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $v_{w_i}$ is the $i$-th component of the vector of the input word.",
        r"$v_{w_i}$ ist die $i$-te Komponente des Vektors.",
        r"$v_{w_i}$ は $i$ 番目の成分．",
        r"$v_{w_i}$ 是第 $i$ 个分量。",
    ],
)
def test_numbers_of_entries(said: str) -> None:
    assert each_verdict(INPUT, said, lines=[BY_ENTRY % "m_{ij}", BY_ENTRY % "m_{ji}"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"Here $v_{w_i}$ is not the $i$-th component of anything.",
        r"$v_{w_i}$ は $i$ 番目の成分ではなく、単語のベクトル。",
        r"Here $v_{w_i}$ is the $k$-th component of the vector.",
        r"Here $v_{w_i}$ is the embedding of the $i$-th word.",
    ],
)
def test_two_of_the_words_may_be_equal(said: str) -> None:
    cases = ("m_{ij}", "m_{ji}")
    for factor, found in zip(
        cases, each_verdict(INPUT, said, lines=[BY_ENTRY % factor for factor in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), factor


def test_numbers_of_entries_of_a_given_network() -> None:
    network = load_text(INPUT + "\n\n" + r"Here $v_{w_i}$ is the $i$-th component of the vector of the input word.")
    lines = [BY_ENTRY % "m_{ij}", BY_ENTRY % "m_{ji}", BY_ENTRY.replace("v_{w_i}", "v_i") % "m_{ij}"]
    found = check("\n\n".join(lines), network=network).claims
    assert [str(c.judgement) for c in found] == ["right", "wrong", "right"]


def test_a_claim_about_an_entry_at_a_given_place_is_not_wrong_for_a_range_that_nobody_states() -> None:
    page = (
        r"$$s_o = \sum_{d=1}^{D} u_{o,d} v_d, \qquad s_{n_k} = \sum_{d=1}^{D} u_{n_k,d} v_d$$"
        "\n\n"
        r"$$J = -\log \sigma(s_o) - \sum_{k=1}^{K} \log \sigma(-s_{n_k})$$"
        "\n"
    )
    assert check(page).claims[0].judgement.value != "wrong"
