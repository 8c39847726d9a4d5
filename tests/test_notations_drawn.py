"""The same networks in ways of typing that are drawn at random: no line is judged falsely, and few are left open."""

from __future__ import annotations

import pytest

from benchmarks import bench_notations

FEWEST = {"deep": 1.0, "memory": 0.5, "recurrent": 0.5, "attention": 0.9, "question": 1, "normalised": 1}
"""Shares of the lines that are judged as they are, for the seeds below."""
SEEDS = range(100, 105)


@pytest.mark.parametrize("network", list(FEWEST))
def test_no_notation_makes_a_line_false(network: str) -> None:
    found = bench_notations.counted(network, SEEDS)
    assert not found["false"]
    assert found["agree"] >= FEWEST[network] * (found["agree"] + found["open"])


def test_false_verdicts_would_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def turned(network: str, seed: int) -> tuple[str, list[bool]]:
        text, truths = page(network, seed)
        return text, [not truth for truth in truths]

    page = bench_notations.page
    monkeypatch.setattr(bench_notations, "page", turned)
    found = bench_notations.counted("deep", range(100, 101))
    assert found["false"]
    assert not found["agree"]
