r"""Matrices with both indices above their entries, `G^{ij} = \sum_a P^{ia} R^{ja}` beside a bare P.

By hand: with `L = \frac12 \sum_{ij} (G^{ij} - T^{ij})^2` the derivative by `P^{ka}` is
`\sum_j (G^{kj} - T^{kj}) R^{ja}`, the entry of `(G - T) R`; that by R is `(G - T)^T P`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$G^{ij} = \sum_{a=1}^d P^{ia} R^{ja}$$ ( $1 \le i \le m$, $1 \le j \le n$ )"
    "\n\n"
    r"$$L = \frac12 \sum_{i=1}^m \sum_{j=1}^n (G^{ij} - T^{ij})^2$$"
)
BY = r"\frac{\partial L}{\partial %s} ="


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BY % "P" + " (G - T) R", "right"),
        (BY % "P" + " (G + T) R", "wrong"),
        (BY % "R" + " (G - T)^T P", "right"),
        (BY % "R" + " 2 (G - T)^T P", "wrong"),
        (BY % "P" + r" \frac{\partial L}{\partial G} R", "right"),
        (BY % "P" + r" -\frac{\partial L}{\partial G} R", "wrong"),
    ],
)
def test_a_line_about_wholes(line: str, expected: str) -> None:
    entries = r"$$\frac{\partial L}{\partial P^{ka}} = \sum_{j=1}^n (G^{kj} - T^{kj}) R^{ja}$$"
    assert verdict(f"{NETWORK}\n\n{entries}", f"$${line}$$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial R} = P^T \frac{\partial L}{\partial H}", "right"),
        (r"\frac{\partial L}{\partial R} = -P^T \frac{\partial L}{\partial H}", "wrong"),
        (r"\frac{\partial L}{\partial P} = \frac{\partial L}{\partial H} R^T", "right"),
        (r"\frac{\partial L}{\partial P} = 2 \frac{\partial L}{\partial H} R^T", "wrong"),
        (r"\frac{\partial L}{\partial P^{ka}} = (H^{kj} - Y^{kj}) R^{aj}", "right"),
        (r"\frac{\partial L}{\partial P^{ka}} = (H^{kj} + Y^{kj}) R^{aj}", "wrong"),
    ],
)
def test_a_mark_above_a_whole_counts_nothing(line: str, expected: str) -> None:
    page = (
        '+++\nobjective = "L"\nsums = "implicit"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"a" = "1..d"\n+++\n\n'
        r"$$H^{ij} = P^{ia} R^{aj}$$"
        "\n\n"
        r"$$L = \frac12 \sum_{i=1}^m \sum_{j=1}^n (H^{ij} - Y^{ij})^2$$"
        "\n\n"
        r"$$\frac{\partial L}{\partial P^{kl}} = \frac{\partial L}{\partial H^{kj}} R^{lj}$$"
        "\n\n"
        r"$$\frac{\partial L}{\partial R} = P^T \frac{\partial L}{\partial H}$$"
    )
    assert verdict(page, f"$${line}$$") == expected


def test_labels_of_two_letters_stay_labels() -> None:
    page = (
        r"$h \in \mathbb{R}^n$, $x \in \mathbb{R}^m$, $y \in \mathbb{R}^n$, $W^{hx} \in \mathbb{R}^{n \times m}$, "
        r"$W^{hy} \in \mathbb{R}^{n \times n}$."
        "\n\n"
        r"$$h = W^{hx} x + W^{hy} y, \quad E = \frac12 h^T h$$"
    )
    found = each_verdict(
        page,
        lines=[r"$$\frac{\partial E}{\partial W^{hx}} = h x^T$$", r"$$\frac{\partial E}{\partial W^{hx}} = h y^T$$"],
    )
    assert found[0] == "right"
    assert found[1] != "right"
