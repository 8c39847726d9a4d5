r"""Habits of pages about matrices: `\nabla_Xtr(..)`, `A'` for any transpose, `dw'(..)`, `\mathbb{R}^{n \times d+1}`,
`h = (h(x_i))`, a diagonal matrix told by what stands on it. Every line was worked out by hand; slips stand beside.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document import parse_document, read_formulas
from symderiv.resolve.shapes.primes_told import names_told

from .judging import VERDICTS, each_verdict, verdict

TRACES = (
    r"$$ L = \frac{1}{2} \|A X B - C\|_F^2 $$ Here $A \in \mathbb{R}^{m \times k}$, $X \in \mathbb{R}^{k \times l}$, "
    r"$B \in \mathbb{R}^{l \times n}$, $C \in \mathbb{R}^{m \times n}$. $Tr$ is the trace. "
    "The gradient has the shape of the matrix."
)


def test_a_trace_right_behind_what_is_differentiated_by() -> None:
    cases = [
        (r"\nabla_XTr(C^TAXB) = A^TCB^T", "right"),
        (r"\nabla_XTr(C^TAXB) = -A^TCB^T", "wrong"),
        (r"\nabla_Xtr[X^TA^TAXBB^T] = 2A^TAXBB^T", "right"),
        (r"\nabla_Xtrace\Big(X^TA^TAXBB^T\Big) = A^TAXBB^T", "wrong"),
        (
            r"\nabla_XL = \frac{1}{2}\nabla_Xtr(X^TA^TAXBB^T) - \nabla_Xtr(C^TAXB) + \frac{1}{2}\nabla_Xtr(C^TC)",
            "right",
        ),
        (
            r"\nabla_XL = \frac{1}{2}\nabla_Xtr(X^TA^TAXBB^T) - 2\nabla_Xtr(C^TAXB) + \frac{1}{2}\nabla_Xtr(C^TC)",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(TRACES, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_what_a_sum_takes_along_depends_on_nothing() -> None:
    """The rule of sums has a derivative of 0; alone, `\\nabla_X tr(C^T D) = ..` leaves open what C is made of."""
    split = r"$$ \nabla_X tr(C^TAXB + C^TC) = \nabla_X tr(C^TAXB) + \nabla_X tr(C^TC) $$"
    line = r"$$ \nabla_X tr(C^TAXB) = A^TCB^T $$"
    page = check("\n\n".join((TRACES, split, line)), options=VERDICTS)
    assert [str(c.judgement) for c in page.claims] == ["right", "right"]
    alone = r"$$ \nabla_X tr(C^TC) = A^TA X $$"
    page = check("\n\n".join((TRACES, alone, line)), options=VERDICTS)
    assert [str(c.judgement) for c in page.claims] == ["unproved", "unproved"]


SQUARES = (
    r"$$ L = \sum_{i=1}^{n} ( y_i - \sum_{j=1}^{p} X_{ij} w_j )^2 $$ "
    r"Here $X = (X_{ij})$ is an $n \times p$ matrix, $w = (w_j)$ and $y = (y_i)$ are columns."
)
ANY = (
    "$A'$ (also written $A’$) represents the transpose of $A$, not a derivative.",
    "$M'$ is the transpose of $M$.",
    "$M^{\\prime}$ denotes the transpose of $M$.",
    "$M'$ bezeichnet die Transponierte von $M$.",
    "$M'$ est la transposée de $M$.",
)
CHANGES = "$dL$ is the differential for a change $dw$ of $w$ alone."
OF_SQUARES = (
    ("L = (y-Xw)'(y-Xw)=(y’-w’X’)(y-Xw)", "right"),
    ("L = y’y-w’X’y-y’Xw-w’X’Xw", "wrong"),
    (r"\frac{dL}{dw} = -2X’y+2X’Xw", "right"),
    (r"\frac{dL}{dw} = 2X'(y-Xw)", "wrong"),
    (r"\frac{dL}{dX} = -2(y-Xw)w'", "right"),
    (r"\frac{d^2L}{dw\,dw’} = 2X’X", "right"),
    (r"\frac{d^2L}{dw\,dw’} = X’X", "wrong"),
)


@pytest.mark.parametrize("said", ANY)
def test_a_prime_told_of_any_matrix(said: str) -> None:
    for (line, expected), found in zip(
        OF_SQUARES, each_verdict(SQUARES, said, lines=[f"$${line}$$" for line, _ in OF_SQUARES]), strict=True
    ):
        assert found == expected, line


def test_a_prime_told_of_a_letter_that_stands_elsewhere_is_told_of_that_alone() -> None:
    page = SQUARES.replace("columns.", "columns. $X'$ is the transpose of $X$.")
    found = each_verdict(page, lines=[r"$$ \frac{dL}{dw} = -2X'y+2X'Xw $$", r"$$ \frac{dL}{dX} = -2(y-Xw)w' $$"])
    assert found[0] == "right"
    assert found[1] not in ("right", "wrong")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$X$ is the matrix of the rows $x_i$, $X'$ is its transpose.", ["X"]),
        ("$X$ ist die Matrix der Daten, $X'$ ihre Transponierte, $b'$ ein Bias.", ["X"]),
        ("$X$ es la matriz de datos y $X'$ es su traspuesta.", ["X"]),
        ("$X$ is the matrix of the data, $Y'$ is its transpose.", []),
        ("$X$ is the matrix of the data, $x'$ is its transpose.", []),
        ("$W'$ is the transpose of $W$ and $b'$ another bias.", ["W"]),
    ],
)
def test_primes_of_what_is_named_before(text: str, told: list[str]) -> None:
    document = parse_document(text)
    assert [x.base for x in names_told(read_formulas(document), document.blocks)] == told


def test_a_change_before_a_parenthesis_is_a_factor() -> None:
    cases = [
        ("dL = dw^T(-2X^Ty+2X^TXw)", "right"),
        ("dL = 2 dw^T(X^TXw - X^Ty)", "right"),
        ("dL = dw^T(-2X^Ty+X^TXw)", "wrong"),
        ("dL = dw^T(2X^Ty-2X^TXw)", "wrong"),
        ("dL=-dw^TX^Ty-y^TXdw+dw^TX^TXw+w^TX^TXdw=-2dw^T(X^Ty)+2dw^T(X^TXw)", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SQUARES, CHANGES, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
    for (line, expected), found in zip(
        cases,
        each_verdict(
            SQUARES,
            CHANGES,
            "A prime denotes the transpose.",
            lines=[f"$${line.replace('^T', chr(39))}$$" for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


LAYER = (
    '+++\nobjective = "E"\n[ranges]\n"p" = "1..P"\n"j" = "1..M"\n"i" = "1..N+1"\n+++\n\n'
    r"$$ y_{pj} = \sum_{i=1}^{N+1} x_{pi} w_{ij} $$ $$ d_{pj} = z_{pj} - y_{pj} $$ "
    r"$$ E = \frac{1}{2} \sum_{p=1}^{P} \sum_{j=1}^{M} (z_{pj} - y_{pj})^2 $$ "
)
SHAPES = r"$X = (x_{pi}) \in \mathbb{R}^{P \times N+1}$, $W = (w_{ij}) \in \mathbb{R}^{N+1 \times M}$, "
SPANISH = (
    SHAPES.replace(", $W", " (cada dato de entrenamiento es una fila de $X$), $W")
    + r"$Y = (y_{pj})$, $Z = (z_{pj})$, $D = (d_{pj})$ son matrices de $P \times M$; "
    "$X^t$ es la traspuesta, $tr$ la traza."
)
ENGLISH = (
    SHAPES.replace(", $W", " (each training example is a row of $X$), $W")
    + r"$Y = (y_{pj})$, $Z = (z_{pj})$, $D = (d_{pj})$ are $P \times M$; $X^t$ is the transpose, $tr$ the trace."
)
OF_LAYER = (
    (r"D = Z - X \cdot W", "right"),
    (r"\frac{\partial E}{\partial W} = -X^t \cdot D", "right"),
    (r"\frac{\partial E}{\partial W} = X^t \cdot D", "wrong"),
    (r"\frac{\partial E}{\partial W} = X^t X W - X^t Z", "right"),
    (r"E = \frac{1}{2} tr(D^t \cdot D)", "right"),
    (r"E = tr(D^t \cdot D)", "wrong"),
)


@pytest.mark.parametrize("said", [SPANISH, ENGLISH])
def test_a_length_with_something_added(said: str) -> None:
    for (line, expected), found in zip(
        OF_LAYER, each_verdict(LAYER, said, lines=[f"$${line}$$" for line, _ in OF_LAYER]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("line", [line for line, _ in OF_LAYER[:4]])
def test_an_example_that_is_no_row_leaves_the_matrix_open(line: str) -> None:
    """By the letters of its entries each example is a row: a sentence that says otherwise contradicts them."""
    for said in (ENGLISH.replace("is a row", "is a column"), SPANISH.replace("una fila", "una columna")):
        assert verdict(LAYER, said, f"$${line}$$") not in ("right", "wrong")


def test_a_transpose_of_something_else_is_no_mark() -> None:
    said = ENGLISH.replace("is the transpose", "is the transpose of $Y$")
    cases = OF_LAYER[1:3]
    for (line, _), found in zip(
        cases, each_verdict(LAYER, said, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), line


def test_weights_that_are_counted_are_no_length() -> None:
    page = (
        r"$$ z_i = \sum_{j=1}^n W_{ij} x_j + b_i $$ $$ E = \sum_{i=1}^m z_i $$ The layer has $m \times n + m$ weights."
    )
    found = each_verdict(
        page,
        lines=[r"$$ \frac{\partial E}{\partial W_{ij}} = x_j $$", r"$$ \frac{\partial E}{\partial W_{ij}} = x_i $$"],
    )
    assert found[0] == "right"
    assert found[1] != "right"


LOGISTIC = (
    '+++\nobjective = "l"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"k" = "1..n"\n+++\n\n'
    r"$$ h(x^{(i)}) = \frac{1}{1 + e^{-\sum_{j=1}^{n} \theta_j x^{(i)}_j}} $$ "
    r"$$ l = \sum_{i=1}^{m} [y^{(i)}\ln h(x^{(i)}) + (1 - y^{(i)})\ln(1 - h(x^{(i)}))] $$ "
    r"$$ H_{j,k} = \frac{\partial^2 l}{\partial \theta_j \partial \theta_k} $$ "
    r"Here $\theta = (\theta_j)$ and $x^{(i)} = (x^{(i)}_j)$ are columns, $X$ is the $m \times n$ matrix with the rows "
    r"$x^{(i)^T}$, $X'$ is its transpose; $y = (y^{(i)})$ and $h = (h(x^{(i)}))$ are columns of length $m$, "
    r"$H = (H_{j,k})$, and $S$ is the $m \times m$ diagonal matrix with the elements $h(x^{(i)})(1 - h(x^{(i)}))$."
)
OF_LOGISTIC = (
    (r"\frac{\partial h(x^{(i)})}{\partial \theta_j} = h(x^{(i)})(1 - h(x^{(i)}))x^{(i)}_j", "right"),
    (r"\frac{\partial h(x^{(i)})}{\partial \theta_j} = h(x^{(i)})(1 - h(x^{(i)}))", "wrong"),
    (r"\nabla_{\theta} l = X'(y - h)", "right"),
    (r"\nabla_{\theta} l = X'(h - y)", "wrong"),
    (r"H = -X'SX", "right"),
    (r"H = X'SX", "wrong"),
)


@pytest.mark.parametrize(("line", "expected"), OF_LOGISTIC)
def test_the_array_of_the_values_at_the_examples(line: str, expected: str) -> None:
    assert verdict(LOGISTIC, f"$${line}$$") == expected
    below = LOGISTIC.replace("x^{(i)}_j", "x_{ij}").replace("^{(i)^T}", "_i^T").replace("^{(i)}", "_i")
    other = line.replace("x^{(i)}_j", "x_{ij}").replace("^{(i)}", "_i")
    assert verdict(below, f"$${other}$$") == expected


@pytest.mark.parametrize(
    "said",
    [
        "if it is the diagonal matrix with the elements",
        "is not a diagonal matrix with the elements",
        "is a block diagonal matrix with the elements",
        "is the diagonal matrix with the inverses of the elements",
    ],
)
def test_a_matrix_that_is_not_told_to_be_diagonal(said: str) -> None:
    page = LOGISTIC.replace("diagonal matrix with the elements", "matrix").replace("is the $m \\times m$ matrix", said)
    cases = (r"$$ H = -X'SX $$", r"$$ H = X'SX $$")
    for line, found in zip(cases, each_verdict(page, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


STEPS = (
    '+++\nobjective = "E"\n[ranges]\n"t" = "1..N"\n+++\n\n'
    r"$$ (\mathbf{h}_t)_i = \tanh( \sum_{j=1}^s (\mathbf{W}_h)_{ij} (\mathbf{h}_{t-1})_j + (\mathbf{b}_h)_i"
    r" + \sum_{j=1}^n (\mathbf{W}_x)_{ij} (\mathbf{x}_t)_j + (\mathbf{b}_x)_i ) $$ ( $i = 1, \dots, s$ ) "
    r"$$ (\mathbf{h}_0)_i = 0 $$ ( $i = 1, \dots, s$ ) "
    r"$$ (\mathbf{z}_t)_i = \sum_{j=1}^s (\mathbf{W}_p)_{ij} (\mathbf{h}_t)_j + (\mathbf{b}_p)_i $$ "
    r"( $i = 1, \dots, m$ ) "
    r"$$ E_t = \frac{1}{2}\sum_{i=1}^m ((\mathbf{z}_t)_i - (\mathbf{y}_t)_i)^{2} $$ $$ E = \sum_{t=1}^{N}E_t $$ "
    r"Here $\mathbf{x}_t \in R^n$, $\mathbf{y}_t, \mathbf{z}_t, \mathbf{b}_p \in R^m$, "
    r"$\mathbf{h}_t, \mathbf{b}_h, \mathbf{b}_x \in {R}^{s}$ are columns, $\mathbf{W}_h \in {R}^{s\times s}$, "
    r"$\mathbf{W}_x \in {R}^{s\times n}$, $\mathbf{W}_p \in {R}^{m\times s}$."
)


def test_entries_of_bold_steps_beside_matrices_labelled_by_them() -> None:
    cases = [
        (
            r"\frac{\partial E}{\partial \mathbf{W}_p} = \sum_{t=1}^{N} (\mathbf{z}_t-\mathbf{y}_t) \mathbf{h}_t^T",
            "right",
        ),
        (r"\frac{\partial E}{\partial \mathbf{W}_p} = \sum_{t=1}^{N} \mathbf{z}_t \mathbf{h}_t^T", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{b}_p} = \sum_{t=1}^{N} (\mathbf{z}_t-\mathbf{y}_t)", "right"),
        (r"\frac{\partial E_t}{\partial \mathbf{h}_t} = \mathbf{W}_p^T (\mathbf{z}_t-\mathbf{y}_t)", "right"),
        (r"\frac{\partial E_t}{\partial \mathbf{h}_t} = \mathbf{W}_p^T (\mathbf{y}_t-\mathbf{z}_t)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(STEPS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
