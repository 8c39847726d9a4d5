r"""What a verdict has to leave open: conditions that could not be used, and names whose definition could not be read.

A line is judged under the conditions that are understood. If it is wrong so, but stands beside a condition that is not
(`x > 0`, `k = j or k = i`), or below an assumption that may still hold (`let I = 1`), it is not known to be wrong. A
line that rests on a name which a line above defines in an unreadable way is neither right nor wrong, except that two
equal formulas are equal whatever a function means, and without derivatives whatever any name means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..domain import Domain, is_empty
from ..domain.constraint import Constraint, Context
from ..expr import Apply, Expr, Partial, Var, Variable, variables, walk
from ..latex.scripts import domain as domain_latex
from ..network.uses import Use, uses
from ..resolve.keys import split_key
from ..resolve.untold import Untold
from ..step import Judgement, Verdict
from ..system import System
from .link import Link

Judge = Callable[[Link, tuple[Constraint, ...]], Verdict]
EXCLUDED = frozenset([Judgement.WRONG, Judgement.VACUOUS])
"""What a line is under conditions that are not meant for it: wrong as before, or about nothing."""
VALUE, FUNCTION, LOST, DERIVED = "value ", "function ", "lost ", "derivative"
"""What a name is, or the number of one that is not told; the last stands among the names that an expression rests on
where it holds a derivative."""


@dataclass(slots=True)
class Reserve:
    """The reservations of one page; `judge` judges a link under more constraints.

    `known` are names of a network that was given: what the page says of them defines nothing. `elsewhere` are the
    conditions that stand beside other lines.
    """

    system: System
    known: frozenset[Variable]
    untold: tuple[Untold, ...]
    judge: Judge
    elsewhere: tuple[tuple[Constraint, ...], ...] = ()
    _below: dict[Variable, frozenset[str]] = field(default_factory=dict)
    _above: dict[Variable, frozenset[Variable]] = field(default_factory=dict)

    def of(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict as far as it can be upheld."""
        if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
            return verdict
        wrong = verdict.judgement is Judgement.WRONG
        name = self.rests_on((link.left, link.right), wrong=wrong)
        if name is not None:
            why = "is left out" if name.sure else "could not be read"
            return Verdict(Judgement.UNPROVED, detail=f"the definition of `{name.base}` in line {name.line} {why}")
        return self._under(link, verdict) if wrong else verdict

    def rests_on(self, sides: Iterable[Expr], *, wrong: bool) -> Untold | None:
        """A name that is not known to mean what it seems to, on which a verdict on some expressions rests.

        Two equal formulas are equal whatever a function means, and without derivatives whatever any name means; but
        nothing holds of a name whose definition is left out: another line may define it now.
        """
        if not self.untold:
            return None
        names = self._names(sides)
        for n, u in enumerate(self.untold):
            value = f"{LOST}{n}" in names or (not u.sure and _as_value(u, names))
            called = FUNCTION + u.base in names
            if (value or called) and (wrong or u.sure or (value and DERIVED in names)):
                return u
        return None

    def _under(self, link: Link, verdict: Verdict) -> Verdict:
        written = link.written
        if written.perhaps and (under := self.judge(link, written.perhaps)).judgement not in EXCLUDED:
            shown = domain_latex(Domain(written.perhaps))
            if under.judgement is Judgement.RIGHT and self._needed(link, written.perhaps):
                return replace(under, detail=f"under `{shown}`, without which the line says nothing")
            detail = f"it is wrong in general but not under `{shown}`, and it is not clear whether that is meant here"
            return Verdict(Judgement.UNPROVED, detail=detail)
        if written.given:
            detail = f"it is wrong in general, but its condition `{written.given[0]}` could not be used"
            return Verdict(Judgement.UNPROVED, detail=detail)
        return verdict if written.where or written.ranges else self._as_elsewhere(link, verdict)

    def _as_elsewhere(self, link: Link, verdict: Verdict) -> Verdict:
        """A line that says nothing but under a condition of another line, `l < L`, may be meant so too."""
        letters = link.full.letters()
        for more in self.elsewhere:
            if not frozenset().union(*(c.letters() for c in more)) <= letters or not self._needed(link, more):
                continue
            if self.judge(link, more).judgement not in EXCLUDED:
                shown = domain_latex(Domain(more))
                detail = f"it is not wrong under `{shown}`, which stands beside another line only"
                return Verdict(Judgement.UNPROVED, detail=detail)
        return verdict

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
            return bool(pieces) and all(is_empty(outside & use.where & g, known) for g in guards)

        kept_out = [link.full & Domain((part,)) for c in more for part in c.negate()]
        if system.outside_zero:
            return False
        return all(is_empty(d, known) or any(missing(d, u) for u in places) for d in kept_out)

    def _names(self, sides: Iterable[Expr]) -> frozenset[str]:
        """The letters of the names and functions that some expressions rest on and nothing defines."""
        found: set[str] = set()
        for e in (x for side in sides for x in walk(side)):
            if isinstance(e, Var):
                found |= self._rest(e.variable)
            elif isinstance(e, Apply):
                found.add(FUNCTION + e.function)
            elif isinstance(e, Partial):
                found |= self._rest(e.wrt.variable)
                found.update(self._derived(e))
        return frozenset(found)

    def _derived(self, e: Partial) -> Iterator[str]:
        yield DERIVED
        if self.system.generic and isinstance(e.of, Var) and e.of.variable == self.system.objective:
            yield from self._between(e.wrt.variable)

    def _between(self, variable: Variable) -> Iterator[str]:
        """What lies between a variable and an objective of which nothing is said: the last nodes, and what is not told.

        A node that could not be read may be a last one; it makes no difference where it is made of last nodes alone.
        """
        outputs = {e.variable for e in self.system.outputs}
        for v in outputs:
            yield from self._rest(v)
        for n, u in enumerate(self.untold):
            if u.names_derivative or (not u.sure and self._is_told(u)):
                continue
            used = [v for v in self.system.variables() if v not in outputs and u.mentions(split_key(v.key)[0])]
            if any(v == variable or variable in self._upstream(v) for v in used):
                yield f"{LOST}{n}"

    def _is_told(self, name: Untold) -> bool:
        """Does a line above define a name, so that what could not be read is a claim about it?"""
        own = [v for v in self.system.variables() if name.concerns(v.key)]
        return any(any(self._bodies(v)) and not self._is_late(v) for v in own)

    def _rest(self, variable: Variable) -> frozenset[str]:
        """What a name rests on, itself included."""
        if variable not in self._below:
            whole = (variable, *self._upstream(variable))
            self._below[variable] = frozenset().union(*(self._own(v) for v in whole))
        return self._below[variable]

    def _upstream(self, variable: Variable) -> frozenset[Variable]:
        """Every name on which a name rests."""
        if variable not in self._above:
            found: set[Variable] = set()
            waiting = [variable]
            while waiting:
                more = {v for body in self._bodies(waiting.pop()) for v in variables(body)} - found
                found |= more
                waiting += more
            self._above[variable] = frozenset(found)
        return self._above[variable]

    def _own(self, variable: Variable) -> frozenset[str]:
        """What is not told of a name itself, and what stands in its definition beside names."""
        bodies = list(self._bodies(variable))
        found = {FUNCTION + e.function for body in bodies for e in walk(body) if isinstance(e, Apply)}
        found |= {f"{LOST}{n}" for n, u in enumerate(self.untold) if u.sure and u.concerns(variable.key)}
        found |= {label for body in bodies for e in walk(body) if isinstance(e, Partial) for label in self._derived(e)}
        given_in_part = variable not in self.known and any(p.body is None for p in self.system.of(variable))
        if not bodies or given_in_part or self._is_late(variable):
            # data may be what that line defines, whatever its scripts; so may the rest of what has a boundary
            found.add(VALUE + (variable.key if bodies else split_key(variable.key)[0]))
        return frozenset(found)

    def _is_late(self, variable: Variable) -> bool:
        """Does what seems to define a name stand below a line that could not be read and may define it?"""
        if variable in self.known:
            return False
        first = min((u.line for u in self.untold if u.concerns(variable.key)), default=None)
        places = [p.place for p in self.system.of(variable) if p.place is not None]
        return first is not None and any(place.line > first for place in places)

    def _bodies(self, variable: Variable) -> Iterator[Expr]:
        for piece in self.system.of(variable):
            if piece.body is not None:
                yield piece.body


def _as_value(name: Untold, found: Iterable[str]) -> bool:
    """Does a name stand for a value among those that an expression rests on?"""
    return any(x.startswith(VALUE) and name.concerns(x.removeprefix(VALUE)) for x in found)
