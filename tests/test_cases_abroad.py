r"""Rows of `cases` in other languages; the biases `b_p` that stand in each column of `B`."""

import pytest

from .judging import each_verdict

LAYER = r"""
$W \in \mathbb{{R}}^{{m \times n}}$ with entries $w_{{p,k}}$, $X \in \mathbb{{R}}^{{n \times N}}$ with entries
$x_{{i,j}}$, $Y \in \mathbb{{R}}^{{m \times N}}$ with entries $y_{{p,q}}$,
and $B \in \mathbb{{R}}^{{m \times N}}$, which repeats $b$.

$$ Y = W X + B $$

that is, for $p = 1, \dots, m$ and $q = 1, \dots, N$,

$$ y_{{p,q}} = \sum_{{k=1}}^n w_{{p,k}} x_{{k,q}} + {bias} $$

$$ L = \frac12 \sum_{{p=1}}^m \sum_{{q=1}}^N (y_{{p,q}} - t_{{p,q}})^2 $$

$$ \nabla_W L = \nabla_Y L \, X^T $$
"""
CASES = r"""
$$ \frac{{\partial y_{{p,q}}}}{{\partial w_{{i,j}}}} =
\begin{{cases}} {one} & {when} \\ 0 & \text{{{rest}}} \end{{cases}} $$
"""


def _verdicts(*lines: str, bias: str = "b_p") -> list[str]:
    return each_verdict(LAYER.format(bias=bias), lines=lines)


def _verdict(line: str, bias: str = "b_p") -> str:
    return _verdicts(line, bias=bias)[0]


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("si", "en caso contrario"),
        ("si", "En otro caso."),
        ("si", "sinon"),
        ("si", "dans le cas contraire"),
        ("falls", "andernfalls"),
        ("se", "caso contrário"),
        ("若", "否则"),
        ("当", "其他情况"),
        ("если", "иначе"),
        ("if", "Otherwise"),
    ],
)
def test_rows_of_cases_in_other_languages(word: str, rest: str) -> None:
    when = rf"\text{{{word} }} p = i"
    both = rf"{when} \text{{ y }} q = j"
    found = _verdicts(
        CASES.format(one="x_{j,q}", when=when, rest=rest),
        CASES.format(one="x_{i,q}", when=when, rest=rest),
        CASES.format(one="x_{j,q}", when=both, rest=rest),
    )
    assert found == ["right", "wrong", "wrong"]


@pytest.mark.parametrize("choice", ["o", "ou", "oder", "或", "or"])
def test_one_of_two_conditions(choice: str) -> None:
    when = rf"\text{{si }} p = i \text{{ {choice} }} q = j"
    assert _verdict(CASES.format(one="x_{j,q}", when=when, rest="otherwise")) == "unreadable"


def test_words_that_are_no_rest() -> None:
    line = CASES.format(one="x_{j,q}", when=r"\text{si } p = i", rest="si no hay datos")
    assert _verdict(line) == "unreadable"


BIAS = r"$$ \frac{\partial L}{\partial b_i} = \sum_{q=1}^N (y_{i,q} - t_{i,q}) $$"


def test_biases_in_each_column() -> None:
    found = _verdicts(
        BIAS,
        BIAS.replace(r"\sum_{q=1}^N", r"\frac1N \sum_{q=1}^N"),
        r"$$ \frac{\partial L}{\partial w_{i,j}} = \sum_{q=1}^N (y_{i,q} - t_{i,q}) x_{j,q} $$",
    )
    assert found == ["right", "wrong", "right"]


def test_names_that_are_not_the_same_but_for_one() -> None:
    """c is not B in small, and nothing is differentiated by it: the definition by matrices stays."""
    assert _verdict(BIAS.replace("b_i", "c_i"), "c_p") == "unproved"
    whole = r"$$ \frac{\partial L}{\partial B} = Y - T $$ ($T \in \mathbb{R}^{m \times N}$)"
    assert _verdict(f"{BIAS}\n\n{whole}") != "wrong"
