r"""Functions with a -1 above them, `\tanh^{-1} x`: the inverse function, or one over its value?

The parser keeps such a name as it is typed; which is meant what a page says tells.
"""

from __future__ import annotations

from types import MappingProxyType

INVERSE = "^{-1}"
"""Behind the name of a function."""
ARCS = MappingProxyType({name: "arc" + name for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")})
"""The inverse functions."""


def inverse_of(function: str) -> str:
    r"""What is called by the inverse of a function; nothing for any other name.

    >>> inverse_of("tanh^{-1}"), inverse_of("tanh")
    ('arctanh', '')
    """
    return ARCS.get(function.removesuffix(INVERSE), "") if function.endswith(INVERSE) else ""


def doubt_of(function: str) -> tuple[str, str]:
    """What to say of a function with a -1 above it, and how to say which is meant."""
    cause = f"`{function}{INVERSE}` is the inverse function, or one over its value"
    inverse = f"`\\operatorname{{{ARCS[function]}}}(x)` for the first, " if function in ARCS else ""
    rest = "" if inverse else "; inverse functions are not read"
    return cause, rf"write {inverse}`\frac{{1}}{{{function}(x)}}` for the second{rest}"
