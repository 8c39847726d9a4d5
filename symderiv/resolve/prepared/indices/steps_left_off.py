r"""Indices of which words say that they are no longer written: `we drop the subscript $t$`, `省略下标 $t$`.

Then `S_t` and `S` are one name. So it is where the letter stands in scripts alone, or is added to 1 in the name that a
step gives, `S_{t+1} = S_t - \eta \nabla L(S_t)`, which is a name of its own: nothing else is made of that.

Words that name the thing, `the subscript $t$ of $w_t$`, say so of no other, and words of one place, `in the appendix`,
or of things without a name, `on the data`, are not followed. A plain letter that has words or an equation of its own,
or stands before those words or beside the letter with the index, is another quantity: `(w_t - w)^2`, where `$w$ is the
anchor`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..said_in_place import gaps_of, has_values, value_alone
from .steps_held import only_in_scripts

_DROP = r"(?:drop(?:s|ped|ping)?|omit(?:s|ted|ting)?|suppress(?:es|ed|ing)?|leav(?:e|ing)\s+(?:out|off))"
_NOUN = r"(?:(?:time|step|sample|example|layer)[\s-]+)?(?:(?:sub|super)scripts?|ind(?:ex|ices))"
SAID = lazily(
    rf"\b{_DROP}\s+(?:(?:the|all|this)\s+)*{_NOUN}\s*\Z"
    r"|(?:省略|略去|去掉)了?(?:时间|時間)?(?:下标|下標|上标|上標|角标|角標|指标|指標|索引)\s*\Z",
    re.I,
)
"""Words before the letter that say so,"""
NAMED = lazily(rf"\b{_NOUN}\s*\Z|(?:下标|下標|上标|上標|角标|添字|添え字)\s*\Z", re.I)
"""or that name it,"""
LEFT_OFF = lazily(
    r"\s*(?:is|are|will\s+be)\s+(?:\w+ly\s+)?(?:dropped|omitted|suppressed|left\s+(?:out|off|implicit))\b"
    r"|\s*(?:は|を)(?:以[下後]\s*)?省(?:略|く|き)|\s*(?:被|可以?)?(?:省略|略去)",
    re.I,
)
"""and behind it, that it is left off."""
_AIM = (
    r"for\s+(?:the\s+sake\s+of\s+)?(?:notational\s+)?(?:brevity|simplicity|clarity|convenience|readability"
    r"|ease\s+of\s+notation)|to\s+(?:simplify|ease|lighten|unclutter|shorten)\s+(?:the\s+)?notation"
    r"|为(?:了)?(?:简洁|简便|方便|简单|书写方便)(?:起见)?|簡単の(?:ため|為)(?:に)?|表記を簡単にするため(?:に)?"
)
_FROM = (
    r"in\s+(?:what\s+follows|the\s+following|the\s+sequel)|(?:from\s+)?(?:here|now)\s+on(?:wards?)?|henceforth|hereafter"
    r"|below|throughout|以[下後]|下面|下文中?|今后|此后|接下来"
)
WE = lazily(
    rf"(?:\s|[,，、#]|\b(?:we|I|will|shall|now|then|thus|so|therefore|let\s+us|by|the|time|step)\b|我们|将|では|は|{_AIM}|{_FROM})*",
    re.I,
)
"""All else that may stand before what says so,"""
GOES_ON = lazily(
    rf"(?:\s|[,，、(（]|\b(?:and|we|write|have|get|obtain|find|then|to|only|alone)\b|(?:可)?(?:写成|写作|得到?|有)(?:\w{{0,4}}形式)?"
    rf"|する|して|{_AIM}|{_FROM})*",
    re.I,
)
"""and behind it: it then holds of all that carries the letter."""
OF = lazily(r"\s*(?:of|on|from|for|in)\s+", re.I)
AND = lazily(r"\s*(?:,|,?\s*and|及|和|与|、)\s*", re.I)
"""Before and between the names of which words say so alone."""
TO = lazily(
    r"(?:\b(?:with\s+)?respect\s+to|\bw\.\s?r\.\s?t\.|\bwrt|关于|对"
    r"|\b(?:entry|element|component|depends?\s+on|derivative\s+is)|元素|分量|成分|要素|依赖于?|导数[是为])\s*\Z",
    re.I,
)
"""The words before a name that say nothing of what it is."""
SENTENCE = lazily(r"[.;。；]|\n\s*\n")
END = lazily(r"[.;。；:：]|\n\s*\n")
MEMBER = frozenset({r"\in"})
GIVEN = "breve"
"""The accent of the name that a step gives."""


def with_steps_left_off(
    located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> Sequence[Located]:
    """The formulas of a page without such indices; `ranges` are those of the front matter."""
    found = [x for x in _said(located, blocks) if x.letter not in ranges] if has_values(located) else []
    statements = [s for f in read_of(located) for s in f.statements] if found else []
    found = [x for x in found if _is_idle(x.letter, statements)]
    if not found:
        return located
    gaps = gaps_of(located, blocks)
    own = {x.letter: _with_plain_of_their_own(x, located, gaps) for x in found}
    said = {x.letter: x for x in found}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name):
            return None
        letters = {y for y in said if _carries(x, y) and stem_of(x) not in own[y] and said[y].is_of(stem_of(x))}
        if not letters:
            return None
        given = any(_next(e) in letters for s in x.scripts for e in s.entries)
        scripts = tuple(y for s in x.scripts if (y := _without(s, letters)).entries)
        return replace(x, scripts=rebuilt(scripts, change), accents=(*x.accents, GIVEN) if given else x.accents)

    return with_statements(located, lambda s: rebuilt(s, change))


@dataclass(frozen=True, slots=True)
class _Said:
    """A letter of which words say so, the formula that it is there, and the names of which they do; all if none."""

    letter: str
    at: int
    names: frozenset[Stem] = frozenset()

    def is_of(self, stem: Stem) -> bool:
        return not self.names or stem in self.names


def _said(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[_Said]:
    gaps = gaps_of(located, blocks)
    for i, (n, gap) in enumerate(gaps[:-1]):
        value = value_alone(located[n])
        letter = letter_of(value) if isinstance(value, Name) and not value.primes else None
        if letter is None:
            continue
        before, behind = SENTENCE.split(gap)[-1], gaps[i + 1][1]
        begun = i == 0 or SENTENCE.search(gap) is not None or not located[gaps[i - 1][0]][0].inline
        said = SAID.search(before)
        named = None if said else NAMED.search(before)
        off = LEFT_OFF.match(behind) if named else None
        found = said or (named if off else None)
        if found is None or not begun or not WE.fullmatch(before[: found.start()]):
            continue
        rest = behind[off.end() :] if off else behind
        names: frozenset[Stem] = frozenset()
        if OF.fullmatch(rest):
            names, rest = _of_which(letter, located, gaps[i + 1 :])
        if (names or not OF.fullmatch(rest)) and GOES_ON.fullmatch(END.split(rest)[0]):
            yield _Said(letter, n, names)


def _of_which(letter: str, located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> tuple[frozenset[Stem], str]:
    """The names that follow, `$w_t$ and $x_t$`, and the words behind them; none where another formula is there."""
    names: set[Stem] = set()
    for (n, _), (_, behind) in pairwise(gaps):
        value = value_alone(located[n])
        if not isinstance(value, Name) or not _carries(value, letter):
            return frozenset(), "?"
        names.add(stem_of(value))
        if not AND.fullmatch(behind):
            return frozenset(names), behind
    return frozenset(), "?"


def _carries(x: Name, letter: str) -> bool:
    return any(letter in letters_in(e) for s in x.scripts for e in s.entries)


def _with_plain_of_their_own(said: _Said, located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> set[Stem]:
    """What carries the letter, where the name without it is, or may be, something else."""
    before = dict(gaps)
    found: set[Stem] = set()
    for n, (display, f) in enumerate(located):
        for s in f.statements if isinstance(f, Formula) else ():
            names = [x for c in (s.chain, *s.conditions) for x in t.of_kind(c, Name)]
            plain = {stem_of(x) for x in names if not _carries(x, said.letter)}
            beside = {stem_of(x) for x in names if _carries(x, said.letter)}
            left = s.chain.members[0]
            if MEMBER.issuperset(s.chain.relations[:1]) and s.chain.relations:
                continue  # its sizes, which both have
            if n < said.at or (display.inline and not s.chain.relations and not TO.search(before.get(n, ""))):
                found |= plain
            elif s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and isinstance(left, Name):
                found |= {stem_of(left)} & plain
            found |= plain & beside
    return found


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
