r"""Ranges that sentences give to letters: `$a$ and $x$ denote actions, $1, \dots, k$`, `$i$ runs from $1$ to $n$`.

Only letters of which nothing else tells a range are taken, and only sentences that say it of letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...document.blocks import Block
from ...errors import ReadError
from ...latex.hedged import is_hedged
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared.said_in_place import gaps_of, value_alone
from ..prepared.words.zeros_in_words import CASE
from ..spelled.shape import letter_of
from .listed_ranges import told_in

AND = lazily(r"\s*(?:,|and|, and|or|und|et|y|e|и|、|と|および)\s*", re.I)
_RUNS = (
    r"(?:denotes?|index(?:es)?|numbers?|enumerates?|stands? for|refers? to|(?:runs?|ranges?|goes|go|var(?:y|ies))"
    r"(?: over| through)?|takes?(?: on)?|bezeichne[nt]|lauf(?:en|t)|läuft|nummerier(?:en|t)|désignent?|parcour(?:t|ent)"
    r"|numérotent?|denotan?|recorren?|обозначают?|пробегают?|нумеру[юе]т)"
)
OVER = lazily(
    rf"\s*(?:(?:all|both|each|always|alle|beide|tous|все|оба)\s+)?{_RUNS}\s+(?:[^.;:!?$()]{{0,40}}?[\s,:]\s*)?", re.I
)
"""Words between the letters and a list, `all denote actions, $1, \\dots, k$`."""
FROM = lazily(
    r"\s*(?:(?:all|both|each|alle|beide)\s+)?(?:runs?|ranges?|goes|go|var(?:y|ies)|lauf(?:en|t)|läuft|va|vont|va(?:n)?"
    r"|меня[юе]тся|пробегают?)\s+(?:from|von|de|desde|от)\s*",
    re.I,
)
TO = lazily(r"\s*(?:to|up to|through|bis|à|jusqu'à|a|hasta|до)\s*", re.I)
"""Words before both ends and between them."""
OF = lazily(r"\s*は\s*(?:すべて|いずれも)?\s*")
TILL = lazily(r"\s*から\s*")
"""The same in Japanese."""
ENDS = lazily(r"\s*(?:[.,;:)。、，；]|\Z|\n|(?:and|und|et|y|и|so|where|with|each|respectively)\b)", re.I)
ENDS_JAPANESE = lazily(r"\s*(?:まで|を(?:動|走|と)|の(?:いずれか|値))")
LIST = lazily(r"\s*\\?\{?\s*(\d+)\s*,\s*(?:\d+\s*,\s*)*\\(?:[lc]?dots[cb]?)\s*,\s*([^,{}\\]+?)\s*\\?\}?\s*\Z")
"""`1, \\dots, k` and `1, 2, \\ldots, n`."""
END = lazily(r"\s*(?:\d+|[A-Za-z](?:_\{?\w+\}?)?(?:\s*[-+]\s*\d+)?)\s*")


def ranges_in_words(
    located: Sequence[Located], blocks: Sequence[Block], ranged: Iterable[Chain]
) -> list[tuple[Formula, Chain]]:
    """The ranges of letters that sentences give; of those in `ranged` the front matter tells one."""
    found = dict(_told(located, gaps_of(located, blocks)))
    if not found:
        return []
    told = told_in([*(s.chain for f in read_of(located) for s in f.statements), *ranged])
    made: list[tuple[Formula, Chain]] = []
    for letter, (first, last) in found.items():
        if letter not in told:
            try:
                f = parse(rf"{first} \le {letter} \le {last}")
            except ReadError:
                continue
            made += [(f, s.chain) for s in f.statements]
    return made


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The letters with the ends of their ranges."""
    for n in range(len(gaps) - 1):
        if _letter(located[gaps[n][0]]) is None or n + 2 >= len(gaps):
            continue
        ends = _listed(located, gaps, n) or _from_to(located, gaps, n)
        first = n
        while first > 0 and AND.fullmatch(gaps[first][1]) and _letter(located[gaps[first - 1][0]]) is not None:
            first -= 1
        before = gaps[first][1]
        if ends is not None and CASE.search(before) is None and not is_hedged(before, ""):
            for at in range(first, n + 1):
                letter = _letter(located[gaps[at][0]])
                if letter is not None:
                    yield letter, ends


def _letter(located: Located) -> str | None:
    """The small letter that a formula is."""
    name = value_alone(located)
    letter = letter_of(name) if isinstance(name, Name) else None
    return letter if letter is not None and letter.strip("\\'")[:1].islower() else None


def _listed(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> tuple[str, str] | None:
    """The ends of the list that letters run over."""
    between, behind = gaps[n + 1][1], gaps[n + 2][1]
    spoken = OVER.fullmatch(between) is not None and ENDS.match(behind) is not None
    spoken = spoken or (OF.fullmatch(between) is not None and ENDS_JAPANESE.match(behind) is not None)
    found = LIST.fullmatch(located[gaps[n + 1][0]][0].latex) if spoken else None
    return (found[1], found[2]) if found is not None and END.fullmatch(found[2]) else None


def _from_to(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> tuple[str, str] | None:
    """Both ends where each is a formula of its own."""
    if n + 3 >= len(gaps):
        return None
    led, between, behind = gaps[n + 1][1], gaps[n + 2][1], gaps[n + 3][1]
    spoken = FROM.fullmatch(led) is not None and TO.fullmatch(between) is not None and ENDS.match(behind) is not None
    japanese = OF.fullmatch(led) is not None and TILL.fullmatch(between) is not None
    if not spoken and not (japanese and ENDS_JAPANESE.match(behind)):
        return None
    one, two = located[gaps[n + 1][0]][0].latex, located[gaps[n + 2][0]][0].latex
    return (one.strip(), two.strip()) if one.strip().isdigit() and END.fullmatch(two) else None
