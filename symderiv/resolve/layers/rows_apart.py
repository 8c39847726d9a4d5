r"""Single rows of which a page says that they are none of the others: `assume $o \ne k$ for all $k$`, `where
$o \notin \{1, \dots, K\}$`, `$o$ is different from all $k$`, `$o$ is not one of the $K$ samples`.

That is said of the page, and no condition of the line beside it: row o is always one row. Said with an `if`, or of a
line that differentiates, it may be a case; then it stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...document.blocks import Block
from ...latex import sentences
from ...latex import tree as t
from ...latex.hedged import is_hedged
from ...latex.joining import IF, IN_CASE
from ...latex.statement_forms import derives
from ...latex.tree import Chain, Formula, Group, Listing, Name, Node, Number, Statement, Symbol
from ...pattern import lazily
from ..facts import Apart
from ..located import Located, read_of
from ..prepared.said_in_place import gaps_of
from ..spelled.scripts import letters_in_scripts
from ..spelled.shape import letter_of, letters_in

SAID = lazily(
    r"(?:\A|[,、，]|\b(?:and|where|wobei|with|mit|avec|con|o[ùu]|donde|here|hier|we have|it holds|that|dass|que|che"
    r"|since|because"
    r"|(?:we |let us |further |also |now )*(?:assume|suppose|require|take|let)|assuming|supposing|(?:wir )?nehmen\s+\w+"
    r"|sei|seien|(?:es )?(?:gelte|gilt)|angenommen|on suppose|supposons|soit|suponemos|supongamos|sea|supponiamo|sia)"
    r"|ただし|ここで|なお|また|其中|假设|假定|设|設|且)\s*[,、，]?\s*\Z",
    re.I,
)
"""Words that end right before what is said of the page."""
TIED = lazily(r"\s*,?\s*(?:where|with|wobei|mit|and|since|because|avec|con|o[ùu]|donde|ただし|ここで|其中)(?!\w)")
"""Words that begin what is said of a line above."""
_ALL = (
    r"(?:all|every|each|any|alle|jede[sn]?|tous?(?: les)?|toutes?(?: les)?|chaque|todos?(?: los)?|todas?(?: las)?|cada"
    r"|tutt[ie](?: [il]e?)?|ogni)"
)
OF_ALL = lazily(
    rf"\s*,?\s*(?:for|für|pour|para|per)\s+{_ALL}\s+(?:(?:the |of the )?(?:negative |other )*"
    r"(?:indices|index|values of|rows?|samples?)\s+)?\Z|\s*[,，]?\s*(?:对|對)?(?:所有|任意)的?\s*\Z",
    re.I,
)
"""Words between the comparison and the letter of the others, whichever it is,"""
OF_ALL_INSIDE = lazily(
    r"\\forall(?![a-z])|\\(?:text|mbox|mathrm|textrm)\s*\{[^{}]*\b(?:for|für|pour|para|per)\s+" + _ALL + r"\b"
)
"""the same inside of the formula,"""
INSIDE = lazily(rf"\\forall|\b{_ALL}\b")
OF_ALL_BEFORE = lazily(
    rf"\b(?:for|für|pour|para|per)\s+{_ALL}\s*\Z|(?:すべての|全ての|任意の|どの)\s*\Z|(?:对|對)(?:于|於)?(?:所有|任意)的?\s*\Z",
    re.I,
)
BETWEEN = lazily(
    r"\s*,?\s*(?:it holds that|we have|we assume(?: that)?|gilt|on a|se tiene"
    r"|に(?:ついて|対して)は?|で|,|、|，|有|都有|都)?\s*,?\s*\Z",
    re.I,
)
"""and before it;"""
DIFFERENT = lazily(
    r"\s*(?:is|ist|est|es|è)\s+(?:always\s+)?(?:different from|distinct from|unequal to|verschieden von|différent de"
    rf"|distinto de|diverso da)\s+{_ALL}\s+(?:(?:of )?(?:the )?(?:other )?(?:indices |values )?)?\Z",
    re.I,
)
NONE_OF = lazily(
    r"\s*(?:is|ist)\s+(?:none of|not (?:one of|among|in)|keine? (?:der|von))\s+(?:the )?(?:numbers |indices )?\Z", re.I
)
"""between both where words alone say it."""
COUNTED = lazily(
    r"\s*(?:(?:negative|noise|noisy|other|sampled|drawn|negativen|anderen)\s+)*"
    r"(?:samples|negatives|words|indices|numbers|rows|vectors|ones|Stichproben|Wörter|Indizes|Zahlen)(?!\w)",
    re.I,
)
"""What the number of the others counts, `none of the $K$ samples`."""
ENDS = lazily(
    r"\s*(?:[.,;:)。、，；]|\Z|\n|\$|(?:and|so|hence|then|holds?|throughout|und|et|y)\b"
    r"|(?:とする|と仮定する|である|が成り立つ|成立))",
    re.I,
)
"""What may stand behind."""
CASES = lazily(
    rf"\b(?:{IF}|{IN_CASE}|cases?|Fall|unless|once|only|until|either|or|whether|provided|otherwise|sonst|oder"
    r"|first|second|also consider|else)\b|(?:もし|場合|とき|ならば|如果|若|当|當|时|時)",
    re.I,
)
"""Words by which it may be a case."""


def without_rows_apart(located: Sequence[Located], blocks: Sequence[Block]) -> tuple[list[Located], tuple[Apart, ...]]:
    """The formulas without those that say so, and what they say; nothing, where the page says the contrary, too."""
    found = dict(_found(located, gaps_of(located, blocks))) if any(map(_may_say, located)) else {}
    others = [f for n, (_, f) in enumerate(located) if n not in found and isinstance(f, Formula)]
    said = {x.letter for x in found.values() if _is_single(x, read_of(located))} - {
        x for f in others for x in _placed(f)
    }
    kept = {n: x for n, x in found.items() if x.letter in said}
    taken = [(d, _mentioned(f) if n in kept else f) for n, (d, f) in enumerate(located)]
    return taken, tuple(dict.fromkeys(kept.values()))


def _may_say(located: Located) -> bool:
    display, f = located
    if not isinstance(f, Formula):
        return False
    return any(c.relations in ((r"\ne",), (r"\notin",)) for s in f.statements for c in (s.chain, *s.conditions)) or (
        display.inline and len(f.statements) == 1 and not f.statements[0].chain.relations
    )


def _is_single(told: Apart, formulas: Sequence[Formula]) -> bool:
    """Does the letter number one thing in an equation, and nothing runs over it, as a sum does over the others?"""
    sums = [x for f in formulas for x in t.of_kind(f, t.BigSum)]
    below = [c for x in sums for c in x.below]
    bound = {y for c in below for x in t.of_kind(c, Name) for y in letters_in(x)}
    ends = {letter_of(x.above) for x in sums if x.above is not None}
    over = told.other in bound if told.end is None else told.end in ends
    equations = [s.chain.members for f in formulas for s in f.statements if s.chain.relations and not derives(s)]
    carried = {x for members in equations for x in letters_in_scripts(members[0])}
    used = {x for members in equations for m in members[1:] for x in letters_in_scripts(m)}
    return over and told.letter in used - carried - bound


def _found(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Apart]]:
    for n, (number, _) in enumerate(gaps[:-1]):
        display, f = located[number]
        if not isinstance(f, Formula):
            continue
        if not display.inline:
            said = [x for s in f.statements for x in _beside(s)]
            if len(said) == 1:
                yield number, said[0]
            continue
        told = _told(located, gaps, n)
        if told is not None and _is_of_page(located, gaps, *told[1:]):
            yield number, told[0]


def _beside(s: Statement) -> Iterator[Apart]:
    r"""What stands beside an equation that differentiates nothing, `J = .., \quad o \notin \{1, \dots, K\}`."""
    if s.chain.relations and not derives(s):
        yield from (x for c in s.conditions if (x := _outside(c)) is not None)


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> tuple[Apart, int, int] | None:
    """What a formula in a sentence says, and the first and the last formula that it takes."""
    _, f = located[gaps[n][0]]
    assert isinstance(f, Formula)
    chain = f.statements[0].chain if f.statements else Chain((), (), (), (0, 0))
    behind = gaps[n + 1][1]
    if len(f.statements) == 1 and (found := _outside(chain)) is not None:
        return found, n, n
    if chain.relations == (r"\ne",) and len(f.statements) == 1:
        return _unequal(located, gaps, n, f)
    letter = letter_of(chain.members[0]) if len(f.statements) == 1 and not chain.relations and chain.members else None
    if letter is None:
        return None
    if DIFFERENT.fullmatch(behind) and (every := _any(located, gaps, n + 1)) is not None and every != letter:
        return Apart(letter, every), n, n + 1
    if NONE_OF.fullmatch(behind) and (end := _end_of(located, gaps, n + 1)) is not None:
        return Apart(letter, end=end), n, n + 1
    if NONE_OF.fullmatch(behind) and (count := _count(located, gaps, n + 1)) is not None:
        return Apart(letter, end=count), n, n + 1
    return None


def _unequal(
    located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int, f: Formula
) -> tuple[Apart, int, int] | None:
    """The same of `o \\ne k`, where it is said for all of one of them."""
    one, two = map(letter_of, f.statements[0].chain.members)
    every, first, last = None, n, n
    if OF_ALL_INSIDE.search(f.source.text):
        behind = re.match(r"[\s\\,{}(]*([A-Za-z])", INSIDE.split(f.source.text)[-1])
        every = behind[1] if behind else None
    elif OF_ALL.fullmatch(gaps[n + 1][1]):
        every, last = _any(located, gaps, n + 1), n + 1
    elif n and BETWEEN.fullmatch(gaps[n][1]) and OF_ALL_BEFORE.search(gaps[n - 1][1]):
        every, first = _any(located, gaps, n - 1), n - 1
    if one is None or two is None or every not in (one, two):
        return None
    return (Apart(two, one) if every == one else Apart(one, two)), first, last


def _any(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> str | None:
    r"""The letter of a formula that is one, or its range: `k`, `k = 1, \dots, K`."""
    f = located[gaps[n][0]][1] if 0 <= n < len(gaps) - 1 else None
    if not isinstance(f, Formula) or len(f.statements) != 1:
        return None
    chain = f.statements[0].chain
    ranged = len(chain.members) > 1 and chain.relations in (("=",), (r"\in",)) and _end(chain.members[1])
    return letter_of(chain.members[0]) if not chain.relations or ranged else None


def _end_of(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> str | None:
    r"""The last one of a formula that lists numbers, `1, \dots, K` or `\{1, \dots, K\}`."""
    f = located[gaps[n][0]][1] if n < len(gaps) - 1 else None
    if not isinstance(f, Formula) or any(s.chain.relations for s in f.statements):
        return None
    members = [s.chain.members[0] for s in f.statements]
    return _end(members[0]) if len(members) == 1 else _last(members)


def _count(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> str | None:
    """The size that is the number of things, `the $K$ samples`."""
    f = located[gaps[n][0]][1] if n < len(gaps) - 1 else None
    if not isinstance(f, Formula) or len(f.statements) != 1 or f.statements[0].chain.relations:
        return None
    return letter_of(f.statements[0].chain.members[0]) if COUNTED.match(gaps[n + 1][1]) else None


def _outside(chain: Chain) -> Apart | None:
    r"""What `o \notin \{1, \dots, K\}` says."""
    if chain.relations != (r"\notin",):
        return None
    letter, end = letter_of(chain.members[0]), _end(chain.members[1])
    return Apart(letter, end=end) if letter is not None and end is not None else None


def _end(x: Node) -> str | None:
    return _last(x.items) if isinstance(x, (Group, Listing)) else None


def _last(items: Sequence[Node]) -> str | None:
    """The size that ends a list of all numbers up to it."""
    dots = any(isinstance(x, Symbol) and x.name == r"\dots" for x in items)
    first = items[0] if items else None
    begins = isinstance(first, Number) and first.text in ("0", "1")
    return letter_of(items[-1]) if dots and begins else None


def _is_of_page(located: Sequence[Located], gaps: Sequence[tuple[int, str]], first: int, last: int) -> bool:
    """Is it said of the page, and of no case?"""
    before, behind = gaps[first][1], gaps[last + 1][1]
    behind = COUNTED.sub("", behind, count=1) if COUNTED.match(behind) else behind
    words, n = sentences.last(before), first
    while n and sentences.last(gaps[n][1]) == gaps[n][1]:
        n -= 1
        words = f"{sentences.last(gaps[n][1])} {words}"
        if not located[gaps[n][0]][0].inline or located[gaps[n][0]][1].__class__ is not Formula:
            break
    ending = sentences.last(before)
    quantified = OF_ALL_BEFORE.search(ending)
    ending = ending[: quantified.start()] if quantified else ending
    said = SAID.search(ending) is not None or _is_name(located, gaps, first)
    above = first if n == first and TIED.match(ending) else n + 1 if n < first else 0
    line = located[gaps[above - 1][0]][1] if above else None
    derived = isinstance(line, Formula) and any(map(derives, line.statements))
    case = CASES.search(words) or CASES.search(sentences.first(behind))
    return said and not derived and not case and ENDS.match(behind) is not None and not is_hedged(words, behind)


def _is_name(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> bool:
    """Does a sentence speak of a letter that stands alone?"""
    f = located[gaps[n][0]][1]
    return isinstance(f, Formula) and not f.statements[0].chain.relations


def _placed(f: Formula) -> Iterator[str]:
    """The letters of which a formula says, by itself or beside a line, what they are, or that they may be another."""
    for chain in (c for s in f.statements for c in (s.chain, *s.conditions) if c.relations):
        if not {r"\ne"}.issuperset(chain.relations):
            yield from (x for m in chain.members for x in (letter_of(i) for i in t.listed(m)) if x is not None)


def _mentioned(f: Formula | object) -> Formula:
    """The formula with the letter alone, without what is said of it."""
    assert isinstance(f, Formula)
    if f.statements[0].conditions:
        kept = (replace(s, conditions=tuple(c for c in s.conditions if _outside(c) is None)) for s in f.statements)
        return replace(f, statements=tuple(kept))
    s = f.statements[0]
    alone = replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=())
    return replace(f, statements=(replace(s, chain=alone),))
