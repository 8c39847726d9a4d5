r"""Inverses and determinants of matrices that stand on the page themselves: `\log |\det W|`, `(W^{-1})_{ji}`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.errors import NetworkError
from symderiv.load import load_text

from .judging import each_verdict, verdict

ICA = (
    r"$W$ is an invertible $D \times D$ matrix, $C$ the $D \times D$ matrix of $c_{ij}$, $\text{I}$ the identity.",
    r"$$L = 3 \log |\det W| + \sum_{i=1}^D \sum_{j=1}^D c_{ij} W_{ij}$$",
)
GAUSS = (
    r"Let $x_n, \mu \in \mathbb{R}^d$ and $\Sigma \in \mathbb{R}^{d \times d}$.",
    r"$$L = -\frac{N}{2} \log |\Sigma| - \frac12 \sum_{n=1}^N (x_n - \mu)^T \Sigma^{-1} (x_n - \mu)$$",
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"3 (W^{-1})_{ji} + c_{ij}", r"3 (W^{-1})_{ij} + c_{ij}"),
        (r"3 [W^{-1}]_{ji} + c_{ij}", r"[W^{-1}]_{ji} + c_{ij}"),
        (r"3 W^{-1}_{ji} + c_{ij}", r"-3 W^{-1}_{ji} + c_{ij}"),
        (r"3 (W^{-T})_{ij} + c_{ij}", r"3 (W^{-T})_{ji} + c_{ij}"),
        (r"3 ((W^T)^{-1})_{ij} + c_{ij}", r"3 / W_{ij} + c_{ij}"),
    ],
)
def test_the_logarithm_of_a_determinant(right: str, wrong: str) -> None:
    left = r"\frac{\partial L}{\partial W_{ij}}"
    assert each_verdict(*ICA, lines=[rf"$${left} = {right}$$", rf"$${left} = {wrong}$$"]) == ["right", "wrong"]


def test_in_matrices() -> None:
    cases = [
        (r"\frac{\partial L}{\partial W} = 3 W^{-T} + C", r"\frac{\partial L}{\partial W} = 3 W^{-1} + C"),
        (r"\frac{\partial L}{\partial W} = 3 (W^{-1})^T + C", r"\frac{\partial L}{\partial W} = W^{-T} + C"),
        (
            r"\frac{\partial L}{\partial W} W^T = 3 \text{I} + C W^T",
            r"\frac{\partial L}{\partial W} W^T = \text{I} + C W^T",
        ),
        (
            r"\frac{\partial L}{\partial W} W^T W = (3 \text{I} + C W^T) W",
            r"\frac{\partial L}{\partial W} W^T W = (3 \text{I} + C W) W",
        ),
    ]
    for (right, _), found in zip(cases, each_verdict(*ICA, lines=[f"$${right}$$" for right, _ in cases]), strict=True):
        assert found == "right", right
    for (_, wrong), found in zip(cases, each_verdict(*ICA, lines=[f"$${wrong}$$" for _, wrong in cases]), strict=True):
        assert found == "wrong", wrong


def test_derivatives_of_inverses_and_determinants() -> None:
    cases = [
        (
            r"\frac{\partial}{\partial W_{ij}} \det W = \det W (W^{-1})_{ji}",
            r"\frac{\partial}{\partial W_{ij}} \det W = (W^{-1})_{ji}",
        ),
        (
            r"\frac{\partial}{\partial W_{ij}} (W^{-1})_{ab} = - (W^{-1})_{ai} (W^{-1})_{jb}",
            r"\frac{\partial}{\partial W_{ij}} (W^{-1})_{ab} = - (W^{-1})_{aj} (W^{-1})_{ib}",
        ),
        (
            r"\frac{\partial^2}{\partial W_{ij} \partial W_{kl}} \log |\det W| = -(W^{-1})_{jk} (W^{-1})_{li}",
            r"\frac{\partial^2}{\partial W_{ij} \partial W_{kl}} \log |\det W| = -(W^{-1})_{jl} (W^{-1})_{ki}",
        ),
        (r"\sum_{k=1}^D W_{ik} (W^{-1})_{kj} = \delta_{ij}", r"\sum_{k=1}^D W_{ik} (W^{-1})_{jk} = \delta_{ij}"),
    ]
    for (right, _), found in zip(cases, each_verdict(*ICA, lines=[f"$${right}$$" for right, _ in cases]), strict=True):
        assert found == "right", right
    for (_, wrong), found in zip(cases, each_verdict(*ICA, lines=[f"$${wrong}$$" for _, wrong in cases]), strict=True):
        assert found == "wrong", wrong


LINE = r"\frac{\partial L}{\partial \Sigma} = -\frac{N}{2} INV + \frac12 \sum_{n=1}^N INV (x_n - \mu)(x_n - \mu)^T INV"
BY_MEAN = r"$$\frac{\partial L}{\partial \mu} = \Sigma^{-1} \sum_{n=1}^N (x_n - \mu)$$"


def test_of_a_quadratic_form() -> None:
    page = [x.replace(r"\Sigma", "A") for x in (*GAUSS, f"$${LINE}$$".replace("INV", r"\Sigma^{-T}"))]
    assert verdict(*page) == "right"
    assert verdict(*page[:2], page[2].replace("+", "-")) == "wrong"
    assert verdict(*page, BY_MEAN.replace(r"\Sigma", "A")) == "wrong"


def test_a_covariance_is_symmetric() -> None:
    told = (GAUSS[0].replace("and $", "and a covariance matrix $"), GAUSS[1])
    line = f"$${LINE}$$".replace("INV", r"\Sigma^{-1}")
    assert verdict(*told, line, BY_MEAN) == "right"
    assert verdict(*told, line) == verdict(*GAUSS, line) == verdict(*GAUSS, line, BY_MEAN) == "unproved"
    normal = (r"Let $x_n$ have the density $\mathcal{N}(x_n | \mu, A)$.", *GAUSS, line, BY_MEAN)
    assert verdict(*(x.replace(r"\Sigma", "A") for x in normal)) == "unproved"


INVERSE = r"\frac{\partial L}{\partial \Sigma^{-1}} = %s - \frac12 \sum_{n=1}^N (x_n - \mu)(x_n - \mu)^T"


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (INVERSE % r"\frac{N}{2} \Sigma^T", "right"),
        (INVERSE % r"N \Sigma^T", "wrong"),
        (INVERSE % r"\frac{N}{2} \Sigma^{-T}", "wrong"),
        (INVERSE.replace("%s", ""), "wrong"),
    ],
)
def test_what_is_free_may_be_the_inverse(side: str, expected: str) -> None:
    page = [x.replace(r"\Sigma", "A") for x in (*GAUSS, f"$${side}$$")]
    assert verdict(*page) == expected
    by_matrix = r"$$\frac{\partial}{\partial A} \log |A| = A^{-T}$$"
    assert verdict(*page, by_matrix) == "right"


def test_by_a_matrix_and_its_inverse_at_a_time_is_open() -> None:
    left = r"\frac{\partial L}{\partial A^{-1}} + \frac{\partial L}{\partial A}"
    assert verdict(GAUSS[0].replace(r"\Sigma", "A"), GAUSS[1].replace(r"\Sigma", "A"), rf"$${left} = 0$$") == "unproved"


def test_more_than_two_derivatives_are_open() -> None:
    line = (
        r"$$\frac{\partial}{\partial W_{11}} \frac{\partial}{\partial W_{11}} \frac{\partial L}{\partial W_{11}} = 0$$"
    )
    assert verdict(*ICA, line) == "unproved"


def test_a_matrix_that_is_not_square_has_none() -> None:
    page = (
        r"Let $W \in \mathbb{R}^{m \times n}$ and $c \in \mathbb{R}^n$.",
        r"$$L = \sum_{i=1}^m \sum_{j=1}^n W_{ij} c_j$$",
    )
    line = r"$$\frac{\partial L}{\partial W_{ij}} = c_j + (W^{-1})_{ji} - (W^{-1})_{ji}$$"
    assert verdict(*page, line) in ("unproved", "unreadable")


def test_bars_around_a_set_count() -> None:
    page = r"$$E = \frac{1}{|D|} \sum_{n=1}^{|D|} w x_n$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w} = \frac{1}{|D|} \sum_{n=1}^{|D|} x_n$$") == "right"


def test_no_derivation_from_them() -> None:
    with pytest.raises(NetworkError, match="has no derivation"):
        load_text("\n\n".join(ICA))


def test_what_is_said_of_a_wrong_line_is_readable() -> None:
    line = r"$$\frac{\partial L}{\partial W_{ij}} = (W^{-1})_{ji} + c_{ij}$$"
    reason = check("\n\n".join((*ICA, line))).claims[-1].links[0].reason
    assert reason is not None
    assert r"3 (W^{-1})_{ji}" in str(reason)


def test_a_determinant_of_an_unknown_size_is_any_number() -> None:
    page = (r"For a $2 \times 2$ matrix, $W_{11} = a, W_{12} = b, W_{21} = c, W_{22} = d$.", r"$$L = \log |\det W|$$")
    assert verdict(*page, r"$$\det W = a d - b c$$") in ("unproved", "unreadable")


def test_a_system_that_is_solved() -> None:
    page = (r"Let $A \in \mathbb{R}^{s \times s}$ and $b, c \in \mathbb{R}^s$.", r"$$x = A^{-1} b, \quad E = c^T x$$")
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial E}{\partial A} = -A^{-T} c x^T$$",
            r"$$\frac{\partial E}{\partial A} = A^{-T} c x^T$$",
        ],
    ) == ["right", "wrong"]
    assert verdict(*page, r"$$A x = b$$", r"$$\frac{\partial E}{\partial b} = A^{-T} c$$") == "right"


def test_in_bold() -> None:
    page = (
        r"Let $\mathbf{W} \in \mathbb{R}^{d \times d}$, $\mathbf{x} \in \mathbb{R}^d$ and",
        r"$$\mathbf{z} = \mathbf{W} \mathbf{x}, \quad \ell = \log |\det \mathbf{W}| - \frac12 \|\mathbf{z}\|^2$$",
    )
    left = r"\frac{\partial \ell}{\partial \mathbf{W}}"
    assert each_verdict(
        *page,
        lines=[
            rf"$${left} = \mathbf{{W}}^{{-\top}} - \mathbf{{z}} \mathbf{{x}}^\top$$",
            rf"$${left} = \mathbf{{W}}^{{-\top}} + \mathbf{{z}} \mathbf{{x}}^\top$$",
        ],
    ) == ["right", "wrong"]
