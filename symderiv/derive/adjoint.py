r"""The backpropagated route: every definition gives the adjoint of what it uses one term per occurrence.

The adjoint of an entry is the total derivative of the objective by it. For `y[I] = body`, an occurrence `x[phi]` in
`body` adds `adjoint of y[I] * (derivative of body by that place) * [phi = b]`, summed over `I` and the letters bound
around the place, to the adjoint of `x[b]`. Collapsing the equalities leaves definitions of the adjoints, one set a
variable: again a network, linear in the size of the first one, right for recurrences with symbolic length, and open to
being differentiated again. Boundaries need no thought: where a use at the next step does not exist, its range says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..affine import Affine, Sym, affine
from ..calculus.contract import Term, contracted, summed
from ..calculus.flow import Flow, Use, flow
from ..calculus.fold import folded
from ..calculus.letters import Letters, base, scripts_at, upper_end
from ..calculus.products import collected, product
from ..domain import Context, Domain, cells, eq, simplify, solve
from ..errors import DerivationError
from ..expr import ONE, ZERO, Bracket, Expr, Partial, Var, Variable, bound, fresh, mul, num, substitute
from ..memo import of_this_object
from ..system import Piece, Role, System

MOST_GUARDS = 2
"""So many different conditions in one adjoint are told apart as cases; with more, each term keeps its own bracket."""


@dataclass(frozen=True)
class Contribution:
    """What one use adds to an adjoint: `expr` where `guard` holds."""

    guard: Domain
    expr: Expr


@dataclass(frozen=True)
class Gradient:
    """The adjoint of one piece of a variable: the definitions that what its uses contribute adds up to."""

    piece: Piece
    definitions: tuple[Piece, ...]


@dataclass(frozen=True)
class Adjoints:
    r"""The network with its adjoints.

    - `system`: the definitions of `source`, then those of the adjoints, from the objective backwards.
    - `of`: the adjoint variable of each variable that matters, in that order; `deltas` are those written `\delta`.
    - `gradients`: for each variable, the adjoint of each of its pieces.
    """

    source: System
    objective: Variable
    system: System
    of: dict[Variable, Variable]
    deltas: frozenset[Variable]
    gradients: dict[Variable, tuple[Gradient, ...]]

    def gradient(self, entry: Var) -> Var:
        """The adjoint of an entry.

        Raises `DerivationError` if the objective does not depend on that variable, or it was not asked for.
        """
        found = self.of.get(entry.variable)
        if found is None:
            raise DerivationError(f"no adjoint of {entry.variable.name} here", hint="name the variable in `wrt`")
        return Var(found, entry.indices)

    @property
    def names(self) -> tuple[tuple[Variable, Expr], ...]:
        r"""Each delta with what it stands for, `\partial E/\partial net_k`: its n-th index is the n-th of `net`'s."""
        return tuple(
            (bar, Partial(Var(self.objective), Var(v, self.gradients[v][0].piece.indices)))
            for v, bar in self.of.items()
            if v in self.deltas
        )


def adjoints(system: System, wrt: Iterable[Variable] = (), *, constants: bool = False) -> Adjoints:
    r"""The adjoints of every parameter and of every node on the way from one to the objective.

    `wrt` asks for further variables (data, a copy of a tied weight), with `constants` also where they are constants (a
    bias unit). The result's `system` is a network whose size is proportional to that of the first.

    Raises `DerivationError` if the network has no objective, or one with indices.
    """
    return _adjoints(system, frozenset(wrt), constants)


@of_this_object(64)
def _adjoints(system: System, wrt: frozenset[Variable], constants: bool) -> Adjoints:
    if system.objective is None:
        raise DerivationError("the network has no objective", hint='name it: objective = "E"')
    if system.objective.arity:
        raise DerivationError(
            f"only a scalar is derived backwards, and {system.objective.name} has indices",
            hint="define a scalar, such as one entry of it, and name that as the objective",
        )
    flowing = flow(system)
    asked = wrt | {v.variable for v in system.wrt}
    order = _order(flowing, system.objective, asked)
    of, deltas = _names(system, order, flowing.preactivations() & frozenset(order))
    letters = Letters(system)
    rank = {v: n for n, v in enumerate((system.objective, *order))}
    gradients: dict[Variable, tuple[Gradient, ...]] = {}
    for variable in order:
        uses = [u for u in flowing.uses[variable] if u.piece.variable in rank]
        # what is nearer to the objective comes first; what a parameter adds to the objective itself (decay) last
        last = len(rank) if flowing.is_given(variable) else 0
        uses.sort(key=lambda u, last=last: rank[u.piece.variable] or last)  # type: ignore[misc]
        pieces = [p for p in flowing.pieces[variable] if _differentiable(p, variable in asked, constants)]
        gradients[variable] = tuple(_gradient(flowing, of, letters, uses, p) for p in pieces)
    made = [d for v in order for g in gradients[v] for d in g.definitions]
    whole = replace(system, pieces=(*system.pieces, *made))
    return Adjoints(system, system.objective, whole, of, deltas, gradients)


def _differentiable(piece: Piece, asked: bool, constants: bool) -> bool:
    if piece.role is Role.CONSTANT:
        return asked and constants
    return asked or piece.role in (Role.NODE, Role.PARAMETER)


def _order(flowing: Flow, objective: Variable, wrt: frozenset[Variable]) -> list[Variable]:
    """The variables whose adjoints are wanted, users before what they use as far as recurrences allow."""
    given = {p.variable for p in flowing.system.pieces if p.role is Role.PARAMETER} | wrt
    start = [v for v in flowing.uses if v in given]
    active = (flowing.downstream(frozenset(start)) & flowing.upstream(objective)) - {objective}
    order: list[Variable] = []
    seen: set[Variable] = set()
    for first in [v for v in start if v in active]:
        stack = [(first, False)]
        while stack:
            v, done = stack.pop()
            if done:
                order.append(v)
            elif v not in seen:
                seen.add(v)
                stack.append((v, True))
                users = dict.fromkeys(u.piece.variable for u in flowing.uses[v])
                stack.extend((u, False) for u in reversed(users) if u in active and u not in seen)
    nodes = [v for v in order if not flowing.is_given(v)]
    return nodes + [v for v in order if flowing.is_given(v)]


def _names(
    system: System, order: list[Variable], deltas: frozenset[Variable]
) -> tuple[dict[Variable, Variable], frozenset[Variable]]:
    r"""`\delta` with the scripts of a pre-activation where that name is free, else the variable's name under a bar."""
    taken = {v.key for v in system.variables()}
    plain = [_with_base(v, r"\delta").key for v in deltas]
    of: dict[Variable, Variable] = {}
    kept: set[Variable] = set()
    for v in order:
        named = _with_base(v, r"\delta")
        if plain.count(named.key) > 1 and "^" not in v.key:
            named = _with_base(v, rf"\delta^{{({base(v)})}}")
        if v in deltas and plain.count(named.key) <= 1 and named.key not in taken:
            kept.add(v)
        else:
            named = _with_base(v, rf"\bar{{{base(v)}}}" if len(base(v)) == 1 else rf"\overline{{{base(v)}}}")
            while named.key in taken:
                named = _with_base(named, rf"\overline{{{base(named)}}}")
        taken.add(named.key)
        of[v] = named
    return of, frozenset(kept)


def _with_base(v: Variable, name: str) -> Variable:
    spelling = name + v.spelling[scripts_at(v.spelling) :] if v.spelling else ""
    return Variable(name + v.key[scripts_at(v.key) :], spelling)


def _gradient(flowing: Flow, of: dict[Variable, Variable], letters: Letters, uses: list[Use], piece: Piece) -> Gradient:
    known = flowing.known & piece.domain
    found: list[Contribution] = []
    for use in uses:
        user = use.piece
        above: Expr = Var(of[user.variable], user.indices) if user.variable in of else ONE
        term = backward(use, piece, above, letters, known)
        if term is not None:
            factors = (flowing.constants(f, term.domain, known) for f in term.factors)
            written = folded(product(*factors), flowing.foldable, term.domain, known)
            guard, body = summed(replace(term, factors=(written,)), known)
            found.append(Contribution(guard, body))
    return Gradient(piece, _definitions(flowing, of[piece.variable], piece, found))


def backward(use: Use, piece: Piece, above: Expr, letters: Letters, known: Context) -> Term | None:
    """What a use contributes to the adjoint of `piece`, given the adjoint `above` of the user's left side."""
    user, place = use.piece, use.place
    own = (*user.letters, *place.letters)
    avoid = frozenset(piece.letters)
    names: dict[Sym, Sym] = {}
    for letter in own:
        if letter in avoid:
            names[letter] = fresh(avoid | set(own) | set(names.values()), letter)
    term = Term(own, user.domain & place.domain & use.link.guard, (above, num(use.link.sign), *place.factors))
    term = term.renamed(names)
    renaming = {old: affine(new) for old, new in names.items()}
    indices = (i.substitute(renaming) for i in use.link.entry.indices)
    fixed = Domain.of(*(eq(a, b) for a, b in zip(indices, piece.indices, strict=True)))
    done = contracted(replace(term, domain=term.domain & fixed), known)
    if done is None:
        return None
    origin = {names.get(s, s): s for s in own}
    return lettered(done, letters, {s: (origin[s], upper_end(term.domain, s)) for s in done.letters}, avoid)


def lettered(term: Term, letters: Letters, origin: dict[Sym, tuple[Sym, Affine | None]], avoid: frozenset[Sym]) -> Term:
    """The term with its bound letters picked anew: each from the author's letter and the end of its range."""
    taken = set(avoid).union(*(bound(f) for f in term.factors))
    names: dict[Sym, Sym] = {}
    for letter in term.letters:
        like, upper = origin[letter]
        names[letter] = letters.pick(like, upper, taken)
        taken.add(names[letter])
    clash = set(names.values()) & set(term.letters)
    if any(names[s] != s for s in clash):
        away = {s: Sym(f"{s.name}@") for s in term.letters}
        term = term.renamed(away)
        names = {away[s]: new for s, new in names.items()}
    return term.renamed(names)


def _definitions(flowing: Flow, bar: Variable, piece: Piece, found: list[Contribution]) -> tuple[Piece, ...]:
    """The adjoint as definitions on disjoint domains, brackets left where there are too many conditions."""
    guards = list(dict.fromkeys(c.guard for c in found if not c.guard.is_true))
    if not guards:
        return (_piece(flowing, bar, piece, piece.domain, [c.expr for c in found]),)
    if len(guards) <= MOST_GUARDS:
        parts = cells([piece.domain, *(piece.domain & g for g in guards)], flowing.known)
        if len(parts) <= MOST_GUARDS + 1:
            return tuple(
                _piece(
                    flowing,
                    bar,
                    piece,
                    cell,
                    [c.expr for c in found if c.guard.is_true or guards.index(c.guard) + 1 in inside],
                )
                for cell, inside in parts
            )
    terms = [c.expr if c.guard.is_true else mul(Bracket(c.guard.constraints), c.expr) for c in found]
    return (_piece(flowing, bar, piece, piece.domain, terms),)


def _piece(flowing: Flow, bar: Variable, piece: Piece, domain: Domain, terms: list[Expr]) -> Piece:
    """One definition; a letter that the domain fixes to a size is replaced by it."""
    domain = simplify(domain, flowing.known)
    body = collected(terms)
    indices, letters = piece.indices, piece.letters
    for letter in piece.letters:
        solved = solve(domain, letter)
        if solved is not None and solved[0].letters() <= flowing.system.sizes:
            values = {letter: solved[0]}
            indices = tuple(i.substitute(values) for i in indices)
            letters = tuple(s for s in letters if s != letter)
            body, domain = substitute(body, values), solved[1]
    return Piece(bar, indices, letters, domain, body, Role.CONSTANT if body == ZERO else Role.NODE)
