"""symderiv: gradients of indexed networks, derived the way a person does, and derivations of others, judged.

import symderiv as sd
net = sd.read_network(text)
d = net.derive("w_{j,i}")
print(d.latex(lang="ja"))
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .api import Network, indices, lambdify, load_network, read_network, sizes, variables
    from .check.options import Options
    from .check.page import check
    from .check.report import Report
    from .compile import Compiled, CompileError
    from .derivation import Derived
    from .errors import (
        AmbiguousError,
        CyclicDefinition,
        DerivationError,
        DomainTooHard,
        LimitExceeded,
        NetworkError,
        OverlappingDefinitions,
        RangeClash,
        ReadError,
        SymderivError,
        UncoveredUse,
        UnknownName,
    )
    from .step import Derivation, Judgement, Route

_HOMES = {
    "AmbiguousError": ".errors",
    "CompileError": ".compile",
    "Compiled": ".compile",
    "CyclicDefinition": ".errors",
    "Derivation": ".step",
    "DerivationError": ".errors",
    "Derived": ".derivation",
    "DomainTooHard": ".errors",
    "Judgement": ".step",
    "LimitExceeded": ".errors",
    "Network": ".api",
    "NetworkError": ".errors",
    "Options": ".check.options",
    "OverlappingDefinitions": ".errors",
    "RangeClash": ".errors",
    "ReadError": ".errors",
    "Report": ".check.report",
    "Route": ".step",
    "SymderivError": ".errors",
    "UncoveredUse": ".errors",
    "UnknownName": ".errors",
    "check": ".check.page",
    "indices": ".api",
    "lambdify": ".api",
    "load_network": ".api",
    "read_network": ".api",
    "sizes": ".api",
    "variables": ".api",
}
"""Where each name stands. They are loaded when first asked for: a derivation does not wait for the judge and the
compiler."""

__all__ = [
    "AmbiguousError",
    "CompileError",
    "Compiled",
    "CyclicDefinition",
    "Derivation",
    "DerivationError",
    "Derived",
    "DomainTooHard",
    "Judgement",
    "LimitExceeded",
    "Network",
    "NetworkError",
    "Options",
    "OverlappingDefinitions",
    "RangeClash",
    "ReadError",
    "Report",
    "Route",
    "SymderivError",
    "UncoveredUse",
    "UnknownName",
    "__version__",
    "check",
    "indices",
    "lambdify",
    "load_network",
    "read_network",
    "sizes",
    "variables",
]


class _Package(ModuleType):
    """The package. `check` is the function, whatever loads the package of that name."""

    def __getattr__(self, name: str) -> Any:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        found = getattr(import_module(home, self.__name__), name)
        self.__dict__[name] = found
        return found

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *_HOMES})

    @property
    def check(self) -> Any:
        """`sd.check`."""
        return import_module(".check.page", self.__name__).check

    @check.setter
    def check(self, _: ModuleType) -> None:
        """The import system would put the package here."""


sys.modules[__name__].__class__ = _Package
