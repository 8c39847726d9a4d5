r"""Lines for the true class, in the letter that numbers all classes elsewhere.

By hand: with one-hot targets `L = -\sum_i t_i \log p_i` is `-\log p_i` for the i whose target is 1, and for no other.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS

HEAD = r"$$ p_i = \frac{e^{z_i}}{\sum_k e^{z_k}} $$" "\n\n" r"$$ L = -\sum_i t_i \log p_i $$" "\n\n"
END = "\n\n" r"$$ \frac{\partial L}{\partial z_i} = p_i - t_i $$" "\n"
SAID = [
    "Since $t$ is one-hot, $L = VALUE$ for the true class $i$.",
    "With one-hot $t$ we get $L = VALUE$, where $i$ is the correct class.",
    "The targets are one-hot, so $L = VALUE$ for the target class $i$.",
    "The targets are one-hot.\n\n$$ L = VALUE $$ where $i$ is the correct class.",
    "The target $t$ is one-hot. For the true class $i$ we have $L = VALUE$.",
]


def _judged(words: str) -> list[str]:
    return [str(c.judgement) for c in check(HEAD + words + END, options=VERDICTS).claims]


@pytest.mark.parametrize("words", SAID)
def test_for_the_true_class(words: str) -> None:
    assert _judged(words.replace("VALUE", r"-\log p_i")) == ["unproved", "right"]


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize("value", [r"\log p_i", r"-p_i", r"-\log z_i", r"-\log(1 - p_i)"])
def test_slips_for_the_true_class(words: str, value: str) -> None:
    assert _judged(words.replace("VALUE", value)) == ["wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        r"Since $t$ is one-hot, $L = -\log p_i$ for each class $i$.",
        r"Since $t$ is one-hot, $L = -\log p_i$.",
        r"Since $t$ is one-hot, $L = -\log p_i$ for the class $i$ with the largest score.",
    ],
)
def test_for_other_classes(words: str) -> None:
    assert _judged(words) == ["wrong", "right"]


@pytest.mark.parametrize(("said", "wanted"), [("For", "unproved"), ("The targets are one-hot. For", "right")])
def test_the_target_of_the_true_class(said: str, wanted: str) -> None:
    """That it is 1 there is said of no other target."""
    words = said + r" the true class $i$ we have $t_i = 1$ and $L = -\log p_i$."
    assert _judged(words) == ["unproved", wanted]
    assert _judged(words.replace(r"-\log p_i", "-p_i")) == ["wrong", wanted]
    assert check(HEAD + words + END.replace("p_i - t_i", "t_i - p_i"), options=VERDICTS).claims[-1].judgement == "wrong"


def test_weights_are_no_one_hot_data() -> None:
    """Nor is a line open that is `0 = 0` with them."""
    head = HEAD + r"Here $z_k = \sum_m w_{mk} x_m$, and $t$ is one-hot." + "\n\n"
    page = head + r"$$ \frac{\partial L}{\partial x_m} = \sum_k w_{mk} (t_k - p_k) $$" + "\n"
    right = r"$$ \frac{\partial L}{\partial w_{mk}} = (p_k - t_k) x_m $$" + "\n"
    assert [str(c.judgement) for c in check(page + right, options=VERDICTS).claims] == ["wrong", "right"]
