r"""Factors before the lower sign of a derivative: `\frac{\partial e}{N \cdot \partial p}` is a derivative over N."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$p_n = r x_n$$ ( $n = 1, \dots, N$ )",
    r"$$e_n = (p_n - y_n)^2$$ ( $n = 1, \dots, N$ )",
    r"$$E = \frac{1}{N} \sum_{n=1}^{N} e_n$$",
)
LINE = r"$$\frac{\partial E}{\partial p_n} = \frac{\partial e_n}{%s \partial p_n}$$"


def test_a_factor_below() -> None:
    cases = [r"N \cdot", "N", r"N \,", r"N \times", "(N)", r"\frac{N}{1} \cdot"]
    for times, found in zip(cases, each_verdict(*NET, lines=[LINE % times for times in cases]), strict=True):
        assert found in (("right",) if "frac" not in times else ("right", "unreadable")), times


@pytest.mark.parametrize("times", [r"2 N \cdot", "N^2", "2", "(N - 1)", r"n \cdot"])
def test_another_factor_below(times: str) -> None:
    assert verdict(*NET, LINE % times) in ("wrong", "unreadable")
    assert verdict(*NET, LINE % times) == "wrong" or times.startswith("n")


def test_second_derivatives_and_sums_are_none_of_these() -> None:
    second = r"$$\frac{\partial^2 e_n}{{\partial} p_n \partial p_n} = 2$$"
    found = each_verdict(*NET, lines=[second, LINE % "N +"])
    assert found[0] != "wrong"
    assert found[1] not in ("right", "wrong")
