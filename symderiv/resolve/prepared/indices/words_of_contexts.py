r"""Vectors of the words around a word: `\sum_{i=1}^{2c} v(Context(w)_i)`, and `v(Context(w_i))` for the same.

A table of vectors stands there before the i-th word of the context of w, so that is a vector by itself, the i-th one
of w, `\breve{\mathbf{v}}_{w,i}`. Were two of these words the same, or one of them another word that is looked up in the
table, what is computed would reach its vector by two ways. So no line is read that differentiates by such a vector,
unless words say that those of the context are all different, and what it differentiates is about the context of one
word and takes no other vector of the table.

How probable a word is beside its context, `p(w | Context(w))`, is a value of that word, also where `p` stands before
other arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.enclosed import CONTEXT_WORDS
from ....latex.tree import BigSum, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..applied import applied_alone, before_parentheses, head_of, with_values_for

MENTIONED = lazily("|".join(sorted(CONTEXT_WORDS)))
DIFFERENT = lazily(
    r"(?:词|詞|单词|單詞)(?:都|均|两两|彼此)?(?:互不相同|各不相同|互异)|語(?:は|が)(?:すべて|全て|互いに)異なる"
    r"|\bwords\s+(?:(?:are|being)\s+)?(?:all|mutually|pairwise)\s+(?:different|distinct)\b(?!\s+from)"
    r"|\b(?:mutually|pairwise)\s+(?:different|distinct)\s+(?:context\s+)?words\b"
    r"|\bWörter\s+(?:sind\s+)?(?:alle|paarweise)\s+verschieden\b|\bpaarweise\s+verschiedenen?\s+Wörtern?\b"
    r"|\bmots\s+(?:sont\s+)?(?:tous|deux\s+à\s+deux)\s+(?:différents|distincts)\b",
    re.I,
)
"""Words behind a context in one sentence that say that all words of it are different."""
DENIED = lazily(
    r"\b(?:not|need|may|might|could|can|if|when|unless|suppose|nicht|wenn|falls|pas|si)\b|n't"
    r"|如果|若|假如|要是|不一定|未必|并非|不是|とは限らない|ではない|もし|場合",
    re.I,
)
"""Words with which that is not said, or only for once."""
MARK = "breve"
"""What tells the vectors of the words of contexts from others of their table."""
UNTOLD = "whether the words of a context are all different is not read"
HINT = "say that they are all different, or number their vectors: `v_i`"
Key: TypeAlias = tuple[Stem, int]
"""A name and how many things stand in the parenthesis behind it."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """A word of the context of another one: what the context is called, the letter of the word, and the number."""

    word: str
    of: Name
    number: Node


@some(Name)
def _has_any(x: Name) -> bool:
    return x.base in CONTEXT_WORDS


@where(_has_any)
def with_words_of_contexts_numbered(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with entries for such vectors.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$ x = \sum_{i=1}^{2c} v(Context(w)_i) $$"
    >>> (found,) = read_of(with_words_of_contexts_numbered(read_formulas(parse_document(page))))
    >>> [x.base for x in t.of_kind(found.statements[0].chain.members[1], Name)]
    ['i', 'c', 'v', 'w', 'i']
    """
    page = _Page([s for f in read_of(located) for s in f.statements], _are_different([d for d, _ in located]))
    return with_statements(located, page.changed) if page.tables or page.beside else list(located)


def _uses(s: Statement) -> Iterator[tuple[Name, _Looked]]:
    """The tables of a statement with the words that are looked up in them."""
    for x in t.of_kind(s, Product):
        for name, group in before_parentheses(x):
            looked = _looked(group)
            if looked is not None and not name.scripts and not name.primes:
                yield name, looked


def _looked(group: Group) -> _Looked | None:
    """What a parenthesis holds if that is one word of a context."""
    inner = group.items[0] if len(group.items) == 1 else None
    if not isinstance(inner, Product) or len(inner.factors) != len(("Context", "(w)")):
        return None
    word, behind = inner.factors[0].body, inner.factors[1]
    if not isinstance(word, Name) or word.base not in CONTEXT_WORDS or word.scripts or not behind.joined:
        return None
    around = behind.body if isinstance(behind.body, Scripted) and not behind.body.primes else None
    held, outside = (around.base, around.scripts) if around is not None else (behind.body, ())
    own = held.items[0] if isinstance(held, Group) and held.open == "(" and len(held.items) == 1 else None
    if not isinstance(own, Name) or own.accents or own.primes:
        return None
    scripts = (*own.scripts, *outside)
    if len(scripts) != 1 or scripts[0].above or scripts[0].bracket or len(scripts[0].entries) != 1:
        return None
    (number,) = scripts[0].entries
    told = letter_of(number) is not None or isinstance(number, t.Number)
    return _Looked(word.base, replace(own, scripts=()), number) if told else None


def _are_different(displays: Sequence[Display]) -> bool:
    """Does a sentence say that the words of a context are all different, and none that they may not be?"""
    said = [d for d in displays if d.inline and MENTIONED.search(d.latex) and DIFFERENT.search(d.after)]
    return bool(said) and not any(DENIED.search(f"{d.before} {d.after}") for d in said)


class _Page:
    """What a page looks up, and what is made of it."""

    def __init__(self, said: Sequence[Statement], different: bool) -> None:
        self.different = different
        lines = [s for s in said if EQUALITIES & {*s.chain.relations}]
        uses = [(stem_of(x), y) for s in said for x, y in _uses(s)]
        functions = {x for s in lines if (x := _function(s)) is not None}
        kinds: dict[Stem, set[tuple[str, str]]] = {}
        for stem, looked in uses:
            kinds.setdefault(stem, set()).add((looked.word, looked.of.base))
        self.tables = {stem for stem, met in kinds.items() if len(met) == 1 and stem not in functions}
        barred = [(stem_of(x), y, _beside(y)) for s in said for x, y in _names(s) if y is not None and not x.scripts]
        words = {(x, z) for x, y, z in barred if z is not None or _is_of_context(y)}
        self.beside = {x for x, z in words if z is not None and len([w for w, _ in words if w == x]) == 1}
        self.bound = {x for s in lines for b in t.of_kind(s, BigSum) for y in b.below for x in letters_in(y)}
        told = [s for s in lines if not any(True for _ in t.of_kind(s.chain.members[0], t.Derivative))]
        self.equations = [s for s in told if not _is_update(s)]

    def changed(self, s: Statement) -> Statement:
        """A statement with the entries, or with what is not read in the place of its left side."""
        found: Statement = rebuilt(s, self._entries)
        if not self._is_unsure(s):
            return found
        unsure = t.Misfit(UNTOLD, HINT, span=s.chain.members[0].span)
        return replace(found, chain=replace(found.chain, members=(unsure, *found.chain.members[1:])))

    def _entries(self, x: Any) -> Node | None:
        return with_values_for(x, self._entry, self._entries)

    def _entry(self, name: Name, group: Group) -> Node | None:
        if (word := _beside(group)) is not None and stem_of(name) in self.beside:
            below = Script(False, (word,), "", False, True, group.span)
            return replace(name, accents=(MARK, *name.accents), scripts=(below,), span=(name.span[0], group.span[1]))
        looked = _looked(group) if stem_of(name) in self.tables else None
        if looked is None or name.scripts or name.primes:
            return None
        below = Script(False, (looked.of, looked.number), "", True, True, group.span)
        span = (name.span[0], group.span[1])
        return replace(name, font="mathbf", accents=(MARK, *name.accents), scripts=(below,), span=span)

    def _is_unsure(self, s: Statement) -> bool:
        """Is something differentiated by a vector of a table that it may take twice?"""
        by = [_table_and_word(x.body) for x in t.of_kind(s, t.Wrt)]
        by += [_table_and_word(y) for x in t.of_kind(s, t.Nabla) if x.by is not None for y in x.by.entries]
        tables = {stem for stem, _ in by if stem in self.tables}
        if not tables:
            return False
        reached = self._reached(s)
        takes = {_kind(x, y) for z in reached for x, y in _names(z) if stem_of(x) in tables}
        if len(takes) > 1:
            return True
        looked = [y for stem, y in by if stem in tables and y is not None]
        return bool(looked) and not (self.different and all(self._is_of_one(s, y.of.base) for y in looked))

    def _is_of_one(self, s: Statement, letter: str) -> bool:
        """Is what is differentiated about the context of one word?"""
        of = [x.of for x in t.of_kind(s, t.Derivative)]
        sums = {x for y in of for b in t.of_kind(y, BigSum) for z in b.below for x in letters_in(z)}
        named = all(letter in {y.base for y in t.of_kind(x, Name) if not y.scripts} for x in of)
        plain = letter not in sums and not any(True for _ in t.of_kind(s, t.Nabla))
        return plain and (named or letter not in self.bound)

    def _reached(self, s: Statement) -> list[Statement]:
        """A statement and the equations of all that it is made of."""
        found, todo = [s], [s]
        while todo:
            used = {_key(x, y) for x, y in _names(todo.pop())}
            more = [e for e in self.equations if e not in found and _defines(e, used)]
            found += more
            todo += more
        return found


def _beside(group: Group) -> Name | None:
    """The word of which a parenthesis holds how probable it is in its context, `(w | Context(w))`."""
    if group.separators != ("|",) or not isinstance(group.items[0], Name) or group.items[0].scripts:
        return None
    found = applied_alone(group.items[1])
    own = found[1].items if found is not None and found[0].base in CONTEXT_WORDS and not found[0].scripts else ()
    return group.items[0] if own == group.items[:1] and letter_of(own[0]) is not None else None


def _is_of_context(group: Group) -> bool:
    return any(x.base in CONTEXT_WORDS for x in t.of_kind(group, Name))


def _function(s: Statement) -> Stem | None:
    """What an equation defines for any argument, `f(x) = ..`: no table of vectors."""
    found = applied_alone(s.chain.members[0])
    return stem_of(found[0]) if found is not None and not _is_update(s) else None


def _is_update(s: Statement) -> bool:
    """Does a line say what becomes of something, `v(u) := v(u) + ..`?"""
    head = head_of(s.chain.members[0])
    right = (x for m in s.chain.members[1:] for x in t.of_kind(m, Name))
    return head is not None and any(stem_of(x) == stem_of(head) for x in right)


def _table_and_word(x: Node) -> tuple[Stem | None, _Looked | None]:
    """What something is differentiated by, with the word of a context that stands behind it."""
    head = head_of(x)
    pairs = [*before_parentheses(x)] if isinstance(x, Product) else []
    return (stem_of(head) if head is not None else None), (_looked(pairs[0][1]) if pairs else None)


def _names(s: Statement) -> Iterator[tuple[Name, Group | None]]:
    """The names of a statement, with the parenthesis behind each."""
    behind = {id(name): group for x in t.of_kind(s, Product) for name, group in before_parentheses(x)}
    yield from ((x, behind.get(id(x))) for x in t.of_kind(s, Name))


def _kind(name: Name, group: Group | None) -> bool:
    """Does a table stand before a word of a context?"""
    return group is not None and not name.scripts and _looked(group) is not None


def _key(name: Name, group: Group | None) -> Key:
    return stem_of(name), len(group.items) if group is not None else 0


def _defines(s: Statement, used: Set[Key]) -> bool:
    """Is the first name of an equation one of some names; with nothing behind it, it is one with anything behind it?"""
    names = _names(replace(s, chain=replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=())))
    stem, n = next((_key(x, y) for x, y in names), (None, 0))
    return any(stem == x and (n == m or not n or not m) for x, m in used)
