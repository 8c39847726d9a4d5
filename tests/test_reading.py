"""Derivations read as a lecturer would want them: no line twice, every reason in full, each letter for one thing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from symderiv.derive import derive
from symderiv.derive.backprop import backprop
from symderiv.expr import Expr, Index, Mul, Num, Partial, Sum, children, free, own_forms, walk
from symderiv.load import goals, load_text
from symderiv.render import text
from symderiv.step import Claim, Definitions, Derivation, Remark, Route
from symderiv.verify import verify

DEEP = "\n\n".join(f"$$x_{n} = \\tanh(w_{n} x_{n - 1})$$" for n in range(1, 9)) + "\n\n$$E = \\frac12 (x_8 - t)^2$$"
SCALARS = """
$$a_1 = w_1 x_1 + b$$

$$h_1 = \\sigma(a_1)$$

$$a_2 = w_2 h_1 + b$$

$$E = \\frac12 (a_2 - t)^2$$
"""
IMAGE = """
$$y_{i,j} = \\sum_{a=1}^{A} \\sum_{b=1}^{B} k_{a,b} x_{i+a-1,j+b-1}$$ ($1 \\le i \\le P$, $1 \\le j \\le Q$)

$$E = \\frac12 \\sum_{i=1}^{P} \\sum_{j=1}^{Q} (y_{i,j} - t_{i,j})^2$$
"""
RESIDUAL = """
$$u_i = x_i + \\tanh\\Bigl(\\sum_{j=1}^{n} V_{ij} x_j\\Bigr)$$

$$y_i = u_i + \\tanh\\Bigl(\\sum_{j=1}^{n} W_{ij} u_j\\Bigr)$$

$$E = \\frac{1}{2} \\sum_{i=1}^n (y_i - t_i)^2$$
"""
LISTWISE = """
$$s_i = \\sum_{j=1}^p w_j x_{ij}$$

$$L = -\\sum_{i=1}^n y_i \\left(s_i - \\log \\sum_{k=1}^n \\exp(s_k)\\right)$$
"""
LOGISTIC = """
$$y_n = \\sigma\\left(\\sum_{d=1}^{D} w_d x_{nd} + b\\right)$$

$$E = -\\frac{1}{N} \\sum_{n=1}^{N} ( t_n \\ln y_n + (1 - t_n) \\ln (1 - y_n) ) + \\lambda \\sum_{d=1}^{D} w_d^2$$
"""
NORMED = """
$$a_i = \\sum_{j=1}^{n} w_{ij} x_j$$ ($1 \\le i \\le d$)

$$\\mu = \\frac{1}{d} \\sum_{i=1}^{d} a_i$$

$$v = \\frac{1}{d} \\sum_{i=1}^{d} (a_i - \\mu)^2$$

$$z_i = \\frac{a_i - \\mu}{\\sqrt{v + \\epsilon}}$$

$$E = \\frac12 \\sum_{i=1}^{d} (z_i - t_i)^2$$
"""
RECURRENT = """
$$h_i^{(t)} = \\tanh(\\sum_{j=1}^{H} U_{i,j} h_j^{(t-1)})$$ ($1 \\le t \\le T$, $1 \\le i \\le H$)

$$h_i^{(0)} = 0$$

$$E = \\frac{1}{2 T} \\sum_{t=1}^{T} \\sum_{i=1}^{H} (h_i^{(t)} - y_i^{(t)})^2 + \\sum_{t=1}^{T} \\lambda$$
"""
PAGES = {
    "logistic": LOGISTIC,
    "normed": NORMED,
    "recurrent": RECURRENT,
    "deep": DEEP,
    "scalars": SCALARS,
    "image": IMAGE,
    "residual": RESIDUAL,
    "listwise": LISTWISE,
}


def derived(page: str, wrt: str, route: Route | None = None) -> Derivation:
    system = load_text(PAGES[page])
    return derive(system, goals(system, wrt)[0], route)


def every(page: str) -> Iterator[Derivation]:
    """Both routes for every parameter, and all in one pass."""
    system = load_text(PAGES[page])
    for goal in goals(system):
        yield derive(system, goal, Route.BOTH)
    yield backprop(system)


def reused(e: Expr, around: frozenset[str] = frozenset()) -> bool:
    """Does a sum bind a letter that is bound or free around it?"""
    if isinstance(e, Sum):
        return e.letter.name in around or reused(e.body, around | {e.letter.name})
    mine = {s.name for form in own_forms(e) for s in form.letters()}
    return any(reused(c, around | mine) for c in children(e))


@pytest.mark.parametrize("page", PAGES)
def test_a_letter_means_one_thing_in_a_line(page: str) -> None:
    for derivation in every(page):
        for claim in derivation.claims:
            for member in claim.members:
                assert not reused(member, frozenset(s.name for s in free(member))), (page, claim)


def test_a_letter_used_twice_would_be_seen() -> None:
    system = load_text("$$E = \\sum_{i=1}^N x_i \\sum_{j=1}^N y_j$$")
    (piece,) = (p for p in system.pieces if p.variable == system.objective)
    assert isinstance(piece.body, Sum)
    inner = next(x for x in children(piece.body.body) if isinstance(x, Sum))
    assert not reused(piece.body)
    assert reused(Sum(inner.letter, inner.lowers, inner.uppers, inner))
    assert reused(inner, frozenset({inner.letter.name}))


@pytest.mark.parametrize("page", PAGES)
def test_every_claim_is_true(page: str) -> None:
    assert all(verify(derivation).passed for derivation in every(page))


@pytest.mark.parametrize("page", PAGES)
def test_no_line_stands_twice_in_a_row(page: str) -> None:
    for derivation in every(page):
        for a, b in zip(derivation.items, derivation.items[1:], strict=False):
            assert not (isinstance(a, Claim) and isinstance(b, Claim) and a.members == b.members)


def test_scalar_definitions_are_quoted() -> None:
    """Between the chain rule and the line that takes it up stand the definitions that it is about."""
    items = derived("scalars", "b").items
    at = next(n for n, i in enumerate(items) if isinstance(i, Definitions))
    assert isinstance(items[at - 1], Claim)
    quoted = [v.name for i in items if isinstance(i, Definitions) for v in i.variables]
    assert quoted == ["a_{1}", "h_{1}", "a_{2}"] or sorted(quoted) == sorted(set(quoted))


def test_both_indices_are_compared() -> None:
    said = text.render(derived("image", "k_{a,b}"))
    assert "for h ≠ a or l ≠ b, k_{h,l} does not depend on k_{a,b}" in said
    assert "または" in text.render(derived("image", "k_{a,b}"), "ja")


def test_terms_that_drop_out_and_sums_that_are_used_up_are_both_said() -> None:
    system = load_text("$$E = \\sum_{i=1}^N w_i x_i - b$$")
    remarks = text.render(derive(system, goals(system, "w_j")[0]))
    assert "b does not depend on w_j" in remarks
    assert "for i ≠ j, w_i does not depend on w_j" in remarks


def test_eight_layers_of_one_unit_are_written_out() -> None:
    derivation = derived("deep", "w_1")
    assert derivation.route is Route.EXPANDED
    assert not any(isinstance(i, Remark) for i in derivation.items)
    assert "(x_8 - t)" in text.render(derivation).split("Together")[1]


@pytest.mark.parametrize(
    ("wrt", "result"), [("w_a", "1/N * Σ_{n=1..N} (y_n - t_n) x_{na} + 2 λ w_a"), ("b", "1/N * Σ_{n=1..N} (y_n - t_n)")]
)
def test_what_cancels_is_gone(wrt: str, result: str) -> None:
    """The logistic unit: the error times the input."""
    assert text.render(derived("logistic", wrt)).rstrip().endswith(result)


def test_constants_stand_in_front_of_sums() -> None:
    for page in ("logistic", "normed", "recurrent"):
        for derivation in every(page):
            for claim in derivation.claims:
                for x in (
                    x for m in claim.members if not isinstance(m, Partial) for x in walk(m) if isinstance(x, Sum)
                ):
                    first = x.body.factors[0] if isinstance(x.body, Mul) else x.body
                    assert not isinstance(first, (Num, Index)), claim


def test_a_sum_over_nothing_is_counted() -> None:
    system = load_text(PAGES["recurrent"])
    assert "= T\n" in text.render(derive(system, goals(system, r"\lambda")[0]))


def test_a_difference_of_two_roots_is_no_product() -> None:
    said = text.render(derived("normed", "w_{a,b}"))
    assert "√(v + ε) √(v + ε)" not in said
    assert "2 * 1/d" not in said


def test_a_condition_is_not_said_again() -> None:
    """The cases of a line hold where that line does."""
    cases = [p for p in text.render(derived("recurrent", "U_{a,b}")).split("\n\n") if "t <= T" in p]
    assert not cases
    assert "(t < T)" in text.render(derived("recurrent", "U_{a,b}"))


TWO_LAYERS = """
$$a_i = \\sum_{j=1}^I w_{ij} x_j$$

$$h_i = f(a_i)$$ ($1 \\le i \\le H$)

$$y_k = \\sum_{i=1}^H v_{ki} h_i$$

$$z_k = f(y_k)$$ ($1 \\le k \\le K$)
"""


def test_parentheses_multiplied_out_are_no_step() -> None:
    said = text.render(backprop(load_text(TWO_LAYERS)))
    assert "(Σ_{k=1..K} δ^(y)_k v_{ki}) f'(a_i)\n" in said


def test_one_line_by_hand_is_compared_too() -> None:
    system = load_text("$$E = \\sum_{i=1}^N w_i x_i$$")
    derivation = derive(system, goals(system, "w_j")[0], Route.BOTH)
    assert derivation.route is Route.BOTH
    assert [i.caption for i in derivation.items if isinstance(i, Remark)] == ["backpropagation", "routes agree"]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "From w_1 to E the chain rule goes through too many"), ("ja", "w_1 から E まで")]
)
def test_why_a_deep_network_is_derived_backwards_is_said(lang: str, said: str) -> None:
    lines = [f"$$x_{{{n}}} = \\tanh(w_{{{n}}} x_{{{n - 1}}})$$" for n in range(1, 15)]
    system = load_text("\n\n".join([*lines, "$$E = (x_{14} - t)^2$$"]))
    derivation = derive(system, goals(system, "w_1")[0])
    assert said in text.render(derivation, lang)
    assert derivation.route is Route.BACKPROP
