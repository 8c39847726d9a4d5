r"""Lengths of vectors that are computed, told by sums over their entries: the p of `\sum_{k=1}^K y_k \log p_k`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ \mathbf{o} = \mathbf{V} \mathbf{h} + \mathbf{d}, \quad PP = \mathrm{softmax}(\mathbf{o}) $$

SAID

"""
SUM = r"$$ L = -\sum_{k=1}^K y_k \log Pk $$ with one-hot $\mathbf{y}$"
LINES = [
    (r"\frac{\partial L}{\partial \mathbf{o}} = PP - \mathbf{y}", "right"),
    (r"\frac{\partial L}{\partial \mathbf{V}} = (PP - \mathbf{y}) \mathbf{h}^\top", "right"),
    (r"\frac{\partial L}{\partial \mathbf{o}} = \mathbf{y} - PP", "wrong"),
    (r"\frac{\partial L}{\partial \mathbf{h}} = \mathbf{V} (PP - \mathbf{y})", "wrong"),
]


def verdict(line: str, said: str = SUM, p: str = r"\mathbf{p}", pk: str = "p_k") -> str:
    page = PAGE.replace("SAID", said) + f"$$ {line} $$\n"
    return str(sd.check(page.replace("PP", p).replace("Pk", pk)).claims[-1].judgement)


@pytest.mark.parametrize(("line", "expected"), LINES)
@pytest.mark.parametrize(("p", "pk"), [(r"\mathbf{p}", "p_k"), (r"\hat{\mathbf{y}}", r"\hat{y}_k")])
def test_a_vector_is_as_long_as_sums_over_its_entries(line: str, expected: str, p: str, pk: str) -> None:
    found = verdict(line, p=p, pk=pk)
    assert found == expected or (r"\mathbf{h}" in line and expected == "wrong" and found == "unreadable")


@pytest.mark.parametrize(("line", "expected"), LINES[:3])
def test_the_loss_of_the_true_class_and_the_sum_are_of_one_length(line: str, expected: str) -> None:
    chain = r"$$ L = -\log p_c = -\sum_{k=1}^K y_k \log p_k $$ with one-hot $\mathbf{y}"
    assert verdict(line, chain + "$") == expected
    assert verdict(line, chain + r" \in \mathbb{R}^K$") == expected


def test_a_sum_over_examples_tells_no_length() -> None:
    page = r"""
$$ \mathbf{y} = \mathbf{W} \mathbf{x} $$

$$ E = \frac{1}{2} \sum_{n=1}^{N} \| \mathbf{y}_n - \mathbf{t}_n \|^2 $$

$$ \frac{\partial E}{\partial \mathbf{W}} = (\mathbf{y} - \mathbf{t}) \mathbf{x}^\top $$
"""
    assert str(sd.check(page).claims[-1].judgement) not in ("right", "wrong")
