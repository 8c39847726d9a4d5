"""Habits of notes on the web: tags for formulas, losses of names with indices, layers up to the last one, a model
called sigma, binomial coefficients, the entry of one-hot data that is 1."""

from __future__ import annotations

import pytest

from tests.judging import verdict

NETWORK = (
    r"$$z^l_k = \sum_{j=1}^{M_{l-1}} w^l_{kj} a^{l-1}_j \quad (l = 1, \dots, L)$$",
    r"$$a^l_k = \phi_l(z^l_k) \quad (l = 1, \dots, L)$$",
)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{{< displaymath >}}", "{{< /displaymath >}}"),
        ("{{% katex display %}}", "{{% /katex %}}"),
        ("{% katex display %}", "{% endkatex %}"),
        ("{{< math >}}$$", "$$ {{< /math >}}"),
        ('{{< equation id="a" >}}', "{{</ equation >}}"),
    ],
)
def test_tags_hold_formulas(opening: str, closing: str) -> None:
    def shown(*formulas: str) -> str:
        return verdict(*(f"{opening}\n{x}\n{closing}" for x in formulas))

    defined = (r"y = \sum_{i=1}^n w_i x_i", "E = (y - t)^2")
    assert shown(*defined, r"\frac{\partial E}{\partial w_i} = 2 (y - t) x_i") == "right"
    assert shown(*defined, r"\frac{\partial E}{\partial w_i} = (y - t) x_i") == "wrong"


def test_tags_of_other_names_hold_none() -> None:
    defined = r"$$E = \sum_{i=1}^n w_i^2$$"
    wrong = r"\frac{\partial E}{\partial w_i} = w_i"
    true = r"$$\frac{\partial E}{\partial w_i} = 2 w_i$$"
    for tag in ("highlight", "figure", "details"):
        assert verdict(defined, f"{{{{< {tag} >}}}}\nfirst words\n{{{{< /{tag} >}}}}", true) == "right"
    assert verdict(defined, true, f"```\n{{{{< displaymath >}}}}\n{wrong}\n{{{{< /displaymath >}}}}\n```") != "wrong"


@pytest.mark.parametrize(
    "words",
    [r"損失関数 $L$ は $y$ の関数とする。", "The loss $L$ is a function of $y$.", "$L$ は $y$ のみに依存する。"],
)
def test_a_loss_of_what_has_indices(words: str) -> None:
    defined = (r"$$y[n][c] = \gamma[c] \times x[n][c] + \beta[c]$$", words)
    assert verdict(
        *defined, r"$$\frac{\partial L}{\partial \beta[c]} = \sum_n \frac{\partial L}{\partial y[n][c]}$$"
    ) == ("right")
    slip = r"$$\frac{\partial L}{\partial \beta[c]} = \sum_n x[n][c] \frac{\partial L}{\partial y[n][c]}$$"
    assert verdict(*defined, slip) == "wrong"


def test_a_loss_of_what_another_equation_goes_on_with() -> None:
    defined = (
        r"$$y[n][c] = \gamma[c] x[n][c]$$",
        r"$$v[n][c] = y[n][c]^2$$",
        "The loss $L$ is a function of $y$.",
    )
    line = r"$$\frac{\partial L}{\partial \gamma[c]} = \sum_n x[n][c] \frac{\partial L}{\partial y[n][c]}$$"
    assert verdict(*defined, line) != "wrong"
    assert verdict(*defined, line.replace("x[n][c]", "2 x[n][c]")) != "right"


@pytest.mark.parametrize(
    "true",
    [
        r"\frac{\partial E}{\partial w^L_{nm}} = \frac{\partial E}{\partial a^L_n} \phi_L'(z^L_n) a^{L-1}_m",
        r"\frac{\partial E}{\partial a^{L-1}_m} = \sum_{n=1}^{M_L} \frac{\partial E}{\partial z^L_n} w^L_{nm}",
        r"\frac{\partial E}{\partial w^l_{nm}} = \frac{\partial E}{\partial a^l_n} \phi_l'(z^l_n) a^{l-1}_m",
    ],
)
def test_the_last_layer_is_there(true: str) -> None:
    assert verdict(*NETWORK, f"$${true}$$") == "right"
    assert verdict(*NETWORK, f"$${true.replace('= ', '= 2 ', 1)}$$") == "wrong"
    for slip in (
        true.replace("w^L_{nm}$", "w^L_{mn}$"),
        true.replace("_L'", "_{L-1}'"),
        true.replace("a^{L-1}_m", "a^L_m"),
    ):
        assert slip == true or verdict(*NETWORK, f"$${slip}$$") != "right"


def test_a_last_layer_of_another_width() -> None:
    line = r"$$\frac{\partial E}{\partial a^L_k} = 2 (a^L_k - t_k)$$"
    assert verdict(*NETWORK, r"$$E = \sum_{k=1}^{K} (a^L_k - t_k)^2$$", line) != "wrong"
    assert verdict(*NETWORK, r"$$E = \sum_{k=1}^{K} (a^L_k - t_k)^2$$", line.replace("2", "3")) != "right"


MODEL = (
    r"$$E = -\sum_{i=1}^{N} (t_i \ln \pi_i + (1 - t_i) \ln (1 - \pi_i))$$",
    "$x_{ij}$ is the component $j$ of $\\mathbf{x}_i$.",
    r"$$\pi_i = \sigma(\mathbf{x}_i) = \frac{1}{1 + \exp(-\mathbf{w}^T \mathbf{x}_i)}$$",
)


def test_a_model_with_the_letter_of_the_sigmoid() -> None:
    line = r"$$\frac{\partial E}{\partial w_j} = \sum_{i=1}^{N} (\pi_i - t_i) x_{ij}$$"
    assert verdict(*MODEL, line) == "right"
    assert verdict(*MODEL, line.replace(r"\pi_i - t_i", r"t_i - \pi_i")) == "wrong"
    assert verdict(*MODEL, line.replace(r"x_{ij}", r"\pi_i (1 - \pi_i) x_{ij}")) == "wrong"
    assert verdict(*MODEL, r"$$\frac{d \sigma(t)}{dt} = \sigma(t) (1 + \sigma(t))$$") == "wrong"


LIKELIHOOD = (
    r"$$q_i = \frac{1}{1 + \exp(-b x_i)}$$",
    r"$$L = \prod_i \binom{N_i}{y_i} q_i^{y_i} (1 - q_i)^{N_i - y_i}$$",
)


def test_binomial_coefficients_of_data() -> None:
    total = r"$$\log L = \sum_i (\log \binom{N_i}{y_i} + y_i \log q_i + (N_i - y_i) \log (1 - q_i))$$"
    score = r"$$\frac{\partial \log L}{\partial b} = \sum_i x_i (y_i - N_i q_i)$$"
    assert verdict(*LIKELIHOOD, total) == "right"
    assert verdict(*LIKELIHOOD, total.replace("(N_i - y_i)", "(1 - y_i)")) == "wrong"
    assert verdict(*LIKELIHOOD, score) == "right"
    assert verdict(*LIKELIHOOD, score.replace("N_i q_i", "q_i")) == "wrong"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\binom{n}{2}", r"\frac{n(n-1)}{2}"),
        (r"\frac{n!}{(n-2)!}", "n(n-1)"),
        (r"\binom{n}{k}", r"\frac{n}{k} \binom{n-1}{k-1}"),
        (r"\sum_{k=0}^n \binom{n}{k}", "2^n"),
        (r"\binom{4}{2}", "6"),
    ],
)
def test_laws_of_factorials_are_not_denied(one: str, other: str) -> None:
    assert verdict(f"$$L = {one} s^2$$", rf"$$\frac{{\partial L}}{{\partial s}} = 2 \cdot {other} s$$") != "wrong"
    assert verdict(f"$$L = {one} s^2$$", rf"$$\frac{{\partial L}}{{\partial s}} = 3 \cdot {other} s$$") != "right"


SOFTMAX = r"$$p_i = \frac{\exp(z_i)}{\sum_{j=1}^{K} \exp(z_j)}$$"
CROSS = r"$$L = -\sum_{c=1}^{K} y_c \log p_c$$"


@pytest.mark.parametrize(
    "words",
    [
        r"損失（$y$ はOne-hotエンコーディング、$t$ は正解クラスで $y_t = 1$）：",
        "The loss, where $y$ is one-hot and $t$ is the correct class, $y_t = 1$:",
        r"$y$ はone-hotベクトルで、正解クラス $t$ で $y_t = 1$ である。",
    ],
)
def test_the_entry_that_is_one(words: str) -> None:
    page = (SOFTMAX, words, CROSS)
    assert verdict(*page, r"$$\frac{\partial L}{\partial z_i} = p_i - y_i$$") == "right"
    assert verdict(*page, r"$$\frac{\partial L}{\partial z_t} = p_t - 1$$") == "right"
    assert verdict(*page, r"$$\frac{\partial L}{\partial p_t} = -\frac{1}{p_t}$$") == "right"
    assert verdict(*page, r"$$\frac{\partial L}{\partial p_t} = p_t - 1$$") == "wrong"
    assert verdict(*page, r"$$\frac{\partial L}{\partial z_i} = y_i - p_i$$") == "wrong"


def test_an_entry_that_is_one_of_data_that_are_not_one_hot() -> None:
    page = (SOFTMAX, "The targets $y$ are any numbers; for the correct class $t$ we have $y_t = 1$.", CROSS)
    assert verdict(*page, r"$$\frac{\partial L}{\partial z_i} = p_i - y_i$$") != "right"
