r"""Cases of lines in sentences of many languages, before and behind the lines."""

from __future__ import annotations

import pytest

import symderiv as sd

SOFTMAX = r"""$$ y_j = \frac{e^{z_j}}{\sum_{k=1}^n e^{z_k}} $$
"""
SAME = r"$$ \frac{\partial y_j}{\partial z_i} = y_j (1 - y_j) $$"
OTHER = r"$$ \frac{\partial y_j}{\partial z_i} = - y_j y_i $$"


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(SOFTMAX + page).claims]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("For $i = j$ we have", r"and for $i \ne j$"),
        ("Fall $i = j$:", r"Fall $i \ne j$:"),
        ("Falls $i = j$, so erhält man", r"Falls $i \ne j$, so erhält man"),
        ("Wenn $i = j$ ist, dann", r"Wenn $i \ne j$ ist, dann"),
        ("Si $i = j$, alors", r"Si $i \ne j$, alors"),
        ("Para $i = j$ tenemos", r"y para $i \ne j$"),
        ("Se $i = j$:", r"Se $i \ne j$:"),
        ("$i = j$ の場合", r"$i \ne j$ の場合"),
        ("当 $i = j$ 时，", r"当 $i \ne j$ 时，"),
        ("若 $i = j$，则", r"若 $i \ne j$，则"),
        ("При $i = j$ получаем", r"а при $i \ne j$"),
        ("Если $i = j$, то", r"Если $i \ne j$, то"),
        ("$i = j$ 일 때", r"$i \ne j$ 일 때"),
        ("$i = j$ 인 경우", r"$i \ne j$ 인 경우"),
        ("Với $i = j$, ta có", r"Với $i \ne j$, ta có"),
        ("Dla $i = j$ mamy", r"a dla $i \ne j$"),
        ("Voor $i = j$ geldt", r"en voor $i \ne j$"),
        ("$i = j$ ise", r"$i \ne j$ ise"),
    ],
)
def test_before_the_lines(first: str, second: str) -> None:
    assert verdicts(f"{first}\n{SAME}\n{second}\n{OTHER}") == ["right", "right"]
    assert verdicts(f"{first}\n{OTHER}\n{second}\n{SAME}") == ["wrong", "wrong"]


@pytest.mark.parametrize(
    ("start", "first", "second"),
    [
        ("We obtain", "if $i = j$, and", "otherwise."),
        ("Man erhält", "falls $i = j$, und", "sonst."),
        ("Es gilt", "wenn $i = j$ ist, sonst", ""),
        ("On obtient", "si $i = j$, et", "sinon."),
        ("Obtenemos", "si $i = j$, y", "en caso contrario."),
        ("Si ottiene", "se $i = j$, e", "altrimenti."),
        ("Obtemos", "se $i = j$, e", "caso contrário."),
        ("Получаем", "если $i = j$, и", "иначе."),
        ("有", "（当 $i = j$ 时），", r"（当 $i \ne j$ 时）。"),
        ("可得", "，当 $i = j$；", r"，当 $i \ne j$。"),
        ("", "($i = j$ のとき)、", r"($i \ne j$ のとき)。"),
    ],
)
def test_behind_the_lines(start: str, first: str, second: str) -> None:
    assert verdicts(f"{start}\n{SAME}\n{first}\n{OTHER}\n{second}") == ["right", "right"]
    assert verdicts(f"{start}\n{OTHER}\n{first}\n{SAME}\n{second}") == ["wrong", "wrong"]


@pytest.mark.parametrize("said", ["anders gesagt,", "autrement dit,", "mit anderen Worten"])
def test_words_that_only_sound_so(said: str) -> None:
    again = OTHER.replace("y_j y_i", r"y_i y_j \quad (i \ne j)")
    assert verdicts(f"Für alle $i \\ne j$ gilt\n{OTHER}\n\n{said}\n{again}") == ["right", "right"]


ANY = r"$$ \frac{\partial y_j}{\partial z_i} = y_j (\delta_{ij} - y_i) $$"


@pytest.mark.parametrize(
    ("general", "case", "rest"),
    [
        ("In general", "so for $i = j$", "and otherwise"),
        ("Allgemein gilt", "also für $i = j$:", "und sonst"),
        ("En général", "d'où, si $i = j$,", "et sinon"),
        ("En general", "Si $i = j$ se obtiene", "y en caso contrario"),
        ("一般地，", "特别地，当 $i = j$ 时，", "否则"),
        ("一般に", "特に $i = j$ のとき", "それ以外のとき"),
        ("В общем случае", "При $i = j$", "в противном случае"),
    ],
)
def test_behind_what_holds_in_general(general: str, case: str, rest: str) -> None:
    assert verdicts(f"{general}\n{ANY}\n{case}\n{SAME}\n{rest}\n{OTHER}") == ["right", "right", "right"]
    assert verdicts(f"{general}\n{ANY}\n{case}\n{OTHER}\n{rest}\n{SAME}") == ["right", "wrong", "wrong"]


def test_a_stop_of_an_abbreviation_ends_no_sentence() -> None:
    assert verdicts(f"We get\n{SAME}\ni.e. for $i = j$, and\n{OTHER}\nfor $i \\ne j$.") == ["right", "right"]
    assert verdicts(f"We get\n{OTHER}\ni.e. for $i = j$, and\n{SAME}\nfor $i \\ne j$.") == ["wrong", "wrong"]


STEP = r"""$$ a_j = \sum_{i=1}^n w_{ij} x_i $$
$$ E = \sum_{j=1}^m (H(a_j) a_j - t_j)^2 $$

with
"""
TWICE = r"""

$$ \frac{\partial E}{\partial w_{ij}} = 2 (H(a_j) a_j - t_j) H(a_j) x_i $$

$$ \frac{\partial E}{\partial w_{ij}} = (H(a_j) a_j - t_j) H(a_j) x_i $$
"""


@pytest.mark.parametrize(
    "words",
    [
        r"$H(x) = 1$ nếu $x > 0$, ngược lại $0$",
        r"$H(x) = 1$ als $x > 0$, anders $0$",
        r"$H(x) = 1$ jeśli $x > 0$ i $H(x) = 0$ jeśli $x \le 0$",
        r"$H(x) = 1$ wanneer $x > 0$ en $0$ wanneer $x \le 0$",
        r"$H(x) = 1$ при $x > 0$ и $0$ при $x \le 0$",
    ],
)
def test_values_of_functions(words: str) -> None:
    assert [str(c.judgement) for c in sd.check(f"{STEP}{words}.{TWICE}").claims] == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"Здесь $\delta(i, j) = 1$ при $i = j$, иначе 0.",
        r"$\delta(i, j) = 1$ nếu $i = j$, ngược lại 0.",
        r"Hier is $\delta(i, j) = 1$ als $i = j$, anders 0.",
        r"gdzie $\delta(i, j) = 1$ gdy $i = j$, inaczej 0.",
    ],
)
def test_deltas_with_their_letters_in_parentheses(words: str) -> None:
    right = r"$$ \frac{\partial y_i}{\partial z_j} = y_i (\delta(i, j) - y_j) $$"
    wrong = r"$$ \frac{\partial y_i}{\partial z_j} = y_i (\delta(i, j) - y_i) $$"
    assert verdicts(f"{words}\n\n{right}\n\n{wrong}") == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"$\delta(i,j) = 0$ falls $i = j$, sonst $1$.",
        r"$\delta(i,j) = 1$ если не $i = j$, иначе $0$.",
        r"当 $i = j$ 时 $\delta(i,j) = 0$，否则为 $1$。",
    ],
)
def test_a_delta_that_is_not_kroneckers_is_left_open(words: str) -> None:
    line = r"$$ \frac{\partial y_i}{\partial z_j} = y_i (1 - \delta(i,j) - y_j) $$"
    assert verdicts(f"{words}\n\n{line}")[-1] == "unproved"


def test_a_function_by_cases_that_is_taken_back() -> None:
    page = r"""$H(x) = 1$ falls $x > 0$, sonst $0$, ist hier nicht gemeint: $H$ ist beliebig.
$$ y = \sum_i w_i \max(0, z_i) $$ $$ \frac{\partial y}{\partial z_i} = w_i H(z_i) $$"""
    assert [str(c.judgement) for c in sd.check(page).claims][-1] not in ("right", "wrong")
