r"""`v_w = W_{\text{in}}[w]`, and rows `u_{n_k}` beside `u_c` where the words `c, n_1, \dots, n_K` are all different."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

SPACES = (
    r"- Input embedding $v_w = W_{\text{in}}[w] \in \mathbb{R}^D$",
    r"- Output embedding $u_c = W_{\text{out}}[c] \in \mathbb{R}^D$",
)
WORDS = (
    r"For the words $c, n_1, \ldots, n_K$, which are all different, one positive and K negative words, let"
    r" $s = u_c^\top v_w$ and $r_k = u_{n_k}^\top v_w$ for $k = 1, \dots, K$, where $\sigma(x) = 1 / (1 + e^{-x})$."
)
LOSS = r"$$ L = -\log \sigma(s) - \sum_{k=1}^K \log \sigma(-r_k) $$"
PAGE = (*SPACES, WORDS, LOSS)


def test_rows_apart() -> None:
    cases = [
        (r"\frac{\partial L}{\partial u_c} = (\sigma(s) - 1) v_w", "right"),
        (r"\frac{\partial L}{\partial u_c} = (\sigma(s) - 1) u_c", "wrong"),
        (r"\frac{\partial L}{\partial u_{n_k}} = \sigma(r_k) v_w", "right"),
        (r"\frac{\partial L}{\partial u_{n_k}} = (\sigma(r_k) - 1) v_w", "wrong"),
        (r"\frac{\partial L}{\partial u_{n_k}} = \sigma(r_k) v_w + (\sigma(s) - 1) v_w", "wrong"),
        (r"\frac{\partial L}{\partial v_w} = (\sigma(s) - 1) u_c + \sum_{k=1}^K \sigma(r_k) u_{n_k}", "right"),
        (r"\frac{\partial L}{\partial v_w} = (\sigma(s) - 1) u_c + \sigma(r_k) u_{n_k}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


LINE = r"$$ \frac{\partial L}{\partial u_{n_k}} = \sigma(r_k) v_w $$"


def test_words_that_may_be_the_same_leave_it_open() -> None:
    told = WORDS.replace(", which are all different", "")
    assert verdict(*SPACES, told, LOSS, LINE) not in ("right", "wrong")
    apart = WORDS.replace("$c, n_1, ", "$n_1, ")
    assert verdict(*SPACES, apart, LOSS, LINE) not in ("right", "wrong")


@pytest.mark.parametrize(("vector", "expected"), [(r"E_{\text{out}}[j]", "right"), (r"E_{\text{in}}[j]", "open")])
def test_of_one_table_two_vectors_may_be_one(vector: str, expected: str) -> None:
    page = (
        r"- $v = E_{\text{in}}[i] \in \mathbb{R}^D$",
        rf"- $u = {vector} \in \mathbb{{R}}^D$",
        r"$$ J = (v^\top u - t)^2 $$",
        r"$$ \frac{\partial J}{\partial v} = 2 (v^\top u - t) u $$",
    )
    assert (verdict(*page) == "right") is (expected == "right")
    wrong = r"$$ \frac{\partial J}{\partial v} = 2 (v^\top u - t) v $$"
    assert (verdict(*page[:-1], wrong) == "wrong") is (expected == "right")


def test_rows_looked_up_of_which_nothing_is_read_make_no_line_wrong() -> None:
    page = (r"Let $v_w \in \mathbb{R}^D$ and $u_c \in \mathbb{R}^D$, $p, q \in \mathbb{R}$.", *PAGE[2:])
    told = page[1].replace(", which are all different", "").replace("$r_k = u_{n_k}^\\top v_w$", "$q$")
    assert verdict(page[0], told, r"$$ q = u_{n_k}^\top v_w $$", r"$$ p = u_{n_k} v_w $$") != "wrong"


LIST = r"$c, n_1, \ldots, n_K \in \{1, \dots, V\}$"


@pytest.mark.parametrize(
    ("said", "possible"),
    [
        (rf"{LIST}. It may happen that $c, n_1, \ldots, n_K$ are not all different.", {"open"}),
        (rf"{LIST}, where $c$ and $n_1$ are different.", {"open"}),
        (rf"{LIST} are all different.", {"open", "right"}),
    ],
)
def test_a_row_that_may_be_one_of_those_looked_up(said: str, possible: set[str]) -> None:
    page = (
        rf"Let $u_w, v \in \mathbb{{R}}^D$; the words {said}",
        r"$$ E = -\log \sigma(u_c^\top v) - \sum_{k=1}^K \log \sigma(-u_{n_k}^\top v) $$",
    )
    for line in (
        r"\frac{\partial E}{\partial u_c} = (\sigma(u_c^\top v) - 1) v",
        r"\frac{\partial E}{\partial u_{n_k}} = \sigma(u_{n_k}^\top v) v",
    ):
        found = verdict(*page, f"$$ {line} $$")
        assert (found if found in ("right", "wrong") else "open") in possible
