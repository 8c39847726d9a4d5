"""Vectors one above the other that a sentence gives entries: `$[a; b] = (s_k)$`."""

from __future__ import annotations

import pytest
from judging import verdict

NETWORK = (
    r"$$ s_i = a_i \quad (i = 1, \dots, m) $$",
    r"$$ s_{m+i} = b_i \quad (i = 1, \dots, m) $$",
    r"$$ z_j = \sum_{k=1}^{2m} V_{jk} s_k \quad (j = 1, \dots, n) $$",
    r"$$ F = \frac{1}{2} \sum_{j=1}^{n} (z_j - t_j)^2 $$",
)


@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ("(", ")")])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial F}{\partial V} = (z - t) <a; b>^T", "right"),
        (r"\frac{\partial F}{\partial V} = (z - t) <b; a>^T", "unreadable"),
        (r"\frac{\partial F}{\partial V} = (t - z) <a; b>^T", "wrong"),
        (r"\frac{\partial F}{\partial <a; b>} = V^T (z - t)", "right"),
        (r"\frac{\partial F}{\partial <a; b>} = V (z - t)", "wrong"),
    ],
)
def test_the_brackets_are_the_array_of_those_entries(line: str, expected: str, begin: str, end: str) -> None:
    said = "Here $<a; b> = (s_k)$, $z = (z_j)$, $t = (t_j)$, $V = (V_{jk})$."
    page = (*NETWORK, said, "## Derivation", f"$$ {line} $$")
    assert verdict(*(part.replace("<", begin).replace(">", end) for part in page)) == expected


@pytest.mark.parametrize(("line", "expected"), [("z - t", "right"), ("t - z", "wrong")])
def test_names_listed_beside_arrays_told_by_entries(line: str, expected: str) -> None:
    said = "Here $a, b, z = (z_j), t = (t_j)$ are columns and $V = (V_{jk})$."
    assert verdict(*NETWORK, said, "## Derivation", rf"$$ \frac{{\partial F}}{{\partial z}} = {line} $$") == expected
