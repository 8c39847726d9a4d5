r"""Words on targets: which call them one-hot for sure, and lines of which words say that they are for a class alone.

By hand: with `L = -\sum_i t_i \log p_i` and a softmax p the derivative by `z_i` is `p_i \sum_k t_k - t_i`. With
one-hot t that is `p_i - 1` for the true class and `p_i` for the others.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS

HEAD = r"$$ p_i = \frac{e^{z_i}}{\sum_k e^{z_k}} $$" "\n\n" r"$$ L = -\sum_i t_i \log p_i $$" "\n\n"
ALONE = r"$$ p_i = \frac{e^{z_i}}{\sum_k e^{z_k}} $$" "\n\n" r"$$ L = -\log p_c $$" "\n\n"
BY_Z = r"\frac{\partial L}{\partial z_i} = "


def _judged(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("".join(parts), options=VERDICTS).claims]


def _line(right: str) -> str:
    return f"\n\n$$ {BY_Z}{right} $$\n\n"


@pytest.mark.parametrize(
    "words", ["The targets are one-hot.", "Here we use one-hot labels.", "正解ラベルは one-hot 表現である。"]
)
def test_called_one_hot(words: str) -> None:
    assert _judged(HEAD, words, _line("p_i - t_i"), _line("t_i - p_i")) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "The targets are one-hot vectors multiplied by the return.",
        "The targets are one-hot vectors with three ones.",
        "The labels are one-hot; what we fit is twice that.",
        "The targets are one-hot. In rare classes the target is doubled.",
        "The targets are one-hot where there is a label.",
        "The targets are one-hot during the warm-up.",
        r"The targets are one-hot, $t_i \in \{-1, 1\}$.",
        "正解ラベルは one-hot ベクトルの 2 倍である。",
        "$t$ is one-hot. The labels are then weighted.",
    ],
)
def test_changed(words: str) -> None:
    assert _judged(HEAD, words, _line("p_i - t_i"), _line("t_i - p_i")) == ["unproved", "wrong"]


def test_scaled_by_a_letter() -> None:
    words = "The targets are one-hot. Here $t_i$ is scaled by $w$."
    right, slip = _judged(HEAD, words, _line("p_i - t_i"), _line("t_i - p_i"))
    assert right == "unproved"
    assert slip in ("unproved", "wrong")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Here $t$ is one-hot. For the correct class", "and for the others"),
        ("The targets are one-hot. If $i$ is the correct class,", "otherwise"),
        ("The targets are one-hot. For the correct class $t_i = 1$, so", "and for all other classes"),
        ("$t$ は one-hot である。$i$ が正解クラスのとき", "$i$ が正解クラスでないとき"),
    ],
)
def test_of_a_class_alone(one: str, two: str) -> None:
    assert _judged(HEAD, one, _line("p_i - 1"), two, _line("p_i")) == ["unproved", "unproved"]
    assert _judged(HEAD, one, _line("1 - p_i"), two, _line("-p_i")) == ["wrong", "wrong"]


def test_of_a_class_with_a_letter() -> None:
    words = "The targets are one-hot. Let $j$ be the true class."
    lines = (r"$$ L = -\log p_j $$", r"$$ \frac{\partial L}{\partial z_j} = p_j - 1 $$")
    assert _judged(HEAD, words, "\n\n", "\n\n".join(lines)) == ["unproved", "unproved"]
    slips = (r"$$ L = \log p_j $$", r"$$ \frac{\partial L}{\partial z_j} = p_j $$")
    assert _judged(HEAD, words, "\n\n", "\n\n".join(slips)) == ["wrong", "wrong"]
    assert _judged(HEAD, words, _line("p_i + t_i")) == ["wrong"]


def test_of_an_entry_singled_out() -> None:
    words = "where $c$ is the true class. For a wrong class"
    assert _judged(ALONE, words, _line("p_i"), "and for the true class", _line("p_i - 1")) == ["unproved", "unproved"]
    assert _judged(ALONE, words, _line("-p_i")) == ["wrong"]
    assert _judged(ALONE, "Each class has a score.", _line("p_i")) == ["wrong"]


def test_products_of_such_data() -> None:
    words = r"where $t_i \in \{0, 1\}$ and $\sum_i t_i = 1$." "\n\n"
    lines = (r"$$ t_i^2 = t_i $$", r"$$ t_i t_j = 0 \quad (i \ne j) $$", r"$$ L = -\log \sum_i t_i p_i $$")
    assert _judged(HEAD, words, "\n\n".join(lines))[-3:] == ["right"] * 3
    assert _judged(HEAD, words, "\n\n".join(lines[:1]), "\n\n", r"$$ L = -\sum_i \log t_i p_i $$")[-1] != "right"
    perhaps = "Exactly one of the $t_i$ is 1.\n\n"
    assert _judged(HEAD, perhaps, lines[1], "\n\n", r"$$ t_i t_j = 1 \quad (i \ne j) $$") == ["unproved", "wrong"]


def test_shares_of_other_sums() -> None:
    page = r"$$ p_i = \frac{z_i^2}{\sum_k z_k^2} $$" "\n\n" r"$$ L = -\sum_i t_i \log p_i $$" "\n\n"
    line, slip = _line(r"\frac{2 (p_i - t_i)}{z_i}"), _line(r"\frac{p_i - t_i}{z_i}")
    assert _judged(page, "The targets are one-hot.", line, slip) == ["right", "wrong"]
