r"""Entries in brackets that name an entry of something else: `[s]_{[c]_n, n}` is the score of the class of example n.

By hand: the derivative of `\sum_n (\log \sum_k e^{s_{kn}} - s_{c_n n})` by `s_{kn}` is the softmax minus `[k = c_n]`;
of `\sum_{n \ge 2} b_{c_{n-1} c_n}` by `b_{ij}` it is how often the classes i and j are neighbours.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

NETWORK = (
    r"There are $N$ examples $n = 1, \dots, N$ and $K$ classes $i, j, k = 1, \dots, K$; $[c]_n$ is the class "
    r"of example $n$."
    "\n\n"
    r"$$E_{logadd} = \sum_{n=1}^N \log \sum_{k=1}^K e^{[s]_{k,n}}$$"
    "\n\n"
    r"$$E_{ref} = \sum_{n=1}^N [s]_{[c]_n,n} + \sum_{n=2}^N [b]_{[c]_{n-1},[c]_n}$$"
    "\n\n"
    r"$$E = E_{logadd} - E_{ref} + \sum_{i=1}^K \sum_{j=1}^K [b]_{i,j} u_{i,j}, \quad q = \sum_{d=1}^D x_d$$"
)
SOFTMAX = r"\frac{e^{[s]_{k,n}}}{\sum_{j=1}^K e^{[s]_{j,n}}}"


def test_an_entry_names_another() -> None:
    cases = [
        (rf"\frac{{\partial E}}{{\partial [s]_{{k,n}}}} = {SOFTMAX} - 1_{{k = [c]_n}}", "right"),
        (rf"\frac{{\partial E}}{{\partial [s]_{{k,n}}}} = {SOFTMAX} + 1_{{k = [c]_n}}", "wrong"),
        (rf"\frac{{\partial E}}{{\partial [s]_{{k,n}}}} = {SOFTMAX}", "wrong"),
        (
            r"\frac{\partial E}{\partial [b]_{i,j}} = u_{i,j} - \sum_{n=2}^N 1_{i = [c]_{n-1}} 1_{j = [c]_n}",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial [b]_{i,j}} = u_{i,j} - \sum_{n=2}^N 1_{i = [c]_n} 1_{j = [c]_{n-1}}",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NETWORK, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_also_behind_a_name_with_a_label() -> None:
    network = NETWORK.replace("[s]", r"[s_\theta]")
    line = rf"\frac{{\partial E}}{{\partial [s]_{{k,n}}}} = {SOFTMAX} - 1_{{k = [c]_n}}".replace("[s]", r"[s_\theta]")
    assert each_verdict(network, lines=[f"$${line}$$", f"$${line}$$".replace("- 1_", "+ 1_")]) == ["right", "wrong"]


def test_a_difference_below_a_bracket_with_a_difference_is_none() -> None:
    page = r"$$E = \frac12 \sum_{i=2}^n [a - b]_{i-1}^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a_i} = a_i - b_i$$") != "right"
