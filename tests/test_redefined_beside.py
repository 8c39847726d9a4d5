r"""Clauses behind a line that say anew what a name of it is, or which error it is for.

By hand, with `u_j = \sum_i a_{ji} x_i`, `g_j = \tanh u_j`, `y = \sum_j b_j g_j`, `E = (y - t)^2`:
`dE/db_j = 2 (y - t) g_j` and `dE/da_{ji} = 2 (y - t) b_j (1 - g_j^2) x_i`.
"""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = r"$$u_j = \sum_i a_{ji} x_i, \quad g_j = \tanh(u_j), \quad y = \sum_j b_j g_j, \quad E = (y - t)^2$$"
BY_U = r"$$\frac{\partial E}{\partial b_j} = 2 (y - t) u_j$$"
BY_G = r"$$\frac{\partial E}{\partial b_j} = 2 (y - t) g_j$$"
ERROR = r"We write $r = y - t$."
BY_R = r"$$\frac{\partial E}{\partial b_j} = 2 r g_j$$"
TURNED = r"$$\frac{\partial E}{\partial b_j} = -2 r g_j$$"
DOUBLED = r"$$\frac{\partial E}{\partial b_j} = -4 r g_j$$"


def of_displays(*parts: str) -> list[str]:
    """The verdicts on the claims of a page, the one on a clause behind the one on its line."""
    return [str(c.judgement) for c in check("\n\n".join(parts), options=Options(reasons=False)).claims]


@pytest.mark.parametrize(
    ("line", "clause", "expected"),
    [
        (TURNED, "where now $r = t - y$.", ["right", "unproved"]),
        (TURNED, "(here $r = t - y$).", ["right", "unproved"]),
        (TURNED, "wobei hier $r = t - y$.", ["right", "unproved"]),
        (TURNED, "with $r = t - y$.", ["unproved", "unproved"]),
        (TURNED, "其中 $r = t - y$。", ["unproved", "unproved"]),
        (BY_R, "where now $r = t - y$.", ["unproved", "unproved"]),
        (BY_R, "with $r = t - y$.", ["right", "wrong"]),
        (DOUBLED, "where now $r = t - y$.", ["wrong", "unproved"]),
        (DOUBLED, "with $r = t - y$.", ["wrong", "wrong"]),
        (TURNED, "where $r = y - t$.", ["wrong"]),
        (BY_R, "where now $r = y - t$.", ["right"]),
    ],
)
def test_equations_behind_a_line(line: str, clause: str, expected: list[str]) -> None:
    assert of_displays(NET, ERROR, f"{line} {clause}")[-len(expected) :] == expected


@pytest.mark.parametrize("more", [", plus weight decay", " plus a constant", ", up to sign"])
def test_words_behind_it_still_count(more: str) -> None:
    assert "right" not in of_displays(NET, ERROR, f"{TURNED}{more}, where now $r = t - y$.")
    assert of_displays(NET, ERROR, f"{TURNED} where now $r = t - y${more}.")[-2:] == ["unproved", "unproved"]


def test_several_equations_in_a_clause() -> None:
    assert of_displays(NET, ERROR, f"{TURNED} where now $r = t - y$ and $g_j = u_j$.")[-3] == "unproved"
    assert of_displays(NET, ERROR, f"{TURNED} where now $g_j = \\tanh(u_j)$ and $r = t - y$.")[-2] == "right"


def test_a_line_below_may_mean_what_was_said_now() -> None:
    now = f"{TURNED} where now $r = t - y$."
    assert each_verdict(NET, ERROR, now, lines=[TURNED, DOUBLED]) == ["unproved", "wrong"]


def test_words_behind_a_line() -> None:
    cases = [
        (BY_U, "where here $u_j$ denotes the output of the unit.", "unproved"),
        (BY_U, "wobei $u_j$ hier die Ausgabe der Einheit ist.", "unproved"),
        (BY_U, "ここで $u_j$ は隠れ層の出力を表す。", "unproved"),
        (BY_U, "where $u_j$ is the net input.", "wrong"),
        (BY_U, "where now $u_j$ is the net input.", "wrong"),
        (BY_U, "where $u_j$ is the activation of the unit.", "wrong"),
        (BY_U, "where $x_i$ is the output of the retina.", "wrong"),
        (BY_G, "where $g_j$ now stands for the net input.", "unproved"),
        (BY_G, "where $g_j$ is now something else.", "unproved"),
        (BY_G, "where $g_j$ is the output of the hidden unit.", "right"),
        (BY_G, "where now $g_j$ denotes the activation of a unit.", "right"),
        (BY_G, "Now $u_j$ is the net input.", "right"),
        (BY_G, "Here $g_j$ is the value of unit $j$.", "right"),
        (BY_G, "ここで $g_j$ は $j$ 番目のユニットである。", "right"),
    ]
    for (line, _, expected), found in zip(
        cases, each_verdict(NET, lines=[f"{line} {clause}" for line, clause, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "words",
    [
        "for the absolute error.",
        "with the cross-entropy.",
        "bei Kreuzentropie.",
        "（絶対誤差の場合）",
        "（对于交叉熵损失）",
    ],
)
def test_another_error(words: str) -> None:
    cases = [BY_G, BY_U]
    for line, found in zip(cases, each_verdict(NET, lines=[f"{line} {words}" for line in cases]), strict=True):
        assert found == "unproved", line


def test_the_error_of_the_page() -> None:
    cases = [
        "for the squared error.",
        "for the error of one example.",
        "unlike for the absolute error.",
        "für alle $j$.",
    ]
    for words, found in zip(cases, each_verdict(NET, lines=[f"{BY_G} {words}" for words in cases]), strict=True):
        assert found == "right", words
    for words, found in zip(cases, each_verdict(NET, lines=[f"{BY_U} {words}" for words in cases]), strict=True):
        assert found == "wrong", words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (r"E = \rho(y, t) + b_1^2", "for the cross-entropy."),
        (r"E = (y - t)(y - t) + \log(1 + b_1^2)", "for the squared error."),
        (r"E = (y - t)^2", "for the negative log-likelihood of a Gaussian."),
    ],
)
def test_errors_that_may_be_called_so(error: str, words: str) -> None:
    line = rf"$$\frac{{\partial E}}{{\partial u_j}} = \frac{{\partial E}}{{\partial g_j}} (1 - g_j^2)$$ {words}"
    assert verdict(NET.replace("E = (y - t)^2", error), line) == "right"


def test_lines_that_do_not_rest_on_the_error() -> None:
    line = r"$$\frac{\partial y}{\partial b_j} = g_j$$ for the absolute error."
    assert verdict(NET, line) == "right"
