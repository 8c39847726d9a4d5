r"""`$\varphi(s, a)$ are the features of action $a$ in state $s$`: no letter there is a value."""

from __future__ import annotations

import pytest

from .judging import verdict

POLICY = r"$$ \pi_w(a|s) = \frac{\exp(F(s,a)^\top w)}{\sum_{a'} \exp(F(s,a')^\top w)} $$"
SAID = [
    "$F(s,a)$ is the feature vector of action $a$ in state $s$ and $w$ the parameter vector.",
    "The features $F$ are fixed; $a'$ is any action in state $s$.",
]
VALUE = r"\nabla_w \log \pi_w(a|s) = "


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("features", ["x", r"\varphi"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (VALUE + r"F(s,a) - \sum_{a'} \pi_w(a'|s) F(s,a')", "right"),
        (VALUE + r"\sum_{a'} \pi_w(a'|s) (F(s,a) - F(s,a'))", "right"),
        (VALUE + r"F(s,a) - \sum_{a'} F(s,a')", "wrong"),
        (VALUE + r"F(s,a) - \sum_{a'} \pi_w(a'|s) F(s,a)", "wrong"),
    ],
)
def test_letters_in_a_sentence(said: str, features: str, line: str, expected: str) -> None:
    page = [x.replace("F", features) for x in (POLICY, said, "# Derivation", f"$${line}$$")]
    assert verdict(*page) == expected


def test_a_letter_that_is_a_value_in_a_formula_is_no_index() -> None:
    line = r"\nabla_w \log \pi_w(a|s) = x(s,a) - \sum_{a'} \pi_w(a'|s) x(s,a') + s"
    page = [x.replace("F", "x") for x in (POLICY, SAID[0], "# Derivation", f"$${line}$$")]
    assert verdict(*page) != "right"


@pytest.mark.parametrize("said", ["$F(s,a)$ depends on $w$.", "The vector $F$ is a function of $w$."])
def test_features_that_depend_on_the_parameters(said: str) -> None:
    page = [x.replace("F", "x") for x in (POLICY, said, "# Derivation")]
    assert verdict(*page, rf"$${VALUE} x(s,a) - \sum_{{a'}} \pi_w(a'|s) x(s,a')$$") not in ("right", "wrong")
