r"""Words beside the condition of a line that widen it, turn it round or except it, in many languages, and plain ones.

`data/words_beside_conditions.txt` has a phrase on each line, `@` stands for the condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check
from symderiv.latex.said_plainly import said_plainly
from symderiv.latex.turned_round import restricting

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$"
LEFT = r"\frac{\partial p_i}{\partial z_j}"
SAME = rf"{LEFT} = p_i (1 - p_i)"
"""True for i = j alone."""
OTHER = rf"{LEFT} = -p_i p_j"
"""True where they differ."""
ANY = rf"{LEFT} = p_i (\delta_{{ij}} - p_j)"
NEVER = rf"{LEFT} = p_i (1 + p_i)"
KINDS: dict[str, list[tuple[str, str]]] = {}
for row in Path(__file__).with_name("data").joinpath("words_beside_conditions.txt").read_text().splitlines():
    if row.startswith("#"):
        kind = row.strip("# ")
    else:
        before, _, behind = row.partition("@")
        KINDS.setdefault(kind, []).append((before.strip(), behind.strip()))
PLAIN = KINDS["plain"] + KINDS["plain in a display"]
TURNED = [phrase for kind in ("also", "whether", "except") for phrase in KINDS[kind]]


def around(phrase: tuple[str, str]) -> tuple[str, str]:
    before, behind = phrase
    return f"{before} " if before else "", f" {behind}" if behind else ""


def pages(phrase: tuple[str, str], line: str, condition: str = "i = j") -> Iterator[str]:
    """The line with a phrase in it, in words in it and right behind it."""
    before, behind = around(phrase)
    yield rf"$${line} \quad \text{{{before}}} {condition} \text{{{behind}}}$$"
    yield rf"$${line} \quad \text{{{before}${condition}${behind}}}$$"
    yield f"$${line}$$\n{before}${condition}${behind}."


def test_what_turns_a_condition_round_is_not_plain() -> None:
    assert [x for x in TURNED if not restricting(*around(x), joined=False)] == []


def test_plain_words() -> None:
    assert [(x, said_plainly(*around(x))) for x in PLAIN if restricting(*around(x), joined=False)] == []


@pytest.mark.parametrize("phrase", TURNED[::6])
def test_no_line_is_right_for_a_condition_that_is_turned_round(phrase: tuple[str, str]) -> None:
    assert {verdict(SOFTMAX, page) for page in pages(phrase, SAME)} <= {"unproved", "unreadable"}


@pytest.mark.parametrize("phrase", KINDS["plain"][::5])
def test_a_line_is_right_under_a_plain_condition(phrase: tuple[str, str]) -> None:
    assert {verdict(SOFTMAX, page) for page in pages(phrase, SAME)} == {"right"}
    assert {verdict(SOFTMAX, page) for page in pages(phrase, OTHER)} <= {"wrong", "unproved"}


@pytest.mark.parametrize("phrase", KINDS["plain in a display"][::5])
def test_words_that_are_plain_in_the_display_alone(phrase: tuple[str, str]) -> None:
    *within, behind = pages(phrase, SAME)
    assert {verdict(SOFTMAX, page) for page in within} == {"right"}
    assert verdict(SOFTMAX, behind) in {"right", "unproved"}


@pytest.mark.parametrize("words", ["auch für", "même si", "不论", "unless", "hormis pour", "qua wo"])
def test_what_is_the_same_both_ways(words: str) -> None:
    assert {verdict(SOFTMAX, page) for page in pages((words, ""), ANY)} == {"right"}
    assert {verdict(SOFTMAX, page) for page in pages((words, ""), NEVER)} == {"wrong"}
    assert {verdict(SOFTMAX, page) for page in pages((words, ""), OTHER)} == {"unproved"}
    assert {verdict(SOFTMAX, page) for page in pages((words, ""), OTHER, r"i \ne j")} == {"unproved"}


def test_words_behind_a_comma() -> None:
    cases = [", too", ", as well", " (also otherwise)", ", auch", ", également", " oder nicht"]
    for behind, found in zip(
        cases, each_verdict(SOFTMAX, lines=[rf"$${SAME}$$ for $i = j${behind}." for behind in cases]), strict=True
    ):
        assert found == "unproved", behind


def test_other_places() -> None:
    cases = [
        rf"$${SAME} \quad (\text{{auch für }} i = j)$$",
        rf"$$\text{{même si }} i = j: \quad {SAME}$$",
        rf"$${SAME}$$" + "\n\nfor $i = j$ too.",
        rf"Daher gilt ${SAME}$ auch für $i = j$.",
        rf"Hormis $i = j$: $${SAME}$$",
        rf"$${SAME} \quad \text{{(only the term $i = j$)}}$$",
    ]
    for page, found in zip(cases, each_verdict(SOFTMAX, lines=cases), strict=True):
        assert found == "unproved", page


def test_plain_places() -> None:
    cases = [
        rf"$${SAME} \quad (\text{{für }} i = j)$$",
        rf"$$\text{{pour }} i = j: \quad {SAME}$$",
        rf"$${SAME}$$" + "\n\nwhere $i = j$.",
        rf"Also ist ${SAME}$ für $i = j$.",
        rf"For $i = j$ the entries on the diagonal are then $${SAME}$$",
        rf"In particular, for $i = j$, $${SAME}$$",
        rf"$${SAME} \quad (i = j) \qquad \text{{quotient rule}}$$",
    ]
    for page, found in zip(cases, each_verdict(SOFTMAX, lines=cases), strict=True):
        assert found == "right", page


def test_a_word_that_is_not_known_is_named_with_what_to_write() -> None:
    link = check(rf"{SOFTMAX} $${SAME} \text{{ auch für }} i = j$$").claims[-1].links[0]
    assert "`auch` beside `i = j` may widen that condition or turn it round" in link.detail
    assert "write it alone, or its contrary" in link.detail
