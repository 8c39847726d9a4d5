r"""Emitted modules as text: what an expert would write, run alone, and nothing of a user's text in the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from compile_pages import PAGES
from networks import NETWORKS, E, Net, call
from test_compile import PLAIN, module_of

from symderiv.affine import affine
from symderiv.catalogue import names, page
from symderiv.compile import (
    BACKENDS,
    CompileError,
    emit,
)
from symderiv.compile.load import load, verified
from symderiv.compile.names import comment, docstring, identifier
from symderiv.expr import Pow, Variable, num, total
from symderiv.load import load_text
from symderiv.system import Function, System


@pytest.mark.parametrize("backend", sorted(BACKENDS))
@pytest.mark.parametrize(
    "name", ["tied_autoencoder_squared_error", "recurrent", "convolution_stride_2", "multilayer_perceptron"]
)
def test_the_emitted_module_checks_itself(name: str, backend: str) -> None:
    module_of(backend)
    assert load(emit(NETWORKS[name](), backend=backend)).check_gradient() < 1e-6


def test_the_check_of_an_emitted_module_can_fail() -> None:
    source = emit(NETWORKS["tied_autoencoder_squared_error"]())
    assert "theta2_bar = -delta2" in source
    assert load(source.replace("theta2_bar = -delta2", "theta2_bar = delta2")).check_gradient() > 0.1


def test_the_check_calls_nothing_right_that_is_no_number() -> None:
    module = load(emit(NETWORKS["tied_autoencoder_squared_error"]()))
    broken = {**module.example(), "w": np.full((3, 4), np.nan)}
    with np.errstate(invalid="ignore"):
        assert not module.check_gradient(broken) < 1e-6


ALONE = """
import runpy, sys

sys.modules["symderiv"] = sys.modules["sympy"] = None  # what imports them fails
for file in sys.argv[1:]:
    runpy.run_path(file, run_name="__main__")
"""


@pytest.mark.parametrize("backend", sorted(BACKENDS))
def test_every_emitted_module_runs_as_a_script(backend: str, tmp_path: Any) -> None:
    """Each page of the catalogue, without this package; with nothing handed over, functions are tanh."""
    module_of(backend)
    files = []
    for name in names()[:: 3 if backend == "jax" else 1]:
        system = load_text(page(name).read_text(encoding="utf-8"))
        files.append(tmp_path / f"{name}.py")
        files[-1].write_text(emit(system, backend=backend), encoding="utf-8")
    done = subprocess.run([sys.executable, "-I", "-c", ALONE, *map(str, files)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("the gradient is right\n") == len(files)


@pytest.mark.parametrize("backend", sorted(BACKENDS))
def test_an_emitted_module_imports_only_its_backend(backend: str) -> None:
    for name in PLAIN:
        tree = ast.parse(emit(NETWORKS[name](), backend=backend))
        roots = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        roots |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert roots == {backend}


def body(source: str) -> list[str]:
    """The lines of `value_and_grad` that compute something."""
    text = source[source.index("def value_and_grad") : source.index("def example")]
    lines = [line.strip() for line in text.splitlines()]
    start = max(n for n, line in enumerate(lines) if line.startswith("complain("))
    return [line for line in lines[start + 1 :] if line and not line.startswith("#")]


def test_what_an_expert_would_write() -> None:
    assert body(emit(NETWORKS["tied_autoencoder_squared_error"](), ["w"])) == [
        "o2 = 1 / (1 + np.exp(theta2 - o1 @ w))",
        "o3 = 1 / (1 + np.exp(theta3 - o2 @ w.T))",
        "o3_bar = o3 - t",
        "E = 0.5 * (o3_bar @ o3_bar)",
        "delta3 = o3_bar * o3 * (1 - o3)",
        "delta2 = (delta3 @ w) * o2 * (1 - o2)",
        "w_bar = delta3[:, None] * o2 + delta2 * o1[:, None]",
        'return E, {"w": w_bar}',
    ]


def test_a_recurrence_loops_over_its_steps_only() -> None:
    lines = body(emit(NETWORKS["recurrent"]()))
    loops = [n for n, line in enumerate(lines) if line.startswith("for ")]
    assert [lines[n : n + 3] for n in loops] == [
        ["for t in range(1, T + 1):", "a[t - 1] += U @ h[t - 1]", "h[t] = np.tanh(a[t - 1])"],
        [
            "for t in range(T - 1, 0, -1):",
            "h_bar[t - 1] += delta[t] @ U",
            "delta[t - 1] = h_bar[t - 1] * delta_factor[t - 1]",
        ],
    ]
    assert "U_bar = delta.T @ h[:T]" in lines


def test_a_recurrence_is_a_scan_in_jax() -> None:
    lines = body(emit(NETWORKS["recurrent"](), backend="jax"))
    steps = [n for n, line in enumerate(lines) if line.startswith("def step")]
    assert [lines[n : n + 5] for n in steps] == [
        [
            "def step(h_before, a_t):",
            "a_t = a_t + U @ h_before",
            "h_t = jnp.tanh(a_t)",
            "return h_t, (a_t, h_t)",
            "_, (a, h_rows) = lax.scan(step, h[0], a)",
        ],
        [
            "def step(delta_before, rows):",
            "h_bar_t, delta_factor_t = rows",
            "h_bar_t = h_bar_t + delta_before @ U",
            "delta_t = h_bar_t * delta_factor_t",
            "return delta_t, (h_bar_t, delta_t)",
        ],
    ]
    call = " ".join(lines[steps[1] + 5 : steps[1] + 11])
    assert call.endswith("lax.scan( step, delta[T - 1], (h_bar[:T - 1], delta_factor[:T - 1]), reverse=True, )")


@pytest.mark.parametrize("name", ["gru", "lstm", "second_order_recurrence", "bidirectional", "forward_algorithm"])
def test_longer_recurrences_are_scans_in_jax(name: str) -> None:
    source = emit(load_text(PAGES[name]), backend="jax")
    assert "lax.scan" in source
    assert "fori_loop" not in source


def test_windows_are_swept_not_copied() -> None:
    lines = body(emit(NETWORKS["convolution_stride_1"]()))
    assert 'y = np.convolve(x, k[::-1], "valid")' in lines
    assert 'k_bar = np.convolve(x, delta[::-1], "valid")' in lines


HOSTILE = (
    r'\text{__import__("os").system("x")}',
    'a"""\nimport os\n"""',
    "b\nimport os",
    "c\\",
    "d{'}{__class__}",
    "lambda",
    "np",
    "é\u2028import os",
    "value_and_grad",
    "input",
    "eval",
    "complain",
)


@pytest.mark.parametrize("backend", sorted(BACKENDS))
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_a_users_text_becomes_code(name: str, backend: str) -> None:
    """As a variable's, a function's and a title's text: the code is that of harmless names, up to identifiers."""

    def network(text: str) -> System:
        net, w = Net("N"), Variable(text + "_{#}")
        i = ("i", 1, affine("N"))
        net.parameter(w("i"), i)
        net.node(E(), total("i", 1, "N", Pow(call(text, w("i")), num(2))))
        return replace(net.system(), functions=(Function(text),), title=text, objective=E)

    def code(text: str) -> list[str]:
        tree = verified(emit(network(text), backend=backend))
        return [type(n).__name__ for n in ast.walk(tree)]

    assert code(name) == code("u")
    strings = {n.value for n in ast.walk(verified(emit(network(name), backend=backend))) if isinstance(n, ast.Constant)}
    assert any(isinstance(s, str) and s == Variable(name + "_{#}").name for s in strings)


@pytest.mark.parametrize(
    "source", ["import os", "x = eval('1')", "(1).__class__", "from os import path", "__import__('os')"]
)
def test_a_source_that_does_more_is_refused(source: str) -> None:
    with pytest.raises(CompileError, match="must not use"):
        load(source)


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_tame(text: str) -> None:
    assert identifier(text).isidentifier()
    assert identifier(text).isascii()
    assert "\n" not in comment(text)
    assert ast.parse('r"""' + docstring(text) + '\n"""')
