r"""What a page says of another network: `The model of Elman has $h_1 = ..$`."""

import pytest

from .judging import each_verdict, verdict

REST = r"$y = v h_1$, $E = \frac12 (y - t)^2$."
OURS, THEIRS = r"$h_1 = \tanh(w x + b)$", r"$h_1 = \sigma(w x + b)$"
OF_OURS = r"$$ \frac{\partial E}{\partial w} = (y - t) v (1 - h_1^2) x $$"
OF_THEIRS = r"$$ \frac{\partial E}{\partial w} = (y - t) v h_1 (1 - h_1) x $$"
SLIP = r"$$ \frac{\partial E}{\partial w} = (y - t) v x $$"

OTHERS = [
    "The model of Elman has %s.",
    "The network of Jordan uses %s.",
    "Elman's model has %s.",
    "In Elman networks %s.",
    "Jordan (1986) has %s.",
    "The LSTM has %s.",
    "Das Modell von Elman hat %s.",
    "Le modèle d'Elman a %s.",
    "Elman uses %s.",
    "Jordan has %s.",
    "The classical perceptron has %s.",
    "The original perceptron takes %s.",
]


@pytest.mark.parametrize("said", OTHERS)
def test_it_is_no_slip_and_what_is_below_is_open(said: str) -> None:
    above = (f"{OURS}, {REST}", said % THEIRS)
    assert verdict(*above) != "wrong"
    assert each_verdict(*above, lines=[OF_OURS, OF_THEIRS, SLIP]) == ["unproved", "unproved", "wrong"]


@pytest.mark.parametrize("said", OTHERS)
def test_the_only_definition_is_that_of_the_page(said: str) -> None:
    assert each_verdict(REST, said % OURS, lines=[OF_OURS, OF_THEIRS]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "Our model has %s.",
        "The model has %s.",
        "The perceptron here has %s.",
        "Each uses %s.",
        "Training uses %s.",
        "As in the model of Elman, we have %s.",
    ],
)
def test_a_second_form_of_the_own_network_is_a_slip(said: str) -> None:
    assert verdict(f"{OURS}, {REST}", said % THEIRS) == "wrong"
    assert verdict(f"{OURS}, {REST}", said % THEIRS, OF_OURS) == "right"
