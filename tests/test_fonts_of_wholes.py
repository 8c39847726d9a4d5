r"""Arrays in an upright font with the plain name among their entries: `\mathrm{S}_B = ((S_B)_{dc})`."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = '+++\nobjective = "J"\n+++'
NET = [
    r"$$ (S_B)_{dc} = m_d m_c $$",
    r"$$ J = \sum_{d=1}^{D} \sum_{c=1}^{D} w_d (S_B)_{dc} w_c + \sum_{d=1}^{D} u_d w_d $$",
    r"where $\mathrm{S}_B = ((S_B)_{dc})$, $\mathrm{w} = (w_d)$, $\mathrm{u} = (u_d)$, $\mathrm{m} = (m_d)$ columns.",
]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (r"\frac{\partial J}{\partial \mathrm{w}} = 2 \mathrm{S}_B \mathrm{w} + \mathrm{u}", "right"),
        (r"\frac{\partial J}{\partial \mathrm{w}} = \mathrm{S}_B \mathrm{w} + \mathrm{u}", "wrong"),
        (r"\frac{\partial J}{\partial w_d} = 2 (\mathrm{S}_B \mathrm{w})_d + u_d", "right"),
        (r"\frac{\partial J}{\partial w_d} = 2 (\mathrm{S}_B \mathrm{w})_d", "wrong"),
        (r"\frac{\partial J}{\partial w_d} = 2 \sum_{c=1}^{D} (S_B)_{dc} w_c + u_d", "right"),
        (r"\frac{\partial J}{\partial w_d} = 2 \sum_{c=1}^{D} (S_B)_{cc} w_c + u_d", "wrong"),
        (r"\mathrm{S}_B \mathrm{w} = \mathrm{m} (\mathrm{m}^T \mathrm{w})", "right"),
        (r"\mathrm{S}_B \mathrm{w} = \mathrm{m} (\mathrm{w}^T \mathrm{w})", "wrong"),
    ],
)
@pytest.mark.parametrize("font", ["mathrm", "mathsf", "mathbf"])
@pytest.mark.parametrize("label", ["B", "b"])
def test_is_one_array(line: str, found: str, font: str, label: str) -> None:
    page = [x.replace("mathrm", font).replace("S_B", f"S_{label}") for x in (*NET, f"$$ {line} $$")]
    page = [x.replace("S}_B", f"S}}_{label}") for x in page]
    assert verdict(FRONT, *page) == found
