r"""Matrices with a number whose places run together behind it, `W_1 = (W_{1,ij})`, where each letter has one end.

By hand: for `L = \frac{1}{2} \sum_{nm} (y_{nm} - t_{nm})^2`, `y = f(x W_1^T) W_2^T`, and d = y - t, the gradients are
`d^T h` and `((d W_2) \odot f'(z))^T x`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = """+++
objective = "L"
functions = ["f"]
[ranges]
"n" = "1..N"
+++

$$ z_{nj} = \\sum_{i=1}^{k} W_{1,ji} x_{ni} $$

$$ h_{nj} = f(z_{nj}) $$

$$ y_{nm} = \\sum_{j=1}^{d} W_{2,mj} h_{nj} $$

$$ L = \\frac{1}{2} \\sum_{n=1}^{N} \\sum_{m=1}^{q} (y_{nm} - t_{nm})^2 $$
"""
NAMES = "$x = (x_{ni})$, $z = (z_{nj})$, $h = (h_{nj})$, $y = (y_{nm})$, $t = (t_{nm})$"
SENTENCES = (
    f"Here $W_1 = (W_{{1,ji}})$, $W_2 = (W_{{2,mj}})$, {NAMES}.",
    f"Hier sind $W_1 = (W_{{1,ji}})$, $W_2 = (W_{{2,mj}})$, {NAMES} Matrizen.",
    f"$W_1 = (W_{{1,ji}})$、$W_2 = (W_{{2,mj}})$、{NAMES} は行列です。",
)


@pytest.mark.parametrize("said", SENTENCES)
def test_two_layers(said: str) -> None:
    cases = (r"{\partial W_2} = (y - t)^T h", r"{\partial h} = (y - t) W_2")
    for line, found in zip(
        cases, each_verdict(NET, said, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found == "right", line
    cases = (r"{\partial W_2} = h^T (y - t)", r"{\partial h} = (y - t) W_1", r"{\partial W_1} = (y - t)^T x")
    for line, found in zip(
        cases, each_verdict(NET, said, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found not in ("right", "unproved"), line
    assert each_verdict(
        NET,
        said,
        lines=[
            r"$$ \frac{\partial L}{\partial W_1} = (((y - t) W_2) \odot f'(z))^T x $$",
            r"$$ \frac{\partial L}{\partial W_1} = ((y - t) W_2)^T x $$",
            r"$$ \frac{\partial L}{\partial W_1} = (((y - t) W_2) \odot f'(h))^T x $$",
        ],
    ) == ["right", "wrong", "wrong"]


ADAPTED = (
    '+++\nobjective = "L"\n[ranges]\n"n" = "1..N"\n+++',
    r"$$ \Delta W_{ji} = \frac{\alpha}{r} \sum_{s=1}^{r} B_{js} A_{si} $$",
    r"$$ h_{nj} = \sum_{i=1}^{k} (W_{0,ji} + \Delta W_{ji}) x_{ni} $$",
    r"$$ L = \frac{1}{2} \sum_{n=1}^{N} \sum_{j=1}^{d} (h_{nj} - t_{nj})^2 $$",
    r"Here $\Delta W = (\Delta W_{ji})$, $W_0 = (W_{0,ji})$, $A = (A_{si})$, $B = (B_{js})$, $x = (x_{ni})$, "
    r"$h = (h_{nj})$, $t = (t_{nj})$.",
)


def test_one_matrix_and_what_is_added_to_it() -> None:
    """By hand: `dL/dW_0 = dL/d\\Delta W = (h - t)^T x`, and `dL/dx = (h - t) (W_0 + \\frac{\\alpha}{r} B A)`."""
    cases = (
        r"{\partial W_0} = \frac{\partial L}{\partial \Delta W}",
        r"{\partial W_0} = (h - t)^\top x",
        r"{\partial x} = (h - t) (W_0 + \frac{\alpha}{r} B A)",
    )
    for line, found in zip(
        cases, each_verdict(*ADAPTED, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found == "right", line
    cases = (
        r"{\partial W_0} = \frac{\partial L}{\partial \Delta W} (I + \frac{\alpha}{r} A^\top A)",
        r"{\partial W_0} = \frac{\alpha}{r} (h - t)^\top x",
        r"{\partial x} = (h - t) W_0",
        r"{\partial x} = (h - t) (W_0 + B A)",
    )
    for line, found in zip(
        cases, each_verdict(*ADAPTED, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found == "wrong", line


LAST = (
    '+++\nobjective = "L"\nfunctions = ["f"]\n[ranges]\n"i" = "1..n"\n+++',
    r"$$ H_{1,ia} = f(\sum_{c=1}^{d} X_{ic} W_{1,ca}) $$ ( $a = 1, \dots, p$ )",
    r"$$ y_i = \sum_{a=1}^{p} H_{1,ia} W_{2,a} $$",
    r"$$ L = \frac{1}{2} \sum_{i=1}^{n} (y_i - t_i)^2 $$",
    "Here $X = (X_{ic})$, $H_1 = (H_{1,ia})$, $W_1 = (W_{1,ca})$; "
    "$W_2 = (W_{2,a})$, $y = (y_i)$, $t = (t_i)$ are columns.",
)


def test_a_column_beside_matrices_of_its_letter() -> None:
    """By hand: `dL/dH_1 = (y - t) W_2^T`, `dL/dW_2 = H_1^T (y - t)`, `dL/dW_1 = X^T (dL/dH_1 \\odot f'(X W_1))`."""
    cases = (
        r"{\partial W_2} = H_1^T (y - t)",
        r"{\partial H_1} = (y - t) W_2^T",
        r"{\partial W_1} = X^T (((y - t) W_2^T) \odot f'(X W_1))",
    )
    for line, found in zip(
        cases, each_verdict(*LAST, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found == "right", line
    cases = (
        r"{\partial W_2} = X^T (y - t)",
        r"{\partial W_2} = 2 H_1^T (y - t)",
        r"{\partial W_1} = X^T ((y - t) W_2^T)",
        r"{\partial W_1} = X^T (((y - t) W_2^T) \odot f'(H_1))",
    )
    for line, found in zip(
        cases, each_verdict(*LAST, lines=[rf"$$ \frac{{\partial L}}{line} $$" for line in cases]), strict=True
    ):
        assert found not in ("right", "unproved"), line


def test_the_number_may_be_that_of_an_example() -> None:
    """`X_1` is one of the matrices over which the loss sums."""
    net = (
        r"$$ L = \frac{1}{2} \sum_{n=1}^{N} \sum_{i=1}^{p} \sum_{j=1}^{q} X_{n,ij}^2 v_j $$",
        "Here $X_1 = (X_{1,ij})$.",
    )
    found = each_verdict(
        *net,
        lines=[
            r"$$ \frac{\partial L}{\partial v_j} = \sum_{i=1}^{p} X_{1,ij}^2 $$",
            r"$$ \frac{\partial L}{\partial X_{1,ij}} = X_{1,ij} v_j $$",
            r"$$ \frac{\partial L}{\partial X_{1,ij}} = X_{2,ij} v_j $$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"
    assert found[2] != "right"


def _deep(whole: str, name: str) -> tuple[str, ...]:
    """A product of two matrices, by the names of the product and of its factors."""
    one, two = name.format(1), name.format(2)
    return (
        '+++\nobjective = "l"\n+++',
        rf"$$ {whole}_{{ij}} = \sum_{{p=1}}^{{d_2}} ({two})_{{ip}} ({one})_{{pj}} $$ "
        r"($i = 1, \dots, d_3$, $j = 1, \dots, d_0$)",
        r"$$ l = \frac{1}{2} \sum_{n=1}^{N} \sum_{i=1}^{d_3} "
        rf"\Bigl( \sum_{{j=1}}^{{d_0}} {whole}_{{ij}} X_{{jn}} - Y_{{in}} \Bigr)^2 $$",
        rf"Here ${whole} = ({whole}_{{ij}})$, ${two} = (({two})_{{ip}})$, ${one} = (({one})_{{pj}})$, "
        "$X = (X_{jn})$, $Y = (Y_{in})$.",
    )


@pytest.mark.parametrize("whole", ["W", "M"])
@pytest.mark.parametrize("name", ["W_{}", "W^{{({})}}"])
def test_names_in_parentheses_beside_their_product(whole: str, name: str) -> None:
    """By hand: with `G = (W X - Y) X^T`, `dl/dW = G`, `dl/dW_2 = G W_1^T`, `dl/dW_1 = W_2^T G`."""
    page = _deep(whole, name)
    one, two = name.format(1), name.format(2)
    error = f"({whole} X - Y) X^T"
    cases = (
        (whole, error),
        (two, rf"{error} {{{one}}}^T"),
        (one, rf"{{{two}}}^T {error}"),
        (one, rf"{{{two}}}^T ({two} {one} X - Y) X^T"),
    )
    for (_, line), found in zip(
        cases, each_verdict(*page, lines=[rf"$$ \nabla_{{{by}}} l = {line} $$" for by, line in cases]), strict=True
    ):
        assert found == "right", line
    cases = ((two, rf"{error} {{{two}}}^T"), (one, rf"{{{two}}}^T {error} + {one}"), (whole, f"{error} X"))
    for (_, line), found in zip(
        cases, each_verdict(*page, lines=[rf"$$ \nabla_{{{by}}} l = {line} $$" for by, line in cases]), strict=True
    ):
        assert found not in ("right", "unproved"), line
    first, last = rf"\frac12 \mathrm{{tr}}({whole} X X^T {whole}^T)", r"\frac12 \mathrm{tr}(Y Y^T)"
    assert each_verdict(
        *page,
        lines=[
            rf"$$ l = {first} - \mathrm{{tr}}({whole} X Y^T) + {last} $$",
            rf"$$ l = {first} - \frac12 \mathrm{{tr}}({whole} X Y^T) + {last} $$",
        ],
    ) == ["right", "wrong"]


def test_powers_in_parentheses_are_no_labels() -> None:
    """`(W^2)_{ij}` is an entry of the square."""
    net = (
        r"$$ L = \sum_{i=1}^{n} \sum_{j=1}^{n} (W^2)_{ij} V_{ij} $$",
        "Here $W = (W_{ij})$, $V = (V_{ij})$, $W^2 = ((W^2)_{ij})$.",
    )
    found = each_verdict(
        *net,
        lines=[r"$$ \frac{\partial L}{\partial W_{ij}} = 0 $$", r"$$ \frac{\partial L}{\partial W} = W^T V + V W^T $$"],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"


@pytest.mark.parametrize("told", ["$W^T = (W_{ji})$", "$W^T = (W_{ji})$ and $W = (W_{ij})$"])
@pytest.mark.parametrize("end", ["m", "n"])
def test_a_transpose_made_of_the_entries_of_its_own_letter(told: str, end: str) -> None:
    """By hand: for `L = |W x|^2 / 2` it is `W^T y`, also where W is square."""
    net = (
        rf"$$ y_i = \sum_{{j=1}}^n W_{{ij}} x_j $$ ($i = 1, \dots, {end}$)",
        rf"$$ L = \frac12 \sum_{{i=1}}^{end} y_i^2 $$",
        f"Here {told}.",
    )
    assert each_verdict(
        *net, lines=[r"$$ \frac{\partial L}{\partial x} = W^T y $$", r"$$ \frac{\partial L}{\partial x} = W y $$"]
    ) == ["right", "wrong"]
