"""What is remembered from page to page: it is bounded, and a value that there is none of holds on to nothing."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import Any

import symderiv
from symderiv.evaluate.failures import Undefined
from symderiv.evaluate.oracle import oracle
from symderiv.expr import Variable
from symderiv.network import complete
from symderiv.read import read_draft

MOST = 1 << 14


def _remembering() -> dict[str, Any]:
    """The functions of the package that remember results, by name; those without arguments remember one."""
    found = {}
    for module in pkgutil.walk_packages(symderiv.__path__, "symderiv."):
        if module.name.rpartition(".")[2] in ("__main__", "jax", "torch"):
            continue
        for f in vars(importlib.import_module(module.name)).values():
            if hasattr(f, "cache_parameters") and (isinstance(f.__wrapped__, type) or inspect.signature(f).parameters):
                found[f"{f.__module__}.{f.__qualname__}"] = f
    return found


def test_what_is_remembered_is_bounded() -> None:
    sizes = {name: f.cache_parameters()["maxsize"] for name, f in _remembering().items()}
    assert len(sizes) > 30
    assert {name: n for name, n in sizes.items() if n is None or n > MOST} == {}


def test_a_value_that_there_is_none_of_holds_no_frames() -> None:
    system = complete(read_draft(r"$$E = \sum_{i=1}^{N} \exp(w_i)$$"))
    draw = oracle(system).draw()
    beyond = draw.program.expression(Variable("w_{#}")(1000), ())
    (found,) = draw.values("float", [beyond], ())
    assert isinstance(found, Undefined)
    assert found.__traceback__ is None
