r"""Lines of arrays that are said for one value of a letter: `$\delta_l = a_l - y$ for $l = L$`.

The sizes `n_l` and `n_L` are one there, so a line whose shapes do not fit is read again with the value in the letter's
place. That reading is the line where the condition is surely its own; where it may be, the line is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from ...document.blocks import Block, Display, Heading, Prose
from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...latex.walking import rebuilt
from ...pattern import lazily
from ..spelled.shape import letter_of, letters_in, shifted
from ..stated import Stated

T = TypeVar("T")
SIDES = 2
STRICT = frozenset(["<", ">", r"\ne"])
MOST = 6
"""So many values are tried that only words may mean."""
NEAR = 200
"""So many letters of text before a line, or behind it, may say of which layer it is."""
OF_ONE_LAYER = lazily(
    r"\b(?:(?:output|last|final|top|first|input|bottom|deepest|uppermost|second[- ]last|penultimate)[- ](?:\w+[- ])?"
    r"(?:layer|step|level|stage)|outputs?\b(?! (?:of|from) )|layer (?:one|two|1|2)"
    r"|(?:Ausgabe|Ausgangs|Eingabe|Eingangs)(?:schicht|ebene)|(?:letzte|oberste|erste|unterste)[nrs]? (?:Schicht|Ebene)"
    r"|(?:dernière|première) couche|couche (?:de sortie|d'entrée|finale)|(?:última|primera|ultima) (?:capa|camada)"
    r"|capa (?:de salida|de entrada|final)|camada de (?:saída|entrada)|(?:последн|перв|выходн)\w+ сло)"
    r"|(?:出力|最終|最後の|入力|最初の|最上位?の?|第[一1])層|(?:输出|輸出|最后一?|最後一|第一|输入)层|(?:출력|마지막|첫)\s?층",
    re.I,
)
"""Words that say so, without a letter."""


@dataclass(frozen=True, slots=True)
class AtValue:
    """A letter that is equal to another one (a number: to none, ""), and by how many it is more."""

    letter: str
    other: str
    more: int

    def put(self, x: T) -> T:
        """A tree with the value in the letter's place.

        >>> L = t.Name("L")
        >>> [AtValue("l", "L", n).put(t.Terms((t.Term("", t.Name("l")), t.Term("+", t.ONE)))) == L for n in (-1, 0)]
        [True, False]
        """
        found: T = rebuilt(x, self._instead)
        return found

    def _instead(self, x: object) -> Node | None:
        if not isinstance(x, (t.Name, t.Terms)):
            return None
        letter, more = shifted(x)
        return self._form(more + self.more, x) if letter == self.letter else None

    def _form(self, more: int, at: t.Name | t.Terms) -> Node:
        number = t.Number(str(abs(more)), span=at.span)
        sign = "-" if more < 0 else "+"
        if not self.other:
            return number if more >= 0 else t.Terms((t.Term("-", number, at.span),), at.span)
        name = t.Name(self.other, span=at.span)
        return t.Terms((t.Term("", name, at.span), t.Term(sign, number, at.span)), at.span) if more else name


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says at a value of a letter; `told`: a chain of the page tells that value."""

    at: AtValue
    statement: Statement
    told: bool = True


def value_told(chain: Chain) -> AtValue | None:
    """The value of a letter that a chain tells, `l = L - 1`; None for any other chain."""
    if len(chain.members) != SIDES or chain.relations != ("=",):
        return None
    one, two = chain.members
    letter = letter_of(one)
    other, more = shifted(two)
    if letter is None or other is None or other == letter or (not other and not isinstance(two, t.Number)):
        return None
    return AtValue(letter, other, more)


def values_told(stated: Iterable[Stated]) -> list[AtValue]:
    """The values of letters that the chains of a page tell, each once; of two letters both ways."""
    chains = (c for s in stated for c in (s.statement.chain, *s.statement.conditions, *_doubtful(s.statement)))
    found: dict[AtValue, None] = {}
    for told in map(value_told, chains):
        if told is not None:
            found[told] = None
            if told.other:
                found[AtValue(told.other, told.letter, -told.more)] = None
    return list(found)


def values_met(stated: Iterable[Stated], chain: Chain) -> Iterator[AtValue]:
    """The values that a letter of a line has in the scripts of the page, which words may mean: the L of `a^{(L)}`."""
    letters = dict.fromkeys(letters_in_scripts(chain))
    bases = {x.base for x in t.of_kind(chain, t.Name)}
    names = (x for s in stated for x in t.of_kind(s.statement.chain, t.Name) if x.base in bases)
    places = {shifted(s.entries[0]) for x in names for s in x.scripts if len(s.entries) == 1}
    for letter in letters:
        for other, more in sorted((x, n) for x, n in places if x is not None and x not in letters):
            yield AtValue(letter, other, more)


def _doubtful(s: Statement) -> Iterator[Chain]:
    return (d.chain for d in s.doubtful)


def with_readings(
    typed: Statement, read: Statement, stated: Sequence[Stated], again: Callable[[Statement], Statement]
) -> Statement:
    """A line as it is read, whose shapes do not fit, with what it says at values of its letters where they do; `stated`
    is all of its page, `again` reads a line."""
    if not any(_is_sure(m) for m in read.chain.members):
        return read
    letters = set(letters_in_scripts(typed.chain))
    told = values_told(stated)
    found: list[Reading] = []
    for at in dict.fromkeys((*told, *islice(values_met(stated, typed.chain), MOST))):
        if at.letter in letters:
            new = again(replace(typed, chain=at.put(typed.chain)))
            if not any(isinstance(m, t.Misfit) for m in new.chain.members):
                found.append(Reading(at, new, at in told))
    if not found:
        return read
    members = tuple(
        replace(m, under=tuple(found)) if isinstance(m, t.Misfit) and m.known else m for m in read.chain.members
    )
    return replace(read, chain=replace(read.chain, members=members))


def letters_in_scripts(x: object) -> Iterator[str]:
    """The letters in the scripts of names."""
    return (c for s in t.of_kind(x, t.Script) for e in s.entries for c in letters_in(e))


def _is_sure(m: Node) -> bool:
    return isinstance(m, t.Misfit) and m.known


def at_values_said(stated: Sequence[Stated], blocks: Sequence[Block]) -> list[Stated]:
    """The lines of a page with their conditions, read at the value that their letter has; open where it may have it."""
    return [_at_value(s, found) if (found := _readings(s, blocks)) else s for s in stated]


def _readings(s: Stated, blocks: Sequence[Block]) -> list[Reading]:
    members = s.statement.chain.members
    found = (m.under for m in members if isinstance(m, t.Misfit))
    every = [r for r in next((x for x in found if x), ()) if isinstance(r, Reading)]
    in_words = any(not r.told for r in every) and OF_ONE_LAYER.search(_words_beside(s, blocks)) is not None
    return [r for r in every if r.told or in_words]


def _words_beside(s: Stated, blocks: Sequence[Block]) -> str:
    """The heading of a line, the text before it back to a display, and the text right behind it."""
    line = s.formula.source.line
    at = next((n for n, b in enumerate(blocks) if isinstance(b, Display) and b.source.line == line), None)
    if at is None:
        return ""
    before = ""
    for b in reversed(blocks[:at]):
        if isinstance(b, Heading) or (isinstance(b, Display) and not b.inline):
            break
        before = f"{b.text if isinstance(b, Prose) else '$'} {before}"
    heading = next((b.text for b in reversed(blocks[:at]) if isinstance(b, Heading)), "")
    behind = next((b.text for b in blocks[at + 1 : at + 2] if isinstance(b, Prose)), "")
    within = s.formula.source.text
    return f"{heading}\n{before[-NEAR:]}\n{within}\n{behind[:NEAR]}"


def _at_value(s: Stated, readings: Sequence[Reading]) -> Stated:
    conditions = (*s.statement.conditions, *(c for _, c in s.conditions))
    told = [(c, at) for c in conditions if (at := value_told(c)) is not None]
    chosen = next(((c, r) for c, at in told for r in readings if r.at == at), None)
    if chosen is not None and not (s.doubtful or s.statement.doubtful or s.given):
        _, reading = chosen
        own = tuple(c for c in reading.statement.conditions if value_told(c) != reading.at)
        around = tuple((f, c) for f, c in s.conditions if value_told(c) != reading.at)
        return replace(s, statement=replace(reading.statement, conditions=own), conditions=around)
    if chosen is None and all(any(_excludes(c, r.at) for c in conditions) for r in readings):
        return s
    members = tuple(
        replace(m, known=False) if isinstance(m, t.Misfit) and m.under else m for m in s.statement.chain.members
    )
    return replace(s, statement=replace(s.statement, chain=replace(s.statement.chain, members=members)))


def _excludes(c: Chain, at: AtValue) -> bool:
    """Does a condition say that a letter has another value?"""
    if at.letter not in {letter_of(m) for m in c.members}:
        return False
    told = value_told(c)
    if told is not None:
        return told.other == at.other and told.more != at.more
    if any(isinstance(m, t.Listing) and _is_less(m.items[-1], at) for m in c.members):
        return True
    for a, relation, b in zip(c.members, c.relations, c.members[1:], strict=False):
        for one, two, less in ((a, b, relation in ("<", r"\le")), (b, a, relation in (">", r"\ge"))):
            if letter_of(one) == at.letter and shifted(two) == (at.other, at.more) and relation in STRICT:
                return True
            if less and letter_of(one) == at.letter and _is_less(two, at):
                return True
            if less and letter_of(two) == at.letter and not at.other and _is_more(one, at, relation):
                return True
    return False


def _is_less(end: Node, at: AtValue) -> bool:
    """Does a range end before a value?"""
    other, more = shifted(end)
    return other == at.other and more < at.more


def _is_more(start: Node, at: AtValue, relation: str) -> bool:
    """Does a range start behind a number?"""
    other, more = shifted(start)
    return other == "" and more + (relation in STRICT) > at.more
