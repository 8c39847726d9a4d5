r"""Strides in what the sizes of layers are, `N_l = \frac{N_{l-1} - W}{2} + 1`, and one stride for each, `s^{l-1}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\n[ranges]\nl = "1..K"\ni = "0..N_l-1"\nm = "0..W-1"\n+++\n'
LAYERS = (
    r"$$ z^l_i = \sum_{m=0}^{W-1} w^l_m z^{l-1}_{%s i+m} + b^l $$",
    r"where $N_l = \frac{N_{l-1} - W}{%s} + 1$ for $l = 1, \dots, K$.",
    r"$$ E = \sum_{i=0}^{N_K - 1} (z^K_i - y_i)^2, \quad \delta^l_i = \frac{\partial E}{\partial z^l_i} $$",
)
WEIGHTS = r"$$ \frac{\partial E}{\partial w^l_m} = \sum_{i=%s}^{N_l - 1} \delta^l_i z^{l-1}_{%s i+m} $$"
BIASES = r"$$ \frac{\partial E}{\partial b^l} = \sum_{i=%s}^{N_l - 1} \delta^l_i $$"


def page(stride: str) -> tuple[str, ...]:
    return FRONT, LAYERS[0] % stride, LAYERS[1] % stride.strip(), LAYERS[2]


@pytest.mark.parametrize("stride", ["2", "s ", "s^{l-1} ", "s_l "])
def test_a_stride_in_the_sizes_of_layers(stride: str) -> None:
    assert each_verdict(
        *page(stride),
        lines=[WEIGHTS % ("0", stride), WEIGHTS % ("1", stride), WEIGHTS % ("0", ""), BIASES % "0", BIASES % "1"],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_strides_of_two_layers_are_not_one() -> None:
    cases = ["s^l ", "s^{l+1} "]
    for slip, found in zip(
        cases, each_verdict(*page("s^{l-1} "), lines=[WEIGHTS % ("0", slip) for slip in cases]), strict=True
    ):
        assert found in ("unproved", "unreadable"), slip


def test_a_line_about_other_layers_is_not_judged_with_one_stride() -> None:
    line = r"$$ \frac{\partial E}{\partial w^{l+1}_m} = \sum_{i=0}^{N_{l+1} - 1} \delta^{l+1}_i z^l_{s^{l-1} i+m} $$"
    assert verdict(*page("s^{l-1} "), line) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    ("stride", "last", "first"),
    [("s^{l-1} ", "s^{K-1} ", "s^0 "), ("s_l ", "s_K ", "s_1 "), ("s^l ", "s^K ", "s^{1} ")],
)
def test_the_stride_of_a_definite_layer_is_no_number_of_its_own(stride: str, last: str, first: str) -> None:
    for layer, below, own in (("K", "K-1", last), ("1", "0", first), ("K", "K-1", first), ("1", "0", last)):
        line = WEIGHTS.replace("^l", f"^{{{layer}}}").replace("N_l", f"N_{layer}").replace("l-1", below) % ("0", own)
        assert verdict(*page(stride), line) in ("unproved", "unreadable")
        assert each_verdict(*page(stride), line, lines=[WEIGHTS % ("0", stride), WEIGHTS % ("1", stride)]) == [
            "right",
            "wrong",
        ]


@pytest.mark.parametrize("said", [r"$$ N_K = \frac{N_{K-1} - W}{s^{K-1}} + 1 $$", "Here $s^{1} = 2$."])
def test_the_stride_of_a_definite_layer_outside_an_index(said: str) -> None:
    assert verdict(*page("s^{l-1} "), said, WEIGHTS % ("0", "s^{l-1} ")) in ("unproved", "unreadable")
    assert verdict(*page("s^{l-1} "), WEIGHTS % ("0", "s^{l-1} "), said) in ("unproved", "unreadable", "right")


def test_a_line_may_hold_for_the_strides_that_are_tried() -> None:
    hidden = " ".join(rf"+ (s^{{l-1}} - {n})" if n == 1 else rf"(s^{{l-1}} - {n})" for n in range(1, 9))
    line = WEIGHTS[:-3] % ("0", "s^{l-1} ") + hidden + " $$"
    assert verdict(*page("s^{l-1} "), line) in ("unproved", "wrong")


def test_rounded_sizes_stay_open() -> None:
    said = r"where $N_l = \lfloor \frac{N_{l-1} - W}{2} \rfloor + 1$ for $l = 1, \dots, K$."
    slip = WEIGHTS % ("1", "2")
    assert verdict(FRONT, LAYERS[0] % "2", said, LAYERS[2], slip) in ("unproved", "unreadable", "wrong")
