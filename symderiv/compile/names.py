r"""Names that are safe in code: nothing that a user typed gets into a program other than through here.

An identifier is letters, digits and underscores, made from the LaTeX name and never a word that means something to
Python or to the emitted module; a comment is one line without control characters; a docstring holds no backslash
and no quotes that could end it (it is raw and its backslashes are doubled where they would escape a quote).
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterable

from ..pattern import lazily

FORBIDDEN = frozenset(
    {"eval", "exec", "compile", "open", "getattr", "setattr", "globals", "locals", "vars", "input", "breakpoint"}
)
"""What no emitted module may name (`load` refuses it)."""

_MODULES = {"np", "torch", "jnp", "jax", "lax", "main"}
_OWN = {"value_and_grad", "check_gradient", "example", "complain", "windows", "padded", "convolve", "dtype", "device"}
RESERVED = frozenset(
    _MODULES
    | _OWN
    | FORBIDDEN
    | {"step_of", "bound", "advance", "done", "carried", "rows", "step", "before", "fits", "INTEGERS", "ARGUMENTS"}
    | set(dir(builtins))
)
RESERVED |= frozenset(keyword.kwlist) | frozenset(keyword.softkwlist)
"""Words that mean something in an emitted module, or to Python."""

_MARKS = {"bar": "bar", "overline": "bar", "hat": "hat", "tilde": "tilde", "vec": "vec", "dot": "dot", "check": "check"}
_WORD = lazily(r"\\([A-Za-z]+)|([A-Za-z]+)|([0-9]+)|(')")


def identifier(latex: str) -> str:
    r"""A Python name for a LaTeX name; only `[A-Za-z_][A-Za-z0-9_]*` comes out, whatever goes in.

    >>> identifier(r"o^{(1)}"), identifier(r"\theta^{(2)}"), identifier(r"\bar{w}^{(2)}"), identifier(r"u_{o}")
    ('o1', 'theta2', 'w2_bar', 'u_o')
    >>> identifier(r'\text{__import__("os")}'), identifier("1"), identifier("lambda")
    ('import_os', 'x1', 'lambda_')
    """
    name, marks = "", ""
    for command, word, digits, prime in _WORD.findall(latex):
        if command in _MARKS:
            marks += "_" + _MARKS[command]
        elif command in ("text", "mathrm", "operatorname", "mathbf", "boldsymbol", "left", "right", "mathit"):
            continue
        elif command or word:
            new = command or word
            name += ("_" if name and name[-1].isalpha() else "") + new
        elif digits:
            name += digits
        elif prime:
            marks += "_prime"
    name = (name + marks)[:60] or "x"
    if not name[0].isalpha():
        name = "x" + name
    return name + "_" if name in RESERVED else name


def fresh(wanted: str, taken: Iterable[str]) -> str:
    """The identifier, numbered if it is taken.

    >>> fresh("w", ["w", "w_2"])
    'w_3'
    """
    used = set(taken)
    name, n = wanted, 2
    while name in used or name in RESERVED:
        name, n = f"{wanted}_{n}", n + 1
    return name


def comment(text: str) -> str:
    r"""Text as one line of a comment.

    >>> comment("a\nimport os\r\x0c\u2028b")
    'a import os b'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def docstring(text: str) -> str:
    r"""Text that may stand in a raw docstring: it can neither end it nor leave it open.

    >>> docstring('say "no"' + chr(92))
    "say 'no'"
    """
    lines = ("".join(c if c.isprintable() else " " for c in line) for line in text.split("\n"))
    return "\n".join(line.rstrip() for line in lines).replace('"', "'").rstrip("\\")
