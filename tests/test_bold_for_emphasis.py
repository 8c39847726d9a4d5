r"""Numbers in bold to show what was left out, `\mathbf{w_2}` on a page about the numbers `w_1, w_2`.

By hand: of `o = s(s(x w_1) w_2)` with `s' = s (1 - s)` the derivative by `w_1` is `s'(..) w_2 s'(x w_1) x`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NUMBERS = r"$$ s(u) = \frac{1}{1 + e^{-u}} $$ $$ o = s(s(x w_1) w_2) $$"
LINE = r"$$ \frac{\partial o}{\partial w_1} = s'(s(x w_1) w_2) \cdot \mathbf{w_2} \cdot s'(x w_1) x $$"
STEPS = r"$$ h = v x + c $$ $$ y = u h^2 $$"
BELOW = r"$$ \frac{\partial y}{\partial v} = 2 u h \, \boldsymbol{x} $$"


@pytest.mark.parametrize(("page", "claim"), [(NUMBERS, LINE), (STEPS, BELOW)])
def test_shown_in_bold(page: str, claim: str) -> None:
    assert verdict(page, claim) == "right"


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (NUMBERS, LINE.replace("{w_2}", "{w_1}")),
        (NUMBERS, LINE.replace(r"s'(x w_1) x", r"s'(x w_1)")),
        (STEPS, BELOW.replace("{x}", "{v}")),
        (STEPS, BELOW.replace("2 u", "u")),
    ],
)
def test_slips(page: str, claim: str) -> None:
    assert verdict(page, claim) == "wrong"


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (NUMBERS + r" Let $\mathbf{w_2}$ be something else.", LINE),
        (NUMBERS + " All of these are vectors.", LINE),
        (NUMBERS + r" $$ q = \|k\|^2 $$", LINE),
        (NUMBERS, LINE.replace(r"\mathbf{w_2}", r"\mathbf{w_3}")),
        (STEPS, BELOW.replace("{x}", "{x}_n")),
    ],
)
def test_what_may_be_another_name(page: str, claim: str) -> None:
    assert verdict(page, claim) not in ("right", "wrong")


def test_a_name_of_its_own() -> None:
    assert verdict(NUMBERS + r" $$ \mathbf{w_2} = 2 $$", LINE) != "right"
