"""Formulas that stood on another page are not parsed again: what is read has to be the same, to the last position."""

from __future__ import annotations

import gc
from collections.abc import Hashable, Iterator
from pathlib import Path

import pytest

from symderiv.affine import _LETTERS
from symderiv.catalogue import names, page
from symderiv.check.page import check
from symderiv.document import parse_document, read_formulas
from symderiv.latex import parse
from symderiv.latex.tree import Formula, walk
from symderiv.memo import Latest

HERE = Path(__file__).parent
PAGES = [*sorted((HERE / "pages_alone").glob("*.md")), *sorted((HERE / "pages_tex").glob("*.tex")), *map(page, names())]


def texts() -> Iterator[str]:
    yield from (p.read_text(encoding="utf-8") for p in PAGES)
    # the same formulas elsewhere, behind a name of several letters, a macro, and twice on a page
    yield "so $net_k = 1$ and\n\n$$ab = net_k$$ $$x = c \\quad \\text{since $a = b$ holds}$$"
    yield "so $a = 1$, $b = 2$, hence $ab = 1$; $$ab = net_k$$ $$ab = net_k$$ $$x = c \\quad \\text{since $a = b$}$$"
    yield "\\newcommand{\\d}{\\partial}\n$$\\frac{\\d E}{\\d w}$$ $$\\d x$$"
    yield "\\newcommand{\\d}{\\delta}\n$$\\frac{\\d E}{\\d w}$$ $$\\d x$$"


def shown(text: str) -> list[str]:
    """All that is read of a page, positions included."""
    return [repr(f) for _, f in read_formulas(parse_document(text))]


class Counted(Latest[Formula]):
    """A memory that counts how often it is asked, and how often it knows."""

    asked = known = 0

    def get(self, key: Hashable) -> Formula | None:
        found = super().get(key)
        self.asked += 1
        self.known += found is not None
        return found


def test_what_is_remembered_is_what_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    alone, every = [], [*texts()]
    some = [*every[:-4:9], *every[-4:]]  # those by hand, and a ninth of the pages
    for text in some:
        parse.PARSED.forget()
        parse.PREPARED.forget()
        alone.append(shown(text))
    memory = Counted(30_000)
    monkeypatch.setattr(parse, "PARSED", memory)
    for _ in range(2):
        assert [shown(text) for text in some] == alone
    assert 4 * memory.known > memory.asked  # first by what is around it, then by its tokens


def test_each_formula_of_a_page_has_a_tree_of_its_own() -> None:
    for _ in range(2):
        located = read_formulas(parse_document(r"$$a = b$$ $$a = b$$ $$x = c \quad \text{since $a = b$ holds}$$"))
        formulas = [f for _, f in located if isinstance(f, Formula)]
        trees = [set(map(id, walk(f))) for f in formulas]
        assert [len(f.asides) for f in formulas] == [0, 0, 1]
        assert len(set.union(*trees)) == sum(map(len, trees))


def test_letters_of_a_proof_go_with_it() -> None:
    text = (HERE / "pages_alone" / "gates.md").read_text(encoding="utf-8")
    check(text)
    assert not [name for name in _LETTERS if name[0] == "~" and name[1:].isdigit()]


def test_a_page_leaves_garbage_to_be_found_as_before() -> None:
    before = gc.get_threshold()
    check("$$E = w^2$$ $$dE/dw = 2 w$$")
    assert gc.get_threshold() == before
