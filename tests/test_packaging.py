"""What is installed is what is here: every package is listed, the catalogue travels along, types are marked."""

from __future__ import annotations

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
