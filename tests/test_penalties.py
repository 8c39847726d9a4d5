r"""Penalties of a bare letter, `\lambda A^2` beside `A_p` and `A_q`: of which of them they are is not said.

By hand: where the A is data of its own, `\partial C/\partial A_p = (y - t) f(A_q x)`; where it stands for both, `2
\lambda A_p` is added.
"""

import pytest

from .judging import verdict

PAGE = r"""
+++
objective = "C"
functions = ["f"]
+++
$$ y = A_p f(A_q x) $$
$$ C = \frac12 (y - t)^2 + {penalty} $$
$$ \frac{{\partial {of}}}{{\partial A_p}} = {right} $$
"""


@pytest.mark.parametrize(
    ("of", "penalty", "right", "judged"),
    [
        ("C", r"\lambda A^2", "(y-t) f(A_q x)", "unproved"),
        ("C", r"\lambda A^2", r"(y-t) f(A_q x) + 2 \lambda A_p", "unproved"),
        ("y", r"\lambda A^2", "f(A_q x)", "right"),
        ("y", r"\lambda A^2", "f(A_p x)", "wrong"),
        ("C", r"\lambda A_p^2 + \lambda A_q^2", r"(y-t) f(A_q x) + 2 \lambda A_p", "right"),
        ("C", r"\lambda A_p^2 + \lambda A_q^2", "(y-t) f(A_q x)", "wrong"),
        ("C", r"\lambda B^2", "(y-t) f(A_q x)", "right"),
    ],
)
def test_bare_letters(of: str, penalty: str, right: str, judged: str) -> None:
    assert verdict(PAGE.format(of=of, penalty=penalty, right=right)) == judged


def test_a_letter_that_is_used() -> None:
    """Where the bare A is a parameter like the others, the penalty is one of it."""
    page = PAGE.format(of="C", penalty=r"\lambda A^2", right="(y-t) f(A_q x)").replace(
        "(A_q x) $$\n$$ C", "(A_q x) + A $$\n$$ C", 1
    )
    assert verdict(page) == "right"
