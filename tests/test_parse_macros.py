"""Macros are expanded as TeX does, with their positions, and characters stand for what would have been typed."""

from __future__ import annotations

import pytest
from tree_text import show

from symderiv.errors import ReadError
from symderiv.latex.macros import take_definitions
from symderiv.latex.parse import parse, parse_all
from symderiv.latex.tree import Name, walk

SAME = [
    (
        r"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd{E}{w_{ij}} = \pd Ew",
        r"\frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial w}",
    ),
    (r"\def\E#1{E_{#1}} \E{n} = \E kx", "E_{n} = E_{k}x"),
    (r"\renewcommand\vec[1]{\mathbf{#1}} \vec{x} = \vec x", r"\mathbf{x} = \mathbf{x}"),
    (r"\newcommand{\w}[2][1]{w^{(#1)}_{#2}} \w{ij} = \w[2]{ij}", "w^{(1)}_{ij} = w^{(2)}_{ij}"),
    (r"\providecommand{\net}{} \renewcommand{\net}[1]{n_{#1}} \net{i} = 1", "n_{i} = 1"),
    (r"\DeclareMathOperator{\sm}{softmax} \sm(z)", r"\operatorname{softmax}(z)"),
    (r"\DeclarePairedDelimiter{\norm}{\lVert}{\rVert} \norm{x}^2", r"\lVert x \rVert^2"),
    (r"\let\eps\epsilon \eps = 1", r"\epsilon = 1"),
    (r"\let\oldsum\sum \renewcommand{\sum}{\oldsum\limits} \sum_{i=1}^n a_i", r"\sum\limits_{i=1}^n a_i"),
    (r"\let\of\frac \renewcommand{\frac}[2]{\of{#2}{#1}} \frac{a}{b}", r"\frac{b}{a}"),
    (r"\newcommand{\a}{\b + 1}\newcommand{\b}{x} \a = \b", "x + 1 = x"),
    (r"\newcommand{\net}{\text{net}} \net_j = 1", r"\text{net}_j = 1"),
    (r"\newcommand{\for}[1]{\text{for #1}} x = 1 \quad \for{all} k > 1", r"x = 1 \quad \text{for all} k > 1"),
    ("∂E/∂w ＝ Σ_{k=1}^{Ｋ} δ_k×o_i", r"\partial E/\partial w = \sum_{k=1}^{K} \delta_k \times o_i"),
    ("ｘ_１ ≤ ŷ² − θ₁′", r"x_1 \le \hat{y}^{2} - \theta_{1}'"),
    ("x̂ ≠ α・β （λ≧０）", r"\hat{x} \ne \alpha \cdot \beta (\lambda \ge 0)"),
    ("½ √x + ∇f", r"\frac{1}{2} \sqrt x + \nabla f"),
    (r"a &lt; b", "a < b"),
    (r"x\_1 \* y % a comment", "x_1 * y"),
]


@pytest.mark.parametrize(("typed", "plain"), SAME, ids=[s[0] for s in SAME])
def test_reads_as(typed: str, plain: str) -> None:
    assert show(parse(typed)) == show(parse(plain))


@pytest.mark.parametrize(
    ("latex", "cause"),
    [
        (r"\newcommand{\a}{\a} \a", r"the macro `\a` calls itself without end"),
        (r"\newcommand{\a}[2]{#1#2} \a x", r"the macro `\a` takes 2 arguments, and the formula ends before them"),
        (r"\newcommand{\a}[1]{#2} \a x", r"the macro `\a` has no argument #2"),
        (r"\newcommand{\a}[1]{#1} \a{x", "expected `}` for this `{`"),
        (r"\newcommand{\a}{x} \renewcommand{\a}{y} \a", r"the macro `\a` is defined twice, in different ways"),
        (
            r"\providecommand{\a}{x} \a \renewcommand{\a}{y} \a",
            r"the macro `\a` is defined twice, in different ways",
        ),
    ],
)
def test_refusals(latex: str, cause: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse(latex)
    assert caught.value.cause == cause


def test_definitions_are_blanked_in_place() -> None:
    text, macros = take_definitions("a\n\\newcommand{\\x}{{1}\n2} b")
    assert text == "a\n" + " " * 19 + "\n   b"
    assert macros[r"\x"].body == "{1}\n2"


def test_a_macro_of_one_formula_serves_the_others() -> None:
    first, second = parse_all([r"\x = 1", r"\newcommand{\x}{w_i} \x = 2"])
    assert show(first) == "w_{i} = 1"
    assert show(second) == "w_{i} = 2"


def test_the_span_of_what_a_macro_gives_is_its_call() -> None:
    latex = r"\newcommand{\w}[1]{w_{#1}} a = \w{k}"
    names = {x.base: latex[slice(*x.span)] for x in walk(parse(latex)) if isinstance(x, Name)}
    assert names["a"] == "a"
    assert names["k"] == "k"
    assert names["w"].startswith(r"\w")


def test_spans_of_characters_that_stand_for_commands() -> None:
    text = "∂Ｅ/∂ŵ_k = δ"
    names = {x.base: text[slice(*x.span)] for x in walk(parse(text)) if isinstance(x, Name)}
    assert names == {"E": "Ｅ", "w": "ŵ_k", "k": "k", r"\delta": "δ"}
