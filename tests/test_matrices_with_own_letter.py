r"""Matrices with a label below that a sentence makes of entries of their own letter, `P_{\mathbf{u}} = (P_{ij})`, and
plain letters before vectors in bold, beside gradients by letters in bold.

By hand: with `u_i = s v_i / r`, `r^2 = \sum_k v_k^2`, `\partial u_i/\partial v_j = s (\delta_{ij}/r - v_i v_j/r^3)`;
`P_{ij} = \delta_{ij} - u_i u_j / s^2` has `P^2 = P` and `\nabla_v E = (s/r) P \nabla_u E`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ r = \sqrt{\sum_{i=1}^{m} v_i^2} $$",
    r"$$ u_i = \frac{s}{r} v_i $$ ( $i = 1, \dots, m$ )",
    r"$$ E = \sum_{i=1}^{m} c_i \sin(u_i) $$",
)
MATRIX = r"$$ P_{ij} = \delta_{ij} - \frac{u_i u_j}{s^2} $$ ( $i = 1, \dots, m$, $j = 1, \dots, m$ )"
SAID = {
    "bold": r"Here $\mathbf{v} = (v_i)$, $\mathbf{u} = (u_i)$, $P_{\mathbf{u}} = (P_{ij})$.",
    "word": r"Dabei ist $\mathbf{v} = (v_i)$, $\mathbf{u} = (u_i)$ und $P_{\mathrm{proj}} = (P_{ij})$.",
    "digit": r"ここで $\mathbf{v} = (v_i)$, $\mathbf{u} = (u_i)$, $P_1 = (P_{ij})$。",
}
NAMES = {"bold": r"P_{\mathbf{u}}", "word": r"P_{\mathrm{proj}}", "digit": "P_1"}
LINES = [
    (r"\nabla_{\mathbf{v}} E = \frac{s}{r} @ \nabla_{\mathbf{u}} E", "right"),
    (r"\nabla_{\mathbf{v}} E = \frac{s}{r} @^T \nabla_{\mathbf{u}} E", "right"),
    (r"\nabla_{\mathbf{v}} E = s @ \nabla_{\mathbf{u}} E", "wrong"),
    (r"\frac{\partial \mathbf{u}}{\partial \mathbf{v}} = \frac{s}{r} @", "right"),
    (r"\frac{\partial \mathbf{u}}{\partial \mathbf{v}} = \frac{s}{r^2} @", "wrong"),
    (r"@^2 \nabla_{\mathbf{u}} E = @ \nabla_{\mathbf{u}} E", "right"),
    (r"@^2 = I", "wrong"),
    (r"@ \mathbf{u} = 0", "right"),
    (r"@ \mathbf{u} = \mathbf{u}", "wrong"),
]


@pytest.mark.parametrize("way", SAID)
def test_matrices_with_labels_of_their_own_letter(way: str) -> None:
    for (line, expected), found in zip(
        LINES,
        each_verdict(*NET, MATRIX, SAID[way], lines=[f"$$ {line.replace('@', NAMES[way])} $$" for line, _ in LINES]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "others",
    [
        r"where $P_2$ is another matrix",
        r"$$ F = \sum_{i=1}^{m} P_i $$",
        r"$$ P = 3 $$",
    ],
)
def test_other_names_of_the_letter(others: str) -> None:
    line = r"$$ \nabla_{\mathbf{v}} E = \frac{s}{r} P_1 \nabla_{\mathbf{u}} E $$"
    assert verdict(*NET, MATRIX, SAID["digit"], others, line) in ("unproved", "unreadable")


def test_a_letter_that_may_count() -> None:
    said = SAID["digit"].replace("P_1", "P_n")
    assert verdict(*NET, MATRIX, said, r"$$ \nabla_{\mathbf{v}} E = s P_n \nabla_{\mathbf{u}} E $$") != "wrong"


VECTORS = r"Here $\mathbf{v} = (v_i)$, $\mathbf{u} = (u_i)$ are columns."
JACOBIAN = (
    r"\frac{\partial \mathbf{u}}{\partial \mathbf{v}} = s \frac{\mathbf{I}}{r} - s \frac{\mathbf{v} \mathbf{v}^T}{"
)
GRADIENT = r"$$ \nabla_{\mathbf{u}} E \cdot \mathbf{v} = r \frac{\partial E}{\partial s} $$"


def test_jacobians_beside_gradients_by_letters_in_bold() -> None:
    cases = [("r^3}", "right"), ("r^2}", "wrong")]
    for (power, expected), found in zip(
        cases,
        each_verdict(*NET, VECTORS, GRADIENT, lines=[f"$$ {JACOBIAN}{power} $$" for power, _ in cases]),
        strict=True,
    ):
        assert found == expected, power
    for (power, expected), found in zip(
        cases, each_verdict(*NET, VECTORS, lines=[f"$$ {JACOBIAN}{power} $$" for power, _ in cases]), strict=True
    ):
        assert found == expected, power
