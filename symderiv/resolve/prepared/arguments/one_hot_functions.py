r"""The function that makes a class one-hot: `W \, \mathrm{onehot}(x_t)`, `p - \operatorname{OneHot}(y)`.

Its value is the vector with a 1 at its argument, and an entry `\mathrm{onehot}(y)_k` is `[k = y]`. No page has to
define it; one that does is left as it is. So is one of a list of classes: its value is a matrix.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Formula, Group, Name, Node, Product, Script, Scripted
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, ONE_HOT
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of

WORDS = frozenset(["onehot", "one-hot", "one_hot", "onehotencode", "one-hot-encode"])

SAYING = lazily(
    r"\s*,?\s*(?:(?:is|are|denotes?|means|gives|returns|maps|turns|stands|the|an?|ist|est|es|è)\b|[:=はを])", re.I
)
"""Behind a mention of it: words that say what it is;"""
ALIKE = lazily(
    r"one-?\s?hot|indicator|encod|unit vector|basis vector|(?:\b1|one) (?:at|in)\b|ワンホット|単位ベクトル", re.I
)
"""among them those that say that it is what it is called, at the latest so far behind;"""
NEAR = 120
OTHER = lazily(r"smooth|soft|noisy|平滑", re.I)
"""and those that say that it is not."""


@some(Name)
def _has_function(x: Name) -> bool:
    return _is_word(x)


@where(_has_function)
def with_one_hot_functions(located: Sequence[Located]) -> list[Located]:
    """The formulas with the values of such functions as names with their class below."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    if any(map(_defines, chains)) or any(_is_another(d.after) for d, f in located if d.inline and _mentions(f)):
        return list(located)
    is_class = _classes(chains)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product) or not any(_is_word(f.body) for f in x.factors):
            return None
        found: list[Factor] = []
        taken = False
        for f, behind in pairwise((*x.factors, Factor("", t.ONE))):
            if taken:
                taken = False
                continue
            value = _value(f.body, behind.body, is_class) if behind.joined and not behind.operator else None
            taken = value is not None
            found.append(rebuilt(f, change) if value is None else replace(f, body=value))
        return found[0].body if len(found) == 1 else replace(x, factors=tuple(found))

    return with_statements(located, lambda s: rebuilt(s, change))


def _mentions(x: object) -> bool:
    """Is a formula nothing but such a name, or the value of one?"""
    found = x.statements[0].chain.members if isinstance(x, Formula) and len(x.statements) == 1 else ()
    first = (
        found[0].factors[0].body if len(found) == 1 and isinstance(found[0], Product) else found[0] if found else None
    )
    return len(found) == 1 and _is_word(first)


def _is_another(after: str) -> bool:
    """Do words behind it say what it is, and not that it is one-hot?"""
    return SAYING.match(after) is not None and (ALIKE.search(after[:NEAR]) is None or OTHER.search(after) is not None)


def _classes(chains: Sequence[Chain]) -> Callable[[Node], bool]:
    """Is a tree one class on this page, and no list of some?"""
    most: dict[tuple[str, str], int] = {}
    for x in (x for c in chains for x in t.of_kind(c, Name)):
        most[x.base, x.font] = max(most.get((x.base, x.font), 0), len(entries_of(x)))
    several = {c.members[0] for c in chains if r"\in" in c.relations and _is_power(c.members[-1])}

    def is_class(x: Node) -> bool:
        if not isinstance(x, Name) or x.font in BOLD_FONTS or x.accents or x in several:
            return False
        return len(entries_of(x)) == most[x.base, x.font]

    return is_class


def _is_word(x: object) -> bool:
    return isinstance(x, Name) and x.base.lower() in WORDS and not x.scripts and not x.primes


def _defines(c: Chain) -> bool:
    """Is such a value what an equation begins with?"""
    x = c.members[0]
    return bool(c.relations) and isinstance(x, Product) and len(x.factors) == 2 and _is_word(x.factors[0].body)


def _is_power(x: Node) -> bool:
    r"""Is it `\{1, \dots, K\}^N`, or `\mathbb{R}^N`?"""
    scripts = x.scripts if isinstance(x, (Name, Scripted)) else ()
    return any(s.above for s in scripts)


def _value(word: Node, behind: Node, is_class: Callable[[Node], bool]) -> Node | None:
    """What the function is at the class in the parentheses behind it, or the entry of that."""
    scripts: tuple[Script, ...] = ()
    if not isinstance(word, Name) or not _is_word(word):
        return None
    end = behind.span[1]
    if isinstance(behind, Scripted) and not behind.primes:
        scripts = behind.scripts
        behind = behind.base
    if not isinstance(behind, Group) or behind.open != "(" or len(behind.items) != 1 or not is_class(behind.items[0]):
        return None
    place = behind.items[0]
    if any(not s.above for s in scripts):
        entry = scripts[0].entries[0]
        alone = len(scripts) == 1 and len(scripts[0].entries) == 1
        return t.Indicator((Chain((entry, place), ("=",), (), behind.span),), behind.span) if alone else None
    return Name(ONE_HOT, scripts=(Script(False, (place,), span=place.span), *scripts), span=(word.span[0], end))
