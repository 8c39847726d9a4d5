r"""Labels that carry an index, `net_{c_j}`, `w_{in_j m}`; arrays whose letter is a label above others, `W^Q_{pa}`.

By hand: memory cells with gates, a net whose units have names, two towers of vectors.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

CELLS = (
    r"Here $j=1,\dots,J$, $m=1,\dots,M$, $t=1,\dots,T$. "
    r"$$ net_{in_j}(t) = \sum_{m=1}^{M} w_{in_j m} x_m(t) $$ $$ net_{c_j}(t) = \sum_{m=1}^{M} w_{c_j m} x_m(t) $$ "
    r"$$ s_{c_j}(0) = 0 $$ $$ s_{c_j}(t) = s_{c_j}(t-1) + \sigma(net_{in_j}(t)) \tanh(net_{c_j}(t)) $$ "
    r"$$ E = \frac12 \sum_{j=1}^{J} (s_{c_j}(T) - d_j)^2 $$ "
)
SPELLED = {
    "run": CELLS,
    "upright": CELLS.replace("in_j", r"\mathrm{in}_j"),
    "braced": CELLS.replace("in_j", "{in}_j"),
    "Greek": CELLS.replace("in_j", r"\iota_j"),
}
OF_CELLS = (
    (r"\frac{\partial s_{c_j}(t)}{\partial s_{c_j}(t-1)} = 1", "right"),
    (r"\frac{\partial s_{c_j}(t)}{\partial s_{c_j}(t-1)} = \sigma(net_{in_j}(t))", "wrong"),
    (
        r"\frac{\partial E}{\partial w_{c_j m}} = (s_{c_j}(T) - d_j) \sum_{t=1}^{T} \sigma(net_{in_j}(t))"
        r" (1 - \tanh^2(net_{c_j}(t))) x_m(t)",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial w_{c_j m}} = (s_{c_j}(T) - d_j) \sum_{t=1}^{T} \sigma(net_{c_j}(t))"
        r" (1 - \tanh^2(net_{in_j}(t))) x_m(t)",
        "wrong",
    ),
    (
        r"\frac{\partial E}{\partial w_{c_j m}} = \sum_{j=1}^{J} (s_{c_j}(T) - d_j) \sum_{t=1}^{T}"
        r" \sigma(net_{in_j}(t)) x_m(t)",
        "wrong",
    ),
)


@pytest.mark.parametrize(("line", "expected"), OF_CELLS)
@pytest.mark.parametrize("way", SPELLED)
def test_cells_and_gates(way: str, line: str, expected: str) -> None:
    word = {"upright": r"\mathrm{in}_j", "braced": "{in}_j", "Greek": r"\iota_j"}.get(way, "in_j")
    assert verdict(SPELLED[way], f"$$ {line.replace('in_j', word)} $$ ( $t = 1, \\dots, T$ )") == expected


UNITS = (
    r"Here $i=1,\dots,n$, $j=1,\dots,m$, $k=1,\dots,p$. "
    r"$$ y_{h_j} = \tanh(\sum_{i=1}^{n} w_{h_j i} x_i) $$ $$ y_{o_k} = \sum_{j=1}^{m} w_{o_k h_j} y_{h_j} $$ "
    r"$$ E = \frac12 \sum_{k=1}^{p} (y_{o_k} - t_k)^2 $$ "
)


def test_units_with_names() -> None:
    cases = [
        (r"\frac{\partial E}{\partial w_{o_k h_j}} = (y_{o_k} - t_k) y_{h_j}", "right"),
        (r"\frac{\partial E}{\partial w_{o_k h_j}} = (y_{o_k} - t_k) y_{o_k}", "wrong"),
        (r"\frac{\partial E}{\partial y_{h_j}} = \sum_{k=1}^{p} (y_{o_k} - t_k) w_{o_k h_j}", "right"),
        (r"\frac{\partial E}{\partial y_{h_j}} = (y_{o_k} - t_k) w_{o_k h_j}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(UNITS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "other",
    [
        r"Here $h_j$ is the unit to which the input $j$ goes.",
        r"$$ y_j = \tanh(x_j) $$",
    ],
)
def test_what_may_be_looked_up_stays_open(other: str) -> None:
    assert verdict(UNITS, other, r"$$ \frac{\partial E}{\partial w_{o_k h_j}} = (y_{o_k} - t_k) y_{h_j} $$") not in (
        "right",
        "wrong",
    )


TOWERS = (
    r"Here $n=1,\dots,N$, $l=1,\dots,N$, $k=1,\dots,K$, $i=1,\dots,I$, $j=1,\dots,J$. "
    r"$$ U_{nk} = \sum_{i=1}^{I} X_{ni} A^U_{ik} $$ $$ V_{nk} = \sum_{j=1}^{J} Y_{nj} A^V_{jk} $$ "
    r"$$ S_{nl} = \sum_{k=1}^{K} U_{nk} V_{lk} $$ $$ E = \sum_{n=1}^{N} \sum_{l=1}^{N} C_{nl} S_{nl}^2 $$ "
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial U} = \frac{\partial E}{\partial S} V", "right"),
        (r"\frac{\partial E}{\partial V} = \frac{\partial E}{\partial S} U", "wrong"),
        (r"\frac{\partial E}{\partial A^V_{jk}} = \sum_{l=1}^{N} Y_{lj} \frac{\partial E}{\partial V_{lk}}", "right"),
        (r"\frac{\partial E}{\partial A^V_{jk}} = \sum_{l=1}^{N} Y_{lj} \frac{\partial E}{\partial U_{lk}}", "wrong"),
    ],
)
def test_letters_of_arrays_above(line: str, expected: str) -> None:
    whole = r"$$ \frac{\partial E}{\partial U} = \frac{\partial E}{\partial S} V $$"
    assert verdict(TOWERS, "" if r"\partial U} =" in line else whole, f"$$ {line} $$") == expected
