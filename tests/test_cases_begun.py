"""Sentences between two displays that begin the case of the lower one, or are of the upper one, in many languages."""

import pytest

from .judging import check

SOFTMAX = r"$$ y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} $$"
OTHER, SAME = r"i \neq j", "i = j"


def _verdicts(*lines: str) -> list[str]:
    return [str(c.judgement) for c in check("\n".join((SOFTMAX, *lines))).claims]


def _two(heads: tuple[str, str], rights: tuple[str, str], cases: tuple[str, str] = (OTHER, SAME)) -> list[str]:
    lines = (
        (head.replace("@", f"${case}$"), rf"$$ \frac{{\partial y_i}}{{\partial z_j}} = {right} $$")
        for head, right, case in zip(heads, rights, cases, strict=True)
    )
    return _verdicts(*(x for pair in lines for x in pair))


TRUE, SLIPS = ("-y_i y_j", "y_i (1 - y_i)"), ("y_i y_j", "y_i (1 + y_i)")
READ = [
    ("Sei @. Dann gilt", "Sei nun @. Dann gilt"),
    ("Betrachte zuerst @. Es folgt", "Betrachte nun @. Es folgt"),
    ("**1. Fall:** @.", "**2. Fall:** @."),
    ("Soit @. Alors", "Soit maintenant @. On a"),
    ("Cas 1 : @. On obtient", "Cas 2 : @. On obtient"),
    ("Sea @. Entonces", "Sea ahora @. Entonces"),
    ("Caso 1: @. Se tiene", "Caso 2: @. Se tiene"),
    ("Sia @. Allora", "Sia ora @. Allora"),
    ("Seja @. Então", "Seja agora @. Então"),
    ("Пусть @. Тогда", "Пусть теперь @. Тогда"),
    ("假设 @。那么", "现在假设 @。那么"),
    ("若 @。则", "若 @。则"),
    ("情况一：@。有", "情况二：@。有"),
    ("@ とする。このとき", "次に @ とする。"),
    ("Off-diagonal: @. The quotient rule gives", "Diagonal: @. The quotient rule gives"),
    ("Suppose @. Then", "Take now @. Then"),
]


@pytest.mark.parametrize("heads", READ)
def test_a_case_begun_below_a_display(heads: tuple[str, str]) -> None:
    """Each line is judged in its own case, and a slip in it is found."""
    assert _two(heads, TRUE) == ["right", "right"]
    assert _two(heads, SLIPS) == ["wrong", "wrong"]
    assert "right" not in _two(heads, TRUE, (SAME, OTHER))


@pytest.mark.parametrize(
    "heads",
    [
        ("@ の場合。", "@ の場合。"),
        ("Stel @. Dan geldt", "Stel nu @. Dan geldt"),
        ("Giả sử @. Khi đó", "Giả sử @. Khi đó"),
        ("Legyen @. Ekkor", "Legyen most @. Ekkor"),
        ("@ olsun. O zaman", "Şimdi @ olsun. O zaman"),
        ("Für @. Nach kurzer Rechnung", "Für @. Nach kurzer Rechnung"),
    ],
)
def test_a_sentence_that_may_be_of_either(heads: tuple[str, str]) -> None:
    """Neither line is wrong, and neither right where the cases are exchanged."""
    assert "wrong" not in _two(heads, TRUE)
    assert "right" not in _two(heads, SLIPS) + _two(heads, TRUE, (SAME, OTHER))


@pytest.mark.parametrize(
    "between",
    [
        r"Dies gilt für $i = j$. Für $i \ne j$ gilt",
        r"Cela vaut pour $i = j$. Sinon, on a",
        r"This holds only for $i = j$. Otherwise",
        r"这里 $i = j$。若 $i \neq j$，则",
    ],
)
def test_a_sentence_that_points_back(between: str) -> None:
    """It is the case of the display above."""
    lines = [rf"$$ \frac{{\partial y_i}}{{\partial z_j}} = {x} $$" for x in (*TRUE[::-1], *SLIPS[::-1])]
    assert _verdicts("We get", lines[0], between, lines[1]) == ["right", "right"]
    assert "right" not in _verdicts("We get", lines[2], between, lines[3])


@pytest.mark.parametrize(
    "between",
    [
        r"Der Fall $i \ne j$ ist klar. Es folgt",
        r"Il caso $i \ne j$ è facile. Allora",
        r"Für $i \ne j$ klar. Also gilt",
        r"Erst $i \ne j$, dann $i = j$. Es gilt",
        r"Hier ist $i \ne j$. Dann gilt",
    ],
)
def test_a_case_that_is_only_mentioned(between: str) -> None:
    """A line that is right in it alone is not right."""
    assert _verdicts(between, r"$$ \frac{\partial y_i}{\partial z_j} = -y_i y_j $$")[-1] != "right"
