r"""Numbers that sentences leave to the reader: `the baseline $B_t$ can be any scalar`, `$c$ is an arbitrary constant`;
and vectors: `for any vector $z$`, `$z_1, \dots, z_n$ are the components of any vector`.

No definition has them, so that they are no data of the network; but a line with them is claimed whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...latex.hedged import is_hedged
from ...latex.tree import Formula, Name, Symbol
from ...pattern import is_by, lazily
from ..located import Located
from ..prepared.said_in_place import gaps_of, value_alone
from ..prepared.words.zeros_in_words import CASE
from ..spelled.shape import shape_of, stem_of
from ..spelled.shaped import plain

_NUMBER = (
    r"(?:scalars?|(?:real )?numbers?|constants?|values?|reals?|Zahl\w*|Konstante\w*|Skalar\w*|nombres?"
    r"|constantes?|réels?|escalar\w*|числ\w+|констант\w+|定数|実数|スカラー|数|常数|实数|标量)"
)
ANY = lazily(
    r"\s*,?\s*(?:(?:can|may|could) be (?:chosen (?:as|to be) )?|(?:is|are|being|denotes?)\s+)"
    rf"(?:any|an arbitrary|some arbitrary|arbitrary)\s+(?:(?:fixed|real|given) )*{_NUMBER}"
    rf"|\s*,?\s*(?:ist|sei|sind)\s+(?:eine? )?beliebige?[rns]?\s+{_NUMBER}"
    rf"|\s*,?\s*(?:est|soit)\s+une?\s+{_NUMBER}\s+(?:arbitraire|quelconque)"
    rf"|\s*,?\s*es\s+una?\s+{_NUMBER}\s+(?:arbitrari[oa]|cualquiera)"
    rf"|\s*(?:—|–|-)?\s*(?:произвольн\w+|любое)\s+{_NUMBER}"
    rf"|\s*は\s*任意の\s*{_NUMBER}|\s*(?:是|为|為)\s*任意\s*(?:的)?{_NUMBER}",
    re.I,
)
"""Words behind such a number."""
_VECTOR = r"(?:vectors?|Vektor\w*|vecteurs?|vectore?s?|vettore|вектор\w*|ベクトル|向量|벡터)"
ANY_VECTOR = lazily(
    r"\s*,?\s*(?:(?:is|are|be|being|denotes?)\s+)(?:(?:the )?(?:components|entries|elements|coordinates) of )?"
    rf"(?:any|an arbitrary|some arbitrary|arbitrary)\s+(?:(?:fixed|real|given|column) )*{_VECTOR}"
    rf"|\s*(?:ist|sei)\s+ein beliebiger {_VECTOR}|\s*(?:est|soit|désigne)\s+un {_VECTOR} (?:arbitraire|quelconque)"
    rf"|\s*es\s+un {_VECTOR} (?:arbitrario|cualquiera)|\s*(?:—|–|-)?\s*произвольный {_VECTOR}"
    rf"|\s*[はを]\s*任意の(?:実)?{_VECTOR}|\s*(?:是|为|為)\s*任意(?:的)?{_VECTOR}|\s*[은는]\s*임의의\s*{_VECTOR}",
    re.I,
)
"""Words behind such a vector, or its entries,"""
OF_ANY_VECTOR = lazily(
    r"(?<!not )(?<!\bno )(?<!almost )\b(?:for (?:any|every|each|all|an arbitrary)|any)\s+"
    rf"(?:(?:real|arbitrary|column) )*{_VECTOR}\s*\Z"
    rf"|\b(?:für (?:jeden|alle|einen beliebigen)|pour tout|para (?:todo|cualquier)|per ogni|для любого) {_VECTOR}\s*\Z"
    rf"|任意の(?:実)?{_VECTOR}\s*\Z|(?:对|對)?(?:于|於)?任意(?:的)?{_VECTOR}\s*\Z|임의의 {_VECTOR}\s*\Z",
    re.I,
)
"""and before it;"""
GOES_ON = lazily(
    r"\s*(?:[,.:()、。，]|\Z|\n|(?:we|the|this|it|one|then|there)\b|に|で|gilt|on a|se (?:tiene|cumple)|есть|有|,|에)",
    re.I,
)
"""so a sentence goes on that says nothing more of it."""
SMALL = lazily(
    r"[^.;:$]{0,40}\b(?:between|positive|negative|non-?zero|greater|less|small|large|close to|such that|with)\b", re.I
)
"""Words behind by which it is not any number."""


def arbitrary_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    """The letters of such numbers."""
    return frozenset(_found(located, gaps_of(located, blocks)))


def _found(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[str]:
    for n in range(len(gaps) - 1):
        name = value_alone(located[gaps[n][0]])
        before, behind = gaps[n][1], gaps[n + 1][1]
        vector = _vector(located[gaps[n][0]])
        if vector is not None and (said := ANY_VECTOR.match(behind) or OF_ANY_VECTOR.search(before)) is not None:
            rest = behind[said.end() :] if is_by(said, ANY_VECTOR) else behind
            before = before if is_by(said, ANY_VECTOR) else before[: said.start()]
            name = vector if GOES_ON.match(rest) else None
        else:
            said = ANY.match(behind)
            rest = behind[said.end() :] if said is not None else ""
        shape = shape_of(name) if isinstance(name, Name) else None
        if shape is None or said is None or SMALL.match(rest) is not None:
            continue
        if CASE.search(before) is None and not is_hedged(before, ""):
            yield from {shape.base, plain(shape.base)} if name is vector else {shape.base}


def _vector(located: Located) -> Name | None:
    r"""The name of what may be a vector: of `$z$`, `$z \in \mathbb{R}^n$`, and of the entries `$z_1, \dots, z_n$`."""
    display, formula = located
    if not isinstance(formula, Formula) or not display.inline or not formula.statements:
        return None
    chains = [s.chain for s in formula.statements]
    names = [c.members[0] for c in chains if not isinstance(c.members[0], Symbol)]
    first = names[0] if names else None
    if not isinstance(first, Name) or any(not isinstance(x, Name) or stem_of(x) != stem_of(first) for x in names):
        return None
    told = {c.relations for c in chains}
    return first if told == {()} or (len(chains) == 1 and told == {(r"\in",)}) else None
