r"""One that is singled out beside a sum: the t of `-\log \sigma(u_t) - \sum_{k=1}^K \log \sigma(-u_k)`.

By hand: among the K it has the slope `2 \sigma(u_t) - 1`, beside them `\sigma(u_t) - 1`; the others have `\sigma(u_k)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LOSS = r"$$ L = -\log \sigma(s_c) - \sum_{k=1}^K \log \sigma(-s_k) $$"
VECTORS = r"$$ s_j = v_j^T h $$ " + LOSS + r" with $v_j, h \in \mathbb{R}^d$."
ALONE, EACH = r"\frac{\partial L}{\partial s_c} = ", r"\frac{\partial L}{\partial s_k} = "


def test_lines_that_are_right_in_one_reading() -> None:
    cases = [
        ALONE + r"\sigma(s_c) - 1",
        ALONE + r"2 \sigma(s_c) - 1",
        EACH + r"\sigma(s_k)",
        EACH + r"\sigma(s_k) - [k = c]",
    ]
    for line, found in zip(cases, each_verdict(LOSS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


def test_lines_that_are_wrong_in_both() -> None:
    cases = [ALONE + r"1 - \sigma(s_c)", ALONE + r"\sigma(s_c)", EACH + r"-\sigma(s_k)", EACH + r"1 - \sigma(s_k)"]
    for line, found in zip(cases, each_verdict(LOSS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "wrong", line


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial L}{\partial h} = (\sigma(s_c) - 1) v_c + \sum_{k=1}^K \sigma(s_k) v_k", "right"),
        (r"\frac{\partial L}{\partial h} = (\sigma(s_c) - 1) v_c - \sum_{k=1}^K \sigma(s_k) v_k", "wrong"),
        (r"\frac{\partial L}{\partial v_c} = (\sigma(s_c) - 1) h", "open"),
        (r"\frac{\partial L}{\partial v_k} = \sigma(s_k) h", "open"),
        (r"\frac{\partial L}{\partial v_k} = (\sigma(s_k) - 1) h", "wrong"),
    ],
)
def test_what_the_scores_are_computed_from(line: str, wanted: str) -> None:
    found = verdict(VECTORS, f"$$ {line} $$")
    assert found not in ("right", "wrong") if wanted == "open" else found == wanted


@pytest.mark.parametrize("told", [r"$c \in \{1, \dots, K\}$", r"$1 \le c \le K$"])
def test_the_page_tells_that_it_is_one_of_them(told: str) -> None:
    page = LOSS + f"\n\nHere {told}."
    found = each_verdict(page, lines=[f"$$ {ALONE} 2 \\sigma(s_c) - 1 $$", f"$$ {ALONE} \\sigma(s_c) - 1 $$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize(
    "told", ["The words $1, \\dots, K$ are negative samples.", r"Here $c \notin \{1, \dots, K\}$."]
)
def test_words_tell_that_it_stands_beside_them(told: str) -> None:
    assert each_verdict(
        told,
        LOSS,
        lines=[f"$$ {ALONE} \\sigma(s_c) - 1 $$", f"$$ {EACH} \\sigma(s_k) $$", f"$$ {EACH} -\\sigma(s_k) $$"],
    ) == ["right", "right", "wrong"]


def test_a_true_class_is_one_of_the_classes() -> None:
    page = r"$$ L = -\log p_c, \quad p_k = \frac{e^{s_k}}{\sum_{l=1}^K e^{s_l}} $$"
    assert each_verdict(page, lines=[f"$$ {ALONE} p_c - 1 $$", f"$$ {EACH} p_k $$"]) == ["right", "wrong"]
    page = r"$$ L = -s_c + \log \sum_{k=1}^K e^{s_k} $$"
    assert verdict(page, rf"$$ {ALONE} \frac{{e^{{s_c}}}}{{\sum_{{l=1}}^K e^{{s_l}}}} - 1 $$") == "right"


AMONG = [
    (r"L = -\log y_t - \sum_{k=1}^K \log(1 - y_k)", r"\frac{\partial L}{\partial y_t} = -\frac1{y_t}"),
    (r"L = -\log \sigma(z_t) - \sum_{k=1}^K \log \sigma(-z_k)", r"\frac{\partial L}{\partial z_t} = \sigma(z_t) - 1"),
]


@pytest.mark.parametrize(("loss", "line"), AMONG)
@pytest.mark.parametrize(
    "said",
    [
        "The loss of one sample of class $t$ is",
        "For one sample with target $t$:",
        "$t$ is one of the $K$ classes; no negative sampling is used.",
        "Negative values of $y_k$ do not occur.",
        "サンプルの正解を $t$ とする。",
        "Le bruit n'est pas pris en compte.",
        "Der Verlust einer Stichprobe ist",
        "La muestra tiene la etiqueta $t$.",
    ],
)
def test_samples_that_are_not_those_of_a_sum(said: str, loss: str, line: str) -> None:
    assert verdict(said, f"$$ {loss} $$", f"$$ {line} $$") == "unproved"


@pytest.mark.parametrize(
    "said", ["With $K$ negative samples:", "The $k$ are drawn from the noise distribution.", "負例を $k$ とする。"]
)
def test_others_that_are_drawn(said: str) -> None:
    loss, line = AMONG[1]
    assert each_verdict(said, f"$$ {loss} $$", lines=[f"$$ {line} $$", f"$$ {line.replace('- 1', '+ 1')} $$"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Examples are drawn at random from the training set; $c$ is the label.",
        "The pictures are randomly chosen; $c$ is the correct label.",
    ],
)
def test_examples_that_are_drawn_are_not_the_summands(told: str) -> None:
    assert verdict(told, LOSS, f"$$ {ALONE} \\sigma(s_c) - 1 $$") not in ("right", "wrong")
