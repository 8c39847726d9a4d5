r"""Slices of tensors, `Y_{ijk} = (Y_k)_{ij}`, products of capitals with indices, and labels of capitals."""

from __future__ import annotations

import pytest

from symderiv.latex.source import Source

from .judging import check

NETWORK = r"""The tensor $Y$ has $m$ slices $Y_k$, each of size $n \times p$ with entries $Y_{ijk} = (Y_k)_{ij}$. We
take $Y_k \approx US_kV^T$, where $U$ is $n \times r$, $V$ is $p \times r$ and
each $S_k$ is $r \times r$ (not diagonal).

$$ J_{SE}(U, S, V) = \sum_{k=1}^m \sum_{i=1}^n \sum_{j=1}^p (Y_{ijk} - (US_kV^T)_{ij})^2 $$

$$ J_{W2}(U) = \mu \|U\|_F^2 $$

$$ J(U, S, V) = J_{SE}(U, S, V) + J_{W2}(U) $$
"""


def judged(*lines: str, network: str = NETWORK) -> list[str]:
    return [c.judgement.value for c in check("\n\n".join([network, *lines])).claims]


def test_entries_of_slices_in_two_spellings() -> None:
    by_entry = (
        r"$$ \frac{\partial J_{SE}(U, S, V)}{\partial (S_k)_{ab}} = -2 \sum_i \sum_j "
        r"(Y_{ijk} - (US_kV^T)_{ij}) U_{ia} V_{jb} $$"
    )
    whole = r"$$ \frac{\partial J_{SE}(U, S, V)}{\partial S_k} = -2 U^T (Y_k - US_kV^T) V $$"
    assert judged(by_entry, whole) == ["right", "right"]
    assert judged(by_entry.replace("-2", "-"), whole.replace("Y_k -", "Y_k +")) == ["wrong", "wrong"]


def test_products_of_capitals_with_indices() -> None:
    line = r"$$ \frac{\partial (US_kV^T)_{ij}}{\partial (S_k)_{ab}} = U_{ia} V_{jb} $$"
    other = r"$$ \frac{\partial (US_kV^T)_{ij}}{\partial V_{jb}} = (US_k)_{ib} $$"
    assert judged(line, other) == ["right", "right"]
    assert judged(line.replace("U_{ia} V_{jb}", "U_{ib} V_{ja}"), other.replace("(US_k)_{ib}", "(US_k^T)_{ib}")) == [
        "wrong",
        "wrong",
    ]


def test_labels_of_capitals() -> None:
    line = r"$$ \frac{\partial J(U, S, V)}{\partial U} = \frac{\partial J_{SE}(U, S, V)}{\partial U} + 2 \mu U $$"
    assert judged(line) == ["right"]
    assert judged(line.replace("2 \\mu", "\\mu")) == ["wrong"]


def test_capitals_that_number_something_are_no_labels() -> None:
    page = r"""$$ C_{IJ} = \sum_{k=1}^m A_{Ik} B_{kJ} $$

$$ \frac{\partial C_{IJ}}{\partial A_{Kk}} = [I = K] B_{kJ} $$

$$ \frac{\partial C_{IJ}}{\partial A_{Kk}} = B_{kJ} $$
"""
    assert judged(network=page) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (r"\frac{\partial (AR_kA^T)_{ij}}{\partial A_{pq}} = 0", set()),
        (r"\frac{\partial (AR^T)_{ij}}{\partial A_{pq}} = 0", {"AR"}),
        (r"\frac{\partial (AR_k)_{ij}}{\partial A_{pq}} = 0", {"AR"}),
        (r"\frac{\partial E}{\partial (AR_kA)_{ij}} = 0", {"AR"}),
    ],
)
def test_what_a_derivative_shows_to_be_a_name(line: str, names: set[str]) -> None:
    from symderiv.latex.lexer import tokenize
    from symderiv.latex.names import scan

    assert scan(tokenize(Source(line))).several == names


@pytest.mark.parametrize(
    "words", [r", each of size $n \times n$", r" of size $n \times n$", r", all with shape $n \times n$"]
)
def test_sizes_of_slices(words: str) -> None:
    page = (
        rf"Let $B_k${words}. "
        + r"""
$$ g = \sum_{k=1}^m x^T B_k x $$

$$ \frac{\partial g}{\partial x} = \sum_{k=1}^m (B_k + B_k^T) x $$

$$ \frac{\partial g}{\partial x} = 2 \sum_{k=1}^m B_k x $$
"""
    )
    assert judged(network=page) == ["right", "wrong"]


def test_a_size_that_is_denied() -> None:
    line = r"$$ \frac{\partial J_{SE}(U, S, V)}{\partial S_k} = -2 U^T (Y_k - US_kV^T) V $$"
    assert judged(line, network=NETWORK.replace("(not diagonal)", "(not any longer)")) != ["right"]
