r"""Names that nothing defines beside one of the same letter in another case or font that is computed: `k_{ij}` beside
`K = X W_K`, `h_j` beside `\mathbf{h} = \tanh(\mathbf{z})`.

Most likely they are the entries of that, and depend on what it depends on; but no line says so, and taken for data
their derivatives would be 0. Words that call them data or parameters tell them apart, and so does a formula for another
name in which both stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..draft import RawDefinition
from ..errors import ReadError
from ..expr import Variable, variables
from ..latex import tree as t
from ..latex.tree import Formula, Name, Node
from .front import Front
from .keys import split_key
from .located import Located
from .shape import shape_of
from .statements import Equation
from .untold import ALIKE, Untold

FONT = re.compile(r"\\(?:mathbf|boldsymbol|bm|bf|mathsf|mathrm|mathit|mathcal|mathscr|vec|underline)\{([^{}]*)\}")
_GIVEN = (
    r"inputs?|targets?|labels?|data|dataset|parameters?|weights?|bias(?:es)?|observ\w+|measur\w+|constants?|known|fixed|"
    r"given|learn(?:t|ed|able)|trainable|free|hyperparameters?|ratings?|ground[ -]truth|true|actual|desired|one-hot|"
    r"samples?|independent|external|features?|indicators?|coefficients?|rewards?|"
    r"Eingabe\w*|Eingänge?|Ziel\w*|Gewicht\w*|Daten\w*|Parameter\w*|entrées?|cibles?|poids|données?|étiquettes?|"
    r"entradas?|objetivos?|pesos|datos|etiquetas?|ingress\w+|вход\w*|вес\w*|целев\w*|данн\w*|"
    r"入力|教師|目標|正解|重み|データ|パラメータ|定数|观测|输入|標籤|标签|目标|权重|参数|数据|常数|입력|목표|가중치"
)
BEHIND = re.compile(
    rf"(?:\s*(?:,|and|\$[^$]*\$))*\s*(?:\(|,|:|=|is|are|be|being|denotes?|represents?|stands?\s+for|as|ist|sind|est|sont|es|"
    rf"son|è|—|は|が|を|是|为|為|는|은)\s*[^.;:$。；]{{0,60}}?(?<!\w)(?:{_GIVEN})",
    re.I,
)
"""How a sentence goes on behind a name, or behind one of several, that it calls data."""
BEFORE = re.compile(
    rf"(?<!\w)(?:{_GIVEN})(?:の|を)?(?:\s+(?:vectors?|matri(?:x|ces)|values?|entries|of))*\W{{0,4}}\Z", re.I
)
"""Words before such a name."""


def lookalikes(
    definitions: Sequence[RawDefinition], equations: Sequence[Equation], located: Sequence[Located], front: Front
) -> Iterator[Untold]:
    """The names in the equations of a page which nothing defines, or tells apart from what they look like."""
    lines = {d.left.variable: d.place.line if d.place is not None else 0 for d in reversed(definitions)}
    alike: dict[tuple[object, ...], list[Variable]] = {}
    for u in lines:
        alike.setdefault(_folded(u), []).append(u)
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    given = [v for v in dict.fromkeys(v for m in members for v in variables(m)) if v not in lines and v.arity]
    pairs = [(v, u) for v in given for u in alike.get(_folded(v), ()) if split_key(u.key)[0] != split_key(v.key)[0]]
    if not pairs:
        return
    told = {*_told(located), *(s.base for _, x in (*front.data, *front.wrt) if (s := shape_of(x)) is not None)}
    bodies = [variables(d.body) for d in definitions]
    for v, u in pairs:
        base, above, below, tail = split_key(v.key)
        if base in told or any({u, v} <= body for body in bodies) or v in _upstream(u, definitions):
            continue
        yield Untold(base, lines[u], None if tail else (above, below), split_key(u.key)[0], kind=ALIKE)


def _folded(v: Variable) -> tuple[object, ...]:
    r"""A name whatever its case and font, with the number of its indices: `\mathbf{K}_{#,#}` as `k_{#,#}`."""
    base, *parts = split_key(v.key)
    plain = FONT.sub(r"\1", base)
    return plain.lower(), *parts


def _upstream(u: Variable, definitions: Sequence[RawDefinition]) -> set[Variable]:
    """What a name is made of."""
    found: set[Variable] = set()
    waiting = [u]
    while waiting:
        one = waiting.pop()
        new = {v for d in definitions if d.left.variable == one for v in variables(d.body)} - found
        found |= new
        waiting += new
    return found


def _told(located: Sequence[Located]) -> Iterator[str]:
    """The letters of the names that words call data, parameters or the like."""
    for display, formula in located:
        if display.inline and isinstance(formula, Formula):
            for name in filter(None, map(_name, formula.statements)):
                shape = shape_of(name)
                if shape is not None and (BEHIND.match(display.after) or BEFORE.search(display.before)):
                    yield shape.base


def _name(s: t.Statement) -> Name | None:
    r"""The name that a statement is, or of which it says where it lies, `x_n \in \mathbb{R}^D`."""
    first: Node = s.chain.members[0]
    plain = not s.chain.relations or s.chain.relations[0] == r"\in"
    return first if plain and isinstance(first, Name) else None
