"""What is installed is what is here: every package is listed, the catalogue travels along, types are marked."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def listed() -> set[str]:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return set(config["options"]["packages"].split())


def test_every_package_is_installed() -> None:
    there = {".".join(p.parent.relative_to(ROOT).parts) for p in (ROOT / "symderiv").rglob("__init__.py")}
    assert len(there) > 5
    assert listed() == there | {"symderiv.catalogue"}


def test_the_catalogue_and_the_type_marker_travel_along() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    data = config["options.package_data"]
    assert data["symderiv.catalogue"].split() == ["*.md"]
    assert data["symderiv"].split() == ["py.typed"]
    assert config["options"]["package_dir"].split() == [
        "symderiv",
        "=",
        "symderiv",
        "symderiv.catalogue",
        "=",
        "derivations",
    ]
    assert (ROOT / "symderiv" / "py.typed").is_file()


def test_no_file_is_too_long() -> None:
    """Small files: 460 lines is where a file has more than one job."""
    long = {p.name: n for p in (ROOT / "symderiv").rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 460}
    assert not long


FOR_OTHERS = {"from_json", "recurrences", "replay", "write_network"}
"""Functions for those who use the package, and for its tests."""


def left_over(sources: dict[str, str]) -> set[str]:
    """Functions and classes at the top of a file that no code of the package names."""
    defined: set[str] = set()
    named: set[str] = set()
    for text in sources.values():
        tree = ast.parse(text)
        defined |= {n.name for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
        for n in ast.walk(tree):
            if isinstance(n, ast.Name):
                named.add(n.id)
            elif isinstance(n, ast.Attribute):
                named.add(n.attr)
            elif isinstance(n, ast.Constant) and isinstance(n.value, str):
                named.add(n.value)  # what the command line and the package load by name
    return defined - named


def test_nothing_is_left_over() -> None:
    sources = {str(p): p.read_text("utf-8") for p in (ROOT / "symderiv").rglob("*.py")}
    assert left_over(sources) == FOR_OTHERS


def test_what_is_left_over_would_be_found() -> None:
    sources = {"a": "def used(): ...\ndef old(): ...", "b": "from a import old, used\nused()"}
    assert left_over(sources) == {"old"}
