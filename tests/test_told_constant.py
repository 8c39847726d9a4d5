r"""`$Z$ is a constant`: then Z is given and depends on nothing, also below a fraction line.

By hand: with `p_n = \frac{1}{Z} e^{-\sum_i w_i x_{ni}}` and a constant Z, `\partial \log p_n / \partial w_i = -x_{ni}`.
Where Z is nothing but what normalises p, it depends on w, and the line is open.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document import parse_document, read_formulas
from symderiv.resolve.told.told_constant import told_constant

from .judging import each_verdict, verdict

PAGE = r"$$p_n = \frac{1}{Z} e^{-\sum_{i=1}^m w_i x_{ni}}, \quad L = \sum_{n=1}^N \log p_n$$"
RIGHT = r"$$\frac{\partial L}{\partial w_i} = -\sum_{n=1}^N x_{ni}$$"
WRONG = r"$$\frac{\partial L}{\partial w_i} = -x_{ni}$$"
SAID = [
    "where $Z$ is a constant.",
    "Here $Z$ is a fixed positive constant, and $x_{ni}$ are data.",
    "All sums over $i$ run from $1$ to $m$; $Z$ is a constant.",
    "where $x_{ni}$ are data, $Z$ is constant.",
    "where $c$ and $Z$ are constants.",
    "where $Z$ and $c$ are constants.",
    "where $Z$, $c$, and $d$ are real constants.",
    "where Z is a constant.",
    "where $Z$ (a constant) is known.",
    r"ここで $Z$ は定数である。",
    r"$x_{ni}$ はデータ、$Z$ は正の定数とする。",
    r"$Z$ と $c$ は定数です。",
    r"其中 $Z$ 为常数。",
    r"$Z$ 是一个常数，$x_{ni}$ 是数据。",
    r"Dabei ist $x_{ni}$ gegeben, $Z$ ist konstant.",
    r"wobei $Z$ eine Konstante ist.",
    r"Hier: $Z$ ist eine positive Konstante.",
    r"où $Z$ est une constante réelle.",
    r"donde $Z$ es una constante.",
    r"dove $Z$ è una costante.",
    r"여기서 $Z$는 상수이다.",
]
NOT_SAID = [
    "",
    "where $Z$ is a normalising constant.",
    "where $Z$ is a constant that makes it sum to 1.",
    "where $Z$ is a constant such that $\\sum_n p_n = 1$.",
    "where $Z$ is a constant, $\\sum_n p_n = 1$.",
    "where $Z$ is constant in $x$.",
    "where $Z$ is a constant with respect to $x$.",
    "where $Z$ is a constant independent of $n$.",
    "where $Z$ is a constant for each $w$.",
    "If $Z$ is a constant, $p_n$ is easy.",
    "Suppose that $Z$ is a constant.",
    "Since $Z$ is a constant, $w$ is found easily.",
    "For large $m$, $Z$ is a constant.",
    "where $Z$ is not a constant.",
    "Sometimes $Z$ is a constant.",
    "where $Z$ is a constant. Of course this is false.",
    "The partition function $Z$ is a constant.",
    "where $Z$ is a constant. The $w_i$ are weights, and $Z$ is the partition function.",
    r"$Z$ は定数ではない。",
    r"$Z$ は規格化定数である。",
    r"$Z$ は $x$ によらない定数である。",
    r"$Z$ が定数のとき、$p_n$ は簡単である。",
    r"$Z$ を定数とすると $p_n$ は簡単である。",
    r"其中 $Z$ 为归一化常数。",
    r"如果 $Z$ 为常数，$p_n$ 很简单。",
    r"$Z$ 是与 $x$ 无关的常数。",
    r"wobei $Z$ die Normierungskonstante ist.",
    r"Wenn $Z$ eine Konstante ist, ist $p_n$ leicht.",
    r"$Z$ ist keine Konstante.",
    r"où $Z$ est une constante de normalisation.",
    r"~~$Z$ is a constant.~~",
    "where $Z$ is a constant. It makes the probabilities sum to one.",
    "where $Z$ is a constant. Its value depends on $w$.",
    "where $Z$ is a constant; $\\sum_n p_n = 1$.",
    "The probabilities $p_n$ add up to one; $Z$ is a constant.",
    r"$p$ は確率分布で、$Z$ は定数である。",
    "Is it true that $Z$ is a constant?",
    "$Z$ is constant: true or false?",
    "A common mistake: $Z$ is a constant.",
    "There is a region where $Z$ is a constant.",
    "We look at the set of $w$ where $Z$ is constant.",
]


@pytest.mark.parametrize("words", SAID)
def test_a_constant_depends_on_nothing(words: str) -> None:
    assert each_verdict(PAGE, words, lines=[RIGHT, WRONG]) == ["right", "wrong"]


@pytest.mark.parametrize("words", NOT_SAID)
def test_of_what_is_said_otherwise_lines_stay_open(words: str) -> None:
    assert verdict(PAGE, words, RIGHT) not in ("right", "wrong")


def test_a_derivative_of_it_denies_the_words() -> None:
    line = RIGHT.replace("x_{ni}$$", r"x_{ni} - N \frac{\partial \log Z}{\partial w_i}$$")
    assert verdict(PAGE, "where $Z$ is a constant.", line) == "unproved"


def test_other_names_with_its_letter_are_not_meant() -> None:
    page = PAGE.replace("{Z}", "{Z_n}")
    assert verdict(page, "where $Z$ is a constant.", RIGHT) == "unproved"
    assert verdict(page, "where the $Z_n$ are constants.", RIGHT) == "right"


def test_a_penalty_may_be_a_constant() -> None:
    page = r"$$E = \frac12 \sum_{i=1}^m (w_i - t_i)^2 + \lambda R$$"
    line = r"$$\frac{\partial E}{\partial w_i} = w_i - t_i$$"
    assert verdict(page, line) == "unproved"
    assert verdict(page, "where $R$ is a constant.", line) == "right"


def test_a_constant_multiplies_what_stands_in_parentheses() -> None:
    for words in (
        "wobei $f$ eine Konstante ist.",
        "$f$ ist eine Konstante.",
        "其中 $f$ 为常数。",
        "où $f$ est une constante.",
    ):
        page = f"$$L = \\sum_{{i=1}}^m f (w_i - t_i)^2$$ {words}"
        assert verdict(page, r"$$\frac{\partial L}{\partial w_i} = 2 f (w_i - t_i)$$") == "right"


def test_the_letters_of_several() -> None:
    page = parse_document("$$a = b$$ where $b$, $c$ and $Z$ are constants, $d$ is a matrix.")
    assert told_constant(read_formulas(page), page.blocks) == {"b", "c", "Z"}


def test_what_normalises_is_no_constant_whatever_it_is_called() -> None:
    summed = r"$$\sum_{n=1}^N p_n = 1$$"
    report = check("\n\n".join((PAGE, "where $Z$ is a constant.", RIGHT, summed)))
    assert [str(c.judgement) for c in report.claims] == ["unproved", "unproved"]
    assert verdict(PAGE, "where $Z$ is the normalising constant.", summed) == "unproved"
    assert verdict(PAGE, r"$$\log p_n = \sum_{i=1}^m w_i x_{ni} - \log Z$$") == "wrong"


def test_a_constant_derivative_is_no_constant_function() -> None:
    page = r"$$L = \sum_{i=1}^m f(w_i - t_i)$$ The derivative of $f$ is constant."
    found = each_verdict(
        page, lines=[r"$$\frac{\partial L}{\partial w_i} = f$$", r"$$\frac{\partial L}{\partial w_i} = f'(w_i - t_i)$$"]
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"
