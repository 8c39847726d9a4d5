r"""The mark of a transpose behind the number of a layer: `W^{[l]T}`, `a^{(l-1)^\top}` for `(W^{[l]})^T`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import Group, Name, Node, Script, Scripted
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, with_statements
from ...spelled.shape import is_mark


@some(Script)
def _has_marks(x: Script) -> bool:
    return bool(x.above and len(x.entries) < 3 and _parted(x))


@where(_has_marks)
def with_marks_outside(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such marks outside of a parenthesis around the name."""
    return with_statements(located, lambda s: rebuilt(s, _changed))


def _changed(x: object) -> Node | None:
    if not isinstance(x, Name):
        return None
    for n, script in enumerate(x.scripts):
        found = _parted(script)
        if found is not None:
            layer, mark = found
            inside = Script(True, layer.items, layer.open, False, True, layer.span)
            name = replace(x, scripts=(*x.scripts[:n], inside, *x.scripts[n + 1 :]))
            above = Script(True, (mark,), "", False, False, script.span)
            return Scripted(Group("(", (name,), ")", (), x.span), (above,), 0, x.span)
    return None


def _parted(script: Script) -> tuple[Group, Node] | None:
    """The layer in its own parenthesis, and the mark behind it."""
    if not script.above or script.bracket or script.commas:
        return None
    match script.entries:
        case (Group() as layer, mark) if is_mark(mark):
            pass
        case (Scripted(base=Group() as layer, scripts=(Script(above=True, entries=(mark,)),)),) if is_mark(mark):
            pass
        case _:
            return None
    return (layer, mark) if layer.open in ("(", "[") and len(layer.items) == 1 else None
