r"""Values of one case, of one item, one exercise or one setting, and the lines of others."""

from __future__ import annotations

import pytest
from judging import check, each_verdict, verdict

NET = r"$$ z = w x + b $$" + "\n" + r"$$ E = \frac12 (z - t)^2 + \frac{\lambda}{2} w^2 $$"
LEFT = r"\frac{\partial E}{\partial w} = "
PLAIN, FULL = f"$$ {LEFT} (z - t) x $$", rf"$$ {LEFT} (z - t) x + \lambda w $$"


def _all(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims if r"\partial E" in c.latex]


PARTS = [
    (r"- $\lambda = 0$. Then", "- Otherwise"),
    (r"1. $\lambda = 0$", "2. general case"),
    (r"(a) Let $\lambda = 0$. Find the derivative.", "(b) Find the derivative."),
    (r"Exercise 1. Let $\lambda = 0$. Show that", "Exercise 2. Show that"),
    (r"Aufgabe 1. Sei $\lambda = 0$. Zeige", "Aufgabe 2. Zeige"),
    (r"Exercice 1. Soit $\lambda = 0$. Montrer que", "Exercice 2. Montrer que"),
    (r"Ejercicio 1. Sea $\lambda = 0$. Demuestre que", "Ejercicio 2. Demuestre que"),
    (r"問題1 $\lambda = 0$ とする。次を示せ。", "問題2 次を示せ。"),
    (r"练习1 设 $\lambda = 0$。证明", "练习2 证明"),
    (r"まず、$\lambda = 0$ とする。", "次に正則化を入れる。"),
    (r"Warm-up. Let $\lambda = 0$.", "Full problem."),
]


@pytest.mark.parametrize(("one", "two"), PARTS)
def test_a_value_of_a_part_is_none_of_the_next_one(one: str, two: str) -> None:
    first, second = _all(NET, one, PLAIN, two, PLAIN)
    assert first in ("right", "unproved")
    assert second != "right"
    assert _all(NET, one, PLAIN, two, FULL)[1] == "right"


def test_each_exercise_has_its_own_value() -> None:
    one, two = (rf"**Exercise {n}.** Let $\lambda = {n}$. Show that" for n in (1, 2))
    lines = [f"$$ {LEFT} (z - t) x + {x} $$" for x in ("w", "2 w")]
    assert _all(NET, one, lines[0], two, lines[1]) == ["right", "right"]
    assert _all(NET, one, lines[0], two, lines[0]) == ["right", "wrong"]


def test_settings_in_a_list_are_no_conditions() -> None:
    settings = r"- $\lambda = 0$: baseline" + "\n" + r"- $\lambda = 1$: weight decay"
    assert verdict(NET, settings, f"$$ {LEFT} (z - t) x + w $$") != "right"
    assert verdict(NET, settings, PLAIN) != "right"
    assert verdict(NET, settings, FULL) == "right"


def test_steps_of_one_derivation_go_on_with_a_value() -> None:
    steps = (r"1. We set $\lambda = 0$.", "2. The derivative is")
    assert verdict(NET, *steps, PLAIN) == "right"
    assert verdict(NET, r"Throughout we set $\lambda = 0$.", PLAIN) == "right"


@pytest.mark.parametrize(
    "said",
    [
        r"That is the case $\lambda = 0$. Now in general:",
        r"This was the case $\lambda = 0$. Otherwise,",
        r"So much for the case $\lambda = 0$. Now in general:",
        r"This used $\lambda = 0$. In general:",
        r"これは $\lambda = 0$ の場合である。一般には",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_behind_a_line_tells_its_case(said: str, gap: str) -> None:
    first, second = _all(f"{NET}\n\nWe get\n{PLAIN}{gap}{said}\n{FULL}")
    assert first != "wrong"
    assert second == "right"
    assert _all(f"{NET}\n\nWe get\n{PLAIN}{gap}{said}\n{PLAIN}")[1] != "right"
    slip = f"$$ {LEFT} 2 (z - t) x $$"
    assert _all(f"{NET}\n\nWe get\n{slip}{gap}{said}\n{FULL}")[0] in ("wrong", "unproved")


@pytest.mark.parametrize("words", [r"\tag{1, $\lambda = 0$}", r"\quad \text{(case 1, $\lambda = 0$)}"])
def test_a_value_among_the_words_of_a_display(words: str) -> None:
    own = f"$$ {LEFT} (z - t) x {words} $$"
    other = rf"$$ {LEFT} (z - t) x + \lambda w \quad (\lambda > 0) $$"
    assert _all(NET, own, other)[0] != "wrong"
    assert _all(NET, own, other)[1] == "right"
    assert _all(NET, own, PLAIN)[1] != "right"
    assert _all(NET, f"$$ {LEFT} 2 (z - t) x {words} $$") == ["wrong"]


@pytest.mark.parametrize(
    "words", [r"\text{with $\lambda = 0$}", r"\text{($\lambda = 0$)}", r"\text{mit $\lambda = 0$}"]
)
def test_plain_words_give_the_value_to_their_line(words: str) -> None:
    assert _all(NET, rf"$$ {LEFT} (z - t) x \quad {words} $$") == ["right"]
    assert _all(NET, rf"$$ {LEFT} (z - t) x + w \quad {words} $$") == ["wrong"]
    assert _all(NET, rf"$$ {LEFT} (z - t) x \quad {words} $$", PLAIN)[1] == "unproved"


SOFTMAX = (r"$$ p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} $$", r"$$ L = -\sum_k t_k \log p_k $$")
CLASSES = [
    "where $t_k = 1$ for the right class and $t_k = 0$ else.",
    "where $t_k = 1$ for the correct class and $0$ otherwise.",
    "wobei $t_k = 1$ für die richtige Klasse und $t_k = 0$ sonst.",
    "ここで、正解クラスでは $t_k = 1$、それ以外では $t_k = 0$ である。",
]
BEHIND = [(r"\quad (t_k = 1)", r"\quad (t_k = 0)"), (r", \quad t_k = 1", r", \quad t_k = 0")]


def _line(right: str) -> str:
    return rf"$$ \frac{{\partial L}}{{\partial z_k}} = {right} $$"


@pytest.mark.parametrize("words", CLASSES)
@pytest.mark.parametrize("values", BEHIND)
@pytest.mark.parametrize("total", ["", r"with $\sum_k t_k = 1$."])
def test_values_of_targets_behind_lines_and_in_words(words: str, values: tuple[str, str], total: str) -> None:
    one, two = _line("p_k - 1" + values[0]), _line("p_k" + values[1])
    page = "\n\n".join((*SOFTMAX, total, one, two, f"{_line('p_k - t_k')}\n{words}", _line("t_k - p_k")))
    found = [str(c.judgement) for c in check(page).claims if r"\partial" in c.latex]
    assert "wrong" not in found[:3]
    assert found[3] != "right"


def test_entries_behind_a_comma_are_those_of_their_line() -> None:
    net = (r"$$ y_k = \sigma(z_k) $$", r"$$ L = -\sum_k (t_k \log y_k + (1-t_k) \log (1-y_k)) $$")
    one, two = _line(r"y_k - 1, \quad t_k = 1"), _line(r"y_k, \quad t_k = 0")
    assert verdict(*net, one) == "right"
    assert verdict(*net, one, two) == "right"
    assert verdict(*net, one, _line("y_k - t_k")) == "right"
    assert verdict(*net, one, _line("y_k - 1")) != "right"
    assert verdict(*net, _line(r"y_k, \quad t_k = 1")) == "wrong"


LAYERS = (r"$$ z_i^l = \sum_j w_{ij}^l a_j^{l-1} $$", r"$$ a_i^l = f(z_i^l) $$")
ERROR = r"$$ E = \frac12 \sum_{k=1}^C (a_k^L - t_k)^2 $$"
SUMMED = r"\sum_@ w_{ki}^{l+1} \frac{\partial E}{\partial z_k^{l+1}}"
BACK = rf"$$ \frac{{\partial E}}{{\partial z_i^l}} = f'(z_i^l) {SUMMED} \quad (l < L) $$"


def test_the_number_of_outputs_is_none_of_any_layer() -> None:
    for said in ("The output layer has $C$ units.", "出力層のユニット数は $C$ である。", "Here it is."):
        assert verdict(said, *LAYERS, ERROR, BACK.replace("@", "{k=1}^{C}")) != "right"
        assert verdict(said, *LAYERS, ERROR, BACK.replace("@", "k")) == "right"
    alike = "All layers have $C$ units."
    assert verdict(alike, *LAYERS, ERROR, BACK.replace("@", "{k=1}^{C}")) == "right"
    two = (
        r"$$ y_k = \sum_j w_{kj} h_j, \quad h_j = \tanh(\sum_i v_{ji} x_i) $$",
        r"$$ E = \frac12 \sum_{k=1}^C (y_k - t_k)^2 $$",
    )
    line = r"$$ \frac{\partial y_k}{\partial x_i} = \sum_@ w_{kj} (1 - h_j^2) v_{ji} $$"
    assert verdict(*two, line.replace("@", "{j=1}^{C}")) != "right"
    assert verdict(*two, line.replace("@", "j")) == "right"
    assert verdict(*two, line.replace("@", "{j=1}^{J}")) == "right"


def test_a_function_given_as_a_derivative_is_not_any_function() -> None:
    net = (r"$$ a_i = \sum_{j=1}^J W_{ij} x_j $$", r"$$ f(u) = u^3 $$", r"$$ L = \sum_{i=1}^I \phi(a_i) $$")
    given = r"$$ \phi(a_i) = \frac{d}{d a_i} f(a_i) $$"
    line = r"$$ \frac{\partial L}{\partial W_{ij}} = @ x_j $$"
    assert verdict(*net, given, line.replace("@", "6 a_i")) != "wrong"
    assert verdict(*net, given, line.replace("@", "3 a_i")) != "right"
    assert verdict(*net, given, line.replace("@", r"\phi'(a_i)")) == "right"
    assert verdict(*net, line.replace("@", "6 a_i")) == "wrong"


def test_the_numbers_of_a_letter_beside_an_extremum() -> None:
    loss = r"$$ L = \frac12 \sum_i (p_i - t_i)^2 $$"
    line = r"$$ \frac{\partial L}{\partial z_{2i+a}} = (p_i - t_i) 1\{z_{2i+a} = p_i\} $$"
    assert verdict(r"$$ p_i = \max_{a} z_{2i+a}, \quad a \in \{0, 1\} $$", loss, line) != "wrong"
    assert (
        verdict(
            r"$$ m = \max_j z_j, \quad t \in \{0, 1\} $$",
            r"$$ L = \frac12 (m - t)^2 $$",
            r"$$ \frac{\partial L}{\partial z_j} = m - t $$",
        )
        == "wrong"
    )


def test_values_compared_of_what_the_line_does_not_name() -> None:
    """Each comparison of a line counts, also of what its sides do not have in them."""
    product = r"$$ L = \max(0, a b) $$"
    found = each_verdict(
        product,
        lines=[
            r"$$ \frac{\partial L}{\partial a} = 0 \quad (a > 0, b < 0) $$",
            r"$$ \frac{\partial L}{\partial a} = 0 \quad (a > 0) $$",
        ],
    )
    assert found == ["unproved", "wrong"]
    tube = r"$$ y = w x, \quad L = \max(0, |y - t| - \epsilon) $$"
    line = r"$$ \frac{\partial L}{\partial w} = %s \quad (%s) $$"
    assert verdict(tube, line % ("0", r"|y - t| < \epsilon")) == "right"
    assert verdict(tube, line % ("x", r"|y - t| < \epsilon")) == "wrong"
    assert verdict(tube, line % ("-x", r"y - t > \epsilon")) == "wrong"
    huber = (
        r"$$ r = w x - t, \quad L = \begin{cases} \frac12 r^2 & |r| \le \delta \\"
        r" \delta |r| - \frac12 \delta^2 & |r| > \delta \end{cases} $$"
    )
    assert verdict(huber, line % (r"\delta x", r"r > \delta")) != "wrong"
    assert verdict(huber, line % (r"-\delta x", r"r > \delta")) == "wrong"


MASKED = (
    r"$$ y_j = m_j h_j + b, \quad L = \frac12 \sum_j (y_j - t_j)^2, \quad \delta_j = \frac{\partial L}{\partial h_j} $$"
)


def test_a_value_beside_a_named_derivative_is_that_of_its_line() -> None:
    none, one = r"$$ \delta_j = 0, \quad m_j = 0 $$", r"$$ \delta_j = y_j - t_j, \quad m_j = 1 $$"
    assert verdict(MASKED, none) == verdict(MASKED, none, one) == "right"
    assert verdict(MASKED, none, r"$$ \delta_j = 0 $$") != "right"
    assert verdict(MASKED, none, one, r"$$ \delta_j = y_j - t_j $$") != "right"
    assert verdict(MASKED, none, r"$$ \delta_j = (y_j - t_j) m_j $$") == "right"
    assert verdict(MASKED, r"$$ \delta_j = y_j, \quad m_j = 1 $$") == "wrong"
    words = r"$$ \delta_j = 0 \quad \text{(with $m_j = 0$)} $$"
    assert verdict(MASKED, words) != "wrong"
    assert verdict(MASKED, words, r"$$ \delta_j = 0 $$") != "right"


@pytest.mark.parametrize("left", [r"\delta_j", r"\frac{\partial L}{\partial h_j}"])
def test_a_value_of_entries_in_a_tag(left: str) -> None:
    own = rf"$$ {left} = 0 \tag{{1, $m_j = 0$}} $$"
    assert verdict(MASKED, own) != "wrong"
    assert verdict(MASKED, own, rf"$$ {left} = 0 $$") == "wrong"
    assert verdict(MASKED, own, rf"$$ {left} = (y_j - t_j) m_j $$") == "right"


def test_a_value_beside_a_claim_of_a_forward_value_is_that_of_its_line() -> None:
    own = r"$$ y_j = b, \quad m_j = 0 $$"
    assert verdict(MASKED, own) == "right"
    assert verdict(MASKED, own, r"$$ \frac{\partial L}{\partial h_j} = 0 $$") != "right"
    assert verdict(MASKED, own, r"$$ \frac{\partial L}{\partial h_j} = (y_j - t_j) m_j $$") == "right"
    assert verdict(MASKED, r"$$ y_j = h_j, \quad m_j = 0 $$") != "right"


def test_values_beside_changes_of_weights() -> None:
    step = r"\Delta w_j = -\eta \frac{\partial E}{\partial w_j}"
    net = rf"$$ y = \sum_j w_j x_j, \quad E = \frac12 (y - t)^2, \quad {step} $$"
    none, one = r"$$ \Delta w_j = 0, \quad x_j = 0 $$", r"$$ \Delta w_j = -\eta (y - t), \quad x_j = 1 $$"
    assert verdict(net, none, one) == "right"
    assert verdict(net, none, r"$$ \Delta w_j = 0 $$") != "right"
    assert verdict(net, none, r"$$ \Delta w_j = -\eta (y - t) x_j $$") == "right"


def test_a_value_beside_a_definition_is_one_of_the_page() -> None:
    net = r"$$ y_j = m_j h_j, \quad m_j = 1, \quad L = \frac12 \sum_j (y_j - t_j)^2 $$"
    assert verdict(net, r"$$ \frac{\partial L}{\partial h_j} = y_j - t_j $$") == "right"


def test_a_margin_beside_values_with_an_index() -> None:
    page = (r"$$ r_n = w x_n + b - t_n $$", r"$$ L = \sum_{n=1}^N \max(0, |r_n| - \epsilon) $$")
    line = r"$$ \frac{\partial L}{\partial r_n} = %s \quad (%s) $$"
    assert verdict(*page, line % ("1", r"r_n > \epsilon")) != "wrong"
    assert verdict(*page, line % ("2", r"r_n > \epsilon")) != "right"
    assert verdict(*page, line % ("1", r"|r_n| < \epsilon")) != "right"
