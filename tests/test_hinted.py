"""Pages without a hint at arrays are not searched for them: whole reading must then find nothing to rewrite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from symderiv import read
from symderiv.catalogue import names, page
from symderiv.latex.tree import Formula
from symderiv.resolve import prepared
from symderiv.resolve.layout import Located
from symderiv.resolve.shapes import Around, indices
from symderiv.resolve.stated import Stated

PAGES = [*sorted((Path(__file__).parent / "pages_alone").glob("*.md"))[::16], *(page(n) for n in names())]


def hints(text: str) -> bool:
    """Is a page searched for arrays?"""
    found: list[bool] = []
    kept = indices.hints_at_arrays

    def asked(stated: Sequence[Stated], declared: object) -> bool:
        found.append(kept(stated, declared))  # type: ignore[arg-type]
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indices, "hints_at_arrays", asked)
        read.read_document(text)
    return found[0]


def test_where_nothing_hints_at_arrays_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, hinted = indices.in_indices, indices.hints_at_arrays
    skipped = 0

    def compared(located: Sequence[Located], around: Around) -> list[Located]:
        nonlocal skipped
        answers: list[bool] = []

        def always(stated: Sequence[Stated], declared: object) -> bool:
            answers.append(hinted(stated, declared))  # type: ignore[arg-type]
            return True

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(indices, "hints_at_arrays", always)
            found = whole(located, around)
        if not all(answers):
            skipped += 1
            before = indices.declared_where_typed_out(located)
            formulas = [[f for _, f in part if isinstance(f, Formula)] for part in (found, before)]
            assert formulas[0] == formulas[1]
        return found

    monkeypatch.setattr(prepared, "in_indices", compared)
    for path in PAGES:
        read.read_document(path.read_text(encoding="utf-8"))
    assert 10 < skipped < len(PAGES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$y_i = \sum_{j=1}^{J} w_{i,j} x_j$ ($1 \le i \le I$)", False),
        (r"$y_i = \sum_{j=1}^{J} w_{i,j} x_j$ ($1 \le i \le I$) $$\frac{\partial E}{\partial y} = w^T x$$", True),
        (r"$y_i = \sum_{j=1}^{J} w_{i,j} x_j$ ($1 \le i \le I$) $$z = y$$", True),
        (r"$\mathbf{y} = \mathbf{x}$", True),
        (r"$E = \|x\|^2$, $x_i = u_i$ ($1 \le i \le I$)", True),
        (r"$y_i = W_{i,:} x$", True),
    ],
)
def test_what_hints_at_arrays(text: str, expected: bool) -> None:
    assert hints(text) == expected
