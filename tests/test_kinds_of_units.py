r"""Sets named after the letters of their units, `\sum_{k \in K}` beside `\sum_{h \in H}`, and parts of one range."""

from __future__ import annotations

import pytest

from symderiv.resolve.prepared.sums.kinds_of_units import are_kinds
from tests.judging import each_verdict, verdict

LAYERS = r"""$$ a_h = \sum_{k \in K} v_{k,h} x_k, \quad z_h = f(a_h) $$

$$ a_l = \sum_{h \in H} v_{h,l} z_h, \quad z_l = f(a_l) $$

$$ E = \frac{1}{2} \sum_{l \in L} (t_l - z_l)^2 $$"""
RANKED = r"""$$ s_p = \sum_i w_i x_{pi} $$

$$ L = \sum_{p \in P} \sum_{n \in N} (1 - s_p + s_n)^2 $$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial a_l} = (z_l - t_l) f'(a_l)", "right"),
        (r"\frac{\partial E}{\partial v_{h,l}} = (z_l - t_l) f'(a_l) z_h", "right"),
        (r"\frac{\partial E}{\partial v_{k,h}} = \sum_{l \in L} (z_l - t_l) f'(a_l) v_{h,l} f'(a_h) x_k", "right"),
        (r"\frac{\partial E}{\partial v_{k,h}} = \sum_{l \in L} (z_l - t_l) v_{h,l} f'(a_h) x_k", "wrong"),
        (r"\frac{\partial E}{\partial v_{k,h}} = (z_l - t_l) f'(a_l) v_{h,l} f'(a_h) x_k", "wrong"),
        (r"\frac{\partial E}{\partial v_{h,l}} = (z_l - t_l) z_h", "wrong"),
    ],
)
def test_each_letter_has_its_units(line: str, expected: str) -> None:
    assert verdict(LAYERS, f"$$ {line} $$") == expected


SLOPE = r"\frac{\partial E}{\partial v_{h,l}} = (z_l - t_l) f'(a_l) z_h"


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (r"f(a_h)", r"f(a_h) \quad (h \in H)"),
        (r"f(a_l)", r"f(a_l) \quad (l \in L)"),
        (r"\frac{1}{2} \sum", r"\frac{|L|}{2|L|} \sum"),
        (r"\sum_{k \in K}", r"\sum_{k=1}^{K}"),
        (r"\sum_{l \in L} (t_l - z_l)", r"\sum_{m \in L} (t_m - z_m)"),
    ],
)
def test_other_ways_to_say_which_units(said: str, instead: str) -> None:
    page = LAYERS.replace(said, instead, 1)
    assert page != LAYERS
    both = r"\frac{\partial E}{\partial z_h} = \sum_{l' \in L} (z_{l'} - t_{l'}) f'(a_{l'}) v_{h,l'}"
    assert verdict(page, f"$$ {SLOPE} $$") == "right"
    assert verdict(page, f"$$ {SLOPE.replace('z_h', 'z_h^2')} $$") == "wrong"
    assert verdict(page, f"$$ {both} $$") == "right"
    assert verdict(page, f"$$ {both.replace('v_{h', '2 v_{h')} $$") != "right"
    assert verdict(page, f"$$ {both.replace('v_{h', 'v_{k')} $$") != "right"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $L$ is a random subset of the output units.",
        r"Only the observed outputs are in $L$.",
        r"$$ L \subset \{1, \dots, n\} $$",
        r"$L$ は出力の部分集合である。",
        r"$$ a_l = b_l \quad (l = 1, \dots, n) $$",
    ],
)
def test_parts_of_the_units_are_not_read(said: str) -> None:
    assert verdict(LAYERS, said, f"$$ {SLOPE} $$") not in ("right", "wrong")


def test_ranges_tell_letters_apart() -> None:
    front = '+++\n[ranges]\n"k" = "1..K"\n"h" = "1..H"\n"l" = "1..L"\n+++'
    one = r"$$ n_h = \sum_{k \in K} w_{k,h} o_k, \quad p_h = f(n_h), \quad m_l = \sum_{h \in H} w_{h,l} p_h $$"
    error = r"$$ E = \frac{1}{2} \sum_{l \in L} (t_l - m_l)^2 $$"
    slope = r"\frac{\partial E}{\partial w_{k,h}} = -f'(n_h) o_k \sum_{l \in L} (t_l - m_l) w_{h,l}"
    assert verdict(front, one, error, f"$$ {slope} $$") == "right"
    assert verdict(front, one, error, f"$$ {slope.replace('-f', 'f')} $$") == "wrong"
    assert verdict(one, error, f"$$ {slope} $$") != "wrong"


def test_parts_of_one_range_stay_data() -> None:
    """What the two sets have in common nobody says; a line that is right if they have nothing is open."""
    assert verdict(RANKED, r"$$ \frac{\partial L}{\partial s_p} = -2 \sum_{n \in N} (1 - s_p + s_n) $$") == "unproved"
    assert verdict(RANKED, r"$$ \frac{\partial L}{\partial s_p} = 2 \sum_{n \in N} (1 - s_p + s_n) $$") == "wrong"
    both = r"2 \sum_{p \in P} \sum_{n \in N} (1 - s_p + s_n) (x_{ni} - x_{pi})"
    assert verdict(RANKED, rf"$$ \frac{{\partial L}}{{\partial w_i}} = {both} $$") == "right"
    assert verdict(RANKED, rf"$$ \frac{{\partial L}}{{\partial w_i}} = -{both} $$") == "wrong"


def test_sets_of_other_names_are_no_kinds() -> None:
    from symderiv.latex.tree import Name

    assert not are_kinds([], [("j", Name("P")), ("k", Name("N"))])
    assert not are_kinds([], [("p", Name("P")), ("n", Name("N"))])


RANGED = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"i" = "1..n_I"
"j" = "1..n_J"
"k" = "1..n_K"
+++"""
NODES = r"""$$ a_j = \sum_{i \in I} z_i w_{ij} + b_j $$

$$ z_j = f(a_j) $$

$$ a_k = \sum_{j \in J} z_j w_{jk} + b_k $$

$$ z_k = f(a_k) $$

$$ E = \frac{1}{2} \sum_{k \in K} (z_k - t_k)^2 $$"""
OF_NODES = [
    (r"\frac{\partial E}{\partial w_{jk}} = (z_k - t_k) f'(a_k) z_j", "right"),
    (r"\frac{\partial E}{\partial w_{jk}} = (z_k - t_k) z_j", "wrong"),
    (r"\frac{\partial E}{\partial w_{ij}} = z_i f'(a_j) \sum_{k \in K} (z_k - t_k) f'(a_k) w_{jk}", "right"),
    (r"\frac{\partial E}{\partial w_{ij}} = z_i f'(a_j) \sum_{k' \in K} (z_{k'} - t_{k'}) f'(a_{k'}) w_{jk'}", "right"),
    (r"\frac{\partial E}{\partial w_{ij}} = z_i f'(a_j) (z_k - t_k) f'(a_k) w_{jk}", "wrong"),
    (r"\frac{\partial E}{\partial w_{ij}} = z_i \sum_{k \in K} (z_k - t_k) f'(a_k) w_{jk}", "wrong"),
]


@pytest.mark.parametrize("end", ["1..n_K", "0..n_K", "0..n_K - 1", "1..M"])
def test_sets_of_letters_with_ranges(end: str) -> None:
    front = RANGED.replace("1..n_K", end)
    found = each_verdict(front, NODES, lines=[f"$$ {line} $$" for line, _ in OF_NODES])
    assert found == [expected for _, expected in OF_NODES]


def test_means_over_sets_of_letters_with_ranges() -> None:
    page = NODES.replace(r"\frac{1}{2} \sum_{k \in K}", r"\frac{1}{2 |K|} \sum_{k \in K}")
    lines = [
        r"$$ \frac{\partial E}{\partial b_k} = \frac{1}{|K|} (z_k - t_k) f'(a_k) $$",
        r"$$ \frac{\partial E}{\partial b_k} = \frac{1}{n_K} (z_k - t_k) f'(a_k) $$",
        r"$$ \frac{\partial E}{\partial b_k} = \frac{1}{|J|} (z_k - t_k) f'(a_k) $$",
    ]
    assert each_verdict(RANGED, page, lines=lines) == ["right", "right", "wrong"]
    begun = RANGED.replace("1..n_K", "0..n_K")
    assert each_verdict(begun, page, lines=lines) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("$$ E =", "Only the outputs in the subset $K$ have targets.\n\n$$ E ="),
        ("$$ E =", "$$ K \\subset \\{1, \\dots, n_K\\} $$\n\n$$ E ="),
        ("z_k = f(a_k)", r"z_k = \frac{e^{a_k}}{\sum_{k'=1}^{n_K} e^{a_{k'}}}"),
        ("z_k = f(a_k)", r"z_k = \frac{e^{a_k}}{\sum_{k'} e^{a_{k'}}}"),
    ],
)
def test_parts_of_ranges_are_not_read(said: str, instead: str) -> None:
    page = NODES.replace(said, instead, 1)
    assert page != NODES
    line = r"$$ \frac{\partial E}{\partial z_k} = z_k - t_k $$"
    assert verdict(RANGED, page, line) not in ("right", "wrong")


def test_batches_of_examples_with_ranges() -> None:
    front = RANGED.replace('"k" = "1..n_K"', '"b" = "1..N"')
    page = r"""$$ a_{bj} = \sum_{i \in I} x_{bi} w_{ij} $$

$$ E = \sum_{b \in B} \sum_{j \in J} (a_{bj} - t_{bj})^2 $$"""
    line = r"\frac{\partial E}{\partial w_{ij}} = \sum_{b=1}^{N} 2 (a_{bj} - t_{bj}) x_{bi}"
    assert verdict(front, page, f"$$ {line} $$") != "right"
