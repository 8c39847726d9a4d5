r"""A capital T above a name with indices: a label beside other labels, otherwise the mark of a transpose."""

from __future__ import annotations

from .judging import check

LINES = (
    r"$$\frac{\partial E}{\partial W^T_{ij}} = 2 (a_i + b_i) x_j$$"
    "\n"
    r"$$\frac{\partial E}{\partial W^T_{ij}} = 2 (a_i + b_i) x_i$$"
)


def page(first: str, second: str) -> str:
    return (
        rf"$$a_i = \sum_{{j=1}}^n {first} x_j, \quad b_i = \sum_{{j=1}}^n {second} x_j, "
        rf"\quad E = \sum_{{i=1}}^n (a_i + b_i)^2$$ {LINES}"
    )


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links][-2:]


def test_beside_another_capital_it_is_a_label() -> None:
    assert verdicts(page("W^H_{ij}", "W^T_{ij}")) == ["right", "wrong"]


def test_beside_the_name_itself_it_is_a_transpose() -> None:
    assert "right" not in verdicts(page("W_{ij}", "W^T_{ij}"))
    assert "right" not in verdicts(page("W^H_{ij}", "W^T_{ij}") + "\n\nwith $c_i = W_{ij} x_j$")


def test_beside_a_letter_or_alone_it_is_none() -> None:
    assert "right" not in verdicts(page("W^h_{ij}", "W^T_{ij}"))
    assert "right" not in verdicts(page("W^T_{ij}", "W^T_{ij}"))
