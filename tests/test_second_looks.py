"""What the table of second looks says of each of them, asked of pages: what it may change, and on which pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from symderiv.check import lines, second_looks
from symderiv.check.link import Link
from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.second_looks import LOOKS, Context, Look, looks_on
from symderiv.load import load
from symderiv.step import Judgement, Verdict

HERE = Path(__file__).resolve().parent
ALONE = sorted((HERE / "pages_alone").glob("*.md"))[::60]
GIVEN = sorted((HERE / "pages").glob("*.md"))[::3]
NETWORK = HERE / "pages" / "networks" / "two_layers.md"
REDEFINED = HERE / "pages" / "redefined.md"


def changed(looks: Iterable[Look], link: Link, verdict: Verdict, page: Context) -> Iterator[Look]:
    """The looks that change a verdict of which they say that they do not, or on a page that they say has nothing."""
    for look in looks:
        here = look.on is None or look.on(page)
        for judgement in Judgement:
            if not here or judgement not in look.of:
                asked = replace(verdict, judgement=judgement)
                if look.ask(link, asked, page) != asked:
                    yield look


def faults(path: Path, looks: Iterable[Look], monkeypatch: pytest.MonkeyPatch) -> set[Look]:
    """The looks of which a page shows that the table says too little."""
    found: set[Look] = set()
    again = second_looks.looked_at_again

    def asked(of: Iterable[Look], link: Link, verdict: Verdict, page: Context) -> Verdict:
        assert {*of} <= {*looks_on(page)}
        found.update(changed(looks, link, verdict, page))
        return again(of, link, verdict, page)

    network = None if path in ALONE else load(str(NETWORK))
    with monkeypatch.context() as patched:
        patched.setattr(lines, "looked_at_again", asked)
        assert check(path.read_text(encoding="utf-8"), network=network, options=Options(reasons=False)).claims
    return found


@pytest.mark.parametrize("path", [*ALONE, *GIVEN], ids=lambda p: p.stem)
def test_looks_change_no_more_than_they_say(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not faults(path, LOOKS, monkeypatch)


def test_a_look_that_said_too_little_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    open_ = Verdict(Judgement.UNPROVED)
    of_right = Look((Judgement.RIGHT,), lambda x, v, p: open_ if v.judgement is Judgement.WRONG else v)
    nowhere = Look(tuple(Judgement), lambda x, v, p: open_, on=lambda p: False)
    sound = Look((Judgement.WRONG,), lambda x, v, p: open_ if v.judgement is Judgement.WRONG else v)
    assert faults(REDEFINED, [of_right, nowhere, sound], monkeypatch) == {of_right, nowhere}


def test_some_looks_are_left_out_on_a_plain_page(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[Look] = set()
    again = second_looks.looked_at_again

    def seen(of: Iterable[Look], link: Link, verdict: Verdict, page: Context) -> Verdict:
        asked.update(of)
        return again(of, link, verdict, page)

    monkeypatch.setattr(lines, "looked_at_again", seen)
    check("$$E = \\sum_{i=1}^N w_i^2$$ $$\\frac{\\partial E}{\\partial w_i} = 2 w_i$$")
    assert 0 < len(asked) < len(set(LOOKS))


def test_lines_that_nothing_defines_are_asked_the_last_looks() -> None:
    typed = [look.typed for look in LOOKS]
    assert typed == sorted(typed)
