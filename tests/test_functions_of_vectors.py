r"""Functions in bold that mix the entries of a vector, beside `\boldsymbol{\sigma}'`: no functions of each entry.

By hand: of softmax p the loss c.p has the slope `p_i (c_i - \sum_j p_j c_j)`, and not `p_i (1 - p_i) c_i`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""$$ \mathbf{q} = \boldsymbol{\sigma}(\mathbf{v}), \quad \mathbf{v} = \mathbf{A}\mathbf{u} $$

$$ E = \mathbf{c}^T \mathbf{q} $$"""
BY_ENTRIES = r"$$ \frac{\partial E}{\partial \mathbf{v}} = \boldsymbol{\sigma}'(\mathbf{v}) \odot \mathbf{c} $$"
MIXED = r"$$ \frac{\partial E}{\partial \mathbf{v}} = \mathbf{q} \odot (\mathbf{c} - \mathbf{q}^T \mathbf{c}) $$"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\boldsymbol{\sigma}$ is the softmax.",
        r"where $\sigma_i(\mathbf{v}) = \frac{e^{v_i}}{\sum_j e^{v_j}}$.",
        r"$$ q_i = \frac{e^{v_i}}{\sum_j e^{v_j}} $$",
    ],
)
def test_what_mixes_the_entries_is_left_open(said: str) -> None:
    assert verdict(PAGE, said, BY_ENTRIES) not in ("right", "wrong")
    assert verdict(PAGE, said, BY_ENTRIES, MIXED) not in ("right", "wrong")


def test_others_act_on_each_entry() -> None:
    page = PAGE.replace(r"\boldsymbol{\sigma}(\mathbf{v})", r"\boldsymbol{\sigma}(\mathbf{v}), \quad q_i = \sigma(v_i)")
    said = r"Here $\sigma$ acts on each entry."
    assert verdict(page, said, BY_ENTRIES) == "right"
    assert verdict(page, said, BY_ENTRIES.replace("= ", "= -")) == "wrong"


def test_what_does_not_rest_on_it() -> None:
    said = r"$$ q_i = \frac{e^{v_i}}{\sum_j e^{v_j}} $$"
    line = r"$$ \frac{\partial E}{\partial \mathbf{q}} = \mathbf{c} $$"
    assert verdict(PAGE, said, BY_ENTRIES, line) == "right"
    assert verdict(PAGE, said, BY_ENTRIES, line.replace("= ", "= -")) == "wrong"


def test_a_letter_in_the_usual_font() -> None:
    page = PAGE.replace(r"\boldsymbol{\sigma}", r"\sigma")
    line = BY_ENTRIES.replace(r"\boldsymbol{\sigma}", r"\sigma")
    assert verdict(page, r"Here $\sigma$ is the softmax function.", line) not in ("right", "wrong")
    said = r"Here $\sigma$ is the logistic function, unlike the softmax of other pages."
    assert verdict(page, said, line) != "wrong"
    assert verdict(page, r"Here $\sigma$ is the logistic function.", line) == "right"
