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
        "Now for the rest:",
        "Now let the two be different. The numerator is constant, so",
        "**Case 2.** The numerator does not depend on the variable:",
        "Otherwise, the numerator is constant. Therefore",
        "Now different indices.",
        "In the opposite case,",
        "Without this assumption",
        "This is a special case of",
        "Independently of the case",
        "If the class is a wrong one,",
        "Let $j$ be some index that is not $i$. We get",
        "Let $k \\ne i$. Then",
        "The indices need not agree. Then",
        "Ansonsten gilt",
        "Im anderen Fall",
        "Dans l'autre cas,",
        "En caso contrario,",
        "Altrimenti,",
        "В противном случае",
        "反之，分子是常数：",
        "否则",
        "それ以外では",
        "一般の場合は",
        "다른 경우",
    ],
)
@pytest.mark.parametrize("typed", ["$i = j$", "i = j"])
def test_words_of_another_case_below_a_heading(words: str, typed: str) -> None:
    assert verdict(SOFTMAX, f"## Case {typed}", words, SAME) == "unproved"
    assert verdict(SOFTMAX, f"## Case {typed}", words, OTHER) == "unproved"
    assert verdict(SOFTMAX, f"## Case {typed}", SAME, words, OTHER) in ("unproved", "right")
    assert verdict(SOFTMAX, f"## Case {typed}", words, OTHER, "Now we simplify.", SAME) == "unproved"
    assert verdict(SOFTMAX, f"## Case {typed}", words, OTHER, "For $i = j$ we get", SAME) == "right"
    assert verdict(SOFTMAX, f"## Case {typed}", words, NEVER) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "In this case both the numerator and the denominator depend on it. Hence",
        "The other terms vanish, so we get",
        "Step 2: simplify.",
        "The general quotient rule gives",
        "Under this assumption we have",
        "If the indices agree, we get",
        "This is the first case. We have",
        "When we differentiate, we get",
        "In diesem Fall hängt der Zähler ab. Also gilt",
        "この場合、商の微分公式より",
        "此时，由商的求导法则",
    ],
)
def test_words_that_stay_in_the_case_of_a_heading(words: str) -> None:
    for heading in ("## Case $i = j$", "## Case 1 ($i = j$)", "## $i = j$ の場合"):
        assert verdict(SOFTMAX, heading, words, SAME) == "right"
        assert verdict(SOFTMAX, heading, words, OTHER) == "wrong"


@pytest.mark.parametrize("words", ["When both are the same:", "Conversely,", "Für gleiche Indizes", "当两者相同时"])
def test_words_of_the_same_below_the_heading_of_two_that_differ(words: str) -> None:
    assert verdict(SOFTMAX, r"## Case $i \ne j$", words, SAME) == "unproved"
    assert verdict(SOFTMAX, r"## Case $i \ne j$", words, OTHER) == "unproved"
    assert verdict(SOFTMAX, r"## Case $i \ne j$", "The indices differ, so", OTHER) == "right"


def test_terms_of_other_indices_that_vanish() -> None:
    assert verdict(SOFTMAX, "## Case $i = j$", r"The terms with $k \ne i$ vanish, so", SAME) == "right"


def test_the_contrary_below_a_heading_and_words_right_behind() -> None:
    contrary = (r"For $i \ne j$:", OTHER)
    assert verdict(SOFTMAX, "## Case $i = j$", *contrary) == "right"
    assert verdict(SOFTMAX, "## Case $i = j$", *contrary, "Now the loss.", SAME) == "unproved"
    assert verdict(SOFTMAX, "## Case $i = j$", f"{OTHER}\nin the other case.") == "unproved"


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
