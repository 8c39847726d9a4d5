r"""Names on both sides of the SymPy door: symbols, indexed bases and functions.

A variable with indices is an `IndexedBase` named by its LaTeX name (`net^{(2)}`); one whose indices stand elsewhere
than in a plain lower script is named by its template (`h^{(#)}_{#}`). Sizes are positive integer symbols, indices
integer symbols. SymPy is imported when it is needed, not when the command line starts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any

from ..affine import Sym
from ..errors import ReadError
from ..expr import Variable
from ..latex import scripts
from ..pattern import lazily

_LOWER = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau"
    "|upsilon|phi|varphi|chi|psi|omega|ell"
)
_UPPER = "Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega"
GREEK = frozenset(f"{_LOWER}|{_UPPER}".split("|"))
"""Names that SymPy users write without the backslash."""

_NUMBER_ABOVE = lazily(r"\^(?:\{\s*(?:\((\d+)\)|\[(\d+)\]|(\d+))\s*\}|(\d))")
_SCRIPT_HOLE = lazily(r"([_^])#")
_LETTERS = lazily(r"[A-Za-z]+")


@lru_cache(maxsize=1)
def sympy() -> ModuleType:
    """SymPy, imported on first use."""
    import sympy as module

    return module  # type: ignore[no-any-return]


def latex(name: str) -> str:
    r"""A name as SymPy users write it, in LaTeX: `theta` is `\theta`, and `w^3` the layer's `w^{(3)}`.

    >>> latex("theta"), latex("w^3"), latex(r"net^{[2]}"), latex("sigma_x")
    ('\\theta', 'w^{(3)}', 'net^{(2)}', '\\sigma_{x}')
    """
    head = _LETTERS.match(name)
    if head is not None and head[0] in GREEK:
        name = "\\" + name
    name = _NUMBER_ABOVE.sub(lambda m: f"^{{({next(g for g in m.groups() if g)})}}", name)
    name = _SCRIPT_HOLE.sub(r"\1{#}", name)
    return re.sub(r"_([A-Za-z0-9])$", r"_{\1}", name)


def variable(name: str, arity: int) -> Variable:
    r"""The variable of an indexed base.

    >>> variable("w", 2).key, variable("net^{(3)}", 1).key, variable("W_{xf}", 2).key, variable("h^{(#)}_#", 2).key
    ('w_{#,#}', 'net^{(3)}_{#}', 'W_{xf,#,#}', 'h^{(#)}_{#}')
    """
    key = latex(name)
    if "#" in key:
        if key.count("#") != arity:
            raise ReadError(
                f"`{key}` has {key.count('#')} indices, but is used with {arity}",
                hint="give it as many indices as its name has holes",
            )
    elif arity:
        holes = ",".join("#" * arity)
        key = f"{key[:-1]},{holes}}}" if re.search(r"_\{[^{}]*\}$", key) else f"{key}_{{{holes}}}"
    return Variable(key, scripts.spelling_of_key(key))


def base_name(v: Variable) -> str:
    """What the `IndexedBase` of a variable is called: its name, or its template where the name does not tell it."""
    return v.name if variable(v.name, v.arity) == v else v.key


def symbol(letter: Sym, sizes: frozenset[Sym]) -> Any:
    """The integer symbol of a letter, positive for a size."""
    name = letter.name.removeprefix("\\") if letter.name.removeprefix("\\") in GREEK else letter.name
    more: Mapping[str, bool] = {"positive": True} if letter in sizes else {}
    return sympy().Symbol(name, integer=True, **more)


def letter_of(symbol_: Any) -> Sym:
    """The letter of an integer symbol."""
    return Sym(latex(str(symbol_.name)))


_SAME_NAME = ("exp", "log", "tanh", "sin", "cos", "tan", "sinh", "cosh", "sign")
_RENAMED = {
    "abs": "Abs",
    "max": "Max",
    "min": "Min",
    "arctan": "atan",
    "arcsin": "asin",
    "arccos": "acos",
    "step": "Heaviside",
}
_VALUES: dict[str, Callable[[float], float]] = {
    "sigma": lambda x: 1 / (1 + math.exp(-x)),
    "softplus": lambda x: math.log1p(math.exp(x)),
    "relu": lambda x: max(0.0, x),
    "normcdf": lambda x: math.erfc(-x / math.sqrt(2)) / 2,
    "normpdf": lambda x: math.exp(-x * x / 2) / math.sqrt(2 * math.pi),
}
"""Well-known functions that SymPy lacks, as numbers."""


@lru_cache(maxsize=1)
def functions() -> dict[str, Any]:
    """The SymPy function of each well-known function; those that SymPy lacks can be evaluated numerically."""
    from sympy.utilities.lambdify import implemented_function

    sp = sympy()
    found = {name: getattr(sp, name) for name in _SAME_NAME}
    found |= {name: getattr(sp, theirs) for name, theirs in _RENAMED.items()}
    return found | {name: implemented_function(name, value) for name, value in _VALUES.items()}


@lru_cache(maxsize=1)
def known_names() -> dict[Any, str]:
    """The name of each SymPy function that is well known."""
    return {function: name for name, function in functions().items()}
