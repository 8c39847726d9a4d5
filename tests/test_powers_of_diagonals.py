r"""Powers of diagonal matrices, `G - G^2` beside `G = \mathrm{diag}(g)`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENTRIES = (
    r"$$p_k = \sum_{j=1}^n (W_1)_{kj} x_j$$ $$f_k = \sigma(p_k)$$ $$s_m = \sum_{k=1}^a (W_2)_{mk} f_k - y_m$$",
    r"$$L = \sum_{m=1}^c s_m^2$$ Here $1 \le k \le a$, $1 \le m \le c$,",
    r"$x = (x_j)$, $p = (p_k)$, $f = (f_k)$, $s = (s_m)$.",
)
ARRAYS = (
    r"$x \in \mathbb{R}^n$, $W_1 \in \mathbb{R}^{a \times n}$, $W_2 \in \mathbb{R}^{c \times a}$.",
    r"$$p = W_1 x, \quad f = \sigma(p), \quad s = W_2 f - y, \quad L = s^T s$$",
)
NAMED = r"Let $F = \mathrm{Diag}(f)$."


@pytest.mark.parametrize("page", [ENTRIES, ARRAYS], ids=["entries", "arrays"])
def test_powers_are_products(page: tuple[str, ...]) -> None:
    cases = [
        (r"\frac{\partial L}{\partial p} = 2 (F - F^2) W_2^T s", "right"),
        (r"\frac{\partial L}{\partial p} = 2 (F^2 - F) W_2^T s", "wrong"),
        (r"\frac{\partial L}{\partial p} = 2 (F - F^3) W_2^T s", "wrong"),
        (r"\frac{\partial L}{\partial W_1} = 2 (F - F^2) W_2^T s x^T", "right"),
        (r"\frac{\partial L}{\partial W_1} = 2 (F - 2 F^2) W_2^T s x^T", "wrong"),
        (r"\frac{\partial L}{\partial p} = 2 (F - \mathrm{Diag}(f)^2) W_2^T s", "right"),
        (r"\frac{\partial L}{\partial p} = 2 (F + \mathrm{Diag}(f)^2) W_2^T s", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*page, NAMED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_line_that_does_not_fit_is_wrong() -> None:
    line = r"$$ \frac{\partial L}{\partial p} = 2 (F - F^2) W_2 s $$"
    assert verdict(*ENTRIES, NAMED, line) == "wrong"


@pytest.mark.parametrize("other", [r"F^1 = \mathrm{Diag}(x)", r"F_2 = \mathrm{Diag}(p)"])
def test_one_of_several_matrices_is_no_power(other: str) -> None:
    line = r"$$ \frac{\partial L}{\partial p} = 2 (F - F^2) W_2^T s $$"
    assert verdict(*ARRAYS, f"{NAMED} Let ${other}$.", line) != "wrong"


def test_the_diagonal_of_a_matrix_is_a_vector() -> None:
    page = (r"$S \in \mathbb{R}^{n \times n}$, $c \in \mathbb{R}^n$, $D = \mathrm{diag}(S)$. $$ L = c^T D $$",)
    found = each_verdict(
        *page, lines=[r"$$ \frac{\partial L}{\partial c} = D $$", r"$$ \frac{\partial L}{\partial c} = D^2 $$"]
    )
    assert found[0] == "right"
    assert found[1] != "right"
