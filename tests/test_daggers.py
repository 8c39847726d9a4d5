r"""Names with a dagger, `A^\dagger`: transposes, pseudo-inverses, or names of their own."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

PRODUCT = r"$$z_j = \sum_k A_{jk} A^\dagger_{kj}$$"
FORM = r"$$H = \sum_{ij} h_{ij} a_i^\dagger a_j$$"
TURNED = (r"$$y_i = \sum_j U_{ij} x_j$$", r"$$U^\dagger U = I$$", r"$$E = \sum_i y_i^2$$")


def test_lines_that_one_meaning_makes_true() -> None:
    cases = [
        r"z_j = \sum_k A_{jk}^2",
        r"\frac{\partial z_j}{\partial A_{jk}} = 2 A_{jk}",
        r"\frac{\partial z_j}{\partial A_{jk}} = A^\dagger_{kj}",
        r"\frac{\partial z_j}{\partial A^\dagger_{kj}} = A_{jk}",
        r"z_j = 1",
    ]
    for line, found in zip(cases, each_verdict(PRODUCT, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found == "unproved", line


def test_forms_with_adjoints() -> None:
    cases = (r"\sum_i h_{ij} a_i^\dagger", r"\sum_i (h_{ij} + h_{ji}) a_i")
    for line, found in zip(
        cases,
        each_verdict(FORM, lines=[rf"$$\frac{{\partial H}}{{\partial a_j}} = {line}$$" for line in cases]),
        strict=True,
    ):
        assert found == "unproved", line
    assert verdict(FORM, r"$$\frac{\partial H}{\partial h_{ij}} = a_i^\dagger a_j$$") == "right"


def test_a_formula_beside_the_network() -> None:
    for line in (r"\frac{\partial E}{\partial x_j} = 2 x_j", r"E = \sum_j x_j^2"):
        assert verdict(*TURNED, f"$${line}$$") == "unproved"
        assert verdict(TURNED[0], TURNED[2], f"$${line}$$") == "wrong"
    assert verdict(*TURNED, r"$$\frac{\partial E}{\partial x_j} = 2 \sum_i U_{ij} y_i$$") == "right"


def test_lines_that_hold_whatever_it_means() -> None:
    page = (r"$$x_i = \sum_j A^\dagger_{ij} b_j$$", r"$$E = \frac12 \sum_i (x_i - t_i)^2$$")
    line = r"$$\frac{\partial E}{\partial b_j} = \sum_i (x_i - t_i) A^\dagger_{ij}$$"
    assert each_verdict(
        *page,
        lines=[
            line,
            line.replace("= ", "= 2 "),
            line.replace(r"A^\dagger_{ij}", "A_{ji}"),
            r"$$\frac{\partial E}{\partial A_{ij}} = 0$$",
        ],
    ) == ["right", "wrong", "unproved", "unproved"]


@pytest.mark.parametrize("words", [r"where $x^\dagger$ is the true solution.", r"$x^\dagger$ ist die wahre Lösung."])
def test_names_of_their_own(words: str) -> None:
    page = (r"$$E = \frac12 \sum_i (x_i - x^\dagger_i)^2$$", words)
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial E}{\partial x_i} = x_i - x^\dagger_i$$",
            r"$$\frac{\partial E}{\partial x_i} = x^\dagger_i - x_i$$",
        ],
    ) == ["right", "wrong"]
