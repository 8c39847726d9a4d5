"""What a verdict depends on, in short: the same in every process, whatever order its sets happen to have."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from ...system import System
from ..options import Options

LEFT_OUT = frozenset({"place", "source", "displays", "notes", "title", "_hash", "_letters"})
"""Fields that say where something was read, or how it looks."""


def basis(network: System | None, options: Options) -> str:
    """The part of a fingerprint that all files of a folder share."""
    return hashlib.sha256(steady((network, options)).encode()).hexdigest()


def fingerprint(path: Path, shared: str) -> str:
    """If it is the same, the file need not be judged again."""
    try:
        data = path.read_bytes()
    except OSError as error:
        data = str(error).encode()
    return hashlib.sha256(shared.encode() + data).hexdigest()[:16]


def steady(x: object) -> str:
    """A value spelled out, sets in order.

    >>> steady(frozenset({"b", "a"})), steady((1, "x"))
    ("{'a','b'}", "(1,'x')")
    """
    if isinstance(x, (frozenset, set)):
        return "{" + ",".join(sorted(map(steady, x))) + "}"
    if isinstance(x, Mapping):
        return "{" + ",".join(sorted(f"{steady(k)}:{steady(v)}" for k, v in x.items())) + "}"
    if isinstance(x, (tuple, list)):
        return "(" + ",".join(map(steady, x)) + ")"
    if is_dataclass(x):
        held = (f"{f.name}={steady(getattr(x, f.name))}" for f in fields(x) if f.name not in LEFT_OUT)
        return f"{type(x).__name__}({','.join(held)})"
    return repr(x)
