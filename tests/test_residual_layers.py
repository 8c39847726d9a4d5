r"""Layers that add their input: `h^{(l)}_i = h^{(l-1)}_i + ..` says that all layers are as long. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import check

RESIDUAL = (
    r"$$h^{(l)}_i = h^{(l-1)}_i + f(z^{(l)}_i), \quad z^{(l)}_i = \sum_j W^{(l)}_{ij} h^{(l-1)}_j,"
    r" \quad l = 1, \dots, L$$"
)
PLAIN = r"$$h^{(l)}_i = f(z^{(l)}_i), \quad z^{(l)}_j = \sum_i W^{(l)}_{ji} h^{(l-1)}_i, \quad l = 1, \dots, L$$"
REST = "\n" r"$$E = \sum_i (h^{(L)}_i - t_i)^2$$ Let $g^{(l)}_i = \partial E/\partial h^{(l)}_i$." "\n"
WITH = r"$$g^{(l-1)}_j = g^{(l)}_j + \sum_i g^{(l)}_i f'(z^{(l)}_i) W^{(l)}_{ij}$$"
WITHOUT = r"$$g^{(l-1)}_j = \sum_i g^{(l)}_i f'(z^{(l)}_i) W^{(l)}_{ij}$$"


@pytest.mark.parametrize(
    ("head", "line", "expected", "size"),
    [
        (RESIDUAL, WITH, "right", "I"),
        (RESIDUAL, WITHOUT, "wrong", "I"),
        (PLAIN, WITHOUT, "right", "n_l"),
        (PLAIN, WITH, "wrong", "n_l"),
    ],
)
def test_layers_with_and_without_their_input(head: str, line: str, expected: str, size: str) -> None:
    report = check(head + REST + line)
    assert [str(link.judgement) for claim in report.claims for link in claim.links] == [expected]
    assert any(rf"\le {size}`" in note for note in report.notes)
