r"""Entries of an identity matrix that words call so, `$I_{kj}$ are the elements of the identity matrix`."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"""
$$ y_k = \frac{e^{a_k}}{\sum_{j=1}^K e^{a_j}}, \qquad 1 \le k \le K $$

$$ E = -\sum_{k=1}^K t_k \ln y_k $$

where $\sum_k t_k = 1$.
"""
SAID = (
    "Here $I_{kj}$ are the elements of the identity matrix.",
    r"$I_{kj}$ is the $k, j$ element of the identity matrix.",
    r"We write $I_{kj}$ below, where $I_{kj}$ is the $(k, j)$-th entry of the identity matrix.",
    r"with the entries $I_{kj}$ of the identity matrix.",
    r"Dabei ist $I_{kj}$ ein Element, $I_{kj}$ sind die Elemente der Einheitsmatrix.",
    r"$I_{kj}$ は単位行列の要素である。",
)
# `d` is a definition by a formula in which the entry stands
DEFINED = "\n\n" r"$$ d_{kj} = I_{kj} - y_j, \qquad 1 \le k, j \le K $$" "\n\n"
LINE = r"$$ \frac{\partial y_k}{\partial a_j} = y_k d_{kj} $$" "\n\n"
OTHER = r"$$ \frac{\partial y_k}{\partial a_j} = y_k (I_{kj} - y_k) $$" "\n\n"


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize("said", SAID)
def test_words_call_them_so(said: str) -> None:
    assert verdicts(HEAD + said + DEFINED + LINE + OTHER) == ["right", "wrong"]


@pytest.mark.parametrize("base", [r"\mathbf{1}", "U"])
def test_by_any_letter(base: str) -> None:
    page = HEAD + SAID[0] + DEFINED + LINE + OTHER
    assert verdicts(page.replace("I_{kj}", f"{base}_{{kj}}")) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    ["", "Here $I_{kj}$ is not the identity matrix.", "Often $I_{kj}$ are the elements of the identity matrix."],
)
def test_without_such_words_they_are_data(said: str) -> None:
    assert "right" not in verdicts(HEAD + said + DEFINED + LINE)


def test_a_line_about_a_name_for_a_derivative_defines_nothing() -> None:
    named = r"$$ M_{kj} = \frac{\partial^2 E}{\partial a_k \partial a_j} $$" "\n\n"
    line = r"$$ M_{kj} = y_k (I_{kj} - y_j) $$" "\n\n"
    assert verdicts(HEAD + named + line) == ["right"]
    assert verdicts(HEAD + named + line.replace("- y_j", "- y_k")) == ["wrong"]
    assert verdicts(HEAD + named + line.replace("I_{kj}", "P_{kj}")) != ["right"]


def test_a_name_that_is_defined_is_what_it_is() -> None:
    page = HEAD + SAID[0] + "\n\n" r"$$ I_{kj} = y_k y_j, \qquad 1 \le k, j \le K $$" + DEFINED + LINE
    assert "right" not in verdicts(page)
