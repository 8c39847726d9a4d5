r"""Biases in bold that definitions have by their entries alone, `(\mathbf{b}_1)_j`: no length is made up for them."""

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["f"]\n[ranges]\n"n" = "1..N"\n"i" = "1..p"\n"j" = "1..q"\n+++'
BATCH = r"""$$ \mathbf{A}_{nj} = \sum_{i=1}^{p} \mathbf{X}_{ni} (\mathbf{V}_1)_{ij} + (\mathbf{c}_1)_j $$

$$ \mathbf{Z}_{nj} = f(\mathbf{A}_{nj}) $$

$$ \mathbf{O}_{ni} = \sum_{j=1}^{q} \mathbf{Z}_{nj} (\mathbf{V}_2)_{ji} + (\mathbf{c}_2)_i $$

$$ E = \frac{1}{2} \sum_{n=1}^{N} \sum_{i=1}^{p} ( \mathbf{O}_{ni} - \mathbf{Y}_{ni} )^2 $$

$$ \bar{\mathbf{O}}_{ni} = \frac{\partial E}{\partial \mathbf{O}_{ni}} $$

$$ \bar{\mathbf{A}}_{nj} = \frac{\partial E}{\partial \mathbf{A}_{nj}} $$

$$ (\bar{\mathbf{V}}_2)_{ji} = \frac{\partial E}{\partial (\mathbf{V}_2)_{ji}} $$

$$ (\bar{\mathbf{c}}_1)_j = \frac{\partial E}{\partial (\mathbf{c}_1)_j} $$

$$ (\bar{\mathbf{c}}_2)_i = \frac{\partial E}{\partial (\mathbf{c}_2)_i} $$

The letters without indices are the matrices with these entries ($\mathbf{c}_1$, $\mathbf{c}_2$ are column vectors),
$\mathbf{1}$ is the column of $N$ ones."""
LINES = {
    r"\bar{\mathbf{V}}_2 = \mathbf{Z}^\top \bar{\mathbf{O}}": r"\bar{\mathbf{V}}_2 = \mathbf{A}^\top \bar{\mathbf{O}}",
    r"(\bar{\mathbf{c}}_2)_i = \sum_n \bar{\mathbf{O}}_{ni}": r"(\bar{\mathbf{c}}_2)_i = \sum_i \bar{\mathbf{O}}_{ni}",
    r"\bar{\mathbf{c}}_1 = \bar{\mathbf{A}}^\top \mathbf{1}": r"\bar{\mathbf{c}}_1 = \mathbf{A}^\top \mathbf{1}",
    r"\frac{\partial E}{\partial \mathbf{c}_2} = (\mathbf{O} - \mathbf{Y})^\top \mathbf{1}": (
        r"\frac{\partial E}{\partial \mathbf{c}_2} = (\mathbf{Y} - \mathbf{O})^\top \mathbf{1}"
    ),
    r"\bar{\mathbf{A}} = \left( \bar{\mathbf{O}} \mathbf{V}_2^\top \right) \odot f'(\mathbf{A})": (
        r"\bar{\mathbf{A}} = \left( \bar{\mathbf{O}} \mathbf{V}_2^\top \right) \odot f'(\mathbf{Z})"
    ),
}


@pytest.mark.parametrize("line", LINES)
def test_a_batch_in_bold(line: str) -> None:
    assert verdict(FRONT, BATCH, f"$$ {line} $$") == "right"
    assert verdict(FRONT, BATCH, f"$$ {LINES[line]} $$") in ("wrong", "unreadable")


def test_a_transpose_left_out_where_sizes_agree() -> None:
    square = r"$$ \bar{\mathbf{V}}_2 = \bar{\mathbf{O}}^\top \mathbf{Z} $$ ( $p = q$ )"
    assert verdict(FRONT, BATCH, square) == "wrong"


UNIT = r"""$$ z_j = \sum_{i=1}^p (\mathbf{V}_r)_{ji} x_i + (\mathbf{c}_r)_j $$

$$ E = \frac12 \sum_{j=1}^q (f(z_j) - y_j)^2 $$"""


def test_labels_that_are_letters() -> None:
    cases = [
        (
            r"\frac{\partial E}{\partial \mathbf{c}_r} = (f(z) - y) \odot f'(z)",
            r"\frac{\partial E}{\partial \mathbf{c}_r} = (f(z) - y) \odot f(z)",
        ),
        (
            r"\frac{\partial E}{\partial \mathbf{V}_r} = ((f(z) - y) \odot f'(z)) x^\top",
            r"\frac{\partial E}{\partial \mathbf{V}_r} = (f(z) \odot f'(z)) x^\top",
        ),
        (
            r"\frac{\partial E}{\partial x} = \mathbf{V}_r^\top ((f(z) - y) \odot f'(z))",
            r"\frac{\partial E}{\partial x} = \mathbf{V}_r^\top ((y - f(z)) \odot f'(z))",
        ),
    ]
    for (line, _), found in zip(
        cases, each_verdict(FRONT, UNIT, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == "right", line
    for (_, slip), found in zip(
        cases, each_verdict(FRONT, UNIT, lines=[f"$$ {slip} $$" for _, slip in cases]), strict=True
    ):
        assert found == "wrong", slip


def test_vectors_that_definitions_have_as_wholes_keep_their_lengths() -> None:
    net = r"$$ u_n = \mathbf{v}^\top \mathbf{x}_n + c $$ $$ E = \frac12 \sum_{n=1}^N (u_n - y_n)^2 $$"
    told = r"$$ \frac{\partial u_n}{\partial v_i} = (\mathbf{x}_n)_i $$"
    assert each_verdict(
        net,
        told,
        lines=[
            r"$$ \frac{\partial E}{\partial \mathbf{v}} = \sum_n (u_n - y_n) \mathbf{x}_n $$",
            r"$$ \frac{\partial E}{\partial \mathbf{v}} = \sum_n (y_n - u_n) \mathbf{x}_n $$",
        ],
    ) == ["right", "wrong"]


ONE_LAYER = r"""$$ \mathbf{A}_{nj} = \sum_{i=1}^{p} \mathbf{X}_{ni} (\mathbf{V}_1)_{ij} + (\mathbf{c}_1)_j $$

$$ \mathbf{Z}_{nj} = \tanh(\mathbf{A}_{nj}) $$

$$ \mathrm{out}_{ni} = \sum_{j=1}^{q} \mathbf{Z}_{nj} (\mathbf{V}_2)_{ji} + (\mathbf{c}_2)_i $$

$$ L = \frac{1}{2} \sum_{n=1}^{N} \sum_{i=1}^{p} \left( \mathrm{out}_{ni} - \mathbf{Y}_{ni} \right)^2 $$

$$ \bar{\mathbf{A}}_{nj} = \frac{\partial L}{\partial \mathbf{A}_{nj}} $$

$$ (\bar{\mathbf{c}}_1)_j = \frac{\partial L}{\partial (\mathbf{c}_1)_j} $$

$$ (\bar{\mathbf{V}}_1)_{ij} = \frac{\partial L}{\partial (\mathbf{V}_1)_{ij}} $$

The letters without indices are the matrices with these entries ($\mathbf{c}_1$, $\mathbf{c}_2$ are column vectors)"""
COUNTED = [
    r"; $\mathbf{1}$ is the column of $N$ ones.",
    r". Here $\mathbf{1}$ denotes the column with $N$ entries.",
    r". $\mathbf{1} \in \mathbb{R}^N$ is the vector of ones.",
    r"; $\mathbf{1}$ is a column of ones.",
]
OF_ONE_LAYER = {
    r"\bar{\mathbf{V}}_1 = \mathbf{X}^\top \bar{\mathbf{A}}": (r"\mathbf{X}^\top", r"(2 \mathbf{X})^\top"),
    r"\bar{\mathbf{c}}_1 = \bar{\mathbf{A}}^\top \mathbf{1}": (r"^\top \mathbf{1}", r"^\top (2 \cdot \mathbf{1})"),
    r"(\bar{\mathbf{c}}_1)_j = \sum_{n=1}^{N} \bar{\mathbf{A}}_{nj}": (r"\sum_{n=1}^{N}", r"\sum_{n=2}^{N}"),
    r"(\bar{\mathbf{V}}_1)_{ij} = \sum_{n=1}^{N} \mathbf{X}_{ni} \bar{\mathbf{A}}_{nj}": (
        r"\bar{\mathbf{A}}",
        r"\mathbf{A}",
    ),
    r"\bar{\mathbf{A}} = ((\mathrm{out} - \mathbf{Y}) \mathbf{V}_2^\top) \odot (1 - \mathbf{Z} \odot \mathbf{Z})": (
        "1 - ",
        "",
    ),
}


@pytest.mark.parametrize("ones", COUNTED)
def test_how_many_ones_there_are_says_nothing_of_other_arrays(ones: str) -> None:
    for line, found in zip(
        OF_ONE_LAYER, each_verdict(ONE_LAYER + ones, lines=[f"$$ {line} $$" for line in OF_ONE_LAYER]), strict=True
    ):
        assert found == "right", line
    for line, found in zip(
        OF_ONE_LAYER,
        each_verdict(ONE_LAYER + ones, lines=[f"$$ {line.replace(*OF_ONE_LAYER[line])} $$" for line in OF_ONE_LAYER]),
        strict=True,
    ):
        assert found == "wrong", line


@pytest.mark.parametrize("ones", COUNTED[:3])
def test_lengths_that_do_not_fit_beside_counted_ones(ones: str) -> None:
    for slip in (
        r"\bar{\mathbf{c}}_1 = \bar{\mathbf{A}} \mathbf{1}",
        r"\bar{\mathbf{V}}_1 = \bar{\mathbf{A}}^\top \mathbf{X}",
        r"\bar{\mathbf{c}}_1 = \mathbf{1}",
    ):
        assert verdict(ONE_LAYER + ones, f"$$ {slip} $$") in ("wrong", "unreadable")
