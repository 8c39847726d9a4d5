r"""Indices of which words say that they are no longer written: `we drop the subscript $t$`, `省略下标 $t$`.

Then `S_t` and `S` are one name. So it is where the letter stands in scripts alone, or is added to 1 in the name that a
step gives, `S_{t+1} = S_t - \eta \nabla L(S_t)`, which is a name of its own: nothing else is made of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, read_of, with_statements
from ...shape import letter_of, letters_in, stem_of
from ..said_in_place import gaps_of, has_values, value_alone
from .steps_held import only_in_scripts

_DROP = r"(?:drop(?:s|ped|ping)?|omit(?:s|ted|ting)?|suppress(?:es|ed|ing)?|leav(?:e|ing)\s+(?:out|off))"
_NOUN = r"(?:(?:time|step|sample|example|layer)[\s-]+)?(?:(?:sub|super)scripts?|ind(?:ex|ices))"
SAID = re.compile(
    rf"\b{_DROP}\s+(?:(?:the|its|all|this)\s+)*{_NOUN}\s*\Z"
    r"|(?:省略|略去|去掉)了?(?:时间|時間)?(?:下标|下標|上标|上標|角标|角標|指标|指標|索引)\s*\Z",
    re.I,
)
"""Words before the letter that say so,"""
NAMED = re.compile(rf"\b{_NOUN}\s*\Z|(?:下标|下標|上标|上標|角标|添字|添え字)\s*\Z", re.I)
"""or that name it,"""
LEFT_OFF = re.compile(
    r"\s*(?:is|are|will\s+be)\s+(?:\w+ly\s+)?(?:dropped|omitted|suppressed|left\s+(?:out|off|implicit))\b"
    r"|\s*(?:は|を)(?:以[下後]\s*)?省(?:略|く|き)|\s*(?:被|可以?)?(?:省略|略去)",
    re.I,
)
"""and behind it, that it is left off."""
NOT = re.compile(r"\b(?:not|never|cannot|don't|without|can't|if|had|no)\b|n['’]t\b|不|没|沒|若|如果", re.I)
"""What turns them round, or makes a case of them."""
SENTENCE = re.compile(r"[.;。；\n]")
GIVEN = "breve"
"""The accent of the name that a step gives."""


def with_steps_left_off(
    located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> Sequence[Located]:
    """The formulas of a page without such indices; `ranges` are those of the front matter."""
    said = {*_said(located, blocks)} - ranges.keys() if has_values(located) else set()
    statements = [s for f in read_of(located) for s in f.statements] if said else []
    said = {x for x in said if _is_idle(x, statements)}
    if not said:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or said.isdisjoint(y for s in x.scripts for e in s.entries for y in letters_in(e)):
            return None
        given = any(_next(e) in said for s in x.scripts for e in s.entries)
        scripts = tuple(y for s in x.scripts if (y := _without(s, said)).entries)
        return replace(x, scripts=rebuilt(scripts, change), accents=(*x.accents, GIVEN) if given else x.accents)

    return with_statements(located, lambda s: rebuilt(s, change))


def _said(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    """The letters of which words say so."""
    for (n, before), (_, behind) in pairwise(gaps_of(located, blocks)):
        value = value_alone(located[n])
        letter = letter_of(value) if isinstance(value, Name) and not value.primes else None
        sentence = SENTENCE.split(before)[-1]
        said = SAID.search(sentence) or (NAMED.search(sentence) and LEFT_OFF.match(behind))
        if letter is not None and said and not NOT.search(sentence):
            yield letter


def _is_idle(letter: str, statements: Sequence[Statement]) -> bool:
    """Does the letter tell nothing apart but what a step gives and what it is made of?"""
    if not only_in_scripts(letter, statements):
        return False
    names = [x for s in statements for x in t.of_kind(s, Name)]
    carrying = [(x, y, e) for x in names for y in x.scripts for e in y.entries if letter in letters_in(e)]
    given = [x for x, _, e in carrying if _next(e) == letter]
    lefts = [s.chain.members[0] for s in statements if EQUALITIES & {*s.chain.relations[:1]}]
    plain = all(letter in (letter_of(e), _next(e)) and (not y.above or bool(y.bracket)) for _, y, e in carrying)
    others = [x for x, _, _ in carrying if x not in given]
    known = {stem_of(x) for x in others}
    told = all(lefts.count(x) == names.count(x) and stem_of(x) in known for x in given)  # and stands nowhere else
    return plain and told and not any(GIVEN in x.accents for x in names)


def _next(e: Node) -> str | None:
    """The t of `t+1`."""
    if not isinstance(e, t.Terms) or len(e.terms) != len("t1"):
        return None
    first, last = e.terms
    plain = first.sign == "" and last.sign == "+" and last.body == t.ONE
    return letter_of(first.body) if plain else None


def _without(s: Script, letters: set[str]) -> Script:
    return replace(s, entries=tuple(e for e in s.entries if not {letter_of(e), _next(e)} & letters))
