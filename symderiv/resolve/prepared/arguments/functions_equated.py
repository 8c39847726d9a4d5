r"""Functions that are equated as wholes: `$f = \tanh$`, `$f(\cdot) = \tanh(\cdot)$`, `$f: x \mapsto \tanh x$`.

Each is read as what it says of an argument, `f(\xi) = \tanh(\xi)`, where the page applies f as a function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex.parse import parse
from ....latex.tree import Formula, Name
from ....notation import FUNCTIONS
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.function_letters import COEFFICIENTS, GREEK_FUNCTIONS
from ..functions_in_words import applied

NAME = r"(?P<name>\\?[A-Za-z]+)"
EQUATED = lazily(
    rf"\s*{NAME}\s*(?:=|:=|\\equiv|\\coloneqq|\\triangleq)\s*"
    r"(?P<function>\\[A-Za-z]+|\\(?:mathrm|text|operatorname)\s*\{\s*[A-Za-z]+\s*\})\s*[.,;]?\s*\Z"
)
MAPPED = lazily(rf"\s*{NAME}\s*(?::|\\colon)\s*(?P<letter>[a-z])\s*\\mapsto(?![A-Za-z])(?P<body>[^=]+)\Z")
FIRST = lazily(r"\s*(\\[A-Za-z]+)(?=\s*(?:=|:|\\))")
"""A command in front of an equation."""
IDENTITIES = frozenset(["id", "Id", "ID", "identity", "Identity"])
"""Words for the function that gives back what it is applied to."""
DOTTED = lazily(r"\(\s*\\cdot\s*\)")


def with_functions_equated(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such equations about an argument."""
    names = set(applied(read_of(located))) - COEFFICIENTS
    found: list[Located] = []
    for display, formula in located:
        text = _written_out(_with_name(display.latex, formula), names)
        if text is None:
            found.append((display, formula))
            continue
        try:
            found.append((display, parse(replace(display.source, text=text))))
        except ReadError:
            found.append((display, formula))
    return found


def _with_name(latex: str, formula: Formula | ReadError) -> str:
    r"""The equation with what its author's macro for the function stands for, `\act = \tanh`."""
    left = formula.statements[0].chain.members[0] if isinstance(formula, Formula) and formula.statements else None
    m = FIRST.match(latex) if isinstance(left, Name) and not left.scripts and not left.accents else None
    return latex if m is None or not isinstance(left, Name) else latex[: m.start(1)] + left.base + latex[m.end(1) :]


def _written_out(latex: str, names: set[str]) -> str | None:
    """The equation about an argument; None for any other formula."""
    if (m := EQUATED.match(latex)) is not None and m["name"] in names:
        word = re.sub(r"\\(?:mathrm|text|operatorname)|[\\{}\s]", "", m["function"])
        if word in IDENTITIES:
            return rf"{m['name']}(\xi) = \xi"
        known = word in FUNCTIONS or m["function"] in GREEK_FUNCTIONS
        return rf"{m['name']}(\xi) = {m['function']}(\xi)" if known and m["function"] != m["name"] else None
    if (m := MAPPED.match(latex)) is not None and m["name"] in names:
        return f"{m['name']}({m['letter']}) = {m['body']}"
    if DOTTED.search(latex) and "=" in latex:
        return DOTTED.sub(lambda m: r"(\xi)".ljust(len(m[0])), latex)
    return None
