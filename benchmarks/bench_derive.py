"""From a page's text to the printed derivation, against SymPy's own `.diff` of the same network.

Run as `python -m benchmarks.bench_derive`; ratios are within this run.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import sympy

import symderiv as sd
from benchmarks.measure import Row, median_ms
from symderiv.catalogue import page

PAGE = page("tied_autoencoder").read_text(encoding="utf-8")


def sympy_objective() -> tuple[sympy.Expr, sympy.Indexed]:
    """The tied autoencoder, inlined, as SymPy holds it: a sum of squared errors, sizes symbolic."""
    size_i, size_j = sympy.symbols("I J", integer=True, positive=True)
    i, j, k, h, l = sympy.symbols("i j k h l", integer=True)
    w, x, a, b, t = (sympy.IndexedBase(n) for n in ("w", "x", "a", "b", "t"))
    f = sympy.Function("f")
    hidden = f(sympy.Sum(w[l, h] * x[l], (l, 1, size_j)) - a[h])
    output = f(sympy.Sum(w[k, h] * hidden, (h, 1, size_i)) - b[k])
    return sympy.Sum((output - t[k]) ** 2 / 2, (k, 1, size_j)), w[j, i]


def derive_and_print() -> str:
    """Text in, every LaTeX line out."""
    return sd.read_network(PAGE).derive("w_{j,i}").latex(lang="ja")


def cold(command: list[str]) -> float:
    """Wall-clock milliseconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def stacked(layers: int) -> str:
    """`layers` layers that all use one square weight."""
    lines = [r"$$a_i^{(1)} = \sum_{j=1}^{N} w_{i,j} x_j \quad h_i^{(1)} = f(a_i^{(1)})$$ ( $1 \leq i \leq N$ )"]
    for n in range(2, layers + 1):
        lines.append(
            rf"$$a_i^{{({n})}} = \sum_{{j=1}}^{{N}} w_{{i,j}} h_j^{{({n - 1})}}"
            rf" \quad h_i^{{({n})}} = f(a_i^{{({n})}})$$ ( $1 \leq i \leq N$ )"
        )
    return "\n\n".join(lines)


def rows() -> Iterator[Row]:
    """All measurements."""
    objective, weight = sympy_objective()

    def differentiate() -> object:
        sympy.core.cache.clear_cache()
        return objective.diff(weight)

    sympy_ms = median_ms(differentiate, repeat=7)
    yield Row(
        "tied autoencoder, text to LaTeX", median_ms(derive_and_print), "SymPy .diff", sympy_ms, "50 ms, ratio 0.7"
    )
    yield Row(
        "tied autoencoder, loading with every check", median_ms(lambda: sd.read_network(PAGE).system), goal="30 ms"
    )
    eight = 0.0
    for layers in (2, 4, 8, 16, 32):
        system = sd.read_network(stacked(layers))
        ms = median_ms(lambda n=system: n.derive("w_{i,j}", route="backprop"), repeat=5)  # type: ignore[misc]
        length = len(system.derive("w_{i,j}", route="backprop").latex())
        eight = ms if layers == 8 else eight
        goal = {16: "100 ms", 32: f"5 x 8 layers = {5 * eight:.0f} ms"}.get(layers, "")
        yield Row(f"{layers} tied layers, backpropagated ({length} characters)", ms, goal=goal)
    ours = min(cold([sys.executable, "-m", "symderiv.cli", "derive", "tied_autoencoder"]) for _ in range(5))
    theirs = min(cold([sys.executable, "-c", "import sympy"]) for _ in range(5))
    yield Row("`symderiv derive` cold", ours, "import sympy", theirs, "ratio 2.5")


if __name__ == "__main__":
    for row in rows():
        print(row)
