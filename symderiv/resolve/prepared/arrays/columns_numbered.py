r"""Columns of a matrix that carry its letter: `$\mathbf{K} = (K_{ij})$, $\mathbf{K}_i$ its $i$-th column`.

Such a name is `\mathbf{K}_{:,i}`. The page has to say the entries of the matrix, and words that the column is one of
it; where others may alter columns, define the name, or call it a row, too, it stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....errors import ReadError
from ....latex import tree as t
from ....latex.joining import AND
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of
from ...stated import whole_and_entry
from ..said_in_place import gaps_of
from .gathered_altered import CHANGE, ENDS, HARMLESS, SUBJECT

LED = r"\s*(?:(?:is|are|be|as|denotes?|for)\s+)?"
TYPED = lazily(LED + r"(?P<of>the|its)\s+(?P<n>[a-z])\s*-?\s*th\s+column(?:\s+vector)?\b")
BEFORE = lazily(LED + r"(?P<of>the|its)\s*\Z")
BEHIND = lazily(r"\s*-?\s*th\s+column(?:\s+vector)?\b")
"""`its i-th column` behind a name, also around the formula of the number."""
OF = lazily(r"\s*of\s+(?:the\s+)?(?:[a-z]+\s+)?(?:matrix\s+)?\Z")
"""Behind that, before the matrix."""
ENDED = lazily(rf"\s*(?:[.;)]|\Z|,?\s*(?:{AND}|where|while|with)?\s*\Z)")
"""Behind all of it: the clause ends, or the next one begins with a formula."""
STOP = lazily(r"[.;。；](?:\s|\Z)|\n\n")
ROW = lazily(r"\brows?\b", re.I)


def with_columns_numbered(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas of a document with such columns as slices of their matrix.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$A = (a_{ij})$ is a matrix, $A_i$ its $i$-th column. $$ y_i = u^T A_i $$")
    >>> *_, (_, f) = with_columns_numbered(read_formulas(page), page.blocks)
    >>> [len(x.scripts[0].entries) for x in t.of_kind(f, Name) if x.base == "A"]
    [2]
    """
    if not any("column" in d.after for d, _ in located if d.inline):
        return list(located)
    wholes = [x for f in read_of(located) for s in f.statements if (x := _matrix(s)) is not None]
    told = {_stem(x): x for x in _told(located, gaps_of(located, blocks), wholes)} if wholes else {}
    stems = {stem for stem in told if not _is_doubtful(told[stem], located, blocks)}
    if not stems:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or _stem(x) not in stems or _index(x) is None:
            return None
        below = (replace(s, entries=(t.Symbol(":", s.span), *s.entries)) if not s.above else s for s in x.scripts)
        return replace(x, scripts=tuple(below))

    def changed(s: t.Statement) -> t.Statement:
        found: t.Statement = rebuilt(s, change)
        return found

    return with_statements(located, changed)


def _matrix(s: t.Statement) -> Name | None:
    r"""The name of which a formula says entries in its own letter, `\mathbf{K} = (K_{ij})`, `A = (a_{ij})`."""
    whole, entry = whole_and_entry(s.chain) or (None, None)
    if whole is None or not isinstance(entry, Name) or whole.scripts or whole.primes or whole.accents != entry.accents:
        return None
    below = [letter_of(y) for e in _below(entry) for y in _letters(e)]
    return whole if whole.base.lower() == entry.base.lower() and len(below) == len("ij") and None not in below else None


def _letters(e: Node) -> Iterator[Node]:
    yield from ((f.body for f in e.factors) if isinstance(e, t.Product) else (e,))


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]], wholes: Sequence[Name]) -> Iterator[Name]:
    """The names that words call columns of the matrix in whose letter they are."""
    known = {(x.base, x.accents, x.font) for x in wholes}
    for at, (n, before) in enumerate(gaps[:-1]):
        x = _alone(located[n]) if n >= 0 else None
        if x is None or _stem(x) not in known or (index := _index(x)) is None:
            continue
        found = _said(located, gaps, at + 1, letter_of(index) or "")
        if found is None:
            continue
        of, words, following = found
        first = located[gaps[at - 1][0]] if at else None
        own = first is not None and of == "its" and not STOP.search(before) and _stem_of(first) == _stem(x)
        if OF.fullmatch(words) and following >= 0:
            alone = _alone(located[following])
            own = alone is not None and not alone.scripts and _stem(alone) == _stem(x)
            words = next(gap for m, gap in gaps[at + 1 :] if m != following and _is_behind(gaps, m, following))
        if own and ENDED.match(words):
            yield x


def _is_behind(gaps: Sequence[tuple[int, str]], m: int, n: int) -> bool:
    """Is formula `m` (or the end) the one right behind formula `n`?"""
    order = [x for x, _ in gaps]
    return order.index(m) == order.index(n) + 1


def _said(
    located: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int, letter: str
) -> tuple[str, str, int] | None:
    """Whose column a name is by the words behind it, what follows these words, and the formula behind that."""
    n, words = gaps[at]
    if (m := TYPED.match(words)) is not None:
        return (m["of"], words[m.end() :], n) if m["n"] == letter else None
    m = BEFORE.fullmatch(words)
    number = _alone(located[n]) if m is not None and n >= 0 else None
    behind = BEHIND.match(gaps[at + 1][1]) if number is not None else None
    if m is None or number is None or behind is None or letter_of(number) != letter:
        return None
    return m["of"], gaps[at + 1][1][behind.end() :], gaps[at + 1][0]


def _is_doubtful(x: Name, located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    """Do words call columns something that they are not as they stand, or does a formula define such a name?"""
    lefts = (s.chain.members[0] for f in read_of(located) for s in f.statements if s.chain.relations)
    if any(isinstance(y, Name) and _stem(y) == _stem(x) and _index(y) is not None for y in lefts):
        return True
    words = " ".join(b.text if isinstance(b, Prose) else "$" for b in blocks if isinstance(b, (Prose, Display)))
    sentences = ENDS.split(words)
    after = {n + 1 for n, s in enumerate(sentences) if "column" in s}
    return any(
        CHANGE.search(HARMLESS.sub("", s)) and ("column" in s or (n in after and SUBJECT.match(s)))
        for n, s in enumerate(sentences)
    ) or any("column" in s and ROW.search(s) for s in sentences)


def _alone(located: Located) -> Name | None:
    """The name that an inline formula consists of."""
    display, f = located
    if not display.inline or isinstance(f, ReadError) or len(f.statements) != 1 or f.statements[0].conditions:
        return None
    chain = f.statements[0].chain
    return chain.members[0] if len(chain.members) == 1 and isinstance(chain.members[0], Name) else None


def _stem_of(located: Located) -> tuple[str, tuple[str, ...], str] | None:
    """The same of the matrix that an inline formula names, or says the entries of."""
    display, f = located
    if not display.inline or isinstance(f, ReadError) or len(f.statements) != 1:
        return None
    left = f.statements[0].chain.members[0]
    return _stem(left) if isinstance(left, Name) and not left.scripts else None


def _stem(x: Name) -> tuple[str, tuple[str, ...], str]:
    return x.base, x.accents, x.font


def _below(x: Name) -> list[Node]:
    return [e for s in x.scripts if not s.above for e in s.entries]


def _index(x: Name) -> Node | None:
    """The one index below a name that carries nothing else but the mark of a transpose."""
    below = _below(x)
    above = (e for s in x.scripts if s.above for e in s.entries)
    plain = len(below) == 1 and not x.primes and all(map(is_mark, above)) and not isinstance(below[0], t.Product)
    return below[0] if plain and not isinstance(below[0], t.Symbol) else None
