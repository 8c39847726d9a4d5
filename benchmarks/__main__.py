"""The benchmarks that take a minute: `python -m benchmarks`. The others are run by name (see their docstrings)."""

from __future__ import annotations

from benchmarks import bench_derive

OTHERS = (
    "bench_domain",
    "bench_adjoint",
    "bench_normal",
    "bench_check",
    "bench_long_pages",
    "bench_reasons",
    "bench_notations",
    "bench_compile",
    "soundness",
)


def main() -> None:
    """Print the table of the README, then what else there is."""
    print("| what | median | rival | ratio | goal |")
    print("|---|---|---|---|---|")
    for row in bench_derive.rows():
        print(row)
    print("\nand: " + ", ".join(f"python -m benchmarks.{name}" for name in OTHERS))


if __name__ == "__main__":
    main()
