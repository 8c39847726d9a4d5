r"""Stacked columns, `\mathrm{vec}(A X B) = (B^T \otimes A) \mathrm{vec}(X)`, and Jacobians between them.

By hand: `Z = A X B` has `\partial Z_{ij}/\partial X_{kl} = A_{ik} B_{lj}`, which is `B^T \otimes A` where columns are
stacked and rows are those of Z; the gradient of `\frac12 \|Z - Y\|^2` by X is `A^T (Z - Y) B^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"Let $A \in \mathbb{R}^{m \times p}$, $X \in \mathbb{R}^{p \times q}$, $B \in \mathbb{R}^{q \times n}$, "
    r"$Y \in \mathbb{R}^{m \times n}$, $u \in \mathbb{R}^{m}$, $v \in \mathbb{R}^{n}$.",
    r"$$ Z = A X B $$",
    r"$$ E = \frac{1}{2} \|Z - Y\|_F^2 + u^T Z v $$",
)
SAID = {
    "en": r"Here $\mathrm{vec}$ stacks the columns.",
    "argument": r"Here $\mathrm{vec}(M)$ stacks the columns of $M$, and $\otimes$ is the Kronecker product.",
    "column": r"Here $\mathrm{vec}$ stacks the columns of a matrix one below the other into a long vector.",
    "ja": r"ここで $\mathrm{vec}$ は列を縦に並べる。",
    "de": r"Dabei: $\mathrm{vec}$ stapelt die Spalten.",
}
LAYOUT = (
    r"Here $\left( \frac{\partial \mathrm{vec}(P)}{\partial \mathrm{vec}(Q)} \right)_{rs} ="
    r" \frac{\partial (\mathrm{vec}(P))_r}{\partial (\mathrm{vec}(Q))_s}$."
)
LINES = [
    (r"\mathrm{vec}(Z - Y) = (B^T \otimes A) \, \mathrm{vec}(X) - \mathrm{vec}(Y)", "right"),
    (r"\mathrm{vec}(Z - Y) = (A \otimes B^T) \, \mathrm{vec}(X) - \mathrm{vec}(Y)", "wrong"),
    (r"\mathrm{vec}\left(\frac{\partial E}{\partial Z}\right) = \mathrm{vec}(Z - Y) + v \otimes u", "right"),
    (r"\mathrm{vec}\left(\frac{\partial E}{\partial Z}\right) = \mathrm{vec}(Z - Y) + u \otimes v", "wrong"),
    (r"\mathrm{vec}\left(\frac{\partial E}{\partial Z}\right) = 2 \, \mathrm{vec}(Z - Y) + v \otimes u", "wrong"),
    (
        r"\mathrm{vec}(\frac{\partial E}{\partial X}) = (B \otimes A^T) \mathrm{vec}(Z - Y) + B v \otimes A^T u",
        "right",
    ),
    (
        r"\mathrm{vec}(\frac{\partial E}{\partial X}) = (B \otimes A^T) \mathrm{vec}(Z - Y) - B v \otimes A^T u",
        "wrong",
    ),
]
JACOBIANS = [
    (r"\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(X)} = B^T \otimes A", "right"),
    (r"\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(X)} = A \otimes B^T", "wrong"),
    (r"\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(B)} = I \otimes (A X)", "right"),
    (r"\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(B)} = (A X) \otimes I", "wrong"),
    (r"\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(A)} = (X B)^T \otimes I", "right"),
]
OPEN = ("unproved", "unreadable")


@pytest.mark.parametrize("language", SAID)
def test_stacked_columns(language: str) -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(*NET, SAID[language], lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(("line", "expected"), JACOBIANS)
def test_jacobians(line: str, expected: str) -> None:
    assert verdict(*NET, SAID["en"], LAYOUT, f"$$ {line} $$") == expected
    assert verdict(*NET, SAID["en"], f"$$ {line} $$") in OPEN
    turned = LAYOUT.replace(r"(\mathrm{vec}(P))_r", r"(\mathrm{vec}(P))_s").replace("(Q))_s", "(Q))_r")
    assert verdict(*NET, SAID["en"], turned, f"$$ {line} $$") in OPEN


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Here $\mathrm{vec}$ stacks the rows.",
        r"Some say that $\mathrm{vec}$ stacks the columns.",
        r"Here $\mathrm{vec}$ stacks the columns and $\otimes$ is the element-wise product.",
        r"In other books, $\mathrm{vec}$ stacks the columns.",
        r"Here $\mathrm{vec}$ stacks the columns, but below it is row-major.",
        r"Here $\mathrm{vec}(M)$ stacks the columns of $M^T$.",
        r"Here $\mathrm{vec}(M)$ stacks the columns of $M$, transposed.",
        r"Here $\mathrm{vec}$ stacks the columns of the transposed matrix.",
        r"Here $\mathrm{vec}$ stacks the columns in reverse order.",
        r"Here $\mathrm{vec}$ stacks the columns, the last one first.",
        r"Dabei: $\mathrm{vec}$ stapelt die Spalten der Transponierten.",
        r"ここで $\mathrm{vec}$ は転置の列を縦に並べる。",
        r"ここで $\mathrm{vec}$ は列を逆順に並べる。",
        r"$\mathrm{vec}$ は行列を並べてベクトルにする操作で、左上から右へ読む。",
    ],
)
def test_what_is_stacked_is_not_told(said: str) -> None:
    cases = [*LINES, *JACOBIANS]
    for (line, _), found in zip(
        cases, each_verdict(*NET, said, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found in OPEN, line


def test_lines_that_are_not_read() -> None:
    cases = [
        r"\mathrm{vec}(Z) = A \otimes \mathrm{vec}(X)",
        r"\mathrm{vec}(Z) = A \otimes B",
        r"\mathrm{vec}(Z) = A \, \mathrm{vec}(X B)",
        r"\mathrm{vec}(Z)^T = \mathrm{vec}(X)^T (B \otimes A^T)",
        r"\mathrm{vec}(Z) = B^T \otimes A \, \mathrm{vec}(X)",
    ]
    for line, found in zip(
        cases, each_verdict(*NET, SAID["en"], lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found != "right", line
