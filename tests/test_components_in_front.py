r"""Components whose number stands before the step, `o_{i,t}` of `o_t`, shown by a step or said, and what only looks so;
and a function right behind the letter below a sum, `\sum_tdiag(v)`."""

from __future__ import annotations

import pytest
from judging import VERDICTS, verdict

from symderiv.check.page import check
from symderiv.load import load_text

FRONT = '+++\nobjective = "L"\n[ranges]\n"t" = "1..\\\\tau"\n+++'
NET = r"""$$ a_t = W h_{t-1} + U x_t + b, \qquad h_t = \tanh(a_t), \qquad o_t = V h_t + c $$

$$ L = \frac12 \sum_t \sum_k (o_{k,t} - y_{k,t})^2 $$

$h_0$ is given.

$$ \frac{\partial L}{\partial V} = \sum_t \frac{\partial L}{\partial o_t} h_t^T $$"""
SOFTMAX = r"""$$ h_t = \tanh(W h_{t-1} + b), \qquad o_t = V h_t + c, \qquad p_t = \mathrm{softmax}(o_t) $$

$$ L = -\sum_t \sum_i y_{i,t} \log p_{i,t} $$

$h_0$ is given, $\sum_i y_{i,t} = 1$.

$$ \frac{\partial L}{\partial V} = \sum_t \frac{\partial L}{\partial o_t} h_t^T $$"""
STEPPING = [
    (NET, r"\frac{\partial L}{\partial o_{k,t}} = o_{k,t} - y_{k,t}", "right"),
    (NET, r"\frac{\partial L}{\partial o_{k,t}} = o_{k,t} + y_{k,t}", "wrong"),
    (NET, r"\frac{\partial L}{\partial V_{k,j}} = \sum_t (o_{k,t} - y_{k,t}) h_{j,t}", "right"),
    (NET, r"\frac{\partial L}{\partial V_{k,j}} = \sum_t (o_{j,t} - y_{j,t}) h_{k,t}", "wrong"),
    (NET, r"\frac{\partial L}{\partial b} = \sum_tdiag(1 - h_t^2) \frac{\partial L}{\partial h_t}", "right"),
    (NET, r"\frac{\partial L}{\partial b} = \sum_tdiag(1 - a_t^2) \frac{\partial L}{\partial h_t}", "wrong"),
    (NET, r"\frac{\partial L}{\partial (o_t)_k} = (o_t)_k - y_{k,t}", "right"),
    (SOFTMAX, r"\frac{\partial L}{\partial o_{i,t}} = p_{i,t} - y_{i,t}", "right"),
    (SOFTMAX, r"\frac{\partial L}{\partial o_{i,t}} = y_{i,t} - p_{i,t}", "wrong"),
    (SOFTMAX, r"\frac{\partial L}{\partial V_{i,j}} = \sum_t (p_{i,t} - y_{i,t}) h_{j,t}", "right"),
    (SOFTMAX, r"\frac{\partial L}{\partial V_{i,j}} = \sum_t (p_{i,t} - y_{i,t}) h_{i,t}", "wrong"),
]


@pytest.mark.parametrize(("net", "line", "expected"), STEPPING)
def test_a_letter_in_which_a_page_steps_stands_behind(net: str, line: str, expected: str) -> None:
    assert verdict(FRONT, net, f"$$ {line} $$") == expected


@pytest.mark.parametrize(("line", "expected"), [(line, said) for net, line, said in STEPPING[:4] if net is NET])
def test_the_usual_order_is_judged_alike(line: str, expected: str) -> None:
    def usual(text: str) -> str:
        for x in ("k", "j"):
            text = text.replace(f"{{{x},t}}", f"{{t,{x}}}")
        return text

    assert verdict(FRONT, usual(NET), usual(f"$$ {line} $$")) == expected


EXAMPLES = r"""$$ o_n = V x_n, \qquad p_n = \mathrm{softmax}(o_n), \qquad L = -\sum_n \sum_k y_{k,n} \log p_{k,n} $$

$\sum_k y_{k,n} = 1$.

$$ \frac{\partial L}{\partial V} = \sum_n \frac{\partial L}{\partial o_n} x_n^T $$"""
RANGE = '+++\nobjective = "L"\n[ranges]\n"n" = "1..N"\n+++'
SAID = {
    "en": "$o_{k,n}$ is the $k$-th component of $o_n$.",
    "zh": "$o_{k,n}$ 是 $o_n$ 的第 $k$ 个分量。",
    "ja": "$o_{k,n}$ は $o_n$ の第 $k$ 成分である。",
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("sign", "expected"), [("p_{k,n} - y_{k,n}", "right"), ("y_{k,n} - p_{k,n}", "wrong")])
def test_a_sentence_says_so(language: str, sign: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial V_{{k,j}}}} = \sum_n ({sign}) x_{{j,n}} $$"
    assert verdict(RANGE, EXAMPLES, SAID[language], line) == expected


def test_one_name_in_two_orders_is_left_as_it_is() -> None:
    mixed = NET.replace(r"y_{k,t})^2", r"y_{k,t})^2 + \sum_t \sum_k o_{t,k}")
    assert (
        verdict(FRONT, mixed, r"$$ \frac{\partial L}{\partial V_{k,j}} = \sum_t (o_{k,t} - y_{k,t}) h_{j,t} $$")
        != "right"
    )


def test_a_bare_letter_is_a_matrix_in_its_own_order() -> None:
    page = r"""$X \in \mathbb{R}^{N \times D}$, $x_n$ is its $n$-th row.

$$ s_n = s_{n-1} + \frac12 (X_n w - y_n)^2, \qquad L = s_N, \qquad s_0 = 0 $$"""
    line = r"$$ \frac{\partial L}{\partial w_j} = \sum_n (X_n w - y_n) X_{j,n} $$"
    assert verdict(page, line) != "right"


def test_a_script_of_a_name_is_not_split_without_parentheses() -> None:
    assert verdict(FRONT, NET, r"$$ \frac{\partial L}{\partial c} = \sum_t v_tdiag $$") == "unreadable"


BY_ENTRIES = r"""$$ o_{k,t} = \sum_{j=1}^J V_{k,j} h_{j,t}, \quad h_{j,t} = \tanh(h_{j,t-1}) $$ ( $1 \le t \le T$ )

$h_{j,0}$ is given.

$$ L = \frac12 \sum_{t=1}^T \sum_{k=1}^K (o_{k,t} - y_{k,t})^2 $$"""


@pytest.mark.parametrize("network", [f"{FRONT}\n{NET}", BY_ENTRIES])
def test_a_given_network_is_read_as_it_was(network: str) -> None:
    lines = [
        r"$$ \frac{\partial L}{\partial o_t} = o_t - y_t $$",
        r"$$ \frac{\partial L}{\partial h_{t-1}} = \frac{\partial L}{\partial h_{t-1}} $$",
        r"$$ \frac{\partial L}{\partial V_{k,j}} = \sum_t (o_{k,t} - y_{k,t}) h_{j,t} $$",
        r"$$ \frac{\partial L}{\partial V_{k,j}} = \sum_t (o_{j,t} - y_{j,t}) h_{k,t} $$",
    ]
    claims = check("\n\n".join(lines), network=load_text(network), options=VERDICTS).claims
    assert [str(c.judgement) for c in claims[-2:]] == ["right", "wrong"]
