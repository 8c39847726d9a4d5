r"""Lines that say what a name with a strange letter is, `a_o = W_o a_L` beside `a_l = \tanh(z_l)`.

The letter may stand for any layer, so that the line contradicts the equation of all of them; or it is a label, and the
line tells of another array. Where the letter runs nowhere on the page, is no usual index, and stands on the left of no
equation of the network, a line that is wrong for any value of it is not read; not where the line differentiates by
given data or weights with that letter, for these are of no layer. An array's own letter at it, `h_h`, that stands on
the right side alone and runs nowhere is no entry that a reader could name, though the line may hold for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...affine import Affine, Sym
from ...errors import ReadError
from ...expr import Partial, Sum, Var, free, of_kind
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

USUAL = frozenset("abcijklmnpqrstuv")
"""Letters that are indices without a word."""
SCRIPTS = lazily(r"[_^]\s*\{?\s*\(?\s*([a-z])(?![A-Za-z])")
TYPED = lazily(r"\s*\\?[A-Za-z]+\s*_\s*\{?\s*([a-z])\s*\}?\s*=")
DETAIL = "nothing says whether `{}` is an index or a label, of which another equation tells"


def unless_a_label(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line with such a letter, as its author typed it."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    sides = [m for m in link.written.members if not isinstance(m, ReadError)]
    letters = {i.letter for m in sides for x in of_kind(m, Var) for i in x.indices if i.letter is not None}
    typed = {*SCRIPTS.findall(link.written.latex)}  # lines of arrays have other letters, too
    strange = sorted(({x.name for x in letters - link.system.sizes} & typed | {*_typed(link)}) - USUAL)
    by = [x.wrt for m in sides for x in of_kind(m, Partial)]
    made = (v for v in by if any(p.body is not None for p in link.system.of(v.variable)))
    layers = {i.letter.name for v in made for i in v.indices if i.letter is not None}
    strange = [x for x in strange if not by or x in layers]
    if not strange:
        return verdict
    told = {s.letter.name for s in (*link.written.ranges, *link.system.spans)} | {x.name for x in _running(link.system)}
    told |= {x.name for c in link.written.where for x in c.letters()} | {
        x.letter.name for m in sides for x in of_kind(m, Sum)
    }
    told |= {x for m in sides for v in of_kind(m, Var) for part in split_key(v.variable.key)[1:3] for x in part if x}
    alone = [x for x in strange if x not in told]
    return Verdict(Judgement.UNREADABLE, detail=DETAIL.format(alone[0])) if alone else verdict


def unless_at_its_own_letter(link: Link, verdict: Verdict) -> Verdict:
    r"""The verdict; open for a line that is right for whatever the letter of an array is at it, `h_h`, on the right."""
    once = free(link.right) - free(link.left) - link.system.sizes
    if not once:
        return verdict
    own = {i.letter for x in of_kind(link.right, Var) for i in _at_itself(x)}
    told = {s.letter for s in (*link.written.ranges, *link.system.spans)} | {*_running(link.system)}
    told |= {x for c in link.written.where for x in c.letters()}
    strange = sorted(x.name for x in once & own - told)
    return Verdict(Judgement.UNREADABLE, detail=DETAIL.format(strange[0])) if strange else verdict


def _at_itself(x: Var) -> Iterator[Affine]:
    """The indices of an entry that are its array's letter."""
    base = split_key(x.variable.key)[0]
    yield from (i for i in x.indices if i.letter is not None and i.letter.name == base)


def _typed(link: Link) -> Iterator[str]:
    """The letter of a name that a line says anew, where that of its general equation stands for it."""
    found = TYPED.match(link.written.latex)
    if found is not None and isinstance(link.left, Var) and found[1] not in link.left.variable.key:
        yield from (found[1] for x in link.left.indices[:1] if x.letter is not None and x.letter.name != found[1])


def _running(system: System) -> Iterator[Sym]:
    """The letters of the left sides of a network, and of its sums."""
    for p in system.pieces:
        yield from (i.letter for i in p.indices if i.letter is not None)
        yield from (x.letter for x in of_kind(p.body, Sum)) if p.body is not None else ()
