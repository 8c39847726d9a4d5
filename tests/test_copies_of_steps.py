r"""Copies that each step has of a weight, `w_{ij}(t) = w_{ij}`: the parenthesis behind the one is its step."""

from __future__ import annotations

from judging import each_verdict, verdict

PAGE = r"""
+++
objective = "E"
functions = ["f"]
[ranges]
"t" = "1..T"
"\\tau" = "1..T"
"i" = "1..n"
"j" = "1..n"
"k" = "1..n"
+++

$$ h_i(0) = c_i $$

$$ w_{ij}(t) = w_{ij} $$ ($t = 1, \dots, T$)

$$ a_i(t) = \sum_{j=1}^{n} w_{ij}(t) h_j(t-1) + x_i(t) $$ ($t = 1, \dots, T$)

$$ h_i(t) = f(a_i(t)) $$ ($t = 1, \dots, T$)

$$ E(t) = \frac12 \sum_{i=1}^{n} (h_i(t) - y_i(t))^2 $$ ($t = 1, \dots, T$)

$$ E = \sum_{t=1}^{T} E(t) $$
""".lstrip().replace("E(t)", "e(t)")
BY = r"$$ \frac{\partial e(t)}{\partial w_{ij}} = \sum_{\tau %s t} \frac{\partial e(t)}{\partial w_{%s}(\tau)} $$"


def test_the_sum_over_the_copies() -> None:
    cases = [(r"\le", "ij", "right"), ("<", "ij", "wrong"), (r"\ge", "ij", "wrong"), (r"\le", "ji", "wrong")]
    for (_, of, said), found in zip(
        cases, each_verdict(PAGE, lines=[BY % (at, of) for at, of, _ in cases]), strict=True
    ):
        assert found == said, of


ONE = r"$$ \frac{\partial E}{\partial w_{ij}(t)} = f'(a_i(t)) h_j(t%s) \frac{\partial E}{\partial h_%s(t)} $$"
ALL = r"$$ \frac{\partial E}{\partial w_{ij}} = \sum_{t=1}^{T} %s $$"


def test_one_copy() -> None:
    both = ALL % r"\frac{\partial E}{\partial w_{ij}(t)}"
    assert each_verdict(PAGE, lines=[both, ALL % r"\frac{\partial e(t)}{\partial w_{ij}(t)}", ALL % r"w_{ij}(t)"]) == [
        "right",
        "wrong",
        "wrong",
    ]
    assert each_verdict(PAGE, both, lines=[ONE % ("-1", "i"), ONE % ("", "i"), ONE % ("-1", "j")]) == [
        "right",
        "wrong",
        "wrong",
    ]


ARRAYS = r"""
Here $\mathbf{W} \in \mathbb{R}^{n \times n}$ and $\mathbf{h}(t), \mathbf{x}(t), \mathbf{v} \in \mathbb{R}^n$.

$$ \mathbf{W}(t) = \mathbf{W} $$ ($t = 1, \dots, T$)

$$ \mathbf{h}(t) = \tanh(\mathbf{W}(t) \mathbf{h}(t-1) + \mathbf{x}(t)) $$ ($t = 1, \dots, T$)

$$ E = \sum_{t=1}^{T} \mathbf{v}^T \mathbf{h}(t) $$
"""


def test_arrays() -> None:
    line = r"$$ \frac{\partial E}{\partial \mathbf{W}} = \sum_{t=%d}^{T} \frac{\partial E}{\partial \mathbf{W}(t)} $$"
    assert each_verdict(ARRAYS, lines=[line % 1, line % 2]) == ["right", "wrong"]


SHORT = r"""
$$ y_j(n) = y_j $$

$$ y_j = f(v_j), \quad v_j = \sum_{i=1}^{m} w_{ji} x_i $$

$$ E = \frac12 \sum_{j=1}^{k} (d_j - y_j)^2 $$
"""


def test_a_letter_that_is_left_off_is_no_copy() -> None:
    line = r"$$ \frac{\partial E}{\partial v_j} = %s (d_j - y_j(n)) f'(v_j) $$"
    found = each_verdict(SHORT, r"$$ \frac{\partial E}{\partial y_j} = -(d_j - y_j) $$", lines=[line % "-", line % "2"])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_what_is_multiplied_is_no_copy() -> None:
    page = r"$$ w (x) = w $$" + "\n\n" + r"$$ E = \frac12 (w (x) - y)^2 + x $$"
    assert verdict(page, r"$$ \frac{\partial E}{\partial w} = (w x - y) x^2 $$") != "right"
