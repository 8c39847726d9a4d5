r"""Conditions that the clause that leads to a display does not say: `If $i = j$, there are two terms. In total we get`.

`data/conditions_not_of_the_display.txt` and `data/conditions_of_the_display.txt` have what stands before a display on
each line, `@` stands for the condition, `%` for its contrary.
"""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from judging import verdict

from symderiv.latex.led_elsewhere import led_elsewhere

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$"
LEFT = r"\frac{\partial p_i}{\partial z_j}"
SAME, OTHER = rf"$${LEFT} = p_i (1 - p_i)$$", rf"$${LEFT} = -p_i p_j$$"
ANY, NEVER = rf"$${LEFT} = p_i (\delta_{{ij}} - p_j)$$", rf"$${LEFT} = p_i (1 + p_i)$$"
DOLLARS, PLAIN = (r"$i = j$", r"$i \ne j$"), ("i = j", "i ≠ j")
"""Both, with dollar signs and without."""


def rows(name: str) -> list[str]:
    return Path(__file__).with_name("data").joinpath(name).read_text().splitlines()


def said(words: str, condition: str, contrary: str) -> str:
    return words.replace("@", condition).replace("%", contrary)


@pytest.mark.parametrize(
    ("words", "typed"), list(zip(rows("conditions_not_of_the_display.txt"), cycle([DOLLARS, PLAIN]), strict=False))
)
def test_no_line_is_judged_under_a_condition_that_is_not_its_own(words: str, typed: tuple[str, str]) -> None:
    same, other = typed
    assert verdict(SOFTMAX, said(words, same, other), SAME) == "unproved"
    assert verdict(SOFTMAX, said(words, same, other), OTHER) == "unproved"
    assert verdict(SOFTMAX, said(words, other, same), OTHER) == "unproved"


@pytest.mark.parametrize(
    ("words", "typed"), list(zip(rows("conditions_of_the_display.txt"), cycle([PLAIN, DOLLARS]), strict=False))
)
def test_the_clause_that_leads_to_a_display_says_its_condition(words: str, typed: tuple[str, str]) -> None:
    same, other = typed
    assert verdict(SOFTMAX, said(words, same, other), SAME) == "right"
    if re.search(r"diagonal|对角|same (?:word|logit|index)", words, re.I):  # no words for the contrary
        assert verdict(SOFTMAX, said(words, same, other), OTHER) == "wrong"
        assert verdict(SOFTMAX, said(words, other, same), SAME) == "unproved"
    else:
        assert verdict(SOFTMAX, said(words, other, same), OTHER) == "right"
        assert verdict(SOFTMAX, said(words, other, same), SAME) == "wrong"


@pytest.mark.parametrize(
    "words", ["If $i = j$, there are two terms. In total:", "(check $i = j$)", "Zuerst $i = j$. Sonst"]
)
def test_what_holds_both_ways_is_right_or_wrong(words: str) -> None:
    assert verdict(SOFTMAX, words, ANY) == "right"
    assert verdict(SOFTMAX, words, NEVER) == "wrong"


@pytest.mark.parametrize("lead", ["For all others", "The other entries:", "Im übrigen Fall"])
def test_a_line_of_all_others_is_not_refuted_by_the_case_above_it(lead: str) -> None:
    above = r"$$\frac{\partial p_i}{\partial z_i} = p_i (1 - p_i)$$"
    assert verdict(SOFTMAX, "For $i = j$, the derivative is", above, lead, OTHER) == "unproved"


STEPS = (
    r"$$h_t = \tanh(w h_{t-1} + u x_t)$$ for $t = 1, \dots, T$.",
    r"$$E = \frac12 \sum_{t=1}^{T} (h_t - y_t)^2$$",
)
BY_H = r"\frac{\partial E}{\partial h_t}"
LAST = rf"$${BY_H} = h_t - y_t$$"
REST = rf"$${BY_H} = (h_t - y_t) + \frac{{\partial E}}{{\partial h_{{t+1}}}} w (1 - h_{{t+1}}^2)$$"


@pytest.mark.parametrize(
    "words",
    [
        r"Do this for $t = 1, \dots, T-1$. The last step is",
        "If $t = T$, the second term is missing. Otherwise",
        "If $t = T$, only the first term remains, else",
        "When $t = T$ there is no future. Else:",
        "For $t < T$ there are two terms. At the end",
        "Start with $t = T$. Then the recursion is",
        "First $t = T$, then backwards:",
        "($t = T$: base case)",
        "(at $t = T$: no future)",
        "(if $t < T$, add the second term)",
        "(and for $t = T$)",
        "For $t < T$ and for $t = T$:",
        "With $t = T$ as the last step, we get",
        "Initialization: $t = T$. Then",
        "The last step is t = T. The previous steps are",
        "t = T is the base case. The recursion is",
        "For t < T there are two terms. At the last step:",
    ],
)
def test_steps_that_words_leave_again(words: str) -> None:
    assert {verdict(*STEPS, words, line) for line in (LAST, REST)} == {"unproved"}


def test_steps_that_a_clause_says() -> None:
    assert verdict(*STEPS, "For $t = T$ we get", LAST) == "right"
    assert verdict(*STEPS, "If $t < T$, then", REST) == "right"
    assert verdict(*STEPS, "If $t < T$, then", LAST) == "wrong"
    assert verdict(*STEPS, "For t = T we get", LAST) == "right"
    assert verdict(*STEPS, "For t = T we get", REST) == verdict(*STEPS, "For $t = T$ we get", REST)


@pytest.mark.parametrize(
    ("words", "same", "other"),
    [
        ("The other case is", "unproved", "unproved"),
        ("It follows from the general", "unproved", "unproved"),
        ("So we get", "right", "wrong"),
    ],
)
@pytest.mark.parametrize("typed", ["$i = j$", "i = j"])
def test_words_below_the_heading_of_a_case(words: str, same: str, other: str, typed: str) -> None:
    assert verdict(SOFTMAX, f"## Case {typed}", words, SAME) == same
    assert verdict(SOFTMAX, f"## Case {typed}", words, OTHER) == other


@pytest.mark.parametrize(
    "words",
    [
        "for $i = j$, say.",
        "for $i = j$ or similar.",
        "and likewise with $i = j$.",
        "and now $i = j$.",
        "Case 2: $i = j$.",
        "Nun $i = j$.",
    ],
)
def test_words_right_behind_a_display(words: str) -> None:
    assert verdict(SOFTMAX, f"{SAME}\n{words}") == "unproved"


@pytest.mark.parametrize("words", ["for $i = j$.", "if $i = j$,", "($i = j$)", "This holds for $i = j$."])
def test_conditions_right_behind_a_display(words: str) -> None:
    assert verdict(SOFTMAX, f"{SAME}\n{words}") == "right"


def test_what_is_drawn_from_the_page_holds_further_down() -> None:
    assert led_elsewhere("They differ, so ", ". We take the difference:") == ""
    assert led_elsewhere("They differ, so ", ". In general:") == "In general"
