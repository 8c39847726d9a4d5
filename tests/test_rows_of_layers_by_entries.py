"""Networks whose layers are rows, by a sentence that lists them with their entries, and a matrix of known size."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

ABOUT = {
    "en": r"All vectors are row vectors: $\vec{h}^{(l)} = (h_i^{(l)})$, $\vec{z}^{(l)} = (z_i^{(l)})$, "
    r"$\vec{\delta}^{(l)} = (\delta_i^{(l)})$, $\vec{b}^{(l)} = (b_j^{(l)})$, $\vec{y} = (y_j)$; "
    r"$W^{(l)} = (w_{ij}^{(l)})$ is an $s_l \times s_{l+1}$ matrix.",
    "ja": r"ベクトルはすべて行ベクトルとする: $\vec{h}^{(l)} = (h_i^{(l)})$, $\vec{z}^{(l)} = (z_i^{(l)})$, "
    r"$\vec{\delta}^{(l)} = (\delta_i^{(l)})$, $\vec{b}^{(l)} = (b_j^{(l)})$, $\vec{y} = (y_j)$。"
    r"$W^{(l)} = (w_{ij}^{(l)})$ は $s_l \times s_{l+1}$ 行列である。",
    "zh": r"所有的向量均为行向量: $\vec{h}^{(l)} = (h_i^{(l)})$, $\vec{z}^{(l)} = (z_i^{(l)})$, "
    r"$\vec{\delta}^{(l)} = (\delta_i^{(l)})$, $\vec{b}^{(l)} = (b_j^{(l)})$, $\vec{y} = (y_j)$; "
    r"$W^{(l)} = (w_{ij}^{(l)})$ 是 $s_l \times s_{l+1}$ 的矩阵。",
}
FRONT = '+++\nobjective = "E"\nfunctions = ["f"]\n[ranges]\n"l" = "1..N-1"\n"i" = "1..s_l"\n"j" = "1..s_{l+1}"\n+++'
ERROR = r"$$ \delta_j^{(l)} = -\frac{\partial E}{\partial z_j^{(l)}} $$ ( $l = 2, \dots, N$ )"


def _page(about: str, letter: str = "j") -> str:
    return "\n\n".join(
        [
            FRONT,
            r"$$ h_i^{(1)} = x_i $$",
            r"$$ z_j^{(l+1)} = \sum_{i=1}^{s_l} h_i^{(l)} w_{ij}^{(l)} + b_j^{(l)} $$ ( $l = 1, \dots, N-1$ )",
            r"$$ h_j^{(l+1)} = f(z_j^{(l+1)}) $$ ( $l = 1, \dots, N-1$ )",
            r"$$ E = \frac{1}{2} \sum_{j=1}^{s_N} (y_j - h_j^{(N)})^2 $$",
            r"$$ \delta_j^{(l)} = -\frac{\partial E}{\partial z_j^{(l)}} $$ ( $l = 2, \dots, N$ )".replace(
                "_j", "_" + letter
            ),
            about,
        ]
    )


INNER = r" ( $l = 2, \dots, N-1$ )"
LINES = [
    (r"\vec{\delta}^{(N)} = (\vec{y} - \vec{h}^{(N)}) \odot f'(\vec{z}^{(N)})", "", "right"),
    (r"\vec{\delta}^{(N)} = (\vec{h}^{(N)} - \vec{y}) \odot f'(\vec{z}^{(N)})", "", "wrong"),
    (r"\vec{\delta}^{(l)} = \vec{\delta}^{(l+1)} (W^{(l)})^T \odot f'(\vec{z}^{(l)})", INNER, "right"),
    (r"\vec{\delta}^{(l)} = \vec{\delta}^{(l+1)} W^{(l)} \odot f'(\vec{z}^{(l)})", INNER, "wrong"),
    (r"\nabla_{W^{(l)}} E = -(\vec{h}^{(l)})^T \vec{\delta}^{(l+1)}", "", "right"),
    (r"\nabla_{W^{(l)}} E = -(\vec{\delta}^{(l+1)})^T \vec{h}^{(l)}", "", "wrong"),
    (r"\nabla_{\vec{b}^{(l)}} E = -\vec{\delta}^{(l+1)}", "", "right"),
    (r"\nabla_{\vec{b}^{(l)}} E = \vec{\delta}^{(l+1)}", "", "wrong"),
]


@pytest.mark.parametrize("language", ABOUT)
def test_lines_are_read_in_rows(language: str) -> None:
    for (line, _, expected), found in zip(
        LINES,
        each_verdict(_page(ABOUT[language]), lines=[f"$$ {line} $$" + where for line, where, _ in LINES]),
        strict=True,
    ):
        assert found == expected, line


def test_a_letter_may_end_at_another_layer() -> None:
    for letter in "ij":
        inner = r"$$ \delta_i^{(l)} = \left(\sum_{j=1}^{s_{l+1}} %s \delta_j^{(l+1)}\right) f'(z_i^{(l)}) $$" + INNER
        assert each_verdict(_page(ABOUT["en"], letter), lines=[inner % "w_{ij}^{(l)}", inner % "-w_{ij}^{(l)}"]) == [
            "right",
            "wrong",
        ]


@pytest.mark.parametrize("said", ["are not row vectors", "are column vectors", "are row vectors in other books"])
def test_what_is_not_called_rows_is_none(said: str) -> None:
    about = ABOUT["en"].replace("All vectors are row vectors:", "Here").replace("; ", f" {said}; ")
    line = r"$$ \vec{\delta}^{(l)} = \vec{\delta}^{(l+1)} (W^{(l)})^T \odot f'(\vec{z}^{(l)}) $$" + INNER
    assert verdict(_page(about), line) != "right"
