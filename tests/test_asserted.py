r"""What lists without a verb state of what they name: `teacher probabilities $p_k$ with $\sum_k p_k = 1$, ..`."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.latex.asserted import is_asserted

PAGE = r"""
$$ q_k = \frac{e^{s_k/T}}{\sum_{j=1}^K e^{s_j/T}} $$

$$ L = -T^2 \sum_{k=1}^K p_k \log q_k $$

$$ \frac{\partial L}{\partial s_k} = T (q_k - p_k) $$
"""


def verdict(lead: str) -> str:
    """That of a line which holds if the probabilities add up to 1."""
    return str(sd.check(f"{lead}\n{PAGE}").claims[-1].judgement)


def test_a_list() -> None:
    """Nothing else is said of the names, so that is how they are."""
    lead = r"Student logits $s_k$, teacher probabilities $p_k$ with $\sum_{k=1}^K p_k = 1$, temperature $T$."
    assert verdict(lead) == "right"
    assert verdict("Student logits $s_k$, teacher scores $p_k$, temperature $T$.") != "right"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("In the case of labels $p$ with ", ", temperature $T$."),
        ("If labels $p$ with ", ", temperature $T$."),
        ("Often labels $p$ with ", ", temperature $T$."),
        ("Labels $p$ with ", ", temperature $T$, are common."),
        ("For example labels $p$ with ", ", temperature $T$."),
    ],
)
def test_sentences(before: str, behind: str) -> None:
    """Whoever says more may mean one case."""
    assert not is_asserted(before, behind)
