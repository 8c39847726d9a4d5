r"""Matrices of layers told by small entries, `\mathbf{W}^{(2)} = (w_{ji}^{(2)})`, with a j of several ends."""

from __future__ import annotations

from .judging import each_verdict

PAGE = (
    r"$$ h_j^{(1)} = f(v_j) $$ ($j = 1, \dots, K$)",
    r"$$ y_j = \sum_{k=1}^K w_{jk}^{(2)} h_k^{(1)} $$ ($j = 1, \dots, J$)",
    r"$$ E = \frac{1}{2} \sum_{j=1}^J (y_j - d_j)^2 $$",
    r"where $\mathbf{y} = (y_j)$, $\mathbf{d} = (d_j)$, $\mathbf{h}^{(1)} = (h_j^{(1)})$,"
    r" $\mathbf{W}^{(2)} = (w_{ji}^{(2)})$.",
)


def test_the_gradient_by_the_matrix() -> None:
    line = r"$$ \frac{\partial E}{\partial \mathbf{W}^{(2)}} = (\mathbf{y} - \mathbf{d}) (\mathbf{h}^{(1)})^T $$"
    assert each_verdict(*PAGE, lines=[line, line.replace("- \\mathbf{d}", "+ \\mathbf{d}")]) == ["right", "wrong"]


def test_that_by_what_it_is_applied_to() -> None:
    line = r"$$ \frac{\partial E}{\partial \mathbf{h}^{(1)}} = (\mathbf{W}^{(2)})^T (\mathbf{y} - \mathbf{d}) $$"
    found = each_verdict(
        *PAGE,
        lines=[
            line,
            line.replace("(\\mathbf{y} - \\mathbf{d})", "(\\mathbf{d} - \\mathbf{y})"),
            line.replace("^T (", "("),
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "right"
