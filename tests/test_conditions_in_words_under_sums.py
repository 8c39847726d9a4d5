r"""Words between what a sum runs over and a condition, `\substack{l, m \\ \text{s.t.} \\ l - 1 + m = i}`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

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
