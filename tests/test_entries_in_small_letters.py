r"""Entries in small letters of matrices in capitals, and names that nothing says to be, or not to be, such entries.

By hand: X reaches the loss through Q and through K, and what may be an entry of K is no data.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

MATRICES = r"""
Let $X \in \mathbb{R}^{n \times m}$, $A \in \mathbb{R}^{m \times d_k}$ and $B \in \mathbb{R}^{m \times d_k}$.

$$ Q = X A, \quad K = X B $$

with entries $q_{ij}$, $k_{ij}$ (and $x_{ij}$ for the entries of $X$).
"""
SCORES = r"$$ S = \frac{1}{\sqrt{d_k}} Q K^T, \quad s_{ij} = \frac{1}{\sqrt{d_k}} \sum_a q_{ia} k_{ja} $$"
LOSS = r"$$ E = \frac{1}{2} \sum_{ij} (s_{ij} - t_{ij})^2 $$"
PROJECTED = "\n\n".join((MATRICES, SCORES, LOSS, r"where $t_{ij}$ are the targets."))


def test_entries_are_those_of_the_matrix_although_a_size_has_their_letter() -> None:
    cases = [
        (r"\frac{\partial E}{\partial X} = \frac{\partial E}{\partial Q} A^T", "wrong"),
        (
            r"\frac{\partial E}{\partial X} = \frac{\partial E}{\partial Q} A^T+\frac{\partial E}{\partial K} B^T",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial K} = \frac{1}{\sqrt{d_k}} (\frac{\partial E}{\partial S})^T Q",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial Q} = \frac{1}{\sqrt{d_k}} (\frac{\partial E}{\partial S})^T K",
            "wrong",
        ),
        (r"\frac{\partial E}{\partial B} = 0", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(PROJECTED, lines=[f"## Derivation\n\n$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


TWO_CASES = r"""
For $i = 1, \dots, n$ and $j = 1, \dots, m$

$$ K_{ij} = \sum_{l=1}^p X_{il} B_{lj} $$

$$ E = \sum_{i=1}^n \sum_{j=1}^m c_{ij} k_{ij}^2 $$
"""


def test_what_looks_like_a_computed_name_is_not_known_to_be_data() -> None:
    zero = r"$$ \frac{\partial E}{\partial B_{lj}} = 0 $$"
    assert verdict(TWO_CASES, zero) == "unproved"
    assert verdict(TWO_CASES + "\nHere $c_{ij}$ and $k_{ij}$ are given parameters.\n", zero) == "right"
    own = r"$$ \frac{\partial E}{\partial k_{ij}} = 2 c_{ij} k_{ij} $$"
    assert each_verdict(TWO_CASES, lines=[own, own.replace("2 c", "c")]) == ["right", "unproved"]


def test_what_stands_beside_it_or_makes_it_is_another_name() -> None:
    residual = (
        r"$$ Y_k = \sum_{j=1}^m W_{kj} x_j $$ ($k = 1, \dots, K$)"
        "\n\n"
        r"$$ L = \frac{1}{2} \sum_{k=1}^K (Y_k - y_k)^2 $$"
    )
    assert each_verdict(
        residual,
        lines=[
            r"$$ \frac{\partial L}{\partial W_{kj}} = (Y_k - y_k) x_j $$",
            r"$$ \frac{\partial L}{\partial W_{kj}} = (y_k - Y_k) x_j $$",
        ],
    ) == ["right", "wrong"]
    made = r"$$ Z_i = z_i^2 $$ ($i = 1, \dots, n$)" "\n\n" r"$$ E = \sum_{i=1}^n a_i Z_i $$"
    assert verdict(made, r"$$ \frac{\partial E}{\partial z_i} = 2 a_i z_i $$") == "right"


def test_a_number_without_an_index_is_no_entry() -> None:
    page = r"$$ A = \sum_{k=1}^K u_k^2 $$" "\n\n" r"$$ E = a A $$"
    assert verdict(page, r"$$ \frac{\partial E}{\partial u_k} = 2 a u_k $$") == "right"
    apart = r"$$ A = \sum_{k=1}^K u_k^2 $$" "\n\n" r"$$ E = 3 A $$" "\n\n" r"$$ h = a^2 $$"
    assert verdict(apart, r"$$ \frac{\partial h}{\partial a} = 2 a $$") == "right"
