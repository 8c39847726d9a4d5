r"""One letter for two things: what is refused, with its words, and what stays allowed because it has one reading."""

from __future__ import annotations

import pytest

from symderiv.errors import RangeClash
from symderiv.expr import Sum, walk
from symderiv.load import load_text

CLASHES = {
    "two sums, one letter": (
        r"$$E = \sum_{i=1}^{I}\sum_{i=1}^{J} w_i x_i$$",
        r"""`i` runs over two ranges at once: a sum over `i` (`1 \le i \le J`) stands in a sum over `i` """
        r"""(`1 \le i \le I`), and nothing else in there uses `i`
line 1, column 3
    $$E = \sum_{i=1}^{I}\sum_{i=1}^{J} w_i x_i$$
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
give one of the two another letter, for example `\sum_{j=1}^{J}`, and its indices with it""",
    ),
    "the inner sum without bounds": (
        r"$$E = \sum_{p=1}^{P} 2 \sum_p v_p y_p$$",
        r"""`p` runs over two ranges at once: a sum over `p` (no stated range) stands in a sum over `p` """
        r"""(`1 \le p \le P`), and nothing else in there uses `p`
line 1, column 3
    $$E = \sum_{p=1}^{P} 2 \sum_p v_p y_p$$
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
give one of the two another letter, for example `\sum_{i}`, and its indices with it""",
    ),
    "a left letter that a sum takes": (
        r"$$y_i = \sum_{i=1}^{I} w_i x_i$$",
        r"""`i` stands on the left of `y_i`, but on the right only under a sum over `i`, which is another index of """
        r"""the same name
line 1, column 3
    $$y_i = \sum_{i=1}^{I} w_i x_i$$
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
sum over another letter (`\sum_{j=1}^{I}`), or leave `i` out on the left""",
    ),
    "one vector, two lengths": (
        r"$$a = \sum_{j=1}^{J} w_j x_j \quad b = \sum_{k=1}^{K} v_k x_k$$ $$E = (a-b)^2$$",
        r"""`x_j` has `1 \le j \le J` in the definition of `a`, but `x_k` has `1 \le k \le K` in that of `b`, """
        r"""and nothing says which goes further
line 1, column 36
    $$a = \sum_{j=1}^{J} w_j x_j \quad b = \sum_{k=1}^{K} v_k x_k$$ $$E = (a-b)^2$$
                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~
correct one of the two, or state what relates them: `relations = ["J = K"]`""",
    ),
    "a tied weight with its indices the wrong way round": (
        r"$$h_i = \sum_{j=1}^{J} w_{ij} x_j$$ ($1 \le i \le I$)"
        "\n\n"
        r"$$E = \sum_{j=1}^{J} \left(x_j - \sum_{i=1}^{I} w_{ji} h_i\right)^2$$",
        r"""`w_{ij}` has `1 \le i \le I` in the definition of `h_i`, but `w_{ji}` has `1 \le j \le J` in that """
        r"""of `E`, and nothing says which goes further
line 3, column 3
    $$E = \sum_{j=1}^{J} \left(x_j - \sum_{i=1}^{I} w_{ji} h_i\right)^2$$
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
correct one of the two, or state what relates them: `relations = ["I = J"]`""",
    ),
    "a window and a stated length": (
        r"$$y_p = \sum_{a=1}^{A} k_a x_{p+a-1}$$ ($1 \le p \le P$)"
        "\n\n"
        r"$$E = \sum_{p=1}^{P} y_p + \sum_{m=1}^{M} x_m$$",
        r"""`x_{p+a-1}` (its index as `i`) has `1 \le i \le A + P - 1` in the definition of `y_p`, but `x_m` has """
        r"""`1 \le m \le M` in that of `E`, and nothing says which goes further
line 3, column 3
    $$E = \sum_{p=1}^{P} y_p + \sum_{m=1}^{M} x_m$$
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
correct one of the two, or state what relates them: `relations = ["A+P-1 = M"]`""",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_a_letter_for_two_things(name: str) -> None:
    page, message = CLASHES[name]
    with pytest.raises(RangeClash) as caught:
        load_text(page)
    assert str(caught.value) == message


ALLOWED = {
    "a product of sums": r"$$E = \sum_{i=1}^{I} a_i \sum_{i=1}^{I} b_i$$",
    "a softmax": r"$$y_i = \frac{e^{x_i}}{\sum_{i=1}^{I} e^{x_i}}$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} t_i y_i$$",
    "an inner sum that ends at the outer letter": r"$$E = \sum_{i=1}^{I} \sum_{j=1}^{i} w_j x_i$$",
    "two sums side by side": r"$$E = \sum_{i=1}^{I} a_i + \sum_{i=1}^{J} b_i$$",
    "a value for every entry": r"$$y_i = a$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} y_i v_i$$",
    "neighbours": r"$$E = \sum_{t=2}^{T} (x_t - x_{t-1})^2$$",
    "a part of a vector": r"$$E = \sum_{i=1}^{I+1} x_i + \sum_{i=1}^{I} x_i y_i$$",
    "two halves": r"$$E = \sum_{i=1}^{N} \sum_{j=1}^{i} w_{ij} + \sum_{j=1}^{N} \sum_{i=1}^{j} w_{ij}$$",
    "rows of different lengths": r"$$E = \sum_{j=1}^{J} w_{1j} + \sum_{k=1}^{K} w_{2k}$$",
    "lengths that are related": (
        '+++\nrelations = ["J = K"]\n+++\n' r"$$E = \sum_{j=1}^{J} w_j x_j + \sum_{k=1}^{K} v_k x_k$$"
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_has_one_reading_is_accepted(name: str) -> None:
    assert load_text(ALLOWED[name]).objective is not None


def test_an_inner_sum_hides_the_outer_letter() -> None:
    """`\\sum_i a_i \\sum_i b_i` is read as the product of two sums, not as a double sum over one letter."""
    system = load_text(ALLOWED["a product of sums"])
    body = system.pieces[0].body
    assert body is not None
    assert sum(isinstance(e, Sum) for e in walk(body)) == 2
    assert {p.variable.name for p in system.pieces} == {"E", "a", "b"}
