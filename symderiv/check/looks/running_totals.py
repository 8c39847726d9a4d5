r"""Lines by an entry of a sum that ends at a letter, `f_m = \sum_{j=1}^m \beta_j h_j`: does the entry lie in the sum?

`\partial f_m / \partial \beta_j = h_j` is meant for the j of the sum, and `\partial f_m / \partial \beta_n = 0` for one
behind it: a line that is right there and wrong elsewhere is open, unless both of its sides are 0 there and neither is
typed so. So is one by `\beta_M`, with a capital of which the page says nothing, beside a sum that ends at another
letter: that may be the number of all. Sums that begin at a letter are alike, `G_t = \sum_{k=t}^T r_k`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...affine import Sym, affine
from ...domain import ge, gt, le, lt
from ...domain.constraint import Constraint, Domain
from ...expr import ZERO, Partial, Sum, Var, Variable, free, of_kind
from ...latex.scripts import domain as domain_latex
from ...memo import of_this_object
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from ..reserved.last_of_presumed import RIGHT_WHERE
from .pairs import Under

CAPITAL = "nothing says whether `{}` goes beyond `{}`, where a sum ends"
MOST = 4
"""So many letters of a line are compared with each other."""


@dataclass(frozen=True, slots=True)
class _Total:
    """A sum in a definition: the data in it by their letter, that letter, and where it ends, or begins (`first`).

    `own`: the end is a letter of what is defined; `shift` is how far from it that is. `at`: the indices of the data in
    whose place the letter stands, the j of `W_{ij}` alone.
    """

    of: frozenset[Variable]
    letter: Sym
    end: Sym
    shift: int
    own: bool
    first: bool = False
    at: frozenset[tuple[Variable, int]] = frozenset()

    def placed(self, a: Sym, b: Sym) -> Iterator[Constraint]:
        """Where an entry at a is in the sum that ends at b, and, in another letter than that of the sum, where not."""
        at = affine(b) + self.shift
        yield ge(a, at) if self.first else le(a, at)
        if a.name != self.letter.name:
            yield lt(a, at) if self.first else gt(a, at)


def unless_behind_a_total(link: Link, verdict: Verdict, under: Under) -> Verdict:
    """The verdict; open for a line that is right where what it differentiates by is in a sum, or behind it, alone."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    totals = _totals(link.system)
    if not totals:
        return verdict
    by = {p.wrt for side in (link.left, link.right) for p in of_kind(side, Partial)}
    told = {s.letter for s in link.written.ranges} | {x for c in link.where for x in c.letters()}
    if (capital := _beyond(by, link, totals, told)) is not None:
        nothing = ZERO in (link.left, link.right)
        return capital if verdict.judgement is Judgement.RIGHT or nothing else verdict
    if verdict.judgement is Judgement.WRONG:
        for c in dict.fromkeys(_placed(by, link, totals, told)):
            if under(link, (c,)).judgement is Judgement.RIGHT and not _says_nothing(link, c, under):
                return Verdict(Judgement.UNPROVED, detail=RIGHT_WHERE.format(domain_latex(Domain((c,)))))
    return verdict


def _says_nothing(link: Link, c: Constraint, under: Under) -> bool:
    """Are both sides 0 there, though neither is typed as 0? Nobody writes such a line for what lies behind the sum."""
    return ZERO not in (link.left, link.right) and under(replace(link, right=ZERO), (c,)).judgement is Judgement.RIGHT


@of_this_object(16)
def _totals(system: System) -> tuple[_Total, ...]:
    """The sums in the definitions of a network that end at letters."""
    found: list[_Total] = []
    for p in system.pieces:
        for x in of_kind(p.body, Sum) if p.body is not None else ():
            entries = of_kind(x.body, Var)
            at = frozenset((y.variable, n) for y in entries for n, i in enumerate(y.indices) if i.letter == x.letter)
            of = frozenset(v for v, _ in at)
            for form, first in (*((f, False) for f in x.uppers), *((f, True) for f in x.lowers)):
                ends = sorted(form.letters(), key=lambda s: s.key)
                if len(ends) == 1 and (rest := form - ends[0]).is_constant:
                    found.append(_Total(of, x.letter, ends[0], rest.const, ends[0] in p.letters, first, at))
    return tuple(found)


def _placed(by: set[Var], link: Link, totals: tuple[_Total, ...], told: set[Sym]) -> Iterator[Constraint]:
    """Where an entry that a line differentiates by is in a sum that ends at a letter of the line, or is not."""
    letters = sorted((free(link.left) | free(link.right)) - link.system.sizes, key=lambda s: s.key)
    for entry in sorted(by, key=lambda x: x.variable.key):
        for t in (t for t in totals if t.own and entry.variable in t.of):
            places = (i for n, i in enumerate(entry.indices) if (entry.variable, n) in t.at)
            for a in (s for i in places if (s := i.letter) is not None and s not in told):
                for b in letters[:MOST]:
                    if b != a:
                        yield from t.placed(a, b)


def _beyond(by: set[Var], link: Link, totals: tuple[_Total, ...], told: set[Sym]) -> Verdict | None:
    """Open, where a line differentiates by an entry at an untold capital in the place of the sum's letter."""
    known = {s.name for p in link.system.pieces for s in p.letters} | {s.name for s in link.system.sizes | told}
    for entry in sorted(by, key=lambda x: x.variable.key):
        for t in (t for t in totals if entry.variable in t.of and not (t.first or t.end.name.isupper())):
            summed = (i for n, i in enumerate(entry.indices) if (entry.variable, n) in t.at)
            for s in (s for i in summed if (s := i.letter) is not None):
                if len(s.name) == 1 and s.name.isupper() and s.name not in known:
                    return Verdict(Judgement.UNPROVED, detail=CAPITAL.format(s.name, t.end.name))
    return None
