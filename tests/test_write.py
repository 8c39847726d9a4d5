"""The LaTeX writer: what it writes, spelling by spelling, and that its parentheses are neither missing nor too many."""

from __future__ import annotations

from fractions import Fraction

import pytest
from networks import NETWORKS, E, I, J, call, net3, o1, o2, o3, tied_autoencoder, w, w2, x

from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain.constraint import Constraint, congruent, eq, ge, gt, interval, le, ne
from symderiv.expr import (
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.latex import scripts
from symderiv.latex.style import style_of
from symderiv.latex.write import write

a, b, c = (Variable(s)() for s in "abc")
xi, xj = x("i"), x("j")
half = num(Fraction(1, 2))
inner = total("h", 1, I + 1, mul(o2("h"), w2("k", "h")))


def at(name: str, *args: object) -> Affine:
    return affine(IntFn(name, tuple(affine(x) for x in args), f"{name}_{{#1}}"))  # type: ignore[arg-type]


NAMES = [
    (net3("j"), "net_j^{(3)}"),
    (w2("j", "i"), "w_{j,i}^{(2)}"),
    (w2("j", I + 1), "w_{j,I+1}^{(2)}"),
    (E(), "E"),
    (Variable("p_{#,#}", "p_{#1#2}")("i", "j"), "p_{ij}"),
    (Variable("p_{#,#}", "p_{#1#2}")(affine("i") + 1, "j"), "p_{i+1,j}"),
    (Variable("p_{#,#}", "p_{#1#2}")(1, 2), "p_{1,2}"),
    (Variable("p_{#,#}", "p_{#1#2}")("i", 2), "p_{i2}"),
    (Variable("h^{(#)}_{#}", "h_{#2}^{(#1)}")(affine("t") - 1, "j"), "h_j^{(t-1)}"),
    (Variable("h^{(#)}_{#}")("t", "j"), "h_j^{(t)}"),
    (Variable("u_{o,#}", "u_{o#1}")("j"), "u_{oj}"),
    (Variable("u_{o,#}", "u_{o,#1}")("j"), "u_{o,j}"),
    (Variable("u_{rec,#}", "u_{rec,#1}")(affine("j") - 1), "u_{rec,j-1}"),
    (Variable(r"\hat{y}_{#}", r"\hat{y}_{#1}")("k'"), r"\hat{y}_{k'}"),
    (Variable("x_{#}", "x_{#1}")(r"\ell"), r"x_{\ell}"),
    (Variable("X_{#}(#)", "X_{#1}(#2)")("i", affine("t") - 1), "X_i(t-1)"),
    (Variable("z_{#}", "z_{[#1]}")("i"), "z_{[i]}"),
    (Variable("W_{h,#,#}", "(W_h)_{#1#2}")("i", "j"), "(W_h)_{ij}"),
    (Variable("a^{(L)}_{#}", "a_{#1}^{(L)}")("i"), "a_i^{(L)}"),
    (x(at("c", "m")), "x_{c_m}"),
    (x(2 * affine("i") + "a" - 2), "x_{2i+a-2}"),
    (x(I - "i" + 1), "x_{I-i+1}"),
    (x(2 * affine("i")), r"x_{2 \cdot i}"),
]

FORMULAS = [
    (add(a, b, neg(c)), "a + b - c"),
    (add(neg(a), b), "-a + b"),
    (mul(num(-2), a, b), "-2 a b"),
    (add(a, mul(num(-2), b)), "a - 2 b"),
    (add(a, num(-1)), "a - 1"),
    (mul(a, add(b, c)), r"a \cdot (b + c)"),
    (mul(add(a, b), c), "(a + b) c"),
    (mul(num(2), add(a, b)), "2 (a + b)"),
    (neg(add(a, b)), "-(a + b)"),
    (add(a, neg(add(b, c))), "a - (b + c)"),
    (mul(half, a), r"\frac{1}{2} a"),
    (Div(a, add(b, c)), r"\frac{a}{b + c}"),
    (Pow(a, num(2)), "(a)^2"),
    (Pow(w2("j", "i"), num(2)), "(w_{j,i}^{(2)})^2"),
    (Pow(add(a, b), num(2)), "(a + b)^2"),
    (Pow(Pow(a, num(2)), num(3)), "((a)^2)^3"),
    (Pow(call("f", a), num(2)), "f(a)^2"),
    (Pow(Div(a, b), num(2)), r"\left(\frac{a}{b}\right)^2"),
    (Pow(a, half), r"\sqrt{a}"),
    (Pow(a, num(-1)), "(a)^{-1}"),
    (mul(num(2), Pow(num(3), a)), r"2 \cdot 3^a"),
    (mul(num(2), Index(affine("N")), a), "2 N a"),
    (mul(Index(affine("N")), add(a, b)), r"N \cdot (a + b)"),
    (Div(num(1), Index(affine("N"))), r"\frac{1}{N}"),
    (call("f", add(a, b)), "f(a + b)"),
    (Apply("f", (net3("k"),), (1,)), "f'(net_k^{(3)})"),
    (Apply("f", (a,), (2,)), "f''(a)"),
    (Apply("f_1", (a,), (1,)), "f_1'(a)"),
    (call("exp", xi), r"\exp(x_i)"),
    (call("sigma", Div(a, b)), r"\sigma\left(\frac{a}{b}\right)"),
    (call("abs", a), r"\lvert a \rvert"),
    (Apply("max", (num(0), a)), r"\max(0, a)"),
    (inner, r"\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)}"),
    (total("k", 1, J, neg(xi)), "\\sum_{k=1}^J (-x_i)"),
    (total("k", 1, J, add(a, b)), r"\sum_{k=1}^J (a + b)"),
    (total("k", 1, J, total("h", 0, "k", a)), r"\sum_{k=1}^J \sum_{h=0}^k a"),
    (mul(a, total("k", 1, J, x("k"))), r"a \sum_{k=1}^J x_k"),
    (mul(total("k", 1, J, x("k")), a), r"\left(\sum_{k=1}^J x_k\right) a"),
    (add(total("k", 1, J, x("k")), a), r"\sum_{k=1}^J x_k + a"),
    (add(total("k", 1, J, x("k")), x("k")), r"\left(\sum_{k=1}^J x_k\right) + x_k"),
    (add(neg(mul(a, total("k", 1, J, x("k")))), x("k")), r"-\left(a \sum_{k=1}^J x_k\right) + x_k"),
    (Partial(Partial(E(), w("k", "h")), w("j", "i")), r"\frac{\partial^2 E}{\partial w_{j,i} \partial w_{k,h}}"),
    (
        Partial(Partial(E(), w("k", "h"), direct=True), w("j", "i")),
        r"\frac{\partial (\frac{\partial^{+} E}{\partial w_{k,h}})}{\partial w_{j,i}}",
    ),
    (neg(total("k", 1, J, x("k"))), r"-\sum_{k=1}^J x_k"),
    (
        Sum(Sym("a"), (affine(1), affine("m") - "A" + 1), (affine("A"), affine("m")), xi),
        r"\sum_{a=\max(1, m-A+1)}^{\min(A, m)} x_i",
    ),
    (
        Sum(Sym("k"), (affine(1),), (affine("J"),), x("k"), (ne("k", "j"),)),
        r"\sum_{\substack{k=1 \\ k \neq j}}^J x_k",
    ),
    (
        Sum(Sym("i"), (affine(1),), (affine("N"),), xi, (ge(2 * affine("i"), "m"), le("m", affine("i") + 3))),
        r"\sum_{\substack{i=1 \\ 2i \ge m \\ i \ge m - 3}}^N x_i",
    ),
    (Partial(E(), w("j", "i")), r"\frac{\partial E}{\partial w_{j,i}}"),
    (Partial(E(), o3("k"), direct=True), r"\frac{\partial^{+} E}{\partial o_k^{(3)}}"),
    (
        Partial(inner, w("j", "i")),
        r"\frac{\partial (\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)})}{\partial w_{j,i}}",
    ),
    (
        Labelled(Partial(o2("i"), net3("i")), Apply("f", (net3("i"),), (1,))),
        r"\underbrace{\frac{\partial o_i^{(2)}}{\partial net_i^{(3)}}}_{f'(net_i^{(3)})}",
    ),
    (Bracket((eq("i", "j"),), delta=True), r"\delta_{i,j}"),
    (Bracket((eq("i", "j"),)), "[i = j]"),
    (total("k", 1, J, Bracket((eq("k", "j"),))), r"\sum_{k=1}^J [k = j]"),
    (Bracket((ge("i", 1), le("i", "I"), ne("i", "j"))), r"[1 \le i \le I, i \neq j]"),
    (
        Cases(((a, (eq("i", "j"),)), (b, ()))),
        r"\begin{cases} a & (i = j) \\ b & \text{otherwise} \end{cases}",
    ),
    (mul(Variable("net")(), a), r"net \cdot a"),
]

CONDITIONS: list[tuple[Constraint, str]] = [
    (gt("k", "j"), "j < k"),
    (gt("k", "I"), "k > I"),
    (ge("t", 2), r"t \ge 2"),
    (le("t", affine("T") - 1), "t < T"),
    (eq("k", I + 1), "k = I + 1"),
    (congruent("i", 1, 2), r"i \equiv 1 \pmod{2}"),
    (congruent(affine("i") + 1, "m", 3), r"i \equiv m + 2 \pmod{3}"),
    (ne("l", "L"), r"l \neq L"),
    (eq(2 * affine("i"), 3 * affine("j")), "2i = 3j"),
]


@pytest.mark.parametrize(("e", "latex"), NAMES, ids=[s for _, s in NAMES])
def test_names(e: Var, latex: str) -> None:
    assert write(e) == latex


@pytest.mark.parametrize(("e", "latex"), FORMULAS, ids=[s for _, s in FORMULAS])
def test_formulas(e: Expr, latex: str) -> None:
    assert write(e) == latex


@pytest.mark.parametrize(("c", "latex"), CONDITIONS, ids=[s for _, s in CONDITIONS])
def test_conditions(c: Constraint, latex: str) -> None:
    assert scripts.constraint(c) == latex


def test_conditions_are_said_of_the_letters_that_are_not_given() -> None:
    j, k = Sym("j"), Sym("k")
    assert scripts.constraint(eq("k", "j"), last=frozenset([j])) == "k = j"
    assert scripts.constraint(eq("k", "j"), last=frozenset([k])) == "j = k"
    assert scripts.constraint(eq("k", "j"), [k], frozenset([k])) == "k = j"
    ranges = interval("j", 1, "J") & interval("i", 1, "I")
    assert scripts.conditions(ranges.constraints, [Sym("i")]) == (r"1 \le i \le I", r"1 \le j \le J")


def test_spelling_never_changes_what_is_equal_but_is_kept() -> None:
    """Two variables that are equal may be spelled differently, each in its own way, whichever was written first."""
    with_commas, without = Variable("p_{#,#}", "p_{#1,#2}"), Variable("p_{#,#}", "p_{#1#2}")
    assert with_commas == without
    assert [write(v("i", "j")) for v in (with_commas, without, with_commas)] == ["p_{i,j}", "p_{ij}", "p_{i,j}"]


def test_within_a_network_writing_is_plainer() -> None:
    style = style_of(tied_autoencoder())
    leaf = Partial(E(), o3("k"), direct=True)
    assert write(leaf, style) == r"\frac{\partial E}{\partial o_k^{(3)}}"
    assert write(Partial(E(), o2("k"), direct=True), style) == r"\frac{\partial^{+} E}{\partial o_k^{(2)}}"
    assert write(mul(o2("i"), add(xi, xj)), style) == "o_i^{(2)} (x_i + x_j)"
    assert write(mul(o1("i"), add(xi, xj)), style_of(NETWORKS["siamese"]())) == r"o_i^{(1)} \cdot (x_i + x_j)"


def test_a_power_is_bare_only_where_it_cannot_be_a_name() -> None:
    r = Variable("r_{#}", "r_{#1}")
    assert write(Pow(r("i"), num(2)), style_of(NETWORKS["reconstruction_cost"]())) == "r_i^2"
    assert write(Pow(x("i"), num(2)), style_of(NETWORKS["reconstruction_cost"]())) == "x_i^2"
    assert write(Pow(x("i"), num(2))) == "(x_i)^2"
    assert write(Pow(x("i"), Index(affine("i"))), style_of(NETWORKS["reconstruction_cost"]())) == "(x_i)^i"


def test_the_last_state_of_a_recurrence_needs_no_plus() -> None:
    """Only the objective uses it; an earlier state is used by the next one as well."""
    system = NETWORKS["symbolic_depth"]()
    state = Variable("a^{(#)}_{#}")
    style = style_of(system)
    assert "+" not in write(Partial(E(), state("L", "i"), direct=True), style)
    assert "+" in write(Partial(E(), state("l", "i"), direct=True), style)


def test_deltas_become_brackets_where_delta_names_errors() -> None:
    from symderiv.latex.style import Style

    e = Bracket((eq("i", "j"),), delta=True)
    assert write(e, Style(kronecker=False)) == "[i = j]"


def test_a_dropped_parenthesis_would_be_seen() -> None:
    """Meta-test: formulas that differ by one pair of parentheses are written differently."""
    sums = total("k", 1, J, x("k"))
    assert len({write(e) for e in (mul(sums, a), total("k", 1, J, mul(x("k"), a)), mul(a, sums))}) == 3
    assert write(mul(add(a, b), c)) != write(add(a, mul(b, c)))
    assert write(neg(Pow(a, num(2)))) != write(Pow(neg(a), num(2)))


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_every_definition_of_every_network_has_balanced_brackets(name: str) -> None:
    for piece in NETWORKS[name]().pieces:
        if piece.body is not None:
            text = write(piece.body)
            for opening, closing in ("{}", "()", "[]"):
                assert text.count(opening) == text.count(closing)
            assert text.count(r"\left") == text.count(r"\right")
