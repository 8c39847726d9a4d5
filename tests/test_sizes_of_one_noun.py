"""Two letters that sentences call the number of the same things are one size."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^{n_o} e^{z_j}}, \quad E = -\sum_{k=1}^K t_k \log p_k$$"
RIGHT = r"$$\frac{\partial E}{\partial z_i} = -\sum_{k=1}^{n_o} t_k (\delta_{ik} - p_i)$$"
WRONG = r"$$\frac{\partial E}{\partial z_i} = -\sum_{k=1}^{n_o} t_k (\delta_{ik} - p_k)$$"
SAID = [
    r"$K$ is the number of classes. $n_o$ is the number of classes, too.",
    r"$K$ denotes the number of classes. Thus $n_o$ corresponds to the number of classes in our problem.",
    r"$K$ est le nombre de classes (et donc de sorties). Donc $n_o$ correspond au nombre de classes de notre problème.",
    r"$K$ ist die Anzahl der Klassen. $n_o$ ist die Anzahl der Klassen.",
    r"$K$ はクラス数である。$n_o$ はクラスの数である。",
]
OTHERS = [
    r"$K$ is the number of classes. $n_o$ is the number of classes, minus one.",
    r"$K$ is the number of classes. $n_o$ is the number of classes (without the background).",
    r"$K$ is the number of classes. $n_o$ is the number of classes per task.",
    r"$K$ はクラス数である。$n_o$ はクラス数の半分である。",
    r"$K$ is the number of classes of the first task. $n_o$ is the number of classes of the second task.",
    r"$K$ is the number of classes. If $n_o$ is the number of classes, we are done.",
    r"$K$ is the number of classes. $n_o$ is not the number of classes.",
    r"$K$ is the number of classes. $n_o$ is the number of examples.",
    r"$K$ is the number of units. $n_o$ is the number of units.",
]


@pytest.mark.parametrize("said", SAID)
def test_they_are_one_size(said: str) -> None:
    assert each_verdict(said, NET, lines=[RIGHT, WRONG]) == ["right", "wrong"]


@pytest.mark.parametrize("said", OTHERS)
def test_others_are_not(said: str) -> None:
    assert verdict(said, NET, RIGHT) == verdict(NET, RIGHT)


def test_the_letter_of_a_loss_stays_one() -> None:
    net = r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}}, \quad C = -\sum_{k=1}^K t_k \log p_k$$"
    said = r"$K$ is the number of classes. $C$ is the number of classes."
    line = r"$$\frac{\partial C}{\partial z_i} = -\sum_{k=1}^K t_k (\delta_{ik} - p_i)$$"
    assert verdict(said, net, line) == verdict(net, line) == "right"
