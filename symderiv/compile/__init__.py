"""Networks and expressions compiled to functions of arrays.

prepare, resolve       bodies without what overflows; every use sent to what stands there
schedule, stores       the order of computing, loops for recurrences; where each variable lies
arrays, lowering       array expressions with named axes; indexed expressions turned into them
sums, spreading        sums as contractions, turned round where their bounds depend on other letters
lookups                looked-up indices
gather                 what several definitions of a variable have in common
exponentials           exponentials that do not overflow
contraction, simplify  the order of products; shared parts named, single uses filled in
assemble, steps        the pipeline; recurrences in it
program                what it makes
layout, products       letters become positions: arrays as text, contractions as text
sweeping               kernels swept over images
places, lines          integers as text; long lines broken
scan                   loops of a recurrence as one step carried on, for JAX
module, checking       a program printed as a module; the part of it that checks it
numpy, jax, torch      one backend each: a `Dialect`
load, compiled         emitted source as a module; what a user calls
"""

from __future__ import annotations

from .compiled import Compiled, Parameter, compile_network, emit
from .errors import CompileError
from .expressions import lambdify
from .higher import compile_hessian_product, hessian
from .module import BACKENDS

__all__ = [
    "BACKENDS",
    "CompileError",
    "Compiled",
    "Parameter",
    "compile_hessian_product",
    "compile_network",
    "emit",
    "hessian",
    "lambdify",
]
