r"""Components whose number stands above, as a sentence says: `\vec{A}_2 = (A_2^i)`, `x = (x^1, \dots, x^n)`.

They are read as any others, with their number below, and what stood there above: `A^{(2)}_i`, `x_i`. What stands above
such a letter has to be one index everywhere, in letters that number something on the page, with parentheses everywhere
(`x_j^{(i)}`) or nowhere: a number above without them, or the n of `\sum_{i=1}^n`, may be a power, and the l of
`a^{l-1}` is a layer, so that the letter is left as it is. Where one letter is told so, the others of which the page has
the vector, `\vec{z}_2` beside `z_2^i`, are meant so, too; in parentheses also those in plain letters, `z_t` beside
`z_t^{(i)}`, that carry there no other letter than in these sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script, Scripted, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import any_of
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.scripts import Kind, entries_above, entries_below, kind_of
from ...spelled.shape import Stem, is_mark, letter_of, letters_in, stem_of
from ..arrays.wholes_in_bold import is_bold, without_bold

"""A letter, and how much stands below it."""
COORDINATE = lazily(
    r"\s*(?:(?:is|denotes?|being|for|=|means)\s+)?the\s+\$(?P<letter>[A-Za-z])\$-?\s*(?:st|nd|rd|th)?[\s-]+"
    r"(?:coordinate|component|entry|element|feature)\s+of\s+(?:the\s+)?(?:vector\s+)?\$(?P<whole>[^$]+)\$|"
    r"\s*(?:は|是)\s*\$(?P<whole_>[^$]+)\$\s*(?:の|的)第\s*\$(?P<letter_>[A-Za-z])\$\s*(?:成分|要素|座標|个?分量|个?坐标)"
)
"""How a sentence goes on behind a name that says so,"""
ITS = lazily(
    r"\s*(?:(?:is|are|being|for)\s+(?:its|the)\s+(?:\$(?P<letter>[A-Za-z])\$-?\s*(?:st|nd|rd|th)?[\s-]+)?"
    r"(?:coordinate|component|entry|entrie|element)s?\b(?!\s+of\b)"
    r"|(?:是|为|為)(?:其|它的)(?:第\s*\$(?P<letter_>[A-Za-z])\$\s*)?[个個]?(?:分量|元素|坐标|座標)"
    r"|(?:は|が)その(?:第\s*\$(?P<letter__>[A-Za-z])\$\s*)?(?:成分|要素|座標))"
)
"""the same where the vector stands before the name,"""
CALLED = lazily(
    r"(?:\$(?P<whole>[^$]+)\$\s*[,，、]?\s*(?:and|with|whose|of which)?\s*(?:its|whose|the)?\s*\$(?P<letter>[A-Za-z])\$"
    r"-?\s*(?:st|nd|rd|th)?[\s-]+(?:coordinate|component|entry|element)"
    r"|the\s+\$(?P<letter_>[A-Za-z])\$-?\s*(?:st|nd|rd|th)?[\s-]+(?:coordinate|component|entry|element)\s+of\s+(?:the\s+)?"
    r"(?:vector\s+)?\$(?P<whole_>[^$]+)\$)\s*(?:is|being)?\s*(?:(?:denoted|written|called)(?:\s+(?:by|as))?)?\s*\Z"
    r"|\$(?P<whole__>[^$]+)\$\s*[,，、]?\s*(?:并|並|且)?(?:其|它的|的)\s*第\s*\$(?P<letter__>[A-Za-z])\$\s*[个個]?"
    r"(?:分量|元素|坐标|座標)\s*[记記写寫]?(?:为|為|作|成|是)\s*\Z"
    r"|\$(?P<whole___>[^$]+)\$\s*(?:の|[,、]\s*その)\s*第\s*\$(?P<letter___>[A-Za-z])\$\s*(?:成分|要素|座標)(?:を|は)\s*\Z"
)
"""and the words before a name that do so,"""
OF_ALL = lazily(
    r"\b(?:superscripts?|upper ind(?:ex|ices))\s+(?:is|are|denotes?|numbers?|stands? for|gives?|indicates?)\s+"
    r"(?:the\s+)?(?:number of the\s+)?(?:coordinate|component|entry|feature)s?\b",
    re.I,
)
"""and those that say it of all names."""
MATHEMATICS = lazily(r"\$([^$]+)\$")
FIRST = t.ONE
"""Where a list of components begins."""


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


def with_components_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such numbers below."""
    words = _in_words(located)
    if not words and not any_of(located, _has_any):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    words |= _as_in_sentences(statements)
    told = _kinds(statements, words)
    if not told:
        return list(located)
    wholes = (x for s in statements if _told(s.chain) in told for x in s.chain.members[:-1])
    plain = {kind_of(x) for x in wholes if isinstance(x, Name)} | words

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or kind_of(without_bold(x)) not in told:
            return None
        above = _above(x)
        layer = _as_layer(tuple(rebuilt(s, change) for s in x.scripts if not s.above))
        if above is not None:
            return replace(x, scripts=(*layer, replace(rebuilt(above, change), above=False, bracket="")))
        whole = layer and (is_bold(x) or kind_of(x) in plain)
        return replace(x, scripts=_with_marks(layer, [s for s in x.scripts if s.above])) if whole else None

    return with_statements(located, lambda s: rebuilt(_with_one_whole(s), change))


def _with_one_whole(s: Statement) -> Statement:
    r"""A sentence that calls a vector by two fonts, `x_j = \mathbf{x}_j = (x_j^i)`, with the one that is bold."""
    wholes = s.chain.members[:-1] if len(s.chain.members) > 2 and _told(s.chain) is not None else ()
    one = next((x for x in wholes if isinstance(x, Name) and is_bold(x)), None)
    chain = s.chain
    return replace(s, chain=Chain((one, chain.members[-1]), chain.relations[-1:], (), chain.span)) if one else s


def _as_layer(below: tuple[Script, ...]) -> tuple[Script, ...]:
    """What stands below a vector as what tells its layer, above it."""
    return tuple(replace(s, above=True, bracket="(") for s in below)


def _with_marks(layer: tuple[Script, ...], marks: Sequence[Script]) -> tuple[Script, ...]:
    r"""What tells a layer and the mark behind it as one superscript, `z^{(i)\top}`, as the parser reads them."""
    if len(layer) != 1 or len(marks) != 1 or any(letter_of(e) is None for e in layer[0].entries):
        return (*layer, *marks)
    number = Group("(", layer[0].entries, ")", (), layer[0].span)
    return (replace(marks[0], entries=(number, *marks[0].entries), bracket="", wide=True),)


def _in_words(located: Sequence[Located]) -> set[Kind]:
    """The letters of which words say that, `$x_i^j$ is the $j$-th coordinate of $x_i$`; all where they speak of all."""
    told: set[Kind] = set()
    of_all = False
    for d, f in located:
        x = f.statements[0].chain.members[0] if d.inline and isinstance(f, t.Formula) and f.statements else None
        above = _above(x) if isinstance(x, Name) else None
        said = _said(d.latex, d.before, d.after) if above is not None else None
        if said is None or not isinstance(x, Name) or above is None:
            continue
        letter = letter_of(above.entries[0])
        whole = re.sub(rf"\^\(?{letter}\)?", "", _typed(d.latex))
        if letter is not None and said[0] in ("", letter) and whole in map(_typed, said[1]):
            told.add(kind_of(x))
            of_all = of_all or OF_ALL.search(d.before) is not None
    if of_all:
        names = [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)]
        wholes = {kind_of(x) for x in names if not entries_above(x) and not x.primes}
        told |= wholes & {kind_of(x) for x in names if (y := _above(x)) is not None and letter_of(y.entries[0])}
    return told


def _said(typed: str, before: str, behind: str) -> tuple[str, Sequence[str]] | None:
    """The same where a number stands above the name."""
    return component_told(before, behind) if "^" in typed else None


def component_told(before: str, behind: str) -> tuple[str, Sequence[str]] | None:
    """The letter that counts components, if words tell it, and what the vector may be, for the words around a name.

    >>> component_told("", " is the $i$-th component of $o_t$.")
    ('i', ['o_t'])
    """
    found = COORDINATE.match(behind) or CALLED.search(before)
    its = ITS.match(behind) if found is None else None
    if found is None and its is None:
        return None
    parts = (found or its).groupdict().items()  # type: ignore[union-attr]
    letter = next((v for k, v in parts if v and k.startswith("letter")), "")
    wholes = [v for k, v in parts if v and k.startswith("whole")]
    return letter, wholes if found is not None else MATHEMATICS.findall(before)


def _as_in_sentences(statements: Sequence[Statement]) -> set[Kind]:
    """The plain letters of which a page has the vector, and components with the letters, in parentheses, that sentences
    have there."""
    sentences = [s.chain for s in statements if _told(s.chain) is not None]
    letters = {x for c in sentences for x in map(_letter_in_parentheses, t.of_kind(c.members[-1], Name))} - {None}
    names = [x for s in statements if letters for x in t.of_kind(s, Name)]
    wholes = {kind_of(x) for x in names if not entries_above(x) and not x.primes}
    above = {
        (kind_of(x), _letter_in_parentheses(x))
        for x in names
        if entries_above(x) and not all(map(is_mark, entries_above(x)))
    }
    others = {kind for kind, letter in above if letter not in letters}
    return {kind for kind, letter in above if kind in wholes - others}


def _letter_in_parentheses(x: Name) -> str | None:
    above = _above(x)
    return letter_of(above.entries[0]) if above is not None and above.bracket else None


def _typed(latex: str) -> str:
    return re.sub(r"[\s{}]", "", latex)


def _kinds(statements: Sequence[Statement], words: set[Kind]) -> set[Kind]:
    """The letters of which it is told, or meant, and nowhere open."""
    sentences = [s for s in statements if _told(s.chain) is not None]
    listed = {id(x): x for s in sentences for x in t.of_kind(s.chain.members[1], Name)}
    counting = set(_counting(statements))
    counting |= {x for name in listed.values() for e in entries_above(name) for x in letters_in(e)}
    names = [x for s in statements for x in t.of_kind(s, Name)]
    counting |= {y for x in names if kind_of(x) in words and (a := _above(x)) for y in letters_in(a.entries[0])}
    numbered = {kind_of(x) for x in names if _above(x) is not None}
    told = {_told(s.chain) for s in sentences} | words
    told |= {kind_of(without_bold(x)) for x in names if is_bold(x) and not entries_above(x)}
    unlike = {stem for stem, n in numbered if (stem, n) not in told}
    unlike |= {stem_of(without_bold(x)) for x in names if id(x) not in listed and not _is_component(x, counting)}
    unlike |= {stem_of(x) for x in names if _is_step(x, names)} | _powers(statements) | _in_two_ways(names)
    unlike |= {
        stem_of(x) for x in names if (stem_of(x), 0) in told and entries_below(x) and kind_of(x) not in told
    }  # `x_i` is another one
    return {kind for kind in told & numbered if kind is not None and kind[0] not in unlike}


def _is_step(x: Name, names: Sequence[Name]) -> bool:
    """Does a T stand above a name that else carries a t there? It is the last one."""
    marks = {letter_of(e) for e in entries_above(x) if is_mark(e)}
    others = (letter_of(e) for y in names if marks and stem_of(y) == stem_of(x) for e in entries_above(y))
    return any(y is not None and y.upper() in marks for y in others if y not in marks)


def _in_two_ways(names: Sequence[Name]) -> set[Stem]:
    """The letters above which numbers stand with parentheses and without."""
    ways = {(stem_of(x), bool(a.bracket)) for x in names if (a := _above(x)) is not None}
    return {stem for stem, bracket in ways if (stem, not bracket) in ways}


def _powers(statements: Sequence[Statement]) -> set[Stem]:
    r"""The letters that also stand for a number, so that `\vec{x} = (x^1, \dots, x^n)` may be a list of its powers."""
    lines = [s.chain for s in statements if s.chain.relations]
    bold = {stem_of(without_bold(x)) for c in lines for x in t.of_kind(c, Name) if is_bold(x)}
    return bold & {stem_of(x) for c in lines for x in t.of_kind(c, Name) if not is_bold(x) and not x.scripts}


def _told(c: Chain) -> Kind | None:
    """The letter of which a sentence says that a number above it is one of its components."""
    wholes = [x for x in c.members[:-1] if isinstance(x, Name)]
    called = {without_bold(x) for x in wholes}
    if len(called) != 1 or len(wholes) != len(c.members) - 1 or not all(r in EQUALITIES for r in c.relations):
        return None
    whole, last = wholes[0], c.members[-1]
    group = last.base if isinstance(last, Scripted) else last
    items = group.items if isinstance(group, Group) and group.open in ("(", "[", r"\{") else ()
    entries = [x for x in items if isinstance(x, Name)]
    if not entries or entries_above(whole) or any(x not in entries and not isinstance(x, Symbol) for x in items):
        return None
    above = [_above(x) for x in entries]
    first = above[0].entries[0] if above[0] is not None else None
    alone = letter_of(first) is not None if len(items) == 1 and first is not None else first == FIRST
    mine = all(entries_below(x) == entries_below(whole) and stem_of(x) == stem_of(without_bold(whole)) for x in entries)
    return kind_of(entries[0]) if alone and mine and None not in above else None


def _is_component(x: Name, counting: set[str]) -> bool:
    """May what stands above a name be the number of a component? Nothing there says nothing."""
    if not entries_above(x):
        return True
    above = _above(x)
    letter = letter_of(above.entries[0]) if above is not None else None
    numbered = above is not None and bool(above.bracket) and isinstance(above.entries[0], t.Number)
    return ((letter in counting or numbered) and not is_bold(x)) or all(map(is_mark, entries_above(x)))


def _above(x: Name) -> Script | None:
    """The one script above a name, with the one entry that it has; no mark of a transpose. In parentheses it stands
    beside what numbers vectors, `x_j^{(i)}`: else it numbers them itself."""
    above = [s for s in x.scripts if s.above]
    plain = not above or not above[0].bracket or (above[0].bracket == "(" and len(x.scripts) > 1)
    fits = len(above) == 1 and plain and len(above[0].entries) == 1
    return above[0] if fits and not is_mark(above[0].entries[0]) else None


def _counting(statements: Iterable[Statement]) -> Iterator[str]:
    """The letters that sums run over, or that stand below something."""
    for s in statements:
        for x in t.of_kind(s, t.BigSum):
            yield from letters_under(x)
        scripts = [*(y for x in t.of_kind(s, Name) for y in x.scripts)]
        scripts += [y for x in t.of_kind(s, Scripted) for y in x.scripts]
        yield from (letter for y in scripts if not y.above for e in y.entries for letter in letters_in(e))
