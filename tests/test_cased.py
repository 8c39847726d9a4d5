"""Cases that words name: read where they compare two letters, left open where nothing but words tell them."""

from __future__ import annotations

import pytest

from .judging import check

SOFTMAX = r"$$y_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$"
SAME = r"\frac{\partial y_k}{\partial z_j} = y_k (1 - y_k)"
OTHER = r"\frac{\partial y_k}{\partial z_j} = -y_k y_j"
HINGE = r"$$L = \max(0, w x + m)$$"
ENTROPY = r"$$E = -y \log p - (1-y) \log(1-p), \quad p = \sigma(x)$$ with $y \in \{0,1\}$."


def judged(head: str, words: str, line: str, behind: str = "") -> str:
    return str(check(f"{head}\n\n{words}\n\n$${line}$$\n{behind}").claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        "**Case 1: k = j**",
        "**ケース1：k=j**",
        "(i) $j$ と $k$ が等しい場合",
        "$k$が$j$と一致するとき",
        "When $j$ equals $k$,",
        "If $j$ is equal to $k$ then",
        "### Case 1: $k$ and $j$ are equal",
    ],
)
def test_words_may_say_that_letters_are_equal(words: str) -> None:
    assert judged(SOFTMAX, words, SAME) == "right"
    assert judged(SOFTMAX, words, OTHER) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "**Case 2: k != j**",
        "**ケース2：k≠j**",
        "(ii) $j$ と $k$ が異なる場合",
        "$k$ が $j$ と一致しないとき",
        "When $j$ and $k$ differ,",
        "If $j$ is not equal to $k$,",
    ],
)
def test_words_may_say_that_they_are_not(words: str) -> None:
    assert judged(SOFTMAX, words, OTHER) == "right"
    assert judged(SOFTMAX, words, SAME) == "wrong"


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("Case 1: same index.", SAME, OTHER),
        ("The diagonal entries are", SAME, OTHER),
        ("対角成分は", SAME, OTHER),
        ("Case 2: different index.", OTHER, SAME),
        ("The off-diagonal entries are", OTHER, SAME),
        ("非対角成分は", OTHER, SAME),
    ],
)
def test_a_case_of_indices_without_letters_is_open(words: str, right: str, wrong: str) -> None:
    assert judged(SOFTMAX, words, right) == "unproved"
    assert judged(SOFTMAX, words, wrong) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "If the loss is positive, the gradient is",
        "If the margin is violated,",
        "For a misclassified point,",
        "For examples inside the margin",
        "Case 1: the margin is violated.",
        "For active units",
        "If unit $j$ fires,",
        "Wenn die Bedingung verletzt ist, gilt",
        "Si la marge est violée,",
        "損失が正の場合、",
    ],
)
def test_one_side_of_a_kink_in_words_is_open(words: str) -> None:
    assert judged(HINGE, words, r"\frac{\partial L}{\partial w} = x") == "unproved"
    assert judged(HINGE, words, r"\frac{\partial L}{\partial w} = -x") == "wrong"
    assert judged(HINGE, words, r"\frac{\partial L}{\partial w} = w") == "wrong"


@pytest.mark.parametrize(
    "behind",
    ["if the margin is violated.", "when the loss is positive, and zero otherwise.", "(and zero if it is not)"],
)
def test_the_same_behind_it(behind: str) -> None:
    assert judged(HINGE, "So", r"\frac{\partial L}{\partial w} = x", behind) == "unproved"
    assert judged(HINGE, "So", r"\frac{\partial L}{\partial w} = -x", behind) == "wrong"


@pytest.mark.parametrize("words", ["For a positive example,", "If the label is 1,", "For the positive class"])
def test_one_value_of_data_in_words_is_open(words: str) -> None:
    assert judged(ENTROPY, words, r"\frac{\partial E}{\partial x} = p - 1") == "unproved"
    assert judged(ENTROPY, words, r"\frac{\partial E}{\partial x} = 1 - p") == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "For the hidden layer we get",
        "Hence",
        "We differentiate:",
        "If we apply the chain rule, we get",
        "For a single example",
    ],
)
def test_other_words_name_no_case(words: str) -> None:
    assert judged(HINGE, words, r"\frac{\partial L}{\partial w} = x") == "wrong"


TRIPLET = r"""
$$d_p = \sum_k (a_k - p_k)^2, \quad d_n = \sum_k (a_k - n_k)^2, \quad L = \max(0, d_p - d_n + m)$$

If the margin is violated, we get

$$\frac{\partial L}{\partial a_k} = 2 (n_k - p_k),$$

WORDS

$$LINE$$
"""
SLACK = r"\frac{\partial L}{\partial p_k} = -2 (a_k - p_k)"


@pytest.mark.parametrize(
    ("words", "line", "verdict"),
    [
        ("and likewise", SLACK, "unproved"),
        ("and likewise", r"\frac{\partial L}{\partial p_k} = 2 (a_k - p_k)", "wrong"),
        ("In general,", SLACK, "wrong"),
        ("# The positive example", SLACK, "wrong"),
        ("Otherwise,", r"\frac{\partial L}{\partial p_k} = 0", "unproved"),
    ],
)
def test_a_case_in_words_may_go_on_for_the_displays_below(words: str, line: str, verdict: str) -> None:
    text = TRIPLET.replace("WORDS", words).replace("LINE", line)
    assert str(check(text).claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    "words", ["Where the margin is violated,", "As long as the loss is positive,", "損失が正のとき、"]
)
def test_a_case_in_other_words_goes_on(words: str) -> None:
    page = TRIPLET.replace("If the margin is violated, we get", words).replace("WORDS", "")
    assert str(check(page.replace("LINE", SLACK)).claims[-1].judgement) == "unproved"
    assert str(check(page.replace("LINE", SLACK.replace("-2", "2"))).claims[-1].judgement) == "wrong"
