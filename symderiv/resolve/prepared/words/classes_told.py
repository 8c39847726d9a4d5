r"""One-hot data told entry by entry: `$y_c = 1$ and $y_i = 0$ for $i \ne c$`, `$y_c = 1$, all others are 0`.

Alone, `y_c = 1` would define every entry, and `y_i = 0` would deny it. Together they say which data these are: 1 for
the class c and else 0. Only data are meant: a name of which an equation says more than a number is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.clauses import SUPPOSING
from ....latex.parse import parse
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Name, Number, Statement
from ....notation import EQUALITIES
from ...located import Located, read_of
from ...shape import letter_of, named
from .called_one_hot import accented

OTHERS = re.compile(
    r"\b(?:(?:all|the|every|each|any|and)\s+)*(?:others?|rest|remaining|elsewhere|otherwise|else)\b|(?:他|ほか|以外|残り)",
    re.I,
)
ZERO = re.compile(r"\b0\b|(?<![\d.])0(?![\d.])|\bzeros?\b|ゼロ|零")
"""Words of the other entries, and that these are 0."""
ENDING = re.compile(r"[.;。]")
DENIED = re.compile(r"\b(?:not|no|never|instead|unless)\b|ない|とき|場合", re.I)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An inline equation that gives an entry with one letter below a number: where it stands."""

    number: int
    name: Name
    letter: str
    value: str


def with_classes_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with what such data are, in place of the equations for their entries."""
    entries = list(_entries(located))
    made: dict[int, Statement | None] = {}
    for one in (e for e in entries if e.value == "1"):
        zeros = [e for e in entries if e.value == "0" and _belong(one, e, located)]
        i = zeros[0].letter if zeros else _other_letter(one, located) if _says_rest(located[one.number][0]) else None
        if i is None or _is_made(one.name, located):
            continue
        made |= {e.number: None for e in zeros} | {one.number: _definition(one, i, located)}
        made |= {e.number + 1: None for e in zeros if _compares(e.number + 1, {i, one.letter}, located)}
    return [(d, _changed(f, made[n]) if n in made else f) for n, (d, f) in enumerate(located)]


def _entries(located: Sequence[Located]) -> Iterator[_Entry]:
    for n, (display, f) in enumerate(located):
        if not isinstance(f, Formula) or not display.inline or display.struck or len(f.statements) != 1:
            continue
        s = f.statements[0]
        if s.chain.relations != ("=",) or s.struck or SUPPOSING.search(display.before):
            continue
        name, value = s.chain.members
        letter = _letter(name)
        if letter is not None and isinstance(name, Name) and isinstance(value, Number) and value.text in ("0", "1"):
            yield _Entry(n, name, letter, value.text)


def _letter(x: t.Node) -> str | None:
    """The letter below a name that has nothing else."""
    if not isinstance(x, Name) or x.primes:
        return None
    shape = named(x)
    below = [letter_of(p) for item in shape.lowers for p in item]
    return below[0] if not shape.uppers and len(below) == 1 else None


def _belong(one: _Entry, two: _Entry, located: Sequence[Located]) -> bool:
    """Do two equations of a sentence speak of two entries of one name?"""
    same = accented(one.name) == accented(two.name) and one.letter != two.letter
    near = located[one.number][0].paragraph == located[two.number][0].paragraph and abs(one.number - two.number) <= 3
    return same and near


def _compares(n: int, letters: set[str], located: Sequence[Located]) -> bool:
    r"""Is it the `$i \ne c$` of the entries that are 0?"""
    f = located[n][1] if n < len(located) and located[n][0].inline else None
    if not isinstance(f, Formula) or len(f.statements) != 1:
        return False
    c = f.statements[0].chain
    return c.relations in ((r"\ne",), (r"\neq",)) and {letter_of(m) for m in c.members} == letters


def _says_rest(display: Display) -> bool:
    behind = ENDING.split(display.after)[0]
    rest = OTHERS.search(behind)
    return rest is not None and ZERO.search(behind[rest.start() :]) is not None and not DENIED.search(behind)


def _other_letter(one: _Entry, located: Sequence[Located]) -> str | None:
    """Another letter that numbers the entries of the name on the page."""
    names = (x for f in read_of(located) for x in t.of_kind(f, Name) if accented(x) == accented(one.name))
    return next((x for y in names if (x := _letter(y)) is not None and x != one.letter), None)


def _is_made(name: Name, located: Sequence[Located]) -> bool:
    """Does an equation say more of the name, or is something differentiated by it?"""
    formulas = read_of(located)
    chains = [s.chain for f in formulas for s in f.statements if s.chain.relations]
    lefts = (c for c in chains if c.relations[0] in EQUALITIES and isinstance(c.members[0], Name))
    more = any(accented(c.members[0]) == accented(name) and not isinstance(c.members[1], Number) for c in lefts)  # type: ignore[arg-type]
    wrt = (w.body for f in formulas for d in t.of_kind(f, t.Derivative) for w in d.wrt)
    return more or any(isinstance(x, Name) and accented(x) == accented(name) for x in wrt)


def _definition(one: _Entry, i: str, located: Sequence[Located]) -> Statement:
    f = located[one.number][1]
    assert isinstance(f, Formula)
    s = f.statements[0]
    scripts = tuple(replace(x, entries=(Name(i, span=one.name.span),)) for x in one.name.scripts)
    body = parse(rf"y = [{i} = {one.letter}]").statements[0].chain.members[1]
    chain = replace(s.chain, members=(replace(one.name, scripts=scripts), body))
    return replace_statement(s, chain=chain, conditions=(), words=())


def _changed(f: object, s: Statement | None) -> Formula:
    assert isinstance(f, Formula)
    return replace(f, statements=() if s is None else (s,))
