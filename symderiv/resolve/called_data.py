r"""Names that words, or the front matter, call data or parameters: `where $t_k$ are the targets`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..latex import tree as t
from ..latex.tree import Formula, Name, Node
from .front import Front
from .located import Located
from .shape import shape_of

_GIVEN = (
    r"inputs?|targets?|labels?|data|dataset|parameters?|weights?|bias(?:es)?|observ\w+|measur\w+|constants?|known|fixed|"
    r"given|learn(?:t|ed|able)|trainable|free|hyperparameters?|ratings?|ground[ -]truth|true|actual|desired|one-hot|"
    r"samples?|independent|external|features?|indicators?|coefficients?|rewards?|"
    r"Eingabe\w*|Eingänge?|Ziel\w*|Gewicht\w*|Daten\w*|Parameter\w*|entrées?|cibles?|poids|données?|étiquettes?|"
    r"entradas?|objetivos?|pesos|datos|etiquetas?|ingress\w+|вход\w*|вес\w*|целев\w*|данн\w*|"
    r"入力|教師|目標|正解|重み|データ|パラメータ|定数|观测|输入|標籤|标签|目标|权重|参数|数据|常数|입력|목표|가중치"
)
_COMPUTED = r"(?<!\w)(?:activations?|activit\w+|predict\w+|estimat\w+|comput\w+|responses?|functions?)(?!\w)"
"""Words for what is computed, of an input, say."""
BEHIND = re.compile(
    r"(?:\s*(?:,|and)?\s*\$[^$]*\$)*\s*"
    r"(?:\(|,|:|=|the|an?|is|are|be|being|denotes?|represents?|stands?\s+for|as|ist|sind|est|sont|es|son|è|—|は|が|を|是|"
    rf"为|為|는|은)\s*(?:(?!{_COMPUTED})[^.;:$。；]){{0,60}}?(?<!\w)(?:{_GIVEN})(?!\w*\s*\$)",
    re.I,
)
"""How a sentence goes on behind a name, or behind one of several, that it calls data. In `, the target $t$` the word
belongs to the name that follows."""
_CALLED = rf"(?<!\w)(?:{_GIVEN})(?:の|を)?(?:\s+(?:vectors?|matri(?:x|ces)|values?|entries|of))*\W{{0,4}}"
BEFORE = re.compile(rf"{_CALLED}\Z", re.I)
"""Words before such a name,"""
LISTED = re.compile(rf"{_CALLED}(?:\$[^$]*\$\s*(?:,|and|,\s*and|と|、|，)\s*)+\Z", re.I)
"""or before several, of which it is a later one"""
CLOSED = re.compile(r"\s*(?:[.,;:)。、，；）]|and\b|\Z)", re.I)
"""with no word of its own behind it."""


def called_data(located: Sequence[Located], front: Front) -> frozenset[str]:
    """The letters of those names."""
    listed = (shape_of(x) for _, x in (*front.data, *front.wrt))
    return frozenset((*_told(located), *(s.base for s in listed if s is not None)))


def _told(located: Sequence[Located]) -> Iterator[str]:
    """The letters of the names that words call data, parameters or the like."""
    for display, formula in located:
        if display.inline and isinstance(formula, Formula):
            for name in filter(None, map(_name, formula.statements)):
                shape = shape_of(name)
                if shape is not None and _calls(display.before, display.after):
                    yield shape.base


def _calls(before: str, after: str) -> bool:
    """Do the words around a name call it data?"""
    listed = LISTED.search(before) and CLOSED.match(after)
    return bool(BEHIND.match(after) or BEFORE.search(before) or listed)


def _name(s: t.Statement) -> Name | None:
    r"""The name that a statement is, or of which it says where it lies, `x_n \in \mathbb{R}^D`."""
    first: Node = s.chain.members[0]
    plain = not s.chain.relations or s.chain.relations[0] == r"\in"
    return first if plain and isinstance(first, Name) else None
