r"""Sums of logarithms of what is 0 on a diagonal: `\sum_i \sum_j p_{ij} \log \frac{p_{ij}}{q_{ij}}`, `q_{ii} = 0`."""

from __future__ import annotations

import pytest

from symderiv.check.report import worst

from .judging import check

RANGES = '+++\nobjective = "C"\n[ranges]\ni = "1..n"\nj = "1..n"\nk = "1..n"\nl = "1..n"\n+++\n'
MAP = r"""
$$ Z = \sum_k \sum_{l \ne k} \frac{1}{1 + (y_k - y_l)^2} $$

$$ q_{ij} = \frac{1}{Z (1 + (y_i - y_j)^2)} $$ ( $i \ne j$ )

$$ q_{ii} = 0 $$

$$ C = LOSS $$ where $p_{ij} = p_{ji}$ and $\sum_{i \ne j} p_{ij} = 1$.

"""
LINES = (
    r"\frac{\partial C}{\partial y_i} = 4 \sum_{j \ne i} (p_{ij} - q_{ij}) \frac{y_i - y_j}{1 + (y_i - y_j)^2}",
    r"\frac{\partial C}{\partial y_i} = 4 \sum_j (p_{ij} - q_{ij}) \frac{y_i - y_j}{1 + (y_i - y_j)^2}",
    r"\frac{\partial C}{\partial y_i} = 2 \sum_j (p_{ij} - q_{ij}) \frac{y_i - y_j}{1 + (y_i - y_j)^2}",
    r"\frac{\partial C}{\partial y_i} = 4 \sum_j (p_{ij} - q_{ij}) (y_i - y_j)",
)


def verdicts(page: str, *lines: str) -> list[str]:
    claims = check(page + "".join(f"$$ {x} $$\n\n" for x in lines)).claims
    return [str(worst([c.judgement])) for c in claims[len(claims) - len(lines) :]]


@pytest.mark.parametrize(
    "loss",
    [
        r"\sum_i \sum_j p_{ij} \log \frac{p_{ij}}{q_{ij}}",
        r"-\sum_{i,j} p_{ij} \log q_{ij}",
        r"\sum_{i \ne j} p_{ij} \log \frac{p_{ij}}{q_{ij}}",
    ],
)
def test_no_term_of_the_diagonal_counts(loss: str) -> None:
    assert verdicts(RANGES + MAP.replace("LOSS", loss), *LINES) == ["right", "right", "wrong", "wrong"]


@pytest.mark.parametrize("total", [r"\sum_i\sum_j p_{ij} = 1", r"\sum_{i,j} p_{ij} = 1"])
def test_what_is_before_the_logarithm_may_be_zero_on_the_diagonal(total: str) -> None:
    page = RANGES + MAP.replace("LOSS", r"\sum_i \sum_j p_{ij} \log \frac{p_{ij}}{q_{ij}}")
    page = page.replace(r"\sum_{i \ne j} p_{ij} = 1", total)
    more = r"\frac{\partial C}{\partial y_i} = p_{ii} + 4 \sum_j (p_{ij} - q_{ij}) \frac{y_i - y_j}{1 + (y_i - y_j)^2}"
    found = verdicts(page, *LINES, more)
    assert {*found[:2], found[4]} <= {"right", "unproved"}
    assert found[2:4] == ["wrong", "wrong"]


def test_weights_of_sums_without_a_diagonal_are_any() -> None:
    page = RANGES + MAP.replace("LOSS", r"\sum_i \sum_{j \ne i} p_{ij} \log \frac{p_{ij}}{q_{ij}} + \sum_i p_{ii} y_i")
    assert verdicts(page, LINES[0], LINES[0] + " + p_{ii}") == ["wrong", "right"]


def test_lines_may_add_up_so_too() -> None:
    page = RANGES + MAP.replace("LOSS", r"-\sum_{i,j} p_{ij} \log q_{ij}")
    assert verdicts(
        page,
        r"C = -\sum_i \sum_{j \ne i} p_{ij} \log q_{ij}",
        r"C = -2 \sum_i \sum_j p_{ij} \log q_{ij}",
    ) == ["right", "wrong"]


def test_a_logarithm_that_has_a_value_there_counts() -> None:
    page = """+++
objective = "C"
[ranges]
i = "1..n"
j = "1..n"
+++
$$ a_{ij} = (u_i - u_j)^2 $$ ( $i \\ne j$ )

$$ a_{ii} = 0 $$

$$ C = \\sum_i \\sum_j p_{ij} \\log (e^s + a_{ij}) $$

"""
    assert verdicts(
        page,
        r"\frac{\partial C}{\partial s} = \sum_i \sum_j \frac{p_{ij} e^s}{e^s + a_{ij}}",
        r"\frac{\partial C}{\partial s} = \sum_i \sum_{j \ne i} \frac{p_{ij} e^s}{e^s + a_{ij}}",
        r"\frac{\partial C}{\partial s} = \sum_i p_{ii} + \sum_i \sum_{j \ne i} \frac{p_{ij} e^s}{e^s + a_{ij}}",
    ) == ["right", "wrong", "right"]
