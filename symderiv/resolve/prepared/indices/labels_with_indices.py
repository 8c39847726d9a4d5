r"""Labels below or above a name that carry its index: `net_{c_j}`, `w_{in_j m}`, `y^{out_j}(t)`.

No equation defines what is looked up: a left side `net_{c_j}` beside another one, `net_{in_j}`, is of the j-th cell and
its input gate, so that c and in are labels and the j is an index. The page is read with these apart, `net_{c, j}`,
where every name has such labels first wherever it has anything in that place, and none of them is a letter of anything
else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, WORD_FONTS
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import is_index
from ...spelled.shape import Stem, letter_of, stem_of

Place: TypeAlias = tuple[Stem, bool]
"""A name, and whether it is above that something stands."""
BARE = lazily(r"\A([_^])#")
SEVERAL = 2
"""So many labels tell left sides apart."""


def _has_carrier(s: Script) -> bool:
    return any(_carrier(e) is not None for e in s.entries)


@where(some(Script)(_has_carrier))
def with_labels_before_their_indices(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such labels and their indices one by one."""
    statements = [s for f in read_of(located) for s in f.statements]
    words = _words(statements)
    places = _places(statements, words) if words else frozenset()
    if not places:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not any((stem_of(x), s.above) in places for s in x.scripts):
            return None
        apart = ((_apart(s, words) if (stem_of(x), s.above) in places else None) or s for s in x.scripts)
        return replace(x, scripts=tuple(apart))

    return with_statements(located, lambda s: rebuilt(s, change))


@dataclass(frozen=True, slots=True)
class _Carrier:
    """What carries an index in a script: its letters, in `font` if they are a word by that, and the indices."""

    word: str
    font: str
    indices: tuple[Node, ...]


def _carrier(x: Node) -> _Carrier | None:
    r"""The c of `c_j` and of `c_j^v`, the in of `{in}_j`, with what stands at them."""
    if isinstance(x, Name) and x.scripts and not (x.primes or x.accents):
        font, word = x.font, x.base
        whole = not font or font in WORD_FONTS
    elif isinstance(x, Scripted) and not x.primes and isinstance(x.base, Group) and x.base.open == "{":
        font, word = "text", "".join(_letters(x.base))
        whole = bool(word)
    else:
        return None
    below = [s for s in x.scripts if not s.above and not s.bracket]
    found = tuple(e for s in (*below, *(s for s in x.scripts if s.above)) for e in s.entries)
    plain = len(below) == 1 and not any(s.bracket for s in x.scripts) and all(map(is_index, found))
    return _Carrier(word, font, found) if whole and plain else None


def _letters(x: Group) -> Iterator[str]:
    """The letters in braces, where nothing else stands there."""
    inner = x.items[0] if len(x.items) == 1 else None
    bodies = [f.body for f in inner.factors if not f.operator] if isinstance(inner, Product) else [inner]
    letters = [letter_of(b) if isinstance(b, Name) else None for b in bodies]
    if None not in letters and not (isinstance(inner, Product) and len(bodies) != len(inner.factors)):
        yield from (x for x in letters if x is not None)


def _words(statements: Sequence[Statement]) -> frozenset[str]:
    """The labels of left sides, where several stand in one place with as many indices."""
    found: dict[tuple[Place, int], set[str]] = {}
    for name in filter(None, map(_defined, statements)):
        for s in name.scripts:
            first = next((n for n, e in enumerate(s.entries) if _carrier(e) is not None), None)
            if first is None or (carrier := _carrier(s.entries[first])) is None:
                continue
            before = _run(s.entries[:first])
            if len(before) == first and not (before and carrier.font):
                word = "".join(before) + carrier.word
                found.setdefault(((stem_of(name), s.above), len(carrier.indices)), set()).add(word)
    told = {place for place, words in found.items() if len(words) >= SEVERAL}
    return frozenset(word for place in told for word in found[place])


def _defined(s: Statement) -> Name | None:
    """The name that a statement defines, with its arguments or without."""
    left = s.chain.members[0]
    if not EQUALITIES.intersection(s.chain.relations[:1]):
        return None
    if isinstance(left, Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    return left if isinstance(left, Name) else None


def _places(statements: Sequence[Statement], words: Collection[str]) -> frozenset[Place]:
    """Where such labels stand; nowhere if a name has anything else first in one of these places, or if one of the
    labels, or the last letter of one, is anything else."""
    names = [x for s in statements for x in t.of_kind(s, Name)]
    scripts = [((stem_of(x), s.above), s) for x in names for s in x.scripts if s.entries]
    found = frozenset(place for place, s in scripts if _apart(s, words) is not None)
    if any(_apart(s, words) is None for place, s in scripts if place in found):
        return frozenset()
    carriers = [c for place, s in scripts if place in found for e in s.entries if (c := _carrier(e)) is not None]
    met = {c.word for c in carriers if not c.font}
    others = sum(x.base in met and not x.font and (bool(x.scripts) or x.base in words) for x in names)
    return found if others == sum(not c.font for c in carriers) else frozenset()


def _apart(s: Script, words: Collection[str]) -> Script | None:
    """A script with its labels and their indices one by one; None where the first of its entries is no label."""
    found: list[Node] = []
    if not _has_carrier(s):
        return None
    typed_in_braces = BARE.sub(r"\1{#}", s.typed)
    *between, last = (x or "," for x in (typed_in_braces or "#" * len(s.entries)).split("#"))
    typed: list[str] = []
    for n, e in enumerate(s.entries):
        carrier = _carrier(e)
        if carrier is None:
            found.append(e)
            typed.append(between[n])
            continue
        before = [] if carrier.font else _run(found)
        longest = _of_word(before, carrier.word, words)
        if longest is None or (len(found) == n and n != longest):
            return None
        start = len(found) - longest
        word = "".join([*before[len(before) - longest :], carrier.word])
        label = Text(word, span=e.span) if word.isalpha() else Name(word, span=e.span)
        found = [*found[:start], label, *carrier.indices]
        typed = [*typed[:start], between[n - longest], *("," for _ in carrier.indices)]
    return replace(s, entries=tuple(found), commas=True, typed="#".join([*typed, last]) if s.typed else "")


def _of_word(before: Sequence[str], last: str, words: Collection[str]) -> int | None:
    """How many of the letters before another one belong to its word; None where none is known."""
    counts = range(len(before), -1, -1)
    return next((n for n in counts if "".join(before[len(before) - n :]) + last in words), None)


def _run(entries: Sequence[Node]) -> list[str]:
    """The letters at the end of some entries."""
    found: list[str] = []
    for e in reversed(entries):
        letter = letter_of(e)
        if letter is None or not letter.isalpha():
            break
        found.insert(0, letter)
    return found
