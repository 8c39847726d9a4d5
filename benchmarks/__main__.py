"""Every benchmark's table: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import bench_derive


def main() -> None:
    """Print the tables, one after the other."""
    print("| what | median | rival | ratio | goal |")
    print("|---|---|---|---|---|")
    for row in bench_derive.rows():
        print(row)


if __name__ == "__main__":
    main()
