r"""Data that words call one-hot, `where $y$ is one-hot`, `one-hot targets $t_{nk}$`: their entries add up to one.

The class is what the last index below the name numbers, or what softmax runs over on the page. A page that says itself
what they add up to is not asked for words, and `if $y$ is one-hot` says it of a case only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..latex import tree as t
from ..latex.clauses import SUPPOSING
from ..latex.parse import parse
from ..latex.tree import Chain, Name
from .located import Located, read_of
from .prepared.functions_in_words import bare
from .shape import letter_of, named
from .stated import Stated

CALLED = r"(?:one[- ]hot|1[- ]of[- ]K|one[- ]of[- ]K|ワンホット)"
BEFORE = re.compile(
    rf"{CALLED}(?:[- ]?(?:encoded|coded))?(?:\s+[a-z]+){{0,2}}\s*(?:ベクトル|表現|ラベル|な)?\s*\Z", re.I
)
BEHIND = re.compile(
    r"\s*(?:,?\s*(?:which|that)\s+|,\s*)?(?:(?:is|are|be|being|denotes?|を|は|が|の)\s*)?(?:(?:a|an|the|all)\s+)?"
    rf"(?:[a-z]+\s+)?{CALLED}",
    re.I,
)
"""Words right before and right behind a name."""
EXPLAINED = re.compile(
    r"\s*(?:is|are|denotes?|be)\s+(?:the|an?|our)\s+(?:[a-z-]+\s+|\$[^$]*\$\s*){1,9}"
    rf"[(,]\s*(?:(?:encoded|represented|given|written)\s+)?(?:as\s+)?(?:an?\s+)?{CALLED}",
    re.I,
)
"""What a name is, with that in parentheses: `$y_t$ is the correct word at time step $t$ (one-hot)`."""
TYPED = re.compile(
    r"\s*(?:\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*)?([A-Za-z])\}?(?:[_^](?:\{[^{}]*\}|\S))*\s*(?:\\in\b.*)?", re.S
)
"""A letter typed alone, with its scripts or its set."""
CASE = re.compile(r"\b(?:if|when|whenever|suppose|assuming|for|e\.g|case)\b|とき|場合", re.I)
DENIED = re.compile(
    r"\b(?:not|no|never|unlike|in contrast|without|instead of|rather than|unless|need)\b|ではな|でない|とは限ら", re.I
)
"""Words of a case only, and words that deny it."""


def one_hot(located: Sequence[Located]) -> list[Stated]:
    """What is assumed of such data: for each of them that its entries add up to one."""
    called = set(_called(located))
    formulas = read_of(located)
    chains = [s.chain for f in formulas for s in f.statements if s.chain.relations] if called else []
    told = {base for c in chains for base in _summed(c)}
    made, seen = [], {*_normalised(chains)}
    places = {n: p for n, p in seen if all(q == p for m, q in seen if m == n)}
    for base in sorted(called - told):
        entries = (x for c in chains for x in t.of_kind(c, Name) if x.base == base and not x.accents)
        typed = next((found for x in entries if (found := _typed(x, places)) is not None), None)
        if typed is not None:
            made.append(parse(rf"\sum_{{{typed[1]}}} {typed[0]} = 1"))
    return [Stated(f, s) for f in made for s in f.statements]


def _called(located: Sequence[Located]) -> Iterator[str]:
    """The letters of names beside such words."""
    for display, formula in located:
        if not display.inline or isinstance(formula, Exception):
            continue
        name = bare(display.latex) or _base(display.latex)
        before, behind = re.split(r"[$.;。]", display.before)[-1], re.split(r"[$.;。]", display.after)[0]
        clause = re.split(r"[.;。]", display.after)[0]
        said = BEFORE.search(before) or BEHIND.match(behind) or EXPLAINED.match(clause)
        doubt = SUPPOSING.search(before) or DENIED.search(f"{before} {behind}") or CASE.search(before)
        if name and said and not doubt:
            yield name


def _base(latex: str) -> str | None:
    r"""The letter of a name that is typed alone, with its scripts or its set: the t of `t_{nk}`, `t \in \{0, 1\}^K`."""
    found = TYPED.fullmatch(latex)
    return None if found is None else found[1]


def _summed(c: Chain) -> Iterator[str]:
    """The names of which an equation says what they add up to."""
    left = c.members[0]
    if isinstance(left, t.BigSum) and isinstance(left.body, Name):
        yield left.body.base


def _normalised(chains: Sequence[Chain]) -> Iterator[tuple[int, int]]:
    r"""For numbers of indices the place of what softmax runs over: the first in `e^{z_{ci}} / \sum_k e^{z_{ki}}`."""
    for x in (x for c in chains for x in t.of_kind(c, t.Fraction)):
        below = x.denominator
        if not isinstance(below, t.BigSum) or len(below.below) != 1:
            continue
        index = below.below[0].members[0] if isinstance(below.below[0], Chain) else below.below[0]
        for call in t.of_kind(below.body, t.Call):
            name = call.args[0] if call.function == "exp" and len(call.args) == 1 else None
            entries = [e for s in name.scripts if not s.above for e in s.entries] if isinstance(name, Name) else []
            if entries.count(index) == 1:
                yield len(entries), entries.index(index)


def _typed(x: Name, places: Mapping[int, int]) -> tuple[str, str] | None:
    """An entry with letters below, as LaTeX, and the one that numbers the class; None for anything else."""
    shape = named(x)
    below = [letter_of(p) for item in shape.lowers for p in item]
    above = [letter_of(p) for item in shape.uppers for p in item]
    if not below or None in below or None in above or x.primes:
        return None
    name = shape.spelled + (f"^{{({','.join(map(str, above))})}}" if above else "")
    return f"{name}_{{{','.join(map(str, below))}}}", str(below[places.get(len(below), -1)])
