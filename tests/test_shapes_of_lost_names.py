r"""Shapes that do not fit beside a name whose only definition could not be read: its shape may be another one."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import verdict

PAGE = r"""
Let $W \in \mathbb{R}^{m \times n}$, $v \in \mathbb{R}^n$ and $t \in \mathbb{R}^m$.

$$ x = 2 v $$

$$ h = W x $$

$$ E = \frac{1}{2} \|h - t\|^2 $$

## Derivation
"""
LOST = PAGE.replace("2 v", r"\oint v \, ds")
TURNED = r"$$ \frac{\partial E}{\partial W} = x (h - t)^T $$"


@pytest.mark.parametrize(("page", "wanted"), [(PAGE, "wrong"), (LOST, "unreadable")])
def test_a_misfit_is_wrong_where_every_name_of_the_line_is_known(page: str, wanted: str) -> None:
    assert verdict(page, TURNED) == wanted


def test_a_misfit_beside_other_names_is_wrong_all_the_same() -> None:
    assert verdict(LOST, r"$$ \frac{\partial E}{\partial h} = (h - t)^T W $$") == "wrong"


def test_matrices_in_a_definition_that_does_not_fit_make_no_line_wrong() -> None:
    page = r"""$$a^l = W^l h^{l-1} \qquad h^l = \tanh(a^l)$$ for $l = 1..L$, with $h^l \in \mathbb{R}^{n_l}$;
$E = \frac12 \|h^L - t\|^2$ and $\delta^l = \frac{\partial E}{\partial a^l}$.

For the layers $1 \le l < L$:

$\delta^l = (W^{l+1})^T \delta^{l+1} \odot (1 - h^l \odot h^l)$
"""
    assert str(sd.check(page).claims[-1].judgement) not in ("right", "wrong")


LABELLED = r"""
Let $X \in \mathbb{R}^{N \times D}$, $V \in \mathbb{R}^{D \times K}$, $U \in \mathbb{R}^{K \times R}$ and
$t \in \mathbb{R}^{N \times R}$.

$$ a = X V, \qquad z = a U $$

$$ E = \frac{1}{2} \sum_{n=1}^{N} \sum_{r=1}^{R} (z_{nr} - t_{nr})^2 $$

$$ g^{(2)} = \frac{\partial E}{\partial z} $$

with $g^{(1)} \in \mathbb{R}^{N}$ and

$$ g^{(1)} = \frac{\partial E}{\partial a} $$
"""


def test_another_label_of_the_letter_tells_nothing_of_a_name_whose_definition_does_not_fit() -> None:
    assert verdict(LABELLED, r"$$ \frac{\partial E}{\partial U} = a^T g^{(2)} $$") == "right"
    assert verdict(LABELLED, r"$$ \frac{\partial E}{\partial V} = X^T g^{(1)} $$") == "unreadable"
    assert verdict(LABELLED, r"$$ \frac{\partial E}{\partial V} = V X^T $$") == "wrong"


TYPED = (
    r"Let $x_n \in \mathbb{R}^d$, $m_k \in \mathbb{R}^d$; the $W_k \in \mathbb{R}^{d \times d}$ are symmetric%s."
    "\n\n"
    r"$$ L = \sum_{n=1}^N \sum_{k=1}^K g_{nk} (x_n - m_k)^T W_k (x_n - m_k) $$"
    "\n\n"
    r"$$ \frac{\partial L}{\partial m_k} = -2 \sum_{n=1}^N g_{nk} %s $$"
)


@pytest.mark.parametrize(
    ("said", "value", "expected"),
    [
        ("", "W_k (x_n - m_k)", ["right"]),
        ("", "W_k (x_n + m_k)", ["wrong"]),
        (r", and $W_k = \Sigma_k^{-1}$", "W_k (x_n - m_k)", ["unreadable", "unproved"]),
        (r", and $W_k = \Sigma_k^{-1}$", "W_k (x_n + m_k)", ["unreadable", "unproved"]),
        (r", and $W_k = x_k$", "W_k (x_n - m_k)", ["wrong", "unproved"]),
    ],
)
def test_what_is_said_of_symmetric_matrices_and_not_understood_opens_them(
    said: str, value: str, expected: list[str]
) -> None:
    assert [str(c.judgement) for c in sd.check(TYPED % (said, value)).claims] == expected
