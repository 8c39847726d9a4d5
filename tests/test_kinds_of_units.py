r"""Sets named after the letters of their units, `\sum_{k \in K}` beside `\sum_{h \in H}`, and parts of one range."""

from __future__ import annotations

import pytest

from symderiv.resolve.prepared.sums.kinds_of_units import are_kinds
from tests.judging import verdict

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
