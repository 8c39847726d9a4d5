r"""Resolvents of recurrences of one name with one factor: `w^{n-k}` for S of `S_k = w S_{k-1} + x_k`.

How far two steps are apart then stands in an exponent, to which no number of single steps comes. So it is put in where
a line has such powers.
"""

from __future__ import annotations

from ..affine import affine
from ..domain import TRUE, Constraint, Domain, eq, subtract
from ..expr import Var, Variable, holds_derivative, of_kind, variables
from ..functions import X
from ..system import Piece
from .factors import UNIT, Call, Entry, Factor, Rate, Term, Terms, heads, term_letters
from .flatten import Flattener, Scope, arguments
from .graph import Clock
from .poly import ONE
from .rates import Rates, ends, generic_entry
from .rewrite import rewrite
from .terms import collect, restrict_all, substitute_term


class PlainRecurrences:
    """The recurrences of a system that are of that kind."""

    def __init__(self, flattener: Flattener, rates: Rates) -> None:
        self.flattener = flattener
        self.rates = rates
        self._factors: dict[Variable, Terms | None] = {}

    def written_out(self, left: Terms) -> Terms | None:
        """The terms with such resolvents as powers; None where there are none, or no powers beside them."""
        present = {h for t in left for f, _ in t.powers for h in heads(f) if isinstance(h, Rate) and not h.direct}
        plain = frozenset(h for h in present if h.of == h.wrt and self.factor(h.of) is not None)
        if not plain or not any(_has_power(f) for t in left for f, _ in t.powers):
            return None

        def power(f: Entry | Call) -> Terms | None:
            return self._power(f) if isinstance(f, Entry) and f.head in plain else None

        return rewrite(self.flattener, left, power, plain)

    def factor(self, v: Variable) -> Terms | None:
        """What an entry is multiplied by from one step to the next, with letters `@a0..` for its indices."""
        if v not in self._factors:
            with self.flattener.in_general():
                self._factors[v] = self._found(v)
        return self._factors[v]

    def _found(self, v: Variable) -> Terms | None:
        graph = self.rates.graph
        time = self._clock(v).time(v) if graph.core(v) == graph.loop(v) == {v} else None
        piece = self._piece(v)
        if time is None or piece is None or piece.body is None:
            return None
        others = variables(piece.body) - {v}
        steps = {used.indices for used in of_kind(piece.body, Var) if used.variable == v}
        before = tuple(i - affine(self._clock(v).sign) if n == time else i for n, i in enumerate(piece.indices))
        if steps != {before} or holds_derivative(piece.body) or any(graph.depends(x, v) for x in others):
            return None
        here, last = generic_entry("@a", v).indices, Entry(X.variable, ())
        inside = Scope(arguments(piece, here), {v: [Term(ONE, ((last, 1),))]})
        body = self.flattener.flatten(piece.body, inside)
        found = collect(self.rates.derive(body, lambda w: [UNIT] if w == last else []))
        changing = any(X.variable in heads(f) for t in found for f, _ in t.powers)
        changing = changing or any(here[time].letters() & term_letters(t) for t in found)
        return None if changing or not found else found

    def _piece(self, v: Variable) -> Piece | None:
        """The one definition of a name by itself."""
        own = [p for p in self.flattener.pieces[v] if p.body is not None and v in variables(p.body)]
        return own[0] if len(own) == 1 else None

    def _clock(self, v: Variable) -> Clock:
        return self.rates.graph.clock(self.rates.graph.loop(v))

    def _power(self, f: Entry) -> Terms | None:
        """`[n >= k] w^{n-k}` where every step between is one of the recurrence; else the entry by itself."""
        u, v = ends(f)
        assert isinstance(u.head, Variable)
        factor, piece, clock = self.factor(u.head), self._piece(u.head), self._clock(u.head)
        time = clock.time(u.head)
        if factor is None or piece is None or time is None:
            return None
        far = (u.indices[time] - v.indices[time]) * clock.sign
        inside = self._guards(piece, u, v, time, clock.sign)
        if inside is None:
            return None
        letters = dict(zip((i.letter for i in generic_entry("@a", u.head).indices), u.indices, strict=True))
        values = {s: i for s, i in letters.items() if s is not None}
        base = [x for t in factor if (x := substitute_term(t, values)) is not None]
        lanes = [eq(a, b) for n, (a, b) in enumerate(zip(u.indices, v.indices, strict=True)) if n != time]
        found = restrict_all(self.flattener.raised_by(base, far), [*lanes, Constraint(">=", far), *inside.constraints])
        for rest in subtract(Domain((eq(far, affine(0)),)), inside):
            found += restrict_all([UNIT], [*lanes, *rest.constraints])
        return self.flattener.known.prune_all(found)

    def _guards(self, piece: Piece, u: Entry, v: Entry, time: int, sign: int) -> Domain | None:
        """Where the step to u is one of the recurrence, and so are those behind v: they lie between these two."""
        if len(self.flattener.pieces[piece.variable]) == 1 and not self.flattener.system.outside_zero:
            return TRUE
        here = generic_entry("@a", piece.variable).indices
        (letter,) = here[time].letters()
        general = self.flattener.guard(piece, here).constraints
        if any(c.rel != ">=" for c in general if letter in c.letters()):
            return None
        first = tuple(i + affine(sign) if n == time else i for n, i in enumerate(v.indices))
        behind = [c for c in general if c.form.coefficient(letter) * sign > 0]
        at = {s: i for form, i in zip(here, first, strict=True) for s in form.letters()}
        return Domain((*self.flattener.guard(piece, u.indices).constraints, *(c.substitute(at) for c in behind)))


def _has_power(f: Factor) -> bool:
    """Does a factor hold a power with an exponent that is no number?"""
    if isinstance(f, Entry):
        return False
    inner = f.args if isinstance(f, Call) else (f.inner,)
    here = isinstance(f, Call) and f.function == "^"
    return here or any(_has_power(g) for n in inner for t in n.terms for g, _ in t.powers)
