"""The emitted gradient of the tied autoencoder on a GPU, beside hand-written and automatic ones.

Run from the root of a checkout on a machine with a CUDA GPU, Python 3.11 or newer, and torch (jax with CUDA as well, if
it is there; nothing else is needed, the package is read from the checkout):

    python benchmarks/bench_compile_gpu.py                     # 4096 x 4096, batch 4096, bfloat16 and float32
    python benchmarks/bench_compile_gpu.py --size 512 --device cpu --repeat 3     # a dry run without a GPU

Every row is the median time of one value-and-gradient, and its share: the time of the five matrix products alone (x w,
o w', delta w, delta' o, x' delta, in the same framework and type) over the time of the row; 1.00 cannot be beaten but
by joining products. float32 runs without TF32 (`--tf32` allows it). The emitted source stands in three variants that
differ in one line, how the two outer products of the tied weight are added up: `addmm` (into one accumulator),
`concatenate` (one product over a doubled contraction axis), `separate` (two products and a sum). About three minutes.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import types
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if "symderiv" not in sys.modules:  # the package's own modules only: no sympy, no rich
    bare = types.ModuleType("symderiv")
    bare.__path__ = [str(ROOT / "symderiv")]
    sys.modules["symderiv"] = bare

from benchmarks.pages import TIED_AUTOENCODER  # noqa: E402
from symderiv.compile.compiled import network_program  # noqa: E402
from symderiv.compile.load import load as load_source  # noqa: E402
from symderiv.compile.module import BACKENDS, printed  # noqa: E402
from symderiv.load import load_text  # noqa: E402

JOINED = {"addmm": "torch.addmm({0}, {1}, {2})", "concatenate": "concatenate", "separate": ""}
GOALS = {"bfloat16": 0.86, "float32": 0.98}


def emitted(backend: str, joined: str) -> Callable[..., Any]:
    """The emitted `value_and_grad`, its sum of outer products in one of three ways."""
    source = printed(network_program(load_text(TIED_AUTOENCODER)), replace(BACKENDS[backend], joined=joined))
    return load_source(source).value_and_grad  # type: ignore[no-any-return]


def medians(works: dict[str, Callable[[], Any]], wait: Callable[[Any], object], repeat: int) -> dict[str, float]:
    """Median milliseconds of each, measured in turns so that a change of clocks hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for name, work in list(works.items()):
        try:
            for _ in range(3):
                wait(work())
        except Exception as e:
            print(f"  {name}: {type(e).__name__}: {str(e).splitlines()[0][:150]}", flush=True)
            del works[name], times[name]
    for _ in range(repeat):
        for name, work in works.items():
            wait(work())
            start = time.perf_counter()
            for _ in range(5):
                last = work()
            wait(last)
            times[name].append((time.perf_counter() - start) / 5)
    return {name: 1000 * statistics.median(t) for name, t in times.items()}


def table(title: str, found: dict[str, float], goal: float) -> None:
    """Prints the rows with their shares."""
    alone = found["five products alone"]
    print(f"\n### {title} (the emitted source is to reach {goal})\n\n| what | ms | share |\n| --- | --- | --- |")
    for name, ms in found.items():
        print(f"| {name} | {ms:.3f} | {alone / ms:.3f} |")
    sys.stdout.flush()


def torch_rows(dtype: Any, size: int, device: str, repeat: int) -> dict[str, float]:
    """PyTorch: eager and under `torch.compile`."""
    import torch

    def normal(*shape: int) -> torch.Tensor:
        return (torch.randn(*shape, device=device) / size**0.5).to(dtype)

    w, x = normal(size, size), normal(size, size).abs()
    a, b = normal(size), normal(size)

    def forward(w: torch.Tensor, a: torch.Tensor, b: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        hidden = torch.sigmoid(x @ w - a)
        output = torch.sigmoid(hidden @ w.T - b)
        return 0.5 * ((output - x) ** 2).sum()

    def autograd() -> tuple[torch.Tensor, ...]:
        leaves = [t.detach().requires_grad_() for t in (w, a, b)]
        return torch.autograd.grad(forward(*leaves, x), leaves)

    compiled_forward = torch.compile(forward)

    def compiled_autograd() -> tuple[torch.Tensor, ...]:
        leaves = [t.detach().requires_grad_() for t in (w, a, b)]
        return torch.autograd.grad(compiled_forward(*leaves, x), leaves)

    def hand(w: torch.Tensor, a: torch.Tensor, b: torch.Tensor, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        hidden = torch.sigmoid(x @ w - a)
        output = torch.sigmoid(hidden @ w.T - b)
        error = output - x
        delta = error * output * (1 - output)
        below = (delta @ w) * hidden * (1 - hidden)
        return 0.5 * (error**2).sum(), delta.T @ hidden + x.T @ below, -below.sum(0), -delta.sum(0)

    def alone() -> list[torch.Tensor]:
        return [x @ w, x @ w.T, x @ w, x.T @ w, x.T @ w]

    compiled_hand = torch.compile(hand)
    works: dict[str, Callable[[], Any]] = {
        "five products alone": alone,
        "autograd": autograd,
        "autograd, torch.compile": compiled_autograd,
        "hand-written": lambda: hand(w, a, b, x),
        "hand-written, torch.compile": lambda: compiled_hand(w, a, b, x),
    }
    given = {"w": w, "theta2": a, "theta3": b, "o1": x}
    told = [g.double() for g in autograd()]
    for name, joined in JOINED.items():
        run = emitted("torch", joined)
        seen = [run(**given)[1][key].double() for key in ("w", r"\theta^{(2)}", r"\theta^{(3)}")]
        worst = max(float((s - t).norm() / t.norm()) for s, t in zip(seen, told, strict=True))
        print(f"  emitted, {name}: gradients differ from autograd's by {worst:.1e} (relative, 2-norm)", flush=True)
        compiled = torch.compile(run)
        works[f"emitted ({name})"] = lambda run=run: run(**given)  # type: ignore[misc]
        works[f"emitted ({name}), torch.compile"] = lambda run=compiled: run(**given)  # type: ignore[misc]
        if device == "cuda":
            tuned = torch.compile(run, mode="max-autotune-no-cudagraphs")
            works[f"emitted ({name}), torch.compile max-autotune"] = lambda run=tuned: run(**given)  # type: ignore[misc]
    return medians(works, (lambda _: torch.cuda.synchronize()) if device == "cuda" else (lambda _: None), repeat)


def jax_rows(kind: str, size: int, repeat: int, *, tf32: bool) -> dict[str, float]:
    """JAX under `jit`."""
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_default_matmul_precision", "default" if tf32 or kind == "bfloat16" else "highest")
    dtype = jnp.dtype(kind)
    keys = jax.random.split(jax.random.key(0), 4)
    w, x = ((jax.random.normal(k, (size, size)) / size**0.5).astype(dtype) for k in keys[:2])
    a, b = ((jax.random.normal(k, (size,)) / size**0.5).astype(dtype) for k in keys[2:])

    def forward(w: Any, a: Any, b: Any, x: Any) -> Any:
        hidden = jax.nn.sigmoid(x @ w - a)
        return 0.5 * ((jax.nn.sigmoid(hidden @ w.T - b) - x) ** 2).sum()

    alone = jax.jit(lambda w, x, y: (x @ w, y @ w.T, y @ w, x.T @ y, y.T @ x))
    by_jax = jax.jit(jax.value_and_grad(forward, (0, 1, 2)))
    y = x[::-1] + 0
    works: dict[str, Callable[[], Any]] = {
        "five products alone": lambda: alone(w, x, y),
        "jit(value_and_grad)": lambda: by_jax(w, a, b, x),
    }
    for name in ("separate", "concatenate"):
        run = jax.jit(emitted("jax", JOINED[name]))
        works[f"emitted ({name}), jit"] = lambda run=run: run(w=w, theta2=a, theta3=b, o1=x)  # type: ignore[misc]
    return medians(works, jax.block_until_ready, repeat)


def main() -> None:
    """Everything, framework by framework."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=4096)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--repeat", type=int, default=30)
    parser.add_argument("--tf32", action="store_true")
    parser.add_argument("--only", choices=("torch", "jax"))
    asked = parser.parse_args()
    if asked.only != "jax":
        import torch

        torch.backends.cuda.matmul.allow_tf32 = asked.tf32
        where = torch.cuda.get_device_name() if asked.device == "cuda" else "the CPU"
        print(f"torch {torch.__version__} on {where}; {asked.size} x {asked.size}, batch {asked.size}", flush=True)
        for kind in GOALS:
            found = torch_rows(getattr(torch, kind), asked.size, asked.device, asked.repeat)
            table(f"PyTorch, {kind}", found, GOALS[kind])
        if asked.device == "cuda":
            torch.cuda.empty_cache()
    if asked.only != "torch":
        try:
            import jax
        except ImportError:
            print("\njax is not installed: not measured")
            return
        if asked.device == "cuda" and jax.default_backend() != "gpu":
            print("\njax has no GPU here: not measured")
            return
        print(f"\njax {jax.__version__} on {jax.devices()[0].device_kind}")
        for kind in GOALS:
            table(f"JAX, {kind}", jax_rows(kind, asked.size, asked.repeat, tf32=asked.tf32), GOALS[kind])


if __name__ == "__main__":
    main()
