r"""Indices in parentheses and brackets are shown as the page types them, `\mu(s)`, `d_j(t)`, `A_l[r, 0]`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.telling.text import render
from symderiv.latex.page import write_network
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.load import load_text
from symderiv.read_part import read_expression, read_variable

STEPS = r"""
$$ d_j(t) = \sum_{i=1}^I w_{ji} x_i(t) $$ for $t = 1, \dots, T$, $j = 1, \dots, J$

$$ E = \frac12 \sum_{t=1}^T \sum_{j=1}^J (d_j(t) - y_j(t))^2 $$
"""
STATES = r"""
$$ V(s) = \sum_{a=1}^{A} \pi_\theta(s,a) Q(s,a) $$ for $s = 1, \dots, S$

$$ Q(s,a) = R(s,a) + x(s) w(a) $$

$$ J = \sum_{s=1}^{S} \mu(s) V(s) $$
"""
BRACKETS = STEPS.replace("(t)", "[t]")
LAYERS = r"""
$$ A_2[r, c] = \sum_{k=1}^K A_1[r, k] W[k, c] $$ for $r = 1, \dots, R$, $c = 1, \dots, C$

$$ E = \sum_{r=1}^R \sum_{c=1}^C A_2[r, c]^2 $$
"""
WRITTEN = (
    (
        STEPS,
        r"\frac{\partial E}{\partial w_{ji}} = 2 \sum_{t=1}^T (d_j(t) - y_j(t)) x_i(t)",
        "(d_j(t) - y_j(t)) x_i(t)",
    ),
    (
        STEPS,
        r"\frac{\partial E}{\partial w_{ji}} = \sum_{t=1}^T (d_j(t) - y_j(t)) x_j(t)",
        "`x_j(t)` should be `x_i(t)`",
    ),
    (
        BRACKETS,
        r"\frac{\partial E}{\partial w_{ji}} = 2 \sum_{t=1}^T (d_j[t] - y_j[t]) x_i[t]",
        "(d_j[t] - y_j[t]) x_i[t]",
    ),
    (
        STATES,
        r"\frac{\partial J}{\partial w(a)} = \sum_{s=1}^S \mu(s) \pi_\theta(s,a)",
        r"`x(s)` is missing from `\mu(s) \pi",
    ),
    (
        STATES,
        r"\frac{\partial V(s)}{\partial w(a)} = \pi_\theta(s,a) x(s) + w(a)",
        "the term `w(a)` does not belong here",
    ),
    (
        LAYERS,
        r"\frac{\partial E}{\partial W[k, c]} = \sum_{r=1}^R A_2[r, c] A_1[r, k]",
        "2 \\sum_{r=1}^R A_2[r,c] A_1[r,k]",
    ),
)


@pytest.mark.parametrize(("page", "line", "part"), WRITTEN)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_reason_has_the_indices_where_the_page_types_them(page: str, line: str, part: str, lang: str) -> None:
    text = render(check(f"{page}\n$$ {line} $$"), lang)
    plain = part if lang == "en" else part.split("`")[1] if "`" in part else part
    assert plain.replace(" ", "") in text.replace(" ", "")
    for name in ("d_{j,t}", "x_{i,t}", r"\mu_s", "w_a", "x_s", "_{s,a}", "_{r,c}"):
        assert name not in text


@pytest.mark.parametrize("page", [STEPS, BRACKETS, STATES, LAYERS])
def test_what_is_written_reads_back(page: str) -> None:
    system = load_text(page)
    for e in [x for p in system.pieces for x in (p.lhs, p.body) if x is not None]:
        assert read_expression(write(e, style_of(system)), system) == e
    assert load_text(write_network(system)) == system


def test_an_entry_is_asked_for_as_the_page_types_it() -> None:
    system = load_text(STEPS)
    assert read_variable("d_j(t)", system) == read_variable("d_{j,t}", system)
    assert read_variable("x_1(2)", system) == read_variable("x_{1,2}", system)
