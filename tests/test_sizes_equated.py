r"""Sizes that the front matter equates in `assume`, and derivatives by what letters tell apart.

By hand: with y = V b, b_c = g(a_c) for c up to C and b_h used for h up to H, E depends on a only where C = H.
"""

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "E"
functions = ["f", "g"]
assume = ["{equal}"]
[ranges]
"i" = "1..I"
"c" = "1..C"
"k" = "1..K"
+++
$$ a_\iota=\sum_{{i=1}}^I w_{{i\iota}} x_i + \sum_{{c=1}}^C w_{{c\iota}} q_c $$
$$ b_\iota = f(a_\iota) $$
$$ a_c=\sum_{{i=1}}^I w_{{ic}} x_i $$
$$ b_c=b_\iota g(a_c) $$
$$ y_k = \sum_{{h=1}}^H w_{{hk}} b_h $$
$$ E = \frac12 \sum_{{k=1}}^K (y_k - t_k)^2 $$
$$ {line} $$
"""
RIGHT = r"\frac{\partial E}{\partial a_\iota} = f'(a_\iota) \sum_{c=1}^C g(a_c) \frac{\partial E}{\partial b_c}"
WRONG = r"\frac{\partial E}{\partial a_\iota} = f'(a_\iota) \sum_{c=1}^C g(a_c)^2 \frac{\partial E}{\partial b_c}"


@pytest.mark.parametrize("equal", ["C = H", "H = C"])
def test_sizes_equated(equal: str) -> None:
    assert verdict(PAGE.format(equal=equal, line=RIGHT)) == "right"
    assert verdict(PAGE.format(equal=equal, line=WRONG)) == "wrong"


@pytest.mark.parametrize("equal", [r"\\eta = 1", r"\\sum_{k=1}^{K} t_k = 1"])
def test_other_assumptions(equal: str) -> None:
    """None of these lets b_c and b_h be one thing."""
    assert verdict(PAGE.format(equal=equal, line=RIGHT)) in ("unproved", "unreadable")
    assert verdict(PAGE.format(equal=equal, line=WRONG)) in ("unproved", "unreadable")


LSTM = r"""
+++
objective = "\\mathcal{{L}}"
functions = ["f", "g", "h"]
assume = ["C = H"]
[ranges]
"t" = "1..T"
"c" = "1..C"
"k" = "1..K"
+++
$$ a_\iota^t=\sum_{{h=1}}^H w_{{h\iota}} b_h^{{t-1}}+\sum_{{c=1}}^C w_{{c\iota}} s_c^{{t-1}} $$
$$ b_\iota^t=f(a_\iota^t) $$
$$ a_c^t=\sum_{{h=1}}^H w_{{hc}} b_h^{{t-1}} + x_c^t $$
$$ s_c^t=s_c^{{t-1}}+b_\iota^t g(a_c^t) $$
$$ b_c^t=h(s_c^t) $$
$$ a_k^t=\sum_{{h=1}}^Hw_{{hk}}b_h^t $$
$$ \mathcal{{L}}=-\sum_{{t=1}}^T\sum_{{k=1}}^K z_k^t a_k^t $$
$$ s_c^0=0 $$
$$ b_c^0=0 $$
$$ \delta_j^t \triangleq \frac{{\partial \mathcal{{L}}}}{{\partial a_j^t}} $$
$$ \epsilon_s^t=\frac{{\partial \mathcal{{L}}}}{{\partial s_c^t}} $$
$$ \delta_\iota^t =f'(a_\iota^t)\sum_{{c=1}}^C g(a_c^{{{step}}})\epsilon_s^t $$
"""


@pytest.mark.parametrize(("step", "judged"), [("t", "right"), ("t-1", "wrong")])
def test_nothing_depends_on_what_letters_tell_apart(step: str, judged: str) -> None:
    """Where C is not H, the b of the cells and that of the hidden units are told apart, and all derivatives are 0."""
    page = LSTM.format(step=step)
    assert verdict(page) == judged
    assert verdict(page.replace('assume = ["C = H"]\n', "")) in ("unproved", "unreadable")


SOFTMAX = r"""
+++
objective = "L"
assume = ["\\sum_{i=1}^{K} t_i = 1"]
+++
$$ y_i = \frac{e^{z_i}}{\sum_k e^{z_k}} $$
$$ L = -\sum_i t_i \log y_i $$
"""


def test_ranges_of_assumed_sums() -> None:
    """No sum of the page has an end: they run as far as the one that is assumed."""
    assert each_verdict(
        SOFTMAX,
        lines=[
            r"$$ \frac{\partial L}{\partial z_i} = y_i - t_i $$",
            r"$$ \frac{\partial L}{\partial z_i} = t_i - y_i $$",
        ],
    ) == ["right", "wrong"]
    assert verdict(
        SOFTMAX.replace("_i t_i \\log", "_{i=1}^{M} t_i \\log"), r"$$ \frac{\partial L}{\partial z_i} = y_i - t_i $$"
    ) in ("unproved", "unreadable")
