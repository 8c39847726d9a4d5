r"""Names that nothing defines beside one that is computed, of the same letter in another case or font or without their
accent or prime: `k_{ij}` beside `K = X W_K`, `h_j` beside `\mathbf{h} = \tanh(\mathbf{z})`, `\tilde{h}_j` beside `h_j`.

Most likely they are the entries of that, and depend on what it depends on; but no line says so, and taken for data
their derivatives would be 0. Words that call them data or parameters tell them apart, and so does a formula for another
name in which both stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..digraph import reachable
from ..draft import RawDefinition
from ..errors import ReadError
from ..expr import Variable, variables
from .called_data import called_data
from .front import Front
from .keys import split_key
from .located import Located
from .statements import Equation
from .untold import ALIKE, Untold

FONT = re.compile(r"\\(?:mathbf|boldsymbol|bm|bf|mathsf|mathrm|mathit|mathcal|mathscr|vec|underline)\{([^{}]*)\}")
MARKS = re.compile(r"\\(?:hat|tilde|bar|dot|ddot|check|breve|mathring)\{([^{}]*)\}|(?<=\S)'+")
"""Accents and primes."""


def lookalikes(
    definitions: Sequence[RawDefinition], equations: Sequence[Equation], located: Sequence[Located], front: Front
) -> Iterator[Untold]:
    """The names in the equations of a page which nothing defines, or tells apart from what they look like."""
    lines = {d.left.variable: d.place.line if d.place is not None else 0 for d in reversed(definitions)}
    alike: dict[tuple[object, ...], list[Variable]] = {}
    for u in lines:
        alike.setdefault(_folded(u.key), []).append(u)
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    given = [v for v in dict.fromkeys(v for m in members for v in variables(m)) if v not in lines and v.arity]
    pairs = [(v, u) for v in given for u in _like(v, alike) if split_key(u.key)[0] != split_key(v.key)[0]]
    if not pairs:
        return
    told = called_data(located, front)
    bodies = [variables(d.body) for d in definitions]
    made: dict[Variable, set[Variable]] = {}
    for d, body in zip(definitions, bodies, strict=True):
        made.setdefault(d.left.variable, set()).update(body)
    for v, u in pairs:
        base, above, below, tail = split_key(v.key)
        if base in told or any({u, v} <= body for body in bodies) or v in reachable(made, u):
            continue
        yield Untold(base, lines[u], None if tail else (above, below), split_key(u.key)[0], kind=ALIKE)


def _like(v: Variable, alike: Mapping[tuple[object, ...], Sequence[Variable]]) -> Iterator[Variable]:
    """The computed names that a name looks like, as it is and without its marks."""
    plain = MARKS.sub(r"\1", v.key)
    yield from alike.get(_folded(v.key), ())
    if plain != v.key:
        yield from alike.get(_folded(plain), ())


def _folded(key: str) -> tuple[object, ...]:
    r"""A name whatever its case and font, with the number of its indices: `\mathbf{K}_{#,#}` as `k_{#,#}`."""
    base, *parts = split_key(key)
    plain = FONT.sub(r"\1", base)
    return plain.lower(), *parts
