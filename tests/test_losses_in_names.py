r"""Losses that are typed out to the end, beside names for what stands in them."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

HEAD = r"Let $x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $V \in \mathbb{R}^{n \times m}$."
FIRST = r"$$ L = \frac12 \| W^T W x - x\|^2 $$"
SECOND = r"A second model has $$ C = \frac12 \| f(V f(W x)) - x\|^2 $$ with an elementwise $f$."
USED_BESIDE = r"Put $h = f(Wx)$, $s = V h$, $e = (f(s) - x) \odot f'(s)$."


def test_names_that_only_another_name_uses_stand_in_a_second_loss() -> None:
    cases = [
        (r"\frac{\partial C}{\partial s} = e", "right"),
        (r"\frac{\partial C}{\partial s} = f(s) - x", "wrong"),
        (r"\frac{\partial C}{\partial h} = V^T e", "right"),
        (r"\frac{\partial C}{\partial h} = V e", "wrong"),
        (r"\frac{\partial C}{\partial V} = e h^T", "right"),
        (r"\frac{\partial C}{\partial V} = e x^T", "wrong"),
        (r"\frac{\partial C}{\partial W} = ((V^T e) \odot f'(Wx)) x^T", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(HEAD, FIRST, SECOND, USED_BESIDE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial C}{\partial s} = e", "unproved"),
        (r"\frac{\partial C}{\partial h} = \frac12 V^T e", "unproved"),
        (r"\frac{\partial C}{\partial V} = e h^T", "wrong"),
        (r"\frac{\partial C}{\partial V} = \frac12 e h^T", "right"),
    ],
)
def test_names_that_do_not_stand_there_as_typed_are_open(line: str, expected: str) -> None:
    names = r"Put $h = 2 f(Wx)$, $s = \frac12 V h$, $e = (f(s) - x) \odot f'(s)$."
    assert verdict(HEAD, FIRST, SECOND, names, f"$$ {line} $$") == expected


def test_what_only_the_first_loss_has_is_no_part_of_the_second() -> None:
    page = (
        r"Let $y_i = \sigma(z_i)$, $z_i = \sum_{j=1}^n W_{ij} x_j$ for $i = 1, \dots, m$.",
        r"$$ L = \frac12 \sum_{i=1}^m (y_i - t_i)^2 $$ $$ C = \frac12 \sum_{i=1}^m (\tanh(z_i) - t_i)^2 $$",
    )
    assert each_verdict(
        *page,
        lines=[r"$$ \frac{\partial C}{\partial y_i} = 0 $$", r"$$ \frac{\partial C}{\partial y_i} = y_i - t_i $$"],
    ) == ["right", "wrong"]


NODES = r"Nodes: $a = Wx$, $b = W^T a$, $c = b - x$."
AGAIN = {
    "": r"Then $$ L = \frac12 \|c\|^2 $$",
    "in a chain": r"Then $$ L = \frac12 \|c\|^2 = \frac12 c^T c $$",
    "by entries": r"Then $$ L = \frac12 \sum_{j=1}^n c_j^2 $$",
}


@pytest.mark.parametrize("again", AGAIN.values(), ids=list(AGAIN))
def test_the_loss_is_made_of_the_names_that_a_second_formula_has(again: str) -> None:
    cases = [
        (r"\frac{\partial L}{\partial c} = c", "right"),
        (r"\frac{\partial L}{\partial c} = 2c", "wrong"),
        (r"\frac{\partial L}{\partial a} = W \frac{\partial L}{\partial b}", "right"),
        (r"\frac{\partial L}{\partial a} = W b", "wrong"),
        (r"\nabla_W L = \frac{\partial L}{\partial a} x^T + a \left(\frac{\partial L}{\partial b}\right)^T", "right"),
        (r"\nabla_W L = \frac{\partial L}{\partial a} x^T", "wrong"),
        (r"\nabla_W L = 2 a c^T", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(HEAD, FIRST, NODES, again, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_second_formula_itself_is_judged() -> None:
    by = r"$$ \frac{\partial L}{\partial a} = W c $$"
    assert each_verdict(HEAD, FIRST, NODES, by, lines=[r"$$ L = \frac12 \|c\|^2 $$", r"$$ L = \|c\|^2 $$"]) == [
        "right",
        "wrong",
    ]


def test_a_second_formula_that_is_not_the_first_defines_nothing() -> None:
    page = (HEAD, FIRST, NODES, r"Then $$ L = \|c\|^2 $$")
    found = each_verdict(
        *page, lines=[r"$$ \frac{\partial L}{\partial a} = 2 W c $$", r"$$ \nabla_W L = 2 W c x^T + 2 a c^T $$"]
    )
    assert found[0] != "right"
    assert found[1] == "wrong"
