"""Networks as lecturers type them: each page loads, is shown, derives on every route, holds, and reads back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from test_write_read import undirected

from symderiv.cli import main
from symderiv.derive import derive
from symderiv.errors import ReadError
from symderiv.expr import Expr
from symderiv.latex.page import write_network
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.load import goals, load
from symderiv.network import complete
from symderiv.read import read_document, read_draft
from symderiv.step import Derivation, Route
from symderiv.system import System
from symderiv.verify import verify, with_names

FOLDER = Path(__file__).resolve().parent / "pages_networks"
PAGES = sorted(p.stem for p in FOLDER.glob("*.md"))
RECURSIONS = {
    "bidirectional",
    "elman",
    "euler_steps",
    "gated_recurrent_unit",
    "grid_recurrence",
    "japanese_layers",
    "jordan",
    "last_state",
    "layers_of_any_width",
    "lstm",
    "message_passing",
    "page_rank",
    "state_space",
}
"""Pages whose expanded route does not end."""


@cache
def network(page: str) -> System:
    return load(str(FOLDER / f"{page}.md"))


@cache
def derivations(page: str) -> tuple[Derivation, ...]:
    """Every goal by both routes, or by backpropagation where the expanded one does not end."""
    system = network(page)
    route = Route.BACKPROP if page in RECURSIONS else Route.BOTH
    return tuple(derive(system, goal, route) for goal in goals(system))


@pytest.mark.parametrize("page", PAGES)
def test_it_is_shown(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(FOLDER / f"{page}.md")]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    for variable in network(page).variables():
        assert variable.key[0] in shown.out or "\\" in variable.key


@pytest.mark.parametrize("page", PAGES)
def test_every_claim_holds(page: str) -> None:
    for found in derivations(page):
        report = verify(found)
        assert report.passed, [c.claim.left for c in report.claims if not c.passed]


@pytest.mark.parametrize("page", PAGES)
def test_the_routes_agree_or_the_expanded_one_does_not_end(page: str) -> None:
    for found in derivations(page):
        if page in RECURSIONS:
            assert derive(found.system, found.goal).route is Route.BACKPROP
        else:
            assert any(getattr(item, "caption", "") == "routes agree" for item in found.items)


@pytest.mark.parametrize("page", PAGES)
def test_the_network_reads_back(page: str) -> None:
    system = complete(read_draft(write_network(network(page))))
    assert complete(read_draft(write_network(system))) == system
    bodies = [p.body for p in network(page).pieces]
    assert [p.body for p in system.pieces] == bodies


@pytest.mark.parametrize("page", PAGES)
def test_every_line_reads_back(page: str) -> None:
    """What is written says what was derived: the same trees, claim by claim."""
    for found in derivations(page):
        system = with_names(found.system, found.names)
        style = style_of(system)
        for claim in found.claims:
            written = " = ".join(write(m, style) for m in claim.members)
            reading = read_document(f"$${written}$$", network=system)
            assert not reading.problems, written
            [line] = reading.claims
            assert list(map(undirected, values(line.members))) == list(map(undirected, claim.members)), written


def values(members: Sequence[Expr | ReadError]) -> Iterator[Expr]:
    """The members that could be read."""
    return (m for m in members if not isinstance(m, ReadError))
