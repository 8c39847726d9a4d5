r"""Cases that a sentence only likens its own to: `Analogously to the case $j = k$ we find for the other entries`."""

from __future__ import annotations

import pytest

from symderiv.latex.likened import is_likened

from .judging import check

SOFTMAX = r"Let $p_k = e^{z_k} / \sum_l e^{z_l}$."
DIAGONAL = r"\frac{\partial p_k}{\partial z_j} = p_k(1 - p_k)"
ENTROPY = r"Let $p=\sigma(x)$, $y\in\{0,1\}$, $E=-y\log p-(1-y)\log(1-p)$."
OF_ONES = r"\frac{\partial E}{\partial x} = p - 1"
LIKENED = [
    "Analogously to the case $j=k$ we find for the other entries",
    "Similarly to the case $j=k$, for the other entries we obtain",
    "In addition to the case $j=k$ we find",
    "Just as for $j=k$ we find",
    "Like before for $j=k$ we find",
    "The same as for $j=k$ we find",
    "As in the case $j=k$ we find",
    "By analogy with $j=k$ we find",
    "By the same argument as for $j=k$ we find",
    "Using the result for $j=k$ we find",
    "From the case $j=k$ it follows that",
    "Following the case $j=k$ we find",
    "After the case $j=k$ we obtain",
    "Next to the case $j=k$ we find",
    "Having dealt with $j=k$, we now find",
    "Now that $j=k$ is settled,",
    "Knowing the case $j=k$ we write in general",
    "Repeating the computation for $j=k$ with an arbitrary $j$:",
    "More generally than for $j=k$",
    "Generalizing $j=k$ we find",
    "Extending the case $j=k$ to all $j$,",
    "Going from $j=k$ to general $j$,",
    "Compared with $j=k$ we find",
    "As opposed to $j=k$",
    "Combining this with the case $j=k$ gives",
    "Together with the case $j=k$ we find",
    "Analog zum Fall $j=k$ folgt",
    "Wie im Fall $j=k$ folgt allgemein",
    "Comme dans le cas $j=k$, on obtient",
    "$j=k$ の場合と同様に",
    "$j = k$ のときと同じく",
    "$j = k$ の場合と比較すると",
]
SAID = [
    "For $j=k$ we find",
    "If $j=k$, then",
    "When $j=k$:",
    "In the case $j=k$ we have",
    "Consider first the case $j=k$.",
    "Case 1: $j=k$.",
    "Case $j=k$:",
    "Suppose $j=k$. Then",
    "First, let $j=k$. Then",
    "Now take $j=k$:",
    "We get for $j=k$",
    "The derivative for $j=k$ is",
    "Let us start with the case $j=k$:",
    "We turn to the case $j=k$:",
    "On the diagonal ($j=k$) we have",
    "Similarly, for $j=k$ we find",
    "Similarly for $j=k$:",
    "Then, for the case where $j=k$,",
    "- $j=k$:",
    "1. $j=k$",
    "(a) If $j=k$",
    "The diagonal entries ($j=k$) are",
    "Applying the quotient rule for $j=k$ gives",
    "Using the quotient rule, for $j=k$ we get",
    "With $j=k$ this becomes",
    "By the quotient rule, if $j=k$",
    "Assuming $j=k$, we get",
    "There are two cases. For $j=k$,",
    "Let's look at $j=k$ first:",
    "There are two cases: if $j = k$, then",
    "$j=k$ のとき",
    "まず $j=k$ の場合を考える。",
    "(i) $j=k$ の場合",
    "Setting $j=k$ we obtain",
    "Specializing to $j=k$:",
    "In particular, for $j=k$",
    "Fall $j=k$:",
    "Für $j=k$ gilt",
    "Pour $j=k$ on a",
    "If we have $j=k$, the quotient rule gives",
    "The case $j=k$:",
    "Here $j=k$, so",
    "Derivative of softmax when $j=k$:",
    "Note that when $j=k$,",
    "As a first step let $j=k$.",
    "It is easy to see that for $j=k$",
    "To differentiate, first consider $j=k$:",
    "Since $j=k$ here,",
    "As $j=k$ we get",
    "After some algebra, for $j=k$ we get",
    "From the quotient rule we get for $j=k$",
]
LIKENED_VALUES = [
    "Besides $y = 1$, which is trivial,",
    "Apart from $y = 1$,",
    "In addition to $y=1$,",
    "Not only for $y = 1$,",
    "As for $y=1$,",
    "Similarly to $y = 1$,",
    "Dropping $y=1$,",
    "Unlike for $y=1$,",
    "Just as in the case $y=1$,",
    "$y=1$ のときと同様に",
]
SAID_OF_VALUES = [
    "For $y = 1$,",
    "If $y=1$ we get",
    "In the case $y = 1$ we have",
    "Suppose $y=1$. Then",
    "We turn to $y=1$:",
    "For a positive example ($y=1$)",
    "$y=1$ のとき",
    "With $y=1$ this becomes",
]


def judged(head: str, words: str, line: str) -> str:
    return str(check(f"{head}\n\n{words}\n\n$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize("words", LIKENED)
def test_what_is_likened_is_no_condition(words: str) -> None:
    assert judged(SOFTMAX, words, DIAGONAL) != "right"


@pytest.mark.parametrize("words", SAID)
def test_what_is_said_is_one(words: str) -> None:
    assert judged(SOFTMAX, words, DIAGONAL) == "right"


def test_what_else_a_sentence_says_may_be_of_another_line() -> None:
    assert judged(SOFTMAX, "Like any quotient, for $j=k$ it gives", DIAGONAL) == "unproved"


@pytest.mark.parametrize("words", LIKENED_VALUES)
def test_nor_are_values(words: str) -> None:
    assert judged(ENTROPY, words, OF_ONES) != "right"


@pytest.mark.parametrize("words", SAID_OF_VALUES)
def test_values_that_are_said(words: str) -> None:
    assert judged(ENTROPY, words, OF_ONES) == "right"


def test_letters_that_are_named_are_not_likened() -> None:
    assert not is_likened("Tokens are indexed by ")
    assert not is_likened("Going back from ")
