r"""Words by which indices that are looked up are numbers out of a list, and what stands below such indices."""

from __future__ import annotations

import pytest

from .judging import verdict

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
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (RIGHT, "right"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} (x_{s,i} - r_{s,i})", "wrong"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} [w_t = v] (x_{s,i} - r_{s,i})", "wrong"),
        (r"\frac{\partial E}{\partial C_{v,i}} = \sum_{s=1}^{n} [w_{t-s} = v] (C_{v,i} - r_{s,i})", "right"),
    ],
)
def test_rows_that_words_number(words: str, line: str, expected: str) -> None:
    assert verdict(LANGUAGE.replace("{words}", words), f"$$ {line} $$") == expected


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial y_j} = \mathbf{1}_{j==w_t} - p_j", "right"),
        (r"\frac{\partial L}{\partial y_j} = [j = w_t] - p_{w_t}", "wrong"),
        (r"\frac{\partial L}{\partial y_j} = 1 - p_j", "wrong"),
        (r"\frac{\partial L}{\partial y_j} = [j = w_{t-1}] - p_j", "wrong"),
    ],
)
def test_a_step_that_nothing_else_has(line: str, expected: str) -> None:
    assert verdict(CLASSES, f"$$ {line} $$") == expected


LABELS = r"""
The labels $y_i$ are data.

$$ L = \sum_{i=1}^M \sum_{p=1}^M [y_p = y_i] q_i q_p^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
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
    ],
)
def test_numbers_that_are_only_compared(line: str, expected: str) -> None:
    assert verdict(LABELS, f"$$ {line} $$") == expected


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
    assert verdict(CODED.replace("WORDS", words), SCORE) == "right"
    assert verdict(CODED.replace("WORDS", words), SCORE.replace("-", "+")) == "wrong"


@pytest.mark.parametrize("words", ["", r"The letter $k$ is not $c_i$.", r"$k$ is smaller than the class $c_i$."])
def test_nothing_else_says_so(words: str) -> None:
    assert verdict(CODED.replace("WORDS", words), SCORE) not in ("right", "wrong")


SUMMED = """+++
assume = ["\\\\sum_{k=1}^{K} H_{c_i,k} = 1"]
+++
""" + CODED.replace("WORDS", CALLED[0])
"""What is assumed has the index of what is looked up, and no other."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\sum_{k=1}^{K} \frac{\partial L_i}{\partial z_{ik}} = 0", "right"),
        (r"\sum_{k=1}^{K} \frac{\partial L_i}{\partial z_{ik}} = 1", "wrong"),
        (r"\frac{\partial L_i}{\partial z_{ik}} = H_{c_i,k} (1 - p_{ik})", "wrong"),
        (r"\frac{\partial L_i}{\partial z_{ik}} = H_{c_i,k} - p_{ik} \sum_{j=1}^{K} H_{c_i,j}", "right"),
    ],
)
def test_an_assumption_about_what_is_looked_up(line: str, expected: str) -> None:
    assert verdict(SUMMED, f"$$ {line} $$") == expected


BOLD = r"""
$$ L_i = \sum_{k=1}^{K} \boldsymbol{h}_{ik} \boldsymbol{w}_k^T \boldsymbol{x}_i $$ ( $1 \le i \le n$ )

where $\boldsymbol{w}_k$ and $\boldsymbol{x}_i$ are vectors, $\boldsymbol{h}_{ik} \in \{0, 1\}$.
"""


def test_an_entry_in_bold_that_is_one_of_two_numbers_is_no_vector() -> None:
    line = r"$$ \frac{\partial L_i}{\partial \boldsymbol{w}_k} = \boldsymbol{h}_{ik} \boldsymbol{x}_i $$"
    assert verdict(BOLD, line) == "right"
    assert verdict(BOLD, line.replace("= ", "= 2 ")) == "wrong"
