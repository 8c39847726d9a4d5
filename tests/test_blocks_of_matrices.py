"""Matrices in blocks before vectors on top of one another; sums over all entries; vectors called e; assumptions."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check

LAYER = r"""
Let $x \in \mathbb{R}^n$, $h \in \mathbb{R}^m$, $A \in \mathbb{R}^{p \times n}$, $B \in \mathbb{R}^{p \times m}$,
$b, t \in \mathbb{R}^p$ and $V = [A \; B]$.

$$ z = V \begin{bmatrix} x \\ h \end{bmatrix} + b $$

$$ E = \frac12 \| z - t \|^2 $$
"""
BY_V = r"$$ \frac{\partial E}{\partial V} = (z - t) \begin{bmatrix} x \\ h \end{bmatrix}^T $$"


def verdicts(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize("blocks", [r"V = [A \; B]", r"V = [A, B]", r"V = \begin{bmatrix} A & B \end{bmatrix}"])
def test_lines_about_all_blocks(blocks: str) -> None:
    page = LAYER.replace(r"V = [A \; B]", blocks)
    assert verdicts(page, BY_V) == ["right", "right"]
    turned = BY_V.replace(r"x \\ h", r"h \\ x")
    assert "right" not in verdicts(page, turned)
    assert "wrong" in verdicts(page, BY_V.replace("(z - t)", "z"))
    by_x = r"$$ \frac{\partial E}{\partial x} = A^T (z - t) $$"
    found = each_verdict(page, lines=[by_x, by_x.replace("A^T", "B^T")])
    assert found[0] == "right"
    assert found[1] != "right"


def test_a_decay_of_blocks() -> None:
    page = LAYER.replace(r"\|^2", r"\|^2 + \frac{\lambda}{2} \| V \|_F^2")
    line = BY_V.replace("^T", r"^T + \lambda V")
    assert verdicts(page, line) == ["right", "right"]
    assert verdicts(page, BY_V) == ["wrong", "wrong"]
    assert "right" not in verdicts(page, line.replace(r"\lambda V", r"\lambda \| V \|_F^2 V"))


def test_blocks_beside_entries_of_the_whole_stay_unread() -> None:
    line = r"$$ \frac{\partial E}{\partial V_{ij}} = 0 $$"
    assert verdicts(LAYER, line)[-1] not in ("right", "wrong")


def test_vectors_on_top_of_one_another_without_blocks_are_not_read() -> None:
    page = LAYER.replace(r" and $V = [A \; B]$", "")
    assert "right" not in verdicts(page, BY_V)
    assert "wrong" not in verdicts(page, BY_V)


def test_blocks_that_no_line_uses() -> None:
    page = LAYER.replace(r"V \begin{bmatrix} x \\ h \end{bmatrix}", "A x + B h")
    assert "wrong" not in verdicts(page, r"$$ \frac{\partial E}{\partial x} = A^T (z - t) $$")


FORMS = r"""
Let $e_1, e_2 \in \mathbb{R}^d$, $W^{[j]} \in \mathbb{R}^{d \times d}$, $j = 1, \ldots, k$, and $b, u \in \mathbb{R}^k$.

$$ z_j = e_1^T W^{[j]} e_2 + b_j $$

$$ g = \sum_{j=1}^k u_j f(z_j) $$
"""


def test_vectors_called_e() -> None:
    by_slice = r"$$ \frac{\partial g}{\partial W^{[j]}} = u_j f'(z_j) e_1 e_2^T $$"
    assert each_verdict(FORMS, lines=[by_slice, by_slice.replace("e_1 e_2^T", "e_2 e_1^T")]) == ["right", "wrong"]
    by_bias = r"$$ \frac{\partial g}{\partial b_j} = u_j f'(z_j) $$"
    assert each_verdict(FORMS, lines=[by_bias, by_bias.replace("u_j f", "f")]) == ["right", "wrong"]


@pytest.mark.parametrize("decay", [r"\sum_{\omega \in \Omega} \omega^2", r"\| \Omega \|^2"])
def test_a_sum_over_all_entries(decay: str) -> None:
    page = f"{FORMS}\n\nWith $\\Omega$ the set of all entries of $u, W$ we minimize\n\n$$ J = g + \\lambda {decay} $$"
    by_slice = r"$$ \frac{\partial J}{\partial W^{[j]}} = u_j f'(z_j) e_1 e_2^T + 2 \lambda W^{[j]} $$"
    assert each_verdict(page, lines=[by_slice, by_slice.replace(r"2 \lambda", r"\lambda")]) == ["right", "wrong"]
    by_bias = r"$$ \frac{\partial J}{\partial b_j} = u_j f'(z_j) $$"
    assert each_verdict(page, lines=[by_bias, by_bias.replace("(z_j)", r"(z_j) + 2 \lambda b_j")]) == ["right", "wrong"]
    unknown = page.replace("all entries of $u, W$", "some entries of $u, W$")
    assert verdict(unknown, by_slice) != "right"


HINGE = r"""
$$ g = \sum_{j=1}^k u_j x_j $$

$$ J = \max(0, 1 - g) + \frac{\lambda}{2} \sum_{j=1}^k u_j^2 $$
"""
ASSUMED = "and assume that $1 - g > 0$."
SECTION = "## Derivatives"
BY_U = r"$$ \frac{\partial J}{\partial u_j} = - x_j + \lambda u_j $$"


@pytest.mark.parametrize("between", ["", SECTION, f"{SECTION}\n\nThey are simple.\n\n## More"])
def test_what_is_assumed_at_the_end_of_a_section_goes_on_to_hold(between: str) -> None:
    assert each_verdict(HINGE + ASSUMED, between, lines=[BY_U, BY_U.replace("- x_j", "x_j")]) == ["right", "wrong"]
    assert verdict(HINGE, between, BY_U) == "wrong"
