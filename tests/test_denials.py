"""Words beside an equation by which it is not claimed, or not as it stands: it may not be right then."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n"
LINE = r"\frac{\partial E}{\partial x_i} = 2 x_i"

DENIED = [
    rf"It cannot be that ${LINE}$.",
    rf"It is impossible that ${LINE}$.",
    rf"We do not get $${LINE}$$",
    rf"Instead of ${LINE}$ we have something else.",
    rf"A common error: $${LINE}$$",
    f"A common error:\n\n$${LINE}$$",
    rf"**Wrong:** $${LINE}$$",
    rf"One might think ${LINE}$.",
    rf"Is it true that ${LINE}$?",
    rf"Is $${LINE}$$ ?",
    rf"✗ $${LINE}$$",
    rf"$${LINE}$$ ❌",
    rf"$${LINE}$$ (wrong)",
    rf"$${LINE}$$ is a common mistake.",
    rf"${LINE}$ is nonsense.",
    rf"${LINE}$ contradicts the chain rule.",
    f"| step | is |\n|--|--|\n| ${LINE}$ | wrong |\n",
    rf"Nicht: $${LINE}$$",
    rf"$${LINE}$$ ist falsch.",
    rf"$${LINE}$$ est faux.",
    rf"$${LINE}$$ とは限らない。",
    rf"$${LINE}$$ とはならない。",
    rf"$${LINE}$$ にはなりません。",
    rf"よくある間違い: $${LINE}$$",
    rf"誤: $${LINE}$$",
    rf"${LINE}$ $\cdot 3$",
    f"$${LINE}$$\n\nThe line above is wrong.",
    f"$${LINE}$$\n\nBut this forgets a minus sign.",
    f"$${LINE}$$\n\nThis is twice what we want.",
    f"Nobody would claim that ${LINE}$.",
    f"${LINE}$ — no!",
    f"$${LINE}$$\n\nUnfortunately the previous equation is not correct.",
    f"$${LINE}$$\n\n上の式は誤りである。",
    rf"$${LINE} \tag{{1}}$$" + "\n\nThis we shall need. Equation (1) is wrong.",
    rf"$${LINE} \label{{a}}$$" + "\n\nThis we shall need. But \\eqref{a} does not hold.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_or_asked_earns_nothing(text: str) -> None:
    report = check(NETWORK + text)
    assert (report.verdict, report.marks) == ("unreadable", 0.0)


WEAKENED = [
    rf"Perhaps ${LINE}$.",
    rf"Up to a constant, ${LINE}$.",
    rf"Ignoring constant factors, $${LINE}$$",
    rf"$${LINE}$$ up to sign.",
    rf"$${LINE}$$ times two.",
    rf"$${LINE}$$ plus a constant.",
    rf"Twice $${LINE}$$",
    rf"${LINE}$²",
    rf"$${LINE}$$ for no $i$.",
    rf"For no $i$, ${LINE}$.",
    rf"There is no $i$ with ${LINE}$.",
    rf"$${LINE}$$ for almost all $i$.",
    rf"$${LINE}$$ for exactly one $i$.",
    rf"${LINE}$ holds approximately.",
    rf"We wrote ${LINE}$, which is off by a sign.",
    rf"$${LINE}$$ where a factor of two is missing.",
    rf"This would give ${LINE}$ if the error were linear.",
    r"$\frac{\partial E}{\partial x_i} \overset{?}{=} 2 x_i$",
    rf"${LINE}$ for the unit $i = 1$ alone.",
]


@pytest.mark.parametrize("text", WEAKENED)
def test_what_is_weakened_is_open(text: str) -> None:
    assert check(NETWORK + text).verdict == "unproved"


@pytest.mark.parametrize(
    "words",
    ["mal zwei", "fois deux", "por dos", "au carré", "hoch zwei", "乘以二", "ist nicht gleich", "for no ", "(falsch)"],
)
def test_arithmetic_in_the_words_of_a_formula(words: str) -> None:
    assert check(rf"{NETWORK}$${LINE} \text{{ {words}}}$$").verdict == "unreadable"


CLAIMED = [
    rf"The error is small. $${LINE}$$",
    rf"Squared error: $${LINE}$$",
    rf"This is not zero: ${LINE}$.",
    rf"As $t$ does not depend on $x$, ${LINE}$.",
    rf"Why is ${LINE}$?",
    rf"$${LINE}$$ for all $i$.",
    rf"$${LINE}$$ for every $i$, no matter which.",
    rf"We would not have guessed it, but $${LINE}$$",
    rf"$${LINE}$$ is the gradient; forgetting the 2 is a mistake.",
    rf"Up to time $T$ we have ${LINE}$.",
    rf"${LINE}$!",
    rf"Mind the minus sign: $${LINE}$$",
    rf"よって $${LINE}$$ となる。",
    rf"$${LINE}$$ は $0$ ではない。",
    f"$${LINE}$$\n\nThis is not so hard to see.",
    f"$${LINE}$$\n\nThe result is not linear in the weights.",
    rf"$${LINE} \tag{{1}}$$" + "\n\nThis we shall need. Equation (2) is wrong.",
    rf"$${LINE}$$, which is zero only if the input is.",
    rf"$${LINE}$$ where the factor 2 comes from the square.",
    rf"$${LINE}$$ for the unit $i = 1$ and for all others.",
    f"$${LINE}$$\n\nThis is twice the input.",
    rf"$${LINE} \quad \text{{(Kettenregel)}}$$",
    rf"$${LINE} \quad \text{{(das hängt nicht von $k$ ab)}}$$",
]


@pytest.mark.parametrize("text", CLAIMED)
def test_words_that_deny_nothing(text: str) -> None:
    assert check(NETWORK + text).verdict == "right"


@pytest.mark.parametrize("text", [*DENIED[:10], *WEAKENED])
def test_a_wrong_line_stays_wrong(text: str) -> None:
    assert check(NETWORK + text.replace("2 x_i", "3 x_i")).verdict == "wrong"


@pytest.mark.parametrize(
    "behind",
    ["and also elsewhere", ", and in general", "as well as for all other $i$", "and everywhere else", "だけでなく"],
)
def test_a_condition_that_is_widened_again(behind: str) -> None:
    line = r"$$\frac{\partial E}{\partial x_j} = 2 x_i$$"
    assert check(f"{NETWORK}{line} for $i = j$ {behind}.").verdict == "unproved"
    assert check(f"{NETWORK}{line} for $i = j$, and so on.").verdict == "right"
