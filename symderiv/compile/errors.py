"""What cannot be compiled, and arrays that do not fit."""

from __future__ import annotations

from ..errors import SymderivError


class CompileError(SymderivError):
    """A network, or an expression, that cannot be turned into array operations as asked."""
