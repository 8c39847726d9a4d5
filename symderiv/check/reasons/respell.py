r"""A repaired side in its author's own spelling: what was typed, with the slip put right in it.

The part is changed in the text, and the text is read again: only where it then means the repaired formula it is shown.
Otherwise the formula is written out anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...errors import SymderivError
from ...expr import Add, Bracket, Div, Expr, Index, Mul, Num, Sum, Var, children, neg
from ...latex.style import Style
from ...latex.write import group, write
from ...memo import of_this_object
from ...pattern import lazily
from ...read_part import read_expression
from ...system import System
from ..known.ranges import Ranges
from ..link import Link
from ..marks import canonical
from .locate import located
from .slips import Patch, Slip, at

LAYOUT = lazily(r"&|\\\\|\\(label|tag|begin|end|boxed|underbrace|text|intertext|nonumber)(?![A-Za-z])|%|~")
"""What belongs to the display rather than to the formula: such a member is written anew."""
SIGN = lazily(r"[+-]\s*\Z")
OPERATOR = lazily(r"(\\cdot|\\times|\*|\+|-|\\,|\s)*\s*\Z")
MOST_TRIED = 5


def typed(link: Link, n: int) -> str | None:
    """A member as it was typed; None if it does not stand in the text by itself."""
    start, end = link.written.spans[n]
    text = link.written.latex[start:end].strip()
    sound = text.count("{") == text.count("}") and not LAYOUT.search(text) and text != "="  # that goes on from above
    return " ".join(text.split()) if text and sound else None


def respelled(link: Link, slip: Slip, written: Expr, n: int, style: Style) -> str | None:
    """The repaired member in its author's spelling, None where that does not come out."""
    whole = typed(link, n)
    if isinstance(written, Num) or whole is None or all(e != link.written.members[n] for e, _ in link.written.places):
        return None
    if slip.repaired == written:
        return whole  # it is right as it stands, under another condition
    wanted = canonical(slip.repaired)
    for text in islice(dict.fromkeys(_changed(link, slip, written, n, style)), MOST_TRIED):
        if _means(link, text) == wanted:
            return _bare(" ".join(text.split()))
    return None


def _bare(text: str) -> str:
    """Without parentheses around the whole.

    >>> _bare("(a + b)"), _bare("(a) (b)")
    ('a + b', '(a) (b)')
    """
    inner = text[1:-1]
    whole = text.startswith("(") and text.endswith(")") and "(" not in inner and ")" not in inner
    return inner.strip() if whole else text


def _means(link: Link, text: str) -> object:
    found = _read(link.system, text)
    return found and canonical(Ranges(link.system, link.written.ranges).filled(found, link.domain.letters(), link.full))


@of_this_object(256)
def _read(system: System, text: str) -> Expr | None:
    """What a text means, if it can be read: many solutions of a class are put right in the same words."""
    try:
        return read_expression(text, system)
    except SymderivError:
        return None


def _changed(link: Link, slip: Slip, written: Expr, n: int, style: Style) -> Iterator[str]:
    """Ways to put the slip right in the text."""
    latex, inside = link.written.latex, link.written.spans[n]

    def place(path: tuple[int, ...]) -> tuple[str, str, str]:
        start, end = located(written, path, link.written.places, inside)
        return latex[inside[0] : start], latex[start:end], latex[end : inside[1]]

    if not isinstance(slip.made, Patch):
        yield from _with_term(*place(()), slip, style)
        return
    made = slip.made
    node = at(made.whole, made.path)
    if slip.path != made.path or slip.covers > 1:
        if slip.new is None and slip.covers == 1:
            yield from _without(*place(slip.path))
    elif slip.kind == "sign" and made.part == neg(node):
        yield from turned(*place(made.path))
    elif slip.new is not None and slip.new != made.part:
        yield from _times(*place(made.path), node, slip.new, style)
    before, _, after = place(made.path)
    new = write(made.part, style)
    yield before + new + after
    if before.strip() or after.strip():
        yield before + group(new) + after


def _with_term(before: str, old: str, after: str, slip: Slip, style: Style) -> Iterator[str]:
    """A term more at the end."""
    if slip.new is not None:
        new = write(slip.new, style)
        yield f"{before}{old}{after} - {new[1:]}" if new.startswith("-") else f"{before}{old}{after} + {new}"


def _without(before: str, old: str, after: str) -> Iterator[str]:
    """A part less, with the sign in front of it."""
    yield before + after
    yield OPERATOR.sub("", before) + " " + after
    yield before + re.sub(r"\A\s*(\\cdot|\\times|\*|\+)", "", after)


def turned(before: str, old: str, after: str) -> Iterator[str]:
    """The other sign in front of a part."""
    found = SIGN.search(before)
    if found is not None:
        head = before[: found.start()]
        plus = "+ " if head.strip() and head.strip()[-1] not in "({=" else ""
        yield head + ("- " if found[0][0] == "+" else plus) + old + after
    if old.lstrip().startswith("-"):
        yield before + old.lstrip()[1:].lstrip() + after
    yield f"{before}-{old}{after}"


def _times(before: str, old: str, after: str, node: Expr, new: Expr, style: Style) -> Iterator[str]:
    """A factor more."""
    if old.strip().isdigit():
        return
    factor = write(new, style)
    factor = group(factor) if isinstance(new, Add) else factor
    if isinstance(node, Add) and not before.rstrip().endswith("("):
        old = f"({old})"
    elif isinstance(node, Add) and after.lstrip().startswith(")"):
        end = after.index(")") + 1
        yield f"{before}{old}{after[:end]} {factor}{after[end:]}"
    if (
        isinstance(new, (Bracket, Div, Index, Num))
        or (isinstance(new, Var) and not new.indices)
        or isinstance(node, Sum)
        or (isinstance(node, Mul) and isinstance(children(node)[-1], Sum))
    ):
        yield f"{before}{factor} {old}{after}"
    yield f"{before}{old} {factor}{after}"
    yield f"{before}{factor} {old}{after}"
