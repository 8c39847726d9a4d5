r"""Pages that pad with zeros: what lies beyond its range is 0, or only what is padded.

`where the input is padded with zeros` says that `x_0` is 0. Whether `\sum_a y_{i-a} w_a` then counts a `y_0` as 0, too,
it does not say, and few authors think of it. So a line is right or wrong if it is so in both readings. Who says that
derivatives are 0 beyond their range says nothing of values: a line is not right for such a value.

An input that is 0 beyond a range which nobody states has the range of its letter (`x_i` beside `y_i`, i up to n), or
one as long as it is used: both are readings, too. So they are for wrong lines where all is 0 beyond its range, whatever
is only used at a distance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from ...domain import Constraint
from ...expr import ZERO, Bracket, Expr, Mul, Partial, Var, add, mul, rebuild
from ...normal.covered import stray
from ...pattern import lazily
from ...read import Reading
from ...resolve.ranges.beyond import says_of_values
from ...step import Judgement, Verdict
from ...system import System
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Link, Stance

PADDED = lazily(
    r"\bzero[- ]?padd|\bpad(?:ded|ding)?\b[^.;]{0,40}\bzeros?\b|\bzeros?\b[^.;]{0,30}\bpad"
    r"|\bmit Nullen (?:auf)?gefüllt|\bNullen? auf(?:ge)?füll|\bcompl\w+ (?:par|avec|de) des zéros"
    r"|\bceros? (?:de|como) relleno|\brellen\w+ (?:con|de) ceros"
    r"|补\s*\$?[0零]|补齐\s*\$?[0零]|[0零]\$?\s*填充|填充\s*\$?[0零]|填\s*\$?[0零]"
    r"|ゼロパディング|零?ゼロ(?:詰め|埋め)|(?:0|０|ゼロ|零)(?:で|を)?(?:パディング|埋め|詰め|補)",
    re.I,
)
_ZERO = (
    r"(?:\b(?:zeros?|vanish\w*|ignored?|dropped|omit\w*|disappears?|nothing|absent"
    r"|Null\w*|nuls?|nulles?|ceros?)\b|\$\s*0\s*\$|=\s*0\s*\$"
    r"|零|ゼロ|[為为是取は를을]\s*[0０](?![\d.])|(?<![\w.^{])[0０](?=\s*(?:이|입|으로|벡터|と|で|に|です|ベクトル))"
    r"|(?<![가-힣])(?:모두|전부|항상|영)\s*(?:0|벡터|이다|으로|입니다))"
)
_BEYOND = (
    r"\b(?:outside|beyond|out[- ]of[- ](?:the |its |their )?(?:range|bounds|domain|image|index)"
    r"|leaves? (?:the|its|their)|exceeds?|au[sß]+erhalb|hors|fuera"
    r"|(?:do(?:es)? not|don't|never) exist\w*|non-?existent|undefined"
    r"|(?:is|are|lies?|falls?) not (?:in(?:side)?|within|among|one of))\b"
)
_BEHIND_THE_END = r"(?<![^$\s={(^_,])[A-Z]\s*\+\s*1(?=\s*[\s$})=,])"
PERHAPS = lazily(
    "|".join(rf"{_ZERO}[^.;。]{{0,80}}{x}|{x}[^.;。]{{0,80}}{_ZERO}" for x in (_BEYOND, rf"(?-i:{_BEHIND_THE_END})")),
    re.I,
)
"""Words that may say so of anything."""
DENIED = lazily(rf"\b(?:not|never|neither)\b[^.;。]{{0,60}}(?-i:{_BEHIND_THE_END})[^.;。]{{0,30}}{_ZERO}", re.I)
"""Words by which not all is 0 behind the end."""
INITIAL = lazily(r"\binitial\b[^.;=]{0,40}?(?:\bzeros?\b|\$\s*(?:\\\w+\s*\{?\s*)?0\s*\}?\s*\$)", re.I)
"""Words by which what stands before the first step is 0, without a formula."""


def with_zeros_outside(text: str, lines: Sequence[Line], page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which what lies beyond its range is 0; none without padding."""
    said = PADDED.search(text) is not None or PERHAPS.search(text) is not None or says_of_values(text)
    if not said or page.system.outside_zero:
        return ()
    found = read_otherwise(page, read)
    if found is None:
        return ()
    return (found, *with_ranges_of_letters(found, read), *with_inputs_ended(lines, found, read))


def with_ranges_of_letters(page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page that `read` reads with what it calls 0 as long as the letters of that go; none where that is so."""
    if not page.reading.draft.vanishing:
        return ()

    def again() -> Reading:
        found = read()
        return replace(found, draft=replace(found.draft, by_letters=True))

    found = read_otherwise(page, again)
    return () if found is None or found.system.pieces == page.system.pieces else (found,)


def with_inputs_ended(lines: Sequence[Line], page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    r"""The page that `read` reads, for its wrong lines, with what is given 0 beyond the range of its letters although
    uses reach further, `\sum_s w_s x_{t-s}`; none where that is so, or not everything beyond a range is 0."""
    wrong = frozenset(line.written.number for line in lines if any(o.wrong for o in line.outcomes))
    if not wrong or not page.reading.draft.outside_zero:
        return ()

    def again() -> Reading:
        found = read()
        return replace(found, draft=replace(found.draft, inputs_end=True))

    found = read_otherwise(page, again)
    if found is None or found.system.pieces == page.system.pieces:
        return ()
    return (replace(found, stance=Stance.DOUBTFUL, of=wrong),)


def without_zero_values(link: Link, verdict: Verdict, errors_end: bool) -> Verdict:
    """The verdict; open where only derivatives are 0 beyond their range, and a value stands there, too."""
    if errors_end and verdict.judgement is Judgement.WRONG and INITIAL.search(link.page):
        return Verdict(Judgement.UNPROVED, detail="words say that something is zero before the first step: what is?")
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    if ZERO in (link.left, link.right) and DENIED.search(link.page):
        return Verdict(Judgement.UNPROVED, detail="not everything behind the last step is said to be zero")
    if not errors_end:
        return verdict
    ending = replace(link.system, outside_zero=False)
    sides = (_where_errors_are(ending, e) for e in (link.left, link.right))
    if all(stray(ending, e, link.full, values=True) is None for e in sides):
        return verdict
    detail = "a value is named where it does not exist, and only derivatives are said to be 0 there"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _where_errors_are(system: System, e: Expr) -> Expr:
    """The expression with each product that has an error for a factor where that is not 0: only there its other
    factors count."""
    e = rebuild(e, lambda x: _where_errors_are(system, x))
    ranges = [r for f in e.factors if (r := _ranges_of_error(system, f))] if isinstance(e, Mul) else []
    return add(*(mul(e, *map(Bracket, here)) for here in product(*ranges))) if ranges else e


def _ranges_of_error(system: System, e: Expr) -> list[tuple[Constraint, ...]]:
    """Where a derivative by an entry, or a name for one, is not beyond its range."""
    entry = e.wrt if isinstance(e, Partial) else e if isinstance(e, Var) else None
    pieces = system.of(entry.variable) if entry is not None else ()
    if entry is None or not (isinstance(e, Partial) or all(p.nominal for p in pieces)):
        return []
    return [p.at(entry.indices)[0].constraints for p in pieces]
