"""Points that sentences leave out in German, French, Spanish and Russian: no claims."""

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NETWORK = r"$h_k = \max(0, z_k)$ and $z_k = \sum_j w_{kj} x_j$ and $E = \sum_k h_k$."
TRUE = r"\frac{\partial h_k}{\partial z_k} = \frac{z_k + |z_k|}{2 z_k}"
SLIP = TRUE.replace("+", "-")

LEFT_OUT = [
    "Die Ableitung existiert, außer bei $z_k = 0$.",
    "$h_k$ ist differenzierbar außer in $z_k = 0$.",
    "$h_k$ est dérivable, sauf en $z_k = 0$.",
    "$h_k$ es derivable salvo en $z_k = 0$.",
    "$h_k$ es derivable excepto en el punto $z_k = 0$.",
    "$h_k$ дифференцируема, кроме точки $z_k = 0$.",
    "$h_k$ è derivabile tranne in $z_k = 0$.",
]


@pytest.mark.parametrize("said", LEFT_OUT)
def test_the_value_is_no_claim(said: str) -> None:
    for line in (TRUE, SLIP):
        found = check("\n\n".join((NETWORK, said, f"$$ {line} $$"))).claims
        assert len(found) == 1
    judged = each_verdict(NETWORK, said, lines=[f"$$ {TRUE} $$", f"$$ {SLIP} $$"])
    assert judged[0] == "right"
    assert judged[1] != "right"


@pytest.mark.parametrize(
    "behind", ["sauf en $z_k = 0$", "außer bei $z_k = 0$", "salvo en $z_k = 0$", "кроме $z_k = 0$"]
)
def test_behind_a_line(behind: str) -> None:
    assert [str(c.judgement) for c in check(f"{NETWORK}\n\n${TRUE}$ {behind}.").claims] == ["right"]
    assert verdict(NETWORK, f"${SLIP}$ {behind}.") != "right"
