r"""`x_j^2` beside `x_j^{(m)}`: the square, or the second example?"""

from __future__ import annotations

from judging import each_verdict

FRONT = '+++\nobjective = "L"\n+++'
VALUE = r"$$ y^{(m)} = \sum_{j=1}^n w_j x_j^{(m)} $$"
LOSS = r"$$ L = \frac12 \sum_{m=1}^M (y^{(m)}-t^{(m)})^2 $$"
OPEN = ("unproved", "unreadable")


def test_a_two_without_parentheses_is_open() -> None:
    cases = [
        r"\frac{\partial^2 L}{\partial w_j^2} = \sum_{m=1}^M x_j^2",
        r"\frac{\partial y^{(2)}}{\partial w_j} = x_j^2",
        r"\frac{\partial y^2}{\partial w_j} = x_j^2",
    ]
    for line, found in zip(
        cases, each_verdict(FRONT, VALUE, LOSS, lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found in OPEN, line


def test_what_is_typed_in_full_is_clear() -> None:
    line = r"$$ \frac{\partial^2 L}{\partial w_j^2} = \sum_{m=1}^M %s $$"
    assert each_verdict(FRONT, VALUE, LOSS, lines=[line % "(x_j^{(m)})^2", line % "x_j^{(m)}"]) == ["right", "wrong"]
    second = r"$$ \frac{\partial y^{(2)}}{\partial w_j} = x_j^{(%s)} $$"
    assert each_verdict(FRONT, VALUE, LOSS, lines=[second % "2", second % "1"]) == ["right", "wrong"]


def test_other_numbers_without_parentheses_tell_that_it_is_the_second() -> None:
    lines = r"$$ \frac{\partial (y^{(1)} + y^{(2)})}{\partial w_j} = x_j^1 + %s $$"
    assert each_verdict(FRONT, VALUE, LOSS, lines=[lines % "x_j^2", lines % "x_j^3"]) == ["right", "wrong"]


def test_indices_below_are_no_letters_in_parentheses() -> None:
    page = (
        r"Points $y_i \in \mathbb{R}^d$, $i = 1, \dots, n$, distances $r_{ij} = \|y_i - y_j\|$ and",
        r"$$ C = \sum_{i=1}^n \sum_{j=1}^n (r_{ij}^2 - D_{ij}^2)^2 $$",
        r"where $D_{ij}$ are given with $D_{ij} = D_{ji}$.",
    )
    line = r"$$ \frac{\partial C}{\partial y_i} = %s \sum_{j=1}^n (r_{ij}^2 - D_{ij}^2) (y_i - y_j) $$"
    assert each_verdict(*page, lines=[line % "8", line % "4"]) == ["right", "wrong"]
