r"""Entries `h_j` of `\mathbf{h}(\mathbf{x}^{(t)})`, where there is one example, and where there are several."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$\widetilde{\mathbf{x}}^{(t)} \in \mathbb{R}^D$, $\mathbf{W} \in \mathbb{R}^{H \times D}$, $\mathbf{v} \in \mathbb{R}^H$

$$ \mathbf{h}(\widetilde{\mathbf{x}}^{(t)}) = \tanh(\mathbf{W} \widetilde{\mathbf{x}}^{(t)}) $$

$$ y = \mathbf{v}^\top \mathbf{h}(\widetilde{\mathbf{x}}^{(t)}) $$

$$ l = \frac12 (y - r)^2 $$

$$ \nabla_{\mathbf{h}(\widetilde{\mathbf{x}}^{(t)})} l = (y - r) \mathbf{v} $$

$$ \frac{\partial l}{\partial W_{j,k}} = (y - r) v_j (1 - ENTRY^2) \widetilde{x}_k^{(t)} $$

$$ \frac{\partial l}{\partial W_{j,k}} = (y - r) v_j (1 - ENTRY) \widetilde{x}_k^{(t)} $$
"""


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims]


@pytest.mark.parametrize(
    "entry", ["h_j", r"h(\widetilde{\mathbf{x}}^{(t)})_j", r"\mathbf{h}(\widetilde{\mathbf{x}}^{(t)})_j"]
)
def test_of_one_example(entry: str) -> None:
    assert verdicts(PAGE.replace("ENTRY", entry))[-3:] == ["right", "right", "wrong"]


def test_of_several_examples() -> None:
    page = PAGE.replace("ENTRY", "h_j").replace(r"l = \frac12", r"l = \sum_{t=1}^N \frac12")
    assert not {"right", "wrong"} & set(verdicts(page)[-2:])


def test_of_another_argument() -> None:
    page = PAGE.replace("ENTRY", "h_j").replace(r"l = ", r"l = \|\mathbf{h}(\mathbf{x})\|^2 + ")
    assert "right" not in verdicts(page)[-2:]


def test_of_a_name_of_its_own() -> None:
    page = PAGE.replace("ENTRY", "h_j").replace(r"$$ y", r"$h_j = W_{j,1}$" + "\n\n$$ y")
    assert verdicts(page)[-2:][0] != "right"
