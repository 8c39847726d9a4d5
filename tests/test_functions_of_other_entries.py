r"""A function told by entries of one array that it adds up, before an entry of another: which are added up there?"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

COLUMNS = r"$$ \text{softmax}(u_{ij}) = \frac{e^{u_{ij}}}{\sum_k e^{u_{kj}}} $$"
ROWS = r"$$ \text{softmax}(u_{ij}) = \frac{e^{u_{ij}}}{\sum_k e^{u_{ik}}} $$"
APPLIED = r"$$ P_{ij} = \text{softmax}(S_{ij}) $$"
BY_ROWS = (
    r"$$ \sum_j P_{ij} = 1 $$",
    r"$$ \frac{\partial P_{ij}}{\partial S_{im}} = P_{ij} (\delta_{jm} - P_{im}) $$",
)
BY_COLUMNS = (
    r"$$ \sum_i P_{ij} = 1 $$",
    r"$$ \frac{\partial P_{ij}}{\partial S_{mj}} = P_{ij} (\delta_{im} - P_{mj}) $$",
)


@pytest.mark.parametrize("line", [*BY_ROWS, *BY_COLUMNS])
def test_a_softmax_over_columns_of_another_array(line: str) -> None:
    for told in (COLUMNS, COLUMNS.replace("(u_{ij})", "(u)_{ij}")):
        assert verdict(told, APPLIED, line) not in ("right", "wrong")


def test_a_softmax_over_rows() -> None:
    assert each_verdict(ROWS, APPLIED, lines=[BY_ROWS[1], BY_ROWS[1].replace("P_{im}", "P_{jm}")]) == ["right", "wrong"]


def test_a_softmax_over_columns_of_its_own_array() -> None:
    own = APPLIED.replace("S", "u")
    assert [verdict(COLUMNS, own, x.replace("S", "u")) for x in BY_COLUMNS] == ["right", "right"]
    assert [verdict(COLUMNS, own, x.replace("S", "u")) for x in BY_ROWS] == ["wrong", "wrong"]


NORMED = r"$$ q(v_i) = \frac{v_i^2}{\sum_j v_j^2} $$"


def test_a_function_of_entries_of_another_array() -> None:
    line = r"$$ \frac{\partial h_i}{\partial a_m} = \frac{2 a_i \delta_{im} - 2 h_i a_m}{\sum_j a_j^2} $$"
    assert not set(each_verdict(NORMED, r"$$ h_i = q(a_i) $$", lines=[line, line.replace("- 2", "+ 2")])) & {
        "right",
        "wrong",
    }
    own = line.replace(" a_", " v_").replace("partial a_", "partial v_")
    assert each_verdict(NORMED, r"$$ h_i = q(v_i) $$", lines=[own, own.replace("- 2", "+ 2")]) == ["right", "wrong"]


def test_a_function_that_is_told_of_both() -> None:
    other = r"$$ q(a_i) = 3 a_i $$"
    assert verdict(NORMED, other, r"$$ C = \sum_i q(a_i) $$", r"$$ \frac{\partial C}{\partial a_i} = 4 $$") != "right"
