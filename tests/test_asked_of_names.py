"""What is asked of names and scripts is remembered of all that are equal: no answer may depend on where they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from symderiv import read  # noqa: F401  (all ways of writing are there)
from symderiv.document import parse_document, read_formulas
from symderiv.latex.tree import Call, Formula, Name, Script, Tree
from symderiv.latex.walking import of_kind, rebuilt
from symderiv.resolve import asked
from symderiv.resolve.asked import in_turn, some, where
from symderiv.resolve.located import Located

PAGES = sorted((Path(__file__).parent / "pages_alone").glob("*.md"))


def elsewhere(x: Tree) -> Any:
    """An equal node, of which all is typed elsewhere and otherwise."""

    def otherwise(y: Any) -> Any:
        if isinstance(y, Script):
            entries = tuple(rebuilt(e, otherwise) for e in y.entries)
            return replace(y, entries=entries, wide=not y.wide, typed=y.typed or "_{#}(#)", span=(70, 90))
        if isinstance(y, Call):
            args, scripts = (tuple(rebuilt(e, otherwise) for e in es) for es in (y.args, y.scripts))
            return replace(y, args=args, scripts=scripts, closed=not y.closed, span=(50, 95))
        if isinstance(y, Name):
            return replace(y, scripts=tuple(otherwise(s) for s in y.scripts), span=(60, 95))
        return None

    return otherwise(x)


@pytest.mark.parametrize("page", PAGES[::40], ids=lambda p: p.stem)
def test_the_answer_is_that_of_all_equal_nodes(page: Path) -> None:
    assert set(asked._ABOUT) == {Call, Name, Script}
    formulas = [f for _, f in read_formulas(parse_document(page.read_text(encoding="utf-8"))) if isinstance(f, Formula)]
    for kind, questions in asked._ABOUT.items():
        for x in {y for f in formulas for y in of_kind(f, kind)}:
            other = elsewhere(x)
            assert other == x
            assert [q.test(x) for q in questions] == [q.test(other) for q in questions]


def test_a_question_that_comes_later_is_asked_too() -> None:
    [(_, formula)] = read_formulas(parse_document("$a_1' = b_1$"))
    assert isinstance(formula, Formula)
    [s] = formula.statements

    @some(Name)
    def has_primes(x: Name) -> bool:
        return x.primes > 0

    assert has_primes(s)

    @some(Name)
    def is_called_b(x: Name) -> bool:
        return x.base == "b"

    assert is_called_b(s)
    asked._EVERY[:] = asked._EVERY[:-2]
    asked._ABOUT[Name][:] = asked._ABOUT[Name][:-2]
    asked._TRUE_OF.clear()


def test_a_pass_is_given_what_it_takes() -> None:
    met: list[object] = []

    @where(lambda s: "<" in s.chain.relations)
    def with_orders(located: list[Located], blocks: list[str], words: str = "none") -> list[Located]:
        met.append((blocks, words))
        return located

    def with_all(located: list[Located], ranges: list[str]) -> list[Located]:
        met.append(ranges)
        return located

    page = read_formulas(parse_document("$a < b$"))
    run = in_turn((with_orders, with_all))
    run(page, blocks=["x"], ranges=["r"])
    run(page, blocks=["x"], ranges=["r"], words="told")
    assert met == [(["x"], "none"), ["r"], (["x"], "told"), ["r"]]


def test_a_formula_that_stands_several_times_is_read_once_for_each_place() -> None:
    text = "$$a = b$$ $$a = b$$ $$a = b$$"
    one, two = ([f for _, f in read_formulas(parse_document(text)) if isinstance(f, Formula)] for _ in range(2))
    assert [f.statements for f in one] == [f.statements for f in two]
    assert [f.statements[0] is g.statements[0] for f, g in zip(one, two, strict=True)] == [True] * 3
    assert len({id(f.statements[0]) for f in one}) == 3
