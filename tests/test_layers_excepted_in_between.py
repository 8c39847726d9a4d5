r"""Exceptions at a layer in between: `except that $a^2_k = z^2_k$`, `In layer 2, $a^2_k = z^2_k$`."""

import pytest

from .judging import each_verdict, verdict

LAYERS = (
    r"$a^0_j = x_j$, $z^l_k = \sum_j w^l_{kj} a^{l-1}_j$ and $a^l_k = f(z^l_k)$ for $l = 1, \dots, 4$, except that "
    r"$a^2_k = z^2_k$. The error is $E = \frac12 \sum_k (a^4_k - y_k)^2$."
)
UNITS = (
    r"$z_k = \sum_j w_{kj} x_j$ and $a_k = f(z_k)$ for $k = 1, \dots, 4$, except that $a_2 = z_2$. "
    r"The error is $E = \frac12 \sum_k (a_k - y_k)^2$."
)
NETWORK = r"$z^l_k = \sum_j w^l_{kj} a^{l-1}_j$ and $a^l_k = f(z^l_k)$ for $l = 1, \dots, 4$."
ERROR = r"The error is $E = \frac12 \sum_k (a^4_k - y_k)^2$."
LINEAR = r"$$ \frac{\partial E}{\partial z^2_k} = \frac{\partial E}{\partial a^2_k} $$"
CURVED = r"$$ \frac{\partial E}{\partial z^2_k} = f'(z^2_k) \frac{\partial E}{\partial a^2_k} $$"


def test_words_of_an_exception() -> None:
    assert each_verdict(LAYERS, lines=[LINEAR, CURVED, CURVED.replace("2_k", "3_k"), LINEAR.replace("2_k", "3_k")]) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]


def test_one_of_several_units() -> None:
    cases = [
        (r"$$ \frac{\partial E}{\partial z_2} = a_2 - y_2 $$", "right"),
        (r"$$ \frac{\partial E}{\partial z_2} = f'(z_2) (a_2 - y_2) $$", "wrong"),
        (r"$$ \frac{\partial E}{\partial z_3} = f'(z_3) (a_3 - y_3) $$", "right"),
        (r"$$ \frac{\partial E}{\partial z_1} = a_1 - y_1 $$", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(UNITS, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "In layer 2, $a^2_k = z^2_k$.",
        "The second layer is linear, $a^2_k = z^2_k$.",
        r"The second layer has $a^2_k = \tanh(z^2_k)$.",
        "In Schicht 2 ist $a^2_k = z^2_k$.",
        "Dans la deuxième couche, $a^2_k = z^2_k$.",
        "第2層では $a^2_k = z^2_k$ とする。",
    ],
)
def test_words_that_name_the_layer_leave_open(said: str) -> None:
    assert each_verdict(NETWORK, said, ERROR, lines=[LINEAR, CURVED]) == ["unproved", "unproved"]


@pytest.mark.parametrize(
    "said",
    [
        "In layer 2, $a^2_k = f(z^2_k)$.",
        r"In layer 2, $z^2_k = \sum_j w^2_{kj} f(z^1_j)$.",
        "Thus, in layer 2, $a^2_k = z^2_k$.",
        "It is a mistake to write $a^2_k = z^2_k$ in the second layer.",
    ],
)
def test_what_is_no_exception(said: str) -> None:
    found = each_verdict(NETWORK, ERROR, said, lines=[LINEAR, CURVED])
    assert found[0] != "right"
    assert found[1] == "right"


def test_all_equations_of_an_exception_are_read() -> None:
    both = LAYERS.replace("$a^2_k = z^2_k$", "$a^2_k = z^2_k$ and $a^3_k = z^3_k$")
    for layer in ("2_k", "3_k"):
        assert each_verdict(both, lines=[LINEAR.replace("2_k", layer), CURVED.replace("2_k", layer)]) == [
            "right",
            "wrong",
        ]
    assert each_verdict(both, lines=[CURVED.replace("2_k", "1_k"), LINEAR.replace("2_k", "1_k")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "except that $a^2_k = z^2_k + a^1_k$ (a skip connection).",
        "except that $a^2_k = z^2_k$ in some experiments.",
        "except that $a^2_k = z^2_k$ during the first epoch.",
        "except that sometimes $a^2_k = z^2_k$.",
        "but $a^2_k = z^2_k$ if dropout is off.",
        "mit der Ausnahme, dass manchmal $a^2_k = z^2_k$ ist.",
    ],
)
def test_an_exception_in_more_words_may_be_one(said: str) -> None:
    page = f"{NETWORK[:-1]}, {said} {ERROR}"
    found = each_verdict(page, lines=[LINEAR, CURVED, CURVED.replace("f'(", "f''(")])
    assert found[0] == "unproved"
    assert found[1] == "unproved"
    assert found[2] != "right"


@pytest.mark.parametrize(
    "said",
    [
        "The bottleneck, $l = 2$, is linear: $a^2_k = z^2_k$.",
        "Das Nadelöhr ist linear, $a^2_k = z^2_k$.",
        "Units of the bottleneck are linear: $a^2_k = z^2_k$.",
    ],
)
def test_an_equation_in_prose_that_takes_the_function_off_may_be_one(said: str) -> None:
    assert each_verdict(NETWORK, said, ERROR, lines=[LINEAR, CURVED]) == ["unproved", "unproved"]
    assert verdict(NETWORK, ERROR, said.replace("z^2_k", "f(z^2_k)"), CURVED) == "right"


def test_a_constant_unit_may_be_one() -> None:
    line = r"$$ \frac{\partial E}{\partial z_2} = f'(z_2) (a_2 - y_2) $$"
    for said in ("but $a_2 = 1$ (the bias unit)", "except $a_2 = 0$ (dropped)"):
        page = UNITS.replace("except that $a_2 = z_2$", said)
        assert each_verdict(page, lines=[line, line.replace("_2", "_3")]) == ["unproved", "right"]
