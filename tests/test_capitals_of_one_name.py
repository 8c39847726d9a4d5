r"""Names with capitals in bold, `\mathbf{EI} = (\mathrm{EI}_j)`, and products of matrices in one font."""

from __future__ import annotations

import pytest

from tests.judging import verdict

SHARED = (
    r"$$ u_j = \sum_{i=1}^N v_{ij} h_i $$",
    r"$$ E = \frac12 \sum_{j=1}^V (u_j - t_j)^2 $$",
    r"$$ \mathrm{@}_j = u_j - t_j $$",
    r"Here $\mathbf{v} = (v_{ij})$, $\mathbf{h} = (h_i)$, $\mathbf{@} = (\mathrm{@}_j)$.",
)


@pytest.mark.parametrize("name", ["EI", "eI", "Err", "EIJ", "err"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\mathbf{v}} = \mathbf{h} \mathbf{@}^T", "right"),
        (r"\mathbf{v}} = \mathbf{@} \mathbf{h}^T", "wrong"),
        (r"\mathbf{v}} = -\mathbf{h} \mathbf{@}^T", "wrong"),
        (r"\mathbf{h}} = \mathbf{v} \mathbf{@}", "right"),
        (r"\mathbf{h}} = 2 \mathbf{v} \mathbf{@}", "wrong"),
    ],
)
def test_names_with_capitals(name: str, line: str, expected: str) -> None:
    page = [*SHARED, rf"$$ \frac{{\partial E}}{{\partial {line} $$"]
    assert verdict(*(x.replace("@", name) for x in page)) == expected


def test_a_product_beside_a_word_of_the_same_letters_is_open() -> None:
    page = (
        r"$\mathbf{A}, \mathbf{B} \in \mathbb{R}^{n \times n}$, $f = \operatorname{tr}(\mathbf{AB})$",
        r"$$ g = \mathrm{AB}^2 $$",
        r"$$ \mathbf{AB} = (\mathrm{AB}_{ij}) $$",
    )
    assert verdict(*page, r"$$ \frac{\partial f}{\partial \mathbf{A}} = \mathbf{B} $$") == "unreadable"


def test_a_name_with_a_letter_in_bold_elsewhere_is_open() -> None:
    page = [
        *SHARED,
        r"$$ \mathbf{I} = (\delta_{ij}) $$",
        r"$$ \frac{\partial E}{\partial \mathbf{h}} = \mathbf{v} \mathbf{@} $$",
    ]
    assert verdict(*(x.replace("@", "EI") for x in page)) == "unreadable"
