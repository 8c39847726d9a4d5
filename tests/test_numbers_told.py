r"""Words by which indices that are looked up are numbers out of a list, and what stands below such indices."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LANGUAGE = r"""
{words} Here $i = 1, \dots, m$ is a feature.

$$ x_{s,i} = C_{w_{t-s},i} $$

$$ E = \frac12 \sum_{s=1}^{n} \sum_{i=1}^m (x_{s,i} - r_{s,i})^2 $$

"""
SEVERAL = r"The words $w_{t-n}, \cdots, w_t$ of the window are given, each one an index in $1, \cdots, V$."
EACH = r"Each $w_t$ is an integer between $1$ and $V$."
LIE = r"The $w_t$ lie in $\{1, 2, \dots, V\}$."
ABROAD = r"$w_t$ は $1, \dots, V$ の番号である。"
RIGHT = r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} [w_{t-s} = v] (x_{s,i} - r_{s,i})"


@pytest.mark.parametrize("words", [SEVERAL, EACH, LIE, ABROAD])
def test_rows_that_words_number(words: str) -> None:
    cases = [
        (RIGHT, "right"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} (x_{s,i} - r_{s,i})", "wrong"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} [w_t = v] (x_{s,i} - r_{s,i})", "wrong"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} [w_{t-s} = v] (C_{v,i} - r_{s,i})", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(LANGUAGE.replace("{words}", words), lines=[f"$$ {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "words",
    [
        r"The words $w_t$ are not always an index in $1, \dots, V$.",
        r"Where $w_t$ is an index in $1, \dots, V$ there is more; if $w_t$ is an index in $1, \dots, V$, too.",
        r"The words $w_t$ are data. $b_t$ is an index in $1, \dots, V$.",
    ],
)
def test_words_that_do_not_say_so(words: str) -> None:
    assert verdict(LANGUAGE.replace("{words}", words), f"$$ {RIGHT} $$") != "right"


CLASSES = r"""
$j = 1, \dots, V$ is a word.

$$ p_j = \frac{e^{y_j}}{\sum_{k=1}^{V} e^{y_k}} $$

$$ L = \log p_{w_t} $$

$$ \frac{\partial L}{\partial y_j} = [j = w_t] - p_j $$

"""


def test_a_step_that_nothing_else_has() -> None:
    cases = [
        (r"\frac{\partial L}{\partial y_j} = \mathbf{1}_{j==w_t} - p_j", "right"),
        (r"\frac{\partial L}{\partial y_j} = [j = w_t] - p_{w_t}", "wrong"),
        (r"\frac{\partial L}{\partial y_j} = 1 - p_j", "wrong"),
        (r"\frac{\partial L}{\partial y_j} = [j = w_{t-1}] - p_j", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(CLASSES, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


LABELS = r"""
The labels $y_i$ are data.

$$ L = \sum_{i=1}^M \sum_{p=1}^M [y_p = y_i] q_i q_p^2 $$

"""


def test_numbers_that_are_only_compared() -> None:
    cases = [
        (
            r"\frac{\partial L}{\partial q_k} = \sum_{p=1}^M [y_p = y_k] q_p^2 + 2 q_k \sum_{i=1}^M [y_k = y_i] q_i",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial q_k} = \sum_p (1 - [y_p \ne y_k]) q_p^2 + 2 q_k \sum_i [y_k = y_i] q_i",
            "right",
        ),
        (r"\frac{\partial L}{\partial q_k} = \sum_{p=1}^M q_p^2 + 2 q_k \sum_{i=1}^M [y_k = y_i] q_i", "wrong"),
        (r"\frac{\partial L}{\partial q_k} = \sum_{p=1}^M [y_p = y_k] q_p^2", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(LABELS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


CODED = r"""
$$ L_i = \sum_{k=1}^{K} H_{c_i,k} z_{ik} - \log \sum_{j=1}^{K} e^{z_{ij}} $$ ( $1 \le i \le n$ )

Here $z_{ik}$ is a score and $H_{c_i,k}$ is data. WORDS

$$ p_{ik} = \frac{e^{z_{ik}}}{\sum_{j=1}^{K} e^{z_{ij}}} $$
"""
CALLED = [
    r"It is 1 if $k$ is the class $c_i$ and 0 otherwise.",
    r"It is 1 if $k$ is the correct label $c_i$.",
    r"Sie ist 1, wenn $k$ die Klasse ist, $k$ ist die Klasse $c_i$.",
]
SCORE = r"$$ \frac{\partial L_i}{\partial z_{ik}} = H_{c_i,k} - p_{ik} $$"


@pytest.mark.parametrize("words", CALLED)
def test_what_a_letter_is_called_lies_where_that_letter_runs(words: str) -> None:
    assert each_verdict(CODED.replace("WORDS", words), lines=[SCORE, SCORE.replace("-", "+")]) == ["right", "wrong"]


@pytest.mark.parametrize("words", ["", r"The letter $k$ is not $c_i$.", r"$k$ is smaller than the class $c_i$."])
def test_nothing_else_says_so(words: str) -> None:
    assert verdict(CODED.replace("WORDS", words), SCORE) not in ("right", "wrong")


SUMMED = """+++
assume = ["\\\\sum_{k=1}^{K} H_{c_i,k} = 1"]
+++
""" + CODED.replace("WORDS", CALLED[0])
"""What is assumed has the index of what is looked up, and no other."""


def test_an_assumption_about_what_is_looked_up() -> None:
    cases = [
        (r"\sum_{k=1}^{K} \frac{\partial L_i}{\partial z_{ik}} = 0", "right"),
        (r"\sum_{k=1}^{K} \frac{\partial L_i}{\partial z_{ik}} = 1", "wrong"),
        (r"\frac{\partial L_i}{\partial z_{ik}} = H_{c_i,k} (1 - p_{ik})", "wrong"),
        (r"\frac{\partial L_i}{\partial z_{ik}} = H_{c_i,k} - p_{ik} \sum_{j=1}^{K} H_{c_i,j}", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SUMMED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


BOLD = r"""
$$ L_i = \sum_{k=1}^{K} \boldsymbol{h}_{ik} \boldsymbol{w}_k^T \boldsymbol{x}_i $$ ( $1 \le i \le n$ )

where $\boldsymbol{w}_k$ and $\boldsymbol{x}_i$ are vectors, $\boldsymbol{h}_{ik} \in \{0, 1\}$.
"""


def test_an_entry_in_bold_that_is_one_of_two_numbers_is_no_vector() -> None:
    line = r"$$ \frac{\partial L_i}{\partial \boldsymbol{w}_k} = \boldsymbol{h}_{ik} \boldsymbol{x}_i $$"
    assert each_verdict(BOLD, lines=[line, line.replace("= ", "= 2 ")]) == ["right", "wrong"]
