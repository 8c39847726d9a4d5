r"""What a verdict has to leave open: conditions that could not be used, and names whose definition could not be read.

A line is judged under the conditions that are understood. If it is wrong so, but stands beside a condition that is not
(`x > 0`, `k = j or k = i`), or below an assumption that may still hold (`let I = 1`), it is not known to be wrong. A
line that rests on a name which a line above defines in an unreadable way is neither right nor wrong, except that two
equal formulas are equal whatever a function means, and without derivatives whatever any name means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...affine import Affine, Sym
from ...domain import Domain, ge, gt, is_empty, le, lt
from ...domain.constraint import Constraint, Context
from ...errors import ReadError
from ...evaluate.compare import UNDEFINED
from ...evaluate.failures import STRANGE
from ...expr import Expr, Partial, Var, Variable
from ...latex.scripts import domain as domain_latex
from ...network.uses import Use, uses
from ...read import Written
from ...resolve.integers.index import span_domain
from ...resolve.told.untold import Untold
from ...step import Judgement, Verdict
from ...system import Role, Span, System
from ..known.ground import Ground
from ..link import Link
from ..nearby import said_together
from .beginnings import open_at_beginnings
from .beyond_use import Judge, open_beyond_use
from .last_of_presumed import RIGHT_WHERE
from .unsaid_ends import ends_in_part, ends_of, ends_of_shifts

EXCLUDED = frozenset([Judgement.WRONG, Judgement.VACUOUS])
"""What a line is under conditions that are not meant for it: wrong as before, or about nothing."""


@dataclass(slots=True)
class Reserve:
    """The reservations of one page; `judge` judges a link under more constraints.

    `known` are names of a network that was given: what the page says of them defines nothing. `others` are
    the lines of the page with ranges or conditions beside them, `all` are all lines, `unsaid` are sizes that nothing
    on it names, `ranges` those that it gives letters. `meant` are, by the key of a link, those that it is meant under.
    """

    system: System
    known: frozenset[Variable]
    untold: tuple[Untold, ...]
    judge: Judge
    others: tuple[Written, ...] = ()
    all: tuple[Written, ...] = ()
    unsaid: frozenset[Sym] = frozenset()
    ranges: tuple[Span, ...] = ()
    ground: Ground = field(init=False)
    meant: dict[tuple[object, ...], tuple[Constraint, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ground = Ground(self.system, self.known, self.untold)

    def of(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict as far as it can be upheld."""
        grounded = self.grounded(link, verdict)
        if grounded.judgement is Judgement.RIGHT and not self.known:
            return open_at_beginnings(link, grounded, self.judge)
        if grounded.judgement is not Judgement.WRONG:
            return grounded
        under = self._under(link, grounded)
        return open_beyond_use(link, under, self.judge) if under.judgement is Judgement.WRONG else under

    def grounded(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict; open where it rests on a name whose definition could not be read."""
        if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
            return verdict
        sides, wrong = (link.left, link.right), verdict.judgement is Judgement.WRONG
        name = self.ground.untold_below(sides, wrong=wrong) or (None if wrong else self._by_a_claim(link))
        return verdict if name is None else Verdict(Judgement.UNPROVED, detail=str(name))

    def behind_a_stranger(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict; with the definition that could not be read where a name is strange that stands in it alone."""
        if not verdict.detail.endswith(STRANGE):
            return verdict
        name = self.ground.lost_below((link.left, link.right))
        return verdict if name is None else Verdict(verdict.judgement, detail=str(name))

    def _by_a_claim(self, link: Link) -> Untold | None:
        """A name of which a right line needs what is said of it below a definition that could not be read."""
        claimed = self.ground.claimed_below((link.left, link.right))
        if not claimed:
            return None
        given = (replace(p, body=None, role=Role.INPUT) if p.variable in claimed else p for p in link.system.pieces)
        system = replace(link.system, pieces=tuple(given))
        right = self.judge(replace(link, system=system), ()).judgement is Judgement.RIGHT
        return None if right else next(iter(claimed.values()))

    def _under(self, link: Link, verdict: Verdict) -> Verdict:
        written = link.written
        if written.perhaps and (under := self.judge(link, written.perhaps)).judgement not in EXCLUDED:
            if under.judgement is Judgement.RIGHT:
                needed = tuple(c for c in written.perhaps if self._needed(link, (c,)))
                if needed and (enough := self.judge(link, needed)).judgement is Judgement.RIGHT:
                    return self._meant(link, needed, enough)
            shown = domain_latex(Domain(written.perhaps))
            detail = f"it is wrong in general but not under `{shown}`, and it is not clear whether that is meant here"
            return Verdict(Judgement.UNPROVED, detail=detail)
        if written.doubtful and len(written.given) <= len({d.typed for d in written.doubtful}):
            return self._beside_words(link, verdict)
        if written.given:
            detail = f"it is wrong in general, but its condition `{written.given[0]}` could not be used"
            return Verdict(Judgement.UNPROVED, detail=detail)
        return verdict if written.where else self._as_elsewhere(link, verdict)

    def _beside_words(self, link: Link, verdict: Verdict) -> Verdict:
        """A line beside conditions that words may turn round is wrong if it is so under them and outside of them."""
        doubtful = link.written.doubtful
        inside = tuple(c for d in doubtful for c in d.where)
        cases = [inside, *((x,) for c in inside for x in c.negate())]
        if all(d.where for d in doubtful) and all(self.judge(link, c).judgement in EXCLUDED for c in cases):
            return verdict
        first = doubtful[0]
        changed = f"`{first.word}` beside `{first.typed}` may widen that condition or turn it round"
        detail = f"it is wrong in general; {changed}: write it alone, or its contrary"
        return Verdict(Judgement.UNPROVED, detail=detail)

    def _as_elsewhere(self, link: Link, verdict: Verdict) -> Verdict:
        """A line that says nothing but under a condition of another line, `l < L`, may be meant so too.

        But not of letters whose range stands beside it.
        """
        letters = link.full.letters() - {s.letter for s in link.written.ranges}
        wrong: tuple[tuple[Constraint, ...], Verdict] | None = None
        for more, near in self._conditions_of_others(link):
            if not frozenset().union(*(c.letters() for c in more)) <= letters or not self._needed(link, more):
                continue
            under = self.judge(link, more)
            shown = domain_latex(Domain(more))
            if near and under.judgement is Judgement.RIGHT:
                return self._meant(link, more, under)
            if under.judgement not in EXCLUDED:
                detail = f"it is not wrong under `{shown}`, which stands beside another line only"
                return Verdict(Judgement.UNPROVED, detail=detail)
            if near and under.judgement is Judgement.WRONG and wrong is None:
                wrong = more, under
        exist = self._where_all_exist(link)
        if exist is not None and exist[1].judgement not in EXCLUDED:
            return self._meant(link, *exist) if exist[1].judgement is Judgement.RIGHT else exist[1]
        if exist is not None and exist[1].judgement is Judgement.WRONG:
            wrong = exist
        wrong = wrong or self._before_its_end(link, verdict)
        if wrong is None:
            return verdict
        self.meant[link.key] = wrong[0]  # what is wrong there is the mistake, not that its entries end
        return wrong[1]

    def _before_its_end(self, link: Link, verdict: Verdict) -> tuple[tuple[Constraint, ...], Verdict] | None:
        """Where a line whose entries end says something and is wrong all the same."""
        found = verdict.counterexample
        if found is None or UNDEFINED not in (found.left, found.right):
            return None
        for c in ends_of(link, link.system.sizes):
            if self._needed(link, (c,)) and (under := self.judge(link, (c,))).judgement is Judgement.WRONG:
                return (c,), under
        return None

    def _meant(self, link: Link, more: tuple[Constraint, ...], under: Verdict) -> Verdict:
        self.meant[link.key] = more
        shown = domain_latex(Domain(more))
        return replace(under, detail=f"under `{shown}`, without which the line says nothing")

    def _conditions_of_others(self, link: Link) -> Iterator[tuple[tuple[Constraint, ...], bool]]:
        """The conditions beside other lines, those first that are said together with the line."""
        found = [
            ((*span_domain(w.ranges), *w.where), said_together(link.page, w, link.written))
            for w in self.others
            if w is not link.written
        ]
        found += [((c,), True) for w in self.all if w is not link.written for c in _beside_the_end(link, w)]
        found += [((c,), True) for c in (*ends_of(link, self.unsaid), *self._of_the_page(link))]
        found += [((c,), True) for c in _of_the_left(link) if self._needed(replace(link, right=link.left), (c,))]
        yield from sorted(dict.fromkeys(found), key=lambda x: not x[1])

    def _where_all_exist(self, link: Link) -> tuple[tuple[Constraint, ...], Verdict] | None:
        """The verdict on a line where its entries exist, if nobody says how far its letters go."""
        found = [
            (x, c) for x in self._unranged(link) for c in ends_of_shifts(link, x, lambda c: self._needed(link, (c,)))
        ]
        if not found:
            return None
        more = tuple(c for _, c in found)
        under = self.judge(link, more)
        if under.judgement is Judgement.RIGHT and not all(self._is_beyond(link, x, c) for x, c in found):
            under = Verdict(Judgement.UNPROVED, detail=RIGHT_WHERE.format(domain_latex(Domain(more))))
        return more, under

    def _unranged(self, link: Link) -> list[Sym]:
        """The letters whose ends nobody says: those shifted on the left, and those up to a size that nothing names."""
        beside = (c.letters() for c in link.full.constraints if c.letters() & self.unsaid)
        letters = _moved(link) | (frozenset().union(*beside) - link.system.sizes)
        return sorted(letters - {s.letter for s in link.written.ranges}, key=lambda s: s.key)

    def _is_beyond(self, link: Link, letter: Sym, c: Constraint) -> bool:
        """Does a condition keep out only values of a letter beyond a size that the page names, or at which the left
        side does not exist? Elsewhere it may be one that was forgotten, or terms of a sum may be left there."""
        sizes = link.system.sizes - self.unsaid
        named = {s for x in link.full.constraints if x.mentions(letter) for s in x.letters() & sizes}
        known = Context(link.system.context, link.system.size_functions)
        left = replace(link, right=link.left)
        inner = replace(left, domain=link.domain & Domain(tuple(le(letter, s) for s in named)))
        if self._needed(left, (c,)):
            return True
        inside = any(not is_empty(inner.full & Domain((part,)), known) for part in c.negate())
        return not ends_in_part(link, letter) and (not named or not inside or self._needed(inner, (c,)))

    def _of_the_page(self, link: Link) -> Iterator[Constraint]:
        r"""The range that the page gives a letter, the `j = 1, \dots, n` of `z_j`, where the letter fills a longer one
        as well: `w_{kj}` beside `\sum_{m=n+1}^{n+q} w_{km} x_m`."""
        for s in self.ranges:
            if s.letter in link.full.letters():
                yield from (ge(s.letter, s.lower), le(s.letter, s.upper))

    def _needed(self, link: Link, more: tuple[Constraint, ...]) -> bool:
        """Do conditions keep out only points at which an entry of the line does not exist?

        Then they are meant: at `l = L` a line with `z_{l+1}` has no meaning.
        """
        system = link.system
        known = Context(system.context, system.size_functions)
        places = [u for e in (link.left, link.right) for u in uses(e, link.full.letters())]

        def missing(outside: Domain, use: Use) -> bool:
            pieces = system.of(use.entry.variable)
            guards = [p.at(use.entry.indices)[0] for p in pieces]
            if is_empty(outside & use.where, known):
                return False  # it stands in another case
            return bool(pieces) and all(is_empty(outside & use.where & g, known) for g in guards)

        kept_out = [link.full & Domain((part,)) for c in more for part in c.negate()]
        if system.outside_zero:
            return False
        left_out = [d for d in kept_out if not is_empty(d, known)]  # what keeps out nothing is no condition to be told
        return bool(left_out) and all(any(missing(d, u) for u in places) for d in left_out)


def _beside_the_end(link: Link, other: Written) -> Iterator[Constraint]:
    r"""Where a line is meant if another says what its left side is at an end: `\delta^L_j = ..` beside `\delta^l_j`."""
    mine, ends = (_named(w.members[0]) for w in (link.written, other))
    if mine is None or ends is None or mine[0] != ends[0]:
        return
    letters = link.full.letters() - link.system.sizes
    for one, two in zip(mine[1], ends[1], strict=True):
        if one.letter in letters and two.letters() <= link.system.sizes:
            yield from (lt(one, two), gt(one, two))


def _of_the_left(link: Link) -> Iterator[Constraint]:
    r"""Ends of a letter that may be those of what a line is about: `\\delta^{l-1} = ..` is of layers with one below."""
    sizes = link.system.sizes
    for letter in sorted(_moved(link), key=lambda s: s.key):
        yield from (gt(letter, 0), gt(letter, 1))  # layers may be numbered from 0 on
        yield from (lt(letter, size) for size in sorted(sizes & link.full.letters(), key=lambda s: s.key))


def _moved(link: Link) -> frozenset[Sym]:
    """The letters that are not indices themselves of what a line is about: the l of `\\delta^{l-1} = ..`."""
    named, sizes = _named(link.written.members[0]), link.system.sizes
    found = (i.letters() - sizes for i in named[1] if i.letter is None) if named is not None else ()
    return frozenset().union(*found) & link.full.letters()


def _named(e: Expr | ReadError) -> tuple[tuple[Variable, ...], tuple[Affine, ...]] | None:
    """The names and the indices of an entry, or of a derivative of one by another."""
    if isinstance(e, Var):
        return (e.variable,), e.indices
    if isinstance(e, Partial) and isinstance(e.of, Var):
        return (e.of.variable, e.wrt.variable), (*e.of.indices, *e.wrt.indices)
    return None
