"""Every page of the catalogue loads and derives by both routes, every claim holds, what is printed is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from symderiv import catalogue
from symderiv.check.page import check
from symderiv.derive import derive
from symderiv.errors import UnknownName
from symderiv.expr import Partial, walk
from symderiv.load import goals, load
from symderiv.printed import printed
from symderiv.render import RENDERERS
from symderiv.serial import from_json
from symderiv.step import Judgement, Route
from symderiv.verify import verify

NAMES = catalogue.names()
PRINTED = Path(__file__).resolve().parent.parent / "derivations" / "printed"
ASKED = {
    "autoencoder",
    "convolution_stride_1",
    "convolution_stride_2",
    "multilayer_perceptron",
    "reconstruction_cost",
    "recurrent",
    "siamese",
    "softmax_cross_entropy",
    "stacked_tied_autoencoder",
    "tied_autoencoder",
    "tied_autoencoder_squared_error",
    "tied_embedding",
    "weight_used_three_times",
}


def test_the_catalogue_is_complete() -> None:
    assert set(NAMES) >= ASKED


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("route", [None, Route.BACKPROP])
def test_every_claim_of_every_page_holds(name: str, route: Route | None) -> None:
    system = load(name)
    for goal in goals(system):
        report = verify(derive(system, goal, route), draws=3)
        assert report.passed, [c.claim for c in report.claims if not c.passed]
        assert report.error < 1e-12
        assert len(report.draws) >= 3
        for draw in report.draws[-1:]:
            values = [n for _, n in draw]
            assert len(set(values)) == len(values)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"recurrent"}))
def test_the_two_routes_agree(name: str) -> None:
    """Where both routes end, `both` closes with the remark that they are proved equal for all sizes."""
    system = load(name)
    for goal in goals(system):
        both = derive(system, goal, Route.BOTH)
        assert getattr(both.items[-1], "caption", "") == "routes agree", goal


@pytest.mark.parametrize("name", NAMES)
def test_results_are_free_of_open_derivatives(name: str) -> None:
    """What is left in a result are direct derivatives of a generic objective, or named deltas."""
    system = load(name)
    for goal in goals(system):
        found = derive(system, goal)
        left = [e for e in walk(found.result) if isinstance(e, Partial) and not e.direct]
        assert not left or system.generic, left


@pytest.mark.parametrize("name", NAMES)
def test_json_reads_back(name: str) -> None:
    system = load(name)
    for goal in goals(system):
        found = derive(system, goal)
        assert from_json(RENDERERS["json"](found, "ja")) == found


def test_printed_derivations_are_up_to_date() -> None:
    wanted = dict(printed())
    there = {p.name: p.read_text(encoding="utf-8") for p in PRINTED.glob("*.md")}
    assert there.keys() == wanted.keys()
    stale = [n for n in wanted if wanted[n] != there[n]]
    assert not stale, "run `make printed`"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_printed_is_judged_right(name: str, lang: str) -> None:
    """The two halves hold each other: the printed derivation, read back as a page of a student's, is right."""
    system = load(name)
    for goal in goals(system):
        text = RENDERERS["markdown"](derive(system, goal), lang)
        report = check(text, network=system)
        wrong = [c for c in report.claims if c.counted is not Judgement.RIGHT]
        assert report.claims
        assert not wrong, wrong[0]


def test_an_unknown_page_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="tied_autoencoder"):
        catalogue.page("tide_autoencoder")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["markdown", "document"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_printed_page_stands_alone(name: str, form: str, lang: str) -> None:
    """Definitions, ranges and assumptions are on the page: it is judged right without its network."""
    system = load(name)
    for goal in goals(system):
        report = check(RENDERERS[form](derive(system, goal), lang))
        wrong = [c for c in report.claims if c.counted is not Judgement.RIGHT]
        assert report.claims
        assert not wrong, wrong[0]
        assert not report.problem


def test_without_its_assumption_a_printed_page_is_open() -> None:
    text = RENDERERS["markdown"](derive(load("softmax_cross_entropy"), goals(load("softmax_cross_entropy"))[0]), "en")
    kept = [row for row in text.splitlines() if "assumed" not in row]
    assert len(kept) == len(text.splitlines()) - 1
    assert check("\n".join(kept)).verdict == "unproved"
