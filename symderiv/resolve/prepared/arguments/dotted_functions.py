r"""A dot above a function is its derivative, as a prime is: `\dot{f}(n_i)` beside `a_i = f(n_i)`.

Words or an equation say it (`with derivative $\dot{g}(\cdot)$`, `\dot{f}(n) = \frac{df(n)}{dn}`), or it is clear: the
function is one of values with indices, and the name with a dot stands nowhere but before such a value. A dot above what
depends on the time is a rate, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Chain, Formula, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of
from ..applied import arguments_of, before_parentheses
from ..said_in_place import gaps_of

PRIMES = {"dot": 1, "ddot": 2}
"""Accents, and the primes that say the same."""
DERIVATIVE = lazily(
    r"derivative|differentiat|\bslopes?\b|導関数|微分|导数|dériv|Ableitung|derivada|derivata|производн", re.I
)
OTHER = lazily(
    r"\b(?:not|never|times?|temporal|negative|minus|inverse|half|twice|scaled|normali[sz]ed|approximat\w*|estimat\w*|discrete)\b"
    r"|時間|時刻|符号|逆|近似|ではな|でない",
    re.I,
)
"""Words by which it is a rate, or something that is made of the derivative."""
TYPED = lazily(r"\\d?dot\s*\{?\s*(\\?[A-Za-z]+)\s*\}?\s*\(\s*\\cdot\s*\)\Z")
Key: TypeAlias = tuple[str, str]
"""The letter of a function and its font."""


def with_dotted_functions(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with primes for such dots."""
    dotted = {_key(x) for f in read_of(located) for x in t.of_kind(f, Name) if _is_dotted(x)}
    if not dotted:
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    calls = [pair for s in statements for pair in _calls(s)]
    plain = {_key(x) for x, _ in calls if not x.accents}
    told, other = _told(located, blocks, dotted & plain)
    told |= {_key(x) for s in statements if (x := _says(s.chain)) is not None}
    keys = (told | {k for k in dotted & plain if _is_clear(k, statements, calls)}) & plain - other
    return [_read(pair, keys) for pair in located] if keys else list(located)


def _read(pair: Located, keys: set[Key]) -> Located:
    """A formula with primes; an equation that only says what the dot means is gone."""
    display, f = pair
    if isinstance(f, ReadError):
        return pair

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not _is_dotted(x) or _key(x) not in keys:
            return None
        scripts = tuple(rebuilt(s, change) for s in x.scripts)
        return replace(x, accents=x.accents[1:], primes=x.primes + PRIMES[x.accents[0]], scripts=scripts)

    kept = tuple(s for s in f.statements if (x := _says(s.chain)) is None or _key(x) not in keys)
    return display, replace(f, statements=tuple(rebuilt(s, change) for s in kept))


def _is_clear(k: Key, statements: Sequence[Statement], calls: Sequence[tuple[Name, t.Group]]) -> bool:
    """Does the function stand before values with indices, and the name with a dot only before such?"""
    own = [(x, g) for x, g in calls if _key(x) == k]
    every = [
        x for s in statements if s.chain.relations for x in t.of_kind(s.chain, Name) if _is_dotted(x) and _key(x) == k
    ]
    lefts = {id(n) for s in statements if s.chain.relations for n in t.of_kind(s.chain.members[0], Name)}
    return (
        all(map(_is_of_values, (g for _, g in own)))
        and any(x.accents for x, _ in own)
        and {id(x) for x in every} <= {id(x) for x, _ in own} - lefts
    )


def _is_of_values(group: t.Group) -> bool:
    r"""Is it `(n_i)`, `(e[n])`, `(w \cdot x)`, and no time, `(t)`?"""
    item = group.items[0] if len(group.items) == 1 else None
    if isinstance(item, Name):
        return bool(item.scripts) or item.font != ""
    marked = item is not None and any(x.scripts or x.font for x in t.of_kind(item, Name))
    return marked or (item is not None and any(x.open == "[" for x in t.of_kind(item, t.Group)))


def _says(c: Chain) -> Name | None:
    r"""The name of `\dot{f}(n) = \frac{\partial f(n)}{\partial n}`, `\dot{f}(n) = f'(n)`, `\dot{f} = f'`."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    name, argument = _applied(left)
    if name is None or not _is_dotted(name):
        return None
    bare = replace(name, accents=name.accents[1:])
    if _applied(right) == (replace(bare, primes=PRIMES[name.accents[0]]), argument):
        return name
    if not isinstance(right, t.Derivative) or right.order != PRIMES[name.accents[0]] or right.of is None:
        return None
    of, at = _applied(right.of)
    by = [w.body for w in right.wrt]
    known = argument is None or (len(by) == 1 and argument.items == (by[0],))
    return name if of == bare and at in (None, argument) and known and isinstance(by[0], Name) else None


def _applied(x: Node) -> tuple[Name | None, t.Group | None]:
    """A name alone, or with what it stands before."""
    if isinstance(x, t.Product) and len(x.factors) == 2 and isinstance(x.factors[0].body, Name):
        return x.factors[0].body, arguments_of(x.factors[1])
    return (x, None) if isinstance(x, Name) else (None, None)


def _told(located: Sequence[Located], blocks: Sequence[Block], keys: set[Key]) -> tuple[set[Key], set[Key]]:
    """Of which of these names words say that they are derivatives, and of which that they are something else."""
    told, other = set[Key](), set[Key]()
    gaps = gaps_of(located, blocks) if keys else []
    for (n, lead), (_, behind) in pairwise(gaps):
        display, f = located[n]
        names = (
            (_key(x) for x in t.of_kind(f, Name) if _is_dotted(x)) if isinstance(f, Formula) else _typed(display.latex)
        )
        here = set(names) & keys
        if not here or not display.inline:
            continue
        before, after = sentences.last(lead), sentences.first(behind)
        if OTHER.search(f"{before} {after}") or denies(before, "") or denies("", after) or weakens("", after):
            other |= here
        elif DERIVATIVE.search(before) or DERIVATIVE.search(after):
            told |= here
    return told, other


def _typed(latex: str) -> Iterator[Key]:
    r"""The letter of a mention that is no formula, `\dot{g}(\cdot)`."""
    found = TYPED.match(latex.strip())
    if found is not None:
        yield found[1], ""


def _calls(s: Statement) -> Iterator[tuple[Name, t.Group]]:
    """The names that stand right before parentheses, with these."""
    return (pair for x in t.of_kind(s, t.Product) for pair in before_parentheses(x))


def _is_dotted(x: Name) -> bool:
    return x.accents[:1] == ("dot",) or x.accents[:1] == ("ddot",)


def _key(x: Name) -> Key:
    return x.base, x.font
