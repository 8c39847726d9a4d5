r"""Data that words call one-hot, `where $y$ is one-hot`, `one-hot targets $t_{nk}$`: their entries add up to one.

The class is what the last index below the name numbers, or what softmax runs over on the page. A page that says itself
what they add up to is not asked for words, and `if $y$ is one-hot` says it of a case only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..latex import tree as t
from ..latex.clauses import SUPPOSING
from ..latex.parse import parse
from ..latex.tree import Chain, Name
from ..notation import EQUALITIES
from .located import Located, read_of
from .prepared.functions_in_words import bare
from .shape import letter_of, named
from .stated import Stated

CALLED = r"(?:one[- ]hot|1[- ]of[- ]K|one[- ]of[- ]K|ワンホット)"
BEFORE = re.compile(
    rf"{CALLED}(?:[- ]?(?:encoded|coded))?(?:\s+[a-z]+){{0,2}}\s*(?:ベクトル|表現|ラベル|な)?\s*[をは]?\s*\Z", re.I
)
BEHIND = re.compile(
    r"\s*(?:,?\s*(?:which|that)\s+|,\s*)?(?:(?:is|are|be|being|denotes?|を|は|が|の)\s*)?(?:(?:a|an|the|all)\s+)?"
    rf"(?:[a-z]+\s+)?{CALLED}",
    re.I,
)
"""Words right before and right behind a name."""
EXPLAINED = re.compile(
    rf"\s*は[^。．、$]{{0,20}}[(（]?\s*{CALLED}|"
    r"\s*(?:is|are|denotes?|be)\s+(?:the|an?|our)\s+(?:[a-z-]+\s+|\$[^$]*\$\s*){1,9}"
    rf"[(,]\s*(?:(?:encoded|represented|given|written)\s+)?(?:as\s+)?(?:an?\s+)?{CALLED}",
    re.I,
)
"""What a name is, with that in parentheses: `$y_t$ is the correct word at time step $t$ (one-hot)`."""
TYPED = re.compile(
    r"\s*(?:\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*)?([A-Za-z])\}?(?:[_^](?:\{[^{}]*\}|\S))*\s*(?:\\in\b.*)?", re.S
)
"""A letter typed alone, with its scripts or its set."""
CASE = re.compile(
    r"\b(?:if|when|whenever|suppose|assuming|for(?=\s+(?:[a-z]+\s+){0,2}(?:one|1)[- ](?:hot|of)|\s*\Z)|e\.g|case)\b"
    r"|とき|場合",
    re.I,
)
DENIED = re.compile(
    r"\b(?:not|no|never|unlike|in contrast|without|instead of|rather than|unless|need)\b|ではな|でない|とは限ら", re.I
)
"""Words of a case only, and words that deny it."""


def one_hot(located: Sequence[Located]) -> list[Stated]:
    """What is assumed of such data: for each of them that its entries add up to one."""
    called = set(_called(located))
    return _adding_up(called, _chains(located)) if called else []


def targets_adding_up(located: Sequence[Located]) -> list[Stated]:
    r"""The same of what nothing is said of, the t of `-\sum_k t_k \log y_k` where softmax makes y."""
    chains = _chains(located)
    names = [(left, c) for c in chains if isinstance(left := c.members[0], Name) and c.relations[0] in EQUALITIES]
    lefts = {left.base for left, _ in names if not left.accents}
    made = {(left.base, left.accents) for left, c in names if _is_softmax(c)}
    products = [x for c in chains for x in t.of_kind(c, t.Product)] if made else []
    found = {name.base for x in products if _holds_logarithm(x, made) for f in x.factors if (name := _plain(f.body))}
    return _adding_up(found - lefts - {*_called(located), *_called(located, denied=True)}, chains)


def _is_softmax(c: Chain) -> bool:
    fractions = [m for m in c.members[1:] if isinstance(m, t.Fraction) and isinstance(m.denominator, t.BigSum)]
    return any(
        x.base == "e" if isinstance(x, Name) else x.function == "exp"
        for m in fractions
        for x in t.walk(m.denominator.body)  # type: ignore[union-attr]
        if isinstance(x, (Name, t.Call))
    )


def _holds_logarithm(x: t.Product, made: Collection[tuple[str, tuple[str, ...]]]) -> bool:
    calls = (f.body for f in x.factors if isinstance(f.body, t.Call) and f.body.function in ("log", "ln"))
    args = (c.args[0] for c in calls if len(c.args) == 1)
    inner = (a.items[0] if isinstance(a, t.Group) and len(a.items) == 1 else a for a in args)
    return any(isinstance(a, Name) and (a.base, a.accents) in made for a in inner)


def _plain(x: t.Node) -> Name | None:
    return x if isinstance(x, Name) and x.scripts and not x.accents else None


def _chains(located: Sequence[Located]) -> list[Chain]:
    return [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]


def _adding_up(called: Collection[str], chains: Sequence[Chain]) -> list[Stated]:
    told = {base for c in chains for base in _summed(c)}
    made, seen = [], {*_normalised(chains)}
    places = {n: p for n, p in seen if all(q == p for m, q in seen if m == n)}
    for base in sorted({*called} - told):
        entries = (x for c in chains for x in t.of_kind(c, Name) if x.base == base and not x.accents)
        typed = next((found for x in entries if (found := _typed(x, places)) is not None), None)
        if typed is not None:
            made.append(parse(rf"\sum_{{{typed[1]}}} {typed[0]} = 1"))
    return [Stated(f, s) for f in made for s in f.statements]


def _called(located: Sequence[Located], denied: bool = False) -> Iterator[str]:
    """The letters of names beside such words, or beside words that deny it."""
    for display, formula in located:
        if not display.inline or isinstance(formula, Exception):
            continue
        name = bare(display.latex) or _base(display.latex)
        before, behind = re.split(r"[$.;。]", display.before)[-1], re.split(r"[$.;。]", display.after)[0]
        clause = re.split(r"[.;。]", display.after)[0]
        said = BEFORE.search(before) or BEHIND.match(behind) or EXPLAINED.match(clause)
        not_so = DENIED.search(f"{before} {behind}")
        if denied and name and not_so and re.search(CALLED, f"{before} {clause}", re.I):
            yield name
        if not denied and name and said and not (SUPPOSING.search(before) or not_so or CASE.search(before)):
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
        for name in _exponents(below.body):
            entries = [e for s in name.scripts if not s.above for e in s.entries]
            if entries.count(index) == 1:
                yield len(entries), entries.index(index)


def _exponents(x: t.Node) -> Iterator[Name]:
    r"""The names of which exponentials are taken, `\exp(z)` and `e^z`."""
    for y in t.walk(x):
        inner = y.args if isinstance(y, t.Call) and y.function == "exp" else ()
        if isinstance(y, Name) and y.base == "e":
            inner = tuple(e for s in y.scripts if s.above for e in s.entries)
        yield from (z for z in inner if isinstance(z, Name))


def _typed(x: Name, places: Mapping[int, int]) -> tuple[str, str] | None:
    """An entry with letters below, as LaTeX, and the one that numbers the class; None for anything else."""
    shape = named(x)
    below = [letter_of(p) for item in shape.lowers for p in item]
    above = [letter_of(p) for item in shape.uppers for p in item]
    if not below or None in below or None in above or x.primes:
        return None
    name = shape.spelled + (f"^{{({','.join(map(str, above))})}}" if above else "")
    return f"{name}_{{{','.join(map(str, below))}}}", str(below[places.get(len(below), -1)])
