r"""Sentences about the layout of gradients and Jacobians, also such as are not understood, or about others.

By hand: with `z = W x + b` and `\delta = \partial L/\partial z` as a column the gradient by W is `\delta x^T` in the
shape of W, and `x \delta^T` transposed; that by x is `W^T \delta` as a column and `\delta^T W` as a row; the Jacobian
of z by x is W where its rows are those of z, else `W^T`.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from symderiv.notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS
from symderiv.resolve.prepared.gradients.layout_grammar import Layout, is_of_others, layout_told

from .judging import each_verdict, verdict

NET = (
    r"$x \in \mathbb{R}^n$, $b, t \in \mathbb{R}^m$, $W \in \mathbb{R}^{m \times n}$.",
    r"$$ z = W x + b $$",
    r"$$ a = \tanh(z) $$",
    r"$$ L = \frac12 \|a - t\|^2 $$",
    r"$$ \delta = \frac{\partial L}{\partial z} $$",
)
USUAL, TURNED = r"\frac{\partial L}{\partial W} = \delta x^T", r"\frac{\partial L}{\partial W} = x \delta^T"
COLUMN, ROW = r"\frac{\partial L}{\partial x} = W^T \delta", r"\frac{\partial L}{\partial x} = \delta^T W"
ABOVE, BELOW = r"\frac{\partial z}{\partial x} = W", r"\frac{\partial z}{\partial x} = W^T"
FORWARD = r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z} \frac{\partial z}{\partial x}"
OPEN = ("unproved", "unreadable")
LIKE = (
    "Each gradient has the same shape as the variable",
    "Gradients of the loss have the shape of the variable",
    "Der Gradient hat dieselbe Form wie die Variable",
    "Le gradient a la même forme que la variable",
    "El gradiente tiene la misma forma que la variable",
    "勾配は変数と同じ形とする",
    "梯度的形状与变量相同",
)
TRANSPOSED = (
    "Gradients are laid out as the transpose of the variable",
    "The gradient has the transposed shape of the parameter",
    "Gradients are stored transposed",
    "Der Gradient hat die Form der transponierten Variable",
    "Les gradients ont la forme de la transposée de la variable",
    "El gradiente tiene la forma de la traspuesta de la variable",
    "勾配は変数の転置の形とする",
    "梯度的形状是变量的转置",
)
BY_OUTPUT = (
    "The Jacobian has one row per output",
    "The rows of the Jacobian are the outputs, its columns are the inputs",
    "Die Jacobi-Matrix hat eine Zeile pro Ausgabe",
    "La matrice jacobienne a une ligne par sortie",
    "La matriz jacobiana tiene una fila por salida",
    "ヤコビ行列は出力ごとに1つの行をもつ",
    "雅可比矩阵的行对应输出",
)
BY_INPUT = (
    "The Jacobian has one row for each input",
    "The rows of the Jacobian are the inputs, its columns are the outputs",
    "Die Zeilen der Jacobi-Matrix sind die Eingaben",
    "La matrice jacobienne a une ligne par entrée",
    "La matriz jacobiana tiene una fila por entrada",
    "ヤコビ行列の行は入力である",
    "雅可比矩阵的行对应输入",
)

RESULTS = (
    "Thus the gradient is the transpose of the weights",
    "The derivative § is the transpose of the matrix",
    "The derivative by § is the transpose of the weights",
    "The derivative of the function is the transpose of the vector",
    "Der Gradient ist die Transponierte der Matrix",
    "Le gradient est la transposée de la matrice",
    "El gradiente es la traspuesta de la matriz",
    "勾配は行列の転置である",
    "梯度是矩阵的转置",
)
ELSEWHERE = (
    "In our code gradients are stored transposed",
    "In the code, gradients are stored transposed",
    "In PyTorch, gradients are stored transposed",
    "In the literature gradients are transposed",
    "In the exercises the gradient is transposed",
    "In our implementation gradients are stored as the transpose of the variable",
    "In the appendix the Jacobian has one row per input",
    "Gradients are stored transposed in our code",
    "Im Code haben die Gradienten die Form der transponierten Variable",
    "Dans notre code, les gradients ont la forme de la transposée de la variable",
    "En nuestro código los gradientes tienen la forma de la traspuesta de la variable",
    "コードでは、勾配は変数の転置の形とする",
    "在代码中，梯度的形状是变量的转置",
)


def _judged(said: str, line: str) -> str:
    return verdict(*NET, said, f"$$ {line} $$")


def _each_judged(said: str, *, lines: Iterable[str]) -> list[str]:
    return each_verdict(*NET, said, lines=[f"$$ {line} $$" for line in lines])


@pytest.mark.parametrize(
    ("sentences", "layout", "kinds"),
    [
        (LIKE, Layout.AS_VARIABLE, {OF_NUMBERS, BY_MATRICES}),
        (TRANSPOSED, Layout.TRANSPOSED, {OF_NUMBERS, BY_MATRICES}),
        (BY_OUTPUT, Layout.ROWS_ABOVE, {BY_VECTORS}),
        (BY_INPUT, Layout.ROWS_BELOW, {BY_VECTORS}),
    ],
)
def test_the_grammar(sentences: tuple[str, ...], layout: Layout, kinds: set[str]) -> None:
    for sentence in sentences:
        told = layout_told(sentence)
        assert told is not None, sentence
        assert (told.layout, told.of) == (layout, kinds), sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The gradient is multiplied by the transpose of §",
        "The gradient with respect to § is the product of § and the transpose of §",
        "The chain rule takes gradients through the transpose",
        "The layout of the network is simple",
        "We sum the gradient over the rows of §",
        "Gradients have the form of products",
        *RESULTS,
        *ELSEWHERE,
    ],
)
def test_other_sentences_tell_nothing(sentence: str) -> None:
    assert layout_told(sentence) is None


@pytest.mark.parametrize("said", RESULTS[:1] + RESULTS[4:5] + ELSEWHERE[:1])
def test_results_and_other_places_change_nothing(said: str) -> None:
    assert _each_judged(f"{said}.", lines=[USUAL, TURNED]) == ["right", "wrong"]


def test_other_places_for_jacobians() -> None:
    for said in (
        "In the appendix the Jacobian has one row per input.",
        "In our code the Jacobian has one row per input.",
    ):
        cases = (ABOVE, BELOW, ABOVE.replace("= W", "= 2 W"))
        for line, found in zip(cases, _each_judged(said, lines=cases), strict=True):
            assert found == verdict(*NET, f"$$ {line} $$"), line
        assert _judged(said, ABOVE) == "right"


@pytest.mark.parametrize(
    ("sentence", "layout"),
    [
        ("In these notes gradients are stored transposed", Layout.TRANSPOSED),
        ("In this appendix gradients are stored transposed", Layout.TRANSPOSED),
        ("The derivative of a scalar by a matrix is laid out as the transpose of the matrix", Layout.TRANSPOSED),
        ("The gradient § is stored transposed", Layout.OPEN),  # that one
        ("The gradient is stored as the transpose of the weights", Layout.OPEN),
        ("Here the derivative is transposed", Layout.OPEN),
        ("Gradients are the transpose of the weights", Layout.OPEN),
        ("In the lecture gradients are stored transposed", Layout.OPEN),
        ("Implementation note: gradients are stored transposed", Layout.OPEN),
        (
            "Contrary to what many authors write, gradients are laid out as the transpose of the variable",
            Layout.TRANSPOSED,
        ),
        ("Unlike many textbooks, our gradients have the transposed shape of the variable", Layout.TRANSPOSED),
        ("他の本とは異なり、勾配は変数の転置の形とする", Layout.TRANSPOSED),
        ("Unlike other texts we have gradients that are transposed", Layout.OPEN),
        (
            "Like some authors, we use transposed gradients: gradients are laid out as the transpose of the variable",
            Layout.OPEN,
        ),
        ("We deviate from others who write columns: gradients have the transposed shape of the variable", Layout.OPEN),
        ("Gradients are stored as transposes of the variables, as other authors write them", Layout.OPEN),
    ],
)
def test_what_is_definite(sentence: str, layout: Layout) -> None:
    told = layout_told(sentence)
    assert told is not None
    assert told.layout is layout


def test_against_others() -> None:
    said = "Contrary to what many authors write, gradients are laid out as the transpose of the variable."
    found = _each_judged(said, lines=[USUAL, TURNED])
    assert found[0] == "wrong"
    assert found[1] != "wrong"
    assert _judged(said.replace("Contrary to", "Like"), USUAL) in OPEN


@pytest.mark.parametrize("said", LIKE[:1] + LIKE[2:4])
def test_in_the_shape_of_the_variable(said: str) -> None:
    found = _each_judged(
        said,
        lines=[
            USUAL,
            TURNED,
            COLUMN,
            ROW,
            FORWARD,  # a column before a matrix
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "right"
    assert found[3] in OPEN
    assert found[4] in OPEN


@pytest.mark.parametrize("said", TRANSPOSED[:1] + TRANSPOSED[4:5])
def test_transposed(said: str) -> None:
    found = _each_judged(
        said,
        lines=[
            USUAL,
            TURNED,
            COLUMN,
            r"\frac{\partial L}{\partial W} = x \delta",  # the error is a row
            r"\frac{\partial L}{\partial W} = 2 x \delta",
        ],
    )
    assert found[0] == "wrong"
    assert found[1] != "wrong"
    assert found[2] != "right"
    assert found[3] == "right"
    assert found[4] == "wrong"


def test_jacobians_in_words() -> None:
    for said, right, wrong in ((BY_OUTPUT[0], ABOVE, BELOW), (BY_INPUT[0], BELOW, ABOVE)):
        assert _each_judged(said, lines=[right, wrong, right.replace("= W", "= 2 W")]) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "Gradients may well be transposed here.",
        "Gradients are laid out in a way of our own.",
        "Gradients are laid out as the transpose of the variable. We do not use that here.",
        "If gradients are transposed, so is everything.",
    ],
)
def test_what_is_not_understood_is_open(said: str) -> None:
    cases = (USUAL, TURNED, COLUMN, ROW)
    for line, found in zip(cases, _each_judged(said, lines=cases), strict=True):
        assert found in OPEN, line
    assert _judged(said, USUAL.replace("= ", "= 2 ")) == "wrong"  # in each layout


def test_the_sizes_of_one_gradient() -> None:
    for said in (
        r"The gradient $\partial L/\partial W$ is an $n \times m$ matrix.",
        r"Here $\partial L/\partial W$ has shape $n \times m$.",
        r"Here $\partial L/\partial W \in \mathbb{R}^{n \times m}$.",
    ):
        found = _each_judged(said, lines=[USUAL, TURNED, COLUMN])
        assert found[0] in OPEN
        assert found[1] in OPEN
        assert found[2] == "right"
        usual = said.replace(r"n \times m", r"m \times n")
        assert _each_judged(usual, lines=[USUAL, TURNED]) == ["right", "wrong"]


@pytest.mark.parametrize("glue", [" ", "\n", "\n\n"])
@pytest.mark.parametrize(
    "aside",
    [
        "Others write the transpose:",
        "With rows this reads",
        "In numerator layout one would write",
        "Im Zählerlayout würde man schreiben:",
    ],
)
def test_lines_in_another_layout_are_open(aside: str, glue: str) -> None:
    assert is_of_others(aside)
    for line in (USUAL, TURNED, USUAL.replace(r"\delta", r"2 \delta")):
        assert verdict(*NET, f"{aside}{glue}$$ {line} $$") == "unproved", line
        cases = ((USUAL, "right"), (TURNED, "wrong"), (ABOVE, "right"))
        for (own, expected), found in zip(
            cases,
            each_verdict(*NET, f"{aside}{glue}$$ {line} $$", lines=[f"So $$ {own} $$" for own, _ in cases]),
            strict=True,
        ):
            assert found == expected, own


def test_rows_without_a_word() -> None:
    """Beside a gradient that stands as a row one by a matrix may be transposed."""
    assert verdict(*NET, f"$$ {TURNED} $$") == "wrong"
    assert verdict(*NET, f"$$ {COLUMN} $$", f"$$ {TURNED} $$") == "wrong"
    assert each_verdict(
        *NET, f"$$ {ROW} $$", lines=[f"$$ {TURNED} $$", f"$$ {USUAL} $$", rf"$$ {TURNED.replace('= x', '= 2 x')} $$"]
    ) == ["unproved", "right", "wrong"]


def test_layouts_by_equations_and_in_german() -> None:
    mirrored = r"The Jacobian has entries $(\partial p/\partial q)_{ij} = \partial p_j/\partial q_i$."
    straight = mirrored.replace("p_j", "p_i").replace("q_i", "q_j")
    german = (
        r"Die Jacobi-Matrix $\frac{\partial p}{\partial q}$ hat in Zeile $i$ und Spalte $j$ den Eintrag "
        r"$\frac{\partial p_j}{\partial q_i}$."
    )
    for said, right, wrong in ((mirrored, BELOW, ABOVE), (straight, ABOVE, BELOW)):
        assert _each_judged(said, lines=[right, wrong]) == ["right", "wrong"]
    found = _each_judged(german, lines=[ABOVE, BELOW])
    assert found[0] != "right"
    assert found[1] != "wrong"
    own = r"We write $(\partial z/\partial x)_{ij} = \partial z_j/\partial x_i$."
    found = _each_judged(own, lines=[ABOVE, BELOW, ABOVE.replace("= W", "= 2 W")])
    assert found[0] in OPEN
    assert found[1] in OPEN
    assert found[2] == "wrong"


def test_sizes_below_a_gradient() -> None:
    cases = [
        (r"(\partial L/\partial x)_{n \times 1}", r"W^T \delta", r"\delta^T W"),
        (r"(\partial L/\partial x)_{1 \times n}", r"\delta^T W", r"2 \delta^T W"),
        (r"\left(\frac{\partial L}{\partial W}\right)_{m \times n}", r"\delta x^T", r"x \delta^T"),
        (r"\left(\frac{\partial L}{\partial W}\right)_{n \times m}", r"x \delta^T", r"\delta x^T"),
    ]
    for (_, right, _), found in zip(
        cases, each_verdict(*NET, lines=[f"$$ {left} = {right} $$" for left, right, _ in cases]), strict=True
    ):
        assert found == "right", right
    for (_, _, wrong), found in zip(
        cases, each_verdict(*NET, lines=[f"$$ {left} = {wrong} $$" for left, _, wrong in cases]), strict=True
    ):
        assert found == "wrong", wrong


def test_other_sizes_below_a_gradient_are_not_read() -> None:
    assert verdict(*NET, r"$$ (\partial L/\partial x)_{m \times 1} = W^T \delta $$") == "unreadable"
