r"""Exceptions at a layer in between: `except that $a^2_k = z^2_k$`, `In layer 2, $a^2_k = z^2_k$`."""

import pytest

from .judging import verdict

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
    assert verdict(LAYERS, LINEAR) == "right"
    assert verdict(LAYERS, CURVED) == "wrong"
    assert verdict(LAYERS, CURVED.replace("2_k", "3_k")) == "right"
    assert verdict(LAYERS, LINEAR.replace("2_k", "3_k")) == "wrong"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"$$ \frac{\partial E}{\partial z_2} = a_2 - y_2 $$", "right"),
        (r"$$ \frac{\partial E}{\partial z_2} = f'(z_2) (a_2 - y_2) $$", "wrong"),
        (r"$$ \frac{\partial E}{\partial z_3} = f'(z_3) (a_3 - y_3) $$", "right"),
        (r"$$ \frac{\partial E}{\partial z_1} = a_1 - y_1 $$", "wrong"),
    ],
)
def test_one_of_several_units(line: str, expected: str) -> None:
    assert verdict(UNITS, line) == expected


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
    assert verdict(NETWORK, said, ERROR, LINEAR) == "unproved"
    assert verdict(NETWORK, said, ERROR, CURVED) == "unproved"


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
    assert verdict(NETWORK, ERROR, said, LINEAR) != "right"
    assert verdict(NETWORK, ERROR, said, CURVED) == "right"
