r"""Second equations of one name of another thing, by their section, item or sentence: `The lasso uses $J = ..$`."""

import pytest

from .judging import each_verdict, verdict

MODEL = r"$y_n = \sum_j w_j x_{nj}$."
RIDGE = r"$$ J = \frac12 \sum_n (y_n - t_n)^2 + \frac{\lambda}{2} \sum_j w_j^2 $$"
LASSO = r"$$ J = \frac12 \sum_n (y_n - t_n)^2 + \lambda \sum_j |w_j| $$"
PLAIN = r"$$ J = \frac12 \sum_n (y_n - t_n)^2 $$"
OF_RIDGE = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (y_n - t_n) x_{nj} + \lambda w_j $$"
OF_LASSO = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (y_n - t_n) x_{nj} + \lambda \operatorname{sign}(w_j) $$"
OF_PLAIN = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (y_n - t_n) x_{nj} $$"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 1. Ridge regression", "## 2. Lasso regression"),
        ("# Quadratic cost", "# With the absolute values"),
        ("# Gradient of ridge", "# Gradient of lasso"),
        ("Ridge\n=====", "Lasso\n====="),
        ("1. Ridge", "2. Lasso"),
        ("- **Ridge:**", "- **Lasso:**"),
        ("The loss of ridge regression is", "The loss of the lasso is"),
        ("Der Verlust der Ridge-Regression ist", "Der Verlust des Lasso ist"),
        ("リッジ回帰の損失は", "ラッソの損失は"),
        ("*Ridge regression.*", "*Lasso.*"),
        ("Ridge regression minimises", "The lasso minimises"),
        ("With the squared norm as penalty,", "With the 1-norm as penalty,"),
    ],
)
def test_lines_below_are_open(first: str, second: str) -> None:
    page = (MODEL, first, RIDGE, OF_RIDGE, second, LASSO)
    assert each_verdict(MODEL, first, RIDGE, lines=[OF_RIDGE, OF_LASSO]) == ["right", "wrong"]
    assert verdict(MODEL, first, RIDGE, OF_RIDGE, second, LASSO) == "unproved"
    assert [verdict(*page, x) for x in (OF_LASSO, OF_RIDGE, OF_PLAIN)] == ["unproved", "unproved", "wrong"]


@pytest.mark.parametrize("between", [(), (MODEL,)])
def test_the_model_may_stand_below_the_heading(between: tuple[str, ...]) -> None:
    page = ("# Ridge", MODEL, RIDGE, OF_RIDGE, "# Lasso", *between, LASSO)
    assert [verdict(*page, x) for x in (OF_LASSO, OF_RIDGE, OF_PLAIN)] == ["unproved", "unproved", "wrong"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("# Ridge", "## Derivation"),
        ("# Setup", "# Gradient"),
        ("The loss of the network is", "Hence the loss of the network is"),
        ("The loss is", "We minimise"),
        ("The cost of a sample is", "Expanding it gives"),
        ("The loss is", "So we have"),
    ],
)
def test_a_second_form_of_the_same_is_a_claim(first: str, second: str) -> None:
    for page in ((MODEL, first, RIDGE), (MODEL, first, RIDGE, OF_RIDGE)):
        assert verdict(*page, second, PLAIN) == "wrong"
        assert each_verdict(*page, second, PLAIN, lines=[OF_RIDGE, OF_PLAIN]) == ["right", "wrong"]


UNIT = r"$z = w x + b$, $h = \sigma(z)$, $y = v h$, $E = \frac12 (y-t)^2$."
OF_SIGMOID = r"$$ \frac{\partial E}{\partial z} = (y-t) v h (1-h) $$"
OF_RELU = r"$$ \frac{\partial E}{\partial z} = (y-t) v [z > 0] $$"


@pytest.mark.parametrize("said", ["With a rectifier, ", "The ReLU network has ", "## ReLU\n\n", "1. ReLU: "])
def test_words_name_another_function(said: str) -> None:
    page = (UNIT, said + r"$h = \max(0, z)$.")
    assert [verdict(*page, x) for x in (OF_SIGMOID, OF_RELU)] == ["unproved", "unproved"]
    assert verdict(UNIT, r"The unit has $h = \max(0, z)$.", OF_SIGMOID) == "right"


@pytest.mark.parametrize("said", ["Recall $z = w x - b$.", "For the hidden layer, $z = w x - b$.", "$$ z = w x - b $$"])
def test_a_slip_in_a_node_is_wrong(said: str) -> None:
    derived = r"$$ \frac{\partial E}{\partial v} = (y-t) h $$"
    assert verdict(UNIT, derived, said) == "wrong"
    assert verdict(UNIT, derived, said, OF_SIGMOID) == "right"


OTHERS = r"$h = \sigma(w x + b)$"
OWN = r"$h = \tanh(w x + b)$"
REST = r"$y = v h$, $E = \frac12 (y - t)^2$."
OF_OWN = r"$$ \frac{\partial E}{\partial w} = (y - t) v (1 - h^2) x $$"
OF_OTHERS = r"$$ \frac{\partial E}{\partial w} = (y - t) v h (1 - h) x $$"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Elman 型のネットワークでは {OTHERS} である。", f"本稿では {OWN}, "),
        (f"Elman 网络使用 {OTHERS}。", f"我们使用 {OWN}, "),
        (f"Das Netz von Elman hat {OTHERS}.", f"Hier ist {OWN}, "),
        (f"The network of Elman has\n\n${OTHERS}$\n", f"We use\n\n${OWN}$\n\nwith "),
        (f"Often one takes {OTHERS}, but here {OWN}.", ""),
    ],
)
def test_networks_of_others_told_first(first: str, second: str) -> None:
    page = (first, second + REST)
    assert [verdict(*page, x) for x in (OF_OWN, OF_OTHERS)] == ["unproved", "unproved"]


def test_an_inference_about_a_network_of_others_is_a_claim() -> None:
    page = (f"The network of Elman has {OTHERS}, {REST}", f"Therefore we have {OWN}.")
    assert [verdict(*page, x) for x in (OF_OWN, OF_OTHERS)] == ["wrong", "right"]


LAYERS = (
    r"$a^0_j = x_j$, $z^l_k = \sum_j w^l_{kj} a^{l-1}_j$ and $a^l_k = f(z^l_k)$ for $l = 1, \dots, 4$, %s "
    r"The error is $E = \frac12 \sum_k (a^4_k - y_k)^2$."
)
LINEAR = r"$$ \frac{\partial E}{\partial z^3_k} = \frac{\partial E}{\partial a^3_k} $$"
CURVED = r"$$ \frac{\partial E}{\partial z^3_k} = f'(z^3_k) \frac{\partial E}{\partial a^3_k} $$"


@pytest.mark.parametrize(
    "said", ["except that $a^3_k = z^3_k$ because it is the code.", "but in the code $a^3_k = z^3_k$."]
)
def test_the_code_is_a_layer(said: str) -> None:
    found = each_verdict(LAYERS % said, lines=[LINEAR, CURVED])
    assert found[0] in ("right", "unproved")
    assert found[1] in ("wrong", "unproved")
