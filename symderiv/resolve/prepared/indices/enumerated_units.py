r"""Units that words enumerate and whose numbers alone are used: `w_{v p_i} \mathrm{out}_{p_i}` beside `its predecessors
are the neurons $p_1, \dots, p_n$`.

A list of units names each of them once, so `p_i` is as good as i: `\mathrm{out}_{p_i}` is read as `\mathrm{out}_i`. Not
where p stands in another way, or where one of the names has such an i itself, or a number: that may be another unit.
Nor where a name has the units of two lists (`y_{p_i} - y_{q_i}`), or one list in two places (`w_{v p_i}`, `w_{p_i v}`):
these would be the same entries. And what is visited, drawn or read one after the other may come twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

UNITS = lazily(
    r"neuron|\bunits?\b|\bnodes?\b|\bpredecessors?\b|\binputs?\b|Vorgänger|Knoten|Einheit|prédécesseur|nœud|\bunités?\b"
    r"|\bnodos?\b|\bunidad|neurôni|нейрон|узл|ニューロン|ユニット|ノード|神经元|神經元|节点|結點|單元|单元|뉴런|노드",
    re.I,
)
"""Words for what is enumerated,"""
DENIED = lazily(
    r"\b(?:not|nicht|pas|no|não|necessarily|unbedingt|repeat\w*|twice|same|gleich\w*|may|might|can|können|words?|tokens?"
    r"|sentences?|documents?|samples?|list|steps?|Wort\w*|Wörter\w*|Satz\w*|mots?|phrases?|palabras?|palavras?|слов\w*)\b"
    r"|不|ない|同じ|相同|単語|单词|文",
    re.I,
)
"""and words with which some of it may be enumerated twice,"""
AGAIN = lazily(
    r"\b(?:random\w*|walks?|walk(?:ed|ing)|paths?|trajector\w+|sequences?|tours?|routes?|visit\w*|travers\w+|replacement"
    r"|draws?|drawn|drawing|sampl(?:ed|ing)|resampl\w+|bootstrap\w*|pick\w*|chosen|chooses?|select\w*|times?|Pfade?\w*"
    r"|Wege?s?|Folgen?|zufällig\w*|gezogen\w*|ziehen|Zurücklegen|besuch\w+|chemins?|suites?|tirages?|tir(?:és?|ées?)"
    r"|aléatoire\w*|remise|caminos?|caminhos?|secuencias?|sequências?|aleat[oó]ri\w+|reemplazo|reposição|sorte\w+)\b"
    r"|\bпут|последовательност|случайн|возвращени|経路|ランダム|無作為|系列|復元|抽出|抽选|抽取|路径|路徑|随机|隨機|序列|放回|경로|무작위|추출",
    re.I,
)
"""or with which it may be all over a page."""
NEAR = 90
NUMBER = "1"


@some(Name)
def _has_any(x: Name) -> bool:
    return any(_number_of(e) is not None for e in _entries(x))


@where(_has_any)
def with_enumerated_units_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the numbers of such units for the units."""
    listed = {x for one in located if (x := _listed(one)) is not None}
    if listed and any(AGAIN.search(f"{d.before} {d.after}") for d, _ in located):
        return list(located)
    lines = [s for f in read_of(located) for s in f.statements if EQUALITIES & {*s.chain.relations}]
    mixed = _mixed(lines)
    meant = {x for x in listed if x not in mixed and _only_numbers(x, lines)}
    if not meant:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not any(_is_of(e, meant) for e in _entries(x)):
            return None
        scripts = (replace(s, entries=tuple(_put(e, meant) for e in s.entries)) for s in x.scripts)
        return replace(x, scripts=tuple(scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _listed(one: Located) -> Stem | None:
    r"""The name of what an inline formula enumerates, `p_1, \dots, p_n`, with words that say that these are units."""
    display, f = one
    if not display.inline or isinstance(f, ReadError) or any(s.chain.relations for s in f.statements):
        return None
    heads = [s.chain.members[0] for s in f.statements]
    names = [x for x in heads if isinstance(x, Name)]
    dots = [x for x in heads if isinstance(x, Symbol) and x.name == r"\dots"]
    if len(dots) != 1 or len(names) < 2 or len(names) + 1 != len(heads) or len({stem_of(x) for x in names}) > 1:
        return None
    words = f"{display.before[-NEAR:]} {display.after[:NEAR]}"
    first = _number_of(names[0])
    told = UNITS.search(words) is not None and DENIED.search(words) is None
    return stem_of(names[0]) if told and isinstance(first, t.Number) and first.text == "1" else None


def _only_numbers(unit: Stem, lines: Sequence[Statement]) -> bool:
    """Does a unit stand in scripts alone, and nothing beside a name that has it that may be the same one?"""
    names = [x for s in lines for x in t.of_kind(s, Name)]
    inside = [e for x in names for e in _entries(x) if _is_of(e, {unit})]
    every = [x for x in names if stem_of(x) == unit]
    numbers = {letter_of(number) for e in inside if (number := _number_of(e)) is not None}
    having = [x for x in names if any(_is_of(e, {unit}) for e in _entries(x))]
    mine = {(stem, n) for x in having for stem, n, e in _placed(x) if _is_of(e, {unit})}
    beside = {(stem_of(x), letter_of(e)) for x in having for e in _entries(x)}
    heads = [s.chain.members[0] for s in lines]
    computed = {(stem, n) for x in heads if isinstance(x, Name) for stem, n, _ in _plain(x)}
    others = [(stem, n, letter) for x in names for stem, n, letter in _plain(x) if (stem, n) in mine]
    apart = all(
        letter not in numbers | {NUMBER} and ((stem, n) in computed or (stem, letter) in beside)
        for stem, n, letter in others
    )
    return bool(inside) and len(inside) == len(every) and apart


def _mixed(lines: Sequence[Statement]) -> set[Stem]:
    """The names of units in names that have others elsewhere, or the same in another place."""
    found: dict[Stem, set[frozenset[tuple[int, Stem]]]] = {}
    for x in (x for s in lines for x in t.of_kind(s, Name)):
        units = [(n, stem_of(e)) for _, n, e in _placed(x) if isinstance(e, Name) and _number_of(e) is not None]
        if units:
            found.setdefault(stem_of(x), set()).add(frozenset(units))
    return {unit for own in found.values() if len(own) > 1 for units in own for _, unit in units}


def _plain(x: Name) -> Iterator[tuple[Stem, int, str]]:
    """The letters below a name with their places, and the numbers."""
    for stem, n, e in _placed(x):
        letter = NUMBER if isinstance(e, t.Number) else letter_of(e)
        if letter is not None:
            yield stem, n, letter


def _placed(x: Name) -> Iterator[tuple[Stem, int, Node]]:
    yield from ((stem_of(x), n, e) for n, e in enumerate(_entries(x)))


def _entries(x: Name) -> Iterator[Node]:
    """What stands in the scripts of a name, first what stands below."""
    yield from (e for s in sorted(x.scripts, key=lambda s: s.above) for e in s.entries)


def _is_of(e: Node, units: set[Stem]) -> bool:
    return isinstance(e, Name) and stem_of(e) in units and _number_of(e) is not None


def _number_of(e: Node) -> Node | None:
    """The i of a `p_i`."""
    if not isinstance(e, Name) or len(e.scripts) != 1 or e.primes or e.accents:
        return None
    (script,) = e.scripts
    return script.entries[0] if isinstance(script, Script) and not script.above and len(script.entries) == 1 else None


def _put(e: Node, units: set[Stem]) -> Node:
    number = _number_of(e) if _is_of(e, units) else None
    return e if number is None else number
