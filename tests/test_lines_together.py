r"""The lines of a page judged together and each alone: what stands beside a line may leave it open, never turn it.

A line alone stands below all that is not marked as judged on its page (`test_check_alone`), without the other lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from .judging import check
from .test_check_alone import EXPECTED

PAGES = Path(__file__).resolve().parent / "pages_alone"
NAMES = ("binary_mixture", "factorisation", "gates", "marks_behind_layers", "preferences", "ratings", "residual_block")
OPPOSITE = {"right": "wrong", "wrong": "right"}


def lines_of(text: str) -> list[range]:
    """The rows of each marked line, with its mark."""
    rows = text.split("\n")
    starts = [n for n, row in enumerate(rows) if EXPECTED.match(row)]
    return [range(n, next((k for k in range(n, len(rows)) if not rows[k].strip()), len(rows))) for n in starts]


def verdicts(text: str) -> dict[int, str]:
    """The verdict on each line of a page, by its row."""
    return {c.line: str(c.judgement) for c in check(text).claims}


def alone(text: str) -> Iterator[str]:
    """For each marked line the page without the others; empty rows stand for these."""
    rows, lines = text.split("\n"), lines_of(text)
    for line in lines:
        gone = {n for other in lines if other != line for n in other}
        yield "\n".join("" if n in gone else row for n, row in enumerate(rows))


def turned_round(text: str, judge: Callable[[str], Mapping[int, str]] = verdicts) -> list[int]:
    """The lines that are right together with the others and wrong alone, or wrong and right."""
    together = judge(text)
    pairs = [(line.start + 2, judge(page)) for line, page in zip(lines_of(text), alone(text), strict=True)]
    return [n for n, found in pairs if n in together and found.get(n) == OPPOSITE.get(together[n], "")]


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_turned_round_by_the_others(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert len(lines_of(text)) > 2
    assert turned_round(text) == []


def test_a_line_that_is_turned_round_would_be_noticed() -> None:
    text = (PAGES / f"{NAMES[0]}.md").read_text(encoding="utf-8")
    last = lines_of(text)[-1].start + 2

    def misled(page: str) -> dict[int, str]:
        found = verdicts(page)
        others = len(lines_of(page)) > 1
        return {n: OPPOSITE.get(v, v) if others and n == last else v for n, v in found.items()}

    assert turned_round(text, misled) == [last]
