r"""Arrays of layers told by their entries, one of them with a hat; weights with a row 0 of biases, and `[1 \; H]`.

By hand: `\partial L/\partial W_2 = H_1^T (\hat{t} - t)` for the rows from 1, and with a column of ones for all.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ z_{1,nj} = \sum_{i=1}^{d} X_{ni} W_{1,ij} $$ ( $n = 1, \dots, N$, $j = 1, \dots, m$ )",
    r"$$ H_{1,nj} = \tanh(z_{1,nj}) $$ ( $n = 1, \dots, N$, $j = 1, \dots, m$ )",
    r"$$ \hat{t}_{nk} = \sum_{j=1}^{m} H_{1,nj} W_{2,jk} $$ ( $n = 1, \dots, N$, $k = 1, \dots, K$ )",
    r"$$ L = \frac{1}{2} \sum_{n=1}^{N} \sum_{k=1}^{K} (\hat{t}_{nk} - t_{nk})^2 $$",
)
SAID = (
    r"Here $X = (X_{ni})$, $z_1 = (z_{1,nj})$, $H_1 = (H_{1,nj})$, $\hat{t} = (\hat{t}_{nk})$, $t = (t_{nk})$, "
    r"$W_1 = (W_{1,ij})$ and $W_2 = (W_{2,jk})$."
)


def test_arrays_with_hats_among_those_of_layers() -> None:
    cases = [
        (r"\frac{\partial L}{\partial W_2} = H_1^T (\hat{t} - t)", "right"),
        (r"\frac{\partial L}{\partial W_2} = H_1^T (t - \hat{t})", "wrong"),
        (r"\frac{\partial L}{\partial W_2} = z_1^T (\hat{t} - t)", "wrong"),
        (r"\frac{\partial L}{\partial H_1} = (\hat{t} - t) W_2^T", "right"),
        (r"\frac{\partial L}{\partial H_1} = (\hat{t} - t) W_2", "wrong"),
        (r"\frac{\partial L}{\partial W_1} = X^T ((\hat{t} - t) W_2^T \odot (1 - H_1 \odot H_1))", "right"),
        (r"\frac{\partial L}{\partial W_1} = X^T ((\hat{t} - t) W_2^T \odot (1 - H_1))", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*NET, SAID, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


WITH_BIASES = (
    NET[0].replace(r"= \sum", r"= W_{1,0j} + \sum"),
    NET[1],
    r"$$ \hat{t}_{nj} = W_{2,0j} + \sum_{i=1}^{m} H_{1,ni} W_{2,ij} $$ ( $n = 1, \dots, N$, $j = 1, \dots, K$ )",
    NET[3],
    r"Here $X = (X_{ni})$, $z_1 = (z_{1,nj})$, $H_1 = (H_{1,nj})$, $\hat{t} = (\hat{t}_{nj})$, $t = (t_{nj})$, "
    r"$W_1 = (W_{1,ij})$ and $W_2 = (W_{2,ij})$ with rows from 0.",
)


def test_rows_at_zero_leave_a_matrix_open() -> None:
    cases = [
        r"\frac{\partial L}{\partial W_2} = H_1^T (\hat{t} - t)",
        r"\frac{\partial L}{\partial W_2} = [1 \; H_1]^T (\hat{t} - t)",
        r"\frac{\partial L}{\partial W_2} = [H_1 \; 1]^T (\hat{t} - t)",
        r"\hat{t} = [1 \; H_1] W_2",
    ]
    for line, found in zip(cases, each_verdict(*WITH_BIASES, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize("beside", [r"[1 \; H_1]", r"[1\ H_1]", r"[H_1 \quad 1]", r"[\mathbf{1} \; H_1]"])
def test_ones_beside_a_matrix_are_no_factor(beside: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial W_2}} = {beside}^T (\hat{{t}} - t) $$"
    assert verdict(*NET, SAID, line) not in ("right", "wrong")


def test_a_bracket_around_a_product() -> None:
    assert each_verdict(
        *NET,
        SAID,
        lines=[
            r"$$ \frac{\partial L}{\partial W_2} = [H_1^T (\hat{t} - t)] $$",
            r"$$ \frac{\partial L}{\partial W_2} = [2 H_1]^T (\hat{t} - t) $$",
        ],
    ) == ["right", "wrong"]
