"""The tree of every spelling: a formula that parses to the wrong tree is the failure that nobody notices."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree_text import show

from symderiv.errors import ReadError
from symderiv.latex.parse import parse, parse_all
from symderiv.latex.tree import Chain, Formula, Name

TABLE = Path(__file__).parent / "data" / "parse_trees.txt"


def cases() -> list[tuple[str, str]]:
    blocks = TABLE.read_text(encoding="utf-8").split("\n\n")
    pairs = [b.strip("\n").split("\n") for b in blocks if b.strip() and not b.startswith("%")]
    return [(latex, tree) for latex, tree in pairs]


CASES = cases()


@pytest.mark.parametrize(("latex", "tree"), CASES, ids=[c[0] for c in CASES])
def test_tree(latex: str, tree: str) -> None:
    if tree.startswith("!! "):
        with pytest.raises(ReadError) as caught:
            parse(latex)
        assert f"!! {type(caught.value).__name__}: {caught.value.cause}" == tree
        assert caught.value.place is not None
    else:
        assert show(parse(latex)) == tree


def test_the_table_is_read_whole() -> None:
    assert len(CASES) > 190
    assert sum(tree.startswith("!!") for _, tree in CASES) > 35


def test_the_texts_of_trees_tell_trees_apart() -> None:
    """Meta-test: spellings that differ in meaning have different texts, those that do not have the same."""
    apart = [
        "w_{ij}",
        "w_{i,j}",
        "w_{i}^{j}",
        "w^{(3)}",
        "w^3",
        "w_{3}",
        "w'",
        r"\hat{w}",
        r"\mathbf{w}",
        "f(w)",
        "f w",
    ]
    apart += ["a-b", "a+b", "a b", "a/b", "(a+b)", "[a+b]", r"\log a b", r"\log(a b)", r"\sum_i a b", r"(\sum_i a) b"]
    assert len({show(parse(a)) for a in apart}) == len(apart)
    same = [r"\frac{a}{b} x_i^2", r"\dfrac ab\, x^2_{i}", r"{a \over b} {x}_i^{2}", r"\tfrac{a}{b}\!x_i{}^2"]
    trees = {show(parse(s)).replace("^{2}_{i}", "_{i}^{2}") for s in same}
    assert trees == {"(* (a // b) x_{i}^{2})"}


def test_braces_around_both_ends_of_a_derivative() -> None:
    plain = show(parse(r"\partial E/\partial w_i x"))
    assert show(parse(r"{\partial E}/{\partial w_i} x")) == plain
    assert show(parse(r"\partial E/{\partial w_i} x")) == plain
    assert show(parse(r"{dE}/{dw_i} x")) == show(parse(r"\frac{dE}{dw_i} x"))
    assert show(parse(r"{a}/{b} x")) == show(parse("a/b x"))


def test_names_of_several_letters_are_names_everywhere() -> None:
    first, second, third = parse_all(
        [r"o_k = f(net_k)", r"net_k = \sum_j w_{kj} x_j", r"\partial E/\partial loss = dnet"]
    )
    assert show(first) == "o_{k} = (* f @G(net_{k}))"
    assert show(second) == r"net_{k} = \sum[j..]<(* w_{k j} x_{j})>"
    assert show(third) == "D<E|loss> = (* d net)"


def test_a_run_that_nobody_introduces_is_no_product() -> None:
    [alone] = parse_all(["E = f(net)"])
    assert isinstance(alone, ReadError)
    assert alone.cause == "`net` is one name, or a product of 3 letters"
    product, *_ = parse_all(["E = Wxx^T", "W = 1", "x_i = 2"])
    assert show(product) == "E = (* W x x^{T})"


def test_one_bad_formula_stops_only_itself() -> None:
    good, bad, also_good = parse_all(["a = b", "a = (b", "c = d"])
    assert isinstance(bad, ReadError)
    assert isinstance(good, Formula)
    assert isinstance(also_good, Formula)


def test_equality_ignores_positions_and_spacing() -> None:
    one, two = parse(r"x_i = \left( a + b \right)^2"), parse(r"x_{i}=(a+b)^{2}")
    assert one.statements == two.statements
    assert one.statements[0].chain.span != two.statements[0].chain.span


def test_a_text_keeps_its_formulas() -> None:
    [statement] = parse(r"x = 1 \quad \text{if $k \ne j$, and so on}").statements
    assert show(statement) == r'x = 1 IF k \ne j WORDS "if , and so on"k \ne j'


def test_a_joined_row_keeps_its_tags_and_labels() -> None:
    [statement] = parse(r"a &= b \label{one} \\ &= c \tag{2} \label{two}").statements
    assert (statement.labels, statement.tag) == (("one", "two"), "2")
    assert statement.chain == Chain((Name("a"), Name("b"), Name("c")), ("=", "="))
