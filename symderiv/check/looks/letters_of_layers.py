r"""Lines in other letters than those that tell layers apart: `\partial E/\partial w_{jk} = \delta_j z_k`.

Where a page has `w_{ji}` from inputs to hidden units and `w_{kj}` from those to outputs, its letters say which of them
is meant. A line in which an entry has a letter of another layer, the k of `z_k` beside `z_j`, is not in those letters.
Its author may have taken others: it is left open if it is right in the letters in which all of its entries are those of
the network. But what differentiates by `w_{kj}` says by both its letters which layer it is about, unless words beside
it speak of layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import permutations

from ...affine import Sym, affine
from ...errors import ReadError
from ...expr import (
    Bracket,
    Cases,
    Expr,
    Partial,
    Sum,
    Var,
    Variable,
    bound,
    children,
    free,
    of_kind,
    rebuild,
    substitute,
)
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key, tags_of
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..cases.cased import DISPLAY
from ..link import Link
from ..links import Links

DETAIL = "it is right in other letters: which layers are meant?"
Name = tuple[str, int, int, int]
Units = Mapping[Name, Mapping[tuple[Sym, ...], Variable]]
"""The variables of each name, by the letters of their entries."""
PAIR = 2
LAYERS = lazily(
    r"\b(?:units?|neurons?|nodes?|layers?|inputs?|outputs?|hidden|letters?|ind(?:ex|ices)|weights?|connections?)\b"
    r"|層|ユニット|ニューロン|ノード|素子|入力|出力|添字|重み|层|神经元|单元|节点|输入|输出|下标|权重|층|유닛|뉴런|입력|출력"
    r"|schicht|neuron|einheit|gewicht|couche|unité|poids|capa|neurona|unidad|peso",
    re.I,
)
"""Words by which a line may be about another layer than its letters say."""
MOST = 4
"""At most so many letters of layers, on a page and in a line."""


def unless_in_other_letters(link: Link, verdict: Verdict, links: Links, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right in the letters in which its entries are those of the network."""
    w, system = link.written, links.system
    if verdict.judgement is not Judgement.WRONG or w.where or w.ranges or not told_by_letters(system):
        return verdict
    sides = w.members[link.number : link.number + 2]
    if len(sides) < PAIR or any(isinstance(m, ReadError) for m in sides):
        return verdict
    left, right = (m for m in sides if not isinstance(m, ReadError))
    if _says_layer(w.members[0], system) and not LAYERS.search(" ".join((*w.words, _words_above(link)))):
        return verdict
    for one, two in _in_other_letters(left, right, system):
        again = links.between(replace(w, members=(one, two)), 0, one, two, link.span, link.system)
        if judge(again).judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=DETAIL)
    return verdict


def _words_above(link: Link) -> str:
    """The last words above a line that stand behind some display."""
    above = "\n".join(link.page.splitlines()[: link.written.line - 1])
    behind = DISPLAY.split(above)[1:]
    return next((text for text in reversed(behind) if text.strip()), "")


def _says_layer(member: Expr | ReadError, system: System) -> bool:
    """Is it a derivative by an entry that has the letters of two layers of the network?"""
    by = [] if isinstance(member, ReadError) else [x.wrt for x in of_kind(member, Partial)]
    return any(len(x.indices) >= PAIR and _entry(x, {s: s for s in free(x)}, told_by_letters(system)) for x in by)


@of_this_object(64)
def told_by_letters(system: System) -> Units:
    """The variables of a network by their names and letters; none if letters tell no variables apart."""
    found: dict[Name, dict[tuple[Sym, ...], Variable]] = {}
    for p in system.pieces:
        letters = tuple(i.letter for i in p.indices if i.letter is not None)
        if letters and len(letters) == len(p.indices):
            found.setdefault(_name(p.variable), {}).setdefault(letters, p.variable)
    apart = any(len(set(known.values())) > 1 and any(map(_is_tagged, known.values())) for known in found.values())
    return found if apart else {}


def _is_tagged(v: Variable) -> bool:
    return bool(tags_of(v.key))


def _name(v: Variable) -> Name:
    base, above, below, tail = split_key(v.key)
    return f"{base}{[*above, *below]}", len(above), len(below), len(tail)


def _in_other_letters(left: Expr, right: Expr, system: System) -> Iterator[tuple[Expr, Expr]]:
    """Both sides in each choice of letters in which all entries are those of the network; none where they are so."""
    known = told_by_letters(system)
    entries = [x for e in (left, right) for x in of_kind(e, Var) if x.indices]
    met = {tuple(i.letter for i in x.indices if i.letter is not None) for x in entries}
    plain = all(i == affine(i.letter) for x in entries for i in x.indices if i.letter is not None)
    mine = sorted({s for letters in met for s in letters}, key=lambda s: s.name)
    others = sorted({s for forms in known.values() for letters in forms for s in letters}, key=lambda s: s.name)
    listed = any(of_kind(e, kind) for e in (left, right) for kind in (Bracket, Cases))
    if listed or not plain or len(others) > MOST + 2 or len(mine) > MOST:
        return
    if set(mine) != (free(left) | free(right) | bound(left) | bound(right)) - system.sizes:
        return
    choices = [dict(zip(mine, chosen, strict=True)) for chosen in permutations(others, len(mine))]
    fitting = [c for c in choices if all(_entry(x, c, known) is not None for x in entries)]
    if not any(all(a == b for a, b in c.items()) for c in fitting):
        yield from ((_put(left, c, known), _put(right, c, known)) for c in fitting)


def _entry(x: Var, letters: Mapping[Sym, Sym], known: Units) -> Var | None:
    """The entry of the network in other letters, if there is one."""
    mine = tuple(letters[i.letter] for i in x.indices if i.letter is not None)
    found = known.get(_name(x.variable), {}).get(mine)
    return Var(found, tuple(map(affine, mine))) if found is not None and len(mine) == len(x.indices) else None


def _put(e: Expr, letters: Mapping[Sym, Sym], known: Units) -> Expr:
    if isinstance(e, Var) and e.indices:
        return _entry(e, letters, known) or e
    if isinstance(e, Partial):
        return replace(e, of=_put(e.of, letters, known), wrt=_entry(e.wrt, letters, known) or e.wrt)
    new = rebuild(e, lambda x: _put(x, letters, known)) if children(e) else e
    if not isinstance(new, Sum):
        return new if children(e) else substitute(new, {a: affine(b) for a, b in letters.items()})
    return Sum(letters.get(new.letter, new.letter), new.lowers, new.uppers, new.body, new.where)
