r"""Labels below or above a name that carry its index: `net_{c_j}`, `w_{in_j m}`, `y^{out_j}(t)`.

No equation defines what is looked up: a left side `net_{c_j}` beside another one, `net_{in_j}`, is of the j-th cell and
its input gate, so that c and in are labels and the j is an index. The page is read with these apart, `net_{c, j}`,
where every name has such labels first wherever it has anything in that place, and none of them is a letter of anything
else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, WORD_FONTS
from ....pattern import lazily
from ...asked import some, where
from ...integers.unequal import loose_letters
from ...located import Located, read_of, with_statements
from ...spelled.scripts import is_index
from ...spelled.shape import Stem, letter_of, stem_of

Place: TypeAlias = tuple[Stem, bool]
"""A name, and whether it is above that something stands."""
BARE = lazily(r"\A([_^])#")
SEVERAL = 2
"""So many labels tell left sides apart."""


def _has_carrier(s: Script) -> bool:
    return any(_carrier(y) is not None for e in s.entries for y in _side_by_side(e))


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """An entry of a script, what is typed in front of it, and whether it goes on with what is typed before."""

    node: Node
    sign: str
    goes_on: bool


def _pieces(s: Script) -> list[_Piece]:
    """What stands in a script one by one, the letters between commas, too."""
    typed = BARE.sub(r"\1{#}", s.typed).split("#") if s.typed else [""] * len(s.entries)
    found: list[_Piece] = []
    for n, (sign, e) in enumerate(zip(typed, s.entries, strict=False)):
        parts = _side_by_side(e)
        goes_on = n > 0 and (not sign if s.typed else not s.commas) and found[-1].node.span[1] == parts[0].span[0]
        found.append(_Piece(parts[0], sign or ",", goes_on))
        found += (_Piece(y, ",", x.span[1] == y.span[0]) for x, y in pairwise(parts))
    return found


def _side_by_side(x: Node) -> list[Node]:
    """The names of `in_j m`, where nothing stands between them."""
    names = [f.body for f in x.factors if not (f.operator or f.joined)] if isinstance(x, Product) else []
    whole = isinstance(x, Product) and len(names) == len(x.factors) and all(isinstance(y, Name) for y in names)
    return names if whole else [x]


def _words(statements: Sequence[Statement]) -> frozenset[str]:
    """The labels of left sides, where several stand in one place. The letters of a word may not be indices: the l of
    `a_{lin_j} = w_{lin_j} x_l` is one."""
    found: dict[Place, set[str]] = {}
    for s in statements:
        name = _defined(s)
        for script in name.scripts if name is not None and any(map(_has_carrier, name.scripts)) else ():
            pieces = _pieces(script)
            first = next((n for n, p in enumerate(pieces) if _carrier(p.node) is not None), None)
            if first is None or name is None or (carrier := _carrier(pieces[first].node)) is None:
                continue
            before = _run(pieces[: first + 1])
            free = _free(s) - {letter_of(x) for x in carrier.indices} if before else set()
            if len(before) == first and not (before and carrier.font) and free.isdisjoint(before):
                found.setdefault((stem_of(name), script.above), set()).add("".join(before) + carrier.word)
    told = {place for place, words in found.items() if len(words) >= SEVERAL}
    return frozenset(word for place in told for word in found[place])


def _free(s: Statement) -> set[str]:
    """The letters that are free on the right side, but for those of names that have labels with indices."""

    def bare(x: Any) -> Node | None:
        return replace(x, scripts=()) if isinstance(x, Name) and any(map(_has_carrier, x.scripts)) else None

    return {x for m in s.chain.members[1:] for x in loose_letters(rebuilt(m, bare))}


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
    carriers = [c for place, s in scripts if place in found for p in _pieces(s) if (c := _carrier(p.node)) is not None]
    met = {c.word for c in carriers if not c.font}
    others = sum(x.base in met and not x.font and (bool(x.scripts) or x.base in words) for x in names)
    return found if others == sum(not c.font for c in carriers) else frozenset()


def _apart(s: Script, words: Collection[str]) -> Script | None:
    """A script with its labels and their indices one by one; None where the first of its entries is no label."""
    if not _has_carrier(s):
        return None
    found: list[Node] = []
    typed: list[str] = []
    pieces = _pieces(s)
    for n, p in enumerate(pieces):
        carrier = _carrier(p.node)
        if carrier is None:
            found.append(p.node)
            typed.append(p.sign)
            continue
        before = [] if carrier.font else _run(pieces[: n + 1])
        longest = _of_word(before, carrier.word, words)
        if longest is None or (len(found) == n and n != longest):
            return None
        start = len(found) - longest
        word = "".join([*before[len(before) - longest :], carrier.word])
        label = Text(word, span=p.node.span) if word.isalpha() else Name(word, span=p.node.span)
        found = [*found[:start], label, *carrier.indices]
        typed = [*typed[:start], pieces[n - longest].sign, *("," for _ in carrier.indices)]
    end = s.typed.rpartition("#")[2]
    end = "}" + end if BARE.match(s.typed) else end
    return replace(s, entries=tuple(found), commas=True, typed="#".join([*typed, end]) if s.typed else "")


def _of_word(before: Sequence[str], last: str, words: Collection[str]) -> int | None:
    """How many of the letters before another one belong to its word; None where none is known."""
    counts = range(len(before), -1, -1)
    return next((n for n in counts if "".join(before[len(before) - n :]) + last in words), None)


def _run(pieces: Sequence[_Piece]) -> list[str]:
    """The letters that are typed together with the last of some pieces, in front of it."""
    found: list[str] = []
    for p, following in reversed([*pairwise(pieces)]):
        letter = letter_of(p.node)
        if not following.goes_on or letter is None or not letter.isalpha():
            break
        found.insert(0, letter)
    return found
