r"""Lines that are refuted only where a constant has another sign or size than it always has: `\epsilon < 0`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

POLICY = r"""$$ r_t = \frac{\pi_t}{\mu_t} $$

$$ \ell_t = \min\left( r_t A_t, \min(\max(r_t, 1-\epsilon), 1+\epsilon) A_t \right) $$"""
CLIPPED = (
    r"$$ \frac{\partial \ell_t}{\partial r_t} = \begin{cases} 0 & (A_t > 0, \; r_t > 1+\epsilon) \\ "
    r"0 & (A_t < 0, \; r_t < 1-\epsilon) \\ A_t & (\text{otherwise}) \end{cases} $$"
)
ONE_SIDED = (
    r"$$ \frac{\partial \ell_t}{\partial r_t} = \begin{cases} A_t & (1-\epsilon < r_t < 1+\epsilon) \\ "
    r"0 & (\text{otherwise}) \end{cases} $$"
)


def test_a_clip_is_one_of_bounds_in_order() -> None:
    swapped = CLIPPED.replace("A_t > 0", "A_t = 0").replace("A_t < 0", "A_t > 0").replace("A_t = 0", "A_t < 0")
    assert verdict(POLICY, CLIPPED) == "unproved"
    assert verdict(POLICY, ONE_SIDED) == "wrong"
    assert verdict(POLICY, swapped) == "wrong"


def test_the_same_of_a_clip_by_name() -> None:
    named = POLICY.replace(
        r"\min(\max(r_t, 1-\epsilon), 1+\epsilon)", r"\operatorname{clip}(r_t, 1-\epsilon, 1+\epsilon)"
    )
    assert verdict(named, CLIPPED) == "unproved"
    assert verdict(named, ONE_SIDED) == "wrong"


@pytest.mark.parametrize("name", [r"\mathrm{clip}", r"\operatorname{clamp}"])
def test_a_value_between_bounds_by_name(name: str) -> None:
    page = rf"$$ c = {name}(x, l, u) $$"
    line = r"$$ \frac{\partial c}{\partial x} = \begin{cases} 1 & l < x < u \\ 0 & \text{otherwise} \end{cases} $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("l < x < u", "x > l")) == "wrong"
    squared = r"$$ \frac{\partial s}{\partial x} = \begin{cases} 2 c & l < x < u \\ 0 & \text{otherwise} \end{cases} $$"
    assert verdict(page, rf"$$ s = {name}(x, l, u)^2 $$", squared) == "right"
    assert verdict(page, rf"$$ s = {name}(x, l, u)^2 $$", squared.replace("2 c", "c")) == "wrong"


def test_a_name_that_the_page_defines_is_what_it_says() -> None:
    page = r"$$ \mathrm{clip}(x, l, u) = l x + u $$"
    line = r"$$ \frac{\partial c}{\partial x} = %s $$"
    assert verdict(page, r"$$ c = \mathrm{clip}(x, l, u) $$", line % "l") == "right"
    assert verdict(page, r"$$ c = \mathrm{clip}(x, l, u) $$", line % "u") == "wrong"


LEAKY = r"""$$ z_j = \sum_i w_{ji} x_i $$

$$ h_j = \max(\alpha z_j, z_j) $$"""
RESIDUAL = r"$$ e = y - f $$"


def cases(left: str, *rows: str) -> str:
    return rf"$$ {left} = \begin{{cases}} " + r" \\ ".join(rows) + r" \end{cases} $$"


@pytest.mark.parametrize("slope", [r"\alpha", "a"])
def test_the_lower_branch_is_the_less_steep_one(slope: str) -> None:
    page, of = LEAKY.replace(r"\alpha", slope), r"\frac{\partial h_j}{\partial z_j}"
    lines = (
        cases(of, "1 & z_j > 0", rf"{slope} & z_j < 0"),
        cases(of, rf"{slope} & z_j > 0", "1 & z_j < 0"),
        cases(of, "1 & z_j > 0", rf"-{slope} & z_j < 0"),
    )
    assert each_verdict(page, lines=lines) == ["unproved", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("loss", "right", "wrong"),
    [
        (
            r"\max(0, |e| - \epsilon)",
            (r"0 & |e| < \epsilon", r"-1 & e > \epsilon", r"1 & e < -\epsilon"),
            (r"0 & |e| < \epsilon", r"1 & e > \epsilon", r"-1 & e < -\epsilon"),
        ),
        (r"|e| + \max(0, m + |e|)", ("-2 & e > 0", "2 & e < 0"), ("-1 & e > 0", "1 & e < 0")),
        (r"\sqrt{\lambda^2 e^2}", (r"-\lambda & e > 0", r"\lambda & e < 0"), ("-1 & e > 0", "1 & e < 0")),
    ],
)
def test_bounds_margins_and_scales_are_positive(loss: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    lines = [cases(r"\frac{\partial L}{\partial f}", *rows) for rows in (right, wrong)]
    assert each_verdict(RESIDUAL, f"$$ L = {loss} $$", lines=lines) == ["unproved", "wrong"]


def test_a_weight_has_any_sign() -> None:
    line = r"$$ \frac{\partial s}{\partial x} = w \, \mathrm{sign}(x) $$"
    assert verdict(r"$$ s = |w x| $$", line) == "wrong"
    assert verdict(r"$$ s = |\lambda x| $$", line.replace("w", r"\lambda")) == "unproved"


def test_what_is_wrong_for_usual_constants_stays_so() -> None:
    page = r"$$ L = \max(0, m - s) + \lambda |w| $$"
    lines = (
        r"$$ \frac{\partial L}{\partial w} = \lambda \, \mathrm{sign}(w) $$",
        r"$$ \frac{\partial L}{\partial w} = \lambda w $$",
        r"$$ \frac{\partial L}{\partial w} = \mathrm{sign}(w) $$",
        r"$$ \frac{\partial L}{\partial s} = - m $$",
    )
    assert each_verdict(page, lines=lines) == ["right", "wrong", "wrong", "wrong"]


def test_what_the_page_states_is_used() -> None:
    page = r"$$ e = y - f $$", r"$$ L = \max(0, |e| - \epsilon) $$ with $\epsilon > 0$."
    rows = r"0 & |e| < \epsilon", r"-1 & e > \epsilon", r"1 & e < -\epsilon"
    assert verdict(*page, cases(r"\frac{\partial L}{\partial f}", *rows)) == "right"
    steep = LEAKY + "\n\n" + r"Here $\alpha > 0$."
    assert verdict(steep, cases(r"\frac{\partial h_j}{\partial z_j}", "1 & z_j > 0", r"\alpha & z_j < 0")) == "unproved"
