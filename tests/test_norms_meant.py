r"""Norms beside an entry at 0 that sums leave out: `\|w\|^2` beside `w_0 + \sum_{j=1}^D w_j x_j`."""

from __future__ import annotations

import pytest
from judging import each_verdict

FRONT = '+++\nobjective = "L"\n+++'
VALUE = r"$$ y_n = w_0 + \sum_{j=1}^D w_j x_{nj} $$"
LOSS = r"$$ L = \frac12 \sum_{n=1}^N (y_n-t_n)^2 + \frac\lambda2 %s $$"
NORMS = (r"\|w\|^2", r"\|\mathbf{w}\|^2", r"\lVert w\rVert_2^2", "w^T w", r"w^{\top} w")
BY_FIRST = r"$$ \frac{\partial L}{\partial w_0} = \sum_{n=1}^N (y_n-t_n)%s $$"
BY_OTHERS = r"$$ \frac{\partial L}{\partial w_j} = \sum_{n=1}^N (y_n-t_n) x_{nj}%s \quad (j = 1,\dots,D) $$"


@pytest.mark.parametrize("norm", NORMS)
def test_whether_a_norm_holds_the_entry_at_0_is_open(norm: str) -> None:
    page = (FRONT, VALUE, LOSS % norm)
    cases = ("", r" + \lambda w_0")
    for rest, found in zip(cases, each_verdict(*page, lines=[BY_FIRST % rest for rest in cases]), strict=True):
        assert found == "unproved", rest
    assert each_verdict(*page, lines=[BY_OTHERS % r" + \lambda w_j", BY_OTHERS % ""]) == ["right", "wrong"]


def test_what_a_page_defines_or_adds_up_is_clear() -> None:
    for page in (
        (FRONT, VALUE, LOSS % r"\sum_{j=1}^D w_j^2"),
        (FRONT, VALUE, r"$$ \|w\|^2 = \sum_{j=1}^D w_j^2 $$", LOSS % r"\|w\|^2"),
    ):
        assert each_verdict(*page, lines=[BY_FIRST % "", BY_FIRST % r" + \lambda w_0"]) == ["right", "wrong"]


def test_what_no_norm_is_part_of_is_clear() -> None:
    page = (FRONT, VALUE, LOSS % r"\|w\|^2")
    assert each_verdict(
        *page,
        lines=[r"$$ \frac{\partial y_n}{\partial w_0} = 1 $$", r"$$ \frac{\partial y_n}{\partial w_0} = x_{n1} $$"],
    ) == ["right", "wrong"]
