r"""Lines about derivatives that words call direct, or that hold something fixed: `treating $h_{t-1}$ as a constant`.

Everywhere `\partial` is the effect in total. Beside such words a derivative is the one by what stands in its formula,
with the names written out that are not held: `\partial h_t/\partial w` with `h_{t-1}` fixed is that of
`\tanh(w h_{t-1} + v x_t)` by its w. Where the words are clear, the line is judged so; where they are not, it is open if
the readings differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from ...domain import Context, is_empty
from ...errors import DomainTooHard, SymderivError
from ...expr import Expr, Partial, Var, Variable, of_kind
from ...expr import replace as replace_parts
from ...network.graph import upstream
from ...pattern import lazily
from ...read_part import read_variable
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..judge import stray
from ..known.direct_effects import Held, direct_effect, is_of_one_step, says_nothing
from ..link import Link
from ..words.direct_words import Said, Told, said_of
from .direct_meant import DIRECT

MOST = 3
"""Of so many derivatives of a line it is tried which ones are direct."""
TAKEN = "the derivatives are direct, as the words beside it say"
EITHER = "its derivatives may be direct, of which the page speaks, or total"


FONT = lazily(r"\\(?:mathbf|boldsymbol|bm|vec|mathrm)\s*\{([^{}]*)\}")
BELOW = lazily(r"(.+?)_(?:\{([^{}]*)\}|(\w))")


def as_said_direct(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; with direct derivatives where the words beside a line are clear, open where they may mean these."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) and verdict.detail != DIRECT:
        return verdict
    if not (of_kind(link.left, Partial) or of_kind(link.right, Partial)):
        return verdict
    said = said_of(link.page, link.written.line, link.written.latex)
    if said is None and any(says_nothing(x, link.system) for x in _derivatives(link)):
        said = Said(Told.ASIDE)
    if said is None:
        return verdict
    found = _as_told(link, verdict, judge, said)
    if found.judgement is Judgement.WRONG and not said.held and _is_right_beside_one(link, judge):
        return Verdict(Judgement.UNPROVED, detail=EITHER)
    return found


def _as_told(link: Link, verdict: Verdict, judge: Judge, said: Said) -> Verdict:
    """The verdict where something of the kind is said."""
    held = tuple(_entries(said, link.system))
    if said.held and all(_is_given(h, link.system) for h in held):
        return verdict
    if said.told is not Told.ASIDE and any(isinstance(x.of, Partial) for x in _derivatives(link)):
        return Verdict(Judgement.UNPROVED, detail=EITHER)  # what is held may be held for the second one alone
    sure = len(held) == len(said.held)
    effects, clear = _effects(link, held if said.held else None)
    if not effects:
        wrong, aside = verdict.judgement is Judgement.WRONG, said.told is Told.ASIDE
        lost = not clear and (bool(held) if wrong else not aside and any(_is_general(h, link.system) for h in held))
        return Verdict(Judgement.UNPROVED, detail=EITHER) if lost else verdict
    found = [judge(x) for x in _with_some(link, effects)]
    if not found:
        return verdict
    return _between(
        said if said.told is not Told.CLEAR or (sure and clear) else replace(said, told=Told.UNSURE), verdict, found
    )


def _is_right_beside_one(link: Link, judge: Judge) -> bool:
    r"""Is a line right with one of the names held that lie on the way: the `\gamma_{nk}` of `\sum \gamma_{nk} \ln
    \mathcal{N}_{nk}`, where words of an EM step do not name it?"""
    for entry in _on_the_way(link):
        effects, _ = _effects(link, (Held(entry, bool(entry.indices)),))
        if effects and any(v.judgement is Judgement.RIGHT for v in map(judge, _with_some(link, effects))):
            return True
    return False


def _on_the_way(link: Link) -> list[Var]:
    """An entry of each computed name, the nearest first, that stands beside another one between what is differentiated
    and by what; few of them."""
    found = dict[Variable, Var]()
    for e in (x for x in _derivatives(link) if isinstance(x.of, Var)):
        assert isinstance(e.of, Var)
        names, seen = [e.of.variable], {e.of.variable}
        for name in names:
            bodies = [p.body for p in link.system.of(name) if p.body is not None]
            inside = dict.fromkeys(v for b in bodies for v in of_kind(b, Var) if v.variable != e.wrt.variable)
            near = {v.variable: v for v in inside if e.wrt.variable in upstream(link.system, v.variable)}
            found |= (
                near if len(near) > 1 or e.wrt.variable in {v.variable for b in bodies for v in of_kind(b, Var)} else {}
            )
            names += [v for v in near if v not in seen]
            seen |= near.keys()
    return list(found.values())[:MOST]


def _is_general(held: Held, system: System) -> bool:
    """Is no single entry held, as `h_0` is?"""
    indices = held.entry.indices
    return held.whole or not indices or any(i.letters() - system.sizes for i in indices)


def _is_given(held: Held, system: System) -> bool:
    """Is nothing computed held, which is fixed anyway: `$h_0$ is constant`?"""
    indices = held.entry.indices
    known = Context(system.context, system.size_functions)
    for p in (p for p in system.of(held.entry.variable) if p.body is not None):
        try:
            if held.whole or not is_empty(p.at(indices)[0], known):
                return False
        except DomainTooHard:
            return False
    return True


def _between(said: Said, total: Verdict, found: Sequence[Verdict]) -> Verdict:
    """What is to be said of a line with a verdict with no derivative direct, with all of those that may be, and with
    some of them."""
    every, clear = found[0], said.told is Told.CLEAR
    if all(v.judgement is total.judgement for v in found):
        return total
    if clear and every.judgement is Judgement.RIGHT:
        return replace(every, detail=TAKEN)
    if total.judgement is Judgement.RIGHT and said.told is Told.ASIDE:
        return total
    if clear and said.meant and len(found) == 1 and every.judgement is Judgement.WRONG:
        return every
    if total.judgement is Judgement.WRONG and all(v.judgement is not Judgement.RIGHT for v in found):
        return total
    return Verdict(Judgement.UNPROVED, detail=EITHER)


def _effects(link: Link, held: Sequence[Held] | None) -> tuple[dict[Partial, Expr], bool]:
    """The derivatives of a line that may be direct with what they are then, and whether that is clear of them."""
    found, rather = dict[Partial, Expr](), dict[Partial, Expr]()
    clear = True
    for e in _derivatives(link):
        if not isinstance(e.of, Var) or (e.direct and not says_nothing(e, link.system)):
            continue
        effect = direct_effect(e, link.system, held)
        sure = held is not None or is_of_one_step(e, link.system)
        if effect is None or _is_stray(link, {e: effect}):
            clear = clear and not sure
        elif effect != e:
            (found if sure else rather)[e] = effect
    return (found, clear) if found else (rather, clear and not rather)


def _derivatives(link: Link) -> dict[Partial, None]:
    return dict.fromkeys((*of_kind(link.left, Partial), *of_kind(link.right, Partial)))


def _with_some(link: Link, effects: dict[Partial, Expr]) -> Iterator[Link]:
    """The link with all derivatives direct that may be, then with some of them."""
    kinds = list(effects)[:MOST]
    for size in range(len(kinds), 0, -1):
        for chosen in combinations(kinds, size):
            direct = {e: effects[e] for e in chosen}
            left, right = (_put(x, direct) for x in (link.left, link.right))
            yield replace(link, left=left, right=right)


def _put(side: Expr, direct: Mapping[Partial, Expr]) -> Expr:
    return replace_parts(side, lambda e: direct.get(e) if isinstance(e, Partial) else None)


def _is_stray(link: Link, direct: Mapping[Partial, Expr]) -> bool:
    """Is an entry used where it does not exist, if such derivatives are direct?"""
    sides = (_put(x, direct) for x in (link.left, link.right))
    return any(stray(link.system, x, link.full) is not None for x in sides)


def _entries(said: Said, system: System) -> Iterator[Held]:
    """The entries that are held, as far as they are names of the network."""
    for typed in said.held:
        found = next(filter(None, (_entry(x, system) for x in _spellings(typed))), None)
        if found is not None:
            whole = not re.search(r"[_^]", typed)
            yield Held(found, whole and bool(found.indices))


def _entry(typed: str, system: System) -> Var | None:
    try:
        return read_variable(typed, system)
    except SymderivError:
        return None


def _spellings(typed: str) -> Iterator[str]:
    """A name as typed, then without its font, then with an index of its entries: a vector is held with all of these."""
    plain = FONT.sub(r"\1", typed)
    yield from dict.fromkeys((typed, plain))
    for name, more in product(dict.fromkeys((typed, plain)), ("p", "p, q")):
        below = BELOW.fullmatch(name.strip())
        yield f"{below[1]}_{{{below[2] or below[3]}, {more}}}" if below is not None else f"{name}_{{{more}}}"
