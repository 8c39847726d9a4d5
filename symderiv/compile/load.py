"""The one place where emitted source becomes a module.

Why this is safe: the source is printed from a `Program`, never from a user's text. Every name in it goes through
`names.identifier` or `names.fresh` (letters, digits, underscores), every number is an exact number printed by Python,
every operator and function comes from a backend's table. What a user typed stands in comments and docstrings, through
`names.comment` and `names.docstring`, which it cannot leave, and in string literals that are keys, as `repr` writes
them. `verified` checks the names once more before anything is run: a source that imports anything but a backend, or
that names anything with two underscores, is refused.
"""

from __future__ import annotations

import ast
import linecache
import types

from .errors import CompileError
from .names import FORBIDDEN

IMPORTS = frozenset({"numpy", "torch", "jax", "jax.numpy", "functools"})
"""What an emitted module may import."""

DUNDERS = frozenset({"__name__", "__main__"})
_loaded = 0


def verified(source: str) -> ast.Module:
    """The syntax tree of an emitted source. Raises `CompileError` for anything that it must not hold."""
    tree = ast.parse(source)
    for x in ast.walk(tree):
        if isinstance(x, ast.Import):
            bad = [a.name for a in x.names if a.name not in IMPORTS]
        elif isinstance(x, ast.ImportFrom):
            bad = [] if x.module in IMPORTS and not x.level else [str(x.module)]
        elif isinstance(x, ast.Name):
            bad = [x.id] if (x.id.startswith("__") and x.id not in DUNDERS) or x.id in FORBIDDEN else []
        elif isinstance(x, ast.Attribute):
            bad = [x.attr] if x.attr.startswith("_") else []
        else:
            bad = []
        if bad:
            raise CompileError(f"emitted source must not use {bad[0]}")
    return tree


def load(source: str) -> types.ModuleType:
    """The module of an emitted source, its lines known to tracebacks."""
    global _loaded
    _loaded += 1
    name = f"symderiv_emitted_{_loaded}"
    verified(source)
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    module = types.ModuleType(name)
    exec(compile(source, file, "exec"), module.__dict__)
    return module
