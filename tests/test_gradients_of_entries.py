r"""Gradients that a sentence makes of their entries, `\nabla R(B) = (\frac{\partial r}{\partial B_{ij}})`.

By hand: `r = \frac12 \|B X - T\|^2` has the gradient `(B X - T) X^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ r = \frac{1}{2} \sum_{i=1}^{m} \sum_{n=1}^{N} \Bigl( \sum_{j=1}^{d} B_{ij} X_{jn} - T_{in} \Bigr)^2 $$",
    r"Here $B = (B_{ij})$, $X = (X_{jn})$, $T = (T_{in})$, $i = 1, \dots, m$, $j = 1, \dots, d$, $n = 1, \dots, N$.",
)
SAID = r"Here $@ = (\frac{\partial r}{\partial B_{ij}})$."


@pytest.mark.parametrize("name", [r"\nabla R(B)", r"\nabla R", r"\nabla_B r"])
def test_gradients_of_entries(name: str) -> None:
    cases = [
        ("@ = (B X - T) X^T", "right"),
        ("@ = 2 (B X - T) X^T", "wrong"),
        ("@ = (B X + T) X^T", "wrong"),
        (r"\frac{\partial r}{\partial X} = B^T (B X - T)", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(*NET, SAID.replace("@", name), lines=[f"$$ {line.replace('@', name)} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


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
    found = each_verdict(*NET, said, lines=[r"$$ \nabla R = (B X - T) X^T $$", r"$$ \nabla R = 2 (B X - T) X^T $$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_a_gradient_by_other_letters() -> None:
    said = r"Here $\nabla_X r = (\frac{\partial r}{\partial B_{ij}})$."
    assert verdict(*NET, said, r"$$ \nabla_X r = (B X - T) X^T $$") != "right"
