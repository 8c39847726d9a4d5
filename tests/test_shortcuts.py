"""What is only looked for where a cheap sign of it stands: without the sign, a whole search has to find nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import pytest

from symderiv import read
from symderiv.bound_letters import by_depth
from symderiv.catalogue import names, page
from symderiv.check import follow, judge
from symderiv.check.known import symmetry_told
from symderiv.check.page import check
from symderiv.check.reasons import search
from symderiv.document import find
from symderiv.expr import Expr, Variable, total
from symderiv.latex.tree import Chain
from symderiv.normal import moves, prove
from symderiv.normal.factors import Terms
from symderiv.resolve import collect
from symderiv.resolve.integers import unequal
from symderiv.system import System
from symderiv.work import UNLIMITED, WORK, Memory

HERE = Path(__file__).parent
X = Variable("x_{#,#}")
PAGES = [*sorted((HERE / "pages_alone").glob("*.md")), *sorted((HERE / "pages_tex").glob("*.tex")), *map(page, names())]
TEXTS = [p.read_text(encoding="utf-8") for p in PAGES]
KINDS = (
    *("kernel function", "kernel ridge", "kernel matrix", "Kernel machine", "kernel regression", "kernel method"),
    *("Gram matrix", "positive definite", "positive-semidefinite", "covariance matrix", "Precision Matrix"),
    *("distance matrix", "affinity matrix", "adjacency matrix", "undirected", "カーネル行列", "カーネル関数"),
    *("正定値", "共分散行列"),
)
FOLLOWING = r"""
$$E = \frac{1}{2} \sum_{i=1}^{I} (y_i - t_i)^2 \quad y_i = \sum_{j=1}^{J} w_{i,j} x_j$$
$$\frac{\partial E}{\partial y_i} = y_i + t_i$$
$$\frac{\partial y_i}{\partial x_j} = 2 w_{i,j}$$
$$\frac{\partial E}{\partial w_{i,j}} = \frac{\partial E}{\partial y_i} x_j = (y_i + t_i) x_j$$
$$\frac{\partial E}{\partial x_j} = \sum_{i=1}^{I} \frac{\partial E}{\partial y_i} w_{i,j}
= \sum_{i=1}^{I} (y_i + t_i) w_{i,j}$$
"""
"""A page with two wrong lines, and two that follow from the first."""


def test_symmetry_is_told_of_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*TEXTS, *KINDS, "$A = A^T$", r"$A ^ {\top} = A$", r"$A = A^{\mathrm{T}}$", "A symmetric $A$"]
    found = [symmetry_told.told(text, System(())) for text in texts]
    assert all(symmetry_told.told(kind, System(())).kinds for kind in KINDS)
    monkeypatch.setattr(symmetry_told, "KINDS", ("",))
    monkeypatch.setattr(symmetry_told, "TRANSPOSED", re.compile(""))
    assert [symmetry_told.told(text, System(())) for text in texts] == found


def test_equations_that_equal_a_transpose_hold_its_sign() -> None:
    for text in ("A = A^T", r"A &= A ^\top", r"A^{ \intercal } = A", r"\hat{A} = \hat{A}^{\mathsf{T}}"):
        assert any(pattern.search(text) for pattern in symmetry_told.EQUALS_TRANSPOSE)
        assert symmetry_told.TRANSPOSED.search(text)


def test_code_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*TEXTS, "a `b` c", "~~~\nx\n~~~", "```\nx\n```", "<!-- x", "~~struck~~"]
    found = [[m[1:] for m in find.codes(text, latex=False)] for text in texts]
    monkeypatch.setattr(find, "MARKS", ("",))
    assert [[m[1:] for m in find.codes(text, latex=False)] for text in texts] == found


def test_letters_that_differ_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = set()

    def compared(equations: Sequence[Chain], given: frozenset[str]) -> frozenset[str]:
        loose = [frozenset(unequal.loose_letters(c.members[0])) for c in equations]
        pairs = {x for c, around in zip(equations, loose, strict=True) for x in unequal._pairs(c, around, given)}
        whole = frozenset(pairs - {x for c in equations for x in unequal._loose(c)})
        assert unequal.bound_by_differing(equations, given) == whole
        answers.add(bool(whole))
        return whole

    monkeypatch.setattr(collect, "bound_by_differing", compared)
    for text in (*TEXTS[::7], r"$$Z = \sum_{k \ne l} w_{kl}$$"):
        read.read_document(text)
    assert answers == {True, False}


def test_wrong_lines_are_found_by_what_they_are_about(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []
    quick = follow.Equations.at

    def compared(self: follow.Equations, e: Expr) -> Expr | None:
        found = quick(self, e)
        every = (q for about in self.by_head.values() for q in about)
        assert next((new for q in every if (new := q.at(e)) is not None), None) == found
        answers.append(found)
        return found

    monkeypatch.setattr(follow.Equations, "at", compared)
    report = check(FOLLOWING)
    assert sum(link.follows for c in report.claims for link in c.links) == 2
    assert any(answers)
    assert not all(answers)


RECURRENT = r"""
$$h_0 = 0 \quad h_t = \tanh(w h_{t-1} + u x_t)$$ ( $1 \le t \le T$ )
$$E = \frac{1}{2} \sum_{t=1}^{T} (h_t - y_t)^2$$
$$\frac{\partial E}{\partial w} = \sum_{t=1}^{T} \frac{\partial E}{\partial h_t} (1 - h_t^2) h_{t-1}$$
$$\frac{\partial E}{\partial u} = \sum_{t=1}^{T} \frac{\partial E}{\partial h_t} (1 - h_t^2) x_{t-1}$$
"""


def test_steps_of_a_recurrence_are_remembered_at_their_price(monkeypatch: pytest.MonkeyPatch) -> None:
    hits = []

    class Forgetful(Memory[Terms]):
        def recall(self, key: Hashable, find: Callable[[], Terms], lasting: object = None) -> Terms:
            hits.append(key in self.known)
            self.known[key] = ([], 0)
            return find()

    def judged() -> tuple[object, int]:
        judge.JUDGED.forget()
        search.FOUND.forget()
        prove.prover.cache_clear()
        with WORK.allowing(UNLIMITED):
            before = WORK.left
            return check(RECURRENT).data(), before - WORK.left

    found = judged()
    monkeypatch.setattr(moves, "Memory", Forgetful)
    assert judged() == found
    assert found[1] > 0
    assert any(hits)


def test_what_was_found_of_a_line_is_found_whatever_the_letters_of_its_sums() -> None:
    """Each student takes another letter; the free letters are the line's own, and none is captured."""
    network = r"$$y_i = \sum_{j=1}^{J} w_{ij} x_j \quad E = \sum_{i=1}^{I} y_i^2$$"
    line = r"$$\frac{\partial E}{\partial x_j} = \sum_{%s=1}^{I} 2 y_{%s} w_{%s j}$$"
    judge.JUDGED.forget()
    verdicts = [check(network + line % (x, x, y)).verdict for x, y in (("i", "i"), ("k", "k"), ("m", "m"), ("k", "1"))]
    assert verdicts == ["right", "right", "right", "wrong"]
    assert len(judge.JUDGED.known) == 2


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (total("k", 1, "K", X("k", "i")), total("h", 1, "K", X("h", "i")), True),
        (total("k", 1, "K", X("k", "i")), total("k", 1, "K", X("k", "k")), False),
        (total("k", 1, "K", X("k", "i")), total("i", 1, "K", X("i", "i")), False),
        (total("k", 1, "K", X("k", "i")), total("k", 1, "K", X("i", "k")), False),
        (
            total("k", 1, "K", total("h", 1, "k", X("k", "h"))),
            total("h", 1, "K", total("k", 1, "h", X("h", "k"))),
            True,
        ),
        (
            total("k", 1, "K", total("h", 1, "K", X("k", "h"))),
            total("k", 1, "K", total("h", 1, "K", X("h", "k"))),
            False,
        ),
        (
            total("k", 1, "K", total("k", 1, "K", X("k", "i"))),
            total("h", 1, "K", total("k", 1, "K", X("k", "i"))),
            True,
        ),
    ],
)
def test_sums_are_told_by_their_depth(one: Expr, two: Expr, same: bool) -> None:
    assert (by_depth(one) == by_depth(two)) is same
