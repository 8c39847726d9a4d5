r"""Lines of arrays that fit only if all are as long. The pages are in `pages_alone` (`transposes_left_out`)."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NETWORK = r"$$\mathbf{z} = \mathbf{W} \mathbf{x}, \quad L = \frac12 \|\mathbf{z} - \mathbf{t}\|^2$$"
BY_MATRIX = r"$$\frac{\partial L}{\partial \mathbf{W}} = (\mathbf{z} - \mathbf{t}) \mathbf{x}^\top$$"
TRANSPOSED = r"$$\frac{\partial L}{\partial \mathbf{W}} = \mathbf{x} (\mathbf{z} - \mathbf{t})^\top$$"


def last(*lines: str) -> str:
    (link,) = check("\n\n".join((NETWORK, *lines))).claims[-1].links
    return str(link.judgement)


def test_a_derivative_by_a_matrix_is_wrong_only_beside_one_in_its_layout() -> None:
    assert last(BY_MATRIX, TRANSPOSED) == "wrong"
    assert last(TRANSPOSED) == "unreadable"


def test_jacobians_may_be_transposed() -> None:
    jacobian = r"\frac{\partial \mathbf{z}}{\partial \mathbf{x}}"
    assert (
        last(rf"$$\frac{{\partial L}}{{\partial \mathbf{{x}}}} = {jacobian} (\mathbf{{z}} - \mathbf{{t}})$$") != "wrong"
    )


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (r"\mathbf{W}^\top (\mathbf{z} - \mathbf{t})", "right"),
        (r"\mathbf{W} (\mathbf{z} - \mathbf{t})", "wrong"),
        (r"(\mathbf{z} - \mathbf{t}) \mathbf{W}^\top", "unreadable"),
    ],
)
def test_a_transpose_left_out_is_wrong_whatever_the_lengths(right: str, expected: str) -> None:
    assert last(rf"$$\frac{{\partial L}}{{\partial \mathbf{{x}}}} = {right}$$") == expected


def test_what_is_wrong_comes_with_a_counterexample_at_equal_lengths() -> None:
    report = check(
        NETWORK + "\n\n" + r"$$\frac{\partial L}{\partial \mathbf{x}} = \mathbf{W} (\mathbf{z} - \mathbf{t})$$"
    )
    found = report.claims[-1].links[0].counterexample
    assert found is not None
    assert len(dict(found.sizes)) == 1


LAYERS = r"""+++
title = "Layers"
objective = "J"
functions = ["f"]
[ranges]
"i" = "1..d^{(l-1)}"
"j" = "1..d^{(l)}"
"l" = "1..L"
+++

$$ a_i^{(0)} = x_i $$ ( $i = 1, \dots, d^{(0)}$ )

$$ z_j^{(l)} = \sum_{i=1}^{d^{(l-1)}} w_{ij}^{(l)} a_i^{(l-1)} + b_j^{(l)} $$

$$ a_j^{(l)} = f(z_j^{(l)}) $$

$$ J = \sum_{j=1}^{d^{(L)}} (y_j - a_j^{(L)})^2 $$

$$ e_j^{(l)} = \frac{\partial J}{\partial z_j^{(l)}} $$

Here $W^{(l)} = (w_{ij}^{(l)})$, $a^{(l)} = (a_j^{(l)})$, $z^{(l)} = (z_j^{(l)})$, $e^{(l)} = (e_j^{(l)})$.

$$ \frac{\partial J}{\partial W^{(l)}} = a^{(l-1)} (e^{(l)})^T $$"""


def test_layers_whose_lengths_stand_in_front_matter() -> None:
    cases = [
        (r"\frac{\partial J}{\partial W^{(l)}} = a^{(l-1)} (e^{(l)})^T", "right"),
        (r"\frac{\partial J}{\partial W^{(l)}} = e^{(l)} (a^{(l-1)})^T", "wrong"),
        (r"\frac{\partial J}{\partial W^{(l)}} = z^{(l-1)} (e^{(l)})^T", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(LAYERS, lines=[f"$$ {line} $$ ( $l = 2, \\dots, L$ )" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


SAMPLES = r"""+++
title = "Samples"
objective = "L"
functions = ["g"]
[ranges]
"n" = "1..N"
"d" = "1..D"
"m" = "1..M"
+++

$$ y_{nm} = \sum_{d=1}^{D} x_{nd} w_{dm} $$

$$ L = \sum_{n=1}^{N} \sum_{m=1}^{M} c_{nm} g(y_{nm}) $$

Here $x = (x_{nd})$, $w = (w_{dm})$, $y = (y_{nm})$.

$$ \frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} w^T $$"""


@pytest.mark.parametrize("condition", ["", " ( $N = D = M$ )"])
def test_samples_whose_numbers_stand_in_front_matter(condition: str) -> None:
    """That the numbers are equal, said of one line, makes neither it nor another right."""
    cases = [
        (r"\frac{\partial L}{\partial w} = x^T \frac{\partial L}{\partial y}", "right"),
        (r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} w^T + w^T", "wrong"),
        (r"\frac{\partial L}{\partial x} = w^T \frac{\partial L}{\partial y}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAMPLES, lines=[f"$$ {line} $${condition}" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
    for (line, expected), found in zip(
        cases,
        each_verdict(
            SAMPLES,
            rf"$$ \frac{{\partial L}}{{\partial x}} = w \frac{{\partial L}}{{\partial y}} $${condition}",
            lines=[f"$$ {line} $$" for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(("inner", "expected"), [("z", "right"), ("a", "wrong")])
def test_ranges_of_wholes_beside_sizes_of_layers(inner: str, expected: str) -> None:
    sums = r"$$ e_j^{(l)} = \sum_{k=1}^{d^{(l+1)}} e_k^{(l+1)} w_{jk}^{(l+1)} f'(z_j^{(l)}) $$ ( $l = 1, \dots, L-1$ )"
    line = rf"$$ e^{{(l)}} = (W^{{(l+1)}} e^{{(l+1)}}) \odot f'({inner}^{{(l)}}) $$ ( $l = 1, \dots, L-1$ )"
    assert verdict(LAYERS, sums, line) == expected


GRAM = r"""$$ G_{ij} = \sum_{k=1}^{M} F_{ik} F_{jk} $$ ( $i = 1, \dots, N$, $j = 1, \dots, N$ )

$$ E_q = \frac{1}{q} \sum_{i=1}^{N} \sum_{j=1}^{N} (G_{ij} - A_{ij})^2 $$ ( $q = 1, \dots, Q$ )

Here $F = (F_{ij}) \in \mathbb{R}^{N \times M}$, $G = (G_{ij})$ and $A = (A_{ij})$ are $N \times N$, $A$ is symmetric.

$$ \frac{\partial E_q}{\partial F} = \frac{4}{q} (G - A) F $$"""


def test_a_loss_with_an_index_is_a_number() -> None:
    assert verdict(GRAM) == "right"
    assert verdict(GRAM, r"$$ \frac{\partial E_q}{\partial F} = \frac{4}{q} F (G - A) $$ ( $N = M$ )") == "wrong"
