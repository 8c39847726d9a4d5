"""Equations between sizes that a sentence asserts, or only speaks of.

By hand: with s_c = sum_h w_ch x_h, dE/dx_h is a sum over c up to C; it is one up to H only where C = H.
"""

import pytest

from .judging import verdict

PAGE = r"""
$$ s_c = \sum_{h=1}^H w_{ch} x_h, \quad E = \frac12 \sum_{c=1}^C (s_c - y_c)^2 $$
"""
OTHER = r"$$ \frac{\partial E}{\partial x_h} = \sum_{c=1}^H (s_c - y_c) w_{ch} $$"
RIGHT = r"$$ \frac{\partial E}{\partial x_h} = \sum_{c=1}^C (s_c - y_c) w_{ch} $$"
WRONG = r"$$ \frac{\partial E}{\partial x_h} = \sum_{c=1}^C (s_c - y_c) w_{ch}^2 $$"


@pytest.mark.parametrize("said", ["Here $C = H$.", "We set $C = H$.", "Wir setzen $C = H$.", "ここで $C = H$ とする。"])
def test_asserted(said: str) -> None:
    assert verdict(PAGE, f"{said}\n{OTHER}") == "right"
    assert verdict(PAGE, f"{said}\n{RIGHT}") == "right"
    assert verdict(PAGE, f"{said}\n{WRONG}") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "In some nets $C = H$.",
        "If $C = H$, the map is square.",
        "Is $C = H$?",
        "Wir verlangen nicht, dass $C = H$ gilt.",
        "Falls $C = H$, ist $w$ quadratisch.",
        "Parfois $C = H$.",
        "A skip would need $C = H$.",
        "Some people take $C = H$.",
    ],
)
def test_only_spoken_of(said: str) -> None:
    assert verdict(PAGE, f"{said}\n{OTHER}") == "unproved"
    assert verdict(PAGE, f"{said}\n{RIGHT}") == "right"
    assert verdict(PAGE, f"{said}\n{WRONG}") == "wrong"


def test_nothing_said() -> None:
    assert verdict(PAGE, OTHER) == "wrong"


FILTER = r"""
$$ y_{p} = \sum_{k=1}^{K} w_k x_{p+k-1} $$ for $p = 1, \dots, M$.
A valid one has $M = N - K + 1$, a padded one has $M = N$.
$$ E = \frac12 \sum_{p=1}^{M} (y_p - t_p)^2 $$
"""


@pytest.mark.parametrize(
    ("end", "judged"), [("N", "unproved"), ("N-K+1", "unproved"), ("M", "right"), ("M-1", "wrong")]
)
def test_two_values(end: str, judged: str) -> None:
    line = rf"$$ \frac{{\partial E}}{{\partial w_k}} = \sum_{{p=1}}^{{{end}}} (y_p - t_p) x_{{p+k-1}} $$"
    assert verdict(FILTER, line) == judged
