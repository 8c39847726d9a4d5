"""symderiv: gradients of indexed networks, derived the way a person does, and derivations of others, judged.

import symderiv as sd
net = sd.read_network(text)
d = net.derive("w_{j,i}")
print(d.latex(lang="ja"))
"""

from __future__ import annotations

from ._version import __version__
from .api import Network, indices, lambdify, load_network, read_network, sizes, variables
from .check.page import Options, check
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
