"""What a reason shows as right is spelled as its author spells it, and is right on the page: judged there once more."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

CELLS = [
    '+++\nobjective = "E"\nfunctions = ["f", "g", "h"]\n[ranges]\n"j" = "1..J"\n"m" = "1..M"\n"t" = "1..T"\n+++',
    r"$$ net_{in_j}(t) = \sum_{m=1}^{M} w_{in_j m} x_m(t) $$",
    r"$$ net_{out_j}(t) = \sum_{m=1}^{M} w_{out_j m} x_m(t) $$",
    r"$$ net_{c_j}(t) = \sum_{m=1}^{M} w_{c_j m} x_m(t) $$",
    r"$$ y_{in_j}(t) = f(net_{in_j}(t)) $$",
    r"$$ y_{out_j}(t) = f(net_{out_j}(t)) $$",
    r"$$ s_{c_j}(0) = 0 $$",
    r"$$ s_{c_j}(t) = s_{c_j}(t-1) + y_{in_j}(t) g(net_{c_j}(t)) $$",
    r"$$ E = \frac{1}{2} \sum_{t=1}^{T} \sum_{j=1}^{J} (y_{out_j}(t) h(s_{c_j}(t)) - d_j(t))^2 $$",
]
GATES = [
    '+++\nobjective = "E"\n[ranges]\n"t" = "1..T"\n"d" = "1..D"\n"i" = "1..H"\n"j" = "1..H"\n+++',
    r"$$ a^z_{t,i} = \sum_{d=1}^{D} (W_{xz})_{id} x_{t,d} + \sum_{j=1}^{H} (W_{hz})_{ij} h_{t-1,j} $$",
    r"$$ a^g_{t,i} = \sum_{d=1}^{D} (W_{xg})_{id} x_{t,d} + \sum_{j=1}^{H} (W_{hg})_{ij} h_{t-1,j} $$",
    r"$$ h_{t,i} = h_{t-1,i} + \tanh(a^z_{t,i}) \tanh(a^g_{t,i}) $$",
    r"$$ h_{0,i} = 0 $$",
    r"$$ E = \frac{1}{2} \sum_{t=1}^{T} \sum_{i=1}^{H} (h_{t,i} - y_{t,i})^2 $$",
]
WORDS = [
    '+++\nobjective = "L"\n[ranges]\n"i" = "1..N"\n"d" = "1..D"\n+++',
    r"$$ x_{w_0,d} = \frac{1}{M} \sum_{m=1}^{M} x_{m,d} $$",
    r"$$ s_i = \sum_{d=1}^{D} x_{w_0,d} \theta_{i,d} $$",
    r"$$ L = \sum_{i=1}^{N} (y_i \log \sigma(s_i) + (1 - y_i) \log (1 - \sigma(s_i))) $$",
    r"$$ \sigma(z) = \frac{1}{1 + e^{-z}} $$",
]
SLIPS = [
    (
        CELLS,
        r"\frac{\partial E}{\partial w_{out_j m}} = \sum_{t=1}^{T} (y_{out_j}(t) h(s_{c_j}(t)) - d_j(t)) "
        r"h'(s_{c_j}(t)) f'(net_{out_j}(t)) x_m(t)",
        "h(s_{c_j}(t)) f'(net_{out_j}(t))",
    ),
    (
        CELLS,
        r"\frac{\partial s_{c_j}(t)}{\partial w_{c_j m}} = \frac{\partial s_{c_j}(t-1)}{\partial w_{c_j m}} + "
        r"y_{in_j}(t) g(net_{c_j}(t)) x_m(t)",
        r"g'(net_{c_j}(t)) x_m(t)",
    ),
    (
        GATES,
        r"\frac{\partial E}{\partial (W_{hg})_{ij}} = \sum_{t=1}^{T} \frac{\partial E}{\partial a^g_{t,j}} h_{t-1,i}",
        r"\frac{\partial E}{\partial a^g_{t,i}} h_{t-1,j}",
    ),
    (WORDS, r"\frac{\partial L}{\partial \theta_{i,d}} = (\sigma(s_i) - y_i) x_{w_0,d}", "x_{w_0,d}"),
]


@pytest.mark.parametrize(("network", "line", "shown"), SLIPS)
def test_it_is_right_on_the_page_in_its_spelling(network: list[str], line: str, shown: str) -> None:
    claim = check("\n\n".join([*network, f"$$ {line} $$"])).claims[-1]
    assert str(claim.judgement) == "wrong"
    reason = claim.links[-1].reason
    assert reason is not None
    assert shown in reason.right
    again = check("\n\n".join([*network, f"$$ {reason.right} $$"])).claims[-1]
    assert str(again.judgement) == "right", reason.right


def test_what_a_wrong_entry_presumes_is_not_shown_with_the_right_one() -> None:
    page = [r"$$ y_j = \sum_{i=1}^{I} w_{ji} x_i $$", r"$$ E = \frac12 \sum_{j=1}^{J} (y_j - t_j)^2 $$"]
    claim = check("\n\n".join([*page, r"$$ \frac{\partial E}{\partial w_{ji}} = (y_j - t_j) x_j $$"])).claims[-1]
    reason = claim.links[-1].reason
    assert reason is not None
    assert reason.right == r"\frac{\partial E}{\partial w_{ji}} = (y_j - t_j) x_i"
