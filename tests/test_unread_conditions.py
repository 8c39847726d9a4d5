r"""Conditions that cannot be read leave what is wrong without them open.

By hand: `s_i` is the sum of the squares up to i, so that its derivative by `a_j` is 0 for `j > i`, and `2 a_j` else.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = (
    '+++\n[ranges]\n"i" = "1..N"\n"j" = "1..N"\n+++\n'
    r"$$s_i = \sum_{j=1}^i a_j^2, \quad E = \sum_{i=1}^N c_i s_i$$"
)
LINE = r"\frac{\partial s_i}{\partial a_j}"


def judged(line: str) -> str:
    report = check(f"{PAGE}\n\n{line}")
    return next(str(k.judgement) for c in report.claims for k in c.links if LINE in c.latex)


@pytest.mark.parametrize("condition", [r"i \not\ge j", r"i \lesssim j", r"\neg (i \ge j)", r"i \nless j", r"i \ngeq j"])
@pytest.mark.parametrize("where", ["%s ( $%s$ )", "%s if $%s$.", "%s whenever $%s$", "If $%s$, then %s"])
def test_conditions_that_cannot_be_read(where: str, condition: str) -> None:
    parts = (condition, f"$${LINE} = 0$$") if where.startswith("If") else (f"$${LINE} = 0$$", condition)
    assert judged(where % parts) == "unproved"


def test_other_formulas_that_cannot_be_read() -> None:
    assert judged(rf"$${LINE} = 0$$ Here $x \lesssim y$ says that x is about as small.") == "wrong"
    assert judged(rf"$${LINE} = 0$$" + "\n\n" + r"If $x \lesssim y$ we stop.") == "wrong"
    assert judged(rf"$${LINE} = 2 a_j$$ ( $j \le i$ )") == "right"
    assert judged(rf"$${LINE} = 0$$ ( $j \le i$ )") == "wrong"


def test_a_definition_under_such_a_condition_is_not_taken_for_one() -> None:
    page = r"$$y = x^2$$ if $x \lesssim 1$." + "\n\n" + r"$$\frac{d y}{d x} = %s$$"
    for value in ("2 x", "x"):
        assert str(check(page % value).claims[-1].judgement) not in ("right", "wrong")


@pytest.mark.parametrize("condition", [r"j = i + 1, \dots, lim-it", r"j > lim-it", r"lim-it \le j \le last-one"])
def test_ranges_with_what_cannot_be_read(condition: str) -> None:
    assert judged(f"$${LINE} = 0$$ ( ${condition}$ )") == "unproved"
    assert judged(f"$${LINE} = 0$$ for ${condition}$.") == "unproved"
