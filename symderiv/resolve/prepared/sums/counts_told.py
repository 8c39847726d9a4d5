r"""Numbers of things that words tell by what is looked up: `let $c_j$ be the number of comparisons item $j$ won` beside
`$i_l$ indicates the winner of the $l$th comparison`, `$n_k$ is the number of examples with label $k$` beside `$y_n$ is
the label of example $n$`.

So `c_j = \sum_l [i_l = j]`. The words of the number have to be those of what is looked up, its role and the things that
it is told of, and no others but a noun for j: each more could make it another number (`won against item k`, `lost`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import BigSum, Chain, Name, Node
from ....notation import words_of
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import letter_of, stem_of
from ..said_in_place import gaps_of, value_alone, with_equation
from ..words.comparisons_as_numbers import any_indicator
from ..words.numbers_told import numbering
from ..words.zeros_in_words import CASE
from .sets_compared import entry_below, ranges_of

NUMBER = lazily(
    r"\s*(?:be|is|are|denotes?|=|,)?\s*the\s+(?:total\s+)?(?:number|count)\s+of\s+(?P<rest>[^.,;:!?$()]*)\Z"
)
ROLE = lazily(
    r"\s*(?:be|is|are|indicates?|denotes?|gives?|names?|,)\s+the\s+(?:index\s+of\s+the\s+)?(?:(?:true|class)\s+)?"
    r"(?P<role>[a-z]+)\s+(?:of|in|for)\s+(?:the\s+)?(?P<rest>[^.,;:!?$()]*)\Z"
)
"""Words behind a name, up to the next formula."""
ENDED = lazily(r"(?P<rest>[^.,;:!?$()]*?)\s*(?:[.,;:)]|\Z|\n[ \t]*\n)")
"""The rest of what is said, behind that formula."""
FILLING = words_of("of that which with in for whose the a an has have been is are was were th")
NOUNS = words_of(
    "item player team class category option alternative candidate arm action word token state user node unit topic "
    "cluster group document"
)
"""What a letter may be called right before it."""
ROOTS = {"won": "win", "wins": "win", "winner": "win", "winners": "win", "chosen": "choice", "chose": "choice"}
ROOTS |= {"labelled": "label", "labeled": "label", "classes": "class", "categories": "category"}


def with_counts_told(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """The formulas of a page with equations for such numbers."""
    if not any("number of" in d.after[:60] or "count of" in d.after[:60] for d, _ in located if d.inline):
        return located
    gaps = gaps_of(located, blocks)
    roles = list(_roles(located, gaps))
    statements = [s for f in read_of(located) for s in f.statements]
    lefts = {stem_of(m) for s in statements if s.chain.relations and isinstance(m := s.chain.members[0], Name)}
    by = {stem_of(x) for s in statements for w in t.of_kind(s, t.Wrt) for x in t.of_kind(w, Name)}
    found = list(located)
    for (n, before), (other, between), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        name, said = value_alone(located[n]), NUMBER.match(between)
        letter = entry_below(name) if isinstance(name, Name) else None
        if not isinstance(name, Name) or letter is None or said is None or stem_of(name) in lefts | by:
            continue
        ended = ENDED.match(behind) if _letter(located[other]) == letter else None
        if ended is None or CASE.search(before) or is_hedged(before, ""):
            continue
        counted = [x for x in roles if _is_of(said["rest"], ended["rest"], x[1], x[2])]
        value = _counted(counted[0][0], name, statements) if len(counted) == 1 else None
        if value is not None:
            found[n] = with_equation(found[n], name, value)
    return found


def _roles(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[tuple[Name, str, frozenset[str]]]:
    """What is looked up, with its role and words for the things that it is told of."""
    looked_up = {x for f in read_of(located) for s in f.statements for x in numbering(s)}
    for (n, before), (_, between), (_, behind) in zip(gaps, gaps[1:], [*gaps[2:], (-1, "")], strict=False):
        name, said = value_alone(located[n]), ROLE.match(between)
        if isinstance(name, Name) and name.base in looked_up and entry_below(name) is not None and said is not None:
            ended = ENDED.match(behind)
            # `the label of the training example $n$`, `the winner of the $l$th comparison`
            things = _words(said["rest"])[-2:] or _words(ended["rest"] if ended is not None else "")[:1]
            if not CASE.search(before):
                yield name, _root(said["role"]), frozenset(things)


def _letter(located: Located) -> str | None:
    value = value_alone(located)
    return letter_of(value) if value is not None else None


def _is_of(before: str, behind: str, role: str, things: frozenset[str]) -> bool:
    """Are the words around the letter those of a role and of such things, but for a noun right before it?"""
    first, last = _words(before), _words(behind)
    if not first or first[0] not in things or [x for x in first + last if x == role] != [role]:
        return False
    noun = first[-1:] if first[-1] in NOUNS and role in last else []
    last_before = len(first) - len(noun)
    return all(x in things or x == role for x in (*first[:last_before], *last)) and (role in last or first[-1] == role)


def _words(text: str) -> list[str]:
    return [_root(x) for x in re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower()) if x not in FILLING]


def _root(word: str) -> str:
    """The word without its ending."""
    plain = ROOTS.get(word, word)
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


def _counted(entry: Name, name: Name, statements: Sequence[t.Statement]) -> Node | None:
    r"""The sum of `[i_l = j]` over the things, where the page says how many there are."""
    letter = entry_below(entry) or ""
    ends = {x for s in statements for x in ranges_of(s, letter)}
    if len(ends) != 1 or letter == entry_below(name):
        return None
    low, high = ends.pop()
    span, own = name.span, entry.scripts[0].entries[0]
    same = Chain((entry, name.scripts[0].entries[0]), ("=",), (span,), span)
    return BigSum(
        r"\sum", (Chain((own, low), ("=",), (span,), span),), high, replace(any_indicator(), conditions=(same,)), span
    )
