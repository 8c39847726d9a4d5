r"""Indices set upright: `z_j = \sum_k w_{\text{jk}} a_k`, as converters of documents type what runs together.

Upright letters are a label otherwise. They are indices where a sum over one of them stands around the name and the
others are bound so, too, or stand below what the equation defines; then they are so below that letter everywhere. That
all upright scripts of the letter spell indices of the page, and no word, is required besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, LOSS_LABELS, SCRIPT_WORDS, WORD_FONTS, words_of
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shape import Stem, letter_of, letters_in, stem_of
from ..extremum import bound_by

MOST = 3
"""So many letters at most run together."""
WORDS = frozenset(words_of("in on of if is it id th st nd rd up to by no so or at as an and the all any mid max min"))
"""Short words that stand in scripts."""


def _has_any(s: Statement) -> bool:
    return any(_spelled(e) for x in t.of_kind(s, Name) for script in x.scripts for e in script.entries)


@where(_has_any)
def with_letters_in_text(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such letters as indices.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$z_j = \sum_k w_{\text{jk}} a_k$$"))
    >>> [[e.base for s in x.scripts for e in s.entries] for _, f in with_letters_in_text(page)
    ...  for x in t.of_kind(f, Name) if x.base == "w"]
    [['j', 'k']]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    indices = {letter for s in statements for letter in _indices(s)}
    meant = {key for s in statements for key in _shown(s)}
    names = [x for s in statements for x in t.of_kind(s, Name) if stem_of(x) in meant] if meant else []
    meant -= {stem_of(x) for x in names if not all(indices.issuperset(y) for y in _upright(x))}
    if not meant:
        return list(located)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant:
            return None
        scripts = tuple(s if s.above else _typed_apart(s) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _spelled(e: Node) -> str:
    """The upright letters that an entry of a script is, if they may be indices; nothing of anything else."""
    word = _word(e)
    short = 1 < len(word) <= MOST and word.isalpha() and word.islower() and len(set(word)) == len(word)
    return word if short and word not in WORDS | SCRIPT_WORDS | LOSS_LABELS else ""


def _word(e: Node) -> str:
    if isinstance(e, t.Text):
        return e.content if not e.math else ""
    plain = isinstance(e, Name) and e.font in WORD_FONTS and not (e.scripts or e.accents or e.primes)
    return e.base if plain and isinstance(e, Name) else ""


def _upright(x: Name) -> Iterator[str]:
    """All that stands upright below a name; a word that spells no indices as one letter that none is."""
    entries = (e for s in x.scripts if not s.above for e in s.entries)
    yield from (_spelled(e) or " " for e in entries if _word(e))


def _typed_apart(s: Script) -> Script:
    if not any(map(_spelled, s.entries)):
        return s
    return replace(s, entries=tuple(x for e in s.entries for x in _apart(e)))


def _apart(e: Node) -> Iterator[Node]:
    word = _spelled(e)
    yield from (Name(y, span=e.span) for y in word) if word else (e,)


def _indices(s: Statement) -> Iterator[str]:
    """The letters that sums bind, and those that stand alone below names."""
    yield from (y for x in t.of_kind(s.chain, BigSum) for y in _bound(x))
    scripts = (script for x in t.of_kind(s.chain, Name) for script in x.scripts if not script.above)
    yield from (y for script in scripts for e in script.entries if (y := letter_of(e)) is not None and len(y) == 1)


def _bound(x: BigSum) -> Iterator[str]:
    yield from (b.base for item in x.below if (b := bound_by(item)) is not None)


def _shown(s: Statement) -> Iterator[Stem]:
    """The letters below which an equation shows upright indices."""
    chain = s.chain
    if len(chain.members) > 1 and chain.relations[0] in EQUALITIES and isinstance(left := chain.members[0], Name):
        own = {y for script in left.scripts for e in script.entries for y in letters_in(e)}
        for m in chain.members[1:]:
            yield from _around(m, own, frozenset())


def _around(x: object, own: set[str], bound: frozenset[str]) -> Iterator[Stem]:
    """Those of a part of it, where the letters `bound` have a sum around them, and those of its left side are `own`."""
    if isinstance(x, Name):
        words = [set(_spelled(e)) for s in x.scripts if not s.above for e in s.entries]
        if any(word & bound and word <= bound | own for word in words):
            yield stem_of(x)
    elif isinstance(x, BigSum):
        yield from _around(x.body, own, bound | set(_bound(x)))
    elif isinstance(x, t.Tree):
        for part in t.parts(x):
            yield from _around(part, own, bound)
