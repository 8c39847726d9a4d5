r"""Words between what a sum runs over and a condition, `\substack{l, m \\ \text{s.t.} \\ l - 1 + m = i}`."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$ z_j = \sum_{m=1}^M v_{j-1+m} k_m \quad (1 \le j \le H), \quad E = \frac12 \sum_{j=1}^H z_j^2 $$" + "\n\n"
STRIDED = NETWORK.replace("v_{j-1+m}", r"v_{(j-1) \times s + m}")
FORMS = (
    r"\substack{l,m \\ \text{s.t.} \\ @}",
    r"\substack{l,m \\ \text{such that } @}",
    r"\substack{l,m \text{ with} \\ @}",
    r"l,m \text{ s.t. } @",
    r"l,m\ \text{such that}\ @",
)


def verdict(page: str, below: str) -> str:
    line = rf"$$ \frac{{\partial E}}{{\partial v_i}} = \sum_{{{below}}} z_l k_m $$"
    return str(check(page + line).claims[-1].judgement)


@pytest.mark.parametrize("form", FORMS)
def test_the_condition_holds_in_the_sum(form: str) -> None:
    assert verdict(NETWORK, form.replace("@", "l-1+m=i")) == "right"
    assert verdict(NETWORK, form.replace("@", "l+m=i")) == "wrong"


@pytest.mark.parametrize("form", FORMS[:2])
def test_a_stride_in_the_condition(form: str) -> None:
    assert verdict(STRIDED, form.replace("@", r"(l-1) \times s + m = i")) != "wrong"
    assert verdict(STRIDED, form.replace("@", "l-1+m=i")) == "wrong"
    assert verdict(STRIDED, form.replace("@", r"(l-1) \times s + m + 1 = i")) == "wrong"


@pytest.mark.parametrize("words", ["unless", "not", "except", "or"])
def test_other_words_are_not_read(words: str) -> None:
    assert verdict(NETWORK, rf"\substack{{l,m \\ \text{{{words}}} \\ l-1+m=i}}") == "unreadable"


CONVOLUTION = r"""
$$ z_i = \sum_{k=0}^{K-1} w_k x_{i+k} \qquad (i = 1, \dots, I) $$

$$ E = \sum_{i=1}^I c_i z_i $$
"""
RANGES = '+++\n[ranges]\n"k" = "0..K-1"\n"m" = "1..I+K-1"\n+++\n'


@pytest.mark.parametrize(
    ("below", "judged"),
    [
        (r"k:\\ m-k \ge 1, m-k \le I", "right"),
        (r"k: m-k \ge 1 \\ m-k \le I", "right"),
        (r"k\\ m-k \ge 1 \\ m-k \le I", "right"),
        (r"k:\\ m-k \ge 2, m-k \le I", "wrong"),
        (r"k:\\ m-k \ge 1 \\ m-k \le I-1", "wrong"),
        (r"k = 1: m-k \ge 1 \\ m-k \le I", "unreadable"),
    ],
)
def test_a_colon_in_a_row_of_several(below: str, judged: str) -> None:
    line = rf"$$ \frac{{\partial E}}{{\partial x_m}} = \sum_{{\substack{{{below}}}}} c_{{m-k}} w_k $$"
    assert [str(c.judgement) for c in check(RANGES + CONVOLUTION + line).claims] == [judged]
