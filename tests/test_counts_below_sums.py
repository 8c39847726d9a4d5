r"""`\sum_n (y_j - a_j)^2` where n is the number of units, and indices set upright, `w_{\text{jk}}`."""

import pytest

from .judging import check

NET = r"""
$$ u_j = \sum_k w_{\text{jk}} x_k + b_j $$

$$ q_j = \tanh(u_j) $$

"""
SUM = r"""
$$ J = \frac12 \sum_n (q_j - t_j)^2 $$

"""
COUNT = r"""
Here n is the number of neurons in the output layer.
"""
LINES = [
    (r"\frac{\partial J}{\partial q_j} = q_j - t_j", "right"),
    (r"\frac{\partial J}{\partial q_j} = t_j - q_j", "wrong"),
    (r"\frac{\partial J}{\partial w_{\text{jk}}} = (q_j - t_j) (1 - q_j^2) x_k", "right"),
    (r"\frac{\partial J}{\partial w_{\text{ki}}} = (q_k - t_k) (1 - q_k^2) x_i", "right"),
    (r"\frac{\partial J}{\partial w_{jk}} = (q_j - t_j) (1 - q_j^2) x_k", "right"),
    (r"\frac{\partial J}{\partial w_{\text{kj}}} = (q_j - t_j) (1 - q_j^2) x_k", "wrong"),
    (r"\frac{\partial J}{\partial x_k} = \sum_j (q_j - t_j) (1 - q_j^2) w_{\text{jk}}", "right"),
    (r"\frac{\partial J}{\partial x_k} = \sum_j (q_j - t_j) (1 - q_j^2) w_{\text{kj}}", "wrong"),
]


def judged(page: str, line: str) -> str:
    return str(check(f"{page}\n$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_sums_with_the_number_of_their_terms(line: str, verdict: str) -> None:
    assert judged(NET + SUM + COUNT, line) == verdict


@pytest.mark.parametrize(
    "said",
    [
        r"where $n$ denotes the number of output units.",
        "n 代表輸出層的神經元個數：全部加起來。",
        "n 是输出层神经元的个数。",
        "$n$ は出力層のユニット数である。",
    ],
)
@pytest.mark.parametrize(("line", "verdict"), LINES[:2])
def test_words_for_that_number(said: str, line: str, verdict: str) -> None:
    assert judged(NET + SUM + said, line) == verdict


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Here n is the number of training examples.",
        "n 代表樣本個數。",
        "Here n is not the number of neurons in the output layer.",
        "Here n is the number of neurons in the hidden layer.",
        "Here n is the number of units per group.",
        COUNT + r"$$ x_n = 1 $$",
    ],
)
@pytest.mark.parametrize(("line", "verdict"), LINES[:2])
def test_letters_that_may_count_something_else(said: str, line: str, verdict: str) -> None:
    rule = r"$$ \frac{\partial J}{\partial x_k} = \sum_j \frac{\partial J}{\partial u_j} w_{\text{jk}} $$"
    assert judged(NET + SUM + said + rule, line) not in ("right", "wrong"), verdict


def test_sums_with_several_letters_or_none() -> None:
    for body in (r"(q_j - t_k)^2", "c"):
        page = NET + SUM.replace("(q_j - t_j)^2", body) + COUNT
        assert judged(page, r"\frac{\partial J}{\partial q_j} = q_j - t_j") not in ("right", "wrong")


@pytest.mark.parametrize("word", ["on", "out", "hid", "max"])
def test_words_below_names_are_labels(word: str) -> None:
    page = rf"""
$$ u_i = \sum_n w_{{\text{{{word}}}}} x_n + v_i $$

$$ J = \frac12 \sum_i (u_i - t_i)^2 $$
"""
    line = rf"\frac{{\partial J}}{{\partial w_{{\text{{{word}}}}}}} = \sum_i (u_i - t_i) \sum_n x_n"
    assert judged(page, line) == "right"
    assert judged(page, line.replace(r"\sum_i (u_i - t_i)", "(u_1 - t_1)")) != "right"


def test_upright_labels_that_no_sum_binds() -> None:
    page = r"""
$$ u_j = w_{\text{jk}} x_j $$

$$ J = \frac12 \sum_j (u_j - t_j)^2 + \sum_k v_k^2 $$
"""
    assert judged(page, r"\frac{\partial J}{\partial w_{\text{jk}}} = \sum_j (u_j - t_j) x_j") == "right"
    assert judged(page, r"\frac{\partial J}{\partial w_{\text{jk}}} = (u_j - t_j) x_j") != "right"


def test_a_letter_of_which_nothing_is_said_may_be_that_number() -> None:
    """As typed J is n equal terms; who means a sum over j types the right line, and it is not wrong."""
    assert judged(SUM, r"\frac{\partial J}{\partial q_j} = q_j - t_j") == "unproved"
    assert judged(SUM, r"\frac{\partial J}{\partial q_j} = t_j - q_j") == "wrong"
    assert judged(SUM, r"\frac{\partial J}{\partial q_j} = 2 (q_j - t_j)") == "wrong"
