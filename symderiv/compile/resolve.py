r"""Every use of a variable sent to what stands there: an alias to its root, a constant to its value, else a store.

`\sum_{i=1}^{I+1} o_i w_{j,i}` uses `o_{I+1} = 1` and `w_{j,I+1} = -\theta_j` at its end: the sum is split where its
letter passes from one definition to the next, and so becomes `\sum_{i=1}^{I} o_i w_{j,i} - \theta_j`. A definition is
split in the same way, along its own letters. What cannot be split at a bound of one letter keeps its conditions as
`Cases`, and is computed under a mask.
"""

from __future__ import annotations

from collections.abc import Callable

from ..affine import Sym, affine
from ..domain import Constraint, Context, Domain, bounds, cells, is_empty, simplify, solve, subset
from ..expr import ONE, ZERO, Add, Bracket, Cases, Expr, Mul, Partial, Sum, Var, add, mul, num, rebuild, substitute
from ..system import Piece, Role, alias_of


class Split(Exception):
    """Which definition applies depends on a letter: the alternatives, disjoint, each true somewhere."""

    def __init__(self, guards: tuple[Domain, ...]) -> None:
        super().__init__()
        self.guards = guards

    def about(self) -> frozenset[Sym]:
        """The letters that the alternatives are about."""
        return frozenset(s for g in self.guards for s in g.letters())


class Resolver:
    """Rewrites bodies so that each entry is one of a stored array, within the range of that array."""

    def __init__(
        self,
        pieces: tuple[Piece, ...],
        known: Context,
        fixed: frozenset[Sym],
        stored: Callable[[Piece], bool],
        zero: bool,
    ) -> None:
        self.known = known
        self.fixed = fixed  # the sizes
        self.stored = stored
        self.zero = zero
        self.pieces: dict[object, list[Piece]] = {}
        for p in pieces:
            self.pieces.setdefault(p.variable, []).append(p)

    def piece(self, piece: Piece) -> list[Piece]:
        """A definition as definitions that each read one store a use."""
        assert piece.body is not None
        try:
            body = self.expr(piece.body, piece.domain)
        except Split as split:
            found: list[Piece] = []
            for guard in split.guards:
                domain = simplify(piece.domain & guard, self.known)
                indices, letters, inner = piece.indices, piece.letters, piece.body
                for letter in piece.letters:
                    solved = solve(domain, letter)
                    if solved is not None and solved[0].letters() <= self.fixed:
                        values = {letter: solved[0]}
                        indices = tuple(i.substitute(values) for i in indices)
                        letters = tuple(s for s in letters if s != letter)
                        inner, domain = substitute(inner, values), solved[1]
                part = Piece(piece.variable, indices, letters, domain, inner, piece.role)
                found.extend(self.piece(part))
            return found
        return [Piece(piece.variable, piece.indices, piece.letters, piece.domain, body, piece.role)]

    def expr(self, e: Expr, domain: Domain) -> Expr:
        """The expression resolved, for the points of `domain`. Raises `Split`."""
        if isinstance(e, Var):
            return self._entry(e, domain)
        if isinstance(e, Sum):
            return self._sum(e, domain)
        if isinstance(e, Bracket):
            return self._bracket(e, domain)
        if isinstance(e, Cases):
            return self._cases(e, domain)
        if isinstance(e, Partial):
            return e
        if isinstance(e, Mul):
            return mul(*(self.expr(f, domain) for f in e.factors))
        if isinstance(e, Add):
            return add(*(self.expr(t, domain) for t in e.terms))
        return rebuild(e, lambda x: self.expr(x, domain))

    def _entry(self, e: Var, domain: Domain) -> Expr:
        pieces = self.pieces.get(e.variable, [])
        if len(pieces) == 1 and self.stored(pieces[0]):
            return e
        here = [
            (p, guard) for p in pieces for guard in [p.at(e.indices)[0]] if not is_empty(domain & guard, self.known)
        ]
        if all(self.stored(p) for p, _ in here) or not here:
            return e
        if len(here) > 1:
            guards = [g for p, g in here]
            self._split(guards, domain)
            if all(p.body == ZERO or (self.stored(p) and p.body is not None) for p, _ in here):
                return e  # the array holds zeros where nothing is stored, and is read as zero beyond its ends
            rows = tuple((self._of(p, e, domain & g), g.constraints) for p, g in here)
            return Cases(rows)
        return self._of(here[0][0], e, domain)

    def _of(self, piece: Piece, e: Var, domain: Domain) -> Expr:
        if self.stored(piece):
            return e
        body = piece.at(e.indices)[1]
        assert body is not None
        found = alias_of(piece)
        if piece.role is Role.ALIAS and found is not None and found[0] < 0:
            return mul(num(-1), self.expr(mul(num(-1), body), domain))
        return self.expr(body, domain)

    def _split(self, guards: list[Domain], domain: Domain) -> None:
        """Splits along bounds of single letters if that tells the alternatives apart; otherwise does nothing."""
        simple = [simplify(g, self.known & domain) for g in guards]
        for g in simple:
            if any(len(c.letters() - self.fixed) > 1 or c.rel == "mod" for c in g.constraints):
                return
        parts = cells(simple, self.known & domain)
        if len(parts) > 1 and all(len(inside) == 1 for _, inside in parts):
            raise Split(tuple(cell for cell, _ in parts))

    def _sum(self, e: Sum, domain: Domain) -> Expr:
        if e.letter in domain.letters():
            new = Sym(e.letter.name + "'")
            while new in domain.letters():
                new = Sym(new.name + "'")
            values = {e.letter: affine(new)}
            where = tuple(c.substitute(values) for c in e.where)
            e = Sum(new, e.lowers, e.uppers, substitute(e.body, values), where)
        inside = domain & e.domain
        if is_empty(inside, self.known):
            return ZERO
        try:
            return self._summed(e, self.expr(e.body, inside))
        except Split as split:
            if e.letter not in split.about():
                raise
            found = []
            for guard in split.guards:
                own = simplify(e.domain & guard, self.known & domain)
                solved = solve(own, e.letter)
                if solved is not None and e.letter not in solved[0].letters():
                    body = substitute(e.body, {e.letter: solved[0]})
                    found.append(self.expr(_guarded(solved[1], body), domain))
                else:
                    limits = bounds(own, e.letter, self.known & domain)
                    part = Sum(e.letter, limits.lowers, limits.uppers, e.body, limits.rest.constraints)
                    found.insert(0, self._sum(part, domain))
            return add(*found)

    @staticmethod
    def _summed(e: Sum, body: Expr) -> Expr:
        return ZERO if body == ZERO else Sum(e.letter, e.lowers, e.uppers, body, e.where)

    def _bracket(self, e: Bracket, domain: Domain) -> Expr:
        guard = Domain(e.where)
        if is_empty(domain & guard, self.known):
            return ZERO
        if subset(domain, (guard,), self.known):
            return ONE
        self._split_by(guard, domain)
        return e

    def _split_by(self, guard: Domain, domain: Domain) -> None:
        left = simplify(guard, self.known & domain)
        if all(len(c.letters() - self.fixed) <= 1 and c.rel != "mod" for c in left.constraints):
            parts = cells([domain, domain & left], self.known)
            raise Split(tuple(simplify(cell, self.known & domain) for cell, _ in parts))

    def _cases(self, e: Cases, domain: Domain) -> Expr:
        rows: list[tuple[Expr, tuple[Constraint, ...]]] = []
        for row, where in e.rows:
            guard = Domain(where)
            if where and is_empty(domain & guard, self.known):
                continue
            if not rows and subset(domain, (guard,), self.known):
                return self.expr(row, domain)
            if where:
                self._split_by(guard, domain)
            rows.append((self.expr(row, domain & guard), where))
        return Cases(tuple(rows))


def _guarded(rest: Domain, body: Expr) -> Expr:
    return body if rest.is_true else mul(Bracket(rest.constraints), body)
