r"""One-hot data told entry by entry, beside an index of the example, with a star, and where only one entry is told.

By hand: with `L = -\sum_k t_k \log p_k` for a softmax p, and t that is 1 at c and else 0, the derivative by `s_k` is
`p_k - t_k`, which is `p_k - \delta_{kc}`; with a t that is 1 everywhere it would be `K p_k - 1`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
{}

$$ L = - \sum_{{k=1}}^K {t} \log {p} $$

$$ {p} = \frac{{\exp({s})}}{{\sum_{{k=1}}^K \exp({s})}} $$
"""
PLAIN = {"t": "t_k", "p": "p_k", "s": "s_k"}
OF_EXAMPLES = {"t": "t_{k,i}", "p": "p_{k,i}", "s": "s_{k,i}"}
STARRED = {"t": "t^*_k", "p": "p_k", "s": "s_k"}
TOLD = [
    (r"Let $c$ be the true class, so $t_c = 1$ and $t_k = 0$ for $k \neq c$.", PLAIN, "c"),
    (r"Here $t_{c,i} = 1$ and $t_{k,i} = 0$ for $k \neq c$.", OF_EXAMPLES, "c"),
    (r"Soit $c^*$ la vraie classe, alors $t_{c^*,i} = 1$ et $t_{c',i} = 0$ pour $c' \neq c^*$.", OF_EXAMPLES, "c^*"),
    (r"Here $t^*_c = 1$ and $t^*_k = 0$ for $k \neq c$.", STARRED, "c"),
    (r"Sei $c$ die richtige Klasse; für den One-hot-Vektor $t$ (one-hot) ist $t_c = 1$.", PLAIN, "c"),
]
LINES = [
    (r"{p} - {t}", "right"),
    (r"{p} - \delta_{{k,CLASS}}", "right"),
    (r"{p} + {t}", "wrong"),
    (r"{p} ({p} - {t})", "wrong"),
    (r"K {p} - 1", "wrong"),
]
ONE_ENTRY = [
    r"Let $c$ be the true class, so $t_c = 1$.",
    r"Soit $c$ la vraie classe, alors $t_c = 1$.",
    r"Пусть $c$ — правильный класс, тогда $t_c = 1$.",
]


@pytest.mark.parametrize(("words", "names", "letter"), TOLD)
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_data_told_by_two_entries(words: str, names: dict[str, str], letter: str, line: str, wanted: str) -> None:
    right = line.format(**names).replace("CLASS", letter)
    page = PAGE.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(**names)
    assert verdict(page, rf"$$ \frac{{\partial L}}{{\partial {names['s']}}} = {right} $$") == wanted


@pytest.mark.parametrize("words", ONE_ENTRY)
@pytest.mark.parametrize("line", ["p_k - t_k", "K p_k - 1", "p_k (p_k - t_k)"])
def test_one_entry_alone_leaves_the_others_open(words: str, line: str) -> None:
    page = PAGE.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(**PLAIN)
    assert verdict(page, rf"$$ \frac{{\partial L}}{{\partial s_k}} = {line} $$") == "unproved"


def test_data_that_are_one_everywhere_stay_so() -> None:
    page = PAGE.replace("{}", "Here all $t_k = 1$.").format(**PLAIN)
    assert verdict(page, r"$$ \frac{\partial L}{\partial s_k} = K p_k - 1 $$") == "right"


EXAMPLES = r"""
{}

$$ p_{{ik}} = \frac{{\exp(s_{{ik}})}}{{\sum_{{j=1}}^K \exp(s_{{ij}})}}, \quad
L = - \sum_{{i=1}}^N \sum_{{k=1}}^K t_{{ik}} \log p_{{ik}} $$

$$ s_{{ik}} = \sum_{{d=1}}^D w_{{kd}} x_{{id}} + b_k $$
"""
OPEN = ("unproved", "unreadable")
OF_EACH = r"Let $c$ be the class of example $i$: $t_{ic} = 1$ and $t_{ik} = 0$ for $k \ne c$."
OF_EACH_ELSEWHERE = [
    r"样本 $i$ 的类别为 $c$，即 $t_{ic} = 1$，其余 $t_{ik} = 0$。",
    r"サンプル $i$ の正解クラスが $c$ のとき $t_{ic} = 1$、他の $t_{ik} = 0$ とする。",
    r"Für ein Beispiel $i$ der Klasse $c$ ist $t_{ic} = 1$ und $t_{ik} = 0$ für $k \ne c$.",
    r"Let $c_i$ be the class of example $i$: $t_{i c_i} = 1$ and $t_{ik} = 0$ for $k \ne c_i$.",
    r"The true class $c^*$ of example $i$ has $t_{i c^*} = 1$ and $t_{ik} = 0$ for $k \ne c^*$.",
    OF_EACH,
]


@pytest.mark.parametrize("words", OF_EACH_ELSEWHERE)
def test_a_class_of_each_example_is_no_class_of_all(words: str) -> None:
    cases = [
        r"\frac{\partial L}{\partial b_c} = \sum_{i=1}^N p_{ic} - N",
        r"\frac{\partial L}{\partial b_k} = \sum_{i=1}^N p_{ik} \quad (k \ne c)",
        r"\frac{\partial L}{\partial b_k} = \sum_{i=1}^N p_{ik} - N [k = c]",
        r"\sum_{i=1}^N t_{ic} = N",
    ]
    for line, found in zip(
        cases,
        each_verdict(
            EXAMPLES.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(),
            lines=[f"$$ {line} $$" for line in cases],
        ),
        strict=True,
    ):
        assert found in OPEN, line


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial L}{\partial s_{ik}} = p_{ik} - t_{ik}", "right"),
        (r"\frac{\partial L}{\partial s_{ic}} = p_{ic} - 1", "right"),
        (r"\frac{\partial L}{\partial s_{ic}} = p_{ic}", "wrong"),
        (r"\frac{\partial L}{\partial b_k} = \sum_{i=1}^N (p_{ik} - t_{ik})", "right"),
        (r"\frac{\partial L}{\partial b_k} = \sum_{i=1}^N (p_{ik} + t_{ik})", "wrong"),
        (r"\frac{\partial L}{\partial w_{kd}} = \sum_{i=1}^N (p_{ik} - t_{ik}) x_{id}", "right"),
        (r"\frac{\partial L}{\partial w_{kd}} = \sum_{i=1}^N p_{ik} x_{id}", "wrong"),
    ],
)
def test_lines_of_one_example_or_of_the_data(line: str, wanted: str) -> None:
    page = EXAMPLES.replace("{}", OF_EACH.replace("{", "{{").replace("}", "}}")).format()
    assert verdict(page, f"$$ {line} $$") == wanted


SEVERAL = [
    r"Here $t_c = 1$ for every class $c$ in the image and $t_k = 0$ for the rest.",
    r"Here $t_c = 1$ for $c \in P$ and $t_k = 0$ for $k \notin P$.",
    r"Positive classes have $t_c = 1$ and negative classes have $t_k = 0$.",
    r"Here $t_c = 1$, and $t_k = 0$ if $k$ is a background class.",
    r"Jedes vorhandene Objekt $c$ hat $t_c = 1$, alle anderen haben $t_k = 0$.",
    r"If the image shows a single object, $t_c = 1$ and $t_k = 0$ for $k \ne c$. In general several $t_k$ are 1.",
    r"Here $t_c = 1$ and $t_k = 0$ for $k \ne c$. In general several $t_k$ are 1.",
    r"Unlike usual classification, where $t_c = 1$ and $t_k = 0$ for $k \ne c$, here the $t_k$ are arbitrary counts.",
    r"Instead of hard labels ($t_c = 1$, $t_k = 0$ for $k \ne c$) we use unnormalised weights $t_k$.",
    r"Bei harten Labels wäre $t_c = 1$ und $t_k = 0$ für $k \ne c$; hier sind die $t_k$ beliebig.",
    r"通常 $t_c = 1$，其余 $t_k = 0$，但这里 $t_k$ 可以是任意权重。",
    r"With label smoothing $t_c = 1 - \epsilon$ and $t_k = \epsilon/(K-1)$ for $k \ne c$.",
    r"With label smoothing $$ t_c = 1 - \epsilon, \quad t_k = \frac{\epsilon}{K-1} \quad (k \ne c) $$",
]
WITH_TWO_INDICES = [
    r"Here $t_{ic} = 1$ for every class $c$ in image $i$ and $t_{ik} = 0$ for the other classes.",
    r"Here $t_{ic} = 1$ if image $i$ shows $c$ and $t_{ik} = 0$ otherwise.",
    r"Unlike single-label data, where $t_{ic} = 1$ and $t_{ik} = 0$ for $k \ne c$, here $t_{ik}$ is any weight.",
]


@pytest.mark.parametrize("words", SEVERAL)
@pytest.mark.parametrize(
    "line",
    [r"\frac{\partial L}{\partial s_k} = p_k - t_k", r"\frac{\partial L}{\partial s_c} = p_c - 1", r"L = -\log p_c"],
)
def test_several_classes_or_other_data(words: str, line: str) -> None:
    page = PAGE.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(**PLAIN)
    assert verdict(page, f"$$ {line} $$") in OPEN


@pytest.mark.parametrize("words", WITH_TWO_INDICES)
@pytest.mark.parametrize("right", [r"{ik}} = p_{ik} - t_{ik}", r"{ic}} = p_{ic} - 1"])
def test_several_classes_of_each_example(words: str, right: str) -> None:
    page = EXAMPLES.replace("{}", words.replace("{", "{{").replace("}", "}}")).format()
    assert verdict(page, rf"$$ \frac{{\partial L}}{{\partial s_{right} $$") in OPEN


def test_the_class_of_smoothed_labels_is_one_of_theirs() -> None:
    smoothed = r"$$ t_k = \begin{cases} 1 - \epsilon & k = c \\ \frac{\epsilon}{K-1} & k \ne c \end{cases} $$"
    page = PAGE.replace("{}", smoothed.replace("{", "{{").replace("}", "}}")).format(**PLAIN)
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial L}{\partial s_k} = p_k - t_k $$",
            r"$$ \frac{\partial L}{\partial s_k} = p_k + t_k $$",
        ],
    ) == ["right", "wrong"]


def test_a_one_only_if_is_no_class() -> None:
    told = r"$t$ is one-hot. We have $t_c = 1$ only if $c$ is the true class."
    page = PAGE.replace("{}", told.replace("{", "{{").replace("}", "}}")).format(**PLAIN)
    assert verdict(page, r"$$ \frac{\partial L}{\partial s_c} = p_c - 1 $$") in OPEN
