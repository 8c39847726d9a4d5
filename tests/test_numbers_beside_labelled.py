r"""A number with the letter of labelled arrays: `C = (v^\top s + b - y)^2` beside gates with `b_p` and `b_q`.

By hand, with `r = v^\top s + b - y`: the derivative by s is `2 r v`, that by `b_p` is `2 r v \odot q \odot p (1 - p)`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

SHAPES = (
    r"$x \in \mathbb{R}^k$, $p, q, s, v \in \mathbb{R}^m$, $A_p, A_q \in \mathbb{R}^{m \times k}$,"
    r" $b_p, b_q \in \mathbb{R}^m$, $\sigma$ is the logistic function."
)
GATES = (
    r"$$z_p = A_p x + b_p$$",
    r"$$z_q = A_q x + b_q$$",
    r"$$p = \sigma(z_p)$$",
    r"$$q = \tanh(z_q)$$",
    r"$$s = p \odot q$$",
)
COST = r"$$C = (v^\top s + b - y)^2$$"
BY_STATE = r"$$\frac{\partial C}{\partial s} = %s (v^\top s + b - y) v$$"
BY_BIAS = r"$$\frac{\partial C}{\partial b_p} = 2 (v^\top s + b - y) v \odot q \odot p %s$$"


def test_the_bare_letter_is_a_number() -> None:
    assert each_verdict(
        SHAPES,
        *GATES,
        COST,
        lines=[
            BY_STATE % "2",
            BY_STATE % "",
            (BY_STATE % "2").replace("+ b", ""),
            BY_BIAS % r"\odot (1 - p)",
            BY_BIAS % "",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_a_bias_without_its_label_is_no_number() -> None:
    for dropped in (GATES[0].replace("b_p", "b"), r"$$z_p = A_p x + b$$"):
        page = (SHAPES, dropped, *GATES[1:], COST.replace("+ b ", ""))
        for n in ("2", ""):
            line = (BY_BIAS % r"\odot (1 - p)").replace("+ b ", "").replace("= 2", f"= {n}").replace("b_p", "b_q")
            assert verdict(*page, line) not in ("right", "wrong")


def test_what_is_computed_is_no_number() -> None:
    page = (SHAPES, *GATES, COST.replace("+ b ", "+ z "))
    cases = ("2", "")
    for n, found in zip(
        cases, each_verdict(*page, lines=[(BY_STATE % n).replace("+ b ", "+ z ") for n in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), n


def test_entries_of_one_array_are_no_labels() -> None:
    page = (r"$$h_i = b_i x_i$$ ( $i = 1, \dots, n$ )", r"$$C = \sum_{i=1}^{n} h_i + b$$")
    cases = ("x_i", "2 x_i")
    for right, found in zip(
        cases,
        each_verdict(*page, lines=[rf"$$\frac{{\partial C}}{{\partial b_i}} = {right}$$" for right in cases]),
        strict=True,
    ):
        assert found not in ("right", "wrong"), right
