r"""Words by which what is looked up is a number out of a list: `the words $w_1, \dots, w_T$ are given, each one an
index in $1, \dots, V$`, `each label $y_n$ is an integer between $1$ and $K$`.

So it is with what a letter is that sums have run over such a list, `if $k$ is the class $c_i$` beside `\sum_{k=1}^K`.

The list becomes the range that a formula would state, `1 \le w_t \le V`. Only of what stands as an index, or is
compared with one, is that a range; of any other value it tells nothing that a line rests on, and the words stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.parse import parse
from ....latex.tree import Formula, Name, Script, Statement
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of
from ...ranges.ranges_of_classes import bounds_of_sums
from ...spelled.shape import letter_of, letters_in
from ..said_in_place import gaps_of
from .zeros_in_words import CASE

_WHAT = (
    r"(?:ind(?:ex|ices)|integers?|numbers?|ids?|labels?|class(?:es)?|categor(?:y|ies)|words?|tokens?|states?|actions?"
    r"|items?)"
)
ONE_OF = lazily(
    r"\s*(?:[^.;:!?$()]{0,50}?[\s,])?(?:(?:is|are|be|being|each|one|all|both|always)\s+)+(?:an?\s+|the\s+|one\s+)?"
    rf"(?:(?:word|class|row|whole|vocabulary|integer|positive)\s+)?(?:{_WHAT}\s+)?"
    r"(?:in|from|of|among|out of|between)\s+(?:the\s+)?(?:(?:set|range|list|numbers?|integers?|indices)\s+)?"
    r"|\s*(?:all\s+|each\s+)?(?:takes?|have|has)\s+(?:its\s+|their\s+|a\s+)?values?\s+(?:in|from|among)\s+"
    r"|\s*(?:all\s+|each\s+)?(?:lies?\s+in|lie\s+in|belongs?\s+to|ranges?\s+over|runs?\s+over)\s+",
    re.I,
)
"""Words between what is looked up and the list."""
ONE_OF_JAPANESE = lazily(r"\s*は(?:すべて|それぞれ|いずれも)?\s*")
OF_JAPANESE = lazily(r"\s*(?:の(?:いずれか|整数|番号|添字|添え字|インデックス|ラベル|値)|を(?:とる|取る))")
ENDS = lazily(r"\s*(?:[.,;:)]|\Z|\n|(?:and|so|where|with|each|which|that|respectively)\b)", re.I)
"""How the sentence goes on behind the list, in Japanese what the list is one of."""
IS_CLASS = lazily(
    r"\s*(?:is|equals|denotes|ist|est|es|é|è|=)\s+(?:(?:the|die|das|la|le|l'|el|a|o|il)\s*)?(?:[a-z]+\s+)?"
    r"(?:class|label|category|cluster|topic|index|Klasse|Label|Kategorie|classe|clase|etiqueta|étiquette|categor[ií]a"
    r"|catégorie|классе?|метка)\s*",
    re.I,
)
"""Words between a letter and what is looked up that say what the letter is then."""
DENIED = lazily(r"\b(?:not|never|no|nor|except|unless|some|most|usually|often|possibly|otherwise|but)\b", re.I)
BETWEEN = lazily(r"\bbetween\s+\Z", re.I)
AND = lazily(r"\s*and\s*", re.I)
LIST = lazily(r"\s*\\?\{?\s*(\d+)\s*,\s*(?:\d+\s*,\s*)*\\(?:[lc]?dots[cb]?)\s*,\s*([^,{}\\]+?)\s*\\?\}?\s*\Z")
END = lazily(r"\s*(?:\d+|[A-Za-z](?:_\{?\w+\}?)?(?:\s*[-+]\s*\d+)?)\s*")


def _numbers(s: Statement) -> bool:
    return any(True for _ in numbering(s))


def with_numbers_told(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """The formulas of a page with ranges for such lists."""
    if not any_of(located, _numbers):
        return located
    bases = {x for f in read_of(located) for s in f.statements for x in numbering(s)}
    found = list(located)
    gaps = gaps_of(found, blocks)
    for (first, before), (second, between), (third, after), (_, last) in zip(
        gaps, gaps[1:], gaps[2:], [*gaps[3:], (-1, "")], strict=False
    ):
        name = _name(found[first], bases)
        if name is None or CASE.search(before) or is_hedged(before, "") or DENIED.search(between):
            continue
        ends = _listed(found[second], between, after)
        if ends is None and third >= 0 and BETWEEN.search(between) and AND.fullmatch(after) and ENDS.match(last):
            ends = _from_to(found[second], found[third]) if ONE_OF.fullmatch(between) else None
        made = None if ends is None else _range(name, ends, found[second])
        if made is not None:
            found[second] = made
    for second, made in _classes(found, gaps, bases):
        found[second] = made
    return found


def _classes(
    found: Sequence[Located], gaps: Sequence[tuple[int, str]], bases: set[str]
) -> Iterator[tuple[int, Located]]:
    """The formulas with a range for what a letter is called, where all sums over the letter have the same bounds."""
    bounds = bounds_of_sums(s.chain for f in read_of(found) for s in f.statements)
    for (first, _), (second, between) in pairwise(gaps):
        name = _name(found[second], bases) if IS_CLASS.fullmatch(between) else None
        letter = _letter(found[first])
        own = bounds.get(letter, set()) if letter is not None else set()
        if name is not None and len(own) == 1:
            yield from ((second, _between(name, low, high, found[second])) for low, high in own)


def _letter(located: Located) -> str | None:
    """The letter that a formula in a sentence consists of."""
    display, formula = located
    chains = [s.chain for s in formula.statements] if isinstance(formula, Formula) and display.inline else []
    return letter_of(chains[0].members[0]) if len(chains) == 1 and not chains[0].relations else None


def numbering(s: Statement) -> Iterator[str]:
    """The names with indices that stand as indices of others, or that brackets compare."""
    for x in t.walk(s):
        if isinstance(x, Script):
            yield from (e.base for e in x.entries if isinstance(e, Name) and e.scripts)
        elif isinstance(x, t.Indicator):
            members = (m for c in x.conditions if isinstance(c, t.Chain) for m in c.members)
            yield from (m.base for m in members if isinstance(m, Name) and m.scripts)


def _name(located: Located, bases: set[str]) -> Name | None:
    r"""The name of what is looked up with one letter below, `w_t` also for `w_{t-n+1}, \cdots, w_t`."""
    display, formula = located
    if not isinstance(formula, Formula) or not display.inline:
        return None
    chains = [c for s in formula.statements for c in (s.chain, *s.conditions)]
    if any(not isinstance(c, t.Chain) or c.relations for c in chains):
        return None
    items = [x for c in chains for m in c.members for x in t.listed(m)]
    names = [x for x in items if isinstance(x, Name)]
    fits = len(names) + sum(isinstance(x, t.Symbol) for x in items) == len(items)
    if not names or not fits or len({(x.base, x.accents, x.font) for x in names}) > 1 or names[0].base not in bases:
        return None
    return next((x for y in reversed(names) if (x := _plain(y)) is not None), None)


def _plain(x: Name) -> Name | None:
    """The name with the first letter below it."""
    if len(x.scripts) != 1 or x.scripts[0].above or len(x.scripts[0].entries) != 1 or x.primes:
        return None
    letters = [*letters_in(x.scripts[0].entries[0])]
    below = [y for y in t.walk(x.scripts[0]) if isinstance(y, Name) and y.base in letters]
    return replace(x, scripts=(replace(x.scripts[0], entries=(below[0],)),)) if below else None


def _listed(located: Located, between: str, after: str) -> tuple[str, str] | None:
    spoken = ONE_OF.fullmatch(between) is not None and ENDS.match(after) is not None and not BETWEEN.search(between)
    spoken = spoken or (ONE_OF_JAPANESE.fullmatch(between) is not None and OF_JAPANESE.match(after) is not None)
    found = LIST.fullmatch(located[0].latex) if spoken and located[0].inline else None
    return (found[1], found[2]) if found is not None and END.fullmatch(found[2]) else None


def _from_to(first: Located, second: Located) -> tuple[str, str] | None:
    one, two = first[0].latex.strip(), second[0].latex.strip()
    return (one, two) if one.isdigit() and END.fullmatch(two) else None


def _range(name: Name, ends: tuple[str, str], located: Located) -> Located | None:
    """The range in the place of the list."""
    try:
        low, high = (parse(x).statements[0].chain.members[0] for x in ends)
    except ReadError:
        return None
    return _between(name, low, high, located)


def _between(name: Name, low: t.Node, high: t.Node, located: Located) -> Located:
    """A formula that says where a name lies."""
    made = parse(r"1 \le q_q \le 2")
    (stated,) = made.statements
    stated = replace(stated, chain=replace(stated.chain, members=(low, name, high)))
    return located[0], replace(made, statements=(stated,))
