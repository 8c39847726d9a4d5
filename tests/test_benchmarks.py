"""Benchmarks start: each can be imported by name, and what they time afresh forgets what was remembered."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
NAMES = (
    "bench_derive",
    "bench_adjoint",
    "bench_normal",
    "bench_domain",
    "bench_check",
    "bench_long_pages",
    "fuzz_networks",
    "pages",
)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_imported_by_name(name: str) -> None:
    importlib.import_module(f"benchmarks.{name}")


def test_afresh_forgets() -> None:
    from benchmarks.bench_adjoint import afresh
    from symderiv.calculus.flow import flow
    from symderiv.catalogue import page
    from symderiv.load import load_text

    system = load_text(page("siamese").read_text(encoding="utf-8"))
    before = flow(system)
    assert flow(system) is before
    assert afresh(lambda: flow(system))() is not before
