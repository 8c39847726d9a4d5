r"""Matrices of powers, `\mathbf{\Phi} = (x_n^m)` beside `\sum_{m=0}^M w_m x_n^m`: a sentence for `\Phi_{nm} = x_n^m`.

The letter above is an exponent where a sum over it begins at 0, or where the sentence has `x_n^{m-1}`. So rows are the
data, and columns the powers, unless letters behind the parenthesis, `(x_n^m)_{mn}`, say it otherwise. The matrix has a
letter of its own, of which no line defines entries. Words on its size, or on its rows and columns, leave it open unless
they say just that: a reader may take them to turn it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex.tree import BigSum, Chain, Formula, Group, Name, Node, Number, Product, Script, Scripted, Statement
from ....latex.walking import of_kind
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...shapes.given_words import says_nothing_else
from ...spelled.scripts import entries_above, entries_below, has_below
from ...spelled.shape import letter_of, shifted
from ...stated import whole_and_entry

ZERO = Number("0")
LAID = lazily(
    r"\brows?\b|\bcolumns?\b|transpos|\btimes\b|\bby\b|×|\\times|\bsize|\bshape|\bdimension|zeile|spalte|ligne|colonn|taille"
    r"|\bfilas?\b|column|tamaño|righe?\b|строк|столб|размер|транспон|行(?!列)|(?<!行)列|転置|サイズ|转置|轉置|维|維|次元"
    r"|대각|열|\\mathbb\{?R",
    re.I,
)
"""Words on how an array lies,"""
UNDERSTOOD = lazily(
    r"\b(?:each|every|one|the)\s+rows?\s+(?:per|for\s+(?:each|every)|(?:is|are|has|holds?|belongs?\s+to)\s+(?:one|an?|the))"
    r"\s+(?:data\s*points?|examples?|samples?|observations?)\b"
    r"|\b(?:each|every|one|the)\s+columns?\s+(?:per|for\s+(?:each|every)|(?:is|are|has|holds?|belongs?\s+to)\s+(?:one|an?|the))"
    r"\s+(?:powers?|degrees?|exponents?)\b"
    r"|\b(?:column|row)\s+vectors?\b|列ベクトル|列向量",
    re.I,
)
"""those that say of rows and columns what they are anyway, and of others what they are."""
NAMING = lazily(
    r"\b(?:design|Vandermonde|polynomial|powers?|basis|features?|Potenzen|puissances|potencias|степен\w{1,2})\b"
    r"|計画|べき乗|累乗|特徴|设计|範德蒙|范德蒙|幂|特征",
    re.I,
)
"""What such a matrix is called."""


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_matrices_of_powers(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with what the entries of such matrices are.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$y = \sum_{m=0}^M w_m x^m$, $\Phi = (x_n^m)$"))
    >>> [len(f.statements) for _, f in with_matrices_of_powers(page)]
    [1, 2]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    raised = {pair for s in statements for x in of_kind(s, BigSum) for pair in _raised(x)}
    lefts = {x.base for s in statements if isinstance(x := s.chain.members[0], Name) and has_below(x)}
    named = [told[0].base for s in statements if (told := _told(s.chain)) is not None]
    lefts |= {x.base for x in _laid_out(located, set(named))}
    return [(d, _defined(f, raised, lefts, named) if isinstance(f, Formula) else f) for d, f in located]


def _defined(f: Formula, raised: set[tuple[str, str]], lefts: set[str], named: Sequence[str]) -> Formula:
    """A formula with a definition in front of each such sentence."""
    found: list[Statement] = []
    for s in f.statements:
        told = _told(s.chain)
        if told is not None:
            whole, power, places = told
            letter, shift = shifted(entries_above(power)[0])
            sure = shift == -1 or (not shift and (power.base, letter) in raised)
            if sure and whole.base not in lefts and named.count(whole.base) == 1:
                entry = replace(whole, font="", scripts=(Script(False, places, span=whole.span),))
                inner = Group("(", (entry,), ")", (), s.chain.span)
                found.append(replace(s, chain=replace(s.chain, members=(entry, power))))
                s = replace(s, chain=replace(s.chain, members=(whole, inner)))
        found.append(s)
    return f if len(found) == len(f.statements) else replace(f, statements=tuple(found))


def _laid_out(located: Sequence[Located], named: set[str]) -> Iterator[Name]:
    """The matrices of which a sentence that has them may say how they lie."""
    for display, f in located:
        if isinstance(f, Formula) and display.inline:
            mine = [x for x in of_kind(f, Name) if x.base in named]
            before, after = (
                (UNDERSTOOD.sub(" ", NAMING.sub(" ", x)) for x in (display.before, display.after)) if mine else ("", "")
            )
            alone = any(s.chain.members[0] in mine for s in f.statements)
            if LAID.search(f"{before} {after}") or (alone and not says_nothing_else(before, after, bare=True)):
                yield from mine


def _told(c: Chain) -> tuple[Name, Name, tuple[Node, Node]] | None:
    """The matrix, one of its entries, and the letters of its rows and its columns."""
    c, behind = _without_letters(c)
    whole, power = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(power, Name) or whole.scripts or whole.primes or not _is_capital(whole):
        return None
    below, above = entries_below(power), entries_above(power)
    if power.primes or len(below) != 1 or len(above) != 1 or power.base == whole.base:
        return None
    row, (column, shift) = letter_of(below[0]), shifted(above[0])
    if row is None or not column or row == column or shift not in (0, -1) or any(s.bracket for s in power.scripts):
        return None
    places = {row: below[0], column: Name(column, span=power.span)}
    order = behind or (row, column)
    return (whole, power, (places[order[0]], places[order[1]])) if {*order} == {*places} else None


def _without_letters(c: Chain) -> tuple[Chain, tuple[str, ...]]:
    """The chain without two letters below the parenthesis, and these."""
    right = c.members[1] if len(c.members) == 2 else None
    if not isinstance(right, Scripted) or len(right.scripts) != 1 or right.scripts[0].above or right.primes:
        return c, ()
    entries = right.scripts[0].entries
    if len(entries) == 1 and isinstance(entries[0], Product):
        entries = tuple(f.body for f in entries[0].factors if not f.operator)
    letters = tuple(x for e in entries if (x := letter_of(e)) is not None)
    return (replace(c, members=(c.members[0], right.base)), letters) if len(letters) == 2 else (c, ())


def _is_capital(x: Name) -> bool:
    return x.base.removeprefix("\\")[:1].isupper() and not x.accents


def _raised(x: BigSum) -> Iterator[tuple[str, str]]:
    """The letters with an index above that a sum takes from 0 on."""
    for c in x.below:
        letter = letter_of(c.members[0]) if isinstance(c, Chain) and c.relations == ("=",) else None
        if letter is not None and isinstance(c, Chain) and c.members[1] == ZERO:
            yield from ((y.base, letter) for y in of_kind(x.body, Name) if letter in map(letter_of, entries_above(y)))
