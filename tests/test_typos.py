r"""Pages with one letter mistyped: the line with it is told, the others are judged as ever, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from .judging import check

PAGES = Path(__file__).parent / "pages_alone"


def judged(name: str, typed: str, mistyped: str) -> list[str]:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert typed in text
    return [str(c.judgement) for c in check(text.replace(typed, mistyped, 1)).claims]


def test_an_index_differentiated_on_a_page_that_says_in_words_what_a_function_is() -> None:
    typed = r"\frac{\partial E}{\partial w_i} = (y-t) (1-y^2"
    assert judged("tanh_in_japanese", typed, typed.replace("partial E", "partial i")) == ["wrong", "unreadable"]


@pytest.mark.parametrize("letter", ["q", "i"])
def test_a_sum_of_a_name_that_the_network_does_not_have(letter: str) -> None:
    typed = r"\sum_{j \neq i} p_{ij} = 1 $$"
    found = judged("given_and_others", typed, typed.replace("p_", f"{letter}_"))
    assert found[-4:] == ["wrong", "wrong", "right", "right"]
