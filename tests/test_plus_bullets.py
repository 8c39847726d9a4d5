r"""Lists with `+` in Markdown beside formulas, and arithmetic that goes on with `+` outside of them."""

from __future__ import annotations

import pytest

from .judging import check

NET = r"""$$E = \frac{1}{2} \sum_j (t_j - y_j)^2, \quad y_j = w_j x$$

"""
LINE = r"""$$\frac{\partial E}{\partial y_j} = -(t_j - y_j)$$

"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize(
    "entries",
    [
        ("Then compute the derivatives", "And go on"),
        ("次に微分を計算する", "最後に更新する"),
        ("**Then** compute", "_Finally_ update"),
        ("Then compute the derivatives", "next the errors of all hidden units\n+ Last the weights"),
    ],
)
def test_a_list(entries: tuple[str, str]) -> None:
    one, two = entries
    assert verdicts(f"{NET}+ {one}\n\n{LINE}+ {two}\n") == ["right"]
    assert verdicts(f"{NET}+ {one}\n\n{LINE.replace('-(', '(')}+ {two}\n") == ["wrong"]


@pytest.mark.parametrize("behind", ["+ weight decay\n\n", "+ Regularisation\n\n", "+ weight decay\n\n+ noise\n\n"])
def test_what_goes_on_outside_is_no_list(behind: str) -> None:
    assert verdicts(f"{NET}{behind}{LINE}")[-1] != "right"


def test_terms_within_a_list_stay_terms() -> None:
    listed = "+ First compute the outputs\n+ Then the error\n\n"
    assert verdicts(f"{listed}{NET}+ weight decay\n\n{LINE}")[-1] != "right"
