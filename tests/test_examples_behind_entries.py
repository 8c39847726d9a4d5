r"""Vectors of declared length whose own number stands behind that of the entry: `x_t` with entries `x_{jt}`."""

import pytest

import symderiv as sd

PAGE = r"""Patterns $x_t \in \mathbb{R}^n$ and $y_t \in \mathbb{R}^m$, $1 \le t \le T$, with components $%s$ and $%s$;
$A = (a_{ij})$ is an $m \times n$ matrix.

$$ E = \sum_{t=1}^{T} \| y_t - A x_t \|^2 $$

%s
"""
BEHIND = "x_{jt}", "y_{it}"
BEFORE = "x_{tj}", "y_{ti}"


def verdicts(names: tuple[str, str], *lines: str) -> list[str]:
    report = sd.check(PAGE % (*names, "\n\n".join(f"$$ {x} $$" for x in lines)))
    return [str(link.judgement) for c in report.claims for link in c.links]


@pytest.mark.parametrize(("names", "x", "y"), [(BEHIND, "x_{%s t}", "y_{it}"), (BEFORE, "x_{t %s}", "y_{ti}")])
def test_entries_stand_as_they_are_typed(names: tuple[str, str], x: str, y: str) -> None:
    head = r"\frac{\partial E}{\partial a_{ij}} = -2 \sum_{t=1}^T "
    rest = f"({y} - \\sum_{{k=1}}^n a_{{ik}} {x % 'k'})"
    assert verdicts(
        names,
        head + f"{rest} {x % 'j'}",
        head + f"{rest}",
        r"\frac{\partial E}{\partial A} = -2 \sum_{t=1}^T (y_t - A x_t) x_t^\top",
        r"\frac{\partial E}{\partial A} = -2 \sum_{t=1}^T (y_t - A x_t) y_t^\top A",
    ) == ["right", "wrong", "right", "wrong"]
