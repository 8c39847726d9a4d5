r"""Matrices with a power by its entries: `A^2 = (A^2_{ij})` beside `A = (A_{ij})`."""

from .judging import each_verdict

PAGE = (
    r"Let $A = (A_{ij})$ be an $n \times n$ matrix and $A^2 = (A^2_{ij})$.",
    r"$y = \sum_{i=1}^n \sum_{j=1}^n A^2_{ij}$.",
)


def test_an_entry_of_a_power_is_no_square_and_no_name() -> None:
    cases = ["0", "2 A_{pq}", r"\sum_{j=1}^n A_{qj} + \sum_{i=1}^n A_{ip}"]
    for slope, found in zip(
        cases,
        each_verdict(*PAGE, lines=[rf"$$ \frac{{\partial y}}{{\partial A_{{pq}}}} = {slope} $$" for slope in cases]),
        strict=True,
    ):
        assert found == "unproved", slope


def test_a_power_that_is_true_is_not_wrong() -> None:
    page = r"$P^k = (P^k_{ij})$ are the powers of $P = (P_{ij})$ and $y_i = \sum_{j=1}^n P^k_{ij} v_j$."
    found = each_verdict(
        page, lines=[r"$$ P^2_{ij} = \sum_{l=1}^n P_{il} P_{lj} $$", r"$$ P^2_{ij} = P_{ij} P_{ij} $$"]
    )
    assert found[0] != "wrong"
    assert found[1] != "right"
