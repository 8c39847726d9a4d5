r"""Lines with typed ends about outputs made of data with a shift, `y_t = \sum_k w_k x_{t-k}`, whose number nobody says.

Words may tell which data there are (`the series $x_1, \dots, x_T$`), and definitions use others for outputs 1 to T:
then those ends are taken, not said. So a line is open that types ends of its sums, and where nothing is said of the
data, a wrong one whose sums end at a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...affine import Affine, Sym, affine
from ...domain import bounds
from ...domain.constraint import Context
from ...expr import variables
from ...network.graph import upstream
from ...network.uses import uses
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..link import Link

_END = r"\{?\s*([A-Za-z]|\d+)\s*\}?"
LISTED = lazily(
    rf"(\\?[A-Za-z]+)_{_END}\s*,\s*(?:\1_\{{?\d+\}}?\s*,\s*)*(?:\\[lc]?dots[a-z]*|\.\.\.?|…)\s*,\s*\1_{_END}"
)
RANGED = lazily(
    r"\$\s*(\\?[A-Za-z]+)_\{?([A-Za-z])\}?\s*\$[^$.;]{0,20}\$\s*(?:(\d+)\s*\\leq?(?:slant)?\s*\2\s*\\leq?(?:slant)?\s*"
    r"([A-Za-z]|\d+)|\2\s*=\s*(\d+)\s*,[^$]{0,12}dots[a-z]*\s*,\s*([A-Za-z]|\d+))\s*\$"
)
TYPED = lazily(r"\\sum\s*(?:\\limits)?\s*_\s*(?:\{[^{}]*\}|\w)\s*\^")
TO_A_NUMBER = lazily(r"\\sum\s*(?:\\limits)?\s*_\s*(?:\{[^{}]*\}|\w)\s*\^\s*\{?\s*\d")
BEYOND = "the data `{}` that words tell are not as many as its definition takes: from where to where are there outputs?"
NUMBER = "how many `{}` there are, the page does not say"


def unless_data_told(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line whose ends rest on outputs of which the page does not say how many they are."""
    judged = verdict.judgement in (Judgement.RIGHT, Judgement.WRONG)
    if not judged or link.system.outside_zero or TYPED.search(link.written.latex) is None:
        return verdict
    made = {v for side in (link.left, link.right) for v in variables(side)}
    reached = made | {u for v in made for u in upstream(link.system, v)}
    shifted = [(p, data, form, end) for p in link.system.pieces for data, form, end in _shifted(p, link.system)]
    for _, data, form, _ in shifted:
        if data.variable in reached and _is_beyond(data, form, link):
            return Verdict(Judgement.UNPROVED, detail=BEYOND.format(split_key(data.variable.key)[0]))
    if verdict.judgement is Judgement.WRONG and TO_A_NUMBER.search(link.written.latex):
        for p, data, _, end in shifted:
            if data.variable in reached and end in link.system.presumed:
                return Verdict(Judgement.UNPROVED, detail=NUMBER.format(split_key(p.variable.key)[0]))
    return verdict


def _shifted(p: Piece, system: System) -> Iterator[tuple[Piece, Affine, Sym | None]]:
    """The data of which a definition uses entries by its own letter and another one, and where that letter ends."""
    for use in uses(p.body) if p.body is not None else ():
        given = system.of(use.entry.variable)
        for form in use.entry.indices:
            own = form.letters() & set(p.letters)
            if own and len(form.letters() - system.sizes) > 1 and len(given) == 1 and given[0].body is None:
                ends = _ends(p, min(own, key=lambda s: s.name), system)
                yield given[0], form, ends[1].letter if ends is not None else None


def _ends(p: Piece, letter: Sym, system: System) -> tuple[Affine, Affine] | None:
    found = bounds(p.domain, letter, Context(system.context, system.size_functions))
    return (found.lowers[0], found.uppers[0]) if len(found.lowers) == len(found.uppers) == 1 else None


def _is_beyond(data: Piece, form: Affine, link: Link) -> bool:
    """Do words tell fewer data than are used?"""
    told = _told(link.page).get(split_key(data.variable.key)[0])
    if told is None or len(data.letters) != 1 or not form.letters():
        return False
    found = _ends(data, data.letters[0], link.system)
    if found is None:
        return False
    before, behind = told[0] - found[0], found[1] - told[1]
    return any(not x.is_constant or x.const > 0 for x in (before, behind))


@lru_cache(maxsize=64)
def _told(page: str) -> dict[str, tuple[Affine, Affine]]:
    """From where to where words say that there are data, by letter."""
    listed = [(m[1], m[2], m[3]) for m in LISTED.finditer(page)]
    listed += [(m[1], m[3] or m[5], m[4] or m[6]) for m in RANGED.finditer(page)]
    return {name: (_form(low), _form(high)) for name, low, high in listed}


def _form(typed: str) -> Affine:
    return affine(int(typed)) if typed.isdigit() else affine(Sym(typed))
