r"""Gradients that a sentence makes of their entries, `\nabla R(B) = (\frac{\partial r}{\partial B_{ij}})`.

By hand: `r = \frac12 \|B X - T\|^2` has the gradient `(B X - T) X^T`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = (
    r"$$ r = \frac{1}{2} \sum_{i=1}^{m} \sum_{n=1}^{N} \Bigl( \sum_{j=1}^{d} B_{ij} X_{jn} - T_{in} \Bigr)^2 $$",
    r"Here $B = (B_{ij})$, $X = (X_{jn})$, $T = (T_{in})$, $i = 1, \dots, m$, $j = 1, \dots, d$, $n = 1, \dots, N$.",
)
SAID = r"Here $@ = (\frac{\partial r}{\partial B_{ij}})$."


@pytest.mark.parametrize("name", [r"\nabla R(B)", r"\nabla R", r"\nabla_B r"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("@ = (B X - T) X^T", "right"),
        ("@ = 2 (B X - T) X^T", "wrong"),
        ("@ = (B X + T) X^T", "wrong"),
        (r"\frac{\partial r}{\partial X} = B^T (B X - T)", "right"),
    ],
)
def test_gradients_of_entries(name: str, line: str, expected: str) -> None:
    assert verdict(*NET, SAID.replace("@", name), f"$$ {line.replace('@', name)} $$") == expected


@pytest.mark.parametrize(
    "said",
    [
        r"Some write $\nabla R = (\frac{\partial r}{\partial B_{ij}})$.",
        r"$\nabla R = (\frac{\partial r}{\partial B_{ij}})$ and $\nabla R = (\frac{\partial r}{\partial X_{jn}})$.",
        r"Here $\nabla R = (\frac{\partial r}{\partial B_{ji}})$.",
        "",
    ],
)
def test_what_a_gradient_is_of_is_not_told(said: str) -> None:
    assert verdict(*NET, said, r"$$ \nabla R = (B X - T) X^T $$") != "wrong"
    assert verdict(*NET, said, r"$$ \nabla R = 2 (B X - T) X^T $$") != "right"


def test_a_gradient_by_other_letters() -> None:
    said = r"Here $\nabla_X r = (\frac{\partial r}{\partial B_{ij}})$."
    assert verdict(*NET, said, r"$$ \nabla_X r = (B X - T) X^T $$") != "right"
