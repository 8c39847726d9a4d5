r"""Chains from a product of matrices to its entries: `S = Q K^T = \begin{bmatrix} s_{11} & s_{12} \end{bmatrix}`."""

from __future__ import annotations

import re

import pytest

from .judging import check


def names(letter: str) -> str:
    rows = (" & ".join(f"{letter}_{{{n}{m}}}" for m in (1, 2)) for n in (1, 2))
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"


def shares(upside: bool = False) -> str:
    def cell(n: int, m: int) -> str:
        other = [(k, m) for k in (1, 2)] if upside else [(n, k) for k in (1, 2)]
        below = " + ".join(rf"\exp(a_{{{i}{j}}})" for i, j in other)
        return rf"\frac{{\exp(a_{{{n}{m}}})}}{{{below}}}"

    rows = (" & ".join(cell(n, m) for m in (1, 2)) for n in (1, 2))
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"


def products(slip: bool = False) -> str:
    def cell(n: int, m: int) -> str:
        last = 1 if slip and (n, m) == (2, 1) else 2
        return f"h_{{{n}1}} x_{{1{m}}} + h_{{{n}{last}}} x_{{2{m}}}"

    rows = (" & ".join(cell(n, m) for m in (1, 2)) for n in (1, 2))
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"


def page(softmax: str, slip: bool = False) -> str:
    return rf"""+++
objective = "E"
functions = ["f"]
+++
$$ X = {names("x")} $$

$$ U = {names("u")} $$

$$ A = X U^T = {names("a")} $$

$$ H = \text{{softmax}}(A) = {softmax} = {names("h")} $$

$$ Y = H X = {products(slip)} = {names("y")} $$

$$ E = \sum_{{i=1}}^{{2}} \sum_{{j=1}}^{{2}} c_{{ij}} f(y_{{ij}}) $$

"""


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial H} = \frac{\partial E}{\partial Y} X^T", "right"),
        (r"\frac{\partial E}{\partial U} = (\frac{\partial E}{\partial A})^T X", "right"),
        (r"\frac{\partial h_{12}}{\partial a_{11}} = -h_{11} h_{12}", "right"),
        (r"\frac{\partial E}{\partial H} = X \frac{\partial E}{\partial Y}", "wrong"),
        (r"\frac{\partial E}{\partial U} = \frac{\partial E}{\partial A} X", "wrong"),
        (r"\frac{\partial h_{21}}{\partial a_{11}} = -h_{11} h_{21}", "wrong"),
        (r"\frac{\partial E}{\partial u_{11}} = \frac{\partial E}{\partial a_{11}} x_{11}", "wrong"),
    ],
)
def test_wholes_and_entries(line: str, expected: str) -> None:
    found = verdicts(page(shares()) + f"$$ {line} $$")
    assert found[-1] == expected
    assert {*found[:-1]} <= {"right"}  # the entries of Y are those of the product


def test_the_entries_tell_along_which_axis() -> None:
    lines = (r"$$ \frac{\partial h_{21}}{\partial a_{11}} = -h_{11} h_{21} $$", "")
    assert verdicts(page(shares(upside=True)) + "\n\n".join(lines))[-1] == "right"


@pytest.mark.parametrize(("one", "other"), [(r"\exp(a_{22})", r"\exp(a_{12})"), (r"{\exp(a_{21})}", r"{\exp(a_{12})}")])
def test_entries_that_are_no_softmax_leave_open_what_is_meant(one: str, other: str) -> None:
    text = page(shares().replace(one, other, 1))
    assert text != page(shares())
    line = r"$$ \frac{\partial h_{21}}{\partial a_{21}} = h_{21} (1 - h_{21}) $$"
    assert verdicts(text + line)[-1] not in ("right", "wrong")


def test_exponentials_as_powers() -> None:
    text = page(re.sub(r"\\exp\((a_\{\d+\})\)", r"e^{\1}", shares()))
    line = r"$$ \frac{\partial h_{21}}{\partial a_{21}} = h_{21} (1 - h_{21}) $$"
    assert verdicts(text + line)[-1] == "right"


def test_a_slip_in_an_entry_is_wrong() -> None:
    line = r"$$ \frac{\partial E}{\partial H} = \frac{\partial E}{\partial Y} X^T $$"
    assert verdicts(page(shares(), slip=True) + line) == ["wrong", "right"]


def test_entries_of_another_letter_say_nothing_of_the_product() -> None:
    text = page(shares()).replace(f"X U^T = {names('a')}", f"X U^T = {names('b')}")
    line = r"$$ \frac{\partial E}{\partial U} = (\frac{\partial E}{\partial A})^T X $$"
    assert not {"right", "wrong"} & {verdicts(text + line)[-1]}
