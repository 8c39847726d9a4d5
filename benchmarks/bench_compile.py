"""Compiled gradients on the CPU, against hand-written NumPy, automatic differentiation and `sympy.lambdify`.

Run as `python -m benchmarks.bench_compile`. Ratios are within one run, the two sides measured in turns; memory is the
peak that `tracemalloc` sees. NumPy and PyTorch run on one thread (their thread pools disturb each other when they take
turns), JAX as it is. OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE are taken out of the environment first (both
together): they choose slow kernels. Parts that need torch or jax are left out where those are missing, and say so.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

SLOWING = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

if __name__ == "__main__" and os.environ.get(THREADS[0]) != "1":
    for variable in SLOWING:
        os.environ.pop(variable, None)
    os.environ.update(dict.fromkeys(THREADS, "1"))
    os.execv(sys.executable, [sys.executable, "-m", "benchmarks.bench_compile", *sys.argv[1:]])

import numpy as np  # noqa: E402

from benchmarks.pages import CONVOLUTION, RECURRENT, SOFTMAX_REGRESSION, TIED_AUTOENCODER  # noqa: E402
from symderiv.catalogue import names, page  # noqa: E402
from symderiv.compile import Compiled, compile_network  # noqa: E402
from symderiv.load import load_text  # noqa: E402

SIZES = ((8, 4, 1), (64, 32, 32), (784, 128, 256), (1024, 1024, 1024))
Work = Callable[[], object]


def medians(*works: Work, seconds: float = 2.0) -> list[float]:
    """Median milliseconds of each, measured in turns for so many seconds."""
    times: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times[0]) < 5:
        for one, work in zip(times, works, strict=True):
            start = time.perf_counter()
            work()
            one.append(time.perf_counter() - start)
    return [1000 * statistics.median(t) for t in times]


def peak(work: Work) -> int:
    """The most bytes that `work` holds at once."""
    work()
    tracemalloc.start()
    work()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


def row(*cells: object) -> None:
    """One line of a table."""
    print("| " + " | ".join(f"{c:.3g}" if isinstance(c, float) else str(c) for c in cells) + " |", flush=True)


def logistic(x: Any) -> Any:
    """As one writes it by hand."""
    return 1 / (1 + np.exp(-x))


def autoencoder_by_hand(w: Any, a: Any, b: Any, x: Any) -> tuple[Any, ...]:
    """Value and gradients of the tied autoencoder by w and the two thresholds."""
    hidden = logistic(x @ w - a)
    output = logistic(hidden @ w.T - b)
    error = output - x
    delta = error * output * (1 - output)
    below = (delta @ w) * hidden * (1 - hidden)
    return 0.5 * np.vdot(error, error), delta.T @ hidden + x.T @ below, -below.sum(0), -delta.sum(0)


def autoencoder_arrays(size: tuple[int, int, int]) -> dict[str, Any]:
    """Random float32 arguments."""
    rng = np.random.default_rng(0)
    j, i, n = size
    found = {
        "w": rng.standard_normal((j, i)) / j**0.5,
        "o1": rng.random((n, j)),
        "theta2": rng.standard_normal(i),
        "theta3": rng.standard_normal(j),
    }
    return {k: x.astype(np.float32) for k, x in found.items()}


def torch_autoencoder(given: dict[str, Any]) -> Work:
    """Value and gradients by PyTorch's autograd."""
    import torch

    x = torch.as_tensor(given["o1"])
    leaves = [torch.as_tensor(given[k]).requires_grad_() for k in ("w", "theta2", "theta3")]

    def work() -> object:
        w, a, b = leaves
        output = torch.sigmoid(torch.sigmoid(x @ w - a) @ w.T - b)
        return torch.autograd.grad(0.5 * ((output - x) ** 2).sum(), leaves)

    return work


def tied_autoencoder(seconds: float) -> None:
    """The table of the tied autoencoder."""
    made = compile_network(load_text(TIED_AUTOENCODER))
    print("\n### Tied autoencoder, float32: value and all gradients\n")
    row("J, I, batch", "compiled ms", "by hand ms", "ratio", "torch autograd ms", "torch / compiled", "goal")
    row(*["---"] * 7)
    for size in SIZES:
        given = autoencoder_arrays(size)
        hand = (given["w"], given["theta2"], given["theta3"], given["o1"])
        ours, by_hand = medians(partial(made, **given), partial(autoencoder_by_hand, *hand), seconds=seconds)
        shown: tuple[object, ...] = ("not installed", "")
        if importlib.util.find_spec("torch"):
            (by_torch,) = medians(torch_autoencoder(given), seconds=seconds)
            shown = (by_torch, by_torch / ours)
        row(size, ours, by_hand, ours / by_hand, *shown, "1.25" if size == SIZES[0] else "1.05")
    given = autoencoder_arrays(SIZES[-1])
    w, x = given["w"], given["o1"]
    ours, product = medians(lambda: made(**given), lambda: x @ w, seconds=seconds)
    print(f"\nfloat rate at {SIZES[-1]}: {5 * product / ours:.2f} of one A @ B (goal 0.80)")


def jax_autoencoder(seconds: float) -> None:
    """The emitted JAX module under `jit`, against `jit(value_and_grad)`."""
    if not importlib.util.find_spec("jax"):
        print("\njax is not installed: not measured")
        return
    import jax

    made = compile_network(load_text(TIED_AUTOENCODER), backend="jax")
    ours = jax.jit(made.run)
    order = [a.name for a in made.arguments]

    def forward(w: Any, a: Any, b: Any, x: Any) -> Any:
        output = jax.nn.sigmoid(jax.nn.sigmoid(x @ w - a) @ w.T - b)
        return 0.5 * ((output - x) ** 2).sum()

    theirs = jax.jit(jax.value_and_grad(forward, (0, 1, 2)))
    print("\n### The same under jax.jit, CPU\n")
    row("J, I, batch", "emitted ms", "jit(value_and_grad) ms", "ratio", "goal")
    row(*["---"] * 5)
    for size in SIZES:
        given = {k: jax.numpy.asarray(x) for k, x in autoencoder_arrays(size).items()}
        four = (given["w"], given["theta2"], given["theta3"], given["o1"])
        inputs = [given[name] for name in order]
        a, b = medians(
            lambda g=inputs: jax.block_until_ready(ours(*g)),  # type: ignore[misc]
            lambda f=four: jax.block_until_ready(theirs(*f)),  # type: ignore[misc]
            seconds=seconds,
        )
        row(size, a, b, a / b, "1.05")


def convolution_by_hand(k: Any, x: Any, t: Any) -> tuple[Any, ...]:
    """Value and gradients of a convolution with tanh and squared error."""
    o = np.tanh(np.convolve(x, k[::-1], "valid"))
    error = o - t
    delta = error * (1 - o * o)
    return 0.5 * (error @ error), np.convolve(x, delta[::-1], "valid"), np.convolve(delta, k)


def recurrent_by_hand(U: Any, W: Any, b: Any, x: Any, y: Any) -> tuple[Any, ...]:
    """Value and gradients of a recurrent net, backpropagated through time."""
    steps, width = y.shape
    h = np.zeros((steps + 1, width), x.dtype)
    inputs = x @ W.T + b
    for t in range(steps):
        h[t + 1] = np.tanh(inputs[t] + U @ h[t])
    error = h[1:] - y
    slope = 1 - h[1:] ** 2
    delta = np.empty_like(error)
    carried = np.zeros(width, x.dtype)
    for t in range(steps - 1, -1, -1):
        delta[t] = (error[t] + carried) * slope[t]
        carried = delta[t] @ U
    return 0.5 * np.vdot(error, error), delta.T @ x, delta.T @ h[:-1], delta.sum(0)


def softmax_by_hand(w: Any, b: Any, x: Any, t: Any) -> tuple[Any, ...]:
    """Value and gradients of softmax regression."""
    z = x @ w.T + b
    z -= z.max(1, keepdims=True)
    e = np.exp(z)
    total = e.sum(1, keepdims=True)
    delta = e / total - t
    return (t * (np.log(total) - z)).sum(), delta.T @ x, delta.sum(0)


def cases() -> list[tuple[str, Compiled, dict[str, Any], Work]]:
    """The other three: name, compiled function, its arguments, the work by hand."""
    rng = np.random.default_rng(1)
    found: list[tuple[str, Compiled, dict[str, Any], Work]] = []
    k, x, t = rng.standard_normal(64), rng.standard_normal(10_000), rng.standard_normal(10_000 - 63)
    made = compile_network(load_text(CONVOLUTION), ["k", "x"])
    found.append(
        ("convolution, 10,000 long, 64 taps", made, {"k": k, "x": x, "t": t}, lambda: convolution_by_hand(k, x, t))
    )
    W, U, b = rng.standard_normal((128, 128)) / 12, rng.standard_normal((128, 128)) / 12, rng.standard_normal(128)
    xs, ys = rng.standard_normal((512, 128)), rng.standard_normal((512, 128))
    made = compile_network(load_text(RECURRENT))
    given = {"U": U, "W": W, "b": b, "x": xs, "y": ys}
    found.append(("recurrent net, T = 512, width 128", made, given, lambda: recurrent_by_hand(U, W, b, xs, ys)))
    w, c, data = rng.standard_normal((10, 784)) / 28, rng.standard_normal(10), rng.standard_normal((512, 784))
    target = np.eye(10)[rng.integers(0, 10, 512)]
    made = compile_network(load_text(SOFTMAX_REGRESSION))
    given = {"w": w, "b": c, "x": data, "t": target}
    found.append(("softmax regression, 784 to 10, batch 512", made, given, lambda: softmax_by_hand(w, c, data, target)))
    return found


def others(seconds: float) -> None:
    """The table of the other networks: time and memory."""
    print("\n### Other networks, float64: value and all gradients\n")
    row("network", "compiled ms", "by hand ms", "ratio", "peak MB", "by hand MB", "ratio", "goal")
    row(*["---"] * 8)
    for name, made, given, hand in cases():
        told, right = made(**given), hand()
        assert np.allclose(told[0], right[0])  # type: ignore[index]
        assert all(np.allclose(a, b) for a, b in zip(told[1].values(), right[1:], strict=True))  # type: ignore[index]
        work = partial(made, **given)
        ours, by_hand = medians(work, hand, seconds=seconds)
        memory, hand_memory = peak(work), peak(hand)
        row(name, ours, by_hand, ours / by_hand, memory / 1e6, hand_memory / 1e6, memory / hand_memory, "1.2, 1.2")


def sympy_lambdify() -> None:
    """The gradient's formula as SymPy turns it into a function, at 64 x 32 and one example."""
    import sympy

    J, I = 64, 32
    j, i, k, l, m = sympy.symbols("j i k l m", integer=True)
    w, x, a, b = (sympy.IndexedBase(n) for n in ("w", "x", "a", "b"))

    def hidden(n: Any) -> Any:
        return 1 / (1 + sympy.exp(-(sympy.Sum(w[l, n] * x[l], (l, 0, J - 1)) - a[n])))

    def output(n: Any) -> Any:
        return 1 / (1 + sympy.exp(-(sympy.Sum(w[n, m] * hidden(m), (m, 0, I - 1)) - b[n])))

    def delta(n: Any) -> Any:
        return (output(n) - x[n]) * output(n) * (1 - output(n))

    below = sympy.Sum(delta(k) * w[k, i], (k, 0, J - 1)) * hidden(i) * (1 - hidden(i))
    entry = sympy.lambdify((w, x, a, b, j, i), delta(j) * hidden(i) + below * x[j], modules="numpy")
    given = {k: v[0] if k == "o1" else v for k, v in autoencoder_arrays((J, I, 1)).items()}
    four = (given["w"], given["o1"], given["theta2"], given["theta3"])
    start = time.perf_counter()
    value = entry(*four, 3, 5)
    one = time.perf_counter() - start
    made = compile_network(load_text(page("tied_autoencoder_squared_error").read_text(encoding="utf-8")), ["w"])
    whole = {**given, "t": given["o1"]}
    assert abs(made(**whole)[1]["w"][3, 5] - value) < 1e-4 * abs(value)
    (ours,) = medians(lambda: made(**whole), seconds=0.5)
    print("\n### sympy.lambdify of the same formula, 64 x 32, one example\n")
    print(f"{1000 * one:.0f} ms for one of {J * I} entries: {one * J * I:.0f} s for all (extrapolated)")
    print(f"compiled: {ours:.3f} ms, {1000 * one * J * I / ours:,.0f} times faster")
    print(f"{1000 * one / ours:,.0f} times faster than a single entry (goal for the whole: 1,000)")


def compiling() -> None:
    """How long it takes to compile each network of the catalogue, warm."""
    worst = (0.0, "")
    for name in names():
        system = load_text(page(name).read_text(encoding="utf-8"))
        compile_network(system)

        def work(system: Any = system) -> object:
            return compile_network(replace(system))  # another object: nothing is remembered of it

        try:
            worst = max(worst, (medians(work, seconds=0.2)[0], name))
        except Exception as e:
            print(f"{name}: {e}")
    print(f"\n### Compiling\n\nslowest page of the catalogue, warm: {worst[1]}, {worst[0]:.1f} ms (goal 200)")


def main() -> None:
    """All tables."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    tied_autoencoder(seconds)
    jax_autoencoder(seconds)
    others(seconds)
    sympy_lambdify()
    compiling()


if __name__ == "__main__":
    main()
