r"""Names with a dagger, `A^\dagger`: the adjoint of A (with real numbers its transpose), its pseudo-inverse, or a name.

Taken for a name of its own it would be data that A says nothing of. So a wrong line that rests on both, or on A beside
a formula such as `U^\dagger U = I`, is open, and so is a right one that differentiates by the one what is made of the
other. What an equation or words say it is, `x^\dagger = ..`, and what stands with a dagger alone are names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...expr import Partial, Variable, of_kind, variables
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ..link import Link

DAGGERS = frozenset([r"\dagger", r"\dag", "†"])
STARS = frozenset(["*", r"\ast"])
DAGGERED = lazily(r"(\\?[A-Za-z]+)\s*\}?\s*\)?\s*(?:\^\s*\{?\s*(?:\\dagger|\\dag|†)(?![A-Za-z])|†)")
FORMULAS = lazily(r"\$\$?|\\\[|\\\]|\\\(|\\\)|\\(?:begin|end)\{[a-z]+\*?\}")
DERIVED = lazily(r"\\partial|\\nabla|[∂∇]|\\d?frac\{\s*d\b")
NAMED = lazily(
    r"\$\s*\{?\s*(?P<name>\\?[A-Za-z]+)[^$]{0,12}(?:\\dagger|\\dag|†)[^$]{0,12}\$\s*,?\s*"
    r"(?:(?:is|are|be|being|denotes?|ist|sind|est|es|bezeichnet)\s+|は|を|为|是)?\s*"
    r"(?:(?:the|an?|our|der|die|das|le|la|el)\s+)?(?:\w+\s+)?(?:true|truth|target|teacher|optim\w+|solution|minimi[sz]er"
    r"|reference|observ\w+|desired|wahre|Ziel\w*|Lösung|vraie?|cible|solución|verdader\w+|目標|教師|正解|真|最適|目标|最优)"
    r"(?!\s+(?:transpos|adjoint|conjugat|(?:pseudo-?)?inverse))",
    re.I,
)
"""Words behind such a name that call it one of its own."""
STAR_ADJOINT = lazily(
    r"\^\s*\{?\s*(?:\*|\\ast)\s*\}?[^$]{0,12}\$\s*,?\s*"
    r"(?:(?:is|are|being|denotes?|for|ist|bezeichnet|est|désigne|es|denota)\s+|は|を|为|是)?\s*"
    r"(?:(?:the|an?|its|der|die|das|le|la|l['’]|el)\s*)?(?:\w+\s+)?(?:adjoint|Adjungierte|adjunt|transpos|Transponierte"
    r"|conjugate|conjugué|hermit|随伴|転置|转置|轉置|伴随)",
    re.I,
)
"""Words that say that a star is such a mark."""
EITHER = "nothing says whether `{0}^\\dagger` is the transpose of `{0}`, its pseudo-inverse, or a name of its own"


def unless_adjoint(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that may be judged otherwise with another meaning of a dagger."""
    judged = verdict.judgement in (Judgement.RIGHT, Judgement.WRONG)
    if not judged or not _marks(link):
        return verdict
    sides = (link.left, link.right)
    made = {v for side in sides for v in variables(side)}
    reached = made | {u for v in made for u in upstream(link.system, v)}
    if verdict.judgement is Judgement.WRONG:
        base = _of_both(link, reached) or _in_a_formula(link, reached)
    else:
        partials = (p for side in sides for p in of_kind(side, Partial))
        base = next((b for p in partials if (b := _by_other(link, p)) is not None), None)
    return verdict if base is None else Verdict(Judgement.UNPROVED, detail=EITHER.format(base))


def _marks(link: Link) -> frozenset[str]:
    """What a name of the page may carry that makes it an adjoint."""
    daggers = DAGGERS if r"\dag" in link.page or "†" in link.page else frozenset[str]()
    return daggers | STARS if _stars_are_adjoints(link.page) else daggers


@lru_cache(maxsize=64)
def _stars_are_adjoints(page: str) -> bool:
    return STAR_ADJOINT.search(page) is not None


@lru_cache(maxsize=64)
def _named(page: str) -> frozenset[str]:
    """The letters of which words call the one with a dagger a name of its own."""
    return frozenset(m["name"] for m in NAMED.finditer(page))


def _of_both(link: Link, reached: set[Variable]) -> str | None:
    """A letter that a line rests on with a dagger, and that the page has without one."""
    plain = {_base(v) for v in {*reached, *link.system.variables()} if not _has_dagger(link, v)}
    return next((b for b in sorted({_base(v) for v in reached if _is_open(link, v)}) if b in plain), None)


def _in_a_formula(link: Link, reached: set[Variable]) -> str | None:
    """A letter that a line rests on, and that has a dagger in a formula that differentiates nothing."""
    if any(_has_dagger(link, v) and not _is_open(link, v) for v in link.system.variables()):
        return None
    formulas = (x for x in FORMULAS.split(link.page) if "=" in x and not DERIVED.search(x))
    found = {b for x in formulas for b in DAGGERED.findall(x)}
    return next((b for b in sorted(_base(v) for v in reached if not _has_dagger(link, v)) if b in found), None)


def _by_other(link: Link, p: Partial) -> str | None:
    """The letter of what a derivative is taken by, where what it is taken of rests on it with a dagger, or without."""
    by, names = p.wrt.variable, variables(p.of)
    reached = {*names, *(u for v in names for u in upstream(link.system, v))}
    above = {by, *(v for v in reached if by in upstream(link.system, v))}
    for v in sorted(reached, key=lambda v: v.key):
        if _is_open(link, v) and any(_base(u) == _base(v) and not _has_dagger(link, u) for u in above):
            return _base(v)
    other = any(_base(u) == _base(by) and not _has_dagger(link, u) for u in reached)
    return _base(by) if _is_open(link, by) and other else None


def _has_dagger(link: Link, v: Variable) -> bool:
    return not _marks(link).isdisjoint(split_key(v.key)[1])


def _is_open(link: Link, v: Variable) -> bool:
    """Has a name a dagger, and no line or word says what it is?"""
    own = _base(v) in _named(link.page)
    return _has_dagger(link, v) and not own and all(p.body is None for p in link.system.of(v))


def _base(v: Variable) -> str:
    return split_key(v.key)[0]
