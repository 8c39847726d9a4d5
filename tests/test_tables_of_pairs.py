r"""Tables of things of one kind, `p(v_j | v_i)`: the indices of what is listed number the entries."""

from __future__ import annotations

import pytest

import symderiv as sd

WORDS = r"""
$$ P(w_o \mid w_c) = \frac{\exp(s_{oc})}{\sum_{l=1}^V \exp(s_{lc})} $$

$$ s_{oc} = \sum_{d=1}^D a_{od} b_{cd} $$

$$ J = -\sum_{c=1}^V \sum_{o=1}^V n_{oc} \log P(w_o \mid w_c) $$

"""
NUMBERED = r"""
$$ q_1(u_a | u_b) = \frac{e^{z_{ab}}}{\sum_{k=1}^N e^{z_{kb}}} $$

$$ q_2(u_a | u_b) = \frac{e^{-z_{ab}}}{\sum_{k=1}^N e^{-z_{kb}}} $$

$$ F = \sum_{a=1}^N \sum_{b=1}^M q_1(u_a | u_b) q_2(u_a | u_b) $$

"""
HIDDEN = r"""
$$ p(x_j | x_i) = \frac{e^{-(x_i - x_j)^2}}{\sum_{k=1}^N e^{-(x_i - x_k)^2}} $$

"""


def verdict(page: str, line: str) -> str:
    return str(sd.check(f"{page}$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            r"\frac{\partial P(w_o \mid w_c)}{\partial s_{lc}} = P(w_o \mid w_c) (\delta_{ol} - P(w_l \mid w_c))",
            "right",
        ),
        (
            r"\frac{\partial P(w_o \mid w_c)}{\partial s_{lc}} = P(w_o \mid w_c) (\delta_{ol} - P(w_o \mid w_c))",
            "wrong",
        ),
        (
            r"\frac{\partial P(w_o \mid w_c)}{\partial s_{lc}} = P(w_o \mid w_c) (\delta_{ol} - P(w_c \mid w_l))",
            "wrong",
        ),
        (r"\frac{\partial \log P(w_o \mid w_c)}{\partial a_{ld}} = (\delta_{ol} - P(w_l \mid w_c)) b_{cd}", "right"),
        (r"\frac{\partial \log P(w_o \mid w_c)}{\partial a_{ld}} = (\delta_{ol} - P(w_c \mid w_l)) b_{cd}", "wrong"),
        (r"\frac{\partial J}{\partial s_{oc}} = P(w_o \mid w_c) \sum_{l=1}^V n_{lc} - n_{oc}", "right"),
        (r"\frac{\partial J}{\partial s_{oc}} = P(w_o \mid w_c) \sum_{l=1}^V n_{ol} - n_{oc}", "wrong"),
        (r"\frac{\partial P(w_o \mid w_c)}{\partial s_{lk}} = 0 \quad (k \ne c)", "right"),
        (r"\sum_{o=1}^V P(w_o \mid w_c) = 1", "right"),
        (r"\sum_{c=1}^V P(w_o \mid w_c) = 1", "wrong"),
    ],
)
def test_words(line: str, wanted: str) -> None:
    """What is given and what is not are told apart by the places."""
    assert verdict(WORDS, line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial q_1(u_a | u_b)}{\partial z_{cb}} = q_1(u_a | u_b) ([a = c] - q_1(u_c | u_b))", "right"),
        (r"\frac{\partial q_2(u_a | u_b)}{\partial z_{cb}} = q_2(u_a | u_b) (q_2(u_c | u_b) - [a = c])", "right"),
        (r"\frac{\partial q_2(u_a | u_b)}{\partial z_{cb}} = q_2(u_a | u_b) (q_1(u_c | u_b) - [a = c])", "wrong"),
        (r"q_1(u_a | u_b) = q_2(u_a | u_b)", "wrong"),
    ],
)
def test_numbers_below_the_letter(line: str, wanted: str) -> None:
    """Two tables of one letter are two."""
    assert verdict(NUMBERED, line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial p(x_j | x_i)}{\partial x_m} = 0 \quad (m \ne i, m \ne j)",
        r"\frac{\partial p(x_j | x_i)}{\partial x_i} = 0",
        r"p(x_j | x_i) = p(x_i | x_j)",
    ],
)
def test_values_that_are_listed(line: str) -> None:
    """What has a value is no mere thing."""
    assert verdict(HIDDEN, line) != "right"


def test_one_that_is_differentiated_by() -> None:
    """What lines differentiate by has a value, too."""
    assert verdict(WORDS, r"\frac{\partial P(w_o \mid w_c)}{\partial w_c} = 0") not in ("right", "wrong")


def test_one_that_is_not_defined() -> None:
    """Of a table without a definition nothing is known."""
    page = WORDS.replace(r"P(w_o \mid w_c) = ", "q_{oc} = ")
    assert verdict(page, r"\frac{\partial P(w_o \mid w_c)}{\partial s_{lc}} = 0") != "right"


def test_one_defined_for_one_alone() -> None:
    """What is defined for a thing and itself is defined for no other pair."""
    page = r"$$ p(v_i | v_i) = e^{z_i} $$" + "\n\n"
    assert verdict(page, r"\frac{\partial p(v_i | v_j)}{\partial z_i} = 0") != "right"
