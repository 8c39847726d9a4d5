r"""Matrices of which a page has a row or a column 0 of biases, in derivatives by the whole."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LOSS = r"$$ L = \frac12 \sum_{n=1}^N \sum_{k=1}^{K} (z_{nk} - t_{nk})^2 $$"
ROWS = (
    r"$$ z_{nk} = W_{0k} + \sum_{j=1}^{M} H_{nj} W_{jk} $$ "
    r"Here $W = (W_{jk})$, $H = (H_{nj})$, $z = (z_{nk})$, $t = (t_{nk})$"
)
SMALL = (
    r"$$ z_{nk} = w_{k0} + \sum_{j=1}^{M} h_{nj} w_{kj} $$ "
    r"Here $W = (w_{kj})$, $H = (h_{nj})$, $Z = (z_{nk})$, $T = (t_{nk})$"
)
RIGHT, SLIP = r"$$ \frac{\partial L}{\partial W} = H^T (z - t) $$", r"$$ \frac{\partial L}{\partial W} = H^T (t - z) $$"


@pytest.mark.parametrize(
    "said", ["", " with rows from 0", r", $0 \le j \le M$", " and rows of $W$ are numbered from 0"]
)
def test_the_row_may_be_one_of_the_matrix(said: str) -> None:
    found = each_verdict(ROWS + said + ".", LOSS, lines=[RIGHT, SLIP])
    assert found[0] == "unproved"
    assert found[1] != "right"
    entry = r"$$ \frac{\partial L}{\partial W_{0k}} = \sum_{n=1}^N (z_{nk} - t_{nk}) $$"
    assert verdict(ROWS + said + ".", LOSS, entry) == "right"


def test_as_many_rows_as_are_said() -> None:
    page = (ROWS + ", where $W$ is an $M \\times K$ matrix.", LOSS)
    assert [verdict(*page, x) for x in (RIGHT, SLIP)] == ["right", "wrong"]


def test_entries_and_other_matrices_are_judged() -> None:
    entry = r"$$ \frac{\partial L}{\partial W_{jk}} = \sum_{n=1}^N (z_{nk} - t_{nk}) H_{nj} $$"
    assert verdict(ROWS + " with rows from 0.", LOSS, entry) == "right"
    assert each_verdict(ROWS.replace("W_{0k}", "b_k") + " with rows from 1.", LOSS, lines=[RIGHT, SLIP]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", "right"),
        (" with columns from 0", "open"),
        (r", $j = 0, \dots, M$", "open"),
        (". The columns of $W$ are numbered from 0", "open"),
        (". Die Spalten von $W$ beginnen ab 0, also mit Spalte 0", "open"),
        (r"。$W$ の列は 0 から数える", "open"),
    ],
)
def test_biases_in_the_small_letter(said: str, expected: str) -> None:
    right = r"$$ \frac{\partial L}{\partial W} = (Z - T)^T H $$"
    found = verdict(SMALL + said + ".", LOSS, right)
    assert found == "right" if expected == "right" else found in ("unproved", "unreadable")
    assert verdict(SMALL + said + ".", LOSS, right.replace("Z - T", "T - Z")) != "right"
