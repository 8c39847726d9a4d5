r"""Expectations that are held fixed, `\langle z_{nk} \rangle` in the M-step: each is a name, like `\bar{z}_{nk}`.

Words have to say that they are: else an average in brackets depends on what it is taken over. Nor may the page say what
they are, work z out, or say something of all z (`\sum_k z_{nk} = 1`). A line about something else that has them has
another meaning (the gradient of the likelihood is that of the bound where both touch), and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, TypeAlias

from ...latex import sentences
from ...latex import tree as t
from ...latex.tree import Chain, Derivative, Factor, Formula, Group, Name, Node, Number, Scripted, Statement
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ...pattern import lazily
from ..asked import any_of
from ..front import Front, front_changed
from ..located import Located, read_of, with_statements
from ..spelled.shape import Stem, label_of, stem_of

LEFT = r"\langle"
_ADVERB = r"(?:(?:all|both|now|then|here|simply|again|also|thereby|dabei|jeweils|hier)\s+)*"
_AS = r"(?:(?:held|kept|treated|taken|regarded|considered)\s+(?:as\s+|to be\s+)?)?(?:an?\s+)?"
_END = r"(?=\s*(?:[.;!)。；）、，]|\Z|,\s*(?:and|so|while|und|et)\b))"
_BEHIND = (
    rf"(?:is|are|being|be|remains?|stays?)\s+{_ADVERB}{_AS}(?:fixed|constants?)(?:\s+(?:numbers?|values?))?"
    r"|(?:as\s+)?(?:an?\s+)?(?:fixed|constants?)(?:\s+(?:numbers?|values?))?"
    r"|(?:は|を)\s*(?:すべて|全て)?(?:定数(?:とする|とみなす|とおく|である|です|だ)|固定(?:する|し|されている|とする))"
    r"|(?:均|都)?(?:是|为|视为|視為|作为)?(?:常数|常量|固定不变|固定)"
    r"|(?:는|은|를|을)\s*(?:고정|상수)\S*"
    rf"|(?:sind|ist|werden|wird|bleiben|bleibt|seien)\s+{_ADVERB}(?:konstant|fest|festgehalten|fix)"
    r"|(?:est|sont|restent?)\s+(?:fixée?s?|constante?s?)|(?:es|son)\s+(?:fij[ao]s?|constantes?)"
)
_KEPT = (
    r"(?:is|are)\s+(?:the\s+)?(?:numbers?|values?)\s+(?:that\s+(?:is|are)\s+)?(?:kept|held|taken|carried over|given)\b"
)
FIXED = lazily(rf"\s*,?\s*(?:(?:{_BEHIND}){_END}|{_KEPT})", re.IGNORECASE)
"""How a sentence goes on behind them."""
BEFORE = lazily(r"\b(?:with|of|the|for|where|are)\s+(?:the\s+)?(?:fixed|constants?)(?:\s+\w+s)?\s*\Z", re.IGNORECASE)
"""Or what stands before them."""
APART = lazily(r"\s*(?:(?:do|does)(?: not|n't) depend on|(?:is|are) independent of)\b", re.IGNORECASE)
"""How it goes on where the rest names what they do not depend on."""
VARYING = lazily(
    r"\b(?:not|never|no|nor|neither|hardly|if|unless|suppose|only|but|except|until|were|would|may|might|nicht|kein\w*|wenn|pas|si)\b"
    r"|n't\b|\bdepends?\b|\bfunctions?\s+of\b|\bvar(?:y|ies)\b|comput|determin|normali[sz]"
    r"|[ず]|ない|[不非](?:固定|是)|関数|もし|とき|変化|变化|函数|如果",
    re.IGNORECASE,
)
"""What it must not say."""
DEPENDING = lazily(
    r"(?<!not )(?<!n't )\bdepends?\b|\bfunctions?\s+of\b|\bvar(?:y|ies)\s+with\b|関数|函数", re.IGNORECASE
)
"""What no other sentence must say."""
ANYTHING = lazily(r"\b(?:parameters?|weights?|anything)\b", re.IGNORECASE)
LETTERS = lazily(r"\\?[A-Za-z]+")

Held: TypeAlias = Mapping[Stem, frozenset[str]]
"""The letters in such brackets, each with the letters that are computed from it."""


def _has_brackets(s: Statement) -> bool:
    return any(x.open == LEFT for x in t.of_kind(s, Group))


def held_in_brackets(located: Sequence[Located]) -> Held:
    """The letters that stand in such brackets."""
    if not any_of(located, _has_brackets):
        return {}
    named = [(d, x) for d, f in located if d.inline and (x := _in_brackets(f)) is not None]
    chains = [s.chain for f in read_of(located) for s in f.statements] if named else []
    wrt = (w.body for c in chains for d in t.of_kind(c, Derivative) for w in d.wrt)
    by = {x.base for x in wrt if isinstance(x, Name)}
    told = {stem_of(x) for d, x in named if _is_fixed(d.before, d.after, by)}
    told -= {stem_of(x) for d, x in named if DEPENDING.search(sentences.first(d.after))}
    return {stem: _computed(chains, stem) for stem in told if all(_fits(c, stem) for c in chains)}


def with_held_named(located: Sequence[Located], held: Held) -> Sequence[Located]:
    """The formulas with these as names, where a line is about what is computed from them."""
    if not held:
        return located

    def change(s: Statement) -> Statement:
        here = {stem for stem, computed in held.items() if _is_about(s.chain, stem, computed)}
        found: Statement = rebuilt(s, _named(here)) if here else s
        return found

    return with_statements(located, change)


def front_with_held(front: Front, held: Held) -> Front:
    """The front matter with these as names."""
    return front_changed(front, lambda x: rebuilt(x, _named(held.keys()))) if held else front


def _in_brackets(f: object) -> Name | None:
    """The name in the brackets that a formula is."""
    chain = f.statements[0].chain if isinstance(f, Formula) and len(f.statements) == 1 else None
    return _inside(chain.members[0]) if chain is not None and not chain.relations else None


def _is_fixed(before: str, after: str, by: Set[str]) -> bool:
    """Does a sentence say so, or that they do not depend on any letter that lines differentiate by?"""
    before, after = sentences.last(before), sentences.first(after)
    apart = APART.match(after)
    if apart is not None:
        rest = after[apart.end() :]
        named = ANYTHING.search(rest) is not None or by <= set(LETTERS.findall(rest))
        return named and not VARYING.search(f"{before} {rest}")
    said = FIXED.match(after) or BEFORE.search(before)
    return said is not None and not VARYING.search(f"{before} {after}")


def _inside(x: Node) -> Name | None:
    """The z of `\\langle z_{nk} \\rangle`."""
    if not isinstance(x, Group) or x.open != LEFT or len(x.items) != 1:
        return None
    (item,) = x.items
    plain = isinstance(item, Name) and not item.primes and all(s.bracket or not s.above for s in item.scripts)
    return item if plain and isinstance(item, Name) else None


def _fits(c: Chain, stem: Stem) -> bool:
    """Does a line leave open what they are, and what z is?"""
    for x in t.of_kind(c, Group):
        if x.open == LEFT and _holds(x, stem) and _inside(x) is None:
            return False
    if any(_holds(w, stem) for d in t.of_kind(c, Derivative) for w in d.wrt):
        return False
    if any(not s.above and _is_of(x.base, stem) for x in t.of_kind(c, Scripted) for s in x.scripts):
        return False
    if not c.relations or c.relations[0] not in EQUALITIES:
        return True
    first = c.members[0]
    return not _is_of(first, stem) and not _holds(_outside(first), stem) and bool(t.of_kind(first, Name))


def _is_of(x: Node, stem: Stem) -> bool:
    inside = _inside(x)
    return inside is not None and stem_of(inside) == stem


def _holds(x: t.Tree, stem: Stem) -> bool:
    return any(stem_of(y) == stem for y in t.of_kind(x, Name))


def _outside(x: Node) -> Node:
    """A formula without what stands in such brackets, or in the parenthesis behind a name."""

    def change(y: Any) -> t.Tree | None:
        if isinstance(y, Factor) and y.joined:
            return replace(y, body=Number("1"))
        return Number("1") if isinstance(y, Group) and y.open == LEFT else None

    found: Node = rebuilt(x, change)
    return found


def _computed(chains: Sequence[Chain], stem: Stem) -> frozenset[str]:
    """The letters of what the page computes from them."""
    found: set[str] = set()
    equations = [(name.base, c) for c in chains if (name := _defined(c)) is not None]
    while True:
        more = {base for base, c in equations if base not in found and _reaches(c, stem, found)}
        if not more:
            return frozenset(found)
        found |= more


def _defined(c: Chain) -> Name | None:
    """The name on the left of an equation, also with arguments."""
    left = c.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    return left if isinstance(left, Name) and c.relations and c.relations[0] in EQUALITIES else None


def _reaches(c: Chain, stem: Stem, found: set[str]) -> bool:
    if any(_is_of(x, stem) for m in c.members[1:] for x in t.of_kind(m, Group)):
        return True
    return any(y.base in found for m in c.members[1:] for y in t.of_kind(m, Name))


def _is_about(c: Chain, stem: Stem, computed: frozenset[str]) -> bool:
    """Is the left side of a line computed from them, or made of them, or is it no equation?"""
    first = c.members[0]
    made = any(_is_of(x, stem) for x in t.of_kind(first, Group)) and not t.of_kind(first, Derivative)
    return not c.relations or made or any(y.base in computed for y in _names(first))


def _names(x: Node) -> Iterator[Name]:
    """The names in a formula but those by which it is differentiated."""
    by = {id(y) for d in t.of_kind(x, Derivative) for w in d.wrt for y in t.of_kind(w, Name)}
    return (y for y in t.of_kind(x, Name) if id(y) not in by)


def _named(stems: Any) -> Callable[[Any], Node | None]:
    def change(x: Any) -> Node | None:
        if isinstance(x, Scripted) and isinstance(x.base, Group) and (name := change(x.base)) is not None:
            return replace(x, base=Group("{", (name,), "}", (), x.base.span))
        inside = _inside(x) if isinstance(x, Group) else None
        if inside is None or stem_of(inside) not in stems:
            return None
        return Name(rf"\langle {label_of(replace(inside, scripts=()))} \rangle", scripts=inside.scripts, span=x.span)

    return change
