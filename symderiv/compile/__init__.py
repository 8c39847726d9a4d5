"""Networks and expressions compiled to functions of arrays.

wanted, mentioned      what a program needs of a network, and which sizes
prepare, resolve       bodies without what overflows; every use sent to what stands there
schedule, stores       the order of computing, loops for recurrences; where each variable lies
arrays, algebra        array expressions with named axes; their sums and products
lowering, scope        indexed expressions turned into them; what the letters are at a place
sums, spreading        sums as contractions, turned round where their bounds depend on other letters
lookups                looked-up indices
gather                 what several definitions of a variable have in common
exponentials           exponentials that do not overflow
contraction, simplify  the order of products; shared parts named, single uses filled in
assemble, steps        the pipeline; recurrences in it
program                what it makes
layout, products       letters become positions: arrays as text, contractions as text
sweeping               kernels swept over images
names, places, lines   safe names; integers as text; long lines broken
scan                   loops of a recurrence as one step carried on, for JAX
module, checking       a program printed as a module; the part of it that checks it
numpy, jax, torch      one backend each: a `Dialect` (dialect)
load, compiled         emitted source as a module; what a user calls (also expressions, higher: second derivatives)
errors                 what cannot be compiled
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
