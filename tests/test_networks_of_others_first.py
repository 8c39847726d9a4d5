r"""A network of others told before that of the page: `The model of Elman has $h_1 = ..$. We use $h_1 = ..$`."""

import pytest

from .judging import each_verdict

OWN = r"We use $h_1 = \tanh(w x + b)$, $y = v h_1$, $E = \frac12 (y - t)^2$."
THEIRS = r"$h_1 = \sigma(w x + b)$"
TANH = r"$$ \frac{\partial E}{\partial w} = (y - t) v (1 - h_1^2) x $$"
LOGISTIC = r"$$ \frac{\partial E}{\partial w} = (y - t) v h_1 (1 - h_1) x $$"
SLIP = r"$$ \frac{\partial E}{\partial w} = (t - y) v (1 - h_1^2) x $$"


@pytest.mark.parametrize(
    "said",
    [
        "The model of Elman has",
        "In contrast, Jordan's network uses",
        "A classical perceptron has",
        "In the paper by Hinton,",
        "In [3],",
        "In the literature one finds",
        "Un réseau d'Elman utilise",
    ],
)
def test_lines_are_not_judged_by_the_network_of_others(said: str) -> None:
    above = (f"{said} {THEIRS}.", OWN)
    assert each_verdict(*above, lines=[TANH, LOGISTIC, SLIP]) == ["unproved", "unproved", "wrong"]


@pytest.mark.parametrize("said", ["The hidden unit has", "We use", "Each unit is", "The network has"])
def test_a_second_equation_of_the_same_layer_is_a_claim(said: str) -> None:
    above = (f"{said} {THEIRS}.", OWN)
    assert each_verdict(*above, lines=[LOGISTIC, TANH]) == ["right", "wrong"]
