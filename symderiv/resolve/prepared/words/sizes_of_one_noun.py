r"""Two letters that sentences call the number of the same things: `$K$ is the number of classes` and `$n_{out}$ is the
number of classes` name one size.

Only things of which a page has one number are meant, and only sentences that say nothing more of them: the number of
classes of the first task is another one. The letter that is told first stands for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import Formula, Name
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ..said_in_place import gaps_of, value_alone

_THINGS = {
    "class": r"class(?:es)?|categor(?:y|ies)|catégories|Klassen|Kategorien|clases|categorías|クラス|类别?|類別?|클래스",
    "example": r"(?:training )?(?:examples|samples)|exemples|Beispiele|ejemplos|サンプル|样本|樣本|샘플",
}
_WHOLE = (
    r"(?:\s+(?:in|of|de|dans|in|für|del?|von)\s+(?:the|our|this|notre|ce|le|la|du|unser\w*|der|dem|nuestro)\s+"
    r"(?:problem|task|data ?set|data|problème|tâche|Problem\w*|Aufgabe|problema))?"
)
_CHANGED = (
    r"(?!\s*[,;(。，、（]?\s*(?:minus|plus|less|without|except|excluding|including|times|divided|moins|sans|ohne|mit|menos|más|sin"
    r"|per|in each|of (?:each|every)|par|pro|by)\b)"
)
_END = _CHANGED + r"\s*(?:[.;,(。，、；（]|\Z|\n)"
_END_BEHIND = r"(?=\s*(?:[。．、，,.；;(（）)]|\Z|\n|である|です|とする|とし|を表|个|입니다|이다))"
_BEHIND = (
    r"\s*(?:is|are|denotes|equals|corresponds to|represents|est|désigne|correspond(?:\s+donc)?|représente|ist"
    r"|bezeichnet|entspricht|es|denota|corresponde)\s+"
    r"(?:(?:the|le|la|die|der|el)\s+|au\s+|à la\s+|al\s+|à\s+)?(?:(?:total|overall)\s+)?"
    r"(?:number of |nombre (?:total )?d(?:e |')|(?:An)?[Zz]ahl (?:der |von |an )|número de )(?:the |les |des |all )?"
    r"({})" + _WHOLE + _END + r"|\s*(?:は|是|为|為|는|은)\s*({})\s*(?:の?(?:数|総数|个数|數量|数量|수))" + _END_BEHIND
)
SAID = {thing: lazily(_BEHIND.format(words, words)) for thing, words in _THINGS.items()}
"""Words behind a letter that call it the number of some things."""
COUNTED = ("number of ", "nombre ", "ahl ", "número de ", "数", "數", "量", "수")
"""One of these stands in any such sentence."""
MOST = 2
"""So many letters are one size; of more of them some number something else."""
CASE = lazily(r"\b(?:if|when|where each|for each|suppose|si|falls|wenn)\b[^.;$]*\Z|\b(?:if|when|si|wenn)\s*\Z", re.I)
"""Words before it by which it is so in a case."""


def with_sizes_of_one_noun(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with one letter for what sentences call the number of the same things."""
    words = _words(blocks)
    asked = any(x in words for x in COUNTED) and any(x.search(words) for x in SAID.values())
    same = _same(located, blocks) if asked else {}
    if not same:
        return list(located)

    def change(x: Any) -> Name | None:
        return same.get(x) if isinstance(x, Name) else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(text for b in blocks if (text := getattr(b, "text", "")))


def _same(located: Sequence[Located], blocks: Sequence[Block]) -> dict[Name, Name]:
    """For every other letter of a size the one that is told first."""
    told: dict[str, list[Name]] = {}
    for (number, before), (_, behind) in pairwise(gaps_of(located, blocks)):
        name = value_alone(located[number])
        if not isinstance(name, Name) or name.primes or CASE.search(before) or is_hedged(before, behind):
            continue
        for thing, said in SAID.items():
            if said.match(behind) and name not in told.setdefault(thing, []):
                told[thing].append(name)
    pairs = {names[1]: names[0] for names in told.values() if len(names) == MOST}
    formulas = list(read_of(located)) if pairs else []
    ends = {x.above for f in formulas for x in t.of_kind(f, t.BigSum)}
    others = set(_computed(formulas))
    return {one: other for one, other in pairs.items() if {one, other} <= ends - others}


def _computed(formulas: Sequence[Formula]) -> Iterator[object]:
    """What stands on a left side, or in a derivative: a letter of a size that does is one of something else, too."""
    for f in formulas:
        yield from (s.chain.members[0] for s in f.statements if s.chain.relations[:1] == ("=",))
        yield from (x for d in t.of_kind(f, t.Derivative) for x in t.of_kind(d, Name))
