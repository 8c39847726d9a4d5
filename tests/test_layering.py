"""Imports go downward only: the modules of the package form an order without circles, and none hides in a function."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import symderiv
from symderiv.cli import BACKENDS, COMMANDS, FORMATS
from symderiv.compile.module import BACKENDS as DIALECTS
from symderiv.render import RENDERERS

ROOT = Path(__file__).resolve().parent.parent / "symderiv"
MODULES = {".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in ROOT.rglob("*.py")}
HEAVY = {"sympy", "numpy", "mpmath", "rich", "jax", "torch"}


def imports(path: Path, name: str, *, nested: bool) -> set[str]:
    """Modules of the package that a file imports, at its top or (nested) inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(n) for n in tree.body} | {id(m) for n in tree.body if isinstance(n, ast.If) for m in n.body}
    found: set[str] = set()
    for n in ast.walk(tree):
        if isinstance(n, ast.ImportFrom) and n.level and (id(n) in top) != nested:
            base = name.split(".")
            package = base[: len(base) - n.level]
            stem = [*package, *(n.module.split(".") if n.module else [])]
            for a in n.names:
                full = ".".join([*stem, a.name])
                for candidate in (full, f"{full}.__init__", ".".join(stem), ".".join([*stem, "__init__"])):
                    if candidate in MODULES:
                        found.add(candidate)
                        break
    return found


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """Some circle of imports, or nothing."""
    state: dict[str, int] = {}
    stack: list[str] = []

    def visit(n: str) -> list[str]:
        state[n] = 1
        stack.append(n)
        for m in sorted(graph.get(n, ())):
            if state.get(m) == 1:
                return [*stack[stack.index(m) :], m]
            if m not in state and (found := visit(m)):
                return found
        stack.pop()
        state[n] = 2
        return []

    for n in sorted(graph):
        if n not in state and (found := visit(n)):
            return found
    return []


def test_no_circles() -> None:
    graph = {n: imports(p, n, nested=False) for n, p in MODULES.items()}
    assert sum(map(len, graph.values())) > 20
    assert cycle(graph) == []


def test_a_circle_would_be_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_import_hides_in_a_function(name: str) -> None:
    assert imports(MODULES[name], name, nested=True) == set()


FORBIDDEN = {
    "normal": {"evaluate", "derive"},
    "evaluate": {"normal", "derive", "calculus", "check"},
    "derive": {"cli", "render", "check"},
    "expr": {"evaluate", "normal", "network"},
}


@pytest.mark.parametrize("top", sorted(FORBIDDEN))
def test_what_must_not_know_each_other(top: str) -> None:
    for name, path in MODULES.items():
        if name.split(".")[0] == top:
            reached = {m.split(".")[0] for m in imports(path, name, nested=False)}
            assert not reached & FORBIDDEN[top], name


WAYS = ("words", "arrays", "gradients", "arguments", "sums", "indices", "probabilities", "names")
"""The groups of ways of writing: each may import from those before it, and from the top of their package."""


@pytest.mark.parametrize("group", WAYS)
def test_ways_of_writing_import_downward(group: str) -> None:
    own = f"resolve.prepared.{group}."
    known = {f"resolve.prepared.{g}" for g in WAYS[: WAYS.index(group) + 1]}
    members = {n for n in MODULES if n.startswith(own)}
    assert len(members) > 1
    for name in members:
        reached = {m for m in imports(MODULES[name], name, nested=False) if m.startswith("resolve.prepared.")}
        assert {m for m in reached if m.count(".") > 2 and m.rpartition(".")[0] not in known} == set(), name


GROUPS = {
    "check": (
        *("words", "telling", "known", "cases", "reserved", "completion", "ambiguities", "looks", "reasons", "workers"),
    ),
    "resolve": (
        *("spelled", "told", "integers", "ranges", "sizes", "layers", "functions", "arrays", "comparisons"),
        "definitions",
    ),
}
"""The groups of a package in their order: each may import from those before it, and from the top of the package."""


def upward(package: str, groups: tuple[str, ...]) -> set[tuple[str, str]]:
    """Imports of a module in a group from a later one."""
    place = {f"{package}.{g}": n for n, g in enumerate(groups)}
    return {
        (name, reached)
        for name, path in MODULES.items()
        if (own := place.get(name.rpartition(".")[0])) is not None
        for reached in imports(path, name, nested=False)
        if place.get(reached.rpartition(".")[0], -1) > own
    }


@pytest.mark.parametrize("package", sorted(GROUPS))
def test_groups_import_downward(package: str) -> None:
    assert upward(package, GROUPS[package]) == set()


def test_an_import_from_a_later_group_would_be_found() -> None:
    assert upward("check", GROUPS["check"][::-1]) != set()


def test_every_group_has_its_place() -> None:
    for package, known in (("check", ()), ("resolve", ("prepared", "shapes", "states"))):
        there = {p.parent.name for p in (ROOT / package).glob("*/__init__.py")}
        assert there - set(known) == set(GROUPS[package])


def test_every_way_of_writing_is_in_a_group() -> None:
    groups = {n.split(".")[2] for n in MODULES if n.startswith("resolve.prepared.") and n.count(".") > 2}
    assert groups == set(WAYS)


def test_the_oracle_shares_no_code_with_the_rules() -> None:
    """Everything that `evaluate` reaches, however indirectly, is below the rules."""
    graph = {n: imports(p, n, nested=False) for n, p in MODULES.items()}
    todo = [n for n in graph if n.split(".")[0] == "evaluate"]
    assert todo
    seen: set[str] = set()
    while todo:
        n = todo.pop()
        if n not in seen:
            seen.add(n)
            todo.extend(graph[n])
    assert not {n.split(".")[0] for n in seen} & {"normal", "derive", "calculus"}


CODE = {"eval", "exec", "sympify", "parse_expr", "compile", "S"}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_nothing_is_evaluated_as_code(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    called = {
        n.func.id if isinstance(n.func, ast.Name) else n.func.attr
        for n in ast.walk(tree)
        if isinstance(n, ast.Call) and isinstance(n.func, (ast.Name, ast.Attribute))
        if not (isinstance(n.func, ast.Attribute) and isinstance(n.func.value, ast.Name) and n.func.value.id == "re")
    }
    allowed = {"exec"} if name == "compile.load" else set()  # why that one is safe is said there
    assert not called & (CODE - {"compile"} - allowed)
    assert "builtins" not in called


def test_the_command_line_starts_without_heavy_modules() -> None:
    """None of the heavy third-party modules is imported at the top of a module that the command line loads."""
    graph = {n: imports(p, n, nested=False) for n, p in MODULES.items()}
    todo, seen = ["cli", *sorted({module.removeprefix("symderiv.") for module, _ in COMMANDS.values()})], set()
    while todo:
        n = todo.pop()
        if n in seen:
            continue
        seen.add(n)
        todo.extend(graph[n])
        for node in ast.parse(MODULES[n].read_text(encoding="utf-8")).body:
            roots = set()
            if isinstance(node, ast.Import):
                roots = {a.name.split(".")[0] for a in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                roots = {(node.module or "").split(".")[0]}
            assert not roots & HEAVY, n


def test_the_command_line_offers_what_there_is() -> None:
    """The command line names formats and backends without loading them."""
    assert set(FORMATS) == set(RENDERERS)
    assert set(BACKENDS) == set(DIALECTS)


def test_a_derivation_waits_for_neither_judge_nor_compiler() -> None:
    code = "import sys; from symderiv.cli import main; main(['derive', 'tied_autoencoder']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "symderiv.derive" in loaded
    assert not {m for m in loaded if m.startswith(("symderiv.check", "symderiv.compile", "symderiv.evaluate"))}


def test_the_package_gives_the_function_whatever_was_loaded() -> None:
    loads = "import symderiv.check.page, symderiv as sd; from symderiv import check"
    code = f"{loads}; print(sd.check is check, check.__module__)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "symderiv.check.page"]


DESIGN = (ROOT.parent / "docs" / "design.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_]+(?:/[a-z_]+)*)/?`", DESIGN))


def test_the_design_names_every_layer() -> None:
    """Every module and package at the top, and every part of the reading, has its place in a table."""
    top = {n.split(".")[0] for n in MODULES} - {"__init__", "__main__", "_version"}
    parts = {"/".join(n.split(".")[:2]) for n in MODULES if n.startswith("resolve.") and n != "resolve.__init__"}
    assert "expr" in top
    assert "resolve/prepared" in parts
    assert (top | parts) - NAMED == set()


def test_what_the_design_names_is_there() -> None:
    paths = {n for n in NAMED if "/" in n}
    assert len(paths) > 50
    assert [n for n in paths if not ((ROOT / n).is_dir() or (ROOT / f"{n}.py").is_file())] == []


@pytest.mark.parametrize("package", ["compile", "evaluate", "normal", "resolve/shapes"])
def test_a_package_names_its_parts(package: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8"))) or ""
    parts = {n.rsplit(".", 1)[1] for n in MODULES if n.rpartition(".")[0] == package.replace("/", ".")} - {"__init__"}
    assert parts - set(re.findall(r"[a-z_]+", said)) == set()


def test_every_public_name_is_there() -> None:
    assert all(hasattr(symderiv, name) for name in symderiv.__all__)
    assert not hasattr(symderiv, "no_such_name")
