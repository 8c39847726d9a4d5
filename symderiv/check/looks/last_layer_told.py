r"""Words that give the last layer another function: `The output layer is linear.` beside `a^l = f(z^l)` for all l.

Where the formulas of all layers hold of the last one, too, they cannot both be meant.
A line is judged where it comes out alike with what the words say; others are left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...affine import Affine, Sym
from ...domain import Domain, eq, ne
from ...expr import Apply, Expr, Var, children, of_kind, rebuild
from ...latex.excepted import LAST
from ...latex.sentences import clauses
from ...memo import of_this_object
from ...network.graph import upstream
from ...network.uses import Use, uses
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..cases.assuming import Judge
from ..link import Link
from .steps_alone import DISPLAYED

LINEAR = lazily(
    r"(?<!rectified )(?<!non)(?<!non-)(?<!non )(?<!nicht)\b(?:linear(?:e[nrsm]?)?|identity|linéaires?|identité"
    r"|lineal(?:es)?|identidad|identidade|lineari|identità|Identität\w*|линейн\w+|тождествен\w+)\b"
    r"(?!\s+(?:units?\s+\(ReLU|combinations?|in\b|functions?\s+of\b|regressions?))"
    r"|\b(?:no|without(?:\s+an?y?)?|ohne|sans|sin)\s+(?:activation|nonlinearit|non-linearit|Aktivierung"
    r"|fonction d['’]activation|activación)"
    r"|(?<!非)(?:線形|线性|線性)(?!整流|結合|和\b|组合|变换|変換|回帰|回归)|恒等|(?<!비)선형|항등",
    re.I,
)
SOFTMAX = lazily(r"\bsoft-?max\b|ソフトマックス|소프트맥스", re.I)
DENIED = lazily(
    r"\bnot\b|\bnicht\b|\bn['’]est pas\b|\bno (?:es|son)\b|ではない|不是|\bif\b|\bwhen\b|\bfalls\b|\bwenn\b|\bsi\b"
    r"|\bcuando\b|なら|場合|とき|如果|若|[当當]|[?？]",
    re.I,
)
"""Words that deny it, or say it of a case."""
OPEN = "words say that the last layer has another function than its formula"


@lru_cache(maxsize=64)
def last_told(text: str) -> str:
    """What a sentence says that the last layer is: `linear`, `softmax`, or nothing.

    >>> [last_told(x) for x in ("The output layer is linear.", "出力層は恒等関数。", "The hidden layer is linear.")]
    ['linear', 'linear', '']
    >>> last_told("The last layer uses a softmax."), last_told("Die Ausgabeschicht ist nichtlinear.")
    ('softmax', '')
    """
    if LAST.search(text) is None:
        return ""
    for said in clauses(DISPLAYED.sub(" . ", text)):
        if LAST.search(said) and not DENIED.search(said):
            if SOFTMAX.search(said):
                return "softmax"
            if LINEAR.search(said):
                return "linear"
    return ""


def unless_last_layer_told(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that does not come out alike with what words say of the last layer."""
    told = last_told(link.page)
    if not told or verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    other = _linear_at_last(link.system)
    if other is None:
        return verdict
    if told == "linear" and judge(replace(link, system=other)).judgement is verdict.judgement:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=OPEN)


@of_this_object(64)
def _linear_at_last(system: System) -> System | None:
    """The network with nothing applied in the layer that its loss is made of; None if that is a layer of its own."""
    pieces = system.pieces
    for last, end in _last(system):
        without = replace(last, body=_without_function(last.body)) if last.body is not None else last
        kept: tuple[Piece, ...] = ()
        if end is not None:
            kept = (replace(last, domain=last.domain & Domain((ne(*end),))),)
            without = replace(without, domain=last.domain & Domain((eq(*end),)))
        pieces = tuple(x for p in pieces for x in ((*kept, without) if p is last else (p,)))
    return replace(system, pieces=pieces) if pieces != system.pieces else None


def _last(system: System) -> Iterator[tuple[Piece, tuple[Sym, Affine] | None]]:
    """The definitions, with a function of all layers, of what a loss is made of; and where the layers end."""
    loss = system.of(system.objective) if system.objective is not None else ()
    read = [u for q in loss if q.body is not None for u in uses(q.body)]
    read += [Use(Var(o.variable, o.indices)) for o in system.outputs if system.generic]
    found: dict[int, tuple[Piece, tuple[Sym, Affine] | None]] = {}
    for use in read:
        for p in system.of(use.entry.variable):
            applied = _functions(p)
            end = _end(p, use, system) if p.variable in upstream(system, p.variable) else None
            if applied and end is not None:
                found[id(p)] = (p, end)
    yield from found.values()


def _functions(p: Piece) -> set[str]:
    """The functions of one argument that a definition is made of."""
    return {x.function for x in of_kind(p.body, Apply) if len(x.args) == 1} if p.body is not None else set()


def _end(p: Piece, use: Use, system: System) -> tuple[Sym, Affine] | None:
    """The layer of an entry that is used, where the definition is for many: sizes are tried before numbers."""
    places = [
        (form.letter, at)
        for form, at in zip(p.indices, use.entry.indices, strict=True)
        if form.letter is not None and form.letter in p.letters and at.letters() <= system.sizes - set(use.bound)
    ]
    return min(places, key=lambda x: x[1].is_constant, default=None)


def _without_function(e: Expr) -> Expr:
    """What a function of one argument is applied to."""
    if isinstance(e, Apply) and len(e.args) == 1:
        return e.args[0]
    return rebuild(e, _without_function) if children(e) else e
