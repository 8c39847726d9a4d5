r"""Quotients by entries `A \oslash B`, entries of products behind `\partial`, ones beside matrices. By hand: with
`P = A S`, the derivative of `\sum (P_{uv} - Y_{uv} \log P_{uv})` by `S_{kv}` is `\sum_u A_{uk} (1 - Y_{uv} / P_{uv})`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

SHAPES = r"""Let $Y$ be $m \times n$, $A$ be $m \times d$ and $S$ be $d \times n$, all with positive entries.@

$$ L = \sum_{u=1}^m \sum_{v=1}^n \left( (AS)_{uv} - Y_{uv} \log (AS)_{uv} \right) $$"""
PAGE = SHAPES.replace("@", "")
ONES = SHAPES.replace("@", r" Here $\mathbf 1$ is a matrix of ones.")


def test_quotients_by_entries() -> None:
    cases = [
        (r"\nabla_S L = A^T (\mathbf 1 - Y \oslash (AS))", "right"),
        (r"\nabla_S L = A^T (\mathbf 1 - Y ⊘ (AS))", "right"),
        (r"\nabla_S L = A^T (\mathbf 1 - (AS) \oslash Y)", "wrong"),
        (r"\nabla_A L = (\mathbf 1 - Y \oslash (AS)) S^T", "right"),
        (r"\nabla_A L = \mathbf 1 - Y \oslash (AS)", "wrong"),
        (r"\nabla_S L = A^T (2 \cdot \mathbf 1 - 2 Y \oslash (AS))", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
    for (line, expected), found in zip(
        cases, each_verdict(ONES, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_what_is_divided_must_be_clear() -> None:
    page = r"""Let $A$, $B$, $C$, $X$ be $n \times n$ matrices.

$$ L = \sum_{i=1}^n \sum_{j=1}^n A_{ij} X_{ij} $$"""
    line = r"$$ \frac{\partial L}{\partial X} = A \odot B @ B $$"
    found = each_verdict(
        page,
        lines=[
            line.replace("@", r"\oslash"),
            line.replace("@", r"\odot"),
            r"$$ \frac{\partial L}{\partial X} = A \oslash B C $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] not in ("right", "wrong")


def test_entries_of_a_product_are_no_name() -> None:
    first = r"$$ \frac{\partial (AS)_{uv}}{\partial S_{kw}} = A_{uk} \delta_{vw} $$"
    line = r"$$ \nabla_S L = A^T (\mathbf 1 - Y \oslash (AS)) $$"
    assert each_verdict(PAGE, lines=[first, first.replace(r" \delta_{vw}", "")]) == ["right", "wrong"]
    assert verdict(PAGE, first, line) == "right"
    below = r"$$ \frac{\partial L}{\partial (AS)_{uv}} = 1 - \frac{Y_{uv}}{(AS)_{uv}} $$"
    defined = r"$$ (AS)_{uv} = \sum_{k=1}^d A_{uk} S_{kv} $$"
    assert each_verdict(PAGE, defined, lines=[below, below.replace("1 - ", "1 + ")]) == ["right", "wrong"]
    name = r"$$ net_j = \sum_i w_{ji} x_i, \quad (NET)_j = net_j^2 $$"
    assert verdict(name, r"$$ \frac{\partial (net)_j}{\partial w_{ji}} = x_i $$") == "right"
