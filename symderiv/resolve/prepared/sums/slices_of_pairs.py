r"""Sets of what stands in pairs with one thing: `\Psi_i = \{j : (i, j) \in \Omega\}`, also in words: `$\Omega$: set of
pairs $(i, j)$ where user $i$ rated item $j$`, `$\Psi_i$: set of items rated by user $i$`.

An element of such a set stands with the letter of the set in a pair: `\sum_{j \in \Psi_i}` is `\sum_{j : (i, j) \in
\Omega}`, and `|\Psi_i|` how many there are. Words have to have the verb and the nouns of those that tell the pairs.
A set `\Omega_i` with the letter of the pairs is likely to be such a set, too, but which one is not said: it is left
unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.source import Offsets
from ....latex.tree import ONE, BigSum, Chain, Formula, Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import is_by, lazily
from ...asked import any_of
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from ..left_unread import without_doubtful
from ..said_in_place import gaps_of, value_alone

IN = (r"\in",)
PAIR = 2
_THE = r"(?:(?:the|a|an|each|all)\s+)*"
_SET = rf"\s*(?::|,|is|be|denotes?|for|—|–)\s*{_THE}set\s+of\s+{_THE}"
PAIRS = lazily(rf"{_SET}(?:index\s+)?pairs\s*", re.I)
"""Between the set of pairs and a pair,"""
SUBJECT = lazily(rf"\s*(?:where|such\s+that|for\s+which|so\s+that|with)\s+{_THE}(?P<subject>[a-z]+)\s*", re.I)
VERB = lazily(rf"\s*(?:(?:has|have)\s+)?(?P<verb>[a-z]+)\s+{_THE}(?P<object>[a-z]+)\s*", re.I)
"""and what the two are to each other."""
BY = lazily(
    rf"{_SET}(?P<object>[a-z]+)\s+(?:(?:that|which)\s+(?:are|were|have\s+been)\s+)?(?P<verb>[a-z]+)\s+by\s+{_THE}"
    r"(?P<subject>[a-z]+)\s*",
    re.I,
)
"""Between a set and its letter: `the set of items rated by user $i$`,"""
WHO = lazily(
    rf"{_SET}(?P<subject>[a-z]+)\s+(?:who|that|which)\s+(?:have\s+)?(?P<verb>[a-z]+)\s+{_THE}(?P<object>[a-z]+)\s*",
    re.I,
)
"""`the set of users who rated item $j$`."""
ENDED = lazily(
    r"\s*(?:[.;)]|\Z|\n\s*\n|,?\s*(?:and\s+)?(?:(?:let|by|write|with|also)\s+)*\Z|,\s*(?:and\s+)?(?:where|so)\b)", re.I
)
"""How such a sentence goes on."""
DENIED = frozenset(["not", "never", "cannot", "hardly", "seldom"])
CAUSE = "the sets with an index have the letter of a set of pairs: what is in them?"
HINT = r"say it: `\Omega_i = \{j : (i, j) \in \Omega\}`"


@dataclass(frozen=True, slots=True)
class _Slice:
    """A set of what stands in a pair of `pairs` with a thing, which is the `first` of it or the second; the
    letters of the pair."""

    pairs: Name
    letters: tuple[str, str]
    first: bool

    def asks(self, own: Node, element: Node, span: Offsets) -> Chain:
        """Is an element in it?"""
        pair = Group("(", (own, element) if self.first else (element, own), ")", (",",), span)
        return Chain((pair, self.pairs), IN, (span,), span)


def _is_one(s: Statement) -> bool:
    return _told(s) is not None or any(_element(c) is not None for c in t.of_kind(s, Chain))


def with_slices_of_pairs(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """The formulas of a page with pairs in the place of such sets, without what only tells these."""
    if not any_of(located, _is_one):
        return located
    return _without_letter_of_pairs(_with_slices(located, blocks))


def _without_letter_of_pairs(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas without those that ask for elements of a set with an index and the letter of a set of pairs."""
    chains = [c for f in read_of(located) for s in f.statements for c in t.of_kind(s, Chain) if c.relations == IN]
    pairs = {stem_of(x) for c in chains if _letters(c.members[0]) for x in c.members[1:] if isinstance(x, Name)}
    own = {stem_of(found[1]) for c in chains if (found := _element(c)) is not None}

    def doubtful(s: Statement) -> Node | None:
        found = (x[1] for c in t.of_kind(s, Chain) if (x := _element(c)) is not None)
        return next((x for x in found if stem_of(x) in pairs), None)

    return without_doubtful(located, doubtful, CAUSE, HINT) if pairs & own else located


def _with_slices(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    statements = [s for f in read_of(located) for s in f.statements]
    told: list[tuple[Stem, _Slice, Statement | None]] = [
        (stem, x, s) for s in statements if (found := _told(s)) is not None for stem, x in [found]
    ]
    told += [(stem, x, None) for stem, x in _in_words(located, blocks)]
    telling = {id(s) for _, _, s in told if s is not None}
    others = [s for s in statements if id(s) not in telling]
    sets = {stem: x for stem, x, _ in told if sum(stem == y for y, _, _ in told) == 1 and _is_read(stem, others)}
    if not sets:
        return located
    dropped = {id(s) for stem, _, s in told if stem in sets and s is not None}
    return [(d, _changed(f, sets, dropped) if isinstance(f, Formula) else f) for d, f in located]


def _changed(f: Formula, sets: Mapping[Stem, _Slice], dropped: set[int]) -> Formula:
    def change(x: Any) -> Node | None:
        if isinstance(x, BigSum) and x.above is None:
            below = tuple(y for c in x.below for y in _below(c, sets))
            return replace(x, below=below, body=rebuilt(x.body, change)) if below != x.below else None
        return _counted(x, sets) if isinstance(x, Group) else _asked(x, sets) if isinstance(x, Chain) else None

    kept = tuple(s for s in f.statements if id(s) not in dropped)
    made = tuple(rebuilt(s, change) for s in kept)
    return f if made == f.statements else replace(f, statements=made)


def _below(c: Node, sets: Mapping[Stem, _Slice]) -> tuple[Node, ...]:
    asked = _asked(c, sets) if isinstance(c, Chain) else None
    return (c,) if asked is None or not isinstance(c, Chain) else (c.members[0], asked)


def _asked(c: Chain, sets: Mapping[Stem, _Slice]) -> Chain | None:
    r"""`(i, j) \in \Omega` for `j \in \Psi_i`."""
    found = _element(c)
    mine = sets.get(stem_of(found[1])) if found is not None else None
    return None if found is None or mine is None else mine.asks(found[2], found[0], c.span)


def _counted(x: Group, sets: Mapping[Stem, _Slice]) -> Node | None:
    """How many elements a set has, as a sum over them."""
    only = x.items[0] if x.open == "|" and len(x.items) == 1 else None
    mine = sets.get(stem_of(only)) if isinstance(only, Name) else None
    own = _own(only) if isinstance(only, Name) else None
    if mine is None or own is None:
        return None
    one, two = mine.letters if mine.first else mine.letters[::-1]
    letter = Name(two if letter_of(own) != two else one, span=x.span)
    return Group("(", (BigSum(r"\sum", (letter, mine.asks(own, letter, x.span)), None, ONE, x.span),), ")", span=x.span)


def _element(c: Chain) -> tuple[Node, Name, Node] | None:
    r"""The letter, the set and the letter of the set in `j \in \Psi_i`."""
    if c.relations != IN or not isinstance(c.members[1], Name) or letter_of(c.members[0]) is None:
        return None
    own = _own(c.members[1])
    return None if own is None or letter_of(own) == letter_of(c.members[0]) else (c.members[0], c.members[1], own)


def _own(x: Name) -> Node | None:
    """The one letter below a set."""
    one = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above and not x.primes else ()
    return one[0] if len(one) == 1 and letter_of(one[0]) is not None else None


def _is_read(stem: Stem, others: Sequence[Statement]) -> bool:
    """Is the set asked for its elements, or counted, and nothing else?"""
    said = [s for s in others if s.chain.relations]
    names = sum(stem_of(x) == stem for s in said for x in t.of_kind(s, Name))
    chains = [found for s in said for c in t.of_kind(s, Chain) if (found := _element(c)) is not None]
    groups = [g.items[0] for s in said for g in t.of_kind(s, Group) if g.open == "|" and len(g.items) == 1]
    asked = sum(stem_of(x) == stem for _, x, _ in chains)
    return names == asked + sum(isinstance(x, Name) and stem_of(x) == stem and _own(x) is not None for x in groups)


def _told(s: Statement) -> tuple[Stem, _Slice] | None:
    r"""The set of `\Psi_i = \{j : (i, j) \in \Omega\}`."""
    c = s.chain
    if len(c.members) != PAIR or c.relations[0] not in EQUALITIES or s.conditions or not isinstance(c.members[0], Name):
        return None
    left, right = c.members
    own = _own(left) if isinstance(left, Name) else None
    if own is None or not isinstance(right, Group) or right.open != r"\{" or right.separators != ("|",):
        return None
    element, asked = right.items
    pairs = asked.members[-1] if isinstance(asked, Chain) and asked.relations == IN else None
    letters = _letters(asked.members[0]) if isinstance(asked, Chain) else None
    if letters is None or not isinstance(pairs, Name) or pairs.scripts or not isinstance(left, Name):
        return None
    found = {letters: True, letters[::-1]: False}.get((letter_of(own) or "", letter_of(element) or ""))
    return None if found is None else (stem_of(left), _Slice(pairs, letters, found))


def _letters(x: Node | None) -> tuple[str, str] | None:
    """The two letters of a pair."""
    found = [letter_of(i) for i in x.items] if isinstance(x, Group) and x.open == "(" else []
    one, two = found if len(found) == PAIR else (None, None)
    return (one, two) if one is not None and two is not None and one != two else None


@dataclass(frozen=True, slots=True)
class _Relation:
    """What words call a set of pairs, and the things in these."""

    pairs: Name
    letters: tuple[str, str]
    verb: str
    nouns: tuple[str, str]


def _in_words(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Stem, _Slice]]:
    """The sets that words tell in the way in which they tell the pairs."""
    gaps = gaps_of(located, blocks)
    relations = [x for n in range(len(gaps)) if (x := _relation(located, gaps[n : n + 6])) is not None]
    if len(relations) != 1:
        return
    (one,) = relations
    for (first, before), (second, between), (_, after) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        name = value_alone(located[first])
        said = BY.fullmatch(between) or WHO.fullmatch(between)
        own = _own(name) if isinstance(name, Name) else None
        if (
            said is None
            or own is None
            or not isinstance(name, Name)
            or is_hedged(before, after)
            or not ENDED.match(after)
        ):
            continue
        same = said["verb"].lower() == one.verb and _noun(said["subject"]) == one.nouns[0]
        mine = one.letters[0 if is_by(said, BY) else 1]
        if same and _noun(said["object"]) == one.nouns[1] and letter_of(own) == mine == _letter(located[second]):
            yield stem_of(name), _Slice(one.pairs, one.letters, is_by(said, BY))


def _relation(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> _Relation | None:
    """What `$\\Omega$: set of pairs $(i, j)$ where user $i$ rated item $j$` says."""
    if len(gaps) < len("Oijj.") or any(n < 0 for n, _ in gaps[:4]):
        return None
    (first, before), (pair, one), (left, two), (right, three), (_, after) = gaps[:5]
    name, letters = value_alone(located[first]), _letters(value_alone(located[pair]))
    subject, verb = SUBJECT.fullmatch(two), VERB.fullmatch(three)
    if not isinstance(name, Name) or name.scripts or letters is None or PAIRS.fullmatch(one) is None:
        return None
    if subject is None or verb is None or not ENDED.match(after) or is_hedged(before, after):
        return None
    if (_letter(located[left]), _letter(located[right])) != letters or verb["verb"].lower() in DENIED:
        return None
    return _Relation(name, letters, verb["verb"].lower(), (_noun(subject["subject"]), _noun(verb["object"])))


def _letter(located: Located) -> str | None:
    value = value_alone(located)
    return None if value is None else letter_of(value)


def _noun(word: str) -> str:
    """A noun without its plural."""
    return re.sub(r"ies\Z", "y", word.lower()) if word.lower().endswith("ies") else word.lower().removesuffix("s")
