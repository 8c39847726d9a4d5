"""Words that make something else of a name: `$h_i$ is then squared`, `bold letters denote normalised vectors`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NET = (
    "Let $a_i = \\sum_j w_{ij} x_j$ and $h_i = \\tanh(a_i)$ and $E = \\frac12 \\sum_i (h_i - t_i)^2$. "
    "The learning rate is small."
)
TRUE = r"$$\frac{\partial E}{\partial a_i} = (h_i - t_i)(1 - h_i^2)$$"
SLIP = r"$$\frac{\partial E}{\partial a_i} = h_i - t_i$$"

CHANGING = [
    "Here $h_i$ is squared.",
    "Replace $h_i$ by its square in the following.",
    "All $h_i$ are scaled by $1/2$.",
    "From now on $h_i$ denotes the normalised value.",
    "The $a_i$ are rounded to integers.",
    "We subtract the mean from $h_i$.",
    "We then apply dropout to $h_i$.",
    "The sign of $E$ is reversed, as we maximise.",
    "以下では $h_i$ をその2乗で置き換える。",
    "$h_i$ を正規化する。",
    "Im Folgenden ersetzen wir $h_i$ durch sein Quadrat.",
    "$h_i$ wird mit $1/2$ skaliert.",
    "下面把 $h_i$ 替换为它的平方。",
    "$h_i$ 被归一化。",
    "Dans la suite, on remplace $h_i$ par son carré.",
    "$h_i$ est multiplié par $1/2$.",
    "$h_i$ is multiplied by 2.",
    "$h_i$ is multiplied by two.",
    "$h_i$ is divided by 0.5.",
    "We square $h_i$.",
    "We then square each $h_i$ elementwise.",
    "We multiply $h_i$ by 2.",
    "Wir multiplizieren $h_i$ mit 2.",
    "On multiplie $h_i$ par 2.",
    "$h_i$ を2倍する。",
    "$h_i$ は3倍される。",
    "$h_i$ 会被乘以 2。",
    "$h_i$ se multiplica por $2$.",
    "$h_i$ se multiplica por 2.",
    "In what follows, $h_i$ means the square of the above.",
]


@pytest.mark.parametrize("said", CHANGING)
def test_what_rests_on_a_changed_name_is_open(said: str) -> None:
    assert each_verdict(NET, said, lines=[TRUE, SLIP]) == ["unproved", "unproved"]


@pytest.mark.parametrize(
    "said",
    [
        "$E$ is multiplied by $1/2$ for convenience.",
        "The inputs $x_j$ are normalised.",
        "If $h_i$ is doubled, the error changes.",
        "Replace $h_i$ by its definition to see this.",
        "The derivative of $h_i$ is squared nowhere.",
        "By symmetry the sign of $a_i$ is not changed.",
        "$E$ is multiplied by 1/2 for convenience.",
        "If $h_i$ is multiplied by 2, the error changes.",
        "$h_i$ wird nicht quadriert.",
        "We never square $h_i$.",
        "We do not square $h_i$.",
        "If we square $h_i$, more is lost.",
    ],
)
def test_words_that_change_nothing(said: str) -> None:
    assert verdict(NET, said, TRUE) == "right"
    assert verdict(NET, said, SLIP) == "wrong"


def test_words_for_what_a_formula_does() -> None:
    squares = "Let $a_i = \\sum_j w_{ij} x_j$ and $e_i = a_i - t_i$ and $E = \\frac12 \\sum_i e_i^2$."
    for said in ("Here $e_i$ is squared.", "We square $e_i$.", "The errors $e_i$ are squared and added up."):
        assert each_verdict(
            squares,
            said,
            lines=[r"$$\frac{\partial E}{\partial a_i} = e_i$$", r"$$\frac{\partial E}{\partial a_i} = 2 e_i$$"],
        ) == ["right", "wrong"]


def test_an_altered_formula_is_no_definition() -> None:
    front = "Let $d_i = y_i - t_i$ with $y_i = \\sum_j w_{ij} x_j$ and $E = \\frac12 \\sum_i g_i^2$."
    line = r"$$\frac{\partial E}{\partial w_{ij}} = d_i x_j$$"
    assert verdict(front, "Let $g_i = d_i$.", line) == "right"
    assert verdict(front, "Let $g_i = d_i$ (rounded).", line) == "unproved"


@pytest.mark.parametrize(
    ("said", "found"), [("vectors", ("right", "wrong")), ("normalised vectors", ("unproved",) * 2)]
)
def test_bold_letters(said: str, found: tuple[str, str]) -> None:
    front = (
        f"The input is $\\mathbf{{x}}$ with entries $x_j$, bold letters denote {said}. "
        "Let $y_i = \\sum_j w_{ij} x_j$ and $E = \\frac12 \\sum_i (y_i - t_i)^2$."
    )
    left = r"\frac{\partial E}{\partial \mathbf{y}}"
    assert each_verdict(front, lines=[rf"$${left} = \mathbf{{y}} - \mathbf{{t}}$$", rf"$${left} = \mathbf{{y}}$$"]) == [
        found[0],
        found[1],
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The loss $E$ is negated.",
        "Finally, the loss $E$ is then negated.",
        "Our error $E$ changes its sign.",
        "The cost $E$ gets a minus sign.",
        "Der Verlust $E$ wechselt das Vorzeichen.",
        "La perte $E$ change de signe.",
    ],
)
def test_a_noun_before_the_name_only_says_what_it_is(said: str) -> None:
    assert verdict(NET, said, TRUE) == "unproved"
    assert verdict(NET, TRUE) == "right"


@pytest.mark.parametrize(
    "said",
    [
        "The derivative of the loss $E$ is negated.",
        "If the loss $E$ is negated, we climb.",
        "The loss $E$ is not negated.",
        "The gradient of the loss $E$ changes its sign.",
        "The loss $E$ is halved.",
    ],
)
def test_what_is_done_to_something_else_or_is_done_already(said: str) -> None:
    assert verdict(NET, said, TRUE) == "right"
    assert verdict(NET, said, SLIP) == "wrong"
