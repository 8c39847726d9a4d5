r"""Braces as editors of formulas type them: around every name with a script, twice around what a fraction holds."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""${u_j} = \sum\limits_{i = 1}^N {{w_{ij}}{h_i}}$ for $j = 1, \dots, V$, and

$$E = \frac{1}{2}\sum\limits_{j = 1}^V {{{\left( {{u_j} - {t_j}} \right)}^2}}$$

$$E{I_j} = \frac{{\partial E}}{{\partial {u_j}}}$$

$$E{H_i} = \sum\limits_{j = 1}^V {E{I_j} \cdot {w_{ij}}}$$

$$\frac{{\partial E}}{{\partial {u_j}}} = {u_j} - {t_j}$$

$$\frac{{\partial E}}{{\partial {h_i}}} = E{H_i}$$

$$\frac{{\partial E}}{{\partial {w_{ij}}}} = E{I_j} \cdot {h_i}$$

$$\frac{{\partial E}}{{\partial {w_{ij}}}} = E{H_i} \cdot {h_i}$$

$$E{I_j} = \sum\limits_{i = 1}^N {\left( {{w_{ij}}{h_i}} \right)} - {t_j}$$
"""


def test_they_change_nothing() -> None:
    report = sd.check(PAGE)
    assert [str(c.judgement) for c in report.claims] == ["right", "right", "right", "wrong", "right"]


def test_what_is_shown_has_all_of_its_braces() -> None:
    for claim in sd.check(PAGE).claims:
        for link in claim.links:
            assert link.latex.count("{") == link.latex.count("}")
