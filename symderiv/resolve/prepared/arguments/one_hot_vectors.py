r"""Vectors that words call one-hot for a class, `$y_t$ is the one-hot vector of $w_{t+1}$`, `$c$ the correct class and
$\mathbf{y}$ its one-hot vector`, and ones with a class below, `p_t - \mathbf{1}_{w_{t+1}}`.

They are what the function would be that makes the class one-hot. The class has to be an index of something, as it is in
`-\log p_c`; and the vector stands for itself only: it has no value elsewhere, and no formula shows one of its entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, ONE_HOT
from ....pattern import lazily
from ...asked import any_of, some
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import Stem, is_mark, letter_of, shifted, stem_of
from ..words.called_one_hot import CALLED, accented, called_one_hot
from ..words.said_of_one_hot import says_more

NOUN = (
    r"(?:[- ]?(?:encoded|coded))?(?:\s+(?:row|column|target|label))?"
    r"(?:\s+(?:vector|encoding|representation|code|target|label))"
)
CLASS = r"(?:class|category|label|word|token|answer|index|target)(?:\s+(?:label|index))?"
TRUE = r"(?:correct|true|target|right|gold|actual|observed|next)"
OF = lazily(
    rf"\s*(?:(?:is|be|being|denotes|for|,)\s+)?(?:the|a)\s+{CALLED}{NOUN}\s+(?:of|for)"
    rf"(?:\s+the)?(?:\s+{TRUE})?(?:\s+{CLASS})?\s*\Z",
    re.I,
)
"""All between the vector and its class."""
FIRST = lazily(
    rf"\s*(?:(?:is|be|being|denotes)\s+)?the\s+(?:index of the\s+)?{TRUE}\s+{CLASS}\s*,?\s+(?:and|with)\s*\Z", re.I
)
"""All between a class and its vector,"""
ITS = lazily(rf"\s*(?:(?:is|be|being|denotes)\s+)?(?:its|the corresponding)\s+{CALLED}{NOUN}\b", re.I)
"""and what stands behind that."""
ONES = frozenset([r"\mathbf{1}", r"\mathbb{1}", r"\boldsymbol{1}", r"\bm{1}"])


@dataclass(frozen=True, slots=True)
class _Vector:
    """A vector with the letter in its scripts, if there is one, and its class."""

    name: Name
    letter: str | None
    place: Name


def with_one_hot_vectors(located: Sequence[Located], blocks: Sequence[Block] = ()) -> list[Located]:
    r"""The formulas of a page with the values of the function in place of such vectors.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$L = -\log p_c$ where $y$ is the one-hot vector of $c$, so $d = p - y$.")
    >>> last = with_one_hot_vectors(read_formulas(page))[-1][1].statements[0]
    >>> [x.base for x in t.of_kind(last, Name)] == ["d", "p", ONE_HOT, "c"]
    True
    """
    told = {stem_of(v.name): v for v in _vectors(located) if not says_more(blocks, accented(v.name))}
    if not told and not any_of(located, _has_ones):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    places = {e for s in statements for x in t.of_kind(s, Name) if not _is_ones(x) for e in entries_of(x)}
    classes = {_any_step(e) for e in places if isinstance(e, Name)}
    told = {k: v for k, v in told.items() if _any_step(v.place) in classes and _is_whole(v, statements)}

    def change(x: object) -> Node | None:
        if not isinstance(x, Name):
            return None
        if _is_ones(x) and isinstance(place := entries_of(x)[0], Name) and _any_step(place) in classes:
            return _one_hot(x, place)
        vector = told.get(stem_of(x))
        values = _values(vector, x) if vector is not None else None
        if vector is None or values is None:
            return None
        found: Name = rebuilt(vector.place, lambda y: _put(y, values))
        return _one_hot(x, found)

    def changed(s: Statement) -> Statement:
        return rebuilt(s, change) if s.chain.relations and r"\in" not in s.chain.relations else s

    return with_statements(located, changed)


def _vectors(located: Sequence[Located]) -> Iterator[_Vector]:
    """The vectors that words call so, with their classes."""
    called = set(called_one_hot(located))
    for (d, f), (e, g) in pairwise(located) if called else ():
        one, two = _alone(f), _alone(g)
        if one is None or two is None or not (d.inline and e.inline):
            continue
        between = re.split(r"[$.;]", d.after)[0]
        if accented(one) in called and OF.match(between):
            name, place = one, two
        elif accented(two) in called and FIRST.match(between) and ITS.match(e.after):
            name, place = two, one
        else:
            continue
        letters = {x for p in _scripts(name) if (x := letter_of(p)) is not None}
        fits = len(letters) == len(_scripts(name)) < 2 and place.font not in BOLD_FONTS and not place.accents
        if fits and not place.primes and stem_of(name) != stem_of(place):
            yield _Vector(name, next(iter(letters), None), place)


def _alone(f: object) -> Name | None:
    """The name that is all of a formula."""
    s = f.statements[0] if isinstance(f, Formula) and len(f.statements) == 1 else None
    only = s.chain.members[0] if s is not None and not s.chain.relations else None
    return only if isinstance(only, Name) and not only.primes else None


def _scripts(x: Name) -> list[Node]:
    """What stands in the scripts of a name, but for a transpose."""
    return [e for s in x.scripts for e in s.entries if not (s.above and is_mark(e))]


def _is_whole(v: _Vector, statements: Sequence[Statement]) -> bool:
    """Does a vector have no value, and always as many scripts?"""
    for s in statements:
        head = s.chain.members[0]
        if isinstance(head, Name) and stem_of(head) == stem_of(v.name) and s.chain.relations[0] != r"\in":
            return False
        names = (x for x in t.of_kind(s, Name) if stem_of(x) == stem_of(v.name))
        if any(x.primes or _values(v, x) is None for x in names):
            return False
    return True


def _values(v: _Vector, x: Name) -> Mapping[str, Node] | None:
    """What stands in the place of the letter of a vector; None where another number of things does."""
    own = _scripts(x)
    if len(own) != (v.letter is not None):
        return None
    return {} if v.letter is None else {v.letter: own[0]}


def _put(x: object, values: Mapping[str, Node]) -> Node | None:
    """A letter with what stands in its place; a number more or less is added up."""
    if not isinstance(x, (Name, t.Terms)):
        return None
    letter, more = shifted(x)
    if letter is None or letter not in values:
        return None
    other, shift = shifted(values[letter])
    if other is None:
        return t.Terms(
            (t.Term("", values[letter]), t.Term("+" if more >= 0 else "-", t.Number(str(abs(more))))), x.span
        )
    total = more + shift
    name = t.Name(other) if other else None
    if name is None or not total:
        return name or t.Number(str(total))
    return t.Terms((t.Term("", name), t.Term("+" if total > 0 else "-", t.Number(str(abs(total))))), x.span)


def _one_hot(x: Name, place: Name) -> Name:
    """The vector of a class, with the transpose of the name it stands for."""
    above = tuple(replace(s, entries=m) for s in x.scripts if s.above and (m := tuple(filter(is_mark, s.entries))))
    return Name(ONE_HOT, scripts=(Script(False, (place,), span=place.span), *above), span=x.span)


@some(Name)
def _has_ones(x: Name) -> bool:
    return _is_ones(x)


def _is_ones(x: Name) -> bool:
    """Are they ones with nothing but a name below that has an index itself?"""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    above = [e for s in x.scripts if s.above for e in s.entries]
    ones = x.base in ONES or (x.base == "1" and x.font in ("mathbf", "mathbb", "boldsymbol", "bm"))
    return (
        ones and len(below) == 1 and isinstance(below[0], Name) and bool(below[0].scripts) and all(map(is_mark, above))
    )


def _any_step(x: Name) -> tuple[Stem, int]:
    """The same for a class at every step."""
    return stem_of(x), len(entries_of(x))
