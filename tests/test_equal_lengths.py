r"""Lines of arrays that fit only if all are as long. The pages are in `pages_alone` (`transposes_left_out`)."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

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
