r"""Weights of one letter in two layers, `z_j = \sum_i w_{ji} x_i` and `y_k = \sum_j w_{kj} h_j`: one array, or two?

Letters alone tell the layers. Where they are told apart and a sentence says that the weights are tied or shared, it may
be one array. Where they are read as one square array, although nothing says that the layers are as wide or share
anything, it may be two. A line that differentiates by such weights is left open, unless it reaches one layer alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...affine import Sym
from ...digraph import reachable
from ...expr import Expr, Partial, Var, Variable, of_kind, variables
from ...memo import of_this_object
from ...network.graph import dependencies, upstream
from ...pattern import lazily
from ...resolve.spelled.keys import split_key, tags_of
from ...resolve.told_of_names import SHARED
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from ..words.spoken import spoken

DETAIL = "is `{}` one array, or one for each layer?"
SENTENCE = lazily(r"(?<=[.!?;。])\s+|\n\s*\n|\n(?=\s*[#+-])|(?<=。)")
WEIGHTS = lazily(
    r"weight|parameter|matri|gewicht|poids|pesos|pesi\b|重み|重さ|パラメータ|行列|权重|權重|参数|參數|矩阵|矩陣|가중치|행렬"
    r"|\bвес|матриц|параметр",
    re.I,
)
"""Words for what is shared."""
DENIED = lazily(
    r"(?:\b(?:not?|never|nor|without|nicht|kein\w*|ohne|pas|sans|sin|sem|senza|не|без)\b|n['’]t\b|[不没沒未])[^,、，]{0,30}\Z",
    re.I,
)
"""Words before it by which nothing is shared,"""
DENIED_BEHIND = lazily(r"[^,、，.。]{0,8}(?:ない|ません|せず|않)|\s*(?:nicht|no)\b", re.I)
"""and behind it."""
_STEPS = (
    r"(?:time|(?:time)?steps?|sequences?|positions?|frames?|batch\w*|examples?|samples?|patterns?|Zeitschritt\w*"
    r"|temps|tiempo|tempo|exemples?|ejemplos?)"
)
OVER_TIME = lazily(
    rf"\b(?:across|over|through|by|for|at|between|among|along|in|zu|in|über|dans|par|entre|à|en|por|em)\s+(?:\w+\s+){{0,3}}{_STEPS}\b"
    rf"|\b{_STEPS}\s+(?:\w+\s+)?(?:share|use)|時刻|時間|时间|時步|时刻|步|시간|시점",
    re.I,
)
"""Words by which it is shared by steps or examples."""
PAIR = 2


def unless_one_or_two(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line by weights that may be one array, or one for each layer."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    for v, layers in _doubtful(link.system, says_shared(link.page)).items():
        partials = (p for p in partials_met(link.system, (link.left, link.right)) if p.wrt.variable == v)
        if any(layers <= _reached(link.system, p) for p in partials):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(split_key(v.key)[0]))
    return verdict


@of_this_object(8)
def says_shared(page: str) -> bool:
    """Does a sentence of a page say that weights are the same in several places, other than at several steps?

    >>> says_shared("Backprop with tied weights"), says_shared("Both layers share the same weight matrix.")
    (True, True)
    >>> says_shared("The weights are not tied."), says_shared("The weights are shared by all time steps.")
    (False, False)
    """
    words = spoken(page)
    if SHARED.search(words) is None:
        return False
    said = (s for s in SENTENCE.split(words) if WEIGHTS.search(s) and not OVER_TIME.search(s))
    return any(
        not DENIED.search(s[: m.start()]) and not DENIED_BEHIND.match(s[m.end() :])
        for s in said
        for m in SHARED.finditer(s)
    )


def partials_met(system: System, sides: tuple[Expr, ...]) -> Iterator[Partial]:
    """The derivatives in some expressions, and in what their names stand for."""
    known: set[Variable] = set()
    pending = list(sides)
    while pending:
        e = pending.pop()
        yield from of_kind(e, Partial)
        new = {x.variable for x in of_kind(e, Var)} - known
        known |= new
        pending += [p.body for v in new for p in system.of(v) if p.body is not None]


def _reached(system: System, p: Partial) -> frozenset[Variable]:
    """What a derivative goes through."""
    of = set(variables(p.of))
    if system.generic and system.objective in of:
        of |= {x.variable for x in system.outputs}
    return frozenset(of.union(*(upstream(system, v) for v in of)))


def _doubtful(system: System, shared: bool) -> dict[Variable, frozenset[Variable]]:
    """The weights that may be one array or two, each with what must be reached for it to matter."""
    if shared:
        return {v: frozenset() for v in _told_apart(system)} if not system.ties else {}
    return _merged(system)


@of_this_object(64)
def _told_apart(system: System) -> frozenset[Variable]:
    """The given arrays of several indices that letters alone tell from others of their name."""
    found: dict[object, list[Variable]] = {}
    given = {p.variable for p in system.pieces if p.body is None}
    for v in given - {p.variable for p in system.pieces if p.body is not None}:
        base, above, below, tail = split_key(v.key)
        if len(tags_of(v.key)) >= PAIR:
            found.setdefault((base, len(above), len(below), len(tail)), []).append(v)
    return frozenset(v for vs in found.values() if len(vs) > 1 for v in vs)


@of_this_object(64)
def _merged(system: System) -> dict[Variable, frozenset[Variable]]:
    """The given square arrays of which no letter states how wide they are, each with the two names of layers that it
    leads to: `z_j` is made of `w_{ji}`, and `y_k`, of which z is a part, of `w_{kj}`."""
    found: dict[Variable, frozenset[Variable]] = {}
    for w in system.pieces:
        ends = w.domain.letters() & system.sizes
        # units that are only met by number, `y_1` and `y_2`, set the width of both layers
        one_width = len(ends) == 1 and ends <= system.presumed
        if w.body is not None or len(w.indices) != PAIR or not (one_width or not ends):
            continue
        for one, (a, b) in _uses(system, w.variable):
            for two, (c, d) in _uses(system, w.variable):
                leads = (b == c and a != d) or (a == d and b != c)
                if leads and one != two and two in reachable(dependencies(system), one):
                    found.setdefault(w.variable, frozenset((one, two)))
    return found


def _uses(system: System, w: Variable) -> Iterator[tuple[Variable, tuple[Sym, Sym]]]:
    """The names that an array of two indices makes, with the letters of both where they differ, `z` with j and i."""
    for p in (p for p in system.pieces if p.body is not None):
        for x in of_kind(p.body, Var) if p.body is not None else ():
            letters = tuple(i.letter for i in x.indices) if x.variable == w else ()
            if len(letters) == PAIR and letters[0] != letters[1] and letters[0] is not None and letters[1] is not None:
                yield p.variable, (letters[0], letters[1])
