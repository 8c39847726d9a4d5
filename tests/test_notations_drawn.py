"""The same networks in ways of typing that are drawn at random: no line is judged falsely, and few are left open."""

from __future__ import annotations

import pytest

from benchmarks import bench_notations

FEWEST = {"memory": 0.5, "recurrent": 0.5, "attention": 0.9}
"""Shares of the lines that are judged as they are, for the seeds below; all of other networks."""
SEEDS = {"recurrent": range(100, 103), "memory": range(100, 103), "deep": range(100, 103), "attention": range(698, 701)}
SLOW = ("gated", "long memory")
"""Networks whose pages take longer than all others together."""
FEW_SEEDS = range(100, 102)


@pytest.mark.parametrize("network", [x for x in bench_notations.PAGES if x not in SLOW])
def test_no_notation_makes_a_line_false(network: str) -> None:
    found = bench_notations.counted(network, SEEDS.get(network, FEW_SEEDS))
    assert not found["false"]
    assert found["agree"] >= FEWEST.get(network, 1.0) * (found["agree"] + found["open"])


def test_false_verdicts_would_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def turned(network: str, seed: int) -> tuple[str, list[bool]]:
        text, truths = page(network, seed)
        return text, [not truth for truth in truths]

    page = bench_notations.PAGES["deep"]
    monkeypatch.setitem(bench_notations.PAGES, "deep", turned)
    found = bench_notations.counted("deep", range(100, 101))
    assert found["false"]
    assert not found["agree"]
