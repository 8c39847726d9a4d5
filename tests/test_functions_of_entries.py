r"""Functions of an entry that are made of other entries, too, `\text{softmax}(u_{ab})` over a row; full stops that
multiply.

By hand: with `s_b = e^{u_b} / \sum_c e^{u_c}` it is `\partial s_b/\partial u_c = s_b (\delta_{bc} - s_c)`; with `r_b =
u_b^2 / T`, T the sum of all squares, `\partial r_b/\partial u_c = \frac{2 u_c}{T} (\delta_{bc} - r_b)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROWS = (
    r"$$ @(u_{ab}) = \frac{e^{u_{ab}}}{\sum_{c=1}^{C} e^{u_{ac}}} $$",
    r"$$ F = \sum_{a=1}^{A} \sum_{b=1}^{C} h_{ab} . g(@(u_{ab})) $$",
    r"$$ v_{ab} = \frac{\partial F}{\partial @(u_{ab})} $$",
)
SHARES = (r"$$ R(u_b) = \frac{u_b^2}{\sum_{c=1}^{C} u_c^2} $$", r"$$ F = \sum_{b=1}^{C} h_b R(u_b) $$")


@pytest.mark.parametrize("name", [r"\text{softmax}", "softmax", "{softmax}", "S", r"\operatorname{soft}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial @(u_{ab})}{\partial u_{ab}} = @(u_{ab}) . (1 - @(u_{ab}))", "right"),
        (r"\frac{\partial @(u_{ab})}{\partial u_{ab}} = @(u_{ab})", "wrong"),
        (
            r"\frac{\partial F}{\partial u_{ab}} = \sum_{c=1}^C v_{ac} . \frac{\partial @(u_{ac})}{\partial u_{ab}}"
            r" = @(u_{ab}) . (v_{ab} - \sum_{c=1}^C v_{ac} . @(u_{ac}))",
            "right",
        ),
        (r"\frac{\partial F}{\partial u_{ab}} = @(u_{ab}) . (v_{ab} - \sum_{d=1}^A v_{db} . @(u_{db}))", "wrong"),
    ],
)
def test_a_row_is_mixed(name: str, line: str, expected: str) -> None:
    assert verdict(*(x.replace("@", name) for x in (*ROWS, f"$$ {line} $$"))) == expected


def test_shares() -> None:
    line = r"$$ \frac{\partial F}{\partial u_b} = \frac{2 u_b}{\sum_{c=1}^C u_c^2} (h_b - %s) $$"
    assert each_verdict(
        *SHARES,
        lines=[
            line % r"\sum_{c=1}^C h_c R(u_c)",
            line % "h_b R(u_b)",
            r"$$ \frac{\partial F}{\partial R(u_b)} = h_b $$",
            r"$$ \frac{\partial F}{\partial R(u_b)} = h_b R(u_b) $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_examples_above() -> None:
    network = (
        r"$$ u_b^{(n)} = \sum_{d=1}^D W_{bd} x_d^{(n)} $$",
        r"$$ S(u_b^{(n)}) = \frac{e^{u_b^{(n)}}}{\sum_{c=1}^C e^{u_c^{(n)}}} $$",
        r"$$ F = \sum_{n=1}^N \sum_{b=1}^C h_b^{(n)} S(u_b^{(n)}) $$",
    )
    line = (
        r"$$ \frac{\partial F}{\partial W_{bd}} = \sum_{n=1}^N S(u_b^{(n)}) "
        r"(h_b^{(n)} %s \sum_{c=1}^C h_c^{(n)} S(u_c^{(n)})) x_d^{(n)} $$"
    )
    assert each_verdict(*network, lines=[line % "-", line % "+"]) == ["right", "wrong"]


def test_what_a_function_depends_on_is_no_index() -> None:
    network = r"$$ J(w_d) = \sum_{n=1}^N (y_n - \sum_{c=1}^D w_c x_{nc})^2 + \sum_{c=1}^D w_c^2 $$"
    line = (
        r"$$ \frac{\partial J(w_d)}{\partial w_d} = -%s \sum_{n=1}^N (y_n - \sum_{c=1}^D w_c x_{nc}) x_{nd} + 2 w_d $$"
    )
    assert each_verdict(network, lines=[line % "2", line % ""]) == ["right", "wrong"]


def test_a_function_of_other_things_stays() -> None:
    other = r"$$ q = R(3) $$"
    assert verdict(*SHARES, other, r"$$ \frac{\partial F}{\partial R(u_b)} = h_b $$") != "right"


CHAIN = (r"$$ s_i = \sum_{j=1}^{J} w_{ij} x_j $$", r"$$ y_i = f(s_i) $$")


@pytest.mark.parametrize(
    ("energy", "line", "expected"),
    [
        (
            r"c_i . y_i^2",
            r"\frac{\partial E}{\partial y_i} . \frac{\partial y_i}{\partial s_i} = 2 c_i y_i f'(s_i)",
            "right",
        ),
        (r"c_i . y_i^2", r"\frac{\partial E}{\partial y_i} . \frac{\partial y_i}{\partial s_i} = 2 c_i y_i", "wrong"),
        (r"c_i y_i^2", r"\frac{\partial E}{\partial y_i} . \frac{\partial y_i}{\partial s_i} = f'(s_i)", "unreadable"),
    ],
)
def test_stops_multiply_elsewhere(energy: str, line: str, expected: str) -> None:
    page = (*CHAIN, rf"$$ E = \sum_{{i=1}}^I {energy} $$", rf"$$ \frac{{\partial E}}{{\partial s_i}} = {line} $$")
    assert verdict(*page) == expected


@pytest.mark.parametrize("above", ["^{(L)(n)}", "^{(L),(n)}", "^{(n)}"])
def test_values_of_examples_of_a_layer(above: str) -> None:
    """What tells the example above an entry tells it of the value, too."""
    ranges = '+++\n[ranges]\n"n" = "1..N"\n"b" = "1..C"\n"c" = "1..C"\n+++\n\n'
    u = f"u_b{above}"
    net = rf"$$ R({u}) = \frac{{e^{{{u}}}}}{{\sum_c e^{{{u.replace('_b', '_c')}}}}} $$"
    total = rf"$$ F = \sum_n \sum_b h_b R({u}) $$"
    line = rf"$$ \frac{{\partial F}}{{\partial {u}}} = R({u}) (h_b - \sum_c h_c R({u.replace('_b', '_c')})) $$"
    assert each_verdict(ranges + net, total, lines=[line, line.replace("(h_b -", "(1 -")]) == ["right", "wrong"]
