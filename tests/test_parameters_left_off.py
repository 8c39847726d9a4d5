"""Parameters that a page shows in some values and leaves off in others: `P(y | x; w, b)`, `h_{\theta_n}(x)`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

MODEL = (
    r"We use $P(y = 1 \mid GIVEN) = \sigma(\mathbf{u}^\top \mathbf{z} + c)$ with $\sigma(a) = 1/(1 + e^{-a})$ for data"
    r" $(\mathbf{z}_n, y_n)$, $n = 1, \dots, N$, and",
    r"$$ L = -\sum_{n=1}^{N} \left( y_n \log P(y_n = 1 \mid \mathbf{z}_n)"
    r" + (1 - y_n) \log(1 - P(y_n = 1 \mid \mathbf{z}_n)) \right) $$",
    "## Derivation",
)


@pytest.mark.parametrize("given", [r"\mathbf{z}; \mathbf{u}, c", r"\mathbf{u}, c, \mathbf{z}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\sum_{n=1}^{N} (P(y_n = 1 \mid \mathbf{z}_n) - y_n)", "right"),
        (r"\sum_{n=1}^{N} (y_n - P(y_n = 1 \mid \mathbf{z}_n))", "wrong"),
        (r"\sum_{n=1}^{N} (P(y_n = 1 \mid \mathbf{z}_n) - y_n)^2", "wrong"),
    ],
)
def test_two_parameters_left_off_at_once(line: str, expected: str, given: str) -> None:
    total = r"\sum_{n=1}^{N} (P(y_n = 1 \mid \mathbf{z}_n) - y_n) \mathbf{z}_n"
    by = rf"$$ \frac{{\partial L}}{{\partial \mathbf{{u}}}} = {total} $$"
    page = (*MODEL, by, rf"$$ \frac{{\partial L}}{{\partial c}} = {line} $$")
    assert verdict(*(part.replace("GIVEN", given) for part in page)) == expected


COLUMN = (
    r"$$ f_\phi(v) = \begin{bmatrix} P(c = 1 | v; \phi) \\ \vdots \\ P(c = K | v; \phi) \end{bmatrix}"
    r" = \frac{1}{\sum_{j=1}^{K} e^{\phi_j^T v}} \begin{bmatrix} e^{\phi_1^T v} \\ \vdots \\ e^{\phi_K^T v}"
    r" \end{bmatrix} $$"
)
ENTRY = r"$$ f_{\phi_r}(v) = P(c = r | v; \phi) = \frac{e^{\phi_r^T v}}{\sum_{j=1}^{K} e^{\phi_j^T v}} $$"


@pytest.mark.parametrize("column", [(), (COLUMN,)])
def test_a_column_of_all_that_nothing_else_has(column: tuple[str, ...]) -> None:
    cases = [
        (r"\nabla_{\phi_r} \log f_{\phi_s}(v) = (\delta_{rs} - f_{\phi_r}(v)) v", "right"),
        (r"\nabla_{\phi_r} \log f_{\phi_s}(v) = (f_{\phi_r}(v) - \delta_{rs}) v", "wrong"),
        (r"\nabla_{\phi_r} \log f_{\phi_r}(v) = v - f_{\phi_r}(v) v", "right"),
        (r"\nabla_{\phi_r} \log f_{\phi_r}(v) = v + f_{\phi_r}(v) v", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*column, ENTRY, "## Derivation", lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_column_that_a_line_has_is_no_label() -> None:
    line = r"$$ \nabla_{\phi_r} f_\phi(v) = 0 $$"
    assert verdict(COLUMN, ENTRY, "## Derivation", line) in ("unproved", "unreadable")
