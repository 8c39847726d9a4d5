r"""The other of two of a kind: computed as the one, or given. By hand each line is derived both ways."""

from __future__ import annotations

import re

import pytest

from .judging import verdict

SCORE = r"$$ u_i = a z_i $$"
RANKED = r"$$ F = \log(1 + e^{u_j - u_i}) $$"
OUTPUT = r"$$ q_p = \tanh(a z_p) $$"
ERROR = r"$$ F = \frac12 (q_p - q_t)^2 $$"
SHARE = r"\frac{1}{1 + e^{u_i - u_j}}"


def judged(*page: str, line: str) -> str:
    return verdict(*page, "# Derivation", f"$${line}$$")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"\frac{{\partial F}}{{\partial a}} = -{SHARE} z_i", "unproved"),  # with u_j given
        (rf"\frac{{\partial F}}{{\partial a}} = -{SHARE} (z_i - z_j)", "unproved"),  # with u_j computed
        (rf"\frac{{\partial F}}{{\partial a}} = {SHARE} z_i", "wrong"),
        (rf"\frac{{\partial F}}{{\partial z_i}} = {SHARE} a", "wrong"),
    ],
)
def test_a_score_of_which_nothing_is_shown(line: str, expected: str) -> None:
    assert judged(SCORE, RANKED, line=line) == expected


@pytest.mark.parametrize(
    "said", ["", "The output is $q_p$ and the target $q_t$.", "It is compared with the older $q_t$."]
)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial F}{\partial a} = (q_p - q_t) (1 - q_p^2) z_p", ""),
        (r"\frac{\partial F}{\partial a} = (q_p - q_t) ((1 - q_p^2) z_p - (1 - q_t^2) z_t)", ""),
        (r"\frac{\partial F}{\partial a} = (q_p - q_t) q_p^2 z_p", "wrong"),
        (r"\frac{\partial F}{\partial z_p} = (q_p - q_t) (1 - q_p^2) a", "right"),
    ],
)
def test_a_target_of_the_letter_of_the_output(said: str, line: str, expected: str) -> None:
    assert judged(OUTPUT, ERROR, said, line=line) == (expected or "unproved")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial F}{\partial v_i} = 4 g_{ij} (v_i - v_j) + 6 (v_i - v_j)", "right"),
        (r"\frac{\partial F}{\partial v_i} = 4 g_{ij} (v_i - v_j)", "wrong"),
        (r"g_{ij} = g_{ji}", "right"),
        (r"g_{ij} = -g_{ji}", "wrong"),
    ],
)
def test_letters_that_change_places(line: str, expected: str) -> None:
    """By hand: `g_{ji}` is the same distance, and `3 g_{ji}` has the derivative `6 (v_i - v_j)`."""
    said = r"The distance $g_{ij} = \|v_i - v_j\|^2$ is symmetric."
    assert judged(said, r"$$ g_{ij} = \|v_i - v_j\|^2 $$", r"$$ F = g_{ij}^2 + 3 g_{ji} $$", line=line) == expected


@pytest.mark.parametrize(("line", "expected"), [("h_j", "right"), ("h_i", "wrong"), ("h_j - h_i", "wrong")])
def test_what_is_defined_for_each_has_one_reading(line: str, expected: str) -> None:
    page = (r"$$ u_i = a h_i $$", r"$$ u_j = a h_j $$", r"$$ F = u_j + c_i $$")
    assert judged(*page, line=rf"\frac{{\partial F}}{{\partial a}} = {line}") == expected


PRODUCT = r"\frac{\partial F}{\partial b_d} = (1 - h_i^2) w_{id} h_j"


@pytest.mark.parametrize(
    ("said", "layer", "two", "line", "expected"),
    [
        ("", "w_{id} b_d", "ij", PRODUCT, "wrong"),
        ("", "w_{id} b_d", "ij", PRODUCT + r" + (1 - h_j^2) w_{jd} h_i", "right"),
        ("The second one is measured.", "w_{id} b_d", "ij", PRODUCT, "unproved"),
        ("Beside it stands the label $h_j$.", "w_{id} b_d", "ij", PRODUCT, "unproved"),
        ("", "w_{id} b_d", "pt", PRODUCT, "unproved"),  # t: the target
        ("", "w_d x_{id}", "ij", r"\frac{\partial F}{\partial w_d} = (1 - h_i^2) x_{id} h_j", "unproved"),
    ],
)
def test_units_of_a_layer_are_all_computed(said: str, layer: str, two: str, line: str, expected: str) -> None:
    page = rf"$$ c_i = \sum_d {layer} $$", r"$$ h_i = \tanh(c_i) $$", r"$$ F = h_i h_j $$", said
    typed = str.maketrans("ij", two)
    formulas = [re.sub(r"_(\{[a-z]+\}|[a-z])", lambda m: m[0].translate(typed), x) for x in (*page, line)]
    assert judged(*formulas[:-1], line=formulas[-1]) == expected
