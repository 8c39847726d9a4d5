"""Sizes below the names of arrays, `W_{(n \\times m)}`, and gradients by a d that other languages tell."""

import pytest

from symderiv.check.page import check
from tests.judging import VERDICTS, verdict

PAGE = r"""+++
objective = "J"
functions = ["g"]
[ranges]
"a" = "1..r"
"b" = "1..s"
"c" = "1..q"
+++
## Network

$$ z_{ac} = \sum_{b=1}^{s} v_{ab} u_{bc} + e_a $$

$$ h_{ac} = g(z_{ac}) $$

$$ J = \frac{1}{2q} \sum_{a=1}^{r} \sum_{c=1}^{q} (h_{ac} - t_{ac})^2 $$

Here $V_{r \times s} = (v_{ab})$, $U_{s \times q} = (u_{bc})$, $\mathbf{e}_{r \times 1} = (e_a)$,
$Z_{r \times q} = (z_{ac})$,
$H_{r \times q} = (h_{ac})$, $T_{r \times q} = (t_{ac})$. TOLD

## Derivation

$$ LINE $$
"""
ITALIAN = "Con $dZ$, $dV$, ... indichiamo il gradiente di $J$ rispetto a $Z$, $V$, ..."
GERMAN = "$dZ$, $dV$, usw. bezeichnen den Gradienten von $J$ nach $Z$, $V$ usw."
FRENCH = "$dZ$, $dV$, etc. désignent le gradient de $J$ par rapport à $Z$, $V$, etc."
TURNED = "Con $dZ$, $dV$, ... indichiamo il gradiente di $J$ rispetto a $Z$, $V$, ..., moltiplicato per $q$."


def judged(line: str, told: str = ITALIAN) -> str:
    return verdict(PAGE.replace("TOLD", told).replace("LINE", line))


@pytest.mark.parametrize("told", [ITALIAN, GERMAN, FRENCH])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            r"Z_{r \times q} = V_{r \times s} U_{s \times q} + \mathbf{e}_{r \times 1} \mathbf{1}^\top_{1 \times q}",
            "right",
        ),
        (r"dZ_{r \times q} = \frac{1}{q} (H_{r \times q} - T_{r \times q}) \odot g'(Z_{r \times q})", "right"),
        (r"dZ_{r \times q} = (H_{r \times q} - T_{r \times q}) \odot g'(Z_{r \times q})", "wrong"),
        (r"dV_{r \times s} = dZ_{r \times q} U^\top_{q \times s}", "right"),
        (r"dV_{r \times s} = \frac{1}{q} dZ_{r \times q} U^\top_{q \times s}", "wrong"),
    ],
)
def test_sizes_below_names_say_no_more(line: str, expected: str, told: str) -> None:
    assert judged(line, told) == expected


@pytest.mark.parametrize("factor", [r"\frac{1}{q} ", ""])
def test_what_is_made_of_gradients_is_none(factor: str) -> None:
    line = rf"dZ_{{r \times q}} = {factor}(H_{{r \times q}} - T_{{r \times q}}) \odot g'(Z_{{r \times q}})"
    page = PAGE.replace("TOLD", TURNED).replace("LINE", line)
    assert not check(page, options=VERDICTS).claims


def test_other_sizes_are_another_array() -> None:
    assert judged(
        r"Z_{r \times q} = V_{s \times r} U_{s \times q} + \mathbf{e}_{r \times 1} \mathbf{1}^\top_{1 \times q}"
    ) not in (
        "right",
        "wrong",
    )
