r"""Functions with a label that sentences name: `where $\sigma_g$ is the sigmoid function`."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"""$$ a_j = \sigma_g(\sum_i w_{ji} x_i), \quad E = \frac12 \sum_j (a_j - t_j)^2 $$

%s

$$ \frac{\partial E}{\partial w_{ji}} = (a_j - t_j) %s x_i $$
"""
LOGISTIC, OF_TANH = "a_j (1 - a_j)", "(1 - a_j^2)"


def judged(sentence: str, slope: str) -> str:
    return check(NETWORK % (sentence, slope)).claims[-1].judgement.value


@pytest.mark.parametrize(
    "sentence",
    [
        r"where $\sigma_g$ is the sigmoid function.",
        r"$\sigma_{g}$: sigmoid function",
        r"ここで $\sigma_g$ はシグモイド関数である。",
        r"wobei $\sigma_g(\cdot)$ die Sigmoidfunktion ist.",
    ],
)
def test_a_label_takes_nothing_from_the_words(sentence: str) -> None:
    assert judged(sentence, LOGISTIC) == "right"
    assert judged(sentence, OF_TANH) == "wrong"


@pytest.mark.parametrize(
    "sentence",
    [
        r"where $\sigma_c$ is the sigmoid function.",
        r"where $\sigma_g$ is any activation.",
        r"where $\sigma_g$ is the derivative of the sigmoid function.",
        r"where $\sigma_g$ is the sigmoid function for $g = 1$.",
        r"where $\sigma_g$ is the sigmoid or the hyperbolic tangent.",
    ],
)
def test_another_label_or_a_choice_names_nothing(sentence: str) -> None:
    assert judged(sentence, LOGISTIC) != "right"
    assert judged(sentence, OF_TANH) != "right"


TWO = r"""$$ u_h = \sum_{i=1}^I w_{hi} x_i $$ ( $h = 1, \dots, H$ )

$$ a_h = f_1(u_h) = \tanh(u_h) $$

$$ v_k = \sum_{h=1}^H q_{kh} a_h $$ ( $k = 1, \dots, K$ )

$$ y_k = f_2(v_k) = \frac{1}{1 + e^{-v_k}} $$

$$ E = \frac12 \sum_{k=1}^K (y_k - t_k)^2 $$

$$ \frac{\partial E}{\partial v_k} = (y_k - t_k) %s $$
"""


@pytest.mark.parametrize(
    ("one", "two"), [("f_1", "f_2"), ("f_a", "f_b"), ("g_1", "f_2"), ("f", "f_2"), ("f^{(1)}", "f^{(2)}")]
)
def test_chains_tell_functions_by_their_labels(one: str, two: str) -> None:
    page = TWO.replace("f_1", one).replace("f_2", two)
    assert [str(check(page % x).verdict) for x in ("y_k (1 - y_k)", f"{two}'(v_k)")] == ["right", "right"]
    assert [str(check(page % x).verdict) for x in ("(1 - y_k^2)", f"{one}'(v_k)")] == ["wrong", "wrong"]


@pytest.mark.parametrize(("one", "two"), [("f", "f"), ("f_h", "f_k"), ("f_1", "f_1")])
def test_chains_that_no_label_tells_apart_are_open(one: str, two: str) -> None:
    page = TWO.replace("f_1", one).replace("f_2", two)
    assert {str(c.judgement) for x in ("y_k (1 - y_k)", "(1 - y_k^2)") for c in check(page % x).claims} == {"unproved"}


def test_chains_may_say_the_same_again() -> None:
    page = TWO.replace("f_1", "f").replace("f_2", "f").replace(r"\tanh(u_h)", r"\frac{1}{1 + e^{-u_h}}")
    assert str(check(page % "y_k (1 - y_k)").verdict) == "right"
    assert str(check(page % "(1 - y_k^2)").verdict) == "wrong"


def test_a_formula_with_its_label_is_none_of_a_function() -> None:
    page = TWO.replace(r"f_2(v_k) = \frac{1}{1 + e^{-v_k}}", r"f_c(v_k) = \frac{1}{1 + e^{-c v_k}}")
    assert str(check(page % "y_k (1 - y_k)").claims[-1].judgement) != "right"


LAYERS = r"""+++
[ranges]
"l" = "2..m"
+++
$$ y_i^1 = x_i $$ ( $i = 1, \dots, p_1$ )

$$ u_i^l = \sum_{j=1}^{p_{l-1}} w_{ij}^l y_j^{l-1} $$ ( $l = 2, \dots, m$, $i = 1, \dots, p_l$ )

%s

$$ J = \frac12 \sum_{i=1}^{p_m} (y_i^m - t_i)^2 $$

$$ \frac{\partial J}{\partial u_i^m} = (y_i^m - t_i) %s $$
"""
SIGMOID = r"$$ y_i^l = f_l(u_i^l) = \frac{1}{1 + e^{-u_i^l}} $$ ( $l = 2, \dots, m$ )"
ANY_FUNCTION = r"$$ y_i^l = f_l(u_i^l) $$ ( $l = 2, \dots, m$ )"


def of_layers(definition: str, slope: str) -> str:
    return check(LAYERS % (definition, slope)).claims[-1].judgement.value


def test_a_chain_tells_the_function_of_each_layer() -> None:
    assert of_layers(SIGMOID, "y_i^m (1 - y_i^m)") == "right"
    assert of_layers(SIGMOID, "y_i^m") == "wrong"
    hidden = SIGMOID.replace(r"\dots, m", r"\dots, m-1") + "\n\n" + r"$$ y_i^m = f_m(u_i^m) $$"
    assert of_layers(hidden, "y_i^m (1 - y_i^m)") == "unproved"


@pytest.mark.parametrize(
    "words", ["取 Sigmoid", "采用 Sigmoid 函数", "均为 Sigmoid 函数", "選用 sigmoid", "為 Sigmoid"]
)
def test_words_of_chinese_pages(words: str) -> None:
    assert of_layers(f"激活函数 $f_l$ {words}：\n\n{ANY_FUNCTION}", "y_i^m (1 - y_i^m)") == "right"
    assert of_layers(f"激活函数 $f_l$ {words}：\n\n{ANY_FUNCTION}", "(1 - (y_i^m)^2)") == "wrong"


@pytest.mark.parametrize(
    "words", ["取 Sigmoid 时，", "取 Sigmoid 或 tanh：", "取 Sigmoid 的导数：", "不取 Sigmoid：", "为 Sigmoid 时："]
)
def test_a_case_a_choice_and_a_denial_name_nothing(words: str) -> None:
    assert of_layers(f"激活函数 $f_l$ {words}\n\n{ANY_FUNCTION}", "y_i^m (1 - y_i^m)") != "right"


PERCEPTRON = r"""%s

$$ y = f(\sum_{j=1}^J q_j x_j) $$

$$ E = \frac12 (y - t)^2 $$

$$ \frac{\partial E}{\partial q_j} = (y - t) %s x_j $$
"""


def of_perceptron(said: str) -> list[str]:
    pages = [PERCEPTRON % (said, x) for x in ("y (1 - y)", "(1 - y^2)")]
    return [check(page).claims[-1].judgement.value for page in pages]


@pytest.mark.parametrize(
    "said",
    [
        "激活函数 $f$ 取 Sigmoid。",
        "其中 $q_j$ 是权重，激活函数 $f$ 取 Sigmoid，则",
        "各层激活函数 $f$ 均为 Sigmoid 函数。Sigmoid 的导数很简单。",
    ],
)
def test_a_plain_clause_in_chinese_names_the_function(said: str) -> None:
    assert of_perceptron(said) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "隐藏层 $f$ 取 Sigmoid，输出层 $f$ 取恒等函数。",
        "分类时 $f$ 取 Sigmoid，回归时 $f$ 取 tanh。",
        "文献中激活函数 $f$ 采用 Sigmoid，而本文采用 tanh。",
        "第一层的激活函数 $f$ 取 Sigmoid。第二层的激活函数为 tanh。",
        "激活函数 $f$ 取 Sigmoid。输出层是线性的。",
        "以前 $f$ 取 Sigmoid，现在改用 ReLU。",
        "激活函数 $f$ 取 Sigmoid。后面改用别的函数。",
        "激活函数 $f$ 用 Sigmoid 会饱和，所以没有用它。",
        "有人把 $f$ 取为 Sigmoid，我们不这样做。",
        "若无说明，$f$ 取 Sigmoid。",
        "激活函数 $f$ 取 Sigmoid。激活函数 $f$ 取 tanh。",
    ],
)
def test_words_in_chinese_beside_others_leave_the_function_open(said: str) -> None:
    assert of_perceptron(said) == ["unproved"] * 2


def of_chain(said: str, before: str = "", one: str = "f_1", two: str = "f_2") -> list[str]:
    page = TWO.replace("f_1", one).replace("f_2", two).replace(r"\tanh(u_h) $$", r"\tanh(u_h) $$" + said)
    page = page.replace("$$ a_h", before + "$$ a_h")
    return [str(check(page % x).claims[-1].judgement) for x in ("y_k (1 - y_k)", "(1 - y_k^2)")]


@pytest.mark.parametrize(
    "said", ["", ".", " for all units.", " (tanh)", " in the hidden layer.", ", where $a_h$ is the output."]
)
def test_words_that_take_nothing_from_a_chain(said: str) -> None:
    assert of_chain(said) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        " for example.",
        " (say)",
        " if we choose tanh.",
        " in the first variant; the second has a sigmoid.",
        " near $0$.",
    ],
)
def test_a_chain_in_a_case_or_an_example_is_open(said: str) -> None:
    assert of_chain(said) == ["unproved"] * 2


def test_a_chain_behind_words_of_a_case_is_open() -> None:
    assert of_chain("", "If we take the first one, ") == ["unproved"] * 2


def test_the_last_layer_may_be_another() -> None:
    linear = SIGMOID + "\n\nThe output layer is linear."
    assert {of_layers(linear, x) for x in ("y_i^m (1 - y_i^m)", "y_i^m")} == {"unproved"}
    hidden = SIGMOID.replace(r"( $l = 2, \dots, m$ )", "for hidden layers.")
    assert {of_layers(hidden, x) for x in ("y_i^m (1 - y_i^m)", "y_i^m")} == {"unproved"}


@pytest.mark.parametrize(
    "also", ["$$ f_1(-u_h) = -f_1(u_h) $$", r"$$ b_h = f_1(u_h) = u_h $$", r"$$ c = f_3(s) = s $$"]
)
def test_chains_that_are_not_read_leave_their_functions_open(also: str) -> None:
    page = TWO + "\n\n" + also
    found = [c.judgement.value for x in ("y_k (1 - y_k)", "(1 - y_k^2)") for c in check(page % x).claims]
    assert "wrong" not in found
